//! Brands, number enums, tuples, patterns, defaults and the application's own types.

use std::collections::HashSet;
use std::str::FromStr as _;

use ViolationKind::{Enum as NotListed, Format, Length, Range, WrongType};
use sockgen::__private::{
    Branded, Codec, External, LazyPattern, NumberEnum, ParsedParameter, Pattern, RoomParameter, Str, StrLen,
    Tuple, U8, ViolationKind, WireNumber, decode_json, encode_json,
};
use sockgen::__private::{Checked, DefaultValue, Defaulted, DefaultedArgument, F64, List, Nullable};

use crate::constructs::Cents;
use crate::constructs::emitted::{Blob, Count, Doc, DocId, Insert, Page, Share};

#[track_caller]
fn takes<C: Codec>(text: &str, sent: &str) -> C::Value {
    let value = decode_json::<C>(text).unwrap_or_else(|violation| panic!("{text}: {violation}"));
    assert_eq!(encode_json::<C>(&value).as_deref(), Ok(sent), "{text}");
    value
}

#[track_caller]
fn refuses<C: Codec>(text: &str, path: &str, kind: ViolationKind, message: &str) {
    let violation = decode_json::<C>(text).expect_err(text);
    let found = (violation.path.as_str(), violation.kind, violation.message.as_str());
    assert_eq!(found, (path, kind, message), "{text}");
}

#[test]
fn a_brand_is_what_it_holds_and_checked() {
    let id = takes::<Branded<DocId>>("\"doc-1\"", "\"doc-1\"");
    assert_eq!((id.as_str(), id.as_ref() as &str, id.to_string().as_str()), ("doc-1", "doc-1", "doc-1"));
    refuses::<Branded<DocId>>("\"Doc\"", "$", Format, "must match ^[a-z0-9-]+$");
    refuses::<Branded<DocId>>("\"\"", "$", Length, "length must be 1 to 40");
    assert_eq!(DocId::new("doc-1"), Ok(id.clone()));
    assert_eq!(DocId::try_from("doc-1".to_owned()), Ok(id.clone()));
    assert_eq!("doc-1".parse::<DocId>(), Ok(id.clone()));
    assert_eq!(DocId::new("é").unwrap_err().kind, Format);
    assert_eq!(DocId::from_str(&"a".repeat(41)).unwrap_err().kind, Length);
    assert!(HashSet::from([id.clone()]).contains("doc-1"));
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"doc-1\"");
    assert_eq!(serde_json::from_str::<DocId>("\"doc-1\"").unwrap(), id);
    assert_eq!(format!("{id:?} {id:>7}"), "DocId(\"doc-1\")   doc-1");
    assert_eq!(
        (RoomParameter::text(&id), <DocId as ParsedParameter>::parse("no!")),
        ("doc-1".to_owned(), None)
    );
    assert_eq!(id.into_inner(), "doc-1");
}

#[test]
fn brands_of_numbers_are_copied_and_parsed() {
    let count = Count::from(7);
    let same = count;
    assert_eq!((count.get(), same.to_string().as_str(), Count::from_str("7")), (7, "7", Ok(count)));
    assert_eq!(Count::from_str("256").unwrap_err().kind, Range);
    assert!(Count::from_str("x").is_err() && Count::from_str("").is_err());
    assert_eq!(takes::<Branded<Share>>("0.5", "0.5"), Share::new(0.5).unwrap());
    assert_eq!(Share::new(1.5).unwrap_err().kind, Range);
    assert_eq!(Share::try_from(f64::NAN).unwrap_err().kind, Range);
    assert_eq!(Blob::from(bytes::Bytes::from_static(b"a")).get(), "a");
}

/// No schema has an open enum of numbers today; the runtime has.
#[derive(Clone, Debug, PartialEq)]
enum OpenPage {
    N10,
    Other(i64),
}

impl WireNumber for OpenPage {
    const VALUES: &'static [i64] = &[10];
    const KNOWN: &'static [Self] = &[Self::N10];

    fn index(&self) -> usize {
        usize::from(*self != Self::N10)
    }

    fn other(&self) -> Option<i64> {
        if let Self::Other(number) = self { Some(*number) } else { None }
    }

    fn from_other(number: i64) -> Option<Self> {
        Some(Self::Other(number))
    }
}

#[test]
fn enums_of_numbers() {
    assert_eq!(takes::<NumberEnum<Page>>("10", "10"), Page::N10);
    assert_eq!(takes::<NumberEnum<Page>>("-1.0", "-1"), Page::Minus1);
    refuses::<NumberEnum<Page>>("11", "$", NotListed, "must be one of 10, -1");
    refuses::<NumberEnum<Page>>("\"10\"", "$", WrongType, "expected integer, got string");
    refuses::<NumberEnum<Page>>("1.5", "$", WrongType, "expected integer, got a number with a fraction");
    assert_eq!(takes::<NumberEnum<OpenPage>>("11", "11"), OpenPage::Other(11));
    refuses::<NumberEnum<OpenPage>>("1e300", "$", Range, "must be -9007199254740991 to 9007199254740991");
    assert_eq!(encode_json::<NumberEnum<OpenPage>>(&OpenPage::Other(i64::MAX)).unwrap_err().kind, Range);
    assert_eq!((Page::Minus1.get(), Page::N10.to_string().as_str()), (-1, "10"));
    assert_eq!(serde_json::from_str::<Page>("-1").unwrap(), Page::Minus1);
}

#[test]
fn tuples_have_exactly_their_elements() {
    type Pair = Tuple<(F64, StrLen<0, 1>)>;
    takes::<Pair>("[1.5,\"a\"]", "[1.5,\"a\"]");
    refuses::<Pair>("[1.5]", "$", Length, "length must be 2");
    refuses::<Pair>("[]", "$", Length, "length must be 2");
    refuses::<Pair>("[1.5,\"a\",null]", "$", Length, "length must be 2");
    refuses::<Pair>("[1.5,\"ab\"]", "$[1]", Length, "length must be at most 1");
    refuses::<Pair>("{}", "$", WrongType, "expected array, got object");
    refuses::<List<Pair>>("[[1,\"\"],[null,\"\"]]", "$[1][0]", WrongType, "expected number, got null");
    let violation = encode_json::<Pair>(&(f64::NAN, String::new())).unwrap_err();
    assert_eq!(violation.path, "$[0]");
    takes::<Tuple<(U8,)>>("[1]", "[1]");
}

macro_rules! pattern {
    ($name:ident $source:literal) => {
        struct $name;
        impl Pattern for $name {
            const SOURCE: &'static str = $source;
            fn compiled() -> &'static LazyPattern {
                static COMPILED: LazyPattern = LazyPattern::new();
                &COMPILED
            }
        }
    };
}

pattern!(Digits r"[0-9]{2}");
pattern!(Escapes r"^(?<name>[\-\]\\^\x41\u0042\u{43}\t])+\/?\.$");
pattern!(Broken "(");

#[test]
fn patterns_match_anywhere_and_fail_closed() {
    takes::<Checked<Str, Digits>>("\"a12b\"", "\"a12b\"");
    refuses::<Checked<Str, Digits>>("\"a1b2\"", "$", Format, "must match [0-9]{2}");
    takes::<Checked<Str, Escapes>>(r#""-]\\^ABC\t/.""#, r#""-]\\^ABC\t/.""#);
    assert_eq!(encode_json::<Checked<Str, Digits>>(&"a".to_owned()).unwrap_err().kind, Format);
    refuses::<Checked<Str, Broken>>("\"(\"", "$", Format, "must match (");
}

struct Half;
impl DefaultValue for Half {
    const JSON: &'static str = "0.5";
}
struct Nothing;
impl DefaultValue for Nothing {
    const JSON: &'static str = "null";
}

#[test]
fn defaults_stand_in_for_what_is_absent() {
    assert_eq!(Defaulted::<F64, Half>::absent(), Some(0.5));
    assert_eq!(Defaulted::<Nullable<F64>, Nothing>::absent(), Some(None));
    assert_eq!(Defaulted::<F64, Nothing>::absent(), None);
    refuses::<Defaulted<F64, Half>>("null", "$", WrongType, "expected number, got null");
    // An argument that JavaScript leaves out in the middle is null.
    assert_eq!(decode_json::<DefaultedArgument<F64, Half>>("null").unwrap(), 0.5);
    assert_eq!(decode_json::<DefaultedArgument<F64, Half>>("0.25").unwrap(), 0.25);
    refuses::<DefaultedArgument<F64, Half>>("true", "$", WrongType, "expected number, got bool");
}

#[test]
fn a_field_with_a_default_is_a_value() {
    let text = r#"{"id":"a","position":[0,0],"parts":[],"cells":{},"status":null,"count":1,"page":10}"#;
    let doc = decode_json::<Doc>(text).unwrap();
    #[expect(deprecated, reason = "it is the field that has a default")]
    let role = doc.role;
    assert_eq!((role.as_str(), doc.note), ("text", None));
    let null = text.replace("\"page\"", "\"role\":null,\"page\"");
    refuses::<Doc>(&null, "$.role", WrongType, "expected string, got null");
}

#[test]
fn types_of_the_application_are_held_to_their_json() {
    type Money = External<Cents, StrLen<1, 6>>;
    assert_eq!(takes::<Money>("\"12.50\"", "\"12.50\""), Cents(1250));
    refuses::<Money>("\"\"", "$", Length, "length must be 1 to 6");
    refuses::<Money>("\"x\"", "$", Format, "the application does not take this value");
    refuses::<Money>("12.5", "$", WrongType, "expected string, got number");
    assert_eq!(encode_json::<Money>(&Cents(100_000_000)).unwrap_err().kind, Length);
    let loose = takes::<External<serde_json::Value, Insert>>(
        r#"{"at":1,"text":"a","x":[1]}"#,
        r#"{"at":1,"text":"a","x":[1]}"#,
    );
    assert_eq!(loose["at"], 1);
    refuses::<External<serde_json::Value, Insert>>(
        r#"{"at":1}"#,
        "$.text",
        ViolationKind::Missing,
        "missing",
    );
    refuses::<External<serde_json::Value, Insert>>(
        r#"{"at":1,"text":"a","x":{"_placeholder":true,"num":0}}"#,
        "$",
        ViolationKind::Placeholder,
        "must not contain the key _placeholder",
    );
    let forged = serde_json::json!({ "at": 1, "text": "a", "x": [{ "_placeholder": true }] });
    assert_eq!(
        encode_json::<External<serde_json::Value, Insert>>(&forged).unwrap_err().kind,
        ViolationKind::Placeholder
    );
    let packed = rmp_serde::to_vec(&serde_json::json!({ "at": 1, "text": "a" })).unwrap();
    let read =
        rmp_serde::from_slice::<sockgen::__private::Received<External<serde_json::Value, Insert>>>(&packed)
            .unwrap();
    assert_eq!(read.0["text"], "a");
}
