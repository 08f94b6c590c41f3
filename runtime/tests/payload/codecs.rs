//! What each codec takes, refuses and sends.

use std::fmt::Debug;

use sockgen::__private::{
    Bool, Checked, Codec, Date, DateTime, Enum, F32, F64, FloatRange, I8, I32, I64, Int, Json, List, ListLen,
    Map, MapLen, Nullable, Ranged, Str, StrLen, U8, U32, U64, Uuid, ViolationKind, decode_json, encode_json,
};

use crate::shapes::{FailureCode, Kind};

/// The text is taken, and `sent` is what goes out for its value.
#[track_caller]
fn takes<C: Codec>(text: &str, sent: &str) {
    let value = decode_json::<C>(text).unwrap_or_else(|violation| panic!("{text}: {violation}"));
    assert_eq!(encode_json::<C>(&value).as_deref(), Ok(sent), "{text}");
}

#[track_caller]
fn refuses<C: Codec>(text: &str, kind: ViolationKind, message: &str) {
    let violation = decode_json::<C>(text).expect_err(text);
    assert_eq!(
        (violation.path.as_str(), violation.kind, violation.message.as_str()),
        ("$", kind, message),
        "{text}"
    );
}

#[track_caller]
fn does_not_send<C: Codec<Value: Debug>>(value: &C::Value, kind: ViolationKind) {
    assert_eq!(encode_json::<C>(value).expect_err("must not be sent").kind, kind);
}

use ViolationKind::{
    Duplicate, Enum as NotListed, Format, Length, Malformed, NotFinite, Placeholder, ProtoKey, Range,
    TooDeep, WrongType,
};

#[test]
fn a_wrong_kind_of_value_is_named() {
    refuses::<Str>("1", WrongType, "expected string, got number");
    refuses::<Str>("null", WrongType, "expected string, got null");
    refuses::<Bool>("\"true\"", WrongType, "expected bool, got string");
    refuses::<F64>("[]", WrongType, "expected number, got array");
    refuses::<F64>("{}", WrongType, "expected number, got object");
    refuses::<Int>("{\"a\":1}", WrongType, "expected integer, got object");
    refuses::<List<Str>>("{}", WrongType, "expected array, got object");
    refuses::<Map<Str>>("[]", WrongType, "expected object, got array");
    refuses::<U64>("1", WrongType, "expected an integer as a string, got number");
    refuses::<Enum<Kind>>("false", WrongType, "expected string, got bool");
    refuses::<Nullable<Str>>("1", WrongType, "expected string, got number");
}

#[test]
fn broken_text_is_malformed() {
    for text in ["", "tru", "\"a", "\"\\ud800\"", "[1", "nul"] {
        let violation = decode_json::<Json>(text).expect_err(text);
        assert_eq!(violation.kind, Malformed, "{text}");
        assert_eq!(violation.message, "malformed");
    }
    refuses::<Str>("\"a\" 1", Malformed, "malformed");
}

#[test]
fn lengths_count_code_points() {
    takes::<StrLen<1, 2>>("\"a\"", "\"a\"");
    takes::<StrLen<1, 2>>("\"\\ud83d\\ude00é\"", "\"😀é\"");
    refuses::<StrLen<1, 2>>("\"\"", Length, "length must be 1 to 2");
    refuses::<StrLen<1, 2>>("\"abc\"", Length, "length must be 1 to 2");
    refuses::<StrLen<3, 3>>("\"ab\"", Length, "length must be 3");
    refuses::<StrLen<5, { usize::MAX }>>("\"😀😀😀😀\"", Length, "length must be at least 5");
    refuses::<StrLen<0, 1>>("\"ab\"", Length, "length must be at most 1");
    does_not_send::<StrLen<1, 2>>(&"abc".to_owned(), Length);
    takes::<ListLen<Bool, 1, 2>>("[true,false]", "[true,false]");
    refuses::<ListLen<Bool, 1, 2>>("[]", Length, "length must be 1 to 2");
    refuses::<ListLen<Bool, 0, 2>>("[true,true,true]", Length, "length must be at most 2");
    does_not_send::<ListLen<Bool, 1, 2>>(&Vec::new(), Length);
    takes::<MapLen<Bool, 1, 1>>("{\"a\":true}", "{\"a\":true}");
    refuses::<MapLen<Bool, 1, 1>>("{\"a\":true,\"b\":true}", Length, "length must be 1");
}

#[test]
fn integers_keep_to_their_ranges() {
    takes::<U8>("255", "255");
    takes::<I8>("-128", "-128");
    takes::<U32>("5.0", "5");
    takes::<I32>("-2147483648", "-2147483648");
    takes::<Int>("9007199254740991", "9007199254740991");
    takes::<Int>("-9007199254740991", "-9007199254740991");
    takes::<Int>("-4503599627370495.0", "-4503599627370495");
    refuses::<U8>("256", Range, "must be 0 to 255");
    refuses::<U8>("-1", Range, "must be 0 to 255");
    refuses::<I8>("1e300", Range, "must be -128 to 127");
    refuses::<U32>("18446744073709551615", Range, "must be 0 to 4294967295");
    refuses::<U32>("1.5", WrongType, "expected integer, got a number with a fraction");
    for text in ["9007199254740992", "-9007199254740992", "9007199254740992.0", "18446744073709551616"] {
        refuses::<Int>(text, Range, "must be -9007199254740991 to 9007199254740991");
    }
    does_not_send::<Int>(&(1 << 53), Range);
    takes::<Ranged<U8, 1, 10>>("10", "10");
    refuses::<Ranged<U8, 1, 10>>("0", Range, "must be 1 to 10");
    does_not_send::<Ranged<U64, 1, 10>>(&11, Range);
}

#[test]
fn large_integers_are_strings_with_one_spelling() {
    takes::<U64>("\"18446744073709551615\"", "\"18446744073709551615\"");
    takes::<I64>("\"-9223372036854775808\"", "\"-9223372036854775808\"");
    takes::<I64>("\"0\"", "\"0\"");
    for text in ["\"\"", "\"+1\"", "\"01\"", "\"-0\"", "\"1.0\"", "\" 1\"", "\"1e3\"", "\"٣\"", "\"-\""] {
        refuses::<I64>(text, Format, "must be an integer such as \"123\"");
    }
    refuses::<U64>("\"-1\"", Range, "must be 0 to 18446744073709551615");
    refuses::<U64>("\"18446744073709551616\"", Range, "must be 0 to 18446744073709551615");
    assert_eq!(decode_json::<U64>(&format!("\"{}\"", "9".repeat(1000))).unwrap_err().kind, Range);
}

#[test]
fn floats_are_finite() {
    takes::<F64>("1", "1.0");
    takes::<F32>("0.1", "0.1");
    refuses::<F64>("1e999", Malformed, "malformed");
    refuses::<F32>("1e300", Range, "too large for f32");
    does_not_send::<F64>(&f64::NAN, NotFinite);
    does_not_send::<F32>(&f32::INFINITY, NotFinite);
    let nan = rmp_serde::to_vec(&f64::NAN).unwrap();
    assert!(rmp_serde::from_slice::<sockgen::__private::Received<F64>>(&nan).is_err());
    assert_eq!(sockgen::__private::take_violation().unwrap().kind, NotFinite);
}

struct Ratio;

impl FloatRange for Ratio {
    const MIN: Option<f64> = Some(0.0);
    const MAX: Option<f64> = Some(0.1);
}

#[test]
fn a_constraint_holds_in_both_directions() {
    takes::<Checked<F64, Ratio>>("0.05", "0.05");
    takes::<Checked<F32, Ratio>>("0.1", "0.1");
    refuses::<Checked<F64, Ratio>>("1.5", Range, "must be 0 to 0.1");
    refuses::<Checked<F32, Ratio>>("0.11", Range, "must be 0 to 0.1");
    does_not_send::<Checked<F64, Ratio>>(&-1.0, Range);
}

#[test]
fn datetimes_have_one_form_out_and_rfc_3339_in() {
    takes::<DateTime>("\"2024-02-29T23:59:59.123999Z\"", "\"2024-02-29T23:59:59.123Z\"");
    takes::<DateTime>("\"2024-01-01t01:00:00+01:00\"", "\"2024-01-01T00:00:00.000Z\"");
    takes::<DateTime>("\"0000-01-01T00:00:00.5z\"", "\"0000-01-01T00:00:00.500Z\"");
    takes::<DateTime>("\"9999-12-31T23:59:59.999999999999Z\"", "\"9999-12-31T23:59:59.999Z\"");
    for text in [
        "2024-02-30T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-06-30T23:59:60Z",
        "2024-01-01T00:00:00",
        "2024-01-01",
        "2024-01-01 00:00:00Z",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00+24:00",
        "2024-01-01T00:00:00+0100",
        "+2024-01-01T00:00:00Z",
        "0000-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "2024-1-1T00:00:00Z",
        "é",
    ] {
        refuses::<DateTime>(&format!("\"{text}\""), Format, "must be a date and time as in RFC 3339");
    }
    does_not_send::<DateTime>(&chrono::DateTime::<chrono::Utc>::MAX_UTC, Range);
    takes::<Date>("\"2024-02-29\"", "\"2024-02-29\"");
    refuses::<Date>("\"2023-02-29\"", Format, "must be a date such as 2024-12-31");
    does_not_send::<Date>(&chrono::NaiveDate::MIN, Range);
}

#[test]
fn uuids_are_hyphenated() {
    let lower = "\"0190163d-8694-739b-aea5-966c26f8ad91\"";
    takes::<Uuid>(lower, lower);
    takes::<Uuid>(&lower.to_uppercase(), lower);
    refuses::<Uuid>("\"0190163d8694739baea5966c26f8ad91\"", Format, "must be a UUID");
    refuses::<Uuid>("\"{0190163d-8694-739b-aea5-966c26f8ad91}\"", Format, "must be a UUID");
}

#[test]
fn json_is_anything_but_an_attachment() {
    takes::<Json>("[null,1,-1,1.5,\"a\",{\"b\":[]}]", "[null,1,-1,1.5,\"a\",{\"b\":[]}]");
    let violation = decode_json::<Json>("{\"a\":[{\"_placeholder\":true,\"num\":0}]}").unwrap_err();
    assert_eq!((violation.path.as_str(), violation.kind), ("$.a[0]", Placeholder));
    does_not_send::<Json>(&serde_json::json!([{ "_placeholder": 1 }]), Placeholder);
    let mut deep = serde_json::Value::Null;
    for _ in 0..1000 {
        deep = serde_json::Value::Array(vec![deep]);
    }
    does_not_send::<Json>(&deep, TooDeep);
    let packed = [vec![0x91; 1000], vec![0xc0]].concat();
    assert!(rmp_serde::from_slice::<sockgen::__private::Received<Json>>(&packed).is_err());
    assert_eq!(sockgen::__private::take_violation().unwrap().kind, TooDeep);
}

#[test]
fn maps_refuse_prototypes_and_doubled_keys() {
    refuses::<Map<U8>>("{\"__proto__\":1}", ProtoKey, "__proto__ is not allowed as a key");
    does_not_send::<Map<U8>>(&[("__proto__".to_owned(), 1)].into(), ProtoKey);
    let violation = decode_json::<Map<U8>>("{\"a\":1,\"a\":2}").unwrap_err();
    assert_eq!((violation.path.as_str(), violation.kind), ("$.a", Duplicate));
}

#[test]
fn enums_know_their_values() {
    takes::<Enum<Kind>>("\"drawing\"", "\"drawing\"");
    refuses::<Enum<Kind>>("\"Drawing\"", NotListed, "must be one of text, drawing");
    takes::<Enum<FailureCode>>("\"forbidden\"", "\"forbidden\"");
    takes::<Enum<FailureCode>>("\"new\"", "\"new\"");
    assert_eq!(decode_json::<Enum<FailureCode>>("\"new\"").unwrap(), FailureCode::Other("new".into()));
    assert_eq!(
        encode_json::<Enum<FailureCode>>(&FailureCode::Other("forbidden".into())).unwrap(),
        "\"forbidden\""
    );
    assert_eq!(Kind::Text.to_string(), "text");
    assert_eq!(FailureCode::RoomNotFound.as_str(), "room_not_found");
    assert_eq!(serde_json::from_str::<Kind>("\"text\"").unwrap(), Kind::Text);
}
