//! Enums of texts, closed and open.

use std::fmt::Debug;
use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde::{Deserializer, Serializer};

use super::through_serde::{received, sent};
use super::visit::{expecting, refuse_kinds};
use super::{Codec, Cx, ViolationKind};

/// How many characters of an enum's values a message lists.
const LISTED: usize = 200;

/// An enum of the schema. An open one has a last variant `Other(String)` for the texts that it does not know.
pub trait WireEnum: Sized + Clone + Debug + PartialEq + Send + Sync + 'static {
    /// The values on the wire, in order.
    const VALUES: &'static [&'static str];
    /// The variants of those values, in the same order.
    const KNOWN: &'static [Self];

    /// The place of this variant in the two tables; anything past their end for `Other`.
    fn index(&self) -> usize;

    /// The text of `Other`.
    fn other(&self) -> Option<&str> {
        None
    }

    /// `Other` with a text, where the enum is open.
    fn from_other(_text: &str) -> Option<Self> {
        None
    }
}

/// The codec of an enum.
pub struct Enum<T>(PhantomData<T>);

impl<T: WireEnum> Codec for Enum<T> {
    type Value = T;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T, D::Error> {
        deserializer.deserialize_any(EnumVisitor::<T> { cx, choice: PhantomData })
    }

    // `Other("known")` is sent as it is: whoever receives it reads the known variant.
    fn encode<S: Serializer>(value: &T, serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(choice_text(value))
    }
}

struct EnumVisitor<'c, T> {
    cx: &'c Cx,
    choice: PhantomData<T>,
}

impl<T> EnumVisitor<'_, T> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("string", got)
    }
}

impl<'de, T: WireEnum> Visitor<'de> for EnumVisitor<'_, T> {
    type Value = T;
    expecting!("string");
    refuse_kinds!(bool, number, binary, null, array, object);

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        let known = T::VALUES.iter().position(|value| *value == text).and_then(|index| T::KNOWN.get(index));
        match known.cloned().or_else(|| T::from_other(text)) {
            Some(value) => Ok(value),
            None => Err(self.cx.refuse(ViolationKind::Enum, unknown_message(T::VALUES))),
        }
    }
}

#[cold]
pub(super) fn unknown_message(values: impl IntoIterator<Item: AsRef<str>>) -> String {
    let mut message = String::from("must be one of ");
    for (index, value) in values.into_iter().enumerate() {
        let value = value.as_ref();
        if index > 0 {
            message.push_str(", ");
        }
        if message.len() + value.len() > LISTED {
            message.push('…');
            break;
        }
        message.push_str(value);
    }
    message
}

/// The text of a variant on the wire.
pub fn choice_text<T: WireEnum>(value: &T) -> &str {
    match T::VALUES.get(value.index()) {
        Some(known) => known,
        None => value.other().unwrap_or(""),
    }
}

/// serde's `Serialize` of an enum.
pub fn choice_serialize<T: WireEnum, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    sent::<Enum<T>, S>(value, serializer)
}

/// serde's `Deserialize` of an enum.
pub fn choice_deserialize<'de, T: WireEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    received::<Enum<T>, D>(deserializer)
}

/// `as_str`, `Display` and serde's traits for an enum that is a [`WireEnum`].
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_impls {
    ($name:ident) => {
        impl $name {
            /// The value as it stands on the wire.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                $crate::__private::choice_text(self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::__serde_impls!($name, choice_serialize, choice_deserialize);
    };
}
