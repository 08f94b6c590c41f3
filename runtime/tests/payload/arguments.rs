//! Several arguments: what is missing, too much, and null.

use sockgen::__private::{
    Args, Codec as _, Cx, Optional, Payload, Refs, Str, U8, Values, ViolationKind, decode_json, encode_json,
    payload_impls,
};

use crate::shapes::Forty;

struct Edit {
    id: String,
    base: Option<u8>,
    note: Option<String>,
}

impl Payload for Edit {
    const NAME: &'static str = "Edit";
    const FIELDS: &'static [&'static str] = &["id", "base", "note"];
    type Fields = (Str, Optional<U8>, Optional<Str>);

    fn build((id, base, note): Values<Self>) -> Self {
        Self { id, base, note }
    }

    fn view(&self) -> Refs<'_, Self> {
        (&self.id, &self.base, &self.note)
    }
}
payload_impls!(Edit);

#[track_caller]
fn takes(text: &str, sent: &str) {
    let value = decode_json::<Args<Edit>>(text).unwrap_or_else(|violation| panic!("{text}: {violation}"));
    assert_eq!(encode_json::<Args<Edit>>(&value).as_deref(), Ok(sent), "{text}");
}

#[track_caller]
fn refuses(text: &str, path: &str, kind: ViolationKind) {
    let violation = decode_json::<Args<Edit>>(text).expect_err(text);
    assert_eq!((violation.path.as_str(), violation.kind), (path, kind), "{text}");
}

#[test]
fn arguments_are_fields_in_order() {
    takes(r#"["a",1,"n"]"#, r#"["a",1,"n"]"#);
    takes(r#"["a",1]"#, r#"["a",1]"#);
    takes(r#"["a"]"#, r#"["a"]"#);
    takes(r#"["a",null,"n"]"#, r#"["a",null,"n"]"#);
    takes(r#"["a",null,null]"#, r#"["a"]"#);
    takes(r#"["a",1,"n",{"more":[]},2]"#, r#"["a",1,"n"]"#);
}

#[test]
fn a_failure_names_the_argument() {
    refuses("[]", "$.id", ViolationKind::Missing);
    refuses("[null]", "$.id", ViolationKind::WrongType);
    refuses(r#"["a","b"]"#, "$.base", ViolationKind::WrongType);
    let strictly = |text: &str| {
        let cx = Cx::strict();
        let decoded = Args::<Edit>::decode(&mut sockgen::serde_json::Deserializer::from_str(text), &cx);
        decoded.map_err(|_| cx.into_violation().kind)
    };
    assert_eq!(strictly(r#"["a",1,"n",2]"#), Err(ViolationKind::Unknown));
    assert!(strictly(r#"["a",1,"n"]"#).is_ok());
}

#[test]
fn forty_arguments_end_with_the_last_that_is_there() {
    let text = format!("[{}7]", "null,".repeat(13));
    let value = decode_json::<Args<Forty>>(&text).unwrap();
    assert_eq!(value.b1, Some(7));
    assert_eq!(encode_json::<Args<Forty>>(&value).unwrap(), text);
    assert_eq!(encode_json::<Args<Forty>>(&decode_json::<Args<Forty>>("[]").unwrap()).unwrap(), "[]");
}
