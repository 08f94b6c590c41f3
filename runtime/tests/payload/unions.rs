//! Unions of every kind.

use ViolationKind::{
    Duplicate, Enum as NotListed, Length, Missing, Placeholder, TooDeep, Unknown, WrongType,
};
use sockgen::__private::{Adjacent, Codec, Cx, Internal, Untagged, ViolationKind, decode_json, encode_json};

use crate::constructs::emitted::{Cell, Expr, Insert, Op, Status};

#[track_caller]
fn takes<C: Codec>(text: &str, sent: &str) -> C::Value {
    let value = decode_json::<C>(text).unwrap_or_else(|violation| panic!("{text}: {violation}"));
    assert_eq!(encode_json::<C>(&value).as_deref(), Ok(sent), "{text}");
    assert_eq!(value.clone(), value);
    value
}

#[track_caller]
fn refuses<C: Codec>(text: &str, path: &str, kind: ViolationKind, message: &str) {
    let violation = decode_json::<C>(text).expect_err(text);
    let found = (violation.path.as_str(), violation.kind, violation.message.as_str());
    assert_eq!(found, (path, kind, message), "{text}");
}

#[test]
fn an_internal_tag_may_stand_anywhere() {
    let insert = r#"{"kind":"insert","at":1,"text":"a"}"#;
    for text in [
        insert,
        r#"{"at":1,"kind":"insert","text":"a"}"#,
        r#"{"at":1,"text":"a","kind":"insert"}"#,
        r#"{"more":{"a":[1]},"at":1,"text":"a","kind":"insert","most":null}"#,
    ] {
        let value = takes::<Internal<Op>>(text, insert);
        assert_eq!(value, Op::Insert(Insert { at: 1, text: "a".into() }));
    }
    takes::<Internal<Op>>(r#"{"a":1,"kind":"noop","b":2}"#, r#"{"kind":"noop"}"#);
    takes::<Internal<Op>>(
        r#"{"ops":[{"kind":"noop"},{"text":"a","at":1,"kind":"insert"}],"kind":"group"}"#,
        r#"{"kind":"group","ops":[{"kind":"noop"},{"kind":"insert","at":1,"text":"a"}]}"#,
    );
}

#[test]
fn what_is_wrong_with_a_member_is_said_of_it() {
    let wrong = WrongType;
    refuses::<Internal<Op>>("1", "$", wrong, "expected object, got number");
    refuses::<Internal<Op>>("[]", "$", wrong, "expected object, got array");
    refuses::<Internal<Op>>("{}", "$.kind", Missing, "missing");
    refuses::<Internal<Op>>(r#"{"kind":1}"#, "$.kind", wrong, "expected string, got number");
    refuses::<Internal<Op>>(r#"{"kind":"insert","at":1}"#, "$.text", Missing, "missing");
    for text in [r#"{"kind":"insert","at":-1,"text":""}"#, r#"{"at":-1,"text":"","kind":"insert"}"#] {
        refuses::<Internal<Op>>(text, "$.at", ViolationKind::Range, "must be 0 to 4294967295");
    }
    let twice = "this field stands twice";
    refuses::<Internal<Op>>(r#"{"kind":"insert","kind":"insert"}"#, "$.kind", Duplicate, twice);
    refuses::<Internal<Op>>(r#"{"at":1,"at":1,"kind":"insert"}"#, "$.at", Duplicate, twice);
    refuses::<Internal<Op>>(
        r#"{"ops":[{"kind":"group","ops":[{"text":7,"kind":"insert"}]}],"kind":"group"}"#,
        "$.ops[0].ops[0].text",
        wrong,
        "expected string, got number",
    );
    refuses::<Internal<Expr>>(r#"{"kind":"x"}"#, "$.kind", NotListed, "must be one of lit, not");
}

#[test]
fn strictness_reaches_members_and_spares_the_tag() {
    let strict = |text: &str| {
        let cx = Cx::strict();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        match Internal::<Op>::decode(&mut deserializer, &cx) {
            Ok(_) => None,
            Err(_) => Some(cx.into_violation()),
        }
    };
    assert_eq!(strict(r#"{"kind":"insert","at":1,"text":"a"}"#), None);
    assert_eq!(strict(r#"{"at":1,"text":"a","kind":"insert"}"#), None);
    for text in [
        r#"{"kind":"insert","at":1,"text":"a","x":1}"#,
        r#"{"x":1,"kind":"insert","at":1,"text":"a"}"#,
        r#"{"x":1,"kind":"noop"}"#,
        r#"{"kind":"noop","x":1}"#,
    ] {
        let violation = strict(text).expect(text);
        assert_eq!((violation.path.as_str(), violation.kind), ("$.x", Unknown), "{text}");
    }
}

#[test]
fn an_open_union_keeps_what_it_does_not_know() {
    let text = r#"{"deep":[1,{"a":null}],"kind":"new","x":1.5}"#;
    let Op::Unknown(raw) = takes::<Internal<Op>>(text, text) else { panic!("known") };
    assert_eq!(raw["kind"], "new");
    takes::<Internal<Op>>(r#"{"kind":"new"}"#, r#"{"kind":"new"}"#);
    let forged = r#"{"kind":"new","x":{"_placeholder":true,"num":0}}"#;
    refuses::<Internal<Op>>(forged, "$.x", Placeholder, "must not contain the key _placeholder");
    let raw = |text: &str| Op::Unknown(serde_json::from_str(text).unwrap());
    let refused = |text: &str| encode_json::<Internal<Op>>(&raw(text)).unwrap_err();
    assert_eq!((refused("{}").path.as_str(), refused("{}").kind), ("$.kind", Missing));
    assert_eq!(refused(r#"{"kind":1}"#).kind, WrongType);
    assert_eq!(refused(r#"{"kind":"insert","at":-1}"#).kind, NotListed);
    assert_eq!(refused(r#"{"kind":"new","a":{"_placeholder":1}}"#).kind, Placeholder);
    takes::<Adjacent<Status>>(r#"{"data":[1],"name":"new","x":1}"#, r#"{"data":[1],"name":"new"}"#);
    takes::<Adjacent<Status>>(r#"{"name":"new"}"#, r#"{"name":"new"}"#);
}

#[test]
fn an_adjacent_tag_may_stand_behind_its_content() {
    let running = r#"{"name":"running","data":{"since":"2024-01-01T00:00:00.000Z"}}"#;
    takes::<Adjacent<Status>>(running, running);
    takes::<Adjacent<Status>>(
        r#"{"x":1,"data":{"since":"2024-01-01T00:00:00Z"},"name":"running","y":2}"#,
        running,
    );
    for text in
        [r#"{"name":"waiting"}"#, r#"{"name":"waiting","data":null}"#, r#"{"data":{"a":1},"name":"waiting"}"#]
    {
        takes::<Adjacent<Status>>(text, r#"{"name":"waiting"}"#);
    }
    takes::<Adjacent<Status>>(r#"{"name":"maybe","data":null}"#, r#"{"name":"maybe","data":null}"#);
    takes::<Adjacent<Status>>(r#"{"data":null,"name":"maybe"}"#, r#"{"name":"maybe","data":null}"#);
    refuses::<Adjacent<Status>>(r#"{"name":"maybe"}"#, "$.data", Missing, "missing");
    refuses::<Adjacent<Status>>("{}", "$.name", Missing, "missing");
    refuses::<Adjacent<Status>>(r#"{"name":null}"#, "$.name", WrongType, "expected string, got null");
    for text in [r#"{"name":"running","data":{"since":1}}"#, r#"{"data":{"since":1},"name":"running"}"#] {
        refuses::<Adjacent<Status>>(text, "$.data.since", WrongType, "expected string, got number");
    }
    let twice = "this field stands twice";
    refuses::<Adjacent<Status>>(r#"{"name":"waiting","name":"waiting"}"#, "$.name", Duplicate, twice);
    refuses::<Adjacent<Status>>(r#"{"data":1,"data":1}"#, "$.data", Duplicate, twice);
    refuses::<Adjacent<Status>>(r#"{"name":"maybe","data":true,"data":true}"#, "$.data", Duplicate, twice);
}

#[test]
fn without_a_tag_the_kind_and_the_keys_tell() {
    takes::<Untagged<Cell>>("\"a\"", "\"a\"");
    assert_eq!(takes::<Untagged<Cell>>("1", "1.0"), Cell::F64(1.0));
    takes::<Untagged<Cell>>("[1.5,[\"a\",[]]]", "[1.5,[\"a\",[]]]");
    takes::<Untagged<Cell>>(r#"{"text":"a","x":1,"at":1}"#, r#"{"at":1,"text":"a"}"#);
    refuses::<Untagged<Cell>>(
        "null",
        "$",
        WrongType,
        "expected number or string or binary or array or object, got null",
    );
    refuses::<Untagged<Cell>>("[[0,\"longer\"]]", "$[0][1]", Length, "length must be at most 5");
    refuses::<Untagged<Cell>>(r#"{"at":1}"#, "$", Missing, "must have the keys at, text, or name, body");
    refuses::<Untagged<Cell>>(r#"{"at":"x","text":"a"}"#, "$.at", WrongType, "expected integer, got string");
    refuses::<Untagged<Cell>>(r#"{"at":1,"text":"a","at":1}"#, "$.at", Duplicate, "this field stands twice");
}

#[test]
fn a_member_may_contain_its_union() {
    let text = r#"{"kind":"not","of":{"kind":"not","of":{"kind":"lit","value":1}}}"#;
    takes::<Internal<Expr>>(text, text);
    let deep = |depth: usize| {
        let (open, close) = (r#"{"kind":"not","of":"#.repeat(depth), "}".repeat(depth));
        format!(r#"{open}{{"kind":"lit","value":1}}{close}"#)
    };
    assert!(decode_json::<Internal<Expr>>(&deep(120)).is_ok());
    assert!(decode_json::<Internal<Expr>>(&deep(200)).is_err());
    let mut cell = Cell::List(Vec::new());
    for _ in 0..500 {
        cell = Cell::List(vec![cell]);
    }
    assert_eq!(encode_json::<Untagged<Cell>>(&cell).unwrap_err().kind, TooDeep);
    let packed = [vec![0x91; 5000], vec![0xc3]].concat();
    assert!(rmp_serde::from_slice::<Cell>(&packed).is_err());
    let packed = [[0x82, 0xa1, b'x', 0xc0, 0xa2, b'o', b'f'].as_slice()].concat().repeat(5000);
    assert!(rmp_serde::from_slice::<Expr>(&packed).is_err());
}
