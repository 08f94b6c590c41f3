use sockgen::prelude::*;

#[socket_events("../chatt.sockgen.yaml")]
pub mod chat {}

fn main() {}
