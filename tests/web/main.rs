//! Generated TypeScript before real compilers: the example, every golden as it was committed, and the programs in
//! `types`, in which each wrong use of an event must be an error.

use sockgen_tests::generated;
use sockgen_tests::node::{node, succeed};
use std::sync::Once;

#[test]
fn typescript_7_finds_nothing_wrong() {
    compile("typescript");
}

#[test]
fn typescript_6_finds_nothing_wrong() {
    compile("typescript-6");
}

#[test]
fn prettier_has_nothing_to_change() {
    write();
    // Its own defaults, whatever a configuration above this repository may say.
    let defaults = ["--no-config", "--no-editorconfig", "--ignore-path", "none"];
    succeed(node().args(["node_modules/prettier/bin/prettier.cjs", "--check"]).args(defaults).args([
        ".generated/**/*.ts",
        "types",
        "e2e",
        "bench",
        "editor",
        "npm",
        "../../npm/**/*.{cjs,js,json,mjs,ts}",
        "../npm",
        "validators",
        "*.json",
    ]));
}

#[test]
fn validators_say_what_is_wrong() {
    write();
    succeed(node().args(["--import", "tsx", "--test", "validators/values.test.ts"]));
}

fn compile(package: &str) {
    write();
    succeed(node().args([&format!("node_modules/{package}/bin/tsc"), "--project", "."]));
}

fn write() {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        generated::write_types();
        generated::write_goldens();
    });
}
