//! Objects: presence, paths, recursion, many fields, and the ways through serde.

use serde::Deserialize as _;
use sockgen::__private::{
    Codec, List, Map, Received, Sent, ViolationKind, decode_json, encode_json, take_violation,
};

use crate::shapes::{Empty, Everything, Forty, Inner, Kind, Node};

const FULL: &str = r#"{"id":"a","count":3,"note":"n","nickname":"k","cleared":7,"ratio":0.5,"on":true,"tags":["x"],
    "inner":{"x":-1,"kind":"text"},"ops":[{"x":1,"kind":"drawing"}],"scores":{"a":1}}"#;
const LEAST: &str = r#"{"id":"a","count":3,"nickname":null,"ratio":0.5,"on":true,"tags":[],"inner":{"x":-1,"kind":"text"},
    "ops":[],"scores":{}}"#;

#[track_caller]
fn refuses<C: Codec>(text: &str, path: &str, kind: ViolationKind, message: &str) {
    let violation = decode_json::<C>(text).expect_err(text);
    assert_eq!(
        (violation.path.as_str(), violation.kind, violation.message.as_str()),
        (path, kind, message),
        "{text}"
    );
}

#[test]
fn an_object_survives_the_round_trip() {
    for text in [FULL, LEAST] {
        let value = decode_json::<Everything>(text).unwrap();
        assert_eq!(encode_json::<Everything>(&value).unwrap(), text.replace("\n    ", ""));
        assert_eq!(value.clone(), value);
        let packed = rmp_serde::to_vec(&value).unwrap();
        assert_eq!(rmp_serde::from_slice::<Everything>(&packed).unwrap(), value);
        assert_eq!(
            serde_json::from_str::<Everything>(&serde_json::to_string(&value).unwrap()).unwrap(),
            value
        );
    }
}

#[test]
fn absent_null_and_a_value_are_told_apart() {
    let with =
        |field: &str| decode_json::<Everything>(&LEAST.replacen('{', &format!("{{{field}"), 1)).unwrap();
    assert_eq!((with("").note, with("").cleared), (None, None));
    assert_eq!((with("\"note\":null,").note, with("\"cleared\":null,").cleared), (None, Some(None)));
    assert_eq!(
        (with("\"note\":\"\",").note, with("\"cleared\":0,").cleared),
        (Some(String::new()), Some(Some(0)))
    );
    let mut value = with("");
    value.cleared = Some(None);
    assert!(encode_json::<Everything>(&value).unwrap().contains("\"cleared\":null"));
    let missing = LEAST.replace("\"nickname\":null,", "");
    refuses::<Everything>(&missing, "$.nickname", ViolationKind::Missing, "missing");
}

#[test]
fn the_path_leads_to_the_failure() {
    let change = |from: &str, to: &str| FULL.replacen(from, to, 1);
    let wrong = ViolationKind::WrongType;
    refuses::<Everything>("7", "$", wrong, "expected object, got number");
    refuses::<Everything>("[]", "$", wrong, "expected object, got array");
    refuses::<Everything>(&change("\"a\"", "1"), "$.id", wrong, "expected string, got number");
    refuses::<Everything>(&change("\"x\"]", "\"x\",[]]"), "$.tags[1]", wrong, "expected string, got array");
    refuses::<Everything>(&change("-1", "null"), "$.inner.x", wrong, "expected integer, got null");
    refuses::<Everything>(
        &change("drawing", "d"),
        "$.ops[0].kind",
        ViolationKind::Enum,
        "must be one of text, drawing",
    );
    refuses::<Everything>(&change("\"x\":1,", ""), "$.ops[0].x", ViolationKind::Missing, "missing");
    refuses::<Everything>(
        &change("\"on\"", "\"id\":\"b\",\"on\""),
        "$.id",
        ViolationKind::Duplicate,
        "this field stands twice",
    );
    refuses::<Everything>(
        &change("{\"a\":1}", "{\"a b\":[]}"),
        "$.scores[\"a b\"]",
        wrong,
        "expected integer, got array",
    );
    let long = change("{\"a\":1}", &format!("{{\"{}\":null}}", "k".repeat(5000)));
    let path = format!("$.scores[\"{}…\"]", "k".repeat(40));
    refuses::<Everything>(&long, &path, wrong, "expected integer, got null");
    refuses::<Map<Inner>>(
        "{\"\\u202e\\n\\\"\":0}",
        "$[\"\\u{202e}\\u{a}\\\"\"]",
        wrong,
        "expected object, got number",
    );
    refuses::<List<Inner>>("[{\"x\":1,\"kind\"", "$[0].kind", ViolationKind::Malformed, "malformed");
}

#[test]
fn what_cannot_be_sent_says_where() {
    let mut value = decode_json::<Everything>(FULL).unwrap();
    value.id = "é".repeat(65);
    let violation = encode_json::<Everything>(&value).unwrap_err();
    assert_eq!(violation.to_string(), "$.id: length must be 1 to 64");
    assert!(rmp_serde::to_vec(&Sent::<Everything>(&value)).is_err());
    assert_eq!(take_violation().unwrap(), violation);
    assert_eq!(take_violation(), None);
    value.ratio = f64::NAN;
    value.id.clear();
    value.id.push('a');
    assert_eq!(encode_json::<Everything>(&value).unwrap_err().path, "$.ratio");
}

#[test]
fn unknown_fields_are_ignored() {
    let text = FULL.replacen('{', "{\"new\":[{\"deep\":1e3}],", 1);
    assert_eq!(decode_json::<Everything>(&text).unwrap(), decode_json::<Everything>(FULL).unwrap());
    assert_eq!(encode_json::<Empty>(&decode_json::<Empty>("{\"a\":1}").unwrap()).unwrap(), "{}");
}

#[test]
fn a_strict_context_refuses_them() {
    let cx = sockgen::__private::Cx::strict();
    let mut deserializer = serde_json::Deserializer::from_str("{\"x\":1,\"y z\":2,\"kind\":\"text\"}");
    assert!(Inner::decode(&mut deserializer, &cx).is_err());
    let violation = cx.into_violation();
    assert_eq!((violation.path.as_str(), violation.kind), ("$[\"y z\"]", ViolationKind::Unknown));
}

#[test]
fn a_type_may_contain_itself() {
    let text = r#"{"next":{"children":[]},"children":[{"next":{"children":[]},"children":[]}]}"#;
    let value = decode_json::<Node>(text).unwrap();
    assert_eq!(encode_json::<Node>(&value).unwrap(), text);
    assert!(value.next.is_some() && value.children.len() == 1);
}

#[test]
fn nesting_ends_somewhere() {
    let mut value = Node { next: None, children: Vec::new() };
    for _ in 0..200 {
        value = Node { next: Some(Box::new(value)), children: Vec::new() };
    }
    assert_eq!(encode_json::<Node>(&value).unwrap_err().kind, ViolationKind::TooDeep);
    // {"next": {"next": …}} in MessagePack, far deeper than a stack allows.
    let packed = [[0x81, 0xa4, b'n', b'e', b'x', b't']; 900].concat();
    let mut deserializer = rmp_serde::Deserializer::new(packed.as_slice());
    assert!(Received::<Node>::deserialize(&mut deserializer).is_err());
    assert_eq!(take_violation().unwrap().kind, ViolationKind::TooDeep);
    let text = format!("{}1{}", "[".repeat(500), "]".repeat(500));
    assert!(decode_json::<sockgen::__private::Json>(&text).is_err());
}

#[test]
fn forty_fields_are_four_groups() {
    let text = r#"{"a0":1,"a11":2,"b0":3,"c11":4,"d3":5}"#;
    let value = decode_json::<Forty>(text).unwrap();
    assert_eq!(
        (value.a0, value.a11, value.b0, value.c11, value.d3),
        (Some(1), Some(2), Some(3), Some(4), Some(5))
    );
    assert_eq!(encode_json::<Forty>(&value).unwrap(), text);
    assert_eq!(value.clone(), value);
    assert!(format!("{value:?}").contains("d3: Some(5)"));
    refuses::<Forty>("{\"d3\":-1}", "$.d3", ViolationKind::Range, "must be 0 to 255");
    let packed = rmp_serde::to_vec(&value).unwrap();
    assert_eq!(rmp_serde::from_slice::<Forty>(&packed).unwrap(), value);
}

#[test]
fn debug_reads_like_a_derive() {
    let value = Inner { x: 1, kind: Kind::Text };
    assert_eq!(format!("{value:?}"), "Inner { x: 1, kind: Text }");
}
