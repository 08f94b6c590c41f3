//! How long it takes to read a schema with E events, and to lint it: `cargo bench -p sockgen-schema`.
//!
//! Each event has a struct of seven fields; beside them there are E/10 enums and E/10 structs inside of those.

use sockgen_schema::diagnostic::{Level, Levels, Rules};
use sockgen_schema::{lint, load_text};
use std::fmt::Write;
use std::time::{Duration, Instant};

fn schema(events: usize) -> String {
    let mut text = "sockgen: 1\nname: Bench\nversion: 1.0.0\ntypes:\n".to_owned();
    let mut line = |line: String| writeln!(text, "{line}").expect("a string takes all");
    for at in 0..events / 10 {
        line(format!("  Kind{at}: {{ enum: [waiting, running, done, failed] }}"));
        line(format!("  Place{at}: {{ fields: {{ x: f64, y: f64, label: string(1..=80) }} }}"));
    }
    for at in 0..events {
        let other = at % (events / 10);
        line(format!("  Payload{at}:\n    fields:\n      id: uuid\n      name?: string(1..=80)"));
        line(
            "      count: u32(0..=100)\n      at: datetime\n      tags: list<string(1..=30)>(..=20)"
                .to_owned(),
        );
        line(format!("      kind: Kind{other}\n      place: Place{other}"));
    }
    line("clientToServer:".to_owned());
    for at in 0..events / 2 {
        line(format!("  ## Does {at}.\n  thing:do{at}: {{ data: Payload{at}, ack: none }}"));
    }
    line("serverToClient:".to_owned());
    for at in events / 2..events {
        line(format!("  ## Did {at}.\n  thing:done{at}: Payload{at}"));
    }
    text
}

/// The time that all lints take.
fn linted(text: &str) -> Duration {
    let mut loaded = load_text(text, "bench.sockgen.yaml");
    let mut levels = Levels::default();
    levels.set(Rules::All, Level::Warn);
    let started = Instant::now();
    lint::lint(&mut loaded, &levels);
    started.elapsed()
}

fn main() {
    for events in [100, 1000, 5000] {
        let text = schema(events);
        let once = || {
            let started = Instant::now();
            let loaded = load_text(&text, "bench.sockgen.yaml");
            let taken = started.elapsed();
            assert!(loaded.diagnostics.is_empty());
            taken
        };
        let best = (0..50).map(|_| once()).min().unwrap_or_default();
        let linted = (0..20).map(|_| linted(&text)).min().unwrap_or_default();
        println!("{events:5} events, {:7} bytes: {best:.2?}; lints: {linted:.2?}", text.len());
    }
}
