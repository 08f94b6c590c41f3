// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::inline_objects_and_enums::test::connect(&server).await?;
    let answer = client.request().edit(&crate::inline_objects_and_enums::Edit {
        at: crate::inline_objects_and_enums::EditAt { line: 0, column: 0 },
        mode: crate::inline_objects_and_enums::EditMode::Insert,
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::inline_objects_and_enums::test::connect(&server).await?;
    let answer = client.request().edit(&crate::inline_objects_and_enums::Edit {
        at: crate::inline_objects_and_enums::EditAt { line: 4294967295, column: 4294967295 },
        mode: crate::inline_objects_and_enums::EditMode::Replace,
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::inline_objects_and_enums::test::connect(&server).await?;
    client.emit().mode(&crate::inline_objects_and_enums::Mode::Dark)?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::inline_objects_and_enums::test::connect(&server).await?;
    client.emit().mode(&crate::inline_objects_and_enums::Mode::Light)?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::inline_objects_and_enums::test::connect(&server).await?;
    client.emit().cursor(&crate::inline_objects_and_enums::Cursor { line: 0 })?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::inline_objects_and_enums::test::connect(&server).await?;
    client.emit().cursor(&crate::inline_objects_and_enums::Cursor { line: 4294967295 })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::inline_objects_and_enums::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().doc(&crate::inline_objects_and_enums::Doc {
        cursor: crate::inline_objects_and_enums::DocCursor { line: 0, column: 0 },
        kind: crate::inline_objects_and_enums::DocKind::Text,
        marks: vec![],
        layers: BTreeMap::new(),
    })?;
    Ok(())
}

pub async fn m7<S: Send + Sync + 'static, A: Adapter>(ctx: crate::inline_objects_and_enums::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use std::collections::BTreeMap;
    ctx.emit().doc(&crate::inline_objects_and_enums::Doc {
        cursor: crate::inline_objects_and_enums::DocCursor { line: 4294967295, column: 4294967295 },
        kind: crate::inline_objects_and_enums::DocKind::Drawing,
        marks: vec![
            crate::inline_objects_and_enums::DocMarksItem { from: 4294967295, to: 4294967295 },
            crate::inline_objects_and_enums::DocMarksItem { from: 4294967295, to: 4294967295 },
            crate::inline_objects_and_enums::DocMarksItem { from: 4294967295, to: 4294967295 },
        ],
        layers: BTreeMap::from([
            ("%00%2F".into(), crate::inline_objects_and_enums::DocLayersValue {
                visible: true,
                style: crate::inline_objects_and_enums::DocLayersValueStyle {
                    color: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                    width: Some(255),
                },
            }),
            ("a".into(), crate::inline_objects_and_enums::DocLayersValue {
                visible: true,
                style: crate::inline_objects_and_enums::DocLayersValueStyle {
                    color: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                    width: Some(255),
                },
            }),
            ("😀".into(), crate::inline_objects_and_enums::DocLayersValue {
                visible: true,
                style: crate::inline_objects_and_enums::DocLayersValueStyle {
                    color: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
                    width: Some(255),
                },
            }),
        ]),
    })?;
    Ok(())
}

pub async fn m8<S: Send + Sync + 'static, A: Adapter>(ctx: crate::inline_objects_and_enums::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().cursor(&crate::inline_objects_and_enums::Cursor { line: 0 })?;
    Ok(())
}

pub async fn m9<S: Send + Sync + 'static, A: Adapter>(ctx: crate::inline_objects_and_enums::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().cursor(&crate::inline_objects_and_enums::Cursor { line: 4294967295 })?;
    Ok(())
}
