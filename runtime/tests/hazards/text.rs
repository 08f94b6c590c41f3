//! Text that is hostile, or none: it is a fault where there is an ack to put it in, or the end of that connection.

use serde_json::json;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

use crate::client::Parser;
use crate::harness::{BOTH, connected, fault, is_served, serve};

#[tokio::test]
async fn deep_json_is_a_fault() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    let mut id = 0;
    for depth in [200, 5_000, 40_000] {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            for event in ["json", "raw", "map", "everything"] {
                id += 1;
                client.send_text(&format!(r#"42{id}["{event}",{{"any":{deep},"a":{deep}}}]"#)).await;
                let ack = client.ack(id).await;
                assert_eq!(fault(&ack).0, "invalid_payload", "{event} {depth}");
                assert!(ack.to_string().len() < 2_000, "a path of {} bytes", ack.to_string().len());
            }
        }
    }
    assert!(is_served(&mut client).await);
}

/// A packet of MessagePack that asks for an ack with the id 1, up to where the event's argument stands.
fn packed_up_to_the_argument(event: &str) -> Vec<u8> {
    // A map of four, whose last value is a list of two.
    let mut packet = vec![0x84];
    for (key, value) in [("type", &[2][..]), ("nsp", b"\xa1/"), ("id", &[1]), ("data", &[0x92])] {
        packet.extend(rmp_serde::to_vec(key).expect("msgpack"));
        packet.extend(value);
    }
    packet.extend(rmp_serde::to_vec(event).expect("msgpack"));
    packet
}

#[tokio::test]
async fn deep_messagepack_ends_its_connection_alone() {
    let (service, _log) = serve(Parser::MsgPack);
    let mut other = connected(&service, Parser::MsgPack).await;
    // The engine reads a packet through before it calls us, and has a limit of its own on the way: 128.
    for (depth, is_read) in [(100, true), (200, false), (5_000, false), (40_000, false)] {
        for event in ["json", "raw", "everything"] {
            let mut client = connected(&service, Parser::MsgPack).await;
            let mut packet = packed_up_to_the_argument(event);
            packet.extend(vec![0x91; depth]);
            packet.push(0xc0);
            client.send_binary(&packet).await;
            match client.next().await {
                Some(packet) if event == "everything" => {
                    assert_eq!(fault(&packet.data[0]).0, "invalid_payload")
                }
                Some(packet) => {
                    assert_eq!(packet.data.to_string().matches('[').count(), depth + 1, "{event}")
                }
                None => assert!(!is_read, "{event} {depth}"),
            }
            assert!(is_served(&mut other).await);
        }
    }
}

#[tokio::test]
async fn halves_of_a_character_are_faults() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    for (id, text) in (1..).zip([
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\udc00\ud800""#,
        r#""\ud800x""#,
        r#"["\uDEAD"]"#,
        r#"{"\ud800":1}"#,
    ]) {
        client.send_text(&format!(r#"42{id}["json",{text}]"#)).await;
        assert_eq!(fault(&client.ack(id).await).0, "invalid_payload", "{text}");
    }
    client.send_text(r#"4299["json","\ud83e\udd80"]"#).await;
    assert_eq!(client.ack(99).await["data"], "🦀");
}

#[tokio::test]
async fn bytes_that_are_no_text_end_their_connection_alone() {
    let (service, _log) = serve(Parser::Common);
    let mut other = connected(&service, Parser::Common).await;
    for bytes in [&b"\xff"[..], b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"] {
        let mut client = connected(&service, Parser::Common).await;
        let text = [&br#"421["json",""#[..], bytes, br#""]"#].concat();
        client.send_frame(Frame::message(text, OpCode::Data(Data::Text), true)).await;
        assert!(client.next().await.is_none(), "{bytes:?}");
        assert!(is_served(&mut other).await);
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_a_fault_in_messagepack() {
    let (service, _log) = serve(Parser::MsgPack);
    let mut client = connected(&service, Parser::MsgPack).await;
    for bytes in [[0xff, 0xfe], [0xc0, 0xaf]] {
        for event in ["json", "raw"] {
            let mut packet = packed_up_to_the_argument(event);
            packet.push(0xa2);
            packet.extend(bytes);
            client.send_binary(&packet).await;
            let ack = client.ack(1).await;
            // The format's reader takes it for binary data, which `raw` may have in it and `json` may not.
            match event {
                "raw" => assert_eq!(ack, crate::client::bytes(&bytes)),
                _ => assert_eq!(fault(&ack).0, "invalid_payload"),
            }
        }
    }
    assert!(is_served(&mut client).await);
}

#[tokio::test]
async fn a_key_that_stands_twice_is_a_fault() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    for (id, (event, text, path)) in (1..).zip([
        ("numbers", r#"{"float":1,"float":2,"int":1,"small":1}"#, "$.float"),
        ("map", r#"{"a":1,"b":2,"a":1}"#, "$.a"),
        ("map", r#"{"a":1,"\u0061":1}"#, "$.a"),
        ("arguments", r#""t",{"radius":1,"radius":1}"#, "$.circle.radius"),
    ]) {
        client.send_text(&format!(r#"42{id}["{event}",{text}]"#)).await;
        assert_eq!(fault(&client.ack(id).await), ("invalid_payload", Some(path)), "{text}");
    }
}

#[tokio::test]
async fn no_map_has_a_prototype_for_a_key() {
    for parser in BOTH {
        let (service, _log) = serve(parser);
        let mut client = connected(&service, parser).await;
        let ack = client.call("map", json!({ "__proto__": { "admin": true } })).await;
        assert_eq!(fault(&ack), ("invalid_payload", Some("$")), "{parser:?}");
        // Where nobody looks at it, it reaches nobody; inside `json` it is a key like any other.
        let numbers = json!({ "float": 1, "int": 1, "small": 1, "__proto__": { "float": 2 } });
        assert_eq!(
            client.call("numbers", numbers).await["data"],
            json!({ "float": 1.0, "int": 1, "small": 1 })
        );
        let ack = client.call("map", json!({ "constructor": 1, "toString": null })).await;
        assert_eq!(ack["data"], json!({ "constructor": 1, "toString": null }));
    }
}

#[tokio::test]
async fn what_is_no_message_ends_its_connection_alone() {
    let (service, _log) = serve(Parser::Common);
    let mut other = connected(&service, Parser::Common).await;
    for text in [
        r#"421["json",1"#,
        r#"421["json""#,
        r#"421[1]"#,
        r#"421[]"#,
        "421{}",
        "421",
        r#"421["js\u006fn",1]"#,
        r#"421["json",nul]"#,
        r#"42-1["json",1]"#,
        "43",
        "47",
        r#"45["json"]"#,
        "4é",
    ] {
        let mut client = connected(&service, Parser::Common).await;
        client.send_text(text).await;
        assert!(client.next().await.is_none(), "{text}");
    }
    assert!(is_served(&mut other).await);
}

#[tokio::test]
async fn an_answer_to_nothing_changes_nothing() {
    for parser in BOTH {
        let (service, log) = serve(parser);
        let mut client = connected(&service, parser).await;
        for id in [0, 1, 7, i64::MAX.unsigned_abs()] {
            client.answer(Some(id), json!([{ "ok": true, "data": true }])).await;
            client.answer(Some(id), json!([])).await;
        }
        assert!(is_served(&mut client).await, "{parser:?}");
        // One that is asked and answers twice: the first answer is the one.
        let asked = client.ask("question", json!([{ "patienceMs": 60_000 }])).await;
        let (_, id) = client.question("confirm").await;
        client.answer(id, json!([{ "ok": true, "data": true }])).await;
        client.answer(id, json!([{ "ok": true, "data": false }])).await;
        assert_eq!(client.ack(asked).await["ok"], true);
        assert_eq!(*log.answers.lock().unwrap(), ["Ok(true)"]);
        assert!(is_served(&mut client).await);
    }
}
