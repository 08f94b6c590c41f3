//! A Socket.IO client of a few lines over a pipe in memory: no port, no HTTP server.

use std::collections::VecDeque;
use std::fmt::Debug;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use sockgen::RawValue;
use sockgen::bytes::Bytes;
use tokio::io::DuplexStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tower_service::Service;

/// The engine's service without naming what stands behind it.
pub trait Engine: Service<(DuplexStream, http::Request<()>), Error: Debug> + Clone {}
impl<S: Service<(DuplexStream, http::Request<()>), Error: Debug> + Clone> Engine for S {}

/// Waits for what another task does.
#[allow(dead_code, reason = "not every test has such")]
pub async fn eventually(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..1000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("never: {what}");
}

/// How long anything in these tests may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Which of the two parsers client and server speak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parser {
    Common,
    MsgPack,
}

/// Binary data in the JSON of these tests: an attachment on the wire, or MessagePack's own.
#[allow(dead_code, reason = "not every test has some")]
pub fn bytes(bytes: &[u8]) -> Value {
    json!({ "$bytes": bytes })
}

/// What arrives: Socket.IO's packet types by number, those with attachments as those without.
#[derive(Clone, Debug, PartialEq)]
pub struct Packet {
    pub kind: u64,
    pub id: Option<u64>,
    pub data: Value,
}

pub struct Client {
    ws: WebSocketStream<DuplexStream>,
    parser: Parser,
    namespace: String,
    stash: VecDeque<Packet>,
    next_id: u64,
    heartbeats: usize,
}

impl Client {
    /// Opens the engine's connection and asks for the root; `Err` is the message of `connect_error`.
    pub async fn connect<S>(server: &S, parser: Parser, auth: Option<Value>) -> Result<Self, String>
    where
        S: Service<(DuplexStream, http::Request<()>)> + Clone,
        S::Error: Debug,
    {
        Self::connect_to(server, parser, "/", auth).await
    }

    /// The same with another namespace.
    pub async fn connect_to<S>(
        server: &S,
        parser: Parser,
        namespace: &str,
        auth: Option<Value>,
    ) -> Result<Self, String>
    where
        S: Service<(DuplexStream, http::Request<()>)> + Clone,
        S::Error: Debug,
    {
        let mut client = Self::open(server, parser).await;
        client.namespace = namespace.to_owned();
        client.send(0, None, auth).await;
        // The engine puts a socket into its namespace before it sends CONNECT: a broadcast may come first.
        let packet = client.take(|packet| packet.kind == 0 || packet.kind == 4).await;
        match packet.kind {
            0 => Ok(client),
            _ => Err(packet.data["message"].as_str().expect("a message").to_owned()),
        }
    }

    /// Opens the engine's connection only.
    pub async fn open<S>(server: &S, parser: Parser) -> Self
    where
        S: Service<(DuplexStream, http::Request<()>)> + Clone,
        S::Error: Debug,
    {
        let (ours, theirs) = tokio::io::duplex(64 * 1024);
        let request =
            http::Request::get("/socket.io/?EIO=4&transport=websocket").body(()).expect("a request");
        server.clone().call((theirs, request)).await.map(drop).expect("a connection");
        let ws = WebSocketStream::from_raw_socket(ours, Role::Client, None).await;
        let namespace = "/".to_owned();
        let mut client = Self { ws, parser, namespace, stash: VecDeque::new(), next_id: 0, heartbeats: 0 };
        let open = client.frame().await.expect("the engine's handshake");
        assert!(matches!(open, Message::Text(text) if text.starts_with('0')));
        client
    }

    /// Sends any packet.
    pub async fn send(&mut self, kind: u64, id: Option<u64>, data: Option<Value>) {
        match self.parser {
            Parser::Common => {
                let mut attachments = Vec::new();
                let data = data.map(|data| detach(data, &mut attachments).to_string()).unwrap_or_default();
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                let namespace = match self.namespace.as_str() {
                    "/" => String::new(),
                    other => format!("{other},"),
                };
                let (kind, count) = match attachments.len() {
                    0 => (kind, String::new()),
                    count => (kind + 3, format!("{count}-")),
                };
                self.send_text(&format!("4{kind}{count}{namespace}{id}{data}")).await;
                for attachment in attachments {
                    self.send_binary(&attachment).await;
                }
            }
            Parser::MsgPack => {
                let mut packet = json!({ "type": kind, "nsp": self.namespace });
                if let Some(id) = id {
                    packet["id"] = json!(id);
                }
                if let Some(data) = data {
                    packet["data"] = data;
                }
                let packet = rmp_serde::to_vec_named(&with_bytes(packet)).expect("msgpack");
                self.ws.send(Message::binary(packet)).await.expect("the server reads");
            }
        }
    }

    /// Sends the text of an engine.io message as it is.
    pub async fn send_text(&mut self, text: &str) {
        self.ws.send(Message::text(text)).await.expect("the server reads");
    }

    /// Sends an attachment.
    pub async fn send_binary(&mut self, bytes: &[u8]) {
        self.ws.send(Message::binary(bytes.to_vec())).await.expect("the server reads");
    }

    /// Sends an attachment, if the connection has not ended.
    pub async fn try_send_binary(&mut self, bytes: &[u8]) -> bool {
        self.ws.send(Message::binary(bytes.to_vec())).await.is_ok()
    }

    /// Sends a frame of the WebSocket's own, which may be wrong.
    pub async fn send_frame(&mut self, frame: Frame) {
        self.ws.send(Message::Frame(frame)).await.expect("the server reads");
    }

    /// Emits without asking for an ack. `arguments` is an array.
    pub async fn emit(&mut self, event: &str, arguments: Value) {
        self.send(2, None, Some(frame(event, arguments))).await;
    }

    /// Emits with an ack and does not wait for it.
    pub async fn ask(&mut self, event: &str, arguments: Value) -> u64 {
        self.next_id += 1;
        self.send(2, Some(self.next_id), Some(frame(event, arguments))).await;
        self.next_id
    }

    /// The ack with this id; events that arrive before it are kept.
    pub async fn ack(&mut self, id: u64) -> Value {
        let mut arguments = self.ack_arguments(id).await;
        assert_eq!(arguments.len(), 1, "an ack is one argument: {arguments:?}");
        arguments.remove(0)
    }

    /// All the arguments of the ack with this id.
    pub async fn ack_arguments(&mut self, id: u64) -> Vec<Value> {
        let wanted = |packet: &Packet| packet.kind == 3 && packet.id == Some(id);
        let Value::Array(arguments) = self.take(wanted).await.data else { panic!("an ack's arguments") };
        arguments
    }

    /// Emits with several arguments and waits for the ack.
    pub async fn call_with(&mut self, event: &str, arguments: Value) -> Value {
        let id = self.ask(event, arguments).await;
        self.ack(id).await
    }

    /// The arguments of the next event of this name, and the id of the ack that is asked for.
    pub async fn question(&mut self, name: &str) -> (Vec<Value>, Option<u64>) {
        let packet = self.take(|packet| packet.kind == 2 && packet.data[0] == name).await;
        let Value::Array(mut arguments) = packet.data else { panic!("an event's arguments") };
        arguments.remove(0);
        (arguments, packet.id)
    }

    /// Answers a question; `arguments` is an array.
    pub async fn answer(&mut self, id: Option<u64>, arguments: Value) {
        self.send(3, Some(id.expect("an ack is asked for")), Some(arguments)).await;
    }

    /// Emits with one payload and waits for the ack.
    pub async fn call(&mut self, event: &str, data: Value) -> Value {
        let id = self.ask(event, json!([data])).await;
        self.ack(id).await
    }

    /// The payload of the next event of this name; others are kept.
    pub async fn event(&mut self, name: &str) -> Value {
        let mut packet = self.take(|packet| packet.kind == 2 && packet.data[0] == name).await;
        let arguments = packet.data.as_array_mut().expect("an event's arguments");
        assert_eq!(arguments.len(), 2, "an event is sent with one argument: {arguments:?}");
        arguments.remove(1)
    }

    /// Whether nothing of this name has arrived by the time the server has answered something else.
    pub async fn has_no(&mut self, name: &str) -> bool {
        self.call("nobody knows this", json!({})).await;
        !self.stash.iter().any(|packet| packet.kind == 2 && packet.data[0] == name)
    }

    /// Whether no ack with this id has arrived so far.
    pub fn has_no_ack(&self, id: u64) -> bool {
        !self.stash.iter().any(|packet| packet.kind == 3 && packet.id == Some(id))
    }

    async fn take(&mut self, wanted: impl Fn(&Packet) -> bool) -> Packet {
        if let Some(index) = self.stash.iter().position(&wanted) {
            return self.stash.remove(index).expect("its index");
        }
        loop {
            let packet = self.next().await.expect("the connection is open");
            if wanted(&packet) {
                return packet;
            }
            self.stash.push_back(packet);
        }
    }

    /// Waits for the heartbeat that every connection begins with: the engine ends one whose buffer has no room for it.
    pub async fn until_heartbeat(&mut self) {
        while self.heartbeats == 0 {
            match self.frame().await.expect("the connection is open") {
                Message::Text(text) if text == "2" => self.heartbeats += 1,
                other => panic!("{other:?} before the first heartbeat"),
            }
        }
    }

    /// The next packet, or nothing when the connection has ended.
    pub async fn next(&mut self) -> Option<Packet> {
        loop {
            match self.frame().await? {
                Message::Text(text) if text.starts_with('4') => return Some(self.parse(&text[1..]).await),
                Message::Binary(bytes) => {
                    let packet = rmp_serde::from_slice::<RawValue>(&bytes).expect("msgpack");
                    let mut packet = without_bytes(packet);
                    return Some(Packet {
                        kind: without_attachments(packet["type"].as_u64().expect("a type")),
                        id: packet["id"].as_u64(),
                        data: packet["data"].take(),
                    });
                }
                Message::Close(_) => return None,
                Message::Text(text) if text == "2" => self.heartbeats += 1,
                // A test is over before it misses a pong.
                _ => {}
            }
        }
    }

    async fn parse(&mut self, text: &str) -> Packet {
        let (kind, mut rest) = text.split_at(1);
        let kind: u64 = kind.parse().expect("a type");
        let mut attachments = Vec::new();
        if kind > 4 {
            let (count, behind) = rest.split_once('-').expect("a count");
            rest = behind;
            for _ in 0..count.parse().expect("a count") {
                match self.frame().await.expect("an attachment") {
                    Message::Binary(attachment) => attachments.push(attachment.to_vec()),
                    other => panic!("no attachment: {other:?}"),
                }
            }
        }
        if self.namespace != "/" {
            rest = rest
                .strip_prefix(&*self.namespace)
                .and_then(|rest| rest.strip_prefix(','))
                .expect("our namespace");
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (id, data) = rest.split_at(digits);
        let data = if data.is_empty() { Value::Null } else { serde_json::from_str(data).expect("JSON") };
        Packet { kind: without_attachments(kind), id: id.parse().ok(), data: attach(data, &attachments) }
    }

    async fn frame(&mut self) -> Option<Message> {
        tokio::time::timeout(PATIENCE, self.ws.next()).await.expect("the server answers in time")?.ok()
    }

    /// Cuts the connection as a network does.
    pub fn cut(self) {
        drop(self.ws);
    }
}

fn frame(event: &str, arguments: Value) -> Value {
    let Value::Array(mut arguments) = arguments else { panic!("arguments are an array") };
    arguments.insert(0, json!(event));
    Value::Array(arguments)
}

/// BINARY_EVENT is EVENT, BINARY_ACK is ACK.
fn without_attachments(kind: u64) -> u64 {
    if kind > 4 { kind - 3 } else { kind }
}

fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    serde_json::from_value(value.get("$bytes")?.clone()).ok()
}

/// Every value, from the outside in, until `change` has a word on it.
fn each(value: Value, change: &mut impl FnMut(&Value) -> Option<Value>) -> Value {
    if let Some(changed) = change(&value) {
        return changed;
    }
    match value {
        Value::Array(items) => items.into_iter().map(|item| each(item, change)).collect(),
        Value::Object(entries) => {
            Value::Object(entries.into_iter().map(|(key, value)| (key, each(value, change))).collect())
        }
        other => other,
    }
}

fn detach(value: Value, attachments: &mut Vec<Vec<u8>>) -> Value {
    each(value, &mut |value| {
        attachments.push(bytes_of(value)?);
        Some(json!({ "_placeholder": true, "num": attachments.len() - 1 }))
    })
}

fn attach(value: Value, attachments: &[Vec<u8>]) -> Value {
    each(value, &mut |value| {
        value.get("_placeholder")?;
        let index = usize::try_from(value["num"].as_u64()?).ok()?;
        Some(bytes(&attachments[index]))
    })
}

fn with_bytes(value: Value) -> RawValue {
    match bytes_of(&value) {
        Some(bytes) => RawValue::Bytes(Bytes::from(bytes)),
        None => match value {
            Value::Array(items) => RawValue::Array(items.into_iter().map(with_bytes).collect()),
            Value::Object(entries) => {
                RawValue::Object(entries.into_iter().map(|(key, value)| (key, with_bytes(value))).collect())
            }
            other => other.into(),
        },
    }
}

fn without_bytes(value: RawValue) -> Value {
    match value {
        RawValue::Bytes(value) => bytes(&value),
        RawValue::Array(items) => items.into_iter().map(without_bytes).collect(),
        RawValue::Object(entries) => {
            Value::Object(entries.into_iter().map(|(key, value)| (key, without_bytes(value))).collect())
        }
        other => other.into_json().expect("no binary data"),
    }
}
