//! Compiles the Rust of every golden as it was committed; that this builds is the test.

#![deny(warnings)]

include!(concat!(env!("OUT_DIR"), "/goldens.rs"));

#[test]
fn every_committed_golden_compiles() {}
