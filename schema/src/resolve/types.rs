//! Types: looked up, given names, held against their bounds.

use super::unknown::LATER;
use super::{Resolver, bounds, doc_text, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Bounds, Builtin, EnumRepr, EnumValue, Field, Measure, Origin, Type, TypeId, TypeKind};
use crate::names;
use crate::source::Span;
use crate::syntax::file::{FieldDecl, Name, TypeExpr, TypeKind as Written, ValueDecl};
use crate::syntax::tree::shown;
use std::borrow::Cow;
use std::collections::HashSet;

/// What else cannot be the name of a type.
const WORDS: &[&str] = &["list", "map", "enum", "null", "Null", "NULL", "none", "raw"];

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
    Type::builtin(Builtin::Json)
}

impl<'a> Resolver<'a, '_> {
    pub(super) fn declared_types(&mut self) {
        for (at, decl) in self.declared.clone().into_iter().enumerate() {
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
            TypeKind::Object(_) | TypeKind::Union(_) => false,
            TypeKind::Brand(ty) => self.is_text(ty),
            TypeKind::External(external) => self.is_text(&external.json),
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
        let mut name = Cow::Borrowed(home.name);
        if name.len() > names::LONGEST {
            let message =
                format!("the name of this inline type would be longer than {} characters", names::LONGEST);
            let finding = Diagnostic::new(Code::InvalidName, home.place, message);
            self.push(finding.help("declare the type under `types:`, with a name of its own"));
            name = Cow::Owned(stand_in_name(home.place));
        }
        let id = self.types.reserve(name.clone().into_owned(), home.origin.clone(), home.place, ty.span);
        let base = self.types.base_of(&name, home.place);
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
            let bounds = self.bounds(ty, row.measure, row.range);
            return Type::Builtin { builtin, bounds, pattern: None };
        }
        if let Some(id) = self.types.lookup(self.program, written) {
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

    fn bounds(&mut self, ty: &TypeExpr<'_>, measure: Measure, range: Option<(i128, i128)>) -> Bounds {
        match &ty.bounds {
            None => Bounds::default(),
            Some(limits) => bounds::bounds(limits, measure, range, self.diagnostics),
        }
    }

    pub(super) fn fields(&mut self, fields: &'a [FieldDecl<'a>], owner: &str) -> Vec<Field> {
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
                default: None,
                deprecated: None,
                extensions: Vec::new(),
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
        TypeKind::Enum { values, open, repr: EnumRepr::Text }
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
