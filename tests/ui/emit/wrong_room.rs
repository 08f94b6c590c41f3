use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub mod chat {}

pub async fn alarm_in_the_lobby(ctx: &chat::Ctx<()>, alarm: &chat::Alarm) -> Result<(), EmitError> {
    ctx.to(&chat::rooms::lobby("hall")).alarm(alarm).await
}

fn main() {}
