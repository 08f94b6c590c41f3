//! Messages for the explorer's "copy as": of every event two, the least and the most of what it may carry, and of every
//! question its answers too. `web/explorer/copied.ts` writes the code that the page gives for them.

use crate::generated::{self, schemas};
use crate::node::{node, succeed, web_dir};
use crate::root;
use crate::values::{BYTES, Choice, Values};
use serde_json::{Map, Value, json};
use sockgen_codegen::contract::contract;
use sockgen_schema::model::{Ack, EventHead, Model, Namespace, Payload, RoomPart, Type, TypeKind};
use sockgen_schema::{Disk, load};
use std::fs;
use std::path::PathBuf;

/// The bytes, as JSON, from which on something smaller is taken.
const LARGE: usize = 5000;

/// Where the Rust is committed that `goldens.rs` compiles.
#[must_use]
pub fn folder() -> PathBuf {
    root().join("tests/copied")
}

/// Writes the code of all messages: the TypeScript to where it is compiled with all generated files, and the Rust to a
/// folder, whose path is returned, beside the files that are committed.
///
/// # Panics
///
/// If anything of it fails.
pub fn write() -> PathBuf {
    let cases: Vec<Value> = schemas().iter().map(|(case, schema)| messages(case, schema)).collect();
    let cases = serde_json::to_string(&cases).expect("JSON");
    generated::write("copied.json", &cases);
    succeed(node().args(["--import", "tsx", "explorer/copied.ts"]));
    web_dir().join(".generated/copied")
}

/// Holds the Rust that is committed against what is written now, or takes that over where `INSTA_UPDATE` is `always`, as
/// for the goldens.
///
/// # Panics
///
/// If they differ.
pub fn compare() {
    let (written, committed) = (web_dir().join(".generated/copied"), folder());
    let takes_over = std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
    let read = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
    let mut modules = "// Written by `tests/src/copied.rs`.\n\n".to_owned();
    modules += "use sockgen::socketioxide::adapter::Adapter;\nuse sockgen::test::Server;\n\n";
    let mut files: Vec<(String, String)> = Vec::new();
    for case in schemas().into_iter().map(|(case, _)| case).chain(["same".to_owned()]) {
        modules += &format!("pub mod {case};\n");
        let name = format!("{case}.rs");
        files.push((name.clone(), read(written.join(&name))));
    }
    files.push(("mod.rs".to_owned(), modules));
    for (name, text) in files {
        assert!(!text.is_empty(), "{name} was not written");
        if text == read(committed.join(&name)) {
            continue;
        }
        assert!(
            takes_over,
            "tests/copied/{name} is not what the explorer gives: read what INSTA_UPDATE=always makes of it"
        );
        fs::write(committed.join(&name), text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

fn messages(case: &str, schema: &str) -> Value {
    let model = load(&root().join(schema), schema, &Disk).model;
    let model = model.unwrap_or_else(|| panic!("{schema} has no model"));
    let contract: Value = serde_json::from_str(&contract(&model, "events.sockgen.yaml")).expect("JSON");
    let mut maker = Maker { model: &model, values: Values::new(&model, 0x5eed_2222), messages: Vec::new() };
    for (place, namespace) in model.namespaces.iter().enumerate() {
        for event in &namespace.client_events {
            maker.add(place, namespace, "clientToServer", &event.head);
        }
        for event in &namespace.server_events {
            maker.add(place, namespace, "serverToClient", &event.head);
        }
    }
    json!({ "case": case, "contract": contract, "messages": maker.messages })
}

struct Maker<'m> {
    model: &'m Model,
    values: Values<'m>,
    messages: Vec<Value>,
}

impl<'m> Maker<'m> {
    fn add(&mut self, place: usize, namespace: &'m Namespace, direction: &str, head: &'m EventHead) {
        let mut kinds = vec![Choice::Least, Choice::Most];
        if head.payload == Payload::None && !namespace.is_dynamic() {
            kinds.pop();
        }
        for choice in kinds {
            let (params, args) = (self.params(namespace, choice), self.args(&head.payload, choice));
            let message = json!({
                "namespace": place, "direction": direction, "event": head.wire, "params": params, "args": args,
            });
            self.messages.push(message.clone());
            if direction == "clientToServer" || head.ack == Ack::Undeclared {
                continue;
            }
            let mut answered = |answer: Value| {
                let mut message = message.clone();
                message["answer"] = answer;
                self.messages.push(message);
            };
            let data = match &head.ack {
                Ack::Data(ty) => self.values.value(ty, choice),
                Ack::Raw => raw(choice),
                Ack::Empty | Ack::Undeclared => Value::Null,
            };
            answered(json!({ "data": data }));
            if let Some(error) = &head.error {
                answered(json!({ "error": self.values.value(error, choice) }));
            }
        }
    }

    /// What an event carries: not so much of it that compilers would have nothing else to do.
    fn args(&mut self, payload: &'m Payload, choice: Choice) -> Value {
        let mut choices = [choice].into_iter().chain(std::iter::repeat_n(Choice::Any, 20));
        let made = choices.find_map(|choice| {
            let args = self.any_args(payload, choice);
            (args.to_string().len() < LARGE).then_some(args)
        });
        made.unwrap_or_else(|| self.any_args(payload, Choice::Least))
    }

    fn any_args(&mut self, payload: &'m Payload, choice: Choice) -> Value {
        match payload {
            Payload::None => json!([]),
            Payload::Data(ty) => json!([self.values.value(ty, choice)]),
            Payload::Args(id) => match &self.model.type_def(*id).kind {
                TypeKind::Object(fields) => self.values.arguments(fields, choice).into(),
                _ => json!([]),
            },
            Payload::Raw => raw(choice),
        }
    }

    fn params(&mut self, namespace: &'m Namespace, choice: Choice) -> Value {
        let param = |part: &'m RoomPart| match part {
            RoomPart::Literal(_) => None,
            RoomPart::Param { name, ty, .. } => Some((name.clone(), ty)),
        };
        let params: Vec<(String, &Type)> = namespace.template.iter().filter_map(param).collect();
        let params = params.into_iter().map(|(name, ty)| (name, self.values.value(ty, choice)));
        Value::Object(params.collect::<Map<_, _>>())
    }
}

/// Arguments of which no schema says anything.
fn raw(choice: Choice) -> Value {
    match choice {
        Choice::Least => json!([]),
        _ => {
            json!(["a\u{202e}", -1.5, { "\"": [null, { BYTES: "00ff22" }], "n": 5_000_000_000_u64 }, { BYTES: "6869" }, true])
        }
    }
}
