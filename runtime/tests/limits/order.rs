//! `ordered: true`: one after the other, for each socket, and past everything else.

use serde_json::json;

use super::*;

#[tokio::test]
async fn ordered_events_wait_for_each_other_and_nothing_else_does() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.limits(|limits| limits.in_flight(10)));
    let mut ann = connected(&service, "ann").await;
    let mut bob = connected(&service, "bob").await;
    let one = ann.ask("first", json!([{ "n": 1 }])).await;
    let two = ann.ask("second", json!([{ "n": 2 }])).await;
    let three = ann.ask("first", json!([{ "n": 3 }])).await;
    let four = ann.ask("second", json!([{ "n": 4 }])).await;
    assert_eq!(ann.call("whoami", json!({})).await["ok"], true);
    assert_eq!(app.steps(), ["first 1"]);
    // Each socket has an order of its own.
    assert_eq!(bob.call("second", json!({ "n": 9 })).await["ok"], true);
    assert!(ann.has_no_ack(two));
    app.0.gate.add_permits(1);
    assert_eq!(ann.ack(one).await["data"]["n"], 1);
    assert_eq!(ann.ack(two).await["data"]["n"], 2);
    app.0.gate.add_permits(1);
    assert_eq!(ann.ack(three).await["data"]["n"], 3);
    assert_eq!(ann.ack(four).await["data"]["n"], 4);
    assert_eq!(app.steps(), ["first 1", "second 9", "done 1", "second 2", "first 3", "done 3", "second 4"]);
}

#[tokio::test]
async fn what_goes_wrong_does_not_hold_the_line_up() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.limits(|limits| limits.in_flight(10)));
    let mut ann = connected(&service, "ann").await;
    app.0.gate.add_permits(3);
    let mut ids = Vec::new();
    for n in [13, 14] {
        ids.push(ann.ask("first", json!([{ "n": n }])).await);
    }
    ids.push(ann.ask("second", json!([{ "n": "x" }])).await);
    ids.push(ann.ask("second", json!([{ "n": 1 }])).await);
    let panicked = ann.ack(ids[0]).await;
    assert_eq!(code(&panicked), "internal");
    assert_eq!(ann.ack(ids[1]).await["error"]["why"], "on purpose");
    assert_eq!(code(&ann.ack(ids[2]).await), "invalid_payload");
    assert_eq!(ann.ack(ids[3]).await["ok"], true);
}

#[tokio::test]
async fn those_that_stand_in_line_count_as_being_at_work() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service);
    let mut ann = connected(&service, "ann").await;
    let mut ids = Vec::new();
    for n in 0..6 {
        ids.push(ann.ask("first", json!([{ "n": n }])).await);
    }
    for id in ids.drain(4..) {
        assert_eq!(code(&ann.ack(id).await), "rate_limited");
    }
    app.0.gate.add_permits(4);
    for (n, id) in ids.into_iter().enumerate() {
        assert_eq!(ann.ack(id).await["data"]["n"], n);
    }
}

/// 20,000 messages through several threads: the order in which they are handled is that in which they were sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn order_holds_under_load() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.limits(|limits| limits.in_flight(1000)));
    let mut ann = connected(&service, "ann").await;
    for round in 0..40_u32 {
        for n in 0..499 {
            ann.emit("second", json!([{ "n": round * 500 + n }])).await;
        }
        // The answer to the last one says that there is room again.
        assert_eq!(ann.call("second", json!({ "n": round * 500 + 499 })).await["ok"], true);
    }
    assert!(app.0.faults.lock().unwrap().is_empty());
    let expected: Vec<_> = (0..20_000).map(|n| format!("second {n}")).collect();
    assert!(app.steps() == expected, "the order was lost");
}
