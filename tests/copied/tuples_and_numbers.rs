// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::tuples_and_numbers::test::connect(&server).await?;
    let answer = client.request().draw(&((-1.7976931348623157e+308, 0.0), None, None)).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::tuples_and_numbers::test::connect(&server).await?;
    let answer = client.request().draw(&(
        (1.7976931348623157e+308, 1.0),
        Some((1.7976931348623157e+308, 1.0)),
        Some(vec![
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        ]),
    )).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::tuples_and_numbers::test::connect(&server).await?;
    client.emit().more(&crate::tuples_and_numbers::More {
        points: vec![],
        map: BTreeMap::new(),
        long: (
            crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                page: crate::tuples_and_numbers::Page::N10,
            },
            None,
            0,
        ),
    })?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::tuples_and_numbers::test::connect(&server).await?;
    client.emit().more(&crate::tuples_and_numbers::More {
        points: vec![(255, 255), (255, 255), (255, 255)],
        map: BTreeMap::from([
            ("%00%2F".into(), Some((
                crate::tuples_and_numbers::Page::N100,
                crate::tuples_and_numbers::Sign::N1,
            ))),
            ("a".into(), Some((
                crate::tuples_and_numbers::Page::N100,
                crate::tuples_and_numbers::Sign::N1,
            ))),
            ("😀".into(), Some((
                crate::tuples_and_numbers::Page::N100,
                crate::tuples_and_numbers::Sign::N1,
            ))),
        ]),
        long: (
            crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                page: crate::tuples_and_numbers::Page::N100,
            },
            Some(vec![
                crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                    page: crate::tuples_and_numbers::Page::N100,
                },
                crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                    page: crate::tuples_and_numbers::Page::N100,
                },
                crate::tuples_and_numbers::TheNameOfATypeThatTakesMostOfALine {
                    page: crate::tuples_and_numbers::Page::N100,
                },
            ]),
            255,
        ),
    })?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::tuples_and_numbers::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().drawn(&crate::tuples_and_numbers::Drawn {
        many: crate::tuples_and_numbers::Many::N1000,
        status: crate::tuples_and_numbers::Described::N200,
        points: None,
        pair: None,
    })?;
    Ok(())
}

pub async fn m5<S: Send + Sync + 'static, A: Adapter>(ctx: crate::tuples_and_numbers::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().drawn(&crate::tuples_and_numbers::Drawn {
        many: crate::tuples_and_numbers::Many::N15000,
        status: crate::tuples_and_numbers::Described::N404,
        points: Some(vec![
            (1.7976931348623157e+308, 1.0),
            (1.7976931348623157e+308, 1.0),
            (1.7976931348623157e+308, 1.0),
        ]),
        pair: Some(Some((
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            18446744073709551615,
        ))),
    })?;
    Ok(())
}
