//! Ways through a contract that several lints take.

use crate::model::{
    Ack, EventHead, Field, Member, Model, Namespace, Payload, RoomPart, Type, TypeDef, TypeId, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::shown;

/// What has a type.
#[derive(Clone, Copy)]
pub(super) enum Owner<'m> {
    Payload(&'m EventHead),
    Answer(&'m EventHead),
    Auth(&'m Namespace),
    Field(&'m Field),
    Member(&'m Member),
    Def(&'m TypeDef),
}

impl Owner<'_> {
    pub(super) fn span(self) -> Span {
        match self {
            Owner::Payload(event) | Owner::Answer(event) => event.span,
            Owner::Auth(namespace) => namespace.span,
            Owner::Field(field) => field.span,
            Owner::Member(member) => member.span,
            Owner::Def(def) => def.span,
        }
    }

    /// What it is called in a message.
    pub(super) fn shown(self) -> String {
        match self {
            Owner::Payload(event) => format!("the payload of `{}`", shown(&event.wire)),
            Owner::Answer(event) => format!("the answer to `{}`", shown(&event.wire)),
            Owner::Auth(_) => "`auth`".to_owned(),
            Owner::Field(field) => format!("`{}`", shown(&field.wire)),
            Owner::Member(member) => format!("`{}`", shown(&member.wire)),
            Owner::Def(def) => format!("`{}`", shown(&def.name)),
        }
    }
}

/// Visits everything that can be reached from somewhere, each declared type once.
pub(super) struct Walk<'m> {
    model: &'m Model,
    seen: Vec<bool>,
}

impl<'m> Walk<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Walk { model, seen: vec![false; model.types.len()] }
    }

    /// Whether a type was reached so far.
    pub(super) fn has_seen(&self, id: TypeId) -> bool {
        self.seen[id.0 as usize]
    }

    /// Visits a type and all that it leads to.
    pub(super) fn from(
        &mut self,
        owner: Owner<'m>,
        ty: &'m Type,
        found: &mut impl FnMut(Owner<'m>, &'m Type),
    ) {
        found(owner, ty);
        let mut open = Vec::new();
        ty.for_each_named(&mut |id, _| open.push(id));
        self.follow(open, found);
    }

    /// Visits a type with a name and all that it leads to.
    pub(super) fn follow_id(&mut self, id: TypeId, found: &mut impl FnMut(Owner<'m>, &'m Type)) {
        self.follow(vec![id], found);
    }

    /// Visits what an event carries.
    pub(super) fn payload(&mut self, event: &'m EventHead, found: &mut impl FnMut(Owner<'m>, &'m Type)) {
        match &event.payload {
            Payload::Data(ty) => self.from(Owner::Payload(event), ty, found),
            Payload::Args(id) => self.follow_id(*id, found),
            Payload::None | Payload::Raw => {}
        }
    }

    /// Visits what an event is answered with, errors included.
    pub(super) fn answer(&mut self, event: &'m EventHead, found: &mut impl FnMut(Owner<'m>, &'m Type)) {
        if let Ack::Data(ty) = &event.ack {
            self.from(Owner::Answer(event), ty, found);
        }
        if let Some(ty) = &event.error {
            self.from(Owner::Answer(event), ty, found);
        }
    }

    // Not by recursion: a chain of types may be as long as a file.
    fn follow(&mut self, mut open: Vec<TypeId>, found: &mut impl FnMut(Owner<'m>, &'m Type)) {
        while let Some(id) = open.pop() {
            if std::mem::replace(&mut self.seen[id.0 as usize], true) {
                continue;
            }
            parts(self.model.type_def(id), &mut |owner, ty| {
                found(owner, ty);
                ty.for_each_named(&mut |id, _| open.push(id));
            });
        }
    }
}

/// The types that stand in a declared one, each with what has it.
pub(super) fn parts<'m>(def: &'m TypeDef, found: &mut impl FnMut(Owner<'m>, &'m Type)) {
    match &def.kind {
        TypeKind::Alias(ty) | TypeKind::Brand(ty) => found(Owner::Def(def), ty),
        TypeKind::External(external) => found(Owner::Def(def), &external.json),
        TypeKind::Object(fields) => fields.iter().for_each(|field| found(Owner::Field(field), &field.ty)),
        TypeKind::Union(union) => {
            for member in &union.members {
                member.ty.iter().for_each(|ty| found(Owner::Member(member), ty));
            }
        }
        TypeKind::Enum { .. } => {}
    }
}

/// The types of a template's parameters.
pub(super) fn params(template: &[RoomPart]) -> impl Iterator<Item = &Type> {
    template.iter().filter_map(|part| match part {
        RoomPart::Param { ty, .. } => Some(ty),
        RoomPart::Literal(_) => None,
    })
}

/// A type and those that stand in it, types with a name left aside: the first for which `found` has an answer.
pub(super) fn within<'m, T>(ty: &'m Type, found: &mut impl FnMut(&'m Type) -> Option<T>) -> Option<T> {
    found(ty).or_else(|| match ty {
        Type::List { items: inner, .. } | Type::Map { values: inner, .. } | Type::Nullable(inner) => {
            within(inner, found)
        }
        Type::Tuple(items) => items.iter().find_map(|item| within(item, found)),
        Type::Builtin { .. } | Type::Named { .. } => None,
    })
}

/// Every object's fields, with the object.
pub(super) fn fields(model: &Model) -> impl Iterator<Item = &Field> {
    model.types.iter().flat_map(|def| match &def.kind {
        TypeKind::Object(fields) => fields.as_slice(),
        _ => &[],
    })
}

/// All events of all namespaces.
pub(super) fn events(model: &Model) -> impl Iterator<Item = &EventHead> {
    model.namespaces.iter().flat_map(Namespace::events)
}
