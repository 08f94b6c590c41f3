//! Between codecs and the engine's frames: finding the event's name and arguments, decoding them, and encoding.
//!
//! The common parser hands us the JSON text of `["name", argument, …]`, which it has checked from end to end, and the
//! attachments beside it. Name and arguments are read straight from that text. Any other frame (msgpack, whatever a
//! parser of tomorrow does) goes through the engine's own extractors, under the same rules: further arguments are ignored
//! unless the event is strict, a missing one is a violation at `$`.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, OnceLock};

use serde::de::{DeserializeSeed, IgnoredAny, SeqAccess, Visitor};
use serde::ser::SerializeTuple as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use socketioxide::adapter::Adapter;
use socketioxide::extract::Data;
use socketioxide::handler::{FromMessageParts, Value};
use socketioxide::socket::Socket;

use crate::payload::{Codec, Cx, Violation, ViolationKind};

/// A frame for extractors that do not look at it.
pub(crate) fn nothing() -> Value {
    Value::Str("".into(), None)
}

/// The codec of "nothing": an event without data, `ack: none`, a schema without `auth`.
pub struct Empty;

impl Codec for Empty {
    type Value = ();

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: &Cx) -> Result<(), D::Error> {
        deserializer.deserialize_ignored_any(IgnoredAny).map(|IgnoredAny| ())
    }

    fn encode<S: Serializer>((): &(), serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

/// The codec of an event that is sent without arguments.
pub struct NoArguments;

impl Codec for NoArguments {
    type Value = ();
    const ARGUMENTS: bool = true;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, _: &Cx) -> Result<(), D::Error> {
        deserializer.deserialize_ignored_any(IgnoredAny).map(|IgnoredAny| ())
    }

    fn encode<S: Serializer>((): &(), serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
        serializer.serialize_tuple(0)?.end()
    }
}

/// The codec of an error that is not declared, and so never happens.
pub struct Never;

impl Codec for Never {
    type Value = Infallible;

    fn decode<'de, D: Deserializer<'de>>(_: D, cx: &Cx) -> Result<Infallible, D::Error> {
        Err(cx.refuse(ViolationKind::Unknown, "no error is declared"))
    }

    fn encode<S: Serializer>(value: &Infallible, _: S, _: &Cx) -> Result<S::Ok, S::Error> {
        match *value {}
    }
}

/// A value on its way out through any serializer; what is wrong with it stays here when the serializer fails.
pub(crate) struct Sending<'a, C: Codec> {
    value: &'a C::Value,
    // Not a cell: a broadcast's future holds this while it waits for the adapter, and must be `Send`.
    violation: OnceLock<Violation>,
}

impl<'a, C: Codec> Sending<'a, C> {
    pub(crate) fn new(value: &'a C::Value) -> Self {
        Self { value, violation: OnceLock::new() }
    }

    pub(crate) fn into_violation(self) -> Option<Violation> {
        self.violation.into_inner()
    }

    pub(crate) fn violation(&self) -> Option<Violation> {
        self.violation.get().cloned()
    }
}

impl<C: Codec> Serialize for Sending<'_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cx = Cx::new();
        let written = C::encode(self.value, serializer, &cx);
        if written.is_err()
            && let Some(violation) = cx.recorded()
        {
            // Set twice only if a format tries twice, and then to the same.
            let _ = self.violation.set(violation);
        }
        written
    }
}

/// All the arguments of a message: those that the value is, or the value as the only one.
pub(crate) struct Arguments<'a, C: Codec>(pub(crate) &'a Sending<'a, C>);

impl<C: Codec> Serialize for Arguments<'_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if C::ARGUMENTS {
            return self.0.serialize(serializer);
        }
        // Always a tuple: a payload that is an array would be spread over several arguments, a newtype loses its frame.
        (self.0,).serialize(serializer)
    }
}

/// Where name and arguments stand in a textual frame, found once and looked up often.
#[derive(Clone, Copy)]
pub(crate) struct Layout {
    name: Place,
    /// Their JSON, up to where the frame's `]` begins; `None` without any.
    arguments: Option<Place>,
}

/// A part of a text. Every message carries these, so they are small; a text past 4 GiB is the engine's to read.
#[derive(Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
}

impl Place {
    fn new(start: usize, end: usize) -> Option<Self> {
        Some(Self { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Layout {
    /// `None`: not framed as this version of the engine is known to do it.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let at = skip_space(bytes, 0);
        let at = skip_space(bytes, expect(bytes, at, b'[')?);
        let start = expect(bytes, at, b'"')?;
        // The engine refuses a name with escapes before we see it.
        let length = bytes[start..].iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        let end = start + length;
        let at = skip_space(bytes, expect(bytes, end, b'"')?);
        let arguments = match expect(bytes, at, b',') {
            None => None,
            Some(at) => {
                let frame = text.trim_end_matches(SPACE);
                let end = frame.strip_suffix(']').map_or(frame.len(), str::len).max(at);
                Some(Place::new(at, end)?)
            }
        };
        Some(Self { name: Place::new(start, end)?, arguments })
    }

    pub(crate) fn name(self, text: &str) -> &str {
        self.name.of(text)
    }

    /// The arguments' size as JSON, without the brackets of the frame.
    pub(crate) fn argument_bytes(self) -> usize {
        self.arguments.map_or(0, |Place { start, end }| (end - start) as usize)
    }

    /// Decodes what the event carries. Arguments that the schema does not have were checked by the engine, and are not
    /// looked at unless `cx` is strict.
    pub(crate) fn decode<C: Codec>(self, text: &str, cx: Cx) -> Result<C::Value, Violation> {
        if C::ARGUMENTS {
            let mut deserializer = serde_json::Deserializer::from_str(text);
            return C::decode(AfterName(&mut deserializer), &cx).map_err(|_| cx.into_violation());
        }
        let arguments = self.arguments.ok_or_else(missing)?.of(text);
        let mut deserializer = serde_json::Deserializer::from_str(arguments);
        let is_strict = cx.is_strict();
        let value = C::decode(&mut deserializer, &cx).map_err(|_| cx.into_violation())?;
        if is_strict && deserializer.end().is_err() {
            return Err(superfluous());
        }
        Ok(value)
    }
}

const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

fn skip_space(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count()
}

/// The place behind this byte, if it stands here.
fn expect(bytes: &[u8], at: usize, wanted: u8) -> Option<usize> {
    (bytes.get(at) == Some(&wanted)).then_some(at + 1)
}

fn missing() -> Violation {
    Violation::new(ViolationKind::Missing, "the payload is missing")
}

fn superfluous() -> Violation {
    Violation::new(ViolationKind::Unknown, "the schema has no such argument")
}

/// Reads the arguments of a frame whose first element is the event's name.
struct AfterName<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for AfterName<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_seq(SkipName(visitor))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct SkipName<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for SkipName<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name and arguments")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut frame: S) -> Result<V::Value, S::Error> {
        frame.next_element::<IgnoredAny>()?;
        self.0.visit_seq(frame)
    }
}

/// Decodes what any frame carries through the engine's parser.
pub(crate) fn decode_any<C: Codec, A: Adapter>(
    socket: &Arc<Socket<A>>,
    mut frame: Value,
    is_strict: bool,
) -> Result<C::Value, Violation> {
    STRICT.set(is_strict);
    let decoded = Data::<Received<C>>::from_message_parts(socket, &mut frame, &None);
    STRICT.set(false);
    let recorded = RECORDED.take();
    match decoded {
        Ok(Data(Received(value))) => Ok(value),
        Err(_) => Err(recorded.unwrap_or_else(malformed)),
    }
}

pub(crate) fn malformed() -> Violation {
    Violation::new(ViolationKind::Malformed, "malformed")
}

thread_local! {
    // The engine's parser takes a type, not a value, and keeps the text of an error only: this is the way back for the
    // violation, and in for the event's rule. Both are set and taken within one synchronous call.
    static RECORDED: Cell<Option<Violation>> = const { Cell::new(None) };
    static STRICT: Cell<bool> = const { Cell::new(false) };
}

/// What was wrong with the [`Received`] that was just decoded on this thread.
pub(crate) fn take_recorded() -> Option<Violation> {
    RECORDED.take()
}

/// What a message carries, for the engine's parsers.
pub(crate) struct Received<C: Codec>(pub(crate) C::Value);

impl<'de, C: Codec> Deserialize<'de> for Received<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if C::ARGUMENTS {
            return Seed::<C>(PhantomData).deserialize(deserializer).map(Self);
        }
        // As a tuple: the engine's parsers ask the type whether it is one, and take the whole frame for an argument list
        // only then.
        deserializer.deserialize_tuple(1, FirstVisitor::<C>(PhantomData))
    }
}

struct FirstVisitor<C>(PhantomData<C>);

impl<'de, C: Codec> Visitor<'de> for FirstVisitor<C> {
    type Value = Received<C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("arguments")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut arguments: S) -> Result<Received<C>, S::Error> {
        let Some(value) = arguments.next_element_seed(Seed::<C>(PhantomData))? else {
            RECORDED.set(Some(missing()));
            return Err(serde::de::Error::custom("no argument"));
        };
        while arguments.next_element::<IgnoredAny>()?.is_some() {
            if STRICT.get() {
                RECORDED.set(Some(superfluous()));
                return Err(serde::de::Error::custom("another argument"));
            }
        }
        Ok(Received(value))
    }
}

struct Seed<C>(PhantomData<C>);

impl<'de, C: Codec> DeserializeSeed<'de> for Seed<C> {
    type Value = C::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<C::Value, D::Error> {
        let cx = Cx::new().with_strict(STRICT.get());
        let decoded = C::decode(deserializer, &cx);
        if decoded.is_err() {
            // The parsers first ask what kind of type this is, which looks like a failure of the format's own.
            RECORDED.set(cx.recorded());
        }
        decoded
    }
}

/// A value as JSON text; the violation if it breaks its own schema.
pub(crate) fn to_json<C: Codec>(value: &C::Value) -> Result<String, Violation> {
    let sending = Sending::<C>::new(value);
    serde_json::to_string(&sending).map_err(|_| sending.into_violation().unwrap_or_else(malformed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, Option<&str>)> {
        let layout = Layout::of(text)?;
        Some((layout.name(text), layout.arguments.map(|arguments| arguments.of(text))))
    }

    #[test]
    fn name_and_arguments_are_found() {
        assert_eq!(found(r#"["a"]"#), Some(("a", None)));
        assert_eq!(found(r#"["a",{"b":1}]"#), Some(("a", Some(r#"{"b":1}"#))));
        assert_eq!(found(" [ \"a\" , 1 , 2 ] "), Some(("a", Some(" 1 , 2 "))));
        assert_eq!(found(r#"["é😀",1]"#), Some(("é😀", Some("1"))));
        assert_eq!(found(r#"["",1]"#), Some(("", Some("1"))));
    }

    #[test]
    fn an_unexpected_frame_is_left_to_the_engine() {
        for text in ["", "[", "[1]", r#"["a\u0041"]"#, r#"{"a":1}"#, r#"["a"#] {
            assert!(found(text).is_none(), "{text}");
        }
        // Never from the engine; whatever it is, it must not panic.
        assert_eq!(found(r#"["a","#), Some(("a", Some(""))));
        assert_eq!(found(r#"["a",]"#), Some(("a", Some(""))));
    }

    #[test]
    fn sizes_leave_name_and_brackets_out() {
        let bytes = |text: &str| Layout::of(text).map(Layout::argument_bytes);
        assert_eq!(bytes(r#"["name",12345]"#), Some(5));
        assert_eq!(bytes(r#"["name"]"#), Some(0));
    }
}
