//! Each error of the schema is one compile error that shows the schema's own line; what uses the module adds none.
use sockgen::prelude::*;

#[socket_events("two_errors.sockgen.yaml")]
pub mod chat {}

struct App;

impl<A: Adapter> chat::Handlers<A> for App {
    type Session = ();

    async fn authenticate(&self, _: &SocketRef<A>, _: chat::Auth) -> Result<(), Fail<chat::ConnectError>> {
        Ok(())
    }

    async fn join(&self, _: chat::Ctx<(), A>, _: chat::Join) -> Result<(), Fail> {
        Ok(())
    }

    async fn say(&self, _: chat::Ctx<(), A>, _: chat::Say) -> Result<(), Fail> {
        Ok(())
    }
}

fn main() {}
