//! The hash of a contract: the same for what is the same on the wire, another one for everything else.

mod support;

use sockgen_schema::load_text;
use support::files::Files;

const CALL: &str = include_str!("../../examples/call/call.sockgen.yaml");

fn hash(text: &str) -> String {
    let loaded = load_text(text, "x.sockgen.yaml");
    assert!(!loaded.has_errors(), "{:?}\n{text}", loaded.diagnostics);
    loaded.model.unwrap().wire_hash()
}

fn replaced(old: &str, new: &str) -> String {
    assert!(CALL.contains(old), "`{old}` is not there");
    CALL.replace(old, new)
}

#[test]
fn what_is_the_same_on_the_wire_has_one_hash() {
    let expected = hash(CALL);
    for (old, new) in [
        ("name: Call\n", "name: Chat\n"),
        ("version: 1.0.0", "version: 2.0.0"),
        ("  ## Leave a room.\n", "  ## Leaves it.\n"),
        (", example: session-123", ""),
        // Names in code, and of types.
        ("User", "Person"),
        ("    method: sendMessage\n", "    name: write\n    method: post\n"),
        // Where things are declared, and what nobody uses.
        ("{ room: RoomId, user: User, typing: bool }", "{ typing: bool, user: User, room: RoomId }"),
        ("[room_not_found, forbidden]", "[forbidden, room_not_found]"),
        ("rooms:\n  session:", "rooms:\n  all: \"all:\"\n  session:"),
        ("  Failure: {", "  Unused: { fields: { a: Failure } }\n  Failure: {"),
        // Another way to write a type, or another name for it.
        ("list<User>", "\"User[]\""),
        ("message:new: Message", "message:new: { data: Message }"),
        ("members: list<User>", "members: { type: list, of: User }"),
        ("from: User\n      at", "from: { id: string, \"name?\": string(1..=80) }\n      at"),
        ("  User:\n", "  Someone: User\n  User:\n"),
        // Rooms, and how an event is sent, are the server's own.
        ("    volatile: true\n", ""),
        ("    to: session\n", ""),
    ] {
        assert_eq!(hash(&replaced(old, new)), expected, "{old} → {new}");
    }
    let through_alias =
        CALL.replace("  User:\n", "  Someone: User\n  User:\n").replace("list<User>", "list<Someone>");
    assert_eq!(hash(&through_alias), expected);
}

#[test]
fn every_change_of_the_wire_changes_the_hash() {
    let mut hashes = vec![("nothing".to_owned(), hash(CALL))];
    for (old, new) in [
        ("typing:stop", "typing:end"),
        ("custom:broadcast:", "custom:told:"),
        ("data: { room: RoomId }, ack: none", "data: { room: RoomId }"),
        ("data: { room: RoomId }, ack: none", "data: { room: RoomId }, ack: uuid"),
        ("ack: none }", "ack: none, error: Failure }"),
        ("    error: Failure\n  ## Leave", "  ## Leave"),
        ("maxBytes: 65536", "maxBytes: 65537"),
        ("    maxBytes: 65536\n", ""),
        ("auth:\n", "auth:\n  token: string\n"),
        ("auth:\n", "connectError: string\nauth:\n"),
        ("open: true", "open: false"),
        ("[room_not_found, forbidden]", "[room_not_found, forbidden, banned]"),
        ("[room_not_found, forbidden]", "[room_not_found]"),
        ("  name?: string(1..=80)\n\n", "  name: string(1..=80)\n\n"),
        ("  name?: string(1..=80)\n\n", "  name?: string(1..=81)\n\n"),
        ("  name?: string(1..=80)\n\n", "  name?: string(..=80)\n\n"),
        ("  name?: string(1..=80)\n\n", "  name?: string\n\n"),
        ("  name?: string(1..=80)\n\n", "  nick?: string(1..=80)\n\n"),
        ("      at: datetime\n", "      at: date\n"),
        ("      at: datetime\n", "      at: datetime | null\n"),
        ("      at: datetime\n", "      at: datetime\n      more: u8\n"),
        ("list<User>", "map<User>"),
        ("list<User>", "list<User | null>"),
        ("list<User>", "list<User>(..=9)"),
        ("list<User>", "User"),
        ("      id: uuid\n", "      id: string\n"),
    ] {
        hashes.push((format!("{old} → {new}"), hash(&replaced(old, new))));
    }
    for (at, (change, hash)) in hashes.iter().enumerate() {
        let same = hashes[..at].iter().find(|(_, other)| other == hash);
        assert!(same.is_none(), "{change} and {} are one", same.unwrap().0);
    }
}

fn types(types: &str) -> String {
    let indented = types.replace('\n', "\n  ");
    hash(&format!("sockgen: 1\ntypes:\n  {indented}\nclientToServer:\n  x: {{ data: A, ack: none }}\n"))
}

#[test]
fn types_in_circles_are_told_apart() {
    // What leads back to where it began, after one step and after two.
    let one = types("A: { \"b?\": A }");
    let two = types("A: { \"b?\": B }\nB: { \"b?\": A }");
    assert_eq!(one, two, "no value tells the two apart");
    let hashes = [
        one,
        types("A: { \"b?\": B }\nB: { \"c?\": A }"),
        types("A: { \"b?\": B }\nB: { \"c?\": B }"),
        types("A: { \"b?\": B }\nB: { \"b?\": B, \"c?\": A }"),
        types("A: { \"b?\": B }\nB: { \"b?\": A, \"c?\": B }"),
        types("A: { bs: list<A> }"),
        types("A: { bs: map<A> }"),
        types("A: { bs: list<A>, c: u8 }"),
    ];
    for (at, hash) in hashes.iter().enumerate() {
        assert!(!hashes[..at].contains(hash), "{at}");
    }
}

#[test]
fn types_in_circles_hash_alike_whatever_they_are_called() {
    let expected = types("A: { \"b?\": B, d: u8 }\nB: { \"c?\": C }\nC: { \"a?\": A, \"b?\": B }");
    for same in [
        "C: { \"a?\": A, \"b?\": B }\nB: { \"c?\": C }\nA: { d: u8, \"b?\": B }",
        "A: { \"b?\": Z, d: u8 }\nZ: { \"c?\": Y }\nY: { \"b?\": Z, \"a?\": A }",
        // Another name on the way, a circle that is written twice, and one that is entered a step later.
        "A: { \"b?\": D, d: u8 }\nB: { \"c?\": C }\nC: { \"a?\": E, \"b?\": D }\nD: B\nE: A",
        "A: { \"b?\": B, d: u8 }\nB: { \"c?\": C }\nC: { \"a?\": F, \"b?\": B }\nF: { \"b?\": G, d: u8 }\nG: { \"c?\": H }\nH: { \"a?\": F, \"b?\": G }",
    ] {
        assert_eq!(types(same), expected, "{same}");
    }
}

#[test]
fn a_difference_far_away_shows() {
    let chain = |last: &str, closed: bool| {
        let mut text = String::new();
        (0..300).for_each(|at| text.push_str(&format!("T{at}: {{ \"n?\": T{} }}\n", at + 1)));
        let back = if closed { ", \"a?\": A" } else { "" };
        types(&format!("A: {{ \"n?\": T0 }}\n{text}T300: {{ {last}: u8{back} }}"))
    };
    assert_ne!(chain("x", false), chain("y", false));
    assert_ne!(chain("x", true), chain("y", true));
    assert_ne!(chain("x", false), chain("x", true));
}

/// A contract with what stands under two sections, and an event to put keys on.
fn contract(sections: &str, event: &str) -> String {
    hash(&format!(
        "sockgen: 1
{sections}
types: {{ A: {{ x: u8 }} }}
clientToServer:
  ask: {{ {event} }}
serverToClient:
  tell: {{ data: A, ack: A }}
"
    ))
}

#[test]
fn what_only_one_end_knows_is_none_of_the_wire() {
    let expected = contract("", "data: A, ack: A, error: A");
    for (sections, event) in [
        ("x-owner: me", "data: A, ack: A, error: A"),
        ("lint: { allow: [SG0305] }", "data: A, ack: A, error: A"),
        ("", "data: A, ack: A, error: A, x-audit: true, deprecated: true, example: { x: 1 }"),
        // How often, how long and in which order is the server's own.
        ("defaults: { rate: 5/s, ackTimeout: 5s, ordered: true }", "data: A, ack: A, error: A"),
        ("", "data: A, ack: A, error: A, rate: 1/h, ackTimeout: 1s, ordered: true"),
        ("defaults: { strict: true }", "data: A, ack: A, error: A, strict: false"),
        // The default style, written out; and one that nobody has.
        (
            "acks: { ok: { data: $data, ok: true }, error: { ok: false, error: $error }, fault: { ok: false, fault: $fault } }",
            "data: A, ack: A, error: A",
        ),
        ("acks: { other: { ok: $data } }", "data: A, ack: A, error: A"),
    ] {
        assert_eq!(contract(sections, event), expected, "{sections} {event}");
    }
}

#[test]
fn whatever_is_on_the_wire_of_an_event_shows() {
    let styled = "acks: { a: { ok: { a: $data } }, b: { ok: { b: $data } }, c: { ok: { a: { b: $data } } }, d: { ok: { a: 1, ...: $data } }, e: { ok: { a: \"1\", ...: $data } }, f: { ok: { a: $data }, fault: { c: $code } }, g: { ok: { a: $data }, fault: { c: $message } }, h: { ok: { a: $data }, error: { e: $error } } }";
    let mut hashes = Vec::new();
    for (sections, event) in [
        ("", "data: A, ack: A"),
        ("", "data: A, ack: raw"),
        ("", "data: A, ack: none"),
        ("", "data: A"),
        ("", "data: raw"),
        ("", ""),
        ("", "args: [{ a: A }]"),
        ("", "args: [{ a: A }, { b: u8 }]"),
        ("", "args: [{ b: u8 }, { a: A }]"),
        ("", "args: [{ a: A }, { \"b?\": u8 }]"),
        ("", "data: A, strict: true"),
        ("", "data: A, maxBytes: 100"),
        ("defaults: { maxBytes: 200 }", "data: A"),
        (styled, "ack: A, ackStyle: a"),
        (styled, "ack: A, ackStyle: b"),
        (styled, "ack: A, ackStyle: c"),
        (styled, "ack: A, ackStyle: d"),
        (styled, "ack: A, ackStyle: e"),
        (styled, "ack: A, ackStyle: f"),
        (styled, "ack: A, ackStyle: g"),
        (styled, "ack: A, ackStyle: h"),
        ("namespaces: { /a: {} }", "data: A"),
        ("namespaces: { /b: {} }", "data: A"),
        ("namespaces: { /b: { auth: A } }", "data: A"),
        ("namespaces: { /b: { connectError: A } }", "data: A"),
        ("namespaces: { /b: { clientToServer: { c: A } } }", "data: A"),
        ("namespaces: { /b: { serverToClient: { c: A } } }", "data: A"),
        ("namespaces: { \"/b/{c: u8}\": {} }", "data: A"),
        ("namespaces: { \"/b/{c: string}\": {} }", "data: A"),
        ("namespaces: { \"/b/{c: string}/d\": {} }", "data: A"),
        ("auth: json", "data: A"),
    ] {
        let hash = contract(sections, event);
        assert!(!hashes.contains(&hash), "{sections} {event}");
        hashes.push(hash);
    }
    // Names of arguments, of parameters and of namespaces are the code's own.
    assert_eq!(contract("", "args: [{ a: A }]"), contract("", "args: [{ other: A }]"));
    assert_eq!(
        contract("namespaces: { \"/b/{c: u8}\": {} }", ""),
        contract("namespaces: { \"/b/{d: u8}\": { name: other, doc: x, x-y: 1 } }", "")
    );
    assert_eq!(
        contract("namespaces: { /a: {}, /b: {} }", ""),
        contract("namespaces: { /b: {}, /a: {} }", ""),
        "the order of namespaces"
    );
}

#[test]
fn where_things_are_declared_makes_no_difference() {
    let one = "sockgen: 1
types: { User: { id: uuid }, Commit: { by: User } }
clientToServer: { push: { data: Commit, ack: none } }
serverToClient: { pushed: Commit }
";
    let app = "sockgen: 1
import: { common: ./common.sockgen.yaml }
include: [./git.sockgen.yaml]
serverToClient: { pushed: git.Commit }
";
    let files = [
        ("app.sockgen.yaml", app),
        ("common.sockgen.yaml", "sockgen: 1\ntypes: { User: { id: uuid }, Lonely: u8 }\n"),
        (
            "git.sockgen.yaml",
            "sockgen: 1\nimport: { c: ./common.sockgen.yaml }\ntypes: { Commit: { by: c.User } }\nclientToServer: { push: { data: Commit, ack: none } }\n",
        ),
    ];
    let loaded = Files(&files).load();
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    assert_eq!(loaded.model.unwrap().wire_hash(), hash(one));
}
