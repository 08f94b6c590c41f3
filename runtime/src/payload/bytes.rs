//! `bytes`: binary data, which goes beside a text rather than in it.
//!
//! Socket.IO's own protocol sends each buffer as a frame of its own and writes `{ "_placeholder": true, "num": 0 }` in its
//! place. A text that we decode ourselves has its attachments in the context, and a placeholder is looked up there by its
//! number. Where the engine decodes (the answers of clients), it puts the buffers in place before we see them.
//! MessagePack has binary data of its own.

use std::any::type_name;
use std::marker::PhantomData;

use bytes::Bytes as Buffer;
use serde::de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serializer};

use super::visit::{bounds, expecting, refuse_kinds};
use super::{Codec, Cx, ViolationKind};

/// The key by which socket.io-parser finds the place of an attachment in a packet.
pub(super) const PLACEHOLDER: &str = "_placeholder";

/// `bytes` of any length.
pub type Bytes = BytesLen<0, { usize::MAX }>;

/// `bytes(MIN..=MAX)`; 0 and `usize::MAX` leave a side open.
pub struct BytesLen<const MIN: usize, const MAX: usize>(PhantomData<()>);

impl<const MIN: usize, const MAX: usize> Codec for BytesLen<MIN, MAX> {
    type Value = Buffer;
    const BINARY: bool = true;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Buffer, D::Error> {
        deserializer.deserialize_any(BytesVisitor { cx, min: MIN, max: MAX })
    }

    fn encode<S: Serializer>(value: &Buffer, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !(MIN..=MAX).contains(&value.len()) {
            return Err(cx.refuse_to_send(ViolationKind::Length, bytes_message(MIN, MAX)));
        }
        write_binary(value, serializer, cx)
    }
}

pub(super) fn write_binary<S: Serializer>(value: &[u8], serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() && !cx.takes_binary() {
        // Formats of text would write a list of numbers, which nobody reads as binary data again.
        if !is_the_engines::<S>() {
            return Err(cx.refuse_to_send(ViolationKind::WrongType, "binary data cannot be written as text"));
        }
        cx.attach::<S::Error>()?;
    }
    serializer.serialize_bytes(value)
}

/// Whether a format is the engine's common parser, which takes binary data out of the text and sends it beside.
///
/// Nothing else tells it from the JSON that it wraps. If its crate is ever renamed, binary data is refused, loudly.
pub(super) fn is_the_engines<F>() -> bool {
    type_name::<F>().contains("socketioxide_parser_common")
}

fn bytes_message(min: usize, max: usize) -> String {
    let (min, max) = ((min > 0).then_some(min), (max < usize::MAX).then_some(max));
    format!("must have {} bytes", bounds(min, max))
}

struct BytesVisitor<'c> {
    cx: &'c Cx,
    min: usize,
    max: usize,
}

impl BytesVisitor<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("binary", got)
    }

    fn check<E: de::Error>(&self, length: usize) -> Result<(), E> {
        if (self.min..=self.max).contains(&length) {
            return Ok(());
        }
        Err(self.cx.refuse(ViolationKind::Length, bytes_message(self.min, self.max)))
    }
}

impl<'de> Visitor<'de> for BytesVisitor<'_> {
    type Value = Buffer;
    expecting!("binary");
    refuse_kinds!(bool, number, string, null, array);

    fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Buffer, E> {
        self.check(value.len())?;
        Ok(Buffer::copy_from_slice(value))
    }

    fn visit_byte_buf<E: de::Error>(self, value: Vec<u8>) -> Result<Buffer, E> {
        self.check(value.len())?;
        Ok(value.into())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffer, D::Error> {
        let value = extension(deserializer)?.ok_or_else(|| self.cx.mistyped("binary", "something else"))?;
        self.check(value.len())?;
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Buffer, A::Error> {
        if !self.cx.has_attachments() {
            return Err(self.wrong("object"));
        }
        let value = attachment(None, &mut map, self.cx)?;
        self.check(value.len())?;
        Ok(value)
    }
}

/// The bytes of a MessagePack extension of type 0; `None` for those of another type.
///
/// In Node, socket.io-msgpack-parser writes `Buffer` as binary data, and `ArrayBuffer` and its views as this.
pub(super) fn extension<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Buffer>, D::Error> {
    struct Extension;

    impl<'de> Visitor<'de> for Extension {
        type Value = Option<Buffer>;
        expecting!("a MessagePack extension");

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            let kind: Option<i8> = seq.next_element()?;
            let data: Option<Data> = seq.next_element()?;
            Ok(data.filter(|_| kind == Some(0)).map(|Data(data)| data))
        }
    }

    struct Data(Buffer);

    impl<'de> Deserialize<'de> for Data {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_byte_buf(DataVisitor)
        }
    }

    struct DataVisitor;

    impl<'de> Visitor<'de> for DataVisitor {
        type Value = Data;
        expecting!("binary");

        fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Data, E> {
            Ok(Data(Buffer::copy_from_slice(value)))
        }
    }

    deserializer.deserialize_any(Extension)
}

/// The attachment that a placeholder stands for. `first` is a key that was read already, whose value was not.
pub(super) fn attachment<'de, A: MapAccess<'de>>(
    first: Option<&str>,
    map: &mut A,
    cx: &Cx,
) -> Result<Buffer, A::Error> {
    let (mut is_placeholder, mut number) = (false, None);
    let mut read = |key: &str, map: &mut A| -> Result<(), A::Error> {
        match key {
            // What these are is looked at by nothing else, so a value of another type is only no placeholder's.
            PLACEHOLDER => is_placeholder = map.next_value::<serde_json::Value>()? == true,
            "num" => number = map.next_value::<serde_json::Value>()?.as_u64(),
            _ => _ = map.next_value::<IgnoredAny>()?,
        }
        Ok(())
    };
    if let Some(first) = first {
        read(first, map)?;
    }
    while let Some(key) = map.next_key::<String>()? {
        read(&key, map)?;
    }
    if !is_placeholder {
        return Err(cx.mistyped("binary", "object"));
    }
    let number = number.and_then(|number| usize::try_from(number).ok());
    number
        .and_then(|number| cx.take_attachment(number))
        .ok_or_else(|| cx.refuse(ViolationKind::Placeholder, "no attachment is left for this placeholder"))
}
