// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    client.emit().no_ack(&crate::acks_of_every_kind::Answer { value: -9007199254740991 })?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    client.emit().no_ack(&crate::acks_of_every_kind::Answer { value: 9007199254740991 })?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().empty(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().empty(&crate::acks_of_every_kind::Answer { value: 9007199254740991 }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().empty_error(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().empty_error(&crate::acks_of_every_kind::Answer {
        value: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().declared(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().declared(&crate::acks_of_every_kind::Answer {
        value: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().declared_error(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().declared_error(&crate::acks_of_every_kind::Answer {
        value: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().inline(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().inline(&crate::acks_of_every_kind::Answer {
        value: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m12<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().scalar(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m13<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().scalar(&crate::acks_of_every_kind::Answer {
        value: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m14<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().list(&crate::acks_of_every_kind::Answer { value: -9007199254740991 }).await?;
    Ok(())
}

pub async fn m15<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().list(&crate::acks_of_every_kind::Answer { value: 9007199254740991 }).await?;
    Ok(())
}

pub async fn m16<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().nullable(&crate::acks_of_every_kind::Answer {
        value: -9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m17<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().nullable(&crate::acks_of_every_kind::Answer {
        value: 9007199254740991,
    }).await?;
    Ok(())
}

pub async fn m18<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().anything(&json!(null)).await?;
    Ok(())
}

pub async fn m19<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().anything(&json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })).await?;
    Ok(())
}

pub async fn m20<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().no_payload().await?;
    Ok(())
}

pub async fn m21<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::acks_of_every_kind::test::connect(&server).await?;
    let answer = client.request().no_payload_empty().await?;
    Ok(())
}
