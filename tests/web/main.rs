//! Generated TypeScript before real compilers: the example, every golden as it was committed, and the programs in
//! `types`, in which each wrong use of an event must be an error.

use sockgen_tests::generated;
use sockgen_tests::node::{node, succeed, web_dir_of};
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
        "client",
        "lib",
        "react",
        "lint/*.{js,json}",
        "../../npm/**/*.{cjs,js,json,mjs,ts}",
        "../npm",
        "app/*.ts",
        "../../examples/call/{package.json,pnpm-workspace.yaml}",
        "../../examples/call/{scripts,voice}/**/*.{js,json,mjs}",
        "../../examples/call/web/*.{json,ts}",
        "../../examples/call/web/{app,components,hooks,lib,utils}/**/*.{css,ts,tsx}",
        "validators",
        "*.json",
    ]));
}

#[test]
fn eslint_has_nothing_to_say() {
    write();
    let eslint = web_dir_of("lint").join("node_modules/eslint/bin/eslint.js");
    // All together they would not fit into Node's usual memory.
    let memory = "--max-old-space-size=4096";
    let config = ["--config", "lint/eslint.config.js", "--max-warnings", "0", ".generated/lint"];
    succeed(node().arg(memory).arg(eslint).args(config));
}

#[test]
fn biome_has_nothing_to_say() {
    write();
    let biome = web_dir_of("lint").join("node_modules/@biomejs/biome/bin/biome");
    let config = ["--config-path=lint/biome.json", "--error-on-warnings", "--max-diagnostics=20"];
    succeed(node().arg(biome).arg("lint").args(config).arg(".generated/lint"));
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
        generated::write_clients();
        generated::write_everything();
        generated::write_samples();
    });
}
