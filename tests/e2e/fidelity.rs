//! Generated values of every type, sent through a real server and a real client both ways: what comes back is what went
//! out, and what TypeScript says that it is.

use crate::client_of;
use serde_json::{Value, json};
use sockgen_schema::model::{ClientEvent, Model, Payload, Type, TypeKind};
use sockgen_schema::{Disk, load};
use sockgen_tests::node::{node, succeed};
use sockgen_tests::process::Server;
use sockgen_tests::values::{Choice, Values};
use sockgen_tests::{generated, root};
use std::process::Command;

const SCHEMA: &str = "tests/e2e/fidelity/fidelity.sockgen.yaml";

/// How many values of anything each event is tried with, beside the least and the most.
const ROUNDS: u64 = 24;

#[test]
fn values_of_every_type_survive_both_ways_with_the_common_parser() {
    both_ways("common", &["websocket", "polling"]);
}

#[test]
fn values_of_every_type_survive_both_ways_with_msgpack() {
    both_ways("msgpack", &["websocket"]);
}

fn both_ways(parser: &str, transports: &[&str]) {
    generated::write_types();
    let cases = cases(parser);
    let server = Server::start(Command::new(env!("CARGO_BIN_EXE_fidelity-server")).env("PARSER", parser));
    for transport in transports {
        let input = format!("fidelity-{parser}-{transport}.json");
        generated::write(&input, &cases.to_string());
        let name = format!("received_{parser}_{transport}.mts");
        succeed(client_of(&server).args(["e2e/fidelity.ts", parser, transport, &input, &name]));
        // What was received is written as constants of the generated types.
        let file = format!(".generated/{name}");
        let project = json!({ "extends": "../tsconfig.json", "include": [name] });
        generated::write(&format!("tsconfig.{parser}.{transport}.json"), &project.to_string());
        let project = format!(".generated/tsconfig.{parser}.{transport}.json");
        assert!(root().join("tests/web").join(file).is_file());
        succeed(node().args(["node_modules/typescript/bin/tsc", "--project", &project]));
    }
}

/// What is sent for each event: a list of lists of arguments.
fn cases(parser: &str) -> Value {
    let loaded = load(&root().join(SCHEMA), SCHEMA, &Disk);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    let model = loaded.model.expect("no errors");
    let events = &model.root().client_events;
    events
        .iter()
        .map(|event| json!({ "event": event.head.wire, "calls": calls(&model, event, parser) }))
        .collect()
}

fn calls(model: &Model, event: &ClientEvent, parser: &str) -> Vec<Vec<Value>> {
    let choices = [Choice::Least, Choice::Most].into_iter().map(|choice| (choice, 0));
    let rounds = choices.chain((0..ROUNDS).map(|round| (Choice::Any, round)));
    rounds
        .map(|(choice, round)| {
            let seed = 0x9e37_79b9_7f4a_7c15 ^ (round << 7) ^ event.head.wire.len() as u64;
            let mut values = Values::new(model, seed);
            if parser == "msgpack" {
                values = values.without_large_floats();
            }
            match &event.head.payload {
                Payload::None => Vec::new(),
                Payload::Data(ty) => vec![values.value(ty, choice)],
                Payload::Args(id) => match &model.type_def(*id).kind {
                    TypeKind::Object(fields) => values.arguments(fields, choice),
                    _ => Vec::new(),
                },
                // Any number of arguments of any kind.
                Payload::Raw => (0..round % 4)
                    .map(|at| {
                        let kind = if (round + at) % 2 == 0 { "Blobs" } else { "Presence" };
                        let found = model.types().find(|(_, def)| def.name == kind);
                        let (id, _) = found.expect("the schema has this type");
                        values.value(&Type::Named { id, boxed: false }, choice)
                    })
                    .collect(),
            }
        })
        .collect()
}
