//! What goes wrong between a client and a server, one thing after the other: whatever a client does, it has an answer or
//! loses its connection, learns nothing that it should not, and harms nobody else.
//!
//! What has to be counted over a whole process (its memory, the acks that it lost) stands in `process.rs`.

#[path = "hazards/app.rs"]
mod app;
#[path = "hazards/binary.rs"]
mod binary;
#[path = "support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;
#[path = "hazards/mistakes.rs"]
mod mistakes;
#[path = "hazards/numbers.rs"]
mod numbers;
#[path = "hazards/rooms.rs"]
mod rooms;
#[path = "hazards/text.rs"]
mod text;

use std::fmt::Debug;
use std::sync::Arc;

use app::{App, Log};
use client::{Client, Parser};
use serde::Serialize;
use serde_json::{Value, json};
use sockgen::socket_events;
use sockgen::socketioxide::{ParserConfig, SocketIo};
use tokio::io::DuplexStream;
use tower_service::Service;

#[socket_events("hazards/hazards.sockgen.yaml")]
pub mod hazards {}

/// The engine's service without naming what stands behind it.
trait Engine: Service<(DuplexStream, http::Request<()>), Error: Debug> + Clone {}
impl<S: Service<(DuplexStream, http::Request<()>), Error: Debug> + Clone> Engine for S {}

const BOTH: [Parser; 2] = [Parser::Common, Parser::MsgPack];

fn serve(parser: Parser) -> (impl Engine, Arc<Log>) {
    let builder = SocketIo::builder();
    let (service, io) = match parser {
        Parser::Common => builder.build_svc(),
        Parser::MsgPack => builder.with_parser(ParserConfig::msgpack()).build_svc(),
    };
    let app = App::default();
    hazards::register(&io, app.clone());
    (service, app.0)
}

async fn connected(service: &impl Engine, parser: Parser) -> Client {
    Client::connect(service, parser, None).await.expect("a connection")
}

/// The code and the path of a fault that says nothing else but one sentence.
fn fault(ack: &Value) -> (&str, Option<&str>) {
    assert_eq!(ack["ok"], false, "{ack}");
    let fault = ack["fault"].as_object().unwrap_or_else(|| panic!("no fault: {ack}"));
    assert_eq!(ack.as_object().map(|ack| ack.len()), Some(2), "{ack}");
    assert!(fault.keys().all(|key| ["code", "message", "path"].contains(&key.as_str())), "{ack}");
    assert!(fault["message"].as_str().is_some_and(|text| (1..200).contains(&text.len())), "{ack}");
    (fault["code"].as_str().expect("a code"), fault.get("path").and_then(Value::as_str))
}

/// Whether the server serves this client as if nothing had happened.
async fn is_served(client: &mut Client) -> bool {
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
async fn packed<T: Serialize>(client: &mut Client, id: u64, event: &'static str, data: T) -> Value {
    let packet = Packet { r#type: 2, nsp: "/", id, data: (event, data) };
    client.send_binary(&rmp_serde::to_vec_named(&packet).expect("msgpack")).await;
    client.ack(id).await
}
