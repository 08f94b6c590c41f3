//! Attachments: each is there once, under its number; none is made up, and no client is sent more than it takes.

use serde_json::json;

use crate::client::{Parser, bytes};
use crate::harness::{BOTH, connected, fault, is_served, packed, serve};

const ONE: &str = r#"{"_placeholder":true,"num":0}"#;

#[tokio::test]
async fn a_placeholder_without_its_attachment_is_a_fault() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    let mut id = 0;
    for number in ["2", "-1", "1e3", "0.5", "\"0\"", "null", "4294967296", "18446744073709551616"] {
        let forged = format!(r#"{{"_placeholder":true,"num":{number}}}"#);
        for (event, payload, path) in [
            ("bytes", format!(r#"{{"first":{forged},"second":{ONE}}}"#), "$.first"),
            ("bytes", format!(r#"{{"first":{ONE},"second":{forged}}}"#), "$.second"),
            ("raw", forged.clone(), "$[0]"),
        ] {
            id += 1;
            client.send_text(&format!(r#"452-{id}["{event}",{payload}]"#)).await;
            client.send_binary(b"first").await;
            client.send_binary(b"second").await;
            let ack = client.ack(id).await;
            let (code, at) = fault(&ack);
            assert_eq!(code, "invalid_payload", "{payload}");
            assert!(at.is_some_and(|at| at.starts_with(path)), "{payload}: {ack}");
        }
    }
    assert!(is_served(&mut client).await);
}

#[tokio::test]
async fn an_attachment_is_there_once_and_under_its_number() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    let second = r#"{"_placeholder":true,"num":1}"#;
    client.send_text(&format!(r#"452-1["raw",{second},{ONE}]"#)).await;
    client.send_binary(b"a").await;
    client.send_binary(b"b").await;
    assert_eq!(client.ack_arguments(1).await, [bytes(b"b"), bytes(b"a")]);
    client.send_text(&format!(r#"452-2["bytes",{{"first":{ONE},"second":{ONE}}}]"#)).await;
    client.send_binary(b"a").await;
    client.send_binary(b"b").await;
    assert_eq!(fault(&client.ack(2).await), ("invalid_payload", Some("$.second")));
    // One that nobody names is nobody's.
    client.send_text(&format!(r#"452-3["bytes",{{"first":{second}}}]"#)).await;
    client.send_binary(b"aaaa").await;
    client.send_binary(b"b").await;
    assert_eq!(client.ack(3).await["data"], 1);
}

#[tokio::test]
async fn json_has_neither_attachments_nor_what_looks_like_one() {
    for parser in BOTH {
        let (service, _log) = serve(parser);
        let mut client = connected(&service, parser).await;
        for event in ["json", "map"] {
            let ack = client.call(event, json!({ "a": [bytes(&[1])] })).await;
            assert_eq!(fault(&ack), ("invalid_payload", Some("$.a[0]")), "{parser:?} {event}");
            for forged in [json!({ "_placeholder": true, "num": 0 }), json!({ "x": 1, "_placeholder": null })]
            {
                let forged = json!({ "a": [forged] });
                let ack = match parser {
                    Parser::Common => client.call(event, forged).await,
                    Parser::MsgPack => packed(&mut client, 7, event, forged).await,
                };
                assert_eq!(fault(&ack), ("invalid_payload", Some("$.a[0]")), "{parser:?} {event}");
            }
        }
        let forged = json!([{ "_placeholder": true, "num": 0 }]);
        let ack = match parser {
            Parser::Common => client.call("raw", forged).await,
            Parser::MsgPack => packed(&mut client, 7, "raw", forged).await,
        };
        assert_eq!(fault(&ack).0, "invalid_payload");
        // Nor is it sent on: its receiver would take it for an attachment of another message.
        let ack = client.call("emit:json", json!("forge")).await;
        let said = ack["data"].as_str().expect("what emitting returned");
        assert!(said.starts_with("Err(Invalid(") && said.contains("Placeholder"), "{said}");
        assert!(client.has_no("anything").await);
        assert_eq!(client.call("emit:json", json!({ "placeholder": 1 })).await["data"], "Ok(())");
        assert_eq!(client.event("anything").await, json!({ "placeholder": 1 }));
    }
}

#[tokio::test]
async fn an_eleventh_attachment_is_not_sent() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    assert_eq!(client.call("emit:bytes", json!(10)).await["data"], "Ok(()) Ok(())");
    for _ in 0..2 {
        assert_eq!(client.event("blobs").await.as_array().map(Vec::len), Some(10));
    }
    for count in [11, 255] {
        let ack = client.call("emit:bytes", json!(count)).await;
        let said = ack["data"].as_str().expect("what emitting returned");
        assert_eq!(said.matches("Err(Invalid(").count(), 2, "{said}");
    }
    assert!(client.has_no("blobs").await);
}

#[tokio::test]
async fn more_attachments_than_the_engine_takes_end_the_connection() {
    let (service, _log) = serve(Parser::Common);
    let mut other = connected(&service, Parser::Common).await;
    for head in ["4510001-", "4599999999999999999999999-", "45-", "45x-"] {
        let mut client = connected(&service, Parser::Common).await;
        client.send_text(&format!(r#"{head}1["raw",{ONE}]"#)).await;
        assert!(client.next().await.is_none(), "{head}");
    }
    // None is what a text has too.
    let mut client = connected(&service, Parser::Common).await;
    client.send_text(r#"450-1["json",1]"#).await;
    assert_eq!(client.ack(1).await["data"], 1);
    // An attachment of no message.
    client.send_binary(b"x").await;
    assert!(client.next().await.is_none());
    // A text where an attachment should be.
    let mut client = connected(&service, Parser::Common).await;
    client.send_text(&format!(r#"451-1["raw",{ONE}]"#)).await;
    client.send_text(r#"421["json",1]"#).await;
    assert!(client.next().await.is_none());
    assert!(is_served(&mut other).await);
}
