//! Reading and writing payloads, against serde's derives on the same types. `cargo bench -p sockgen --bench payload`
//!
//! Prints nanoseconds for one value and the ratio of ours to theirs; the two take turns, so that what else the machine does
//! falls on both.

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use sockgen::__private::{Codec, decode_json, encode_json};

#[sockgen::socket_events("payload.sockgen.yaml")]
mod ours {}

mod theirs {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Message {
        pub id: String,
        pub text: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub room: Option<String>,
        pub from: User,
        pub kind: Kind,
        pub seen_by: Vec<User>,
        pub score: f64,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct User {
        pub id: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        pub online: bool,
    }

    #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Kind {
        Text,
        Drawing,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "lowercase")]
    pub enum Op {
        Insert(Insert),
        Delete(Delete),
        Noop,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Insert {
        pub at: u32,
        pub text: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Delete {
        pub at: u32,
        pub count: u32,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    pub enum Cell {
        String(String),
        F64(f64),
        Bool(bool),
        Insert(Insert),
    }
}

const MESSAGE: &str = r#"{"id":"0190163d-8694","text":"Hello, everybody in this room!","room":"session-123","from":{"id":7,"name":"Ada","online":true},"kind":"text","seenBy":[{"id":8,"online":false},{"id":9,"name":"Grace","online":true}],"score":0.75}"#;

fn main() {
    println!("{:<28} {:>8} {:>8} {:>7}", "", "ours ns", "serde ns", "ratio");
    json::<ours::Message, theirs::Message>("message", MESSAGE);
    json::<sockgen::__private::Internal<ours::Op>, theirs::Op>(
        "tag first",
        r#"{"kind":"insert","at":12,"text":"abc"}"#,
    );
    json::<sockgen::__private::Internal<ours::Op>, theirs::Op>(
        "tag last",
        r#"{"at":12,"text":"abc","kind":"insert"}"#,
    );
    json::<sockgen::__private::Untagged<ours::Cell>, theirs::Cell>("untagged text", r#""abcdef""#);
    json::<sockgen::__private::Untagged<ours::Cell>, theirs::Cell>(
        "untagged object",
        r#"{"at":12,"text":"abc"}"#,
    );
    messagepack();
}

fn json<C: Codec, R>(name: &str, text: &str)
where
    R: Serialize + for<'de> Deserialize<'de>,
{
    let value = decode_json::<C>(text).expect("fits");
    let reference: R = serde_json::from_str(text).expect("fits");
    compare(
        &format!("{name}, JSON read"),
        || _ = black_box(decode_json::<C>(black_box(text))),
        || _ = black_box(serde_json::from_str::<R>(black_box(text))),
    );
    compare(
        &format!("{name}, JSON written"),
        || _ = black_box(encode_json::<C>(black_box(&value))),
        || _ = black_box(serde_json::to_string(black_box(&reference))),
    );
}

fn messagepack() {
    let value: ours::Message = serde_json::from_str(MESSAGE).expect("fits");
    let reference: theirs::Message = serde_json::from_str(MESSAGE).expect("fits");
    let packed = rmp_serde::to_vec_named(&reference).expect("is written");
    compare(
        "message, MessagePack read",
        || _ = black_box(rmp_serde::from_slice::<ours::Message>(black_box(&packed))),
        || _ = black_box(rmp_serde::from_slice::<theirs::Message>(black_box(&packed))),
    );
    compare(
        "message, MessagePack written",
        || _ = black_box(rmp_serde::to_vec_named(black_box(&value))),
        || _ = black_box(rmp_serde::to_vec_named(black_box(&reference))),
    );
}

/// Rounds of both in turn; the fastest of each counts.
fn compare(name: &str, mut ours: impl FnMut(), mut theirs: impl FnMut()) {
    let (mut best_ours, mut best_theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..60 {
        best_ours = best_ours.min(round(&mut ours));
        best_theirs = best_theirs.min(round(&mut theirs));
    }
    let nanoseconds = |time: Duration| time.as_secs_f64() * 1e9 / f64::from(TIMES);
    let (a, b) = (nanoseconds(best_ours), nanoseconds(best_theirs));
    println!("{name:<28} {a:>8.0} {b:>8.0} {:>7.2}", a / b);
}

const TIMES: u32 = 4000;

fn round(work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..TIMES {
        work();
    }
    start.elapsed()
}
