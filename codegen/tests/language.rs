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
const CARRIER: &[Code] = &[
    Code::Syntax,
    Code::YamlFeature,
    Code::TooDeep,
    Code::TooLarge,
    Code::DuplicateKey,
    Code::NotYet,
];

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
            if is_valid {
                wrong.push(format!("{}: accepted in spite of {errors:?}", input.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(good > 30 && bad > 30, "{good} good ones, {bad} bad ones");
}
