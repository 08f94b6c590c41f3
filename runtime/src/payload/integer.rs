//! Integers: small ones are JSON numbers, `u64` and `i64` are decimal strings.
//!
//! JavaScript silently rounds a number past 2⁵³, so what may be larger travels as text, as proto3's JSON does it.

use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserializer, Serialize, Serializer};

use super::visit::{bounds, expecting, number_behind, refuse_kinds};
use super::{Codec, Cx, ViolationKind};

/// The largest integer that JavaScript holds exactly.
const MAX_SAFE: i64 = (1 << 53) - 1;

macro_rules! numbers {
    ($($(#[$doc:meta])* $marker:ident $value:ident $min:expr, $max:expr;)*) => { $(
        $(#[$doc])*
        pub struct $marker;

        impl Codec for $marker {
            type Value = $value;

            fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<$value, D::Error> {
                let value = deserializer.deserialize_any(IntVisitor { cx, min: $min, max: $max })?;
                // The visitor holds the value to the type's own range, so this never fails.
                $value::try_from(value).map_err(|_| out_of_range(cx, $min, $max))
            }

            // Comparing with a type's own bounds is only sometimes useless, and the macro is for all of them.
            #[allow(clippy::useless_conversion)]
            fn encode<S: Serializer>(value: &$value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
                if !($min..=$max).contains(&i64::from(*value)) {
                    return Err(cx.refuse_to_send(ViolationKind::Range, range_message($min, $max)));
                }
                value.serialize(serializer)
            }
        }
    )* };
}

numbers! {
    /// `u8`.
    U8 u8 0, 0xff;
    /// `u16`.
    U16 u16 0, 0xffff;
    /// `u32`.
    U32 u32 0, 0xffff_ffff;
    /// `i8`.
    I8 i8 -0x80, 0x7f;
    /// `i16`.
    I16 i16 -0x8000, 0x7fff;
    /// `i32`.
    I32 i32 -0x8000_0000, 0x7fff_ffff;
    /// `int`: every integer that JavaScript holds exactly, ±(2⁵³−1), as a number.
    Int i64 -MAX_SAFE, MAX_SAFE;
}

pub(super) struct IntVisitor<'c> {
    cx: &'c Cx,
    min: i64,
    max: i64,
}

impl<'c> IntVisitor<'c> {
    /// For every integer that JavaScript holds exactly.
    pub(super) fn safe(cx: &'c Cx) -> Self {
        Self { cx, min: -MAX_SAFE, max: MAX_SAFE }
    }
}

impl IntVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("integer", got)
    }
}

fn out_of_range<E: de::Error>(cx: &Cx, min: i64, max: i64) -> E {
    cx.refuse(ViolationKind::Range, range_message(min, max))
}

fn range_message(min: i64, max: i64) -> String {
    format!("must be {}", bounds(Some(min), Some(max)))
}

impl<'de> Visitor<'de> for IntVisitor<'_> {
    type Value = i64;
    expecting!("integer");
    refuse_kinds!(bool, string, binary, null, array);

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<i64, E> {
        if value < self.min || value > self.max {
            return Err(out_of_range(self.cx, self.min, self.max));
        }
        Ok(value)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<i64, E> {
        self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
    }

    /// Takes `5.0` for 5: some encoders write every number as a float. The ranges end far below where a float's
    /// conversion, which saturates, could hit a value by accident.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<i64, E> {
        if !value.is_finite() {
            return Err(self.cx.refuse(ViolationKind::NotFinite, "must be a finite number"));
        }
        if value.fract() != 0.0 {
            return Err(self.wrong("a number with a fraction"));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "integral, and what saturates is refused as out of range"
        )]
        self.visit_i64(value as i64)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<i64, A::Error> {
        let Some(number) = number_behind(map) else { return Err(self.wrong("object")) };
        match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => self.visit_i64(value),
            (None, Some(value)) => self.visit_f64(value),
            (None, None) => Err(out_of_range(self.cx, self.min, self.max)),
        }
    }
}

macro_rules! decimals {
    ($($(#[$doc:meta])* $marker:ident $value:ident;)*) => { $(
        $(#[$doc])*
        pub struct $marker;

        impl Codec for $marker {
            type Value = $value;

            fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<$value, D::Error> {
                let value = deserializer.deserialize_any(DecimalVisitor { cx })?;
                $value::try_from(value).map_err(|_| {
                    cx.refuse(ViolationKind::Range, format!("must be {} to {}", $value::MIN, $value::MAX))
                })
            }

            fn encode<S: Serializer>(value: &$value, serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
                serializer.collect_str(value)
            }
        }
    )* };
}

decimals! {
    /// `u64`, on the wire the string `"123"`.
    U64 u64;
    /// `i64`, on the wire the string `"-123"`.
    I64 i64;
}

struct DecimalVisitor<'c> {
    cx: &'c Cx,
}

impl DecimalVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("an integer as a string", got)
    }
}

impl<'de> Visitor<'de> for DecimalVisitor<'_> {
    type Value = i128;
    expecting!("an integer as a string");
    refuse_kinds!(bool, number, binary, null, array, object);

    fn visit_str<E: de::Error>(self, text: &str) -> Result<i128, E> {
        if !is_canonical(text) {
            return Err(self.cx.refuse(ViolationKind::Format, "must be an integer such as \"123\""));
        }
        // Only more digits than an i128 has can fail here; they are out of the range of both types.
        Ok(text.parse().unwrap_or(i128::MAX))
    }
}

/// One text for each number: digits without a leading zero, a `-` only before what is not zero.
///
/// Two spellings of one number would be two keys in a client's map.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    match digits.as_bytes() {
        [b'0'] => digits.len() == text.len(),
        [b'1'..=b'9', rest @ ..] => rest.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// An integer codec with a narrower range: `u8(1..=10)`. A side without a bound is that of the type.
pub struct Ranged<C, const MIN: i128, const MAX: i128>(PhantomData<C>);

impl<C, const MIN: i128, const MAX: i128> Codec for Ranged<C, MIN, MAX>
where
    C: Codec,
    C::Value: Copy + Into<i128>,
{
    type Value = C::Value;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<C::Value, D::Error> {
        let value = C::decode(deserializer, cx)?;
        if !(MIN..=MAX).contains(&value.into()) {
            return Err(cx.refuse(ViolationKind::Range, format!("must be {}", bounds(Some(MIN), Some(MAX)))));
        }
        Ok(value)
    }

    fn encode<S: Serializer>(value: &C::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !(MIN..=MAX).contains(&(*value).into()) {
            let message = format!("must be {}", bounds(Some(MIN), Some(MAX)));
            return Err(cx.refuse_to_send(ViolationKind::Range, message));
        }
        C::encode(value, serializer, cx)
    }
}
