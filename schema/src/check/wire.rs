//! What could be written down, but would not survive the wire or the languages at its ends.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Ack, Model, Payload, Type, TypeKind};
use crate::source::Span;
use crate::syntax::file::File;
use crate::syntax::yaml::shown;

/// What every object in JavaScript has from its prototype.
const PROTOTYPE: &[&str] = &[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Names of client events that the server's engine refuses, closing the connection: those that JSON writes with an
/// escape (socketioxide reads the name from the raw text).
pub(super) fn escaped_names(file: &File, diagnostics: &mut Diagnostics) {
    for event in &file.client_events {
        if let Some(c) = event.wire.value.chars().find(|c| matches!(c, '"' | '\\')) {
            let message = format!("the server cannot read an event name with a `{c}` in it");
            let finding = Diagnostic::new(Code::InvalidName, event.wire.span, message)
                .label("JSON writes it with an escape, and the connection would be closed")
                .help(format!("choose a name without `{c}`"));
            diagnostics.push(finding);
        }
    }
}

/// Optional fields that are never absent in JavaScript.
pub(super) fn prototype_fields(model: &Model, diagnostics: &mut Diagnostics) {
    for def in &model.types {
        let TypeKind::Object(fields) = &def.kind else { continue };
        for field in fields.iter().filter(|field| field.optional && PROTOTYPE.contains(&field.wire.as_str()))
        {
            let message = format!(
                "`{}` is never absent in JavaScript: every object has one of its own",
                shown(&field.wire)
            );
            let finding = Diagnostic::new(Code::ReservedName, field.span, message);
            diagnostics.push(finding.help("rename the field, or make it required"));
        }
    }
}

/// `| null` on a type that may be null already: the two nulls are one on the wire.
pub(super) fn nullable_twice(model: &Model, diagnostics: &mut Diagnostics) {
    for def in &model.types {
        match &def.kind {
            TypeKind::Alias(ty) => nullable(model, ty, def.span, diagnostics),
            TypeKind::Object(fields) => {
                fields.iter().for_each(|field| nullable(model, &field.ty, field.span, diagnostics));
            }
            TypeKind::Enum { .. } => {}
        }
    }
    for namespace in &model.namespaces {
        let data = |payload: &Payload, span, diagnostics: &mut Diagnostics| match payload {
            Payload::Data(ty) => nullable(model, ty, span, diagnostics),
            Payload::None => {}
        };
        for event in &namespace.client_events {
            let span = event.head.span;
            data(&event.head.payload, span, diagnostics);
            if let Ack::Data(ty) = &event.ack {
                nullable(model, ty, span, diagnostics);
            }
            event.error.iter().for_each(|ty| nullable(model, ty, span, diagnostics));
        }
        for event in &namespace.server_events {
            data(&event.head.payload, event.head.span, diagnostics);
        }
    }
}

fn nullable(model: &Model, ty: &Type, span: Span, diagnostics: &mut Diagnostics) {
    match ty {
        Type::Builtin { .. } | Type::Named { .. } => {}
        Type::List { items: inner, .. } | Type::Map { values: inner, .. } => {
            nullable(model, inner, span, diagnostics)
        }
        Type::Nullable(inner) => {
            // Aliases that lead back to themselves were reported, and following them would not end.
            let ends = !diagnostics.iter().any(|found| found.code == Code::InfiniteType);
            if let Type::Named { id, .. } = &**inner
                && ends
                && matches!(model.unaliased(inner), Type::Nullable(_))
            {
                let name = &model.type_def(*id).name;
                let message = format!("`{name}` may be null already");
                let finding = Diagnostic::new(Code::TypeSyntax, span, message);
                diagnostics.push(finding.help("leave `| null` out"));
            }
            nullable(model, inner, span, diagnostics);
        }
    }
}
