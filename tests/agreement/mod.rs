//! Validators and the server: the same answers, for values that are made from the schema and then changed in one place.
//!
//! Each value is a JSON text. The server's side is what `sockgen` decodes from it, attachments in place; the validator's
//! is what it says of the value that `JSON.parse` makes of the same text. Verdicts must be equal, and so must the place of
//! the first thing that is wrong. What JSON can say and JavaScript cannot is judged by what JavaScript has:
//!
//! - a key that stands twice, which the server refuses: by the last of its values, which is all that `JSON.parse` keeps
//!   (`JSON.stringify` writes no key twice, and writes keys in the order in which they are judged here);
//! - `1e400`, which no number on the server is: it is Infinity, and must be refused as well;
//! - integers past 2⁵³: rounded alike, since the server refuses them wherever they are not rounded too.
//!
//! The explorer's page makes the same schemas of a contract when it is opened. Of each value they must say exactly what
//! the validators say: all of the issues, and the value that is read.

mod mutate;
mod tree;

use mutate::{Random, mutated};
use serde::Serialize;
use sockgen::__private::{Codec, Cx, Violation, ViolationKind};
use sockgen_codegen::{contract, ts};
use sockgen_schema::model::{ClientEvent, Model, Origin, Payload, Type, TypeDef, TypeId, TypeKind};
use sockgen_schema::{Disk, load};
use sockgen_tests::values::{BYTES, Choice, Values};
use sockgen_tests::{generated, node, root};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use tree::Tree;

/// How many values are made of each type before some are changed.
const VALID: usize = 60;

/// What a type's decoder says, by the schema's name and the type's; nothing for types that have no decoder of their own.
pub type Judge = fn(&str, &str, &Sent) -> Option<Result<(), Violation>>;

/// A value as a message brings it.
pub struct Sent {
    text: String,
    attachments: Vec<Vec<u8>>,
    strict: bool,
}

/// What the generated table calls.
pub fn decode<C: Codec>(sent: &Sent) -> Result<(), Violation> {
    let attachments = sent.attachments.iter().cloned().map(Into::into);
    let cx = Cx::new().with_strict(sent.strict);
    // As the dispatcher does it: without attachments a placeholder is an object.
    let cx = if sent.attachments.is_empty() { cx } else { cx.with_attachments(attachments) };
    let mut deserializer = sockgen::serde_json::Deserializer::from_str(&sent.text);
    C::decode(&mut deserializer, &cx).map(|_| ()).map_err(|_| cx.into_violation())
}

/// A line that Node reads.
#[derive(Serialize)]
struct Line<'a> {
    /// The name of the module in `.generated`.
    module: &'a str,
    /// The table of its events, or nothing where the schema is a type's.
    table: Option<String>,
    direction: &'static str,
    /// The type, or the event whose arguments these are.
    name: &'a str,
    /// The names of its arguments, where they have some.
    arguments: Vec<&'a str>,
    strict: bool,
    text: String,
}

/// What is asked of both, and what the server said.
#[derive(Default)]
pub struct Asked {
    lines: Vec<String>,
    /// By the names of schema and type.
    verdicts: Vec<(String, Result<(), Violation>)>,
}

impl Asked {
    fn ask(&mut self, line: &Line<'_>, verdict: Result<(), Violation>) {
        self.lines.push(serde_json::to_string(line).expect("a line is JSON"));
        self.verdicts.push((format!("{} {}", line.module, line.name), verdict));
    }
}

/// Asks a schema's decoders, by so many changed values of each type.
pub fn ask(asked: &mut Asked, module: &str, case: &str, schema: &str, changed: usize, judge: Judge) {
    let path = root().join(schema);
    let model = load(&path, schema, &Disk).model.unwrap_or_else(|| panic!("{schema} has no model"));
    write_contract(module, &model);
    let strict_module = write_strict(module, &model);
    // Without a strict event, the file has nothing to be strict with.
    let is_read = |event: &ClientEvent| matches!(event.head.payload, Payload::Data(_) | Payload::Args(_));
    let can_be_strict = model.namespaces.iter().flat_map(|namespace| &namespace.client_events).any(is_read);
    for (id, def) in model.types() {
        let event = event_of(&model, id);
        for (at, (value, strict)) in values(&model, id, def, changed).into_iter().enumerate() {
            let strict = strict && can_be_strict;
            let judged = |value: &Tree, strict: bool| {
                let (text, attachments) = value.as_javascript_has_it().sent();
                judge(case, &def.name, &Sent { text, attachments, strict })
            };
            let is_arguments = matches!(def.origin, Origin::Args(_));
            let module_of = |strict: bool| if strict { strict_module.as_str() } else { module };
            if !is_arguments {
                let Some(verdict) = judged(&value, strict) else { break };
                let line = Line {
                    module: module_of(strict),
                    table: None,
                    direction: "",
                    name: &def.name,
                    arguments: Vec::new(),
                    strict,
                    text: value.print(),
                };
                asked.ask(&line, verdict);
            }
            // A payload is the first of an event's arguments; now and then there are none, or more.
            let Some(event) = &event else { continue };
            let strict = event.is_client && (strict || event.strict);
            let (arguments, verdict) = match (is_arguments, at % 16) {
                (true, _) => (value.clone(), judged(&value, strict)),
                (false, 0) => {
                    let more = Tree::Array(vec![value.clone(), Tree::text("1")]);
                    let refused = || Err(Violation::new(ViolationKind::Unknown, ""));
                    (
                        more,
                        judged(&value, strict)
                            .map(|verdict| verdict.and_then(|()| if strict { refused() } else { Ok(()) })),
                    )
                }
                (false, 1) => {
                    (Tree::Array(Vec::new()), Some(Err(Violation::new(ViolationKind::Missing, ""))))
                }
                (false, 2..6) => (Tree::Array(vec![value.clone()]), judged(&value, strict)),
                (false, _) => continue,
            };
            let Some(verdict) = verdict else { break };
            let line = Line {
                module: module_of(strict),
                table: Some(event.table.clone()),
                direction: if event.is_client { "clientToServer" } else { "serverToClient" },
                name: event.wire,
                arguments: arguments_of(def),
                strict,
                text: arguments.print(),
            };
            asked.ask(&line, verdict);
        }
    }
}

fn arguments_of(def: &TypeDef) -> Vec<&str> {
    match (&def.origin, &def.kind) {
        (Origin::Args(_), TypeKind::Object(fields)) => {
            fields.iter().map(|field| field.wire.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// An event that carries a type.
struct Event<'m> {
    table: String,
    wire: &'m str,
    is_client: bool,
    strict: bool,
}

/// The first event whose payload, or whose arguments, a type is.
fn event_of(model: &Model, id: TypeId) -> Option<Event<'_>> {
    let carries = |payload: &Payload| match payload {
        Payload::Args(own) => *own == id,
        Payload::Data(Type::Named { id: own, .. }) => *own == id,
        Payload::Data(_) | Payload::None | Payload::Raw => false,
    };
    model.namespaces.iter().find_map(|namespace| {
        let prefix = namespace.names.as_ref().map(|names| names.snake.to_ascii_uppercase() + "_");
        let table = format!("{}EVENT_SCHEMAS", prefix.unwrap_or_default());
        let client = namespace.client_events.iter().find(|event| carries(&event.head.payload));
        let server = namespace.server_events.iter().find(|event| carries(&event.head.payload));
        match (client, server) {
            (Some(event), _) => {
                Some(Event { table, wire: &event.head.wire, is_client: true, strict: event.strict })
            }
            (None, Some(event)) => {
                Some(Event { table, wire: &event.head.wire, is_client: false, strict: false })
            }
            (None, None) => None,
        }
    })
}

/// Writes the files of a schema of which every event is strict; the name of the module.
fn write_strict(module: &str, model: &Model) -> String {
    let mut model = model.clone();
    let events = model.namespaces.iter_mut().flat_map(|namespace| &mut namespace.client_events);
    events.for_each(|event| event.strict = true);
    let (folder, name) = module.rsplit_once('/').map_or(("", module), |(folder, name)| (folder, name));
    let options = ts::Options {
        validators: true,
        stem: format!("{name}.strict"),
        ..ts::Options::types("a strict schema")
    };
    for file in ts::files(&model, &options) {
        let gap = if folder.is_empty() { "" } else { "/" };
        generated::write(&format!("{folder}{gap}{}", file.name), &file.text);
    }
    let module = format!("{module}.strict");
    write_contract(&module, &model);
    module
}

/// Writes what the explorer's page would have of a schema beside the validators of a module.
fn write_contract(module: &str, model: &Model) {
    generated::write(&format!("{module}.contract.json"), &contract::contract(model, "a schema"));
}

fn values(model: &Model, id: TypeId, def: &TypeDef, changed: usize) -> Vec<(Tree, bool)> {
    let ty = Type::Named { id, boxed: false };
    let mut random = Random::new(0x5eed_0000 + u64::from(id.0));
    let mut made = Values::new(model, 0x5eed_1111 + u64::from(id.0));
    let mut valid: Vec<Tree> = Vec::new();
    for at in 0..VALID {
        let choice = match at {
            0 => Choice::Least,
            1 => Choice::Most,
            _ => Choice::Any,
        };
        let value = match (&def.origin, &def.kind) {
            (Origin::Args(_), TypeKind::Object(fields)) => made.arguments(fields, choice).into(),
            _ => made.value(&ty, choice),
        };
        valid.push(Tree::from(&value));
    }
    let mut all: Vec<(Tree, bool)> = valid.iter().map(|tree| (tree.clone(), false)).collect();
    for _ in 0..changed {
        let mut tree = mutated(random.pick(&valid), &valid, &mut random);
        // Now and then in two places.
        if random.below(4) == 0 {
            tree = mutated(&tree, &valid, &mut random);
        }
        // All of an event's arguments are a list, or it is no message.
        if matches!(def.origin, Origin::Args(_)) && !matches!(tree, Tree::Array(_)) {
            continue;
        }
        all.push((tree, random.below(5) == 0));
    }
    all
}

/// Asks the validators, and fails for whatever was judged otherwise without a reason.
pub fn compare(asked: &Asked) {
    let file = generated::folder().join("agreement.jsonl");
    fs::write(&file, asked.lines.join("\n")).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let program = ["--import", "tsx", "validators/agree.ts"];
    let answers = node::succeed(node::node().args(program).arg(&file));
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers.len(), asked.lines.len(), "an answer for each value");
    let mut wrong: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    let (mut taken, mut refused, mut justified) = (0, 0, 0);
    for (((name, verdict), answer), line) in asked.verdicts.iter().zip(&answers).zip(&asked.lines) {
        let (said, kind) = match verdict {
            Ok(()) => ("ok", "taken".to_owned()),
            Err(violation) => (violation.path.as_str(), violation.kind.to_string()),
        };
        let (answer, note) = answer.split_once('\t').unwrap_or((answer, ""));
        match verdict {
            Ok(()) => taken += 1,
            Err(_) => refused += 1,
        }
        if said == answer {
            continue;
        }
        if is_justified(verdict, answer, note, line) {
            justified += 1;
            continue;
        }
        let kind = if said != "ok" && answer == "ok" { kind + ", taken here" } else { kind };
        let line: String = line.chars().take(700).collect();
        wrong.entry((name, kind)).or_default().push(format!("server {said}, validator {answer}: {line}"));
    }
    println!("{taken} taken, {refused} refused, {justified} judged otherwise for a reason");
    let mut report = String::new();
    for ((name, kind), all) in &wrong {
        let _ = writeln!(report, "{name} {kind}: {} values, such as\n  {}", all.len(), all[0]);
    }
    assert!(wrong.is_empty(), "{report}");
    // A test in which everything is refused, or taken, tests nothing.
    assert!(taken > 10_000 && refused > 10_000 && justified < (taken + refused) / 50);
    let _ = fs::remove_file(file);
}

/// The differences that have a reason.
fn is_justified(verdict: &Result<(), Violation>, answer: &str, note: &str, line: &str) -> bool {
    let Err(violation) = verdict else {
        // Binary data where an object belongs of which no key must be there: the server sees the placeholder.
        return note == "binary";
    };
    // The same, where the server misses a key.
    let is_binary = note == "binary" && violation.path.starts_with(answer);
    // A forged placeholder takes an attachment away from where it belongs, or looks like one where there are any; and a
    // type of the application's own is refused as a whole where the validator says which part of it is to blame.
    let is_forged = line.contains("_placeholder") && (answer != "ok" || line.contains(BYTES));
    // What stands before a union's tag is kept until the tag is known, so the server reads it to its end and may find
    // text that it cannot read, deeper inside of what is wrong already, beside it, or behind a key that it has no use for.
    let is_unread =
        violation.kind == ViolationKind::Malformed && (answer != "ok" || is_unknown(&violation.path));
    is_binary || is_forged || is_unread
}

/// Whether a path leads through a key that only [`mutate`] puts into values.
fn is_unknown(path: &str) -> bool {
    let keys = [".extra", "[\"\"]", ".constructor", ".toString", "[\"$sockgen\"]", ".__proto__"];
    keys.iter().any(|key| path.contains(key))
}
