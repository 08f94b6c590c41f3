//! The events of a namespace: an interface for each direction, and their names as constants.

use super::acks::Acks;
use super::constraint::{Rich, constraint, constraint_of};
use super::defs::braced;
use super::docs::{More, comment, listed};
use super::flow::Form;
use super::layout::{Doc, bracketed, print_to, text, text_entry};
use super::names::{event_keys, key, parameters};
use super::types::Types;
use crate::escape_ts::{string, tsdoc, tsdoc_code};
use sockgen_schema::model::{
    Ack, ClientEvent, Direction, EventHead, Field, GroupId, Model, Namespace, Payload, Rate, ServerEvent,
    TypeKind,
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
        let mut out = String::new();
        braced(&mut out, &namespace.client_events, 0, |out, event| {
            groups.before(out, &event.head);
            self.client_event(out, event);
        });
        out
    }

    /// The members of the interface of what the server sends, in their braces.
    pub(super) fn server_to_client(&self, namespace: &'m Namespace) -> String {
        let mut groups = Groups::new(namespace);
        let mut out = String::new();
        braced(&mut out, &namespace.server_events, 0, |out, event| {
            groups.before(out, &event.head);
            self.server_event(out, namespace, event);
        });
        out
    }

    fn client_event(&self, out: &mut String, event: &'m ClientEvent) {
        let mut notes = Notes::of_client_event(event, self.types.rich);
        if event.head.volatile {
            notes.add("May be lost: send it with `socket.volatile.emit`.");
        }
        if let Some(timeout) = event.head.ack_timeout_ms {
            notes.add(&format!("The answer may take {}.", duration(timeout)));
        }
        self.event(out, &event.head, Direction::ClientToServer, &notes.0);
    }

    fn server_event(&self, out: &mut String, namespace: &'m Namespace, event: &'m ServerEvent) {
        let mut notes = Notes::of_payload(&event.head, self.types.rich);
        if !event.to.is_empty() {
            let kinds = event.to.iter().filter_map(|id| namespace.rooms.get(id.0 as usize));
            notes.add(&format!("Sent to {} rooms.", listed(kinds.map(|room| room.key.as_str()))));
        }
        if event.head.volatile {
            notes.add("May be lost.");
        }
        if let Some(timeout) = event.head.ack_timeout_ms {
            notes.add(&format!("The server waits {} for the answer.", duration(timeout)));
        }
        self.event(out, &event.head, Direction::ServerToClient, &notes.0);
    }

    fn event(&self, out: &mut String, head: &'m EventHead, direction: Direction, note: &str) {
        let mut more = More::default();
        let ack = self.acks.parameter(self.types, head, Form::of_answer(direction));
        let mut parameters = match &head.payload {
            Payload::None => Vec::new(),
            Payload::Data(ty) => {
                let ty = self.types.annotation(ty, Form::of_payload(direction), false);
                vec![Doc::Concat(vec![text("payload:"), ty])]
            }
            Payload::Args(id) => match &self.model.type_def(*id).kind {
                TypeKind::Object(fields) => {
                    arguments(self.types, fields, direction, ack.is_some(), &mut more)
                }
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
        let is_rest = matches!(head.payload, Payload::Raw);
        let function = match parameters.is_empty() {
            true => text("() => void;"),
            // Nothing stands behind the rest, not even a comma.
            false => bracketed("(", parameters, if is_rest { "" } else { "," }, ") => void;"),
        };
        more.example(head.example.as_ref());
        more.deprecated(head.deprecated.as_ref(), tsdoc_code);
        comment(out, head.doc.as_deref(), note, &more, 2);
        out.push_str("  ");
        print_to(out, &[text(key(&head.wire)), text(": "), function], 2);
    }
}

/// A parameter for each argument, with its documentation.
///
/// What may be left out at the end cannot be left out before an ack: clients write `undefined` there, and find
/// `null`, since that is what JSON makes of a place with nothing in it.
pub(super) fn arguments<'a>(
    types: &'a Types<'_>,
    fields: &'a [Field],
    direction: Direction,
    before_ack: bool,
    more: &mut More,
) -> Vec<Doc<'a>> {
    let form = Form::of_payload(direction);
    let parameter = |(name, field): (String, &'a Field)| {
        more.param(&name, field.doc.as_deref(), constraint(&field.ty, types.rich));
        let may_be_left_out = field.optional || (form == Form::Sent && field.default.is_some());
        let mark = if may_be_left_out && !before_ack { "?:" } else { ":" };
        let annotation = match (may_be_left_out, form) {
            (true, Form::Received) => types.or_null(&field.ty, form),
            (absent, _) => types.annotation(&field.ty, form, absent && before_ack),
        };
        Doc::Concat(vec![text(name + mark), annotation])
    };
    parameters(fields).into_iter().zip(fields).map(parameter).collect()
}

/// The comments between the events of included files.
pub(super) struct Groups<'m> {
    namespace: &'m Namespace,
    last: Option<GroupId>,
    is_first: bool,
}

impl<'m> Groups<'m> {
    pub(super) fn new(namespace: &'m Namespace) -> Self {
        Groups { namespace, last: None, is_first: true }
    }

    /// Writes what stands before an event that comes from another file than the one before it.
    pub(super) fn before(&mut self, out: &mut String, head: &EventHead) {
        let is_first = std::mem::replace(&mut self.is_first, false);
        if self.last == head.group {
            return;
        }
        self.last = head.group;
        // Prettier takes away an empty line behind the brace.
        if !is_first {
            out.push('\n');
        }
        if let Some(group) = head.group.and_then(|id| self.namespace.groups.get(id.0 as usize)) {
            let doc = group.doc.as_deref().map(tsdoc).unwrap_or_default();
            let doc = doc.first().map_or_else(String::new, |line| format!(": {line}"));
            out.push_str(&format!("  // {}{doc}\n\n", group.names.snake));
        }
    }
}

/// Sentences about an event.
pub(super) struct Notes(String);

impl Notes {
    /// What a payload without a name of its own must be.
    fn of_payload(head: &EventHead, rich: Rich) -> Self {
        let note = match &head.payload {
            Payload::Data(ty) => constraint_of("The payload", ty, rich),
            Payload::None | Payload::Args(_) | Payload::Raw => None,
        };
        Notes(note.unwrap_or_default().into_owned())
    }

    /// What a client's payload must be, and what limits it.
    pub(super) fn of_client_event(event: &ClientEvent, rich: Rich) -> Self {
        let mut notes = Notes::of_payload(&event.head, rich);
        if let Some(max) = event.max_bytes {
            notes.add(&format!("At most {max} bytes as JSON."));
        }
        if let Some(limit) = event.rate {
            notes.add(&rate(limit));
        }
        notes
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn add(&mut self, sentence: &str) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(sentence);
    }
}

/// Whether whoever sends an event waits for an answer.
pub(super) fn is_answered(head: &EventHead) -> bool {
    head.ack != Ack::Undeclared
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
        60_000 => "1 minute".to_owned(),
        ms if ms % 60_000 == 0 => format!("{} minutes", ms / 60_000),
        ms if ms % 1000 == 0 => format!("{} seconds", ms / 1000),
        ms => format!("{ms} ms"),
    }
}

/// The names of a direction's events, as the value of a key in `EVENTS`.
pub(super) fn constants<'m>(heads: impl Iterator<Item = &'m EventHead> + Clone) -> String {
    let keys = event_keys(heads.clone());
    let mut out = String::new();
    braced(&mut out, heads.zip(keys), 2, |out, (head, key)| constant(out, &key, head));
    out
}

/// `joinRoom: "join:room",`. Prettier breaks behind the colon where the key is long enough for that to gain room.
fn constant(out: &mut String, key: &str, head: &EventHead) {
    const INDENT: usize = 4;
    let mut more = More::default();
    more.deprecated(head.deprecated.as_ref(), tsdoc_code);
    comment(out, None, "", &more, INDENT);
    out.push_str("    ");
    print_to(out, &[text_entry(key, string(&head.wire)), text(",")], INDENT);
}
