//! Unions, tuples, number enums, brands, binary data and defaults: the same answers as serde's derives, for inputs that
//! are mutated from valid ones, as JSON, as MessagePack, and through both of the engine's parsers.
//!
//! The values that both read are compared by what they serialize to: ours through the codecs, theirs by the derive.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Debug;

use bytes::Bytes;
use serde::de::{self, DeserializeOwned, Deserializer};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use socketioxide_core::Value;
use socketioxide_core::parser::Parse;
use socketioxide_parser_common::CommonParser;
use socketioxide_parser_msgpack::MsgPackParser;
use sockgen::__private::{Received, Violation, ViolationKind, take_violation};

use crate::constructs::emitted::{Cell, Doc, Expr, Op, Status};
use crate::differential::{Random, integer, mutate_bytes};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefInsert {
    #[serde(deserialize_with = "integer")]
    at: u32,
    #[serde(deserialize_with = "text::<_, 1, 10>")]
    text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefAttach {
    #[serde(deserialize_with = "text::<_, 0, 1000>")]
    name: String,
    #[serde(deserialize_with = "binary::<_, 0, 8>")]
    body: Bytes,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefGroup {
    ops: Vec<RefOp>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum RefOp {
    Insert(RefInsert),
    Attach(RefAttach),
    Group(RefGroup),
    Noop,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefLit {
    #[serde(deserialize_with = "safe")]
    value: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefNot {
    of: RefExpr,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum RefExpr {
    Lit(RefLit),
    Not(Box<RefNot>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefRunning {
    #[serde(deserialize_with = "moment")]
    since: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "name", content = "data", rename_all = "lowercase")]
enum RefStatus {
    Waiting,
    Running(RefRunning),
    Binary(#[serde(deserialize_with = "binary::<_, 0, 1000>")] Bytes),
    Maybe(Option<bool>),
}

// The order of the members that are objects is that of how many keys they must have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum RefCell {
    String(#[serde(deserialize_with = "text::<_, 0, 5>")] String),
    F64(f64),
    Bytes(#[serde(deserialize_with = "binary::<_, 0, 1000>")] Bytes),
    List(Vec<RefCell>),
    Insert(RefInsert),
    Attach(RefAttach),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct RefDoc {
    #[serde(deserialize_with = "slug")]
    id: String,
    position: (f64, RefSmall),
    #[serde(
        default,
        deserialize_with = "maybe_binary::<_, 0, 1000>",
        skip_serializing_if = "Option::is_none"
    )]
    body: Option<Bytes>,
    #[serde(default, deserialize_with = "cleared", skip_serializing_if = "Option::is_none")]
    cleared: Option<Option<Bytes>>,
    #[serde(deserialize_with = "parts")]
    parts: Vec<Bytes>,
    #[serde(deserialize_with = "cells")]
    cells: BTreeMap<String, RefCell>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    op: Option<RefOp>,
    #[serde(deserialize_with = "Option::deserialize")]
    status: Option<RefStatus>,
    #[serde(deserialize_with = "integer")]
    count: u8,
    #[serde(deserialize_with = "page")]
    page: i64,
    #[serde(default = "text_kind", deserialize_with = "kind")]
    role: String,
    #[serde(default, deserialize_with = "short")]
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct RefSmall(#[serde(deserialize_with = "integer")] u8);

fn text<'de, D: Deserializer<'de>, const MIN: usize, const MAX: usize>(
    deserializer: D,
) -> Result<String, D::Error> {
    let Text(text) = Text::deserialize(deserializer)?;
    if (MIN..=MAX).contains(&text.chars().count()) { Ok(text) } else { Err(de::Error::custom("length")) }
}

/// A `String` takes bytes too, where it is asked for by name.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = String;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("text")
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<String, E> {
                Ok(value.to_owned())
            }
        }
        deserializer.deserialize_any(Visitor).map(Text)
    }
}

/// The `Bytes` of `bytes` take a text and a list of numbers too.
struct Binary(Bytes);

impl<'de> Deserialize<'de> for Binary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Bytes;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("binary")
            }
            fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes::copy_from_slice(value))
            }
        }
        deserializer.deserialize_any(Visitor).map(Binary)
    }
}

fn binary<'de, D: Deserializer<'de>, const MIN: usize, const MAX: usize>(
    deserializer: D,
) -> Result<Bytes, D::Error> {
    let Binary(value) = Binary::deserialize(deserializer)?;
    if (MIN..=MAX).contains(&value.len()) { Ok(value) } else { Err(de::Error::custom("length")) }
}

/// As an option the engine's parser does not find attachments, so the reference asks for anything as well.
fn maybe_binary<'de, D: Deserializer<'de>, const MIN: usize, const MAX: usize>(
    deserializer: D,
) -> Result<Option<Bytes>, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = Option<Bytes>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("binary or null")
        }
        fn visit_unit<E: de::Error>(self) -> Result<Option<Bytes>, E> {
            Ok(None)
        }
        fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Option<Bytes>, E> {
            Ok(Some(Bytes::copy_from_slice(value)))
        }
    }
    let value = deserializer.deserialize_any(Visitor)?;
    let fits = value.as_ref().is_none_or(|value| (MIN..=MAX).contains(&value.len()));
    if fits { Ok(value) } else { Err(de::Error::custom("length")) }
}

fn cleared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Bytes>>, D::Error> {
    maybe_binary::<D, 1, 4>(deserializer).map(Some)
}

fn parts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Bytes>, D::Error> {
    let parts = Vec::<Binary>::deserialize(deserializer)?;
    Ok(parts.into_iter().map(|Binary(part)| part).collect())
}

fn cells<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, RefCell>, D::Error> {
    let cells = BTreeMap::deserialize(deserializer)?;
    if cells.len() <= 3 { Ok(cells) } else { Err(de::Error::custom("length")) }
}

fn slug<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = text::<D, 1, 40>(deserializer)?;
    let fits = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if fits { Ok(text) } else { Err(de::Error::custom("pattern")) }
}

fn safe<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let value: i64 = integer(deserializer)?;
    if value.unsigned_abs() < 1 << 53 { Ok(value) } else { Err(de::Error::custom("range")) }
}

fn page<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let value = safe(deserializer)?;
    if [10, -1].contains(&value) { Ok(value) } else { Err(de::Error::custom("page")) }
}

fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let Text(value) = Text::deserialize(deserializer)?;
    if ["text", "drawing"].contains(&value.as_str()) { Ok(value) } else { Err(de::Error::custom("kind")) }
}

fn text_kind() -> String {
    "text".to_owned()
}

fn short<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let value = Option::<Text>::deserialize(deserializer)?.map(|Text(value)| value);
    let fits = value.as_ref().is_none_or(|value| value.chars().count() <= 3);
    if fits { Ok(value) } else { Err(de::Error::custom("length")) }
}

/// The seeds have one form of a moment only; anything else is as good as wrong.
fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text == MOMENT { Ok(text) } else { Err(de::Error::custom("moment")) }
}

const MOMENT: &str = "2024-01-01T00:00:00.000Z";

/// A value with binary data, by which inputs are made: JSON, or a buffer.
#[derive(Clone, Debug)]
enum Tree {
    Plain(Json),
    Bytes(Vec<u8>),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl From<Json> for Tree {
    /// `{ "$": "text" }` stands for a buffer.
    fn from(json: Json) -> Self {
        match json {
            Json::Object(entries) if entries.contains_key("$") => {
                Tree::Bytes(entries["$"].as_str().unwrap().as_bytes().to_vec())
            }
            Json::Object(entries) => {
                Tree::Object(entries.into_iter().map(|(key, value)| (key, value.into())).collect())
            }
            Json::Array(items) => Tree::List(items.into_iter().map(Tree::from).collect()),
            other => Tree::Plain(other),
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Plain(json) => json.serialize(serializer),
            Tree::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Tree::List(items) => serializer.collect_seq(items),
            Tree::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl Tree {
    /// Whether an object looks like a placeholder, which are only in frames of ours where they are not wanted.
    fn has_forged(&self) -> bool {
        match self {
            Tree::Plain(_) | Tree::Bytes(_) => false,
            Tree::List(items) => items.iter().any(Tree::has_forged),
            Tree::Object(entries) => {
                entries.iter().any(|(key, value)| key == "_placeholder" || value.has_forged())
            }
        }
    }

    /// Changes one place: another value, a lost, moved, doubled or renamed key.
    fn mutate(&mut self, random: &mut Random) {
        let others = [
            json!(null),
            json!(true),
            json!(0),
            json!(-1),
            json!(300),
            json!(2.0),
            json!(1.5),
            json!(1e300),
            json!(10),
            json!(""),
            json!("text"),
            json!("insert"),
            json!("noop"),
            json!("running"),
            json!("waiting"),
            json!([]),
            json!({}),
            json!([1, "text"]),
            json!({ "kind": "noop" }),
            json!({ "name": "waiting" }),
            json!({ "at": 1, "text": "a" }),
            json!({ "$": "abc" }),
            json!({ "$": "abcdefghi" }),
            json!([[{ "$": "" }]]),
            json!({ "kind": "lit", "value": 1 }),
            json!({ "_placeholder": true, "num": 0 }),
        ];
        match self {
            Tree::Object(entries) if !entries.is_empty() && random.below(8) > 0 => {
                let at = random.below(entries.len());
                match random.below(8) {
                    0 => _ = entries.remove(at),
                    1 => {
                        let names = [
                            "kind", "name", "data", "at", "text", "value", "of", "new", "body", "ops", "role",
                        ];
                        entries[at].0 = (*random.pick(&names)).to_owned();
                    }
                    2 => entries.reverse(),
                    3 => {
                        let entry = entries.remove(at);
                        entries.push(entry);
                    }
                    4 => entries.push(("new".to_owned(), random.pick(&others).clone().into())),
                    _ => entries[at].1.mutate(random),
                }
            }
            Tree::List(items) if !items.is_empty() && random.below(4) > 0 => {
                let at = random.below(items.len());
                match random.below(5) {
                    0 => _ = items.remove(at),
                    1 => items.push(random.pick(&others).clone().into()),
                    _ => items[at].mutate(random),
                }
            }
            _ => *self = random.pick(&others).clone().into(),
        }
    }
}

#[derive(Default, Debug)]
struct Tally {
    both_take: u32,
    both_refuse: u32,
    on_purpose: u32,
}

/// What serde's derives take and we do not, or the other way round, on purpose.
fn differs_on_purpose(ours: &Violation) -> bool {
    let message = ours.message.as_str();
    message.ends_with("got array") && message.starts_with("expected object") // a JSON array for a struct
        || message.contains("got binary")            // bytes for a text
        || message.contains("string as key")         // numbered fields
        || message == "this key stands twice"        // in a map
        || message == "missing" && ours.path.ends_with(".data") // `T | null` that is missing
        || message.contains("_placeholder")
        || message.contains("__proto__")
        || message == "length must be at most 5"     // a list of two members that serde takes for an object
        // serde's variants are numbers and bytes too.
        || message.starts_with("expected string, got") && [".kind", ".name"].iter().any(|end| ours.path.ends_with(end))
}

/// Of each type, in five forms: more than 30,000 inputs.
const ROUNDS: usize = 1300;

impl Tally {
    #[track_caller]
    fn is_telling(&self) {
        assert!(self.both_take > 1000 && self.both_refuse > 1000 && self.on_purpose < 1200, "{self:?}");
    }

    #[track_caller]
    fn add<T: Serialize + Debug, R: Serialize + Debug>(
        &mut self,
        name: &str,
        ours: Result<T, Violation>,
        theirs: Result<R, String>,
        more: &dyn Fn(&T) -> bool,
        input: &dyn Debug,
    ) {
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => {
                let left = rmp_serde::to_vec_named(&ours).unwrap();
                let right = rmp_serde::to_vec_named(&theirs).unwrap();
                assert_eq!(tree(&left), tree(&right), "{name} {input:?}\n{ours:?}\n{theirs:?}");
                self.both_take += 1;
            }
            (Err(_), Err(_)) => self.both_refuse += 1,
            (Err(violation), Ok(_)) if differs_on_purpose(&violation) => self.on_purpose += 1,
            // What is open takes more than the closed reference does.
            (Ok(ours), Err(_)) if more(&ours) => self.on_purpose += 1,
            (ours, theirs) => panic!("{name} {input:?}\nours: {ours:?}\ntheirs: {theirs:?}"),
        }
    }
}

/// What is written, whatever the order of keys and the width of numbers.
fn tree(bytes: &[u8]) -> String {
    fn sorted(value: Plain) -> Plain {
        match value {
            Plain::Object(mut entries) => {
                entries.sort_by(|a, b| a.0.cmp(&b.0));
                Plain::Object(entries.into_iter().map(|(key, value)| (key, sorted(value))).collect())
            }
            Plain::List(items) => Plain::List(items.into_iter().map(sorted).collect()),
            other => other,
        }
    }
    format!("{:?}", sorted(rmp_serde::from_slice(bytes).unwrap()))
}

#[derive(Debug)]
#[expect(dead_code, reason = "compared as its debug form")]
enum Plain {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Binary(Vec<u8>),
    List(Vec<Plain>),
    Object(Vec<(String, Plain)>),
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Plain;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("anything")
            }
            fn visit_unit<E>(self) -> Result<Plain, E> {
                Ok(Plain::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
                Ok(Plain::Bool(value))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
                Ok(Plain::Number(value as f64))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
                Ok(Plain::Number(value as f64))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Plain, E> {
                Ok(Plain::Number(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Plain, E> {
                Ok(Plain::Text(value.to_owned()))
            }
            fn visit_bytes<E>(self, value: &[u8]) -> Result<Plain, E> {
                Ok(Plain::Binary(value.to_vec()))
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Plain, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Plain::List(items))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Plain, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Plain::Object(entries))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// Mutates the seeds of one type and holds both sides against each other, in every format.
fn compare<C, R>(name: &str, seeds: &[Json], more: &dyn Fn(&C::Value) -> bool, rounds: usize) -> Tally
where
    C: sockgen::__private::Codec<Value: Serialize>,
    R: DeserializeOwned + Serialize + Debug,
{
    let read = |result: Result<Received<C>, String>| {
        result.map(|Received(value)| value).map_err(|error| {
            take_violation().unwrap_or_else(|| Violation::new(ViolationKind::Malformed, error))
        })
    };
    let text = |error: &dyn Debug| format!("{error:?}");
    let mut tally = Tally::default();
    let mut random = Random(0x5eed ^ name.len() as u64);
    let json_alphabet = br#"{}[]",:0123456789.-eE truefalsnl\xkind_"#;
    let all: Vec<u8> = (0..=255).collect();
    for round in 0..rounds {
        let mut value = Tree::from(random.pick(seeds).clone());
        for _ in 0..random.below(4) {
            value.mutate(&mut random);
        }
        // JSON alone; buffers are lists of numbers there, which both refuse.
        let mut json = serde_json::to_vec(&value).unwrap();
        if round % 3 == 0 {
            mutate_bytes(&mut json, json_alphabet, &mut random);
        }
        if let Ok(json) = String::from_utf8(json) {
            let ours = read(serde_json::from_str::<Received<C>>(&json).map_err(|e| text(&e)));
            tally.add(name, ours, serde_json::from_str::<R>(&json).map_err(|e| text(&e)), more, &json);
        }
        // MessagePack: maps as clients send them, arrays as serde's derive writes structs.
        let mut packed = rmp_serde::to_vec(&value).unwrap();
        if round % 4 == 0
            && let Ok(reference) = rmp_serde::from_slice::<R>(&packed)
        {
            packed = rmp_serde::to_vec(&reference).unwrap();
        }
        if round % 2 == 0 {
            mutate_bytes(&mut packed, &all, &mut random);
        }
        let ours = read(rmp_serde::from_slice::<Received<C>>(&packed).map_err(|e| text(&e)));
        tally.add(name, ours, rmp_serde::from_slice::<R>(&packed).map_err(|e| text(&e)), more, &packed);
        // Beside a text, by the engine's parser and by ourselves. That parser mixes up attachments behind one that nobody
        // asked for when serde's derive reads, so the reference reads the same value as MessagePack.
        let frame = CommonParser.encode_value(&value, Some("e")).unwrap();
        if !value.has_forged() {
            let theirs =
                || rmp_serde::from_slice::<R>(&rmp_serde::to_vec(&value).unwrap()).map_err(|e| text(&e));
            let ours = read(CommonParser.decode_value(&mut frame.clone(), true).map_err(|e| text(&e)));
            tally.add(name, ours, theirs(), more, &frame);
            let Value::Str(text_of, attachments) = frame else { panic!("a text") };
            let argument = text_of.strip_prefix("[\"e\",").and_then(|text| text.strip_suffix(']')).unwrap();
            tally.add(
                name,
                direct::<C>(argument, attachments.unwrap_or_default()),
                theirs(),
                more,
                &argument,
            );
        }
        let frame = MsgPackParser.encode_value(&value, Some("e")).unwrap();
        let ours = read(MsgPackParser.decode_value(&mut frame.clone(), true).map_err(|e| text(&e)));
        let theirs = MsgPackParser.decode_value::<R>(&mut frame.clone(), true).map_err(|e| text(&e));
        tally.add(name, ours, theirs, more, &frame);
    }
    tally
}

fn direct<C: sockgen::__private::Codec>(
    text: &str,
    attachments: VecDeque<Bytes>,
) -> Result<C::Value, Violation> {
    let cx = sockgen::__private::Cx::new().with_attachments(attachments);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    C::decode(&mut deserializer, &cx).map_err(|_| cx.into_violation())
}

/// The reference knows only the one of the seeds.
fn is_another_moment(value: &dyn Debug) -> bool {
    let text = format!("{value:?}");
    text.contains("Running") && !text.contains("2024-01-01T00:00:00Z")
}

fn insert() -> Json {
    json!({ "kind": "insert", "at": 1, "text": "a" })
}

#[test]
fn internally_tagged_unions_are_read_as_serde_reads_them() {
    let seeds = [
        insert(),
        json!({ "kind": "attach", "name": "n", "body": { "$": "abc" } }),
        json!({ "kind": "noop" }),
        json!({ "ops": [insert(), { "kind": "noop" }, { "kind": "attach", "name": "", "body": { "$": "" } }], "kind": "group" }),
    ];
    let unknown = |op: &Op| format!("{op:?}").contains("Unknown(");
    let tally = compare::<sockgen::__private::Internal<Op>, RefOp>("Op", &seeds, &unknown, ROUNDS);
    tally.is_telling();
    let seeds = [
        json!({ "kind": "lit", "value": 1 }),
        json!({ "kind": "not", "of": { "of": { "value": -7, "kind": "lit" }, "kind": "not" } }),
    ];
    let tally = compare::<sockgen::__private::Internal<Expr>, RefExpr>("Expr", &seeds, &|_| false, ROUNDS);
    tally.is_telling();
}

#[test]
fn adjacently_tagged_unions_are_read_as_serde_reads_them() {
    let seeds = [
        json!({ "name": "waiting" }),
        json!({ "name": "running", "data": { "since": MOMENT } }),
        json!({ "data": { "since": MOMENT }, "name": "running" }),
        json!({ "name": "binary", "data": { "$": "abc" } }),
        json!({ "data": true, "name": "maybe" }),
        json!({ "data": null, "name": "maybe" }),
    ];
    // Unknown members, and content beside a member that has none.
    let more =
        |status: &Status| matches!(status, Status::Unknown(_) | Status::Waiting) || is_another_moment(status);
    let tally = compare::<sockgen::__private::Adjacent<Status>, RefStatus>("Status", &seeds, &more, ROUNDS);
    tally.is_telling();
}

#[test]
fn untagged_unions_are_read_as_serde_reads_them() {
    let seeds = [
        json!("a"),
        json!(1.5),
        json!({ "$": "abc" }),
        json!([1, "a", [{ "$": "a" }, []]]),
        json!({ "at": 1, "text": "a" }),
        json!({ "name": "n", "body": { "$": "abc" } }),
    ];
    let tally = compare::<sockgen::__private::Untagged<Cell>, RefCell>("Cell", &seeds, &|_| false, ROUNDS);
    tally.is_telling();
}

#[test]
fn a_document_of_everything_is_read_as_serde_reads_it() {
    let seeds = [
        json!({ "id": "doc-1", "position": [1.5, 2], "body": { "$": "b" }, "cleared": { "$": "c" }, "parts": [{ "$": "1" }, { "$": "2" }],
            "cells": { "a": "x", "b": [1, { "$": "3" }], "c": { "at": 1, "text": "a" } }, "op": insert(),
            "status": { "data": { "since": MOMENT }, "name": "running" }, "count": 1, "page": 10, "role": "drawing", "note": "abc" }),
        json!({ "id": "a", "position": [0, 0], "cleared": null, "parts": [], "cells": {}, "status": null, "count": 255, "page": -1 }),
    ];
    let more = |doc: &Doc| {
        let text = format!("{doc:?}");
        text.contains("Unknown(")
            || text.contains("Waiting")
            || is_another_moment(doc)
            || text.contains("money") && doc.money.is_some()
    };
    let tally = compare::<Doc, RefDoc>("Doc", &seeds, &more, ROUNDS);
    tally.is_telling();
}
