use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub mod chat {}

pub async fn notice_as_said(ctx: &chat::Ctx<()>, said: &chat::Said) -> Result<(), EmitError> {
    ctx.everyone().notice(said).await
}

fn main() {}
