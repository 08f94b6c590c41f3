use sockgen::prelude::*;

#[socket_events("../chat.sockgen.yaml")]
pub mod chat {}

struct App;

impl<A: Adapter> chat::Handlers<A> for App {
    type Session = ();

    async fn authenticate(&self, _: &SocketRef<A>, _: chat::Auth) -> Result<(), Fail<chat::ConnectError>> {
        Ok(())
    }

    async fn join(&self, _: chat::Ctx<(), A>, _: chat::Join) -> Result<chat::JoinAck, Fail<chat::Failure>> {
        Ok(chat::JoinAck { members: 1 })
    }
}

fn main() {}
