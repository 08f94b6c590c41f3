//! Two names that become one in generated code: an error that shows both, never a silent suffix.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::firsts::Firsts;
use crate::model::{EventHead, Model, Origin, RoomPart, Tagging, TypeDef, TypeKind};
use crate::resolve::WrittenModel;
use crate::source::Span;
use crate::syntax::file::TemplatePart;
use crate::syntax::tree::shown;
use std::collections::HashMap;

/// Methods: of the handlers and of the client for what clients send, of the emitters for what the server sends.
pub(super) fn events(model: &Model, diagnostics: &mut Diagnostics) {
    for namespace in &model.namespaces {
        let client: Vec<_> = namespace.client_events.iter().map(|event| &event.head).collect();
        let server: Vec<_> = namespace.server_events.iter().map(|event| &event.head).collect();
        // What is one method in Rust is one variant of `ClientEvent` too; `a1` and `a_1` are one variant alone.
        let found = methods(&client, |head| &head.names.snake, "name", diagnostics)
            || methods(&client, |head| &head.names.pascal, "name", diagnostics);
        if !found {
            methods(&client, |head| &head.names.camel, "method", diagnostics);
        }
        // A client listens under the name in camelCase.
        if !methods(&server, |head| &head.names.snake, "name", diagnostics) {
            methods(&server, |head| &head.names.camel, "name", diagnostics);
        }
    }
}

fn methods<'m>(
    heads: &[&'m EventHead],
    name: impl Fn(&'m EventHead) -> &'m String,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut seen: HashMap<&str, &EventHead> = HashMap::with_capacity(heads.len());
    let mut found = false;
    for head in heads.iter().copied() {
        let method = name(head);
        let Some(first) = seen.get(method.as_str()) else {
            seen.insert(method, head);
            continue;
        };
        found = true;
        if first.wire == head.wire {
            let message = format!("the event `{}` is there twice in this namespace", shown(&head.wire));
            let finding = Diagnostic::new(Code::NameCollision, head.span, message)
                .help("remove one of them, or give it another name on the wire")
                .related(first.span, "the other one");
            diagnostics.push(finding);
            continue;
        }
        let message = format!(
            "`{}` and `{}` would both be the method `{method}`",
            shown(&first.wire),
            shown(&head.wire)
        );
        let finding = Diagnostic::new(Code::NameCollision, head.span, message)
            .help(format!(
                "give one of them another name for code: `{key}: {method}{}`",
                if key == "name" { "_2" } else { "2" }
            ))
            .related(first.span, "the other one");
        diagnostics.push(finding);
    }
    found
}

/// Names of types: declared ones, and those derived from events and fields.
pub(super) fn types(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, usize> = HashMap::with_capacity(model.types.len());
    for (at, def) in model.types.iter().enumerate() {
        let Some(first) = seen.get(def.name.as_str()).copied() else {
            seen.insert(&def.name, at);
            continue;
        };
        // That one of the two is called like generated code is reported as that.
        if super::reserved::TYPES.contains(&def.name.as_str()) {
            continue;
        }
        let (one, other) = (&model.types[first], def);
        let is_declared = one.origin == Origin::Declared && other.origin == Origin::Declared;
        if is_declared && one.span.file != other.span.file {
            let message = format!("two files declare a type `{}`", def.name);
            let finding = Diagnostic::new(Code::NameCollision, def.span, message)
                .help("rename one of them: types of all files keep their own names in generated code")
                .related(one.span, "the other one");
            diagnostics.push(finding);
            continue;
        }
        let message = format!(
            "{} and {} would both be the type `{}`",
            described(written, model, first),
            described(written, model, at),
            def.name
        );
        let message = twice(&model.types[first].origin, def).unwrap_or(message);
        let first = &model.types[first];
        let help = match (&first.origin, &def.origin) {
            (Origin::Declared, Origin::Declared) => "rename one of them",
            (_, Origin::Inline) | (Origin::Inline, _) => {
                "rename one of them, or declare the inline type under `types:` with a name of its own"
            }
            (Origin::Ack(a), Origin::Ack(b)) | (Origin::Error(a), Origin::Error(b)) if a == b => {
                "declare one of them under `types:` and use its name, or give one event a `name:`"
            }
            (Origin::Declared, _) => "rename the declared type, or give the event a name for code: `name: …`",
            _ => "give one of the events another name for code: `name: …`",
        };
        let finding = Diagnostic::new(Code::NameCollision, def.span, message).help(help);
        diagnostics.push(finding.related(first.span, "the other one"));
    }
}

/// Two types that would be described alike.
fn twice(first: &Origin, def: &TypeDef) -> Option<String> {
    match (first, &def.origin) {
        (Origin::Declared, Origin::Declared) => None,
        (Origin::Ack(a), Origin::Ack(b)) if a == b => Some(format!(
            "the acks of `{}` in both directions would both be the type `{}`",
            shown(a),
            def.name
        )),
        (Origin::Error(a), Origin::Error(b)) if a == b => Some(format!(
            "the errors of `{}` in both directions would both be the type `{}`",
            shown(a),
            def.name
        )),
        _ => None,
    }
}

/// What a type is to the author of a schema, who may not know its name in code.
pub(super) fn described(written: &WrittenModel<'_>, model: &Model, at: usize) -> String {
    let event = |what: &str, wire: &str| format!("the {what} of `{}`", shown(wire));
    match &model.types[at].origin {
        Origin::Declared => {
            let written = written.types.get(at).map_or(model.types[at].name.as_str(), |decl| decl.name.value);
            format!("the type `{}`", shown(written))
        }
        Origin::Auth => "the type of `auth`".to_owned(),
        Origin::ConnectError => "the type of `connectError`".to_owned(),
        Origin::Data(uses) | Origin::Args(uses) => {
            event("payload", uses.first().map_or("", |(_, wire)| wire))
        }
        Origin::Ack(wire) => event("ack", wire),
        Origin::Error(wire) => event("error", wire),
        Origin::Inline => "the inline type here".to_owned(),
    }
}

/// Fields of one object, values of one enum, rooms of one namespace.
pub(super) fn members(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    for def in &model.types {
        match &def.kind {
            TypeKind::Alias(_) | TypeKind::Brand(_) | TypeKind::External(_) => {}
            // Without a tag they are called by their types, and it is said of those.
            TypeKind::Union(union) if union.tagging == Tagging::Untagged => {}
            TypeKind::Union(union) => {
                let members = union.members.iter();
                let members =
                    members.map(|member| (member.variant.as_str(), member.wire.as_str(), member.span));
                unique(members, "member", diagnostics);
            }
            TypeKind::Object(fields) => {
                let members =
                    fields.iter().map(|field| (field.names.snake.as_str(), field.wire.as_str(), field.span));
                let what = if matches!(def.origin, Origin::Args(_)) { "argument" } else { "field" };
                unique(members, what, diagnostics);
            }
            TypeKind::Enum { values, open, .. } => {
                let members =
                    values.iter().map(|value| (value.variant.as_str(), value.wire.as_str(), value.span));
                unique(members, "value", diagnostics);
                // The value `Other` itself is none of those that are not listed.
                for value in values.iter().filter(|value| *open && value.variant == "Other") {
                    let message = format!(
                        "`{}` would be `Other` in code, which an open enum has for values that are not listed",
                        shown(&value.wire)
                    );
                    let finding = Diagnostic::new(Code::NameCollision, value.span, message);
                    diagnostics.push(finding.help("choose another value, or close the enum"));
                }
            }
        }
    }
    for (namespace, written) in model.namespaces.iter().zip(&written.namespaces) {
        // A kind of room is a function and a type in Rust; where the names of two functions meet, those of the types do.
        let rooms = namespace.rooms.iter();
        unique(
            rooms.map(|room| (room.names.pascal.as_str(), room.key.as_str(), room.span)),
            "room",
            diagnostics,
        );
        for (room, written) in namespace.rooms.iter().zip(&written.rooms) {
            let places = written.template.iter().flat_map(|(parts, _)| parts);
            params(&room.template, places, diagnostics);
        }
        let places = written.decl.and_then(|decl| decl.template.as_ref());
        params(&namespace.template, places.into_iter().flatten(), diagnostics);
    }
}

/// The parameters of a template.
fn params<'m>(
    template: &'m [RoomPart],
    places: impl Iterator<Item = &'m TemplatePart<'m>>,
    diagnostics: &mut Diagnostics,
) {
    let params = template.iter().zip(places).filter_map(|(part, written)| match (part, written) {
        (RoomPart::Param { name, names, .. }, TemplatePart::Param { name: place, .. }) => {
            Some((names.snake.as_str(), name.as_str(), place.span))
        }
        _ => None,
    });
    unique(params, "parameter", diagnostics);
}

/// Reports the members of one scope that have one name.
fn unique<'m>(
    members: impl Iterator<Item = (&'m str, &'m str, Span)>,
    what: &str,
    diagnostics: &mut Diagnostics,
) {
    let mut seen = Firsts::new();
    for (name, wire, span) in members {
        let Some((first, first_span)) = seen.meet(name, (wire, span)) else { continue };
        let finding = match first == wire {
            true if what == "value" => {
                let message = format!("the value `{}` stands here twice", shown(wire));
                Diagnostic::new(Code::EnumValues, span, message).help("remove one of them")
            }
            true => {
                let message = format!("the {what} `{}` stands here twice", shown(wire));
                Diagnostic::new(Code::NameCollision, span, message).help("rename one of them")
            }
            false => {
                let (first, second) = (shown(first), shown(wire));
                let message = format!("the {what}s `{first}` and `{second}` would both be `{name}` in code");
                Diagnostic::new(Code::NameCollision, span, message).help("rename one of them")
            }
        };
        diagnostics.push(finding.related(first_span, "the other one"));
    }
}
