//! The contract that the explorer's page has: JSON, the same each time, and with all that forms, schemas and acks are
//! made of, whatever stands in the schema.

use serde_json::{Value, json};
use sockgen_codegen::contract::contract;
use sockgen_codegen::view::View;
use sockgen_schema::model::Model;
use sockgen_schema::{Disk, load, load_text};
use std::fs;
use std::path::Path;

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

/// The models of all goldens, by their names.
fn goldens() -> Vec<(String, Model)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let mut all: Vec<(String, Model)> = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|case| {
            let name = case.file_name().to_string_lossy().into_owned();
            let path = case.path().join("events.sockgen.yaml");
            (name.clone(), load(&path, &name, &Disk).model.unwrap_or_else(|| panic!("{name} has no model")))
        })
        .collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(all.len() > 40, "there are goldens");
    all
}

#[test]
fn whatever_is_there_is_what_the_view_has() {
    for (name, model) in goldens() {
        let view = serde_json::to_value(View::new(&model, "events.sockgen.yaml")).unwrap();
        holds(&name, &read(&model), &view);
    }
}

/// Whether everything in a contract stands in the view as well, and what is left out is nothing or for others.
fn holds(place: &str, contract: &Value, view: &Value) {
    const FOR_OTHERS: &[&str] =
        &["attempts", "docLines", "extensions", "group", "localName", "names", "namespace", "ts", "uses"];
    match (contract, view) {
        (Value::Object(own), Value::Object(all)) => {
            for (key, value) in all {
                let place = format!("{place}.{key}");
                match own.get(key) {
                    Some(own) => holds(&place, own, value),
                    None if FOR_OTHERS.contains(&key.as_str()) || is_nothing(value) => {}
                    // Casings, of which a page has some.
                    None if all.contains_key("kebab") => {}
                    None => panic!("{place} is lost: {value}"),
                }
            }
            let unknown = own.keys().find(|key| !all.contains_key(*key));
            assert_eq!(unknown, None, "{place} has what no view has");
        }
        (Value::Array(own), Value::Array(all)) => {
            assert_eq!(own.len(), all.len(), "{place} has another length");
            own.iter().zip(all).enumerate().for_each(|(at, (own, all))| {
                holds(&format!("{place}[{at}]"), own, all);
            });
        }
        // Of a 64-bit integer.
        (Value::String(bound), Value::Number(number)) => assert_eq!(*bound, number.to_string(), "{place}"),
        (own, all) => assert_eq!(own, all, "{place}"),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.values().all(is_nothing),
        _ => false,
    }
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
        [Some(json!(false)), None, Some(json!([])), Some(json!("")), Some(json!({})), None].to_vec();
    assert_eq!(defaults, expected);
    let has: Vec<bool> = fields.iter().map(|field| field["hasDefault"] == true).collect();
    assert_eq!(has, [true, true, true, true, true, false]);
    assert_eq!(fields[1]["nullable"], true);
    assert_eq!(fields[5]["example"], false);
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
