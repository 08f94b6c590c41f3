//! Nominal types: a value of another type under a name of its own.

use std::fmt;
use std::marker::PhantomData;

use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

use super::through_serde::{check, received, sent};
use super::{Codec, Cx, Violation, ViolationKind, decode_json, encode_json};

/// A brand of the schema: a struct with one private field.
pub trait Brand: Sized + Clone + fmt::Debug + PartialEq + Send + Sync + 'static {
    /// How the value inside looks on the wire.
    type Inner: Codec;

    /// The brand around a value, which was checked.
    fn wrap(value: <Self::Inner as Codec>::Value) -> Self;
    /// The value.
    fn get(&self) -> &<Self::Inner as Codec>::Value;
}

/// The codec of a brand: on the wire it is what it holds.
pub struct Branded<B>(PhantomData<B>);

impl<B: Brand> Codec for Branded<B> {
    type Value = B;
    const BINARY: bool = B::Inner::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<B, D::Error> {
        B::Inner::decode(deserializer, cx).map(B::wrap)
    }

    fn encode<S: Serializer>(value: &B, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        B::Inner::encode(value.get(), serializer, cx)
    }

    fn count_entries(value: &B) -> usize {
        B::Inner::count_entries(value.get())
    }

    fn encode_entries<M: SerializeMap>(value: &B, map: &mut M, cx: &Cx) -> Result<(), M::Error> {
        B::Inner::encode_entries(value.get(), map, cx)
    }
}

/// A brand around a value that fits.
pub fn brand_new<B: Brand>(value: <B::Inner as Codec>::Value) -> Result<B, Violation> {
    check::<B::Inner>(&value)?;
    Ok(B::wrap(value))
}

/// A brand from its text: what stands between the quotes on the wire, or a number's digits.
pub fn brand_parse<B: Brand>(text: &str) -> Result<B, Violation> {
    let quoted = serde_json::Value::from(text).to_string();
    let from_text = decode_json::<B::Inner>(&quoted);
    let value = match from_text {
        // What is no text on the wire is a number, or a truth value, and its text is its JSON.
        Err(violation) if violation.kind == ViolationKind::WrongType => decode_json::<B::Inner>(text)?,
        other => other?,
    };
    Ok(B::wrap(value))
}

/// A brand as its text. What cannot be sent has none but its debug form.
pub fn brand_text<B: Brand>(value: &B, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Ok(json) = encode_json::<B::Inner>(value.get()) else { return write!(f, "{value:?}") };
    match serde_json::from_str(&json) {
        Ok(serde_json::Value::String(text)) => f.pad(&text),
        _ => f.pad(&json),
    }
}

/// serde's `Serialize` of a brand.
pub fn brand_serialize<B: Brand, S: Serializer>(value: &B, serializer: S) -> Result<S::Ok, S::Error> {
    sent::<Branded<B>, S>(value, serializer)
}

/// serde's `Deserialize` of a brand.
pub fn brand_deserialize<'de, B: Brand, D: Deserializer<'de>>(deserializer: D) -> Result<B, D::Error> {
    received::<Branded<B>, D>(deserializer)
}

/// What a brand has beside its derives. The words behind its name say whether its values are checked (`checked`) or all
/// fit (`free`), and what kind of value it holds: `text`, `scalar` with a text of its own, or `value`.
#[doc(hidden)]
#[macro_export]
macro_rules! __brand_impls {
    ($name:ident, $check:ident, $kind:ident, $inner:ty) => {
        impl $name {
            /// The value inside.
            #[must_use]
            pub fn into_inner(self) -> $inner {
                self.0
            }
        }

        $crate::__serde_impls!($name, brand_serialize, brand_deserialize);
        $crate::__brand_impls!(@$check $name $kind $inner);
        $crate::__brand_impls!(@$kind $name $inner);
    };
    (@checked $name:ident text $inner:ty) => {
        impl $name {
            /// The brand around a text that fits its schema.
            pub fn new(
                value: impl ::core::convert::Into<$inner>,
            ) -> ::core::result::Result<Self, $crate::Violation> {
                $crate::__private::brand_new(value.into())
            }
        }

        impl ::core::convert::TryFrom<&str> for $name {
            type Error = $crate::Violation;
            fn try_from(value: &str) -> ::core::result::Result<Self, $crate::Violation> {
                Self::new(value)
            }
        }

        $crate::__brand_impls!(@try_from $name $inner);
    };
    (@checked $name:ident $kind:ident $inner:ty) => {
        impl $name {
            /// The brand around a value that fits its schema.
            pub fn new(value: $inner) -> ::core::result::Result<Self, $crate::Violation> {
                $crate::__private::brand_new(value)
            }
        }

        $crate::__brand_impls!(@try_from $name $inner);
    };
    (@try_from $name:ident $inner:ty) => {
        impl ::core::convert::TryFrom<$inner> for $name {
            type Error = $crate::Violation;
            fn try_from(value: $inner) -> ::core::result::Result<Self, $crate::Violation> {
                Self::new(value)
            }
        }
    };
    (@free $name:ident text $inner:ty) => {
        impl $name {
            /// The brand around a text.
            #[must_use]
            pub fn new(value: impl ::core::convert::Into<$inner>) -> Self {
                Self(value.into())
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                Self::new(value)
            }
        }

        $crate::__brand_impls!(@from $name $inner);
    };
    (@free $name:ident $kind:ident $inner:ty) => {
        impl $name {
            /// The brand around a value.
            #[must_use]
            pub fn new(value: $inner) -> Self {
                Self(value)
            }
        }

        $crate::__brand_impls!(@from $name $inner);
    };
    (@from $name:ident $inner:ty) => {
        impl ::core::convert::From<$inner> for $name {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }
    };
    (@text $name:ident $inner:ty) => {
        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &::core::primitive::str {
                &self.0
            }
        }

        impl ::core::convert::AsRef<::core::primitive::str> for $name {
            fn as_ref(&self) -> &::core::primitive::str {
                &self.0
            }
        }

        impl ::core::borrow::Borrow<::core::primitive::str> for $name {
            fn borrow(&self) -> &::core::primitive::str {
                &self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(&self.0)
            }
        }

        $crate::__brand_impls!(@parse $name);
    };
    (@scalar $name:ident $inner:ty) => {
        impl $name {
            /// The value inside.
            #[must_use]
            pub fn get(self) -> $inner {
                self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::brand_text(self, f)
            }
        }

        $crate::__brand_impls!(@parse $name);
    };
    (@value $name:ident $inner:ty) => {
        impl $name {
            /// The value inside.
            #[must_use]
            pub fn get(&self) -> &$inner {
                &self.0
            }
        }
    };
    (@parse $name:ident) => {
        impl ::core::str::FromStr for $name {
            type Err = $crate::Violation;
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::Violation> {
                $crate::__private::brand_parse(text)
            }
        }

        impl $crate::__private::RoomParameter for $name {
            fn text(&self) -> ::std::string::String {
                ::std::string::ToString::to_string(self)
            }
        }

        impl $crate::__private::ParsedParameter for $name {
            fn parse(text: &str) -> ::core::option::Option<Self> {
                $crate::__private::brand_parse(text).ok()
            }
        }
    };
}
