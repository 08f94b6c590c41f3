//! What the explorer's page is told of a contract is what templates are told, without what the page has no use for.
//!
//! The view is made by other code, as a tree; here it is cut down to what the page has, and must be the same then.

use serde_json::{Map, Value, json};
use sockgen_codegen::contract::contract;
use sockgen_codegen::view::View;
use sockgen_schema::model::{EventHead, Model, Payload};
use sockgen_schema::{Disk, load, load_text};
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
            let has_default = entries.get("hasDefault") == Some(&Value::Bool(true));
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
                    // Null is a default where there is one. The view cannot say that of an example.
                    ("default", Value::Null) if has_default => return Some((key, Value::Null)),
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

/// The contract of a schema that has no errors.
fn contract_of(schema: &str) -> Value {
    let loaded = load_text(schema, "events.sockgen.yaml");
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    read(&loaded.model.unwrap())
}

fn read(model: &Model) -> Value {
    let text = contract(model, "events.sockgen.yaml");
    assert_eq!(text, contract(model, "events.sockgen.yaml"), "it is the same each time");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The type of that name.
fn type_of<'c>(contract: &'c Value, name: &str) -> &'c Value {
    let types = contract["types"].as_array().unwrap();
    types.iter().find(|def| def["name"] == name).unwrap_or_else(|| panic!("there is no {name}"))
}

#[test]
fn defaults_that_look_like_nothing_are_there() {
    let contract = contract_of(
        "sockgen: 1
types:
  Inner: { fields: { id?: string } }
  All:
    fields:
      flag: { type: bool, default: false }
      none: { type: string | null, default: null }
      list: { type: list<u8>, default: [] }
      text: { type: string, default: '' }
      inner: { type: Inner, default: {} }
      example: { type: bool, example: false }
serverToClient: { all: All }
",
    );
    let fields = type_of(&contract, "All")["fields"].as_array().unwrap();
    let defaults: Vec<_> = fields.iter().map(|field| field.get("default").cloned()).collect();
    let expected =
        [Some(json!(false)), Some(json!(null)), Some(json!([])), Some(json!("")), Some(json!({})), None]
            .to_vec();
    assert_eq!(defaults, expected);
    let has: Vec<bool> = fields.iter().map(|field| field["hasDefault"] == true).collect();
    assert_eq!(has, [true, true, true, true, true, false]);
    assert_eq!(fields[1]["nullable"], true);
    assert_eq!(fields[5]["example"], false);
}

#[test]
fn an_example_that_is_null_is_one() {
    let contract = contract_of(
        "sockgen: 1
types:
  Nickname: { type: string | null, example: null }
  All: { fields: { none: { type: u8 | null, example: null }, other: u8 | null } }
serverToClient:
  all: { data: All, example: null }
  nickname: { data: Nickname, example: null }
  other: { data: Nickname }
",
    );
    assert_eq!(type_of(&contract, "Nickname").get("example"), Some(&Value::Null));
    let fields = type_of(&contract, "All")["fields"].as_array().unwrap();
    let examples: Vec<_> = fields.iter().map(|field| field.get("example")).collect();
    assert_eq!(examples, [Some(&Value::Null), None]);
    let events = contract["namespaces"][0]["serverToClient"].as_array().unwrap();
    let examples: Vec<_> = events.iter().map(|event| event.get("example")).collect();
    assert_eq!(examples, [Some(&Value::Null), Some(&Value::Null), None]);
}

#[test]
fn bounds_that_javascript_would_round_are_texts() {
    let contract = contract_of(
        "sockgen: 1
types:
  Wide: u64(1..=18446744073709551615)
  Low: i64(-9223372036854775808..=0)
  Zero: u64(0..)
  Plain: int(-9007199254740991..=5)
  Float: f64(0.5..=1)
  Text: string(0..=3)
serverToClient: { all: { data: { a: Wide, b: Low, c: Zero, d: Plain, e: Float, f: Text } } }
",
    );
    for (name, min, max) in [
        ("Wide", json!("1"), json!("18446744073709551615")),
        ("Low", json!("-9223372036854775808"), json!("0")),
        ("Zero", json!("0"), Value::Null),
        ("Plain", json!(-9_007_199_254_740_991_i64), json!(5)),
        ("Float", json!(0.5), json!(1.0)),
        ("Text", json!(0), json!(3)),
    ] {
        let ty = &type_of(&contract, name)["type"];
        assert_eq!((ty["min"].clone(), ty["max"].clone()), (min, max), "{name}");
    }
}

#[test]
fn what_is_empty_or_open_says_so() {
    let contract = contract_of(
        "sockgen: 1
acks:
  ok: {}
  error: { failed: true, why: $error, off: false, none: null, more: {} }
  fault: { failed: true, fault: $fault }
types:
  Nothing: { fields: {} }
  Code: { enum: [a, b], open: true }
  Number: { enum: [0, 1] }
  Op: { tag: kind, open: true, union: { noop: {}, text: { at: u32 } } }
  State: { tag: name, content: data, union: { idle: {}, busy: string } }
clientToServer:
  all: { data: { nothing: Nothing, code: Code, number: Number, op: Op, state: State }, ack: none, error: Code }
",
    );
    assert_eq!(type_of(&contract, "Nothing").get("fields"), None);
    assert_eq!(type_of(&contract, "Nothing")["kind"], "object");
    assert_eq!(type_of(&contract, "Code")["open"], true);
    assert_eq!(type_of(&contract, "Number").get("open"), None);
    assert_eq!(type_of(&contract, "Number")["numeric"], true);
    assert_eq!(type_of(&contract, "Number")["values"][0]["wire"], "0");
    let op = type_of(&contract, "Op");
    assert_eq!((&op["open"], &op["tagging"], &op["tag"]), (&json!(true), &json!("internal"), &json!("kind")));
    let state = type_of(&contract, "State");
    assert_eq!((&state["tagging"], &state["content"]), (&json!("adjacent"), &json!("data")));
    assert_eq!(state["members"][0].get("type"), None);
    let style = &contract["ackStyles"][0];
    assert_eq!(style["ok"], json!({ "object": [] }));
    let off = json!({ "key": "off", "value": { "const": false } });
    let none = json!({ "key": "none", "value": { "const": null } });
    let more = json!({ "key": "more", "value": { "object": [] } });
    let object = style["error"]["object"].as_array().unwrap();
    assert!([off, none, more].iter().all(|entry| object.contains(entry)), "{object:?}");
}

#[test]
fn naughty_texts_come_through_as_they_are() {
    let naughty = "</script><!-- \" ' \\ `${x}` \u{2028} \u{0} \u{202e} 😀";
    let quoted = serde_json::to_string(naughty).unwrap();
    let schema = format!(
        "{{ \"sockgen\": 1, \"doc\": {quoted}, \"serverToClient\": {{ \"a\": {{ \"doc\": {quoted}, \
         \"data\": {{ \"type\": \"string\", \"example\": {quoted} }} }} }} }}"
    );
    let loaded = load_text(&schema, "events.sockgen.json");
    let Some(model) = loaded.model else { panic!("{:?}", loaded.diagnostics) };
    let contract = read(&model);
    assert_eq!(contract["doc"], naughty);
    assert_eq!(contract["namespaces"][0]["serverToClient"][0]["doc"], naughty);
}
