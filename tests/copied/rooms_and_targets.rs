// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::rooms_and_targets::test::connect(&server).await?;
    let answer = client.request().doc_open(&crate::rooms_and_targets::DocOpen { id: "a".into() }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::rooms_and_targets::test::connect(&server).await?;
    let answer = client.request().doc_open(&crate::rooms_and_targets::DocOpen {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::rooms_and_targets::test::connect(&server).await?;
    let answer = client.request().doc_close(&crate::rooms_and_targets::DocClose { id: "a".into() }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::rooms_and_targets::test::connect(&server).await?;
    let answer = client.request().doc_close(&crate::rooms_and_targets::DocClose {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().notice(&crate::rooms_and_targets::Notice { text: "".into() })?;
    Ok(())
}

pub async fn m5<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().notice(&crate::rooms_and_targets::Notice {
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::rooms_and_targets::rooms::doc("a")).doc_changed(&crate::rooms_and_targets::DocChanged {
        id: "a".into(),
    }).await?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::rooms_and_targets::rooms::doc("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).doc_changed(&crate::rooms_and_targets::DocChanged {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::rooms_and_targets::rooms::doc("a")).archived(&crate::rooms_and_targets::Archived {
        id: "a".into(),
    }).await?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::rooms_and_targets::rooms::doc("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).archived(&crate::rooms_and_targets::Archived {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>, id: crate::rooms_and_targets::DocId) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::rooms_and_targets::rooms::doc(&id)).cursor(&crate::rooms_and_targets::Cursor {
        column: 0,
    }).await?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>, id: crate::rooms_and_targets::DocId) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::rooms_and_targets::rooms::doc(&id)).cursor(&crate::rooms_and_targets::Cursor {
        column: 4294967295,
    }).await?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().load(&crate::rooms_and_targets::Load { percent: 0 })?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::rooms_and_targets::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().load(&crate::rooms_and_targets::Load { percent: 100 })?;
    Ok(())
}
