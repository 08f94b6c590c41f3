//! What a process that is no server publishes, read with the types that the servers' adapter reads it with.

use socketioxide_core::Value;
use socketioxide_core::adapter::remote_packet::{RequestIn, RequestTypeIn};
use socketioxide_core::adapter::{BroadcastFlags, BroadcastOptions};
use socketioxide_core::packet::{Packet, PacketData};
use sockgen::prelude::*;
use sockgen::{BoxError, Publish, Remote};
use std::sync::{Arc, Mutex};

#[socket_events(inline = r#"
sockgen: 1
types: { GameId: string(1..=10) }
serverToClient:
  said: { data: { text: string(1..=10) }, to: lobby }
  cursor: { data: { x: int }, volatile: true, to: lobby }
  image: { data: { name: string, bytes: bytes } }
  tick: {}
rooms:
  lobby: "lobby:{name: string}"
  muted: muted
namespaces:
  /admin: { serverToClient: { alarm: { data: { text: string } } } }
  "/game/{id: GameId}": { serverToClient: { turn: {} } }
"#)]
pub mod app {}

/// The channel and the bytes.
type Message = (String, Vec<u8>);

/// Keeps what is published, or has no connection.
#[derive(Clone, Default)]
struct Wire {
    published: Arc<Mutex<Vec<Message>>>,
    is_broken: bool,
}

impl Publish for Wire {
    async fn publish(&self, channel: String, message: Vec<u8>) -> Result<(), BoxError> {
        if self.is_broken {
            return Err("no connection".into());
        }
        self.published.lock().unwrap().push((channel, message));
        Ok(())
    }
}

impl Wire {
    /// The only message that was published since this was last asked: its channel, its packet, and for whom it is.
    #[track_caller]
    fn only(&self) -> (String, Packet, BroadcastOptions) {
        let mut published = std::mem::take(&mut *self.published.lock().unwrap());
        assert_eq!(published.len(), 1);
        let (channel, message) = published.remove(0);
        let request: RequestIn = rmp_serde::from_slice(&message).unwrap();
        let RequestTypeIn::Broadcast(packet) = request.r#type else { panic!("{request:?}") };
        (channel, packet, request.opts.unwrap())
    }

    fn is_untouched(&self) -> bool {
        self.published.lock().unwrap().is_empty()
    }
}

fn text(packet: &Packet) -> &str {
    match &packet.inner {
        PacketData::Event(Value::Str(text, bytes), None)
            if bytes.as_ref().is_none_or(|all| all.is_empty()) =>
        {
            text
        }
        other => panic!("{other:?}"),
    }
}

fn said() -> app::Said {
    app::Said { text: "hello".to_owned() }
}

#[tokio::test]
async fn an_event_goes_to_the_rooms_that_it_is_for() {
    let wire = Wire::default();
    let emitter = app::Emitter::remote(&Remote::redis(wire.clone()));
    let rooms = [app::rooms::lobby("a"), app::rooms::lobby("b:c")];
    emitter.within(&rooms[..]).except(app::rooms::muted()).said(&said()).await.unwrap();
    let (channel, packet, options) = wire.only();
    assert_eq!(channel, "socket.io-request#/#");
    assert_eq!(packet.ns, "/");
    assert_eq!(text(&packet), r#"["said",{"text":"hello"}]"#);
    assert_eq!(options.rooms[..], ["lobby:a", "lobby:b%3Ac"]);
    assert_eq!(options.except[..], ["muted"]);
    assert!(options.sid.is_none() && options.server_id.is_none());
    assert!(!options.has_flag(BroadcastFlags::Volatile) && !options.has_flag(BroadcastFlags::Local));
}

#[tokio::test]
async fn everyone_is_everyone_and_no_rooms_are_nobody() {
    let wire = Wire::default();
    let emitter = app::Emitter::remote(&Remote::redis(wire.clone()).prefix("mine"));
    emitter.everyone().tick().await.unwrap();
    let (channel, packet, options) = wire.only();
    assert_eq!(channel, "mine-request#/#");
    assert_eq!(text(&packet), r#"["tick"]"#);
    assert!(options.rooms.is_empty() && options.has_flag(BroadcastFlags::Broadcast));

    let nobody: [sockgen::Room<app::rooms::Lobby>; 0] = [];
    emitter.within(nobody).said(&said()).await.unwrap();
    assert!(wire.is_untouched());
}

#[tokio::test]
async fn a_volatile_event_says_that_it_is() {
    let wire = Wire::default();
    let emitter = app::Emitter::remote(&Remote::redis(wire.clone()));
    emitter.within(app::rooms::lobby("a")).cursor(&app::Cursor { x: 1 }).await.unwrap();
    assert!(wire.only().2.has_flag(BroadcastFlags::Volatile));
}

#[tokio::test]
async fn binary_data_goes_beside_the_text_or_within_msgpack() {
    let wire = Wire::default();
    let remote = Remote::redis(wire.clone());
    let image = app::Image { name: "dot".to_owned(), bytes: Bytes::from_static(&[1, 2, 3]) };
    app::Emitter::remote(&remote).everyone().image(&image).await.unwrap();
    let (_, packet, _) = wire.only();
    let PacketData::BinaryEvent(Value::Str(text, Some(attachments)), None) = packet.inner else {
        panic!("{packet:?}")
    };
    assert_eq!(text.as_str(), r#"["image",{"name":"dot","bytes":{"_placeholder":true,"num":0}}]"#);
    assert_eq!(attachments, [Bytes::from_static(&[1, 2, 3])]);

    app::Emitter::remote(&remote.msgpack()).everyone().image(&image).await.unwrap();
    let (_, packet, _) = wire.only();
    let PacketData::Event(Value::Bytes(bytes), None) = packet.inner else { panic!("{packet:?}") };
    assert!(bytes.windows(3).any(|window| window == [1, 2, 3]));
}

#[tokio::test]
async fn each_namespace_has_its_channel() {
    let wire = Wire::default();
    let remote = Remote::redis(wire.clone());
    let alarm = app::admin::Alarm { text: "fire".to_owned() };
    app::admin::Emitter::remote(&remote).everyone().alarm(&alarm).await.unwrap();
    let (channel, packet, _) = wire.only();
    assert_eq!((channel.as_str(), packet.ns.as_str()), ("socket.io-request#/admin#", "/admin"));

    let params = app::game::Params { id: "a/b".to_owned() };
    app::game::Emitter::remote(&remote, &params).everyone().turn().await.unwrap();
    let (channel, packet, _) = wire.only();
    assert_eq!((channel.as_str(), packet.ns.as_str()), ("socket.io-request#/game/a%2Fb#", "/game/a%2Fb"));

    let params = app::game::Params { id: "x".repeat(11) };
    let refused = app::game::Emitter::remote(&remote, &params).everyone().turn().await;
    assert!(matches!(refused, Err(EmitError::Invalid(_))), "{refused:?}");
    assert!(wire.is_untouched());
}

#[tokio::test]
async fn what_breaks_its_schema_is_not_published() {
    let wire = Wire::default();
    let emitter = app::Emitter::remote(&Remote::redis(wire.clone()));
    let long = app::Said { text: "x".repeat(11) };
    match emitter.within(app::rooms::lobby("a")).said(&long).await {
        Err(EmitError::Invalid(violation)) => assert_eq!(violation.path, "$.text"),
        other => panic!("{other:?}"),
    }
    assert!(wire.is_untouched());
}

#[tokio::test]
async fn a_broken_connection_is_an_error() {
    let wire = Wire { is_broken: true, ..Wire::default() };
    let emitter = app::Emitter::remote(&Remote::redis(wire));
    // In a task of its own, as an application might have it.
    let sent = tokio::spawn(async move { emitter.everyone().tick().await }).await.unwrap();
    match sent {
        Err(EmitError::OtherNodes(error)) => assert_eq!(error.to_string(), "no connection"),
        other => panic!("{other:?}"),
    }
    assert_eq!(sockgen::lost_broadcasts(), 0);
}
