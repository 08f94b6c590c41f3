use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub struct Chat;

fn main() {}
