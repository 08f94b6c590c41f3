//! The application: who is in which room, and what they tell each other.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::Utc;
use sockgen::Room;
use sockgen::prelude::*;
use uuid::Uuid;

use crate::call;

#[cfg(test)]
mod tests;

/// How many rooms a connection may be in: each costs memory here and in the engine.
const ROOMS_PER_CONNECTION: usize = 100;

/// The members of each room, in the order in which they joined.
#[derive(Default)]
pub(crate) struct App {
    rooms: Mutex<HashMap<call::RoomId, Vec<call::User>>>,
}

impl App {
    fn rooms(&self) -> MutexGuard<'_, HashMap<call::RoomId, Vec<call::User>>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the user was not there before, and who is there now.
    fn enter(&self, room: &call::RoomId, user: &call::User) -> (bool, Vec<call::User>) {
        let mut rooms = self.rooms();
        let members = rooms.entry(room.clone()).or_default();
        let is_new = members.iter().all(|member| member.id != user.id);
        if is_new {
            members.push(user.clone());
        }
        (is_new, members.clone())
    }

    /// Whether the user was there.
    fn exit(&self, room: &call::RoomId, user: &call::User) -> bool {
        let mut rooms = self.rooms();
        let Some(members) = rooms.get_mut(room) else { return false };
        let before = members.len();
        members.retain(|member| member.id != user.id);
        let was_there = members.len() < before;
        if members.is_empty() {
            rooms.remove(room);
        }
        was_there
    }

    /// The room, for a connection that is in it; otherwise why it may not write there.
    fn joined<A: Adapter>(
        &self,
        ctx: &call::Ctx<call::User, A>,
        room: &call::RoomId,
    ) -> Result<Room<call::rooms::Session>, call::Failure> {
        let to = call::rooms::session(room);
        if ctx.is_in(&to) {
            return Ok(to);
        }
        let (code, message) = if self.rooms().contains_key(room) {
            (call::FailureCode::Forbidden, "join the room before you write to it")
        } else {
            (call::FailureCode::RoomNotFound, "nobody is in this room")
        };
        Err(call::Failure { code, message: message.to_owned() })
    }

    async fn typing<A: Adapter>(
        ctx: &call::Ctx<call::User, A>,
        room: call::RoomId,
        typing: bool,
    ) -> Result<(), Fail> {
        let to = call::rooms::session(&room);
        // Nobody in the room knows somebody who is not.
        if ctx.is_in(&to) {
            let user = ctx.session().clone();
            ctx.to(&to).typing_update(&call::TypingUpdate { room, user, typing }).await?;
        }
        Ok(())
    }
}

impl<A: Adapter> call::Handlers<A> for App {
    /// Who this connection is to the others.
    type Session = call::User;

    async fn authenticate(
        &self,
        socket: &SocketRef<A>,
        auth: call::Auth,
    ) -> Result<call::User, Fail<call::ConnectError>> {
        // Anybody may come in, under any name; a real application would look at a token here.
        Ok(call::User { id: socket.id.to_string(), name: auth.name })
    }

    async fn on_connect(&self, ctx: call::Ctx<call::User, A>) {
        let welcome = call::Welcome { socket_id: ctx.id().to_string(), at: Utc::now() };
        if let Err(error) = ctx.emit().welcome(&welcome) {
            tracing::debug!(%error, "a client left before it was welcomed");
        }
    }

    async fn on_disconnect(&self, ctx: call::Ctx<call::User, A>, _reason: DisconnectReason) {
        for call::rooms::Room::Session { room } in ctx.rooms() {
            let user = ctx.session().clone();
            if self.exit(&room, &user) {
                let to = call::rooms::session(&room);
                if let Err(error) = ctx.to(&to).user_left(&call::UserLeft { room, user }).await {
                    tracing::warn!(%error, "a room was not told that somebody left");
                }
            }
        }
    }

    /// Tells the room, unless the user is in it already.
    async fn join_room(
        &self,
        ctx: call::Ctx<call::User, A>,
        data: call::JoinRoom,
    ) -> Result<call::JoinRoomAck, Fail<call::Failure>> {
        let room = call::rooms::session(&data.room);
        if !ctx.is_in(&room) && ctx.rooms().len() >= ROOMS_PER_CONNECTION {
            Err(call::Failure {
                code: call::FailureCode::Forbidden,
                message: format!("a connection may be in {ROOMS_PER_CONNECTION} rooms"),
            })?;
        }
        ctx.join(&room);
        let (is_new, members) = self.enter(&data.room, ctx.session());
        if !ctx.is_connected() {
            // The disconnect may have gone through the rooms before this one was entered.
            self.exit(&data.room, ctx.session());
        } else if is_new {
            let user = ctx.session().clone();
            ctx.to(&room).user_joined(&call::UserJoined { room: data.room, user }).await?;
        }
        Ok(call::JoinRoomAck { members })
    }

    /// Leaving a room that one is not in is no error: that one is not in it is what was asked for.
    async fn leave_room(&self, ctx: call::Ctx<call::User, A>, data: call::LeaveRoom) -> Result<(), Fail> {
        let room = call::rooms::session(&data.room);
        ctx.leave(&room);
        if self.exit(&data.room, ctx.session()) {
            let user = ctx.session().clone();
            ctx.to(&room).user_left(&call::UserLeft { room: data.room, user }).await?;
        }
        Ok(())
    }

    /// The sender receives the message too, as everyone else sees it.
    async fn message_send(
        &self,
        ctx: call::Ctx<call::User, A>,
        data: call::MessageSend,
    ) -> Result<call::MessageSendAck, Fail<call::Failure>> {
        let message = call::Message {
            id: Uuid::new_v4(),
            text: data.text,
            room: data.room,
            from: ctx.session().clone(),
            at: Utc::now(),
        };
        match &message.room {
            None => ctx.everyone().message_new(&message).await?,
            Some(room) => {
                let room = self.joined(&ctx, room)?;
                ctx.within(&room).message_new(&message).await?;
            }
        }
        Ok(call::MessageSendAck { id: message.id, at: message.at })
    }

    async fn typing_start(&self, ctx: call::Ctx<call::User, A>, data: call::TypingStart) -> Result<(), Fail> {
        Self::typing(&ctx, data.room, true).await
    }

    async fn typing_stop(&self, ctx: call::Ctx<call::User, A>, data: call::TypingStop) -> Result<(), Fail> {
        Self::typing(&ctx, data.room, false).await
    }

    /// Relayed as messages are: to the room, if the sender is in it, else to everyone; the sender receives it too.
    async fn custom_event(&self, ctx: call::Ctx<call::User, A>, data: call::CustomEvent) -> Result<(), Fail> {
        let relayed =
            call::CustomBroadcast { name: data.name, payload: data.payload, from: ctx.session().clone() };
        match &data.room {
            None => ctx.everyone().custom_broadcast(&relayed).await?,
            Some(room) => {
                // The event has no ack to say it in, so `on_fault` and the log are told.
                let room = self.joined(&ctx, room).map_err(|failure| Fail::internal(failure.message))?;
                ctx.within(&room).custom_broadcast(&relayed).await?;
            }
        }
        Ok(())
    }
}

/// Tells everybody that the server stops, as an event of the application's own.
pub(crate) async fn announce_stop<A: Adapter>(io: &SocketIo<A>) {
    let from = call::User { id: "server".to_owned(), name: Some("Call server".to_owned()) };
    let stopping = call::CustomBroadcast { name: "server:stopping".to_owned(), payload: None, from };
    if let Err(error) = call::Emitter::new(io).everyone().custom_broadcast(&stopping).await {
        tracing::warn!(%error, "clients were not told that the server stops");
    }
}
