use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub mod chat;

fn main() {}
