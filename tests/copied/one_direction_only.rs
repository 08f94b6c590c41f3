// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<S: Send + Sync + 'static, A: Adapter>(ctx: crate::one_direction_only::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().price(&0.0)?;
    Ok(())
}

pub async fn m1<S: Send + Sync + 'static, A: Adapter>(ctx: crate::one_direction_only::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().price(&1.7976931348623157e+308)?;
    Ok(())
}
