//! What `sockgen fmt` makes of files, and what it leaves alone. That prettier has nothing to add is tested with
//! prettier, in `tests/editor`.

#[path = "support/schemas.rs"]
mod schemas;
#[path = "support/ugly.rs"]
mod ugly;
#[path = "support/yaml.rs"]
mod yaml;

use sockgen_codegen::fmt::{Refused, format};
use sockgen_schema::diagnostic::{Code, Severity};
use sockgen_schema::{Loaded, load_text};

#[track_caller]
fn check(text: &str, wanted: &str) {
    let formatted = format(text).unwrap();
    assert_eq!(formatted, wanted);
    assert_eq!(format(wanted).unwrap(), wanted, "a second time");
}

#[track_caller]
fn stays(text: &str) {
    check(text, text);
}

/// The codes of what was found, without those that a layout decides.
fn codes(loaded: &Loaded) -> Vec<Code> {
    let mut codes: Vec<Code> = loaded
        .diagnostics
        .iter()
        .map(|finding| finding.code)
        .filter(|code| {
            !matches!(code, Code::FlowOptional | Code::FlowComma | Code::UnknownKey | Code::WrongKind)
        })
        .collect();
    codes.sort();
    codes
}

/// The model without its places.
fn meaning(loaded: &Loaded) -> serde_json::Value {
    serde_json::to_value(&loaded.model).unwrap()
}

#[test]
fn every_schema_means_what_it_meant() {
    let mut formatted_files = 0;
    for input in schemas::all() {
        let before = load_text(&input.text, "x");
        let formatted = match format(&input.text) {
            Ok(formatted) => formatted,
            Err(reason) => {
                assert_eq!(reason, Refused::NotReadable, "{}", input.name);
                let reasons =
                    [Code::Syntax, Code::YamlFeature, Code::TooDeep, Code::TooLarge, Code::DuplicateKey];
                let has_reason = before.diagnostics.iter().any(|finding| reasons.contains(&finding.code));
                assert!(has_reason, "{} was refused", input.name);
                continue;
            }
        };
        formatted_files += 1;
        let after = load_text(&formatted, "x");
        assert_eq!(codes(&before), codes(&after), "{}:\n{formatted}", input.name);
        if !before.has_errors() {
            assert_eq!(meaning(&before), meaning(&after), "{}:\n{formatted}", input.name);
        }
        assert_eq!(format(&formatted).as_ref(), Ok(&formatted), "{}", input.name);
    }
    assert!(formatted_files > 150, "only {formatted_files} files");
}

#[test]
fn any_layout_becomes_one_and_says_the_same() {
    let mut good = 0;
    for input in schemas::all() {
        let loaded = load_text(&input.text, "x");
        if loaded.diagnostics.iter().any(|finding| finding.severity == Severity::Error) {
            continue;
        }
        let value = yaml::to_json(&input.text);
        for round in 0..12 {
            let ugly = ugly::written(&value, &input.name, round, &["#", "# ", "## ", "### "]);
            let shown = || format!("{}, round {round}:\n{}", input.name, ugly.text);
            let formatted = format(&ugly.text).unwrap_or_else(|error| panic!("{error}: {}", shown()));
            let (before, after) = (load_text(&ugly.text, "x"), load_text(&formatted, "x"));
            assert_eq!(codes(&before), codes(&after), "{}\n{formatted}", shown());
            // Quotes were set at random, and in a few places they make a difference.
            if !before.has_errors() {
                assert_eq!(meaning(&before), meaning(&after), "{}\n{formatted}", shown());
                good += 1;
            }
            assert_eq!(format(&formatted).as_ref(), Ok(&formatted), "{}", shown());
            let found: Vec<&str> =
                formatted.split('#').filter_map(|part| part.trim_start().strip_prefix('c')).collect();
            for comment in 0..ugly.comments {
                let number = comment.to_string();
                let count = found.iter().filter(|text| text.split('\n').next() == Some(&number)).count();
                assert_eq!(count, 1, "comment {comment} of {}\n{formatted}", shown());
            }
        }
    }
    assert!(good > 300, "only {good} layouts");
}

#[test]
fn keys_have_one_order_and_names_keep_theirs() {
    check(
        "clientToServer:\n  b:\n    ack: none\n    data: { z: u8, a: u8 }\n  a: {}\nname: X\nx-b: 1\nsockgen: 1\nx-a: 2\n",
        "sockgen: 1\nname: X\nclientToServer:\n  b:\n    data: { z: u8, a: u8 }\n    ack: none\n  a: {}\nx-b: 1\nx-a: 2\n",
    );
    check(
        "types:\n  A: { doc: Words, max: 5, type: string, x-y: 1, min: 1 }\n  B:\n    fields: { type: string, id: u8 }\n    doc: Words\n",
        "types:\n  A: { type: string, min: 1, max: 5, doc: Words, x-y: 1 }\n  B:\n    doc: Words\n    fields: { type: string, id: u8 }\n",
    );
    // With a stranger among them these are fields.
    stays("types:\n  A: { max: u8, type: string, other: u8 }\n");
    // An unknown key stays behind the one it stood behind.
    check(
        "clientToServer:\n  a:\n    ack: none\n    akc: none\n    data: u8\n",
        "clientToServer:\n  a:\n    data: u8\n    ack: none\n    akc: none\n",
    );
    check(
        "namespaces:\n  /a:\n    rooms: {}\n    auth: json\n",
        "namespaces:\n  /a:\n    auth: json\n    rooms: {}\n",
    );
}

#[test]
fn comments_stay_with_what_they_are_about() {
    stays(
        "# For tools.\n\nsockgen: 1 # the first\n\n# A section.\ntypes:\n  ## A name.\n  ## Two lines.\n  A: string\n  # at the end of types\n# at the end\n",
    );
    check(
        "types:\n  A: string\n## Words.\nname: X # tail\nsockgen: 1\n",
        "sockgen: 1\n## Words.\nname: X # tail\ntypes:\n  A: string\n",
    );
    check(
        "# yaml-language-server: $schema=./sockgen.schema.json\nname: X\nsockgen: 1\n",
        "# yaml-language-server: $schema=./sockgen.schema.json\nsockgen: 1\nname: X\n",
    );
    check("a: { b: u8, # one\n  # two\n  c: u8 } # three\n", "a: # three\n  b: u8 # one\n  # two\n  c: u8\n");
    check("a: # one\n    b: u8\n\n\n    # two\n", "a: # one\n  b: u8\n\n  # two\n");
    // What documents nothing does not begin to.
    check("a: 1\n---\n".split("---").next().unwrap(), "a: 1\n");
    check("## Not above anything.\n---\na: 1\n", "## Not above anything.\n\na: 1\n");
    check("a:\n  ## no doc\n  { b: u8 }\nc: 1\n", "## no doc\n\na: { b: u8 }\nc: 1\n");
}

#[test]
fn brackets_stay_where_they_fit() {
    check("a: {b: u8,c: [x,y]}\n", "a: { b: u8, c: [x, y] }\n");
    check("a: { \"b?\": u8, c: u8 }\n", "a:\n  b?: u8\n  c: u8\n");
    let long = "a: { bbbbbbbbbbbbbbbbbbbbbbbbb: cccccccccccccccccccccc, ddddddddddd: eeeeeeeee }";
    assert_eq!(long.len(), 80);
    stays(&format!("{long} # behind it\n"));
    check(
        &format!("a{long}\n"),
        "aa:\n  bbbbbbbbbbbbbbbbbbbbbbbbb: cccccccccccccccccccccc\n  ddddddddddd: eeeeeeeee\n",
    );
    check("a: [{ b?: u8 }, c]\n", "a:\n  - b?: u8\n  - c\n");
    check("{ sockgen: 1, a: { } }\n", "sockgen: 1\na: {}\n");
}

#[test]
fn text_is_written_as_prettier_writes_it() {
    check(
        "a: 'b'\nc: 'it''s'\nd: \"say \\\"x\\\"\"\ne: 'a\\b'\n",
        "a: \"b\"\nc: \"it's\"\nd: 'say \"x\"'\ne: 'a\\b'\n",
    );
    stays("a: |\n  one\n    two\n\n  three\nb: >-\n  one\n\n  two\nc: plain text\n  on two lines\n");
    check("a: |\n      one\n        two\n", "a: |\n  one\n    two\n");
    // What is seen only in quotes is put there.
    check("a: |+\n  one\n\nb: 1\n", "a: \"one\\n\\n\"\n\nb: 1\n");
    check("\u{feff}a: 1\r\nb: 2\r\n\r\n\r\n\r\nc: 3", "a: 1\nb: 2\n\nc: 3\n");
}

#[test]
fn what_says_nothing_stays() {
    stays("");
    stays("# nothing yet\n");
    check("\n\n", "");
}

#[test]
fn what_cannot_be_read_is_refused() {
    for text in [
        "a: [",
        "a: &b 1",
        "a: *b",
        "a: !c 1",
        "a: 1\n---\nb: 2\n",
        "? [a]\n: b\n",
        "a: 1\na: 2\n",
        "<<: {}\n",
    ] {
        assert_eq!(format(text), Err(Refused::NotReadable), "{text}");
    }
}
