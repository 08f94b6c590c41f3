//! A generated file that is checked in is what the command writes today.

use assert_cmd::Command;

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
