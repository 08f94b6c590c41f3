//! `raw`: whatever the other side sends, of which the schema says nothing.

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{self, SerializeMap as _, SerializeSeq as _, SerializeTuple as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Number, Value};

use super::buffered::{MAX_DEPTH, TOO_DEEP};
use super::bytes::{PLACEHOLDER, write_binary};
use super::json::{HAS_PLACEHOLDER, NUMBER_TOKEN};
use super::visit::{expecting, refuse_kinds};
use super::{Codec, Cx, Step, ViolationKind};

/// The arguments of an event or of an answer that the schema calls `raw`: any number of them, binary ones too.
///
/// ```
/// # use sockgen::{Raw, RawValue};
/// let raw = Raw::from([RawValue::from("a"), RawValue::from(bytes::Bytes::from_static(b"\x01"))]);
/// assert_eq!(raw.arguments[0].as_str(), Some("a"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Raw {
    /// The arguments in their order.
    pub arguments: Vec<RawValue>,
}

impl<const N: usize> From<[RawValue; N]> for Raw {
    fn from(arguments: [RawValue; N]) -> Self {
        Self { arguments: arguments.into() }
    }
}

impl From<Vec<RawValue>> for Raw {
    fn from(arguments: Vec<RawValue>) -> Self {
        Self { arguments }
    }
}

/// A JSON value that may have binary data in it.
///
/// It is a serde deserializer: `Order::deserialize(&value)` reads any type from it, those of the schema too.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RawValue {
    /// `null`, and what JavaScript calls undefined.
    #[default]
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// Binary data: an attachment, where the parser has those.
    Bytes(Bytes),
    /// A list.
    Array(Vec<RawValue>),
    /// An object.
    Object(BTreeMap<String, RawValue>),
}

impl RawValue {
    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The binary data, if it is that.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    /// The value of a key, if it is an object that has it.
    pub fn get(&self, key: &str) -> Option<&RawValue> {
        if let Self::Object(entries) = self { entries.get(key) } else { None }
    }

    /// The value without binary data; `None` if it has some.
    pub fn into_json(self) -> Option<Value> {
        Some(match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Number(value) => Value::Number(value),
            Self::String(value) => Value::String(value),
            Self::Bytes(_) => return None,
            Self::Array(items) => {
                Value::Array(items.into_iter().map(Self::into_json).collect::<Option<_>>()?)
            }
            Self::Object(entries) => {
                let entries = entries.into_iter().map(|(key, value)| Some((key, value.into_json()?)));
                Value::Object(entries.collect::<Option<_>>()?)
            }
        })
    }
}

impl From<Value> for RawValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value),
            Value::String(value) => Self::String(value),
            Value::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(entries) => {
                Self::Object(entries.into_iter().map(|(key, value)| (key, value.into())).collect())
            }
        }
    }
}

impl From<&str> for RawValue {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Bytes> for RawValue {
    fn from(value: Bytes) -> Self {
        Self::Bytes(value)
    }
}

/// The codec of [`Raw`].
pub struct AnyArguments;

impl Codec for AnyArguments {
    type Value = Raw;
    const ARGUMENTS: bool = true;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Raw, D::Error> {
        // As a tuple: the engine's parsers take the whole frame for an argument list only then.
        deserializer.deserialize_tuple(1, ArgumentsVisitor { cx }).map(|arguments| Raw { arguments })
    }

    fn encode<S: Serializer>(value: &Raw, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(value.arguments.len())?;
        for (index, value) in value.arguments.iter().enumerate() {
            tuple
                .serialize_element(&Out { value, cx, depth: 0 })
                .inspect_err(|_| cx.at(Step::Index(index)))?;
        }
        tuple.end()
    }
}

struct ArgumentsVisitor<'c> {
    cx: &'c Cx,
}

impl ArgumentsVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("arguments", got)
    }
}

impl<'de> Visitor<'de> for ArgumentsVisitor<'_> {
    type Value = Vec<RawValue>;
    expecting!("arguments");
    refuse_kinds!(bool, number, string, binary, null, object);

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Vec<RawValue>, A::Error> {
        items(seq, RawVisitor { cx: self.cx, depth: 0 })
    }
}

fn items<'de, A: SeqAccess<'de>>(mut seq: A, each: RawVisitor<'_>) -> Result<Vec<RawValue>, A::Error> {
    let mut items = Vec::new();
    loop {
        match seq.next_element_seed(each) {
            Ok(Some(item)) => items.push(item),
            Ok(None) => return Ok(items),
            Err(error) => {
                each.cx.at(Step::Index(items.len()));
                return Err(error);
            }
        }
    }
}

#[derive(Clone, Copy)]
struct RawVisitor<'c> {
    cx: &'c Cx,
    depth: u32,
}

impl RawVisitor<'_> {
    fn inner<E: de::Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.cx.refuse(ViolationKind::TooDeep, TOO_DEEP));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    /// The attachment behind the rest of `{"_placeholder":true,"num":0}`.
    fn attachment<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<RawValue, A::Error> {
        let placeholder = RawVisitor { depth: MAX_DEPTH, ..self };
        let is_one = map.next_value_seed(placeholder)? == RawValue::Bool(true);
        let number = match map.next_key::<String>()?.as_deref() {
            Some("num") => map.next_value_seed(placeholder)?,
            _ => RawValue::Null,
        };
        let number = if let RawValue::Number(number) = number { number.as_u64() } else { None };
        let found = number.filter(|_| is_one).and_then(|number| usize::try_from(number).ok());
        match found.and_then(|number| self.cx.take_attachment(number)) {
            Some(bytes) if map.next_key::<String>()?.is_none() => Ok(RawValue::Bytes(bytes)),
            _ => Err(self.cx.refuse(ViolationKind::Placeholder, HAS_PLACEHOLDER)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for RawVisitor<'_> {
    type Value = RawValue;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawValue, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RawVisitor<'_> {
    type Value = RawValue;
    expecting!("a value");

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<RawValue, E> {
        Ok(RawValue::Bool(value))
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value.into()))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value.into()))
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<RawValue, E> {
        match Number::from_f64(value) {
            Some(number) => Ok(RawValue::Number(number)),
            None => Err(self.cx.refuse(ViolationKind::NotFinite, "must be a finite number")),
        }
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<RawValue, E> {
        Ok(RawValue::String(value.to_owned()))
    }
    fn visit_string<E: de::Error>(self, value: String) -> Result<RawValue, E> {
        Ok(RawValue::String(value))
    }
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawValue, D::Error> {
        let value = super::bytes::extension(deserializer)?;
        value.map(RawValue::Bytes).ok_or_else(|| self.cx.mistyped("a value", "something else"))
    }
    fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<RawValue, E> {
        Ok(RawValue::Bytes(Bytes::copy_from_slice(value)))
    }
    fn visit_byte_buf<E: de::Error>(self, value: Vec<u8>) -> Result<RawValue, E> {
        Ok(RawValue::Bytes(value.into()))
    }
    fn visit_unit<E: de::Error>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }
    fn visit_none<E: de::Error>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawValue, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RawValue, A::Error> {
        items(seq, self.inner()?).map(RawValue::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawValue, A::Error> {
        let inner = self.inner()?;
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == PLACEHOLDER {
                if entries.is_empty() && self.cx.has_attachments() {
                    return self.attachment(map);
                }
                return Err(self.cx.refuse(ViolationKind::Placeholder, HAS_PLACEHOLDER));
            }
            let value = match map.next_value_seed(inner) {
                Ok(value) => value,
                Err(error) => {
                    self.cx.at(Step::Key(key));
                    return Err(error);
                }
            };
            if entries.is_empty() && key == NUMBER_TOKEN {
                let number = value.as_str().and_then(|digits| digits.parse().ok());
                return number
                    .map(RawValue::Number)
                    .ok_or_else(|| self.cx.mistyped("a value", "something else"));
            }
            entries.insert(key, value);
        }
        Ok(RawValue::Object(entries))
    }
}

/// A value on its way out.
struct Out<'a> {
    value: &'a RawValue,
    cx: &'a Cx,
    depth: u32,
}

impl Serialize for Out<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { value, cx, depth } = *self;
        if depth > MAX_DEPTH {
            return Err(cx.refuse_to_send(ViolationKind::TooDeep, TOO_DEEP));
        }
        let depth = depth + 1;
        match value {
            RawValue::Null => serializer.serialize_unit(),
            RawValue::Bool(value) => serializer.serialize_bool(*value),
            RawValue::Number(value) => value.serialize(serializer),
            RawValue::String(value) => serializer.serialize_str(value),
            RawValue::Bytes(value) => write_binary(value, serializer, cx),
            RawValue::Array(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for (index, value) in items.iter().enumerate() {
                    let item = Out { value, cx, depth };
                    seq.serialize_element(&item).inspect_err(|_| cx.at(Step::Index(index)))?;
                }
                seq.end()
            }
            RawValue::Object(entries) => {
                if entries.contains_key(PLACEHOLDER) {
                    return Err(cx.refuse_to_send(ViolationKind::Placeholder, HAS_PLACEHOLDER));
                }
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    let entry = Out { value, cx, depth };
                    map.serialize_entry(key, &entry).inspect_err(|_| cx.at(Step::Key(key.clone())))?;
                }
                map.end()
            }
        }
    }
}

impl Serialize for RawValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Out { value: self, cx: &Cx::new(), depth: 0 }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        RawVisitor { cx: &Cx::new(), depth: 0 }.deserialize(deserializer)
    }
}

/// Why a type does not fit a [`RawValue`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawError(String);

impl fmt::Display for RawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for RawError {}
impl de::Error for RawError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}
impl ser::Error for RawError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl<'de> IntoDeserializer<'de, RawError> for &'de RawValue {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for &'de RawValue {
    type Error = RawError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, RawError> {
        match self {
            RawValue::Null => visitor.visit_unit(),
            RawValue::Bool(value) => visitor.visit_bool(*value),
            RawValue::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(value), _, _) => visitor.visit_u64(value),
                (_, Some(value), _) => visitor.visit_i64(value),
                (_, _, Some(value)) => visitor.visit_f64(value),
                _ => Err(de::Error::custom("a number out of every range")),
            },
            RawValue::String(value) => visitor.visit_borrowed_str(value),
            RawValue::Bytes(value) => visitor.visit_borrowed_bytes(value),
            RawValue::Array(items) => {
                let mut items = SeqDeserializer::new(items.iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end().map(|()| value)
            }
            RawValue::Object(entries) => visitor.visit_map(entries_of(entries)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, RawError> {
        match self {
            RawValue::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, RawError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, RawError> {
        match self {
            RawValue::String(text) => visitor.visit_enum(text.as_str().into_deserializer()),
            RawValue::Object(entries) => {
                MapAccessDeserializer::new(entries_of(entries)).deserialize_enum(name, variants, visitor)
            }
            other => other.deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

fn entries_of<'de>(
    entries: &'de BTreeMap<String, RawValue>,
) -> MapDeserializer<'de, impl Iterator<Item = (&'de str, &'de RawValue)>, RawError> {
    MapDeserializer::new(entries.iter().map(|(key, value)| (key.as_str(), value)))
}
