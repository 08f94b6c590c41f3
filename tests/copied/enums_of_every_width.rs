// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<S: Send + Sync + 'static, A: Adapter>(ctx: crate::enums_of_every_width::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().widths(&crate::enums_of_every_width::Widths {
        short: crate::enums_of_every_width::Short::Viewer,
        longer: crate::enums_of_every_width::Longer::Viewer,
        own: crate::enums_of_every_width::OfItsOwn::Viewer,
        long: crate::enums_of_every_width::TooLong::Viewer,
        open: crate::enums_of_every_width::Open::Viewer,
    })?;
    Ok(())
}

pub async fn m1<S: Send + Sync + 'static, A: Adapter>(ctx: crate::enums_of_every_width::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().widths(&crate::enums_of_every_width::Widths {
        short: crate::enums_of_every_width::Short::Xxxxxxxxxxxxxxx,
        longer: crate::enums_of_every_width::Longer::Xxxxxxxxxxxxxxx,
        own: crate::enums_of_every_width::OfItsOwn::Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,
        long: crate::enums_of_every_width::TooLong::Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,
        open: crate::enums_of_every_width::Open::Xxxxxxxxxxxxxxxxx,
    })?;
    Ok(())
}
