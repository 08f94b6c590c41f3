use sockgen::prelude::*;

#[socket_events]
pub mod chat {}

fn main() {}
