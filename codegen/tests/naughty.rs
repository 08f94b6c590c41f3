//! Hostile text in every place where text can stand, through every emitter: it is refused with a finding, or it stays
//! text. What is emitted declares exactly what it would declare for harmless text.

#[path = "support/typescript.rs"]
mod typescript;

use sockgen_codegen::{rust, ts};
use sockgen_schema::model::Model;
use sockgen_schema::{Loaded, load_text};

/// A schema with a place for every kind of text. `@doc@` and its like are replaced one at a time; what is left of the
/// others is harmless.
const SCHEMA: &str = r#"{
  "sockgen": 1, "name": "@app name@", "version": "1.0.0", "doc": "@app doc@", "x-owner": "@x key@",
  "auth": { "token": { "type": "string", "doc": "@auth doc@" } },
  "connectError": { "fields": { "code": "string" }, "doc": "@connect error doc@" },
  "acks": { "legacy": { "ok": { "@ack key@": "@ack constant@", "data": "$data" }, "error": { "failed": "$error" }, "fault": { "failed2": "$fault" } } },
  "types": {
    "Id": { "brand": "string", "doc": "@brand doc@", "example": "@brand example@" },
    "Slug": { "type": "string", "pattern": "@pattern@" },
    "Kind": { "enum": { "fixed": "@value doc@", "@value@": "two" }, "doc": "@enum doc@" },
    "Open": { "enum": ["fixed", "@open value@"], "open": true },
    "Page": { "enum": [1, 2], "doc": "@number doc@" },
    "Money": { "external": { "ts": { "name": "Money", "from": "@module@" }, "json": "string" }, "doc": "@external doc@" },
    "Price": { "external": { "rust": "@rust path@", "ts": { "name": "@ts name@", "from": "m" }, "json": "string" } },
    "Op": { "tag": "@tag@", "open": true, "union": { "@member@": { "at": "u8" }, "b": {} }, "doc": "@union doc@" },
    "Status": { "tag": "t", "content": "@content@", "union": { "a": {}, "b": "string" } },
    "Doc": {
      "fields": {
        "@field@": { "type": "string", "doc": "@field doc@", "example": "@example@", "deprecated": "@deprecated@" },
        "def": { "type": "string", "default": "@default@" },
        "kind": "Kind", "open": "Open", "id": "Id", "op": "Op", "status": "Status", "money": "Money"
      },
      "doc": "@type doc@"
    }
  },
  "clientToServer": {
    "@event@": { "doc": "@event doc@", "name": "an_event", "data": "Doc", "ack": "Doc", "error": "Kind", "ackStyle": "legacy" },
    "args": { "args": [{ "@argument@": "string" }], "deprecated": { "since": "1.0.0", "use": "@use@" } },
    "plain": { "data": { "a": "string" }, "example": { "a": "@event example@" } }
  },
  "serverToClient": {
    "@server event@": { "doc": "@server doc@", "name": "server_event", "data": "Doc", "ack": "none" },
    "kept": { "data": "string", "to": "session" }
  },
  "rooms": { "session": { "name": "@room text@:{id: string}", "doc": "@room doc@" } },
  "namespaces": { "/@path@": { "name": "other", "doc": "@namespace doc@", "clientToServer": { "move": { "doc": "@inner doc@" } } } }
}"#;

/// Text that breaks out of where it stands, if it can. Each has a word that must never be code.
#[rustfmt::skip]
const NAUGHTY: &[&str] = &[
    "*/ EVIL(); /*", "*/\nEVIL();\n/*", "\nEVIL();\n", "\rEVIL();", "\r\nEVIL();", "\u{2028}EVIL();", "\u{2029}EVIL();", "\u{85}EVIL();",
    "\u{b}EVIL", "\u{c}EVIL", "\"; EVIL(); \"", "'; EVIL(); '", "`; EVIL(); `", "${EVIL()}", "`${EVIL()}`", "\\\"; EVIL(); //",
    "\\", "\\\\", "\\u0022; EVIL", "\\x22EVIL", "\"#; fn evil() {} r#\"EVIL", "r#\"EVIL\"#", "{EVIL}", "{{EVIL}}", "{{{EVIL}}}",
    "{{#each EVIL}}", "#[EVIL]", "#![EVIL]", "#{EVIL}", "@EVIL", "@ts-nocheck EVIL", "@ts-ignore EVIL", "{@link EVIL}", "{@inheritDoc EVIL}",
    "```\nfn evil() { EVIL }\n```", "```rust\nEVIL!();\n```", "    let EVIL = 1;", "\tEVIL", "~~~\nEVIL\n~~~", "<!-- EVIL -->", "--> EVIL",
    "</script><script>EVIL</script>", "]]>EVIL", "<img src=x onerror=EVIL>", "[EVIL](javascript:EVIL)", "\u{202e}EVIL", "\u{2066}EVIL\u{2069}",
    "\u{feff}EVIL", "\u{0}EVIL", "\u{7f}EVIL", "\u{1b}[31mEVIL", "EVIL\u{301}", "É EVIL", "EVIL = 1; //", "EVIL: any", "EVIL /* */ EVIL",
    "// EVIL", "/* EVIL", "/** EVIL", "/// EVIL", "# EVIL", "## EVIL", "%EVIL%", "$EVIL", "EVIL;", "EVIL,", "EVIL>", "EVIL)", "EVIL]", "EVIL}",
    "import EVIL", "export EVIL", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "eslint-disable EVIL",
    "crate::EVIL", "::EVIL", "EVIL!{}", "a\u{200b}EVIL", "😀 EVIL", "-EVIL", "?EVIL", "EVIL?", "", " ", "   ", ".", "..", "/../EVIL", "%2e%2e", "\u{ad}EVIL",
];

/// Of one of so many all that there is is printed and read again, which takes most of the time.
const PRINTED: usize = 8;

/// The places in the schema, by the words between two `@`.
fn places() -> Vec<&'static str> {
    let places: Vec<_> = SCHEMA.split('@').skip(1).step_by(2).collect();
    assert!(places.len() > 40 && places.iter().all(|place| !place.contains('"')), "{places:?}");
    places
}

/// The schema with one text in one place, and something harmless in the others.
fn filled(place: &str, text: &str) -> String {
    let mut out = String::new();
    for (at, part) in SCHEMA.split('@').enumerate() {
        let text = match part {
            part if at % 2 == 0 => {
                out.push_str(part);
                continue;
            }
            part if part == place => text.to_owned(),
            "rust path" => "crate::money::Price".to_owned(),
            "ts name" => "Price".to_owned(),
            "pattern" => "^[a-z]+$".to_owned(),
            "brand example" | "example" | "default" => "harmless".to_owned(),
            part => format!("harmless_{}", part.replace(' ', "_")),
        };
        // As JSON has it, without the quotes.
        let quoted = serde_json::to_string(&text).unwrap();
        out.push_str(&quoted[1..quoted.len() - 1]);
    }
    out
}

fn read(place: &str, text: &str) -> Loaded {
    load_text(&filled(place, text), "naughty.sockgen.json")
}

/// The names and kinds of all items, those in modules too.
fn declared(items: &[syn::Item], out: &mut Vec<String>) {
    for item in items {
        match item {
            syn::Item::Mod(item) => {
                out.push(format!("mod {}", item.ident));
                declared(item.content.as_ref().map_or(&[], |(_, items)| items), out);
            }
            syn::Item::Fn(item) => out.push(format!("fn {}", item.sig.ident)),
            syn::Item::Struct(item) => out.push(format!("struct {}", item.ident)),
            syn::Item::Enum(item) => out.push(format!("enum {}", item.ident)),
            syn::Item::Trait(item) => out.push(format!("trait {} of {}", item.ident, item.items.len())),
            syn::Item::Type(item) => out.push(format!("type {}", item.ident)),
            syn::Item::Impl(item) => out.push(format!("impl of {}", item.items.len())),
            syn::Item::Macro(item) => out.push(format!("macro {:?}", item.mac.path.segments.len())),
            syn::Item::Use(_) => out.push("use".to_owned()),
            syn::Item::Const(item) => out.push(format!("const {}", item.ident)),
            syn::Item::Static(item) => out.push(format!("static {}", item.ident)),
            _ => panic!("an item of an unexpected kind"),
        }
    }
}

fn items(model: &Model, print: bool) -> Vec<String> {
    let tokens = rust::emit(model, &rust::Options::default());
    let file: syn::File = syn::parse2(tokens.clone()).expect("what is emitted parses");
    let mut found = Vec::new();
    declared(&file.items, &mut found);
    if !print {
        return found;
    }
    // What is printed for people says the same.
    let printed: syn::File = syn::parse_str(&rust::print(tokens, "naughty")).expect("what is printed parses");
    let mut again = Vec::new();
    declared(&printed.items, &mut again);
    assert_eq!(found, again);
    found
}

/// The code in the types file, or in every file there is.
fn code(model: &Model, everything: bool) -> String {
    let options = match everything {
        true => ts::Options::everything("naughty", "naughty"),
        false => ts::Options::types("naughty"),
    };
    let files = ts::files(model, &options).into_iter();
    let code: Vec<String> = files.map(|file| typescript::code(&without_pattern(&file.text))).collect();
    // Comments have as many lines as their text.
    code.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without the schema's one regular expression, which ends at the first `/` that is not escaped.
fn without_pattern(text: &str) -> String {
    let Some((before, rest)) = text.split_once(" = /* @__PURE__ */ string(0, Infinity, /") else {
        // A long one stands on a line of its own.
        let Some((before, rest)) = text.split_once("\n  Infinity,\n  /") else { return text.to_owned() };
        return format!("{before} = string(0, Infinity, {}", behind_pattern(rest).replacen(",\n", "", 1));
    };
    format!("{before} = string(0, Infinity, {}", behind_pattern(rest))
}

fn behind_pattern(text: &str) -> &str {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        assert_ne!(c, '\n', "a regular expression has no lines");
        if c == '/' && !escaped {
            return &text[at + 1..];
        }
        escaped = c == '\\' && !escaped;
    }
    panic!("a regular expression that does not end: {text}");
}

#[test]
fn harmless_text_is_no_mistake() {
    let loaded = read("", "");
    assert!(!loaded.has_errors(), "{:#?}", loaded.diagnostics);
}

#[test]
fn hostile_text_is_refused_or_stays_text() {
    let harmless = read("", "").model.expect("it has no errors");
    let items_then = items(&harmless, true);
    let code_then = [false, true].map(|everything| code(&harmless, everything));
    // Most of the time is the compiler's own parser's, so each core has a part of the places.
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let all = places();
    let tried: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let try_part = |places: Vec<&'static str>| {
            let (items_then, code_then) = (&items_then, &code_then);
            scope.spawn(move || tried(&places, items_then, code_then))
        };
        let parts = (0..cores).map(|part| all.iter().skip(part).step_by(cores).copied().collect());
        let running: Vec<_> = parts.map(try_part).collect();
        running.into_iter().map(|part| part.join().unwrap()).collect()
    });
    let emitted: usize = tried.iter().map(|(emitted, _)| emitted).sum();
    let refused: usize = tried.iter().map(|(_, refused)| refused).sum();
    // Both ends of the test are tested.
    assert!(emitted > 1000 && refused > 300, "{emitted} emitted, {refused} refused");
}

/// Puts every text in each of these places, and counts what was emitted and what was refused.
fn tried(places: &[&'static str], items_then: &[String], code_then: &[String; 2]) -> (usize, usize) {
    let (mut emitted, mut refused) = (0, 0);
    for &place in places {
        // What becomes a part of names changes names, and nothing else.
        let names = matches!(
            place,
            "value"
                | "open value"
                | "field"
                | "event"
                | "server event"
                | "member"
                | "argument"
                | "path"
                | "tag"
                | "content"
                | "room text"
                | "ts name"
                | "rust path"
                | "ack key"
                | "ack constant"
                | "module"
                | "pattern"
        );
        for (at, text) in NAUGHTY.iter().enumerate() {
            let loaded = read(place, text);
            if loaded.has_errors() {
                refused += 1;
                continue;
            }
            emitted += 1;
            let model = loaded.model.as_ref().expect("it has no errors");
            let everything = (at + place.len()) % PRINTED == 0;
            let (items_now, code_now) = (items(model, everything), code(model, everything));
            let what = format!("{text:?} as {place}");
            if names {
                assert_eq!(items_now.len(), items_then.len(), "{what}");
            } else {
                assert_eq!(items_now, items_then, "{what}");
                assert_eq!(code_now, code_then[usize::from(everything)], "{what}");
            }
            let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
            // Names in camel case are made from the letters of wire names, and stand where names stand.
            let words: Vec<_> = code_now.split(|c| !is_name(c)).collect();
            assert!(names || !words.contains(&"EVIL"), "{what}");
            assert!(!code_now.contains("EVIL("), "{what}: {code_now}");
        }
    }
    (emitted, refused)
}

#[cfg(feature = "cli")]
/// Swift without its comments and without what stands in string literals.
fn swift_code(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            if rest.starts_with("//") {
                break;
            }
            assert!(!rest.starts_with("/*") && !rest.starts_with("*/"), "{line}");
            rest = &rest[c.len_utf8()..];
            out.push(c);
            if c == '"' {
                let mut escaped = false;
                let end = rest.find(|c| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                });
                let end = end.unwrap_or_else(|| panic!("a string goes over the end of its line: {line}"));
                // Our own messages are the only ones with parts that are code.
                let is_ours = rest.starts_with("the union has no member \\(other)\"");
                assert!(is_ours || !rest[..end].replace("\\\\", "").contains("\\("), "{line}");
                rest = &rest[end..];
                out.push('"');
                rest = &rest[1..];
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(feature = "cli")]
#[test]
fn hostile_text_stays_text_in_swift() {
    let mut engine = sockgen_codegen::view::engine();
    let template = include_str!("../../examples/templates/swift/types.hbs");
    engine.register_template_string("swift", template).unwrap();
    let render = |place: &str, text: &str| {
        let loaded = read(place, text);
        if loaded.has_errors() {
            return None;
        }
        let view = sockgen_codegen::view::View::new(loaded.model.as_ref().unwrap(), "naughty.sockgen.json");
        let text = engine.render("swift", &view).unwrap();
        // Comments have as many lines as their text.
        let code = swift_code(&text);
        Some(code.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n"))
    };
    let harmless = render("", "").unwrap();
    let mut rendered = 0;
    for (number, place) in places().into_iter().enumerate() {
        // Every text stands in some places, since all of them take the same way.
        for text in NAUGHTY.iter().skip(number % 5).step_by(5) {
            let Some(code) = render(place, text) else { continue };
            rendered += 1;
            let what = format!("{text:?} as {place}");
            assert_eq!(code.lines().count(), harmless.lines().count(), "{what}");
            assert!(!place.ends_with(" doc") || code == harmless, "{what}: {code}");
            assert!(!code.contains("EVIL("), "{what}: {code}");
        }
    }
    assert!(rendered > 300, "{rendered}");
}
