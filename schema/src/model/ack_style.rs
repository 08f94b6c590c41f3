//! How results of events look on the wire.

use crate::source::Span;
use serde::Serialize;

/// A way of writing acks.
///
/// **Invariant:** whoever reads an ack can tell its shapes apart, but for two that are the same on purpose: a fault that
/// is written as the error is read as the error.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AckStyle {
    /// The name under `acks:`; absent for the file's own style.
    pub name: Option<String>,
    /// What an answer is. [`Slot::Data`] stands in it once, or not at all.
    pub ok: Shape,
    /// What a declared error is; absent where the style has no way to say one, which no event with an `error` uses.
    pub error: Option<Shape>,
    /// What a fault is; absent where it stays unanswered.
    pub fault: Option<Shape>,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

impl AckStyle {
    /// `{ ok: true, data }`, `{ ok: false, error }`, `{ ok: false, fault }`.
    pub fn standard(span: Span) -> Self {
        let shape = |ok: bool, key: &str, slot: Slot| {
            Shape::Object(vec![
                ShapeEntry::Key { key: "ok".to_owned(), value: Shape::Const(ok.into()) },
                ShapeEntry::Key { key: key.to_owned(), value: Shape::Slot(slot) },
            ])
        };
        AckStyle {
            name: None,
            ok: shape(true, "data", Slot::Data),
            error: Some(shape(false, "error", Slot::Error)),
            fault: Some(shape(false, "fault", Slot::Fault)),
            span,
        }
    }

    /// Whether it is written as [`AckStyle::standard`] is.
    pub fn is_standard(&self) -> bool {
        let standard = AckStyle::standard(self.span);
        self.ok == standard.ok && self.error == standard.error && self.fault == standard.fault
    }
}

/// A value with places for what is answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Shape {
    /// A place.
    Slot(Slot),
    /// A string, number, truth value or null as it stands.
    Const(serde_json::Value),
    /// An object.
    Object(Vec<ShapeEntry>),
}

/// A part of an object.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum ShapeEntry {
    /// A key.
    Key {
        /// Its name.
        key: String,
        /// Its value.
        value: Shape,
    },
    /// `...: $data`: the fields of an object among the others.
    Spread(Slot),
}

/// What a place is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Slot {
    /// `$data`: the answer.
    Data,
    /// `$error`: the declared error.
    Error,
    /// `$fault`: the whole fault.
    Fault,
    /// `$code`: a fault's code.
    Code,
    /// `$message`: a fault's message.
    Message,
}
