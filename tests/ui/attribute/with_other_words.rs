use sockgen::prelude::*;

#[socket_events(path = "../chat.sockgen.yaml")]
pub mod chat {}

fn main() {}
