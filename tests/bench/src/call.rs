//! The voice-call application, twelve events: what a schema's user writes, and the same by hand.
//!
//! Both answer every message with the same text, which is checked before anything is measured. The one by hand checks the
//! lengths that the schema asks for; it has no fault for an unknown event or a panic, and no limit of messages in flight.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value, json};
use sockgen::socketioxide::SocketIo;

use crate::engine::{Author, Server};

/// What both applications hold.
#[derive(Default)]
pub struct App {
    handled: AtomicU64,
    gone: AtomicU64,
}

impl App {
    pub fn handled(&self) {
        self.handled.fetch_add(1, Ordering::Relaxed);
    }

    pub fn gone(&self) {
        self.gone.fetch_add(1, Ordering::Relaxed);
    }
}

/// The application as a server.
pub fn serve(author: Author) -> Server {
    match author {
        Author::Sockgen => Server::new(|io| generated::register(io, App::default())),
        Author::Hand => Server::new(|io| by_hand::register(io, Arc::default())),
        // As long as the answer to `join:room`.
        Author::Engine => Server::bare(r"{ok:true,data:{members:[{id:AAAAAAAAAAAAAAAA}]}}________"),
    }
}

/// A small payload, one of seven fields, and one with nested structs and lists.
pub fn payloads() -> [(&'static str, String, Value); 3] {
    let stroke = json!({ "color": "green", "width": 2.5, "points": [
        { "x": 10.5, "y": 20.25 }, { "x": 11.5, "y": 21.75 }, { "x": 13.0, "y": 22.5 }, { "x": 15.25, "y": 22.0 } ] });
    [
        ("small", "join:room".to_owned(), json!({ "room": "session-123" })),
        (
            "7 fields",
            "message:send".to_owned(),
            json!({
                "id": "0190163d-8694-739b-aea5-966c26f8ad91", "room": "session-123",
                "text": "Hello, everybody in this room!", "sequence": 4711, "score": 0.75, "urgent": false,
                "replyTo": "0190163d-8694-739b-aea5-966c26f8ad90" }),
        ),
        (
            "nested",
            "draw:stroke".to_owned(),
            json!({ "room": "session-123", "author": { "id": "7", "name": "Ada" }, "stroke": stroke,
                "tags": ["sketch", "second try"] }),
        ),
    ]
}

/// All of them in turn.
pub fn mix() -> Vec<(String, Value)> {
    payloads().into_iter().map(|(_, name, data)| (name, data)).collect()
}

/// A value of the application's own that says how often it was written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Counted(pub String);

static WRITTEN: AtomicU64 = AtomicU64::new(0);

impl Counted {
    /// How often one was written since the last call.
    pub fn written() -> u64 {
        WRITTEN.swap(0, Ordering::SeqCst)
    }
}

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WRITTEN.fetch_add(1, Ordering::SeqCst);
        serializer.serialize_str(&self.0)
    }
}

pub mod generated {
    use sockgen::prelude::*;

    use super::App;

    #[sockgen::socket_events("call.sockgen.yaml")]
    pub mod call {}

    pub use call::register;

    type Ctx<A> = call::Ctx<(), A>;

    impl<A: Adapter> call::Handlers<A> for App {
        type Session = ();

        async fn authenticate(
            &self,
            _: &SocketRef<A>,
            _: call::Auth,
        ) -> Result<(), Fail<call::ConnectError>> {
            Ok(())
        }

        async fn on_disconnect(&self, _: Ctx<A>, _: DisconnectReason) {
            self.gone();
        }

        async fn join_room(
            &self,
            ctx: Ctx<A>,
            _: call::JoinRoom,
        ) -> Result<call::JoinRoomAck, Fail<call::Failure>> {
            self.handled();
            Ok(call::JoinRoomAck { members: vec![call::User { id: ctx.id().to_string(), name: None }] })
        }

        async fn leave_room(&self, _: Ctx<A>, _: call::LeaveRoom) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }

        async fn message_send(
            &self,
            _: Ctx<A>,
            data: call::Message,
        ) -> Result<call::MessageSendAck, Fail<call::Failure>> {
            self.handled();
            Ok(call::MessageSendAck { id: data.id, sequence: data.sequence })
        }

        async fn message_edit(
            &self,
            _: Ctx<A>,
            data: call::Message,
        ) -> Result<call::MessageEditAck, Fail<call::Failure>> {
            self.handled();
            Ok(call::MessageEditAck { id: data.id, sequence: data.sequence })
        }

        async fn message_delete(&self, _: Ctx<A>, _: call::MessageDelete) -> Result<(), Fail<call::Failure>> {
            self.handled();
            Ok(())
        }

        async fn draw_stroke(
            &self,
            _: Ctx<A>,
            data: call::DrawStroke,
        ) -> Result<call::DrawStrokeAck, Fail<call::Failure>> {
            self.handled();
            Ok(call::DrawStrokeAck { points: data.stroke.points.len() as u32 })
        }

        async fn typing_start(&self, _: Ctx<A>, _: call::TypingStart) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }

        async fn typing_stop(&self, _: Ctx<A>, _: call::TypingStop) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }

        async fn mute_set(&self, _: Ctx<A>, _: call::MuteSet) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }

        async fn hand_raise(&self, _: Ctx<A>, _: call::HandRaise) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }

        async fn peer_signal(&self, _: Ctx<A>, _: call::PeerSignal) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }

        async fn custom_event(&self, _: Ctx<A>, _: call::CustomEvent) -> Result<(), Fail> {
            self.handled();
            Ok(())
        }
    }
}

pub mod by_hand {
    use super::*;
    use crate::hand::{answer, fits, invalid};
    use sockgen::socketioxide::extract::{AckSender, SocketRef, TryData};
    use sockgen::socketioxide::socket::DisconnectReason;

    #[derive(Deserialize)]
    pub struct Auth {
        pub name: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct User {
        pub id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
    }

    #[derive(Clone, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Message {
        pub id: String,
        pub room: String,
        pub text: String,
        pub sequence: u32,
        pub score: f64,
        pub urgent: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub reply_to: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }

    #[derive(Serialize, Deserialize)]
    pub struct Stroke {
        pub color: Color,
        pub width: f64,
        pub points: Vec<Point>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Color {
        Black,
        Red,
        Green,
        Blue,
    }

    #[derive(Deserialize)]
    pub struct InRoom {
        pub room: String,
    }

    #[derive(Deserialize)]
    pub struct Delete {
        pub id: String,
    }

    #[derive(Deserialize)]
    pub struct Draw {
        pub room: String,
        pub author: User,
        pub stroke: Stroke,
        pub tags: Vec<String>,
    }

    #[derive(Deserialize)]
    pub struct Mute {
        pub muted: bool,
    }

    #[derive(Deserialize)]
    pub struct Hand {
        pub raised: bool,
    }

    #[derive(Deserialize)]
    pub struct Signal {
        pub to: String,
        pub signal: Value,
    }

    #[derive(Deserialize)]
    pub struct Custom {
        pub name: String,
        pub payload: Option<Value>,
        pub room: Option<String>,
    }

    #[derive(Serialize)]
    pub struct Members {
        pub members: Vec<User>,
    }

    #[derive(Serialize)]
    pub struct Sent {
        pub id: String,
        pub sequence: u32,
    }

    #[derive(Serialize)]
    pub struct Drawn {
        pub points: u32,
    }

    #[derive(Serialize)]
    pub struct CountedEvent {
        pub value: Counted,
    }

    impl Message {
        fn fits(&self) -> bool {
            fits(&self.id, 64)
                && fits(&self.room, 64)
                && fits(&self.text, 4000)
                && self.reply_to.as_deref().is_none_or(|id| fits(id, 64))
        }
    }

    impl Draw {
        fn fits(&self) -> bool {
            fits(&self.room, 64)
                && fits(&self.author.id, 64)
                && self.author.name.as_deref().is_none_or(|name| fits(name, 80))
                && self.stroke.points.len() <= 1000
                && self.tags.len() <= 16
                && self.tags.iter().all(|tag| fits(tag, 32))
        }
    }

    pub fn register(io: &SocketIo, app: Arc<App>) {
        io.ns("/", async move |socket: SocketRef, TryData(auth): TryData<Auth>| {
            if !auth.is_ok_and(|auth| auth.name.as_deref().is_none_or(|name| fits(name, 80))) {
                let _ = socket.disconnect();
                return;
            }
            on(&socket, &app);
        });
    }

    fn on(socket: &SocketRef, app: &Arc<App>) {
        let a = app.clone();
        socket.on_disconnect(async move |_: SocketRef, _: DisconnectReason| a.gone());

        let a = app.clone();
        socket.on(
            "join:room",
            async move |socket: SocketRef, TryData(data): TryData<InRoom>, ack: AckSender| match data {
                Ok(data) if fits(&data.room, 64) => {
                    a.handled();
                    answer(ack, Members { members: vec![User { id: socket.id.to_string(), name: None }] });
                }
                _ => invalid(ack),
            },
        );
        let a = app.clone();
        socket.on("leave:room", async move |_: SocketRef, TryData(data): TryData<InRoom>, ack: AckSender| {
            match data {
                Ok(data) if fits(&data.room, 64) => {
                    a.handled();
                    answer(ack, ());
                }
                _ => invalid(ack),
            }
        });
        let a = app.clone();
        socket.on(
            "message:send",
            async move |_: SocketRef, TryData(data): TryData<Message>, ack: AckSender| match data {
                Ok(data) if data.fits() => {
                    a.handled();
                    answer(ack, Sent { id: data.id, sequence: data.sequence });
                }
                _ => invalid(ack),
            },
        );
        let a = app.clone();
        socket.on(
            "message:edit",
            async move |_: SocketRef, TryData(data): TryData<Message>, ack: AckSender| match data {
                Ok(data) if data.fits() => {
                    a.handled();
                    answer(ack, Sent { id: data.id, sequence: data.sequence });
                }
                _ => invalid(ack),
            },
        );
        let a = app.clone();
        socket.on(
            "message:delete",
            async move |_: SocketRef, TryData(data): TryData<Delete>, ack: AckSender| match data {
                Ok(data) if fits(&data.id, 64) => {
                    a.handled();
                    answer(ack, ());
                }
                _ => invalid(ack),
            },
        );
        let a = app.clone();
        socket.on("draw:stroke", async move |_: SocketRef, TryData(data): TryData<Draw>, ack: AckSender| {
            match data {
                Ok(data) if data.fits() => {
                    a.handled();
                    answer(ack, Drawn { points: data.stroke.points.len() as u32 });
                }
                _ => invalid(ack),
            }
        });
        for event in ["typing:start", "typing:stop"] {
            let a = app.clone();
            socket.on(event, async move |_: SocketRef, TryData(data): TryData<InRoom>, ack: AckSender| {
                match data {
                    Ok(data) if fits(&data.room, 64) => a.handled(),
                    _ => invalid(ack),
                }
            });
        }
        let a = app.clone();
        socket.on("mute:set", async move |_: SocketRef, TryData(data): TryData<Mute>, ack: AckSender| {
            match data {
                Ok(Mute { muted: true | false }) => {
                    a.handled();
                    answer(ack, ());
                }
                Err(_) => invalid(ack),
            }
        });
        let a = app.clone();
        socket.on("hand:raise", async move |_: SocketRef, TryData(data): TryData<Hand>, ack: AckSender| {
            match data {
                Ok(Hand { raised: true | false }) => {
                    a.handled();
                    answer(ack, ());
                }
                Err(_) => invalid(ack),
            }
        });
        let a = app.clone();
        socket.on(
            "peer:signal",
            async move |_: SocketRef, TryData(data): TryData<Signal>, ack: AckSender| match data {
                Ok(data) if fits(&data.to, 64) && !data.signal.is_null() => a.handled(),
                _ => invalid(ack),
            },
        );
        let a = app.clone();
        socket.on(
            "custom:event",
            async move |_: SocketRef, TryData(data): TryData<Custom>, ack: AckSender| match data {
                Ok(Custom { name, payload: _, room })
                    if fits(&name, 64) && room.as_deref().is_none_or(|room| fits(room, 64)) =>
                {
                    a.handled();
                }
                _ => invalid(ack),
            },
        );
    }
}
