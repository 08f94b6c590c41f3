//! What everybody is told, and the hooks: a connection begins and ends in typed code.

use std::sync::Arc;

use sockgen::prelude::*;

use super::app::{App, Said};
use super::legacy;

#[socket_events("chat.sockgen.yaml")]
pub mod chat {}

pub struct Chat(Arc<App>);

pub fn register(io: &SocketIo, app: Arc<App>) {
    let beside = app.clone();
    chat::service(Chat(app))
        .unknown(Unknown::Pass)
        .also(move |socket| on_connect(&beside, &socket))
        .register(io);
}

fn on_connect(app: &Arc<App>, socket: &SocketRef) {
    legacy::poll_open(socket, app);
    legacy::poll_vote(socket, app);
    legacy::poll_close(socket, app);
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
        let user = chat::User { name: self.0.depart(ctx.id()), status: "offline".to_owned() };
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

    async fn status(&self, ctx: chat::Ctx<String, A>, status: String) -> Result<(), Fail> {
        let name = ctx.session().clone();
        self.0.set_status(&name, &status);
        ctx.others().status(&chat::User { name, status }).await?;
        Ok(())
    }

    async fn who(&self, _: chat::Ctx<String, A>) -> Result<chat::WhoAck, Fail> {
        let users = self.0.who().into_iter().map(|(name, status)| chat::User { name, status });
        Ok(chat::WhoAck { users: users.collect() })
    }
}
