// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    client.emit().ready()?;
    Ok(())
}

pub async fn m1<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().confirm(&crate::questions_to_clients::Confirm { id: "".into() }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.answer(&crate::questions_to_clients::ConfirmAck { accepted: false })?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.refuse(&"".into())?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().confirm(&crate::questions_to_clients::Confirm {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.answer(&crate::questions_to_clients::ConfirmAck { accepted: true })?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.refuse(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().ping().await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().ping().await;
    question.answer(&())?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().choose(&crate::questions_to_clients::Choose { from: vec![], most: None }).await?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().choose().await;
    question.answer(&vec![])?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().choose(&crate::questions_to_clients::Choose {
        from: vec![
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ],
        most: Some(255),
    }).await?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().choose().await;
    question.answer(&vec![
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    ])?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().vote(&"".into()).await?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().vote().await;
    question.answer(&false)?;
    Ok(())
}

pub async fn m15<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().vote(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m16<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().vote().await;
    question.answer(&true)?;
    Ok(())
}

pub async fn m17<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().later(&"".into()).await?;
    Ok(())
}

pub async fn m18<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().later().await;
    question.answer(&())?;
    Ok(())
}

pub async fn m19<S: Send + Sync + 'static, A: Adapter>(ctx: crate::questions_to_clients::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().later(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m20<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::questions_to_clients::test::connect(&server).await?;
    let question = client.expect().later().await;
    question.answer(&())?;
    Ok(())
}
