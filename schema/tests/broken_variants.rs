//! The call schema with one mistake in it, over and over: each is found alone, and all of them together.

use sockgen_schema::diagnostic::{self, Diagnostic, Style};
use sockgen_schema::load_text;

const CALL: &str = include_str!("../../examples/call/call.sockgen.yaml");

/// A code, a line and a column.
type Place = (&'static str, usize, usize);

/// What is replaced by what, and what is found then.
struct Variant {
    mistake: &'static str,
    old: &'static str,
    new: &'static str,
    found: &'static [Place],
    /// Whether it can stand beside all others that can: on lines of its own, with as many lines as before.
    together: bool,
}

const fn together(
    mistake: &'static str,
    old: &'static str,
    new: &'static str,
    found: &'static [Place],
) -> Variant {
    Variant { mistake, old, new, found, together: true }
}

const fn alone(
    mistake: &'static str,
    old: &'static str,
    new: &'static str,
    found: &'static [Place],
) -> Variant {
    Variant { mistake, old, new, found, together: false }
}

#[rustfmt::skip]
const VARIANTS: &[Variant] = &[
    // Keys and values.
    together("no version of the language", "sockgen: 1\n", "# sockgen: 1\n", &[("SG0007", 2, 1)]),
    together("half a version", "version: 1.0.0", "version: 1.0", &[("SG0103", 3, 10)]),
    together("unknown key", "maxBytes: 65536", "maxByte: 65536", &[("SG0101", 54, 5)]),
    together("a rate without its time", "    error: Failure\n  ## Start", "    rate: 20\n  ## Start", &[("SG0404", 43, 11)]),
    together("not a truth value", "volatile: true", "volatile: yes", &[("SG0103", 68, 15)]),
    together("doc twice", "  user:left: { ", "  user:left: { doc: Gone., ", &[("SG0105", 64, 21)]),
    together("direction in a doc", "doc: Messages, presence", "doc: Messages, \u{202e}presence", &[("SG0108", 4, 16)]),
    together("doc above nothing that has one", "\nserverToClient:", "## To the client.\nserverToClient:", &[("SG0008", 55, 1)]),
    together("comma in flow text", "example: session-123 }", "example: session, unguessable }", &[("SG0106", 12, 53)]),
    together("optional in flow form", "ack: { id: uuid, at: datetime }", "ack: { id: uuid, at?: datetime }", &[("SG0009", 42, 22)]),
    alone("maxBytes in words", "maxBytes: 65536", "maxBytes: 64k", &[("SG0103", 54, 15)]),
    alone("maxBytes of nothing", "maxBytes: 65536", "maxBytes: 0", &[("SG0404", 54, 15)]),
    alone("unknown section", "rooms:\n", "chambers:\n", &[("SG0101", 77, 1)]),
    alone("unknown section of types", "types:\n", "shapes:\n", &[("SG0101", 10, 1)]),
    alone("unknown section of events", "clientToServer:\n", "incoming:\n", &[("SG0101", 28, 1)]),
    alone("section nearly right", "types:\n", "typs:\n", &[("SG0101", 10, 1)]),
    alone("payload key nearly right", "  join:room:\n    data:", "  join:room:\n    dta:", &[("SG0101", 31, 5)]),
    alone("ack called otherwise", "    ack: { members", "    acknowledge: { members", &[("SG0101", 32, 5)]),
    alone("payload without data", "{ data: { room: RoomId }, ack: none }", "{ room: RoomId }", &[("SG0101", 35, 17)]),

    // What YAML has and a schema does not.
    together("alias", "data: { room: RoomId }\n    ack", "data: *room\n    ack", &[("SG0005", 31, 11)]),
    together("anchor", "id: uuid\n      text", "id: &id uuid\n      text", &[("SG0005", 20, 11)]),
    together("tag", "at: datetime\n  Failure", "at: !!str datetime\n  Failure", &[("SG0005", 24, 11)]),
    together("merge key", "      room?: RoomId\n    maxBytes", "      <<: *message\n    maxBytes", &[("SG0005", 53, 7)]),
    together("second document", "leave: leave:room\n", "leave: leave:room\n---\nmore: 1\n", &[("SG0005", 82, 1)]),
    alone("a key that is a list", "  typing:start: ", "  [typing]: ", &[("SG0005", 45, 3)]),
    alone("too deep", "{ data: { room: RoomId }, ack: none }", concat!("{ data: ", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", " }"), &[("SG0006", 35, 86)]),

    // Types.
    together("type nearly right", "text: string(1..=4000)\n      room?: RoomId #", "text: strng(1..=4000)\n      room?: RoomId #", &[("SG0201", 21, 13)]),
    together("declared type nearly right", "from: User\n      at", "from: Usr\n      at", &[("SG0201", 23, 13)]),
    together("another language's list", "members: list<User>", "members: Array<User>", &[("SG0202", 32, 21)]),
    together("list of nothing", "      room?: RoomId\n    ack", "      room?: { type: list }\n    ack", &[("SG0104", 41, 22)]),
    together("bounds reversed", "name?: string(1..=80)\n\n", "name?: string(80..=1)\n\n", &[("SG0204", 8, 16)]),
    together("bounds without their end", "name: string(1..=64)", "name: string(1..64)", &[("SG0203", 51, 19)]),
    together("bounds on a truth value", "typing: bool }", "typing: bool(1..=2) }", &[("SG0205", 67, 51)]),
    together("a value twice", "[room_not_found, forbidden]", "[room_not_found, room_not_found]", &[("SG0207", 26, 41)]),
    together("a type in itself", "message: string } }", "message: Failure } }", &[("SG0206", 25, 3)]),
    alone("an enum of nothing", "[room_not_found, forbidden]", "[]", &[("SG0207", 26, 24)]),
    alone("two types in each other", "      id: string\n", "      id: Message\n", &[("SG0206", 13, 3)]),
    alone("an alias of itself", "RoomId: { type: string(1..=64), example: session-123 }", "RoomId: RoomId | null", &[("SG0206", 12, 3)]),
    alone("tuple of one", "members: list<User>", "members: [User]", &[("SG0202", 32, 21)]),
    alone("tuple of many", "members: list<User>", "members: \"[u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8]\"", &[("SG0202", 32, 22)]),

    // Names.
    together("field twice", "      name?: string(1..=80)\n  ##", "      id?: uuid\n  ##", &[("SG0102", 16, 7)]),
    together("event twice", "  typing:stop: {", "  typing:start: {", &[("SG0102", 47, 3)]),
    together("two events that meet", "  custom:event:", "  message-send:", &[("SG0303", 49, 3)]),
    together("event of Socket.IO", "  welcome: {", "  disconnect: {", &[("SG0302", 58, 3)]),
    together("prototype", "user:joined: { data: { room: RoomId", "user:joined: { data: { __proto__: RoomId", &[("SG0302", 62, 26)]),
    together("method with a hyphen", "method: sendMessage", "method: send-message", &[("SG0301", 38, 13)]),
    together("leading digit", "      name: string\n", "      2fa: string\n", &[("SG0301", 73, 7)]),
    together("not ASCII", "      payload?: json\n      from", "      größe?: json\n      from", &[("SG0301", 74, 7)]),
    together("empty name", "      from: User\n\nrooms", "      \"\": User\n\nrooms", &[("SG0301", 75, 7)]),
    together("a payload called like a type", "  typing:update:", "  message:", &[("SG0303", 66, 3)]),
    alone("a type of generated code", "  User:\n    fields:", "  Emitter:\n    fields:\n      self: User\n  User:\n    fields:", &[("SG0302", 13, 3)]),
    alone("a payload like generated code", "  welcome: {", "  session: {", &[("SG0302", 58, 3)]),
    alone("a method of generated code", "  typing:start: {", "  on_connect: {", &[("SG0302", 45, 3)]),
    alone("a risky name", "  welcome: {", "  error: {", &[("SG0305", 58, 3)]),
    alone("two payloads of one name", "  welcome: {", "  join:room: {", &[("SG0304", 58, 3)]),
    alone("two fields that meet", "data: { room: RoomId, user: User, typing: bool }", "data: { room: RoomId, ro_om: { a: u8 }, roOm: { b: u8 } }", &[("SG0303", 67, 45)]),

    // Events and rooms.
    together("to on a client's event", "typing:start: { data: { room: RoomId } }", "typing:start: { to: session, data: { room: RoomId } }", &[("SG0402", 45, 19)]),
    together("method on a server's event", "  message:new: Message", "  message:new: { data: Message, method: onMessage }", &[("SG0402", 60, 33)]),
    together("error without ack", "ack: none }", "error: Failure }", &[("SG0401", 35, 41)]),
    together("to a room that is none", "    to: session\n", "    to: sesion\n", &[("SG0403", 69, 9)]),
    together("room without a prefix", "\"session:{room: RoomId}\"", "\"{room: RoomId}\"", &[("SG0501", 79, 12)]),
    together("joined by no event", "join: join:room #", "join: join:rom #", &[("SG0503", 80, 11)]),
    alone("parameter without a type", "{room: RoomId}", "{room}", &[("SG0501", 79, 20)]),
    alone("parameter that is an object", "{room: RoomId}", "{room: User}", &[("SG0501", 79, 27)]),
    alone("parameter of another type", "{room: RoomId}", "{room: uuid}", &[("SG0503", 80, 11)]),
    alone("parameter that no event has", "{room: RoomId}", "{rom: RoomId}", &[("SG0503", 80, 11)]),
    alone("event with more than the parameters", "{ data: { room: RoomId }, ack: none }", "{ data: { room: RoomId, force: bool }, ack: none }", &[("SG0503", 81, 12)]),
    alone("two rooms that meet", "rooms:\n", "rooms:\n  all: \"session:{id: string}\"\n", &[("SG0502", 80, 12)]),
    alone("a room like a socket's own", "\"session:{room: RoomId}\"", "\"session-{room: RoomId}\"", &[("SG0502", 79, 12)]),

    // Syntax errors: what stands behind them is not read.
    alone("tab", "    ack: { members", "\tack: { members", &[("SG0004", 32, 1)]),
    alone("unclosed quote", "\"session:{room: RoomId}\"", "\"session:{room: RoomId}", &[("SG0004", 79, 11)]),
    alone("unclosed brace", "typing: bool }", "typing: bool", &[("SG0004", 67, 11)]),
    alone("list in flow form", "members: list<User>", "members: User[]", &[("SG0004", 32, 21)]),
    alone("tuple in flow form", "members: list<User>", "members: list<[f64, f64]>", &[("SG0004", 32, 21)]),
    alone("colon in a text", "doc: Messages, presence", "doc: Messages: presence", &[("SG0004", 4, 14)]),
    alone("indentation", "      text: string(1..=4000)\n      room?: RoomId\n", "     text: string(1..=4000)\n      room?: RoomId\n", &[("SG0004", 41, 7)]),
    alone("key without a colon", "  User:\n", "  User\n", &[("SG0004", 13, 3)]),
    alone("directive", "sockgen: 1\n", "%YAML 1.2\n---\nsockgen: 1\n", &[("SG0005", 1, 1)]),
];

/// The call schema with mistakes in it: each replaces what it says of the schema as it was.
fn broken<'v>(variants: impl IntoIterator<Item = &'v Variant>) -> String {
    let mut edits: Vec<(usize, usize, &str)> = variants.into_iter().map(edit).collect();
    edits.sort_unstable();
    let (mut text, mut done) = (String::new(), 0);
    for (start, end, new) in edits {
        assert!(done <= start, "two mistakes at one place: {new}");
        text.push_str(&CALL[done..start]);
        text.push_str(new);
        done = end;
    }
    text + &CALL[done..]
}

/// What of a variant is not there to find its place alone.
fn edit(variant: &Variant) -> (usize, usize, &str) {
    let Variant { mistake, old, new, .. } = variant;
    let start = CALL.find(old).unwrap_or_else(|| panic!("{mistake}: `{old}` is not there"));
    let same = |pair: &((usize, char), (usize, char))| pair.0.1 == pair.1.1;
    let before: usize =
        old.char_indices().zip(new.char_indices()).take_while(same).map(|(old, _)| old.1.len_utf8()).sum();
    let (old, new) = (&old[before..], &new[before..]);
    let backwards = old.chars().rev().zip(new.chars().rev());
    let behind: usize = backwards.take_while(|(old, new)| old == new).map(|(old, _)| old.len_utf8()).sum();
    (start + before, start + before + old.len() - behind, &new[..new.len() - behind])
}

/// What is found in a text, where that is not what was expected.
fn unexpected(mistake: &str, text: &str, expected: impl IntoIterator<Item = Place>) -> Option<String> {
    let loaded = load_text(text, "call.sockgen.yaml");
    let place = |found: &Diagnostic| {
        let at = loaded.sources.get(found.span.file).line_column(found.span.start as usize);
        (found.code.as_str(), at.line, at.column)
    };
    let mut found: Vec<Place> = loaded.diagnostics.iter().map(place).collect();
    let mut expected: Vec<Place> = expected.into_iter().collect();
    found.sort_unstable();
    expected.sort_unstable();
    let human = diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain);
    (found != expected).then(|| format!("{mistake}: {found:?} instead of {expected:?}\n{human}"))
}

fn assert_none(failures: impl IntoIterator<Item = String>) {
    let failures: Vec<String> = failures.into_iter().collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_schema_itself_is_in_order() {
    assert_none(unexpected("nothing", CALL, []));
}

#[test]
fn each_mistake_is_found_alone() {
    let found = |variant: &Variant| unexpected(variant.mistake, &broken([variant]), variant.found.to_vec());
    assert_none(VARIANTS.iter().filter_map(found));
}

#[test]
fn all_mistakes_are_found_together() {
    let all: Vec<_> = VARIANTS.iter().filter(|variant| variant.together).collect();
    assert!(all.len() >= 30);
    let expected = all.iter().flat_map(|variant| variant.found).copied();
    assert_none(unexpected("all", &broken(all.iter().copied()), expected));
}

#[test]
fn line_breaks_and_a_byte_order_mark_move_nothing() {
    for variant in VARIANTS {
        let text = broken([variant]).replace('\n', "\r\n");
        assert_none(unexpected(variant.mistake, &text, variant.found.to_vec()));
        assert_none(unexpected(variant.mistake, &format!("\u{feff}{text}"), variant.found.to_vec()));
    }
}
