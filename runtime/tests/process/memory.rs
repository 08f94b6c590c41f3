//! What stays in memory when clients go in the middle of something: nothing, however many they were.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde_json::json;

use crate::app::Log;
use crate::client::{Engine, Parser, eventually};
use crate::harness::{BOTH, connected, is_served, serve};
use crate::{MEMORY, alone};

/// How many clients come and go between two looks at the memory.
const CLIENTS: usize = 1000;

/// How many go before the first look: tables that have grown once do not grow again.
const BEFORE: usize = 100;

/// By how much the memory may differ between the looks: far less than any one thing for each client.
const SLACK: usize = CLIENTS * 32;

const MB: usize = 1 << 20;

/// Clients that ask several times, are gone before they are answered, and whose handlers end after them.
async fn ask_and_go(service: &impl Engine, parser: Parser, log: &Log, clients: usize) {
    for _ in 0..clients {
        let mut client = connected(service, parser).await;
        for _ in 0..3 {
            client.ask("wait", json!([])).await;
        }
        assert!(is_served(&mut client).await);
        client.cut();
    }
    assert_eq!(log.at_work.load(Ordering::SeqCst), 3 * clients);
    log.gate.add_permits(3 * clients);
}

/// Clients that are asked, and are gone before they answer.
async fn be_asked_and_go(service: &impl Engine, parser: Parser, log: &Log, clients: usize) {
    for _ in 0..clients {
        let mut client = connected(service, parser).await;
        client.ask("question", json!([{ "patienceMs": 600_000 }])).await;
        client.question("confirm").await;
        client.cut();
    }
    eventually("each handler has been told", || log.answers.lock().unwrap().len() == clients).await;
    let answers = std::mem::take(&mut *log.answers.lock().unwrap());
    assert!(answers.iter().all(|answer| answer == "Err(Disconnected)"), "{answers:?}");
}

/// What is in memory when nobody is connected any more.
async fn when_all_have_gone(log: &Log) -> usize {
    eventually("all sessions are dropped", || log.sessions.load(Ordering::SeqCst) == 0).await;
    assert_eq!(log.at_work.load(Ordering::SeqCst), 0);
    // Tasks of the engine may still be on their way out.
    let mut least = usize::MAX;
    for _ in 0..20 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        least = least.min(MEMORY.current_usage());
    }
    least
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_go_while_their_handlers_run_leave_nothing() {
    let _alone = alone().await;
    for parser in BOTH {
        let (service, log) = serve(parser);
        ask_and_go(&service, parser, &log, BEFORE).await;
        let before = when_all_have_gone(&log).await;
        ask_and_go(&service, parser, &log, CLIENTS).await;
        let after = when_all_have_gone(&log).await;
        assert!(after < before + SLACK, "{parser:?}: {} bytes more", after - before);
        // The server holds the application, and nobody else does.
        drop(service);
        eventually("the application is dropped", || Arc::strong_count(&log) == 1).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_go_while_they_are_asked_leave_nothing() {
    let _alone = alone().await;
    for parser in BOTH {
        let (service, log) = serve(parser);
        be_asked_and_go(&service, parser, &log, BEFORE).await;
        let before = when_all_have_gone(&log).await;
        be_asked_and_go(&service, parser, &log, CLIENTS).await;
        let after = when_all_have_gone(&log).await;
        assert!(after < before + SLACK, "{parser:?}: {} bytes more", after - before);
    }
}

#[tokio::test]
async fn a_client_that_never_answers_is_not_remembered_for_it() {
    let _alone = alone().await;
    let (service, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common).await;
    let mut usages = Vec::new();
    for _ in 0..2 {
        for _ in 0..CLIENTS {
            let asked = client.ask("question", json!([{ "patienceMs": 1 }])).await;
            client.ack(asked).await;
            client.question("confirm").await;
        }
        let answers = std::mem::take(&mut *log.answers.lock().unwrap());
        assert!(answers.iter().all(|answer| answer == "Err(Timeout)") && answers.len() == CLIENTS);
        usages.push(MEMORY.current_usage());
    }
    // The engine forgets what nobody waits for in sweeps.
    assert!(usages[1] < usages[0] + SLACK, "{usages:?}");
}

#[tokio::test]
async fn attachments_that_are_announced_and_not_sent_cost_nothing() {
    let _alone = alone().await;
    let (service, _log) = serve(Parser::Common);
    let mut clients = Vec::new();
    for _ in 0..100 {
        clients.push(connected(&service, Parser::Common).await);
    }
    for client in &mut clients {
        assert!(is_served(client).await);
    }
    let before = MEMORY.current_usage();
    for client in &mut clients {
        client.send_text(r#"4510000-1["raw",{"_placeholder":true,"num":9999}]"#).await;
    }
    // Each of them has been read when the last one's attachment is.
    for client in &mut clients {
        client.send_binary(b"x").await;
    }
    let mut witness = connected(&service, Parser::Common).await;
    assert!(is_served(&mut witness).await);
    let more = MEMORY.current_usage().saturating_sub(before);
    assert!(more < clients.len() * 4096, "{} bytes for each", more / clients.len());
}

#[tokio::test]
async fn attachments_without_end_are_held_up_to_the_engines_cap_and_no_longer() {
    let _alone = alone().await;
    let (service, log) = serve(Parser::Common);
    let chunk = vec![7; MB];
    for _ in 0..2 {
        let mut client = connected(&service, Parser::Common).await;
        assert!(is_served(&mut client).await);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        client.send_text(r#"4510000-1["raw",{"_placeholder":true,"num":0}]"#).await;
        // The engine takes 10 MB: the connection ends while more is on its way.
        let mut sent = 0;
        while sent < 64 && client.try_send_binary(&chunk).await {
            sent += 1;
        }
        assert!((9..=12).contains(&sent), "{sent} MB were taken");
        assert!(client.next().await.is_none());
        let peak = MEMORY.peak_usage() - before;
        // What is held, what is being read, and the test's own copies.
        assert!(peak < 24 * MB, "{peak} bytes for 10 MB");
        drop(client);
        let after = when_all_have_gone(&log).await;
        assert!(after < before + MB, "{} bytes stay", after - before);
    }
}

#[tokio::test]
async fn a_client_that_goes_in_the_middle_of_its_attachments_leaves_nothing() {
    let _alone = alone().await;
    let (service, log) = serve(Parser::Common);
    let mut usages = Vec::new();
    for _ in 0..2 {
        for _ in 0..50 {
            let mut client = connected(&service, Parser::Common).await;
            client.send_text(r#"4510000-1["raw",{"_placeholder":true,"num":0}]"#).await;
            for _ in 0..100 {
                client.send_binary(&[7; 1024]).await;
            }
            client.cut();
        }
        usages.push(when_all_have_gone(&log).await);
    }
    assert!(usages[1] < usages[0] + SLACK, "{usages:?}");
}
