//! Numbers that JSON, JavaScript or MessagePack have and a handler must not see, in both directions.

use serde::Serialize;
use serde_json::{Value, json};

use crate::client::{Client, Parser};
use crate::harness::{BOTH, connected, fault, is_served, packed, serve};

async fn sent_as(client: &mut Client, id: u64, float: &str, int: &str, small: &str) -> Value {
    let text = format!(r#"42{id}["numbers",{{"float":{float},"int":{int},"small":{small}}}]"#);
    client.send_text(&text).await;
    client.ack(id).await
}

#[tokio::test]
async fn numbers_past_every_range_are_refused() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    for (id, (float, int, small, path)) in (1..).zip([
        ("1e999", "1", "1", "$.float"),
        ("-1e999", "1", "1", "$.float"),
        ("1", "1e999", "1", "$.int"),
        ("1", "1", "1e999", "$.small"),
        ("1", "9007199254740992", "1", "$.int"),
        ("1", "-9007199254740992", "1", "$.int"),
        ("1", "9007199254740993.0", "1", "$.int"),
        ("1", "1e300", "1", "$.int"),
        ("1", "1", "256", "$.small"),
        ("1", "1", "-1", "$.small"),
        ("1", "1", "1.5", "$.small"),
        ("1", "1", "340282366920938463463374607431768211456", "$.small"),
        ("null", "1", "1", "$.float"),
        ("\"1\"", "1", "1", "$.float"),
    ]) {
        let ack = sent_as(&mut client, id, float, int, small).await;
        assert_eq!(fault(&ack), ("invalid_payload", Some(path)), "{float} {int} {small}");
    }
    assert!(is_served(&mut client).await);
}

#[tokio::test]
async fn an_integer_may_be_written_as_a_float() {
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    for (id, (int, small)) in (1..).zip([("5.0", "5.0"), ("5e0", "0.5e1"), ("5", "50e-1")]) {
        let ack = sent_as(&mut client, id, "5", int, small).await;
        assert_eq!(ack, json!({ "ok": true, "data": { "float": 5.0, "int": 5, "small": 5 } }));
    }
    for (id, (int, read)) in (10..).zip([
        ("9007199254740991", 9_007_199_254_740_991_i64),
        ("-9007199254740991.0", -9_007_199_254_740_991),
        ("-0.0", 0),
    ]) {
        assert_eq!(sent_as(&mut client, id, "1", int, "1").await["data"]["int"], read, "{int}");
    }
}

#[derive(Serialize)]
struct Numbers<F, I> {
    float: F,
    int: I,
    small: u8,
}

#[tokio::test]
async fn what_is_no_number_does_not_come_through_messagepack_either() {
    let (service, _log) = serve(Parser::MsgPack);
    let mut client = connected(&service, Parser::MsgPack).await;
    let mut id = 0;
    for no_number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        id += 3;
        let ack = packed(&mut client, id, "numbers", Numbers { float: no_number, int: 1, small: 1 }).await;
        assert_eq!(fault(&ack), ("invalid_payload", Some("$.float")));
        let ack =
            packed(&mut client, id + 1, "numbers", Numbers { float: 1.0, int: no_number, small: 1 }).await;
        assert_eq!(fault(&ack), ("invalid_payload", Some("$.int")));
        for event in ["json", "raw"] {
            id += 1;
            let ack = packed(&mut client, id + 1, event, [no_number]).await;
            assert_eq!(fault(&ack).0, "invalid_payload", "{event} {no_number}");
        }
    }
    id += 10;
    let ack = packed(&mut client, id, "numbers", Numbers { float: 0.5_f32, int: 5.0, small: 1 }).await;
    assert_eq!(ack["data"], json!({ "float": 0.5, "int": 5, "small": 1 }));
    assert!(is_served(&mut client).await);
}

#[tokio::test]
async fn what_is_no_number_is_not_sent() {
    for parser in BOTH {
        let (service, _log) = serve(parser);
        let mut client = connected(&service, parser).await;
        for no_number in ["nan", "infinite"] {
            let ack = client.call("emit:float", json!(no_number)).await;
            let said = ack["data"].as_str().expect("what emitting returned");
            assert!(said.starts_with("Err(Invalid(") && said.contains("$.float"), "{said}");
        }
        assert!(client.has_no("float").await);
        assert_eq!(client.call("emit:float", json!("fine")).await["data"], "Ok(())");
        assert_eq!(client.event("float").await, json!({ "float": 0.5 }));
    }
}
