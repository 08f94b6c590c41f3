//! What the generated types cost the compiler, against the same ones written by hand with serde's derives:
//! `cargo bench --profile dev -p sockgen-codegen --bench expansion [-- EVENTS…]`
//!
//! Of E events each has a struct of seven fields; beside them stand E/10 enums and E/10 structs inside of those. Three crates
//! are checked and built in release: types as `sockgen rust` writes them, types by hand, and an empty one, for what any
//! crate costs. A crate reads and writes each of its types once as JSON. Printed are the seconds of the fastest of several
//! runs in turn, and the ratio without what the empty crate takes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

fn main() {
    let events: Vec<usize> = env::args().filter_map(|argument| argument.parse().ok()).collect();
    let events = if events.is_empty() { vec![100, 1000] } else { events };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("expansion");
    for count in events {
        let crates =
            [("sockgen", generated(count)), ("derives", by_hand(count)), ("empty", "fn main() {}\n".into())];
        for (name, source) in &crates {
            write_crate(&folder.join(name), name, source);
        }
        for (what, arguments) in [("check", &["check"][..]), ("build --release", &["build", "--release"])] {
            let rounds = if count > 300 { 2 } else { 3 };
            let best = crates.each_ref().map(|(name, _)| {
                // Once before, for the dependencies.
                run(&folder.join(name), arguments);
                (0..rounds).map(|_| run(&folder.join(name), arguments)).min().unwrap_or_default()
            });
            let [ours, theirs, empty] = best.map(|time| time.as_secs_f64());
            println!(
                "{count:>5} events, cargo {what:<16} sockgen {ours:>6.2} s, serde's derives {theirs:>6.2} s, empty {empty:>5.2} s: {:.3}",
                (ours - empty) / (theirs - empty)
            );
        }
    }
}

/// Builds a crate whose own code changed, and nothing of its dependencies.
fn run(folder: &Path, arguments: &[&str]) -> Duration {
    let main = folder.join("src/main.rs");
    let text = fs::read_to_string(&main).expect("was written");
    fs::write(&main, text).expect("can be written");
    let start = Instant::now();
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--quiet", "--offline"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("target"))
        .env("CARGO_INCREMENTAL", "0")
        .stdout(Stdio::null())
        .status();
    let time = start.elapsed();
    assert!(status.is_ok_and(|status| status.success()), "{} does not build", folder.display());
    time
}

fn write_crate(folder: &Path, name: &str, source: &str) {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\nsockgen = {{ path = {runtime:?} }}\n\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n"
    );
    fs::create_dir_all(folder.join("src")).expect("the target folder can be written to");
    fs::write(folder.join("Cargo.toml"), manifest).expect("can be written");
    fs::write(folder.join("src/main.rs"), source).expect("can be written");
    // The versions that the workspace has: nothing is fetched.
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).expect("can be copied");
}

/// The schema's types as `sockgen rust` writes them.
fn generated(events: usize) -> String {
    let mut text = "sockgen: 1\nname: Bench\ntypes:\n".to_owned();
    for at in 0..events / 10 {
        let _ = writeln!(text, "  Kind{at}: {{ enum: [waiting, running, done, failed] }}");
        let _ = writeln!(text, "  Place{at}: {{ fields: {{ x: f64, y: f64, label: string }} }}");
    }
    for at in 0..events {
        let other = at % (events / 10);
        let _ = writeln!(
            text,
            "  Payload{at}:\n    fields:\n      id: string\n      name?: string\n      count: u32\n      ratio: f64\n      \
             tags: list<string>\n      kind: Kind{other}\n      place: Place{other}"
        );
    }
    let model = sockgen_schema::load_text(&text, "bench.sockgen.yaml").model.expect("a model");
    let types = sockgen_codegen::rust::print(
        sockgen_codegen::rust::emit(&model, &sockgen_codegen::rust::Options::default()),
        "bench.sockgen.yaml",
    );
    // Attributes of the file belong before everything else.
    format!("{types}\n{}", uses(events))
}

fn by_hand(events: usize) -> String {
    let mut text = "#![allow(dead_code)]\nuse serde::{Deserialize, Serialize};\n".to_owned();
    const DERIVES: &str = "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]";
    for at in 0..events / 10 {
        let _ = writeln!(
            text,
            "{DERIVES}\n#[serde(rename_all = \"snake_case\")]\npub enum Kind{at} {{ Waiting, Running, Done, Failed }}\n\
             {DERIVES}\npub struct Place{at} {{ pub x: f64, pub y: f64, pub label: String }}"
        );
    }
    for at in 0..events {
        let other = at % (events / 10);
        let _ = writeln!(
            text,
            "{DERIVES}\npub struct Payload{at} {{\n    pub id: String,\n    #[serde(skip_serializing_if = \"Option::is_none\")]\n    \
             pub name: Option<String>,\n    pub count: u32,\n    pub ratio: f64,\n    pub tags: Vec<String>,\n    \
             pub kind: Kind{other},\n    pub place: Place{other},\n}}"
        );
    }
    text + &uses(events)
}

/// A program that reads and writes every type, so that building it has to make the code for that.
fn uses(events: usize) -> String {
    let mut text = "\nfn both<T: ::serde::Serialize + ::serde::de::DeserializeOwned>(text: &str) -> ::std::string::String {\n    \
        ::serde_json::to_string(&::serde_json::from_str::<T>(text).unwrap()).unwrap()\n}\n\nfn main() {\n    \
        let text = ::std::env::args().next().unwrap();\n"
        .to_owned();
    for at in 0..events {
        let _ = writeln!(text, "    println!(\"{{}}\", both::<Payload{at}>(&text));");
    }
    text + "}\n"
}
