// Written by `tests/web/explorer/copied.ts`.

pub fn ack_styles() -> Result<(), sockgen::BoxError> {
    let value = crate::ack_styles::Doc { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::ack_styles::Doc { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::ack_styles::Doc {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::ack_styles::Doc {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn acks_of_every_kind() -> Result<(), sockgen::BoxError> {
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":-9007199254740991}"##)?);
    let value = crate::acks_of_every_kind::Answer { value: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"value":9007199254740991}"##)?);
    Ok(())
}

pub fn aliases_with_constraints() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::aliases_with_constraints::SetAlias {
    id: "a".into(),
    other: None,
    flag: false,
    names: BTreeMap::new(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"flag":false,"id":"a","names":{},"other":null}"##)?);
    let value = crate::aliases_with_constraints::SetAlias {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    other: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    flag: true,
    names: BTreeMap::from([
        ("a".into(), BTreeMap::from([
            ("%00%2F".into(), "😀😀😀".into()),
            ("\u{feff}bom".into(), "😀😀😀".into()),
            ("😀".into(), "😀😀😀".into()),
        ])),
        ("\u{2028}\u{2029}".into(), BTreeMap::from([
            ("'single'".into(), "😀😀😀".into()),
            ("key 2".into(), "😀😀😀".into()),
            ("\u{feff}bom".into(), "😀😀😀".into()),
        ])),
        ("😀".into(), BTreeMap::from([
            ("0".into(), "😀😀😀".into()),
            ("'single'".into(), "😀😀😀".into()),
            ("key 1".into(), "😀😀😀".into()),
        ])),
    ]),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"flag":true,"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","names":{"a":{"%00%2F":"😀😀😀","\ufeffbom":"😀😀😀","😀":"😀😀😀"},"\u2028\u2029":{"'single'":"😀😀😀","key 2":"😀😀😀","\ufeffbom":"😀😀😀"},"😀":{"0":"😀😀😀","'single'":"😀😀😀","key 1":"😀😀😀"}},"other":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn brands() -> Result<(), sockgen::BoxError> {
    let value = crate::brands::DocNamed { id: crate::brands::EVENTS::new("a")? };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"a"}"##)?);
    let value = crate::brands::DocNamed {
    id: crate::brands::EVENTS::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn bytes_and_defaults() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::bytes_and_defaults::Doc {
    id: "00000000-0000-0000-0000-000000000000".parse()?,
    body: None,
    role: crate::bytes_and_defaults::Role::Viewer,
    pages: 1,
    tags: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"00000000-0000-0000-0000-000000000000","pages":1,"role":"viewer","tags":[]}"##)?);
    let value = crate::bytes_and_defaults::Folder { docs: vec![], by_name: BTreeMap::new(), cover: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"byName":{},"cover":null,"docs":[]}"##)?);
    let value = crate::bytes_and_defaults::Part::Doc(crate::bytes_and_defaults::Doc {
    id: "00000000-0000-0000-0000-000000000000".parse()?,
    body: None,
    role: crate::bytes_and_defaults::Role::Viewer,
    pages: 1,
    tags: vec![],
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"00000000-0000-0000-0000-000000000000","kind":"doc","pages":1,"role":"viewer","tags":[]}"##)?);
    let value = crate::bytes_and_defaults::Part::End;
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"kind":"end"}"##)?);
    let value = crate::bytes_and_defaults::Plain { note: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{}"##)?);
    let value = crate::bytes_and_defaults::Plain {
    note: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"note":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::bytes_and_defaults::Doc {
    id: "00000000-0000-0000-0000-000000000000".parse()?,
    body: None,
    role: crate::bytes_and_defaults::Role::Viewer,
    pages: 1,
    tags: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"00000000-0000-0000-0000-000000000000","pages":1,"role":"viewer","tags":[]}"##)?);
    Ok(())
}

pub fn call() -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let value = crate::call::JoinRoom { room: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a"}"##)?);
    let value = crate::call::JoinRoom {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::LeaveRoom { room: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a"}"##)?);
    let value = crate::call::LeaveRoom {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::MessageSend { text: "a".into(), room: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":"a"}"##)?);
    let value = crate::call::MessageSend {
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    room: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::TypingStart { room: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a"}"##)?);
    let value = crate::call::TypingStart {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::TypingStop { room: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a"}"##)?);
    let value = crate::call::TypingStop {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::CustomEvent { name: "a".into(), payload: None, room: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"name":"a"}"##)?);
    let value = crate::call::CustomEvent {
    name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    payload: Some(json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
    room: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","payload":{"":{"constructor":1,"ok":true},"x":-0.5},"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::Welcome { socket_id: "".into(), at: "0000-01-01T00:00:00.000Z".parse()? };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":"0000-01-01T00:00:00.000Z","socketId":""}"##)?);
    let value = crate::call::Welcome {
    socket_id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    at: "9999-12-31T23:59:59.999Z".parse()?,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":"9999-12-31T23:59:59.999Z","socketId":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::Message {
    id: "00000000-0000-0000-0000-000000000000".parse()?,
    text: "a".into(),
    room: None,
    from: crate::call::User { id: "".into(), name: None },
    at: "0000-01-01T00:00:00.000Z".parse()?,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":"0000-01-01T00:00:00.000Z","from":{"id":""},"id":"00000000-0000-0000-0000-000000000000","text":"a"}"##)?);
    let value = crate::call::Message {
    id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    room: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    from: crate::call::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    },
    at: "9999-12-31T23:59:59.999Z".parse()?,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":"9999-12-31T23:59:59.999Z","from":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::call::UserJoined {
    room: "a".into(),
    user: crate::call::User { id: "".into(), name: None },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a","user":{"id":""}}"##)?);
    let value = crate::call::UserJoined {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    user: crate::call::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","user":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}}"##)?);
    let value = crate::call::UserLeft { room: "a".into(), user: crate::call::User { id: "".into(), name: None } };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a","user":{"id":""}}"##)?);
    let value = crate::call::UserLeft {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    user: crate::call::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","user":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}}"##)?);
    let value = crate::call::TypingUpdate {
    room: "a".into(),
    user: crate::call::User { id: "".into(), name: None },
    typing: false,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"a","typing":false,"user":{"id":""}}"##)?);
    let value = crate::call::TypingUpdate {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    user: crate::call::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    },
    typing: true,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","typing":true,"user":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}}"##)?);
    let value = crate::call::CustomBroadcast {
    name: "".into(),
    payload: None,
    from: crate::call::User { id: "".into(), name: None },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"from":{"id":""},"name":""}"##)?);
    let value = crate::call::CustomBroadcast {
    name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    payload: Some(json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
    from: crate::call::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"from":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},"name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","payload":{"":{"constructor":1,"ok":true},"x":-0.5}}"##)?);
    Ok(())
}

pub fn collab() -> Result<(), sockgen::BoxError> {
    let value = crate::collab::Cursor { col: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"col":0}"##)?);
    let value = crate::collab::Cursor { col: 4294967295 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"col":4294967295}"##)?);
    let value = crate::collab::GitLog { count: 1 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"count":1}"##)?);
    let value = crate::collab::GitLog { count: 100 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"count":100}"##)?);
    let value = crate::collab::DocConfirm { id: crate::collab::DocId::new("doc-1")? };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"doc-1"}"##)?);
    let value = crate::collab::DocConfirm { id: crate::collab::DocId::new("doc-1")? };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"doc-1"}"##)?);
    let value = crate::collab::DocConfirm { id: crate::collab::DocId::new("doc-1")? };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"doc-1"}"##)?);
    let value = crate::collab::DocConfirm { id: crate::collab::DocId::new("doc-1")? };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"doc-1"}"##)?);
    let value = crate::collab::Notice { text: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":""}"##)?);
    let value = crate::collab::Notice {
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::collab::User {
    id: crate::collab::Id::new("00000000-0000-0000-0000-000000000000".parse()?),
    name: "a".into(),
    avatar: None,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"00000000-0000-0000-0000-000000000000","name":"a"}"##)?);
    let value = crate::collab::Commit {
    id: crate::collab::Id::new("00000000-0000-0000-0000-000000000000".parse()?),
    message: "a".into(),
    parents: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"00000000-0000-0000-0000-000000000000","message":"a","parents":[]}"##)?);
    let value = crate::collab::Commit {
    id: crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
    message: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    parents: vec![
        crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
        crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
        crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
    ],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","message":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","parents":["ffffffff-ffff-ffff-ffff-ffffffffffff","ffffffff-ffff-ffff-ffff-ffffffffffff","ffffffff-ffff-ffff-ffff-ffffffffffff"]}"##)?);
    let value = crate::collab::admin::Kick { user: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"user":""}"##)?);
    let value = crate::collab::admin::Kick {
    user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"user":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::collab::game::Move { x: -9007199254740991, y: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":-9007199254740991,"y":-9007199254740991}"##)?);
    let value = crate::collab::game::Move { x: 9007199254740991, y: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":9007199254740991,"y":9007199254740991}"##)?);
    Ok(())
}

pub fn deprecated_things() -> Result<(), sockgen::BoxError> {
    let value = crate::deprecated_things::Cursor { col: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"col":0}"##)?);
    let value = crate::deprecated_things::Cursor { col: 4294967295 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"col":4294967295}"##)?);
    let value = crate::deprecated_things::DocCursor { col: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"col":0}"##)?);
    let value = crate::deprecated_things::DocCursor { col: 4294967295 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"col":4294967295}"##)?);
    let value = crate::deprecated_things::OldUser { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::deprecated_things::OldUser {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::deprecated_things::User {
    id: "".into(),
    nick: None,
    age: None,
    mail: None,
    team: None,
    name: None,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::deprecated_things::User {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    nick: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    age: Some(255),
    mail: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    team: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"age":255,"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","mail":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","name":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","nick":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","team":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::deprecated_things::OldUser { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::deprecated_things::OldUser {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn dynamic_namespaces() -> Result<(), sockgen::BoxError> {
    let value = crate::dynamic_namespaces::game::Move { x: -9007199254740991, y: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":-9007199254740991,"y":-9007199254740991}"##)?);
    let value = crate::dynamic_namespaces::game::Move { x: 9007199254740991, y: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":9007199254740991,"y":9007199254740991}"##)?);
    let value = crate::dynamic_namespaces::game::Moved { x: -9007199254740991, y: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":-9007199254740991,"y":-9007199254740991}"##)?);
    let value = crate::dynamic_namespaces::game::Moved { x: 9007199254740991, y: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":9007199254740991,"y":9007199254740991}"##)?);
    Ok(())
}

pub fn enums_of_every_width() -> Result<(), sockgen::BoxError> {
    let value = crate::enums_of_every_width::Widths {
    short: crate::enums_of_every_width::Short::Viewer,
    longer: crate::enums_of_every_width::Longer::Viewer,
    own: crate::enums_of_every_width::OfItsOwn::Viewer,
    long: crate::enums_of_every_width::TooLong::Viewer,
    open: crate::enums_of_every_width::Open::Viewer,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"long":"viewer","longer":"viewer","open":"viewer","own":"viewer","short":"viewer"}"##)?);
    let value = crate::enums_of_every_width::Widths {
    short: crate::enums_of_every_width::Short::Xxxxxxxxxxxxxxx,
    longer: crate::enums_of_every_width::Longer::Xxxxxxxxxxxxxxx,
    own: crate::enums_of_every_width::OfItsOwn::Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,
    long: crate::enums_of_every_width::TooLong::Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,
    open: crate::enums_of_every_width::Open::Xxxxxxxxxxxxxxxxx,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","longer":"xxxxxxxxxxxxxxx","open":"xxxxxxxxxxxxxxxxx","own":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","short":"xxxxxxxxxxxxxxx"}"##)?);
    Ok(())
}

pub fn groups() -> Result<(), sockgen::BoxError> {
    let value = crate::groups::Open { path: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"path":""}"##)?);
    let value = crate::groups::Open {
    path: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"path":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::groups::Commit { hash: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":""}"##)?);
    let value = crate::groups::Commit {
    hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::groups::Checkout { branch: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"branch":""}"##)?);
    let value = crate::groups::Checkout {
    branch: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"branch":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::groups::Commit { hash: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":""}"##)?);
    let value = crate::groups::Commit {
    hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::groups::Commit { hash: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":""}"##)?);
    let value = crate::groups::Commit {
    hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::groups::other::Checkout { branch: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"branch":""}"##)?);
    let value = crate::groups::other::Checkout {
    branch: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"branch":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::groups::Commit { hash: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":""}"##)?);
    let value = crate::groups::Commit {
    hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"hash":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn handshakes_of_every_kind() -> Result<(), sockgen::BoxError> {
    let value = crate::handshakes_of_every_kind::Names {
    json: crate::handshakes_of_every_kind::JSON::new("a")?,
    array: crate::handshakes_of_every_kind::Array::new("a")?,
    object: crate::handshakes_of_every_kind::Object::new("a")?,
    level: 0,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"array":"a","json":"a","level":0,"object":"a"}"##)?);
    let value = crate::handshakes_of_every_kind::Names {
    json: crate::handshakes_of_every_kind::JSON::new("😀😀😀😀😀😀😀😀😀")?,
    array: crate::handshakes_of_every_kind::Array::new("😀😀😀😀😀😀😀😀😀")?,
    object: crate::handshakes_of_every_kind::Object::new("😀😀😀😀😀😀😀😀😀")?,
    level: 255,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"array":"😀😀😀😀😀😀😀😀😀","json":"😀😀😀😀😀😀😀😀😀","level":255,"object":"😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn imported_types() -> Result<(), sockgen::BoxError> {
    let value = crate::imported_types::Team {
    lead: crate::imported_types::User {
        id: "00000000-0000-0000-0000-000000000000".parse()?,
        role: crate::imported_types::Role::Viewer,
    },
    members: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"lead":{"id":"00000000-0000-0000-0000-000000000000","role":"viewer"},"members":[]}"##)?);
    let value = crate::imported_types::Team {
    lead: crate::imported_types::User {
        id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        role: crate::imported_types::Role::Editor,
    },
    members: vec![
        crate::imported_types::User {
            id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            role: crate::imported_types::Role::Editor,
        },
        crate::imported_types::User {
            id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            role: crate::imported_types::Role::Editor,
        },
        crate::imported_types::User {
            id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            role: crate::imported_types::Role::Editor,
        },
    ],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"lead":{"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","role":"editor"},"members":[{"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","role":"editor"},{"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","role":"editor"},{"id":"ffffffff-ffff-ffff-ffff-ffffffffffff","role":"editor"}]}"##)?);
    Ok(())
}

pub fn inline_objects_and_enums() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::inline_objects_and_enums::Edit {
    at: crate::inline_objects_and_enums::EditAt { line: 0, column: 0 },
    mode: crate::inline_objects_and_enums::EditMode::Insert,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":{"column":0,"line":0},"mode":"insert"}"##)?);
    let value = crate::inline_objects_and_enums::Edit {
    at: crate::inline_objects_and_enums::EditAt { line: 4294967295, column: 4294967295 },
    mode: crate::inline_objects_and_enums::EditMode::Replace,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":{"column":4294967295,"line":4294967295},"mode":"replace"}"##)?);
    let value = crate::inline_objects_and_enums::Mode::Dark;
    assert_eq!(value, sockgen::serde_json::from_str(r##""dark""##)?);
    let value = crate::inline_objects_and_enums::Mode::Light;
    assert_eq!(value, sockgen::serde_json::from_str(r##""light""##)?);
    let value = crate::inline_objects_and_enums::Cursor { line: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"line":0}"##)?);
    let value = crate::inline_objects_and_enums::Cursor { line: 4294967295 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"line":4294967295}"##)?);
    let value = crate::inline_objects_and_enums::Doc {
    cursor: crate::inline_objects_and_enums::DocCursor { line: 0, column: 0 },
    kind: crate::inline_objects_and_enums::DocKind::Text,
    marks: vec![],
    layers: BTreeMap::new(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"cursor":{"column":0,"line":0},"kind":"text","layers":{},"marks":[]}"##)?);
    let value = crate::inline_objects_and_enums::Doc {
    cursor: crate::inline_objects_and_enums::DocCursor { line: 4294967295, column: 4294967295 },
    kind: crate::inline_objects_and_enums::DocKind::Drawing,
    marks: vec![
        crate::inline_objects_and_enums::DocMarksItem { from: 4294967295, to: 4294967295 },
        crate::inline_objects_and_enums::DocMarksItem { from: 4294967295, to: 4294967295 },
        crate::inline_objects_and_enums::DocMarksItem { from: 4294967295, to: 4294967295 },
    ],
    layers: BTreeMap::from([
        ("%00%2F".into(), crate::inline_objects_and_enums::DocLayersValue {
            visible: true,
            style: crate::inline_objects_and_enums::DocLayersValueStyle {
                color: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                width: Some(255),
            },
        }),
        ("a".into(), crate::inline_objects_and_enums::DocLayersValue {
            visible: true,
            style: crate::inline_objects_and_enums::DocLayersValueStyle {
                color: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                width: Some(255),
            },
        }),
        ("😀".into(), crate::inline_objects_and_enums::DocLayersValue {
            visible: true,
            style: crate::inline_objects_and_enums::DocLayersValueStyle {
                color: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                width: Some(255),
            },
        }),
    ]),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"cursor":{"column":4294967295,"line":4294967295},"kind":"drawing","layers":{"%00%2F":{"style":{"color":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","width":255},"visible":true},"a":{"style":{"color":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","width":255},"visible":true},"😀":{"style":{"color":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","width":255},"visible":true}},"marks":[{"from":4294967295,"to":4294967295},{"from":4294967295,"to":4294967295},{"from":4294967295,"to":4294967295}]}"##)?);
    let value = crate::inline_objects_and_enums::Cursor { line: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"line":0}"##)?);
    let value = crate::inline_objects_and_enums::Cursor { line: 4294967295 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"line":4294967295}"##)?);
    Ok(())
}

pub fn integers_and_dates() -> Result<(), sockgen::BoxError> {
    let value = crate::integers_and_dates::Numbers {
    a: 0,
    b: 0,
    c: 0,
    d: -128,
    e: -32768,
    f: -2147483648,
    g: -9007199254740991,
    h: 0,
    i: -9223372036854775808,
    j: -3.4028234663852886e+38,
    k: -1.7976931348623157e+308,
    bounded: -5,
    page: 1,
    big: 1,
    ratio: -0.5,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"a":0,"b":0,"big":"1","bounded":-5,"c":0,"d":-128,"e":-32768,"f":-2147483648,"g":-9007199254740991,"h":"0","i":"-9223372036854775808","j":-3.4028234663852886e+38,"k":-1.7976931348623157e+308,"page":1,"ratio":-0.5}"##)?);
    let value = crate::integers_and_dates::Numbers {
    a: 255,
    b: 65535,
    c: 4294967295,
    d: 127,
    e: 32767,
    f: 2147483647,
    g: 9007199254740991,
    h: 18446744073709551615,
    i: 9223372036854775807,
    j: 3.4028234663852886e+38,
    k: 1.7976931348623157e+308,
    bounded: 5,
    page: 4294967295,
    big: 18446744073709551615,
    ratio: 0.5,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"a":255,"b":65535,"big":"18446744073709551615","bounded":5,"c":4294967295,"d":127,"e":32767,"f":2147483647,"g":9007199254740991,"h":"18446744073709551615","i":"9223372036854775807","j":3.4028234663852886e+38,"k":1.7976931348623157e+308,"page":4294967295,"ratio":0.5}"##)?);
    let value = crate::integers_and_dates::Times {
    at: "0000-01-01T00:00:00.000Z".parse()?,
    on: "0000-01-01".parse()?,
    id: "00000000-0000-0000-0000-000000000000".parse()?,
    perhaps: None,
    all: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"all":[],"at":"0000-01-01T00:00:00.000Z","id":"00000000-0000-0000-0000-000000000000","on":"0000-01-01"}"##)?);
    let value = crate::integers_and_dates::Times {
    at: "9999-12-31T23:59:59.999Z".parse()?,
    on: "9999-12-31".parse()?,
    id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
    perhaps: Some(Some("9999-12-31T23:59:59.999Z".parse()?)),
    all: vec![
        "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
    ],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"all":["ffffffff-ffff-ffff-ffff-ffffffffffff","ffffffff-ffff-ffff-ffff-ffffffffffff","ffffffff-ffff-ffff-ffff-ffffffffffff"],"at":"9999-12-31T23:59:59.999Z","id":"ffffffff-ffff-ffff-ffff-ffffffffffff","on":"9999-12-31","perhaps":"9999-12-31T23:59:59.999Z"}"##)?);
    Ok(())
}

pub fn keywords_as_names() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::keywords_as_names::Self_ { crate_: "".into(), super_: "".into(), r#match: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"crate":"","match":"","super":""}"##)?);
    let value = crate::keywords_as_names::Self_ {
    crate_: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    super_: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    r#match: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"crate":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","match":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","super":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::keywords_as_names::Object {
    r#type: "".into(),
    r#fn: false,
    r#async: false,
    r#await: false,
    r#gen: false,
    self_: false,
    class: false,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"async":false,"await":false,"class":false,"fn":false,"gen":false,"self":false,"type":""}"##)?);
    let value = crate::keywords_as_names::Object {
    r#type: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    r#fn: true,
    r#async: true,
    r#await: true,
    r#gen: true,
    self_: true,
    class: true,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"async":true,"await":true,"class":true,"fn":true,"gen":true,"self":true,"type":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::keywords_as_names::Async { r#await: false };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"await":false}"##)?);
    let value = crate::keywords_as_names::Async { r#await: true };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"await":true}"##)?);
    let value = crate::keywords_as_names::Function::Type;
    assert_eq!(value, sockgen::serde_json::from_str(r##""type""##)?);
    let value = crate::keywords_as_names::Function::Self_;
    assert_eq!(value, sockgen::serde_json::from_str(r##""self""##)?);
    let value = crate::keywords_as_names::Send { sync: false };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"sync":false}"##)?);
    let value = crate::keywords_as_names::Send { sync: true };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"sync":true}"##)?);
    let value = crate::keywords_as_names::Return { r#yield: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"yield":0}"##)?);
    let value = crate::keywords_as_names::Return { r#yield: 255 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"yield":255}"##)?);
    let value = crate::keywords_as_names::Var { this: 0, new: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"new":0,"this":0}"##)?);
    let value = crate::keywords_as_names::Var { this: 255, new: 255 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"new":255,"this":255}"##)?);
    let value = crate::keywords_as_names::Vec { vec: vec![], map: BTreeMap::new() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"map":{},"vec":[]}"##)?);
    let value = crate::keywords_as_names::Vec {
    vec: vec![
        crate::keywords_as_names::Box { result: crate::keywords_as_names::Result::Err },
        crate::keywords_as_names::Box { result: crate::keywords_as_names::Result::Err },
        crate::keywords_as_names::Box { result: crate::keywords_as_names::Result::Err },
    ],
    map: BTreeMap::from([
        ("%00%2F".into(), crate::keywords_as_names::Box {
            result: crate::keywords_as_names::Result::Err,
        }),
        ("a".into(), crate::keywords_as_names::Box {
            result: crate::keywords_as_names::Result::Err,
        }),
        ("😀".into(), crate::keywords_as_names::Box {
            result: crate::keywords_as_names::Result::Err,
        }),
    ]),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"map":{"%00%2F":{"result":"err"},"a":{"result":"err"},"😀":{"result":"err"}},"vec":[{"result":"err"},{"result":"err"},{"result":"err"}]}"##)?);
    Ok(())
}

pub fn lists_and_maps() -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let value = crate::lists_and_maps::Grid {
    rows: vec![],
    names: BTreeMap::new(),
    by_name: BTreeMap::new(),
    anything: BTreeMap::new(),
    perhaps: vec![],
    few: vec![-2147483648],
    labels: BTreeMap::new(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"anything":{},"byName":{},"few":[-2147483648],"labels":{},"names":{},"perhaps":[],"rows":[]}"##)?);
    let value = crate::lists_and_maps::Grid {
    rows: vec![
        vec![
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
        ],
        vec![
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
        ],
        vec![
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
        ],
    ],
    names: BTreeMap::from([
        ("</script>".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        ("key 0".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        ("日本語".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    ]),
    by_name: BTreeMap::from([
        ("".into(), vec![
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
        ]),
        ("key 2".into(), vec![
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
        ]),
        ("\u{202e}rtl".into(), vec![
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
            crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            },
        ]),
    ]),
    anything: BTreeMap::from([
        ("\"quoted\"".into(), json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
        ("%00%2F".into(), json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
        ("a".into(), json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
    ]),
    perhaps: vec![
        Some(crate::lists_and_maps::Point {
            x: 1.7976931348623157e+308,
            y: 1.7976931348623157e+308,
        }),
        Some(crate::lists_and_maps::Point {
            x: 1.7976931348623157e+308,
            y: 1.7976931348623157e+308,
        }),
        Some(crate::lists_and_maps::Point {
            x: 1.7976931348623157e+308,
            y: 1.7976931348623157e+308,
        }),
    ],
    few: vec![2147483647, 2147483647, 2147483647],
    labels: BTreeMap::from([
        ("\"quoted\"".into(), "😀😀😀😀😀😀😀😀😀😀".into()),
        ("a".into(), "😀😀😀😀😀😀😀😀😀😀".into()),
        ("back\\slash".into(), "😀😀😀😀😀😀😀😀😀😀".into()),
    ]),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"anything":{"\"quoted\"":{"":{"constructor":1,"ok":true},"x":-0.5},"%00%2F":{"":{"constructor":1,"ok":true},"x":-0.5},"a":{"":{"constructor":1,"ok":true},"x":-0.5}},"byName":{"":[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}],"key 2":[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}],"\u202ertl":[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}]},"few":[2147483647,2147483647,2147483647],"labels":{"\"quoted\"":"😀😀😀😀😀😀😀😀😀😀","a":"😀😀😀😀😀😀😀😀😀😀","back\\slash":"😀😀😀😀😀😀😀😀😀😀"},"names":{"</script>":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","key 0":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","日本語":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},"perhaps":[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}],"rows":[[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}],[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}],[{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308},{"x":1.7976931348623157e+308,"y":1.7976931348623157e+308}]]}"##)?);
    Ok(())
}

pub fn names_that_are_long() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::names_that_are_long::AVeryLongNameForATypeThatSomebodyWroteOnAVeryLongAfternoonInNovember {
    a_field_whose_name_is_long: None,
    a_field_whose_name_is_null: None,
    both: None,
    a_list: vec![],
    a_list_or_null: None,
    a_map: BTreeMap::new(),
    a_map_or_null: None,
    a_map_perhaps: None,
    a_list_of_maps: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"aFieldWhoseNameIsNull":null,"aList":[],"aListOfMaps":[],"aListOrNull":null,"aMap":{},"aMapOrNull":null}"##)?);
    let value = crate::names_that_are_long::AVeryLongNameForATypeThatSomebodyWroteOnAVeryLongAfternoonInNovember {
    a_field_whose_name_is_long: None,
    a_field_whose_name_is_null: None,
    both: None,
    a_list: vec![],
    a_list_or_null: None,
    a_map: BTreeMap::new(),
    a_map_or_null: None,
    a_map_perhaps: None,
    a_list_of_maps: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"aFieldWhoseNameIsNull":null,"aList":[],"aListOfMaps":[],"aListOrNull":null,"aMap":{},"aMapOrNull":null}"##)?);
    Ok(())
}

pub fn names_that_are_long_everywhere() -> Result<(), sockgen::BoxError> {
    let value = crate::names_that_are_long_everywhere::Short::Insert(crate::names_that_are_long_everywhere::ShortInsert {
    at: 0,
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":0,"kind":"insert"}"##)?);
    let value = crate::names_that_are_long_everywhere::Short::Replace(crate::names_that_are_long_everywhere::ShortReplace {
    at: 255,
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":255,"kind":"replace"}"##)?);
    Ok(())
}

pub fn namespaces() -> Result<(), sockgen::BoxError> {
    let value = crate::namespaces::Join { room: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":""}"##)?);
    let value = crate::namespaces::Join {
    room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::namespaces::User { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::namespaces::User {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::namespaces::admin::Join {
    user: crate::namespaces::User { id: "".into() },
    r#as: crate::namespaces::admin::JoinAs::Owner,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"as":"owner","user":{"id":""}}"##)?);
    let value = crate::namespaces::admin::Join {
    user: crate::namespaces::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    },
    r#as: crate::namespaces::admin::JoinAs::Guest,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"as":"guest","user":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}}"##)?);
    let value = crate::namespaces::User { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::namespaces::User {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::namespaces::admin::Kicked {
    user: crate::namespaces::User { id: "".into() },
    inner: crate::namespaces::admin::KickedInner { at: "0000-01-01T00:00:00.000Z".parse()? },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"inner":{"at":"0000-01-01T00:00:00.000Z"},"user":{"id":""}}"##)?);
    let value = crate::namespaces::admin::Kicked {
    user: crate::namespaces::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    },
    inner: crate::namespaces::admin::KickedInner { at: "9999-12-31T23:59:59.999Z".parse()? },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"inner":{"at":"9999-12-31T23:59:59.999Z"},"user":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}}"##)?);
    Ok(())
}

pub fn namespaces_of_every_kind() -> Result<(), sockgen::BoxError> {
    let value = crate::namespaces_of_every_kind::Kick { user: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"user":""}"##)?);
    let value = crate::namespaces_of_every_kind::Kick {
    user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"user":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::namespaces_of_every_kind::admin::Kick { user: "".into(), r#for: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"for":"","user":""}"##)?);
    let value = crate::namespaces_of_every_kind::admin::Kick {
    user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    r#for: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"for":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","user":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::namespaces_of_every_kind::admin::Kicked { user: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"user":""}"##)?);
    let value = crate::namespaces_of_every_kind::admin::Kicked {
    user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"user":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::namespaces_of_every_kind::game::Move { x: -9007199254740991, y: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":-9007199254740991,"y":-9007199254740991}"##)?);
    let value = crate::namespaces_of_every_kind::game::Move { x: 9007199254740991, y: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":9007199254740991,"y":9007199254740991}"##)?);
    let value = crate::namespaces_of_every_kind::game::Moved { x: -9007199254740991, y: -9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":-9007199254740991,"y":-9007199254740991}"##)?);
    let value = crate::namespaces_of_every_kind::game::Moved { x: 9007199254740991, y: 9007199254740991 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x":9007199254740991,"y":9007199254740991}"##)?);
    Ok(())
}

pub fn naughty_names_and_docs() -> Result<(), sockgen::BoxError> {
    let value = crate::naughty_names_and_docs::Naughty {
    it_s_quoted: "".into(),
    back_slash: "".into(),
    tick_x: "".into(),
    script_a_script: "".into(),
    a_b: "".into(),
    c_d: "".into(),
    e_f: "".into(),
    crab: "".into(),
    h: "".into(),
    i: "".into(),
    r_j: "".into(),
    s_k: "".into(),
    spaces_l: "".into(),
    constructor: "".into(),
    to_string: "".into(),
    has_own_property: "".into(),
    prototype: "".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{" spaces l ":"","#{h}":"","%s k":"","<script>a</script>":"","a */ b":"","back\\slash":"","c // d":"","constructor":"","e # f":"","hasOwnProperty":"","it's \"quoted\"":"","prototype":"","r#\"j\"#":"","tick`${x}`":"","toString":"","{i}":"","🦀 crab":""}"##)?);
    let value = crate::naughty_names_and_docs::Naughty {
    it_s_quoted: "a".into(),
    back_slash: "%00%2F".into(),
    tick_x: "😀".into(),
    script_a_script: "\u{feff}bom".into(),
    a_b: "😀".into(),
    c_d: "0".into(),
    e_f: "_placeholder".into(),
    crab: "'single'".into(),
    h: "\u{2028}\u{2029}".into(),
    i: "'single'".into(),
    r_j: "\u{feff}bom".into(),
    s_k: "__proto__".into(),
    spaces_l: "_placeholder".into(),
    constructor: "日本語".into(),
    to_string: "</script>".into(),
    has_own_property: "".into(),
    prototype: "\u{202e}rtl".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{" spaces l ":"_placeholder","#{h}":"\u2028\u2029","%s k":"__proto__","<script>a</script>":"\ufeffbom","a */ b":"😀","back\\slash":"%00%2F","c // d":"0","constructor":"日本語","e # f":"_placeholder","hasOwnProperty":"","it's \"quoted\"":"a","prototype":"\u202ertl","r#\"j\"#":"\ufeffbom","tick`${x}`":"😀","toString":"</script>","{i}":"'single'","🦀 crab":"'single'"}"##)?);
    let value = crate::naughty_names_and_docs::ItS { x: false };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x*/":false}"##)?);
    let value = crate::naughty_names_and_docs::ItS { x: true };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"x*/":true}"##)?);
    let value = crate::naughty_names_and_docs::I { z: false };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"*/ z":false}"##)?);
    let value = crate::naughty_names_and_docs::I { z: true };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"*/ z":true}"##)?);
    Ok(())
}

pub fn naughty_texts_everywhere() -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let value = crate::naughty_texts_everywhere::Page::N1;
    assert_eq!(value, sockgen::serde_json::from_str(r##"1"##)?);
    let value = crate::naughty_texts_everywhere::Page::N2;
    assert_eq!(value, sockgen::serde_json::from_str(r##"2"##)?);
    let value = crate::naughty_texts_everywhere::Paid { money: json!(""), text: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"money":"","text":""}"##)?);
    let value = crate::naughty_texts_everywhere::Paid {
    money: json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"money":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::naughty_texts_everywhere::Sent { text: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":""}"##)?);
    let value = crate::naughty_texts_everywhere::Sent {
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::naughty_texts_everywhere::quoted::Text { text: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":""}"##)?);
    let value = crate::naughty_texts_everywhere::quoted::Text {
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn open_and_closed_enums() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::open_and_closed_enums::RoleAsk {
    role: crate::open_and_closed_enums::Role::Viewer,
    days: vec![],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"days":[],"role":"viewer"}"##)?);
    let value = crate::open_and_closed_enums::RoleAsk {
    role: crate::open_and_closed_enums::Role::Editor,
    days: vec![
        crate::open_and_closed_enums::Weekday::Sunday,
        crate::open_and_closed_enums::Weekday::Sunday,
        crate::open_and_closed_enums::Weekday::Sunday,
    ],
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"days":["sunday","sunday","sunday"],"role":"editor"}"##)?);
    let value = crate::open_and_closed_enums::StatusChanged {
    status: None,
    only: None,
    codes: BTreeMap::new(),
    code: crate::open_and_closed_enums::HttpCode::Ok,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"code":"ok","codes":{},"status":null}"##)?);
    let value = crate::open_and_closed_enums::StatusChanged {
    status: Some(crate::open_and_closed_enums::Status::Finished),
    only: Some(crate::open_and_closed_enums::OnlyOpen::One),
    codes: BTreeMap::from([
        ("%00%2F".into(), crate::open_and_closed_enums::HTTPCode::Ok),
        ("a".into(), crate::open_and_closed_enums::HTTPCode::Ok),
        ("😀".into(), crate::open_and_closed_enums::HTTPCode::Ok),
    ]),
    code: crate::open_and_closed_enums::HttpCode::Ok,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"code":"ok","codes":{"%00%2F":"ok","a":"ok","😀":"ok"},"only":"one","status":"finished"}"##)?);
    Ok(())
}

pub fn optional_and_nullable() -> Result<(), sockgen::BoxError> {
    let value = crate::optional_and_nullable::Profile {
    always: "".into(),
    maybe: None,
    nothing: None,
    either: None,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"always":"","nothing":null}"##)?);
    let value = crate::optional_and_nullable::Profile {
    always: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    maybe: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    nothing: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    either: Some(Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"always":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","either":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","maybe":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","nothing":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::optional_and_nullable::Seen { maybe: None, either: None, deep: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"deep":null}"##)?);
    let value = crate::optional_and_nullable::Seen {
    maybe: Some(crate::optional_and_nullable::Profile {
        always: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        maybe: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        nothing: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        either: Some(Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())),
    }),
    either: Some(Some(crate::optional_and_nullable::Profile {
        always: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        maybe: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        nothing: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        either: Some(Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())),
    })),
    deep: Some(vec![
        Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    ]),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"deep":["😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"],"either":{"always":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","either":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","maybe":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","nothing":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},"maybe":{"always":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","either":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","maybe":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","nothing":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}}"##)?);
    Ok(())
}

pub fn questions_to_clients() -> Result<(), sockgen::BoxError> {
    let value = crate::questions_to_clients::Confirm { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::questions_to_clients::Confirm { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::questions_to_clients::Confirm { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::questions_to_clients::Confirm {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::questions_to_clients::Confirm {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::questions_to_clients::Confirm {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn recursion_through_aliases() -> Result<(), sockgen::BoxError> {
    let value = crate::recursion_through_aliases::B {
    alias: None,
    optional: None,
    both: None,
    list: vec![],
    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"alias":null,"inline":{"inner":null},"list":[]}"##)?);
    let value = crate::recursion_through_aliases::B {
    alias: Some(Box::new(crate::recursion_through_aliases::B {
        alias: Some(Box::new(crate::recursion_through_aliases::B {
            alias: None,
            optional: Some(Box::new(crate::recursion_through_aliases::B {
                alias: None,
                optional: None,
                both: Some(None),
                list: vec![None],
                inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
            })),
            both: None,
            list: vec![None, None, None],
            inline: crate::recursion_through_aliases::BInline {
                inner: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                alias: None,
            },
        })),
        optional: Some(Box::new(crate::recursion_through_aliases::B {
            alias: None,
            optional: Some(Box::new(crate::recursion_through_aliases::B {
                alias: None,
                optional: None,
                both: None,
                list: vec![None, None, None, None],
                inline: crate::recursion_through_aliases::BInline {
                    inner: None,
                    alias: Some(None),
                },
            })),
            both: Some(None),
            list: vec![
                None,
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
            ],
            inline: crate::recursion_through_aliases::BInline {
                inner: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                alias: Some(None),
            },
        })),
        both: Some(Some(Box::new(crate::recursion_through_aliases::B {
            alias: Some(Box::new(crate::recursion_through_aliases::B {
                alias: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                both: Some(None),
                list: vec![None, None, None, None],
                inline: crate::recursion_through_aliases::BInline {
                    inner: None,
                    alias: Some(None),
                },
            })),
            optional: None,
            both: None,
            list: vec![
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: None,
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                None,
            ],
            inline: crate::recursion_through_aliases::BInline {
                inner: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                alias: Some(Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                }))),
            },
        }))),
        list: vec![
            Some(Box::new(crate::recursion_through_aliases::B {
                alias: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                both: Some(None),
                list: vec![None, None],
                inline: crate::recursion_through_aliases::BInline {
                    inner: None,
                    alias: Some(None),
                },
            })),
            Some(Box::new(crate::recursion_through_aliases::B {
                alias: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                }))),
                list: vec![None, None, None],
                inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
            })),
            None,
        ],
        inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
    })),
    optional: None,
    both: None,
    list: vec![],
    inline: crate::recursion_through_aliases::BInline {
        inner: Some(Box::new(crate::recursion_through_aliases::B {
            alias: None,
            optional: Some(Box::new(crate::recursion_through_aliases::B {
                alias: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: None,
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                }))),
                list: vec![None, None, None],
                inline: crate::recursion_through_aliases::BInline {
                    inner: None,
                    alias: Some(None),
                },
            })),
            both: Some(Some(Box::new(crate::recursion_through_aliases::B {
                alias: None,
                optional: Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: Some(Box::new(crate::recursion_through_aliases::B {
                        alias: None,
                        optional: None,
                        both: None,
                        list: vec![],
                        inline: crate::recursion_through_aliases::BInline {
                            inner: None,
                            alias: None,
                        },
                    })),
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
                both: Some(None),
                list: vec![],
                inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
            }))),
            list: vec![
                Some(Box::new(crate::recursion_through_aliases::B {
                    alias: None,
                    optional: None,
                    both: Some(None),
                    list: vec![],
                    inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
                })),
            ],
            inline: crate::recursion_through_aliases::BInline { inner: None, alias: None },
        })),
        alias: None,
    },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"alias":{"alias":{"alias":null,"inline":{"inner":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}},"list":[null,null,null],"optional":{"alias":null,"both":null,"inline":{"inner":null},"list":[null]}},"both":{"alias":{"alias":{"alias":null,"both":null,"inline":{"inner":null},"list":[]},"both":null,"inline":{"alias":null,"inner":null},"list":[null,null,null,null],"optional":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}},"inline":{"alias":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},"inner":{"alias":null,"both":null,"inline":{"inner":null},"list":[]}},"list":[{"alias":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},null]},"inline":{"inner":null},"list":[{"alias":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},"both":null,"inline":{"alias":null,"inner":null},"list":[null,null],"optional":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}},{"alias":{"alias":null,"both":null,"inline":{"inner":null},"list":[]},"both":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},"inline":{"inner":null},"list":[null,null,null],"optional":{"alias":null,"both":null,"inline":{"inner":null},"list":[]}},null],"optional":{"alias":null,"both":null,"inline":{"alias":null,"inner":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}},"list":[null,{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}],"optional":{"alias":null,"inline":{"alias":null,"inner":null},"list":[null,null,null,null]}}},"inline":{"inner":{"alias":null,"both":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}},"inline":{"inner":null},"list":[{"alias":null,"both":null,"inline":{"inner":null},"list":[]}],"optional":{"alias":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},"both":{"alias":null,"both":null,"inline":{"inner":null},"list":[],"optional":{"alias":null,"inline":{"inner":null},"list":[]}},"inline":{"alias":null,"inner":null},"list":[null,null,null],"optional":{"alias":null,"inline":{"inner":null},"list":[]}}}},"list":[]}"##)?);
    Ok(())
}

pub fn recursive_types() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::recursive_types::Comment { text: "".into(), replies: vec![], parent: None, quoted: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"quoted":null,"replies":[],"text":""}"##)?);
    let value = crate::recursive_types::Comment {
    text: "a".into(),
    replies: vec![
        crate::recursive_types::Comment {
            text: "😀".into(),
            replies: vec![
                crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                },
            ],
            parent: None,
            quoted: None,
        },
        crate::recursive_types::Comment {
            text: "'single'".into(),
            replies: vec![
                crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: None,
                    quoted: None,
                },
            ],
            parent: None,
            quoted: None,
        },
    ],
    parent: Some(Box::new(crate::recursive_types::Comment {
        text: "日本語".into(),
        replies: vec![],
        parent: None,
        quoted: Some(Box::new(crate::recursive_types::Comment {
            text: "\u{202e}rtl".into(),
            replies: vec![
                crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: None,
                    quoted: None,
                },
                crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                },
                crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: None,
                    quoted: None,
                },
            ],
            parent: Some(Box::new(crate::recursive_types::Comment {
                text: "a".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: None,
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
            })),
            quoted: Some(Box::new(crate::recursive_types::Comment {
                text: "👩\u{200d}👩\u{200d}👧\u{200d}👦".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: None,
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
            })),
        })),
    })),
    quoted: Some(Box::new(crate::recursive_types::Comment {
        text: "0".into(),
        replies: vec![
            crate::recursive_types::Comment {
                text: "é".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: None,
                    quoted: None,
                })),
            },
            crate::recursive_types::Comment {
                text: "é".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
                quoted: None,
            },
            crate::recursive_types::Comment {
                text: "1e999".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: None,
                    quoted: None,
                })),
            },
            crate::recursive_types::Comment {
                text: "Hello, world".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: None,
                quoted: None,
            },
        ],
        parent: None,
        quoted: Some(Box::new(crate::recursive_types::Comment {
            text: "é".into(),
            replies: vec![],
            parent: Some(Box::new(crate::recursive_types::Comment {
                text: "👩\u{200d}👩\u{200d}👧\u{200d}👦".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: None,
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: None,
                    quoted: None,
                })),
            })),
            quoted: Some(Box::new(crate::recursive_types::Comment {
                text: "'single'".into(),
                replies: vec![
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                    crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    },
                ],
                parent: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
                quoted: Some(Box::new(crate::recursive_types::Comment {
                    text: "".into(),
                    replies: vec![],
                    parent: Some(Box::new(crate::recursive_types::Comment {
                        text: "".into(),
                        replies: vec![],
                        parent: None,
                        quoted: None,
                    })),
                    quoted: None,
                })),
            })),
        })),
    })),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"parent":{"quoted":{"parent":{"quoted":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"replies":[{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"a"},"quoted":{"quoted":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"replies":[{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"👩\u200d👩\u200d👧\u200d👦"},"replies":[{"quoted":null,"replies":[],"text":""},{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"\u202ertl"},"replies":[],"text":"日本語"},"quoted":{"quoted":{"parent":{"quoted":{"quoted":null,"replies":[],"text":""},"replies":[{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"👩\u200d👩\u200d👧\u200d👦"},"quoted":{"parent":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"quoted":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"replies":[{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"'single'"},"replies":[],"text":"é"},"replies":[{"parent":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"quoted":{"quoted":null,"replies":[],"text":""},"replies":[{"quoted":null,"replies":[],"text":""}],"text":"é"},{"parent":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"é"},{"parent":{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""},"quoted":{"quoted":null,"replies":[],"text":""},"replies":[{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""},{"quoted":null,"replies":[],"text":""}],"text":"1e999"},{"quoted":null,"replies":[{"quoted":null,"replies":[],"text":""}],"text":"Hello, world"}],"text":"0"},"replies":[{"quoted":null,"replies":[{"parent":{"quoted":null,"replies":[],"text":""},"quoted":null,"replies":[],"text":""}],"text":"😀"},{"quoted":null,"replies":[{"quoted":null,"replies":[],"text":""}],"text":"'single'"}],"text":"a"}"##)?);
    let value = crate::recursive_types::Folder { name: "".into(), folders: BTreeMap::new(), owner: None };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"folders":{},"name":""}"##)?);
    let value = crate::recursive_types::Folder {
    name: "\u{10ffff}".into(),
    folders: BTreeMap::from([
        ("日本語".into(), crate::recursive_types::Folder {
            name: "é".into(),
            folders: BTreeMap::from([
                ("\t tab ".into(), crate::recursive_types::Folder {
                    name: "".into(),
                    folders: BTreeMap::new(),
                    owner: None,
                }),
                ("%00%2F".into(), crate::recursive_types::Folder {
                    name: "".into(),
                    folders: BTreeMap::new(),
                    owner: None,
                }),
                ("-0".into(), crate::recursive_types::Folder {
                    name: "".into(),
                    folders: BTreeMap::new(),
                    owner: Some(Box::new(crate::recursive_types::Person {
                        name: "".into(),
                        home: None,
                        friend: None,
                    })),
                }),
                ("\u{202e}rtl".into(), crate::recursive_types::Folder {
                    name: "".into(),
                    folders: BTreeMap::new(),
                    owner: None,
                }),
            ]),
            owner: Some(Box::new(crate::recursive_types::Person {
                name: "1e999".into(),
                home: Some(Box::new(crate::recursive_types::Folder {
                    name: "".into(),
                    folders: BTreeMap::new(),
                    owner: Some(Box::new(crate::recursive_types::Person {
                        name: "".into(),
                        home: None,
                        friend: None,
                    })),
                })),
                friend: Some(Box::new(crate::recursive_types::Person {
                    name: "".into(),
                    home: None,
                    friend: None,
                })),
            })),
        }),
    ]),
    owner: None,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"folders":{"日本語":{"folders":{"\t tab ":{"folders":{},"name":""},"%00%2F":{"folders":{},"name":""},"-0":{"folders":{},"name":"","owner":{"friend":null,"name":""}},"\u202ertl":{"folders":{},"name":""}},"name":"é","owner":{"friend":{"friend":null,"name":""},"home":{"folders":{},"name":"","owner":{"friend":null,"name":""}},"name":"1e999"}}},"name":"\udbff\udfff"}"##)?);
    Ok(())
}

pub fn requests_of_the_server() -> Result<(), sockgen::BoxError> {
    let value = crate::requests_of_the_server::Confirm { question: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"question":""}"##)?);
    let value = crate::requests_of_the_server::Confirm { question: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"question":""}"##)?);
    let value = crate::requests_of_the_server::Confirm { question: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"question":""}"##)?);
    let value = crate::requests_of_the_server::Confirm {
    question: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"question":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::requests_of_the_server::Confirm {
    question: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"question":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::requests_of_the_server::Confirm {
    question: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"question":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn rooms_and_targets() -> Result<(), sockgen::BoxError> {
    let value = crate::rooms_and_targets::DocOpen { id: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"a"}"##)?);
    let value = crate::rooms_and_targets::DocOpen {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::rooms_and_targets::DocClose { id: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"a"}"##)?);
    let value = crate::rooms_and_targets::DocClose {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::rooms_and_targets::Notice { text: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":""}"##)?);
    let value = crate::rooms_and_targets::Notice {
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::rooms_and_targets::DocChanged { id: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"a"}"##)?);
    let value = crate::rooms_and_targets::DocChanged {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::rooms_and_targets::Archived { id: "a".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"a"}"##)?);
    let value = crate::rooms_and_targets::Archived {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::rooms_and_targets::Cursor { column: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"column":0}"##)?);
    let value = crate::rooms_and_targets::Cursor { column: 4294967295 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"column":4294967295}"##)?);
    let value = crate::rooms_and_targets::Load { percent: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"percent":0}"##)?);
    let value = crate::rooms_and_targets::Load { percent: 100 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"percent":100}"##)?);
    Ok(())
}

pub fn tuples_and_numbers() -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let value = crate::tuples_and_numbers::More {
    points: vec![],
    map: BTreeMap::new(),
    long: (
        crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
            page: crate::tuples_and_numbers::Page::N10,
        },
        None,
        0,
    ),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"long":[{"page":10},null,0],"map":{},"points":[]}"##)?);
    let value = crate::tuples_and_numbers::More {
    points: vec![(255, 255), (255, 255), (255, 255)],
    map: BTreeMap::from([
        ("%00%2F".into(), Some((
            crate::tuples_and_numbers::Page::N100,
            crate::tuples_and_numbers::Sign::N1,
        ))),
        ("a".into(), Some((
            crate::tuples_and_numbers::Page::N100,
            crate::tuples_and_numbers::Sign::N1,
        ))),
        ("😀".into(), Some((
            crate::tuples_and_numbers::Page::N100,
            crate::tuples_and_numbers::Sign::N1,
        ))),
    ]),
    long: (
        crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
            page: crate::tuples_and_numbers::Page::N100,
        },
        Some(vec![
            crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                page: crate::tuples_and_numbers::Page::N100,
            },
            crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                page: crate::tuples_and_numbers::Page::N100,
            },
            crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                page: crate::tuples_and_numbers::Page::N100,
            },
        ]),
        255,
    ),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"long":[{"page":100},[{"page":100},{"page":100},{"page":100}],255],"map":{"%00%2F":[100,1],"a":[100,1],"😀":[100,1]},"points":[[255,255],[255,255],[255,255]]}"##)?);
    let value = crate::tuples_and_numbers::Drawn {
    many: crate::tuples_and_numbers::Many::N1000,
    status: crate::tuples_and_numbers::Described::N200,
    points: None,
    pair: None,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"many":1000,"points":null,"status":200}"##)?);
    let value = crate::tuples_and_numbers::Drawn {
    many: crate::tuples_and_numbers::Many::N15000,
    status: crate::tuples_and_numbers::Described::N404,
    points: Some(vec![
        (1.7976931348623157e+308, 1.0),
        (1.7976931348623157e+308, 1.0),
        (1.7976931348623157e+308, 1.0),
    ]),
    pair: Some(Some((
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        18446744073709551615,
    ))),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"many":15000,"pair":["😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","18446744073709551615"],"points":[[1.7976931348623157e+308,1],[1.7976931348623157e+308,1],[1.7976931348623157e+308,1]],"status":404}"##)?);
    Ok(())
}

pub fn type_called_room() -> Result<(), sockgen::BoxError> {
    let value = crate::type_called_room::RoomOpen {
    room: crate::type_called_room::Room { id: "a".into(), members: 0 },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":{"id":"a","members":0}}"##)?);
    let value = crate::type_called_room::RoomOpen {
    room: crate::type_called_room::Room {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        members: 4294967295,
    },
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"room":{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","members":4294967295}}"##)?);
    let value = crate::type_called_room::Room { id: "a".into(), members: 0 };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"a","members":0}"##)?);
    let value = crate::type_called_room::Room {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    members: 4294967295,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","members":4294967295}"##)?);
    let value = crate::type_called_room::RoomReady { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::type_called_room::RoomReady { id: "".into() };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":""}"##)?);
    let value = crate::type_called_room::RoomReady {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::type_called_room::RoomReady {
    id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"id":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    Ok(())
}

pub fn types_of_the_application() -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let value = crate::types_of_the_application::Pay { price: json!(""), settings: json!({}) };
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"price":"","settings":{}}"##)?);
    let value = crate::types_of_the_application::Pay {
    price: json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
    settings: json!({
        "%00%2F": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
        "a": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
        "😀": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
    }),
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"price":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","settings":{"%00%2F":{"":{"constructor":1,"ok":true},"x":-0.5},"a":{"":{"constructor":1,"ok":true},"x":-0.5},"😀":{"":{"constructor":1,"ok":true},"x":-0.5}}}"##)?);
    let value = crate::types_of_the_application::Paid {
    money: json!(""),
    settings: json!({}),
    plain: sockgen::serde_json::from_value(json!(""))?,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"money":"","plain":"","settings":{}}"##)?);
    let value = crate::types_of_the_application::Paid {
    money: json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
    settings: json!({
        "0": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
        "\u{feff}bom": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
        "😀": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
    }),
    plain: sockgen::serde_json::from_value(json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"))?,
};
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"money":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","plain":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀","settings":{"0":{"":{"constructor":1,"ok":true},"x":-0.5},"\ufeffbom":{"":{"constructor":1,"ok":true},"x":-0.5},"😀":{"":{"constructor":1,"ok":true},"x":-0.5}}}"##)?);
    Ok(())
}

pub fn unions_of_every_kind() -> Result<(), sockgen::BoxError> {
    let value = crate::unions_of_every_kind::Expr::Not(Box::new(crate::unions_of_every_kind::ExprNot {
    of: crate::unions_of_every_kind::Expr::Not(Box::new(crate::unions_of_every_kind::ExprNot {
        of: crate::unions_of_every_kind::Expr::Not(Box::new(crate::unions_of_every_kind::ExprNot {
            of: crate::unions_of_every_kind::Expr::All(crate::unions_of_every_kind::ExprAll {
                of: vec![],
            }),
        })),
    })),
}));
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"of":{"of":{"of":{"of":[],"op":"all"},"op":"not"},"op":"not"},"op":"not"}"##)?);
    let value = crate::unions_of_every_kind::Expr::Value(crate::unions_of_every_kind::ExprValue { is: true });
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"is":true,"op":"value"}"##)?);
    let value = crate::unions_of_every_kind::Op::Insert(crate::unions_of_every_kind::Insert {
    at: 0,
    text: "a".into(),
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":0,"kind":"insert","text":"a"}"##)?);
    let value = crate::unions_of_every_kind::Op::Noop;
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"kind":"noop"}"##)?);
    let value = crate::unions_of_every_kind::State::On(None);
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"name":"on","the data":null}"##)?);
    let value = crate::unions_of_every_kind::State::Off;
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"name":"off"}"##)?);
    let value = crate::unions_of_every_kind::Closed::A(crate::unions_of_every_kind::Insert {
    at: 0,
    text: "a".into(),
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":0,"text":"a","the:tag":"a"}"##)?);
    let value = crate::unions_of_every_kind::Closed::BC;
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"the:tag":"b-c"}"##)?);
    let value = crate::unions_of_every_kind::Only::Insert(crate::unions_of_every_kind::Insert {
    at: 0,
    text: "a".into(),
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":0,"kind":"insert","text":"a"}"##)?);
    let value = crate::unions_of_every_kind::Only::Insert(crate::unions_of_every_kind::Insert {
    at: 4294967295,
    text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"at":4294967295,"kind":"insert","text":"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}"##)?);
    let value = crate::unions_of_every_kind::Shape::Circle(crate::unions_of_every_kind::Circle {
    radius: -1.7976931348623157e+308,
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"radius":-1.7976931348623157e+308}"##)?);
    let value = crate::unions_of_every_kind::Shape::Box(crate::unions_of_every_kind::Box {
    width: 1.7976931348623157e+308,
    height: 1.7976931348623157e+308,
});
    assert_eq!(value, sockgen::serde_json::from_str(r##"{"height":1.7976931348623157e+308,"width":1.7976931348623157e+308}"##)?);
    Ok(())
}

pub fn all() -> Result<(), sockgen::BoxError> {
    ack_styles()?;
    acks_of_every_kind()?;
    aliases_with_constraints()?;
    brands()?;
    bytes_and_defaults()?;
    call()?;
    collab()?;
    deprecated_things()?;
    dynamic_namespaces()?;
    enums_of_every_width()?;
    groups()?;
    handshakes_of_every_kind()?;
    imported_types()?;
    inline_objects_and_enums()?;
    integers_and_dates()?;
    keywords_as_names()?;
    lists_and_maps()?;
    names_that_are_long()?;
    names_that_are_long_everywhere()?;
    namespaces()?;
    namespaces_of_every_kind()?;
    naughty_names_and_docs()?;
    naughty_texts_everywhere()?;
    open_and_closed_enums()?;
    optional_and_nullable()?;
    questions_to_clients()?;
    recursion_through_aliases()?;
    recursive_types()?;
    requests_of_the_server()?;
    rooms_and_targets()?;
    tuples_and_numbers()?;
    type_called_room()?;
    types_of_the_application()?;
    unions_of_every_kind()?;
    Ok(())
}
