// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::aliases_with_constraints::test::connect(&server).await?;
    let answer = client.request().open(&"a".into()).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::aliases_with_constraints::test::connect(&server).await?;
    let answer = client.request().open(&"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::aliases_with_constraints::test::connect(&server).await?;
    let answer = client.request().tag(&vec![]).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::aliases_with_constraints::test::connect(&server).await?;
    let answer = client.request().tag(&vec![
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    ]).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::aliases_with_constraints::test::connect(&server).await?;
    client.emit().set_alias(&crate::aliases_with_constraints::SetAlias {
        id: "a".into(),
        other: None,
        flag: false,
        names: BTreeMap::new(),
    })?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    use std::collections::BTreeMap;
    let client = crate::aliases_with_constraints::test::connect(&server).await?;
    client.emit().set_alias(&crate::aliases_with_constraints::SetAlias {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        other: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        flag: true,
        names: BTreeMap::from([
            ("a".into(), BTreeMap::from([
                ("%00%2F".into(), "😀😀😀".into()),
                ("\u{feff}bom".into(), "😀😀😀".into()),
                ("😀".into(), "😀😀😀".into()),
            ])),
            ("\u{2028}\u{2029}".into(), BTreeMap::from([
                ("'single'".into(), "😀😀😀".into()),
                ("key 2".into(), "😀😀😀".into()),
                ("\u{feff}bom".into(), "😀😀😀".into()),
            ])),
            ("😀".into(), BTreeMap::from([
                ("0".into(), "😀😀😀".into()),
                ("'single'".into(), "😀😀😀".into()),
                ("key 1".into(), "😀😀😀".into()),
            ])),
        ]),
    })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::aliases_with_constraints::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().named(&BTreeMap::new())?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::aliases_with_constraints::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().named(&BTreeMap::from([
        ("a".into(), BTreeMap::from([
            ("\"quoted\"".into(), "😀😀😀".into()),
            ("a".into(), "😀😀😀".into()),
            ("back\\slash".into(), "😀😀😀".into()),
        ])),
        ("key 0".into(), BTreeMap::from([
            ("".into(), "😀😀😀".into()),
            ("</script>".into(), "😀😀😀".into()),
            ("日本語".into(), "😀😀😀".into()),
        ])),
        ("\u{202e}rtl".into(), BTreeMap::from([
            ("\"quoted\"".into(), "😀😀😀".into()),
            ("%00%2F".into(), "😀😀😀".into()),
            ("\u{202e}rtl".into(), "😀😀😀".into()),
        ])),
    ]))?;
    Ok(())
}
