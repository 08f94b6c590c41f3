//! Events: their names in code, and the types that get their names from them.

use super::namespaces::Place;
use super::shape::{inline_part, same_fields, same_shape, wrapped};
use super::types::Home;
use super::{InlinePayload, Resolver, Written, doc_text, extensions, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Ack, ClientEvent, Direction, EventHead, Origin, Payload, RoomId, ServerEvent, Type, TypeKind,
};
use crate::names;
use crate::syntax::file::{AckDecl, EventDecl, FieldDecl, Name, PayloadDecl, RoomDecl, TypeExpr};
use crate::syntax::tree::shown;
use std::collections::HashMap;

/// The kinds of rooms of a namespace, by name.
pub(super) struct Targets<'a> {
    by_key: HashMap<&'a str, RoomId>,
    known: Vec<&'a str>,
}

impl<'a> Targets<'a> {
    pub(super) fn of(rooms: &[&'a RoomDecl<'a>]) -> Self {
        let known: Vec<&str> = rooms.iter().map(|room| room.key.value).collect();
        let mut by_key = HashMap::with_capacity(rooms.len());
        for (at, key) in known.iter().enumerate() {
            by_key.entry(*key).or_insert(RoomId(at as u32));
        }
        Targets { by_key, known }
    }
}

impl<'a> Resolver<'a, '_> {
    pub(super) fn client_event(&mut self, event: &'a EventDecl<'a>, place: &Place<'a>) -> ClientEvent {
        let head = self.head(event, Direction::ClientToServer, place);
        let defaults = &place.defaults;
        ClientEvent {
            head,
            max_bytes: event.max_bytes.or(defaults.max_bytes).map(|bytes| bytes.value),
            rate: event.rate.or(defaults.rate).map(|rate| rate.value),
            ordered: event.ordered.or(defaults.ordered).unwrap_or(false),
            strict: event.strict.or(defaults.strict).unwrap_or(false),
        }
    }

    pub(super) fn server_event(
        &mut self,
        event: &'a EventDecl<'a>,
        place: &Place<'a>,
        rooms: &Targets<'a>,
    ) -> ServerEvent {
        let head = self.head(event, Direction::ServerToClient, place);
        ServerEvent { head, to: self.targets(event, rooms) }
    }

    fn targets(&mut self, event: &EventDecl<'_>, rooms: &Targets<'a>) -> Vec<RoomId> {
        let mut targets = Vec::new();
        let mut seen: HashMap<RoomId, &Name<'_>> = HashMap::new();
        for name in &event.to {
            let Some(id) = rooms.by_key.get(name.value).copied() else {
                if rooms.known.is_empty() && !self.program.file(name.span).complete {
                    continue;
                }
                let known = rooms.known.iter().copied();
                let help = self.guesses.did_you_mean(name.value, known).unwrap_or_else(|| {
                    let name = shown(name.value);
                    format!("declare it: `rooms: {{ {name}: \"{name}:{{id: string(1..=64)}}\" }}`")
                });
                let message = format!("there is no room `{}`", shown(name.value));
                self.push(Diagnostic::new(Code::UnknownRoom, name.span, message).help(help));
                continue;
            };
            if let Some(first) = seen.insert(id, name) {
                let message = format!("the room `{}` stands here twice", shown(name.value));
                let finding = Diagnostic::new(Code::UnknownRoom, name.span, message);
                self.push(finding.help("remove one of them").related(first.span, "first written here"));
                continue;
            }
            targets.push(id);
        }
        targets
    }

    /// What both kinds of events have.
    fn head(&mut self, event: &'a EventDecl<'a>, direction: Direction, place: &Place<'a>) -> EventHead {
        let written = event.name.as_ref().unwrap_or(&event.wire);
        let help = match event.name {
            None => "give it a name for code, such as `name: my_event`",
            Some(_) => "choose a name for code that begins with a letter from a to z",
        };
        let mut names = self.code_names(written, "event", help);
        // Two events whose methods meet are reported as that; their types are kept from meeting as well.
        let base = match self.methods.insert((direction, names.pascal.clone())) {
            true => format!("{}{}", place.prefix, names.pascal),
            false => stand_in_name(event.wire.span),
        };
        if let Some(method) = &event.method {
            names.camel = self.method_name(method);
        }
        let wire = event.wire.value;
        let payload = match &event.payload {
            PayloadDecl::None => Payload::None,
            PayloadDecl::Raw => Payload::Raw,
            PayloadDecl::Data(ty) => Payload::Data(self.data(event, &base, ty, direction)),
            PayloadDecl::Args(args, _) => self.args(event, &base, args, direction),
        };
        let ack = match &event.ack {
            None => Ack::Undeclared,
            Some((_, AckDecl::None)) => Ack::Empty,
            Some((_, AckDecl::Raw)) => Ack::Raw,
            Some((key, AckDecl::Type(ty))) => {
                let (name, origin) = (format!("{base}Ack"), Origin::Ack(wire.to_owned()));
                Ack::Data(self.ty(ty, &Home { name: &name, place: *key, origin }))
            }
        };
        let error = event.error.as_ref().map(|(key, ty)| {
            if matches!(ack, Ack::Undeclared) && event.complete {
                let finding =
                    Diagnostic::new(Code::ErrorWithoutAck, *key, "an error without an ack reaches nobody")
                        .help("add `ack: none`, or the type of the answer: `ack: { … }`");
                self.push(finding);
            }
            let (name, origin) = (format!("{base}Error"), Origin::Error(wire.to_owned()));
            self.ty(ty, &Home { name: &name, place: *key, origin })
        });
        let timeout = match ack {
            Ack::Undeclared => None,
            _ => event.ack_timeout.map(|(_, ms)| ms).or(place.defaults.ack_timeout.map(|time| time.value)),
        };
        EventHead {
            wire: wire.to_owned(),
            names,
            doc: doc_text(&event.doc),
            volatile: event.volatile.is_some(),
            payload,
            example: event.example.as_ref().map(|example| example.value.clone()),
            ack,
            error,
            ack_style: self.ack_style(event, place),
            ack_timeout_ms: timeout,
            deprecated: event.deprecated.clone(),
            group: place.group,
            extensions: extensions(&event.extensions),
            span: event.wire.span,
        }
    }

    /// The payload of an event. An inline one gives its type the event's name; where an event of that name exists in
    /// both directions, the two share one type.
    fn data(
        &mut self,
        event: &'a EventDecl<'a>,
        base: &str,
        ty: &'a TypeExpr<'a>,
        direction: Direction,
    ) -> Type {
        let origin = Origin::Data(vec![(direction, event.wire.value.to_owned())]);
        let home = Home { name: base, place: event.wire.span, origin };
        let Some(inline) = inline_part(ty) else {
            return self.ty(ty, &home);
        };
        if let Some(other) = self.payloads.get(base) {
            let id = other.id;
            let same = matches!(other.written, Written::Data(other) if same_shape(inline, other));
            self.shared_payload(event, base, direction, same);
            return wrapped(ty, Type::Named { id, boxed: false });
        }
        let resolved = self.ty(ty, &home);
        if let Some(id) = resolved.named() {
            let payload = InlinePayload { id, written: Written::Data(inline), event: event.wire.span };
            self.payloads.insert(base.to_owned(), payload);
        }
        resolved
    }

    /// Several arguments: an object with the event's name, of which each is a field.
    fn args(
        &mut self,
        event: &'a EventDecl<'a>,
        base: &str,
        args: &'a [FieldDecl<'a>],
        direction: Direction,
    ) -> Payload {
        if let Some(other) = self.payloads.get(base) {
            let id = other.id;
            let same = matches!(other.written, Written::Args(other) if same_fields(args, other));
            self.shared_payload(event, base, direction, same);
            return Payload::Args(id);
        }
        let origin = Origin::Args(vec![(direction, event.wire.value.to_owned())]);
        let id = self.types.reserve(base.to_owned(), origin, event.wire.span, event.wire.span);
        let inner = self.types.base_of(base, event.wire.span);
        let fields = self.fields(args, &inner);
        self.types.def_mut(id).kind = TypeKind::Object(fields);
        let payload = InlinePayload { id, written: Written::Args(args), event: event.wire.span };
        self.payloads.insert(base.to_owned(), payload);
        Payload::Args(id)
    }

    /// Notes that a second event has a payload's type, or reports that it has another payload of that name.
    fn shared_payload(&mut self, event: &EventDecl<'_>, base: &str, direction: Direction, same: bool) {
        let Some(other) = self.payloads.get(base) else { return };
        let (id, other_event) = (other.id, other.event);
        if !same {
            let message = format!("two events give the name `{base}` to different payloads");
            let finding = Diagnostic::new(Code::PayloadConflict, event.wire.span, message)
                .help("declare one of the payloads under `types:` and use its name, or give one event a `name:`")
                .related(other_event, "the other event");
            self.push(finding);
        } else if let Origin::Data(uses) | Origin::Args(uses) = &mut self.types.def_mut(id).origin {
            uses.push((direction, event.wire.value.to_owned()));
        }
    }

    fn method_name(&mut self, method: &Name<'_>) -> String {
        let name = method.value;
        let fits = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_alphanumeric());
        if fits {
            return name.to_owned();
        }
        let message = format!("`{}` is not the name of a method", shown(name));
        let help = match names::names(name) {
            Ok(names) => format!("write it in camelCase: `method: {}`", names.camel),
            Err(_) => "write it in camelCase, such as `method: sendMessage`".to_owned(),
        };
        self.push(Diagnostic::new(Code::InvalidName, method.span, message).help(help));
        stand_in_name(method.span)
    }
}
