// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::namespaces_of_every_kind::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::namespaces_of_every_kind::Kick { user: "".into() }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>, auth: crate::namespaces_of_every_kind::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::namespaces_of_every_kind::Kick {
        user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>, auth: crate::namespaces_of_every_kind::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::admin::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::namespaces_of_every_kind::admin::Kick {
        user: "".into(),
        r#for: "".into(),
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>, auth: crate::namespaces_of_every_kind::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::admin::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::namespaces_of_every_kind::admin::Kick {
        user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        r#for: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>, auth: crate::namespaces_of_every_kind::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::admin::test::connect(&server, &auth).await?;
    client.emit().ban_user(&"".into())?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>, auth: crate::namespaces_of_every_kind::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::admin::test::connect(&server, &auth).await?;
    client.emit().ban_user(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces_of_every_kind::admin::Ctx<S, A>, group: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::namespaces_of_every_kind::admin::rooms::staff(&group)).kicked(&crate::namespaces_of_every_kind::admin::Kicked {
        user: "".into(),
    }).await?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces_of_every_kind::admin::Ctx<S, A>, group: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::namespaces_of_every_kind::admin::rooms::staff(&group)).kicked(&crate::namespaces_of_every_kind::admin::Kicked {
        user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::game::test::connect(
        &server,
        &crate::namespaces_of_every_kind::game::Params { id: "a".into(), round: 0 },
    ).await?;
    client.emit().r#move(&crate::namespaces_of_every_kind::game::Move {
        x: -9007199254740991,
        y: -9007199254740991,
    })?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::game::test::connect(
        &server,
        &crate::namespaces_of_every_kind::game::Params {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            round: 4294967295,
        },
    ).await?;
    client.emit().r#move(&crate::namespaces_of_every_kind::game::Move {
        x: 9007199254740991,
        y: 9007199254740991,
    })?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces_of_every_kind::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().moved(&crate::namespaces_of_every_kind::game::Moved {
        x: -9007199254740991,
        y: -9007199254740991,
    })?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::namespaces_of_every_kind::game::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().moved(&crate::namespaces_of_every_kind::game::Moved {
        x: 9007199254740991,
        y: 9007199254740991,
    })?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::namespaces_of_every_kind::a_b_c_d::test::connect(&server).await?;
    client.emit().ping()?;
    Ok(())
}
