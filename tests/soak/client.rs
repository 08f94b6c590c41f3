//! A client that goes through one connection after the other, and knows what each of its messages has to end in.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use crate::account::{CUT, Counters, LEFT, LOST, TIMEOUT};
use crate::random::Random;

/// How long an answer may take before it counts as missing.
const PATIENCE: Duration = Duration::from_secs(30);

/// What all clients add to.
#[derive(Default)]
pub struct Load {
    pub sent: Counters,
    pub ended: Counters,
    pub connections: AtomicU64,
    pub answered: AtomicU64,
    pub in_flight: AtomicU64,
    pub open: AtomicU64,
}

/// A kind of message, and the answer that it must have.
struct Kind {
    name: &'static str,
    event: &'static str,
    data: fn(&mut Random) -> Value,
    expected: &'static str,
    /// Of a hundred messages, how many are of this kind.
    share: u64,
}

const KINDS: &[Kind] = &[
    Kind {
        name: "valid",
        event: "echo",
        data: |random| json!({ "text": text(random, 200), "number": 7 }),
        expected: "ok",
        share: 50,
    },
    Kind {
        name: "slow",
        event: "wait",
        data: |random| json!({ "ms": random.below(200) }),
        expected: "ok",
        share: 14,
    },
    Kind {
        name: "declared",
        event: "refuse",
        data: |random| json!({ "text": text(random, 50) }),
        expected: "error",
        share: 6,
    },
    Kind {
        name: "small enough",
        event: "limited",
        data: |random| json!({ "text": text(random, 900) }),
        expected: "ok",
        share: 5,
    },
    Kind {
        name: "oversized",
        event: "limited",
        data: |random| json!({ "text": "x".repeat(2000 + random.below(20_000) as usize) }),
        expected: "fault payload_too_large",
        share: 5,
    },
    Kind {
        name: "mistyped",
        event: "echo",
        data: |_| json!({ "text": 5, "number": "seven" }),
        expected: "fault invalid_payload",
        share: 4,
    },
    Kind {
        name: "too long",
        event: "echo",
        data: |_| json!({ "text": "x".repeat(1001), "number": 7 }),
        expected: "fault invalid_payload",
        share: 3,
    },
    Kind {
        name: "unknown",
        event: "nobody:knows",
        data: |_| json!({ "anything": [1, 2, 3] }),
        expected: "fault unknown_event",
        share: 5,
    },
    Kind {
        name: "failing",
        event: "break",
        data: |_| json!({ "how": "error" }),
        expected: "fault internal",
        share: 4,
    },
    Kind {
        name: "panicking",
        event: "break",
        data: |random| json!({ "how": if random.below(2) == 0 { "panic" } else { "panic_later" } }),
        expected: "fault internal",
        share: 4,
    },
];

/// Of a hundred connections, how many end by leaving, and how many by being cut, with messages unanswered.
const LEAVING: u64 = 15;
const CUTTING: u64 = 15;

fn text(random: &mut Random, most: u64) -> String {
    "abcdefghij".chars().cycle().take(1 + random.below(most) as usize).collect()
}

/// Connects again and again until the end.
pub async fn run(port: u16, mut random: Random, load: Arc<Load>, end: Instant, pause_ms: u64) {
    while Instant::now() < end {
        let Some(mut connection) = Connection::open(port, &load).await else {
            sleep(Duration::from_millis(100)).await;
            continue;
        };
        let bursts = 5 + random.below(60);
        for _ in 0..bursts {
            if Instant::now() >= end || !connection.burst(&mut random, &load).await {
                break;
            }
            sleep(Duration::from_millis(random.below(pause_ms + 1))).await;
        }
        connection.finish(&mut random, &load).await;
    }
}

struct Connection {
    ws: WebSocketStream<TcpStream>,
    next_id: u64,
    /// What each message without an answer is.
    open: HashMap<u64, &'static Kind>,
    closed: bool,
}

impl Connection {
    async fn open(port: u16, load: &Load) -> Option<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
        stream.set_nodelay(true).ok()?;
        let url = format!("ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket");
        let (ws, _) = tokio_tungstenite::client_async(url, stream).await.ok()?;
        let mut connection = Self { ws, next_id: 0, open: HashMap::new(), closed: false };
        connection.ws.send(Message::text("40")).await.ok()?;
        loop {
            match timeout(PATIENCE, connection.ws.next()).await.ok()??.ok()? {
                Message::Text(text) if text.starts_with("40") => break,
                // The engine's first ping may come before.
                Message::Text(text) => connection.read(&text, load).await,
                _ => {}
            }
        }
        load.connections.fetch_add(1, Ordering::Relaxed);
        load.open.fetch_add(1, Ordering::Relaxed);
        Some(connection)
    }

    /// Sends some messages at once, now and then more than may be in flight, and waits for their answers; whether the
    /// connection is still there.
    async fn burst(&mut self, random: &mut Random, load: &Load) -> bool {
        let count = match random.below(100) {
            0 => 150 + random.below(150),
            1..30 => 1,
            _ => 1 + random.below(16),
        };
        self.send(count, random, load).await;
        self.answers(load).await;
        !self.closed
    }

    async fn send(&mut self, count: u64, random: &mut Random, load: &Load) {
        for _ in 0..count {
            let kind = pick(random);
            let id = self.next_id;
            self.next_id += 1;
            self.open.insert(id, kind);
            load.sent.add(kind.name, 1);
            load.in_flight.fetch_add(1, Ordering::Relaxed);
            let message = format!("42{id}{}", json!([kind.event, (kind.data)(random)]));
            if self.ws.feed(Message::text(message)).await.is_err() {
                self.closed = true;
                return;
            }
        }
        self.closed |= self.ws.flush().await.is_err();
    }

    /// Reads until nothing is unanswered, or the connection has ended.
    async fn answers(&mut self, load: &Load) {
        while !self.open.is_empty() && !self.closed {
            match timeout(PATIENCE, self.ws.next()).await {
                Ok(Some(Ok(Message::Text(text)))) => self.read(&text, load).await,
                Ok(Some(Ok(_))) => {}
                Ok(end @ (Some(Err(_)) | None)) => {
                    eprintln!("a connection ended: {end:?}");
                    self.closed = true;
                }
                // The engine's pings come more often than that, but an ack may be missing all the same.
                Err(_) => return self.end(TIMEOUT, load),
            }
        }
        if self.closed {
            self.end(LOST, load);
        }
    }

    async fn read(&mut self, text: &str, load: &Load) {
        if text == "2" {
            self.closed |= self.ws.send(Message::text("3")).await.is_err();
        }
        let Some(ack) = text.strip_prefix("43") else { return };
        let digits = ack.bytes().take_while(u8::is_ascii_digit).count();
        let (id, arguments) = ack.split_at(digits);
        let Some(kind) = id.parse().ok().and_then(|id: u64| self.open.remove(&id)) else {
            return load.ended.add("none: unexpected answer to nothing", 1);
        };
        load.in_flight.fetch_sub(1, Ordering::Relaxed);
        load.answered.fetch_add(1, Ordering::Relaxed);
        let outcome = outcome(arguments);
        // Whatever is sent while too much is in flight may be turned away.
        let expected = outcome == kind.expected || outcome == "fault rate_limited";
        let unexpected = if expected { "" } else { "unexpected " };
        load.ended.add(&format!("{}: {unexpected}{outcome}", kind.name), 1);
    }

    /// What is unanswered ends in this.
    fn end(&mut self, outcome: &str, load: &Load) {
        for kind in self.open.drain().map(|(_, kind)| kind) {
            load.in_flight.fetch_sub(1, Ordering::Relaxed);
            load.ended.add(&format!("{}: {outcome}", kind.name), 1);
        }
    }

    async fn finish(mut self, random: &mut Random, load: &Load) {
        load.open.fetch_sub(1, Ordering::Relaxed);
        let how = random.below(100);
        if self.closed {
            return;
        }
        if how < LEAVING + CUTTING {
            self.send(1 + random.below(16), random, load).await;
        }
        if how < LEAVING {
            // What was written arrives before this does. Nobody looks at the answers that come yet.
            self.end(LEFT, load);
            use tokio::io::AsyncWriteExt as _;
            let stream = self.ws.get_mut();
            if stream.shutdown().await.is_ok() {
                let mut rest = [0; 4096];
                use tokio::io::AsyncReadExt as _;
                while let Ok(Ok(1..)) = timeout(PATIENCE, stream.read(&mut rest)).await {}
            }
        } else if how < LEAVING + CUTTING {
            self.end(CUT, load);
            // With this a connection ends in a reset, as one does whose machine has gone.
            let _ = self.ws.get_mut().set_zero_linger();
        } else {
            let _ = self.ws.send(Message::text("41")).await;
            let _ = self.ws.close(None).await;
            while let Ok(Some(Ok(_))) = timeout(PATIENCE, self.ws.next()).await {}
        }
    }
}

fn pick(random: &mut Random) -> &'static Kind {
    let mut at = random.below(KINDS.iter().map(|kind| kind.share).sum());
    for kind in KINDS {
        match at.checked_sub(kind.share) {
            Some(rest) => at = rest,
            None => return kind,
        }
    }
    &KINDS[0]
}

fn outcome(arguments: &str) -> String {
    let answer: Value = serde_json::from_str(arguments).unwrap_or_default();
    match (&answer[0]["ok"], &answer[0]["error"], answer[0]["fault"]["code"].as_str()) {
        (Value::Bool(true), _, _) => "ok".to_owned(),
        (Value::Bool(false), Value::Object(_), _) => "error".to_owned(),
        (Value::Bool(false), _, Some(code)) => format!("fault {code}"),
        _ => format!("unexpected {arguments}"),
    }
}
