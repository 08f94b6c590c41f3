//! `sockgen generate --watch`, with real changes of real files: each is made once the line is there that says that the
//! last one was seen.

#[path = "support/place.rs"]
mod place;

use place::Place;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// How long a line may take to come. Far more than it needs, since machines differ.
const PATIENCE: Duration = Duration::from_secs(60);

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    /// Starts it, and waits until it watches.
    fn start(place: &Place) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sockgen"));
        command.args(["generate", "--watch"]).current_dir(place.root());
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Watching { child, lines }
    }

    /// What it says until a line holds this, and until it watches again.
    #[track_caller]
    fn says(&self, expected: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        let (mut said, mut found) = (String::new(), false);
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(line) = self.lines.recv_timeout(left) else {
                panic!("`{expected}` was not said, but:\n{said}");
            };
            found |= line.contains(expected);
            said.push_str(&line);
            said.push('\n');
            if found && line.starts_with("watching ") {
                return said;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const CONFIG: &str = "[[contract]]\nschema = \"schema/app.sockgen.yaml\"\nts = \"out/app.ts\"\n";
const TYPES: &str = "sockgen: 1\ntypes:\n  Name: string(1..=9)\n";

fn schema(event: &str) -> String {
    format!(
        "sockgen: 1\nimport: {{ types: ./parts/types.sockgen.yaml }}\nclientToServer:\n  {event}: {{ data: {{ name: types.Name }} }}\n"
    )
}

fn place() -> Place {
    let place = Place::empty();
    place.write("sockgen.toml", CONFIG);
    place.write("schema/app.sockgen.yaml", &schema("first"));
    place.write("schema/parts/types.sockgen.yaml", TYPES);
    place
}

#[test]
fn changes_of_all_that_is_read_are_seen() {
    let place = place();
    let watching = Watching::start(&place);
    watching.says("wrote out/app.ts");
    assert!(place.read("out/app.ts").contains("first"));

    // The schema, written in place.
    place.write("schema/app.sockgen.yaml", &schema("second"));
    watching.says("wrote out/app.ts");
    assert!(place.read("out/app.ts").contains("second"));

    // What it imports, saved by renaming.
    place.write("schema/parts/.types.tmp", &TYPES.replace("string(1..=9)", "bool"));
    fs::rename(place.path("schema/parts/.types.tmp"), place.path("schema/parts/types.sockgen.yaml")).unwrap();
    watching.says("wrote out/app.ts");
    assert!(place.read("out/app.ts").contains("boolean"));
    // And once more, since it is another file now.
    place.write("schema/parts/.types.tmp", &TYPES.replace("string(1..=9)", "u8"));
    fs::rename(place.path("schema/parts/.types.tmp"), place.path("schema/parts/types.sockgen.yaml")).unwrap();
    watching.says("wrote out/app.ts");

    // The configuration.
    place.write("sockgen.toml", &CONFIG.replace("app.ts", "other.ts"));
    watching.says("deleted out/app.ts");
    assert!(place.has("out/other.ts") && !place.has("out/app.ts"));
}

#[test]
fn a_broken_edit_keeps_the_last_output() {
    let place = place();
    let watching = Watching::start(&place);
    watching.says("wrote out/app.ts");
    let good = place.read("out/app.ts");
    place.write("schema/app.sockgen.yaml", &schema("third").replace("types.Name", "types.Nmae"));
    let said = watching.says("schema/app.sockgen.yaml: 1 error");
    assert!(said.contains("did you mean `types.Name`?"), "{said}");
    assert_eq!(place.read("out/app.ts"), good);
    place.write("sockgen.toml", "[[contract]]\nschma = 1\n");
    let said = watching.says("error: `sockgen.toml` has an error");
    assert!(said.contains("did you mean `schema`?"), "{said}");
    place.write("sockgen.toml", CONFIG);
    watching.says("schema/app.sockgen.yaml: 1 error");
    assert_eq!(place.read("out/app.ts"), good);
    place.write("schema/app.sockgen.yaml", &schema("third"));
    watching.says("wrote out/app.ts");
    assert!(place.read("out/app.ts").contains("third"));
}

#[test]
fn files_and_folders_that_come_later_are_seen() {
    let place = Place::empty();
    place.write("sockgen.toml", &CONFIG.replace("schema/app", "deep/schema/app"));
    let watching = Watching::start(&place);
    watching.says("cannot be read");
    // A folder at a time, and then what is imported.
    place.write("deep/schema/app.sockgen.yaml", &schema("first"));
    watching.says(
        "`deep/schema/./parts/types.sockgen.yaml` cannot be read".trim_start_matches("`deep/schema/./"),
    );
    place.write("deep/schema/parts/types.sockgen.yaml", TYPES);
    watching.says("wrote out/app.ts");
    // All of it goes, and comes again.
    fs::remove_dir_all(place.path("deep")).unwrap();
    watching.says("cannot be read");
    assert!(place.has("out/app.ts"));
    place.write("deep/schema/parts/types.sockgen.yaml", TYPES);
    place.write("deep/schema/app.sockgen.yaml", &schema("again"));
    watching.says("wrote out/app.ts");
    assert!(place.read("out/app.ts").contains("again"));
}

#[test]
fn templates_are_watched_too() {
    let place = place();
    place.write(
        "sockgen.toml",
        &format!("{CONFIG}render = {{ template = \"t/names.hbs\", file = \"out/names.txt\" }}\n"),
    );
    place.write("t/names.hbs", "{{hash}}\n");
    let watching = Watching::start(&place);
    watching.says("wrote out/names.txt");
    place.write("t/names.hbs", "{{name}}\n");
    watching.says("wrote out/names.txt");
    assert_eq!(place.read("out/names.txt"), "app\n");
    place.write("t/names.hbs", "{{nmae}}\n");
    watching.says("there is no `nmae` here");
    assert_eq!(place.read("out/names.txt"), "app\n");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it() {
    use std::os::unix::process::ExitStatusExt;
    let place = place();
    let mut watching = Watching::start(&place);
    watching.says("wrote out/app.ts");
    let id = watching.child.id().to_string();
    assert!(Command::new("kill").args(["-s", "INT", &id]).status().unwrap().success());
    let status = watching.child.wait().unwrap();
    assert_eq!(status.signal(), Some(2));
    assert!(!place.names().iter().any(|name| name.contains(".sockgen-")), "{:?}", place.names());
}
