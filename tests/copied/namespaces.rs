// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::test::connect(&server, &auth).await?;
    let answer = client.request().join(&crate::namespaces::Join { room: "".into() }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::test::connect(&server, &auth).await?;
    let answer = client.request().join(&crate::namespaces::Join {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().joined(&crate::namespaces::User { id: "".into() })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().joined(&crate::namespaces::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::admin::test::connect(&server, &auth).await?;
    let answer = client.request().join(&crate::namespaces::admin::Join {
        user: crate::namespaces::User { id: "".into() },
        r#as: crate::namespaces::admin::JoinAs::Owner,
    }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::admin::test::connect(&server, &auth).await?;
    let answer = client.request().join(&crate::namespaces::admin::Join {
        user: crate::namespaces::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        },
        r#as: crate::namespaces::admin::JoinAs::Guest,
    }).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::admin::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::namespaces::User { id: "".into() }).await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::admin::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::namespaces::User {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces::admin::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().kicked(&crate::namespaces::admin::Kicked {
        user: crate::namespaces::User { id: "".into() },
        inner: crate::namespaces::admin::KickedInner { at: "0000-01-01T00:00:00.000Z".parse()? },
    })?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces::admin::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().kicked(&crate::namespaces::admin::Kicked {
        user: crate::namespaces::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        },
        inner: crate::namespaces::admin::KickedInner { at: "9999-12-31T23:59:59.999Z".parse()? },
    })?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces::admin::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().sure().await?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::admin::test::connect(&server, &auth).await?;
    let question = client.expect().sure().await;
    question.answer(&false)?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>, auth: crate::namespaces::nested::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces::nested::test::connect(&server, &auth).await?;
    client.emit().go()?;
    Ok(())
}
