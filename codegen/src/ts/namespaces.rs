//! Namespaces: where they are, for `io()`.

use super::connect;
use super::defs::exported;
use super::docs::{More, comment};
use super::flow::Form;
use super::layout::{Doc, object, text};
use super::names::{Taken, key, member};
use super::types::Types;
use super::view::ExportView;
use crate::escape_ts::{string, template, tsdoc_code};
use sockgen_schema::model::{Model, Names, Namespace, RoomPart, Type};

/// The parameters in a namespace's path.
pub(super) fn parameters(namespace: &Namespace) -> impl Iterator<Item = (&str, &Names, &Type)> {
    namespace.template.iter().filter_map(|part| match part {
        RoomPart::Param { name, names, ty } => Some((name.as_str(), names, ty)),
        RoomPart::Literal(_) => None,
    })
}

/// The names of a namespace's own types, which give way to those of the schema.
#[derive(Debug)]
pub(super) struct NamespaceNames {
    pub(super) client_to_server: String,
    pub(super) server_to_client: String,
    /// Why a connection failed; absent where a client is told a text and nothing more.
    pub(super) failure: Option<String>,
}

impl NamespaceNames {
    /// Those of all namespaces.
    pub(super) fn all(model: &Model, taken: &mut Taken<'_>) -> Vec<Self> {
        let mut names = |namespace: &Namespace| {
            let mut interface = |direction: &str| match prefix(namespace) {
                "" => direction.to_owned(),
                prefix => taken.claim(format!("{prefix}{direction}")),
            };
            let [client_to_server, server_to_client] =
                ["ClientToServerEvents", "ServerToClientEvents"].map(&mut interface);
            let failure = connect::is_told_why(namespace)
                .then(|| taken.claim(format!("{}ConnectFailure", prefix(namespace))));
            NamespaceNames { client_to_server, server_to_client, failure }
        };
        model.namespaces.iter().map(&mut names).collect()
    }
}

/// ` in the namespace …`, in sentences; nothing for the root.
pub(super) fn place(namespace: &Namespace) -> String {
    match namespace.names {
        None => String::new(),
        Some(_) => format!(" in the namespace {}", tsdoc_code(&namespace.path)),
    }
}

/// A path as a type: `"/admin"`, `` `/game/${string}` ``.
pub(super) fn path_type(namespace: &Namespace) -> String {
    if !namespace.is_dynamic() {
        return string(&namespace.path);
    }
    let part = |part: &RoomPart| match part {
        RoomPart::Literal(text) => template(text),
        RoomPart::Param { .. } => "${string}".to_owned(),
    };
    format!("`{}`", namespace.template.iter().map(part).collect::<String>())
}

/// The function that makes a dynamic namespace's path.
pub(super) fn function(namespace: &Namespace) -> String {
    let camel = namespace.names.as_ref().map_or("root", |names| &names.camel);
    format!("{camel}Namespace")
}

/// What a namespace's names begin with: `Admin`, nothing for the root's.
pub(super) fn prefix(namespace: &Namespace) -> &str {
    namespace.names.as_ref().map_or("", |names| &names.pascal)
}

/// What its constants begin with: `ADMIN_`.
pub(super) fn constant_prefix(namespace: &Namespace) -> String {
    namespace.names.as_ref().map_or_else(String::new, |names| names.snake.to_ascii_uppercase() + "_")
}

/// `const ADMIN_NAMESPACE = "/admin";`, or a function of the path's parameters. There is none for the root.
pub(super) fn path(namespace: &Namespace, types: &Types<'_>) -> Option<ExportView> {
    namespace.names.as_ref()?;
    let path = tsdoc_code(&namespace.path);
    let (what, usage, text) = if namespace.is_dynamic() {
        let function = function(namespace);
        (
            format!("The path of a namespace {path}"),
            format!("{function}({{ … }})"),
            dynamic(namespace, &function, types),
        )
    } else {
        let constant = format!("{}NAMESPACE", constant_prefix(namespace));
        let value = Doc::Fluid(Box::new(text(string(&namespace.path))));
        let text = exported(&[text(format!("const {constant} =")), value, text(";")]);
        (format!("The path of the namespace {path}"), constant, text)
    };
    let mut doc = String::new();
    comment(
        &mut doc,
        namespace.doc.as_deref(),
        &format!("{what}: `io(url + {usage})`."),
        &More::default(),
        0,
    );
    Some(ExportView { doc, text })
}

/// A function that makes the path. Each parameter is percent-encoded, so that none can reach into another part of it.
fn dynamic(namespace: &Namespace, function: &str, types: &Types<'_>) -> String {
    let parameter = |(name, _, ty)| {
        Doc::Concat(vec![text(format!("{}:", key(name))), types.annotation(ty, Form::Sent, false)])
    };
    let parameters = object(parameters(namespace).map(parameter).collect());
    let head = [text(format!("function {function}(params: ")), parameters, text("): string {")];
    let part = |part: &RoomPart| match part {
        RoomPart::Literal(text) => template(text),
        RoomPart::Param { name, ty, .. } => {
            let value = format!("params{}", member(name));
            // A `bigint` is nothing that it takes.
            let value = if types.is_bigint(ty) { format!("{}({value})", types.string) } else { value };
            format!("${{encodeURIComponent({value})}}")
        }
    };
    let path: String = namespace.template.iter().map(part).collect();
    format!("{}\n  return `{path}`;\n}}", exported(&head))
}
