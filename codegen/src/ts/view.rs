//! What the template prints: every name, type, quote and comma is decided here.
//!
//! Rendering is the larger part of the emitter's time, and costs by the tag. So what there is thousands of, events and
//! fields, is joined here; the template loops over types.
//!
//! Each text is printed as it is. A `doc` is a comment with its indentation and its line ends, or nothing; it stands right
//! before what it documents.

use super::docs::{comment, constraint, constraint_of, listed};
use super::layout::{Doc, bracketed, print, text, width};
use super::names::{Constants, event_keys, key};
use super::types::{self, Types};
use super::{Options, layout};
use crate::escape_ts::{line_comment, string, tsdoc, tsdoc_code};
use serde::Serialize;
use sockgen_schema::model::{
    Ack, ClientEvent, EventHead, Field, Model, Origin, Payload, ServerEvent, Type, TypeDef, TypeId, TypeKind,
};

/// The types file.
#[derive(Debug, Serialize)]
pub(super) struct View {
    /// The schema's file name.
    source: String,
    /// Lines about the contract as a whole.
    about: String,
    /// The contract's hash.
    hash: String,
    /// The events of each direction, in two interfaces.
    directions: Vec<DirectionView>,
    /// The types that the schema declares or events bring along, with the constants of enums.
    exports: Vec<ExportView>,
    /// Whether any event has an ack.
    acks: bool,
    /// Whether anything holds `json`.
    json: bool,
}

/// The events of one direction.
#[derive(Debug, Serialize)]
struct DirectionView {
    doc: String,
    /// `ClientToServerEvents`.
    interface: &'static str,
    /// The interface's members in their braces.
    members: String,
    /// `clientToServer`, in `EVENTS`.
    key: &'static str,
    /// The names of the events in their braces.
    constants: String,
}

/// A type, or the constant with an enum's values.
#[derive(Debug, Serialize)]
struct ExportView {
    doc: String,
    /// `interface User { … }`, `type RoomId = string;`, `const ROLE_VALUES = … as const;`
    text: String,
}

impl View {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        let writer = Writer { model, types: Types::new(model) };
        let root = model.root();
        let enums = model.types.iter().filter(|def| matches!(def.kind, TypeKind::Enum { .. }));
        let constants = Constants::new(enums);
        View {
            source: line_comment(&options.source),
            about: about(model),
            hash: model.wire_hash(),
            directions: vec![writer.client_to_server(), writer.server_to_client()],
            exports: model.types().flat_map(|(id, def)| writer.named(id, def, &constants)).collect(),
            acks: root.client_events.iter().any(|event| event.head.ack != Ack::Undeclared),
            json: types::uses_json(model),
        }
    }
}

/// `// Call 1.0.0`, and what the schema says about itself.
fn about(model: &Model) -> String {
    let version = model.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
    // As in TSDoc no line may begin with `@`: `// @ts-nocheck` is an order to TypeScript.
    let title = tsdoc(&format!("{}{version}", model.name)).join(" ");
    let doc = model.doc.as_deref().map(tsdoc).unwrap_or_default();
    let lines = match doc.as_slice() {
        [line] => vec![format!("{title}: {line}")],
        [] => vec![title],
        _ => [title, String::new()].into_iter().chain(doc).collect(),
    };
    lines.iter().map(|line| format!("// {line}").trim_end().to_owned() + "\n").collect()
}

struct Writer<'m> {
    model: &'m Model,
    types: Types<'m>,
}

impl Writer<'_> {
    fn client_to_server(&self) -> DirectionView {
        let events = &self.model.root().client_events;
        let doc = "What clients send.\n\nWith socket.io-client: `Socket<ServerToClientEvents, ClientToServerEvents>`.";
        DirectionView {
            doc: comment(Some(doc), &[], &[], 0),
            interface: "ClientToServerEvents",
            members: braced(events.iter().map(|event| self.client_event(event)), 0),
            key: "clientToServer",
            constants: event_constants(events.iter().map(|event| &event.head)),
        }
    }

    fn server_to_client(&self) -> DirectionView {
        let events = &self.model.root().server_events;
        DirectionView {
            doc: comment(Some("What the server sends."), &[], &[], 0),
            interface: "ServerToClientEvents",
            members: braced(events.iter().map(|event| self.server_event(event)), 0),
            key: "serverToClient",
            constants: event_constants(events.iter().map(|event| &event.head)),
        }
    }

    fn client_event(&self, event: &ClientEvent) -> String {
        let mut notes = payload_note(&event.head);
        if let Some(max) = event.max_bytes {
            notes.push(format!("At most {max} bytes as JSON."));
        }
        if event.head.volatile {
            notes.push("May be lost: send it with `socket.volatile.emit`.".to_owned());
        }
        let ack = match &event.head.ack {
            Ack::Undeclared => None,
            Ack::Empty => Some(text("null")),
            Ack::Data(ty) => Some(self.types.of(ty)),
            _ => todo!("not emitted yet"),
        };
        let ack = ack.map(|data| self.ack(data, event));
        self.event(&event.head, &notes, ack)
    }

    fn server_event(&self, event: &ServerEvent) -> String {
        let mut notes = payload_note(&event.head);
        if !event.to.is_empty() {
            let rooms = &self.model.root().rooms;
            let kinds =
                event.to.iter().filter_map(|id| rooms.get(id.0 as usize)).map(|room| room.key.as_str());
            notes.push(format!("Sent to {} rooms.", listed(kinds)));
        }
        if event.head.volatile {
            notes.push("May be lost.".to_owned());
        }
        self.event(&event.head, &notes, None)
    }

    fn event(&self, head: &EventHead, notes: &[String], ack: Option<Vec<Doc>>) -> String {
        let payload = match &head.payload {
            Payload::None => None,
            Payload::Data(ty) => Some([vec![text("payload:")], self.types.annotation(ty, false)].concat()),
            _ => todo!("not emitted yet"),
        };
        let parameters: Vec<Vec<Doc>> = payload.into_iter().chain(ack).collect();
        let key = text(format!("{}: ", key(&head.wire)));
        let function = match parameters.is_empty() {
            true => text("() => void;"),
            false => bracketed("(", parameters, ",", ") => void;"),
        };
        let doc = comment(head.doc.as_deref(), notes, &[], 2);
        doc + "  " + &print(&[key, function], 2)
    }

    /// `ack: (response: Ack<JoinRoomAck, Failure>) => void`.
    fn ack(&self, data: Doc, event: &ClientEvent) -> Vec<Doc> {
        let hugs = match &event.head.ack {
            Ack::Data(Type::Nullable(inner)) => types::hugs_null(inner),
            Ack::Data(ty) => matches!(ty, Type::Named { .. }),
            _ => true,
        };
        let arguments: Vec<Vec<Doc>> = [Some(data), event.head.error.as_ref().map(|ty| self.types.of(ty))]
            .into_iter()
            .flatten()
            .map(|argument| vec![argument])
            .collect();
        // Prettier never breaks angle brackets around a single name.
        let response = match <[_; 1]>::try_from(arguments) {
            Ok([only]) if hugs => Doc::Concat([vec![text("Ack<")], only, vec![text(">")]].concat()),
            Ok([only]) => bracketed("Ack<", vec![only], "", ">"),
            Err(arguments) => bracketed("Ack<", arguments, "", ">"),
        };
        vec![text("ack: "), bracketed("(", vec![vec![text("response: "), response]], ",", ") => void")]
    }

    /// A type and, of an enum, the constant with its values.
    fn named(&self, id: TypeId, def: &TypeDef, constants: &Constants) -> Vec<ExportView> {
        let mut notes = Vec::new();
        let mut more = Vec::new();
        let mut values_constant = None;
        let text = match &def.kind {
            TypeKind::Alias(ty) => {
                notes.extend(constraint(ty));
                type_alias(&def.name, self.types.alias(ty))
            }
            TypeKind::Object(fields) => {
                let fields = braced(fields.iter().map(|field| self.field(id, field)), 0);
                format!("interface {} {fields}", def.name)
            }
            TypeKind::Enum { values, open, .. } => {
                if *open {
                    notes.push("May grow: a newer version may have other values.".to_owned());
                }
                more.extend(values.iter().filter_map(|value| {
                    let doc = tsdoc(value.doc.as_deref()?).join(" ");
                    Some(format!("- {}: {doc}", tsdoc_code(&value.wire)))
                }));
                let literals: Vec<String> = values.iter().map(|value| string(&value.wire)).collect();
                let doc = format!("The known values of {}.", tsdoc_code(&def.name));
                values_constant = Some(ExportView {
                    doc: comment(Some(&doc), &[], &[], 0),
                    text: values_text(&constants.of(def), &literals),
                });
                type_alias(&def.name, union(&literals, *open))
            }
            _ => todo!("not emitted yet"),
        };
        if let Some(example) = &def.example {
            if !more.is_empty() {
                more.push(String::new());
            }
            more.push(format!("@example {}", tsdoc(&example.to_string()).join(" ")));
        }
        let doc = def.doc.clone().or_else(|| origin_doc(&def.origin));
        let view = ExportView { doc: comment(doc.as_deref(), &notes, &more, 0), text };
        [view].into_iter().chain(values_constant).collect()
    }

    fn field(&self, owner: TypeId, field: &Field) -> String {
        let undefined = field.optional && self.types.takes_undefined(owner);
        let name = format!("{}{}:", key(&field.wire), if field.optional { "?" } else { "" });
        let declaration = [vec![text(name)], self.types.annotation(&field.ty, undefined), vec![text(";")]];
        let notes: Vec<String> = constraint(&field.ty).into_iter().collect();
        comment(field.doc.as_deref(), &notes, &[], 2) + "  " + &print(&declaration.concat(), 2)
    }
}

/// Members, each with its indentation, in braces that begin on a line which is indented by `indent`.
fn braced(members: impl Iterator<Item = String>, indent: usize) -> String {
    let mut out = String::from("{");
    for member in members {
        out.push('\n');
        out.push_str(&member);
    }
    // Empty braces stay together.
    if out.len() > 1 {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
    }
    out + "}"
}

/// `type Name = …;`, as it stands behind `export `.
fn type_alias(name: &str, definition: Vec<Doc>) -> String {
    exported(&[vec![text(format!("type {name} ="))], definition, vec![text(";")]].concat())
}

/// What fits behind `export `.
fn exported(docs: &[Doc]) -> String {
    const EXPORT: &str = "export ";
    let printed = print(&[vec![text(EXPORT)], docs.to_vec()].concat(), 0);
    printed[EXPORT.len()..].to_owned()
}

/// What a payload without a name of its own must be.
fn payload_note(head: &EventHead) -> Vec<String> {
    match &head.payload {
        Payload::Data(ty) => constraint_of("The payload", ty).into_iter().collect(),
        Payload::None => Vec::new(),
        _ => todo!("not emitted yet"),
    }
}

/// What a type is for that the schema does not document, since it stands inline in an event.
fn origin_doc(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Declared | Origin::Inline => None,
        Origin::Auth => Some("What a client says when it connects: the option `auth` of `io()`.".to_owned()),
        Origin::ConnectError => {
            Some("Why a connection was refused: the JSON in the `message` of a `connect_error`.".to_owned())
        }
        Origin::Data(events) => {
            let mut names: Vec<&str> = events.iter().map(|(_, wire)| wire.as_str()).collect();
            names.dedup();
            Some(format!("The payload of {}.", listed(names)))
        }
        Origin::Ack(event) => Some(format!("The answer to {}.", tsdoc_code(event))),
        Origin::Error(event) => Some(format!("The error of {}.", tsdoc_code(event))),
        _ => todo!("not emitted yet"),
    }
}

/// `"a" | "b"`; of an open enum with `(string & {})`, which any string is, and which keeps an editor's completion.
fn union(literals: &[String], open: bool) -> Vec<Doc> {
    let mut members: Vec<Doc> = Vec::new();
    let all = literals.iter().map(String::as_str).chain(open.then_some("(string & {})"));
    for literal in all {
        match members.is_empty() {
            true => members.push(text(literal)),
            false => members.extend([Doc::Line, text(format!("| {literal}"))]),
        }
    }
    if members.len() > 1 {
        members.insert(0, Doc::IfBroken("| "));
    }
    // First all of them on a line of their own, then each of them.
    vec![Doc::Group(vec![Doc::Indent(vec![Doc::Line, Doc::Group(members)])])]
}

/// `const ROLE_VALUES = ["viewer", "editor"] as const;`
fn values_text(name: &str, literals: &[String]) -> String {
    let items = literals.iter().map(|literal| vec![text(literal.as_str())]).collect();
    let list = bracketed("[", items, ",", "]");
    exported(&[text(format!("const {name} = ")), list, text(" as const;")])
}

/// The names of a direction's events, as the value of a key in `EVENTS`.
fn event_constants<'m>(heads: impl Iterator<Item = &'m EventHead> + Clone) -> String {
    let keys = event_keys(heads.clone());
    braced(heads.zip(keys).map(|(head, key)| event_constant(&key, &head.wire)), 2)
}

/// `joinRoom: "join:room",`. Prettier breaks behind the colon where the key is long enough for that to gain room.
fn event_constant(key: &str, wire: &str) -> String {
    const INDENT: usize = 4;
    let value = string(wire);
    let fits = INDENT + width(key) + width(": ,") + width(&value) <= layout::WIDTH;
    let gap = if fits || width(key) < 5 { " ".to_owned() } else { format!("\n{}", " ".repeat(INDENT + 2)) };
    format!("{}{key}:{gap}{value},", " ".repeat(INDENT))
}
