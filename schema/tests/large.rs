//! Large files, linted with every rule: time grows with the size alone, and no nesting and no chain needs a deep stack.
//!
//! In release builds the files are as large as a file may be; otherwise a thirty-second part of that, which is enough to
//! tell a quadratic step from a linear one. Every file has its own limit of time, far above what it takes.

use sockgen_schema::diagnostic::{self, Level, Levels, Rules, Style};
use sockgen_schema::load::MAX_BYTES;
use sockgen_schema::{lint, load_text};
use std::fmt::Write;
use std::time::{Duration, Instant};

const SCALE: usize = if cfg!(debug_assertions) { 32 } else { 1 };
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 20 });
/// The stack of a thread, on which a macro or a test may run.
const STACK: usize = 2 * 1024 * 1024;

/// A beginning, then as many pieces as a file has room for, then an end.
fn filled(start: &str, piece: impl Fn(usize) -> String, end: &str) -> String {
    let most = MAX_BYTES / SCALE - end.len();
    let mut text = start.to_owned();
    for at in 0.. {
        let piece = piece(at);
        if text.len() + piece.len() > most {
            break;
        }
        text.push_str(&piece);
    }
    text + end
}

/// Reads a text on a small stack, shows what was found in every form, and gives back the findings' codes.
fn read(name: &str, text: String) -> Vec<&'static str> {
    let title = name.to_owned();
    let work = move || {
        let started = Instant::now();
        let mut loaded = load_text(&text, &title);
        let shown = diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain).len()
            + diagnostic::short(&loaded.sources, &loaded.diagnostics).len()
            + diagnostic::to_json([(&loaded.sources, &loaded.diagnostics)]).len();
        assert!(shown < 4 * 1024 * 1024, "{shown} bytes of findings");
        if let Some(model) = &loaded.model {
            model.wire_hash();
        }
        let codes = loaded.diagnostics.iter().map(|found| found.code.as_str()).collect();
        let mut levels = Levels::default();
        levels.set(Rules::All, Level::Warn);
        lint::lint(&mut loaded, &levels);
        drop(loaded);
        let taken = started.elapsed();
        assert!(taken < LIMIT, "{title}: {taken:?}");
        codes
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap();
    thread.join().unwrap_or_else(|_| panic!("{name} went wrong"))
}

fn is_sound(name: &str, text: String) {
    let codes = read(name, text);
    assert!(codes.is_empty(), "{name}: {} findings, {:?}", codes.len(), codes.first());
}

fn has_all(name: &str, text: String, code: &str) {
    let codes = read(name, text);
    assert!(!codes.is_empty() && codes.iter().all(|found| *found == code), "{name}: {:?}", codes.first());
}

fn has_one(name: &str, text: String, code: &str) {
    let codes = read(name, text);
    assert!(codes == [code], "{name}: {} findings, {:?}", codes.len(), codes.first());
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    for open in ["[", "{ a: ", "- ", "list<", "map<"] {
        let text = format!("sockgen: 1\ntypes:\n  A: {}", open.repeat(10_000));
        assert!(!read(open, text).is_empty(), "{open}");
    }
    has_one("lists", format!("sockgen: 1\ntypes:\n  A: u8{}\n", "[]".repeat(10_000)), "SG0006");
    let mut block = "sockgen: 1\ntypes:\n".to_owned();
    (1..1000).for_each(|depth| writeln!(block, "{}a:", " ".repeat(depth)).unwrap());
    has_one("block", block, "SG0006");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes seconds without optimisation")]
fn a_million_values_are_too_many() {
    has_one("values", format!("sockgen: 1\ntypes: [{}]\n", "a,".repeat(1_100_000)), "SG0002");
}

#[test]
fn chains_and_circles_of_types_end() {
    const COUNT: usize = 10_000;
    let types = |ty: &dyn Fn(usize) -> String| -> String {
        let mut text = "sockgen: 1\ntypes:\n".to_owned();
        (0..COUNT).for_each(|at| writeln!(text, "  A{at}: {}", ty(at)).unwrap());
        text + "  A10000: u8\nclientToServer:\n  x: { data: A0, ack: { a: A0 } }\n"
    };
    is_sound("aliases", types(&|at| format!("A{}", at + 1)));
    is_sound("aliases of lists", types(&|at| format!("list<A{}>", at + 1)));
    is_sound("optional fields", types(&|at| format!("{{ \"a?\": A{} }}", at + 1)));
    is_sound("fields", types(&|at| format!("{{ a: A{} }}", at + 1)));
    is_sound("a circle of optional fields", types(&|at| format!("{{ \"a?\": A{} }}", (at + 1) % COUNT)));
    is_sound("a circle of lists", types(&|at| format!("{{ a: list<A{}> }}", (at + 1) % COUNT)));
    is_sound("unions", types(&|at| format!("{{ tag: t, union: {{ a: {{ x: A{} }}, b: {{}} }} }}", at + 1)));
    is_sound("a circle of unions", types(&|at| format!("{{ union: [u8, list<A{}>] }}", (at + 1) % COUNT)));
    is_sound("tuples", types(&|at| format!("'[A{}, u8]'", at + 1)));
    is_sound(
        "defaults",
        types(&|at| format!("{{ a: {{ type: A{}, default: {{}} }} }}", at + 1))
            .replace("A10000: u8", "A10000: { }"),
    );
    is_sound("external types", types(&|at| format!("{{ external: {{ rust: a::B, json: A{} }} }}", at + 1)));
    has_all("brands", types(&|at| format!("{{ brand: A{} }}", at + 1)), "SG0213");
    has_all("untagged unions", types(&|at| format!("{{ union: [u8, A{}] }}", at + 1)), "SG0209");
    has_one(
        "mixins",
        types(&|at| format!("{{ include: [A{}], fields: {{ f{at}: u8 }} }}", at + 1))
            .replace("A10000: u8", "A10000: { z: u8 }"),
        "SG0002",
    );
    has_one(
        "a circle of mixins",
        types(&|at| format!("{{ include: [A{}], fields: {{ f{at}: u8 }} }}", (at + 1) % COUNT)),
        "SG0212",
    );
    has_one("a circle of brands", types(&|at| format!("{{ brand: 'A{}[]' }}", (at + 1) % COUNT)), "SG0206");
    has_one("a circle of tuples", types(&|at| format!("{{ a: '[A{}, u8]' }}", (at + 1) % COUNT)), "SG0206");
    has_one(
        "a circle of external types",
        types(&|at| format!("{{ external: {{ rust: a::B, json: A{} }} }}", (at + 1) % COUNT)),
        "SG0206",
    );
    has_one("a circle of fields", types(&|at| format!("{{ a: A{} }}", (at + 1) % COUNT)), "SG0206");
    has_one("a circle of aliases", types(&|at| format!("A{}", (at + 1) % COUNT)), "SG0206");
}

#[test]
fn many_events_fields_and_values_are_read() {
    is_sound(
        "events",
        filled("sockgen: 1\nclientToServer:\n", |at| format!("  e{at}x: {{ data: {{ a: u8 }} }}\n"), ""),
    );
    is_sound(
        "fields",
        filled("sockgen: 1\ntypes:\n  A:\n    fields:\n", |at| format!("      f{at}x: string(1..=64)\n"), ""),
    );
    is_sound("values", filled("sockgen: 1\ntypes:\n  A: { enum: [", |at| format!("v{at}x, "), "] }\n"));
    is_sound("values in a text", filled("sockgen: 1\ntypes:\n  A: enum(x", |at| format!(" | v{at}x"), ")\n"));
    is_sound("rooms", filled("sockgen: 1\nrooms:\n", |at| format!("  r{at}: 'r{at}:{{a: u8}}'\n"), ""));
    is_sound(
        "parameters",
        filled("sockgen: 1\nrooms:\n  r: \"r\\x3a", |at| format!("{{a{at}: u8}}:"), "\"\n"),
    );
    is_sound(
        "comments",
        filled("sockgen: 1\ntypes:\n", |at| format!("  ## x\n  # y\n  ## z\n  A{at}: u8\n"), "")
            .replace("  ## x\n  # y\n", "  # y\n"),
    );
    is_sound("a long comment", filled("sockgen: 1\ntypes:\n", |_| "  ## x\n".to_owned(), "  A: u8\n"));
    is_sound("a long line", filled("sockgen: 1\ndoc: ", |_| "x".to_owned(), "\n"));
    is_sound(
        "examples",
        filled("sockgen: 1\ntypes:\n  A: { type: json, example: [", |at| format!("{{ a: {at} }}, "), "] }\n"),
    );
}

#[test]
fn large_unions_tuples_and_defaults_are_read() {
    let types = "sockgen: 1\ntypes:\n";
    is_sound(
        "members",
        filled("sockgen: 1\ntypes:\n  A: { tag: t, union: { ", |at| format!("m{at}x: {{}}, "), "} }\n"),
    );
    is_sound(
        "objects as members",
        filled(
            "sockgen: 1\ntypes:\n  A: { tag: t, union: { ",
            |at| format!("m{at}x: {{ a: u8 }}, "),
            "} }\n",
        ),
    );
    let many = |at: usize| format!("B{at}, ");
    let objects: String = (0..60_000 / SCALE).map(|at| format!("  B{at}: {{ b{at}: u8 }}\n")).collect();
    let text = format!(
        "{types}{objects}  A: {{ union: [{}] }}\n",
        (0..60_000 / SCALE).map(many).collect::<String>()
    );
    assert!(read("told apart by keys", text).len() <= 1);
    is_sound(
        "defaults",
        filled(
            "sockgen: 1\ntypes:\n  A:\n    fields:\n",
            |at| format!("      f{at}x: {{ type: u64, default: 5 }}\n"),
            "",
        ),
    );
    has_all(
        "defaults that do not fit",
        filled(
            "sockgen: 1\ntypes:\n  A:\n    fields:\n",
            |at| format!("      f{at}x: {{ type: u8, default: x }}\n"),
            "",
        ),
        "SG0210",
    );
    has_all(
        "tuples that are too long",
        filled("sockgen: 1\ntypes:\n  A: '[u8", |_| ", u8".to_owned(), "]'\n"),
        "SG0202",
    );
    let long = "a".repeat(40_000);
    is_sound("a pattern", format!("{types}  A: {{ type: string, pattern: '{long}' }}\n"));
    has_one(
        "a long pattern",
        filled("sockgen: 1\ntypes:\n  A: { type: string, pattern: '", |_| "a".to_owned(), "' }\n"),
        "SG0211",
    );
    has_all(
        "an external path",
        filled("sockgen: 1\ntypes:\n  A: { external: { json: u8, rust: 'a", |_| "::a-".to_owned(), "' } }\n"),
        "SG0214",
    );
}

#[test]
fn names_do_not_grow_without_end() {
    // Each of many inline types would be called like the long name that it stands in.
    let inline = |at: usize| format!("f{at}: {{ a: u8 }}, ");
    let long = "A".repeat(1000);
    has_one("a type", filled(&format!("sockgen: 1\ntypes:\n  {long}: {{ "), inline, "}\n"), "SG0301");
    has_all(
        "an event",
        filled(&format!("sockgen: 1\nclientToServer:\n  {long}: {{ data: {{ "), inline, "} }\n"),
        "SG0301",
    );
    let deep = format!("{}: {{ ", "a".repeat(190)).repeat(50);
    let text =
        filled(&format!("sockgen: 1\ntypes:\n  A: {{ {deep}"), inline, &format!("{}}}\n", "}".repeat(50)));
    has_all("deep", text, "SG0301");
}

#[test]
fn many_mistakes_are_found() {
    let types = "sockgen: 1\ntypes:\n";
    has_all("unknown types", filled(types, |at| format!("  Abcde{at}: Abcdf{at}\n"), ""), "SG0201");
    has_all(
        "one line",
        filled("{sockgen: 1, types: {A: {fields: {", |at| format!("f{at}: strng, "), "}}}}"),
        "SG0201",
    );
    has_all(
        "a wide line",
        filled("{sockgen: 1, types: {A: {fields: {", |at| format!("f{at}: ström, "), "}}}}"),
        "SG0201",
    );
    has_all("keys", filled("sockgen: 1\n", |at| format!("types{at}: 1\n"), ""), "SG0101");
    has_all(
        "long keys",
        filled("sockgen: 1\n", |at| format!("{}{at:08}: 1\n", "k".repeat(70)), ""),
        "SG0101",
    );
    has_all(
        "options",
        filled("sockgen: 1\nclientToServer:\n  a: {data: u8, ", |at| format!("dat{at}: 1, "), "}\n"),
        "SG0101",
    );
    has_all("one key", filled("{sockgen: 1, types: {A: u8, ", |_| "A: u8, ".to_owned(), "}}"), "SG0102");
    let cut = |at: usize| format!("a{at}: u8, b{at}, ");
    has_all("cut texts", filled("{sockgen: 1, types: {A: {fields: {", cut, "}}}}"), "SG0106");
    has_all("anchors", filled(types, |at| format!("  A{at}: &a{at} u8\n"), ""), "SG0005");
    has_all("aliases", filled(types, |at| format!("  A{at}: *a{at}\n"), ""), "SG0005");
    has_all("braces", filled("sockgen: 1\nrooms:\n  r: 'r:", |_| "{}".to_owned(), "'\n"), "SG0501");
    has_all("comments", filled("sockgen: 1\n", |_| "## x\n\n".to_owned(), ""), "SG0008");
    let names = |at: usize| {
        let [dashes, dots, bars] = [("-", at % 30 + 1), (".", at / 30 % 30), ("_", at / 900)];
        [dashes, dots, bars].map(|(character, count)| character.repeat(count)).concat() + "b"
    };
    has_all("types that meet", filled(types, |at| format!("  'a{}': u8\n", names(at)), ""), "SG0303");
    let events = "sockgen: 1\nclientToServer:\n";
    has_all("methods that meet", filled(events, |at| format!("  'a{}': {{}}\n", names(at)), ""), "SG0303");
    has_all(
        "methods that meet others",
        filled(events, |at| format!("  e{at}: {{ method: on }}\n"), ""),
        "SG0302",
    );
}

#[test]
fn many_names_are_looked_up() {
    let half = |start: &str, line: &dyn Fn(usize) -> String| {
        (0..30_000 / SCALE).fold(start.to_owned(), |text, at| text + &line(at))
    };
    let rooms = half("rooms:\n", &|at| format!("  room{at}: 'r{at}:'\n"));
    let text = filled("sockgen: 1\nserverToClient:\n", |at| format!("  e{at}: {{ to: rom{at} }}\n"), &rooms);
    has_all("rooms", text, "SG0403");
    let events = half("clientToServer:\n", &|at| format!("  event{at}: {{}}\n"));
    let text = filled(
        "sockgen: 1\nrooms:\n",
        |at| format!("  r{at}: {{ name: 'r{at}:', join: evnt{at} }}\n"),
        &events,
    );
    has_all("events", text, "SG0503");
    let wide = half("clientToServer:\n  x: { data: { ", &|at| format!("\"f{at}?\": u8, ")) + "} }\n";
    let text = filled(
        "sockgen: 1\nrooms:\n",
        |at| format!("  r{at}: {{ name: 'r{at}:', join: x, leave: x }}\n"),
        &wide,
    );
    is_sound("one event for many rooms", text);
    let server = half("serverToClient:\n", &|at| format!("  e{at}: {{ data: {{ a: u8 }} }}\n"));
    let text =
        filled("sockgen: 1\nclientToServer:\n", |at| format!("  e{at}: {{ data: {{ b: u8 }} }}\n"), &server);
    has_all("payloads", text, "SG0304");
}

#[test]
fn rooms_that_begin_alike_are_compared_within_limits() {
    let alike = |at: usize| format!("  r{at}: 'r:{{a: u8}}:{at}'\n");
    has_one("many", filled("sockgen: 1\nrooms:\n", alike, ""), "SG0502");
    let same = |at: usize| format!("  r{at}: 'r:{{a: u8}}'\n");
    assert!(!read("all the same", filled("sockgen: 1\nrooms:\n", same, "")).is_empty());
    let long = "-".repeat(1_000_000 / SCALE);
    let text = format!("sockgen: 1\nrooms:\n  r: 'r:{{a: u8}}{long}'\n  s: 'r:{long}{{a: u8}}'\n");
    assert!(!read("long", text).is_empty());
}

#[test]
fn sections_of_every_kind_may_be_large() {
    let client = "sockgen: 1\nclientToServer:\n";
    is_sound(
        "arguments",
        filled("sockgen: 1\nclientToServer: { a: { args: [", |at| format!("{{ a{at}x: u8 }}, "), "] } }\n"),
    );
    is_sound("extensions", filled("sockgen: 1\n", |at| format!("x-{at}: [{at}]\n"), ""));
    is_sound(
        "events with everything",
        filled(
            client,
            |at| {
                format!(
                    "  e{at}x: {{ args: [{{ a: u8 }}], ack: none, rate: 5/s, ackTimeout: 5s, deprecated: x, x-a: 1 }}\n"
                )
            },
            "",
        ),
    );
    is_sound(
        "namespaces",
        filled("sockgen: 1\nnamespaces:\n", |at| format!("  /n{at}x: {{ auth: json }}\n"), ""),
    );
    let end = "\n  : { name: a }\n";
    is_sound("a path", filled("sockgen: 1\nnamespaces:\n  ? /a", |_| "/b".to_owned(), end));
    let few = |at: usize| format!("  \"/n{at}x/{{a: u8}}\": {{}}\n");
    let namespaces = (0..1000).fold("sockgen: 1\nnamespaces:\n".to_owned(), |text, at| text + &few(at));
    is_sound("namespaces with parameters", namespaces);
    let styles = |at: usize| {
        format!("  s{at}: {{ ok: {{ a{at}: $data }}, error: {{ e: $error }}, fault: {{ f: $fault }} }}\n")
    };
    is_sound(
        "styles",
        filled("sockgen: 1\nacks:\n", styles, "clientToServer: { a: { ack: u8, ackStyle: s7 } }\n"),
    );
    let fields = (0..1000).fold(String::new(), |text, at| text + &format!("f{at}x: A, "));
    let start = format!(
        "sockgen: 1\nacks: {{ ok: $data, error: {{ f1x: {{ f2x: {{ f3x: 1, e: $error }} }} }} }}\ntypes: {{ A: {{ {} }} }}\nclientToServer:\n",
        fields.replace(": A,", "?\": A,").replace("f", "\"f")
    );
    let codes = read(
        "large types in a style",
        filled(&start, |at| format!("  e{at}x: {{ ack: A, error: A }}\n"), ""),
    );
    assert!(codes.iter().all(|code| *code == "SG0407"), "{:?}", codes.first());
}

#[test]
fn mistakes_in_sections_of_every_kind_are_found() {
    let client = "sockgen: 1\nclientToServer:\n";
    has_all("times", filled(client, |at| format!("  e{at}x: {{ rate: {at} }}\n"), ""), "SG0404");
    has_all(
        "styles",
        filled(client, |at| format!("  e{at}x: {{ ack: u8, ackStyle: s{at} }}\n"), ""),
        "SG0409",
    );
    has_all("paths", filled("sockgen: 1\ninclude:\n", |at| format!("- /f{at}\n"), ""), "SG0010");
    has_all("imports", filled("sockgen: 1\nimport:\n", |at| format!("  a{at}: ./f{at}\n"), ""), "SG0010");
    has_all(
        "names of files",
        filled("sockgen: 1\ntypes:\n", |at| format!("  A{at}: b{at}.C\n"), ""),
        "SG0201",
    );
    has_all("slashes", filled("sockgen: 1\nnamespaces:\n", |at| format!("  n{at}: {{}}\n"), ""), "SG0601");
    let slots = |at: usize| format!("  s{at}: {{ ok: {{ a: $error }} }}\n");
    has_all("slots", filled("sockgen: 1\nacks:\n", slots, ""), "SG0406");
    let twice = "sockgen: 1\nclientToServer: { a: { args: [";
    has_all("arguments", filled(twice, |_| "{ a: u8 }, ".to_owned(), "] } }\n"), "SG0102");
}

#[test]
fn what_is_no_schema_at_all_is_refused() {
    let quotes = filled("sockgen: 1\ndoc: \"", |_| "x\n  ".to_owned(), "");
    has_one("a quote left open", quotes, "SG0004");
    has_one("colons", filled("sockgen: 1\ndoc: ", |_| "a: ".to_owned(), ""), "SG0004");
    has_one("NUL", filled("sockgen: 1\n", |_| "\0".to_owned(), ""), "SG0004");
    has_one(
        "a text of a type",
        filled("sockgen: 1\ntypes:\n  A: u8", |_| "(1..=2)".to_owned(), "\n"),
        "SG0202",
    );
    has_one("bars", filled("sockgen: 1\ntypes:\n  A: u8", |_| "|u8".to_owned(), "\n"), "SG0202");
    let mut numbers = 1_u32;
    let mut random = || {
        numbers = numbers.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from((numbers >> 24) as u8 & 0x7f)
    };
    let noise: String = (0..MAX_BYTES / SCALE).map(|_| random()).collect();
    assert!(!read("noise", noise).is_empty());
}
