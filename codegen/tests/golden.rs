//! Everything that is generated, for each schema in `tests/golden`: what a review reads, and what the tests of
//! `sockgen-tests` compile.
//!
//! A change of an emitter is accepted with `INSTA_UPDATE=always cargo test -p sockgen-codegen --test golden`, after the
//! difference has been read.

use sockgen_codegen::{rust, ts};
use sockgen_schema::diagnostic::{Style, render};
use sockgen_schema::model::Model;
use sockgen_schema::{Disk, load};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// The schemas' folder, from this file's.
const GOLDEN: &str = "../../tests/golden";
const SCHEMA: &str = "events.sockgen.yaml";

#[test]
fn rust() {
    check("rust", |model| rust::print(rust::emit(model, &rust::Options::default()), SCHEMA));
}

#[test]
fn types() {
    check("types", |model| ts::emit(model, &ts::Options::types(SCHEMA)));
}

/// The files for clients are long and mostly the same: what differs is seen in these cases, and the tests of
/// `sockgen-tests` make and check those of all others.
const CLIENTS: &[&str] =
    &["dynamic_namespaces", "namespaces", "naughty_texts_everywhere", "rooms_and_targets", "styles_of_acks"];

#[test]
fn clients() {
    let files = |model: &Model| ts::files(model, &ts::Options::everything(SCHEMA, "events"));
    for part in ["client", "react", "fake"] {
        let name = format!("events.{part}.ts");
        let text = |_: &str, model: &Model| {
            let files = files(model);
            files.iter().find(|file| file.name == name).map(|file| file.text.clone()).unwrap()
        };
        check_cases(part, CLIENTS.iter().map(|case| (*case).to_owned()), text);
    }
}

#[test]
fn validators() {
    check_cases("validators", cases(), |case, model| {
        // As it stands beside the types in `tests/web`.
        let options = ts::Options { stem: case.to_owned(), validators: true, ..ts::Options::types(SCHEMA) };
        let mut files = ts::files(model, &options).into_iter();
        files.find(|file| file.name == format!("{case}.validators.ts")).expect("it was asked for").text
    });
}

#[test]
fn the_same_schema_gives_the_same_bytes() {
    for case in cases() {
        let texts = || {
            let model = model(&case);
            let rust = rust::emit(&model, &rust::Options::default()).to_string();
            (rust, ts::emit(&model, &ts::Options::types(SCHEMA)))
        };
        assert!(texts() == texts(), "{case}");
    }
}

/// Holds what `emit` makes of every schema against its snapshot `name`, all of them before it fails.
fn check(name: &str, emit: impl Fn(&Model) -> String) {
    check_cases(name, cases(), |_, model| emit(model));
}

/// The same of some cases, where what is emitted may depend on the case's name.
fn check_cases(name: &str, cases: impl IntoIterator<Item = String>, emit: impl Fn(&str, &Model) -> String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut failed = Vec::new();
    for case in cases {
        settings.set_snapshot_path(format!("{GOLDEN}/{case}"));
        let text = emit(&case, &model(&case));
        let held = catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(name, text))));
        if held.is_err() {
            failed.push(case);
        }
    }
    assert!(failed.is_empty(), "{name}.snap differs for: {}", failed.join(", "));
}

/// The names of the folders, in the order of the alphabet.
fn cases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden");
    let mut cases: Vec<String> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    cases.sort();
    assert!(cases.len() >= 8, "{} holds few schemas", folder.display());
    cases
}

fn model(case: &str) -> Model {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden").join(case).join(SCHEMA);
    let loaded = load(&path, &format!("{case}/{SCHEMA}"), &Disk);
    let findings: String =
        loaded.diagnostics.iter().map(|found| render(&loaded.sources, found, Style::Plain)).collect();
    assert!(findings.is_empty(), "{findings}");
    loaded.model.unwrap_or_else(|| panic!("{case} has no model"))
}
