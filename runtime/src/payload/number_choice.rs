//! Enums of integers, closed and open.

use std::fmt::Debug;
use std::marker::PhantomData;

use serde::{Deserializer, Serializer};

use super::choice::unknown_message;
use super::integer::IntVisitor;
use super::through_serde::{received, sent};
use super::{Codec, Cx, Int, ViolationKind};

/// An enum of integers. An open one has a last variant `Other(i64)` for those that it does not know.
pub trait WireNumber: Sized + Clone + Debug + PartialEq + Send + Sync + 'static {
    /// The values on the wire, in order.
    const VALUES: &'static [i64];
    /// The variants of those values, in the same order.
    const KNOWN: &'static [Self];

    /// The place of this variant in the two tables; anything past their end for `Other`.
    fn index(&self) -> usize;

    /// The number of `Other`.
    fn other(&self) -> Option<i64> {
        None
    }

    /// `Other` with a number, where the enum is open.
    fn from_other(_number: i64) -> Option<Self> {
        None
    }
}

/// The codec of an enum of integers.
pub struct NumberEnum<T>(PhantomData<T>);

impl<T: WireNumber> Codec for NumberEnum<T> {
    type Value = T;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T, D::Error> {
        let number = deserializer.deserialize_any(IntVisitor::safe(cx))?;
        let known = T::VALUES.iter().position(|value| *value == number).and_then(|index| T::KNOWN.get(index));
        known.cloned().or_else(|| T::from_other(number)).ok_or_else(|| {
            cx.refuse(ViolationKind::Enum, unknown_message(T::VALUES.iter().map(i64::to_string)))
        })
    }

    fn encode<S: Serializer>(value: &T, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        // `Other` holds any `i64`; what JavaScript would round is refused here.
        Int::encode(&number_of(value), serializer, cx)
    }
}

/// The number of a variant on the wire.
pub fn number_of<T: WireNumber>(value: &T) -> i64 {
    match T::VALUES.get(value.index()) {
        Some(known) => *known,
        None => value.other().unwrap_or(0),
    }
}

/// serde's `Serialize` of an enum of integers.
pub fn number_serialize<T: WireNumber, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    sent::<NumberEnum<T>, S>(value, serializer)
}

/// serde's `Deserialize` of an enum of integers.
pub fn number_deserialize<'de, T: WireNumber, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    received::<NumberEnum<T>, D>(deserializer)
}

/// `get`, `Display` and serde's traits for an enum that is a [`WireNumber`].
#[doc(hidden)]
#[macro_export]
macro_rules! __number_enum_impls {
    ($name:ident) => {
        impl $name {
            /// The value as it stands on the wire.
            #[must_use]
            pub fn get(&self) -> ::core::primitive::i64 {
                $crate::__private::number_of(self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.get(), f)
            }
        }

        $crate::__serde_impls!($name, number_serialize, number_deserialize);
    };
}
