// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().doc_edit(&crate::arguments_of_every_kind::DocEdit {
        id: "a".into(),
        base: 0,
        ops: vec![crate::arguments_of_every_kind::Op { at: 0 }],
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().doc_edit(&crate::arguments_of_every_kind::DocEdit {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        base: 18446744073709551615,
        ops: vec![
            crate::arguments_of_every_kind::Op { at: 4294967295 },
            crate::arguments_of_every_kind::Op { at: 4294967295 },
            crate::arguments_of_every_kind::Op { at: 4294967295 },
            crate::arguments_of_every_kind::Op { at: 4294967295 },
        ],
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    client.emit().doc_touch(&crate::arguments_of_every_kind::DocTouch {
        id: "a".into(),
        at: "0000-01-01T00:00:00.000Z".parse()?,
    })?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    client.emit().doc_touch(&crate::arguments_of_every_kind::DocTouch {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        at: "9999-12-31T23:59:59.999Z".parse()?,
    })?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().doc_comment(&crate::arguments_of_every_kind::DocComment {
        id: "a".into(),
        text: "a".into(),
        reply_to: None,
        parent: None,
    }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().doc_comment(&crate::arguments_of_every_kind::DocComment {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        reply_to: Some("ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?),
        parent: Some(vec![
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ]),
    }).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    client.emit().doc_watch(&crate::arguments_of_every_kind::DocWatch {
        id: "a".into(),
        since: None,
        limit: None,
    })?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    client.emit().doc_watch(&crate::arguments_of_every_kind::DocWatch {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        since: Some(18446744073709551615),
        limit: Some(255),
    })?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().doc_list(&crate::arguments_of_every_kind::DocList {
        id: "a".into(),
        limit: 20,
        since: Some(5),
        deep: false,
    }).await?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().doc_list(&crate::arguments_of_every_kind::DocList {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        limit: 255,
        since: Some(18446744073709551615),
        deep: true,
    }).await?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().words(&crate::arguments_of_every_kind::Words {
        delete: "".into(),
        arguments: "".into(),
        ack: "".into(),
        payload: "".into(),
        this: "".into(),
    }).await?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::arguments_of_every_kind::test::connect(&server).await?;
    let answer = client.request().words(&crate::arguments_of_every_kind::Words {
        delete: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        arguments: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ack: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        payload: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        this: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::arguments_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().doc_changed(&crate::arguments_of_every_kind::DocChanged {
        id: "a".into(),
        ops: vec![],
        by: None,
        note: None,
    })?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::arguments_of_every_kind::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().doc_changed(&crate::arguments_of_every_kind::DocChanged {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ops: vec![
            crate::arguments_of_every_kind::Op { at: 4294967295 },
            crate::arguments_of_every_kind::Op { at: 4294967295 },
            crate::arguments_of_every_kind::Op { at: 4294967295 },
        ],
        by: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        note: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    })?;
    Ok(())
}
