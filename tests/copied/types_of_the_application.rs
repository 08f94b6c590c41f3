// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::types_of_the_application::test::connect(&server).await?;
    let answer = client.request().pay(&crate::types_of_the_application::Pay {
        price: json!(""),
        settings: json!({}),
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::types_of_the_application::test::connect(&server).await?;
    let answer = client.request().pay(&crate::types_of_the_application::Pay {
        price: json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        settings: json!({
            "%00%2F": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
            "a": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
            "😀": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
        }),
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::types_of_the_application::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::serde_json::json;
    ctx.emit().paid(&crate::types_of_the_application::Paid {
        money: json!(""),
        settings: json!({}),
        plain: sockgen::serde_json::from_value(json!(""))?,
    })?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::types_of_the_application::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::serde_json::json;
    ctx.emit().paid(&crate::types_of_the_application::Paid {
        money: json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        settings: json!({
            "0": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
            "\u{feff}bom": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
            "😀": { "": { "constructor": 1, "ok": true }, "x": -0.5 },
        }),
        plain: sockgen::serde_json::from_value(json!("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"))?,
    })?;
    Ok(())
}
