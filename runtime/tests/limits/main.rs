//! What a server says no to, and when: limits, order, deadlines, logins, readers that are slow, and hand-written code beside.

#[path = "app.rs"]
mod app;
mod beside;
#[path = "../support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;
#[cfg(feature = "metrics")]
mod counters;
mod order;
mod seen;
mod slow;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use app::{App, Seen};
use client::{Client, Engine, Parser, eventually};
use serde_json::{Value, json};
use sockgen::socketioxide::SocketIo;
use sockgen::socketioxide::adapter::LocalAdapter;
use sockgen::{FaultCode, OnePath, Service, socket_events};

#[socket_events("limits.sockgen.yaml")]
pub mod limits {}

use limits::ClientEvent;

type Built = Service<limits::__Namespace, App, LocalAdapter, OnePath>;

/// A server in memory, with what is changed about it.
fn serve(app: &App, change: impl FnOnce(Built) -> Built) -> (impl Engine, SocketIo) {
    let (service, io) = limits::engine(SocketIo::builder()).build_svc();
    change(limits::service(app.clone())).register(&io);
    (service, io)
}

async fn connected(service: &impl Engine, name: &str) -> Client {
    Client::connect(service, Parser::Common, Some(json!({ "name": name }))).await.expect("a connection")
}

fn code(ack: &Value) -> &str {
    assert_eq!(ack["ok"], false, "{ack}");
    ack["fault"]["code"].as_str().expect("a code")
}

// ---- how much ------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn a_rate_is_for_an_event_and_a_socket() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    let mut bob = connected(&service, "bob").await;
    for n in 0..3 {
        assert_eq!(ann.call("rare", json!({ "n": n })).await["data"]["n"], n);
    }
    let refused = ann.call("rare", json!({ "n": 3 })).await;
    assert_eq!(code(&refused), "rate_limited");
    assert_eq!(refused["fault"]["message"], "this event is sent too often");
    assert_eq!(ann.call("whoami", json!({})).await["ok"], true);
    assert_eq!(bob.call("rare", json!({ "n": 0 })).await["ok"], true);
    // What does not fit counts too: a rate is what a socket may ask of the server.
    for _ in 0..2 {
        assert_eq!(code(&bob.call("rare", json!({ "n": "x" })).await), "invalid_payload");
    }
    assert_eq!(code(&bob.call("rare", json!({ "n": 0 })).await), "rate_limited");
    let faults = app.0.faults.lock().unwrap();
    assert_eq!(faults.iter().filter(|(_, code, ..)| *code == FaultCode::RateLimited).count(), 2);
}

#[tokio::test]
async fn a_connection_has_so_many_messages_at_work_as_the_schema_says() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    let mut ids = Vec::new();
    for n in 0..6 {
        ids.push(ann.ask("wait", json!([{ "n": n }])).await);
    }
    for id in ids.drain(4..) {
        let refused = ann.ack(id).await;
        assert_eq!(code(&refused), "rate_limited");
        assert_eq!(refused["fault"]["message"], "too many messages are waiting on this connection");
    }
    assert_eq!(app.steps(), ["wait 0", "wait 1", "wait 2", "wait 3"]);
    // One is done, so one has room.
    app.0.gate.add_permits(1);
    assert_eq!(ann.ack(ids.remove(0)).await["data"]["n"], 0);
    let more = ann.ask("wait", json!([{ "n": 7 }])).await;
    eventually("it is begun", || app.steps().contains(&"wait 7".to_owned())).await;
    app.0.gate.add_permits(4);
    for id in ids {
        assert_eq!(ann.ack(id).await["ok"], true);
    }
    assert_eq!(ann.ack(more).await["ok"], true);
}

/// Each of the many would be a task that waits, past every bound.
#[tokio::test]
async fn a_hook_that_is_slow_hears_of_a_flood_in_one_report_at_a_time() {
    const FLOOD: u32 = 50;
    let app = App(Arc::new(Seen { slow_hook: true, ..Seen::default() }));
    let (service, _io) = serve(&app, |service| service.limits(|limits| limits.in_flight(2)));
    let mut ann = connected(&service, "ann").await;
    let ids = [ann.ask("wait", json!([{ "n": 0 }])).await, ann.ask("wait", json!([{ "n": 1 }])).await];
    for n in 0..FLOOD {
        assert_eq!(code(&ann.call("wait", json!({ "n": n })).await), "rate_limited");
    }
    let reports = || app.0.faults.lock().unwrap().len();
    eventually("the first is reported", || reports() > 0).await;
    assert_eq!(reports(), 1);
    app.0.gate.add_permits(100);
    for id in ids {
        assert_eq!(ann.ack(id).await["ok"], true);
    }
    let times = || app.0.faults.lock().unwrap().iter().map(|(.., times)| times).sum::<u32>();
    eventually("all are reported", || times() == FLOOD).await;
    // As many notes are kept as events may wait; the last one counts those for which there is none.
    assert!(reports() <= 3, "{} reports", reports());
    // Hooks that wait take no event's place.
    assert_eq!(ann.call("whoami", json!({})).await["ok"], true);
}

#[tokio::test]
async fn limits_change_where_the_namespace_is_registered() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| {
        service.limits(|limits| {
            limits
                .in_flight(1)
                .no_rate(ClientEvent::Rare)
                .rate(ClientEvent::Whoami, 1, Duration::from_secs(3600))
                .max_bytes(ClientEvent::Small, 20)
                .max_bytes(ClientEvent::Login, 10)
                .timeout(ClientEvent::Late, None)
                .timeout(ClientEvent::Wait, Duration::from_millis(20))
        })
    });
    let mut ann = connected(&service, "ann").await;
    for n in 0..10 {
        assert_eq!(ann.call("rare", json!({ "n": n })).await["ok"], true);
    }
    assert_eq!(ann.call("whoami", json!({})).await["ok"], true);
    assert_eq!(code(&ann.call("whoami", json!({})).await), "rate_limited");
    assert_eq!(ann.call("small", json!({ "text": "12345" })).await["ok"], true);
    assert_eq!(code(&ann.call("small", json!({ "text": "1234567890" })).await), "payload_too_large");
    assert_eq!(code(&ann.call("login", json!({ "name": "x" })).await), "payload_too_large");
    assert_eq!(code(&ann.call("wait", json!({ "n": 1 })).await), "timeout");
    let late = ann.ask("late", json!([{ "n": 1 }])).await;
    assert_eq!(code(&ann.call("small", json!({ "text": "" })).await), "rate_limited");
    app.0.gate.add_permits(1);
    assert_eq!(ann.ack(late).await["ok"], true);
}

#[tokio::test]
async fn the_engine_takes_more_than_the_largest_event_so_that_a_fault_can_answer() {
    // `limits::engine` cannot lower what an event without a limit may have, so one is built as the macro does for a schema
    // in which all have one.
    let builder = sockgen::limits::engine(SocketIo::builder(), 1000, true, 4);
    let (service, io) = builder.build_svc();
    let app = App::default();
    limits::service(app.clone()).register(&io);
    let mut ann = connected(&service, "ann").await;
    let text = "x".repeat(50_000);
    assert_eq!(code(&ann.call("small", json!({ "text": text })).await), "payload_too_large");
    // Past the engine's own limit the connection ends.
    ann.emit("small", json!([{ "text": "x".repeat(200_000) }])).await;
    assert!(ann.next().await.is_none_or(|packet| packet.kind == 1));
    eventually("it has gone", || app.steps() == ["gone"]).await;
}

// ---- how long ------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn a_handler_that_takes_too_long_is_dropped_and_answered_for() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    assert_eq!(ann.call("late", json!({ "n": 0 })).await["data"]["n"], 0);
    let refused = ann.call("late", json!({ "n": 1 })).await;
    assert_eq!(code(&refused), "timeout");
    assert_eq!(app.0.dropped.load(Ordering::SeqCst), 1);
    // Nobody waits at the gate any more.
    app.0.gate.add_permits(1);
    assert_eq!(ann.call("wait", json!({ "n": 2 })).await["ok"], true);
    let faults = app.0.faults.lock().unwrap();
    assert_eq!(*faults, [("late".to_owned(), FaultCode::Timeout, "the handler was given up".to_owned(), 1)]);
}

#[tokio::test]
async fn handlers_run_to_their_end_when_their_client_goes() {
    let app = App::default();
    let (service, io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    ann.emit("wait", json!([{ "n": 1 }])).await;
    eventually("it is begun", || app.steps().contains(&"wait 1".to_owned())).await;
    ann.cut();
    eventually("the client has gone", || app.steps().contains(&"gone".to_owned())).await;
    eventually("its socket is forgotten", || io.sockets().is_empty()).await;
    app.0.gate.add_permits(1);
    eventually("it is done", || app.steps() == ["wait 1", "gone", "waited 1"]).await;
}

#[tokio::test]
async fn a_server_that_stops_can_wait_for_what_is_at_work() {
    let tasks = sockgen::tokio_util::task::TaskTracker::new();
    let app = App::default();
    let (service, io) = serve(&app, |service| service.tasks(&tasks));
    let mut ann = connected(&service, "ann").await;
    let waiting = ann.ask("wait", json!([{ "n": 1 }])).await;
    eventually("it is begun", || app.steps() == ["wait 1"]).await;
    tasks.close();
    assert!(tokio::time::timeout(Duration::from_millis(50), tasks.wait()).await.is_err());
    app.0.gate.add_permits(1);
    tasks.wait().await;
    assert_eq!(app.steps(), ["wait 1", "waited 1"]);
    assert_eq!(ann.ack(waiting).await["ok"], true);
    sockgen::close(&io).await;
    tasks.wait().await;
    assert_eq!(app.steps(), ["wait 1", "waited 1", "gone"]);
    while ann.next().await.is_some() {}
}

// ---- who -----------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn before_keeps_events_from_handlers_until_somebody_logs_in() {
    let app = App(Arc::new(Seen { guarded: true, ..Seen::default() }));
    let (service, _io) = serve(&app, |service| service);
    let mut ann = Client::connect(&service, Parser::Common, None).await.unwrap();
    let refused = ann.call("whoami", json!({})).await;
    assert_eq!(refused["fault"], json!({ "code": "unauthorized", "message": "log in first" }));
    // It is asked before the payload is looked at, so that a stranger learns nothing of what would fit.
    assert_eq!(code(&ann.call("rare", json!({ "n": "x" })).await), "unauthorized");
    assert_eq!(ann.call("login", json!({ "name": "Ann" })).await["data"]["name"], "Ann");
    assert_eq!(ann.call("whoami", json!({})).await["data"]["name"], "Ann");
    assert_eq!(ann.call("login", json!({ "name": "Anna" })).await["data"]["name"], "Anna");
    assert_eq!(ann.call("whoami", json!({})).await["data"]["name"], "Anna");
    let faults = app.0.faults.lock().unwrap();
    assert!(faults.iter().all(|(_, code, ..)| *code == FaultCode::Unauthorized) && faults.len() == 2);
}
