//! How results of events look on the wire.

use crate::source::Span;
use serde::Serialize;

/// A way of writing acks.
///
/// Each shape holds what it is for, and that once: `ok` the `$data`, `error` the `$error`, `fault` some of `$fault`,
/// `$code` and `$message`. An `ok` may leave `$data` out; only events without data in their answer (`ack: none`) have
/// such a style. Of an answer without data, `$data` is null, and `...: $data` adds nothing.
///
/// **Invariant:** for each event that is answered in a style, no value is both an answer and an error, or an answer and
/// a fault, so that it does not matter in which order a reader tries them. What tells two shapes apart is a *mark*:
/// some place, the same in both, at which
/// - one has a constant and the other another constant, or a value of a type to which the constant does not belong;
/// - they have values of different JSON kinds;
/// - one always has a key that the other never has. Keys of objects that are spread (`...: $data`) are among those of
///   the shape; they are the fields of an object type, and none of them is called like a key of the shape.
///
/// What `$data` and `$error` can be is known from the event's types: the bare `ok: $data` is told from
/// `error: { status: error, message: $error }` where the answer is a number, or an object without the field `message`,
/// but not where it is `json`. An error and a fault are apart in the same way, or else every fault is, as it is written,
/// a value of the error, and is read as that error. It is so too where both have one form (the same keys and constants,
/// and places at the same ends): that a fault is of the error's type then is a lint's to say.
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

impl Shape {
    /// Calls `found` for every place in it.
    pub fn for_each_slot(&self, found: &mut impl FnMut(Slot)) {
        match self {
            Shape::Slot(slot) => found(*slot),
            Shape::Const(_) => {}
            Shape::Object(entries) => entries.iter().for_each(|entry| match entry {
                ShapeEntry::Key { value, .. } => value.for_each_slot(found),
                ShapeEntry::Spread(slot) => found(*slot),
            }),
        }
    }
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
