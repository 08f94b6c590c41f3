//! Who is in a room, on all nodes.
//!
//! The nodes are asked, and nothing is kept: what a node knows of its sockets is always right, and goes with it when it is
//! killed. A list of members anywhere else has ghosts from then on.

use socketioxide::adapter::Adapter;
use socketioxide::socket::Sid;

use crate::context::Context;
use crate::emit::{Delivery, EmitError, Emitter, Namespace, PathEmitter, Target};
use crate::room::{RoomKind, Rooms};

impl<A: Adapter> Target<A> {
    async fn ids(self) -> Result<Vec<Sid>, EmitError> {
        let Some(sockets) = self.sockets(Delivery::Reliable)? else { return Ok(Vec::new()) };
        match sockets.fetch_sockets().await {
            Ok(sockets) => Ok(sockets.iter().map(|socket| socket.data().id).collect()),
            Err(error) => Err(EmitError::other_nodes(&error)),
        }
    }

    async fn joined<N: Namespace>(self) -> Result<Vec<N::Room>, EmitError> {
        let Some(sockets) = self.sockets(Delivery::Reliable)? else { return Ok(Vec::new()) };
        match sockets.rooms().await {
            Ok(names) => Ok(names.iter().filter_map(|name| N::parse_room(name)).collect()),
            Err(error) => Err(EmitError::other_nodes(&error)),
        }
    }
}

/// A type that knows how to reach the sockets of rooms gets both questions.
macro_rules! questions {
    ($target:ident) => {
        /// The ids of the sockets in the room, or in one of these rooms, on all nodes, in no particular order.
        ///
        /// A node that does not answer within the adapter's request timeout (5 seconds, if its configuration has nothing
        /// else) is left out. [`EmitError::OtherNodes`] if the nodes cannot be asked.
        pub async fn sockets_in<R: Rooms>(&self, rooms: R) -> Result<Vec<Sid>, EmitError>
        where
            R::Kind: RoomKind<Namespace = N>,
        {
            self.$target().rooms(rooms.names()).ids().await
        }

        /// All rooms, each once and in no particular order, that the sockets in the room, or in one of these rooms, are
        /// in, on all nodes.
        ///
        /// Where each socket is in a room that says whose it is, `user:{name}` say, these are the members' names, in one
        /// question to each node. What is said of silent nodes at [`sockets_in`](Self::sockets_in) is true here.
        pub async fn rooms_in<R: Rooms>(&self, rooms: R) -> Result<Vec<N::Room>, EmitError>
        where
            R::Kind: RoomKind<Namespace = N>,
        {
            self.$target().rooms(rooms.names()).joined::<N>().await
        }
    };
}

impl<N: Namespace, S, A: Adapter> Context<N, S, A> {
    questions!(with_sender);
}

impl<N: Namespace<Params = ()>, A: Adapter> Emitter<N, A> {
    questions!(target);
}

impl<N: Namespace, A: Adapter> PathEmitter<N, A> {
    questions!(target);
}
