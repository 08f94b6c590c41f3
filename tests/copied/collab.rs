// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().doc_open(&crate::collab::DocId::new("doc-1")?).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().doc_open(&crate::collab::DocId::new("doc-1")?).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().doc_edit(&crate::collab::DocEdit {
        id: crate::collab::DocId::new("doc-1")?,
        base: 0,
        ops: vec![crate::collab::Op::Insert(crate::collab::Insert { at: 0, text: "a".into() })],
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().doc_edit(&crate::collab::DocEdit {
        id: crate::collab::DocId::new("doc-1")?,
        base: 18446744073709551615,
        ops: vec![
            crate::collab::Op::Noop,
            crate::collab::Op::Noop,
            crate::collab::Op::Noop,
            crate::collab::Op::Noop,
        ],
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    client.emit().cursor(&crate::collab::Cursor { col: 0 })?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    client.emit().cursor(&crate::collab::Cursor { col: 4294967295 })?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    client.emit().ping_me()?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().legacy_any(&sockgen::Raw { arguments: vec![] }).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    use sockgen::RawValue;
    use sockgen::bytes::Bytes;
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().legacy_any(&sockgen::Raw { arguments: vec![
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

pub async fn m9<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().git_log(&crate::collab::GitLog { count: 1 }).await?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let answer = client.request().git_log(&crate::collab::GitLog { count: 100 }).await?;
    Ok(())
}

pub async fn m11<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::collab::rooms::doc(&crate::collab::DocId::new("doc-1")?)).doc_changed(&crate::collab::DocChanged {
        id: crate::collab::DocId::new("doc-1")?,
        ops: vec![],
    }).await?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::collab::rooms::doc(&crate::collab::DocId::new("doc-1")?)).doc_changed(&crate::collab::DocChanged {
        id: crate::collab::DocId::new("doc-1")?,
        ops: vec![crate::collab::Op::Noop, crate::collab::Op::Noop, crate::collab::Op::Noop],
    }).await?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().doc_confirm(&crate::collab::DocConfirm {
        id: crate::collab::DocId::new("doc-1")?,
    }).await?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let question = client.expect().doc_confirm().await;
    question.answer(&crate::collab::DocConfirmAck { accepted: false })?;
    Ok(())
}

pub async fn m15<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let answer = ctx.emit().doc_confirm(&crate::collab::DocConfirm {
        id: crate::collab::DocId::new("doc-1")?,
    }).await?;
    Ok(())
}

pub async fn m16<A: Adapter>(server: super::Server<A>, auth: crate::collab::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::test::connect(&server, &auth).await?;
    let question = client.expect().doc_confirm().await;
    question.answer(&crate::collab::DocConfirmAck { accepted: true })?;
    Ok(())
}

pub async fn m17<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>, id: crate::collab::DocId) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::collab::rooms::doc(&id)).notice(&crate::collab::Notice { text: "".into() }).await?;
    Ok(())
}

pub async fn m18<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>, id: crate::collab::DocId) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::collab::rooms::doc(&id)).notice(&crate::collab::Notice {
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m19<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().user_joined(&crate::collab::User {
        id: crate::collab::Id::new("00000000-0000-0000-0000-000000000000".parse()?),
        name: "a".into(),
        avatar: None,
    })?;
    Ok(())
}

pub async fn m20<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::bytes::Bytes;
    ctx.emit().user_joined(&crate::collab::User {
        id: crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
        name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        avatar: Some(Bytes::from_static(b"#\"\xa5\x89\xa9\x03\xf8E#\x9b4\x88\xd9\xc3N\xc9\xbfH\xc7;\x97\xbf\xa9\r\xffhkW\xe7\xb5U\xdb\x17^\xa9t\xe0M:\xaaE\x8a\xdd\xdd\x15\xa8\xf7v \xce.\x98\x13*\x9ei\xf1\xbc\xac\xd9C<\xd4\xcc\x0e\x0c\x84\x01k\x0e\xca\xcf\x8c\xca\n\xaa\x16\xe7z\x8c\xf4\xd8\xda\x888_\xa2\x87W\xeap)\x84\xa7\xdaPH~\xa0\xd8\xad\xcc\xf7B\x8b\x96\xdfV\xb1\x03\x9e\x94\x9f\xdf\xf0n\xab\x8a\xe7\xcaW?\xbcvL\x8a\x8a_\xe4y@TYP\xa0p\x84\xd8\xa9\xa66\x98\xcaq\xb97\x9evf\xae\xca\x07\xa7\x19\xc3\xf0\x94YO\x96\x9c\xcd\x11\xe6\x86\xdb\xb2g9*!\xe7\\\xa4\x13U\x1b\x9d\xdcB\xe8:Z^s5\xa0\xc2\xc1\xf90\x8b\xf4\n}\xf8\x1ek\xe1\x7fO\xb0\xf5!v\xcd\x9c\xe6PFL\x80\xb9>\xc0N\xbc\xdf=\xca\xaf\xfd\xea\xeeY$J\xa4\xd4\x1d\xa6\x87\xba\x05\xa8\x0b4\x81\x91\xb4tH9q}\x93C\x98\xe1>d\x10'4\xcd/:\xd8\xab\xed\xfd?\xc1\xad\xf8\x94#\xd8\x06qxLj\x8e\xa9\xbd\xb16bo{[\xae!9\x12\x89\xb2FO\xea\xf3\xf7\x01\x83T\x85Xy\x1d")),
    })?;
    Ok(())
}

pub async fn m21<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().user_joined_v1(&"".into())?;
    Ok(())
}

pub async fn m22<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().user_joined_v1(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())?;
    Ok(())
}

pub async fn m23<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::collab::rooms::repo(&"00000000-0000-0000-0000-000000000000".parse()?)).git_pushed(&crate::collab::Commit {
        id: crate::collab::Id::new("00000000-0000-0000-0000-000000000000".parse()?),
        message: "a".into(),
        parents: vec![],
    }).await?;
    Ok(())
}

pub async fn m24<S: Send + Sync + 'static, A: Adapter>(ctx: crate::collab::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::collab::rooms::repo(&"ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?)).git_pushed(&crate::collab::Commit {
        id: crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
        message: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        parents: vec![
            crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
            crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
            crate::collab::Id::new("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
        ],
    }).await?;
    Ok(())
}

pub async fn m25<A: Adapter>(server: super::Server<A>, auth: crate::collab::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::admin::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::collab::admin::Kick { user: "".into() }).await?;
    Ok(())
}

pub async fn m26<A: Adapter>(server: super::Server<A>, auth: crate::collab::admin::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::admin::test::connect(&server, &auth).await?;
    let answer = client.request().kick(&crate::collab::admin::Kick {
        user: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m27<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::game::test::connect(
        &server,
        &crate::collab::game::Params { id: crate::collab::DocId::new("doc-1")? },
    ).await?;
    client.emit().r#move(&crate::collab::game::Move { x: -9007199254740991, y: -9007199254740991 })?;
    Ok(())
}

pub async fn m28<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::collab::game::test::connect(
        &server,
        &crate::collab::game::Params { id: crate::collab::DocId::new("doc-1")? },
    ).await?;
    client.emit().r#move(&crate::collab::game::Move { x: 9007199254740991, y: 9007199254740991 })?;
    Ok(())
}
