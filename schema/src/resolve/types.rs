//! Types: looked up, given names, held against their bounds.

use super::{Resolver, bounds, doc_text, hole, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    BUILTINS, Bounds, Builtin, EnumValue, Field, Measure, Origin, Type, TypeDef, TypeId, TypeKind,
};
use crate::names;
use crate::source::Span;
use crate::syntax::file::{FieldDecl, Name, TypeDecl, TypeExpr, TypeKind as Written, ValueDecl};
use crate::syntax::is_number;
use crate::syntax::tree::shown;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Types that other languages have, and what to write instead.
const FOREIGN: &[(&str, &str)] = &[
    ("number", "write `int` for an integer, `f64` for any number"),
    ("integer", "write `int`"),
    ("i128", "write `i64`"),
    ("u128", "write `u64`"),
    ("usize", "write `u32` or `u64`"),
    ("isize", "write `i32` or `i64`"),
    ("float", "write `f64`"),
    ("double", "write `f64`"),
    ("boolean", "write `bool`"),
    ("true", "write `bool`"),
    ("false", "write `bool`"),
    ("str", "write `string`"),
    ("text", "write `string`"),
    ("String", "write `string`"),
    ("char", "write `string(1..=1)`"),
    ("any", "write `json`"),
    ("unknown", "write `json`"),
    ("object", "write `json` for anything, `map<T>`, or an object with fields such as `{ id: uuid }`"),
    ("Date", "write `datetime`, or `date` for a day of the calendar"),
    ("DateTime", "write `datetime`"),
    ("timestamp", "write `datetime`"),
    ("time", "write `datetime`"),
    ("UUID", "write `uuid`"),
    ("Uuid", "write `uuid`"),
    ("bigint", "write `i64` or `u64`"),
    ("list", "write `list<T>`, with the type of its items for `T`"),
    ("map", "write `map<T>`, with the type of its values for `T`"),
    ("array", "write `list<T>`"),
    ("enum", "write `enum(a | b)`, or `{ enum: [a, b] }`"),
    ("none", "`none` can only stand behind `ack`; leave other keys out"),
    ("void", "leave the key out"),
    ("undefined", "mark what may be absent at its name: `name?: string`"),
];

/// Built-in types of the language that a later version of sockgen reads.
const LATER: &[&str] = &["bytes", "raw"];
/// What else cannot be the name of a type.
const WORDS: &[&str] = &["list", "map", "enum", "null", "Null", "NULL", "none"];

/// All types, and the declared ones by name.
pub(super) struct TypeTable<'a> {
    pub(super) defs: Vec<TypeDef>,
    /// Where each is written, name and all.
    pub(super) extents: Vec<Span>,
    by_name: HashMap<&'a str, TypeId>,
    /// The names on which inline types have built theirs.
    bases: HashSet<String>,
}

impl<'a> TypeTable<'a> {
    /// Gives every declared type its place, so that they may name each other in any order.
    pub(super) fn declare(declared: &'a [TypeDecl<'a>]) -> Self {
        let mut table = TypeTable {
            defs: Vec::with_capacity(declared.len()),
            extents: Vec::with_capacity(declared.len()),
            by_name: HashMap::with_capacity(declared.len()),
            bases: HashSet::with_capacity(declared.len()),
        };
        for decl in declared {
            let name = names::type_name(decl.name.value).unwrap_or_else(|_| stand_in_name(decl.name.span));
            let extent = Span { end: decl.ty.span.end.max(decl.name.span.end), ..decl.name.span };
            let id = table.reserve(name, Origin::Declared, decl.name.span, extent);
            table.by_name.insert(decl.name.value, id);
        }
        table
    }

    pub(super) fn reserve(&mut self, name: String, origin: Origin, span: Span, extent: Span) -> TypeId {
        let id = TypeId(self.defs.len() as u32);
        self.extents.push(extent);
        self.defs.push(TypeDef { name, origin, doc: None, example: None, kind: hole(), span });
        id
    }

    pub(super) fn def_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.defs[id.0 as usize]
    }

    /// The name on which the inline types inside a type build theirs: the type's own. Where two types have one name,
    /// which is reported, the second one's inline types are kept from meeting the first one's.
    pub(super) fn base_of<'n>(&mut self, name: &'n str, place: Span) -> Cow<'n, str> {
        match self.bases.insert(name.to_owned()) {
            true => Cow::Borrowed(name),
            false => Cow::Owned(stand_in_name(place)),
        }
    }
}

/// Where a type stands, for the types without a name of their own in it.
pub(super) struct Home<'h> {
    /// What an inline type here is called.
    pub(super) name: &'h str,
    /// The key that it belongs to.
    pub(super) place: Span,
    /// Where its name comes from.
    pub(super) origin: Origin,
}

impl Home<'_> {
    fn inside<'h>(&self, name: &'h str) -> Home<'h> {
        Home { name, place: self.place, origin: Origin::Inline }
    }
}

/// What fills a hole: errors keep it from ever being emitted.
pub(super) fn stand_in() -> Type {
    Type::Builtin { builtin: Builtin::Json, bounds: Bounds::default() }
}

/// The inline object or enum in a type, below nothing but `| null`, lists and maps.
pub(super) fn inline_part<'a>(ty: &'a TypeExpr<'a>) -> Option<&'a TypeExpr<'a>> {
    match &ty.kind {
        Written::Object(_) | Written::Enum { .. } => Some(ty),
        Written::Nullable(inner) => inline_part(inner),
        _ => None,
    }
}

/// Puts a type where the inline part of a written one was.
pub(super) fn wrapped(ty: &TypeExpr<'_>, inner: Type) -> Type {
    match &ty.kind {
        Written::Nullable(below) => Type::Nullable(Box::new(wrapped(below, inner))),
        _ => inner,
    }
}

/// The numbers of a type's bounds.
fn numbers<'n>(ty: &TypeExpr<'n>) -> Option<[Option<&'n str>; 2]> {
    let limits = &ty.bounds.as_ref()?.value;
    Some([limits.min, limits.max].map(|side| side.map(|number| number.value)))
}

/// Whether two written types are the same but for documentation, examples and places.
pub(super) fn same_shape(a: &TypeExpr<'_>, b: &TypeExpr<'_>) -> bool {
    numbers(a) == numbers(b)
        && match (&a.kind, &b.kind) {
            (Written::Name(a), Written::Name(b)) => a.value == b.value,
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

impl<'a> Resolver<'a> {
    pub(super) fn declared_types(&mut self) {
        for (at, decl) in self.file.types.iter().enumerate() {
            let written = decl.name.value;
            if let Err(error) = names::type_name(written) {
                let finding = super::invalid_name(&decl.name, "type", error);
                self.push(finding.help("rename it, in UpperCamelCase"));
            }
            if Builtin::from_name(written).is_some() || WORDS.contains(&written) || LATER.contains(&written) {
                let message = format!("`{written}` is a word of the language");
                let finding = Diagnostic::new(Code::ReservedName, decl.name.span, message);
                self.push(finding.help("choose another name, in UpperCamelCase"));
            }
            let name = self.types.defs[at].name.clone();
            let base = self.types.base_of(&name, decl.name.span);
            let home = Home { name: &base, place: decl.name.span, origin: Origin::Inline };
            let kind = self.kind_of(&decl.ty, &home);
            let example = self.example(&decl.ty, &kind);
            let def = &mut self.types.defs[at];
            def.doc = doc_text(&decl.doc);
            def.example = example;
            def.kind = kind;
        }
    }

    pub(super) fn example(&self, ty: &TypeExpr<'_>, kind: &TypeKind) -> Option<serde_json::Value> {
        let example = ty.example.as_ref()?;
        // `example: 123` of a string is the text `123`: quotes would be noise there.
        let is_text = match kind {
            TypeKind::Alias(ty) => self.is_text(ty),
            TypeKind::Enum { .. } => true,
            TypeKind::Object(_) => false,
        };
        if is_text && (example.value.is_number() || example.value.is_boolean()) {
            return Some(self.sources.text(example.span).into());
        }
        Some(example.value.clone())
    }

    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::Builtin { builtin, .. } => builtin.row().wire.starts_with("string"),
            Type::Nullable(inner) => self.is_text(inner),
            _ => false,
        }
    }

    /// What a type with a name of its own is.
    pub(super) fn kind_of(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>) -> TypeKind {
        match &ty.kind {
            Written::Object(fields) => {
                self.no_bounds(ty, "an object");
                TypeKind::Object(self.fields(fields, home.name))
            }
            Written::Enum { values, open } => {
                self.no_bounds(ty, "an enum");
                self.enumeration(values, *open)
            }
            _ => TypeKind::Alias(self.bare(ty, &home.inside(home.name))),
        }
    }

    fn no_bounds(&mut self, ty: &TypeExpr<'_>, what: &str) {
        if let Some(bounds) = &ty.bounds {
            let message = format!("{what} has nothing to bound");
            let finding = Diagnostic::new(Code::BoundsKind, bounds.span, message);
            self.push(finding.help("remove the bounds"));
        }
    }

    /// A type at any place.
    pub(super) fn ty(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>) -> Type {
        let is_inline = matches!(ty.kind, Written::Object(_) | Written::Enum { .. });
        if let Some(doc) = ty.doc.as_ref().filter(|_| !is_inline) {
            let message =
                "this documentation is shown nowhere: the type at this place has no name of its own";
            let finding = Diagnostic::new(Code::DanglingDoc, doc.span, message);
            self.push(finding.help("document what has this type, or declare the type under `types:`"));
        }
        self.bare(ty, home)
    }

    fn bare(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>) -> Type {
        match &ty.kind {
            Written::Invalid => stand_in(),
            Written::Name(written) => self.named(ty, written),
            Written::Nullable(inner) => {
                if let Written::Nullable(_) = inner.kind {
                    let finding = Diagnostic::new(Code::TypeSyntax, ty.span, "`| null` stands twice");
                    self.push(finding.help("write it once"));
                }
                Type::Nullable(Box::new(self.ty(inner, home)))
            }
            Written::List(items) => {
                let items = Box::new(self.inner(items, home, "Item"));
                Type::List { items, bounds: self.bounds(ty, Measure::Items, None) }
            }
            Written::Map(values) => {
                let values = Box::new(self.inner(values, home, "Value"));
                Type::Map { values, bounds: self.bounds(ty, Measure::Items, None) }
            }
            Written::Object(_) | Written::Enum { .. } => {
                Type::Named { id: self.inline(ty, home), boxed: false }
            }
        }
    }

    /// What a list or a map holds.
    fn inner(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>, suffix: &str) -> Type {
        // Most hold a type with a name, and need none.
        if !holds_inline(ty) {
            return self.ty(ty, &home.inside(home.name));
        }
        self.ty(ty, &home.inside(&format!("{}{suffix}", home.name)))
    }

    /// Gives an inline object or enum a name.
    pub(super) fn inline(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>) -> TypeId {
        let id = self.types.reserve(home.name.to_owned(), home.origin.clone(), home.place, ty.span);
        let base = self.types.base_of(home.name, home.place);
        let kind = self.kind_of(ty, &home.inside(&base));
        let example = self.example(ty, &kind);
        let def = self.types.def_mut(id);
        def.doc = doc_text(&ty.doc);
        def.example = example;
        def.kind = kind;
        id
    }

    fn named(&mut self, ty: &TypeExpr<'_>, written: &Name<'_>) -> Type {
        let name = written.value;
        if let Some(builtin) = Builtin::from_name(name) {
            let row = builtin.row();
            return Type::Builtin { builtin, bounds: self.bounds(ty, row.measure, row.range) };
        }
        if let Some(id) = self.types.by_name.get(name).copied() {
            if let Some(bounds) = &ty.bounds {
                let message = format!("bounds cannot stand on the declared type `{}`", shown(name));
                let help = format!(
                    "put them where `{0}` is declared, or declare another type that has them",
                    shown(name)
                );
                self.push(Diagnostic::new(Code::BoundsKind, bounds.span, message).help(help));
            }
            return Type::Named { id, boxed: false };
        }
        self.unknown_type(written)
    }

    /// Reports a name that is no type. Returns the type that was probably meant, so that code which is right about it
    /// is not reported by the compiler as well.
    fn unknown_type(&mut self, written: &Name<'_>) -> Type {
        let (name, span) = (written.value, written.span);
        let not_yet = |message: String, help: &str| Diagnostic::new(Code::NotYet, span, message).help(help);
        if LATER.contains(&name) {
            let message = format!("`{name}` is not supported by this version of sockgen yet");
            self.push(not_yet(message, "leave the event to hand-written code for now"));
            return stand_in();
        }
        if name.contains('.') {
            let message = "imports are not supported by this version of sockgen yet".to_owned();
            self.push(not_yet(message, "declare the type in this file"));
            return stand_in();
        }
        if self.file.types.is_empty()
            && !self.file.complete
            && !FOREIGN.iter().any(|(foreign, _)| *foreign == name)
        {
            return stand_in();
        }
        let mut meant = None;
        let help = match FOREIGN.iter().find(|(foreign, _)| *foreign == name) {
            Some((_, ours)) => (*ours).to_owned(),
            None if is_number(name) => {
                "a number is a value, not a type: write `int`, `u8(1..=3)` or `f64`".to_owned()
            }
            None => {
                let declared = self.file.types.iter().map(|decl| decl.name.value);
                let known = declared.chain(BUILTINS.iter().map(|row| row.name)).chain(["list", "map"]);
                match self.guesses.nearest(name, known) {
                    Some(near) => {
                        meant = Some(near);
                        format!("did you mean `{near}`?")
                    }
                    None => "declare it under `types:`".to_owned(),
                }
            }
        };
        let message = format!("there is no type `{}`", shown(name));
        self.push(Diagnostic::new(Code::UnknownType, span, message).help(help));
        match meant {
            None => stand_in(),
            Some(near) => match (Builtin::from_name(near), self.types.by_name.get(near)) {
                (Some(builtin), _) => Type::Builtin { builtin, bounds: Bounds::default() },
                // Between declared types a guess could close a cycle that nobody wrote.
                (None, Some(id)) if self.in_events => Type::Named { id: *id, boxed: false },
                (None, _) => stand_in(),
            },
        }
    }

    fn bounds(&mut self, ty: &TypeExpr<'_>, measure: Measure, range: Option<(i128, i128)>) -> Bounds {
        match &ty.bounds {
            None => Bounds::default(),
            Some(limits) => bounds::bounds(limits, measure, range, self.diagnostics),
        }
    }

    fn fields(&mut self, fields: &'a [FieldDecl<'a>], owner: &str) -> Vec<Field> {
        // Two fields whose names meet are reported as that; their inline types are kept from meeting as well.
        let mut with_types: HashSet<String> = HashSet::new();
        let mut resolved = Vec::with_capacity(fields.len());
        for field in fields {
            let names = self.code_names(&field.name, "field", "rename the field");
            let name = match holds_inline(&field.ty) {
                false => String::new(),
                true if with_types.insert(names.snake.clone()) => format!("{owner}{}", names.pascal),
                true => stand_in_name(field.name.span),
            };
            let ty =
                self.ty(&field.ty, &Home { name: &name, place: field.name.span, origin: Origin::Inline });
            // An inline type has its example itself.
            let is_inline = matches!(field.ty.kind, Written::Object(_) | Written::Enum { .. });
            let example = match field.ty.example.is_some() && !is_inline {
                true => self.example(&field.ty, &TypeKind::Alias(ty.clone())),
                false => None,
            };
            resolved.push(Field {
                wire: field.name.value.to_owned(),
                names,
                optional: field.optional,
                ty,
                doc: doc_text(&field.doc),
                example,
                span: field.name.span,
            });
        }
        resolved
    }

    fn enumeration(&mut self, values: &[ValueDecl<'_>], open: bool) -> TypeKind {
        let help = "choose a value that begins with a letter from a to z";
        let values = values
            .iter()
            .map(|value| EnumValue {
                wire: value.value.value.to_owned(),
                variant: self.code_names(&value.value, "value", help).pascal,
                doc: doc_text(&value.doc),
                span: value.value.span,
            })
            .collect();
        TypeKind::Enum { values, open }
    }
}

/// Whether a type is an inline object or enum, or holds one.
fn holds_inline(ty: &TypeExpr<'_>) -> bool {
    match &ty.kind {
        Written::Object(_) | Written::Enum { .. } => true,
        Written::List(inner) | Written::Map(inner) | Written::Nullable(inner) => holds_inline(inner),
        Written::Name(_) | Written::Invalid => false,
    }
}
