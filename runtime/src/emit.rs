//! Sending events: to one socket at once, to many through the adapter.
//!
//! The generated code wraps the two targets here in types of its own, whose methods are the schema's events; which room
//! kind an emitter is for is a type parameter there, so that an event for another kind of room does not exist on it.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::socket::Sid;
use socketioxide::{BroadcastError, SendError, SocketError, SocketIo};

use crate::ack_style::AckStyle;
use crate::fault::BoxError;
use crate::limits;
use crate::outage;
use crate::outlet::Outlet;
use crate::params::PathParams;
use crate::payload::{Codec, Violation};
use crate::room::{RoomKind, Rooms};
use crate::rules::ClientEvents;
use crate::slow;
use crate::wire::{Arguments, NoArguments, Sending};

/// Why an event was not sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum EmitError {
    /// The payload breaks its own schema: too long, not finite, out of range. Nothing was sent.
    Invalid(Violation),
    /// The socket is not connected, or not to this node.
    Closed,
    /// The socket does not read as fast as it is sent to.
    Full,
    /// Nobody has registered this schema's namespace.
    NotRegistered,
    /// The adapter could not reach the other nodes. An event has been sent to the sockets of this node all the same; a
    /// request, and what a process sends that is no server, to nobody.
    OtherNodes(BoxError),
    /// The parser could not write the payload.
    Other(BoxError),
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(violation) => write!(f, "the payload breaks its schema: {violation}"),
            Self::Closed => f.write_str("the socket is not connected"),
            Self::Full => f.write_str("the socket's buffer is full"),
            Self::NotRegistered => f.write_str("the namespace is not registered"),
            Self::OtherNodes(error) => write!(f, "the other nodes could not be reached: {error}"),
            Self::Other(error) => error.fmt(f),
        }
    }
}
impl std::error::Error for EmitError {}

impl EmitError {
    fn from_socket(error: SocketError) -> Self {
        match error {
            SocketError::InternalChannelFull => Self::Full,
            SocketError::Closed => Self::Closed,
        }
    }

    /// Adapters' errors need not be `Sync`; the text is all that can be kept.
    pub(crate) fn other_nodes(error: &impl fmt::Display) -> Self {
        Self::OtherNodes(error.to_string().into())
    }
}

/// How an event is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// As everything in Socket.IO: in order, buffered.
    Reliable,
    /// `volatile: true`: dropped rather than buffered.
    Volatile,
}

/// The marker of an emitter that reaches whoever is connected.
#[derive(Debug)]
pub enum Everyone {}

/// One socket; emitting to it needs no `await`.
pub struct OneSocket<A: Adapter> {
    socket: Option<SocketRef<A>>,
}

impl<A: Adapter> OneSocket<A> {
    pub(crate) fn new(socket: Option<SocketRef<A>>) -> Self {
        Self { socket }
    }

    /// Sends an event with its payload.
    pub fn emit<C: Codec>(&self, event: &str, value: &C::Value, delivery: Delivery) -> Result<(), EmitError> {
        let socket = self.socket.as_ref().ok_or(EmitError::Closed)?;
        let payload = Sending::<C>::new(value);
        let sent = match delivery {
            Delivery::Reliable => socket.emit(event, &Arguments(&payload)),
            Delivery::Volatile => socket.volatile().emit(event, &Arguments(&payload)),
        };
        let sent = sent.map_err(|error| send_error(error, payload.into_violation()));
        if let Err(EmitError::Full) = sent {
            slow::lost(socket);
        }
        sent
    }

    /// Sends an event without payload.
    pub fn emit_empty(&self, event: &str, delivery: Delivery) -> Result<(), EmitError> {
        self.emit::<NoArguments>(event, &(), delivery)
    }

    pub(crate) fn socket(&self) -> Option<SocketRef<A>> {
        self.socket.clone()
    }
}

pub(crate) fn send_error(error: SendError, violation: Option<Violation>) -> EmitError {
    match (error, violation) {
        (SendError::Serialize(_), Some(violation)) => EmitError::Invalid(violation),
        (SendError::Serialize(error), None) => EmitError::Other(Box::new(error)),
        (SendError::Socket(error), _) => EmitError::from_socket(error),
    }
}

/// Many sockets. **Invariant:** an empty list of rooms is nobody; plain Socket.IO takes it for everybody.
pub struct Target<A: Outlet> {
    reach: Reach<A>,
}

enum Reach<A: Outlet> {
    Nobody,
    NotRegistered,
    /// The parameters of the namespace's path break their own schema.
    NoSuchPath(Violation),
    Sockets(A::Sockets),
}

impl<A: Outlet> Clone for Target<A> {
    fn clone(&self) -> Self {
        let reach = match &self.reach {
            Reach::Nobody => Reach::Nobody,
            Reach::NotRegistered => Reach::NotRegistered,
            Reach::NoSuchPath(violation) => Reach::NoSuchPath(violation.clone()),
            Reach::Sockets(sockets) => Reach::Sockets(sockets.clone()),
        };
        Self { reach }
    }
}

impl<A: Outlet> Target<A> {
    pub(crate) fn new(sockets: Option<A::Sockets>) -> Self {
        Self { reach: sockets.map_or(Reach::NotRegistered, Reach::Sockets) }
    }

    pub(crate) fn rooms(self, rooms: Vec<String>) -> Self {
        let reach = match self.reach {
            Reach::Sockets(_) if rooms.is_empty() => Reach::Nobody,
            Reach::Sockets(sockets) => Reach::Sockets(A::within(sockets, rooms)),
            other => other,
        };
        Self { reach }
    }

    /// Leaves the sockets of these rooms out.
    #[must_use]
    pub fn except(self, rooms: impl Rooms) -> Self {
        let reach = match self.reach {
            Reach::Sockets(sockets) => Reach::Sockets(A::except(sockets, rooms.names())),
            other => other,
        };
        Self { reach }
    }

    /// Sends an event with its payload, which is written once for all of them.
    pub async fn emit<C: Codec>(
        self,
        event: &str,
        value: &C::Value,
        delivery: Delivery,
    ) -> Result<(), EmitError> {
        let Some(sockets) = self.sockets(delivery)? else { return Ok(()) };
        let payload = Sending::<C>::new(value);
        let arguments = Arguments(&payload);
        let (here, again) = (A::this_node(&sockets), sockets.clone());
        // The payload is written here, before the first await: what is wrong with it is known before anything is sent.
        let sending = A::send(sockets, event, &arguments);
        if let Some(violation) = payload.violation() {
            return Err(EmitError::Invalid(violation));
        }
        match sending.await {
            Err(BroadcastError::Adapter(error)) => {
                // Not `Sync`; its text is all that can be kept.
                let error = error.to_string();
                // Adapters tell the other nodes first, and leave their own node out when that fails.
                if let Some(here) = here {
                    delivered::<A>(event, A::send(here, event, &arguments).await, again)?;
                    outage::lost(event, &error);
                }
                Err(EmitError::OtherNodes(error.into()))
            }
            result => {
                if here.is_some() {
                    outage::over();
                }
                delivered::<A>(event, result, again)
            }
        }
    }

    /// Sends an event without payload.
    pub async fn emit_empty(self, event: &str, delivery: Delivery) -> Result<(), EmitError> {
        self.emit::<NoArguments>(event, &(), delivery).await
    }

    /// What the engine sends to; nothing where nobody is meant.
    pub(crate) fn sockets(self, delivery: Delivery) -> Result<Option<A::Sockets>, EmitError> {
        match (self.reach, delivery) {
            (Reach::Nobody, _) => Ok(None),
            (Reach::NotRegistered, _) => Err(EmitError::NotRegistered),
            (Reach::NoSuchPath(violation), _) => Err(EmitError::Invalid(violation)),
            (Reach::Sockets(sockets), Delivery::Reliable) => Ok(Some(sockets)),
            (Reach::Sockets(sockets), Delivery::Volatile) => Ok(Some(A::volatile(sockets))),
        }
    }
}

/// A socket that does not read, or goes in this moment, is no failure of the sender's: the others have been served.
fn delivered<A: Outlet>(
    event: &str,
    result: Result<(), BroadcastError>,
    to: A::Sockets,
) -> Result<(), EmitError> {
    match result {
        Ok(()) => Ok(()),
        Err(BroadcastError::Socket(missed)) => {
            A::missed(to, event, &missed);
            Ok(())
        }
        Err(BroadcastError::Serialize(error)) => Err(EmitError::Other(Box::new(error))),
        // The adapter's error is not `Sync`; its text is all that can be kept.
        Err(BroadcastError::Adapter(error)) => Err(EmitError::Other(error.to_string().into())),
    }
}

/// What the generated code knows of a namespace without knowing its handlers.
pub trait Namespace: Sized + Send + Sync + 'static {
    /// The path as the schema has it, parameters and all.
    const NAME: &'static str;
    /// The hash of the contract, which generated clients send along when they connect.
    const HASH: &'static str;
    /// How acks of events are written that the schema does not have.
    const ACKS: &'static AckStyle = &AckStyle::STANDARD;
    /// How many messages of one connection may wait or be worked on.
    const IN_FLIGHT: usize = limits::IN_FLIGHT;
    /// The events that clients send.
    type Event: ClientEvents;
    /// Where clients connect to: the texts around the parameters of the path, one more than there are of those.
    const PATH: &'static [&'static str];
    /// The parameters of the path, `()` for a namespace that has one path.
    type Params: PathParams;
    /// The emitter to one socket.
    type ToSocket<A: Adapter>;
    /// The emitter to rooms of one kind, or to [`Everyone`].
    type Broadcast<K, A: Outlet>;
    /// The rooms of this namespace with their parameters.
    type Room;

    /// Wraps a socket.
    fn to_socket<A: Adapter>(socket: OneSocket<A>) -> Self::ToSocket<A>;
    /// Wraps a target.
    fn broadcast<K, A: Outlet>(target: Target<A>) -> Self::Broadcast<K, A>;
    /// A room from its name, or nothing if the schema has no such room.
    fn parse_room(name: &str) -> Option<Self::Room>;
}

/// Emits from outside handlers: an HTTP route, a timer.
pub struct Emitter<N, A: Outlet> {
    engine: A::Engine,
    namespace: PhantomData<fn() -> N>,
}

impl<N, A: Outlet> Clone for Emitter<N, A> {
    fn clone(&self) -> Self {
        Self { engine: self.engine.clone(), namespace: PhantomData }
    }
}

impl<N: Namespace<Params = ()>, A: Adapter> Emitter<N, A> {
    /// An emitter over the same engine that the schema was registered with.
    pub fn new(io: &SocketIo<A>) -> Self {
        Self::through(io.clone())
    }

    /// One socket by its id, if it is connected to this node.
    pub fn socket(&self, id: Sid) -> N::ToSocket<A> {
        let operators = self.engine.of(N::PATH.concat());
        N::to_socket(OneSocket::new(operators.and_then(|operators| operators.get_socket(id))))
    }
}

impl<N: Namespace<Params = ()>, A: Outlet> Emitter<N, A> {
    pub(crate) fn through(engine: A::Engine) -> Self {
        Self { engine, namespace: PhantomData }
    }

    /// Whoever is in this room, or in one of these rooms.
    pub fn within<R: Rooms>(&self, rooms: R) -> N::Broadcast<R::Kind, A>
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        N::broadcast(self.target().rooms(rooms.names()))
    }

    /// Whoever is connected.
    pub fn everyone(&self) -> N::Broadcast<Everyone, A> {
        N::broadcast(self.target())
    }

    pub(crate) fn target(&self) -> Target<A> {
        Target::new(A::sockets(&self.engine, &N::PATH.concat()))
    }
}

/// Emits from outside handlers to one of the paths of a dynamic namespace.
///
/// A path to which nobody has connected on this node has nobody to send to, which is no error. A process that is no server
/// sends to every path.
pub struct PathEmitter<N, A: Outlet> {
    engine: A::Engine,
    path: Result<Arc<str>, Violation>,
    namespace: PhantomData<fn() -> N>,
}

impl<N, A: Outlet> Clone for PathEmitter<N, A> {
    fn clone(&self) -> Self {
        Self { engine: self.engine.clone(), path: self.path.clone(), namespace: PhantomData }
    }
}

impl<N: Namespace, A: Adapter> PathEmitter<N, A> {
    /// An emitter over the same engine that the schema was registered with. Where the parameters break their own schema,
    /// emitting fails with [`EmitError::Invalid`].
    pub fn new(io: &SocketIo<A>, params: &N::Params) -> Self {
        Self::through(io.clone(), params)
    }

    /// One socket by its id, if it is connected to this node.
    pub fn socket(&self, id: Sid) -> N::ToSocket<A> {
        let operators = self.path.as_ref().ok().and_then(|path| self.engine.of(path));
        N::to_socket(OneSocket::new(operators.and_then(|operators| operators.get_socket(id))))
    }
}

impl<N: Namespace, A: Outlet> PathEmitter<N, A> {
    pub(crate) fn through(engine: A::Engine, params: &N::Params) -> Self {
        let path = params.path(N::PATH).map(Arc::from);
        Self { engine, path, namespace: PhantomData }
    }

    /// The path that clients connect to; the violation if the parameters break their own schema.
    pub fn path(&self) -> Result<&str, Violation> {
        self.path.as_deref().map_err(Clone::clone)
    }

    /// Whoever is in this room, or in one of these rooms.
    pub fn within<R: Rooms>(&self, rooms: R) -> N::Broadcast<R::Kind, A>
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        N::broadcast(self.target().rooms(rooms.names()))
    }

    /// Whoever is connected.
    pub fn everyone(&self) -> N::Broadcast<Everyone, A> {
        N::broadcast(self.target())
    }

    pub(crate) fn target(&self) -> Target<A> {
        let reach = match &self.path {
            Ok(path) => A::sockets(&self.engine, path).map_or(Reach::Nobody, Reach::Sockets),
            Err(violation) => Reach::NoSuchPath(violation.clone()),
        };
        Target { reach }
    }
}
