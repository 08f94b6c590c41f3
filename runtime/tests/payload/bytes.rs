//! Binary data: beside a text of ours, through both of the engine's parsers, and where there is none.

use std::collections::VecDeque;

use bytes::Bytes as Buffer;
use socketioxide_core::Value;
use socketioxide_core::parser::Parse;
use socketioxide_parser_common::CommonParser;
use socketioxide_parser_msgpack::MsgPackParser;
use sockgen::__private::{
    Adjacent, Args, Bytes, BytesLen, Codec, Cx, External, Internal, List, Nullable, Optional, Received, Sent,
    Str, Untagged, Violation, ViolationKind, decode_json, encode_json, take_violation,
};

use crate::constructs::emitted::{Attach, Cell, Doc, Op, Status};
use crate::constructs::{Pixels, Shade};

fn buffer(text: &str) -> Buffer {
    Buffer::copy_from_slice(text.as_bytes())
}

/// Decodes a text of ours, with its attachments.
fn beside<C: Codec>(text: &str, attachments: &[&str]) -> Result<C::Value, Violation> {
    let cx = Cx::new().with_attachments(attachments.iter().map(|text| buffer(text)));
    let mut deserializer = serde_json::Deserializer::from_str(text);
    C::decode(&mut deserializer, &cx).map_err(|_| cx.into_violation())
}

/// The one argument of a frame `["e", …]` that the common parser has read.
fn by_common<C: Codec>(text: &str, attachments: &[&str]) -> Result<C::Value, Violation> {
    let attachments: VecDeque<_> = attachments.iter().map(|text| buffer(text)).collect();
    let mut frame = Value::Str(format!("[\"e\",{text}]").into(), Some(attachments));
    let read = CommonParser.decode_value::<Received<C>>(&mut frame, true);
    read.map(|Received(value)| value).map_err(|_| take_violation().expect("a violation"))
}

/// There and back through both parsers, and through the text that the common one writes.
#[track_caller]
fn survives<C: Codec>(value: &C::Value) {
    let mut frame = CommonParser.encode_value(&Sent::<C>(value), Some("e")).expect("is sent");
    let Received(back) = CommonParser.decode_value::<Received<C>>(&mut frame.clone(), true).expect("is read");
    assert_eq!(&back, value);
    let Value::Str(text, attachments) = &mut frame else { panic!("a text") };
    let argument = text.strip_prefix("[\"e\",").and_then(|text| text.strip_suffix(']')).expect("a frame");
    let cx = Cx::new().with_attachments(attachments.take().unwrap_or_default());
    let mut deserializer = serde_json::Deserializer::from_str(argument);
    assert_eq!(C::decode(&mut deserializer, &cx).ok().as_ref(), Some(value), "{argument}");

    let mut frame = MsgPackParser.encode_value(&Sent::<C>(value), Some("e")).expect("is sent");
    let Received(back) = MsgPackParser.decode_value::<Received<C>>(&mut frame, true).expect("is read");
    assert_eq!(&back, value);
}

#[track_caller]
fn refused(result: Result<impl std::fmt::Debug, Violation>, path: &str, kind: ViolationKind) {
    let violation = result.expect_err("is refused");
    assert_eq!((violation.path.as_str(), violation.kind), (path, kind), "{violation}");
}

const FIRST: &str = r#"{"_placeholder":true,"num":0}"#;
const SECOND: &str = r#"{"_placeholder":true,"num":1}"#;

fn doc() -> Doc {
    let text = format!(
        r#"{{"id":"doc-1","position":[1,2],"body":{FIRST},"cleared":{SECOND},"parts":[{{"num":2,"_placeholder":true}}],
        "cells":{{"a":{{"_placeholder":true,"num":3}},"b":[{{"_placeholder":true,"num":4}}],"c":1}},
        "op":{{"name":"n","body":{{"_placeholder":true,"num":5}},"kind":"attach"}},
        "status":{{"data":{{"_placeholder":true,"num":6}},"name":"binary"}},"count":1,"page":-1,"money":"1.50"}}"#
    );
    beside::<Doc>(&text, &["0", "1", "2", "3", "4", "5", "6"])
        .unwrap_or_else(|violation| panic!("{violation}"))
}

#[test]
fn attachments_are_found_by_their_numbers_at_every_depth() {
    let doc = doc();
    assert_eq!(doc.body, Some(buffer("0")));
    assert_eq!(doc.cleared, Some(Some(buffer("1"))));
    assert_eq!(doc.parts, [buffer("2")]);
    assert_eq!(doc.cells["a"], Cell::Bytes(buffer("3")));
    assert_eq!(doc.cells["b"], Cell::List(vec![Cell::Bytes(buffer("4"))]));
    assert_eq!(doc.op, Some(Op::Attach(Attach { name: "n".into(), body: buffer("5") })));
    assert_eq!(doc.status, Some(Status::Binary(buffer("6"))));
    let picture = format!(r#"{{"name":"dark","body":{FIRST}}}"#);
    let picture = beside::<External<Pixels, Attach>>(&picture, &["7"]).unwrap();
    assert_eq!(picture, Pixels { name: Shade::Dark, body: buffer("7") });
    assert_eq!(beside::<List<Bytes>>(&format!("[{SECOND},{FIRST}]"), &["a", "b"]).unwrap(), ["b", "a"]);
}

#[test]
fn every_construct_goes_through_both_parsers() {
    let mut doc = doc();
    survives::<Doc>(&doc);
    doc.cleared = Some(None);
    doc.body = None;
    doc.status = None;
    survives::<Doc>(&doc);
    survives::<Bytes>(&buffer("a"));
    survives::<Nullable<Bytes>>(&Some(buffer("")));
    survives::<Nullable<Bytes>>(&None);
    survives::<Untagged<Cell>>(&Cell::Bytes(buffer("a")));
    survives::<Internal<Op>>(&Op::Attach(Attach { name: "n".into(), body: buffer("b") }));
    survives::<Adjacent<Status>>(&Status::Binary(buffer("c")));
    survives::<External<Pixels, Attach>>(&Pixels { name: Shade::Light, body: buffer("d") });
}

#[test]
fn the_engines_parser_hands_attachments_to_optional_and_late_tagged_values() {
    let text = format!(r#"{{"name":"n","body":{FIRST},"kind":"attach"}}"#);
    let op = by_common::<Nullable<Internal<Op>>>(&text, &["x"]).unwrap();
    assert_eq!(op, Some(Op::Attach(Attach { name: "n".into(), body: buffer("x") })));
    assert_eq!(
        by_common::<Nullable<List<Nullable<Bytes>>>>(&format!("[null,{FIRST}]"), &["x"])
            .unwrap()
            .unwrap()
            .len(),
        2
    );
    // An attachment that nobody asked for does not take the place of the next.
    let text = format!(r#"{{"more":[{FIRST},{{"a":1}}],"name":"n","body":{SECOND}}}"#);
    assert_eq!(by_common::<Attach>(&text, &["junk", "body"]).unwrap().body, buffer("body"));
    let arguments = format!("{FIRST},{SECOND}");
    let mut frame =
        Value::Str(format!("[\"e\",{arguments}]").into(), Some([buffer("a"), buffer("b")].into()));
    let Received(two) = CommonParser.decode_value::<Received<Args<Two>>>(&mut frame, true).unwrap();
    assert_eq!((two.a, two.b), (buffer("a"), Some(buffer("b"))));
}

#[test]
fn a_forged_placeholder_is_refused() {
    use ViolationKind::{Placeholder, WrongType};
    let attachments = ["a", "b"];
    for (text, kind) in [
        (r#"{"_placeholder":true,"num":2}"#, Placeholder),
        (r#"{"_placeholder":true,"num":-1}"#, Placeholder),
        (r#"{"_placeholder":true,"num":1e999}"#, ViolationKind::Malformed),
        (r#"{"_placeholder":true,"num":18446744073709551615}"#, Placeholder),
        (r#"{"_placeholder":true,"num":"0"}"#, Placeholder),
        (r#"{"_placeholder":true}"#, Placeholder),
        (r#"{"_placeholder":false,"num":0}"#, WrongType),
        (r#"{"_placeholder":[{}],"num":0}"#, WrongType),
        (r#"{"num":0}"#, WrongType),
        ("{}", WrongType),
        ("[97]", WrongType),
        ("\"YQ==\"", WrongType),
        ("null", WrongType),
    ] {
        let violation = beside::<Bytes>(text, &attachments).expect_err(text);
        assert_eq!((violation.path.as_str(), violation.kind), ("$", kind), "{text}");
        assert!(!text.starts_with('{') || beside::<Untagged<Cell>>(text, &attachments).is_err(), "{text}");
        assert!(
            by_common::<Attach>(&format!(r#"{{"name":"n","body":{text}}}"#), &attachments).is_err()
                || kind == Placeholder
        );
    }
    // Each is there once: a second name for one would be one that a client made up.
    refused(beside::<List<Bytes>>(&format!("[{FIRST},{FIRST}]"), &attachments), "$[1]", Placeholder);
    refused(beside::<Bytes>(FIRST, &[]), "$", WrongType);
    refused(by_common::<List<Bytes>>(&format!("[{FIRST},{SECOND}]"), &["a"]), "$[1]", WrongType);
    refused(beside::<Str>(FIRST, &attachments), "$", WrongType);
}

#[test]
fn text_alone_has_no_binary_data() {
    use ViolationKind::WrongType;
    refused(decode_json::<Bytes>(FIRST), "$", WrongType);
    refused(encode_json::<Bytes>(&buffer("a")), "$", WrongType);
    let doc = doc();
    refused(encode_json::<Doc>(&doc), "$.body", WrongType);
    assert!(
        serde_json::to_string(&doc)
            .unwrap_err()
            .to_string()
            .contains("binary data cannot be written as text")
    );
    assert!(serde_json::to_value(&doc).is_err());
    refused(
        encode_json::<External<Pixels, Attach>>(&Pixels { name: Shade::Light, body: buffer("d") }),
        "$",
        WrongType,
    );
    assert_eq!(rmp_serde::from_slice::<Doc>(&rmp_serde::to_vec(&doc).unwrap()).unwrap(), doc);
}

#[test]
fn bytes_have_lengths() {
    use ViolationKind::Length;
    refused(beside::<BytesLen<2, 3>>(FIRST, &["a"]), "$", Length);
    refused(by_common::<BytesLen<2, 3>>(FIRST, &["abcd"]), "$", Length);
    assert_eq!(beside::<BytesLen<2, 3>>(FIRST, &["abc"]).unwrap(), "abc");
    let violation = beside::<Optional<BytesLen<2, 2>>>(FIRST, &["abc"]).unwrap_err();
    assert_eq!(violation.message, "must have 2 bytes");
    assert!(CommonParser.encode_value(&Sent::<BytesLen<2, 3>>(&buffer("a")), None).is_err());
}

struct Two {
    a: Buffer,
    b: Option<Buffer>,
}

impl sockgen::__private::Payload for Two {
    const NAME: &'static str = "Two";
    const FIELDS: &'static [&'static str] = &["a", "b"];
    type Fields = (Bytes, Optional<Bytes>);
    const BINARY: bool = true;

    fn build((a, b): sockgen::__private::Values<Self>) -> Self {
        Self { a, b }
    }

    fn view(&self) -> sockgen::__private::Refs<'_, Self> {
        (&self.a, &self.b)
    }
}
sockgen::__private::payload_impls!(Two);
