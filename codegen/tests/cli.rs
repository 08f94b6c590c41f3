//! The `sockgen` command as its users run it.

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

const CALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/call/call.sockgen.yaml");

/// A folder of one test's own, and the command run in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Place { folder: TempDir::new().unwrap() };
        fs::copy(CALL, place.path("call.sockgen.yaml")).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sockgen"));
        Ran(command.current_dir(self.folder.path()).args(arguments).output().unwrap())
    }

    /// The files that are there, hidden ones too.
    fn files(&self) -> Vec<String> {
        let names = |folder: &Path| -> Vec<String> {
            fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect()
        };
        let mut files = names(self.folder.path());
        files.sort();
        files
    }
}

struct Ran(Output);

impl Ran {
    #[track_caller]
    fn code(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "stdout: {}\nstderr: {}", self.stdout(), self.stderr());
        self
    }

    fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }
}

const BROKEN: &str = "sockgen: 1
clientToServer:
  join: { data: { room: strng } }
  say: { data: { text: string(400..=1) }, maxByte: 3 }
";

#[test]
fn check_says_what_is_in_a_good_file() {
    let ran = Place::new().run(&["check", "call.sockgen.yaml"]).code(0);
    assert_eq!(ran.stdout(), "call.sockgen.yaml: ok, 6 client and 6 server events\n");
}

#[test]
fn check_reports_every_error_of_every_file() {
    let place = Place::new();
    place.write("a.sockgen.yaml", BROKEN);
    place.write("b.sockgen.yaml", "name: b\n");
    let ran = place.run(&["check", "a.sockgen.yaml", "b.sockgen.yaml", "--format", "short"]).code(1);
    assert_eq!(
        ran.stdout(),
        "\
a.sockgen.yaml:3:25: error[SG0201]: there is no type `strng`
a.sockgen.yaml:4:30: error[SG0204]: nothing lies between these bounds
a.sockgen.yaml:4:43: error[SG0101]: `maxByte` is not a key of an event that clients send
b.sockgen.yaml:1:1: error[SG0007]: `sockgen: 1` is missing
"
    );
    let human = place.run(&["check", "a.sockgen.yaml"]).code(1).stdout();
    assert!(human.contains("3 |   join: { data: { room: strng } }\n"), "{human}");
    assert!(human.contains("help: did you mean `string`?"), "{human}");
    let end = "a.sockgen.yaml: 3 errors\n`sockgen explain SG0201` says more of a rule\n";
    assert!(human.ends_with(end), "{human}");
    assert!(!human.contains('\u{1b}'), "no colours where there is no terminal: {human}");
}

#[test]
fn check_prints_one_json_array() {
    let place = Place::new();
    place.write("a.sockgen.yaml", BROKEN);
    let ran = place.run(&["check", "a.sockgen.yaml", "call.sockgen.yaml", "--format", "json"]).code(1);
    let rows: serde_json::Value = serde_json::from_str(&ran.stdout()).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 3);
    assert_eq!(
        rows[0],
        serde_json::json!({
            "code": "SG0201",
            "severity": "error",
            "message": "there is no type `strng`",
            "file": "a.sockgen.yaml",
            "line": 3,
            "column": 25,
            "endLine": 3,
            "endColumn": 30,
            "help": "did you mean `string`?",
        })
    );
    let ran = place.run(&["check", "call.sockgen.yaml", "--format", "json"]).code(0);
    assert_eq!(ran.stdout(), "[]\n");
}

#[test]
fn check_speaks_to_github_and_to_code_scanning() {
    let place = Place::new();
    place.write("a.sockgen.yaml", BROKEN);
    let ran = place.run(&["check", "a.sockgen.yaml", "call.sockgen.yaml", "--format", "github"]).code(1);
    assert_eq!(
        ran.stdout().lines().next(),
        Some(
            "::error file=a.sockgen.yaml,line=3,col=25,endLine=3,endColumn=29,title=SG0201 unknown-type::\
             there is no type `strng`%0Ahelp: did you mean `string`?"
        )
    );
    assert_eq!(ran.stdout().lines().count(), 3);
    let ran = place.run(&["check", "a.sockgen.yaml", "call.sockgen.yaml", "--format", "sarif"]).code(1);
    let log: serde_json::Value = serde_json::from_str(&ran.stdout()).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 3);
    let ran = place.run(&["check", "call.sockgen.yaml", "--format", "github"]).code(0);
    assert_eq!(ran.stdout(), "");
}

/// Two warnings: an event without an ack, a text without a bound.
const CARELESS: &str = "sockgen: 1
clientToServer:
  note:add: { data: { text: string } }
";

#[test]
fn warnings_are_as_loud_as_the_flags_say() {
    let place = Place::new();
    place.write("a.sockgen.yaml", CARELESS);
    let check = |flags: &[&str], code: i32| {
        let ran = place.run(&[&["check", "a.sockgen.yaml", "--format", "short"], flags].concat()).code(code);
        let found = ran.stdout();
        let words = found.lines().map(|line| line.split(": ").nth(1).unwrap_or_default().to_owned());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(check(&[], 0), "warning[SG1008] warning[SG1006]");
    assert_eq!(check(&["--deny", "warnings"], 1), "error[SG1008] error[SG1006]");
    assert_eq!(check(&["--deny", "missing-ack"], 1), "error[SG1008] warning[SG1006]");
    assert_eq!(check(&["--allow", "SG1008"], 0), "warning[SG1006]");
    assert_eq!(check(&["--deny", "warnings", "--allow", "missing-ack"], 1), "error[SG1006]");
    assert_eq!(check(&["--warn", "missing-doc", "--allow", "sg1006"], 0), "warning[SG1001] warning[SG1008]");
    assert_eq!(check(&["--allow", "all"], 0), "");
    // The last one counts.
    assert_eq!(check(&["--deny", "SG1006", "--allow", "all", "--warn", "SG1006"], 0), "warning[SG1006]");
    assert_eq!(check(&["--warn", "SG1006", "--allow", "all"], 0), "");
    assert_eq!(check(&["--deny", "warnings", "--warn", "warnings"], 0), "warning[SG1008] warning[SG1006]");

    let ran = place.run(&["check", "a.sockgen.yaml", "--deny", "missing-akc"]).code(2);
    assert!(ran.stderr().contains("did you mean `missing-ack`?"), "{}", ran.stderr());
    let ran = place.run(&["check", "a.sockgen.yaml", "--allow", "SG0101"]).code(2);
    assert!(ran.stderr().contains("only warnings have a level"), "{}", ran.stderr());
}

#[test]
fn what_a_file_allows_stays_allowed() {
    let place = Place::new();
    place.write(
        "a.sockgen.yaml",
        &CARELESS.replace(": 1\n", ": 1\nlint: { allow: [missing-ack], deny: [SG1006] }\n"),
    );
    let ran = place.run(&["check", "a.sockgen.yaml", "--format", "short", "--deny", "missing-ack"]).code(1);
    assert!(ran.stdout().starts_with("a.sockgen.yaml:4:23: error[SG1006]"), "{}", ran.stdout());
    assert_eq!(ran.stdout().lines().count(), 1);
    // Lints are no reason not to generate.
    place.run(&["ts", "a.sockgen.yaml"]).code(0);
}

#[test]
fn rules_are_explained() {
    let place = Place::new();
    let by_code = place.run(&["explain", "SG0101"]).code(0).stdout();
    assert!(
        by_code.starts_with("SG0101 unknown-key (error)\n\nA key that the language does not know"),
        "{by_code}"
    );
    assert!(by_code.contains("\nWrite instead:\n\n```yaml\nsockgen: 1\n"), "{by_code}");
    assert_eq!(place.run(&["explain", "unknown-key"]).code(0).stdout(), by_code);
    let lint = place.run(&["explain", "missing-doc"]).code(0).stdout();
    assert!(lint.starts_with("SG1001 missing-doc (warning, where asked for)\n\nAn event has no"), "{lint}");
    let list = place.run(&["explain"]).code(0).stdout();
    assert!(list.lines().any(|line| line.starts_with("SG0101  error")), "{list}");
    assert_eq!(place.run(&["explain", "--list"]).code(0).stdout(), list);
    let ran = place.run(&["explain", "misssing-doc"]).code(2);
    assert_eq!(ran.stderr(), "error: there is no rule `misssing-doc`\nhelp: did you mean `missing-doc`?\n");
}

#[test]
fn a_missing_file_is_an_error_that_names_it() {
    let ran = Place::new().run(&["check", "nope.sockgen.yaml"]).code(1);
    assert!(ran.stdout().contains("`nope.sockgen.yaml` cannot be read"), "{}", ran.stdout());
    let ran = Place::new().run(&["ts", "nope.sockgen.yaml"]).code(1);
    assert_eq!(ran.stdout(), "");
    assert!(ran.stderr().contains("`nope.sockgen.yaml` cannot be read"), "{}", ran.stderr());
}

#[test]
fn misuse_ends_with_2() {
    let place = Place::new();
    place.run(&[]).code(2);
    place.run(&["check"]).code(2);
    place.run(&["tss", "call.sockgen.yaml"]).code(2);
    let ran = place.run(&["ts", "call.sockgen.yaml", "--check"]).code(2);
    assert!(ran.stderr().contains("--output <FILE>"), "{}", ran.stderr());
    let ran = place.run(&["ts", "call.sockgen.yaml", "-o", "call.sockgen.yaml"]).code(2);
    assert!(ran.stderr().contains("is the schema itself"), "{}", ran.stderr());
    let ran = place.run(&["ts", "call.sockgen.yaml", "-o", "."]).code(2);
    assert!(ran.stderr().contains("`.` is a folder"), "{}", ran.stderr());
    place.run(&["--help"]).code(0);
    place.run(&["--version"]).code(0);
}

#[test]
fn output_is_written_whole_and_left_alone_when_current() {
    for command in ["ts", "rust"] {
        let place = Place::new();
        let printed = place.run(&[command, "call.sockgen.yaml"]).code(0).stdout();
        assert!(printed.contains("@generated by sockgen from call.sockgen.yaml. Do not edit."), "{printed}");

        let ran = place.run(&[command, "call.sockgen.yaml", "-o", "utils/out"]).code(0);
        assert_eq!((ran.stdout().as_str(), ran.stderr().as_str()), ("", "wrote utils/out\n"));
        assert_eq!(place.read("utils/out"), printed);

        let before = fs::metadata(place.path("utils/out")).unwrap().modified().unwrap();
        let ran = place.run(&[command, "call.sockgen.yaml", "-o", "utils/out"]).code(0);
        assert_eq!(ran.stderr(), "utils/out is current\n");
        assert_eq!(fs::metadata(place.path("utils/out")).unwrap().modified().unwrap(), before);
        assert_eq!(place.files(), ["call.sockgen.yaml", "utils"], "nothing temporary is left");
    }
}

#[test]
fn check_shows_a_difference_and_writes_nothing() {
    for command in ["ts", "rust"] {
        let place = Place::new();
        let ran = place.run(&[command, "call.sockgen.yaml", "-o", "out", "--check"]).code(1);
        assert_eq!(ran.stderr(), "out does not exist\n");
        assert_eq!(place.files(), ["call.sockgen.yaml"]);

        place.run(&[command, "call.sockgen.yaml", "-o", "out"]).code(0);
        let ran = place.run(&[command, "call.sockgen.yaml", "-o", "out", "--check"]).code(0);
        assert_eq!((ran.stdout().as_str(), ran.stderr().as_str()), ("", ""));

        let edited = place.read("out") + "// by hand\n";
        place.write("out", &edited);
        let ran = place.run(&[command, "call.sockgen.yaml", "-o", "out", "--check"]).code(1);
        assert!(
            ran.stderr().starts_with("out is not current:\n--- out\n+++ generated\n"),
            "{}",
            ran.stderr()
        );
        assert!(ran.stderr().contains("\n-// by hand\n"), "{}", ran.stderr());
        assert!(ran.stderr().lines().count() < 20, "the difference alone is shown: {}", ran.stderr());
        assert_eq!(place.read("out"), edited);

        // What git made of the line ends on another system is no difference.
        let crlf = place.run(&[command, "call.sockgen.yaml"]).code(0).stdout().replace('\n', "\r\n");
        place.write("out", &crlf);
        place.run(&[command, "call.sockgen.yaml", "-o", "out", "--check"]).code(0);
    }
}

#[test]
fn a_broken_schema_leaves_the_last_good_output() {
    let place = Place::new();
    place.run(&["ts", "call.sockgen.yaml", "-o", "out.ts"]).code(0);
    let good = place.read("out.ts");
    place.write("call.sockgen.yaml", BROKEN);
    let ran = place.run(&["ts", "call.sockgen.yaml", "-o", "out.ts"]).code(1);
    assert!(ran.stderr().contains("error[SG0201]"), "{}", ran.stderr());
    assert!(ran.stderr().ends_with("call.sockgen.yaml: 3 errors\n"), "{}", ran.stderr());
    assert_eq!(ran.stdout(), "");
    assert_eq!(place.read("out.ts"), good);
}

#[test]
fn the_same_bytes_come_out_wherever_the_command_is_run() {
    let place = Place::new();
    let here = place.run(&["ts", "call.sockgen.yaml"]).code(0).stdout();
    for _ in 0..20 {
        assert_eq!(place.run(&["ts", CALL]).code(0).stdout(), here);
    }
}

#[cfg(unix)]
#[test]
fn output_keeps_the_files_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::new();
    place.write("real.ts", "old");
    fs::set_permissions(place.path("real.ts"), fs::Permissions::from_mode(0o664)).unwrap();
    symlink("real.ts", place.path("link.ts")).unwrap();
    place.run(&["ts", "call.sockgen.yaml", "-o", "link.ts"]).code(0);
    assert!(fs::symlink_metadata(place.path("link.ts")).unwrap().is_symlink());
    assert!(place.read("real.ts").contains("@generated"));
    assert_eq!(fs::metadata(place.path("real.ts")).unwrap().permissions().mode() & 0o777, 0o664);
    place.run(&["ts", "call.sockgen.yaml", "-o", "new.ts"]).code(0);
    let mode = fs::metadata(place.path("new.ts")).unwrap().permissions().mode() & 0o777;
    assert_ne!(mode, 0o600, "a new file is as open as the process lets new files be");
}

#[test]
fn runs_side_by_side_never_show_half_a_file() {
    let place = Place::new();
    place.run(&["ts", "call.sockgen.yaml", "-o", "out.ts"]).code(0);
    let whole = place.read("out.ts");
    std::thread::scope(|scope| {
        for at in 0..8 {
            let (place, whole) = (&place, &whole);
            scope.spawn(move || {
                // Two outputs in turn, so that every run has something to write.
                let command = if at % 2 == 0 { "ts" } else { "rust" };
                place.run(&[command, "call.sockgen.yaml", "-o", "out.ts"]).code(0);
                let read = place.read("out.ts");
                assert!(read.len() >= whole.len().min(1000) && read.ends_with('\n'), "half a file");
            });
        }
    });
    assert_eq!(place.files(), ["call.sockgen.yaml", "out.ts"]);
}

#[test]
fn fmt_writes_what_changes_and_check_shows_it() {
    let place = Place::new();
    place.write("a.sockgen.yaml", "types: {A: string}   # note\nsockgen: 1\n");
    let formatted = "sockgen: 1\ntypes: { A: string } # note\n";
    let checked = place.run(&["fmt", "a.sockgen.yaml", "call.sockgen.yaml", "--check"]).code(1);
    assert!(checked.stderr().contains("a.sockgen.yaml is not formatted"), "{}", checked.stderr());
    assert!(checked.stderr().contains("+types: { A: string } # note"), "{}", checked.stderr());
    assert!(!checked.stderr().contains("call.sockgen.yaml"), "{}", checked.stderr());

    // Without names, all that are there.
    let ran = place.run(&["fmt"]).code(0);
    assert_eq!(ran.stderr(), "formatted a.sockgen.yaml\n");
    assert_eq!(place.read("a.sockgen.yaml"), formatted);
    assert_eq!(place.run(&["fmt", "--check"]).code(0).stderr(), "");
    assert_eq!(place.files(), ["a.sockgen.yaml", "call.sockgen.yaml"]);
}

#[test]
fn fmt_leaves_what_it_cannot_read() {
    let place = Place::new();
    let broken = "sockgen: 1\ntypes: { A: [ }\n";
    place.write("b.sockgen.yaml", broken);
    let ran = place.run(&["fmt", "b.sockgen.yaml"]).code(1);
    assert!(ran.stderr().contains("SG0004"), "{}", ran.stderr());
    assert!(ran.stderr().contains("b.sockgen.yaml was left as it is"), "{}", ran.stderr());
    assert_eq!(place.read("b.sockgen.yaml"), broken);
    // Other mistakes are none of its business, and neither are other files.
    place.write("e.sockgen.yaml", "sockgen: 1\nimport: {common: ./missing.sockgen.yaml}\n");
    place.run(&["fmt", "e.sockgen.yaml"]).code(0);
    assert_eq!(place.read("e.sockgen.yaml"), "sockgen: 1\nimport: { common: ./missing.sockgen.yaml }\n");
    place.write("c.sockgen.yaml", "clientToServer: {a: strng}\n");
    place.run(&["fmt", "c.sockgen.yaml"]).code(0);
    assert_eq!(place.read("c.sockgen.yaml"), "clientToServer: { a: strng }\n");

    place.write("d.sockgen.json", "{\"sockgen\":1}");
    let ran = place.run(&["fmt", "d.sockgen.json"]).code(0);
    assert!(ran.stderr().contains("d.sockgen.json is JSON"), "{}", ran.stderr());
    assert_eq!(place.read("d.sockgen.json"), "{\"sockgen\":1}");
    place.run(&["fmt", "missing.sockgen.yaml"]).code(2);
}

#[test]
fn fmt_reads_standard_input() {
    let place = Place::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sockgen"));
    let ran = Ran(command
        .current_dir(place.folder.path())
        .args(["fmt", "-"])
        .write_stdin("a: {b: 1}")
        .output()
        .unwrap());
    assert_eq!(ran.code(0).stdout(), "a: { b: 1 }\n");
}

#[test]
fn schema_knows_the_names_of_a_file() {
    let place = Place::new();
    let whole = place.run(&["schema"]).code(0);
    assert!(whole.stdout().starts_with("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""));
    assert!(!whole.stdout().contains("\"const\": \"RoomId\""));
    place.run(&["schema", "--for", "call.sockgen.yaml", "-o", "sockgen.schema.json"]).code(0);
    assert!(place.read("sockgen.schema.json").contains("\"const\": \"RoomId\""));
    place.run(&["schema", "--for", "call.sockgen.yaml", "-o", "sockgen.schema.json", "--check"]).code(0);
    place.run(&["schema", "-o", "sockgen.schema.json", "--check"]).code(1);
    place.run(&["schema", "--for", "call.sockgen.yaml", "-o", "call.sockgen.yaml"]).code(2);
    place.run(&["schema", "--for", "missing.sockgen.yaml"]).code(2);
}

#[test]
fn explorer_writes_one_file_with_its_policy() {
    let place = Place::new();
    let file = ["explorer", "call.sockgen.yaml", "-o", "page.html"];
    place.run(&file).code(0);
    let page = place.read("page.html");
    assert!(page.starts_with(
        "<!doctype html>\n<!-- @generated by sockgen from call.sockgen.yaml. Do not edit. -->\n"
    ));
    assert!(
        page.contains("connect-src http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*;")
    );
    for elsewhere in ["src=\"http", "href=\"http", "<link rel=\"stylesheet", "unsafe-"] {
        assert!(!page.contains(elsewhere), "{elsewhere}");
    }
    assert!(page.contains("\"name\":\"Call\"") && page.contains("\"wire\":\"message:send\""));
    place.run(&[&file[..], &["--check"]].concat()).code(0);
    place.run(&[&file[..], &["--check", "--msgpack"]].concat()).code(1);
    let other =
        place.run(&["explorer", "call.sockgen.yaml", "--url", "https://staging.example.org/"]).code(0);
    assert!(other.stdout().contains("connect-src https://staging.example.org wss://staging.example.org;"));
    assert!(other.stdout().contains("{\"settings\":{\"url\":\"https://staging.example.org\","));
    let large =
        place.run(&["explorer", "call.sockgen.yaml", "--url", "HTTPS://Staging.example.org:8443"]).code(0);
    assert!(
        large
            .stdout()
            .contains("connect-src https://staging.example.org:8443 wss://staging.example.org:8443;")
    );
    let no_addresses = [
        "staging.example.org",
        "https://a/b",
        "https://a//",
        "https://a; script-src *",
        "javascript:alert(1)",
        "http://",
        "http://-",
        "http://::::",
        "http://a:99999",
        "http://a:+1",
        "http://a:",
        "ws://a",
        "http://user@a",
    ];
    for address in no_addresses {
        let ran = place.run(&["explorer", "call.sockgen.yaml", "--url", address]).code(2);
        assert!(ran.stderr().contains("such as https://staging.example.org"), "{}", ran.stderr());
    }
    let ran = place.run(&["explorer", "call.sockgen.yaml", "--url", "http://[::1]:3001"]).code(2);
    assert!(ran.stderr().contains("cannot name an address of IPv6: write a name"), "{}", ran.stderr());
    place.run(&["explorer", "missing.sockgen.yaml"]).code(1);
    place.run(&["explorer"]).code(2);
}

#[test]
fn explorer_has_one_contract_of_a_name() {
    let place = Place::new();
    std::fs::copy(place.path("call.sockgen.yaml"), place.path("copy.sockgen.yaml")).unwrap();
    for other in ["copy.sockgen.yaml", "call.sockgen.yaml"] {
        let ran = place.run(&["explorer", "call.sockgen.yaml", other, "-o", "page.html"]).code(2);
        let message = format!("`call.sockgen.yaml` and `{other}` are both of the contract `Call`");
        assert!(ran.stderr().contains(&message), "{}", ran.stderr());
        assert!(!place.path("page.html").exists());
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_turns_no_text_around_in_the_explorer() {
    let place = Place::new();
    let name = "a\n--!>\u{202e}.sockgen.yaml";
    std::fs::copy(place.path("call.sockgen.yaml"), place.path(name)).unwrap();
    let page = place.run(&["explorer", name]).code(0).stdout();
    let (head, _) = page.split_once("<html").unwrap();
    assert!(!head.contains('\u{202e}') && head.lines().count() == 2, "{head:?}");
}

#[test]
fn shells_can_complete_the_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = place.run(&["completions", shell]).code(0);
        assert!(script.stdout().contains("sockgen") && script.stdout().contains("fmt"), "{shell}");
    }
}
