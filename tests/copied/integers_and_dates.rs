// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::integers_and_dates::test::connect(&server).await?;
    let answer = client.request().numbers(&crate::integers_and_dates::Numbers {
        a: 0,
        b: 0,
        c: 0,
        d: -128,
        e: -32768,
        f: -2147483648,
        g: -9007199254740991,
        h: 0,
        i: -9223372036854775808,
        j: -3.4028234663852886e+38,
        k: -1.7976931348623157e+308,
        bounded: -5,
        page: 1,
        big: 1,
        ratio: -0.5,
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::integers_and_dates::test::connect(&server).await?;
    let answer = client.request().numbers(&crate::integers_and_dates::Numbers {
        a: 255,
        b: 65535,
        c: 4294967295,
        d: 127,
        e: 32767,
        f: 2147483647,
        g: 9007199254740991,
        h: 18446744073709551615,
        i: 9223372036854775807,
        j: 3.4028234663852886e+38,
        k: 1.7976931348623157e+308,
        bounded: 5,
        page: 4294967295,
        big: 18446744073709551615,
        ratio: 0.5,
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::integers_and_dates::test::connect(&server).await?;
    let answer = client.request().times(&crate::integers_and_dates::Times {
        at: "0000-01-01T00:00:00.000Z".parse()?,
        on: "0000-01-01".parse()?,
        id: "00000000-0000-0000-0000-000000000000".parse()?,
        perhaps: None,
        all: vec![],
    }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::integers_and_dates::test::connect(&server).await?;
    let answer = client.request().times(&crate::integers_and_dates::Times {
        at: "9999-12-31T23:59:59.999Z".parse()?,
        on: "9999-12-31".parse()?,
        id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        perhaps: Some(Some("9999-12-31T23:59:59.999Z".parse()?)),
        all: vec![
            "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
            "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        ],
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::integers_and_dates::test::connect(&server).await?;
    let answer = client.request().when(&"0000-01-01".parse()?).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::integers_and_dates::test::connect(&server).await?;
    let answer = client.request().when(&"9999-12-31".parse()?).await?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::integers_and_dates::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().count(&0)?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::integers_and_dates::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().count(&18446744073709551615)?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::integers_and_dates::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().tick(&"0000-01-01T00:00:00.000Z".parse()?)?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::integers_and_dates::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().tick(&"9999-12-31T23:59:59.999Z".parse()?)?;
    Ok(())
}
