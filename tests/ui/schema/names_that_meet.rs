//! Beside names that meet, the rest of the module is still there.
use sockgen::prelude::*;

#[socket_events(
    inline = "sockgen: 1\nclientToServer:\n  join:room: { data: { room: string } }\n  join-room: { data: { room: string } }\n"
)]
pub mod chat {}

pub fn first(data: chat::JoinRoom) -> String {
    data.room
}

fn main() {}
