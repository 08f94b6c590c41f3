//! The counters of feature `metrics`: they add up to what was sent.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::AtomicU64;

use metrics::{Counter, Gauge, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder, SharedString, Unit};
use serde_json::json;

use super::*;

/// Keeps counters, and how often a histogram was written to, by name and labels.
#[derive(Default)]
struct Counters(Mutex<BTreeMap<String, Arc<AtomicU64>>>);

struct Times(Arc<AtomicU64>);

impl HistogramFn for Times {
    fn record(&self, seconds: f64) {
        assert!((0.0..60.0).contains(&seconds), "{seconds} s");
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl Counters {
    fn cell(&self, key: &Key) -> Arc<AtomicU64> {
        let labels: Vec<_> =
            key.labels().map(|label| format!(" {}={}", label.key(), label.value())).collect();
        self.0.lock().unwrap().entry(format!("{}{}", key.name(), labels.concat())).or_default().clone()
    }

    fn read(&self) -> BTreeMap<String, u64> {
        let counters = self.0.lock().unwrap();
        counters.iter().map(|(name, count)| (name.clone(), count.load(Ordering::SeqCst))).collect()
    }
}

impl Recorder for Counters {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.cell(key))
    }
    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }
    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(Arc::new(Times(self.cell(key))))
    }
}

#[tokio::test]
async fn the_counters_add_up_to_what_was_sent() {
    let counters = Counters::default();
    let _guard = metrics::set_default_local_recorder(&counters);
    let app = App::default();
    let (service, io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    for n in 0..5 {
        ann.call("rare", json!({ "n": n })).await;
    }
    ann.call("rare", json!({})).await;
    ann.call("small", json!({ "text": "x".repeat(1000) })).await;
    app.0.gate.add_permits(2);
    ann.call("first", json!({ "n": 13 })).await;
    ann.call("first", json!({ "n": 14 })).await;
    ann.call("late", json!({ "n": 1 })).await;
    for _ in 0..3 {
        ann.call("no such event", json!({})).await;
    }
    // Four are at work, two are turned away, one of which asked for no ack.
    let mut ids = Vec::new();
    for n in 0..5 {
        ids.push(ann.ask("wait", json!([{ "n": n }])).await);
    }
    assert_eq!(code(&ann.ack(ids.pop().unwrap()).await), "rate_limited");
    ann.emit("whoami", json!([])).await;
    assert_eq!(code(&ann.call("wait", json!({ "n": 9 })).await), "rate_limited");
    app.0.gate.add_permits(4);
    for id in ids {
        ann.ack(id).await;
    }
    let refused = Client::connect(&service, Parser::Common, Some(json!({ "name": 7 }))).await;
    assert!(refused.is_err());
    ann.cut();
    eventually("it has gone", || io.sockets().is_empty()).await;
    let events = |event: &str, outcome: &str| {
        (format!("sockgen_events_total namespace=/ event={event} outcome={outcome}"), event.to_owned())
    };
    let expected = [
        (events("rare", "ok"), 3),
        (events("rare", "rate_limited"), 3),
        (events("small", "payload_too_large"), 1),
        (events("first", "internal"), 1),
        (events("first", "error"), 1),
        (events("late", "timeout"), 1),
        (events("unknown", "unknown_event"), 3),
        (events("wait", "ok"), 4),
        (events("wait", "rate_limited"), 2),
        (events("whoami", "rate_limited"), 1),
    ];
    let mut all: BTreeMap<_, _> = expected.iter().map(|((name, _), count)| (name.clone(), *count)).collect();
    for ((_, event), count) in expected {
        // Those that are turned away are never begun.
        let timed = match event.as_str() {
            "wait" if count == 2 => 0,
            "whoami" => continue,
            _ => count,
        };
        *all.entry(format!("sockgen_event_duration_seconds namespace=/ event={event}")).or_default() += timed;
    }
    for outcome in ["ok", "refused"] {
        all.insert(format!("sockgen_connections_total namespace=/ outcome={outcome}"), 1);
    }
    all.insert("sockgen_disconnections_total namespace=/".to_owned(), 1);
    assert_eq!(counters.read(), all);
}

#[tokio::test]
async fn who_is_refused_by_hand_written_code_is_counted_too() {
    use sockgen::socketioxide::handler::ConnectHandler as _;

    let counters = Counters::default();
    let _guard = metrics::set_default_local_recorder(&counters);
    let app = App::default();
    let (service, _io) = serve(&app, |service| {
        service.also_handler((async || {}).with(async || Err::<(), _>(std::io::Error::other("not you"))))
    });
    assert_eq!(Client::connect(&service, Parser::Common, None).await.err().as_deref(), Some("not you"));
    let refused = "sockgen_connections_total namespace=/ outcome=refused".to_owned();
    assert_eq!(counters.read(), BTreeMap::from([(refused, 1)]));
}
