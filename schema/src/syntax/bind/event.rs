//! Events.

use super::Binder;
use super::read::{Options, Vocabulary, foreign};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Direction;
use crate::source::{Span, Spanned};
use crate::suggest::nearest;
use crate::syntax::file::{AckDecl, EventDecl, Name, TypeExpr};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};

const LATER: &[&str] = &["args", "rate", "ordered", "ackTimeout", "deprecated", "example", "lint", "strict"];
const HINT: &str = "; what an event carries stands under `data`";

const CLIENT_EVENT: Vocabulary = Vocabulary {
    what: "an event that clients send",
    known: &["doc", "name", "method", "data", "ack", "error", "volatile", "maxBytes"],
    elsewhere: &["to"],
    later: LATER,
    documented: &["data", "ack", "error"],
    extensible: true,
    hint: HINT,
};
const SERVER_EVENT: Vocabulary = Vocabulary {
    what: "an event that the server sends",
    known: &["doc", "name", "data", "to", "volatile"],
    elsewhere: &["method", "ack", "error", "maxBytes"],
    ..CLIENT_EVENT
};

impl<'n> Binder<'n, '_> {
    /// The events of one direction.
    pub(super) fn events(&mut self, section: &'n Entry<'n>, direction: Direction) -> Vec<EventDecl<'n>> {
        let example = match direction {
            Direction::ClientToServer => "`join:room: { data: { room: string }, ack: none }`",
            Direction::ServerToClient => "`user:joined: { data: { room: string } }`",
        };
        self.section(section, "events", example, |binder, entry| binder.event(entry, direction))
    }

    fn event(&mut self, entry: &'n Entry<'n>, direction: Direction) -> EventDecl<'n> {
        let mut event = EventDecl {
            wire: self.key(entry),
            doc: self.comment_doc(entry.doc.as_deref()),
            complete: true,
            name: None,
            method: None,
            data: None,
            ack: None,
            error: None,
            to: Vec::new(),
            volatile: false,
            max_bytes: None,
        };
        let map = match &entry.value.value {
            Value::Map(map) => map,
            _ if entry.value.is_empty() => {
                let message = format!("the event `{}` says nothing of its payload", shown(&entry.key));
                let finding = Diagnostic::new(Code::WrongKind, entry.key_span, message)
                    .help(format!("for an event without a payload write `{}: {{}}`", shown(&entry.key)));
                self.push(finding);
                event.complete = false;
                return event;
            }
            Value::Scalar { .. } => {
                event.data = Some(self.type_node(&entry.value));
                return event;
            }
            _ => {
                let help = "write the type of its payload, or `{ data: …, ack: … }`";
                self.wrong_kind(&entry.value, "an event", "a type or a mapping", help);
                event.complete = false;
                return event;
            }
        };
        if let Some(data) = self.payload_alone(entry, map) {
            event.data = Some(data);
            return event;
        }
        let options = self.event_options(map, direction);
        event.complete = options.complete;
        for (key, option) in options.found {
            match key {
                "doc" => {
                    let doc = self.doc_key(option);
                    event.doc = self.one_doc(event.doc.take(), doc);
                }
                "name" => {
                    event.name = self.required_text(option, "write a name for code: `name: send_message`")
                }
                "method" => event.method = self.required_text(option, "write a name: `method: sendMessage`"),
                "data" => event.data = self.payload(option),
                "ack" => event.ack = Some((option.key_span, self.ack(option))),
                "error" => event.error = Some((option.key_span, self.documented_type(option))),
                "to" => event.to = self.targets(option),
                "volatile" => event.volatile = self.boolean(option),
                "maxBytes" => event.max_bytes = self.bytes(option),
                _ => {}
            }
        }
        event
    }

    /// A payload written without `data:` is the commonest slip, and deserves more than "unknown key". Returns the
    /// payload that was meant.
    fn payload_alone(&mut self, entry: &'n Entry<'n>, map: &'n Map<'n>) -> Option<TypeExpr<'n>> {
        let first = map.entries.first()?;
        let options: Vec<_> = [CLIENT_EVENT.known, CLIENT_EVENT.elsewhere, LATER].concat();
        let is_option = |entry: &Entry<'_>| options.contains(&&*entry.key) || entry.key.starts_with("x-");
        let is_near = |entry: &Entry<'_>| {
            foreign(&entry.key).is_some() || nearest(&entry.key, options.iter().copied()).is_some()
        };
        if map.entries.iter().any(is_option) || map.entries.iter().all(is_near) {
            return None;
        }
        let mut fields: Vec<_> =
            map.entries.iter().take(4).map(|entry| format!("{}: …", shown(&entry.key))).collect();
        fields.extend((map.entries.len() > 4).then(|| "…".to_owned()));
        let message = format!("`{}` is not a key of an event", shown(&first.key));
        let finding = Diagnostic::new(Code::UnknownKey, first.key_span, message).help(format!(
            "if this is the payload, write `{}: {{ data: {{ {} }} }}`",
            shown(&entry.key),
            fields.join(", ")
        ));
        self.push(finding);
        Some(self.type_node(&entry.value))
    }

    /// The keys of an event, without those of the other direction.
    fn event_options(&mut self, map: &'n Map<'n>, direction: Direction) -> Options<'n> {
        let vocabulary = match direction {
            Direction::ClientToServer => &CLIENT_EVENT,
            Direction::ServerToClient => &SERVER_EVENT,
        };
        let mut options = self.options(map, vocabulary);
        let what = vocabulary.what;
        options.found.retain(|(key, option)| {
            if !vocabulary.elsewhere.contains(key) {
                return true;
            }
            let why = match *key {
                "to" => "`to` names the rooms that the server may send an event to",
                "method" => "`method` names the function with which a client sends an event",
                "maxBytes" => "`maxBytes` limits what clients send",
                // Acks of clients are part of the language; the other keys have no meaning in this direction.
                _ => {
                    self.not_yet(option.key_span, &format!("`{key}` on {what}"));
                    return false;
                }
            };
            let message = format!("`{key}` means nothing on {what}");
            let finding = Diagnostic::new(Code::WrongDirection, option.key_span, message);
            self.push(finding.help(format!("{why}: remove it here")));
            false
        });
        options
    }

    fn payload(&mut self, option: &'n Entry<'n>) -> Option<TypeExpr<'n>> {
        let none = matches!(&option.value.value, Value::Scalar { text, plain: true } if text == "none");
        if none || option.value.is_empty() {
            let message = "`data` must be the type of the payload".to_owned();
            let finding = Diagnostic::new(Code::WrongKind, option.value.span, message)
                .help("for an event without a payload leave `data` out");
            self.push(finding);
            return None;
        }
        Some(self.documented_type(option))
    }

    fn ack(&mut self, option: &'n Entry<'n>) -> AckDecl<'n> {
        match &option.value.value {
            Value::Scalar { text, .. } if text == "none" => {
                self.documents_nothing(option.doc.as_deref(), "this ack has no data");
                AckDecl::None
            }
            _ if option.value.is_empty() => {
                let message = "`ack` must be the type of the answer, or `none`";
                let finding = Diagnostic::new(Code::WrongKind, option.value.span, message)
                    .help("for an answer without data write `ack: none`; for no answer leave `ack` out");
                self.push(finding);
                AckDecl::None
            }
            _ => AckDecl::Type(Box::new(self.documented_type(option))),
        }
    }

    fn targets(&mut self, option: &'n Entry<'n>) -> Vec<Name<'n>> {
        let items: Vec<&'n Node<'n>> = match &option.value.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![&option.value],
        };
        let help = "write the name of a room, or of several: `to: [doc, project]`";
        if items.is_empty() {
            let finding = Diagnostic::new(Code::UnknownRoom, option.value.span, "`to` names no room")
                .help("write `to: session`, or leave `to` out to allow any target");
            self.push(finding);
        }
        let mut targets = Vec::new();
        for item in items {
            self.documents_nothing(item.doc.as_deref(), "a target is not documented on its own");
            targets.extend(self.scalar(item, "a target in `to`", "the name of a room", help));
        }
        targets
    }

    fn bytes(&mut self, option: &Entry<'_>) -> Option<Spanned<u64>> {
        let help = "write a number of bytes in digits, such as `maxBytes: 65536`";
        let span: Span = option.value.span;
        let Value::Scalar { text, plain: true } = &option.value.value else {
            self.wrong_kind(&option.value, "`maxBytes`", "a number of bytes", help);
            return None;
        };
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            self.wrong_kind(&option.value, "`maxBytes`", "a number of bytes", help);
            return None;
        }
        // One byte is not enough for `[]`, and past 2^53 - 1 JavaScript cannot say the number.
        match text.parse::<u64>() {
            Ok(bytes) if (2..1 << 53).contains(&bytes) => Some(Spanned::new(bytes, span)),
            _ => {
                let message = format!("`{}` is not a useful limit", shown(text));
                self.push(Diagnostic::new(Code::Limit, span, message).help(help));
                None
            }
        }
    }
}
