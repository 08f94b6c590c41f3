//! Names that others have taken: Socket.IO, JavaScript, and the code that is generated.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EventHead, Model, Origin, TypeKind};
use crate::source::Spanned;
use crate::syntax::file::{File, TypeExpr, TypeKind as Written};
use crate::syntax::yaml::shown;
use crate::text;

/// Events that Socket.IO emits itself and does not let anybody send.
const SOCKET_IO: &[&str] =
    &["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];

/// Names that generated methods and modules have, in snake case. `rooms` is a module and `Room` a type of every
/// schema, so that code does not change its shape with the first room.
pub const METHODS: &[&str] = &[
    "authenticate",
    "on_connect",
    "on_disconnect",
    "on_fault",
    "before",
    "to",
    "within",
    "except",
    "others",
    "everyone",
    "emit",
    "on",
    "off",
    "connect",
    "disconnect",
];

/// Names that generated types have, in either language.
pub const TYPES: &[&str] = &[
    "Handlers",
    "Ctx",
    "Auth",
    "ConnectError",
    "Session",
    "Emitter",
    "Fault",
    "FaultCode",
    "Fail",
    "Ack",
    "Room",
    "JsonValue",
    "ClientToServerEvents",
    "ServerToClientEvents",
];

/// Events that may not be sent, or that are likely to meet something at run time.
pub(super) fn event_names(model: &Model, diagnostics: &mut Diagnostics) {
    for head in heads(model) {
        let name = head.wire.as_str();
        let finding = |message: String| Diagnostic::new(Code::ReservedName, head.span, message);
        if SOCKET_IO.contains(&name) {
            let message = format!("`{name}` is an event of Socket.IO itself");
            diagnostics.push(finding(message).help(format!("choose another name, such as `app:{name}`")));
        } else if name == "*" {
            let message = "`*` means every event to Socket.IO's adapters".to_owned();
            diagnostics.push(finding(message).help("name the events one by one"));
        } else if matches!(
            name,
            "error" | "constructor" | "toJSON" | "toString" | "valueOf" | "hasOwnProperty"
        ) {
            let message = format!("an event called `{name}` is likely to meet something else of that name");
            let finding = Diagnostic::new(Code::RiskyName, head.span, message);
            diagnostics.push(finding.help(format!("choose another name, such as `app:{name}`")));
        }
    }
}

/// Names in code that the generator uses itself.
pub(super) fn generated_names(model: &Model, diagnostics: &mut Diagnostics) {
    for head in heads(model) {
        // An event of Socket.IO's own is reported as that.
        if METHODS.contains(&head.names.snake.as_str()) && !SOCKET_IO.contains(&head.wire.as_str()) {
            let message = format!(
                "`{}` becomes the method `{}`, which generated code has",
                shown(&head.wire),
                head.names.snake
            );
            let help = format!("give it a name for code: `name: {}_event`", head.names.snake);
            diagnostics.push(Diagnostic::new(Code::ReservedName, head.span, message).help(help));
        }
    }
    for event in model.namespaces.iter().flat_map(|namespace| &namespace.client_events) {
        let camel = event.head.names.camel.as_str();
        let snake = crate::names::names(camel).map(|names| names.snake).unwrap_or_default();
        if METHODS.contains(&snake.as_str()) && snake != event.head.names.snake {
            let message = format!("the method `{camel}` is one that generated code has");
            let finding = Diagnostic::new(Code::ReservedName, event.head.span, message);
            diagnostics.push(finding.help("choose another `method:`"));
        }
    }
    for def in &model.types {
        let generated = matches!(def.origin, Origin::Auth | Origin::ConnectError);
        if !generated && TYPES.contains(&def.name.as_str()) {
            let message = format!("the type `{}` is one that generated code has", def.name);
            let finding = Diagnostic::new(Code::ReservedName, def.span, message);
            diagnostics.push(finding.help(match def.origin {
                Origin::Declared => "choose another name",
                _ => "give the event a name for code: `name: …`",
            }));
        }
        if let (Origin::Auth, TypeKind::Object(fields)) = (&def.origin, &def.kind) {
            for field in fields.iter().filter(|field| field.wire.starts_with('$')) {
                let message = format!(
                    "`{}`: keys of `auth` that begin with `$` carry what sockgen itself sends",
                    shown(&field.wire)
                );
                diagnostics
                    .push(Diagnostic::new(Code::ReservedName, field.span, message).help("rename the field"));
            }
        }
    }
}

fn heads(model: &Model) -> impl Iterator<Item = &EventHead> {
    model.namespaces.iter().flat_map(|namespace| {
        let client = namespace.client_events.iter().map(|event| &event.head);
        client.chain(namespace.server_events.iter().map(|event| &event.head))
    })
}

/// Keys that would change an object in JavaScript instead of standing in it, and keys with hidden characters.
pub(super) fn keys(file: &File, diagnostics: &mut Diagnostics) {
    let mut rule = |key: &Spanned<String>| {
        if key.value == "__proto__" {
            let message = "`__proto__` is not a key in JavaScript, but the object's prototype";
            diagnostics
                .push(Diagnostic::new(Code::ReservedName, key.span, message).help("choose another name"));
        }
        if let Some(c) = key.value.chars().find(|c| text::is_hostile(*c) || matches!(c, '\n' | '\r' | '\t')) {
            let message = format!("this name holds the control or invisible character U+{:04X}", c as u32);
            diagnostics.push(Diagnostic::new(Code::HostileText, key.span, message).help("remove it"));
        }
    };
    for decl in &file.types {
        rule(&decl.name);
        walk(&decl.ty, &mut rule);
    }
    for event in file.client_events.iter().chain(&file.server_events) {
        rule(&event.wire);
        event.name.iter().for_each(&mut rule);
        let ack = event.ack.iter().filter_map(|(_, ack)| match ack {
            crate::syntax::file::AckDecl::Type(ty) => Some(ty),
            crate::syntax::file::AckDecl::None => None,
        });
        let error = event.error.iter().map(|(_, ty)| ty);
        event.data.iter().chain(ack).chain(error).for_each(|ty| walk(ty, &mut rule));
    }
    file.auth.iter().chain(&file.connect_error).for_each(|ty| walk(ty, &mut rule));
    file.rooms.iter().for_each(|room| rule(&room.key));
}

fn walk(ty: &TypeExpr, rule: &mut impl FnMut(&Spanned<String>)) {
    match &ty.kind {
        Written::Name(_) | Written::Invalid => {}
        Written::List(inner) | Written::Map(inner) | Written::Nullable(inner) => walk(inner, rule),
        Written::Object(fields) => {
            for field in fields {
                rule(&field.name);
                walk(&field.ty, rule);
            }
        }
        Written::Enum { values, .. } => values.iter().for_each(|value| rule(&value.value)),
    }
}
