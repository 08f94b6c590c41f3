//! Socket.IO's packets, as the two parsers put them into messages of the engine.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Deserialize as _;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

use crate::handshake::HASH_KEY;
use crate::payload::{AnyArguments, Codec as _, Cx, Plain, Raw, RawValue};

/// How packets are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parser {
    /// Socket.IO's own: text, and binary data in messages of its own.
    Common,
    /// `socket.io-msgpack-parser`: each packet is one binary message.
    MsgPack,
}

/// The kinds of packet. Those with attachments have numbers of their own in the common parser, and are the same here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Connect = 0,
    Disconnect = 1,
    Event = 2,
    Ack = 3,
    ConnectError = 4,
}

impl Kind {
    fn of(number: u64) -> Option<Self> {
        Some(match number {
            0 => Self::Connect,
            1 => Self::Disconnect,
            2 | 5 => Self::Event,
            3 | 6 => Self::Ack,
            4 => Self::ConnectError,
            _ => return None,
        })
    }
}

/// A packet of the client's namespace.
#[derive(Debug)]
pub(super) struct Packet {
    pub(super) kind: Kind,
    /// The ack that is asked for, or that this is.
    pub(super) id: Option<u64>,
    /// Of events and acks the array of their arguments.
    pub(super) data: Option<RawValue>,
}

impl Packet {
    pub(super) fn event(name: &str, arguments: Raw, id: Option<u64>) -> Self {
        let data = std::iter::once(name.into()).chain(arguments.arguments).collect();
        Self { kind: Kind::Event, id, data: Some(RawValue::Array(data)) }
    }

    /// The messages that it is to the engine.
    pub(super) fn write(&self, parser: Parser, namespace: &str) -> Vec<Message> {
        match parser {
            Parser::Common => self.write_text(namespace),
            Parser::MsgPack => {
                // Values of ours: maps have texts as keys, and nothing refuses to be written.
                let bytes = rmp_serde::to_vec(&InOnePiece { packet: self, namespace });
                vec![Message::binary(bytes.unwrap_or_default())]
            }
        }
    }

    fn write_text(&self, namespace: &str) -> Vec<Message> {
        let mut attachments = Vec::new();
        let data = self.data.as_ref().map(|data| detach(data, &mut attachments).to_string());
        let (kind, count) = match attachments.len() {
            0 => (self.kind as u8, String::new()),
            count => (self.kind as u8 + 3, format!("{count}-")),
        };
        let namespace = if namespace == "/" { String::new() } else { format!("{namespace},") };
        let id = self.id.map(|id| id.to_string()).unwrap_or_default();
        let text = format!("4{kind}{count}{namespace}{id}{}", data.unwrap_or_default());
        std::iter::once(Message::text(text)).chain(attachments.into_iter().map(Message::binary)).collect()
    }
}

/// A packet of MessagePack.
struct InOnePiece<'a> {
    packet: &'a Packet,
    namespace: &'a str,
}

impl Serialize for InOnePiece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Packet { kind, id, data } = self.packet;
        let count = 2 + usize::from(id.is_some()) + usize::from(data.is_some());
        let mut map = serializer.serialize_map(Some(count))?;
        map.serialize_entry("type", &(*kind as u8))?;
        map.serialize_entry("nsp", self.namespace)?;
        if let Some(id) = id {
            map.serialize_entry("id", id)?;
        }
        if let Some(data) = data {
            map.serialize_entry("data", &Plain(data))?;
        }
        map.end()
    }
}

/// The JSON of a value whose binary data goes beside it.
fn detach(value: &RawValue, attachments: &mut Vec<Bytes>) -> Value {
    match value {
        RawValue::Bytes(bytes) => {
            attachments.push(bytes.clone());
            json!({ "_placeholder": true, "num": attachments.len() - 1 })
        }
        RawValue::Array(items) => items.iter().map(|item| detach(item, attachments)).collect(),
        RawValue::Object(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), detach(value, attachments))).collect()
        }
        RawValue::Null => Value::Null,
        RawValue::Bool(value) => Value::Bool(*value),
        RawValue::Number(value) => Value::Number(value.clone()),
        RawValue::String(value) => Value::String(value.clone()),
    }
}

/// Puts packets together from the engine's messages.
#[derive(Default)]
pub(super) struct Reader {
    namespace: String,
    /// A packet whose attachments have not all come, and how many there will be.
    begun: Option<(String, Vec<Bytes>, usize)>,
}

/// What cannot be read. The server has sent it, so this is either its mistake or one of this module.
#[derive(Debug, PartialEq)]
pub(super) struct Unreadable(pub(super) String);

impl Reader {
    pub(super) fn new(namespace: &str) -> Self {
        Self { namespace: namespace.to_owned(), begun: None }
    }

    /// A text behind the engine's `4`; a packet if one is whole with it.
    pub(super) fn text(&mut self, text: &str) -> Result<Option<Packet>, Unreadable> {
        let attachments = match text.as_bytes().first() {
            Some(b'5' | b'6') => text[1..].split_once('-').and_then(|(count, _)| count.parse().ok()),
            _ => Some(0),
        };
        let attachments = attachments.ok_or_else(|| Unreadable(text.to_owned()))?;
        self.begun = Some((text.to_owned(), Vec::new(), attachments));
        self.finish()
    }

    /// A binary message: an attachment, or a packet of MessagePack.
    pub(super) fn binary(&mut self, bytes: Bytes, parser: Parser) -> Result<Option<Packet>, Unreadable> {
        match (parser, &mut self.begun) {
            (Parser::MsgPack, _) => self.whole(&bytes),
            (Parser::Common, Some((_, attachments, _))) => {
                attachments.push(bytes);
                self.finish()
            }
            (Parser::Common, None) => Err(Unreadable("binary data of no packet".to_owned())),
        }
    }

    fn finish(&mut self) -> Result<Option<Packet>, Unreadable> {
        match self.begun.take() {
            Some((text, attachments, count)) if attachments.len() >= count => {
                let packet = parse(&text, attachments, &self.namespace);
                packet.ok_or(Unreadable(text))
            }
            begun => {
                self.begun = begun;
                Ok(None)
            }
        }
    }

    fn whole(&self, bytes: &[u8]) -> Result<Option<Packet>, Unreadable> {
        let unreadable = || Unreadable(format!("{} bytes that are no packet of MessagePack", bytes.len()));
        let packet: RawValue = rmp_serde::from_slice(bytes).map_err(|_| unreadable())?;
        let namespace = packet.get("nsp").and_then(RawValue::as_str).ok_or_else(unreadable)?;
        if namespace != self.namespace {
            return Ok(None);
        }
        let number = |key| match packet.get(key) {
            Some(RawValue::Number(number)) => number.as_u64(),
            _ => None,
        };
        let kind = number("type").and_then(Kind::of).ok_or_else(unreadable)?;
        Ok(Some(Packet { kind, id: number("id"), data: packet.get("data").cloned() }))
    }
}

/// `None` within for a packet of another namespace.
fn parse(text: &str, attachments: Vec<Bytes>, namespace: &str) -> Option<Option<Packet>> {
    let kind = text.get(..1)?.parse().ok()?;
    let mut rest = text.get(1..)?;
    if kind > 4 {
        rest = rest.split_once('-')?.1;
    }
    let kind = Kind::of(kind)?;
    let mut of = "/";
    if rest.starts_with('/') {
        // One that is not followed by anything needs no comma.
        (of, rest) = rest.split_once(',').unwrap_or((rest, ""));
    }
    if of != namespace {
        return Some(None);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (id, data) = rest.split_at(digits);
    let id = if id.is_empty() { None } else { Some(id.parse().ok()?) };
    let data = match (data.is_empty(), kind) {
        (true, _) => None,
        (false, Kind::Event | Kind::Ack) => Some(RawValue::Array(arguments(data, attachments)?)),
        (false, _) => {
            let mut deserializer = serde_json::Deserializer::from_str(data);
            Some(RawValue::deserialize(&mut deserializer).ok()?)
        }
    };
    Some(Some(Packet { kind, id, data }))
}

fn arguments(text: &str, attachments: Vec<Bytes>) -> Option<Vec<RawValue>> {
    let cx = Cx::new().with_attachments(attachments);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let raw = AnyArguments::decode(&mut deserializer, &cx).ok()?;
    deserializer.end().ok()?;
    Some(raw.arguments)
}

/// The handshake's `auth` with what generated clients add to it.
pub(super) fn with_hash(auth: RawValue, hash: &str) -> RawValue {
    let hash = || (HASH_KEY.to_owned(), RawValue::from(hash));
    match auth {
        RawValue::Null => RawValue::Object(BTreeMap::from([hash()])),
        RawValue::Object(entries) => RawValue::Object(entries.into_iter().chain([hash()]).collect()),
        // Something else has no room for it.
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_read_as_they_are_written() {
        let data = RawValue::from(json!(["ev", { "a": [1, null, "x"] }]));
        let binary = RawValue::Array(vec![
            "ev".into(),
            RawValue::Bytes(Bytes::from_static(b"one")),
            RawValue::Object(BTreeMap::from([("b".to_owned(), Bytes::from_static(b"two").into())])),
        ]);
        for parser in [Parser::Common, Parser::MsgPack] {
            for namespace in ["/", "/admin", "/game/a%2Cb/2"] {
                for (data, id) in [(&data, None), (&data, Some(7)), (&binary, Some(12)), (&binary, None)] {
                    let packet = Packet { kind: Kind::Event, id, data: Some(data.clone()) };
                    let mut reader = Reader::new(namespace);
                    let mut read = None;
                    for message in packet.write(parser, namespace) {
                        assert!(read.is_none(), "it was whole before");
                        read = match message {
                            Message::Text(text) => reader.text(&text[1..]),
                            Message::Binary(bytes) => reader.binary(bytes, parser),
                            other => panic!("{other:?}"),
                        }
                        .expect("it can be read");
                    }
                    let read = read.expect("it is whole");
                    assert_eq!((read.kind, read.id, read.data.as_ref()), (Kind::Event, id, Some(data)));
                }
            }
        }
    }

    #[test]
    fn packets_of_other_namespaces_are_not_ours() {
        let mut reader = Reader::new("/");
        assert!(reader.text(r#"2/admin,["ev"]"#).expect("a packet").is_none());
        assert!(reader.text(r#"2["ev"]"#).expect("a packet").is_some());
        let mut reader = Reader::new("/admin");
        assert!(reader.text(r#"2["ev"]"#).expect("a packet").is_none());
        assert!(reader.text("1/admin").expect("a packet").is_some());
        assert!(reader.text("1/admin,").expect("a packet").is_some());
    }

    #[test]
    fn what_is_no_packet_is_shown() {
        for text in ["", "9", "x", "5[]", r#"2["ev""#, r#"2["ev"]x"#, "2{}", "é"] {
            assert_eq!(Reader::new("/").text(text).err(), Some(Unreadable(text.to_owned())), "{text}");
        }
        assert!(Reader::new("/").binary(Bytes::from_static(b"x"), Parser::Common).is_err());
        assert!(Reader::new("/").binary(Bytes::from_static(b"x"), Parser::MsgPack).is_err());
    }
}
