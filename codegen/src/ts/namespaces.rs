//! Namespaces: where they are, for `io()`.

use super::defs::exported;
use super::docs::{More, comment};
use super::flow::Form;
use super::layout::{Doc, object, text};
use super::names::{key, member};
use super::types::Types;
use super::view::ExportView;
use crate::escape_ts::{string, template, tsdoc_code};
use sockgen_schema::model::{Names, Namespace, RoomPart, Type};

/// The parameters in a namespace's path.
pub(super) fn parameters(namespace: &Namespace) -> impl Iterator<Item = (&str, &Names, &Type)> {
    namespace.template.iter().filter_map(|part| match part {
        RoomPart::Param { name, names, ty } => Some((name.as_str(), names, ty)),
        RoomPart::Literal(_) => None,
    })
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
    let names = namespace.names.as_ref()?;
    let path = tsdoc_code(&namespace.path);
    let (what, usage, text) = if namespace.is_dynamic() {
        let function = format!("{}Namespace", names.camel);
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
        RoomPart::Param { name, .. } => format!("${{encodeURIComponent(params{})}}", member(name)),
    };
    let path: String = namespace.template.iter().map(part).collect();
    format!("{}\n  return `{path}`;\n}}", exported(&head))
}
