// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::imported_types::test::connect(&server).await?;
    let answer = client.request().user_find(&"".into()).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::imported_types::test::connect(&server).await?;
    let answer = client.request().user_find(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::imported_types::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().team(&crate::imported_types::Team {
        lead: crate::imported_types::User {
            id: "00000000-0000-0000-0000-000000000000".parse()?,
            role: crate::imported_types::Role::Viewer,
        },
        members: vec![],
    })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::imported_types::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().team(&crate::imported_types::Team {
        lead: crate::imported_types::User {
            id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            role: crate::imported_types::Role::Editor,
        },
        members: vec![
            crate::imported_types::User {
                id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
                role: crate::imported_types::Role::Editor,
            },
            crate::imported_types::User {
                id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
                role: crate::imported_types::Role::Editor,
            },
            crate::imported_types::User {
                id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
                role: crate::imported_types::Role::Editor,
            },
        ],
    })?;
    Ok(())
}
