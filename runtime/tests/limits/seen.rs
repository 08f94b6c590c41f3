//! What an operator sees: spans, the log, counters; and what must not stand in them.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex};

use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Level, Metadata, Subscriber};

use super::*;

/// A subscriber that writes down what it is told, one line each: level, target, fields.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

/// Takes what this thread says from now on.
pub fn log() -> (Log, DefaultGuard) {
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    (log, guard)
}

impl Log {
    pub fn text(&self) -> String {
        self.0.lock().unwrap().join("\n")
    }

    fn line(&self, what: &str, metadata: &Metadata<'_>, record: impl Fn(&mut Fields<'_>)) -> usize {
        let mut line = format!("{what} {} {}", metadata.level(), metadata.target());
        record(&mut Fields(&mut line));
        let mut lines = self.0.lock().unwrap();
        lines.push(line);
        lines.len()
    }
}

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let line = self.line("span", span.metadata(), |fields| span.record(fields));
        Id::from_u64(line as u64)
    }
    fn record(&self, span: &Id, values: &Record<'_>) {
        let line = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Fields(&mut self.0.lock().unwrap()[line]));
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        self.line("event", event.metadata(), |fields| event.record(fields));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn each_event_has_a_span_with_its_outcome() {
    let (log, _guard) = log();
    let app = App::default();
    let (service, _io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    app.0.gate.add_permits(2);
    ann.call("rare", json!({ "n": 1 })).await;
    ann.call("rare", json!({ "n": "x" })).await;
    ann.call("first", json!({ "n": 14 })).await;
    ann.call("late", json!({ "n": 0 })).await;
    ann.call("nobody's", json!({})).await;
    let text = log.text();
    let spans: Vec<_> =
        text.lines().filter(|line| line.starts_with("span DEBUG sockgen namespace=\"/\" event=")).collect();
    let expected = [
        ("rare", "ok"),
        ("rare", "invalid_payload"),
        ("first", "error"),
        ("late", "ok"),
        ("unknown", "unknown_event"),
    ];
    assert_eq!(spans.len(), expected.len(), "{text}");
    for (span, (event, outcome)) in spans.iter().zip(expected) {
        assert!(span.contains(&format!("event=\"{event}\" socket=")), "{span}");
        assert!(span.contains(&format!("outcome=\"{outcome}\" duration_us=")), "{span}");
    }
}

#[tokio::test]
async fn nothing_that_a_client_sent_is_logged_at_info_or_above() {
    const SECRET: &str = "s3cr3t";
    let (log, _guard) = log();
    let app = App(Arc::new(Seen { guarded: true, ..Seen::default() }));
    let (service, io) = serve(&app, |service| service.limits(|limits| limits.lost_messages(5)));
    limits::game::register(&io, app.clone()).unwrap();
    let auth = json!({ "name": SECRET, "$sockgen": SECRET, "$more": SECRET, SECRET: SECRET });
    let mut ann = Client::connect(&service, Parser::Common, Some(auth)).await.unwrap();
    app.0.gate.add_permits(3);
    ann.call(SECRET, json!({ SECRET: SECRET })).await;
    ann.call("rare", json!({ "n": SECRET, SECRET: 1 })).await;
    ann.call("small", json!({ "text": SECRET.repeat(100) })).await;
    ann.call("first", json!({ "n": 13, SECRET: SECRET })).await;
    ann.call("login", json!({ "name": format!("{SECRET}!") })).await;
    for _ in 0..8 {
        ann.ask("wait", json!([{ "n": 1, "text": SECRET }])).await;
    }
    let mut slow = connected(&service, SECRET).await;
    slow.until_heartbeat().await;
    slow.emit("echo", json!([{ "text": SECRET.repeat(300), "times": 300 }])).await;
    while slow.next().await.is_some_and(|packet| packet.kind != 1) {}
    let bad = Client::connect(&service, Parser::Common, Some(json!({ "name": [SECRET] }))).await;
    assert!(bad.is_err());
    let path = format!("/game/{SECRET}");
    let mut game = Client::connect_to(&service, Parser::Common, &path, None).await.unwrap();
    game.call("move", json!({ "x": SECRET })).await;
    game.call(SECRET, json!({})).await;
    let text = log.text();
    // It did say something: of the panic, of the client's other schema, and of a client that was too slow.
    for said in ["a client was generated from another version", "fault: internal", "does not read"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("namespace=\"/game/{id: string(1..=40)}\""), "{text}");
    let loud = [Level::INFO, Level::WARN, Level::ERROR].map(|level| level.to_string());
    for line in text.lines().filter(|line| loud.iter().any(|level| line.split(' ').nth(1) == Some(level))) {
        assert!(!line.contains(SECRET), "{line}");
    }
    for line in text.lines().filter(|line| line.starts_with("span") && line.contains(" sockgen ")) {
        assert!(!line.contains(SECRET), "{line}");
    }
}

#[tokio::test]
async fn a_client_of_another_schema_is_warned_of_once() {
    let (log, _guard) = log();
    let app = App::default();
    let (service, _io) = serve(&app, |service| service);
    let ours = <limits::__Namespace as sockgen::__private::Namespace>::HASH;
    let with = |hash: &str| Some(json!({ "name": "ann", "$sockgen": hash }));
    let warnings = |log: &Log| {
        log.text().lines().filter(|line| line.contains("WARN") && line.contains("another version")).count()
    };
    for auth in [with(ours), None, Some(json!({ "$sockgen": 7 }))] {
        Client::connect(&service, Parser::Common, auth).await.unwrap();
    }
    assert_eq!(warnings(&log), 0);
    for hash in ["0123456789abcdef", "0123456789abcdef", "another"] {
        let mut client = Client::connect(&service, Parser::Common, with(hash)).await.unwrap();
        assert_eq!(client.call("whoami", json!({})).await["data"]["name"], "ann");
    }
    assert_eq!(warnings(&log), 1);
    let text = log.text();
    let warning = text.lines().find(|line| line.contains("WARN")).unwrap();
    assert!(warning.contains(ours) && warning.contains("sockgen ts"), "{warning}");
    assert_eq!(text.matches("theirs=\"0123456789abcdef\"").count(), 2);
}
