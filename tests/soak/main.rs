//! A soak: many clients for a long time against a server in a process of its own, over loopback.
//!
//! ```sh
//! cargo run --release -p sockgen-tests --bin soak -- --seconds 600 --connections 500
//! ```
//!
//! Valid, invalid, unknown, oversized, failing and panicking events in bursts; clients that leave or cut their connection with
//! messages unanswered. Every ten seconds it prints the memory of the server; at the end what became of every message, and
//! whether that adds up to what the server counted. It fails if it does not.

mod account;
mod client;
mod random;
mod server;

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use account::{ClientAccount, ServerAccount};
use client::Load;
use random::Random;

const USAGE: &str = "usage: soak [--seconds N] [--connections N] [--seed N] [--pause-ms N]";

struct Options {
    seconds: u64,
    connections: u64,
    seed: u64,
    /// The longest pause of a client between two bursts.
    pause_ms: u64,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments == ["serve"] {
        server::run();
        return ExitCode::SUCCESS;
    }
    let Some(options) = options(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    if runtime.block_on(soak(&options)) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options(arguments: &[String]) -> Option<Options> {
    let mut options = Options { seconds: 60, connections: 100, seed: 1, pause_ms: 500 };
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { return None };
        let value = value.parse().ok()?;
        match name.as_str() {
            "--seconds" => options.seconds = value,
            "--connections" => options.connections = value,
            "--seed" => options.seed = value,
            "--pause-ms" => options.pause_ms = value,
            _ => return None,
        }
    }
    Some(options)
}

/// The server's process, which does not outlive this one's interest in it.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn soak(options: &Options) -> bool {
    let program = std::env::current_exe().expect("this program");
    let child = Command::new(program).arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut server = Server(child.expect("the server starts"));
    let mut output = BufReader::new(server.0.stdout.take().expect("its output"));
    let mut port = String::new();
    output.read_line(&mut port).expect("its port");
    let port = port.trim().parse().expect("a port");

    let load = Arc::new(Load::default());
    let begin = Instant::now();
    let end = begin + Duration::from_secs(options.seconds);
    let clients: Vec<_> = (0..options.connections)
        .map(|client| {
            let random = Random::new(options.seed, client);
            tokio::spawn(client::run(port, random, load.clone(), end, options.pause_ms))
        })
        .collect();
    println!("{} clients for {} s, seed {}", options.connections, options.seconds, options.seed);
    println!(
        "{:>6} {:>10} {:>8} {:>10} {:>12} {:>10}",
        "s", "RSS kB", "open", "in flight", "answered", "per s"
    );
    let memory = watch(server.0.id(), &load, begin, end).await;
    for client in clients {
        client.await.expect("no client panics");
    }
    let in_flight = load.in_flight.load(Ordering::Relaxed);
    println!("all clients have ended, {in_flight} messages in flight; waiting for the server");
    drop(server.0.stdin.take());
    let mut last = String::new();
    output.read_to_string(&mut last).expect("its account");
    let account: ServerAccount = serde_json::from_str(&last).expect("an account");
    print_memory(&memory, options.seconds);
    let clients = ClientAccount {
        sent: load.sent.read(),
        ended: load.ended.read(),
        connections: load.connections.load(Ordering::Relaxed),
    };
    let agree = clients.settle(&account);
    println!("{}", if agree { "everything adds up" } else { "it does not add up" });
    agree
}

/// Reports every ten seconds; the server's memory by second.
async fn watch(server: u32, load: &Load, begin: Instant, end: Instant) -> Vec<(u64, u64)> {
    let step = Duration::from_secs(10);
    let mut memory = Vec::new();
    let (mut at, mut before) = (begin, 0);
    while at < end {
        let next = (at + step).min(end);
        sleep_until(next).await;
        let (second, rss) = ((next - begin).as_secs(), resident_kb(server));
        let answered = load.answered.load(Ordering::Relaxed);
        let per_second = (answered - before) / (next - at).as_secs().max(1);
        println!(
            "{second:>6} {rss:>10} {:>8} {:>10} {answered:>12} {per_second:>10}",
            load.open.load(Ordering::Relaxed),
            load.in_flight.load(Ordering::Relaxed),
        );
        memory.push((second, rss));
        (at, before) = (next, answered);
    }
    memory
}

/// How the memory behaves once it should be flat: after two minutes, or a fifth of a shorter run.
fn print_memory(memory: &[(u64, u64)], seconds: u64) {
    let settled = 120.min(seconds / 5);
    let after: Vec<u64> =
        memory.iter().filter(|(second, _)| *second >= settled).map(|(_, rss)| *rss).collect();
    if let (Some(first), Some(last), Some(least), Some(most)) =
        (after.first(), after.last(), after.iter().min(), after.iter().max())
    {
        println!(
            "memory from second {settled} on: {first} kB at first, {last} kB at last, {least} to {most} kB"
        );
    }
}

/// The resident memory of a process in kB; 0 where the system does not say.
fn resident_kb(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse().unwrap_or(0)
}
