//! Ways of writing acks: that a style makes sense by itself, and that each event that has it can be answered in it so
//! that the answer is understood. The rule is that of [`AckStyle`].

use super::seen::{self, Slots};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Ack, AckStyle, EventHead, Model, Shape, ShapeEntry, Slot, Type};
use crate::resolve::WrittenModel;
use crate::source::Span;
use crate::syntax::file::{AckDecl, AckStyleDecl, EventDecl, ShapeDecl, ShapeKind};
use crate::syntax::tree::shown;

/// Runs the rules of this file.
pub(super) fn styles(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    let mut sound = Vec::with_capacity(written.styles.len());
    for decl in &written.styles {
        let before = diagnostics.len();
        if let Some(decl) = decl {
            style(decl, diagnostics);
        }
        // What was reported of a style needs not be said of its events.
        let is_whole = decl.is_none_or(|decl| decl.ok.is_some() && !has_hole(decl));
        sound.push(is_whole && diagnostics.len() == before);
    }
    for (namespace, written) in model.namespaces.iter().zip(&written.namespaces) {
        let events = written.client_events.iter().chain(&written.server_events);
        for (head, event) in namespace.events().zip(events) {
            let style = model.ack_style(head.ack_style);
            if sound[head.ack_style.0 as usize] && !style.is_standard() {
                answered(model, head, event, style, diagnostics);
            }
        }
    }
}

fn has_hole(decl: &AckStyleDecl<'_>) -> bool {
    fn hole(shape: &ShapeDecl<'_>) -> bool {
        match &shape.kind {
            ShapeKind::Invalid => true,
            ShapeKind::Object(entries) => entries.iter().any(|entry| hole(&entry.value)),
            ShapeKind::Slot(_) | ShapeKind::Const(_) => false,
        }
    }
    decl.ok.iter().chain(&decl.error).chain(&decl.fault).any(hole)
}

/// A style by itself: each shape holds what it is for, once.
fn style(decl: &AckStyleDecl<'_>, diagnostics: &mut Diagnostics) {
    let shapes = [
        (&decl.ok, "ok", &[Slot::Data][..]),
        (&decl.error, "error", &[Slot::Error]),
        (&decl.fault, "fault", &[Slot::Fault, Slot::Code, Slot::Message]),
    ];
    for (shape, name, fitting) in shapes {
        let Some(shape) = shape else { continue };
        let mut slots = Vec::new();
        collect(shape, &mut slots);
        for (at, (slot, span)) in slots.iter().enumerate() {
            if !fitting.contains(slot) {
                let fitting: Vec<_> = fitting.iter().map(|slot| written(*slot)).collect();
                let message = format!("`{}` has no place in `{name}`", written(*slot));
                let help = format!("write {}", crate::suggest::listed(&fitting).replace(" and ", " or "));
                diagnostics.push(Diagnostic::new(Code::AckShape, *span, message).help(help));
            } else if let Some((_, first)) = slots[..at].iter().find(|(other, _)| other == slot) {
                let message = format!("`{}` stands twice in one answer", written(*slot));
                let finding = Diagnostic::new(Code::AckShape, *span, message).help("write it once");
                diagnostics.push(finding.related(*first, "first written here"));
            }
        }
        let is_lost = name == "error" && !has_hole(decl) && slots.is_empty();
        if is_lost {
            let finding = Diagnostic::new(Code::AckShape, shape.span, "this leaves the error out")
                .help("say where it stands: `error: { status: error, error: $error }`");
            diagnostics.push(finding);
        }
    }
}

fn collect(shape: &ShapeDecl<'_>, slots: &mut Vec<(Slot, Span)>) {
    match &shape.kind {
        ShapeKind::Slot(slot) => slots.push((*slot, shape.span)),
        ShapeKind::Object(entries) => entries.iter().for_each(|entry| collect(&entry.value, slots)),
        ShapeKind::Const(_) | ShapeKind::Invalid => {}
    }
}

fn written(slot: Slot) -> &'static str {
    match slot {
        Slot::Data => "$data",
        Slot::Error => "$error",
        Slot::Fault => "$fault",
        Slot::Code => "$code",
        Slot::Message => "$message",
    }
}

/// An event in its style.
fn answered(
    model: &Model,
    head: &EventHead,
    event: &EventDecl<'_>,
    style: &AckStyle,
    diagnostics: &mut Diagnostics,
) {
    let data = match &head.ack {
        Ack::Undeclared | Ack::Raw => return,
        Ack::Empty => None,
        Ack::Data(ty) => Some(ty),
    };
    let Some((key, ack)) = &event.ack else { return };
    let place = if let AckDecl::Type(ty) = ack { ty.span } else { *key };
    let error_place = event.error.as_ref().map_or(place, |(_, ty)| ty.span);
    // A type that was reported says nothing of what it is.
    if diagnostics.has_error_in(place) || diagnostics.has_error_in(error_place) {
        return;
    }
    let slots = Slots { data, error: head.error.as_ref() };
    let name = shown(&head.wire);
    let mut report = |place: Span, message: String, help: &str| {
        let finding = Diagnostic::new(Code::AckAmbiguous, place, message).help(help);
        diagnostics.push(finding.related(style.span, "the style"));
    };
    if data.is_some() && !holds(&style.ok, Slot::Data) {
        let help = "add `$data` to the style's `ok`, or write `ack: none`";
        report(place, format!("the style of `{name}` leaves the answer out"), help);
        return;
    }
    let error = match (&head.error, &style.error) {
        (None, _) => None,
        (Some(_), Some(shape)) => Some(shape),
        (Some(_), None) => {
            let help = "add an `error` to the style, such as `error: { error: $error }`, or remove this one";
            report(error_place, format!("the style of `{name}` has no way to say an error"), help);
            return;
        }
    };
    // What is spread must be an object, with no field of the style's own names.
    let spreads = [(Some(&style.ok), data, place), (error, head.error.as_ref(), error_place)];
    let mut bad = false;
    for (shape, ty, place) in spreads {
        let (Some(Shape::Object(entries)), Some(ty)) = (shape, ty) else { continue };
        if let Some(problem) = spread_problem(model, entries, ty) {
            report(place, format!("`{name}` cannot be answered in its style: {problem}"), SPREAD_HELP);
            bad = true;
        }
    }
    if bad {
        return;
    }
    let ok = seen::of_shape(model, &style.ok, slots);
    let fault = style.fault.as_ref().map(|shape| seen::of_shape(model, shape, slots));
    let error = error.map(|shape| seen::of_shape(model, shape, slots));
    if let Some(error) = &error
        && !seen::are_apart(model, &ok, error)
    {
        report(place, format!("an answer of `{name}` could not be told from an error"), APART_HELP);
        return;
    }
    if let Some(fault) = &fault
        && !seen::are_apart(model, &ok, fault)
    {
        report(place, format!("an answer of `{name}` could not be told from a fault"), APART_HELP);
        return;
    }
    // A fault may be written as the error is: then it is one. Where the style says so by giving both one form, it is a
    // warning if their types do not agree.
    let one_form = style.error.as_ref().zip(style.fault.as_ref()).is_some_and(|(a, b)| same_form(a, b));
    if let (Some(error), Some(fault)) = (&error, &fault)
        && !one_form
        && !seen::are_apart(model, error, fault)
        && !seen::fits(model, fault, error)
    {
        let message =
            format!("a fault of `{name}` could not be told from an error, and is not a value of its type");
        let help = "let the style mark them differently, or declare an error that a fault's `code` and `message` fit";
        report(error_place, message, help);
    }
}

const SPREAD_HELP: &str = "put the answer under a key of its own, such as `data: $data`";
const APART_HELP: &str = "let the style mark both with constants or keys of their own, such as `ok: { ok: true, data: $data }` and `error: { ok: false, error: $error }`";

/// Whether two shapes are the same but for what stands in their places.
fn same_form(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Slot(_), Shape::Slot(_)) => true,
        (Shape::Const(a), Shape::Const(b)) => a == b,
        (Shape::Object(a), Shape::Object(b)) => {
            let there = |entry: &ShapeEntry| {
                match entry {
                ShapeEntry::Spread(_) => b.iter().any(|other| matches!(other, ShapeEntry::Spread(_))),
                ShapeEntry::Key { key, value } => b.iter().any(|other| {
                    matches!(other, ShapeEntry::Key { key: k, value: v } if k == key && same_form(value, v))
                }),
            }
            };
            a.len() == b.len() && a.iter().all(there)
        }
        _ => false,
    }
}

fn holds(shape: &Shape, slot: Slot) -> bool {
    match shape {
        Shape::Slot(found) => *found == slot,
        Shape::Const(_) => false,
        Shape::Object(entries) => entries.iter().any(|entry| match entry {
            ShapeEntry::Key { value, .. } => holds(value, slot),
            ShapeEntry::Spread(found) => *found == slot,
        }),
    }
}

/// What keeps a type from being spread among other keys. Shapes inside of others may spread as well.
fn spread_problem(model: &Model, entries: &[ShapeEntry], ty: &Type) -> Option<String> {
    let mut spreads = false;
    for entry in entries {
        match entry {
            ShapeEntry::Key { value: Shape::Object(inner), .. } => {
                if let Some(problem) = spread_problem(model, inner, ty) {
                    return Some(problem);
                }
            }
            ShapeEntry::Key { .. } => {}
            ShapeEntry::Spread(_) => spreads = true,
        }
    }
    if !spreads {
        return None;
    }
    let Some(fields) = seen::fields(model, ty) else {
        return Some("what is spread is not an object with fields".to_owned());
    };
    let is_key =
        |name: &str| entries.iter().any(|entry| matches!(entry, ShapeEntry::Key { key, .. } if key == name));
    let met = fields.iter().find(|field| is_key(&field.wire))?;
    Some(format!("its field `{0}` would meet the key `{0}` of the style", shown(&met.wire)))
}
