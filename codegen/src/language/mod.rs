//! `sockgen schema`: the JSON Schema of the language, for editors.
//!
//! The types below mirror the language as it is written, and exist for their shape and their documentation alone: a
//! serde reader stops at the first mistake, so files are read by the binder of `sockgen-schema`. A test holds the two
//! against each other.
//!
//! The schema is one of draft 7, the newest draft that `yaml-language-server` reads in full.
//!
//! **Invariant:** what the binder accepts, the schema accepts.

mod events;
mod expression;
mod file;
mod names;
mod text;
mod types;

pub use names::{Name, Names};

use file::File;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use sockgen_schema::model::BUILTINS;

/// The JSON Schema of the language as text. With `names`, it completes them as well.
pub fn schema(names: &Names) -> String {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<File>().to_value();
    without_null(&mut schema);
    schema["title"] = json!("sockgen");
    if let Some(definitions) = schema.get_mut("definitions").and_then(Value::as_object_mut) {
        let builtins = BUILTINS.iter().map(|row| Name {
            name: row.name.to_owned(),
            doc: Some(format!("{} Rust: `{}`, TypeScript: `{}`.", row.doc, row.rust, row.typescript)),
        });
        let containers = [("list<string>", "A list."), ("map<string>", "An object with any keys.")];
        let containers =
            containers.map(|(name, doc)| Name { name: name.to_owned(), doc: Some(doc.to_owned()) });
        let types: Vec<Name> = builtins.chain(names.types.iter().cloned()).chain(containers).collect();
        suggest(definitions, "TypeText", &types);
        suggest(definitions, "RoomName", &names.rooms);
        suggest(definitions, "EventName", &names.client_events);
        suggest(definitions, "StyleName", &names.ack_styles);
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Adds values to complete to a definition of text.
fn suggest(definitions: &mut Map<String, Value>, definition: &str, names: &[Name]) {
    let Some(choices) = definitions.get_mut(definition).and_then(|it| it["anyOf"].as_array_mut()) else {
        return;
    };
    for Name { name, doc } in names.iter().rev() {
        let mut choice = json!({ "const": name });
        if let Some(doc) = doc {
            choice["description"] = json!(doc);
        }
        choices.insert(0, choice);
    }
}

/// What may be left out may not be null. Where null means something, a definition says so itself.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let is_null = |choice: &Value| *choice == json!({ "type": "null" });
            if let Some(Value::Array(choices)) = object.get_mut("anyOf")
                && choices.len() == 2
                && is_null(&choices[1])
            {
                let Value::Object(only) = choices.swap_remove(0) else { return };
                object.remove("anyOf");
                object.extend(only);
            }
            if let Some(Value::Array(kinds)) = object.get_mut("type")
                && kinds.len() == 2
                && kinds[1] == "null"
            {
                let only = kinds.swap_remove(0);
                object.insert("type".to_owned(), only);
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}
