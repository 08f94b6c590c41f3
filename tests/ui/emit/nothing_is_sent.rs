#![deny(unused_must_use)]

use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub mod chat {}

pub async fn silent(ctx: &chat::Ctx<()>, said: &chat::Said) {
    ctx.emit();
    ctx.to(&chat::rooms::lobby("hall"));
    ctx.to(&chat::rooms::lobby("hall")).said(said);
}

fn main() {}
