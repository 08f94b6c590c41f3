//! All ten are typed, and the schema says what a client may send.

use std::sync::Arc;

use sockgen::prelude::*;
use sockgen::serde_json;

use super::app::{App, Poll, Said};

#[socket_events("chat.sockgen.yaml")]
pub mod chat {}

pub struct Chat(Arc<App>);

pub fn register(io: &SocketIo, app: Arc<App>) {
    chat::register(io, Chat(app));
}

impl<A: Adapter> chat::Handlers<A> for Chat {
    type Session = String;

    async fn authenticate(
        &self,
        socket: &SocketRef<A>,
        auth: chat::Auth,
    ) -> Result<String, Fail<chat::ConnectError>> {
        let name = auth.name.unwrap_or_else(|| "somebody".to_owned());
        self.0.arrive(socket.id, &name);
        Ok(name)
    }

    async fn on_connect(&self, ctx: chat::Ctx<String, A>) {
        let name = ctx.session().clone();
        // It fails if the client has gone already.
        let _ = ctx.emit().welcome(&chat::Welcome { name });
    }

    async fn on_disconnect(&self, ctx: chat::Ctx<String, A>, _: DisconnectReason) {
        let user = chat::User { name: self.0.depart(ctx.id()), status: chat::Status::Offline };
        let _ = ctx.others().status(&user).await;
    }

    async fn history(&self, _: chat::Ctx<String, A>, data: chat::History) -> Result<chat::HistoryAck, Fail> {
        let said = self.0.history(&data.room, data.limit.unwrap_or(50) as usize);
        let messages = said.into_iter().map(|Said { id, from, text }| chat::Said { id, from, text });
        Ok(chat::HistoryAck { messages: messages.collect() })
    }

    async fn join(&self, ctx: chat::Ctx<String, A>, data: chat::Join) -> Result<chat::JoinAck, Fail> {
        let name = ctx.session().clone();
        let members = self.0.join(&data.room, &name);
        let lobby = chat::rooms::lobby(&data.room);
        ctx.join(&lobby);
        ctx.to(&lobby).joined(&chat::Member { room: data.room, name }).await?;
        Ok(chat::JoinAck { members })
    }

    async fn leave(&self, ctx: chat::Ctx<String, A>, data: chat::Leave) -> Result<(), Fail> {
        let name = ctx.session().clone();
        self.0.leave(&data.room, &name);
        let lobby = chat::rooms::lobby(&data.room);
        ctx.leave(&lobby);
        ctx.to(&lobby).left(&chat::Member { room: data.room, name }).await?;
        Ok(())
    }

    async fn message(
        &self,
        ctx: chat::Ctx<String, A>,
        data: chat::Message,
    ) -> Result<chat::MessageAck, Fail<String>> {
        if data.text.trim().is_empty() {
            return Err(Fail::Declared("say something".to_owned()));
        }
        let Said { id, from, text } = self.0.say(&data.room, ctx.session(), &data.text);
        let lobby = chat::rooms::lobby(&data.room);
        ctx.within(&lobby).message(&chat::Posted { id, room: data.room, from, text }).await?;
        Ok(chat::MessageAck { id })
    }

    async fn typing(&self, ctx: chat::Ctx<String, A>, data: chat::Typing) -> Result<(), Fail> {
        let lobby = chat::rooms::lobby(&data.room);
        let from = ctx.session().clone();
        ctx.to(&lobby).typing(&chat::Typist { room: data.room, from, typing: data.typing }).await?;
        Ok(())
    }

    async fn status(&self, ctx: chat::Ctx<String, A>, status: chat::Status) -> Result<(), Fail> {
        let name = ctx.session().clone();
        self.0.set_status(&name, status.as_str());
        ctx.others().status(&chat::User { name, status }).await?;
        Ok(())
    }

    async fn who(&self, _: chat::Ctx<String, A>) -> Result<chat::WhoAck, Fail> {
        let mut users = Vec::new();
        for (name, status) in self.0.who() {
            users.push(chat::User { name, status: serde_json::from_value(status.into())? });
        }
        Ok(chat::WhoAck { users })
    }

    async fn poll_open(
        &self,
        ctx: chat::Ctx<String, A>,
        data: chat::PollOpen,
    ) -> Result<chat::PollOpenAck, Fail> {
        let poll = self.0.open_poll(&data.room, &data.question, data.options);
        let id = poll.id;
        tell(&ctx, poll).await?;
        Ok(chat::PollOpenAck { id })
    }

    async fn poll_vote(&self, ctx: chat::Ctx<String, A>, data: chat::PollVote) -> Result<(), Fail<String>> {
        let poll = self.0.vote(data.id, data.option.into()).ok_or_else(no_such_poll)?;
        Ok(tell(&ctx, poll).await?)
    }

    async fn poll_close(
        &self,
        ctx: chat::Ctx<String, A>,
        data: chat::PollClose,
    ) -> Result<chat::PollCloseAck, Fail<String>> {
        let poll = self.0.close_poll(data.id).ok_or_else(no_such_poll)?;
        let votes = poll.votes.clone();
        tell(&ctx, poll).await?;
        Ok(chat::PollCloseAck { votes })
    }
}

fn no_such_poll() -> Fail<String> {
    Fail::Declared("no such poll".to_owned())
}

async fn tell<A: Adapter>(ctx: &chat::Ctx<String, A>, poll: Poll) -> Result<(), EmitError> {
    let Poll { id, room, question, options, votes, closed } = poll;
    let poll = chat::Poll { id, question, options, votes, closed };
    ctx.within(chat::rooms::lobby(&room)).poll(&poll).await
}
