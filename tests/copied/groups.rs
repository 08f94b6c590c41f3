// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::test::connect(&server).await?;
    let answer = client.request().open(&crate::groups::Open { path: "".into() }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::test::connect(&server).await?;
    let answer = client.request().open(&crate::groups::Open {
        path: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::test::connect(&server).await?;
    let answer = client.request().commit(&crate::groups::Commit { hash: "".into() }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::test::connect(&server).await?;
    let answer = client.request().commit(&crate::groups::Commit {
        hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::test::connect(&server).await?;
    client.emit().checkout(&crate::groups::Checkout { branch: "".into() })?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::test::connect(&server).await?;
    client.emit().checkout(&crate::groups::Checkout {
        branch: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::groups::Ctx<S, A>, name: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::groups::rooms::branch(&name)).committed(&crate::groups::Commit { hash: "".into() }).await?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::groups::Ctx<S, A>, name: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::groups::rooms::branch(&name)).committed(&crate::groups::Commit {
        hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::groups::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().progress(&-1.7976931348623157e+308)?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::groups::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().progress(&1.7976931348623157e+308)?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::other::test::connect(&server).await?;
    client.emit().open()?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::other::test::connect(&server).await?;
    let answer = client.request().commit(&crate::groups::Commit { hash: "".into() }).await?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::other::test::connect(&server).await?;
    let answer = client.request().commit(&crate::groups::Commit {
        hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m13<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::other::test::connect(&server).await?;
    client.emit().checkout(&crate::groups::other::Checkout { branch: "".into() })?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::groups::other::test::connect(&server).await?;
    client.emit().checkout(&crate::groups::other::Checkout {
        branch: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m15<S: Send + Sync + 'static, A: Adapter>(ctx: crate::groups::other::Ctx<S, A>, name: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::groups::other::rooms::branch(&name)).committed(&crate::groups::Commit {
        hash: "".into(),
    }).await?;
    Ok(())
}

pub async fn m16<S: Send + Sync + 'static, A: Adapter>(ctx: crate::groups::other::Ctx<S, A>, name: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::groups::other::rooms::branch(&name)).committed(&crate::groups::Commit {
        hash: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}
