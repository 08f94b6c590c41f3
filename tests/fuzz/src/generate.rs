//! Schemas made from a fuzzer's bytes. They are written as JSON, which is YAML too: so the carrier is sound, and what is
//! tried is everything behind it.

use std::fmt::Write as _;

/// Bytes as choices. When they run out, the first choice is taken, which ends what has no end.
struct Choices<'d> {
    data: &'d [u8],
}

impl<'d> Choices<'d> {
    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.data.split_first() else { return 0 };
        self.data = rest;
        *first as usize
    }

    fn below(&mut self, end: usize) -> usize {
        self.byte() % end.max(1)
    }

    fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 1
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// Any text: some bytes as they are.
    fn raw(&mut self) -> String {
        let length = self.below(12).min(self.data.len());
        let (text, rest) = self.data.split_at(length);
        self.data = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}

/// A string in JSON.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if (c as u32) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

const KEYS: &[&str] = &[
    "sockgen", "name", "version", "doc", "auth", "connectError", "types", "clientToServer", "serverToClient", "rooms",
    "namespaces", "import", "include", "defaults", "acks", "lint", "data", "args", "ack", "error", "to", "volatile",
    "method", "maxBytes", "rate", "inFlight", "ordered", "ackTimeout", "ackStyle", "strict", "deprecated", "example", "type",
    "fields", "enum", "open", "union", "tag", "content", "brand", "external", "of", "default", "min", "max", "pattern",
    "join", "leave", "ok", "fault", "allow", "since", "use", "rust", "ts", "from", "json", "x-audit", "session", "doc:open",
    "a", "b?", "A", "B", "User", "/admin", "/game/{id: A}", "...", "", "__proto__", "constructor", "type?", "join:room",
];
const VALUES: &[&str] = &[
    "1", "true", "false", "null", "0", "-1", "1e999", "0.5", "\"\"", "\"string\"", "\"A\"", "\"B[]\"", "\"A | null\"",
    "\"u8(1..=3)\"", "\"string(..=64)\"", "\"list<A>\"", "\"map<B>\"", "\"enum(a | b)\"", "\"[A, B]\"", "\"bytes(..=9)\"",
    "\"raw\"", "\"none\"", "\"json\"", "\"u64\"", "\"datetime\"", "\"uuid\"", "\"f64(0..=1)\"", "\"$data\"", "\"$error\"",
    "\"$fault\"", "\"$code\"", "\"session:{room: A}\"", "\"session\"", "\"20/s\"", "\"10s\"", "\"1.0.0\"",
    "\"^[a-z]+$\"", "\"common.A\"", "\"./common.sockgen.yaml\"", "[]", "{}", "[\"a\", \"b\"]", "[1, 2]", "18446744073709551615",
];

/// A file that is JSON, begins as a schema does, and may be anything from there on.
pub fn odd(data: &[u8]) -> String {
    let mut choices = Choices { data };
    let mut out = String::from("{\"sockgen\": 1");
    for _ in 0..choices.below(9) {
        out.push_str(", ");
        let key = key(&mut choices);
        out.push_str(&quoted(&key));
        out.push_str(": ");
        value(&mut choices, 0, &mut out);
    }
    out.push('}');
    out
}

fn key(choices: &mut Choices<'_>) -> String {
    if choices.chance(16) { choices.raw() } else { choices.pick(KEYS).to_owned() }
}

fn value(choices: &mut Choices<'_>, depth: usize, out: &mut String) {
    match choices.below(8) {
        kind @ 1..=4 if depth < 7 => {
            let (open, close) = if kind == 4 { ('[', ']') } else { ('{', '}') };
            out.push(open);
            for at in 0..choices.below(6) {
                if at > 0 {
                    out.push_str(", ");
                }
                if kind != 4 {
                    let key = key(choices);
                    out.push_str(&quoted(&key));
                    out.push_str(": ");
                }
                value(choices, depth + 1, out);
            }
            out.push(close);
        }
        5 => {
            let text = choices.raw();
            out.push_str(&quoted(&text));
        }
        _ => out.push_str(choices.pick(VALUES)),
    }
}

/// Text for people that would do harm if it ever became code. Each has the word that the judges look for.
const HOSTILE: &[&str] = &[
    "plain", "*/ EVIL /*", "\n*/\nEVIL();\n/**", "\r\nEVIL", "\u{2028}EVIL", "\u{2029}EVIL", "`${EVIL}`", "\"; EVIL; \"",
    "'; EVIL; '", "\\", "\\\"; EVIL", "\"#; fn evil() {} r#\"", "*\\/ EVIL", "/* EVIL", "// EVIL", "@EVIL", "{@link EVIL}",
    "```\nfn evil() {}\n```", "    fn evil() {}", "]] EVIL", "</script>EVIL", "{{EVIL}}", "{{{EVIL}}}", "#[evil]", "${EVIL}",
    "a\tb", "😀", "é", "\u{301}", "<!-- EVIL -->", "%EVIL%", "\\u000a EVIL",
];

/// Names that are most likely to be mistaken.
const NAMES: &[&str] = &[
    "a", "type", "self", "fn", "class", "await", "default", "value", "payload", "ack", "data", "id", "Some", "string",
    "x1", "HTTPRequest", "snake_case", "kebab-case", "dotted.name", "with space", "enum", "union", "crate", "record", "arguments",
];

/// A schema that is mostly without errors, with hostile text wherever text may stand.
pub fn sound(data: &[u8]) -> String {
    let mut choices = Choices { data };
    let c = &mut choices;
    let types = 1 + c.below(6);
    let mut out = format!("{{\"sockgen\": 1, \"name\": {}", quoted(c.pick(HOSTILE)));
    if c.chance(2) {
        let _ = write!(out, ", \"doc\": {}", quoted(c.pick(HOSTILE)));
    }
    out.push_str(", \"types\": {");
    for at in 0..types {
        if at > 0 {
            out.push_str(", ");
        }
        let _ = write!(out, "\"T{at}\": ");
        // Only what is declared before is named, but for what may lead back.
        declared(c, at, &mut out);
    }
    out.push('}');
    if c.chance(2) {
        out.push_str(", \"auth\": ");
        fields(c, types, 0, &mut out);
    }
    section(c, types, "", &mut out);
    if c.chance(3) {
        out.push_str(", \"namespaces\": {\"/admin\": {\"x-a\": 1");
        section(c, types, "n", &mut out);
        out.push_str("}}");
    }
    out.push('}');
    out
}

fn section(c: &mut Choices<'_>, types: usize, prefix: &str, out: &mut String) {
    for (at, direction) in ["clientToServer", "serverToClient"].iter().enumerate() {
        let _ = write!(out, ", \"{direction}\": {{");
        for event in 0..c.below(4) {
            if event > 0 {
                out.push_str(", ");
            }
            let name = c.pick(NAMES);
            let _ = write!(out, "{}: {{\"doc\": {}", quoted(&format!("{prefix}e{at}{event}:{name}")), quoted(c.pick(HOSTILE)));
            match c.below(5) {
                0 => {}
                1 => out.push_str(", \"data\": \"raw\""),
                2 => {
                    out.push_str(", \"args\": [");
                    for arg in 0..1 + c.below(3) {
                        let comma = if arg > 0 { ", " } else { "" };
                        let _ = write!(out, "{comma}{{\"p{arg}\": ");
                        ty(c, types, 0, out);
                        out.push('}');
                    }
                    out.push(']');
                }
                3 => {
                    out.push_str(", \"data\": ");
                    fields(c, types, 0, out);
                }
                _ => {
                    out.push_str(", \"data\": ");
                    ty(c, types, 0, out);
                }
            }
            match c.below(4) {
                0 => {}
                1 => out.push_str(", \"ack\": \"none\""),
                2 => {
                    out.push_str(", \"ack\": ");
                    fields(c, types, 0, out);
                }
                _ => {
                    out.push_str(", \"ack\": ");
                    ty(c, types, 0, out);
                    out.push_str(", \"error\": ");
                    ty(c, types, 0, out);
                }
            }
            if c.chance(3) {
                let _ = write!(out, ", \"deprecated\": {}", quoted(c.pick(HOSTILE)));
            }
            if c.chance(4) {
                out.push_str(", \"volatile\": true");
            }
            out.push('}');
        }
        out.push('}');
    }
}

fn declared(c: &mut Choices<'_>, known: usize, out: &mut String) {
    let doc = quoted(c.pick(HOSTILE));
    match c.below(10) {
        0 | 1 => {
            let _ = write!(out, "{{\"doc\": {doc}, \"fields\": ");
            fields(c, known, 0, out);
            out.push('}');
        }
        2 => {
            let _ = write!(out, "{{\"doc\": {doc}, \"enum\": [\"v\"");
            for at in 0..c.below(4) {
                let name = c.pick(HOSTILE);
                let _ = write!(out, ", {}", quoted(&format!("w{at} {name}")));
            }
            let _ = write!(out, "], \"open\": {}}}", c.chance(2));
        }
        3 => {
            let _ = write!(out, "{{\"doc\": {doc}, \"enum\": [1, -2, {}]}}", 3 + c.byte());
        }
        4 => {
            let _ = write!(out, "{{\"doc\": {doc}, \"brand\": \"string(1..=9)\", \"example\": {}}}", quoted(c.pick(HOSTILE)));
        }
        5 => {
            let tag = c.pick(HOSTILE);
            let _ = write!(out, "{{\"tag\": {}, \"open\": {}, \"union\": {{", quoted(tag), c.chance(2));
            for at in 0..1 + c.below(4) {
                let comma = if at > 0 { ", " } else { "" };
                let _ = write!(out, "{comma}{}: ", quoted(&format!("m{at} {}", c.pick(HOSTILE))));
                fields(c, known, 0, out);
            }
            out.push_str("}}");
        }
        6 => {
            let _ = write!(out, "{{\"tag\": \"t\", \"content\": {}, \"union\": {{\"x\": {{}}, \"y\": ", quoted(c.pick(HOSTILE)));
            ty(c, known, 0, out);
            out.push_str("}}");
        }
        7 => out.push_str("{\"union\": [\"string\", \"f64\", \"bool\"]}"),
        8 => {
            let _ = write!(
                out,
                "{{\"external\": {{\"rust\": \"crate::Money\", \"ts\": {{\"name\": \"Money\", \"from\": {}}}, \"json\": \"string\"}}}}",
                quoted(c.pick(HOSTILE))
            );
        }
        _ => ty(c, known, 0, out),
    }
}

fn fields(c: &mut Choices<'_>, known: usize, depth: usize, out: &mut String) {
    out.push('{');
    for at in 0..c.below(5) {
        if at > 0 {
            out.push_str(", ");
        }
        let name = if c.chance(3) { c.pick(HOSTILE) } else { c.pick(NAMES) };
        let mark = if c.chance(3) { "?" } else { "" };
        let _ = write!(out, "{}: ", quoted(&format!("f{at} {name}{mark}")));
        ty(c, known, depth + 1, out);
    }
    out.push('}');
}

fn ty(c: &mut Choices<'_>, known: usize, depth: usize, out: &mut String) {
    const PLAIN: &[&str] = &[
        "string", "bool", "u8", "u32", "int", "u64", "i64", "f32", "f64", "datetime", "date", "uuid", "json", "bytes",
        "string(1..=64)", "f64(0..=1)", "int(-5..=5)", "bytes(..=16)", "enum(a | b)", "string[]", "map<u8>", "[u8, string]",
        "list<bytes>(..=3)", "u8 | null", "map<bytes | null>",
    ];
    match c.below(8) {
        1 if depth < 4 => fields(c, known, depth, out),
        2 if depth < 4 => {
            out.push_str("{\"type\": \"list\", \"of\": ");
            ty(c, known, depth + 1, out);
            let _ = write!(out, ", \"max\": {}, \"doc\": {}}}", c.byte(), quoted(c.pick(HOSTILE)));
        }
        3 => {
            let _ = write!(
                out,
                "{{\"type\": \"string\", \"max\": 9, \"doc\": {}, \"example\": {}}}",
                quoted(c.pick(HOSTILE)),
                quoted(c.pick(HOSTILE))
            );
        }
        4 => out.push_str("{\"type\": \"string\", \"pattern\": \"^[a-z*/]+$\"}"),
        5..=6 if known > 0 => {
            let of = c.below(known);
            let wrap = c.below(4);
            let text = match wrap {
                0 => format!("T{of}"),
                1 => format!("T{of}[]"),
                2 => format!("map<T{of}>"),
                _ => format!("T{of} | null"),
            };
            out.push_str(&quoted(&text));
        }
        _ => out.push_str(&quoted(c.pick(PLAIN))),
    }
}
