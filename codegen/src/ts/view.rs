//! What the template prints: every name, type, quote and comma is decided here.
//!
//! Each text is ready to be printed as it is; comments are lists of lines, which the template indents.

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
    about: Vec<String>,
    /// The contract's hash.
    hash: String,
    /// The events of each direction, in two interfaces.
    directions: Vec<DirectionView>,
    /// The types that the schema declares or events bring along.
    types: Vec<TypeView>,
    /// Whether any event has an ack.
    acks: bool,
    /// Whether anything holds `json`.
    json: bool,
}

/// The events of one direction.
#[derive(Debug, Serialize)]
struct DirectionView {
    doc: Vec<String>,
    /// `ClientToServerEvents`.
    interface: &'static str,
    /// `clientToServer`, in `EVENTS`.
    key: &'static str,
    events: Vec<EventView>,
}

/// An event.
#[derive(Debug, Serialize)]
struct EventView {
    doc: Vec<String>,
    /// `"join:room": (payload: JoinRoom) => void;`
    signature: String,
    /// `joinRoom: "join:room",`
    constant: String,
}

/// A type with a name.
#[derive(Debug, Serialize)]
struct TypeView {
    doc: Vec<String>,
    name: String,
    /// Whether it is an interface.
    object: bool,
    /// The fields of an interface.
    fields: Vec<FieldView>,
    /// What stands behind `export type Name =` of any other type, from the space on.
    definition: String,
    /// The constant with an enum's values.
    values: Option<ValuesView>,
}

/// A field of an interface.
#[derive(Debug, Serialize)]
struct FieldView {
    doc: Vec<String>,
    /// `name?: string;`
    declaration: String,
}

/// The constant with an enum's values.
#[derive(Debug, Serialize)]
struct ValuesView {
    doc: Vec<String>,
    /// `FAILURE_CODE_VALUES`.
    name: String,
    /// `["room_not_found", "forbidden"] as const`.
    list: String,
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
            types: model.types().map(|(id, def)| writer.named(id, def, &constants)).collect(),
            acks: root.client_events.iter().any(|event| event.ack != Ack::Undeclared),
            json: types::uses_json(model),
        }
    }
}

/// `// Call 1.0.0`, and what the schema says about itself.
fn about(model: &Model) -> Vec<String> {
    let version = model.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
    // As in TSDoc no line may begin with `@`: `// @ts-nocheck` is an order to TypeScript.
    let title = tsdoc(&format!("{}{version}", model.name)).join(" ");
    let doc = model.doc.as_deref().map(tsdoc).unwrap_or_default();
    let lines = match doc.as_slice() {
        [line] => vec![format!("{title}: {line}")],
        [] => vec![title],
        _ => [title, String::new()].into_iter().chain(doc).collect(),
    };
    lines.iter().map(|line| format!("// {line}").trim_end().to_owned()).collect()
}

struct Writer<'m> {
    model: &'m Model,
    types: Types<'m>,
}

impl Writer<'_> {
    fn client_to_server(&self) -> DirectionView {
        let events = &self.model.root().client_events;
        let keys = event_keys(events.iter().map(|event| &event.head));
        DirectionView {
            doc: comment(
                Some(
                    "What clients send.\n\nWith socket.io-client: `Socket<ServerToClientEvents, ClientToServerEvents>`.",
                ),
                &[],
                &[],
                0,
            ),
            interface: "ClientToServerEvents",
            key: "clientToServer",
            events: events.iter().zip(keys).map(|(event, key)| self.client_event(event, &key)).collect(),
        }
    }

    fn server_to_client(&self) -> DirectionView {
        let events = &self.model.root().server_events;
        let keys = event_keys(events.iter().map(|event| &event.head));
        DirectionView {
            doc: comment(Some("What the server sends."), &[], &[], 0),
            interface: "ServerToClientEvents",
            key: "serverToClient",
            events: events.iter().zip(keys).map(|(event, key)| self.server_event(event, &key)).collect(),
        }
    }

    fn client_event(&self, event: &ClientEvent, constant: &str) -> EventView {
        let mut notes = payload_note(&event.head);
        if let Some(max) = event.max_bytes {
            notes.push(format!("At most {max} bytes as JSON."));
        }
        if event.head.volatile {
            notes.push("May be lost: send it with `socket.volatile.emit`.".to_owned());
        }
        let ack = match &event.ack {
            Ack::Undeclared => None,
            Ack::Empty => Some(text("null")),
            Ack::Data(ty) => Some(self.types.of(ty)),
        };
        let ack = ack.map(|data| self.ack(data, event));
        self.event(&event.head, &notes, ack, constant)
    }

    fn server_event(&self, event: &ServerEvent, constant: &str) -> EventView {
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
        self.event(&event.head, &notes, None, constant)
    }

    fn event(&self, head: &EventHead, notes: &[String], ack: Option<Vec<Doc>>, constant: &str) -> EventView {
        let payload = match &head.payload {
            Payload::None => None,
            Payload::Data(ty) => Some([vec![text("payload:")], self.types.annotation(ty, false)].concat()),
        };
        let parameters: Vec<Vec<Doc>> = payload.into_iter().chain(ack).collect();
        let key = text(format!("{}: ", key(&head.wire)));
        let function = match parameters.is_empty() {
            true => text("() => void;"),
            false => bracketed("(", parameters, ",", ") => void;"),
        };
        EventView {
            doc: comment(head.doc.as_deref(), notes, &[], 2),
            signature: print(&[key, function], 2),
            constant: event_constant(constant, &head.wire),
        }
    }

    /// `ack: (response: Ack<JoinRoomAck, Failure>) => void`.
    fn ack(&self, data: Doc, event: &ClientEvent) -> Vec<Doc> {
        let hugs = match &event.ack {
            Ack::Data(Type::Nullable(inner)) => types::hugs_null(inner),
            Ack::Data(ty) => matches!(ty, Type::Named { .. }),
            _ => true,
        };
        let arguments: Vec<Vec<Doc>> = [Some(data), event.error.as_ref().map(|ty| self.types.of(ty))]
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

    fn named(&self, id: TypeId, def: &TypeDef, constants: &Constants) -> TypeView {
        let doc = def.doc.clone().or_else(|| origin_doc(&def.origin));
        let mut view = TypeView {
            doc: Vec::new(),
            name: def.name.clone(),
            object: false,
            fields: Vec::new(),
            definition: String::new(),
            values: None,
        };
        let mut notes = Vec::new();
        let mut more = Vec::new();
        let assigned = |docs: Vec<Doc>| {
            let start = text(format!("export type {} =", def.name));
            let printed = print(&[vec![start], docs, vec![text(";")]].concat(), 0);
            printed.split_once('=').map(|(_, definition)| definition.to_owned()).unwrap_or_default()
        };
        match &def.kind {
            TypeKind::Alias(ty) => {
                notes.extend(constraint(ty));
                view.definition = assigned(self.types.alias(ty));
            }
            TypeKind::Object(fields) => {
                view.object = true;
                view.fields = fields.iter().map(|field| self.field(id, field)).collect();
            }
            TypeKind::Enum { values, open } => {
                if *open {
                    notes.push("May grow: a newer version may have other values.".to_owned());
                }
                let described = values.iter().filter_map(|value| Some((value, value.doc.as_deref()?)));
                more.extend(
                    described.map(|(value, doc)| {
                        format!("- {}: {}", tsdoc_code(&value.wire), tsdoc(doc).join(" "))
                    }),
                );
                let literals: Vec<String> = values.iter().map(|value| string(&value.wire)).collect();
                view.definition = assigned(union(&literals, *open));
                let name = constants.of(def);
                view.values = Some(ValuesView {
                    doc: comment(
                        Some(&format!("The known values of {}.", tsdoc_code(&def.name))),
                        &[],
                        &[],
                        0,
                    ),
                    list: values_list(&name, &literals),
                    name,
                });
            }
        }
        if let Some(example) = &def.example {
            if !more.is_empty() {
                more.push(String::new());
            }
            more.push(format!("@example {}", tsdoc(&example.to_string()).join(" ")));
        }
        view.doc = comment(doc.as_deref(), &notes, &more, 0);
        view
    }

    fn field(&self, owner: TypeId, field: &Field) -> FieldView {
        let undefined = field.optional && self.types.takes_undefined(owner);
        let name = format!("{}{}:", key(&field.wire), if field.optional { "?" } else { "" });
        let declaration = [vec![text(name)], self.types.annotation(&field.ty, undefined), vec![text(";")]];
        let notes: Vec<String> = constraint(&field.ty).into_iter().collect();
        FieldView {
            doc: comment(field.doc.as_deref(), &notes, &[], 2),
            declaration: print(&declaration.concat(), 2),
        }
    }
}

/// What a payload without a name of its own must be.
fn payload_note(head: &EventHead) -> Vec<String> {
    match &head.payload {
        Payload::Data(ty) => constraint_of("The payload", ty).into_iter().collect(),
        Payload::None => Vec::new(),
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
    let first = if members.len() > 1 { Doc::IfBroken("| ") } else { text("") };
    vec![Doc::Group(vec![Doc::Indent([vec![Doc::Line, first], members].concat())])]
}

/// `["a", "b"] as const`.
fn values_list(name: &str, literals: &[String]) -> String {
    let start = format!("export const {name} = ");
    let items = literals.iter().map(|literal| vec![text(literal.as_str())]).collect();
    let printed = print(&[text(start.as_str()), bracketed("[", items, ",", "]"), text(" as const;")], 0);
    printed[start.len()..].trim_end_matches(';').to_owned()
}

/// `joinRoom: "join:room",`. Prettier breaks behind the colon where the key is long enough for that to gain room.
fn event_constant(key: &str, wire: &str) -> String {
    const INDENT: usize = 4;
    let value = string(wire);
    let fits = INDENT + width(key) + width(": ,") + width(&value) <= layout::WIDTH;
    let gap = if fits || width(key) < 5 { " ".to_owned() } else { format!("\n{}", " ".repeat(INDENT + 2)) };
    format!("{key}:{gap}{value},")
}
