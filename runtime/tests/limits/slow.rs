//! Clients that do not read: they never hold others up, what they lose is counted, and in the end they are let go.

use serde_json::json;

use super::*;

/// More than the pipe and the engine's buffer hold.
const MANY: u32 = 400;

#[tokio::test]
async fn a_slow_reader_holds_nobody_up_and_is_let_go() {
    let app = App::default();
    let (service, io) = serve(&app, |service| service.limits(|limits| limits.lost_messages(50)));
    let mut slow = connected(&service, "slow").await;
    slow.until_heartbeat().await;
    let mut fast = connected(&service, "fast").await;
    let before = sockgen::lost_messages();
    let text = "x".repeat(2000);
    // In small bursts, so that the one that reads never has a full buffer.
    for _ in 0..MANY / 20 {
        let id = fast.ask("shout", json!([{ "text": text, "times": 20 }])).await;
        for _ in 0..20 {
            assert_eq!(fast.event("news").await["text"], *text);
        }
        assert_eq!(fast.ack(id).await["ok"], true);
    }
    let lost = sockgen::lost_messages() - before;
    assert!(lost > 50, "{lost} were lost");
    // It is told as soon as there is room for that.
    while let Some(packet) = slow.next().await {
        if packet.kind == 1 {
            break;
        }
    }
    eventually("it has gone", || app.0.too_slow.lock().unwrap().len() == 1).await;
    assert_eq!(*app.0.too_slow.lock().unwrap(), [true]);
    assert_eq!(io.sockets().len(), 1);
    assert_eq!(fast.call("whoami", json!({})).await["ok"], true);
    fast.cut();
    eventually("both have gone", || *app.0.too_slow.lock().unwrap() == [true, false]).await;
}

#[tokio::test]
async fn who_emits_to_one_socket_is_told_and_it_is_counted() {
    let app = App::default();
    let (service, _io) = serve(&app, |service| service.limits(|limits| limits.lost_messages(u64::MAX)));
    let mut ann = connected(&service, "ann").await;
    ann.until_heartbeat().await;
    let before = sockgen::lost_messages();
    let ack = ann.call("echo", json!({ "text": "x".repeat(2000), "times": MANY })).await;
    let lost = ack["data"]["lost"].as_u64().unwrap();
    // Other tests lose messages at the same time.
    assert!(lost > 0 && sockgen::lost_messages() - before >= lost, "{lost}");
    // However much it lost, it may stay.
    for _ in 0..u64::from(MANY) - lost {
        ann.event("news").await;
    }
    assert_eq!(ann.call("whoami", json!({})).await["ok"], true);
}
