//! An ack that cannot be delivered is counted: of those that were asked for none is missing in silence.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use serde_json::{Value, json};
use sockgen::limits::{IN_FLIGHT, OWED_ANSWERS};
use sockgen::lost_acks;

use crate::alone;
use crate::client::{Client, Parser, eventually};
use crate::harness::{connected, is_served, serve};

/// Reads acks until there are so many, or the connection ends; says whether it did, and what each id was answered with.
async fn read(client: &mut Client, wanted: usize) -> (HashMap<u64, Value>, bool) {
    let mut acks = HashMap::new();
    while acks.len() < wanted {
        let Some(packet) = client.next().await else { return (acks, true) };
        match packet.kind {
            1 => return (acks, true),
            3 => {
                let id = packet.id.expect("an ack has an id");
                assert!(acks.insert(id, packet.data).is_none(), "{id} was answered twice");
            }
            other => panic!("a packet of type {other}"),
        }
    }
    (acks, false)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_thousand_acks_at_once_none_is_missing() {
    let _alone = alone().await;
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    client.until_heartbeat().await;
    let lost = lost_acks();
    // As many at once as fill the engine's buffer and the pipe, which nobody empties meanwhile.
    const AT_ONCE: usize = 2_000;
    const TIMES: usize = 10;
    let mut acks = HashMap::new();
    for time in 0..TIMES {
        for number in 0..AT_ONCE {
            client.ask("json", json!([time * AT_ONCE + number])).await;
        }
        let (some, ended) = read(&mut client, AT_ONCE).await;
        assert!(!ended, "{} of {AT_ONCE}", some.len());
        acks.extend(some);
    }
    assert_eq!((acks.len(), lost_acks() - lost), (TIMES * AT_ONCE, 0));
    let mut handled = 0;
    for (id, ack) in acks {
        if ack[0]["ok"] == true {
            assert_eq!(ack[0]["data"], id - 1);
            handled += 1;
        } else {
            assert_eq!(ack[0]["fault"]["code"], "rate_limited", "{ack}");
        }
    }
    assert!(handled >= IN_FLIGHT, "{handled}");
    assert!(is_served(&mut client).await);
}

#[tokio::test]
async fn a_client_that_goes_before_its_acks_come_has_them_counted() {
    let _alone = alone().await;
    let (service, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    client.until_heartbeat().await;
    let lost = lost_acks();
    const ASKED: usize = 100;
    for _ in 0..ASKED {
        client.ask("wait", json!([])).await;
    }
    assert!(is_served(&mut client).await);
    client.cut();
    eventually("the engine has seen it", || log.disconnected.load(Ordering::SeqCst) == 1).await;
    log.gate.add_permits(ASKED);
    eventually("each is counted", || lost_acks() - lost == ASKED as u64).await;
}

#[tokio::test]
async fn a_client_that_never_reads_has_the_acks_counted_that_it_did_not_get() {
    let _alone = alone().await;
    let (service, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    client.until_heartbeat().await;
    let lost = lost_acks();
    // More than the pipe, the engine's buffer and the server's notes hold together.
    let asked = OWED_ANSWERS + 4_000;
    for _ in 0..asked {
        client.ask("json", json!([1])).await;
    }
    let (acks, ended) = read(&mut client, asked).await;
    let counted = || usize::try_from(lost_acks() - lost).expect("a count");
    eventually("each is delivered or counted", || acks.len() + counted() >= asked).await;
    assert_eq!(acks.len() + counted(), asked);
    assert_eq!(ended, counted() > 0);
}
