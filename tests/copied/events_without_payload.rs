// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::events_without_payload::test::connect(&server).await?;
    client.emit().ping()?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::events_without_payload::test::connect(&server).await?;
    let answer = client.request().hello().await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::events_without_payload::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().pong()?;
    Ok(())
}
