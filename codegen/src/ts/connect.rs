//! The handshake: what a client says when it connects, and how it reads why it was refused.
//!
//! ```ts
//! function connectAuth(auth: Auth): Auth & { $sockgen: string } { … }
//!
//! type ConnectFailure =
//!   | { kind: "error"; error: ConnectError }
//!   | { kind: "fault"; fault: Fault }
//!   | { kind: "message"; message: string };
//!
//! function parseConnectError(error: { message: string }): ConnectFailure { … }
//! ```
//!
//! A refusal reaches the client as a text. What is read from it is only as good as what was looked at, so each function
//! says what that is.

use super::defs::exported;
use super::docs::{documented, remark};
use super::flow::Form;
use super::layout::{Doc, object, print, spaced, text, union};
use super::names::Taken;
use super::namespaces::{NamespaceNames, place, prefix};
use super::seen::Seen;
use super::types::Types;
use super::view::ExportView;
use crate::escape_ts::string;
use serde::Serialize;
use sockgen_schema::model::{Builtin, Model, Namespace, Tagging, Type, TypeKind};

/// The functions that a file has for its namespaces, none of which anything else in it may be called like.
pub(super) fn functions(model: &Model) -> impl Iterator<Item = String> {
    let own = ["fromJson", "faultOf", "kindOf", "hasKeys"].map(str::to_owned);
    model
        .namespaces
        .iter()
        .flat_map(|namespace| [auth_function(namespace), parse_function(namespace)])
        .chain(own)
}

fn auth_function(namespace: &Namespace) -> String {
    match &namespace.names {
        None => "connectAuth".to_owned(),
        Some(names) => format!("{}ConnectAuth", names.camel),
    }
}

pub(super) fn parse_function(namespace: &Namespace) -> String {
    format!("parse{}ConnectError", prefix(namespace))
}

/// Whether a client can be told anything but a plain text: a declared error, or what in its handshake does not fit.
pub(super) fn is_told_why(namespace: &Namespace) -> bool {
    namespace.connect_error.is_some() || namespace.auth.is_some() || namespace.is_dynamic()
}

/// What the functions that read refusals share.
#[derive(Debug, Serialize)]
pub(super) struct Refusals {
    /// Whether any of them asks for keys, and for a kind of JSON.
    keys: bool,
    kinds: bool,
    /// What JavaScript's own objects are called here.
    json: String,
    array: String,
    object: String,
}

impl Refusals {
    /// Absent where no namespace has such a function.
    pub(super) fn new(model: &Model, taken: &Taken<'_>) -> Option<Self> {
        let mut namespaces = model.namespaces.iter().filter(|namespace| is_told_why(namespace)).peekable();
        namespaces.peek()?;
        let seen: Vec<Seen<'_>> = namespaces
            .filter_map(|namespace| namespace.connect_error.as_ref().map(|ty| Seen::of(model, ty)))
            .collect();
        let keys = seen.iter().any(Seen::asks_for_keys);
        let [json, array, object] = ["JSON", "Array", "Object"].map(|name| taken.global(name));
        Some(Refusals { keys, kinds: keys || seen.iter().any(Seen::asks_for_kinds), json, array, object })
    }
}

/// What a namespace has for its handshake.
pub(super) fn exports(
    model: &Model,
    namespace: &Namespace,
    types: &Types<'_>,
    names: &NamespaceNames,
) -> Vec<ExportView> {
    let mut exports: Vec<ExportView> = auth(model, namespace, types).into_iter().collect();
    if let Some(failure) = &names.failure {
        exports.extend([failure_type(namespace, types, failure), parse(model, namespace, types, failure)]);
    }
    exports
}

/// The function that makes the option `auth`; absent where the schema's is no object, as which alone a client sends it.
fn auth(model: &Model, namespace: &Namespace, types: &Types<'_>) -> Option<ExportView> {
    let function = auth_function(namespace);
    let hash = || object(vec![text("$sockgen: string")]);
    let name = text(format!("function {function}("));
    let (head, call, value) = match &namespace.auth {
        None => {
            let head = vec![name, text("): "), hash()];
            (head, format!("{function}()"), "{ $sockgen: SCHEMA_HASH }")
        }
        Some(ty) => {
            let Said { ty, own, hugs } = said(model, ty, types)?;
            // A type of the schema stays what it is; of any other object all that matters from here on is the hash.
            let result = if own { vec![ty.clone(), text(" & "), hash()] } else { vec![hash()] };
            let parameter = [text("auth: "), ty];
            let parameter: Vec<Doc<'_>> = match hugs {
                true => parameter.into(),
                false => {
                    let inner = [Doc::Soft].into_iter().chain(parameter).chain([Doc::IfBroken(",")]);
                    vec![Doc::Indent(inner.collect()), Doc::Soft]
                }
            };
            let head = [name].into_iter().chain(parameter).chain([text("): ")]).chain(result).collect();
            let head = if hugs { head } else { vec![Doc::Group(head)] };
            (head, format!("{function}({{ … }})"), "{ ...auth, $sockgen: SCHEMA_HASH }")
        }
    };
    let place = place(namespace);
    let doc = format!(
        "The option `auth` of `io()`{place}, with the schema's hash beside it.\n\n\
         A server that was made from another version of it warns of that in its log.\n\
         `io(url, {{ auth: {call} }})`, or anew for each attempt:\n\
         `io(url, {{ auth: (cb) => cb({call}) }})`."
    );
    let head = exported(&[Doc::Concat(head), text(" {")]);
    Some(ExportView { doc: documented(&doc), text: format!("{head}\n  return {value};\n}}") })
}

/// What the application says of itself.
struct Said<'a> {
    ty: Doc<'a>,
    /// Whether it is an object of the schema's own.
    own: bool,
    /// Whether it stands between braces, which prettier does not put on lines of their own.
    hugs: bool,
}

/// Null, which no client sends, is left out of it.
fn said<'a>(model: &'a Model, ty: &'a Type, types: &'a Types<'_>) -> Option<Said<'a>> {
    let own = match model.unaliased(ty) {
        Type::Nullable(inner) => return said(model, inner, types),
        Type::Builtin { builtin: Builtin::Json, .. } => {
            let values = format!("[key: string]: {}", Builtin::Json.row().typescript);
            return Some(Said { ty: object(vec![text(values)]), own: false, hugs: true });
        }
        Type::Named { id, .. } => match &model.type_def(*id).kind {
            TypeKind::Object(_) => true,
            TypeKind::Union(union) => union.tagging != Tagging::Untagged,
            _ => false,
        },
        _ => false,
    };
    let hugs = types.record_is_taken && matches!(ty, Type::Map { .. });
    Seen::of(model, ty).is_object().then(|| Said { ty: types.of(ty, Form::Sent), own, hugs })
}

fn failure_type(namespace: &Namespace, types: &Types<'_>, name: &str) -> ExportView {
    let error = namespace.connect_error.as_ref().map(|ty| types.annotation(ty, Form::Received, false));
    let others = [("fault", text(" Fault")), ("message", text(" string"))];
    let members = error.map(|ty| ("error", ty)).into_iter().chain(others).map(|(kind, ty)| {
        let value = Doc::Concat(vec![text(format!("{kind}:")), ty]);
        object(vec![text(format!("kind: {}", string(kind))), value])
    });
    let definition = union(members.collect());
    ExportView {
        doc: remark(&format!("Why a connection{} failed.", place(namespace))),
        text: exported(&[text(format!("type {name} =")), definition, text(";")]),
    }
}

/// The function that reads a `connect_error`.
fn parse(model: &Model, namespace: &Namespace, types: &Types<'_>, failure: &str) -> ExportView {
    let head = [
        text(format!("function {}(error: ", parse_function(namespace))),
        object(vec![text("message: string")]),
        text(format!("): {failure} {{")),
    ];
    let mut body = vec![
        exported(&head),
        "  const json = fromJson(error.message);".to_owned(),
        "  const fault = faultOf(json);".to_owned(),
        "  if (fault) return { kind: \"fault\", fault };".to_owned(),
    ];
    let mut doc = format!("Reads the error of a `connect_error`{}; never throws.\n\n", place(namespace));
    if let Some(ty) = &namespace.connect_error {
        let seen = Seen::of(model, ty);
        doc += &format!("- `error`: the message is {}. Nothing more is checked.\n", seen.said());
        let condition = [Doc::Group(vec![
            text("if ("),
            Doc::Indent([Doc::Soft].into_iter().chain(seen.condition()).collect()),
            Doc::Soft,
            text(") {"),
        ])];
        body.push(format!("  {}", print(&condition, 2)));
        let error = vec![text("error: json as "), types.of(ty, Form::Received)];
        let value = spaced(vec![text("kind: \"error\""), Doc::Concat(error)]);
        body.push(format!("    {}", print(&[text("return "), value, text(";")], 4)));
        body.push("  }".to_owned());
    }
    doc += "- `fault`: the handshake does not fit the schema.\n\
            - `message`: all else, such as `internal`, or `timeout` of the network.";
    body.push("  return { kind: \"message\", message: error.message };\n}".to_owned());
    ExportView { doc: documented(&doc), text: body.join("\n") }
}
