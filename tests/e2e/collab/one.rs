//! The same example in one file: what it imports stands in it, and what it includes is left out.

include!("app.rs");

#[sockgen::socket_events("one.sockgen.yaml")]
mod collab {}
