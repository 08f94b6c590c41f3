use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub mod chat {}

pub async fn said_to_everyone(ctx: &chat::Ctx<()>, said: &chat::Said) -> Result<(), EmitError> {
    ctx.everyone().said(said).await
}

fn main() {}
