// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let answer = client.request().ask(&"".into()).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let answer = client.request().ask(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let answer = client.request().slow(&"".into()).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let answer = client.request().slow(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::requests_of_the_server::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().confirm(&crate::requests_of_the_server::Confirm { question: "".into() }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.answer(&crate::requests_of_the_server::ConfirmAck { accepted: false })?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.refuse(&crate::requests_of_the_server::Failure { reason: "".into() })?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::requests_of_the_server::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().confirm(&crate::requests_of_the_server::Confirm {
        question: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.answer(&crate::requests_of_the_server::ConfirmAck { accepted: true })?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().confirm().await;
    question.refuse(&crate::requests_of_the_server::Failure {
        reason: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::requests_of_the_server::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().ping().await?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().ping().await;
    question.answer(&())?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::requests_of_the_server::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().choose(&crate::requests_of_the_server::Choose { of: vec![], title: None }).await?;
    Ok(())
}

pub async fn m13<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().choose().await;
    question.answer(&0)?;
    Ok(())
}

pub async fn m14<S: Send + Sync + 'static, A: Adapter>(ctx: crate::requests_of_the_server::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().choose(&crate::requests_of_the_server::Choose {
        of: vec![
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ],
        title: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    }).await?;
    Ok(())
}

pub async fn m15<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::requests_of_the_server::test::connect(&server).await?;
    let question = client.expect().choose().await;
    question.answer(&255)?;
    Ok(())
}
