//! Rooms, what is sent into them, and an answer that may be an error.

use std::sync::Arc;

use serde_json::json;
use sockgen::prelude::*;
use sockgen::socketioxide::extract::Event;

use super::app::{App, Said};
use super::legacy;

#[socket_events("chat.sockgen.yaml")]
pub mod chat {}

pub struct Chat(Arc<App>);

pub fn register(io: &SocketIo, app: Arc<App>) {
    let (beside, here, there) = (app.clone(), app.clone(), app.clone());
    chat::service(Chat(app))
        .also(move |socket| on_connect(&beside, &socket))
        .also_on_disconnect(async move |socket: SocketRef| legacy::gone(socket, here).await)
        .fallback(async move |name: Event| legacy::unknown(&there, name))
        .register(io);
}

fn on_connect(app: &Arc<App>, socket: &SocketRef) {
    legacy::status(socket, app);
    legacy::who(socket, app);
    legacy::poll_open(socket, app);
    legacy::poll_vote(socket, app);
    legacy::poll_close(socket, app);
    let _ = socket.emit("welcome", &json!({ "name": app.name(socket.id) }));
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
}
