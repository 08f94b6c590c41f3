//! Namespaces with their events and rooms, and the ways in which acks are written.

use super::{DeprecatedView, Doc, FieldView, NamesView, RefView, extensions};
use crate::contract::word;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sockgen_schema::model::{
    Ack, AckStyle, EventHead, Model, Namespace, Payload, Rate, Room, RoomPart, Shape, ShapeEntry, TypeKind,
};

/// A Socket.IO namespace.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamespaceView {
    /// Its path, `/` for the root.
    pub path: String,
    /// Its names in code; null for the root.
    pub names: Option<NamesView>,
    /// The path in parts.
    pub template: Vec<PartView>,
    /// Whether the path has a parameter.
    pub dynamic: bool,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
    /// The handshake's `auth`.
    pub auth: Option<RefView>,
    /// What a refused connection is told.
    pub connect_error: Option<RefView>,
    /// What clients send.
    pub client_to_server: Vec<EventView>,
    /// What the server sends.
    pub server_to_client: Vec<EventView>,
    /// How many messages of a connection may wait or be worked on.
    pub in_flight: Option<u32>,
    /// The kinds of rooms.
    pub rooms: Vec<RoomView>,
    /// Its `x-…` keys.
    pub extensions: Map<String, Value>,
}

/// An event.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// The name on the wire.
    pub wire: String,
    /// Its names in code; `camel` is what its `method:` says.
    pub names: NamesView,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
    /// Whether it is on its way out.
    pub deprecated: Option<DeprecatedView>,
    /// Whether it may be lost.
    pub volatile: bool,
    /// What it carries: `none`, `data` (one argument), `args` (several) or `raw` (any).
    pub payload: &'static str,
    /// The one argument.
    pub data: Option<RefView>,
    /// The several.
    pub args: Vec<FieldView>,
    /// An example of what it carries, as JSON.
    pub example: Option<Value>,
    /// What it is answered with: `undeclared`, `none` (no data), `data` or `raw`.
    pub ack: &'static str,
    /// The data of an answer.
    pub answer: Option<RefView>,
    /// The error that may come instead.
    pub error: Option<RefView>,
    /// How the ack is written: a place in `ackStyles`.
    pub ack_style: u32,
    /// For how long an answer is waited.
    pub ack_timeout_ms: Option<u64>,
    /// The included file that it comes from.
    pub group: Option<NamesView>,
    /// Its `x-…` keys.
    pub extensions: Map<String, Value>,
    /// Of what clients send: the most bytes.
    pub max_bytes: Option<u64>,
    /// Of what clients send: how often.
    pub rate: Option<RateView>,
    /// Of what clients send: whether one is handled after the other.
    pub ordered: bool,
    /// Of what clients send: whether unknown fields are refused.
    pub strict: bool,
    /// Of what the server sends: the kinds of rooms, by their keys; any, if there are none.
    pub to: Vec<String>,
}

/// So many in such a time.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RateView {
    /// How many.
    pub count: u32,
    /// In how many milliseconds.
    pub per_ms: u64,
}

/// A kind of room.
#[derive(Clone, Debug, Serialize)]
pub struct RoomView {
    /// Its name as written.
    pub key: String,
    /// Its names in code.
    pub names: NamesView,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
    /// The parts of its name on the wire.
    pub template: Vec<PartView>,
    /// The client event that joins it, by its name on the wire.
    pub join: Option<String>,
    /// The one that leaves it.
    pub leave: Option<String>,
    /// Its `x-…` keys.
    pub extensions: Map<String, Value>,
}

/// A part of a room's name, or of a namespace's path: a text, or a parameter.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// The text; null for a parameter.
    pub literal: Option<String>,
    /// The parameter's name as written.
    pub name: Option<String>,
    /// Its names in code.
    pub names: Option<NamesView>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Option<RefView>,
}

/// A way of writing acks. Shapes are JSON: `{ "slot": "data" }` is a place for what is answered, `{ "const": … }` a value
/// as it stands, `{ "object": [{ "key": …, "value": … }, { "spread": "data" }] }` an object.
#[derive(Clone, Debug, Serialize)]
pub struct AckStyleView {
    /// Its name under `acks:`; null for the file's own.
    pub name: Option<String>,
    /// Whether it is `{ ok: true, data }`, `{ ok: false, error }`, `{ ok: false, fault }`.
    pub standard: bool,
    /// What an answer is.
    pub ok: Value,
    /// What a declared error is.
    pub error: Option<Value>,
    /// What a fault is.
    pub fault: Option<Value>,
}

impl NamespaceView {
    pub(super) fn new(model: &Model, namespace: &Namespace) -> Self {
        let part = |part: &RoomPart| PartView::new(model, part);
        let reference = |ty: &Option<_>| ty.as_ref().map(|ty| RefView::new(model, ty));
        let client = namespace.client_events.iter().map(|event| EventView {
            max_bytes: event.max_bytes,
            rate: event.rate.map(|Rate { count, per_ms }| RateView { count, per_ms }),
            ordered: event.ordered,
            strict: event.strict,
            ..EventView::new(model, namespace, &event.head)
        });
        let server = namespace.server_events.iter().map(|event| EventView {
            to: event.to.iter().map(|id| namespace.rooms[id.0 as usize].key.clone()).collect(),
            ..EventView::new(model, namespace, &event.head)
        });
        let room = |room: &Room| {
            let event = |id: Option<sockgen_schema::model::EventId>| {
                id.map(|id| namespace.client_events[id.0 as usize].head.wire.clone())
            };
            RoomView {
                key: room.key.clone(),
                names: NamesView::new(&room.names),
                doc: Doc::new(room.doc.as_deref()),
                template: room.template.iter().map(part).collect(),
                join: event(room.join),
                leave: event(room.leave),
                extensions: extensions(&room.extensions),
            }
        };
        NamespaceView {
            path: namespace.path.clone(),
            names: namespace.names.as_ref().map(NamesView::new),
            template: namespace.template.iter().map(part).collect(),
            dynamic: namespace.is_dynamic(),
            doc: Doc::new(namespace.doc.as_deref()),
            auth: reference(&namespace.auth),
            connect_error: reference(&namespace.connect_error),
            client_to_server: client.collect(),
            server_to_client: server.collect(),
            in_flight: namespace.in_flight,
            rooms: namespace.rooms.iter().map(room).collect(),
            extensions: extensions(&namespace.extensions),
        }
    }
}

impl EventView {
    fn new(model: &Model, namespace: &Namespace, head: &EventHead) -> Self {
        let reference = |ty| Some(RefView::new(model, ty));
        let (payload, data, args) = match &head.payload {
            Payload::None => ("none", None, Vec::new()),
            Payload::Data(ty) => ("data", reference(ty), Vec::new()),
            Payload::Raw => ("raw", None, Vec::new()),
            Payload::Args(id) => match &model.type_def(*id).kind {
                TypeKind::Object(fields) => ("args", None, FieldView::all(model, fields)),
                _ => ("args", None, Vec::new()),
            },
        };
        let (ack, answer) = match &head.ack {
            Ack::Undeclared => ("undeclared", None),
            Ack::Empty => ("none", None),
            Ack::Data(ty) => ("data", reference(ty)),
            Ack::Raw => ("raw", None),
        };
        EventView {
            wire: head.wire.clone(),
            names: NamesView::new(&head.names),
            doc: Doc::new(head.doc.as_deref()),
            deprecated: head.deprecated.as_ref().map(DeprecatedView::new),
            volatile: head.volatile,
            payload,
            data,
            args,
            example: head.example.clone(),
            ack,
            answer,
            error: head.error.as_ref().map(|ty| RefView::new(model, ty)),
            ack_style: head.ack_style.0,
            ack_timeout_ms: head.ack_timeout_ms,
            group: head.group.map(|id| NamesView::new(&namespace.groups[id.0 as usize].names)),
            extensions: extensions(&head.extensions),
            max_bytes: None,
            rate: None,
            ordered: false,
            strict: false,
            to: Vec::new(),
        }
    }
}

impl PartView {
    fn new(model: &Model, part: &RoomPart) -> Self {
        match part {
            RoomPart::Literal(text) => {
                PartView { literal: Some(text.clone()), name: None, names: None, ty: None }
            }
            RoomPart::Param { name, names, ty } => PartView {
                literal: None,
                name: Some(name.clone()),
                names: Some(NamesView::new(names)),
                ty: Some(RefView::new(model, ty)),
            },
        }
    }
}

impl AckStyleView {
    pub(super) fn new(style: &AckStyle) -> Self {
        AckStyleView {
            name: style.name.clone(),
            standard: style.is_standard(),
            ok: shape(&style.ok),
            error: style.error.as_ref().map(shape),
            fault: style.fault.as_ref().map(shape),
        }
    }
}

fn shape(of: &Shape) -> Value {
    match of {
        Shape::Slot(slot) => json!({ "slot": word(*slot) }),
        Shape::Const(value) => json!({ "const": value }),
        Shape::Object(entries) => {
            let entry = |entry: &ShapeEntry| match entry {
                ShapeEntry::Key { key, value } => json!({ "key": key, "value": shape(value) }),
                ShapeEntry::Spread(slot) => json!({ "spread": word(*slot) }),
            };
            json!({ "object": entries.iter().map(entry).collect::<Vec<_>>() })
        }
    }
}
