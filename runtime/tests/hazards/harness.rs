//! A server with the application of these tests, and what is said of its answers.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};
use sockgen::socketioxide::{ParserConfig, SocketIo};

use crate::app::{App, Log};
use crate::client::{Client, Engine, Parser};
use crate::hazards;

pub const BOTH: [Parser; 2] = [Parser::Common, Parser::MsgPack];

pub fn serve(parser: Parser) -> (impl Engine, Arc<Log>) {
    let builder = SocketIo::builder();
    let (service, io) = match parser {
        Parser::Common => builder.build_svc(),
        Parser::MsgPack => builder.with_parser(ParserConfig::msgpack()).build_svc(),
    };
    let app = App::default();
    hazards::register(&io, app.clone());
    hazards::door::register(&io, app.clone());
    (service, app.0)
}

pub async fn connected(service: &impl Engine, parser: Parser) -> Client {
    Client::connect(service, parser, None).await.expect("a connection")
}

/// The code and the path of a fault that says nothing else but one sentence.
pub fn fault(ack: &Value) -> (&str, Option<&str>) {
    assert_eq!(ack["ok"], false, "{ack}");
    let fault = ack["fault"].as_object().unwrap_or_else(|| panic!("no fault: {ack}"));
    assert_eq!(ack.as_object().map(|ack| ack.len()), Some(2), "{ack}");
    assert!(fault.keys().all(|key| ["code", "message", "path"].contains(&key.as_str())), "{ack}");
    assert!(fault["message"].as_str().is_some_and(|text| (1..200).contains(&text.len())), "{ack}");
    (fault["code"].as_str().expect("a code"), fault.get("path").and_then(Value::as_str))
}

/// Whether the server serves this client as if nothing had happened.
pub async fn is_served(client: &mut Client) -> bool {
    client.call("json", json!({ "a": [1] })).await == json!({ "ok": true, "data": { "a": [1] } })
}

/// Without the parser's help: JSON cannot say what MessagePack can.
#[derive(Serialize)]
struct Packet<T> {
    r#type: u8,
    nsp: &'static str,
    id: u64,
    data: (&'static str, T),
}

/// What the server answers to an event that is written by MessagePack alone.
pub async fn packed<T: Serialize>(client: &mut Client, id: u64, event: &'static str, data: T) -> Value {
    let packet = Packet { r#type: 2, nsp: "/", id, data: (event, data) };
    client.send_binary(&rmp_serde::to_vec_named(&packet).expect("msgpack")).await;
    client.ack(id).await
}
