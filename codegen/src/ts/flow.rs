//! Which way types go, and which of them look different on their two ends.
//!
//! Bytes are sent as what the sender has (`ArrayBuffer`, `Uint8Array`) and arrive as what the engine makes of them; a
//! field with a default may be left out by its sender and is always there for its receiver. A type in which that
//! happens, at whatever depth, has two forms: `Doc` is what is received, always, and `DocInput` what is sent. The second
//! one exists only where clients do send it, so what a name means never depends on where else a type is used.

use sockgen_schema::model::{Ack, Direction, EventHead, Model, Payload, Type, TypeId, TypeKind};

/// The side on which a type is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As the client finds it.
    Received,
    /// As the client writes it.
    Sent,
}

impl Form {
    /// How the client sees what an event of this direction carries.
    pub(super) fn of_payload(direction: Direction) -> Self {
        match direction {
            Direction::ClientToServer => Form::Sent,
            Direction::ServerToClient => Form::Received,
        }
    }

    /// How the client sees the answer to an event of this direction.
    pub(super) fn of_answer(direction: Direction) -> Self {
        match direction {
            Direction::ClientToServer => Form::Received,
            Direction::ServerToClient => Form::Sent,
        }
    }
}

/// What is known about each type, by its id.
#[derive(Debug)]
pub(super) struct Flow {
    sent: Vec<bool>,
    differs: Vec<bool>,
}

impl Flow {
    pub(super) fn new(model: &Model) -> Self {
        Flow { sent: sent(model), differs: differs(model) }
    }

    /// Whether clients send the type, as a payload or inside of one.
    pub(super) fn is_sent(&self, id: TypeId) -> bool {
        self.sent[id.0 as usize]
    }

    /// Whether the type would look different where it is sent, which it need not be.
    pub(super) fn differs(&self, id: TypeId) -> bool {
        self.differs[id.0 as usize]
    }

    /// Whether the type has a form of its own in which it is sent.
    pub(super) fn has_input(&self, id: TypeId) -> bool {
        self.is_sent(id) && self.differs[id.0 as usize]
    }
}

/// Calls `found` for every type that stands directly in an event, a handshake or a namespace's path, with the side on
/// which the client is.
pub(super) fn for_each_root<'m>(model: &'m Model, found: &mut impl FnMut(&'m Type, Form)) {
    for namespace in &model.namespaces {
        namespace.auth.iter().for_each(|ty| found(ty, Form::Sent));
        namespace.connect_error.iter().for_each(|ty| found(ty, Form::Received));
        for (_, _, ty) in super::namespaces::parameters(namespace) {
            found(ty, Form::Sent);
        }
        let client = namespace.client_events.iter().map(|event| (&event.head, Direction::ClientToServer));
        let server = namespace.server_events.iter().map(|event| (&event.head, Direction::ServerToClient));
        for (head, direction) in client.chain(server) {
            for_each_in_event(model, head, direction, found);
        }
    }
}

fn for_each_in_event<'m>(
    model: &'m Model,
    head: &'m EventHead,
    direction: Direction,
    found: &mut impl FnMut(&'m Type, Form),
) {
    let payload = Form::of_payload(direction);
    match &head.payload {
        Payload::Data(ty) => found(ty, payload),
        Payload::Args(id) => model.type_def(*id).for_each_type(&mut |ty| found(ty, payload)),
        Payload::None | Payload::Raw => {}
    }
    let answer = Form::of_answer(direction);
    match &head.ack {
        Ack::Data(ty) => found(ty, answer),
        Ack::Undeclared | Ack::Empty | Ack::Raw => {}
    }
    head.error.iter().for_each(|ty| found(ty, answer));
}

/// The types that a type's TypeScript consists of. A type of the application's own is what it is.
pub(super) fn for_each_part<'m>(model: &'m Model, id: TypeId, found: &mut impl FnMut(&'m Type)) {
    let def = model.type_def(id);
    match &def.kind {
        TypeKind::External(external) if super::externals::import(external).is_some() => {}
        _ => def.for_each_type(found),
    }
}

fn sent(model: &Model) -> Vec<bool> {
    let mut open = Vec::new();
    for_each_root(model, &mut |ty, form| {
        if form == Form::Sent {
            ty.for_each_named(&mut |id, _| open.push(id));
        }
    });
    let mut sent = vec![false; model.types.len()];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut sent[id.0 as usize], true) {
            for_each_part(model, id, &mut |ty| ty.for_each_named(&mut |id, _| open.push(id)));
        }
    }
    sent
}

fn differs(model: &Model) -> Vec<bool> {
    let nothing = vec![false; model.types.len()];
    let mut named_by: Vec<Vec<TypeId>> = vec![Vec::new(); model.types.len()];
    let mut open = Vec::new();
    for (id, def) in model.types() {
        let has_default = matches!(&def.kind, TypeKind::Object(fields) if fields.iter().any(|field| field.default.is_some()));
        let mut differs = has_default;
        for_each_part(model, id, &mut |ty| {
            differs |= ty.holds_bytes(&nothing);
            ty.for_each_named(&mut |part, _| named_by[part.0 as usize].push(id));
        });
        open.extend(differs.then_some(id));
    }
    let mut differs = nothing;
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut differs[id.0 as usize], true) {
            open.extend(&named_by[id.0 as usize]);
        }
    }
    differs
}
