//! What emitters send through: the engine with its adapter, or, from a process that is no server, the protocol between
//! the servers.
//!
//! The generated emitters are the same for both, with the same checks. What a process without sockets cannot do
//! (requests, one socket by its id) is there for adapters only, and so does not compile elsewhere.

use std::any::TypeId;
use std::future::Future;

use serde::Serialize;
use socketioxide::adapter::{Adapter, LocalAdapter};
use socketioxide::operators::BroadcastOperators;
use socketioxide::{BroadcastError, SocketError, SocketIo};

use crate::slow;

/// A way to the sockets: any [`Adapter`], or `sockgen::Remote` (feature `emitter`).
pub trait Outlet: Sized + Send + Sync + 'static {
    /// What an emitter is made of.
    type Engine: Clone + Send + Sync + 'static;
    /// A selection of sockets.
    type Sockets: Clone + Send + Sync + 'static;

    /// All the sockets of a namespace, by its path; nothing if it is known that there is no such namespace.
    fn sockets(engine: &Self::Engine, path: &str) -> Option<Self::Sockets>;
    /// Those in one of these rooms, which are not none.
    fn within(sockets: Self::Sockets, rooms: Vec<String>) -> Self::Sockets;
    /// Those that are in none of these rooms.
    fn except(sockets: Self::Sockets, rooms: Vec<String>) -> Self::Sockets;
    /// The same, for events that may be dropped.
    fn volatile(sockets: Self::Sockets) -> Self::Sockets;
    /// Those of them that are connected to this node, where there are others.
    fn this_node(sockets: &Self::Sockets) -> Option<Self::Sockets>;
    /// Counts the copies of an event that could not be placed with these sockets.
    fn missed(sockets: Self::Sockets, event: &str, missed: &[SocketError]);

    /// Sends an event; `data` is written by the call, not by the future.
    fn send<T: Serialize>(
        sockets: Self::Sockets,
        event: &str,
        data: &T,
    ) -> impl Future<Output = Result<(), BroadcastError>> + Send;
}

impl<A: Adapter> Outlet for A {
    type Engine = SocketIo<A>;
    type Sockets = BroadcastOperators<A>;

    fn sockets(engine: &SocketIo<A>, path: &str) -> Option<BroadcastOperators<A>> {
        engine.of(path)
    }

    fn within(sockets: BroadcastOperators<A>, rooms: Vec<String>) -> BroadcastOperators<A> {
        sockets.within(rooms)
    }

    fn except(sockets: BroadcastOperators<A>, rooms: Vec<String>) -> BroadcastOperators<A> {
        sockets.except(rooms)
    }

    fn volatile(sockets: BroadcastOperators<A>) -> BroadcastOperators<A> {
        sockets.volatile()
    }

    fn this_node(sockets: &BroadcastOperators<A>) -> Option<BroadcastOperators<A>> {
        // Decided by the compiler: one node pays nothing for this.
        (TypeId::of::<A>() != TypeId::of::<LocalAdapter>()).then(|| sockets.clone().local())
    }

    fn missed(sockets: BroadcastOperators<A>, event: &str, missed: &[SocketError]) {
        slow::missed(event, missed, || sockets.sockets());
    }

    fn send<T: Serialize>(
        sockets: BroadcastOperators<A>,
        event: &str,
        data: &T,
    ) -> impl Future<Output = Result<(), BroadcastError>> + Send {
        sockets.emit(event, data)
    }
}
