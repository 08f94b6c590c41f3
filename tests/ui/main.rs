//! What mistakes look like to the compiler: each file must fail to build with exactly the words beside it.

use std::path::Path;

#[test]
fn the_examples_of_the_documentation_build() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documentation.rs");
    std::fs::write(&file, sockgen_tests::docs::program()).unwrap();
    trybuild::TestCases::new().pass(file);
}

#[test]
fn the_tests_of_the_documentation_build() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("testing.rs");
    std::fs::write(&file, sockgen_tests::testing::program()).unwrap();
    trybuild::TestCases::new().pass(file);
}

#[test]
fn mistakes_are_explained() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("ui/*/*.rs");
}
