//! The types that the schema declares and those that events bring along, with their constants.

use super::constraint::constraint;
use super::docs::{More, comment, listed, remark};
use super::externals;
use super::flow::Form;
use super::layout::{Doc, bracketed, print_behind, print_to, text, union};
use super::names::{Constants, Taken, key};
use super::types::Types;
use super::unions::OpenNames;
use super::view::ExportView;
use crate::escape_ts::{is_name, string, tsdoc_code};
use sockgen_schema::model::{EnumRepr, EnumValue, Field, Model, Origin, Type, TypeDef, TypeId, TypeKind};
use std::collections::BTreeMap;

/// Writes definitions.
pub(super) struct Defs<'m> {
    model: &'m Model,
    pub(super) types: &'m Types<'m>,
    pub(super) constants: Constants,
    /// The names around open unions.
    pub(super) open: BTreeMap<TypeId, OpenNames>,
}

impl<'m> Defs<'m> {
    pub(super) fn new(model: &'m Model, types: &'m Types<'m>, taken: &mut Taken<'_>) -> Self {
        let with_constant = |def: &&TypeDef| matches!(def.kind, TypeKind::Enum { .. } | TypeKind::Union(_));
        Defs {
            model,
            types,
            constants: Constants::new(model.types.iter().filter(with_constant)),
            open: OpenNames::of_all(model, |id| types.input(id).is_some(), taken),
        }
    }

    /// What is exported for all types, in their order.
    pub(super) fn all(&self) -> Vec<ExportView> {
        self.model.types().flat_map(|(id, def)| self.exports(id, def)).collect()
    }

    /// A type and, of some, constants and functions that belong to it.
    fn exports(&self, id: TypeId, def: &TypeDef) -> Vec<ExportView> {
        match &def.kind {
            // The arguments of an event stand there.
            _ if matches!(def.origin, Origin::Args(_)) => Vec::new(),
            TypeKind::Alias(ty) => self.alias(id, ty),
            TypeKind::Brand(ty) => self.brand(id, def, ty),
            TypeKind::External(external) => match externals::import(external) {
                None => self.alias(id, &external.json),
                Some(ts) => {
                    let text = exported(&self.types.imports.export(id, def, ts));
                    vec![ExportView {
                        doc: self.doc(id, Form::Received, String::new(), More::default()),
                        text,
                    }]
                }
            },
            TypeKind::Object(fields) => self.each_form(id, |form| {
                let mut text = format!("interface {} ", self.types.name(id, form));
                braced(&mut text, fields, 0, |out, field| self.field(out, id, def, field, form));
                (text, String::new(), More::default())
            }),
            TypeKind::Enum { values, open, repr } => self.enumeration(id, def, values, *open, *repr),
            TypeKind::Union(union) => self.union(id, def, union),
        }
    }

    fn alias(&self, id: TypeId, ty: &Type) -> Vec<ExportView> {
        self.each_form(id, |form| {
            let text = self.defined(self.types.name(id, form), self.types.assigned(ty, form));
            (text, constraint(ty, self.types.rich).unwrap_or_default().into_owned(), More::default())
        })
    }

    /// A nominal type, and the function that makes a value one.
    fn brand(&self, id: TypeId, def: &TypeDef, ty: &Type) -> Vec<ExportView> {
        let mut exports = self.each_form(id, |form| {
            let arguments = vec![self.types.of(ty, form), text(string(&def.name))];
            let brand = bracketed(format!("{}<", self.types.brand), arguments, "", ">");
            let text = self.defined(self.types.name(id, form), Doc::Fluid(Box::new(brand)));
            (text, constraint(ty, self.types.rich).unwrap_or_default().into_owned(), More::default())
        });
        let form = if self.types.input(id).is_some() { Form::Sent } else { Form::Received };
        let name = self.types.name(id, form);
        // The one constant of a file that could be called like a type.
        let function = if def.name == "EVENTS" { "EVENTS_" } else { &def.name };
        let value = Doc::Concat(vec![text("value:"), self.types.annotation(ty, form, false)]);
        let head =
            [bracketed(format!("function {function}("), vec![value], ",", ")"), text(format!(": {name} {{"))];
        let doc = format!("Takes a value for a {{@link {name}}}; nothing is checked.");
        exports.push(ExportView {
            doc: remark(&doc),
            text: format!("{}\n  return value as {name};\n}}", exported(&head)),
        });
        exports
    }

    fn enumeration(
        &self,
        id: TypeId,
        def: &TypeDef,
        values: &[EnumValue],
        open: bool,
        repr: EnumRepr,
    ) -> Vec<ExportView> {
        let is_number = repr == EnumRepr::Number;
        let literal = |value: &EnumValue| match repr {
            EnumRepr::Text => string(&value.wire),
            EnumRepr::Number => value.wire.clone(),
        };
        let literals: Vec<String> = values.iter().map(literal).collect();
        let mut exports = self.each_form(id, |form| {
            let grows = if open { "May grow: a newer version may have other values." } else { "" };
            let mut more = More::default();
            for value in values.iter().filter(|value| value.doc.is_some()) {
                more.item(&value.wire, value.doc.as_deref(), None);
            }
            // Any value is one of these, and an editor still completes the known ones.
            let any = if is_number { "(number & {})" } else { "(string & {})" };
            let members = literals.iter().map(String::as_str).chain(open.then_some(any));
            let members: Vec<Doc<'_>> = members.map(text).collect();
            let definition = match <[Doc<'_>; 1]>::try_from(members) {
                Ok([only]) => Doc::Fluid(Box::new(only)),
                Err(members) => union(members),
            };
            (self.defined(self.types.name(id, form), definition), grows.to_owned(), more)
        });
        let doc = format!("The known values of {}.", tsdoc_code(&def.name));
        exports.push(ExportView {
            doc: remark(&doc),
            text: array_constant(&self.constants.values(def), &literals, is_number),
        });
        exports
    }

    fn field(&self, out: &mut String, owner: TypeId, def: &TypeDef, field: &Field, form: Form) {
        let may_be_left_out = field.optional || (form == Form::Sent && field.default.is_some());
        let undefined = may_be_left_out && self.types.takes_undefined(owner, form);
        let mut more = More::default();
        if form == Form::Sent {
            more.default_value(field.default.as_ref());
        }
        more.example(field.example.as_ref());
        more.deprecated(field.deprecated.as_ref(), |instead| match &def.kind {
            TypeKind::Object(fields)
                if is_name(instead) && fields.iter().any(|field| field.wire == instead) =>
            {
                format!("{{@link {}.{instead}}}", self.types.name(owner, form))
            }
            _ => self.link(instead),
        });
        comment(
            out,
            field.doc.as_deref(),
            &constraint(&field.ty, self.types.rich).unwrap_or_default(),
            &more,
            2,
        );
        out.push_str("  ");
        let mark = if may_be_left_out { "?:" } else { ":" };
        let ty = self.types.annotation(&field.ty, form, undefined);
        print_to(out, &[text(key(&field.wire)), text(mark), ty, text(";")], 2);
    }

    /// A link to a type of that name, or what was written.
    pub(super) fn link(&self, name: &str) -> String {
        let is_type =
            self.model.types.iter().any(|def| def.name == name && !matches!(def.origin, Origin::Args(_)));
        if is_type { format!("{{@link {name}}}") } else { tsdoc_code(name) }
    }

    /// A definition in each form that a type has, with its documentation.
    pub(super) fn each_form(
        &self,
        id: TypeId,
        write: impl Fn(Form) -> (String, String, More),
    ) -> Vec<ExportView> {
        let sent = self.types.input(id).map(|_| Form::Sent);
        let forms = [Form::Received].into_iter().chain(sent);
        let export = |form| {
            let (text, note, more) = write(form);
            ExportView { doc: self.doc(id, form, note, more), text }
        };
        forms.map(export).collect()
    }

    fn doc(&self, id: TypeId, form: Form, mut note: String, mut more: More) -> String {
        let def = self.model.type_def(id);
        if form == Form::Sent {
            let gap = if note.is_empty() { "" } else { " " };
            note += &format!("{gap}{{@link {}}} as it is sent.", def.name);
        }
        more.example(def.example.as_ref());
        more.deprecated(def.deprecated.as_ref(), |instead| self.link(instead));
        let origin = if def.doc.is_none() { origin_doc(&def.origin) } else { None };
        let mut out = String::new();
        comment(&mut out, def.doc.as_deref().or(origin.as_deref()), &note, &more, 0);
        out
    }

    /// `type Name = …;`, as it stands behind `export `.
    pub(super) fn defined(&self, name: &str, definition: Doc<'_>) -> String {
        exported(&[text(format!("type {name} =")), definition, text(";")])
    }
}

/// Members in braces that begin on a line which is indented by `indent`. Each is written with its own indentation.
pub(super) fn braced<T>(
    out: &mut String,
    members: impl IntoIterator<Item = T>,
    indent: usize,
    mut write: impl FnMut(&mut String, T),
) {
    out.push('{');
    let mut is_empty = true;
    for member in members {
        out.push('\n');
        write(out, member);
        is_empty = false;
    }
    // Empty braces stay together.
    if !is_empty {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
    }
    out.push('}');
}

/// What fits behind `export `.
pub(super) fn exported(docs: &[Doc<'_>]) -> String {
    let mut out = String::new();
    print_behind(&mut out, docs, 0, "export ".len());
    out
}

/// `const ROLE_VALUES = ["viewer", "editor"] as const;`
pub(super) fn array_constant(name: &str, literals: &[String], numbers: bool) -> String {
    let items = literals.iter().map(String::as_str);
    let list = match numbers && literals.len() > 1 {
        true => bracketed("[", vec![Doc::Fill(items.map(Into::into).collect())], "", "]"),
        false => bracketed("[", items.map(text).collect(), ",", "]"),
    };
    let value = Doc::Fluid(Box::new(Doc::Concat(vec![list, text(" as const")])));
    exported(&[text(format!("const {name} =")), value, text(";")])
}

/// What a type is for that the schema does not document, since it stands inline in an event.
fn origin_doc(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Declared | Origin::Inline | Origin::Args(_) => None,
        Origin::Auth => Some("What a client says when it connects: the option `auth` of `io()`.".to_owned()),
        Origin::ConnectError => {
            Some("Why a connection was refused: the JSON in the `message` of a `connect_error`.".to_owned())
        }
        Origin::Data(events) => {
            let mut names: Vec<&str> = events.iter().map(|(_, wire)| wire.as_str()).collect();
            names.dedup();
            Some(format!("The payload of {}.", listed(names)))
        }
        Origin::Ack(event) => Some(format!("The answer to {}.", tsdoc_code(event))),
        Origin::Error(event) => Some(format!("The error of {}.", tsdoc_code(event))),
    }
}
