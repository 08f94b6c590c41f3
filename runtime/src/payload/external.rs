//! Types of the application's own, through their own serde impls, held to what the schema says of their JSON.

use std::fmt::{self, Debug};
use std::marker::PhantomData;

use serde::de::{self, DeserializeOwned, DeserializeSeed as _};
use serde::{Deserializer, Serialize, Serializer};

use super::buffered::{Buffered, Buffering, FromBuffer, MAX_DEPTH, TOO_DEEP};
use super::buffered_sent::{Failed, buffer};
use super::bytes::{PLACEHOLDER, is_the_engines};
use super::json::HAS_PLACEHOLDER;
use super::{Codec, Cx, ViolationKind};

/// A type `T` that is not generated, and that is on the wire what the codec `J` takes.
///
/// `T` needs no trait of ours, which the orphan rule would forbid for types of other crates. It reads and writes itself by
/// serde; before and after that, `J` looks at what it reads and writes.
pub struct External<T, J>(PhantomData<(T, J)>);

impl<T, J> Codec for External<T, J>
where
    T: Serialize + DeserializeOwned + Clone + Debug + PartialEq + Send + Sync + 'static,
    J: Codec,
{
    type Value = T;
    const BINARY: bool = J::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T, D::Error> {
        let value = Buffering::new(cx).deserialize(deserializer)?;
        if let Err((kind, message)) = check(&value, 0) {
            return Err(cx.refuse(kind, message));
        }
        if fits::<J>(&value, cx).is_err() {
            return Err(de::Error::custom(""));
        }
        T::deserialize(FromBuffer::<Failed>::new(&value, true))
            .map_err(|Failed| cx.refuse(ViolationKind::Format, "the application does not take this value"))
    }

    fn encode<S: Serializer>(value: &T, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        let Ok(value) = buffer(value) else {
            let message = "the application's type does not write itself";
            return Err(cx.refuse_to_send(ViolationKind::Format, message));
        };
        if let Err((kind, message)) = check(&value, 0) {
            return Err(cx.refuse_to_send(kind, message));
        }
        if fits::<J>(&value, cx).is_err() {
            return Err(serde::ser::Error::custom(""));
        }
        // Without binary data in `J` there is none in the value that `J` looked at, but in fields that it does not have.
        let as_text = serializer.is_human_readable() && !cx.takes_binary() && !is_the_engines::<S>();
        if (as_text || !J::BINARY) && has_binary(&value) {
            return Err(cx.refuse_to_send(ViolationKind::WrongType, "binary data cannot be written as text"));
        }
        value.serialize(serializer)
    }
}

fn fits<J: Codec>(value: &Buffered, cx: &Cx) -> Result<(), Failed> {
    J::decode(FromBuffer::<Failed>::new(value, true), cx).map(|_| ())
}

/// `J` ignores fields that it does not have; none of them may be taken for an attachment.
fn check(value: &Buffered, depth: u32) -> Result<(), (ViolationKind, &'static str)> {
    if depth > MAX_DEPTH {
        return Err((ViolationKind::TooDeep, TOO_DEEP));
    }
    match value {
        Buffered::Array(items) => items.iter().try_for_each(|item| check(item, depth + 1)),
        Buffered::Object(entries) => entries.iter().try_for_each(|(key, value)| {
            if key == PLACEHOLDER {
                return Err((ViolationKind::Placeholder, HAS_PLACEHOLDER));
            }
            check(value, depth + 1)
        }),
        _ => Ok(()),
    }
}

fn has_binary(value: &Buffered) -> bool {
    match value {
        Buffered::Binary(_) => true,
        Buffered::Array(items) => items.iter().any(has_binary),
        Buffered::Object(entries) => entries.iter().any(|(_, value)| has_binary(value)),
        _ => false,
    }
}

impl de::Error for Failed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
