//! See [`LINT`].

use super::walk::events;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Builtin, EnumRepr, Model, Shape, ShapeEntry, Slot, Type, TypeKind};
use crate::syntax::tree::shown;

rule! {
    /// A fault arrives where a declared error is expected, and is not of its type.
    ///
    /// Where a style of acks writes errors and faults alike, a client reads a fault as the declared error: it cannot tell
    /// them apart. So a value of a fault must be one of the error's type: for `$code` and `$message` a text or an open
    /// enum, for `$fault` an object of `code` and `message`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   ok: { status: ok, data: $data }
    ///   error: { status: error, reason: $error }
    ///   fault: { status: error, reason: $code }
    /// types:
    ///   Reason: { enum: [forbidden, gone] }
    /// clientToServer:
    ///   doc:open: { data: { id: uuid }, ack: none, error: Reason }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   ok: { status: ok, data: $data }
    ///   error: { status: error, reason: $error }
    ///   fault: { status: error, reason: $code }
    /// types:
    ///   Reason: { enum: [forbidden, gone], open: true }
    /// clientToServer:
    ///   doc:open: { data: { id: uuid }, ack: none, error: Reason }
    /// ```
    AckErrorShape, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    for event in events(model) {
        let Some(error) = &event.error else { continue };
        let style = model.ack_style(event.ack_style);
        let (Some(declared), Some(fault)) = (&style.error, &style.fault) else { continue };
        let Some(slot) = in_place_of_the_error(declared, fault) else { continue };
        let (fits, help) = match slot {
            Slot::Code | Slot::Message => (
                takes_any_text(model, error),
                "make it a `string` or an open enum, or write faults otherwise in `acks`",
            ),
            Slot::Fault => (
                takes_a_fault(model, error),
                "make it an object of `code: string` and `message: string`, or write faults otherwise in `acks`",
            ),
            Slot::Data | Slot::Error => (true, ""),
        };
        if !fits {
            let message = format!(
                "a client reads a fault of `{}` as its error, which is of another type",
                shown(&event.wire)
            );
            diagnostics.push(
                Diagnostic::new(Code::AckErrorShape, event.span, message)
                    .help(help)
                    .related(style.span, "errors and faults are written alike"),
            );
        }
    }
}

/// What of a fault stands where the error stands, if the two shapes are alike.
fn in_place_of_the_error(error: &Shape, fault: &Shape) -> Option<Slot> {
    match (error, fault) {
        (Shape::Slot(Slot::Error), Shape::Slot(slot)) => Some(*slot),
        (Shape::Object(left), Shape::Object(right)) => {
            let mut found = None;
            for entry in left {
                match entry {
                    ShapeEntry::Spread(slot) => {
                        let other = right.iter().find_map(|entry| match entry {
                            ShapeEntry::Spread(other) => Some(*other),
                            ShapeEntry::Key { .. } => None,
                        })?;
                        found = found.or((*slot == Slot::Error).then_some(other));
                    }
                    ShapeEntry::Key { key, value } => {
                        let other = right.iter().find_map(|entry| match entry {
                            ShapeEntry::Key { key: other, value } if other == key => Some(value),
                            _ => None,
                        })?;
                        match (value, other) {
                            (Shape::Const(left), Shape::Const(right)) if left == right => {}
                            (Shape::Const(_), _) => return None,
                            _ => found = found.or(in_place_of_the_error(value, other)),
                        }
                    }
                }
            }
            found.filter(|_| left.len() == right.len())
        }
        _ => None,
    }
}

fn takes_any_text(model: &Model, ty: &Type) -> bool {
    match model.unaliased(ty) {
        Type::Builtin { builtin, .. } => matches!(builtin, Builtin::String | Builtin::Json),
        Type::Nullable(inner) => takes_any_text(model, inner),
        Type::Named { id, .. } => match &model.type_def(*id).kind {
            TypeKind::Enum { open, repr, .. } => *open && *repr == EnumRepr::Text,
            TypeKind::Brand(inner) => takes_any_text(model, inner),
            TypeKind::External(_) => true,
            TypeKind::Union(union) => union
                .members
                .iter()
                .filter_map(|member| member.ty.as_ref())
                .any(|ty| takes_any_text(model, ty)),
            TypeKind::Alias(_) | TypeKind::Object(_) => false,
        },
        Type::List { .. } | Type::Map { .. } | Type::Tuple(_) => false,
    }
}

fn takes_a_fault(model: &Model, ty: &Type) -> bool {
    match model.unaliased(ty) {
        Type::Builtin { builtin, .. } => *builtin == Builtin::Json,
        Type::Nullable(inner) => takes_a_fault(model, inner),
        Type::Named { id, .. } => match &model.type_def(*id).kind {
            TypeKind::External(_) => true,
            TypeKind::Object(fields) => fields.iter().all(|field| match field.wire.as_str() {
                "code" | "message" => takes_any_text(model, &field.ty),
                _ => field.optional || field.default.is_some(),
            }),
            TypeKind::Union(union) => {
                union.open
                    || union
                        .members
                        .iter()
                        .filter_map(|member| member.ty.as_ref())
                        .any(|ty| takes_a_fault(model, ty))
            }
            TypeKind::Brand(inner) => takes_a_fault(model, inner),
            TypeKind::Alias(_) | TypeKind::Enum { .. } => false,
        },
        Type::List { .. } | Type::Map { .. } | Type::Tuple(_) => false,
    }
}
