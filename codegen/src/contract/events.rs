//! Namespaces with their events and rooms, and the ways in which acks are written.

use super::types::{fields, reference};
use super::write::{Object, json, text};
use super::{deprecated, names};
use sockgen_schema::model::{
    Ack, AckStyle, ClientEvent, EventHead, EventId, Model, Namespace, Payload, Room, RoomPart, ServerEvent,
    Shape, ShapeEntry, Slot, TypeKind,
};

pub(super) fn namespace(out: &mut String, model: &Model, namespace: &Namespace) {
    Object::write_lines(out, |object| {
        object.text("path", &namespace.path);
        if let Some(of) = &namespace.names {
            names(object, of, &["camel", "pascal", "snake"]);
        }
        template(object, model, &namespace.template);
        object.flag("dynamic", namespace.is_dynamic());
        object.some_text("doc", namespace.doc.as_deref());
        if let Some(auth) = &namespace.auth {
            reference(object, "auth", model, auth);
        }
        if let Some(error) = &namespace.connect_error {
            reference(object, "connectError", model, error);
        }
        object.list("clientToServer", &namespace.client_events, |out, event| client_event(out, model, event));
        object.list("serverToClient", &namespace.server_events, |out, event| {
            server_event(out, model, namespace, event);
        });
        object.some_number("inFlight", namespace.in_flight.map(u64::from));
        object.list("rooms", &namespace.rooms, |out, of| room(out, model, namespace, of));
    });
}

fn client_event(out: &mut String, model: &Model, event: &ClientEvent) {
    Object::write(out, |object| {
        head(object, model, &event.head);
        object.some_number("maxBytes", event.max_bytes);
        if let Some(rate) = event.rate {
            object.with("rate", |out| {
                Object::write(out, |object| {
                    object.number("count", rate.count.into());
                    object.number("perMs", rate.per_ms);
                });
            });
        }
        object.flag("ordered", event.ordered);
        object.flag("strict", event.strict);
    });
}

fn server_event(out: &mut String, model: &Model, namespace: &Namespace, event: &ServerEvent) {
    Object::write(out, |object| {
        head(object, model, &event.head);
        let keys = event.to.iter().map(|id| &namespace.rooms[id.0 as usize].key);
        object.list("to", keys, |out, key| text(out, key));
    });
}

fn head(object: &mut Object<'_>, model: &Model, head: &EventHead) {
    object.text("wire", &head.wire);
    names(object, &head.names, &["camel", "snake"]);
    object.some_text("doc", head.doc.as_deref());
    deprecated(object, head.deprecated.as_ref());
    object.flag("volatile", head.volatile);
    match &head.payload {
        Payload::None => object.text("payload", "none"),
        Payload::Raw => object.text("payload", "raw"),
        Payload::Data(ty) => {
            object.text("payload", "data");
            reference(object, "data", model, ty);
        }
        Payload::Args(id) => {
            let def = model.type_def(*id);
            object.text("payload", "args");
            if let TypeKind::Object(of) = &def.kind {
                fields(object, "args", model, of);
            }
            object.text("argsType", &def.name);
        }
    }
    object.some_value("example", head.example.as_ref());
    match &head.ack {
        Ack::Undeclared => object.text("ack", "undeclared"),
        Ack::Empty => object.text("ack", "none"),
        Ack::Raw => object.text("ack", "raw"),
        Ack::Data(ty) => {
            object.text("ack", "data");
            reference(object, "answer", model, ty);
        }
    }
    if let Some(error) = &head.error {
        reference(object, "error", model, error);
    }
    object.number("ackStyle", head.ack_style.0.into());
    object.some_number("ackTimeoutMs", head.ack_timeout_ms);
}

fn room(out: &mut String, model: &Model, namespace: &Namespace, room: &Room) {
    let event = |id: Option<EventId>| id.map(|id| &*namespace.client_events[id.0 as usize].head.wire);
    Object::write(out, |object| {
        object.text("key", &room.key);
        names(object, &room.names, &["camel", "pascal", "snake"]);
        object.some_text("doc", room.doc.as_deref());
        template(object, model, &room.template);
        object.some_text("join", event(room.join));
        object.some_text("leave", event(room.leave));
    });
}

fn template(object: &mut Object<'_>, model: &Model, parts: &[RoomPart]) {
    object.list("template", parts, |out, part| {
        Object::write(out, |object| match part {
            RoomPart::Literal(literal) => object.text("literal", literal),
            RoomPart::Param { name, names: of, ty } => {
                object.text("name", name);
                names(object, of, &["camel", "snake"]);
                reference(object, "type", model, ty);
            }
        });
    });
}

pub(super) fn ack_style(out: &mut String, style: &AckStyle) {
    Object::write(out, |object| {
        object.some_text("name", style.name.as_deref());
        object.flag("standard", style.is_standard());
        let shapes =
            [("ok", Some(&style.ok)), ("error", style.error.as_ref()), ("fault", style.fault.as_ref())];
        for (key, of) in shapes {
            if let Some(of) = of {
                object.with(key, |out| shape(out, of));
            }
        }
    });
}

/// `{ "slot": "data" }`, `{ "const": … }`, `{ "object": [{ "key": …, "value": … }, { "spread": "data" }] }`.
fn shape(out: &mut String, of: &Shape) {
    Object::write(out, |object| match of {
        Shape::Slot(slot) => object.text("slot", word(*slot)),
        // Null is a value like any other here.
        Shape::Const(value) => object.with("const", |out| json(out, value)),
        // A shape without keys is a shape.
        Shape::Object(entries) => object.whole_list("object", entries, |out, entry| {
            Object::write(out, |object| match entry {
                ShapeEntry::Key { key, value } => {
                    object.text("key", key);
                    object.with("value", |out| shape(out, value));
                }
                ShapeEntry::Spread(slot) => object.text("spread", word(*slot)),
            });
        }),
    });
}

/// What a place in an ack is for.
pub(crate) fn word(slot: Slot) -> &'static str {
    match slot {
        Slot::Data => "data",
        Slot::Error => "error",
        Slot::Fault => "fault",
        Slot::Code => "code",
        Slot::Message => "message",
    }
}
