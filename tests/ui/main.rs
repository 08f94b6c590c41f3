//! What mistakes look like to the compiler: each file must fail to build with exactly the words beside it.

#[test]
fn mistakes_are_explained() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("ui/*/*.rs");
}
