//! `bool`, `string` and the floating-point types, and constraints that a marker carries.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserializer, Serializer};

use super::visit::{bounds, expecting, length_message, number_behind, refuse_kinds};
use super::{Codec, Cx, ViolationKind};

/// `bool`.
pub struct Bool;

impl Codec for Bool {
    type Value = bool;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<bool, D::Error> {
        deserializer.deserialize_any(BoolVisitor { cx })
    }

    fn encode<S: Serializer>(value: &bool, serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*value)
    }
}

struct BoolVisitor<'c> {
    cx: &'c Cx,
}

impl BoolVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("bool", got)
    }
}

impl<'de> Visitor<'de> for BoolVisitor<'_> {
    type Value = bool;
    expecting!("bool");
    refuse_kinds!(number, string, binary, null, array, object);

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

/// `string` of any length.
pub struct Str;

impl Codec for Str {
    type Value = String;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<String, D::Error> {
        deserializer.deserialize_any(StrVisitor { cx, min: 0, max: usize::MAX })
    }

    fn encode<S: Serializer>(value: &String, serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value)
    }
}

/// `string(MIN..=MAX)`, counted in Unicode code points; 0 and `usize::MAX` leave a side open.
pub struct StrLen<const MIN: usize, const MAX: usize>;

impl<const MIN: usize, const MAX: usize> Codec for StrLen<MIN, MAX> {
    type Value = String;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<String, D::Error> {
        deserializer.deserialize_any(StrVisitor { cx, min: MIN, max: MAX })
    }

    fn encode<S: Serializer>(value: &String, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !length_fits(value, MIN, MAX) {
            return Err(cx.refuse_to_send(ViolationKind::Length, length_message(MIN, MAX)));
        }
        serializer.serialize_str(value)
    }
}

struct StrVisitor<'c> {
    cx: &'c Cx,
    min: usize,
    max: usize,
}

impl StrVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("string", got)
    }

    fn check<E: de::Error>(&self, value: &str) -> Result<(), E> {
        if length_fits(value, self.min, self.max) {
            return Ok(());
        }
        Err(self.cx.refuse(ViolationKind::Length, length_message(self.min, self.max)))
    }
}

impl<'de> Visitor<'de> for StrVisitor<'_> {
    type Value = String;
    expecting!("string");
    refuse_kinds!(bool, number, binary, null, array, object);

    // The length is checked before the copy, so that a text past its limit costs no allocation.
    fn visit_str<E: de::Error>(self, value: &str) -> Result<String, E> {
        self.check(value)?;
        Ok(value.to_owned())
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<String, E> {
        self.check(&value)?;
        Ok(value)
    }
}

/// Whether a text has `min` to `max` code points. A code point has one to four bytes, so most texts need no counting.
#[inline]
fn length_fits(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.len();
    if bytes <= max && bytes.div_ceil(4) >= min {
        return true;
    }
    (min..=max).contains(&text.chars().count())
}

/// `f64`: any finite number.
pub struct F64;

impl Codec for F64 {
    type Value = f64;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<f64, D::Error> {
        deserializer.deserialize_any(FloatVisitor { cx })
    }

    fn encode<S: Serializer>(value: &f64, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !value.is_finite() {
            return Err(cx.refuse_to_send(ViolationKind::NotFinite, NOT_FINITE));
        }
        serializer.serialize_f64(*value)
    }
}

/// `f32`: any finite number, rounded to the nearest `f32` when it is read.
pub struct F32;

impl Codec for F32 {
    type Value = f32;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<f32, D::Error> {
        #[expect(clippy::cast_possible_truncation, reason = "rounding is what f32 in a schema asks for")]
        let value = deserializer.deserialize_any(FloatVisitor { cx })? as f32;
        if value.is_finite() { Ok(value) } else { Err(cx.refuse(ViolationKind::Range, "too large for f32")) }
    }

    fn encode<S: Serializer>(value: &f32, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !value.is_finite() {
            return Err(cx.refuse_to_send(ViolationKind::NotFinite, NOT_FINITE));
        }
        serializer.serialize_f32(*value)
    }
}

const NOT_FINITE: &str = "must be a finite number";

struct FloatVisitor<'c> {
    cx: &'c Cx,
}

impl FloatVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("number", got)
    }
}

impl<'de> Visitor<'de> for FloatVisitor<'_> {
    type Value = f64;
    expecting!("number");
    refuse_kinds!(bool, string, binary, null, array);

    #[expect(clippy::cast_precision_loss, reason = "JavaScript rounds the same way")]
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript rounds the same way")]
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<f64, E> {
        if value.is_finite() { Ok(value) } else { Err(self.cx.refuse(ViolationKind::NotFinite, NOT_FINITE)) }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<f64, A::Error> {
        match number_behind(map).and_then(|number| number.as_f64()) {
            Some(value) => self.visit_f64(value),
            None => Err(self.wrong("object")),
        }
    }
}

/// A rule on top of a codec that its type parameters cannot express. The emitter writes a marker for each use.
pub trait Constraint<V>: 'static {
    /// Says what is wrong with a value.
    fn check(value: &V) -> Result<(), Broken>;
}

/// A broken [`Constraint`].
#[derive(Debug)]
pub struct Broken {
    /// The kind of rule.
    pub kind: ViolationKind,
    /// What is wrong, without the value: `must be 0 to 1`.
    pub message: Cow<'static, str>,
}

/// A codec with a further rule, which holds in both directions.
pub struct Checked<C, K>(PhantomData<(C, K)>);

impl<C: Codec, K: Constraint<C::Value>> Codec for Checked<C, K> {
    type Value = C::Value;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<C::Value, D::Error> {
        let value = C::decode(deserializer, cx)?;
        match K::check(&value) {
            Ok(()) => Ok(value),
            Err(broken) => Err(cx.refuse(broken.kind, broken.message)),
        }
    }

    fn encode<S: Serializer>(value: &C::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        match K::check(value) {
            Ok(()) => C::encode(value, serializer, cx),
            Err(broken) => Err(cx.refuse_to_send(broken.kind, broken.message)),
        }
    }
}

/// The bounds of `f64(min..=max)`, on a marker that the emitter writes: floats cannot be const parameters.
pub trait FloatRange: 'static {
    /// The least value, if there is one.
    const MIN: Option<f64>;
    /// The greatest value, if there is one.
    const MAX: Option<f64>;
}

impl<K: FloatRange> Constraint<f64> for K {
    fn check(value: &f64) -> Result<(), Broken> {
        in_range(*value, K::MIN, K::MAX)
    }
}

// The bounds are rounded as the value was, so that `f32(0..=0.1)` takes 0.1.
impl<K: FloatRange> Constraint<f32> for K {
    fn check(value: &f32) -> Result<(), Broken> {
        #[expect(clippy::cast_possible_truncation, reason = "rounding is what f32 in a schema asks for")]
        let rounded = |bound: f64| f64::from(bound as f32);
        match in_range(f64::from(*value), K::MIN.map(rounded), K::MAX.map(rounded)) {
            Ok(()) => Ok(()),
            Err(_) => Err(out_of(K::MIN, K::MAX)),
        }
    }
}

/// NaN is in no range.
fn in_range(value: f64, min: Option<f64>, max: Option<f64>) -> Result<(), Broken> {
    if min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max) {
        return Ok(());
    }
    Err(out_of(min, max))
}

fn out_of(min: Option<f64>, max: Option<f64>) -> Broken {
    Broken { kind: ViolationKind::Range, message: Cow::Owned(format!("must be {}", bounds(min, max))) }
}
