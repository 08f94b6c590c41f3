//! The same answers as serde's derives, over inputs that are mutated from valid ones.
//!
//! Where we differ on purpose the violation says so, and [`differs_on_purpose`] lists those; everything else must be
//! the same: both take an input and read the same value, or both refuse it.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sockgen::__private::{Received, Violation, decode_json, take_violation};

use crate::shapes::{Everything, Kind};

#[derive(Debug, Clone, Copy, Deserialize, Serialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum RefKind {
    Text,
    Drawing,
}

#[derive(Debug, Deserialize, Serialize)]
struct RefInner {
    #[serde(deserialize_with = "integer")]
    x: i32,
    kind: RefKind,
}

#[derive(Debug, Deserialize, Serialize)]
struct Reference {
    id: String,
    #[serde(deserialize_with = "integer")]
    count: u32,
    #[serde(default)]
    note: Option<String>,
    // With a function of its own a missing `Option` is an error, as `T | null` wants it.
    #[serde(deserialize_with = "Option::deserialize")]
    nickname: Option<String>,
    #[serde(default, deserialize_with = "some")]
    cleared: Option<Option<Small>>,
    ratio: f64,
    on: bool,
    tags: Vec<String>,
    inner: RefInner,
    ops: Vec<RefInner>,
    scores: BTreeMap<String, Small>,
}

#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
struct Small(#[serde(deserialize_with = "integer")] u8);

fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// serde refuses `5.0` as an integer, we take it.
pub(crate) fn integer<'de, D: Deserializer<'de>, T: TryFrom<i64>>(deserializer: D) -> Result<T, D::Error> {
    struct Integer;
    impl Visitor<'_> for Integer {
        type Value = i64;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an integer")
        }
        fn visit_i64<E: de::Error>(self, value: i64) -> Result<i64, E> {
            Ok(value)
        }
        fn visit_u64<E: de::Error>(self, value: u64) -> Result<i64, E> {
            value.try_into().map_err(E::custom)
        }
        fn visit_f64<E: de::Error>(self, value: f64) -> Result<i64, E> {
            if value.fract() == 0.0 { Ok(value as i64) } else { Err(E::custom("")) }
        }
    }
    T::try_from(deserializer.deserialize_any(Integer)?).map_err(|_| de::Error::custom(""))
}

impl Reference {
    /// The constraints, which a derive does not know.
    fn fits(&self) -> bool {
        (1..=64).contains(&self.id.chars().count()) && self.ratio.is_finite()
    }

    fn equals(&self, value: &Everything) -> bool {
        let inner = |a: &RefInner, b: &crate::shapes::Inner| {
            a.x == b.x && (a.kind == RefKind::Text) == (b.kind == Kind::Text)
        };
        self.id == value.id
            && self.count == value.count
            && self.note == value.note
            && self.nickname == value.nickname
            && self.cleared.map(|cleared| cleared.map(|small| small.0)) == value.cleared
            && self.ratio == value.ratio
            && self.on == value.on
            && self.tags == value.tags
            && inner(&self.inner, &value.inner)
            && self.ops.len() == value.ops.len()
            && self.ops.iter().zip(&value.ops).all(|(a, b)| inner(a, b))
            && self.scores.iter().map(|(key, small)| (key, &small.0)).eq(&value.scores)
    }
}

/// What serde's derives take and we do not.
fn differs_on_purpose(violation: &Violation) -> bool {
    let message = violation.message.as_str();
    message == "expected object, got array"        // a JSON array for a struct
        || message.contains("got binary")          // bytes for a text
        || message.contains("string as key")       // numbered fields
        || (message == "expected string, got number" && violation.path.ends_with(".kind")) // numbered variants
        || message == "this key stands twice"      // in a map
        || message.contains("__proto__")
}

#[derive(Default, Debug)]
struct Tally {
    both_take: u32,
    both_refuse: u32,
    on_purpose: u32,
}

impl Tally {
    #[track_caller]
    fn add(
        &mut self,
        ours: Result<Everything, Violation>,
        theirs: Result<Reference, String>,
        input: &dyn fmt::Debug,
    ) {
        let theirs = theirs.and_then(|value| if value.fits() { Ok(value) } else { Err("constraint".into()) });
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => {
                assert!(theirs.equals(&ours), "{input:?}\n{ours:?}\n{theirs:?}");
                self.both_take += 1;
            }
            (Err(_), Err(_)) => self.both_refuse += 1,
            (Err(violation), Ok(_)) if differs_on_purpose(&violation) => self.on_purpose += 1,
            (ours, theirs) => panic!("{input:?}\nours: {ours:?}\ntheirs: {theirs:?}"),
        }
    }
}

/// A small generator, so that every run tries the same inputs.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

fn seeds() -> Vec<Value> {
    vec![
        json!({ "id": "room-1", "count": 3, "note": "hi", "nickname": "k", "cleared": 7, "ratio": 0.5, "on": true,
            "tags": ["x", "y"], "inner": { "x": -1, "kind": "text" }, "ops": [{ "x": 1, "kind": "drawing" }], "scores": { "a": 1, "b": 2 } }),
        json!({ "id": "é", "count": 0, "nickname": null, "ratio": 1, "on": false, "tags": [], "inner": { "kind": "text", "x": 5 },
            "ops": [], "scores": {} }),
    ]
}

/// Changes one place in a tree: another value, a lost, doubled or renamed key.
fn mutate(value: &mut Value, random: &mut Random) {
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(300),
        json!(2.0),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!("text"),
        json!([]),
        json!({}),
        json!([1, "text"]),
        json!({ "x": 1, "kind": "text" }),
    ];
    match value {
        Value::Object(entries) if !entries.is_empty() && random.below(8) > 0 => {
            let key = entries.keys().nth(random.below(entries.len())).unwrap().clone();
            match random.below(6) {
                0 => _ = entries.remove(&key),
                1 => {
                    let moved = entries.remove(&key).unwrap();
                    entries.insert(
                        (*random.pick(&["note", "x", "new", "cleared", "__proto__"])).to_owned(),
                        moved,
                    );
                }
                _ => mutate(entries.get_mut(&key).unwrap(), random),
            }
        }
        Value::Array(items) if !items.is_empty() && random.below(4) > 0 => {
            let index = random.below(items.len());
            mutate(&mut items[index], random);
        }
        _ => *value = random.pick(&others).clone(),
    }
}

pub(crate) fn mutate_bytes(bytes: &mut Vec<u8>, alphabet: &[u8], random: &mut Random) {
    let at = random.below(bytes.len());
    match random.below(5) {
        0 => bytes.truncate(at),
        1 => _ = bytes.remove(at),
        2 => bytes.insert(at, *random.pick(alphabet)),
        3 => {
            let end = (at + random.below(12)).min(bytes.len());
            let chunk = bytes[at..end].to_vec();
            bytes.splice(at..at, chunk);
        }
        _ => bytes[at] = *random.pick(alphabet),
    }
}

fn packed(bytes: &[u8]) -> (Result<Everything, Violation>, Result<Reference, String>) {
    let ours = rmp_serde::from_slice::<Received<Everything>>(bytes);
    let ours = ours.map(|received| received.0).map_err(|_| take_violation().unwrap());
    (ours, rmp_serde::from_slice(bytes).map_err(|error| error.to_string()))
}

#[test]
fn json_is_read_as_serde_reads_it() {
    let mut tally = Tally::default();
    let mut random = Random(0x5eed);
    let alphabet = br#"{}[]",:0123456789.-eE truefalsnl\xkind_"#;
    for round in 0..12_000 {
        let mut value = random.pick(&seeds()).clone();
        for _ in 0..random.below(3) {
            mutate(&mut value, &mut random);
        }
        let mut text = value.to_string().into_bytes();
        if round % 2 == 0 && !text.is_empty() {
            mutate_bytes(&mut text, alphabet, &mut random);
        }
        let Ok(text) = String::from_utf8(text) else { continue };
        let theirs = serde_json::from_str(&text).map_err(|error| error.to_string());
        tally.add(decode_json::<Everything>(&text), theirs, &text);
    }
    assert!(tally.both_take > 2000 && tally.both_refuse > 2000 && tally.on_purpose < 300, "{tally:?}");
}

#[test]
fn messagepack_is_read_as_serde_reads_it() {
    let mut tally = Tally::default();
    let mut random = Random(0xfeed);
    let alphabet: Vec<u8> = (0..=255).collect();
    for round in 0..12_000 {
        let mut value = random.pick(&seeds()).clone();
        for _ in 0..random.below(3) {
            mutate(&mut value, &mut random);
        }
        let mut bytes = rmp_serde::to_vec(&value).unwrap();
        if round % 3 == 0 {
            // A struct as an array, as MessagePack encoders outside of JavaScript write it.
            let Ok(reference) = serde_json::from_value::<Reference>(value) else { continue };
            bytes = rmp_serde::to_vec(&reference).unwrap();
        }
        if round % 2 == 0 {
            mutate_bytes(&mut bytes, &alphabet, &mut random);
        }
        let (ours, theirs) = packed(&bytes);
        tally.add(ours, theirs, &bytes);
    }
    assert!(tally.both_take > 2000 && tally.both_refuse > 2000 && tally.on_purpose < 300, "{tally:?}");
}
