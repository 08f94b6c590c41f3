//! What the explorer's page is told of a contract is what templates are told, without what the page has no use for.
//!
//! The view is made by other code, as a tree; here it is cut down to what the page has, and must be the same then.

use serde_json::{Map, Value};
use sockgen_codegen::contract::contract;
use sockgen_codegen::view::View;
use sockgen_schema::model::{EventHead, Model, Payload};
use sockgen_schema::{Disk, load};
use std::path::{Path, PathBuf};

fn schemas() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let goldens = std::fs::read_dir(root.join("tests/golden")).unwrap();
    let goldens = goldens.map(|case| case.unwrap().path().join("events.sockgen.yaml"));
    let others = ["examples/call/call.sockgen.yaml", "tests/e2e/collab/collab.sockgen.yaml"];
    goldens.chain(others.map(|other| root.join(other))).collect()
}

#[test]
fn nothing_that_templates_are_told_is_lost() {
    let mut rust_paths = 0;
    for path in schemas() {
        let model = load(&path, "x", &Disk).model.unwrap();
        let written: Value = serde_json::from_str(&contract(&model, "x.yaml")).unwrap();
        let mut view = serde_json::to_value(View::new(&model, "x.yaml")).unwrap();
        add_arguments(&mut view, &model);
        // An object that is the page's alone says so by its name, which other code made.
        let mut written = written;
        for def in items(&mut written, "types") {
            rust_paths += usize::from(def.as_object_mut().unwrap().remove("rustPath").is_some());
        }
        assert_eq!(written, whole(compact(view)), "{}", path.display());
    }
    assert!(rust_paths > 10, "{rust_paths}");
}

#[test]
fn it_is_text_that_no_literal_minds_and_the_same_each_time() {
    for path in schemas() {
        let model = load(&path, "x", &Disk).model.unwrap();
        let text = contract(&model, "x.yaml");
        assert_eq!(text, contract(&model, "x.yaml"));
        let is_plain = |c: char| c == '\n' || c == ' ' || c.is_ascii_graphic() || c.is_alphanumeric();
        assert!(text.chars().all(is_plain), "{}", path.display());
    }
}

/// Names in code that nobody copies.
fn whole(mut view: Value) -> Value {
    view.as_object_mut().unwrap().remove("names");
    view
}

/// Adds the types of arguments, which views do not name.
fn add_arguments(view: &mut Value, model: &Model) {
    for (namespace, view) in model.namespaces.iter().zip(items(view, "namespaces")) {
        let mut add = |key, heads: &mut dyn Iterator<Item = &EventHead>| {
            for (head, view) in heads.zip(items(view, key)) {
                if let Payload::Args(id) = head.payload {
                    view["argsType"] = model.type_def(id).name.as_str().into();
                }
            }
        };
        add("clientToServer", &mut namespace.client_events.iter().map(|event| &event.head));
        add("serverToClient", &mut namespace.server_events.iter().map(|event| &event.head));
    }
}

fn items<'v>(view: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    view.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

/// What no page asks for: names that others are made of, the same in another form, what is for other languages.
const LEFT_OUT: &[&str] = &["attempts", "docLines", "extensions", "group", "localName", "namespace", "uses"];

/// The casings of a thing that are copied as code, told by a key that it alone has.
const CASINGS: &[(&str, &[&str])] = &[
    // References and types, which are called by `name`.
    ("boxed", &[]),
    ("fields", &[]),
    ("payload", &["camel", "snake"]),
    ("hasDefault", &["snake"]),
    ("template", &["camel", "pascal", "snake"]),
    ("literal", &["camel", "snake"]),
];

fn compact(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let is_int64 = matches!(entries.get("builtin").and_then(Value::as_str), Some("i64" | "u64"));
            let casings = CASINGS.iter().find(|(key, _)| entries.contains_key(*key));
            let casings = casings.map_or(&["pascal"][..], |(_, casings)| casings);
            let entry = |(key, value): (String, Value)| {
                let value = match (key.as_str(), value) {
                    (key, _) if LEFT_OUT.contains(&key) => return None,
                    ("names", Value::Object(mut names)) => {
                        names.retain(|key, _| casings.contains(&&**key));
                        if names.is_empty() {
                            return None;
                        }
                        Value::Object(names)
                    }
                    // JavaScript would round it.
                    ("min" | "max", Value::Number(bound)) if is_int64 => Value::String(bound.to_string()),
                    // A value of the schema's own, in which nothing may be left out.
                    ("const", value) => return Some((key, value)),
                    // A shape without keys is a shape.
                    ("object", value) => return Some((key, compact(value))),
                    ("default" | "example", value) => value,
                    (_, value) => match compact(value) {
                        Value::Bool(false) => return None,
                        Value::Array(items) if items.is_empty() => return None,
                        Value::Object(entries) if entries.is_empty() && key != "deprecated" => return None,
                        value => value,
                    },
                };
                (!value.is_null()).then_some((key, value))
            };
            Value::Object(entries.into_iter().filter_map(entry).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(compact).collect()),
        value => value,
    }
}
