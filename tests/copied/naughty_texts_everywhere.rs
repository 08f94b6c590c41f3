// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::test::connect(&server).await?;
    let answer = client.request().edit(&crate::naughty_texts_everywhere::Edit {
        id: crate::naughty_texts_everywhere::Id::new("*/ @x `")?,
        tagged: crate::naughty_texts_everywhere::Tagged::X(crate::naughty_texts_everywhere::Member {
            at: 0,
        }),
        content: crate::naughty_texts_everywhere::Content::A("".into()),
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::test::connect(&server).await?;
    let answer = client.request().edit(&crate::naughty_texts_everywhere::Edit {
        id: crate::naughty_texts_everywhere::Id::new("*/ @x `")?,
        tagged: crate::naughty_texts_everywhere::Tagged::BA,
        content: crate::naughty_texts_everywhere::Content::B,
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::test::connect(&server).await?;
    client.emit().naughty(&crate::naughty_texts_everywhere::Page::N1)?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::test::connect(&server).await?;
    client.emit().naughty(&crate::naughty_texts_everywhere::Page::N2)?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_texts_everywhere::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::serde_json::json;
    ctx.emit().paid(&crate::naughty_texts_everywhere::Paid { money: json!(""), text: "".into() })?;
    Ok(())
}

pub async fn m5<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_texts_everywhere::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::serde_json::json;
    ctx.emit().paid(&crate::naughty_texts_everywhere::Paid {
        money: json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_texts_everywhere::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().sent(&crate::naughty_texts_everywhere::Sent { text: "".into() })?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::naughty_texts_everywhere::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().sent(&crate::naughty_texts_everywhere::Sent {
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::quoted::test::connect(
        &server,
        &crate::naughty_texts_everywhere::quoted::Params {
            id: crate::naughty_texts_everywhere::Id::new("*/ @x `")?,
        },
    ).await?;
    client.emit().text(&crate::naughty_texts_everywhere::quoted::Text { text: "".into() })?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::quoted::test::connect(
        &server,
        &crate::naughty_texts_everywhere::quoted::Params {
            id: crate::naughty_texts_everywhere::Id::new("*/ @x `")?,
        },
    ).await?;
    client.emit().text(&crate::naughty_texts_everywhere::quoted::Text {
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::said::test::connect(&server).await?;
    client.emit().text(&"".into())?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::naughty_texts_everywhere::said::test::connect(&server).await?;
    client.emit().text(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into())?;
    Ok(())
}
