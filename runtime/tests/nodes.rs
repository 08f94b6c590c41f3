//! Several nodes without a second one: an adapter whose other nodes can be out of reach.
//!
//! `tests/cluster` has real nodes; what is here needs no network, and is the same each time.

#[path = "support/app.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod app;
#[path = "expansion/call.rs"]
#[rustfmt::skip]
mod call;
#[path = "support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;

use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::{App, Log};
use client::{Client, Parser};
use serde_json::json;
use socketioxide_core::adapter::errors::{AdapterError, BroadcastError};
use socketioxide_core::adapter::{
    BroadcastFlags, BroadcastOptions, CoreAdapter, CoreLocalAdapter, DefinedAdapter, RemoteSocketData, Room,
    SocketEmitter,
};
use socketioxide_core::packet::Packet;
use sockgen::EmitError;
use sockgen::socketioxide::SocketIo;
use sockgen::socketioxide::adapter::Emitter;

/// Tells the other nodes first, as all adapters do; there are none, and sometimes that is an error.
struct Nodes {
    local: CoreLocalAdapter<Emitter>,
    is_cut: Arc<AtomicBool>,
}

impl Nodes {
    fn tell(&self, options: &BroadcastOptions) -> Result<(), AdapterError> {
        if !options.has_flag(BroadcastFlags::Local) && self.is_cut.load(Ordering::SeqCst) {
            return Err(AdapterError::from(
                Box::new(std::io::Error::other("the wire is cut")) as Box<dyn std::error::Error + Send>
            ));
        }
        Ok(())
    }
}

impl DefinedAdapter for Nodes {}
impl CoreAdapter<Emitter> for Nodes {
    type Error = AdapterError;
    type State = Arc<AtomicBool>;
    type AckStream = <Emitter as SocketEmitter>::AckStream;
    type InitRes = ();

    fn new(is_cut: &Arc<AtomicBool>, local: CoreLocalAdapter<Emitter>) -> Self {
        Self { local, is_cut: is_cut.clone() }
    }

    fn init(self: Arc<Self>, on_success: impl FnOnce() + Send + 'static) {
        on_success();
    }

    async fn broadcast(&self, packet: Packet, options: BroadcastOptions) -> Result<(), BroadcastError> {
        self.tell(&options)?;
        Ok(self.local.broadcast(packet, options)?)
    }

    async fn broadcast_with_ack(
        &self,
        packet: Packet,
        options: BroadcastOptions,
        timeout: Option<Duration>,
    ) -> Result<Self::AckStream, AdapterError> {
        self.tell(&options)?;
        Ok(self.local.broadcast_with_ack(packet, options, timeout).0)
    }

    fn fetch_sockets(
        &self,
        options: BroadcastOptions,
    ) -> impl Future<Output = Result<Vec<RemoteSocketData>, AdapterError>> + Send {
        std::future::ready(self.tell(&options).map(|()| self.local.fetch_sockets(options)))
    }

    fn rooms(
        &self,
        options: BroadcastOptions,
    ) -> impl Future<Output = Result<Vec<Room>, AdapterError>> + Send {
        std::future::ready(self.tell(&options).map(|()| self.local.rooms(options).into_iter().collect()))
    }

    fn get_local(&self) -> &CoreLocalAdapter<Emitter> {
        &self.local
    }
}

fn user_left() -> call::UserLeft {
    call::UserLeft { room: "r".to_owned(), user: call::User { id: "x".to_owned(), name: None } }
}

#[tokio::test]
async fn when_the_other_nodes_cannot_be_reached_this_nodes_sockets_are_served() {
    let is_cut = Arc::<AtomicBool>::default();
    let (service, io) = SocketIo::builder().with_adapter::<Nodes>(is_cut.clone()).build_svc();
    call::register(&io, App { log: Arc::new(Log::default()) });
    let ann = Client::connect(&service, Parser::Common, Some(json!({ "name": "ann" }))).await;
    let mut ann = ann.expect("a connection");
    ann.call("join:room", json!({ "room": "r" })).await;
    let (emitter, room) = (call::Emitter::new(&io), call::rooms::session("r"));

    emitter.within(&room).user_left(&user_left()).await.unwrap();
    assert_eq!(ann.event("user:left").await["room"], "r");

    is_cut.store(true, Ordering::SeqCst);
    let lost = sockgen::lost_broadcasts();
    match emitter.within(&room).user_left(&user_left()).await {
        Err(EmitError::OtherNodes(error)) => assert_eq!(error.to_string(), "the wire is cut"),
        other => panic!("{other:?}"),
    }
    assert_eq!(ann.event("user:left").await["room"], "r");
    assert_eq!(sockgen::lost_broadcasts(), lost + 1);
    // Nobody is nobody, and what breaks its schema is not sent: neither asks whether there are other nodes.
    let nowhere: [sockgen::Room<call::rooms::Session>; 0] = [];
    emitter.within(nowhere).user_left(&user_left()).await.unwrap();
    let wrong = call::UserLeft { room: String::new(), ..user_left() };
    assert!(matches!(emitter.within(&room).user_left(&wrong).await, Err(EmitError::Invalid(_))));
    assert!(ann.has_no("user:left").await);
    assert_eq!(sockgen::lost_broadcasts(), lost + 1);
    // Who is there cannot be said without them.
    assert!(matches!(emitter.sockets_in(&room).await, Err(EmitError::OtherNodes(_))));
    assert!(matches!(emitter.rooms_in(&room).await, Err(EmitError::OtherNodes(_))));

    is_cut.store(false, Ordering::SeqCst);
    emitter.within(&room).user_left(&user_left()).await.unwrap();
    assert_eq!(ann.event("user:left").await["room"], "r");
    assert_eq!(sockgen::lost_broadcasts(), lost + 1);
}

#[tokio::test]
async fn the_members_of_rooms_are_known() {
    let (service, io) = SocketIo::new_svc();
    call::register(&io, App { log: Arc::new(Log::default()) });
    let mut clients = Vec::new();
    for (name, rooms) in [("ann", vec!["a:b", "b"]), ("ben", vec!["b"]), ("eve", vec![])] {
        let client = Client::connect(&service, Parser::Common, Some(json!({ "name": name }))).await;
        let mut client = client.expect("a connection");
        for room in rooms {
            client.call("join:room", json!({ "room": room })).await;
        }
        clients.push(client);
    }
    let emitter = call::Emitter::new(&io);
    let [first, second] = ["a:b", "b"].map(call::rooms::session);
    let in_first = emitter.sockets_in(&first).await.unwrap();
    let in_second: BTreeSet<_> = emitter.sockets_in(&second).await.unwrap().into_iter().collect();
    assert_eq!((in_first.len(), in_second.len()), (1, 2));
    assert!(in_second.contains(&in_first[0]));
    // Each once, although one of them is in both.
    assert_eq!(emitter.sockets_in([&first, &second]).await.unwrap().len(), 2);
    let nowhere: [sockgen::Room<call::rooms::Session>; 0] = [];
    assert!(emitter.sockets_in(nowhere.clone()).await.unwrap().is_empty());
    assert!(emitter.rooms_in(nowhere).await.unwrap().is_empty());
    assert!(emitter.sockets_in(call::rooms::session("c")).await.unwrap().is_empty());

    let names = async |room| {
        let rooms = emitter.rooms_in(room).await.unwrap();
        let names = rooms.into_iter().map(|call::rooms::Room::Session { room }| room);
        names.collect::<BTreeSet<_>>()
    };
    assert_eq!(names(&second).await, BTreeSet::from(["a:b".to_owned(), "b".to_owned()]));
    assert_eq!(names(&first).await.len(), 2);
}
