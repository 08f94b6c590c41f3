//! Files as such: what cannot be read, and what makes no difference.

use sockgen_schema::diagnostic::{self, Style};
use sockgen_schema::load::MAX_BYTES;
use sockgen_schema::model::Model;
use sockgen_schema::{Disk, Loaded, Loader, load, load_text};
use std::io;
use std::path::Path;

const CALL: &str = include_str!("../../examples/call/call.sockgen.yaml");

struct Bytes<'b>(&'b [u8]);

impl Loader for Bytes<'_> {
    fn read(&self, _: &Path, limit: usize) -> io::Result<Vec<u8>> {
        Ok(self.0[..self.0.len().min(limit + 1)].to_vec())
    }
}

struct Refused;

impl Loader for Refused {
    fn read(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        Err(io::Error::new(io::ErrorKind::PermissionDenied, "Permission denied (os error 13)"))
    }
}

fn bytes(bytes: &[u8]) -> Loaded {
    load(Path::new("x.sockgen.yaml"), "x.sockgen.yaml", &Bytes(bytes))
}

fn human(loaded: &Loaded) -> String {
    diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain)
}

/// The model without its places.
fn inert(loaded: &Loaded) -> serde_json::Value {
    assert!(!loaded.has_errors(), "{}", human(loaded));
    serde_json::to_value(loaded.model.as_ref().unwrap()).unwrap()
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let loaded = load(Path::new("x.sockgen.yaml"), "x.sockgen.yaml", &Refused);
    insta::assert_snapshot!(human(&loaded), @r#"
    error[SG0001]: `x.sockgen.yaml` cannot be read: permission denied
     --> x.sockgen.yaml:1:1
      |
    1 |
      | ^
      |
      = help: check the path
    "#);
    let missing = Path::new("no/such/file.sockgen.yaml");
    let loaded = load(missing, "no/such/file.sockgen.yaml", &Disk);
    assert_eq!(loaded.diagnostics.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["SG0001"]);
    assert!(loaded.has_errors() && loaded.model.is_none());
}

#[test]
fn a_file_may_have_four_mebibytes() {
    let mut text = "sockgen: 1\n#".to_owned();
    text.push_str(&" ".repeat(MAX_BYTES - text.len()));
    assert!(!bytes(text.as_bytes()).has_errors());
    text.push(' ');
    insta::assert_snapshot!(human(&bytes(text.as_bytes())), @r#"
    error[SG0002]: `x.sockgen.yaml` is larger than 4 MiB
     --> x.sockgen.yaml:1:1
      |
    1 |
      | ^
      |
      = help: check that this is the schema; a contract of that size belongs into several files
    "#);
    // A loader reads no more than needed to see that.
    text.push_str(&" ".repeat(MAX_BYTES));
    assert_eq!(bytes(text.as_bytes()).diagnostics.len(), 1);
}

#[test]
fn bytes_that_are_no_text_are_shown_where_they_are() {
    insta::assert_snapshot!(human(&bytes(b"sockgen: 1\ntypes:\n  \xc3\xa4: \xff\n")), @r#"
    error[SG0003]: `x.sockgen.yaml` is not UTF-8: byte 0xff cannot stand here
     --> x.sockgen.yaml:3:6
      |
    3 |   ä: 
      |      ^
      |
      = help: save the file as UTF-8
    "#);
    insta::assert_snapshot!(human(&bytes(b"\xff\xfes\0o\0c\0k\0")), @r#"
    error[SG0003]: `x.sockgen.yaml` is not UTF-8: byte 0xff cannot stand here
     --> x.sockgen.yaml:1:1
      |
    1 |
      | ^
      |
      = help: save the file as UTF-8
    "#);
    // A character that is cut off at the end of the file.
    insta::assert_snapshot!(human(&bytes(b"sockgen: 1\ndoc: \xe2\x82")), @r#"
    error[SG0003]: `x.sockgen.yaml` is not UTF-8: byte 0xe2 cannot stand here
     --> x.sockgen.yaml:2:6
      |
    2 | doc: 
      |      ^
      |
      = help: save the file as UTF-8
    "#);
}

#[test]
fn line_breaks_and_a_byte_order_mark_make_no_difference() {
    let expected = inert(&load_text(CALL, "call"));
    let windows = CALL.replace('\n', "\r\n");
    assert_eq!(inert(&load_text(&windows, "call")), expected);
    assert_eq!(inert(&load_text(&format!("\u{feff}{CALL}"), "call")), expected);
    assert_eq!(inert(&load_text(&format!("\u{feff}{windows}"), "call")), expected);
    assert_eq!(inert(&load_text(CALL.trim_end(), "call")), expected);
}

const YAML: &str = r#"
sockgen: 1
name: Small
doc: "A \"quoted\" smile: 😀\n"
types:
  Id: { type: string(1..=64), example: "12" }
  User: { fields: { id: Id, "name?": string | null } }
  Role: { enum: { viewer: Can read, editor: Can write }, open: true }
clientToServer:
  join: { data: { id: Id }, ack: { users: list<User>(..=9), role: Role }, maxBytes: 100 }
  leave: { data: { id: Id }, ack: none }
serverToClient:
  joined: { data: User, to: [room], volatile: true }
rooms:
  room: { name: "room:{id: Id}", join: join, leave: leave }
"#;

const JSON: &str = r#"{
	"sockgen": 1,
	"name": "Small",
	"doc": "A \"quoted\" smile: \ud83d\ude00\n",
	"types": {
		"Id": { "type": "string(1..=64)", "example": "12" },
		"User": { "fields": { "id": "Id", "name?": "string | null" } },
		"Role": { "enum": { "viewer": "Can read", "editor": "Can write" }, "open": true }
	},
	"clientToServer": {
		"join": { "data": { "id": "Id" }, "ack": { "users": "list<User>(..=9)", "role": "Role" }, "maxBytes": 100 },
		"leave": { "data": { "id": "Id" }, "ack": "none" }
	},
	"serverToClient": {
		"joined": { "data": "User", "to": ["room"], "volatile": true }
	},
	"rooms": {
		"room": { "name": "room:{id: Id}", "join": "join", "leave": "leave" }
	}
}"#;

#[test]
fn json_is_the_same_tree() {
    let json = load_text(JSON, "small.sockgen.json");
    assert!(json.diagnostics.is_empty(), "{}", human(&json));
    assert_eq!(inert(&json), inert(&load_text(YAML, "small.sockgen.yaml")));
    assert_eq!(inert(&load_text(&JSON.replace(['\n', '\t'], ""), "small.sockgen.json")), inert(&json));
    assert_eq!(inert(&load_text(&format!("\u{feff}{JSON}"), "small.SOCKGEN.JSON")), inert(&json));
}

#[test]
fn json_knows_no_limit_of_keys() {
    let example = format!("{{\"{}\": 1}}", "k".repeat(5000));
    let text = format!(r#"{{"sockgen": 1, "types": {{"A": {{"type": "json", "example": {example}}}}}}}"#);
    assert!(!load_text(&text, "x.sockgen.json").has_errors());
}

#[test]
fn places_in_json_are_exact() {
    let text = JSON
        .replace("list<User>", "list<Usr>")
        .replace("\"Id\" }, \"ack\": \"none\"", "\"I\\u0064\\u0064\" }, \"ack\": \"none\"");
    let loaded = load_text(&text, "small.sockgen.json");
    let marked: Vec<&str> = loaded.diagnostics.iter().map(|found| loaded.sources.text(found.span)).collect();
    assert_eq!(marked, ["Usr", "I\\u0064\\u0064"], "{}", human(&loaded));
}

#[test]
fn a_file_without_a_name_is_called_like_its_file() {
    let named = |display: &str| -> String {
        let loaded = load_text("sockgen: 1\n", display);
        loaded.model.map_or_else(String::new, |model: Model| model.name)
    };
    assert_eq!(named("call.sockgen.yaml"), "call");
    assert_eq!(named("schemas\\chat.yaml"), "chat");
}

#[test]
fn every_run_finds_the_same() {
    let text = CALL.replace("string", "strng").replace("RoomId", "RomId").replace("session", "sesion");
    let first = human(&load_text(&text, "call.sockgen.yaml"));
    for _ in 0..20 {
        assert_eq!(human(&load_text(&text, "call.sockgen.yaml")), first);
    }
}
