// Written by `tests/web/explorer/copied.ts`.

use super::Adapter;

pub async fn m0<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    let answer = client.request().join_room(&crate::call::JoinRoom { room: "a".into() }).await?;
    Ok(())
}

pub async fn m1<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    let answer = client.request().join_room(&crate::call::JoinRoom {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m2<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    let answer = client.request().leave_room(&crate::call::LeaveRoom { room: "a".into() }).await?;
    Ok(())
}

pub async fn m3<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    let answer = client.request().leave_room(&crate::call::LeaveRoom {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    }).await?;
    Ok(())
}

pub async fn m4<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    let answer = client.request().message_send(&crate::call::MessageSend {
        text: "a".into(),
        room: None,
    }).await?;
    Ok(())
}

pub async fn m5<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    let answer = client.request().message_send(&crate::call::MessageSend {
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        room: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    }).await?;
    Ok(())
}

pub async fn m6<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    client.emit().typing_start(&crate::call::TypingStart { room: "a".into() })?;
    Ok(())
}

pub async fn m7<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    client.emit().typing_start(&crate::call::TypingStart {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m8<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    client.emit().typing_stop(&crate::call::TypingStop { room: "a".into() })?;
    Ok(())
}

pub async fn m9<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    client.emit().typing_stop(&crate::call::TypingStop {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
    })?;
    Ok(())
}

pub async fn m10<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    let client = crate::call::test::connect(&server, &auth).await?;
    client.emit().custom_event(&crate::call::CustomEvent {
        name: "a".into(),
        payload: None,
        room: None,
    })?;
    Ok(())
}

pub async fn m11<A: Adapter>(server: super::Server<A>, auth: crate::call::Auth) -> Result<(), sockgen::BoxError> {
    use sockgen::serde_json::json;
    let client = crate::call::test::connect(&server, &auth).await?;
    client.emit().custom_event(&crate::call::CustomEvent {
        name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        payload: Some(json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
        room: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
    })?;
    Ok(())
}

pub async fn m12<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().welcome(&crate::call::Welcome {
        socket_id: "".into(),
        at: "0000-01-01T00:00:00.000Z".parse()?,
    })?;
    Ok(())
}

pub async fn m13<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().welcome(&crate::call::Welcome {
        socket_id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        at: "9999-12-31T23:59:59.999Z".parse()?,
    })?;
    Ok(())
}

pub async fn m14<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().message_new(&crate::call::Message {
        id: "00000000-0000-0000-0000-000000000000".parse()?,
        text: "a".into(),
        room: None,
        from: crate::call::User { id: "".into(), name: None },
        at: "0000-01-01T00:00:00.000Z".parse()?,
    })?;
    Ok(())
}

pub async fn m15<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().message_new(&crate::call::Message {
        id: "ffffffff-ffff-ffff-ffff-ffffffffffff".parse()?,
        text: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        room: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        from: crate::call::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        },
        at: "9999-12-31T23:59:59.999Z".parse()?,
    })?;
    Ok(())
}

pub async fn m16<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::call::rooms::session("a")).user_joined(&crate::call::UserJoined {
        room: "a".into(),
        user: crate::call::User { id: "".into(), name: None },
    }).await?;
    Ok(())
}

pub async fn m17<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::call::rooms::session("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).user_joined(&crate::call::UserJoined {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        user: crate::call::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        },
    }).await?;
    Ok(())
}

pub async fn m18<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::call::rooms::session("a")).user_left(&crate::call::UserLeft {
        room: "a".into(),
        user: crate::call::User { id: "".into(), name: None },
    }).await?;
    Ok(())
}

pub async fn m19<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::call::rooms::session("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).user_left(&crate::call::UserLeft {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        user: crate::call::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        },
    }).await?;
    Ok(())
}

pub async fn m20<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::call::rooms::session("a")).typing_update(&crate::call::TypingUpdate {
        room: "a".into(),
        user: crate::call::User { id: "".into(), name: None },
        typing: false,
    }).await?;
    Ok(())
}

pub async fn m21<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.to(&crate::call::rooms::session("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")).typing_update(&crate::call::TypingUpdate {
        room: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        user: crate::call::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        },
        typing: true,
    }).await?;
    Ok(())
}

pub async fn m22<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    ctx.emit().custom_broadcast(&crate::call::CustomBroadcast {
        name: "".into(),
        payload: None,
        from: crate::call::User { id: "".into(), name: None },
    })?;
    Ok(())
}

pub async fn m23<S: Send + Sync + 'static, A: Adapter>(ctx: crate::call::Ctx<S, A>) -> Result<(), sockgen::Fail> {
    use sockgen::serde_json::json;
    ctx.emit().custom_broadcast(&crate::call::CustomBroadcast {
        name: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
        payload: Some(json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 })),
        from: crate::call::User {
            id: "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into(),
            name: Some("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀".into()),
        },
    })?;
    Ok(())
}
