//! Types: looked up, given names, held against their bounds.

use super::{Resolver, bounds, doc_text, hole};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    BUILTINS, Bounds, Builtin, EnumValue, Field, Measure, Origin, Type, TypeDef, TypeId, TypeKind,
};
use crate::names;
use crate::source::{Span, Spanned};
use crate::suggest::nearest;
use crate::syntax::file::{FieldDecl, TypeDecl, TypeExpr, TypeKind as Written, ValueDecl};
use crate::syntax::yaml::shown;
use std::collections::HashMap;

/// Types that other languages have, and what a schema calls them.
const FOREIGN: &[(&str, &str)] = &[
    ("number", "f64` for a number, `int` for an integer, or `u32"),
    ("integer", "int"),
    ("i128", "i64"),
    ("u128", "u64"),
    ("usize", "u32"),
    ("isize", "i32"),
    ("float", "f64"),
    ("double", "f64"),
    ("boolean", "bool"),
    ("str", "string"),
    ("text", "string"),
    ("String", "string"),
    ("char", "string(1..=1)"),
    ("any", "json"),
    ("unknown", "json"),
    ("object", "json` for anything, `map<T>`, or an object with fields such as `{ id: uuid }"),
    ("Date", "datetime"),
    ("DateTime", "datetime"),
    ("timestamp", "datetime"),
    ("time", "datetime"),
    ("UUID", "uuid"),
    ("Uuid", "uuid"),
    ("bigint", "i64"),
];

/// Built-in types of the language that a later version of sockgen reads.
const LATER: &[&str] = &["bytes", "raw"];

/// All types, and the declared ones by name.
pub(super) struct TypeTable {
    pub(super) defs: Vec<TypeDef>,
    by_name: HashMap<String, TypeId>,
}

impl TypeTable {
    /// Gives every declared type its place, so that they may name each other in any order.
    pub(super) fn declare(declared: &[TypeDecl]) -> Self {
        let mut table = TypeTable { defs: Vec::new(), by_name: HashMap::new() };
        for decl in declared {
            let name = names::type_name(&decl.name.value).unwrap_or_else(|_| decl.name.value.clone());
            let id = table.reserve(name, Origin::Declared, decl.name.span);
            table.by_name.insert(decl.name.value.clone(), id);
        }
        table
    }

    pub(super) fn reserve(&mut self, name: String, origin: Origin, span: Span) -> TypeId {
        let id = TypeId(self.defs.len() as u32);
        self.defs.push(TypeDef { name, origin, doc: None, example: None, kind: hole(), span });
        id
    }
}

/// What fills a hole: errors keep it from ever being emitted.
pub(super) fn stand_in() -> Type {
    Type::Builtin { builtin: Builtin::Json, bounds: Bounds::default() }
}

/// The inline object or enum in a type, below nothing but `| null`, lists and maps.
pub(super) fn inline_part(ty: &TypeExpr) -> Option<&TypeExpr> {
    match &ty.kind {
        Written::Object(_) | Written::Enum { .. } => Some(ty),
        Written::Nullable(inner) => inline_part(inner),
        _ => None,
    }
}

/// Puts a type where the inline part of a written one was.
pub(super) fn wrapped(ty: &TypeExpr, inner: Type) -> Type {
    match &ty.kind {
        Written::Nullable(below) => Type::Nullable(Box::new(wrapped(below, inner))),
        _ => inner,
    }
}

/// Whether two written types are the same but for documentation, examples and places.
pub(super) fn same_shape(a: &TypeExpr, b: &TypeExpr) -> bool {
    let values = |limits: &Option<Spanned<crate::syntax::file::Limits>>| {
        let text = |side: &Option<Spanned<String>>| side.as_ref().map(|number| number.value.clone());
        limits.as_ref().map(|limits| (text(&limits.value.min), text(&limits.value.max)))
    };
    values(&a.bounds) == values(&b.bounds)
        && match (&a.kind, &b.kind) {
            (Written::Name(a), Written::Name(b)) => a == b,
            (Written::List(a), Written::List(b))
            | (Written::Map(a), Written::Map(b))
            | (Written::Nullable(a), Written::Nullable(b)) => same_shape(a, b),
            (Written::Object(a), Written::Object(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(a, b)| {
                        a.name.value == b.name.value && a.optional == b.optional && same_shape(&a.ty, &b.ty)
                    })
            }
            (Written::Enum { values: a, open: x }, Written::Enum { values: b, open: y }) => {
                x == y && a.iter().map(|v| &v.value.value).eq(b.iter().map(|v| &v.value.value))
            }
            (Written::Invalid, Written::Invalid) => true,
            _ => false,
        }
}

impl Resolver<'_> {
    pub(super) fn declared_types(&mut self, declared: &[TypeDecl]) {
        for (at, decl) in declared.iter().enumerate() {
            if let Err(error) = names::type_name(&decl.name.value) {
                let finding =
                    super::invalid_name(&decl.name, "type", error).help("rename it, in UpperCamelCase");
                self.push(finding);
            }
            if Builtin::from_name(&decl.name.value).is_some()
                || ["list", "map", "enum", "null", "none"].contains(&&*decl.name.value)
                || LATER.contains(&&*decl.name.value)
            {
                let message = format!("`{}` is a type of the language", decl.name.value);
                let finding = Diagnostic::new(Code::ReservedName, decl.name.span, message)
                    .help("choose another name, in UpperCamelCase");
                self.push(finding);
            }
            let name = self.types.defs[at].name.clone();
            let kind = self.kind_of(&decl.ty, &name);
            let example = self.example(&decl.ty, &kind);
            let def = &mut self.types.defs[at];
            def.doc = doc_text(&decl.doc);
            def.example = example;
            def.kind = kind;
        }
    }

    fn example(&self, ty: &TypeExpr, kind: &TypeKind) -> Option<serde_json::Value> {
        let example = ty.example.as_ref()?;
        // `example: 123` of a string is the text `123`: quotes would be noise there.
        let is_text = match kind {
            TypeKind::Alias(Type::Builtin { builtin, .. }) => builtin.row().wire.starts_with("string"),
            TypeKind::Enum { .. } => true,
            _ => false,
        };
        if is_text && (example.value.is_number() || example.value.is_boolean()) {
            return Some(self.sources.text(example.span).into());
        }
        Some(example.value.clone())
    }

    /// What a type with a name of its own is. `name` is what inline types inside build theirs on.
    pub(super) fn kind_of(&mut self, ty: &TypeExpr, name: &str) -> TypeKind {
        match &ty.kind {
            Written::Object(fields) => TypeKind::Object(self.fields(fields, name)),
            Written::Enum { values, open } => self.enumeration(ty, values, *open),
            _ => TypeKind::Alias(self.ty(ty, name, &Origin::Inline)),
        }
    }

    /// A type at any place. An inline object or enum becomes a type called `name`.
    pub(super) fn ty(&mut self, ty: &TypeExpr, name: &str, origin: &Origin) -> Type {
        match &ty.kind {
            Written::Invalid => stand_in(),
            Written::Name(written) => self.named(ty, written),
            Written::Nullable(inner) => {
                if let Written::Nullable(_) = inner.kind {
                    let finding = Diagnostic::new(Code::TypeSyntax, ty.span, "`| null` stands twice");
                    self.push(finding.help("write it once"));
                }
                Type::Nullable(Box::new(self.ty(inner, name, origin)))
            }
            Written::List(items) => {
                let items = Box::new(self.ty(items, &format!("{name}Item"), &Origin::Inline));
                Type::List { items, bounds: self.bounds(ty, Measure::Items, None) }
            }
            Written::Map(values) => {
                let values = Box::new(self.ty(values, &format!("{name}Value"), &Origin::Inline));
                Type::Map { values, bounds: self.bounds(ty, Measure::Items, None) }
            }
            Written::Object(_) | Written::Enum { .. } => {
                let id = self.types.reserve(name.to_owned(), origin.clone(), ty.span);
                let kind = self.kind_of(ty, name);
                let example = self.example(ty, &kind);
                let def = &mut self.types.defs[id.0 as usize];
                def.doc = doc_text(&ty.doc);
                def.example = example;
                def.kind = kind;
                Type::Named { id, boxed: false }
            }
        }
    }

    fn named(&mut self, ty: &TypeExpr, written: &str) -> Type {
        if let Some(builtin) = Builtin::from_name(written) {
            let row = builtin.row();
            return Type::Builtin { builtin, bounds: self.bounds(ty, row.measure, row.range) };
        }
        if let Some(id) = self.types.by_name.get(written).copied() {
            if let Some(bounds) = &ty.bounds {
                let finding = Diagnostic::new(
                    Code::BoundsKind,
                    bounds.span,
                    format!("bounds cannot stand on the declared type `{written}`"),
                )
                .help(format!(
                    "put them where `{written}` is declared, or declare another type with its own bounds"
                ));
                self.push(finding);
            }
            return Type::Named { id, boxed: false };
        }
        self.unknown_type(ty, written);
        stand_in()
    }

    fn unknown_type(&mut self, ty: &TypeExpr, written: &str) {
        // The place is the name alone, not the bounds behind it.
        let length = written.len().min(ty.span.range().len());
        let span = ty.span.part(0..length);
        if LATER.contains(&written) {
            let message = format!("`{written}` is not supported by this version of sockgen yet");
            self.push(
                Diagnostic::new(Code::NotYet, span, message)
                    .help("leave the event to hand-written code for now"),
            );
            return;
        }
        if written.contains('.') {
            let message = "imports are not supported by this version of sockgen yet";
            self.push(Diagnostic::new(Code::NotYet, span, message).help("declare the type in this file"));
            return;
        }
        let finding =
            Diagnostic::new(Code::UnknownType, span, format!("there is no type `{}`", shown(written)));
        let mut known: Vec<&str> = self.types.by_name.keys().map(String::as_str).collect();
        known.sort_unstable();
        known.extend(BUILTINS.iter().map(|row| row.name).chain(["list", "map"]));
        let foreign = FOREIGN.iter().find(|(name, _)| *name == written).map(|(_, ours)| *ours);
        let help = match (foreign, nearest(written, known)) {
            (Some(ours), _) => format!("write `{ours}`"),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) if written == "list" || written == "map" => format!("write `{written}<T>`"),
            (None, None) => "declare it under `types:`".to_owned(),
        };
        let help = if written == "list" || written == "map" { format!("write `{written}<T>`") } else { help };
        self.push(finding.help(help));
    }

    fn bounds(&mut self, ty: &TypeExpr, measure: Measure, range: Option<(i128, i128)>) -> Bounds {
        match &ty.bounds {
            None => Bounds::default(),
            Some(limits) => bounds::bounds(limits, measure, range, self.diagnostics),
        }
    }

    fn fields(&mut self, fields: &[FieldDecl], owner: &str) -> Vec<Field> {
        fields
            .iter()
            .map(|field| {
                let names = self.code_names(&field.name, "field", "rename the field");
                let ty = self.ty(&field.ty, &format!("{owner}{}", names.pascal), &Origin::Inline);
                Field {
                    wire: field.name.value.clone(),
                    names,
                    optional: field.optional,
                    ty,
                    doc: doc_text(&field.doc),
                    span: field.name.span,
                }
            })
            .collect()
    }

    fn enumeration(&mut self, ty: &TypeExpr, values: &[ValueDecl], open: bool) -> TypeKind {
        if values.is_empty() {
            let finding = Diagnostic::new(Code::EnumValues, ty.span, "an enum needs at least one value")
                .help("write its values: `{ enum: [waiting, running] }`");
            self.push(finding);
            return hole();
        }
        let values = values
            .iter()
            .map(|value| EnumValue {
                wire: value.value.value.clone(),
                variant: self
                    .code_names(&value.value, "value", "choose a value that begins with a letter")
                    .pascal,
                doc: doc_text(&value.doc),
                span: value.value.span,
            })
            .collect();
        TypeKind::Enum { values, open }
    }
}
