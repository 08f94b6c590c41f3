// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::brands::test::connect(&server).await?;
    let answer = client.request().doc_open(&crate::brands::DocId::new("doc-1")?).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::brands::test::connect(&server).await?;
    let answer = client.request().doc_open(&crate::brands::DocId::new("doc-1")?).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::brands::test::connect(&server).await?;
    client.emit().doc_long(&crate::brands::TheIdentityOfSomethingThatHasAVeryLongNameIndeed::new("a")?)?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::brands::test::connect(&server).await?;
    client.emit().doc_long(&crate::brands::TheIdentityOfSomethingThatHasAVeryLongNameIndeed::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?)?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::brands::test::connect(&server).await?;
    client.emit().doc_named(&crate::brands::DocNamed { id: crate::brands::EVENTS::new("a")? })?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::brands::test::connect(&server).await?;
    client.emit().doc_named(&crate::brands::DocNamed {
        id: crate::brands::EVENTS::new("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")?,
    })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::brands::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().doc_opened(&crate::brands::DocOpened {
        id: crate::brands::DocId::new("doc-1")?,
        by: crate::brands::UserId::new("00000000-0000-0000-0000-000000000000".parse()?),
    })?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::brands::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().doc_opened(&crate::brands::DocOpened {
        id: crate::brands::DocId::new("doc-1")?,
        by: crate::brands::UserId::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
    })?;
    Ok(())
}
