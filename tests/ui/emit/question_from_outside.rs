use sockgen::prelude::*;
use sockgen::{Publish, Remote};

#[socket_events(
    inline = "{ sockgen: 1, serverToClient: { ready: { ack: { yes: bool }, to: lobby } }, rooms: { lobby: 'lobby:x' } }"
)]
pub mod chat {}

pub async fn are_they_ready(remote: &Remote<impl Publish>) {
    let _ = chat::Emitter::remote(remote).within(chat::rooms::lobby()).ready().await;
}

fn main() {}
