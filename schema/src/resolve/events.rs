//! Events: their names in code, and the types that get their names from them.

use super::shape::{inline_part, same_shape, wrapped};
use super::types::Home;
use super::{InlinePayload, Resolver, doc_text, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Ack, AckStyleId, ClientEvent, Direction, EventHead, Origin, Payload, RoomId, ServerEvent, Type,
};
use crate::names;
use crate::syntax::file::{AckDecl, EventDecl, Name, TypeExpr};
use crate::syntax::tree::shown;
use std::collections::HashMap;

impl<'a> Resolver<'a> {
    pub(super) fn client_event(&mut self, event: &'a EventDecl<'a>) -> ClientEvent {
        let (mut head, base) = self.head(event, Direction::ClientToServer);
        let wire = event.wire.value;
        head.ack = match &event.ack {
            None => Ack::Undeclared,
            Some((_, AckDecl::None)) => Ack::Empty,
            Some((key, AckDecl::Type(ty))) => {
                let (name, origin) = (format!("{base}Ack"), Origin::Ack(wire.to_owned()));
                Ack::Data(self.ty(ty, &Home { name: &name, place: *key, origin }))
            }
        };
        head.error = event.error.as_ref().map(|(key, ty)| {
            if matches!(head.ack, Ack::Undeclared) && event.complete {
                let finding =
                    Diagnostic::new(Code::ErrorWithoutAck, *key, "an error without an ack reaches nobody")
                        .help("add `ack: none`, or the type of the answer: `ack: { … }`");
                self.push(finding);
            }
            let (name, origin) = (format!("{base}Error"), Origin::Error(wire.to_owned()));
            self.ty(ty, &Home { name: &name, place: *key, origin })
        });
        ClientEvent {
            head,
            max_bytes: event.max_bytes.as_ref().map(|bytes| bytes.value),
            rate: None,
            ordered: false,
            strict: false,
        }
    }

    pub(super) fn server_events(&mut self) -> Vec<ServerEvent> {
        let file = self.file;
        let rooms: HashMap<&str, u32> =
            file.rooms.iter().enumerate().map(|(at, room)| (room.key.value, at as u32)).collect();
        let events = file.server_events.iter();
        events
            .map(|event| {
                let (head, _) = self.head(event, Direction::ServerToClient);
                ServerEvent { head, to: self.targets(event, &rooms) }
            })
            .collect()
    }

    fn targets(&mut self, event: &EventDecl<'_>, rooms: &HashMap<&str, u32>) -> Vec<RoomId> {
        let mut targets = Vec::new();
        let mut seen: HashMap<RoomId, &Name<'_>> = HashMap::new();
        for name in &event.to {
            let Some(id) = rooms.get(name.value).copied().map(RoomId) else {
                if rooms.is_empty() && !self.file.complete {
                    continue;
                }
                let known = self.file.rooms.iter().map(|room| room.key.value);
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

    /// What both kinds of events have, and the name on which the event's own types build theirs.
    fn head(&mut self, event: &'a EventDecl<'a>, direction: Direction) -> (EventHead, String) {
        let written = event.name.as_ref().unwrap_or(&event.wire);
        let help = match event.name {
            None => "give it a name for code, such as `name: my_event`",
            Some(_) => "choose a name for code that begins with a letter from a to z",
        };
        let mut names = self.code_names(written, "event", help);
        // Two events whose methods meet are reported as that; their types are kept from meeting as well.
        let first = self.methods.insert((direction, names.snake.clone()));
        let base = if first { names.pascal.clone() } else { stand_in_name(event.wire.span) };
        if let Some(method) = &event.method {
            names.camel = self.method_name(method);
        }
        let payload = match &event.data {
            None => Payload::None,
            Some(ty) => Payload::Data(self.data(event, &base, ty, direction)),
        };
        let head = EventHead {
            wire: event.wire.value.to_owned(),
            names,
            doc: doc_text(&event.doc),
            volatile: event.volatile,
            payload,
            example: None,
            ack: Ack::Undeclared,
            error: None,
            ack_style: AckStyleId::default(),
            ack_timeout_ms: None,
            deprecated: None,
            group: None,
            extensions: Vec::new(),
            span: event.wire.span,
        };
        (head, base)
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
            let (id, other_event) = (other.id, other.event);
            if !same_shape(inline, other.written) {
                let message = format!("two events give the name `{base}` to different payloads");
                let finding = Diagnostic::new(Code::PayloadConflict, event.wire.span, message)
                    .help("declare one of the payloads under `types:` and use its name, or give one event a `name:`")
                    .related(other_event, "the other event");
                self.push(finding);
            } else if let Origin::Data(uses) = &mut self.types.def_mut(id).origin {
                uses.push((direction, event.wire.value.to_owned()));
            }
            return wrapped(ty, Type::Named { id, boxed: false });
        }
        let resolved = self.ty(ty, &home);
        if let Some(id) = resolved.named() {
            let payload = InlinePayload { id, written: inline, event: event.wire.span };
            self.payloads.insert(base.to_owned(), payload);
        }
        resolved
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
