//! The types that the schema declares and those that events bring along, with their constants.

use super::constraint::constraint;
use super::docs::{More, comment, listed};
use super::externals;
use super::flow::Form;
use super::layout::{Doc, bracketed, print, text, union};
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
    pub(super) fn new(model: &'m Model, types: &'m Types<'m>, taken: &mut Taken) -> Self {
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
                    vec![ExportView { doc: self.doc(id, Form::Received, Vec::new(), More::default()), text }]
                }
            },
            TypeKind::Object(fields) => self.each_form(id, |form| {
                let fields = braced(fields.iter().map(|field| self.field(id, def, field, form)), 0);
                let text = format!("interface {} {fields}", self.types.name(id, form));
                (text, Vec::new(), More::default())
            }),
            TypeKind::Enum { values, open, repr } => self.enumeration(id, def, values, *open, *repr),
            TypeKind::Union(union) => self.union(id, def, union),
        }
    }

    fn alias(&self, id: TypeId, ty: &Type) -> Vec<ExportView> {
        self.each_form(id, |form| {
            let text = self.defined(self.types.name(id, form), self.types.assigned(ty, form));
            (text, constraint(ty).into_iter().collect(), More::default())
        })
    }

    /// A nominal type, and the function that makes a value one.
    fn brand(&self, id: TypeId, def: &TypeDef, ty: &Type) -> Vec<ExportView> {
        let mut exports = self.each_form(id, |form| {
            let arguments = vec![self.types.of(ty, form), text(string(&def.name))];
            let brand = bracketed(format!("{}<", self.types.brand), arguments, "", ">");
            let text = self.defined(self.types.name(id, form), Doc::Fluid(Box::new(brand)));
            (text, constraint(ty).into_iter().collect(), More::default())
        });
        let form = if self.types.input(id).is_some() { Form::Sent } else { Form::Received };
        let name = self.types.name(id, form);
        // The one constant of a file that could be called like a type.
        let function = if def.name == "EVENTS" { "EVENTS_" } else { &def.name };
        let value = Doc::Concat(vec![text("value:"), self.types.annotation(ty, form, false)]);
        let head = [bracketed(format!("function {function}("), vec![value], ",", ")"), text(format!(": {name} {{"))];
        let doc = format!("Takes a value for a {{@link {name}}}. Nothing is checked.");
        exports.push(ExportView {
            doc: comment(Some(&doc), &[], &More::default(), 0),
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
            let mut notes = Vec::new();
            let mut more = More::default();
            if open {
                notes.push("May grow: a newer version may have other values.".to_owned());
            }
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
            (self.defined(self.types.name(id, form), definition), notes, more)
        });
        let doc = format!("The known values of {}.", tsdoc_code(&def.name));
        exports.push(ExportView {
            doc: comment(Some(&doc), &[], &More::default(), 0),
            text: array_constant(&self.constants.values(def), &literals, is_number),
        });
        exports
    }

    fn field(&self, owner: TypeId, def: &TypeDef, field: &Field, form: Form) -> String {
        let may_be_left_out = field.optional || (form == Form::Sent && field.default.is_some());
        let undefined = may_be_left_out && self.types.takes_undefined(owner, form);
        let name = format!("{}{}:", key(&field.wire), if may_be_left_out { "?" } else { "" });
        let declaration = [text(name), self.types.annotation(&field.ty, form, undefined), text(";")];
        let notes: Vec<String> = constraint(&field.ty).into_iter().collect();
        let mut more = More::default();
        if form == Form::Sent {
            more.default_value(field.default.as_ref());
        }
        more.example(field.example.as_ref());
        more.deprecated(field.deprecated.as_ref(), |instead| match &def.kind {
            TypeKind::Object(fields) if is_name(instead) && fields.iter().any(|field| field.wire == instead) => {
                format!("{{@link {}.{instead}}}", self.types.name(owner, form))
            }
            _ => self.link(instead),
        });
        comment(field.doc.as_deref(), &notes, &more, 2) + "  " + &print(&declaration, 2)
    }

    /// A link to a type of that name, or what was written.
    pub(super) fn link(&self, name: &str) -> String {
        let is_type = self.model.types.iter().any(|def| def.name == name && !matches!(def.origin, Origin::Args(_)));
        if is_type { format!("{{@link {name}}}") } else { tsdoc_code(name) }
    }

    /// A definition in each form that a type has, with its documentation.
    pub(super) fn each_form(
        &self,
        id: TypeId,
        write: impl Fn(Form) -> (String, Vec<String>, More),
    ) -> Vec<ExportView> {
        let sent = self.types.input(id).map(|_| Form::Sent);
        let forms = [Form::Received].into_iter().chain(sent);
        let export = |form| {
            let (text, notes, more) = write(form);
            ExportView { doc: self.doc(id, form, notes, more), text }
        };
        forms.map(export).collect()
    }

    fn doc(&self, id: TypeId, form: Form, mut notes: Vec<String>, mut more: More) -> String {
        let def = self.model.type_def(id);
        if form == Form::Sent {
            notes.push(format!("A {{@link {}}} as it is sent.", def.name));
        }
        more.example(def.example.as_ref());
        more.deprecated(def.deprecated.as_ref(), |instead| self.link(instead));
        let doc = def.doc.clone().or_else(|| origin_doc(&def.origin));
        comment(doc.as_deref(), &notes, &more, 0)
    }

    /// `type Name = …;`, as it stands behind `export `.
    pub(super) fn defined(&self, name: &str, definition: Doc<'_>) -> String {
        exported(&[text(format!("type {name} =")), definition, text(";")])
    }
}

/// Members, each with its indentation, in braces that begin on a line which is indented by `indent`.
pub(super) fn braced(members: impl Iterator<Item = String>, indent: usize) -> String {
    let mut out = String::from("{");
    for member in members {
        out.push('\n');
        out.push_str(&member);
    }
    // Empty braces stay together.
    if out.len() > 1 {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
    }
    out + "}"
}

/// What fits behind `export `.
pub(super) fn exported(docs: &[Doc<'_>]) -> String {
    const EXPORT: &str = "export ";
    let behind: Vec<Doc<'_>> = [text(EXPORT)].into_iter().chain(docs.iter().cloned()).collect();
    print(&behind, 0).split_off(EXPORT.len())
}

/// `const ROLE_VALUES = ["viewer", "editor"] as const;`
pub(super) fn array_constant(name: &str, literals: &[String], numbers: bool) -> String {
    let items = literals.iter().map(String::as_str);
    let list = match numbers && literals.len() > 1 {
        true => bracketed("[", vec![Doc::Fill(items.map(Into::into).collect())], "", "]"),
        false => bracketed("[", items.map(text).collect(), ",", "]"),
    };
    exported(&[text(format!("const {name} = ")), list, text(" as const;")])
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
