//! Thousands of broken files: reading never panics, findings have places, and what comes with no errors is in order.
//!
//! The files are the same in every run. `SOCKGEN_FUZZ=1000000 cargo test --release --test hostile` tries more of them.

mod support;

use sockgen_schema::diagnostic::{self, Style};
use sockgen_schema::source::Span;
use sockgen_schema::{Loaded, Loader, load};
use std::io;
use std::path::Path;
use support::{TYPES, inputs, invariants};

/// Files that are in order, in which most mistakes are made.
const SOUND: &[&str] = &[
    include_str!("../../examples/call/call.sockgen.yaml"),
    include_str!("several/app.sockgen.yaml"),
    include_str!("several/git.sockgen.yaml"),
    TYPES,
];

/// What other files are, mostly.
const OTHER: &str = r#"{
  "sockgen": 1,
  "types": { "User": { "id": "uuid" }, "Commit": { "sha": "string" } },
  "clientToServer": { "push": { "data": "Commit", "ack": "none" } }
}"#;

/// Pieces that are put where they do not belong.
#[rustfmt::skip]
const SNIPPETS: &[&str] = &[
    "\t", "\r", "\r\n", "\n", "\n\n", "\0", "\u{7f}", "\u{feff}", "\u{202e}", "\u{2028}", "ä", "😀", "e\u{301}",
    "{", "}", "[", "]", "{}", "[]", ", ", ": ", ":", "?", "- ", "-", "# ", "## ", "## doc\n", "&a ", "*a",
    "!t ", "!!str ", "<<: *a", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "|\n", ">-\n", "'", "\"", "\\",
    "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\x41\"", "''", "\"\"", "~", "null", "true", "false", "yes", "0",
    "-1", "1e999", "0.5", "9999999999999999999999", "string", "string(1..=64)", "(1..=2)", "(..)", "(1..)",
    "(..=0)", "list<", "list<string>", "map<u8>", ">", "| null", "null | u8", "enum(a | b)", "enum(", "User",
    "User[]", "Message", "RoomId", "Failure", "{ a: User }", "{ type: list }",
    "{ type: string, min: 1, max: 0 }", "{ enum: [] }", "{ enum: [a, a] }", "{ fields: }",
    "{ fields: { a?: Message } }", "{ type: RoomId }", "{ doc: a, b }", "doc: x", "name: x", "method: on",
    "to: session", "to: []", "volatile: maybe", "maxBytes: 0", "ack: none", "error: Failure", "data: ",
    "__proto__", "constructor", "disconnect", "*", "session", "room", "type: X\n", "sockgen: 2\n",
    "sockgen: 1\n", "types:\n", "rooms:\n", "clientToServer:\n", "serverToClient:\n", "\"{a: u8}\"",
    "\"x:{a}\"", "\"x:{\"", "\"x:{a: RoomId}:{b: uuid}\"", "  ", "    ", "\n  ", "\n    ", "x: x\n",
    "\n  a: u8\n", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "{ union: [string, f64] }", "{ union: [A, User] }", "{ tag: kind, union: { a: User, b: {} } }",
    "tag: kind\n", "content: data\n", "open: true", "{ brand: uuid }", "brand: ", "[f64, f64]", "\"[User, u8]\"",
    "{ external: { rust: \"crate::A\", json: string } }", "{ enum: [1, 2] }", "enum(1 | -2)", "include: [User]",
    "default: 1", "default: {}", "default: ~", "deprecated: true", "pattern: \"^[a-z]+$\"", "pattern: '\\d'", "min: 1",
    "x-note: 1", "bytes", "bytes(..=9)", "raw", "lint: { allow: [SG0305] }", "union: ",
    "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ", "list<list<list<list<list<list<list<list<list<list<",
    "[][][][][][][][][][][][][][][][][][][][]", "args: [{ a: u8 }, { b: User }]", "args: [{ \"a?\": u8 }]", "raw",
    "data: raw", "ack: raw", "include: [./git.sockgen.yaml]", "import: { common: ./x.sockgen.yaml }", "include: []",
    "import: { git: ./x.sockgen.json }", "common.User", "git.Commit", "git.", ".", "namespaces:\n", "/admin: {}",
    "/admin", "\"/game/{id: DocId}\": { clientToServer: { a: { data: { b: u8 } } } }", "/", "acks:\n", "$data", "$error",
    "$fault", "$code", "...: $data", "{ ok: $data }", "ok: $data", "error: { error: $error }", "ackStyle: legacy",
    "ackTimeout: 5s", "rate: 5/s", "1h", "deprecated: true", "x-a: [1, { b: c }]", "lint: { allow: [SG0101] }",
    "strict: true", "ordered: true", "defaults: { rate: 5/s }", "auth: json", "../x.sockgen.yaml", "./app.sockgen.yaml",
];

/// A generator of numbers (xorshift64*), so that a run can be repeated.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() >> 11) as usize % end }
    }

    /// A range of bytes, mostly a short one.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let longest = if self.below(8) == 0 { length } else { 40 };
        let start = self.below(length + 1);
        start..(start + self.below(longest + 1)).min(length)
    }
}

/// A file that is in memory, and what every other file is.
struct Bytes {
    name: &'static str,
    first: Vec<u8>,
    others: Vec<u8>,
}

impl Loader for Bytes {
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let bytes = if path == Path::new(self.name) { &self.first } else { &self.others };
        Ok(bytes[..bytes.len().min(limit + 1)].to_vec())
    }
}

fn mutated(numbers: &mut Numbers, texts: &[String]) -> Vec<u8> {
    // Half of all begin with what is in order.
    let first = match numbers.below(2) {
        0 => SOUND[numbers.below(SOUND.len())],
        _ => &texts[numbers.below(texts.len())],
    };
    let mut bytes = first.as_bytes().to_vec();
    let mistakes = if numbers.below(2) == 0 { 1 } else { 1 + numbers.below(4) };
    for _ in 0..mistakes {
        let range = numbers.range(bytes.len());
        match numbers.below(16) {
            0 | 1 => drop(bytes.drain(range)),
            2 | 3 => {
                let copy = bytes[range].to_vec();
                let at = numbers.below(bytes.len() + 1);
                bytes.splice(at..at, copy);
            }
            4 => {
                let other = texts[numbers.below(texts.len())].as_bytes();
                let part = other[numbers.range(other.len())].to_vec();
                bytes.splice(range, part);
            }
            5 => {
                // Whole lines change places more often than parts of them.
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                let (from, to) = (numbers.below(lines.len()), numbers.below(lines.len()));
                if let Some(line) = (!lines.is_empty()).then(|| lines.remove(from)) {
                    lines.insert(to.min(lines.len()), line);
                }
                bytes = lines.concat().into_bytes();
            }
            6 => {
                if let Some(byte) = bytes.get_mut(range.start) {
                    *byte = numbers.next() as u8;
                }
            }
            7 => {
                let random: Vec<u8> = (0..numbers.below(20)).map(|_| numbers.next() as u8).collect();
                bytes.splice(range, random);
            }
            8..=11 => bytes = other_word(numbers, &bytes),
            _ => {
                let snippet = SNIPPETS[numbers.below(SNIPPETS.len())];
                let at = if numbers.below(2) == 0 { range.start..range.start } else { range };
                bytes.splice(at, snippet.bytes());
            }
        }
    }
    bytes
}

/// A text in which one word stands in another's place: the grammar is mostly left as it was.
fn other_word(numbers: &mut Numbers, bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '?' | '-');
    let words: Vec<(usize, &str)> = text
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    if words.is_empty() {
        return text.into_bytes();
    }
    let (at, old) = words[numbers.below(words.len())];
    let (_, new) = words[numbers.below(words.len())];
    format!("{}{new}{}", &text[..at], &text[at + old.len()..]).into_bytes()
}

fn check(loaded: &Loaded) {
    let place = |span: Span| {
        let text = loaded.sources.get(span.file).text();
        assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
    };
    for found in &loaded.diagnostics {
        place(found.span);
        found.related.iter().for_each(|(span, _)| place(*span));
        assert!(!found.message.is_empty() && !found.message.contains('\n'), "{:?}", found.message);
        let code = found.code.as_str();
        assert!(diagnostic::render(&loaded.sources, found, Style::Coloured).contains(code));
    }
    let findings = diagnostic::to_json([(&loaded.sources, &loaded.diagnostics)]);
    let findings: serde_json::Value = serde_json::from_str(&findings).unwrap();
    assert_eq!(findings.as_array().map(Vec::len), Some(loaded.diagnostics.len()));
    let short = diagnostic::short(&loaded.sources, &loaded.diagnostics);
    assert_eq!(short.lines().count(), loaded.diagnostics.len());
    diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain);
    let mut again = loaded.diagnostics.clone();
    again.sort();
    assert_eq!(again.len(), loaded.diagnostics.len(), "something was found twice");
    if let Some(model) = &loaded.model {
        model.wire_hash();
        if !loaded.has_errors() {
            invariants::check(model);
        }
    }
}

#[test]
fn whatever_is_in_a_file_it_is_read() {
    let runs = std::env::var("SOCKGEN_FUZZ").map_or(4000, |runs| runs.parse().unwrap());
    let seed = std::env::var("SOCKGEN_SEED").map_or(1, |seed| seed.parse().unwrap());
    let texts: Vec<String> =
        inputs().iter().map(|input| std::fs::read_to_string(&input.path).unwrap()).collect();
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ seed);
    let (mut sound, mut broken) = (0, 0);
    for run in 0..runs {
        let bytes = mutated(&mut numbers, &texts);
        let name = if run % 16 == 0 { "x.sockgen.json" } else { "x.sockgen.yaml" };
        let others = match numbers.below(4) {
            0 => mutated(&mut numbers, &texts),
            _ => OTHER.as_bytes().to_vec(),
        };
        let try_it = || {
            let files = Bytes { name, first: bytes.clone(), others: others.clone() };
            let loaded = load(Path::new(name), name, &files);
            check(&loaded);
            loaded.has_errors()
        };
        match std::panic::catch_unwind(try_it) {
            Ok(true) => broken += 1,
            Ok(false) => sound += 1,
            Err(_) => panic!("run {run}, {name}:\n{}", String::from_utf8_lossy(&bytes)),
        }
    }
    // Most mutations break something, but the test is worth little where nothing goes through.
    assert!(sound > runs / 25 && broken > runs / 4, "{sound} sound, {broken} broken");
}
