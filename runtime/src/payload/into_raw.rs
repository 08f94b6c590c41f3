//! A value of the schema as what a client sends: JSON with its binary data in it.

use serde::{Serialize, Serializer};
use serde_json::Number;

use super::buffered::Buffered;
use super::buffered_sent::buffer;
use super::through_serde::With;
use super::{Codec, Cx, RawValue, Violation};

/// Writes a value as its codec does, and checks it.
pub(crate) fn encode_raw<C: Codec>(value: &C::Value) -> Result<RawValue, Violation> {
    let cx = Cx::new().with_binary();
    match buffer(&With::<C> { value, cx: &cx }) {
        Ok(buffered) => Ok(raw(buffered)),
        Err(_) => Err(cx.into_violation()),
    }
}

/// Anything that serializes itself; `None` if it does not.
pub(crate) fn to_raw(value: &impl Serialize) -> Option<RawValue> {
    buffer(value).ok().map(raw)
}

fn raw(value: Buffered) -> RawValue {
    match value {
        Buffered::Null => RawValue::Null,
        Buffered::Bool(value) => RawValue::Bool(value),
        Buffered::I64(value) => RawValue::Number(value.into()),
        Buffered::U64(value) => RawValue::Number(value.into()),
        Buffered::F32(value) => float(value.into()),
        Buffered::F64(value) => float(value),
        Buffered::Text(value) => RawValue::String(value),
        Buffered::Binary(value) => RawValue::Bytes(value),
        Buffered::Array(items) => RawValue::Array(items.into_iter().map(raw).collect()),
        Buffered::Object(entries) => {
            RawValue::Object(entries.into_iter().map(|(key, value)| (key, raw(value))).collect())
        }
    }
}

/// What is no number to JSON is null there too.
fn float(value: f64) -> RawValue {
    Number::from_f64(value).map_or(RawValue::Null, RawValue::Number)
}

/// A value for any format, with binary data as the format's own. [`RawValue`] itself refuses formats that have none, and
/// keys that only a client of bad intent sends.
pub(crate) struct Plain<'a>(pub(crate) &'a RawValue);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            RawValue::Null => serializer.serialize_unit(),
            RawValue::Bool(value) => serializer.serialize_bool(*value),
            RawValue::Number(value) => value.serialize(serializer),
            RawValue::String(value) => serializer.serialize_str(value),
            RawValue::Bytes(value) => serializer.serialize_bytes(value),
            RawValue::Array(items) => serializer.collect_seq(items.iter().map(Plain)),
            RawValue::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, Plain(value))))
            }
        }
    }
}
