// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::lists_and_maps::test::connect(&server).await?;
    let answer = client.request().points(&vec![]).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::lists_and_maps::test::connect(&server).await?;
    let answer = client.request().points(&vec![
        crate::lists_and_maps::Point { x: 1.7976931348623157e+308, y: 1.7976931348623157e+308 },
        crate::lists_and_maps::Point { x: 1.7976931348623157e+308, y: 1.7976931348623157e+308 },
        crate::lists_and_maps::Point { x: 1.7976931348623157e+308, y: 1.7976931348623157e+308 },
    ]).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::lists_and_maps::test::connect(&server).await?;
    let answer = client.request().texts(&BTreeMap::new()).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::lists_and_maps::test::connect(&server).await?;
    let answer = client.request().texts(&BTreeMap::from([
        ("%00%2F".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        ("a".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        ("😀".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    ])).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::lists_and_maps::test::connect(&server).await?;
    let answer = client.request().nested(&vec![]).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::lists_and_maps::test::connect(&server).await?;
    let answer = client.request().nested(&vec![
        BTreeMap::from([
            ("0".into(), vec![255, 255, 255]),
            ("\u{feff}bom".into(), vec![255, 255, 255]),
            ("😀".into(), vec![255, 255, 255]),
        ]),
        BTreeMap::from([
            ("'single'".into(), vec![255, 255, 255]),
            ("key 0".into(), vec![255, 255, 255]),
            ("\u{2028}\u{2029}".into(), vec![255, 255, 255]),
        ]),
        BTreeMap::from([
            ("'single'".into(), vec![255, 255, 255]),
            ("key 2".into(), vec![255, 255, 255]),
            ("\u{feff}bom".into(), vec![255, 255, 255]),
        ]),
    ]).await?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::lists_and_maps::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().grid(&crate::lists_and_maps::Grid {
        rows: vec![],
        names: BTreeMap::new(),
        by_name: BTreeMap::new(),
        anything: BTreeMap::new(),
        perhaps: vec![],
        few: vec![-2147483648],
        labels: BTreeMap::new(),
    })?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::lists_and_maps::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::serde_json::json;
    use std::collections::BTreeMap;
    ctx.emit().grid(&crate::lists_and_maps::Grid {
        rows: vec![
            vec![
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
            ],
            vec![
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
            ],
            vec![
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
            ],
        ],
        names: BTreeMap::from([
            ("</script>".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
            ("key 0".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
            ("日本語".into(), "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        ]),
        by_name: BTreeMap::from([
            ("".into(), vec![
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
            ]),
            ("key 2".into(), vec![
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
            ]),
            ("\u{202e}rtl".into(), vec![
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
                crate::lists_and_maps::Point {
                    x: 1.7976931348623157e+308,
                    y: 1.7976931348623157e+308,
                },
            ]),
        ]),
        anything: BTreeMap::from([
            ("\"quoted\"".into(), json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
            ("%00%2F".into(), json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
            ("a".into(), json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
        ]),
        perhaps: vec![
            Some(crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            }),
            Some(crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            }),
            Some(crate::lists_and_maps::Point {
                x: 1.7976931348623157e+308,
                y: 1.7976931348623157e+308,
            }),
        ],
        few: vec![2147483647, 2147483647, 2147483647],
        labels: BTreeMap::from([
            ("\"quoted\"".into(), "😀😀😀😀😀😀😀😀😀😀".into()),
            ("a".into(), "😀😀😀😀😀😀😀😀😀😀".into()),
            ("back\\slash".into(), "😀😀😀😀😀😀😀😀😀😀".into()),
        ]),
    })?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::lists_and_maps::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().changed(&vec![])?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::lists_and_maps::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().changed(&vec![
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    ])?;
    Ok(())
}
