//! Keys of an event that cannot go together.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EventHead, Model, Payload, Type, TypeKind};
use crate::resolve::WrittenModel;
use crate::syntax::file::{AckDecl, EventDecl, PayloadDecl};
use crate::syntax::tree::shown;

/// Runs the rules of this file.
pub(super) fn conflicts(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    for (namespace, written) in model.namespaces.iter().zip(&written.namespaces) {
        let events = written.client_events.iter().chain(&written.server_events);
        for (head, event) in namespace.events().zip(events) {
            without_ack(event, diagnostics);
            answers(event, diagnostics);
            args(model, head, event, diagnostics);
        }
    }
}

/// What speaks of an answer, on an event that has none.
fn without_ack(event: &EventDecl<'_>, diagnostics: &mut Diagnostics) {
    if event.ack.is_some() || !event.complete {
        return;
    }
    let timeout = event.ack_timeout.map(|(key, _)| (key, "`ackTimeout` without an ack limits nothing"));
    let style = event.ack_style.map(|name| (name.span, "`ackStyle` without an ack shapes nothing"));
    for (place, message) in timeout.into_iter().chain(style) {
        let finding = Diagnostic::new(Code::EventConflict, place, message);
        diagnostics.push(finding.help("add `ack: none`, or the type of the answer; or remove it"));
    }
}

/// Answers that could not come, that nobody could give, or that would be several.
fn answers(event: &EventDecl<'_>, diagnostics: &mut Diagnostics) {
    let Some((ack, written)) = &event.ack else { return };
    let mut report = |place, message: &str, help: &str| {
        let finding = Diagnostic::new(Code::EventConflict, place, message).help(help);
        diagnostics.push(finding.related(*ack, "the ack"));
    };
    if let Some(volatile) = event.volatile {
        report(
            volatile,
            "what may be lost cannot be answered: its sender would wait in vain",
            "remove `volatile`, or the ack",
        );
    }
    if let (AckDecl::Raw, Some((error, _))) = (written, &event.error) {
        report(
            *error,
            "a raw answer has no place for an error",
            "remove `error`: the handler gives the whole answer; or give the ack a type",
        );
    }
    if let (AckDecl::Raw, Some(style)) = (written, &event.ack_style) {
        report(
            style.span,
            "a raw answer is written in no style",
            "remove `ackStyle`, or give the ack a type",
        );
    }
}

/// Arguments of which it could not be said whether they are there.
fn args(model: &Model, head: &EventHead, event: &EventDecl<'_>, diagnostics: &mut Diagnostics) {
    let (Payload::Args(id), PayloadDecl::Args(..)) = (&head.payload, &event.payload) else { return };
    let TypeKind::Object(fields) = &model.type_def(*id).kind else { return };
    for field in fields.iter().filter(|field| field.optional && is_nullable(model, &field.ty)) {
        let name = shown(&field.wire);
        let message =
            format!("the argument `{name}` may be absent and may be null, which are one on the wire");
        let finding = Diagnostic::new(Code::Args, field.span, message);
        diagnostics.push(finding.help(format!("leave out the `?` of `{name}?`, or `| null`")));
    }
    // One that has a value where it is left out is as good as an optional one.
    let may_be_left_out = |at: usize| fields[at].optional || fields[at].default.is_some();
    let last = (0..fields.len()).rfind(|at| !may_be_left_out(*at)).unwrap_or(0);
    for field in fields[..last].iter().filter(|field| field.default.is_some() && !field.optional) {
        let name = shown(&field.wire);
        let message =
            format!("the argument `{name}` has a default, and others that must be there stand behind it");
        let finding = Diagnostic::new(Code::Args, field.span, message);
        diagnostics.push(finding.help("arguments with a default come last"));
    }
}

/// Whether null is a value of a type. Types in a circle are reported elsewhere.
fn is_nullable(model: &Model, ty: &Type) -> bool {
    let mut ty = ty;
    for _ in 0..=model.types.len() {
        match ty {
            Type::Nullable(_) => return true,
            Type::Named { id, .. } => match &model.type_def(*id).kind {
                TypeKind::Alias(target) | TypeKind::Brand(target) => ty = target,
                _ => return false,
            },
            _ => return false,
        }
    }
    false
}
