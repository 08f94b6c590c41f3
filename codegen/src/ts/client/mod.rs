//! The client file: `createSocket()` for each namespace, with a method for each event, over `socket.io-client`.
//!
//! What differs from contract to contract is made here: interfaces, and tables that name the events. What all have in
//! common stands in the templates, where its names are fixed: a type of the schema that is called like one of them is
//! imported under another name ([`LOCAL`]).

mod events;
mod styles;

use super::Options;
use super::acks::Acks;
use super::connect;
use super::defs::{Defs, exported};
use super::docs::{More, comment, documented};
use super::flow::Form;
use super::imports::import_lines;
use super::layout::{Doc, bracketed, object, print as print_at, print_to, text, text_entry};
use super::names::Taken;
use super::namespaces::{NamespaceNames, constant_prefix, function, parameters, path_type, place, prefix};
use super::options::UrlEnv;
use super::types::Types;
use super::view::ExportView;
use crate::escape_ts::{line_comment, string};
use events::Methods;
pub(super) use events::{has_outcome, method_keys};
use serde::Serialize;
use sockgen_schema::model::{Builtin, Model, Namespace, Tagging, Type, TypeKind};
pub(super) use styles::Styles;

/// What the file is made of.
#[derive(Debug, Serialize)]
pub(super) struct ClientView {
    /// The schema's file name.
    source: String,
    /// The contract's hash.
    hash: String,
    /// All imports.
    imports: String,
    /// The namespaces, the root first.
    namespaces: Vec<NamespaceView>,
    /// The ways in which answers are written, but the standard one.
    style_constants: Vec<ExportView>,
    /// Whether any answer is written in the standard way, in another one, or as it is.
    standard: bool,
    styles: bool,
    raw: bool,
    /// The places in those that are not the standard one.
    places: Vec<&'static str>,
    /// Which functions the marks of answers need.
    kinds: bool,
    keys: bool,
    /// Whether the server asks anything, and something that may be answered with an error.
    asks: bool,
    answers_result: bool,
    /// Whether messages are checked, and converted, and either.
    validators: bool,
    converts: bool,
    checks: bool,
    /// Whether the address comes from Vite.
    vite: bool,
    /// What stands behind the documentation of `url`, and what is thrown where there is none.
    url_doc: String,
    no_url: String,
}

/// A namespace.
#[derive(Debug, Serialize)]
struct NamespaceView {
    doc: String,
    /// `SocketClient`, `SocketContract`, `Requests`, `Questions` and `SocketClientOptions`.
    client: String,
    contract: String,
    requests: String,
    questions: String,
    options: String,
    /// ` in the namespace …`, for comments.
    place: String,
    /// Its path, in the table and as a type.
    path: String,
    path_type: String,
    /// The interfaces of the types file.
    sent: String,
    received: String,
    failure: String,
    /// Members in their braces. Of the latter two nothing, where there are none.
    methods: String,
    requests_members: String,
    questions_members: String,
    options_members: String,
    /// The function that opens it.
    create_doc: String,
    create: String,
    /// The options as they are handed on.
    given: String,
    /// Tables in their braces.
    method_table: String,
    question_table: String,
    /// Entries of the table.
    schemas: String,
    conversions: String,
    /// An expression.
    read_failure: String,
}

/// What the file itself calls something, and what it uses of TypeScript's own.
const LOCAL: &[&str] = &[
    "ACKS",
    "AckStyle",
    "Answer",
    "Arguments",
    "Array",
    "Connection",
    "ConnectionOptions",
    "ConnectionState",
    "Contract",
    "Conversion",
    "Conversions",
    "Definition",
    "Direction",
    "Error",
    "Eventually",
    "Exclude",
    "FaultCode",
    "Found",
    "Handshake",
    "Heard",
    "InvalidMessage",
    "Issue",
    "JSON",
    "Listener",
    "ManagerOptions",
    "Map",
    "Meta",
    "Marks",
    "Message",
    "Method",
    "Object",
    "Omit",
    "Outcome",
    "Part",
    "Partial",
    "Place",
    "Promise",
    "PropertyKey",
    "Question",
    "Record",
    "Reflect",
    "RequestFault",
    "Result",
    "Returned",
    "Schema",
    "Schemas",
    "Set",
    "Shape",
    "Slot",
    "Socket",
    "SocketOptions",
    "Spread",
    "String",
    "Unconvertible",
];

impl ClientView {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        // The names of the types file are claimed in the order in which it claims them.
        let mut taken = Taken::new(model);
        let types = Types::new(model, options, &mut taken);
        let acks = Acks::new(model, &mut taken);
        Defs::new(model, &types, &mut taken);
        let names = NamespaceNames::all(model, &mut taken);
        let types = types.imported(own_names(model).chain(LOCAL.iter().map(|name| (*name).to_owned())));

        let mut styles = Styles::new(model);
        let methods = Methods { model, types: &types, acks: &acks };
        let namespaces: Vec<NamespaceView> = model
            .namespaces
            .iter()
            .zip(&names)
            .map(|(namespace, names)| {
                let own = Own { model, options, types: &types, methods: &methods, namespace, names };
                own.view(&mut styles)
            })
            .collect();
        let asks = namespaces.iter().any(|namespace| !namespace.questions_members.is_empty());
        let (validators, converts) = (options.validators, super::convert::is_needed(model, options));
        ClientView {
            source: line_comment(&options.source),
            hash: model.wire_hash(),
            imports: imports(model, options, &types),
            style_constants: styles.constants(),
            standard: styles.standard,
            styles: styles.any_own(),
            raw: styles.raw,
            places: styles.places(),
            kinds: styles.kinds || styles.keys,
            keys: styles.keys,
            asks,
            answers_result: methods.answers_result(),
            validators,
            converts,
            checks: validators || converts,
            vite: matches!(options.url_env, Some(UrlEnv::ImportMeta(_))),
            url_doc: url_doc(options),
            no_url: no_url(options),
            namespaces,
        }
    }
}

/// What the file exports for the namespaces.
pub(super) fn own_names(model: &Model) -> impl Iterator<Item = String> {
    model.namespaces.iter().flat_map(|namespace| {
        let prefix = prefix(namespace);
        ["SocketClient", "SocketContract", "Requests", "Questions", "SocketClientOptions"]
            .map(|name| format!("{prefix}{name}"))
    })
}

fn imports(model: &Model, options: &Options, types: &Types<'_>) -> String {
    let module = |part: &str| options.module(part);
    let socket_io =
        ["ManagerOptions", "Socket", "SocketOptions"].map(|name| (format!("type {name}"), name.to_owned()));
    let socket_io = socket_io.into_iter().chain([("io".to_owned(), "io".to_owned())]);
    let mut own: Vec<(String, String)> = types.used();
    own.push(("SCHEMA_HASH".to_owned(), "SCHEMA_HASH".to_owned()));
    own.push(("type FaultCode".to_owned(), "FaultCode".to_owned()));
    for namespace in &model.namespaces {
        if connect::is_told_why(namespace) {
            let name = connect::parse_function(namespace);
            own.push((name.clone(), name));
        }
        if namespace.is_dynamic() {
            let name = function(namespace);
            own.push((name.clone(), name));
        }
    }
    let mut lines = import_lines("socket.io-client", socket_io);
    lines += &import_lines(&module(""), own);
    if super::convert::is_needed(model, options) {
        lines += &super::convert::imports(model, &module(".convert"));
    }
    if options.validators {
        let tables = model.namespaces.iter().map(|namespace| {
            let name = schemas_table(namespace);
            (name.clone(), name)
        });
        lines += &import_lines(&module(".validators"), tables);
    }
    lines.trim_end().to_owned()
}

/// `EVENT_SCHEMAS`, of the validators file.
fn schemas_table(namespace: &Namespace) -> String {
    format!("{}EVENT_SCHEMAS", constant_prefix(namespace))
}

/// A namespace with all that is known about it.
struct Own<'a, 'm> {
    model: &'m Model,
    options: &'a Options,
    types: &'a Types<'m>,
    methods: &'a Methods<'a, 'm>,
    namespace: &'m Namespace,
    names: &'a NamespaceNames,
}

impl<'m> Own<'_, 'm> {
    fn view(&self, styles: &mut Styles<'m>) -> NamespaceView {
        let Own { namespace, names, types, .. } = *self;
        let prefix = prefix(namespace);
        let name = |name: &str| format!("{prefix}{name}");
        let client = name("SocketClient");
        let place = place(namespace);
        let about =
            format!("A connection to the server{place}, with a method for each event that clients send.");
        let failure = match &names.failure {
            Some(failure) => types.local(failure).to_owned(),
            None => "{ message: string }".to_owned(),
        };
        let methods = self.methods.all(namespace);
        let (preparation, given) = self.preparation();
        NamespaceView {
            doc: documented(&about),
            contract: name("SocketContract"),
            requests: name("Requests"),
            questions: name("Questions"),
            options: name("SocketClientOptions"),
            path: self.path(),
            given,
            path_type: path_type(namespace),
            sent: types.local(&names.client_to_server).to_owned(),
            received: types.local(&names.server_to_client).to_owned(),
            failure,
            requests_members: self.methods.requests(namespace, &client),
            questions_members: self.methods.questions(namespace),
            options_members: self.options_members(),
            create_doc: self.create_doc(),
            create: (self.create(&client) + "\n" + &preparation).trim_end().to_owned(),
            method_table: self.methods.table(namespace, styles),
            question_table: self.methods.question_table(namespace, styles),
            schemas: self.entry("schemas", schemas_table(namespace)),
            conversions: self.entry("conversions", super::convert::table(namespace)),
            read_failure: match connect::is_told_why(namespace) {
                true => connect::parse_function(namespace),
                false => "({ message }) => ({ message })".to_owned(),
            },
            methods,
            client,
            place,
        }
    }

    fn options_members(&self) -> String {
        let mut out = String::from("{\n");
        if self.namespace.is_dynamic() {
            let fields = parameters(self.namespace).map(|(name, _, ty)| {
                let name = text(format!("{}:", super::names::key(name)));
                Doc::Concat(vec![name, self.types.annotation(ty, Form::Sent, false)])
            });
            comment(&mut out, Some("What stands in the namespace's path."), "", &More::default(), 2);
            out.push_str("  ");
            let fields = object(fields.collect());
            print_to(&mut out, &[text("params: "), fields, text(";")], 2);
            out.push('\n');
        }
        let doc = "What this client says of itself, or a function that is asked at each attempt.";
        comment(&mut out, Some(doc), "", &More::default(), 2);
        let mark = if must_say(self.model, self.namespace) { ":" } else { "?:" };
        let said = match &self.namespace.auth {
            Some(ty) => self.types.of(ty, Form::Sent),
            None => text("object"),
        };
        out.push_str("  ");
        let docs = [text(format!("auth{mark} Handshake<")), said, text(">;")];
        print_to(&mut out, &docs, 2);
        out + "\n}"
    }

    fn create_doc(&self) -> String {
        let place = place(self.namespace);
        documented(&format!(
            "Opens a connection{place}.\n\nIt connects by itself, and again when it is lost, unless `autoConnect` is\nfalse: then `connect()` does."
        ))
    }

    fn create(&self, client: &str) -> String {
        let Own { namespace, .. } = self;
        let prefix = prefix(namespace);
        let options = format!("{prefix}SocketClientOptions");
        let is_needed = must_say(self.model, self.namespace) || namespace.is_dynamic();
        let default = if is_needed { "" } else { " = {}" };
        let head = [
            bracketed(
                format!("function create{prefix}Socket("),
                vec![text(format!("options: {options}{default}"))],
                ",",
                ")",
            ),
            text(format!(": {client} {{")),
        ];
        exported(&head)
    }

    /// What stands in the function before the table, and how the options are called in it.
    fn preparation(&self) -> (String, String) {
        let mut body = String::new();
        let mut given = "options".to_owned();
        if self.namespace.is_dynamic() {
            body += "  const { params, ...rest } = options;\n";
            given = "rest".to_owned();
        }
        if let Some(env) = &self.options.url_env {
            let either =
                vec![text(format!("{given}.url ??")), Doc::Indent(vec![Doc::Line, text(expression(env))])];
            let value = Doc::Fluid(Box::new(Doc::Group(either)));
            body += &format!("  {}\n", print_at(&[text("const url ="), value, text(";")], 2));
            given = format!("{{ ...{given}, url }}");
        }
        (body, given)
    }

    /// An entry of the table.
    fn entry(&self, key: &str, value: String) -> String {
        print_at(&[text_entry(key, value), text(",")], 4)
    }

    /// `namespace: "/admin",`
    fn path(&self) -> String {
        match self.namespace.is_dynamic() {
            true => format!("namespace: {}(params),", function(self.namespace)),
            false => self.entry("namespace", string(&self.namespace.path)),
        }
    }
}

/// Whether nobody is let in who says nothing.
pub(super) fn must_say(model: &Model, namespace: &Namespace) -> bool {
    let Some(ty) = &namespace.auth else { return false };
    match model.unaliased(ty) {
        Type::Nullable(_) | Type::Builtin { builtin: Builtin::Json, .. } | Type::Map { .. } => false,
        Type::Named { id, .. } => match &model.type_def(*id).kind {
            TypeKind::Object(fields) => fields.iter().any(|field| !field.optional && field.default.is_none()),
            TypeKind::Union(union) => union.tagging != Tagging::Untagged || !union.members.is_empty(),
            _ => true,
        },
        _ => true,
    }
}

/// What reads a variable of the build's environment.
fn expression(env: &UrlEnv) -> String {
    match env {
        UrlEnv::Process(name) => format!("process.env[{}]", string(name)),
        // Vite's types may be missing, and outside of Vite its object is.
        UrlEnv::ImportMeta(name) => {
            format!("(import.meta as Meta).env?.[{}]", string(name))
        }
    }
}

fn url_doc(options: &Options) -> String {
    match &options.url_env {
        None => "The page's own if not given.".to_owned(),
        Some(UrlEnv::Process(name) | UrlEnv::ImportMeta(name)) => {
            format!("`{name}` if not given.")
        }
    }
}

fn no_url(options: &Options) -> String {
    let else_ = match &options.url_env {
        None => String::new(),
        Some(UrlEnv::Process(name) | UrlEnv::ImportMeta(name)) => format!(", or set {name}"),
    };
    let message = format!("The server's address is not known: give {{ url }}{else_}.");
    print_at(&[bracketed("throw new Error(", vec![text(string(&message))], ",", ")"), text(";")], 4)
}
