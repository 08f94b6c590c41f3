//! What editors and prettier make of schema files: the JSON Schema of the language in `yaml-language-server`, and files
//! as `sockgen fmt` writes them before prettier.

#[path = "../../codegen/tests/support/schemas.rs"]
mod schemas;
#[path = "../../codegen/tests/support/ugly.rs"]
mod ugly;
#[path = "../../codegen/tests/support/yaml.rs"]
mod yaml;

use sockgen_codegen::fmt::format;
use sockgen_codegen::language::{Names, schema};
use sockgen_tests::node::{node, succeed};
use sockgen_tests::{generated, root};
use std::fs;
use std::path::PathBuf;

#[test]
fn editors_complete_explain_and_check() {
    let folder = emptied("editor");
    let example = fs::read_to_string(root().join("examples/call/call.sockgen.yaml")).unwrap();
    let names = Names::of(&example, |_| None).unwrap();
    // The line that names the schema is the test's own.
    let lines = example.lines().filter(|line| !line.contains("yaml-language-server"));
    fs::write(folder.join("call.sockgen.yaml"), lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    fs::write(folder.join("sockgen.schema.json"), schema(&names)).unwrap();
    let test = ["--import", "tsx", "--test", "--test-timeout=60000", "editor/editor.test.ts"];
    succeed(node().args(test).env("EDITOR_FOLDER", &folder));
}

#[test]
fn prettier_has_nothing_to_change_in_formatted_files() {
    let folder = emptied("formatted");
    let mut count = 0;
    for (at, input) in schemas::all().into_iter().enumerate() {
        let Ok(formatted) = format(&input.text) else { continue };
        let mut texts = vec![formatted];
        let value = yaml::to_json(&input.text);
        // What is no mapping is no schema, and prettier has ways of its own with lists.
        if value.is_object() {
            // Of comments that look like documentation and are none, prettier may take away what keeps them from it.
            let ugly = |round| ugly::written(&value, &input.name, round, &["#", "# ", "### "]).text;
            texts.extend((0..3).map(|round| format(&ugly(round)).unwrap()));
        }
        for (round, text) in texts.into_iter().enumerate() {
            fs::write(folder.join(format!("{at}-{round}.yaml")), text).unwrap();
            count += 1;
        }
    }
    assert!(count > 400, "only {count} files");
    // Its own defaults, whatever a configuration above this repository may say.
    let defaults = ["--no-config", "--no-editorconfig", "--ignore-path", "none", "--check"];
    succeed(node().arg("node_modules/prettier/bin/prettier.cjs").args(defaults).arg(folder));
}

/// A folder for generated files with nothing in it.
fn emptied(name: &str) -> PathBuf {
    let folder = generated::folder().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
