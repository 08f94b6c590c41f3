//! A generated file that is checked in is what the command writes today.

use assert_cmd::Command;
use std::fs;
use std::path::Path;

#[test]
fn the_expansion_that_the_runtimes_tests_use_is_current() {
    let mut sockgen = Command::new(env!("CARGO_BIN_EXE_sockgen"));
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let arguments =
        ["rust", "examples/call/call.sockgen.yaml", "-o", "runtime/tests/expansion/call.rs", "--check"];
    sockgen.current_dir(root).args(arguments).assert().success();
}

#[test]
fn the_generated_files_in_the_documentation_are_current() {
    let mut sockgen = Command::new(env!("CARGO_BIN_EXE_sockgen"));
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let files = ["--client", "--validators", "--react", "--fake"];
    let arguments = ["ts", "examples/call/call.sockgen.yaml", "-o", "docs/generated/call.ts", "--check"];
    sockgen.current_dir(root).args(arguments).args(files).assert().success();
}

#[test]
fn the_code_that_the_explorers_page_shares_with_generated_files_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("explorer/page/src/generated");
    for file in sockgen_codegen::ts::page_files() {
        let path = folder.join(&file.name);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &file.text).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        let how = "UPDATE=1 cargo test -p sockgen-codegen --test checked_in, then `npm run build` in codegen/explorer/page";
        assert!(there == file.text, "{} is not current: {how}", file.name);
    }
}
