// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    let answer = client.request().a_b(&crate::naughty_names_and_docs::Naughty {
        it_s_quoted: "".into(),
        back_slash: "".into(),
        tick_x: "".into(),
        script_a_script: "".into(),
        a_b: "".into(),
        c_d: "".into(),
        e_f: "".into(),
        crab: "".into(),
        h: "".into(),
        i: "".into(),
        r_j: "".into(),
        s_k: "".into(),
        spaces_l: "".into(),
        constructor: "".into(),
        to_string: "".into(),
        has_own_property: "".into(),
        prototype: "".into(),
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    let answer = client.request().a_b(&crate::naughty_names_and_docs::Naughty {
        it_s_quoted: "a".into(),
        back_slash: "%00%2F".into(),
        tick_x: "😀".into(),
        script_a_script: "\u{feff}bom".into(),
        a_b: "😀".into(),
        c_d: "0".into(),
        e_f: "_placeholder".into(),
        crab: "'single'".into(),
        h: "\u{2028}\u{2029}".into(),
        i: "'single'".into(),
        r_j: "\u{feff}bom".into(),
        s_k: "__proto__".into(),
        spaces_l: "_placeholder".into(),
        constructor: "日本語".into(),
        to_string: "</script>".into(),
        has_own_property: "".into(),
        prototype: "\u{202e}rtl".into(),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().it_s(&crate::naughty_names_and_docs::ItS { x: false })?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().it_s(&crate::naughty_names_and_docs::ItS { x: true })?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    let answer = client.request().c(&-1e+21).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    let answer = client.request().c(&1e-7).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    let answer = client.request().d().await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().e()?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().f()?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().crab()?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().g()?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().script()?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().deny_warnings()?;
    Ok(())
}

pub async fn m13<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_names_and_docs::test::connect(&server).await?;
    client.emit().h()?;
    Ok(())
}

pub async fn m14<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_names_and_docs::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().j(&-1e+21)?;
    Ok(())
}

pub async fn m15<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_names_and_docs::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().j(&1e-7)?;
    Ok(())
}

pub async fn m16<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_names_and_docs::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().k()?;
    Ok(())
}

pub async fn m17<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_names_and_docs::Ctx<S, A>, id: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::naughty_names_and_docs::rooms::room(&id)).i(&crate::naughty_names_and_docs::I {
        z: false,
    }).await?;
    Ok(())
}

pub async fn m18<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_names_and_docs::Ctx<S, A>, id: String) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::naughty_names_and_docs::rooms::room(&id)).i(&crate::naughty_names_and_docs::I {
        z: true,
    }).await?;
    Ok(())
}
