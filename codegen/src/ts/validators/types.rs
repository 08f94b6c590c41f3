//! The schema of each type with a name, as an expression of calls that read like the type itself.

use super::code::{Code, float_literal, regex};
use super::names::Names;
use super::order::Order;
use crate::escape_ts::string;
use crate::ts::defs::exported;
use crate::ts::layout::{Doc, text};
use crate::ts::names::Constants;
use crate::ts::types::Types;
use sockgen_schema::model::{
    Bound, Bounds, Builtin, Ends, EnumRepr, Field, JsonKind, Measure, Model, Type, TypeDef, TypeId, TypeKind,
};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Writes schemas, and keeps what they call.
pub(in crate::ts) struct Schemas<'m> {
    pub(in crate::ts) model: &'m Model,
    pub(in crate::ts) types: &'m Types<'m>,
    pub(in crate::ts) constants: &'m Constants,
    pub(in crate::ts) names: Names,
    pub(in crate::ts) ends: Ends<'m>,
    /// The constants that convert values of types, by the types' ids.
    conversions: &'m HashMap<TypeId, String>,
    order: Order,
    calls: RefCell<BTreeSet<&'static str>>,
}

impl<'m> Schemas<'m> {
    pub(in crate::ts) fn new(
        model: &'m Model,
        types: &'m Types<'m>,
        constants: &'m Constants,
        conversions: &'m HashMap<TypeId, String>,
    ) -> Self {
        Schemas {
            model,
            types,
            constants,
            names: Names::new(model),
            ends: Ends::new(&model.types),
            conversions,
            order: Order::new(model),
            calls: RefCell::default(),
        }
    }

    /// Whether anything is made of what is on the wire.
    pub(in crate::ts) fn converts(&self) -> bool {
        !self.conversions.is_empty()
    }

    /// What was called so far.
    pub(in crate::ts) fn calls(&self) -> BTreeSet<&'static str> {
        self.calls.borrow().clone()
    }

    /// Each type's constant with its `export`, in an order in which each is above those that use it.
    pub(in crate::ts) fn all(&self) -> Vec<String> {
        self.order.types.iter().map(|id| format!("export {}", self.constant(*id))).collect()
    }

    fn constant(&self, id: TypeId) -> String {
        let def = self.model.type_def(id);
        let (name, mut value) = (self.names.constant(id), self.definition(id, def));
        if let Some(conversion) = self.conversions.get(&id) {
            value = self.call("decoded", vec![value, Code::atom(conversion)]);
        }
        let output = self.names.import_type(&def.name);
        let before = if matches!(value, Code::Call(..)) { "/* @__PURE__ */ " } else { "" };
        let input = self.types.input(id).map(|input| self.names.import_type(input));
        // What an alias is made of may have another form where it is sent, though the alias itself never is.
        let is_made_of = matches!(def.kind, TypeKind::Alias(_)) && self.types.flow.differs(id);
        let docs = match input.or(is_made_of.then(|| "unknown".to_owned())) {
            None => vec![text(format!("const {name}: Schema<{output}> =")), value.assigned(before)],
            // What can be broken on the left of the `=` is.
            Some(input) => {
                let arguments = Doc::Indent(vec![Doc::Soft, text(output), text(","), Doc::Line, text(input)]);
                let left = vec![text(format!("const {name}: Schema<")), arguments, Doc::Soft, text("> =")];
                vec![Doc::Group(left), value.assigned(before)]
            }
        };
        exported(&docs.into_iter().chain([text(";")]).collect::<Vec<_>>())
    }

    fn definition(&self, id: TypeId, def: &'m TypeDef) -> Code<'m> {
        match &def.kind {
            TypeKind::Alias(ty) => self.of(ty, Some(id)),
            TypeKind::Brand(ty) => self.call("brand", vec![self.of(ty, Some(id))]),
            TypeKind::External(external) => {
                // In a text or a number nothing can stand that only the application knows.
                let kind = self.ends.kind(&external.json);
                let is_plain = kind.is_some_and(|kind| !matches!(kind, JsonKind::Array | JsonKind::Object));
                let name = if is_plain { "brand" } else { "external" };
                self.call(name, vec![self.of(&external.json, Some(id))])
            }
            TypeKind::Object(fields) => {
                let field = |field: &'m Field| (field.wire.as_str().into(), self.field(field, Some(id)));
                self.call("object", vec![Code::Lines(fields.iter().map(field).collect())])
            }
            // Of an open one any value will do.
            TypeKind::Enum { open: true, repr: EnumRepr::Text, .. } => self.call("string", Vec::new()),
            TypeKind::Enum { open: true, repr: EnumRepr::Number, .. } => self.call("int", Vec::new()),
            TypeKind::Enum { open: false, .. } => {
                let values = self.constants.values(def);
                self.names.import_value(values.clone());
                self.call("oneOf", vec![Code::atom(values)])
            }
            TypeKind::Union(union) => self.union(id, union),
        }
    }

    /// A field of an object, or an argument.
    pub(in crate::ts) fn field(&self, field: &'m Field, within: Option<TypeId>) -> Code<'m> {
        let schema = self.of(&field.ty, within);
        match (&field.default, field.optional) {
            (Some(default), _) => self.call("withDefault", vec![schema, Code::Json(default)]),
            // A type that stands further down cannot say yet that null is one of its values.
            (None, true) if self.is_below(&field.ty, within) && self.is_nullable(&field.ty) => {
                let nullable = self.call("nullable", vec![schema]);
                self.call("optional", vec![nullable])
            }
            (None, true) => self.call("optional", vec![schema]),
            (None, false) => schema,
        }
    }

    /// A type. `within` is the one whose constant it stands in.
    pub(in crate::ts) fn of(&self, ty: &'m Type, within: Option<TypeId>) -> Code<'m> {
        match ty {
            Type::Builtin { builtin, bounds, pattern } => self.builtin(*builtin, bounds, pattern.as_deref()),
            Type::Named { id, .. } => {
                let name = self.names.constant(*id).to_owned();
                match self.is_below(ty, within) {
                    true => self.call("lazy", vec![Code::Thunk(name.into())]),
                    false => Code::atom(name),
                }
            }
            Type::Nullable(inner) => self.call("nullable", vec![self.of(inner, within)]),
            Type::List { items, bounds } => {
                self.call("list", [self.of(items, within)].into_iter().chain(lengths(bounds)).collect())
            }
            Type::Map { values, bounds } => {
                self.call("map", [self.of(values, within)].into_iter().chain(lengths(bounds)).collect())
            }
            Type::Tuple(items) => {
                self.call("tuple", items.iter().map(|item| self.of(item, within)).collect())
            }
        }
    }

    pub(in crate::ts) fn call(&self, name: &'static str, arguments: Vec<Code<'m>>) -> Code<'m> {
        self.calls.borrow_mut().insert(name);
        Code::Call(name, arguments)
    }

    /// Whether a type's constant stands below the one in which it is named.
    fn is_below(&self, ty: &Type, within: Option<TypeId>) -> bool {
        match (ty, within) {
            (Type::Named { id, .. }, Some(within)) => !self.order.is_above(*id, within),
            _ => false,
        }
    }

    fn is_nullable(&self, ty: &Type) -> bool {
        matches!(self.model.unaliased(ty), Type::Nullable(_))
    }

    fn builtin(&self, builtin: Builtin, bounds: &Bounds, pattern: Option<&str>) -> Code<'m> {
        let row = builtin.row();
        let limits = match (row.measure, row.range) {
            (Measure::CodePoints, _) => {
                let mut limits = lengths(bounds);
                if let Some(pattern) = pattern {
                    let open = ["0", "Infinity"].into_iter().skip(limits.len());
                    limits.extend(open.map(Code::atom));
                    limits.push(Code::atom(regex(pattern)));
                }
                limits
            }
            (Measure::Bytes | Measure::Items, _) => lengths(bounds),
            (Measure::Integer, Some((least, _))) => {
                let suffix = if matches!(builtin, Builtin::U64 | Builtin::I64) { "n" } else { "" };
                pair(bounds, &format!("{least}{suffix}"), suffix)
            }
            (Measure::Integer, None) | (Measure::Float, _) => pair(bounds, "-Infinity", ""),
            (Measure::Nothing, _) => Vec::new(),
        };
        self.call(helper(builtin), limits)
    }
}

/// What makes a schema of a built-in type: a function of `templates/validators.hbs`, with a row in `HELPERS`.
fn helper(builtin: Builtin) -> &'static str {
    match builtin {
        Builtin::String => "string",
        Builtin::Bool => "bool",
        Builtin::U8 => "u8",
        Builtin::U16 => "u16",
        Builtin::U32 => "u32",
        Builtin::I8 => "i8",
        Builtin::I16 => "i16",
        Builtin::I32 => "i32",
        Builtin::Int => "int",
        Builtin::U64 => "u64",
        Builtin::I64 => "i64",
        Builtin::F32 => "f32",
        Builtin::F64 => "f64",
        Builtin::DateTime => "datetime",
        Builtin::Date => "date",
        Builtin::Uuid => "uuid",
        Builtin::Bytes => "bytes",
        Builtin::Json => "json",
    }
}

/// The arguments for a least and a most of something that is counted.
fn lengths<'m>(bounds: &Bounds) -> Vec<Code<'m>> {
    // Nothing has fewer than none.
    let bounds = Bounds { min: bounds.min.filter(|min| *min != Bound::Int(0)), ..*bounds };
    pair(&bounds, "0", "")
}

fn pair<'m>(bounds: &Bounds, least: &str, suffix: &str) -> Vec<Code<'m>> {
    let number = |bound: Bound| match bound {
        Bound::Int(value) => format!("{value}{suffix}"),
        Bound::Float(value) => float_literal(value),
    };
    let min = bounds.min.map_or_else(|| least.to_owned(), number);
    let max = bounds.max.map(number);
    let is_open = bounds.min.is_none() && max.is_none();
    let arguments = if is_open { Vec::new() } else { [min].into_iter().chain(max).collect() };
    arguments.into_iter().map(Code::atom).collect()
}

/// A wire name as a literal.
pub(in crate::ts) fn literal<'m>(name: &str) -> Code<'m> {
    Code::atom(string(name))
}
