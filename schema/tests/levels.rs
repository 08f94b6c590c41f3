//! `lint` in a file, and what a caller says beside it.

use sockgen_schema::diagnostic::{Levels, short};
use sockgen_schema::lint::lint;
use sockgen_schema::{Disk, load, load_text};
use std::path::Path;

fn codes(text: &str) -> Vec<&'static str> {
    let loaded = load_text(text, "x.sockgen.yaml");
    loaded.diagnostics.iter().map(|found| found.code.as_str()).collect()
}

#[test]
fn a_file_allows_warnings_where_it_says_so() {
    let file = |top: &str, event: &str| {
        format!(
            "sockgen: 1\n{top}clientToServer:\n  error: {{ ack: none{event} }}\n  toJSON: {{ ack: none }}\n"
        )
    };
    assert_eq!(codes(&file("", "")), ["SG0305", "SG0305"]);
    assert_eq!(codes(&file("lint: { allow: [risky-name] }\n", "")), [""; 0]);
    assert_eq!(codes(&file("lint: { allow: SG0305 }\n", "")), [""; 0]);
    assert_eq!(codes(&file("lint: { allow: all }\n", "")), [""; 0]);
    assert_eq!(codes(&file("", ", lint: { allow: [risky-name] }")), ["SG0305"]);
    let inner = file("lint: { allow: [risky-name] }\n", ", lint: { warn: [risky-name] }");
    assert_eq!(codes(&inner), ["SG0305"]);
}

#[test]
fn a_level_inside_of_a_type_holds_for_the_type_and_for_its_key() {
    let text = "sockgen: 1\ntypes:\n  A:\n    fields: { a?: string }\n    lint: { allow: [flow-optional] }\n  B: { fields: { b?: string } }\n  C: { type: { c?: string }, lint: { allow: [flow-optional] } }\n";
    assert_eq!(codes(text), ["SG0009"]);
}

#[test]
fn the_example_has_no_warnings() {
    let example = "examples/call/call.sockgen.yaml";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(example);
    let mut loaded = load(&path, example, &Disk);
    lint(&mut loaded, &Levels::default());
    assert!(loaded.diagnostics.is_empty(), "{}", short(&loaded.sources, &loaded.diagnostics));
}
