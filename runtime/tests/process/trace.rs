//! A fault leaves an event in the log, whoever else heard of it.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use crate::alone;
use crate::client::Parser;
use crate::harness::{connected, fault, serve};

/// Keeps the events of sockgen itself, one line each.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<(Level, String)>>>);

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{field}={value:?} ").expect("a String takes all");
    }
}

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("sockgen")
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().unwrap().push((*event.metadata().level(), line.0));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn every_fault_is_logged_with_its_event_socket_and_path() {
    let _alone = alone().await;
    let lines = Lines::default();
    // For this thread, on which everything of this test runs.
    let _kept = tracing::subscriber::set_default(lines.clone());
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;

    let ack = client.call("numbers", json!({ "float": 1, "int": "x", "small": 1 })).await;
    assert_eq!(fault(&ack), ("invalid_payload", Some("$.int")));
    let ack = client.call("nobody knows this", json!(1)).await;
    assert_eq!(fault(&ack).0, "unknown_event");
    // Nobody is told, but the log.
    client.emit("numbers", json!([])).await;
    client.call("json", json!(1)).await;

    let logged = lines.0.lock().unwrap().clone();
    for (words, times) in [
        (&["invalid_payload", "numbers", "$.int"][..], 1),
        (&["unknown_event", "nobody knows this"], 1),
        (&["invalid_payload", "numbers"], 2),
    ] {
        let found = logged
            .iter()
            .filter(|(_, line)| line.contains("socket=") && words.iter().all(|word| line.contains(word)));
        assert_eq!(found.count(), times, "{words:?}: {logged:#?}");
    }
    // What clients do wrong is no warning: anybody could fill the log.
    assert!(logged.iter().all(|(level, _)| *level >= Level::DEBUG), "{logged:#?}");
}
