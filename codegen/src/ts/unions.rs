//! Unions: discriminated ones, and what an open one needs so that it still can be told apart.

use super::constraint::constraint;
use super::defs::{Defs, array_constant, exported};
use super::docs::{More, remark};
use super::flow::Form;
use super::layout::{self, Doc, bracketed, object, print, text};
use super::names::{Taken, key, member};
use super::view::ExportView;
use crate::escape_ts::{string, tsdoc_code};
use sockgen_schema::model::{Member, Model, Tagging, TypeDef, TypeId, TypeKind, Union};
use std::collections::BTreeMap;

/// The names around an open union `Op`.
#[derive(Debug)]
pub(super) struct OpenNames {
    /// `KnownOp`, received and sent.
    known: String,
    known_input: Option<String>,
    /// `UnknownOp`.
    unknown: String,
    /// `isKnownOp`.
    is_known: String,
}

impl OpenNames {
    /// The names around all open unions, by their ids.
    pub(super) fn of_all(
        model: &Model,
        input: impl Fn(TypeId) -> bool,
        taken: &mut Taken<'_>,
    ) -> BTreeMap<TypeId, Self> {
        let mut names = |(id, def): (TypeId, &TypeDef)| {
            let TypeKind::Union(Union { open: true, .. }) = def.kind else { return None };
            let names = OpenNames {
                known: taken.claim(format!("Known{}", def.name)),
                known_input: input(id).then(|| taken.claim(format!("Known{}Input", def.name))),
                unknown: taken.claim(format!("Unknown{}", def.name)),
                is_known: taken.claim(format!("isKnown{}", def.name)),
            };
            Some((id, names))
        };
        model.types().filter_map(&mut names).collect()
    }

    fn known(&self, form: Form) -> &str {
        match (&self.known_input, form) {
            (Some(input), Form::Sent) => input,
            _ => &self.known,
        }
    }
}

/// The field that tells the members apart.
fn tag(union: &Union) -> Option<&str> {
    match &union.tagging {
        Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => Some(tag),
        Tagging::Untagged => None,
    }
}

impl Defs<'_> {
    /// What is exported for a union.
    pub(super) fn union(&self, id: TypeId, def: &TypeDef, union: &Union) -> Vec<ExportView> {
        match (self.open.get(&id), tag(union)) {
            (Some(names), Some(tag)) => self.open_union(id, def, union, names, tag),
            _ => self.each_form(id, |form| {
                let (notes, more) = (String::new(), self.members(union, form));
                (self.defined(self.types.name(id, form), self.alternatives(union, form)), notes, more)
            }),
        }
    }

    fn open_union(
        &self,
        id: TypeId,
        def: &TypeDef,
        union: &Union,
        names: &OpenNames,
        tag: &str,
    ) -> Vec<ExportView> {
        let is_known = &names.is_known;
        let mut exports = self.each_form(id, |form| {
            let notes = format!("May grow: {{@link {is_known}}} tells what this version knows.");
            let members = [names.known(form), names.unknown.as_str()].map(text).into();
            let text = self.defined(self.types.name(id, form), layout::union(members));
            (text, notes, self.members(union, form))
        });
        let name = tsdoc_code(&def.name);
        let export = |doc: String, text: String| ExportView { doc: remark(&doc), text };
        let forms = [Some(Form::Received), names.known_input.as_ref().map(|_| Form::Sent)];
        for form in forms.into_iter().flatten() {
            let sent = if form == Form::Sent { ", as they are sent" } else { "" };
            exports.push(export(
                format!("The members of {name} that this version knows{sent}."),
                self.defined(names.known(form), self.alternatives(union, form)),
            ));
        }
        let key = key(tag);
        let brand = [text("string"), text(string(&names.unknown))].into();
        let brand = bracketed(format!("{}<", self.types.brand), brand, "", ">");
        let field = print(&[text(format!("{key}: ")), brand, text(";")], 2);
        exports.push(export(
            format!("A member of {name} that this version does not know, as it is on the wire."),
            format!("interface {} {{\n  {field}\n  [key: string]: unknown;\n}}", names.unknown),
        ));
        let tags: Vec<String> = union.members.iter().map(|member| string(&member.wire)).collect();
        let tags_constant = self.constants.tags(def);
        exports.push(export(
            format!("The values of {} in a {{@link {}}}.", tsdoc_code(tag), names.known),
            array_constant(&tags_constant, &tags, false),
        ));
        exports.push(export(
            format!("Whether this version knows a member: then its {} tells which it is.", tsdoc_code(tag)),
            known_function(is_known, self.types.name(id, Form::Received), &names.known, &tags_constant, tag),
        ));
        exports
    }

    /// The members with something to say about them.
    fn members(&self, union: &Union, form: Form) -> More {
        let mut more = More::default();
        for member in &union.members {
            let name = match (&union.tagging, &member.ty) {
                (Tagging::Untagged, Some(ty)) => print(&[self.types.of(ty, form)], 0),
                _ => member.wire.clone(),
            };
            more.item(
                &name,
                member.doc.as_deref(),
                member.ty.as_ref().and_then(|ty| constraint(ty, self.types.rich)),
            );
        }
        more
    }

    /// The members behind a `=`.
    fn alternatives<'a>(&'a self, union: &'a Union, form: Form) -> Doc<'a> {
        match union.members.as_slice() {
            [only] => match self.member(union, only, form) {
                Written::Reference(doc) | Written::Object(doc) | Written::Intersection(doc) => {
                    Doc::Fluid(Box::new(doc))
                }
            },
            members => {
                let members = members.iter().map(|member| match self.member(union, member, form) {
                    Written::Reference(doc) | Written::Object(doc) => doc,
                    Written::Intersection(doc) => Doc::Concat(vec![text("("), doc, text(")")]),
                });
                layout::union(members.collect())
            }
        }
    }

    fn member<'a>(&'a self, union: &'a Union, member: &'a Member, form: Form) -> Written<'a> {
        let tagged = |tag: &str| text(format!("{}: {}", key(tag), string(&member.wire)));
        match (&union.tagging, &member.ty) {
            (Tagging::Internal { tag }, Some(ty)) => {
                let tagged = object(vec![tagged(tag)]);
                Written::Intersection(Doc::Concat(vec![tagged, text(" & "), self.types.of(ty, form)]))
            }
            (Tagging::Adjacent { tag, content }, Some(ty)) => {
                let content = text(format!("{}:", key(content)));
                let content = Doc::Concat(vec![content, self.types.annotation(ty, form, false)]);
                Written::Object(object(vec![tagged(tag), content]))
            }
            (Tagging::Internal { tag } | Tagging::Adjacent { tag, .. }, None) => {
                Written::Object(object(vec![tagged(tag)]))
            }
            (Tagging::Untagged, Some(ty)) => Written::Reference(self.types.of(ty, form)),
            (Tagging::Untagged, None) => Written::Reference(text("null")),
        }
    }
}

/// A member of a union: how it is laid out depends on what it is.
enum Written<'a> {
    Reference(Doc<'a>),
    Object(Doc<'a>),
    Intersection(Doc<'a>),
}

/// `function isKnownOp(value: Op): value is KnownOp { … }`
fn known_function(name: &str, ty: &str, known: &str, tags: &str, tag: &str) -> String {
    let head = [
        bracketed(format!("function {name}("), vec![text(format!("value: {ty}"))], ",", ")"),
        text(format!(": value is {known} {{")),
    ];
    let list = [text("const known: readonly string[] ="), Doc::Fluid(Box::new(text(tags))), text(";")];
    let tag = vec![text(format!("value{}", member(tag)))];
    let answer = [bracketed("return known.includes(", tag, ",", ")"), text(";")];
    format!("{}\n  {}\n  {}\n}}", exported(&head), print(&list, 2), print(&answer, 2))
}
