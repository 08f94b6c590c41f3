//! The file for React: a provider and hooks for each namespace, over the client.
//!
//! The functions of a namespace say its types and call what stands once in the template. A hook that has the wrong type
//! is found where it is used, so all that differs is in signatures; what a room needs is a table.

use super::Options;
use super::acks::Acks;
use super::client::{method_keys, must_say, own_names};
use super::defs::{Defs, braced, exported};
use super::docs::{More, comment, documented};
use super::events::is_answered;
use super::flow::Form;
use super::imports::import_lines;
use super::layout::{Doc, bracketed, object, object_literal, print, print_to, text};
use super::names::{Taken, key};
use super::namespaces::{NamespaceNames, constant_prefix, function, place, prefix};
use super::types::Types;
use crate::escape_ts::{line_comment, string};
use serde::Serialize;
use sockgen_schema::model::{EventHead, EventId, Model, Namespace, Payload, Room, RoomPart, Type, TypeKind};

/// What the file is made of.
#[derive(Debug, Serialize)]
pub(super) struct ReactView {
    /// The schema's file name.
    source: String,
    /// The contract's hash.
    hash: String,
    /// All imports.
    imports: String,
    /// The namespaces, the root first.
    namespaces: Vec<NamespaceView>,
    /// Whether the server asks anything.
    asks: bool,
    /// Whether there are rooms that clients join, and any with an event whose payload is not one object.
    rooms: bool,
    room_arguments: bool,
    /// The line that makes the symbol under which copies of the file find each other.
    registry_key: String,
}

/// A namespace: functions up to their braces, and lines in them.
#[derive(Debug, Serialize)]
struct NamespaceView {
    provider_doc: String,
    provider: String,
    provided: String,
    context: String,
    io_doc: String,
    io: String,
    if_above: String,
    own: String,
    socket_doc: String,
    socket: String,
    /// The connection of the provider above.
    above: String,
    is_connected_doc: String,
    is_connected: String,
    while_doc: String,
    while_active: String,
    event_doc: String,
    event: String,
    /// Nothing, where the server asks nothing.
    answer_doc: String,
    answer: String,
    /// Nothing, where there are no rooms that clients join.
    room_doc: String,
    room: String,
    membership: String,
    room_result: String,
    rooms_doc: String,
    rooms: String,
    props: String,
    table: String,
    kit: String,
}

/// What the file itself calls something, and what it uses of TypeScript's own and of others.
const LOCAL: &[&str] = &[
    "AnyClient",
    "AnyOptions",
    "AnyRoomState",
    "Connection",
    "ConnectionOptions",
    "Context",
    "Contract",
    "Error",
    "Exclude",
    "JSON",
    "Kit",
    "Listener",
    "Map",
    "Memberships",
    "Message",
    "Object",
    "Params",
    "Pick",
    "Promise",
    "PropertyKey",
    "ProviderProps",
    "ReactElement",
    "ReactNode",
    "Registry",
    "RequestFault",
    "Result",
    "ReturnType",
    "Room",
    "RoomCalls",
    "RoomKind",
    "RoomState",
    "Set",
    "Shared",
    "String",
    "Symbol",
    "WeakMap",
];

impl ReactView {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        // The names of the types file are claimed in the order in which it claims them.
        let mut taken = Taken::new(model);
        let types = Types::new(model, options, &mut taken);
        let acks = Acks::new(model, &mut taken);
        Defs::new(model, &types, &mut taken);
        NamespaceNames::all(model, &mut taken);
        let own = model.namespaces.iter().flat_map(|namespace| {
            ["Rooms", "SocketProviderProps"].map(|name| format!("{}{name}", prefix(namespace)))
        });
        let local = LOCAL.iter().map(|name| (*name).to_owned());
        let types = types.imported(own_names(model).chain(own).chain(local));

        let view = |namespace| Hooks { model, types: &types, acks: &acks, namespace }.view();
        let namespaces: Vec<NamespaceView> = model.namespaces.iter().map(view).collect();
        let asks = namespaces.iter().any(|namespace| !namespace.answer.is_empty());
        let rooms = namespaces.iter().any(|namespace| !namespace.rooms.is_empty());
        let key = string(&format!("sockgen:{}:{}", model.name, model.wire_hash()));
        let key = bracketed("Symbol.for(", vec![text(key)], ",", ")");
        ReactView {
            source: line_comment(&options.source),
            hash: model.wire_hash(),
            imports: imports(model, options, &types, rooms),
            asks,
            rooms,
            room_arguments: namespaces.iter().any(|namespace| namespace.table.contains("Args: [")),
            registry_key: print(&[text("const key = "), key, text(";")], 2),
            namespaces,
        }
    }
}

fn imports(model: &Model, options: &Options, types: &Types<'_>, rooms: bool) -> String {
    let module = |part: &str| format!("./{}{part}{}", options.stem, options.extension.as_str());
    let value = |name: String| (name.clone(), name);
    let ty = |name: String| (format!("type {name}"), name);
    let react = [
        "createContext",
        "createElement",
        "useContext",
        "useEffect",
        "useInsertionEffect",
        "useMemo",
        "useRef",
        "useSyncExternalStore",
    ];
    let react = react.map(|name| value(name.to_owned()));
    let react_types = ["Context", "ReactElement", "ReactNode"].map(|name| ty(name.to_owned()));
    let mut lines = import_lines("react", react.into_iter().chain(react_types));

    let mut own = types.used();
    own.extend(
        model.namespaces.iter().filter(|namespace| namespace.is_dynamic()).map(|each| value(function(each))),
    );
    lines += &import_lines(&module(""), own);

    let shared = ["Connection", "ConnectionOptions", "Contract"];
    let of_rooms = if rooms { ["RequestFault", "Result"].as_slice() } else { &[] };
    let of_namespace = |namespace: &Namespace| {
        let prefix = prefix(namespace);
        let types = ["SocketClient", "SocketClientOptions", "SocketContract"];
        types.map(|name| ty(format!("{prefix}{name}"))).into_iter().chain([value(create(namespace))])
    };
    let client = shared.iter().chain(of_rooms).map(|name| ty((*name).to_owned()));
    lines += &import_lines(&module(".client"), client.chain(model.namespaces.iter().flat_map(of_namespace)));
    lines.trim_end().to_owned()
}

/// `createAdminSocket`, of the client file.
pub(super) fn create(namespace: &Namespace) -> String {
    format!("create{}Socket", prefix(namespace))
}

/// A namespace with all that is known about it.
struct Hooks<'a, 'm> {
    model: &'m Model,
    types: &'a Types<'m>,
    acks: &'a Acks<'m>,
    namespace: &'m Namespace,
}

impl<'m> Hooks<'_, 'm> {
    fn view(&self) -> NamespaceView {
        let Hooks { namespace, .. } = *self;
        let prefix = prefix(namespace);
        let place = place(namespace);
        let [client, contract, options] =
            ["SocketClient", "SocketContract", "SocketClientOptions"].map(|name| format!("{prefix}{name}"));
        let [provider, props, rooms] =
            ["SocketProvider", "SocketProviderProps", "Rooms"].map(|name| format!("{prefix}{name}"));
        let [kit, table] = ["SOCKET", "ROOMS"].map(|name| constant_prefix(namespace) + name);
        let hook = |name: &str| format!("use{prefix}{name}");
        let is_needed = must_say(self.model, namespace) || namespace.is_dynamic();
        let default = if is_needed { "" } else { " = {}" };
        let asks = namespace.server_events.iter().any(|event| is_answered(&event.head));
        let joined: Vec<&Room> = namespace.rooms.iter().filter(|room| room.join.is_some()).collect();
        let const_shared = |call: &str, arguments: &[&str]| {
            let arguments = arguments.iter().map(|each| text((*each).to_owned())).collect();
            let call = Doc::Fluid(Box::new(bracketed(format!("{call}("), arguments, ",", ")")));
            print(&[text("const shared ="), call, text(";")], 2)
        };
        let handler = format!("handler: {contract}[\"received\"][Event]");
        let answerer = format!("handler: {contract}[\"questions\"][Event]");
        let message = extending("Event", generic("Message<", vec![text(contract.clone())]));
        let mut view = NamespaceView {
            provider_doc: documented(&format!(
                "Gives all below it the tab's connection{place}, or a client of its own.\n\n\
                 It is connected while this is mounted, unless `autoConnect` is false."
            )),
            provider: signature(&provider, None, &[format!("props: {props}")], "ReactElement"),
            provided: const_shared("useShared", &[&kit, "given", "null"]),
            context: {
                let context = Doc::Fluid(Box::new(text(format!("{kit}.context"))));
                print(&[text("const { Provider } ="), context, text(";")], 2)
            },
            io_doc: documented(&format!(
                "The connection{place} that all of this tab share, with how it stands.\n\n\
                 It is connected while this is mounted, unless `autoConnect` is false, or there is\n\
                 a provider above and it is not given: then that one decides."
            )),
            io: signature(&hook("SocketIO"), None, &[format!("options: {options}{default}")], &client),
            if_above: {
                let call = bracketed("useContext(", vec![text(format!("{kit}.context"))], ",", ")");
                print(&[text("const above ="), Doc::Fluid(Box::new(call)), text(";")], 2)
            },
            own: const_shared("useShared", &[&kit, "options", "above"]),
            socket_doc: documented("The connection of the provider above, with how it stands."),
            socket: signature(&hook("Socket"), None, &[], &client),
            above: const_shared("useAbove", &[&kit]),
            is_connected_doc: documented("Whether there is a connection."),
            is_connected: signature(&hook("Connected"), None, &[], "boolean"),
            while_doc: documented(
                "Keeps the connection while `active` is true. Whoever is the last to let go of it ends it.",
            ),
            while_active: signature(&hook("SocketWhile"), None, &["active: boolean".to_owned()], "void"),
            event_doc: documented(
                "Calls the handler of the latest render with each message, while this is mounted.",
            ),
            event: signature(
                &hook("SocketEvent"),
                Some(message),
                &["event: Event".to_owned(), handler],
                "void",
            ),
            answer_doc: String::new(),
            answer: String::new(),
            room_doc: String::new(),
            room: String::new(),
            membership: String::new(),
            room_result: String::new(),
            rooms_doc: String::new(),
            rooms: String::new(),
            props: {
                let arguments = vec![text(client.clone()), text(options)];
                let value = bracketed("ProviderProps<", arguments, "", ">");
                exported(&[text(format!("type {props} =")), Doc::Fluid(Box::new(value)), text(";")])
            },
            table: String::new(),
            kit: self.kit(&kit, &provider),
        };
        if asks {
            let event = extending("Event", text(format!("keyof {contract}[\"questions\"]")));
            view.answer_doc = documented(
                "Answers with the handler of the latest render, while this is mounted. An event has\n\
                 one handler: that of whoever was mounted last.",
            );
            view.answer =
                signature(&hook("SocketAnswer"), Some(event), &["event: Event".to_owned(), answerer], "void");
        }
        if !joined.is_empty() {
            view.room_doc = documented(
                "Joins a room while this is mounted, and again after a reconnect; null joins none.\n\n\
                 Components in one room join it once, and the last to go leaves it.",
            );
            let parameters = ["kind: Kind".to_owned(), format!("params: {rooms}[Kind][\"params\"] | null")];
            let state = format!("{rooms}[Kind][\"state\"]");
            let kind = extending("Kind", text(format!("keyof {rooms}")));
            view.room = signature(&hook("Room"), Some(kind), &parameters, &state);
            let arguments = ["shared", "kind", &format!("{table}[kind]"), "params"];
            let arguments = arguments.iter().map(|each| text((*each).to_owned())).collect();
            let call = Doc::Fluid(Box::new(bracketed("useMembership(", arguments, ",", ")")));
            view.membership = print(&[text("const state ="), call, text(";")], 2);
            view.room_result = format!("return state as {state};");
            view.rooms_doc = documented(&format!("The rooms{place} that clients join."));
            view.rooms = self.rooms(&rooms, &joined);
            view.table = self.table(&table, &client, &rooms, &joined);
        }
        view
    }

    /// `const SOCKET = kit("SocketProvider", () => "/", createSocket);`
    fn kit(&self, kit: &str, provider: &str) -> String {
        let Hooks { namespace, .. } = self;
        let path = match namespace.is_dynamic() {
            true => {
                let call =
                    bracketed(format!("{}(", function(namespace)), vec![text("options.params")], ",", ")");
                Doc::Group(vec![text("(options) =>"), Doc::Indent(vec![Doc::Line, call])])
            }
            false => {
                let path = text(string(&namespace.path));
                Doc::Group(vec![text("() =>"), Doc::Indent(vec![Doc::Line, path])])
            }
        };
        let arguments = vec![text(string(provider)), path, text(create(namespace))];
        let call = Doc::Concat(vec![text("/* @__PURE__ */ "), bracketed("kit(", arguments, ",", ")")]);
        print(&[text(format!("const {kit} =")), Doc::Fluid(Box::new(call)), text(";")], 0)
    }

    /// `interface Rooms { session: { params: …; state: … } }`
    fn rooms(&self, name: &str, joined: &[&'m Room]) -> String {
        let mut out = format!("interface {name} ");
        braced(&mut out, joined, 0, |out, room| {
            let params = parameters(room).map(|(name, ty)| {
                let name = text(format!("{}:", key(name)));
                Doc::Concat(vec![name, self.types.annotation(ty, Form::Sent, false)])
            });
            let params: Vec<Doc<'_>> = params.collect();
            let params = if params.is_empty() { text("object") } else { object(params) };
            let mut members = vec![Doc::Concat(vec![text("params: "), params])];
            if let Some(join) = self.event(room.join) {
                let state = self.acks.outcome("RoomState", self.types, join, Form::Received);
                members.push(Doc::Concat(vec![text("state: "), state]));
            }
            comment(out, room.doc.as_deref(), "", &More::default(), 2);
            out.push_str("  ");
            print_to(out, &[text(format!("{}: ", key(&room.key))), object(members), text(";")], 2);
        });
        out
    }

    /// `const ROOMS: … = { session: { params: ["room"], join: "joinRoom", leave: "leaveRoom" } };`
    fn table(&self, table: &str, client: &str, rooms: &str, joined: &[&'m Room]) -> String {
        let methods = method_keys(self.namespace);
        let strings = |names: Vec<&str>| {
            Doc::Concat(vec![bracketed(
                "[",
                names.into_iter().map(|name| text(string(name))).collect(),
                ",",
                "]",
            )])
        };
        let mut out = format!("const {table}: RoomTable<{client}, {rooms}> = ");
        braced(&mut out, joined, 0, |out, room| {
            let names: Vec<&str> = parameters(room).map(|(name, _)| name).collect();
            let mut members = vec![Doc::Concat(vec![text("params: "), strings(names.clone())])];
            for (part, id) in [("join", room.join), ("leave", room.leave)] {
                let (Some(id), Some(head)) = (id, self.event(id)) else { continue };
                let method = methods.get(id.0 as usize).map_or("", |method| method);
                let method = if method.starts_with(['"', '\'']) { method.to_owned() } else { string(method) };
                members.push(text(format!("{part}: {method}")));
                if let Some(arguments) = self.arguments(head, &names) {
                    members.push(Doc::Concat(vec![text(format!("{part}Args: ")), strings(arguments)]));
                }
            }
            out.push_str("  ");
            print_to(out, &[text(format!("{}: ", key(&room.key))), object_literal(members), text(",")], 2);
        });
        out + ";"
    }

    fn event(&self, id: impl Into<Option<EventId>>) -> Option<&'m EventHead> {
        let id = id.into()?;
        self.namespace.client_events.get(id.0 as usize).map(|event| &event.head)
    }

    /// The names of an event's arguments up to the last one that is a parameter; absent where it carries one object.
    fn arguments(&self, head: &'m EventHead, params: &[&str]) -> Option<Vec<&'m str>> {
        let fields = match &head.payload {
            Payload::Data(_) => return None,
            Payload::None | Payload::Raw => return Some(Vec::new()),
            Payload::Args(id) => match &self.model.type_def(*id).kind {
                TypeKind::Object(fields) => fields,
                _ => return None,
            },
        };
        let names: Vec<&str> = fields.iter().map(|field| field.wire.as_str()).collect();
        let last = names.iter().rposition(|name| params.contains(name));
        Some(names[..last.map_or(0, |last| last + 1)].to_vec())
    }
}

/// The parameters of a room's name.
fn parameters(room: &Room) -> impl Iterator<Item = (&str, &Type)> {
    room.template.iter().filter_map(|part| match part {
        RoomPart::Param { name, ty, .. } => Some((name.as_str(), ty)),
        RoomPart::Literal(_) => None,
    })
}

fn extending<'a>(name: &'static str, constraint: Doc<'a>) -> Doc<'a> {
    let constraint = Doc::Indent(vec![Doc::Line, constraint]);
    Doc::Group(vec![text(format!("{name} extends")), constraint])
}

fn generic<'a>(open: &'static str, arguments: Vec<Doc<'a>>) -> Doc<'a> {
    bracketed(open, arguments, "", ">")
}

/// `function useRoom<Kind>(kind: Kind): State {`, as it stands behind `export `.
pub(super) fn signature(name: &str, generic: Option<Doc<'_>>, parameters: &[String], result: &str) -> String {
    let mut docs = vec![text(format!("function {name}"))];
    docs.extend(generic.map(|generic| bracketed("<", vec![generic], ",", ">")));
    match parameters {
        [] => docs.push(text("()")),
        parameters => {
            let mut inner = vec![Doc::Soft];
            for (at, parameter) in parameters.iter().enumerate() {
                if at > 0 {
                    inner.extend([text(","), Doc::Line]);
                }
                inner.push(text(parameter.clone()));
            }
            inner.push(Doc::IfBroken(","));
            docs.push(Doc::Group(vec![text("("), Doc::Indent(inner), Doc::Soft, text(")")]));
        }
    }
    docs.push(text(format!(": {result} {{")));
    exported(&[Doc::Group(docs)])
}
