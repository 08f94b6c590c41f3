//! A value that is kept until it is known what to make of it, with the binary data in it.

use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::{self, DeserializeSeed, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

use super::bytes::{PLACEHOLDER, attachment, is_the_engines};
use super::json::NUMBER_TOKEN;
use super::relay::AnyKey;
use super::visit::expecting;
use super::{Cx, Step, ViolationKind};

/// Values nest as deeply as serde_json reads them; other formats get the same limit.
pub(super) const MAX_DEPTH: u32 = 128;

pub(super) const TOO_DEEP: &str = "nested too deeply";

/// Any value that a format of ours can hold.
#[derive(Clone, Debug)]
pub(super) enum Buffered {
    Null,
    Bool(bool),
    I64(i64),
    U64(u64),
    F32(f32),
    F64(f64),
    Text(String),
    Binary(Bytes),
    Array(Vec<Buffered>),
    Object(Vec<(String, Buffered)>),
}

/// Reads a value as it is. Placeholders for attachments are filled in.
#[derive(Clone, Copy)]
pub(super) struct Buffering<'c> {
    cx: &'c Cx,
    depth: u32,
}

impl<'c> Buffering<'c> {
    pub(super) fn new(cx: &'c Cx) -> Self {
        Self { cx, depth: 0 }
    }

    fn inner<E: de::Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.cx.refuse(ViolationKind::TooDeep, TOO_DEEP));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Buffering<'_> {
    type Value = Buffered;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Buffering<'_> {
    type Value = Buffered;
    expecting!("a value");

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Buffered, E> {
        Ok(Buffered::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Buffered, E> {
        Ok(Buffered::I64(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Buffered, E> {
        Ok(Buffered::U64(value))
    }

    fn visit_f32<E: de::Error>(self, value: f32) -> Result<Buffered, E> {
        Ok(Buffered::F32(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Buffered, E> {
        Ok(Buffered::F64(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Buffered, E> {
        Ok(Buffered::Text(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Buffered, E> {
        Ok(Buffered::Text(value))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered, D::Error> {
        let value = super::bytes::extension(deserializer)?;
        value.map(Buffered::Binary).ok_or_else(|| self.cx.mistyped("a value", "something else"))
    }

    fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Buffered, E> {
        Ok(Buffered::Binary(Bytes::copy_from_slice(value)))
    }

    fn visit_byte_buf<E: de::Error>(self, value: Vec<u8>) -> Result<Buffered, E> {
        Ok(Buffered::Binary(value.into()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Buffered, E> {
        Ok(Buffered::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Buffered, E> {
        Ok(Buffered::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Buffered, A::Error> {
        let inner = self.inner()?;
        let mut items = Vec::new();
        loop {
            match seq.next_element_seed(inner) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(Buffered::Array(items)),
                Err(error) => {
                    self.cx.at(Step::Index(items.len()));
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Buffered, A::Error> {
        let inner = self.inner()?;
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(AnyKey { cx: self.cx })? {
            if entries.is_empty() && key == PLACEHOLDER && self.cx.has_attachments() {
                return attachment(Some(PLACEHOLDER), &mut map, self.cx).map(Buffered::Binary);
            }
            let value = match map.next_value_seed(inner) {
                Ok(value) => value,
                Err(error) => {
                    self.cx.at(Step::Key(key));
                    return Err(error);
                }
            };
            if let (true, NUMBER_TOKEN, Buffered::Text(digits)) = (entries.is_empty(), key.as_str(), &value) {
                return number(digits).ok_or_else(|| self.cx.mistyped("a number", "something else"));
            }
            entries.push((key, value));
        }
        Ok(Buffered::Object(entries))
    }
}

/// Passes over a value.
///
/// The engine's parser gives out attachments in the order in which values are asked for, whatever their placeholders say:
/// one that is passed over must still be taken, or the next value would get it.
#[derive(Clone, Copy)]
pub(super) struct Skip<'c> {
    cx: &'c Cx,
}

impl<'c> Skip<'c> {
    pub(super) fn new(cx: &'c Cx) -> Self {
        Self { cx }
    }
}

impl<'de> DeserializeSeed<'de> for Skip<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if is_the_engines::<D>() {
            return Buffering::new(self.cx).deserialize(deserializer).map(|_| ());
        }
        deserializer.deserialize_ignored_any(IgnoredAny).map(|IgnoredAny| ())
    }
}

/// A number as serde_json hands it out under its feature `arbitrary_precision`.
fn number(digits: &str) -> Option<Buffered> {
    let number: serde_json::Number = digits.parse().ok()?;
    let integer = number.as_u64().map(Buffered::U64).or_else(|| number.as_i64().map(Buffered::I64));
    integer.or_else(|| number.as_f64().map(Buffered::F64))
}

/// Reads from a buffered value, which stays as it is.
pub(super) struct FromBuffer<'b, E> {
    value: &'b Buffered,
    human_readable: bool,
    error: PhantomData<E>,
}

impl<'b, E> FromBuffer<'b, E> {
    pub(super) fn new(value: &'b Buffered, human_readable: bool) -> Self {
        Self { value, human_readable, error: PhantomData }
    }
}

impl<'de, E: de::Error> Deserializer<'de> for FromBuffer<'_, E> {
    type Error = E;

    fn is_human_readable(&self) -> bool {
        self.human_readable
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Buffered::Null => visitor.visit_unit(),
            Buffered::Bool(value) => visitor.visit_bool(*value),
            Buffered::I64(value) => visitor.visit_i64(*value),
            Buffered::U64(value) => visitor.visit_u64(*value),
            Buffered::F32(value) => visitor.visit_f32(*value),
            Buffered::F64(value) => visitor.visit_f64(*value),
            Buffered::Text(value) => visitor.visit_str(value),
            Buffered::Binary(value) => visitor.visit_byte_buf(value.to_vec()),
            Buffered::Array(items) => visitor.visit_seq(Items {
                items: items.iter(),
                human_readable: self.human_readable,
                error: PhantomData,
            }),
            Buffered::Object(entries) => visitor.visit_map(Entries::new(entries, self.human_readable)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if let Buffered::Null = self.value { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    /// Enums of the application's own types: a text, or an object with one key.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.value {
            Buffered::Text(variant) => visitor.visit_enum(variant.as_str().into_deserializer()),
            Buffered::Object(entries) if entries.len() == 1 => {
                let entries = Entries::new(entries, self.human_readable);
                visitor.visit_enum(de::value::MapAccessDeserializer::new(entries))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'b, E> {
    items: std::slice::Iter<'b, Buffered>,
    human_readable: bool,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> SeqAccess<'de> for Items<'_, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        let item = self.items.next();
        item.map(|item| seed.deserialize(FromBuffer::new(item, self.human_readable))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries<'b, E> {
    entries: std::slice::Iter<'b, (String, Buffered)>,
    value: &'b Buffered,
    human_readable: bool,
    error: PhantomData<E>,
}

impl<'b, E> Entries<'b, E> {
    fn new(entries: &'b [(String, Buffered)], human_readable: bool) -> Self {
        Self { entries: entries.iter(), value: &Buffered::Null, human_readable, error: PhantomData }
    }
}

impl<'de, E: de::Error> MapAccess<'de> for Entries<'_, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(FromKey { key, error: PhantomData }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        seed.deserialize(FromBuffer::new(self.value, self.human_readable))
    }
}

/// A key. JSON's are texts, and a type of the application's own may want them to be numbers.
pub(super) struct FromKey<'b, E> {
    key: &'b str,
    error: PhantomData<E>,
}

impl<'b, E> FromKey<'b, E> {
    pub(super) fn new(key: &'b str) -> Self {
        Self { key, error: PhantomData }
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident;)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            match self.key.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => visitor.visit_str(self.key),
            }
        }
    )* };
}

impl<'de, E: de::Error> Deserializer<'de> for FromKey<'_, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(self.key)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(self.key.into_deserializer())
    }

    parsed! {
        deserialize_bool visit_bool;
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
