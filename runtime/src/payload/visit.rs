//! What every visitor does with the kinds of value that it does not take.
//!
//! Codecs ask a format for *any* value and say themselves what they think of it. With serde's typed hints a format
//! would make the error, and its text is all that we would get.

/// Writes the `visit_*` methods that refuse a kind of value. The visitor has a method `wrong(self, got) -> E`.
macro_rules! refuse_kinds {
    ($($kind:ident),*) => { $( $crate::payload::visit::refuse_kinds!(@$kind); )* };
    (@bool) => {
        fn visit_bool<E: ::serde::de::Error>(self, _: bool) -> Result<Self::Value, E> { Err(self.wrong("bool")) }
    };
    (@number) => {
        fn visit_i64<E: ::serde::de::Error>(self, _: i64) -> Result<Self::Value, E> { Err(self.wrong("number")) }
        fn visit_u64<E: ::serde::de::Error>(self, _: u64) -> Result<Self::Value, E> { Err(self.wrong("number")) }
        fn visit_f64<E: ::serde::de::Error>(self, _: f64) -> Result<Self::Value, E> { Err(self.wrong("number")) }
    };
    (@string) => {
        fn visit_str<E: ::serde::de::Error>(self, _: &str) -> Result<Self::Value, E> { Err(self.wrong("string")) }
    };
    (@binary) => {
        fn visit_bytes<E: ::serde::de::Error>(self, _: &[u8]) -> Result<Self::Value, E> { Err(self.wrong("binary")) }
    };
    (@null) => {
        fn visit_unit<E: ::serde::de::Error>(self) -> Result<Self::Value, E> { Err(self.wrong("null")) }
        fn visit_none<E: ::serde::de::Error>(self) -> Result<Self::Value, E> { Err(self.wrong("null")) }
    };
    (@array) => {
        fn visit_seq<A: ::serde::de::SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Err(self.wrong("array"))
        }
    };
    (@object) => {
        fn visit_map<A: ::serde::de::MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Err(self.wrong("object"))
        }
    };
}
pub(super) use refuse_kinds;

/// `expecting` for a visitor that tells mismatches itself: serde wants the text, nobody reads it.
macro_rules! expecting {
    ($text:literal) => {
        fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.write_str($text)
        }
    };
}
pub(super) use expecting;

/// The number behind a map, which is how serde_json hands out numbers when some crate in the build turned on its
/// feature `arbitrary_precision`.
///
/// `None` for every other map.
pub(super) fn number_behind<'de, A: serde::de::MapAccess<'de>>(map: A) -> Option<serde_json::Number> {
    serde::Deserialize::deserialize(serde::de::value::MapAccessDeserializer::new(map)).ok()
}

/// The words for an inclusive range; an open end is left out.
pub(super) fn bounds<T: std::fmt::Display + PartialEq>(min: Option<T>, max: Option<T>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("{min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "anything".to_owned(),
    }
}

/// `length must be 1 to 64`, with 0 and `usize::MAX` for an open end.
pub(super) fn length_message(min: usize, max: usize) -> String {
    format!("length must be {}", bounds((min > 0).then_some(min), (max < usize::MAX).then_some(max)))
}
