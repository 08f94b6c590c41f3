//! A Socket.IO client of a few lines over a pipe in memory: no port, no HTTP server.

use std::collections::VecDeque;
use std::fmt::Debug;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::io::DuplexStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;
use tower_service::Service;

/// How long anything in these tests may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Which of the two parsers client and server speak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parser {
    Common,
    MsgPack,
}

/// What arrives: Socket.IO's packet types by number.
#[derive(Clone, Debug, PartialEq)]
pub struct Packet {
    pub kind: u64,
    pub id: Option<u64>,
    pub data: Value,
}

pub struct Client {
    ws: WebSocketStream<DuplexStream>,
    parser: Parser,
    stash: VecDeque<Packet>,
    next_id: u64,
}

impl Client {
    /// Opens the engine's connection and asks for the namespace; `Err` is the message of `connect_error`.
    pub async fn connect<S>(server: &S, parser: Parser, auth: Option<Value>) -> Result<Self, String>
    where
        S: Service<(DuplexStream, http::Request<()>)> + Clone,
        S::Error: Debug,
    {
        let mut client = Self::open(server, parser).await;
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
        let mut client = Self { ws, parser, stash: VecDeque::new(), next_id: 0 };
        let open = client.frame().await.expect("the engine's handshake");
        assert!(matches!(open, Message::Text(text) if text.starts_with('0')));
        client
    }

    /// Sends any packet.
    pub async fn send(&mut self, kind: u64, id: Option<u64>, data: Option<Value>) {
        let message = match self.parser {
            Parser::Common => {
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                let data = data.map(|data| data.to_string()).unwrap_or_default();
                Message::text(format!("4{kind}{id}{data}"))
            }
            Parser::MsgPack => {
                let mut packet = json!({ "type": kind, "nsp": "/" });
                if let Some(id) = id {
                    packet["id"] = json!(id);
                }
                if let Some(data) = data {
                    packet["data"] = data;
                }
                Message::binary(rmp_serde::to_vec_named(&packet).expect("msgpack"))
            }
        };
        self.ws.send(message).await.expect("the server reads");
    }

    /// Sends the text of an engine.io message as it is.
    pub async fn send_text(&mut self, text: &str) {
        self.ws.send(Message::text(text)).await.expect("the server reads");
    }

    /// Sends an attachment.
    pub async fn send_binary(&mut self, bytes: &[u8]) {
        self.ws.send(Message::binary(bytes.to_vec())).await.expect("the server reads");
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
        let wanted = |packet: &Packet| packet.kind == 3 && packet.id == Some(id);
        let mut packet = self.take(wanted).await;
        let arguments = packet.data.as_array_mut().expect("an ack's arguments");
        assert_eq!(arguments.len(), 1, "an ack is one argument: {arguments:?}");
        arguments.remove(0)
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

    /// The next packet, or nothing when the connection has ended.
    pub async fn next(&mut self) -> Option<Packet> {
        loop {
            match self.frame().await? {
                Message::Text(text) if text.starts_with('4') => return Some(parse(&text[1..])),
                Message::Binary(bytes) => {
                    let packet: Value = rmp_serde::from_slice(&bytes).expect("msgpack");
                    return Some(Packet {
                        kind: packet["type"].as_u64().expect("a type"),
                        id: packet["id"].as_u64(),
                        data: packet["data"].clone(),
                    });
                }
                Message::Close(_) => return None,
                // The engine's pings: a test is over before it misses a pong.
                _ => {}
            }
        }
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

fn parse(text: &str) -> Packet {
    let (kind, rest) = text.split_at(1);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (id, data) = rest.split_at(digits);
    let data = if data.is_empty() { Value::Null } else { serde_json::from_str(data).expect("JSON") };
    Packet { kind: kind.parse().expect("a type"), id: id.parse().ok(), data }
}
