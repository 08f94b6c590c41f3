//! `T | null`, `k?: T`, `k?: T | null`, defaults, and boxes for types that contain themselves.

use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

use super::relay::NullOr;
use super::through_serde::decode_json;
use super::visit::expecting;
use super::{Codec, Cx};

/// `T | null`: null is a value, so the key must be there.
pub struct Nullable<C>(PhantomData<C>);

impl<C: Codec> Codec for Nullable<C> {
    type Value = Option<C::Value>;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        if C::BINARY {
            return NullOr::<C>::decode(deserializer, cx);
        }
        deserializer.deserialize_option(OptionVisitor::<C> { cx, codec: PhantomData })
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        // Not `serialize_some`: a few formats mark it, and on this wire a value is the same with and without `| null`.
        match value {
            Some(value) => C::encode(value, serializer, cx),
            None => serializer.serialize_unit(),
        }
    }
}

/// A field `k?: T`: the key may be left out. Null is taken for that too, since many clients send it.
pub struct Optional<C>(PhantomData<C>);

impl<C: Codec> Codec for Optional<C> {
    type Value = Option<C::Value>;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        Nullable::<C>::decode(deserializer, cx)
    }

    // Only reached where nothing can be left out, in a list for instance; objects skip what is absent.
    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        Nullable::<C>::encode(value, serializer, cx)
    }

    fn absent() -> Option<Self::Value> {
        Some(None)
    }

    fn is_absent(value: &Self::Value) -> bool {
        value.is_none()
    }
}

/// A field `k?: T | null`: absent (`None`), null (`Some(None)`) and a value are all told apart.
pub struct OptionalNullable<C>(PhantomData<C>);

impl<C: Codec> Codec for OptionalNullable<C> {
    type Value = Option<Option<C::Value>>;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        Nullable::<C>::decode(deserializer, cx).map(Some)
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => Nullable::<C>::encode(value, serializer, cx),
            None => serializer.serialize_unit(),
        }
    }

    fn absent() -> Option<Self::Value> {
        Some(None)
    }

    fn is_absent(value: &Self::Value) -> bool {
        value.is_none()
    }
}

struct OptionVisitor<'c, C> {
    cx: &'c Cx,
    codec: PhantomData<C>,
}

impl<'de, C: Codec> Visitor<'de> for OptionVisitor<'_, C> {
    type Value = Option<C::Value>;
    expecting!("a value or null");

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        C::decode(deserializer, self.cx).map(Some)
    }
}

/// A default, on a marker that the emitter writes.
pub trait DefaultValue: 'static {
    /// The value as it would stand on the wire.
    const JSON: &'static str;
}

/// A field with a `default:`: the key may be left out, and then this is the value. Null is a value like any other.
pub struct Defaulted<C, K>(PhantomData<(C, K)>);

impl<C: Codec, K: DefaultValue> Codec for Defaulted<C, K> {
    type Value = C::Value;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        C::decode(deserializer, cx)
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        C::encode(value, serializer, cx)
    }

    // The schema's check has held the default to its type. If it did not fit, the field would only be a required one.
    fn absent() -> Option<Self::Value> {
        decode_json::<C>(K::JSON).ok()
    }
}

/// An argument with a `default:`. What JavaScript leaves out before another argument arrives as null, so null is taken for
/// that. Only for values that cannot be null themselves.
pub struct DefaultedArgument<C, K>(PhantomData<(C, K)>);

impl<C: Codec, K: DefaultValue> Codec for DefaultedArgument<C, K> {
    type Value = C::Value;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        match Nullable::<C>::decode(deserializer, cx)?.or_else(Self::absent) {
            Some(value) => Ok(value),
            None => Err(cx.mistyped("a value", "null")),
        }
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        C::encode(value, serializer, cx)
    }

    fn absent() -> Option<Self::Value> {
        Defaulted::<C, K>::absent()
    }
}

/// A value behind a pointer, for a type that contains itself behind `?` or `| null`.
pub struct Boxed<C>(PhantomData<C>);

impl<C: Codec> Codec for Boxed<C> {
    type Value = Box<C::Value>;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        C::decode(deserializer, cx).map(Box::new)
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        C::encode(value, serializer, cx)
    }

    fn count_entries(value: &Self::Value) -> usize {
        C::count_entries(value)
    }

    fn encode_entries<M: SerializeMap>(value: &Self::Value, map: &mut M, cx: &Cx) -> Result<(), M::Error> {
        C::encode_entries(value, map, cx)
    }
}
