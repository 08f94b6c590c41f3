//! An application whose handlers do what the tests need: the text of a message says what.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use sockgen::prelude::*;
use tokio::sync::{Notify, Semaphore};

use crate::call;

/// What one fault report said.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub event: String,
    pub code: FaultCode,
    pub cause: String,
    pub ack_requested: bool,
    pub times: u32,
}

/// What the tests look at from outside.
#[derive(Default)]
pub struct Log {
    pub faults: Mutex<Vec<Seen>>,
    pub rooms_at_disconnect: Mutex<Vec<call::rooms::Room>>,
    pub disconnected: Notify,
    pub sessions: AtomicUsize,
    pub done: AtomicUsize,
    pub gate: Gate,
}

/// Handlers told to wait stand here.
pub struct Gate(pub Semaphore);

impl Default for Gate {
    fn default() -> Self {
        Self(Semaphore::new(0))
    }
}

/// One connection's session, counted while it lives: a leaked connection leaks its session.
pub struct Session {
    pub name: String,
    log: Arc<Log>,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.log.sessions.fetch_sub(1, Ordering::SeqCst);
    }
}

pub struct App {
    pub log: Arc<Log>,
}

fn user<A: Adapter>(ctx: &call::Ctx<Session, A>) -> call::User {
    call::User { id: ctx.id().to_string(), name: Some(ctx.session().name.clone()) }
}

fn forbidden() -> call::Failure {
    call::Failure { code: call::FailureCode::Forbidden, message: "not for you".to_owned() }
}

impl<A: Adapter> call::Handlers<A> for App {
    type Session = Session;

    async fn authenticate(
        &self,
        _socket: &SocketRef<A>,
        auth: call::Auth,
    ) -> Result<Session, Fail<call::ConnectError>> {
        match auth.name.as_deref() {
            Some("refuse") => Err(Refused::new("you are refused"))?,
            Some("error") => Err(std::io::Error::other("secret"))?,
            Some("panic") => panic!("secret"),
            Some("slow") => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            _ => {}
        }
        self.log.sessions.fetch_add(1, Ordering::SeqCst);
        Ok(Session { name: auth.name.unwrap_or_default(), log: self.log.clone() })
    }

    async fn on_connect(&self, ctx: call::Ctx<Session, A>) {
        if ctx.session().name == "greet" {
            let welcome = call::Welcome { socket_id: ctx.id().to_string(), at: chrono::Utc::now() };
            ctx.emit().welcome(&welcome).expect("a new socket can be emitted to");
        }
        if ctx.session().name == "late" {
            tokio::time::sleep(std::time::Duration::from_secs(3600)).await;
        }
    }

    async fn on_disconnect(&self, ctx: call::Ctx<Session, A>, _reason: DisconnectReason) {
        self.log.rooms_at_disconnect.lock().unwrap().extend(ctx.rooms());
        self.log.disconnected.notify_one();
        if ctx.session().name == "slow to go" {
            self.log.gate.0.acquire().await.expect("the gate is never closed").forget();
        }
        assert_ne!(ctx.session().name, "panic at the end");
    }

    async fn on_fault(&self, _ctx: call::Ctx<Session, A>, report: &FaultReport) {
        self.log.faults.lock().unwrap().push(Seen {
            event: report.event.clone(),
            code: report.fault.code,
            cause: report.cause.to_string(),
            ack_requested: report.ack_requested,
            times: report.times,
        });
        assert_ne!(report.event, "panic in the hook");
    }

    async fn join_room(
        &self,
        ctx: call::Ctx<Session, A>,
        data: call::JoinRoom,
    ) -> Result<call::JoinRoomAck, Fail<call::Failure>> {
        if data.room == "forbidden" {
            // The three ways to fail with a declared error.
            return Err(forbidden().into());
        }
        let room = call::rooms::session(&data.room);
        ctx.join(&room);
        ctx.to(&room).user_joined(&call::UserJoined { room: data.room, user: user(&ctx) }).await?;
        Ok(call::JoinRoomAck { members: vec![user(&ctx)] })
    }

    async fn leave_room(&self, ctx: call::Ctx<Session, A>, data: call::LeaveRoom) -> Result<(), Fail> {
        ctx.leave(call::rooms::session(&data.room));
        Ok(())
    }

    async fn message_send(
        &self,
        ctx: call::Ctx<Session, A>,
        data: call::MessageSend,
    ) -> Result<call::MessageSendAck, Fail<call::Failure>> {
        match data.text.as_str() {
            "panic" => panic!("secret panic"),
            "panic later" => {
                tokio::task::yield_now().await;
                panic!("secret panic")
            }
            "error" => Err(std::io::Error::other("secret error"))?,
            "declared" => Err(forbidden())?,
            "wait" => self.log.gate.0.acquire().await?.forget(),
            "wait, then join" => {
                self.log.gate.0.acquire().await?.forget();
                ctx.join(call::rooms::session("late"));
            }
            "disconnect" => ctx.disconnect(),
            "register" => ctx.socket().on("by hand", async || {}),
            _ => {}
        }
        let message = call::Message {
            id: uuid::Uuid::new_v4(),
            text: data.text,
            room: data.room.clone(),
            from: user(&ctx),
            at: chrono::Utc::now(),
        };
        match &data.room {
            Some(room) => ctx.within(call::rooms::session(room)).message_new(&message).await?,
            None => ctx.others().message_new(&message).await?,
        }
        self.log.done.fetch_add(1, Ordering::SeqCst);
        Ok(call::MessageSendAck { id: message.id, at: message.at })
    }

    async fn typing_start(&self, ctx: call::Ctx<Session, A>, data: call::TypingStart) -> Result<(), Fail> {
        let room = call::rooms::session(&data.room);
        ctx.to([&room, &room])
            .typing_update(&call::TypingUpdate { room: data.room, user: user(&ctx), typing: true })
            .await?;
        Ok(())
    }

    async fn typing_stop(&self, _ctx: call::Ctx<Session, A>, _data: call::TypingStop) -> Result<(), Fail> {
        Err(std::io::Error::other("secret error"))?
    }

    async fn custom_event(&self, ctx: call::Ctx<Session, A>, data: call::CustomEvent) -> Result<(), Fail> {
        let relayed = call::CustomBroadcast { name: data.name, payload: data.payload, from: user(&ctx) };
        match &data.room {
            Some(room) => {
                ctx.everyone().except(call::rooms::session(room)).custom_broadcast(&relayed).await?;
            }
            None => ctx.everyone().custom_broadcast(&relayed).await?,
        }
        Ok(())
    }
}
