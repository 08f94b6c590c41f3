//! What the template prints: every name, type, quote and comma is decided here.
//!
//! Rendering costs by the tag. So what there is thousands of, events and fields, is joined in the view; the template loops
//! over types.
//!
//! Each text is printed as it is. A `doc` is a comment with its indentation and its line ends, or nothing; it stands right
//! before what it documents.

use super::Options;
use super::acks::Acks;
use super::connect::{self, Refusals};
use super::defs::Defs;
use super::docs::documented;
use super::events::{Events, constants};
use super::names::Taken;
use super::namespaces::{NamespaceNames, constant_prefix, path};
use super::options::Platform;
use super::types::{Types, Uses};
use crate::escape_ts::{line_comment, tsdoc, tsdoc_code};
use serde::Serialize;
use sockgen_schema::model::{Builtin, Model, Namespace, Slot};
use std::borrow::Cow;

/// The types file.
#[derive(Debug, Serialize)]
pub(super) struct View {
    /// The schema's file name.
    source: String,
    /// Lines about the contract as a whole.
    about: String,
    /// A line for each module of the application's own.
    imports: String,
    /// The contract's hash.
    hash: String,
    /// The namespaces, the root first.
    namespaces: Vec<NamespaceView>,
    /// The types that the schema declares or events bring along, with what belongs to them.
    exports: Vec<ExportView>,
    /// The types of acks.
    acks: Vec<ExportView>,
    /// What reads refusals; absent where no client is told more than a text.
    refusals: Option<Refusals>,
    /// Whether an ack or a refusal can hold a fault, and whether one can hold a fault's code.
    fault: bool,
    fault_code: bool,
    /// Whether anything holds `json`.
    json: bool,
    /// What bytes are; absent where there are none.
    bytes: Option<BytesView>,
    /// The name of the type that makes nominal types, where there are any.
    brand: Option<String>,
}

/// A namespace.
#[derive(Debug, Serialize)]
struct NamespaceView {
    /// Its path, or a function that makes it. The root has none.
    path: Option<ExportView>,
    /// The events of each direction, in two interfaces.
    directions: Vec<DirectionView>,
    /// Before the constant with the names of its events.
    doc: String,
    /// `EVENTS`.
    constant: String,
    /// What belongs to the handshake.
    handshake: Vec<ExportView>,
}

/// The events of one direction.
#[derive(Debug, Serialize)]
struct DirectionView {
    doc: String,
    /// `ClientToServerEvents`.
    interface: String,
    /// The interface's members in their braces.
    members: String,
    /// `clientToServer`, in `EVENTS`.
    key: &'static str,
    /// The names of the events in their braces.
    constants: String,
}

/// A type, or a constant or function that belongs to one.
#[derive(Debug, Serialize)]
pub(super) struct ExportView {
    pub(super) doc: String,
    /// `interface User { … }`, `type RoomId = string;`, `const ROLE_VALUES = … as const;`
    pub(super) text: String,
}

/// What bytes are on either side.
#[derive(Debug, Serialize)]
struct BytesView {
    doc: String,
    /// `Bytes`, and what that is.
    name: String,
    received: String,
    /// `BytesInput`, where any are sent.
    input: Option<String>,
    sent: String,
}

impl View {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        let mut taken = Taken::new(model);
        let types = Types::new(model, options, &mut taken);
        let acks = Acks::new(model, &mut taken);
        let defs = Defs::new(model, &types, &mut taken);
        let events = Events { model, types: &types, acks: &acks };
        let uses = Uses::new(model, &types.flow);
        let names = NamespaceNames::all(model, &mut taken);
        let namespace = |(namespace, names)| NamespaceView::new(namespace, names, &events);
        let namespaces = model.namespaces.iter().zip(&names).map(namespace).collect();
        let refusals = Refusals::new(model, &taken);
        let fault = acks.use_slot(Slot::Fault) || refusals.is_some() || options.client;
        View {
            source: line_comment(&options.source),
            about: about(model),
            imports: types.imports.text(),
            hash: model.wire_hash(),
            namespaces,
            exports: defs.all(),
            acks: acks.exports(),
            refusals,
            fault,
            fault_code: fault || acks.use_slot(Slot::Code),
            json: uses.json,
            bytes: uses.bytes.then(|| BytesView::new(&types, &uses, &taken, options.platform)),
            brand: uses.brand.then(|| types.brand.clone()),
        }
    }
}

impl NamespaceView {
    fn new<'m>(namespace: &'m Namespace, names: &NamespaceNames, events: &Events<'m>) -> Self {
        let [client, server] = [&names.client_to_server, &names.server_to_client].map(String::clone);
        let place = match namespace.names {
            None => String::new(),
            Some(_) => format!(" in the namespace {}", tsdoc_code(&namespace.path)),
        };
        let doc = |text: String| documented(&text);
        let rich = events.types.rich;
        let sends = match rich.dates || rich.int64 {
            false => {
                format!("What clients send{place}.\n\nWith socket.io-client: `Socket<{server}, {client}>`.")
            }
            true => format!(
                "What clients send{place}, by the generated client: a plain socket knows\nneither `Date` nor `bigint`."
            ),
        };
        let directions = vec![
            DirectionView {
                doc: doc(sends),
                interface: client,
                members: events.client_to_server(namespace),
                key: "clientToServer",
                constants: constants(namespace.client_events.iter().map(|event| &event.head)),
            },
            DirectionView {
                doc: doc(format!("What the server sends{place}.")),
                interface: server,
                members: events.server_to_client(namespace),
                key: "serverToClient",
                constants: constants(namespace.server_events.iter().map(|event| &event.head)),
            },
        ];
        NamespaceView {
            path: path(namespace, events.types),
            directions,
            doc: doc(format!("The names of all events{place}, as constants.")),
            constant: format!("{}EVENTS", constant_prefix(namespace)),
            handshake: connect::exports(events.model, namespace, events.types, names),
        }
    }
}

impl BytesView {
    fn new(types: &Types<'_>, uses: &Uses, taken: &Taken<'_>, platform: Platform) -> Self {
        let [name, input] = &types.bytes;
        let [browser, view] = [Builtin::Bytes.row().typescript, "Uint8Array"].map(|name| taken.global(name));
        let node = || taken.global("Buffer");
        let (received, doc) = match platform {
            Platform::Browser => (
                browser.clone(),
                "Binary data as it arrives in browsers. Node gets a `Buffer` instead, which is a\n`Uint8Array`: `new Uint8Array(bytes)` reads either.",
            ),
            Platform::Node => (node(), "Binary data as it arrives in Node."),
            Platform::Any => (
                format!("{browser} | {}", node()),
                "Binary data as it arrives: an `ArrayBuffer` in browsers, a `Buffer` in Node.\n`new Uint8Array(bytes)` reads either.",
            ),
        };
        let sent = format!("{browser} | {view}");
        let input = uses.bytes_input.then(|| input.clone());
        BytesView { doc: documented(doc), name: name.clone(), received, input, sent }
    }
}

/// `// Call 1.0.0`, and what the schema says about itself.
pub(super) fn about(model: &Model) -> String {
    let version = model.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
    // As in TSDoc no line may begin with `@`: `// @ts-nocheck` is an order to TypeScript.
    let title = tsdoc(&format!("{}{version}", model.name)).join(" ");
    let doc = model.doc.as_deref().map(tsdoc).unwrap_or_default();
    let lines = match doc.as_slice() {
        [line] => vec![format!("{title}: {line}")],
        [] => vec![title],
        _ => [title, String::new()].into_iter().chain(doc.into_iter().map(Cow::into_owned)).collect(),
    };
    lines.iter().map(|line| format!("// {line}").trim_end().to_owned() + "\n").collect()
}
