//! Events.

use super::Binder;
use super::read::{Options, Vocabulary, foreign};
use crate::diagnostic::{Code, Diagnostic};
use crate::firsts::Firsts;
use crate::model::Direction;
use crate::source::Span;
use crate::suggest::nearest;
use crate::syntax::file::{AckDecl, EventDecl, FieldDecl, Name, PayloadDecl, TypeExpr};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};

const HINT: &str = "; what an event carries stands under `data`";

const CLIENT_EVENT: Vocabulary = Vocabulary {
    what: "an event that clients send",
    known: &[
        "doc",
        "name",
        "method",
        "data",
        "args",
        "ack",
        "error",
        "ackStyle",
        "ackTimeout",
        "volatile",
        "maxBytes",
        "rate",
        "ordered",
        "strict",
        "deprecated",
        "example",
        "lint",
    ],
    elsewhere: &["to"],
    documented: &["data", "ack", "error"],
    extensible: true,
    hint: HINT,
};
const SERVER_EVENT: Vocabulary = Vocabulary {
    what: "an event that the server sends",
    known: &[
        "doc",
        "name",
        "data",
        "args",
        "ack",
        "error",
        "ackStyle",
        "ackTimeout",
        "to",
        "volatile",
        "deprecated",
        "example",
        "lint",
    ],
    elsewhere: &["method", "maxBytes", "rate", "ordered", "strict"],
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
            payload: PayloadDecl::None,
            ack: None,
            error: None,
            ack_style: None,
            ack_timeout: None,
            to: Vec::new(),
            volatile: None,
            max_bytes: None,
            rate: None,
            ordered: None,
            strict: None,
            deprecated: None,
            example: None,
            extensions: Vec::new(),
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
            Value::Scalar { text, .. } if text == "raw" => {
                event.payload = PayloadDecl::Raw;
                return event;
            }
            Value::Scalar { .. } => {
                event.payload = PayloadDecl::Data(self.type_node(&entry.value));
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
            event.payload = PayloadDecl::Data(data);
            return event;
        }
        let options = self.event_options(map, direction);
        event.complete = options.complete;
        event.extensions = self.extensions(&options.extensions);
        let mut payload = None;
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
                "data" => {
                    let written = self.payload(option);
                    self.one_payload(&mut event, &mut payload, option, written);
                }
                "args" => {
                    let written = self.args(option);
                    self.one_payload(&mut event, &mut payload, option, written);
                }
                "ack" => event.ack = Some((option.key_span, self.ack(option))),
                "error" => event.error = Some((option.key_span, self.documented_type(option))),
                "ackStyle" => {
                    event.ack_style =
                        self.required_text(option, "write the name of a style that stands under `acks`")
                }
                "ackTimeout" => {
                    event.ack_timeout = self.duration(option).map(|time| (option.key_span, time.value))
                }
                "to" => {
                    event.to = self.targets(option);
                }
                "volatile" => event.volatile = self.boolean(option).then_some(option.key_span),
                "maxBytes" => event.max_bytes = self.bytes(option),
                "rate" => event.rate = self.rate(option),
                "ordered" => event.ordered = Some(self.boolean(option)),
                "strict" => event.strict = Some(self.boolean(option)),
                "deprecated" => event.deprecated = self.deprecated(option),
                "example" => event.example = Some(self.value(option)),
                "lint" => self.lint(option),
                _ => {}
            }
        }
        event
    }

    /// A payload written without `data:` is the commonest slip, and deserves more than "unknown key". Returns the
    /// payload that was meant.
    fn payload_alone(&mut self, entry: &'n Entry<'n>, map: &'n Map<'n>) -> Option<TypeExpr<'n>> {
        let first = map.entries.first()?;
        let options: Vec<_> = [CLIENT_EVENT.known, CLIENT_EVENT.elsewhere].concat();
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
                "rate" => "`rate` limits what clients send",
                "ordered" => "`ordered` says how the server handles what clients send",
                _ => "`strict` says what the server refuses of what clients send",
            };
            let message = format!("`{key}` means nothing on {what}");
            let finding = Diagnostic::new(Code::WrongDirection, option.key_span, message);
            self.push(finding.help(format!("{why}: remove it here")));
            false
        });
        options
    }

    fn payload(&mut self, option: &'n Entry<'n>) -> PayloadDecl<'n> {
        match &option.value.value {
            Value::Scalar { text, .. } if text == "raw" => {
                self.documents_nothing(option.doc.as_deref(), "`raw` is no type of its own");
                return PayloadDecl::Raw;
            }
            Value::Scalar { text, plain: true } if text == "none" => {}
            _ if option.value.is_empty() => {}
            _ => return PayloadDecl::Data(self.documented_type(option)),
        }
        let message = "`data` must be the type of the payload".to_owned();
        let finding = Diagnostic::new(Code::WrongKind, option.value.span, message)
            .help("for an event without a payload leave `data` out");
        self.push(finding);
        PayloadDecl::None
    }

    /// Takes one of `data` and `args`; an event with both is reported.
    fn one_payload(
        &mut self,
        event: &mut EventDecl<'n>,
        first: &mut Option<Span>,
        option: &'n Entry<'n>,
        written: PayloadDecl<'n>,
    ) {
        match *first {
            None => event.payload = written,
            Some(first) => {
                let message = "`data` and `args` cannot stand together";
                let finding = Diagnostic::new(Code::WrongKind, option.key_span, message)
                    .help("an event carries one payload (`data`) or several arguments (`args`): keep one of them")
                    .related(first, "the other one");
                self.push(finding);
            }
        }
        first.get_or_insert(option.key_span);
    }

    /// `args: [{ id: DocId }, { base: Rev }]`.
    fn args(&mut self, option: &'n Entry<'n>) -> PayloadDecl<'n> {
        let help =
            "write the arguments in their order, each with a name: `args: [{ id: uuid }, { at: u32 }]`";
        let items = match &option.value.value {
            Value::List(items) => items,
            _ => {
                self.wrong_kind(&option.value, "`args`", "a list of arguments", help);
                return PayloadDecl::None;
            }
        };
        if items.is_empty() {
            let finding = Diagnostic::new(Code::Args, option.value.span, "`args` holds no argument");
            self.push(finding.help("write at least one, or leave `args` out"));
            return PayloadDecl::None;
        }
        let mut args: Vec<FieldDecl<'n>> = Vec::with_capacity(items.len());
        let mut seen: Firsts<'n, Span> = Firsts::new();
        for item in items {
            let Some(map) = self.map(item, "an argument", "a mapping from its name to its type", help) else {
                continue;
            };
            if map.entries.len() != 1 && map.complete {
                let message = match map.entries.len() {
                    0 => "an argument needs a name and a type".to_owned(),
                    _ => "each argument is an item of its own".to_owned(),
                };
                let each: Vec<_> = map
                    .entries
                    .iter()
                    .take(4)
                    .map(|entry| format!("{{ {}: … }}", shown(&entry.key)))
                    .collect();
                let help = match each.as_slice() {
                    [] => help.to_owned(),
                    each => format!("write `args: [{}]`", each.join(", ")),
                };
                self.push(Diagnostic::new(Code::Args, item.span, message).help(help));
            }
            let fields = self.fields(map);
            for mut field in fields {
                // A comment above the item documents the argument as well.
                if field.doc.is_none() {
                    field.doc = self.comment_doc(item.doc.as_deref());
                }
                let first = seen.meet(field.name.value, field.name.span);
                if let Some(first) = first {
                    let message = format!("the argument `{}` stands here twice", shown(field.name.value));
                    let finding = Diagnostic::new(Code::DuplicateKey, field.name.span, message)
                        .help("rename one of them")
                        .related(first, "first written here");
                    self.push(finding);
                    continue;
                }
                args.push(field);
            }
        }
        self.check_args(&args);
        PayloadDecl::Args(args, option.value.span)
    }

    fn check_args(&mut self, args: &[FieldDecl<'n>]) {
        let mut optional: Option<&FieldDecl<'n>> = None;
        for arg in args {
            match optional {
                Some(before) if !arg.optional => {
                    let name = shown(arg.name.value);
                    let message = format!("the argument `{name}` stands behind an optional one");
                    let finding = Diagnostic::new(Code::Args, arg.name.span, message)
                        .help("optional arguments come last: move it before them, or make it optional too")
                        .related(before.name.span, "the optional one");
                    self.push(finding);
                }
                _ if arg.optional => optional = optional.or(Some(arg)),
                _ => {}
            }
        }
    }

    fn ack(&mut self, option: &'n Entry<'n>) -> AckDecl<'n> {
        match &option.value.value {
            Value::Scalar { text, .. } if text == "none" => {
                self.documents_nothing(option.doc.as_deref(), "this ack has no data");
                AckDecl::None
            }
            Value::Scalar { text, .. } if text == "raw" => {
                self.documents_nothing(option.doc.as_deref(), "`raw` is no type of its own");
                AckDecl::Raw
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
}
