//! Instructions instead of nanoseconds: the same on a busy machine. Needs valgrind.

use std::process::{Command, Stdio};

use crate::broadcasts::{self, SOCKETS};
use crate::figures::{Spread, heads, row};
use crate::messages::{AUTHORS, Scene};
use sockgen_benches::engine::Author;
use sockgen_benches::{call, two_hundred};

/// The argument with which the program sends messages to one server and does nothing else.
pub const ONLY: &str = "--only";

/// Two runs whose difference is all messages: what starting costs is in both.
const MESSAGES: [usize; 2] = [2000, 6000];

/// The same for broadcasts, each of which is a message for every socket.
const BROADCASTS: [usize; 2] = [5, 20];
const BROADCAST: &str = "broadcast";

const SCENES: [&str; 4] = ["12-1", "12-32", "200-1", "200-32"];

fn scene(name: &str) -> Option<Scene> {
    let (events, window) = name.split_once('-')?;
    let window = window.parse().ok()?;
    match events {
        "12" => Some(Scene { serve: call::serve, events: call::mix(), window }),
        "200" => Some(Scene { serve: two_hundred::serve, events: two_hundred::mix(), window }),
        _ => None,
    }
}

/// Sends messages to one server.
pub fn only(author: &str, name: &str, messages: &str) {
    let author = AUTHORS.into_iter().find(|known| format!("{known:?}").eq_ignore_ascii_case(author));
    match (author, scene(name), messages.parse()) {
        (Some(author), None, Ok(messages)) if name == BROADCAST => broadcasts::only(author, messages),
        (Some(author), Some(scene), Ok(messages)) => scene.only(author, messages),
        _ => {
            eprintln!("usage: {ONLY} sockgen|hand|engine {}|{BROADCAST} MESSAGES", SCENES.join("|"));
            std::process::exit(2);
        }
    }
}

/// Runs this program under callgrind for each author and scene.
pub fn measure() {
    heads("Instructions per acked message on one thread");
    for name in SCENES {
        let figures = AUTHORS.map(|author| per_message(author, name, MESSAGES));
        let ratio = figures[0] / figures[1];
        let (events, window) = name.split_once('-').unwrap_or_default();
        let spread = Spread { low: ratio, median: ratio, high: ratio };
        row(&format!("{events} events, {window} in flight"), figures, spread, Some(crate::GOAL_ONE));
    }
    heads(&format!("Instructions per broadcast to {SOCKETS} sockets, until all have read it"));
    let [ours, theirs] =
        [Author::Sockgen, Author::Hand].map(|author| per_message(author, BROADCAST, BROADCASTS));
    let ratio = ours / theirs;
    let spread = Spread { low: ratio, median: ratio, high: ratio };
    row("12 events", [ours, theirs, f64::NAN], spread, Some(crate::GOAL_BROADCAST));
}

/// What one more message costs.
fn per_message(author: Author, scene: &str, [few, many]: [usize; 2]) -> f64 {
    let [less, more] = [few, many].map(|messages| instructions(author, scene, messages));
    (more - less) / (many - few) as f64
}

fn instructions(author: Author, scene: &str, messages: usize) -> f64 {
    let program = std::env::current_exe().expect("this program");
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([ONLY, &format!("{author:?}"), scene, &messages.to_string()])
        .stdout(Stdio::null())
        .output()
        .expect("valgrind is installed");
    let report = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{report}");
    let collected = report.lines().find_map(|line| line.split_once("Collected : ")).expect("a count").1;
    collected.trim().parse().expect("a number")
}
