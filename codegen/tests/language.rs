//! The JSON Schema of the language and the binder, held against each other.

#[path = "support/schemas.rs"]
mod schemas;
#[path = "support/yaml.rs"]
mod yaml;

use sockgen_codegen::language::{Names, schema};
use sockgen_schema::diagnostic::{Code, Severity};
use sockgen_schema::load_text;

/// What a JSON Schema sees as well: keys that do not belong or are missing, and values of the wrong kind.
const STRUCTURAL: &[Code] = &[Code::MissingVersion, Code::UnknownKey, Code::WrongKind, Code::MissingKey];

/// Behind these there is nothing to compare, or nothing that both read in the same way.
const CARRIER: &[Code] =
    &[Code::Syntax, Code::YamlFeature, Code::TooDeep, Code::TooLarge, Code::DuplicateKey];

/// Schemas with keys that belong where they stand, but have nothing to speak of there. That takes a resolver to see.
const BEYOND: &[&str] = &["SG0101/note_without_a_name"];

fn validator(names: &Names) -> jsonschema::Validator {
    let schema = serde_json::from_str(&schema(names)).unwrap();
    jsonschema::draft7::new(&schema).unwrap()
}

fn accepted(validator: &jsonschema::Validator, text: &str) -> bool {
    validator.is_valid(&yaml::to_json(text))
}

#[test]
fn what_the_binder_accepts_the_schema_accepts_and_what_is_wrong_in_structure_both_refuse() {
    let validator = validator(&Names::default());
    let mut wrong = Vec::new();
    let (mut good, mut bad) = (0, 0);
    for input in schemas::all() {
        let loaded = load_text(&input.text, &input.name);
        let errors: Vec<Code> = loaded
            .diagnostics
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.code)
            .collect();
        if errors.iter().any(|code| CARRIER.contains(code)) {
            continue;
        }
        let value = yaml::to_json(&input.text);
        let is_valid = validator.is_valid(&value);
        if errors.is_empty() {
            good += 1;
            if let Some(error) = validator.iter_errors(&value).next() {
                wrong.push(format!("{}: refused at {}: {error}", input.name, error.instance_path()));
            }
        } else if errors.iter().any(|code| STRUCTURAL.contains(code)) {
            bad += 1;
            if is_valid && !BEYOND.iter().any(|name| input.name.contains(name)) {
                wrong.push(format!("{}: accepted in spite of {errors:?}", input.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(good > 30 && bad > 30, "{good} good ones, {bad} bad ones");
}

#[test]
fn every_construct_of_the_language_is_accepted() {
    let text = include_str!("support/whole.sockgen.yaml");
    let validator = validator(&Names::default());
    let errors: Vec<_> = validator.iter_errors(&yaml::to_json(text)).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn what_editors_can_see_is_refused() {
    let validator = validator(&Names::default());
    let cases = [
        ("types: { A: { enum: [a], of: string } }", "`of` beside an enum"),
        ("types: { A: { type: list } }", "a list of nothing"),
        ("types: { A: { type: string, fields: {} } }", "two heads"),
        ("types: { A: { union: { a: {} } } }", "names without a tag"),
        ("types: { A: { tag: t, union: [string, f64] } }", "a tag without names"),
        ("types: { A: { external: { rust: x } } }", "nothing on the wire"),
        ("types: { A: { type: string, min: '1' } }", "a bound that is text"),
        ("types: { A: [string] }", "a tuple of one"),
        ("types: { A: { a: Can read } }", "words"),
        ("types: { A: }", "no type"),
        ("clientToServer: { a: { data: string, args: [{ b: u8 }] } }", "two payloads"),
        ("clientToServer: { a: { args: [{ b: u8, c: u8 }] } }", "two arguments in one"),
        ("clientToServer: { a: { to: b } }", "`to` on what clients send"),
        ("clientToServer: { a: { rate: 20 } }", "a rate without a time"),
        ("clientToServer: { a: { error: string } }", "an error without an ack"),
        ("serverToClient: { a: { maxBytes: 5 } }", "a limit on what the server sends"),
        ("serverToClient: { a: { volatile: yes } }", "a truth value of YAML 1.1"),
        ("rooms: { a: { join: b } }", "a room without a name"),
        ("acks: { ok: $date }", "an unknown part of an answer"),
        ("acks: { v1: { error: $error } }", "a style without `ok`"),
        ("namespaces: { /a: { types: {} } }", "types in a namespace"),
        ("defaults: { ackTimeout: 3 }", "a time without a unit"),
        ("import: [a]", "imports without names"),
    ];
    for (text, what) in cases {
        let text = format!("sockgen: 1\n{text}\n");
        assert!(!accepted(&validator, &text), "{what}: {text}");
        assert!(load_text(&text, "x").has_errors(), "{what} is accepted by the binder: {text}");
    }
}

#[test]
fn a_mapping_is_a_long_form_or_an_object_as_the_binder_sees_it() {
    let validator = validator(&Names::default());
    let cases = [
        ("{ type: string, id: string }", true),
        ("{ type: string }", true),
        ("{ type: string, doc: Something said }", true),
        ("{ type: string, id: string, doc: Something said }", false),
        ("{ min: u8, max: u8 }", true),
        ("{ type: u8, min: 1, max: 2 }", true),
        ("{ min: 1, max: 2 }", false),
        ("{ fields: { type: string, min: u8 } }", true),
        ("{ fields: u8, other: u8 }", true),
        ("{ fields: u8 }", false),
        ("{ open: bool }", true),
        ("{ type: list, of: { from: u32, to: u32 } }", true),
        ("{ type: { a: u8 } }", true),
        ("{}", true),
    ];
    for (ty, good) in cases {
        let text = format!("sockgen: 1\ntypes: {{ A: {ty} }}\n");
        assert_eq!(accepted(&validator, &text), good, "{ty}");
        assert_eq!(!load_text(&text, "x").has_errors(), good, "{ty} before the binder");
    }
}

#[test]
fn the_names_of_a_file_and_of_those_it_names_are_completed() {
    let text = "sockgen: 1\nimport: { common: ./common.sockgen.yaml }\ninclude: [./git.sockgen.yaml]\nacks: { ok: $data, old: { ok: $data } }\ntypes:\n  ## Who.\n  User: { id: uuid }\nclientToServer:\n  join:room: { data: string }\nrooms: { lobby: \"lobby:{id: uuid}\" }\nnamespaces: { /a: { rooms: { hall: \"hall:\" } } }\n";
    let names = Names::of(text, |path| {
        let is_git = path.ends_with("git.sockgen.yaml");
        Some(
            if is_git {
                "types: { Commit: string }"
            } else {
                "types: { Money: { type: string, doc: Cash } }"
            }
            .to_owned(),
        )
    });
    let names = names.unwrap();
    let list = |names: &[sockgen_codegen::language::Name]| -> Vec<String> {
        names.iter().map(|name| format!("{} {}", name.name, name.doc.as_deref().unwrap_or("-"))).collect()
    };
    assert_eq!(list(&names.types), ["User Who.", "git.Commit -", "common.Money Cash"]);
    assert_eq!(list(&names.rooms), ["hall -", "lobby -"]);
    assert_eq!(list(&names.client_events), ["join:room -"]);
    assert_eq!(list(&names.ack_styles), ["old -"]);
    assert!(Names::of("a: [", |_| None).is_none());

    // They are proposals: a type that is declared a minute later is no mistake.
    let validator = validator(&names);
    assert!(accepted(&validator, text));
    assert!(accepted(
        &validator,
        &format!("{text}serverToClient: {{ a: {{ data: Later, to: elsewhere }} }}\n")
    ));
}
