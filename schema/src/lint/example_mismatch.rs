//! See [`LINT`].

use super::walk::{events, fields};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Fit, Payload, Type, TypeKind};
use crate::source::Span;
use crate::syntax::tree::shown;
use serde_json::Value;

rule! {
    /// An example is no value of its type.
    ///
    /// Examples are what people copy. They stand in the generated reference and are what mock servers answer; one that the
    /// server would refuse costs its reader an hour. Most often the type was changed and its example was not.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   RoomId: { type: string(1..=8), example: a-room-with-a-long-name }
    /// serverToClient:
    ///   room:closed: { data: { room: RoomId } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   RoomId: { type: string(1..=8), example: room-1 }
    /// serverToClient:
    ///   room:closed: { data: { room: RoomId } }
    /// ```
    ExampleMismatch, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    let fit = Fit::new(&model.types);
    let mut look = |name: &str, example: &Value, ty: &Type, span: Span| {
        if let Err(misfit) = fit.check(ty, example) {
            let message = format!("the example of `{}` does not fit: {misfit}", shown(name));
            let finding = Diagnostic::new(Code::ExampleMismatch, span, message);
            diagnostics.push(finding.help("write one that a client could send, or leave `example` out"));
        }
    };
    for (id, def) in model.types() {
        if let Some(example) = &def.example {
            look(&def.name, example, &Type::Named { id, boxed: false }, def.span);
        }
    }
    for field in fields(model) {
        if let Some(example) = &field.example {
            look(&field.wire, example, &field.ty, field.span);
        }
    }
    for event in events(model) {
        match (&event.payload, &event.example) {
            (Payload::Data(ty), Some(example)) => look(&event.wire, example, ty, event.span),
            (Payload::Args(id), Some(Value::Array(values))) => {
                if let TypeKind::Object(args) = &model.type_def(*id).kind {
                    args.iter()
                        .zip(values)
                        .for_each(|(arg, value)| look(&event.wire, value, &arg.ty, event.span));
                }
            }
            _ => {}
        }
    }
}
