// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::open_and_closed_enums::test::connect(&server).await?;
    let answer = client.request().role_ask(&crate::open_and_closed_enums::RoleAsk {
        role: crate::open_and_closed_enums::Role::Viewer,
        days: vec![],
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::open_and_closed_enums::test::connect(&server).await?;
    let answer = client.request().role_ask(&crate::open_and_closed_enums::RoleAsk {
        role: crate::open_and_closed_enums::Role::Editor,
        days: vec![
            crate::open_and_closed_enums::Weekday::Sunday,
            crate::open_and_closed_enums::Weekday::Sunday,
            crate::open_and_closed_enums::Weekday::Sunday,
        ],
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::open_and_closed_enums::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().status_changed(&crate::open_and_closed_enums::StatusChanged {
        status: None,
        only: None,
        codes: BTreeMap::new(),
        code: crate::open_and_closed_enums::HttpCode::Ok,
    })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::open_and_closed_enums::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().status_changed(&crate::open_and_closed_enums::StatusChanged {
        status: Some(crate::open_and_closed_enums::Status::Finished),
        only: Some(crate::open_and_closed_enums::OnlyOpen::One),
        codes: BTreeMap::from([
            ("%00%2F".into(), crate::open_and_closed_enums::HTTPCode::Ok),
            ("a".into(), crate::open_and_closed_enums::HTTPCode::Ok),
            ("😀".into(), crate::open_and_closed_enums::HTTPCode::Ok),
        ]),
        code: crate::open_and_closed_enums::HttpCode::Ok,
    })?;
    Ok(())
}
