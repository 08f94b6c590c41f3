//! The wall time of the whole command, next to reading and writing the same bytes.
//!
//! ```sh
//! cargo bench -p sockgen-codegen --bench wall            # 1,000 and 5,000 events
//! cargo bench -p sockgen-codegen --bench wall -- 100 12  # other sizes
//! ```

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How often each thing is timed; the median and the fastest are shown.
const RUNS: usize = 41;

fn main() {
    // `cargo bench` adds `--bench`.
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1000, 5000] } else { sizes };
    let folder = tempfile::tempdir().expect("a temporary folder");
    for events in sizes {
        measure(folder.path(), events);
    }
}

fn measure(folder: &Path, events: usize) {
    let schema = folder.join(format!("large{events}.sockgen.yaml"));
    let output = folder.join(format!("large{events}.ts"));
    let text = large_schema(events);
    fs::write(&schema, &text).expect("the schema is written");

    let generate = || {
        // What is there already would not be written again.
        let _ = fs::remove_file(&output);
        timed(|| {
            let status = Command::new(env!("CARGO_BIN_EXE_sockgen"))
                .args(["ts".as_ref(), schema.as_os_str(), "-o".as_ref(), output.as_os_str()])
                .stderr(std::process::Stdio::null())
                .status();
            assert!(status.expect("sockgen runs").success());
        })
    };
    let process = || {
        timed(|| {
            let status = Command::new(env!("CARGO_BIN_EXE_sockgen"))
                .arg("--version")
                .stdout(std::process::Stdio::null())
                .status();
            assert!(status.expect("sockgen runs").success());
        })
    };
    let whole = sorted(generate);
    let start = sorted(process);
    let generated = fs::read(&output).expect("the output is there");
    let copy = folder.join("copy");
    let floor = sorted(|| {
        timed(|| {
            let read = fs::read(&schema).expect("the schema is read");
            assert_eq!(read.len(), text.len());
            fs::write(&copy, &generated).expect("the copy is written");
        })
    });
    println!(
        "{events} events: schema {} kB, TypeScript {} kB\n  sockgen ts        {}\n  a process alone   {}\n  the bytes alone   {}",
        text.len() / 1000,
        generated.len() / 1000,
        shown(&whole),
        shown(&start),
        shown(&floor),
    );
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn sorted(mut once: impl FnMut() -> Duration) -> Vec<Duration> {
    let mut times: Vec<_> = (0..RUNS).map(|_| once()).collect();
    times.sort();
    times
}

fn shown(times: &[Duration]) -> String {
    format!("median {:>8.2?}, fastest {:>8.2?}", times[times.len() / 2], times[0])
}

/// A schema of so many events, half of them in each direction, each with a payload of seven fields; a tenth as many
/// enums and as many nested objects. The same text on every run.
fn large_schema(events: usize) -> String {
    let mut text = String::from("sockgen: 1\nname: Large\nversion: 1.0.0\ntypes:\n");
    let shared = (events / 10).max(1);
    for at in 0..shared {
        let _ = writeln!(text, "  State{at}: {{ enum: [waiting, running, done, failed], open: true }}");
        let _ = writeln!(text, "  ## The {at}th kind of place.\n  Place{at}:\n    fields:\n      id: uuid");
        let _ = writeln!(
            text,
            "      name?: string(1..=80)\n      lines: list<string(..=200)>(..=20)\n      at: datetime"
        );
    }
    for (section, client) in [("clientToServer", true), ("serverToClient", false)] {
        let _ = writeln!(text, "{section}:");
        for at in 0..events / 2 {
            let name = at % shared;
            let _ = writeln!(
                text,
                "  ## Something that happens, number {at}.\n  topic{}:change{at}:\n    data:",
                at % 50
            );
            for field in [
                "id: uuid",
                "title: string(1..=200)",
                "count: u32",
                "score?: f64(0..=1)",
                "note?: string(..=4000) | null",
            ] {
                let _ = writeln!(text, "      {field}");
            }
            let _ = writeln!(text, "      state: State{name}\n      place: Place{name}");
            if client {
                let _ = writeln!(text, "    ack: {{ revision: u32 }}");
            }
        }
    }
    text
}
