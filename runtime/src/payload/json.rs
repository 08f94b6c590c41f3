//! `json`: any JSON value, except what Socket.IO would take for an attachment.

use std::borrow::Cow;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, Serialize as _, Serializer};
use serde_json::{Number, Value};

use super::buffered::{MAX_DEPTH, TOO_DEEP};
use super::bytes::PLACEHOLDER;
use super::visit::expecting;
use super::{Codec, Cx, Step, ViolationKind};

/// How serde_json hands out numbers under its feature `arbitrary_precision`, which any crate in the build can turn on.
pub(super) const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// `json`: any value without a key `_placeholder`.
///
/// A forged placeholder would make the receiver's parser drop the value or put another client's buffer in its place.
pub struct Json;

impl Codec for Json {
    type Value = Value;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Value, D::Error> {
        JsonVisitor::new(cx).deserialize(deserializer)
    }

    fn encode<S: Serializer>(value: &Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if let Err((kind, message)) = check(value, 0) {
            return Err(cx.refuse_to_send(kind, message));
        }
        value.serialize(serializer)
    }
}

pub(super) const HAS_PLACEHOLDER: &str = "must not contain the key _placeholder";

fn check(value: &Value, depth: u32) -> Result<(), (ViolationKind, &'static str)> {
    if depth > MAX_DEPTH {
        return Err((ViolationKind::TooDeep, TOO_DEEP));
    }
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| check(item, depth + 1)),
        Value::Object(entries) if entries.contains_key(PLACEHOLDER) => {
            Err((ViolationKind::Placeholder, HAS_PLACEHOLDER))
        }
        Value::Object(entries) => entries.values().try_for_each(|entry| check(entry, depth + 1)),
        _ => Ok(()),
    }
}

impl Json {
    /// Writes an object, held to the same.
    pub(super) fn encode_object<S: Serializer>(
        entries: &serde_json::Map<String, Value>,
        serializer: S,
        cx: &Cx,
    ) -> Result<S::Ok, S::Error> {
        let placeholder = entries.contains_key(PLACEHOLDER);
        let own = if placeholder { Err((ViolationKind::Placeholder, HAS_PLACEHOLDER)) } else { Ok(()) };
        if let Err((kind, message)) =
            own.and_then(|()| entries.values().try_for_each(|entry| check(entry, 1)))
        {
            return Err(cx.refuse_to_send(kind, message));
        }
        entries.serialize(serializer)
    }
}

#[derive(Clone, Copy)]
pub(super) struct JsonVisitor<'c> {
    cx: &'c Cx,
    depth: u32,
}

impl<'c> JsonVisitor<'c> {
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

impl<'de> DeserializeSeed<'de> for JsonVisitor<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonVisitor<'_> {
    type Value = Value;
    expecting!("a JSON value");

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        match Number::from_f64(value) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(self.cx.refuse(ViolationKind::NotFinite, "must be a finite number")),
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_bytes<E: de::Error>(self, _: &[u8]) -> Result<Value, E> {
        Err(self.cx.mistyped("a JSON value", "binary"))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut items = Vec::new();
        loop {
            match seq.next_element_seed(inner) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(Value::Array(items)),
                Err(error) => {
                    self.cx.at(Step::Index(items.len()));
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut entries = serde_json::Map::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == PLACEHOLDER {
                return Err(self.cx.refuse(ViolationKind::Placeholder, HAS_PLACEHOLDER));
            }
            let value = match map.next_value_seed(inner) {
                Ok(value) => value,
                Err(error) => {
                    self.cx.at(Step::Key(key.into_owned()));
                    return Err(error);
                }
            };
            if entries.is_empty() && key == NUMBER_TOKEN {
                return self.number(&value);
            }
            entries.insert(key.into_owned(), value);
        }
        Ok(Value::Object(entries))
    }
}

impl JsonVisitor<'_> {
    fn number<E: de::Error>(self, digits: &Value) -> Result<Value, E> {
        let number = digits.as_str().and_then(|digits| digits.parse().ok());
        number.map(Value::Number).ok_or_else(|| self.cx.mistyped("a JSON value", "something else"))
    }
}
