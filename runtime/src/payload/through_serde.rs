//! The way through serde: seeds and borrowed values inside this module, and the two wrappers for everybody else.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed};
use serde::ser;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Codec, Cx, Violation};

thread_local! {
    static LAST: Cell<Option<Violation>> = const { Cell::new(None) };
}

/// What was wrong in the [`Received`] or [`Sent`] that last failed on this thread.
///
/// The errors of most formats are texts, so that the violation itself would be lost on its way out of one. It is put
/// here when the outermost value fails and must be taken at once, on the same thread, with no `await` between; a call
/// that succeeded leaves it as it was. `None` says that the failure was the format's own, before any value of ours.
pub fn take_violation() -> Option<Violation> {
    LAST.take()
}

pub(super) fn received<'de, C: Codec, D: Deserializer<'de>>(deserializer: D) -> Result<C::Value, D::Error> {
    let cx = Cx::new();
    C::decode(deserializer, &cx).map_err(|error| left(cx, error, de::Error::custom))
}

pub(super) fn sent<C: Codec, S: Serializer>(value: &C::Value, serializer: S) -> Result<S::Ok, S::Error> {
    let cx = Cx::new();
    C::encode(value, serializer, &cx).map_err(|error| left(cx, error, ser::Error::custom))
}

/// Leaves the violation for [`take_violation`], and gives an error that says what it is.
///
/// An error that is the format's own stays as it is: with one the engine's parsers find out whether a type is a tuple.
#[cold]
fn left<E>(cx: Cx, own: E, custom: impl FnOnce(String) -> E) -> E {
    let recorded = cx.has_recorded();
    let violation = cx.into_violation();
    let error = if recorded { custom(violation.to_string()) } else { own };
    LAST.set(Some(violation));
    error
}

/// A value that any serde format can read: `Received::<JoinRoom>::deserialize(…)`.
pub struct Received<C: Codec>(pub C::Value);

impl<'de, C: Codec> Deserialize<'de> for Received<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        received::<C, D>(deserializer).map(Self)
    }
}

impl<C: Codec> fmt::Debug for Received<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Received").field(&self.0).finish()
    }
}

/// A value that any serde format can write: `&Sent::<JoinRoom>(&value)`.
pub struct Sent<'a, C: Codec>(pub &'a C::Value);

impl<C: Codec> Serialize for Sent<'_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        sent::<C, S>(self.0, serializer)
    }
}

impl<C: Codec> Clone for Sent<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: Codec> Copy for Sent<'_, C> {}

impl<C: Codec> fmt::Debug for Sent<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sent").field(self.0).finish()
    }
}

/// Reads one value from JSON text, with nothing after it.
pub fn decode_json<C: Codec>(text: &str) -> Result<C::Value, Violation> {
    let cx = Cx::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match C::decode(&mut deserializer, &cx).and_then(|value| deserializer.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(_) => Err(cx.into_violation()),
    }
}

/// Writes one value as JSON text.
pub fn encode_json<C: Codec>(value: &C::Value) -> Result<String, Violation> {
    let cx = Cx::new();
    serde_json::to_string(&With::<C> { value, cx: &cx }).map_err(|_| cx.into_violation())
}

/// Whether a value fits its codec: as for sending it, to nowhere.
pub(super) fn check<C: Codec>(value: &C::Value) -> Result<(), Violation> {
    let cx = Cx::new().with_binary();
    serde_json::to_writer(std::io::sink(), &With::<C> { value, cx: &cx }).map_err(|_| cx.into_violation())
}

/// serde's two traits for a type, by two functions of the runtime.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_impls {
    ($name:ident, $serialize:ident, $deserialize:ident) => {
        impl $crate::__private::by_serde::Serialize for $name {
            fn serialize<S: $crate::__private::by_serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::$serialize(self, serializer)
            }
        }

        impl<'de> $crate::__private::by_serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::by_serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::$deserialize(deserializer)
            }
        }
    };
}

/// A codec on its way into a format, with the context of the whole value.
pub(super) struct Seed<'c, C> {
    cx: &'c Cx,
    codec: PhantomData<C>,
}

impl<'c, C> Seed<'c, C> {
    #[inline]
    pub(super) fn new(cx: &'c Cx) -> Self {
        Self { cx, codec: PhantomData }
    }
}

impl<'de, C: Codec> DeserializeSeed<'de> for Seed<'_, C> {
    type Value = C::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<C::Value, D::Error> {
        C::decode(deserializer, self.cx)
    }
}

/// A value on its way out, with the context of the whole value.
pub(super) struct With<'a, C: Codec> {
    pub(super) value: &'a C::Value,
    pub(super) cx: &'a Cx,
}

impl<C: Codec> Serialize for With<'_, C> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::encode(self.value, serializer, self.cx)
    }
}
