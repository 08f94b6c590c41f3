// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::type_called_room::test::connect(&server).await?;
    let answer = client.request().room_open(&crate::type_called_room::RoomOpen {
        room: crate::type_called_room::Room { id: "a".into(), members: 0 },
    }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::type_called_room::test::connect(&server).await?;
    let answer = client.request().room_open(&crate::type_called_room::RoomOpen {
        room: crate::type_called_room::Room {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            members: 4294967295,
        },
    }).await?;
    Ok(())
}

pub async fn m2<S: Send + Sync + 'static, A: Adapter>(ctx: crate::type_called_room::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::type_called_room::rooms::room("a")).room_changed(&crate::type_called_room::Room {
        id: "a".into(),
        members: 0,
    }).await?;
    Ok(())
}

pub async fn m3<S: Send + Sync + 'static, A: Adapter>(ctx: crate::type_called_room::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::type_called_room::rooms::room("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).room_changed(&crate::type_called_room::Room {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        members: 4294967295,
    }).await?;
    Ok(())
}

pub async fn m4<S: Send + Sync + 'static, A: Adapter>(ctx: crate::type_called_room::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let mut answers = ctx.to(&crate::type_called_room::rooms::room("")).room_ready(&crate::type_called_room::RoomReady {
        id: "".into(),
    }).await?;
    while let Some((socket, answer)) = answers.next().await {
        let answer = answer?;
    }
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::type_called_room::test::connect(&server).await?;
    let question = client.expect().room_ready().await;
    question.answer(&crate::type_called_room::RoomReadyAck { ready: false })?;
    Ok(())
}

pub async fn m6<S: Send + Sync + 'static, A: Adapter>(ctx: crate::type_called_room::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    let mut answers = ctx.to(&crate::type_called_room::rooms::room("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).room_ready(&crate::type_called_room::RoomReady {
        id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    while let Some((socket, answer)) = answers.next().await {
        let answer = answer?;
    }
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>) -> Result<(), sockgen::BoxError> {
    let client = crate::type_called_room::test::connect(&server).await?;
    let question = client.expect().room_ready().await;
    question.answer(&crate::type_called_room::RoomReadyAck { ready: true })?;
    Ok(())
}
