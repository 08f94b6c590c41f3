//! Every kind of mistake at every place of a payload: a fault with a code and a path, and none of the words in which serde,
//! a type of the application's, or the code itself would have put it.

use serde_json::{Value, json};

use crate::app::SECRET;
use crate::client::{Client, Parser, bytes};
use crate::harness::{BOTH, connected, fault, is_served, serve};

/// What serde says, and the names of what stands behind a payload. Each is looked for in lower case.
const WORDS: &[&str] = &[
    "invalid type",
    "invalid value",
    "invalid length",
    "missing field",
    "unknown field",
    "unknown variant",
    "duplicate field",
    "variant",
    "at line",
    "column",
    "trailing",
    "eof",
    "struct",
    "tuple",
    "visitor",
    "serde",
    "everything",
    "money",
    "option",
    "vec<",
    "::",
    SECRET,
];

fn everything() -> Value {
    json!({
        "text": "t",
        "flag": true,
        "small": 1,
        "int": 2,
        "unsigned": "3",
        "signed": "-4",
        "float": 0.5,
        "at": "2025-01-31T09:30:00.123Z",
        "on": "2024-02-29",
        "id": "0191d2a0-5b0c-7000-8000-0123456789ab",
        "kind": "one",
        "list": [1, 2],
        "map": { "a": 1 },
        "any": { "b": [null] },
        "nothing": null,
        "pair": ["p", 1],
        "name": "name",
        "shape": { "kind": "circle", "radius": 1.5 },
        "step": { "name": "running", "data": { "radius": 2.5 } },
        "cell": { "radius": 3.5 },
        "money": "7",
        "body": bytes(&[1, 2]),
    })
}

/// Values of which nearly each is wrong nearly everywhere.
fn wrong() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(300),
        json!(1e300),
        json!(9_007_199_254_740_993_u64),
        json!(""),
        json!("much too long a text, and of no format"),
        json!("18446744073709551616"),
        json!([]),
        json!([null]),
        json!([[], {}]),
        json!([1, 2, 3, 4]),
        json!({}),
        json!({ "kind": "triangle" }),
        json!({ "kind": 1, "name": 1 }),
        json!({ "name": "running" }),
        json!({ "name": "running", "data": null }),
        json!({ "radius": "x" }),
        json!({ "__proto__": {} }),
        bytes(&[1, 2, 3]),
        json!({ "deep": [bytes(&[1]), bytes(&[2])] }),
    ]
}

/// The places of a value, as JSON pointers, from the inside out.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        // Binary data in the JSON of these tests.
        Value::Object(entries) if entries.contains_key("$bytes") => {}
        Value::Object(entries) => {
            entries.iter().for_each(|(key, inner)| places(inner, &format!("{at}/{key}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, inner)| places(inner, &format!("{at}/{index}"), found))
        }
        _ => {}
    }
    found.push(at.to_owned());
}

/// The payload with one mistake after the other: each place holds each of the wrong values, or nothing.
fn mistakes() -> Vec<Value> {
    let fine = everything();
    let mut found = Vec::new();
    places(&fine, "", &mut found);
    let mut all = Vec::new();
    for place in &found {
        for value in wrong() {
            let mut payload = fine.clone();
            *payload.pointer_mut(place).expect("a place in it") = value;
            all.push(payload);
        }
        if let Some((object, key)) = place.rsplit_once('/') {
            let mut payload = fine.clone();
            if let Some(Value::Object(entries)) = payload.pointer_mut(object) {
                entries.remove(key);
                all.push(payload);
            }
        }
    }
    all
}

/// Sends it and says whether it was a fault. The whole ack is looked through.
async fn is_refused(client: &mut Client, event: &str, arguments: Value) -> bool {
    let shown = format!("{event} {arguments}");
    let ack = client.call_with(event, arguments).await;
    if ack == json!({ "ok": true, "data": null }) {
        return false;
    }
    let (code, path) = fault(&ack);
    assert_eq!(code, "invalid_payload", "{shown}");
    assert!(path.is_some_and(|path| path.starts_with('$')), "{shown}: {ack}");
    // A path repeats the names that the schema gives to its fields, which a client knows; the sentence is ours.
    let said = ack["fault"]["message"].as_str().expect("a message").to_lowercase();
    for word in WORDS {
        assert!(!said.contains(word), "{shown}: {ack}");
    }
    true
}

#[tokio::test]
async fn every_mistake_at_every_place_is_a_fault_in_our_words() {
    for parser in BOTH {
        let (service, log) = serve(parser);
        let mut client = connected(&service, parser).await;
        for event in ["everything", "everything:strict"] {
            assert!(!is_refused(&mut client, event, json!([everything()])).await, "{parser:?}");
            let mut refused = 0;
            for payload in mistakes() {
                refused += usize::from(is_refused(&mut client, event, json!([payload])).await);
            }
            // Few of the values fit where they stand.
            assert!(refused > mistakes().len() / 2, "{parser:?}: {refused} of {}", mistakes().len());
            assert_eq!(std::mem::take(&mut *log.faults.lock().unwrap()).len(), refused);
        }
        assert!(is_served(&mut client).await);
    }
}

#[tokio::test]
async fn further_fields_and_arguments_are_ignored_unless_the_event_is_strict() {
    for parser in BOTH {
        let (service, _log) = serve(parser);
        let mut client = connected(&service, parser).await;
        let mut more = everything();
        more["more"] = json!({ "radius": [] });
        let further = json!([everything(), 1, bytes(&[1])]);
        assert!(!is_refused(&mut client, "everything", json!([more])).await);
        assert!(!is_refused(&mut client, "everything", further.clone()).await);
        assert!(is_refused(&mut client, "everything:strict", json!([more])).await);
        assert!(is_refused(&mut client, "everything:strict", further).await);
    }
}

#[tokio::test]
async fn arguments_that_are_wrong_or_missing_are_faults_in_our_words() {
    for parser in BOTH {
        let (service, log) = serve(parser);
        let mut client = connected(&service, parser).await;
        let fine = [json!("t"), json!({ "radius": 1 }), bytes(&[1])];
        assert!(!is_refused(&mut client, "arguments", json!(fine)).await);
        for count in 0..fine.len() {
            assert!(is_refused(&mut client, "arguments", json!(fine[..count])).await, "{parser:?} {count}");
        }
        for place in 0..fine.len() {
            for value in wrong() {
                let mut arguments = fine.clone();
                arguments[place] = value;
                is_refused(&mut client, "arguments", json!(arguments)).await;
            }
        }
        assert!(log.faults.lock().unwrap().len() > 3 * wrong().len() / 2);
        assert!(is_served(&mut client).await);
    }
}

#[tokio::test]
async fn a_payload_that_is_missing_or_another_is_answered() {
    for parser in BOTH {
        let (service, log) = serve(parser);
        let mut client = connected(&service, parser).await;
        for arguments in [json!([]), json!([null]), json!([[]]), json!(["x"]), json!([1, everything()])] {
            assert!(is_refused(&mut client, "everything", arguments).await);
        }
        // Without an ack only the hook hears of it.
        client.emit("everything", json!([])).await;
        assert!(is_served(&mut client).await);
        assert_eq!(log.faults.lock().unwrap().len(), 6);
    }
}

#[tokio::test]
async fn who_is_refused_learns_no_more() {
    for parser in BOTH {
        let (service, _log) = serve(parser);
        let enter = async |auth| Client::connect_to(&service, parser, "/door", auth).await.err();
        let fine = json!({ "user": "ann", "kind": "one", "shape": { "kind": "dot" }, "money": "1" });
        assert_eq!(enter(Some(fine.clone())).await, None);
        for user in ["error", "panic"] {
            let mut auth = fine.clone();
            auth["user"] = json!(user);
            assert_eq!(enter(Some(auth)).await.as_deref(), Some("internal"));
        }
        let mut auths = vec![None, Some(json!([])), Some(json!("x")), Some(json!(null))];
        for key in ["user", "kind", "shape", "money"] {
            for value in wrong().into_iter().filter(|value| !value.to_string().contains("$bytes")) {
                let mut auth = fine.clone();
                auth[key] = value;
                auths.push(Some(auth));
            }
        }
        let mut refused = 0;
        for auth in auths {
            let shown = format!("{auth:?}");
            let Some(message) = enter(auth).await else { continue };
            refused += 1;
            let ack: Value = serde_json::from_str(&message).unwrap_or_else(|_| panic!("{shown}: {message}"));
            assert_eq!(ack["fault"]["code"], "invalid_payload", "{shown}: {message}");
            assert!(ack["fault"]["path"].as_str().is_some_and(|path| path.starts_with('$')), "{message}");
            let said = message.to_lowercase();
            assert!(
                !WORDS.iter().any(|word| said.replace("$.money", "").contains(word)),
                "{shown}: {message}"
            );
        }
        assert!(refused > 60, "{refused}");
    }
}

#[tokio::test]
async fn keys_of_a_clients_choosing_are_cut_in_a_path() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    let mut payload = everything();
    payload["map"] = json!({ "k".repeat(10_000): "x" });
    let ack = client.call("everything", payload).await;
    let (code, path) = fault(&ack);
    assert_eq!(code, "invalid_payload");
    assert!(path.is_some_and(|path| path.len() < 100), "{ack}");
}
