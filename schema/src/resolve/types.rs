//! Types: looked up, given names, held against their bounds.

use super::{Resolver, bounds, doc_text, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Bounds, Builtin, EnumRepr, EnumValue, Field, Measure, Origin, Type, TypeId, TypeKind};
use crate::names;
use crate::source::Span;
use crate::syntax::file::{FieldDecl, Name, TypeExpr, TypeKind as Written, ValueDecl};
use crate::syntax::tree::{Node, shown};
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
    pub(super) fn inside<'h>(&self, name: &'h str) -> Home<'h> {
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
            if Builtin::from_name(written).is_some() || WORDS.contains(&written) {
                let message = format!("`{written}` is a word of the language");
                let finding = Diagnostic::new(Code::ReservedName, decl.name.span, message);
                self.push(finding.help("choose another name, in UpperCamelCase"));
            }
            let name = self.types.defs[at].name.clone();
            let base = self.types.base_of(&name, decl.name.span);
            let home = Home { name: &base, place: decl.name.span, origin: Origin::Inline };
            let kind = self.kind_of(&decl.ty, &home);
            let def = &mut self.types.defs[at];
            def.doc = doc_text(&decl.doc);
            def.kind = kind;
            self.describe(TypeId(at as u32), &decl.ty);
        }
    }

    /// Gives a type with a name of its own what its long form says of it.
    fn describe(&mut self, id: TypeId, ty: &'a TypeExpr<'a>) {
        let Some(notes) = &ty.notes else { return };
        if let Some(example) = notes.example {
            self.later.examples.push((id, example));
        }
        if !notes.include.is_empty() {
            self.include(id, &notes.include);
        }
        let def = self.types.def_mut(id);
        def.deprecated = notes.deprecated.as_ref().map(|(_, deprecated)| deprecated.clone());
        def.extensions =
            notes.extensions.iter().map(|(key, value)| (key.value.to_owned(), value.clone())).collect();
        self.no_default(ty, "a type has no default of its own: the field that has the type has one");
    }

    fn no_default(&mut self, ty: &TypeExpr<'_>, why: &str) {
        if let Some((key, _)) = ty.notes.as_ref().and_then(|notes| notes.default) {
            let finding = Diagnostic::new(Code::Default, key, "`default` belongs to a field").label(why);
            self.push(finding.help("move it to the field: `role: { type: Role, default: viewer }`"));
        }
    }

    /// What a type with a name of its own is.
    pub(super) fn kind_of(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>) -> TypeKind {
        match &ty.kind {
            Written::Object(fields) => {
                self.no_bounds(ty, "an object");
                TypeKind::Object(self.fields(fields, home.name))
            }
            Written::Enum { values, open, numbers } => {
                self.no_bounds(ty, "an enum");
                self.enumeration(values, *open, *numbers)
            }
            Written::Union(union) => {
                self.no_bounds(ty, "a union");
                TypeKind::Union(self.union(union, home))
            }
            Written::Brand(inner) => TypeKind::Brand(self.brand(inner, home)),
            Written::External(external) => TypeKind::External(self.external(external, home)),
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
        self.no_default(ty, "nothing could leave this out");
        self.no_notes(ty);
        self.undefaulted(ty, home)
    }

    /// Reports what would be lost of a type without a name.
    fn no_notes(&mut self, ty: &TypeExpr<'_>) {
        let Some(notes) = ty.notes.as_ref().filter(|_| !ty.is_inline()) else { return };
        let deprecated = notes.deprecated.as_ref().map(|(key, _)| (*key, "deprecated"));
        let extension = notes.extensions.first().map(|(key, _)| (key.span, key.value));
        for (place, key) in deprecated.into_iter().chain(extension) {
            let message =
                format!("`{}` means nothing here: the type at this place has no name of its own", shown(key));
            let finding = Diagnostic::new(Code::UnknownKey, place, message);
            self.push(finding.help("move it to what has this type, or declare the type under `types:`"));
        }
    }

    /// A type at a place that may have a default.
    fn undefaulted(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>) -> Type {
        if let Some(doc) = ty.doc.as_ref().filter(|_| !ty.is_inline()) {
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
            Written::Tuple(items) => {
                self.no_bounds(ty, "a tuple");
                let item = |(at, item)| self.inner(item, home, &format!("Item{}", at + 1));
                Type::Tuple(items.iter().enumerate().map(item).collect())
            }
            Written::Object(_)
            | Written::Enum { .. }
            | Written::Union(_)
            | Written::Brand(_)
            | Written::External(_) => Type::Named { id: self.inline(ty, home), boxed: false },
        }
    }

    /// What a list or a map holds.
    pub(super) fn inner(&mut self, ty: &'a TypeExpr<'a>, home: &Home<'_>, suffix: &str) -> Type {
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
        let def = self.types.def_mut(id);
        def.doc = doc_text(&ty.doc);
        def.kind = kind;
        self.describe(id, ty);
        id
    }

    fn named(&mut self, ty: &TypeExpr<'_>, written: &Name<'_>) -> Type {
        let name = written.value;
        if let Some(builtin) = Builtin::from_name(name) {
            let row = builtin.row();
            let bounds = self.bounds(ty, row.measure, row.range);
            let pattern = self.pattern(ty, builtin);
            return Type::Builtin { builtin, bounds, pattern };
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
            self.no_pattern(ty, "put it where that type is declared, or declare another type that has it");
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
            let home = Home { name: &name, place: field.name.span, origin: Origin::Inline };
            let ty = self.undefaulted(&field.ty, &home);
            let notes = field.ty.notes.as_deref();
            let deprecated = notes.and_then(|notes| notes.deprecated.as_ref());
            // An inline type has its example and its own keys itself; what is on its way out is the field.
            let mut extensions = Vec::new();
            match (field.ty.is_inline(), ty.named(), notes) {
                (true, Some(id), _) => self.types.def_mut(id).deprecated = None,
                (_, _, Some(notes)) => {
                    extensions = super::extensions(&notes.extensions);
                    self.later.of_fields(field.name.span, notes.example, None);
                }
                _ => {}
            }
            if let Some((key, default)) = notes.and_then(|notes| notes.default) {
                self.default(field, key, default);
            }
            resolved.push(Field {
                wire: field.name.value.to_owned(),
                names,
                optional: field.optional,
                ty,
                doc: doc_text(&field.doc),
                example: None,
                default: None,
                deprecated: deprecated.map(|(_, deprecated)| deprecated.clone()),
                extensions,
                span: field.name.span,
            });
        }
        resolved
    }

    /// A default is worked out when all types are known.
    fn default(&mut self, field: &FieldDecl<'a>, key: Span, default: &'a Node<'a>) {
        if field.optional {
            let name = shown(field.name.value);
            let message = format!("`{name}` may be absent, so nothing ever has its default");
            let finding = Diagnostic::new(Code::Default, key, message).help(
                "remove the `?`: a sender may leave out a field that has a default; or remove the default",
            );
            self.push(finding);
            return;
        }
        self.later.of_fields(field.name.span, None, Some(default));
    }

    fn enumeration(&mut self, values: &[ValueDecl<'_>], open: bool, numbers: bool) -> TypeKind {
        let help = "choose a value that begins with a letter from a to z";
        let values = values
            .iter()
            .map(|value| EnumValue {
                wire: value.value.value.to_owned(),
                variant: match (numbers, value.value.value.strip_prefix('-')) {
                    (false, _) => self.code_names(&value.value, "value", help).pascal,
                    (true, None) => format!("N{}", value.value.value),
                    (true, Some(digits)) => format!("Minus{digits}"),
                },
                doc: doc_text(&value.doc),
                span: value.value.span,
            })
            .collect();
        TypeKind::Enum { values, open, repr: if numbers { EnumRepr::Number } else { EnumRepr::Text } }
    }

    fn pattern(&mut self, ty: &TypeExpr<'_>, builtin: Builtin) -> Option<Box<str>> {
        let (_, pattern) = ty.notes.as_ref()?.pattern?;
        if builtin == Builtin::String {
            return Some(pattern.into());
        }
        self.no_pattern(ty, "remove it, or write `type: string`");
        None
    }

    fn no_pattern(&mut self, ty: &TypeExpr<'_>, help: &str) {
        if let Some((key, _)) = ty.notes.as_ref().and_then(|notes| notes.pattern) {
            let finding = Diagnostic::new(Code::Pattern, key, "a pattern belongs to a `string`");
            self.push(finding.help(help));
        }
    }
}

/// Whether a type is an inline one, or holds one.
fn holds_inline(ty: &TypeExpr<'_>) -> bool {
    if ty.is_inline() {
        return true;
    }
    let mut found = false;
    ty.for_each_inner(&mut |inner| found |= holds_inline(inner));
    found
}
