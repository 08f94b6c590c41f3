//! The heap of connections, of a server of sockgen and of the same one by hand: `cargo bench -p sockgen-benches --bench server_heap`.
//!
//! Bytes as they were asked for, above those of a connection to an engine that has no handlers: once as soon as the client
//! is connected, once after a few messages have been answered.

use std::alloc::System;

use serde_json::Value;
use sockgen_benches::{call, two_hundred};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tokio::runtime::{Builder, Runtime};

use sockgen_benches::client::{Burst, Client, event_frame};
use sockgen_benches::engine::{Author, Server};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const CONNECTIONS: usize = 500;

fn main() {
    println!("Heap per connection above the engine's own, bytes");
    println!("{:<32} {:>8} {:>8} {:>7} {:>6}", "", "sockgen", "by hand", "ratio", "goal");
    compare("12 events", call::serve, &call::mix(), 0.25);
    compare("200 events", two_hundred::serve, &two_hundred::mix(), 0.02);
}

fn compare(name: &str, serve: fn(Author) -> Server, events: &[(String, Value)], goal: f64) {
    same_length(serve, &events[0]);
    let [ours, theirs, engine] =
        [Author::Sockgen, Author::Hand, Author::Engine].map(|author| connections(&serve(author), events));
    for (state, moment) in ["connected", "after some messages"].into_iter().enumerate() {
        let [ours, theirs] = [ours[state] - engine[state], theirs[state] - engine[state]];
        let ratio = ours / theirs;
        let verdict = if ratio <= goal { "met" } else { "missed" };
        println!(
            "{:<32} {ours:>8.0} {theirs:>8.0} {ratio:>7.3} {goal:>6.2}  {verdict}",
            format!("{name}, {moment}")
        );
    }
}

/// The bytes of a connection when it is connected, and when its messages have been answered.
fn connections(server: &Server, events: &[(String, Value)]) -> [f64; 2] {
    runtime().block_on(async {
        // Of one kind, whose answer is as long as the bare engine's: its buffers are to be the same for all three.
        let burst = Burst::new(&events[..1], 4);
        // What is made once, for the first connection.
        let mut first = Client::connect(server).await;
        first.exchange(&burst).await;
        let mut clients = Vec::with_capacity(CONNECTIONS);
        let before = live();
        for _ in 0..CONNECTIONS {
            clients.push(Client::connect(server).await);
        }
        quiet().await;
        let connected = live() - before;
        for client in &mut clients {
            client.exchange(&burst).await;
        }
        quiet().await;
        let used = live() - before;
        [connected, used].map(|bytes| bytes as f64 / CONNECTIONS as f64)
    })
}

fn same_length(serve: fn(Author) -> Server, event: &(String, Value)) {
    let lengths = [Author::Sockgen, Author::Hand, Author::Engine].map(|author| {
        runtime().block_on(async {
            let mut client = Client::connect(&serve(author)).await;
            client.send(&event_frame(1, event)).await;
            client.text().await.len()
        })
    });
    assert!(lengths.iter().all(|length| *length == lengths[0]), "answers of different lengths: {lengths:?}");
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().expect("a runtime")
}

/// Lets every task end that has nothing to wait for.
async fn quiet() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

fn live() -> i64 {
    let stats = ALLOCATOR.stats();
    stats.bytes_allocated as i64 - stats.bytes_deallocated as i64
}
