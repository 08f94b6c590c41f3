//! Hand-written handlers on the same namespace: a server that moves to sockgen one event at a time.

use std::sync::Mutex;

use serde_json::json;
use sockgen::Unknown;
use sockgen::socketioxide::extract::{AckSender, Data, Event, SocketRef};
use sockgen::socketioxide::handler::ConnectHandler as _;
use sockgen::socketioxide::socket::DisconnectReason;

use super::*;

/// What hand-written code looked like before there was a schema.
fn by_hand(socket: SocketRef) {
    socket.on("old", async |Data(data): Data<Value>, ack: AckSender| {
        let _ = ack.send(&json!({ "old": data }));
    });
    // The schema has it too: who registers it by hand takes it.
    socket.on("whoami", async |ack: AckSender| {
        let _ = ack.send("by hand");
    });
}

#[tokio::test]
async fn hand_written_events_live_beside_those_of_the_schema() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.also(by_hand));
    let mut ann = connected(&service, "ann").await;
    assert_eq!(ann.call("old", json!([1])).await, json!({ "old": [1] }));
    assert_eq!(ann.call("whoami", json!({})).await, "by hand");
    assert_eq!(ann.call("rare", json!({ "n": 1 })).await["data"]["n"], 1);
    assert_eq!(code(&ann.call("nobody's", json!({})).await), "unknown_event");
}

#[tokio::test]
async fn a_function_beside_may_be_async_and_may_emit() {
    async fn welcome(socket: SocketRef) {
        tokio::task::yield_now().await;
        socket.emit("welcome", &1).expect("the client is connected");
    }
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.also(by_hand).also(welcome));
    let mut ann = connected(&service, "ann").await;
    assert_eq!(ann.event("welcome").await, 1);
    assert_eq!(ann.call("old", json!(1)).await, json!({ "old": 1 }));
}

#[tokio::test]
async fn events_of_nobody_are_passed_over_or_given_to_a_handler() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.unknown(Unknown::Pass));
    let mut ann = connected(&service, "ann").await;
    let unanswered = ann.ask("nobody's", json!([])).await;
    assert_eq!(ann.call("rare", json!({ "n": 1 })).await["ok"], true);
    assert!(ann.has_no_ack(unanswered));
    assert!(app.0.faults.lock().unwrap().is_empty());

    let (service, _io) = serve(&app, |service| {
        service.fallback(async |Event(name): Event, Data(data): Data<Value>, ack: AckSender| {
            let _ = ack.send(&json!([name, data]));
        })
    });
    let mut ann = connected(&service, "ann").await;
    assert_eq!(ann.call("nobody's", json!({ "a": 1 })).await, json!(["nobody's", { "a": 1 }]));
    assert_eq!(ann.call("rare", json!({ "n": 1 })).await["ok"], true);
    assert!(app.0.faults.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_connect_handler_with_middleware_may_refuse() {
    #[derive(serde::Deserialize)]
    struct Auth {
        name: String,
    }
    #[derive(Debug)]
    struct No;
    impl std::fmt::Display for No {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("not you")
        }
    }
    let let_in =
        async |Data(auth): Data<Auth>| if auth.name == "nobody" { Err(No) } else { Ok::<(), No>(()) };
    let connect = async |socket: SocketRef, Data(auth): Data<Auth>| {
        socket.on("name", async move |ack: AckSender| {
            let _ = ack.send(&auth.name);
        });
        socket.emit("ready", &()).expect("the client is connected");
    };
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.also_handler(connect.with(let_in)));
    let refused = Client::connect(&service, Parser::Common, Some(json!({ "name": "nobody" }))).await;
    assert_eq!(refused.err().as_deref(), Some("not you"));
    let mut ann = connected(&service, "ann").await;
    ann.question("ready").await;
    assert_eq!(ann.call("name", json!({})).await, "ann");
    assert_eq!(ann.call("rare", json!({ "n": 1 })).await["ok"], true);
}

#[tokio::test]
async fn a_disconnect_handler_beside_is_called_too() {
    let gone = Arc::new(Mutex::new(Vec::new()));
    let app = App::default();
    let (service, _io) = serve(&app, |service| {
        let gone = gone.clone();
        service.also_on_disconnect(async move |socket: SocketRef, reason: DisconnectReason| {
            gone.lock().unwrap().push((socket.id, reason));
        })
    });
    let mut ann = connected(&service, "ann").await;
    ann.send(1, None, None).await;
    eventually("both were called", || gone.lock().unwrap().len() == 1 && app.steps() == ["gone"]).await;
    assert_eq!(gone.lock().unwrap()[0].1, DisconnectReason::ClientNSDisconnect);
}

#[tokio::test]
async fn who_takes_our_handlers_away_is_named_in_the_log() {
    let (log, _guard) = seen::log();
    let app = App::default();
    let (service, _io) = serve(&app, |service| {
        service.also(|socket: SocketRef| {
            socket.on_disconnect(async || {});
        })
    });
    let ann = connected(&service, "ann").await;
    eventually("it is said", || log.text().contains("also_on_disconnect")).await;
    ann.cut();
    let (service, _io) = serve(&app, |service| service.also(|socket| socket.on_fallback(async || {})));
    let ann = connected(&service, "ann").await;
    eventually("it is said", || log.text().contains("service(…).fallback(…)")).await;
    ann.cut();
    assert_eq!(log.text().matches("ERROR").count(), 2, "{}", log.text());
}
