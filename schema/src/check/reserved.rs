//! Names that others have taken: Socket.IO, JavaScript, and the code that is generated.

use super::collisions::described;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EventHead, Model, Namespace, Origin, Type, TypeKind};
use crate::names;
use crate::resolve::{WrittenModel, each_type};
use crate::syntax::file::{EventDecl, Name, PayloadDecl, Scope, TemplatePart, TypeExpr, TypeKind as Written};
use crate::syntax::tree::shown;
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
    "ClientEvent",
    "Auth",
    "ConnectError",
    "Session",
    "Emitter",
    "Fault",
    "FaultCode",
    "Fail",
    "Ack",
    "JsonValue",
    "ClientToServerEvents",
    "ServerToClientEvents",
];

/// The type of a dynamic namespace's parameters, in its own module.
const PARAMS: &str = "Params";

/// Events that may not be sent, or that are likely to meet something at run time.
pub(super) fn event_names(written: &WrittenModel<'_>, diagnostics: &mut Diagnostics) {
    for event in written.files.iter().flat_map(|file| file.scopes()).flat_map(Scope::events) {
        let name = event.wire.value;
        let finding = |message: String| Diagnostic::new(Code::ReservedName, event.wire.span, message);
        if SOCKET_IO.contains(&name) {
            let message = format!("`{name}` is an event of Socket.IO itself");
            diagnostics.push(finding(message).help(format!("choose another name, such as `app:{name}`")));
        } else if name == "*" {
            let message = "`*` stands for every event in Socket.IO".to_owned();
            diagnostics.push(finding(message).help("choose another name"));
        } else if matches!(
            name,
            "error" | "constructor" | "toJSON" | "toString" | "valueOf" | "hasOwnProperty"
        ) {
            let message = match name {
                "error" => "Node's event emitters throw an `error` that nobody listens to".to_owned(),
                "toJSON" => "`toJSON` is what `JSON.stringify` calls".to_owned(),
                _ => format!("`{name}` is a property of every object in JavaScript"),
            };
            let finding = Diagnostic::new(Code::RiskyName, event.wire.span, message);
            diagnostics.push(finding.help(format!("choose another name, such as `app:{name}`")));
        }
    }
}

/// Names in code that the generator uses itself.
pub(super) fn generated_names(all: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    for (head, written) in events(all, model) {
        let has = |name: &str| METHODS.contains(&name);
        // An event of Socket.IO's own is reported as that.
        if has(&head.names.snake) && !SOCKET_IO.contains(&head.wire.as_str()) {
            let span = written.name.as_ref().map_or(head.span, |name| name.span);
            let message = format!(
                "`{}` would be the method `{}`, which generated code has already",
                shown(&head.wire),
                head.names.snake
            );
            let help = format!("give it another name for code: `name: {}_event`", head.names.snake);
            diagnostics.push(Diagnostic::new(Code::ReservedName, span, message).help(help));
        } else if let Some(method) = &written.method
            && names::names(method.value).is_ok_and(|names| has(&names.snake))
        {
            let message = format!("generated code has a method `{}` already", shown(method.value));
            let finding = Diagnostic::new(Code::ReservedName, method.span, message);
            diagnostics.push(finding.help("choose another `method:`"));
        }
    }
    for (at, def) in model.types.iter().enumerate() {
        let is_generated = matches!(def.origin, Origin::Auth | Origin::ConnectError);
        // In a namespace's module types go by their local names.
        // A dynamic namespace's module has its parameters.
        let is_params = def.local_name == PARAMS
            && def.namespace.is_some_and(|id| model.namespaces[id.0 as usize].is_dynamic());
        if !is_generated && (is_params || TYPES.contains(&def.local_name.as_str())) {
            let message = match def.origin {
                Origin::Declared => format!("generated code has a type `{}` already", def.name),
                _ => format!(
                    "{} would be the type `{}`, which generated code has already",
                    described(all, model, at),
                    def.local_name
                ),
            };
            let finding = Diagnostic::new(Code::ReservedName, def.span, message);
            diagnostics.push(finding.help(match def.origin {
                Origin::Declared => "choose another name",
                Origin::Inline => "declare the inline type under `types:` with a name of its own",
                _ => "give the event another name for code: `name: …`",
            }));
        }
    }
    for namespace in &model.namespaces {
        auth_keys(namespace, model, diagnostics);
    }
}

/// Keys of the handshake that sockgen itself sends.
fn auth_keys(namespace: &Namespace, model: &Model, diagnostics: &mut Diagnostics) {
    let mut ty = namespace.auth.as_ref();
    // The handshake may be declared elsewhere; types in a circle are reported as that.
    for _ in 0..=model.types.len() {
        let def = match ty {
            Some(Type::Named { id, .. }) => model.type_def(*id),
            _ => return,
        };
        let fields = match &def.kind {
            TypeKind::Alias(target) | TypeKind::Brand(target) => {
                ty = Some(target);
                continue;
            }
            TypeKind::Object(fields) => fields,
            _ => return,
        };
        for field in fields.iter().filter(|field| field.wire.starts_with('$')) {
            let message = format!(
                "`{}`: keys of `auth` that begin with `$` carry what sockgen itself sends",
                shown(&field.wire)
            );
            let finding = Diagnostic::new(Code::ReservedName, field.span, message);
            diagnostics.push(finding.help("rename the field"));
        }
        return;
    }
}

/// All events, each with what is written of it.
fn events<'m>(
    written: &'m WrittenModel<'m>,
    model: &'m Model,
) -> impl Iterator<Item = (&'m EventHead, &'m EventDecl<'m>)> {
    model.namespaces.iter().zip(&written.namespaces).flat_map(|(namespace, written)| {
        let events = written.client_events.iter().chain(&written.server_events);
        namespace.events().zip(events.copied())
    })
}

/// Keys that would change an object in JavaScript instead of standing in it, and keys with hidden characters.
pub(super) fn keys(written: &WrittenModel<'_>, diagnostics: &mut Diagnostics) {
    let mut rule = |key: &Name<'_>| {
        if key.value == "__proto__" {
            let message = "`__proto__` cannot be a name: in JavaScript it is an object's prototype";
            diagnostics
                .push(Diagnostic::new(Code::ReservedName, key.span, message).help("choose another name"));
        }
        // Nearly all names are plain.
        if key.value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return;
        }
        let breaks = || key.value.chars().find(|c| matches!(c, '\n' | '\r' | '\t'));
        if let Some(c) = text::hostile(key.value).or_else(breaks) {
            let message = format!("this name holds the control or invisible character U+{:04X}", c as u32);
            diagnostics.push(Diagnostic::new(Code::HostileText, key.span, message).help("remove it"));
        }
    };
    for decl in &written.types {
        rule(&decl.name);
        walk(&decl.ty, &mut rule);
    }
    for scope in written.files.iter().flat_map(|file| file.scopes()) {
        each_type(scope, &mut |ty| walk(ty, &mut rule));
        for event in scope.events() {
            rule(&event.wire);
            event.name.iter().for_each(&mut rule);
            if let PayloadDecl::Args(args, _) = &event.payload {
                args.iter().for_each(|arg| rule(&arg.name));
            }
        }
        for room in &scope.rooms {
            rule(&room.key);
            for part in room.template.iter().flat_map(|(parts, _)| parts) {
                if let TemplatePart::Param { name, .. } = part {
                    rule(name);
                }
            }
        }
    }
}

fn walk(ty: &TypeExpr<'_>, rule: &mut dyn FnMut(&Name<'_>)) {
    match &ty.kind {
        Written::Object(fields) => fields.iter().for_each(|field| rule(&field.name)),
        Written::Enum { values, .. } => values.iter().for_each(|value| rule(&value.value)),
        Written::Union(union) => {
            union.tag.iter().chain(&union.content).for_each(&mut *rule);
            union.members.iter().filter_map(|member| member.tag.as_ref()).for_each(&mut *rule);
        }
        _ => {}
    }
    ty.for_each_inner(&mut |inner| walk(inner, rule));
}
