//! The events of a namespace as a client has them: methods, requests, questions, and the tables behind them.

use super::styles::Styles;
use crate::escape_ts::{string, tsdoc_code};
use crate::ts::acks::{Acks, generic, hugs};
use crate::ts::defs::braced;
use crate::ts::docs::{More, comment};
use crate::ts::events::{Groups, Notes, arguments, is_answered};
use crate::ts::flow::Form;
use crate::ts::layout::{Doc, bracketed, function_type, object_literal, print_to, text, text_entry};
use crate::ts::names::{event_keys, key};
use crate::ts::types::Types;
use sockgen_schema::model::{
    Ack, ClientEvent, Direction, EventHead, Model, Namespace, Payload, ServerEvent, TypeKind,
};
use std::borrow::Cow;

/// Writes the events.
pub(super) struct Methods<'a, 'm> {
    pub(super) model: &'m Model,
    pub(super) types: &'a Types<'m>,
    pub(super) acks: &'a Acks<'m>,
}

/// The members of every connection. An event's method that is called like one has a `_` behind its name.
const MEMBERS: &[&str] = &[
    "answer",
    "connect",
    "connected",
    "disconnect",
    "emit",
    "namespace",
    "off",
    "on",
    "once",
    "request",
    "socket",
    "state",
    "subscribe",
    // What has it is taken for a promise by `await`.
    "then",
    "timeout",
];

/// The names of the methods of a namespace's client events, as keys.
pub(in crate::ts) fn method_keys(namespace: &Namespace) -> Vec<Cow<'_, str>> {
    let keys = event_keys(namespace.client_events.iter().map(|event| &event.head));
    let free = |key: Cow<'_, str>| {
        if MEMBERS.contains(&&*key) { Cow::Owned(format!("{key}_")) } else { Cow::Owned(key.into_owned()) }
    };
    keys.into_iter().map(free).collect()
}

impl<'m> Methods<'_, 'm> {
    /// The methods, in their braces.
    pub(super) fn all(&self, namespace: &'m Namespace) -> String {
        let mut groups = Groups::new(namespace);
        let mut out = String::new();
        let events = namespace.client_events.iter().zip(method_keys(namespace));
        braced(&mut out, events, 0, |out, (event, key)| {
            groups.before(out, &event.head);
            self.method(out, event, &key);
        });
        out
    }

    fn method(&self, out: &mut String, event: &'m ClientEvent, key: &str) {
        let head = &event.head;
        let mut notes = Notes::of_client_event(event, self.types.rich);
        if head.volatile {
            notes.add("May be lost.");
        }
        let mut more = More::default();
        let result = match is_answered(head) {
            false => text("void"),
            true => {
                let result = self.acks.result(self.types, head, Form::Received);
                bracketed("Promise<", vec![result], "", ">")
            }
        };
        let function = self.function(head, Direction::ClientToServer, &mut more, result);
        more.example(head.example.as_ref());
        more.deprecated(head.deprecated.as_ref(), tsdoc_code);
        comment(out, head.doc.as_deref(), notes.as_str(), &more, 2);
        out.push_str("  ");
        print_to(out, &[text(format!("{key}: ")), function, text(";")], 2);
    }

    /// `(payload: JoinRoom) => …`.
    fn function<'a>(
        &'a self,
        head: &'a EventHead,
        direction: Direction,
        more: &mut More,
        result: Doc<'a>,
    ) -> Doc<'a> {
        let form = Form::of_payload(direction);
        let mut last = ",";
        let parameters = match &head.payload {
            Payload::None => Vec::new(),
            Payload::Raw => {
                // Nothing stands behind the rest, not even a comma.
                last = "";
                vec![text("...args: unknown[]")]
            }
            Payload::Data(ty) => {
                let ty = self.types.annotation(ty, form, false);
                vec![Doc::Concat(vec![text("payload:"), ty])]
            }
            Payload::Args(id) => match &self.model.type_def(*id).kind {
                TypeKind::Object(fields) => arguments(self.types, fields, direction, false, more),
                _ => Vec::new(),
            },
        };
        function_type(parameters, last, result)
    }

    /// The events that are answered, with their methods; nothing, where none is.
    pub(super) fn requests(&self, namespace: &'m Namespace, client: &str) -> String {
        let events = namespace.client_events.iter().zip(method_keys(namespace));
        let answered: Vec<_> = events.filter(|(event, _)| is_answered(&event.head)).collect();
        let mut out = String::new();
        if answered.is_empty() {
            return out;
        }
        braced(&mut out, answered, 0, |out, (event, method)| {
            let method = member_of(&method);
            out.push_str("  ");
            let access = format!("{client}[{method}]");
            print_to(out, &[text(format!("{}: ", key(&event.head.wire))), text(access), text(";")], 2);
        });
        out
    }

    /// The events with which the server asks, with who answers them; nothing, where there are none.
    pub(super) fn questions(&self, namespace: &'m Namespace) -> String {
        let asked: Vec<&ServerEvent> =
            namespace.server_events.iter().filter(|event| is_answered(&event.head)).collect();
        let mut out = String::new();
        if asked.is_empty() {
            return out;
        }
        braced(&mut out, asked, 0, |out, event| {
            let head = &event.head;
            let mut more = More::default();
            let answer = match (&head.ack, &head.error) {
                (Ack::Undeclared | Ack::Empty, None) => text("unknown"),
                (Ack::Raw, _) => text("Eventually<unknown[]>"),
                (Ack::Data(ty), None) => {
                    let data = vec![self.types.of(ty, Form::Sent)];
                    generic("Eventually".to_owned(), data, hugs(self.types, Some(ty)))
                }
                (_, Some(error)) => {
                    let data = match &head.ack {
                        Ack::Data(ty) => self.types.of(ty, Form::Sent),
                        _ => text("null"),
                    };
                    let answer = vec![data, self.types.of(error, Form::Sent)];
                    bracketed("Eventually<", vec![bracketed("Answer<", answer, "", ">")], "", ">")
                }
            };
            let function = self.function(head, Direction::ServerToClient, &mut more, answer);
            comment(out, head.doc.as_deref(), "", &more, 2);
            out.push_str("  ");
            print_to(out, &[text(format!("{}: ", key(&head.wire))), function, text(";")], 2);
        });
        out
    }

    /// Whether any question may be answered with an error.
    pub(super) fn answers_result(&self) -> bool {
        let mut events = self.model.namespaces.iter().flat_map(|namespace| &namespace.server_events);
        events.any(|event| has_outcome(&event.head))
    }

    /// `{ joinRoom: { event: "join:room", acks: ACKS }, … }`
    pub(super) fn table(&self, namespace: &'m Namespace, styles: &mut Styles<'m>) -> String {
        let mut out = String::new();
        let events = namespace.client_events.iter().zip(method_keys(namespace));
        braced(&mut out, events, 4, |out, (event, key)| {
            let head = &event.head;
            let mut members = vec![text_entry("event", string(&head.wire))];
            if let Some(acks) = styles.of(head) {
                members.push(pair("acks", acks));
                members.extend(styles.marks(head));
                members.extend(has_outcome(head).then(|| pair("hasError", "true".to_owned())));
            }
            members.extend(head.ack_timeout_ms.map(|ms| pair("timeout", number(ms))));
            members.extend(head.volatile.then(|| pair("volatile", "true".to_owned())));
            out.push_str("      ");
            print_to(out, &[text(format!("{key}: ")), object_literal(members), text(",")], 6);
        });
        out
    }

    /// `{ "doc:confirm": { acks: ACKS }, … }`; nothing, where there are no questions.
    pub(super) fn question_table(&self, namespace: &'m Namespace, styles: &mut Styles<'m>) -> String {
        let asked: Vec<&ServerEvent> =
            namespace.server_events.iter().filter(|event| is_answered(&event.head)).collect();
        let mut out = String::new();
        if asked.is_empty() {
            return out;
        }
        braced(&mut out, asked, 4, |out, event| {
            let head = &event.head;
            let acks = styles.of(head).map(|acks| pair("acks", acks));
            let empty =
                (head.ack == Ack::Empty && !has_outcome(head)).then(|| pair("empty", "true".to_owned()));
            // Where no question has another kind of answer, nobody asks.
            let is_bare = self.answers_result() && head.ack != Ack::Empty && !has_outcome(head);
            let bare = is_bare.then(|| pair("bare", "true".to_owned()));
            let members = acks.into_iter().chain(empty).chain(bare).collect();
            out.push_str("      ");
            print_to(out, &[text(format!("{}: ", key(&head.wire))), object_literal(members), text(",")], 6);
        });
        out
    }
}

/// Whether an answer says whether it is data or an error.
pub(in crate::ts) fn has_outcome(head: &EventHead) -> bool {
    head.error.is_some() && is_answered(head)
}

fn pair<'a>(key: &str, value: String) -> Doc<'a> {
    text(format!("{key}: {value}"))
}

/// `10_000`.
fn number(value: u64) -> String {
    let digits = value.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

/// A key as the type of one: `"joinRoom"`.
fn member_of(key: &str) -> String {
    if key.starts_with(['"', '\'']) { key.to_owned() } else { string(key) }
}
