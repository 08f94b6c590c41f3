// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::dynamic_namespaces::game::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::dynamic_namespaces::game::test::connect(
        &server,
        &crate::dynamic_namespaces::game::Params { id: "a".into() },
        &auth,
    ).await?;
    let answer = client.request().r#move(&crate::dynamic_namespaces::game::Move {
        x: -9007199254740991,
        y: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>, auth: crate::dynamic_namespaces::game::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::dynamic_namespaces::game::test::connect(
        &server,
        &crate::dynamic_namespaces::game::Params {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        },
        &auth,
    ).await?;
    let answer = client.request().r#move(&crate::dynamic_namespaces::game::Move {
        x: 9007199254740991,
        y: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::dynamic_namespaces::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().moved(&crate::dynamic_namespaces::game::Moved {
        x: -9007199254740991,
        y: -9007199254740991,
    })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::dynamic_namespaces::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().moved(&crate::dynamic_namespaces::game::Moved {
        x: 9007199254740991,
        y: 9007199254740991,
    })?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::dynamic_namespaces::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().turn().await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>, auth: crate::dynamic_namespaces::game::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::dynamic_namespaces::game::test::connect(
        &server,
        &crate::dynamic_namespaces::game::Params { id: "a".into() },
        &auth,
    ).await?;
    let question = client.expect().turn().await;
    question.answer(&crate::dynamic_namespaces::game::TurnAck {
        x: -9007199254740991,
        y: -9007199254740991,
    })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::dynamic_namespaces::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().turn().await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>, auth: crate::dynamic_namespaces::game::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::dynamic_namespaces::game::test::connect(
        &server,
        &crate::dynamic_namespaces::game::Params {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        },
        &auth,
    ).await?;
    let question = client.expect().turn().await;
    question.answer(&crate::dynamic_namespaces::game::TurnAck {
        x: 9007199254740991,
        y: 9007199254740991,
    })?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::dynamic_namespaces::seat::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().called()?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::dynamic_namespaces::seat::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().called()?;
    Ok(())
}
