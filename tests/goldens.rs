//! Compiles the Rust of every golden as it was committed, and Rust that the explorer gives to copy; that this builds is
//! the first test. Another runs what was copied, and the last holds what the goldens decode against the validators of the
//! same schemas.

#![deny(warnings)]

include!(concat!(env!("OUT_DIR"), "/goldens.rs"));

mod agreement;

/// What the explorer's "copy as Rust" gives for messages of all these schemas: that it compiles is the test. It is
/// written by `sockgen_tests::copied`.
#[rustfmt::skip]
#[allow(dead_code, deprecated, unreachable_pub, unused_variables, unused_mut, clippy::all, clippy::pedantic)]
mod copied;

#[sockgen::socket_events("../examples/call/call.sockgen.yaml")]
pub mod call {}

#[sockgen::socket_events("e2e/collab/collab.sockgen.yaml")]
pub mod collab {}

#[sockgen::socket_events("e2e/fidelity/fidelity.sockgen.yaml")]
pub mod fidelity {}

mod money {
    //! The type that the large example's schema names. Here it takes whatever its JSON type takes.

    pub type Money = String;
}

#[test]
fn every_committed_golden_compiles() {}

#[test]
fn copied_values_are_the_ones_that_were_copied() {
    copied::same::all().expect("everything in it fits");
}

#[test]
fn validators_and_decoders_agree() {
    use sockgen_tests::generated;
    generated::write_types();
    generated::write_goldens();
    let mut asked = agreement::Asked::default();
    for (case, schema) in [
        ("call", "examples/call/call.sockgen.yaml"),
        ("collab", "tests/e2e/collab/collab.sockgen.yaml"),
        ("fidelity", "tests/e2e/fidelity/fidelity.sockgen.yaml"),
    ] {
        agreement::ask(&mut asked, case, case, schema, 1000, judge);
    }
    for case in GOLDENS {
        let schema = format!("tests/golden/{case}/events.sockgen.yaml");
        agreement::ask(&mut asked, &format!("goldens/{case}"), case, &schema, 250, judge);
    }
    agreement::compare(&asked);
}
