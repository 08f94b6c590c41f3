// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#type(&crate::keywords_as_names::Self_ {
        crate_: "".into(),
        super_: "".into(),
        r#match: "".into(),
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#type(&crate::keywords_as_names::Self_ {
        crate_: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        super_: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        r#match: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().delete(&crate::keywords_as_names::Object {
        r#type: "".into(),
        r#fn: false,
        r#async: false,
        r#await: false,
        r#gen: false,
        self_: false,
        class: false,
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().delete(&crate::keywords_as_names::Object {
        r#type: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        r#fn: true,
        r#async: true,
        r#await: true,
        r#gen: true,
        self_: true,
        class: true,
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#async(&crate::keywords_as_names::Async { r#await: false }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#async(&crate::keywords_as_names::Async { r#await: true }).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#fn(&crate::keywords_as_names::Function::Type).await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#fn(&crate::keywords_as_names::Function::Self_).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#move(&crate::keywords_as_names::Send { sync: false }).await?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::keywords_as_names::test::connect(&server).await?;
    let answer = client.request().r#move(&crate::keywords_as_names::Send { sync: true }).await?;
    Ok(())
}

pub async fn m10<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>, r#type: crate::keywords_as_names::String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::keywords_as_names::rooms::crate_(&r#type)).r#return(&crate::keywords_as_names::Return {
        r#yield: 0,
    }).await?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>, r#type: crate::keywords_as_names::String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::keywords_as_names::rooms::crate_(&r#type)).r#return(&crate::keywords_as_names::Return {
        r#yield: 255,
    }).await?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().var(&crate::keywords_as_names::Var { this: 0, new: 0 })?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().var(&crate::keywords_as_names::Var { this: 255, new: 255 })?;
    Ok(())
}

pub async fn m14<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().self_(&crate::keywords_as_names::Vec { vec: vec![], map: BTreeMap::new() })?;
    Ok(())
}

pub async fn m15<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().self_(&crate::keywords_as_names::Vec {
        vec: vec![
            crate::keywords_as_names::Box { result: crate::keywords_as_names::Result::Err },
            crate::keywords_as_names::Box { result: crate::keywords_as_names::Result::Err },
            crate::keywords_as_names::Box { result: crate::keywords_as_names::Result::Err },
        ],
        map: BTreeMap::from([
            ("%00%2F".into(), crate::keywords_as_names::Box {
                result: crate::keywords_as_names::Result::Err,
            }),
            ("a".into(), crate::keywords_as_names::Box {
                result: crate::keywords_as_names::Result::Err,
            }),
            ("😀".into(), crate::keywords_as_names::Box {
                result: crate::keywords_as_names::Result::Err,
            }),
        ]),
    })?;
    Ok(())
}

pub async fn m16<S: Send + Sync + 'static, A: Adapter>(ctx: crate::keywords_as_names::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().r#let()?;
    Ok(())
}
