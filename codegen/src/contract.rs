//! A contract as the explorer's page has it: the view of templates without what the page has no use for.
//!
//! The macro makes it too, for the page that a server has, so it stands in programs and is read by browsers: what is
//! null, false or empty is left out, and of names in code those alone that are copied as code.
//! `codegen/explorer/page/src/contract.ts` says its form in TypeScript.

use crate::view::View;
use serde_json::{Map, Value};
use sockgen_schema::model::Model;

/// The contract as JSON, each type and event on a line of its own so that differences can be read. `source` is the
/// schema's file name.
///
/// # Panics
///
/// Never: a view is made of texts, numbers, lists and truth values.
#[must_use]
pub fn contract(model: &Model, source: &str) -> String {
    let view = serde_json::to_value(View::new(model, source)).expect("a view can be written as JSON");
    let mut text = String::new();
    lines(&mut text, &compact(view), 0);
    text
}

/// What no page asks for: names that others are made of, the same in another form, what is for other languages.
const LEFT_OUT: &[&str] =
    &["attempts", "docLines", "extensions", "group", "localName", "namespace", "ts", "uses"];

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
                        Value::Object(entries) if entries.is_empty() => return None,
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

/// The levels of lists whose items stand on lines of their own: types and namespaces, and the events of the latter.
const LISTS: usize = 2;

fn lines(out: &mut String, value: &Value, level: usize) {
    let list = |out: &mut String, items: &mut dyn Iterator<Item = (String, &Value)>, ends: [char; 2]| {
        out.push(ends[0]);
        for (at, (key, item)) in items.enumerate() {
            out.push_str(if at > 0 { ",\n" } else { "\n" });
            out.push_str(&key);
            lines(out, item, level + 1);
        }
        out.push('\n');
        out.push(ends[1]);
    };
    match value {
        Value::Object(entries) if level < 2 * LISTS && level.is_multiple_of(2) && has_list(value) => {
            let mut entries =
                entries.iter().map(|(key, value)| (format!("{}:", Value::from(key.as_str())), value));
            list(out, &mut entries, ['{', '}']);
        }
        Value::Array(items) if level < 2 * LISTS && items.iter().any(Value::is_object) => {
            list(out, &mut items.iter().map(|item| (String::new(), item)), ['[', ']']);
        }
        value => out.push_str(&value.to_string()),
    }
}

/// Whether a part of the contract holds types or events, which stand on lines of their own.
fn has_list(value: &Value) -> bool {
    ["types", "clientToServer", "serverToClient"].iter().any(|key| value.get(key).is_some())
}
