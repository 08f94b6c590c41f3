//! What is read from what is written: documentation, the forms of types, examples, and what may be left out.

mod support;

use sockgen_schema::diagnostic::{self, Style};
use sockgen_schema::load_text;
use sockgen_schema::model::{Model, TypeDef, TypeKind};
use support::{TYPES, invariants};

fn model(text: &str) -> Model {
    let loaded = load_text(&format!("sockgen: 1\n{text}"), "x.sockgen.yaml");
    let human = diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain);
    assert!(loaded.diagnostics.is_empty(), "{human}\n{text}");
    loaded.model.unwrap()
}

fn def<'m>(model: &'m Model, name: &str) -> &'m TypeDef {
    model.types.iter().find(|def| def.name == name).unwrap_or_else(|| panic!("no type {name}"))
}

/// The documentation of everything in a schema, by name.
fn docs(text: &str) -> Vec<(String, String)> {
    let model = model(text);
    let mut docs = Vec::new();
    let mut add = |name: &str, doc: &Option<String>| {
        docs.extend(doc.as_ref().map(|doc| (name.to_owned(), doc.clone())));
    };
    add("the schema", &model.doc);
    for def in &model.types {
        add(&def.name, &def.doc);
        match &def.kind {
            TypeKind::Alias(_) | TypeKind::Brand(_) | TypeKind::External(_) => {}
            TypeKind::Union(union) => {
                let members = union.members.iter();
                members.for_each(|member| add(&format!("{}.{}", def.name, member.variant), &member.doc));
            }
            TypeKind::Object(fields) => {
                fields.iter().for_each(|field| add(&format!("{}.{}", def.name, field.wire), &field.doc));
            }
            TypeKind::Enum { values, .. } => {
                values.iter().for_each(|value| add(&format!("{}.{}", def.name, value.wire), &value.doc));
            }
        }
    }
    model.root().client_events.iter().for_each(|event| add(&event.head.wire, &event.head.doc));
    model.root().server_events.iter().for_each(|event| add(&event.head.wire, &event.head.doc));
    model.root().rooms.iter().for_each(|room| add(&room.key, &room.doc));
    docs
}

fn check_docs(text: &str, expected: &[(&str, &str)]) {
    let docs = docs(text);
    let docs: Vec<_> = docs.iter().map(|(name, doc)| (name.as_str(), doc.as_str())).collect();
    assert_eq!(docs, expected, "{text}");
}

#[test]
fn a_comment_with_two_marks_documents_what_stands_below() {
    check_docs("types:\n  ## One.\n  A: u8\n", &[("A", "One.")]);
    check_docs(
        "types:\n  ## One,\n  ## two,\n  ##\n  ##   three.\n  A: u8\n",
        &[("A", "One,\ntwo,\n\n  three.")],
    );
    check_docs("types:\n  ##One.  \n  \"A\": u8\n", &[("A", "One.")]);
    check_docs("types: {\n  ## One.\n  A: u8,\n  ## Two.\n  B: u8 }\n", &[("A", "One."), ("B", "Two.")]);
    check_docs("types:\n  A: u8 # not this\n  # nor this\n  ### and no ruler\n  #### at all\n  B: u8\n", &[]);
    check_docs("types:\n  # A plain comment above.\n  ## One.\n  A: u8\n", &[("A", "One.")]);
    check_docs("types:\n  ##\n  A: u8\n", &[]);
    check_docs("clientToServer:\n  ## Joins.\n  join: {}\n", &[("join", "Joins.")]);
    check_docs("rooms:\n  ## All.\n  all: \"all:\"\n", &[("all", "All.")]);
    check_docs("types:\n  ## One.\n  ? A\n  : u8\n", &[("A", "One.")]);
}

#[test]
fn a_key_documents_as_well() {
    check_docs("doc: |\n  One.\n\n  Two.\n", &[("the schema", "One.\n\nTwo.")]);
    check_docs("doc: >-\n  One\n  line.\n", &[("the schema", "One line.")]);
    check_docs("doc: \"\"\n", &[]);
    check_docs("types: { A: { type: u8, doc: One. } }\n", &[("A", "One.")]);
    check_docs("clientToServer: { join: { doc: Joins. } }\n", &[("join", "Joins.")]);
    check_docs("rooms: { all: { name: \"all:\", doc: All. } }\n", &[("all", "All.")]);
}

#[test]
fn values_and_fields_are_documented_in_every_form() {
    let values = &[("A.x", "One."), ("A.y", "Two, and more.")];
    check_docs(
        "types:\n  A:\n    enum:\n      ## One.\n      - x\n      ## Two, and more.\n      - y\n      - z\n",
        values,
    );
    check_docs("types:\n  A: { enum: { x: One., y: \"Two, and more.\", z: } }\n", values);
    check_docs(
        "types:\n  A:\n    enum:\n      x: One.\n      ## Two, and more.\n      y:\n      z: ~\n",
        values,
    );
    let fields = &[("A.x", "One."), ("A.y", "Two.")];
    check_docs(
        "types:\n  A:\n    fields:\n      ## One.\n      x: u8\n      y?: { type: u8, doc: Two. }\n",
        fields,
    );
    check_docs("types:\n  A:\n    ## One.\n    x: u8\n    ## Two.\n    y: list<u8>\n", fields);
}

#[test]
fn inline_types_have_the_documentation_of_what_has_them() {
    check_docs(
        "clientToServer:\n  ## Joins.\n  join:\n    ## Who.\n    data: { id: u8 }\n    ## Whether.\n    ack: { ok: bool }\n",
        &[("Join", "Who."), ("JoinAck", "Whether."), ("join", "Joins.")],
    );
    check_docs(
        "types:\n  A:\n    fields:\n      ## Where.\n      b: { c: u8 }\n",
        &[("A.b", "Where."), ("AB", "Where.")],
    );
    check_docs("## Who.\nauth: { id: u8 }\n", &[("Auth", "Who.")]);
}

/// The fields that a type has, or nothing where it is something else.
fn fields(ty: &str) -> Option<Vec<String>> {
    let model = model(&format!("types:\n  Something: u8\n  A: {ty}\n"));
    match &def(&model, "A").kind {
        TypeKind::Object(fields) => Some(fields.iter().map(|field| field.wire.clone()).collect()),
        _ => None,
    }
}

#[test]
fn a_mapping_is_a_long_form_or_an_object() {
    for long in [
        "{ type: string }",
        "{ type: string, doc: Something }",
        "{ type: string, min: 1, max: 2, example: x, doc: x }",
        "{ type: list, of: string, max: 2 }",
        "{ type: { type: { type: string } } }",
        "{ enum: [a, b] }",
        "{ enum: [a, b], open: true, doc: x, example: a }",
        "{ type: enum(a | b), doc: x }",
        "{ brand: string, min: 1, max: 2, pattern: a }",
        "{ union: [string, f64] }",
        "{ tag: t, content: c, open: true, union: { a: {} } }",
        "{ external: { rust: a::B, json: u8 }, doc: x }",
        "{ type: string, x-a: 1, deprecated: true, lint: { allow: [SG0305] } }",
    ] {
        assert_eq!(fields(long), None, "{long}");
    }
    for (object, expected) in [
        ("{}", &[][..]),
        ("{ fields: {} }", &[]),
        ("{ fields: }", &[]),
        ("{ a: string }", &["a"]),
        ("{ type: string, id: string }", &["type", "id"]),
        ("{ doc: string, example: string, min: u8 }", &["doc", "example", "min"]),
        ("{ of: string, open: bool }", &["of", "open"]),
        ("{ fields: { type: string, doc: string } }", &["type", "doc"]),
        ("{ fields: { enum: string }, doc: x, example: { enum: y } }", &["enum"]),
        ("{ fields: string, id: u8 }", &["fields", "id"]),
        ("{ type: { a: u8 }, doc: x }", &["a"]),
        ("{ fields: { a: u8 }, x-a: 1, deprecated: { use: b } }", &["a"]),
        ("{ brand: string, name: string }", &["brand", "name"]),
        ("{ union: Something, id: u8 }", &["union", "id"]),
        ("{ tag: string, content: string, pattern: string }", &["tag", "content", "pattern"]),
        ("{ x-a: string, default: u8 }", &["x-a", "default"]),
        ("{ deprecated: bool, lint: bool, include: bool }", &["deprecated", "lint", "include"]),
    ] {
        assert_eq!(fields(object).unwrap(), expected, "{object}");
    }
}

#[test]
fn examples_are_values_of_their_types() {
    let text = "types:
  Text: { type: string, example: 123 }
  Long: { type: string, example: 007 }
  Yes: { type: string, example: true }
  Quoted: { type: string, example: \"1\" }
  Number: { type: u8, example: 123 }
  Big: { type: u64, example: 18446744073709551615 }
  Role: { enum: [a, b], example: b }
  Maybe: { type: string | null, example: 5 }
  Nothing: { type: string | null, example: ~ }
  Many: { type: list<u8>, example: [1, 2] }
  Whole: { fields: { a: u8, b: string }, example: { a: 1, b: x } }
  Date: { type: date, example: 2024-01-31 }
  Parts: { fields: { a: { type: string, example: 5 }, b: { type: Text, example: x }, c: u8 } }
";
    let model = model(text);
    let example = |name: &str| def(&model, name).example.clone().unwrap_or_default();
    assert_eq!(example("Text"), "123");
    assert_eq!(example("Long"), "007");
    assert_eq!(example("Yes"), "true");
    assert_eq!(example("Quoted"), "1");
    assert_eq!(example("Number"), 123);
    assert_eq!(example("Big"), "18446744073709551615");
    assert_eq!(example("Role"), "b");
    assert_eq!(example("Maybe"), "5");
    assert_eq!(example("Nothing"), serde_json::Value::Null);
    assert_eq!(example("Many"), serde_json::json!([1, 2]));
    assert_eq!(example("Whole"), serde_json::json!({ "a": 1, "b": "x" }));
    assert_eq!(example("Date"), "2024-01-31");
    let TypeKind::Object(fields) = &def(&model, "Parts").kind else { panic!("no object") };
    let examples: Vec<_> = fields.iter().map(|field| field.example.clone()).collect();
    assert_eq!(examples, [Some("5".into()), Some("x".into()), None]);
}

#[test]
fn what_yaml_reads_specially_is_text_where_text_is_meant() {
    let model = model("types:\n  A: { enum: [on, off, yes, no, y, n, 'null', 'true', \"NOT\", nan, inf] }\n");
    let TypeKind::Enum { values, .. } = &def(&model, "A").kind else { panic!("no enum") };
    let wire: Vec<_> = values.iter().map(|value| value.wire.as_str()).collect();
    assert_eq!(wire, ["on", "off", "yes", "no", "y", "n", "null", "true", "NOT", "nan", "inf"]);
}

#[test]
fn sections_may_be_empty() {
    for empty in ["", " ~", " null", " {}"] {
        let sections = ["types", "clientToServer", "serverToClient", "rooms"];
        let text: String = sections.map(|section| format!("{section}:{empty}\n")).concat();
        assert!(model(&text).types.is_empty());
    }
    assert!(model("").root().client_events.is_empty());
}

#[test]
fn types_may_stand_in_quotes_and_in_several_lines() {
    for ty in [
        "'list<u8>(..=2)'",
        "\"list<u8>(..=2)\"",
        "\"list\\u003cu8>(..=2)\"",
        ">-\n    list<u8>(..=2)",
        "|\n    list<u8>(..=2)",
        "\"u8[](..=2)\"",
        "list< u8 >(..=2)",
    ] {
        let expected = model("types:\n  A: list<u8>(..=2)\n");
        let found = model(&format!("types:\n  A: {ty}\n"));
        assert_eq!(def(&found, "A").kind, def(&expected, "A").kind, "{ty}");
    }
}

#[test]
fn one_payload_in_both_directions_is_one_type() {
    let model =
        model("clientToServer:\n  a:b: { data: { x: u8 } }\nserverToClient:\n  a:b: { data: { x: u8 } }\n");
    assert_eq!(model.types.len(), 1);
    assert_eq!(model.types[0].name, "AB");
    assert_eq!(model.root().client_events[0].head.payload, model.root().server_events[0].head.payload);
    for (one, other) in [
        ("{ union: [u8, string] }", "{ union: [u8, bool] }"),
        ("{ tag: t, union: { a: {} } }", "{ tag: u, union: { a: {} } }"),
        ("{ brand: u8 }", "{ brand: u16 }"),
        ("{ a: \"[u8, u8]\" }", "{ a: \"[u8, u16]\" }"),
        ("{ a: { type: u8, default: 1 } }", "{ a: { type: u8, default: 2 } }"),
        ("{ a: { type: string, pattern: a } }", "{ a: { type: string, pattern: b } }"),
        ("{ external: { rust: a::B, json: u8 } }", "{ external: { rust: a::C, json: u8 } }"),
    ] {
        let both = |a: &str, b: &str| {
            let text = format!(
                "sockgen: 1\nclientToServer:\n  a: {{ data: {a} }}\nserverToClient:\n  a: {{ data: {b} }}\n"
            );
            let codes = load_text(&text, "x").diagnostics;
            codes.iter().map(|found| found.code.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(both(one, one), [""; 0], "{one}");
        assert_eq!(both(one, other), ["SG0304"], "{one} {other}");
    }
}

#[test]
fn every_construct_of_types_is_read() {
    let model = model(TYPES.trim_start_matches("sockgen: 1\n"));
    let kinds: Vec<String> =
        model.types.iter().map(|def| format!("{}: {}", def.name, written(def))).collect();
    insta::assert_snapshot!(kinds.join("\n"));
    invariants::check(&model);
}

/// What a type is, without what is empty in it.
fn written(def: &TypeDef) -> String {
    fn prune(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(object) => {
                object.values_mut().for_each(prune);
                object.retain(|_, value| {
                    !value.is_null() && *value != serde_json::json!([]) && *value != serde_json::json!({})
                });
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(prune),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(def).unwrap();
    for key in ["name", "local_name", "namespace", "origin"] {
        value.as_object_mut().unwrap().remove(key);
    }
    prune(&mut value);
    value.to_string()
}
