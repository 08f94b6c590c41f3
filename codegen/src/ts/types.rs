//! Types of the model, as TypeScript writes them.

use super::layout::{Doc, bracketed, text};
use sockgen_schema::model::{Ack, Builtin, Model, Payload, Type, TypeId, TypeKind};
use std::collections::HashSet;

/// What there is to know about all types together before one of them can be written.
pub(super) struct Types<'m> {
    model: &'m Model,
    sent: HashSet<TypeId>,
    record_is_taken: bool,
}

impl<'m> Types<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Types {
            model,
            sent: sent(model),
            // A type of the schema that is called `Record` hides TypeScript's own.
            record_is_taken: model.types.iter().any(|def| def.name == "Record"),
        }
    }

    /// Whether `| undefined` stands behind the types of a type's optional fields.
    ///
    /// Under `exactOptionalPropertyTypes` a field that is `?: T` may not be set to `undefined`. On its way to the server
    /// such a field vanishes, so a client may; what it receives never is `undefined` where it is there. A type that goes
    /// both ways is written as it is sent: its readers check for `undefined` anyway.
    pub(super) fn takes_undefined(&self, owner: TypeId) -> bool {
        self.sent.contains(&owner)
    }

    /// A type behind a name and a colon.
    pub(super) fn annotation(&self, ty: &Type, undefined: bool) -> Vec<Doc> {
        let (inner, null) = without_null(ty);
        let written = self.of(inner);
        match (null, undefined) {
            (false, false) => vec![text(" "), written],
            (true, false) if hugs_null(inner) => vec![text(" "), written, text(" | null")],
            _ => {
                let mut members = vec![Doc::IfBroken("| "), Doc::Indent(vec![written])];
                for (there, name) in [(null, "| null"), (undefined, "| undefined")] {
                    if there {
                        members.extend([Doc::Line, text(name)]);
                    }
                }
                vec![Doc::Group(vec![Doc::Indent(vec![Doc::Line, Doc::Group(members)])])]
            }
        }
    }

    /// A type behind `export type Name =`.
    pub(super) fn alias(&self, ty: &Type) -> Vec<Doc> {
        match ty {
            Type::Map { .. } => vec![text(" "), self.of(ty)],
            _ => vec![Doc::Group(vec![Doc::Indent(vec![Doc::Line, self.of(ty)])])],
        }
    }

    /// A type where nothing else may stand beside it, such as between angle brackets.
    pub(super) fn of(&self, ty: &Type) -> Doc {
        match ty {
            Type::Builtin { builtin, .. } => text(builtin.row().typescript),
            Type::Named { id, .. } => text(self.model.type_def(*id).name.as_str()),
            Type::Nullable(inner) => Doc::Concat(vec![self.of(inner), text(" | null")]),
            Type::List { items, .. } => {
                let inner = self.of(items);
                match **items {
                    Type::Nullable(_) => Doc::Concat(vec![text("("), inner, text(")[]")]),
                    _ => Doc::Concat(vec![inner, text("[]")]),
                }
            }
            Type::Map { values, .. } if self.record_is_taken => Doc::Group(vec![
                text("{"),
                Doc::Indent(vec![Doc::Line, text("[key: string]: "), self.of(values), Doc::IfBroken(";")]),
                Doc::Line,
                text("}"),
            ]),
            Type::Map { values, .. } => {
                bracketed("Record<", vec![vec![text("string")], vec![self.of(values)]], "", ">")
            }
            _ => todo!("not emitted yet"),
        }
    }
}

/// What is left of `T | null`, and whether there was a `null`.
fn without_null(ty: &Type) -> (&Type, bool) {
    match ty {
        Type::Nullable(inner) => (inner, true),
        _ => (ty, false),
    }
}

/// Whether prettier keeps `| null` on the line of this type, however long that gets.
pub(super) fn hugs_null(ty: &Type) -> bool {
    matches!(ty, Type::Named { .. } | Type::Map { .. })
}

/// Whether any value of the contract may be `json`.
pub(super) fn uses_json(model: &Model) -> bool {
    let mut found = false;
    for_each_type(model, &mut |ty| found |= holds_json(ty));
    found
}

fn holds_json(ty: &Type) -> bool {
    match ty {
        Type::Builtin { builtin, .. } => *builtin == Builtin::Json,
        Type::List { items: inner, .. } | Type::Map { values: inner, .. } | Type::Nullable(inner) => {
            holds_json(inner)
        }
        Type::Named { .. } => false,
        _ => todo!("not emitted yet"),
    }
}

fn for_each_type<'m>(model: &'m Model, found: &mut impl FnMut(&'m Type)) {
    for def in &model.types {
        match &def.kind {
            TypeKind::Alias(ty) => found(ty),
            TypeKind::Object(fields) => fields.iter().for_each(|field| found(&field.ty)),
            TypeKind::Enum { .. } => {}
            _ => todo!("not emitted yet"),
        }
    }
    let root = model.root();
    let server = root.server_events.iter().map(|event| &event.head);
    for head in root.client_events.iter().map(|event| &event.head).chain(server) {
        if let Payload::Data(ty) = &head.payload {
            found(ty);
        }
    }
    for event in &root.client_events {
        if let Ack::Data(ty) = &event.head.ack {
            found(ty);
        }
        event.head.error.iter().for_each(&mut *found);
    }
}

/// The types of what clients send: all that payloads of client events and the handshake lead to.
fn sent(model: &Model) -> HashSet<TypeId> {
    let mut pending = Vec::new();
    let root = model.root();
    root.auth.iter().for_each(|ty| ty.for_each_named(&mut |id, _| pending.push(id)));
    for event in &root.client_events {
        if let Payload::Data(ty) = &event.head.payload {
            ty.for_each_named(&mut |id, _| pending.push(id));
        }
    }
    let mut sent = HashSet::new();
    while let Some(id) = pending.pop() {
        if !sent.insert(id) {
            continue;
        }
        match &model.type_def(id).kind {
            TypeKind::Alias(ty) => ty.for_each_named(&mut |id, _| pending.push(id)),
            TypeKind::Object(fields) => {
                fields.iter().for_each(|field| field.ty.for_each_named(&mut |id, _| pending.push(id)));
            }
            TypeKind::Enum { .. } => {}
            _ => todo!("not emitted yet"),
        }
    }
    sent
}
