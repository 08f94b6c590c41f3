//! Two names that become one in generated code: an error that shows both, never a silent suffix.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EventHead, Model, Origin, TypeDef, TypeKind};
use crate::source::Span;
use crate::syntax::yaml::shown;
use std::collections::HashMap;

/// Methods: of the handlers and of the client for what clients send, of the emitters for what the server sends.
pub(super) fn events(model: &Model, diagnostics: &mut Diagnostics) {
    for namespace in &model.namespaces {
        let client: Vec<_> = namespace.client_events.iter().map(|event| &event.head).collect();
        let server: Vec<_> = namespace.server_events.iter().map(|event| &event.head).collect();
        let found = methods(&client, |head| &head.names.snake, "name", diagnostics);
        if !found {
            methods(&client, |head| &head.names.camel, "method", diagnostics);
        }
        methods(&server, |head| &head.names.snake, "name", diagnostics);
    }
}

fn methods<'m>(
    heads: &[&'m EventHead],
    name: impl Fn(&'m EventHead) -> &'m String,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut seen: HashMap<&str, &EventHead> = HashMap::new();
    let mut found = false;
    for head in heads.iter().copied() {
        let method = name(head);
        let Some(first) = seen.get(method.as_str()) else {
            seen.insert(method, head);
            continue;
        };
        found = true;
        let message =
            format!("`{}` and `{}` both become the method `{method}`", shown(&first.wire), shown(&head.wire));
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
pub(super) fn types(model: &Model, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, &TypeDef> = HashMap::new();
    for def in &model.types {
        let Some(first) = seen.get(def.name.as_str()) else {
            seen.insert(&def.name, def);
            continue;
        };
        // That one of the two is called like generated code is reported as that.
        if super::reserved::TYPES.contains(&def.name.as_str()) {
            continue;
        }
        let message = format!("two types become `{}`: {} and {}", def.name, described(first), described(def));
        let help = match (&first.origin, &def.origin) {
            (Origin::Declared, Origin::Declared) => "rename one of them",
            (_, Origin::Inline) | (Origin::Inline, _) => {
                "rename one of them, or declare the inline type under `types:` with a name of its own"
            }
            _ => "rename the declared type, or give the event a name for code: `name: …`",
        };
        let finding = Diagnostic::new(Code::NameCollision, def.span, message).help(help);
        diagnostics.push(finding.related(first.span, "the other one"));
    }
}

fn described(def: &TypeDef) -> String {
    match &def.origin {
        Origin::Declared => "a declared type".to_owned(),
        Origin::Auth => "the type of `auth`".to_owned(),
        Origin::ConnectError => "the type of `connectError`".to_owned(),
        Origin::Data(uses) => match uses.first() {
            Some((_, event)) => format!("the payload of `{}`", shown(event)),
            None => "a payload".to_owned(),
        },
        Origin::Ack(event) => format!("the ack of `{}`", shown(event)),
        Origin::Error(event) => format!("the error of `{}`", shown(event)),
        Origin::Inline => "an inline type".to_owned(),
    }
}

/// Fields of one object, values of one enum, rooms of one namespace.
pub(super) fn members(model: &Model, diagnostics: &mut Diagnostics) {
    for def in &model.types {
        match &def.kind {
            TypeKind::Alias(_) => {}
            TypeKind::Object(fields) => {
                let members =
                    fields.iter().map(|field| (field.names.snake.as_str(), field.wire.as_str(), field.span));
                unique(members, "field", diagnostics);
            }
            TypeKind::Enum { values, open } => {
                let members =
                    values.iter().map(|value| (value.variant.as_str(), value.wire.as_str(), value.span));
                unique(members, "value", diagnostics);
                for value in values.iter().filter(|value| *open && value.variant == "Other") {
                    let message = format!(
                        "`{}` becomes `Other`, which an open enum has for values it does not know",
                        shown(&value.wire)
                    );
                    let finding = Diagnostic::new(Code::NameCollision, value.span, message);
                    diagnostics.push(finding.help("choose another value, or close the enum"));
                }
            }
        }
    }
    for namespace in &model.namespaces {
        let rooms =
            namespace.rooms.iter().map(|room| (room.names.snake.as_str(), room.key.as_str(), room.span));
        unique(rooms, "room", diagnostics);
        for room in &namespace.rooms {
            let params = room.template.iter().filter_map(|part| match part {
                crate::model::RoomPart::Param { name, names, .. } => {
                    Some((names.snake.as_str(), name.as_str(), room.span))
                }
                crate::model::RoomPart::Literal(_) => None,
            });
            unique(params, "parameter", diagnostics);
        }
    }
}

fn unique<'m>(
    members: impl Iterator<Item = (&'m str, &'m str, Span)>,
    what: &str,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: HashMap<&str, (&str, Span)> = HashMap::new();
    for (name, wire, span) in members {
        let Some((first, first_span)) = seen.get(name) else {
            seen.insert(name, (wire, span));
            continue;
        };
        let message = if *first == wire {
            format!("the {what} `{}` stands here twice", shown(wire))
        } else {
            format!("the {what}s `{}` and `{}` both become `{name}`", shown(first), shown(wire))
        };
        let finding = Diagnostic::new(Code::NameCollision, span, message).help("rename one of them");
        diagnostics.push(finding.related(*first_span, "the other one"));
    }
}
