//! Two hundred events: generated, and by hand as a closure and serde's derives for each.

use std::sync::Arc;

use serde_json::{Value, json};
use sockgen::socketioxide::SocketIo;

use crate::call::App;
use crate::engine::{Author, Server};
use crate::events::{events, types};

/// The application as a server.
pub fn serve(author: Author) -> Server {
    match author {
        Author::Sockgen => Server::new(|io| generated::register(io, generated::Large(App::default()))),
        Author::Hand => Server::new(|io| by_hand::register(io, Arc::default())),
        // As long as the answer to a small payload.
        Author::Engine => Server::bare(r"{ok:true,data:{id:session-123,count:11}}________"),
    }
}

/// Events of every group and kind.
pub fn mix() -> Vec<(String, Value)> {
    let points = json!([{ "x": 10.5, "y": 20.25 }, { "x": 11.5, "y": 21.75 }, { "x": 13.0, "y": 22.5 }]);
    let kinds = [
        (["open", "read"], json!({ "room": "session-123" })),
        (
            ["send", "edit"],
            json!({
                "id": "0190163d-8694-739b-aea5-966c26f8ad91", "room": "session-123",
                "text": "Hello, everybody in this room!", "sequence": 4711, "score": 0.75, "urgent": false,
                "replyTo": "0190163d-8694-739b-aea5-966c26f8ad90" }),
        ),
        (
            ["draw", "move"],
            json!({ "room": "session-123", "author": { "room": "lobby" }, "color": "green", "points": points,
                "tags": ["sketch", "second try"] }),
        ),
    ];
    // Seven has no factor in common with the twenty groups, so that one message's code does not warm the next one's.
    let event = |index: usize| {
        let (names, data) = &kinds[index % 3];
        (format!("area{}:{}", index * 7 % 20, names[index % 2]), data.clone())
    };
    (0..60).map(event).collect()
}

pub mod generated {
    use sockgen::prelude::*;

    use super::*;

    #[sockgen::socket_events("two_hundred.sockgen.yaml")]
    pub mod schema {}

    pub use schema::register;

    pub struct Large(pub App);

    macro_rules! method {
        (small $method:ident $data:ident $done:ident) => {
            async fn $method(
                &self,
                _: schema::Ctx<(), A>,
                data: schema::$data,
            ) -> Result<schema::$done, Fail> {
                self.0.handled();
                Ok(schema::$done { count: data.room.len() as u32, id: data.room })
            }
        };
        (quiet $method:ident $data:ident $done:ident) => {
            async fn $method(&self, _: schema::Ctx<(), A>, _: schema::$data) -> Result<(), Fail> {
                self.0.handled();
                Ok(())
            }
        };
        (message $method:ident $data:ident $done:ident) => {
            async fn $method(
                &self,
                _: schema::Ctx<(), A>,
                data: schema::$data,
            ) -> Result<schema::$done, Fail> {
                self.0.handled();
                Ok(schema::$done { count: data.sequence, id: data.id })
            }
        };
        (nested $method:ident $data:ident $done:ident) => {
            async fn $method(
                &self,
                _: schema::Ctx<(), A>,
                data: schema::$data,
            ) -> Result<schema::$done, Fail> {
                self.0.handled();
                Ok(schema::$done { count: data.points.len() as u32, id: data.author.room })
            }
        };
    }

    macro_rules! handlers {
        ($($kind:ident $method:ident $event:literal $data:ident $done:ident;)*) => {
            impl<A: Adapter> schema::Handlers<A> for Large {
                type Session = ();

                async fn authenticate(
                    &self,
                    _: &SocketRef<A>,
                    (): schema::Auth,
                ) -> Result<(), Fail<schema::ConnectError>> {
                    Ok(())
                }

                async fn on_disconnect(&self, _: schema::Ctx<(), A>, _: DisconnectReason) {
                    self.0.gone();
                }

                $(method!($kind $method $data $done);)*
            }
        };
    }
    events!(handlers);
}

pub mod by_hand {
    use serde::{Deserialize, Serialize};
    use sockgen::socketioxide::extract::{AckSender, SocketRef, TryData};
    use sockgen::socketioxide::socket::DisconnectReason;

    use super::*;
    use crate::hand::{answer, fits, invalid};

    #[derive(Deserialize)]
    pub struct Point {
        #[expect(dead_code, reason = "decoded as the other side's is")]
        x: f64,
        #[expect(dead_code, reason = "decoded as the other side's is")]
        y: f64,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Color {
        Black,
        Red,
        Green,
        Blue,
    }

    macro_rules! payloads {
        ($($small:ident $message:ident $nested:ident $done:ident;)*) => {$(
            #[derive(Deserialize)]
            struct $small {
                room: String,
            }

            impl $small {
                fn fits(&self) -> bool {
                    fits(&self.room, 64)
                }

                fn done(self) -> $done {
                    $done { count: self.room.len() as u32, id: self.room }
                }
            }

            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase")]
            struct $message {
                id: String,
                room: String,
                text: String,
                sequence: u32,
                #[expect(dead_code, reason = "decoded as the other side's is")]
                score: f64,
                #[expect(dead_code, reason = "decoded as the other side's is")]
                urgent: bool,
                reply_to: Option<String>,
            }

            impl $message {
                fn fits(&self) -> bool {
                    fits(&self.id, 64)
                        && fits(&self.room, 64)
                        && fits(&self.text, 4000)
                        && self.reply_to.as_deref().is_none_or(|id| fits(id, 64))
                }

                fn done(self) -> $done {
                    $done { count: self.sequence, id: self.id }
                }
            }

            #[derive(Deserialize)]
            struct $nested {
                room: String,
                author: $small,
                color: Color,
                points: Vec<Point>,
                tags: Vec<String>,
            }

            impl $nested {
                fn fits(&self) -> bool {
                    matches!(self.color, Color::Black | Color::Red | Color::Green | Color::Blue)
                        && fits(&self.room, 64)
                        && self.author.fits()
                        && self.points.len() <= 1000
                        && self.tags.len() <= 16
                        && self.tags.iter().all(|tag| fits(tag, 32))
                }

                fn done(self) -> $done {
                    $done { count: self.points.len() as u32, id: self.author.room }
                }
            }

            #[derive(Serialize)]
            struct $done {
                id: String,
                count: u32,
            }
        )*};
    }
    types!(payloads);

    macro_rules! closure {
        (quiet $app:ident $data:ident) => {
            async move |_: SocketRef, TryData(data): TryData<$data>, ack: AckSender| match data {
                Ok(data) if data.fits() => $app.handled(),
                _ => invalid(ack),
            }
        };
        ($kind:ident $app:ident $data:ident) => {
            async move |_: SocketRef, TryData(data): TryData<$data>, ack: AckSender| match data {
                Ok(data) if data.fits() => {
                    $app.handled();
                    answer(ack, data.done());
                }
                _ => invalid(ack),
            }
        };
    }

    macro_rules! closures {
        ($($kind:ident $method:ident $event:literal $data:ident $done:ident;)*) => {
            fn on(socket: &SocketRef, app: &Arc<App>) {
                $(
                    let a = app.clone();
                    socket.on($event, closure!($kind a $data));
                )*
            }
        };
    }
    events!(closures);

    pub fn register(io: &SocketIo, app: Arc<App>) {
        io.ns("/", async move |socket: SocketRef| {
            let a = app.clone();
            socket.on_disconnect(async move |_: SocketRef, _: DisconnectReason| a.gone());
            on(&socket, &app);
        });
    }
}
