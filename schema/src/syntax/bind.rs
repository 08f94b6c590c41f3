//! The binder: walks the whole tree of a file and reports everything that is wrong with its structure, in one pass.

use super::file::{AckDecl, Documented, EventDecl, File, RoomDecl, TemplatePart, TypeDecl};
use super::room_template;
use super::type_expr::{self, Text};
use super::yaml::{Doc, Entry, Map, Node, Value, shown};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Direction;
use crate::source::{Span, Spanned};
use crate::suggest::{did_you_mean, listed, nearest};
use crate::text;

const TOP: &[&str] = &[
    "sockgen",
    "name",
    "version",
    "doc",
    "auth",
    "connectError",
    "types",
    "clientToServer",
    "serverToClient",
    "rooms",
];
/// What the language has, and a later version of sockgen reads.
const TOP_LATER: &[&str] = &["import", "include", "defaults", "acks", "namespaces", "lint"];
const CLIENT_EVENT: &[&str] = &["doc", "name", "method", "data", "ack", "error", "volatile", "maxBytes"];
const SERVER_EVENT: &[&str] = &["doc", "name", "data", "to", "volatile"];
const EVENT_LATER: &[&str] =
    &["args", "rate", "ordered", "ackTimeout", "deprecated", "example", "lint", "strict"];
const ROOM: &[&str] = &["name", "doc", "join", "leave"];

/// Binds a file's root. Every finding is pushed; what could be read is returned.
pub fn bind(text: &str, root: &Node, diagnostics: &mut Diagnostics) -> File {
    let mut binder = Binder { text, diagnostics };
    binder.file(root)
}

pub(super) struct Binder<'a> {
    pub(super) text: &'a str,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl<'a> Binder<'a> {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn file(&mut self, root: &Node) -> File {
        let mut file = File::default();
        let Some(map) = self.map(root, "a schema file", "it begins with `sockgen: 1`") else { return file };
        self.keys(map, "a schema file", TOP, TOP_LATER);
        if !map.entries.iter().any(|entry| entry.key == "sockgen") {
            let finding =
                Diagnostic::new(Code::MissingVersion, root.span.start_point(), "`sockgen: 1` is missing")
                    .help("write `sockgen: 1` as the first line: the version of the schema language");
            self.push(finding);
        }
        for entry in &map.entries {
            match entry.key.as_str() {
                "sockgen" => self.language_version(entry),
                "name" => file.name = self.required_text(entry),
                "version" => file.version = self.version(entry),
                "doc" => file.doc = self.doc_key(entry),
                "auth" => {
                    file.auth = Some(self.type_node(&entry.value)).map(|ty| self.with_doc(ty, entry));
                }
                "connectError" => {
                    file.connect_error =
                        Some(self.type_node(&entry.value)).map(|ty| self.with_doc(ty, entry));
                }
                "types" => file.types = self.each(entry, "types", Self::type_decl),
                "clientToServer" => {
                    let client =
                        |binder: &mut Self, entry: &Entry| binder.event(entry, Direction::ClientToServer);
                    file.client_events = self.each(entry, "events", client);
                }
                "serverToClient" => {
                    let server =
                        |binder: &mut Self, entry: &Entry| binder.event(entry, Direction::ServerToClient);
                    file.server_events = self.each(entry, "events", server);
                }
                "rooms" => file.rooms = self.each(entry, "rooms", Self::room),
                _ => {}
            }
        }
        file
    }

    /// The entries of a section.
    fn each<T>(
        &mut self,
        section: &Entry,
        of: &str,
        read: impl Fn(&mut Self, &Entry) -> Option<T>,
    ) -> Vec<T> {
        // A section with nothing in it yet is a section in the making, not a mistake.
        if section.value.is_empty() {
            return Vec::new();
        }
        let what = format!("`{}`", section.key);
        let Some(map) = self.map(&section.value, &what, &format!("it is a mapping from names to {of}"))
        else {
            return Vec::new();
        };
        map.entries.iter().filter_map(|entry| read(self, entry)).collect()
    }

    fn language_version(&mut self, entry: &Entry) {
        if matches!(&entry.value.value, Value::Scalar { text, plain: true } if text == "1") {
            return;
        }
        let finding =
            Diagnostic::new(Code::MissingVersion, entry.value.span, "this is no version of the language")
                .help("write `sockgen: 1`");
        self.push(finding);
    }

    fn version(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        let version = self.required_text(entry)?;
        let core = version.value.split(['-', '+']).next().unwrap_or_default();
        let numbers: Vec<_> = core.split('.').collect();
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let plain_rest =
            version.value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-+".contains(&byte));
        if numbers.len() != 3 || !numbers.iter().all(is_number) || !plain_rest {
            let message = format!("`{}` is no version", shown(&version.value));
            let finding = Diagnostic::new(Code::WrongKind, version.span, message)
                .help("a version is three numbers with dots, such as `1.0.0`");
            self.push(finding);
        }
        Some(version)
    }

    fn type_decl(&mut self, entry: &Entry) -> Option<TypeDecl> {
        let ty = self.type_node(&entry.value);
        let ty = self.with_doc(ty, entry);
        let doc = ty.doc.clone();
        Some(TypeDecl { name: self.key(entry), doc, ty })
    }

    fn event(&mut self, entry: &Entry, direction: Direction) -> Option<EventDecl> {
        let mut event = EventDecl {
            wire: self.key(entry),
            doc: self.comment_doc(entry),
            name: None,
            method: None,
            data: None,
            ack: None,
            error: None,
            to: Vec::new(),
            volatile: false,
            max_bytes: None,
        };
        if entry.value.is_empty() {
            let finding =
                Diagnostic::new(Code::WrongKind, entry.key_span, "this event says nothing of its payload")
                    .help(format!("for an event without a payload write `{}: {{}}`", shown(&entry.key)));
            self.push(finding);
            return Some(event);
        }
        let map = match &entry.value.value {
            Value::Map(map) => map,
            Value::Scalar { .. } => {
                event.data = Some(self.type_node(&entry.value));
                return Some(event);
            }
            _ => {
                self.wrong_kind(
                    &entry.value,
                    "an event",
                    "write its payload's type, or `{ data: …, ack: … }`",
                );
                return Some(event);
            }
        };
        self.event_keys(entry, map, direction);
        for option in &map.entries {
            match option.key.as_str() {
                "doc" => {
                    let doc = self.doc_key(option);
                    event.doc = self.one_doc(event.doc.take(), doc);
                }
                "name" => event.name = self.required_text(option),
                "method" => event.method = self.required_text(option),
                "data" => event.data = self.payload(option),
                "ack" => event.ack = Some((option.key_span, self.ack(option))),
                "error" => event.error = Some((option.key_span, self.type_node(&option.value))),
                "to" => event.to = self.targets(option),
                "volatile" => event.volatile = self.boolean(option),
                "maxBytes" => event.max_bytes = self.bytes(option),
                _ => {}
            }
        }
        Some(event)
    }

    fn event_keys(&mut self, entry: &Entry, map: &Map, direction: Direction) {
        let (known, other, words) = match direction {
            Direction::ClientToServer => (CLIENT_EVENT, SERVER_EVENT, "an event that clients send"),
            Direction::ServerToClient => (SERVER_EVENT, CLIENT_EVENT, "an event that the server sends"),
        };
        let elsewhere: Vec<_> = other.iter().filter(|key| !known.contains(key)).copied().collect();
        for option in map.entries.iter().filter(|option| elsewhere.contains(&option.key.as_str())) {
            // Acks of clients are part of the language; the other keys have no meaning in this direction.
            let key = option.key.as_str();
            if direction == Direction::ServerToClient && matches!(key, "ack" | "error") {
                self.not_yet(option.key_span, &format!("`{key}` on an event that the server sends"));
                continue;
            }
            let why = match key {
                "to" => "`to` names the rooms that the server may send an event to",
                "method" => "`method` names the function with which a client sends an event",
                _ => "`maxBytes` limits what clients send",
            };
            let finding = Diagnostic::new(
                Code::WrongDirection,
                option.key_span,
                format!("`{key}` means nothing on {words}"),
            );
            self.push(finding.help(format!("{why}: remove it here")));
        }
        // A payload written without `data:` is the commonest slip, and deserves more than "unknown key".
        let options: Vec<_> = known.iter().chain(EVENT_LATER).chain(&elsewhere).copied().collect();
        let is_option = |entry: &Entry| {
            options.contains(&entry.key.as_str())
                || entry.key.starts_with("x-")
                || nearest(&entry.key, options.iter().copied()).is_some()
        };
        if !map.entries.is_empty() && !map.entries.iter().any(is_option) {
            let fields: Vec<_> =
                map.entries.iter().map(|entry| format!("{}: …", shown(&entry.key))).collect();
            let message = format!("`{}` is no key of an event", shown(&map.entries[0].key));
            let finding = Diagnostic::new(Code::UnknownKey, map.entries[0].key_span, message).help(format!(
                "if this is the payload, write `{}: {{ data: {{ {} }} }}`",
                shown(&entry.key),
                fields.join(", ")
            ));
            self.push(finding);
            return;
        }
        let known: Vec<_> = known.iter().chain(&elsewhere).copied().collect();
        self.keys(map, words, &known, EVENT_LATER);
    }

    fn payload(&mut self, option: &Entry) -> Option<super::file::TypeExpr> {
        if matches!(&option.value.value, Value::Scalar { text, plain: true } if text == "none" || text == "null")
            || option.value.is_empty()
        {
            let finding =
                Diagnostic::new(Code::WrongKind, option.value.span, "`data` names the payload's type")
                    .help("for an event without a payload leave `data` out");
            self.push(finding);
            return None;
        }
        Some(self.type_node(&option.value))
    }

    fn ack(&mut self, option: &Entry) -> AckDecl {
        match &option.value.value {
            Value::Scalar { text, .. } if text == "none" => AckDecl::None,
            _ if option.value.is_empty() => {
                let finding =
                    Diagnostic::new(Code::WrongKind, option.key_span, "`ack` names the answer's type")
                        .help("for an answer without data write `ack: none`; for no answer leave `ack` out");
                self.push(finding);
                AckDecl::None
            }
            _ => AckDecl::Type(self.type_node(&option.value)),
        }
    }

    fn targets(&mut self, option: &Entry) -> Vec<Spanned<String>> {
        let items: Vec<&Node> = match &option.value.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![&option.value],
        };
        if items.is_empty() {
            let finding = Diagnostic::new(Code::UnknownRoom, option.value.span, "`to` names no room")
                .help("write `to: session`, or leave `to` out to allow any target");
            self.push(finding);
        }
        let help = "write the name of a room, or a list of them: `to: [doc, project]`";
        items.into_iter().filter_map(|item| self.scalar(item, "`to`", help)).collect()
    }

    fn boolean(&mut self, option: &Entry) -> bool {
        match &option.value.value {
            Value::Scalar { text, plain: true } if text == "true" => true,
            Value::Scalar { text, plain: true } if text == "false" => false,
            _ => {
                let what = format!("`{}`", option.key);
                self.wrong_kind(&option.value, &what, "write `true` or `false`");
                false
            }
        }
    }

    fn bytes(&mut self, option: &Entry) -> Option<Spanned<u64>> {
        if let Value::Scalar { text, plain: true } = &option.value.value
            && let Ok(bytes) = text.parse::<u64>()
            && text.bytes().all(|byte| byte.is_ascii_digit())
        {
            // One byte is not enough for `[]`, and past 2^53 - 1 JavaScript cannot say the number.
            if (1..=(1 << 53) - 1).contains(&bytes) {
                return Some(Spanned::new(bytes, option.value.span));
            }
            let finding =
                Diagnostic::new(Code::Limit, option.value.span, format!("`{bytes}` is no useful limit"))
                    .help("write a number of bytes, such as `maxBytes: 65536`");
            self.push(finding);
            return None;
        }
        self.wrong_kind(&option.value, "`maxBytes`", "write a number of bytes, in digits: `maxBytes: 65536`");
        None
    }

    fn room(&mut self, entry: &Entry) -> Option<RoomDecl> {
        let help = "write its template: `session: \"session:{room: RoomId}\"`";
        let mut doc = self.comment_doc(entry);
        let (mut join, mut leave) = (None, None);
        let template = match &entry.value.value {
            Value::Map(map) => {
                self.keys(map, "a room", ROOM, &["lint"]);
                let mut template = None;
                for option in &map.entries {
                    match option.key.as_str() {
                        "name" => template = Some(&option.value),
                        "doc" => {
                            let written = self.doc_key(option);
                            doc = self.one_doc(doc.take(), written);
                        }
                        "join" => join = self.required_text(option),
                        "leave" => leave = self.required_text(option),
                        _ => {}
                    }
                }
                if template.is_none() {
                    let message = "a room needs a `name`";
                    self.push(
                        Diagnostic::new(Code::MissingKey, entry.key_span, message)
                            .help("write the template of its name: `name: \"session:{room: RoomId}\"`"),
                    );
                }
                template
            }
            _ => Some(&entry.value),
        };
        let (template, template_span) = match template {
            None => (Vec::new(), entry.key_span),
            Some(node) => {
                let parts = match self.scalar_text(node, "a room", help) {
                    Some(text) => {
                        self.check_text(text.text, text.span);
                        room_template::parse(text, self.diagnostics)
                    }
                    // Reported; a literal keeps later rules from reporting the hole.
                    None => vec![TemplatePart::Literal("invalid:".to_owned())],
                };
                (parts, node.span)
            }
        };
        Some(RoomDecl { key: self.key(entry), doc, template, template_span, join, leave })
    }
}

/// Readers of single values, for this file and its neighbours.
impl Binder<'_> {
    pub(super) fn wrong_kind(&mut self, node: &Node, what: &str, help: &str) {
        let found = match &node.value {
            Value::Invalid => return,
            _ if node.is_empty() => "nothing",
            Value::Scalar { .. } => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        };
        let verb = if found == "nothing" { "says" } else { "cannot be" };
        self.push(Diagnostic::new(Code::WrongKind, node.span, format!("{what} {verb} {found}")).help(help));
    }

    pub(super) fn map<'n>(&mut self, node: &'n Node, what: &str, help: &str) -> Option<&'n Map> {
        if let Value::Map(map) = &node.value {
            return Some(map);
        }
        self.wrong_kind(node, what, help);
        None
    }

    pub(super) fn not_yet(&mut self, span: Span, what: &str) {
        let message = format!("{what} is not supported by this version of sockgen yet");
        self.push(Diagnostic::new(Code::NotYet, span, message).help("remove it"));
    }

    /// Reports the keys that do not belong.
    pub(super) fn keys(&mut self, map: &Map, what: &str, known: &[&str], later: &[&str]) {
        for (at, entry) in map.entries.iter().enumerate() {
            let key = entry.key.as_str();
            if known.contains(&key) || self.flow_comma(map, at) {
                continue;
            }
            if later.contains(&key) || key.starts_with("x-") {
                self.not_yet(entry.key_span, &format!("`{key}`"));
                continue;
            }
            let candidates: Vec<_> = known.iter().chain(later).copied().collect();
            let message = format!("`{}` is no key of {what}", shown(key));
            let help = match nearest(key, candidates.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here: {}", listed(known)),
            };
            self.push(Diagnostic::new(Code::UnknownKey, entry.key_span, message).help(help));
        }
    }

    /// `{ doc: Join, then leave. }`: the comma ended the text, and the rest became a key without a value.
    pub(super) fn flow_comma(&mut self, map: &Map, at: usize) -> bool {
        let entry = &map.entries[at];
        let Some(before) = at.checked_sub(1).map(|at| &map.entries[at]) else { return false };
        let cut = map.flow
            && entry.value.is_empty()
            && entry.value.span.start <= entry.key_span.end
            && matches!(&before.value.value, Value::Scalar { text, plain: true } if !text.is_empty());
        if !cut {
            return false;
        }
        let text = &self.text[before.value.span.start as usize..entry.key_span.end as usize];
        let finding = Diagnostic::new(
            Code::FlowComma,
            entry.key_span,
            format!("the comma before this ended the text of `{}`", shown(&before.key)),
        )
        .help(format!("write: {}: \"{}\"", shown(&before.key), text.replace('"', "\\\"")));
        self.push(finding);
        true
    }

    /// Text, and how its places are found.
    pub(super) fn scalar_text<'n>(&mut self, node: &'n Node, what: &str, help: &str) -> Option<Text<'n>> {
        match &node.value {
            Value::Scalar { text, .. } if !node.is_empty() => {
                let raw = &self.text[node.span.range()];
                let offset = if raw == text {
                    Some(0)
                } else {
                    let quoted = raw.get(1..raw.len().saturating_sub(1)).is_some_and(|inner| inner == text);
                    quoted.then_some(1)
                };
                Some(Text { text, span: node.span, offset })
            }
            _ => {
                self.wrong_kind(node, what, help);
                None
            }
        }
    }

    pub(super) fn scalar(&mut self, node: &Node, what: &str, help: &str) -> Option<Spanned<String>> {
        let text = self.scalar_text(node, what, help)?;
        self.check_text(text.text, text.span);
        Some(Spanned::new(text.text.to_owned(), text.span))
    }

    fn required_text(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        let what = format!("`{}`", entry.key);
        self.scalar(&entry.value, &what, "write text here")
    }

    /// Refuses what would hide or turn around a part of the text where it is shown.
    pub(super) fn check_text(&mut self, text: &str, span: Span) {
        if let Some(c) = text.chars().find(|c| text::is_hostile(*c)) {
            let message = format!("this text holds the invisible character U+{:04X}", c as u32);
            self.push(Diagnostic::new(Code::HostileText, span, message).help("remove it"));
        }
    }

    fn key(&mut self, entry: &Entry) -> Spanned<String> {
        Spanned::new(entry.key.clone(), entry.key_span)
    }

    fn comment_doc(&mut self, entry: &Entry) -> Documented {
        let doc = entry.doc.clone()?;
        self.check_text(&doc.text, doc.span);
        Some(doc)
    }

    /// `doc: …`.
    pub(super) fn doc_key(&mut self, entry: &Entry) -> Documented {
        let text = self.scalar_text(&entry.value, "`doc`", "write text, or leave it out")?;
        self.check_text(text.text, text.span);
        Some(Doc { text: text.text.trim_end().to_owned(), span: entry.value.span })
    }

    /// The one documentation of a thing that may be documented in two ways.
    pub(super) fn one_doc(&mut self, comment: Documented, key: Documented) -> Documented {
        if let (Some(comment), Some(key)) = (&comment, &key) {
            let finding = Diagnostic::new(Code::DocTwice, key.span, "this is documented twice")
                .help("keep the `##` comment or the `doc:`")
                .related(comment.span, "here already");
            self.push(finding);
        }
        comment.or(key)
    }

    /// Gives a type the documentation that stands above its key.
    pub(super) fn with_doc(&mut self, mut ty: super::file::TypeExpr, entry: &Entry) -> super::file::TypeExpr {
        let comment = self.comment_doc(entry);
        ty.doc = self.one_doc(comment, ty.doc.take());
        ty
    }

    pub(super) fn type_text(&mut self, text: Text<'_>) -> super::file::TypeExpr {
        self.check_text(text.text, text.span);
        type_expr::parse(text, self.diagnostics)
    }

    /// The help for a word that is not among the ones that can stand at a place.
    pub(super) fn word_help(&self, written: &str, known: &[&str]) -> Option<String> {
        did_you_mean(written, known)
    }
}
