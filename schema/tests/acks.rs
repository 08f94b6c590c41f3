//! Which answers a style of acks can tell apart, by what the types of an event let through.

use sockgen_schema::diagnostic::short;
use sockgen_schema::load_text;

const TYPES: &str = "
  Doc: { id: uuid }
  Report: { status: string, message: string }
  Quiet: { \"status?\": string, \"message?\": string }
  Done: { enum: [done, failed] }
  Level: { enum: [1, 2] }
  Free: { enum: [done], open: true }
  Job: { tag: status, union: { waiting: {}, running: { message: string } } }
  Bad: { tag: status, union: { waiting: {}, error: { message: string } } }
  Open: { tag: status, open: true, union: { waiting: {}, running: { message: string } } }
  Adjacent: { tag: status, content: message, union: { waiting: {}, running: string } }
  Either: { union: [string, Doc] }
  Id: { brand: string(1..=9) }
  Again: Report
  Money: { external: { rust: \"crate::Money\", json: Report } }
  Failure: { code: string, message: string, \"path?\": string }
  Wide: { code: string }
  Narrow: { code: u16 }
  Deep: { \"a?\": { \"b?\": Deep } }
";

/// Whether an event with this ack and error can be answered in a style.
fn told_apart(style: &str, ack: &str, error: &str) -> bool {
    let error = if error.is_empty() { String::new() } else { format!(", error: {error}") };
    let text = format!(
        "sockgen: 1\nacks: {{ own: {{ {style} }} }}\ntypes:{TYPES}clientToServer:\n  x: {{ ack: {ack}{error}, ackStyle: own }}\n"
    );
    let loaded = load_text(&text, "x.sockgen.yaml");
    let codes: Vec<_> = loaded.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert!(codes.is_empty() || codes == ["SG0407"], "{}", short(&loaded.sources, &loaded.diagnostics));
    codes.is_empty()
}

fn check(style: &str, error: &str, apart: &[&str], alike: &[&str]) {
    let wrong = |acks: &[&str], expected: bool| -> Vec<String> {
        let wrong = acks.iter().filter(|ack| told_apart(style, ack, error) != expected);
        wrong.map(|ack| (*ack).to_owned()).collect()
    };
    let none = Vec::<String>::new();
    assert_eq!((wrong(apart, true), wrong(alike, false)), (none.clone(), none), "{style} {error}");
}

#[test]
fn a_bare_answer_is_told_from_an_object_by_its_type() {
    let style = "ok: $data, error: { status: error, message: $error }";
    let apart =
        ["none", "u8", "string", "list<json>", "bytes", "Doc", "Done", "Job", "Either", "Id", "Doc | null"];
    let alike = ["json", "Report", "Quiet", "map<string>", "Bad", "Open", "Again", "Money", "Report | null"];
    // What is running has a message, but another status.
    check(style, "string", &apart, &alike);
    check(style, "string", &["map<u8>", "Adjacent"], &[]);
    check(style, "u8", &["map<string>"], &["json"]);
}

#[test]
fn bare_answers_and_errors_are_told_apart_by_kind() {
    let style = "ok: $data, error: $error";
    check(
        style,
        "string",
        &["u8", "bool", "Doc", "none", "Level", "bytes"],
        &["Done", "uuid", "Id", "u64", "Free"],
    );
    check(style, "Done", &["Level", "u8"], &["Done", "string", "Free"]);
    check(style, "Deep", &["Doc"], &["Deep", "Quiet"]);
    check(style, "Doc", &["string", "Wide", "Report", "Deep"], &["Either", "map<string>"]);
}

#[test]
fn keys_and_constants_tell_answers_apart() {
    check("ok: { data: $data }, error: { error: $error }", "json", &["json", "none"], &[]);
    check("ok: { ok: true, x: $data }, error: { ok: false, x: $error }", "json", &["json", "none"], &[]);
    check("ok: { ok: 1, x: $data }, error: { ok: \"1\", x: $error }", "json", &["json"], &[]);
    check("ok: { x: { ok: 1, y: $data } }, error: { x: { ok: 2, y: $error } }", "json", &["json"], &[]);
    check("ok: { x: $data }, error: { x: $error }", "string", &["u8"], &["json", "string"]);
    // What is spread is known by its fields.
    check(
        "ok: { ...: $data }, error: { error: $error }",
        "string",
        &["Doc", "Report", "none"],
        &["json", "Job"],
    );
    check("ok: { ...: $data }, error: { status: $error }", "string", &["Doc", "none", "Deep"], &["Quiet"]);
}

#[test]
fn a_fault_is_told_from_an_error_or_is_one() {
    let whole = "ok: { data: $data }, error: { error: $error }, fault: { error: $fault }";
    let apart = |error: &str| told_apart(whole, "Doc", error);
    for error in ["string", "u8", "Failure", "Wide", "Doc", "Narrow", "json", "map<string>", "Done"] {
        assert!(apart(error), "{error}");
    }
    let parts = "ok: { data: $data }, error: { error: $error }, fault: { error: $message }";
    let apart = |error: &str| told_apart(parts, "Doc", error);
    for error in ["string", "Doc", "u8", "json", "Free", "Either"] {
        assert!(apart(error), "{error}");
    }
    // What both have one form for is a lint's to judge; otherwise every fault must be a value of the error.
    let inside = "ok: { data: $data }, error: { error: $error }, fault: { error: { status: $message } }";
    let apart = |error: &str| told_apart(inside, "Doc", error);
    for error in
        ["string", "Doc", "Report", "json", "map<string>", "Open", "{ status: string }", "{ status: u8 }"]
    {
        assert!(apart(error), "{error}");
    }
    for error in ["{ status: string(..=80) }", "{ status: uuid }", "Job", "{ status: Done, \"at?\": u8 }"] {
        assert!(!apart(error), "{error}");
    }
    // Without an error an event has nothing to be told from but its own answers.
    check(parts, "", &["Doc", "json"], &[]);
    check("ok: $data, fault: { code: $code }", "", &["u8", "Doc"], &["json", "Wide"]);
}
