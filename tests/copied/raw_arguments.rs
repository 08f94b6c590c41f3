// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    client.emit().any(&sockgen::Raw { arguments: vec![] })?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let client = crate::raw_arguments::test::connect(&server).await?;
    client.emit().any(&sockgen::Raw { arguments: vec![
        RawValue::from(json!("a\u{202e}")),
        RawValue::from(json!(-1.5)),
        RawValue::Object(BTreeMap::from([
            ("\"".into(), RawValue::Array(vec![
                RawValue::from(json!(null)),
                RawValue::from(Bytes::from_static(b"\0\xff\"")),
            ])),
            ("n".into(), RawValue::from(json!(5000000000_i64))),
        ])),
        RawValue::from(Bytes::from_static(b"hi")),
        RawValue::from(json!(true)),
    ] })?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    let answer = client.request().any_any(&sockgen::Raw { arguments: vec![] }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let client = crate::raw_arguments::test::connect(&server).await?;
    let answer = client.request().any_any(&sockgen::Raw { arguments: vec![
        RawValue::from(json!("a\u{202e}")),
        RawValue::from(json!(-1.5)),
        RawValue::Object(BTreeMap::from([
            ("\"".into(), RawValue::Array(vec![
                RawValue::from(json!(null)),
                RawValue::from(Bytes::from_static(b"\0\xff\"")),
            ])),
            ("n".into(), RawValue::from(json!(5000000000_i64))),
        ])),
        RawValue::from(Bytes::from_static(b"hi")),
        RawValue::from(json!(true)),
    ] }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    let answer = client.request().text_any(&"".into()).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    let answer = client.request().text_any(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    let answer = client.request().nothing_any().await?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::raw_arguments::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().any(&sockgen::Raw { arguments: vec![] })?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::raw_arguments::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    ctx.emit().any(&sockgen::Raw { arguments: vec![
        RawValue::from(json!("a\u{202e}")),
        RawValue::from(json!(-1.5)),
        RawValue::Object(BTreeMap::from([
            ("\"".into(), RawValue::Array(vec![
                RawValue::from(json!(null)),
                RawValue::from(Bytes::from_static(b"\0\xff\"")),
            ])),
            ("n".into(), RawValue::from(json!(5000000000_i64))),
        ])),
        RawValue::from(Bytes::from_static(b"hi")),
        RawValue::from(json!(true)),
    ] })?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::raw_arguments::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().asked(&sockgen::Raw { arguments: vec![] }).await?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    let question = client.expect().asked().await;
    question.answer(&sockgen::Raw { arguments: vec![] })?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::raw_arguments::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let answer = ctx.emit().asked(&sockgen::Raw { arguments: vec![
        RawValue::from(json!("a\u{202e}")),
        RawValue::from(json!(-1.5)),
        RawValue::Object(BTreeMap::from([
            ("\"".into(), RawValue::Array(vec![
                RawValue::from(json!(null)),
                RawValue::from(Bytes::from_static(b"\0\xff\"")),
            ])),
            ("n".into(), RawValue::from(json!(5000000000_i64))),
        ])),
        RawValue::from(Bytes::from_static(b"hi")),
        RawValue::from(json!(true)),
    ] }).await?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let client = crate::raw_arguments::test::connect(&server).await?;
    let question = client.expect().asked().await;
    question.answer(&sockgen::Raw { arguments: vec![
        RawValue::from(json!("a\u{202e}")),
        RawValue::from(json!(-1.5)),
        RawValue::Object(BTreeMap::from([
            ("\"".into(), RawValue::Array(vec![
                RawValue::from(json!(null)),
                RawValue::from(Bytes::from_static(b"\0\xff\"")),
            ])),
            ("n".into(), RawValue::from(json!(5000000000_i64))),
        ])),
        RawValue::from(Bytes::from_static(b"hi")),
        RawValue::from(json!(true)),
    ] })?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::raw_arguments::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().asked_nothing().await?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::raw_arguments::test::connect(&server).await?;
    let question = client.expect().asked_nothing().await;
    question.answer(&sockgen::Raw { arguments: vec![] })?;
    Ok(())
}
