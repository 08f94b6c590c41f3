//! Deserializers over what a visitor was handed: a codec that has looked at a value can still give it to another one.

use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

use super::buffered::{Buffered, FromBuffer};
use super::{Codec, Cx};

/// A value that is not null, out of the hands of a visitor. serde's own ones say of every format that people read it,
/// and see no `Some` in what they hold.
pub(super) struct Relay<D> {
    inner: D,
    human_readable: bool,
}

impl<D> Relay<D> {
    pub(super) fn new(inner: D, human_readable: bool) -> Self {
        Self { inner, human_readable }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Relay<D> {
    type Error = D::Error;

    fn is_human_readable(&self) -> bool {
        self.human_readable
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Binary data that is handed on without a copy.
pub(super) struct Owned<E> {
    bytes: Vec<u8>,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> Deserializer<'de> for Owned<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_byte_buf(self.bytes)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Who takes a value once its kind is known.
pub(super) trait Taker<'de>: Sized {
    type Value;

    /// Takes a value of a kind; it is null only where the kind says so.
    fn take<D: Deserializer<'de>>(self, kind: Kind, deserializer: D) -> Result<Self::Value, D::Error>;

    /// Takes an object, by the entries that it has.
    fn take_map<A: MapAccess<'de>>(self, human_readable: bool, map: A) -> Result<Self::Value, A::Error>;
}

/// What JSON, or a format like it, has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Bool,
    Number,
    Text,
    Binary,
    Array,
}

/// The visitor that looks at the kind of a value and hands it to a [`Taker`].
pub(super) struct ByKind<T> {
    pub(super) human_readable: bool,
    pub(super) taker: T,
}

impl<T> ByKind<T> {
    fn scalar<'de, E: de::Error>(self, kind: Kind, value: &Buffered) -> Result<T::Value, E>
    where
        T: Taker<'de>,
    {
        self.taker.take(kind, FromBuffer::new(value, self.human_readable))
    }
}

impl<'de, T: Taker<'de>> Visitor<'de> for ByKind<T> {
    type Value = T::Value;
    super::visit::expecting!("a value");

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T::Value, E> {
        self.scalar(Kind::Bool, &Buffered::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T::Value, E> {
        self.scalar(Kind::Number, &Buffered::I64(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T::Value, E> {
        self.scalar(Kind::Number, &Buffered::U64(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T::Value, E> {
        self.scalar(Kind::Number, &Buffered::F64(value))
    }

    fn visit_unit<E: de::Error>(self) -> Result<T::Value, E> {
        self.scalar(Kind::Null, &Buffered::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<T::Value, E> {
        self.scalar(Kind::Null, &Buffered::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T::Value, E> {
        self.taker.take(Kind::Text, Relay::new(text.into_deserializer(), self.human_readable))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<T::Value, E> {
        self.taker.take(Kind::Text, Relay::new(text.into_deserializer(), self.human_readable))
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<T::Value, E> {
        let bytes = de::value::BytesDeserializer::new(bytes);
        self.taker.take(Kind::Binary, Relay::new(bytes, self.human_readable))
    }

    fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<T::Value, E> {
        self.taker.take(Kind::Binary, Relay::new(Owned { bytes, error: PhantomData }, self.human_readable))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        match super::bytes::extension(deserializer)? {
            Some(bytes) => self.visit_byte_buf(bytes.into()),
            None => Err(de::Error::custom("an extension of an unknown type")),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T::Value, A::Error> {
        let seq = de::value::SeqAccessDeserializer::new(seq);
        self.taker.take(Kind::Array, Relay::new(seq, self.human_readable))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T::Value, A::Error> {
        self.taker.take_map(self.human_readable, map)
    }
}

/// Null, or a value of a codec.
///
/// The way by which a format is asked for an option hands on what it is made of, and the engine's parser is made of one
/// that knows of no attachments. So wherever binary data may come, a format is asked for anything instead.
pub(super) struct NullOr<'c, C> {
    cx: &'c Cx,
    codec: PhantomData<C>,
}

impl<'c, C: Codec> NullOr<'c, C> {
    pub(super) fn decode<'de, D: Deserializer<'de>>(
        deserializer: D,
        cx: &'c Cx,
    ) -> Result<Option<C::Value>, D::Error> {
        let human_readable = deserializer.is_human_readable();
        deserializer.deserialize_any(ByKind { human_readable, taker: Self { cx, codec: PhantomData } })
    }
}

impl<'de, C: Codec> Taker<'de> for NullOr<'_, C> {
    type Value = Option<C::Value>;

    fn take<D: Deserializer<'de>>(self, kind: Kind, deserializer: D) -> Result<Self::Value, D::Error> {
        if kind == Kind::Null { Ok(None) } else { C::decode(deserializer, self.cx).map(Some) }
    }

    fn take_map<A: MapAccess<'de>>(self, human_readable: bool, map: A) -> Result<Self::Value, A::Error> {
        C::decode(map_of(map, human_readable), self.cx).map(Some)
    }
}

/// The deserializer of an object that was opened already.
pub(super) fn map_of<A>(map: A, human_readable: bool) -> Relay<de::value::MapAccessDeserializer<A>> {
    Relay::new(de::value::MapAccessDeserializer::new(map), human_readable)
}

/// Reads a key; one that is not a text is refused.
pub(super) struct AnyKey<'c> {
    pub(super) cx: &'c Cx,
}

impl AnyKey<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("a string as key", got)
    }
}

impl<'de> DeserializeSeed<'de> for AnyKey<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyKey<'_> {
    type Value = String;
    super::visit::expecting!("a string as key");
    super::visit::refuse_kinds!(bool, number, binary, null, array, object);

    fn visit_str<E: de::Error>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }

    fn visit_string<E: de::Error>(self, key: String) -> Result<String, E> {
        Ok(key)
    }
}
