//! The events of a namespace: an interface for each direction, and their names as constants.

use super::acks::Acks;
use super::constraint::{constraint, constraint_of};
use super::defs::braced;
use super::docs::{More, comment, listed};
use super::flow::Form;
use super::layout::{Doc, WIDTH, bracketed, print, text, width};
use super::names::{event_keys, key, parameters};
use super::types::Types;
use crate::escape_ts::{string, tsdoc, tsdoc_code};
use sockgen_schema::model::{
    ClientEvent, Direction, EventHead, Field, GroupId, Model, Namespace, Payload, Rate, ServerEvent, TypeKind,
};

/// Writes the events of namespaces.
pub(super) struct Events<'m> {
    pub(super) model: &'m Model,
    pub(super) types: &'m Types<'m>,
    pub(super) acks: &'m Acks<'m>,
}

impl<'m> Events<'m> {
    /// The members of the interface of what clients send, in their braces.
    pub(super) fn client_to_server(&self, namespace: &'m Namespace) -> String {
        let mut groups = Groups::new(namespace);
        let event = |event: &'m ClientEvent| groups.before(&event.head) + &self.client_event(event);
        braced(namespace.client_events.iter().map(event), 0)
    }

    /// The members of the interface of what the server sends, in their braces.
    pub(super) fn server_to_client(&self, namespace: &'m Namespace) -> String {
        let mut groups = Groups::new(namespace);
        let event = |event: &'m ServerEvent| groups.before(&event.head) + &self.server_event(namespace, event);
        braced(namespace.server_events.iter().map(event), 0)
    }

    fn client_event(&self, event: &'m ClientEvent) -> String {
        let mut notes = payload_note(&event.head);
        if let Some(max) = event.max_bytes {
            notes.push(format!("At most {max} bytes as JSON."));
        }
        notes.extend(event.rate.map(rate));
        if event.head.volatile {
            notes.push("May be lost: send it with `socket.volatile.emit`.".to_owned());
        }
        let timeout = event.head.ack_timeout_ms;
        notes.extend(timeout.map(|timeout| format!("The answer may take {}.", duration(timeout))));
        self.event(&event.head, Direction::ClientToServer, &notes)
    }

    fn server_event(&self, namespace: &'m Namespace, event: &'m ServerEvent) -> String {
        let mut notes = payload_note(&event.head);
        if !event.to.is_empty() {
            let room = |id: &sockgen_schema::model::RoomId| namespace.rooms.get(id.0 as usize);
            let kinds = event.to.iter().filter_map(room).map(|room| room.key.as_str());
            notes.push(format!("Sent to {} rooms.", listed(kinds)));
        }
        if event.head.volatile {
            notes.push("May be lost.".to_owned());
        }
        let timeout = event.head.ack_timeout_ms;
        notes.extend(timeout.map(|timeout| format!("The server waits {} for the answer.", duration(timeout))));
        self.event(&event.head, Direction::ServerToClient, &notes)
    }

    fn event(&self, head: &'m EventHead, direction: Direction, notes: &[String]) -> String {
        let mut more = More::default();
        let ack = self.acks.parameter(self.types, head, Form::of_answer(direction));
        let mut parameters = match &head.payload {
            Payload::None => Vec::new(),
            Payload::Data(ty) => {
                let ty = self.types.annotation(ty, Form::of_payload(direction), false);
                vec![Doc::Concat(vec![text("payload:"), ty])]
            }
            Payload::Args(id) => match &self.model.type_def(*id).kind {
                TypeKind::Object(fields) => self.arguments(fields, direction, ack.is_some(), &mut more),
                _ => Vec::new(),
            },
            Payload::Raw => vec![text("...args: unknown[]")],
        };
        match (&head.payload, ack) {
            // Nothing may stand behind the rest of the arguments but in a tuple.
            (Payload::Raw, Some(ack)) => {
                let rest = bracketed("[", vec![text("...payload: unknown[]"), ack], ",", "]");
                parameters = vec![Doc::Concat(vec![text("...args: "), rest])];
            }
            (_, ack) => parameters.extend(ack),
        }
        let function = match parameters.is_empty() {
            true => text("() => void;"),
            false => bracketed("(", parameters, ",", ") => void;"),
        };
        more.example(head.example.as_ref());
        more.deprecated(head.deprecated.as_ref(), tsdoc_code);
        let doc = comment(head.doc.as_deref(), notes, &more, 2);
        let name = text(format!("{}: ", key(&head.wire)));
        doc + "  " + &print(&[name, function], 2)
    }

    /// A parameter for each argument, with its documentation.
    ///
    /// What may be left out at the end cannot be left out before an ack: clients write `undefined` there, and find
    /// `null`, since that is what JSON makes of a place with nothing in it.
    fn arguments(
        &self,
        fields: &'m [Field],
        direction: Direction,
        before_ack: bool,
        more: &mut More,
    ) -> Vec<Doc<'m>> {
        let form = Form::of_payload(direction);
        let parameter = |(name, field): (String, &'m Field)| {
            more.param(&name, field.doc.as_deref(), constraint(&field.ty));
            let may_be_left_out = field.optional || (form == Form::Sent && field.default.is_some());
            let mark = if may_be_left_out && !before_ack { "?:" } else { ":" };
            let annotation = match (may_be_left_out, form) {
                (true, Form::Received) => self.types.or_null(&field.ty, form),
                (absent, _) => self.types.annotation(&field.ty, form, absent && before_ack),
            };
            Doc::Concat(vec![text(name + mark), annotation])
        };
        parameters(fields).into_iter().zip(fields).map(parameter).collect()
    }
}

/// The comments between the events of included files.
struct Groups<'m> {
    namespace: &'m Namespace,
    last: Option<GroupId>,
    is_first: bool,
}

impl<'m> Groups<'m> {
    fn new(namespace: &'m Namespace) -> Self {
        Groups { namespace, last: None, is_first: true }
    }

    /// What stands before an event that comes from another file than the one before it.
    fn before(&mut self, head: &EventHead) -> String {
        let is_first = std::mem::replace(&mut self.is_first, false);
        if self.last == head.group {
            return String::new();
        }
        self.last = head.group;
        // Prettier takes away an empty line behind the brace.
        let gap = if is_first { "" } else { "\n" };
        let group = head.group.and_then(|id| self.namespace.groups.get(id.0 as usize));
        let line = group.map(|group| {
            let doc = group.doc.as_deref().map(tsdoc).unwrap_or_default();
            let doc = doc.first().map_or_else(String::new, |line| format!(": {line}"));
            format!("  // {}{doc}\n", group.names.snake)
        });
        gap.to_owned() + &line.unwrap_or_default()
    }
}

/// What a payload without a name of its own must be.
fn payload_note(head: &EventHead) -> Vec<String> {
    match &head.payload {
        Payload::Data(ty) => constraint_of("The payload", ty).into_iter().collect(),
        Payload::None | Payload::Args(_) | Payload::Raw => Vec::new(),
    }
}

/// `At most 20 a second.`
fn rate(rate: Rate) -> String {
    let per = match rate.per_ms {
        1000 => "a second".to_owned(),
        60_000 => "a minute".to_owned(),
        3_600_000 => "an hour".to_owned(),
        other => format!("in {}", duration(other)),
    };
    format!("At most {} {per}.", rate.count)
}

fn duration(ms: u64) -> String {
    match ms {
        1000 => "1 second".to_owned(),
        ms if ms % 1000 == 0 => format!("{} seconds", ms / 1000),
        ms => format!("{ms} ms"),
    }
}

/// The names of a direction's events, as the value of a key in `EVENTS`.
pub(super) fn constants<'m>(heads: impl Iterator<Item = &'m EventHead> + Clone) -> String {
    let keys = event_keys(heads.clone());
    braced(heads.zip(keys).map(|(head, key)| constant(&key, head)), 2)
}

/// `joinRoom: "join:room",`. Prettier breaks behind the colon where the key is long enough for that to gain room.
fn constant(key: &str, head: &EventHead) -> String {
    const INDENT: usize = 4;
    let mut more = More::default();
    more.deprecated(head.deprecated.as_ref(), tsdoc_code);
    let doc = comment(None, &[], &more, INDENT);
    let value = string(&head.wire);
    let fits = INDENT + width(key) + width(": ,") + width(&value) <= WIDTH;
    let gap = if fits || width(key) < 5 { " ".to_owned() } else { format!("\n{}", " ".repeat(INDENT + 2)) };
    format!("{doc}{}{key}:{gap}{value},", " ".repeat(INDENT))
}
