//! Sending events: to one socket at once, to many through the adapter.
//!
//! The generated code wraps the two targets here in types of its own, whose methods are the schema's events; which room
//! kind an emitter is for is a type parameter there, so that an event for another kind of room does not exist on it.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::operators::BroadcastOperators;
use socketioxide::socket::Sid;
use socketioxide::{BroadcastError, SendError, SocketError, SocketIo};

use crate::ack_style::AckStyle;
use crate::fault::BoxError;
use crate::params::PathParams;
use crate::payload::{Codec, Violation};
use crate::room::{RoomKind, Rooms};
use crate::wire::{Arguments, NoArguments, Sending};

static SKIPPED: AtomicU64 = AtomicU64::new(0);

/// How many copies of broadcasts this process left out, since their socket did not read or was gone.
pub fn skipped_broadcasts() -> u64 {
    SKIPPED.load(Ordering::Relaxed)
}

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
    /// The adapter could not reach the other nodes, or the parser could not write the payload.
    Other(BoxError),
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(violation) => write!(f, "the payload breaks its schema: {violation}"),
            Self::Closed => f.write_str("the socket is not connected"),
            Self::Full => f.write_str("the socket's buffer is full"),
            Self::NotRegistered => f.write_str("the namespace is not registered"),
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
        sent.map_err(|error| send_error(error, payload.into_violation()))
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
pub struct Target<A: Adapter> {
    reach: Reach<A>,
}

#[expect(
    clippy::large_enum_variant,
    reason = "nearly always the large one, and a box would cost each broadcast"
)]
enum Reach<A: Adapter> {
    Nobody,
    NotRegistered,
    /// The parameters of the namespace's path break their own schema.
    NoSuchPath(Violation),
    Sockets(BroadcastOperators<A>),
}

impl<A: Adapter> Clone for Target<A> {
    fn clone(&self) -> Self {
        let reach = match &self.reach {
            Reach::Nobody => Reach::Nobody,
            Reach::NotRegistered => Reach::NotRegistered,
            Reach::NoSuchPath(violation) => Reach::NoSuchPath(violation.clone()),
            Reach::Sockets(operators) => Reach::Sockets(operators.clone()),
        };
        Self { reach }
    }
}

impl<A: Adapter> Target<A> {
    pub(crate) fn new(operators: Option<BroadcastOperators<A>>) -> Self {
        Self { reach: operators.map_or(Reach::NotRegistered, Reach::Sockets) }
    }

    pub(crate) fn rooms(self, rooms: Vec<String>) -> Self {
        let reach = match self.reach {
            Reach::Sockets(_) if rooms.is_empty() => Reach::Nobody,
            Reach::Sockets(operators) => Reach::Sockets(operators.within(rooms)),
            other => other,
        };
        Self { reach }
    }

    /// Leaves the sockets of these rooms out.
    #[must_use]
    pub fn except(self, rooms: impl Rooms) -> Self {
        let reach = match self.reach {
            Reach::Sockets(operators) => Reach::Sockets(operators.except(rooms.names())),
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
        let Some(operators) = self.operators(delivery)? else { return Ok(()) };
        let payload = Sending::<C>::new(value);
        let arguments = Arguments(&payload);
        // The payload is written here, before the first await: what is wrong with it is known before anything is sent.
        let sending = operators.emit(event, &arguments);
        if let Some(violation) = payload.violation() {
            return Err(EmitError::Invalid(violation));
        }
        delivered(event, sending.await)
    }

    /// Sends an event without payload.
    pub async fn emit_empty(self, event: &str, delivery: Delivery) -> Result<(), EmitError> {
        self.emit::<NoArguments>(event, &(), delivery).await
    }

    pub(crate) fn operators(self, delivery: Delivery) -> Result<Option<BroadcastOperators<A>>, EmitError> {
        match (self.reach, delivery) {
            (Reach::Nobody, _) => Ok(None),
            (Reach::NotRegistered, _) => Err(EmitError::NotRegistered),
            (Reach::NoSuchPath(violation), _) => Err(EmitError::Invalid(violation)),
            (Reach::Sockets(operators), Delivery::Reliable) => Ok(Some(operators)),
            (Reach::Sockets(operators), Delivery::Volatile) => Ok(Some(operators.volatile())),
        }
    }
}

/// A socket that does not read, or goes in this moment, is no failure of the sender's: the others have been served.
fn delivered(event: &str, result: Result<(), BroadcastError>) -> Result<(), EmitError> {
    match result {
        Ok(()) => Ok(()),
        Err(BroadcastError::Socket(missed)) => {
            SKIPPED.fetch_add(missed.len() as u64, Ordering::Relaxed);
            tracing::debug!(
                event,
                sockets = missed.len(),
                "a broadcast left sockets out that were full or gone"
            );
            Ok(())
        }
        Err(BroadcastError::Serialize(error)) => Err(EmitError::Other(Box::new(error))),
        // The adapter's error is not `Sync`; its text is all that can be kept.
        Err(BroadcastError::Adapter(error)) => Err(EmitError::Other(error.to_string().into())),
    }
}

/// What the generated code knows of a namespace without knowing its handlers.
pub trait Namespace: Sized + Send + Sync + 'static {
    /// Where clients connect to: the texts around the parameters of the path, one more than there are of those.
    const PATH: &'static [&'static str];
    /// The schema's hash, which generated clients send in their handshake.
    const HASH: &'static str;
    /// The parameters of the path, `()` for a namespace that has one path.
    type Params: PathParams;
    /// The emitter to one socket.
    type ToSocket<A: Adapter>;
    /// The emitter to rooms of one kind, or to [`Everyone`].
    type Broadcast<K, A: Adapter>;
    /// The rooms of this namespace with their parameters.
    type Room;

    /// Wraps a socket.
    fn to_socket<A: Adapter>(socket: OneSocket<A>) -> Self::ToSocket<A>;
    /// Wraps a target.
    fn broadcast<K, A: Adapter>(target: Target<A>) -> Self::Broadcast<K, A>;
    /// A room from its name, or nothing if the schema has no such room.
    fn parse_room(name: &str) -> Option<Self::Room>;

    /// How acks of an event are written that did not get as far as its rules, or that the schema does not have.
    fn acks(_event: &str) -> &'static AckStyle {
        &AckStyle::STANDARD
    }
}

/// Emits from outside handlers: an HTTP route, a timer.
pub struct Emitter<N, A: Adapter> {
    io: SocketIo<A>,
    namespace: PhantomData<fn() -> N>,
}

impl<N, A: Adapter> Clone for Emitter<N, A> {
    fn clone(&self) -> Self {
        Self { io: self.io.clone(), namespace: PhantomData }
    }
}

impl<N: Namespace<Params = ()>, A: Adapter> Emitter<N, A> {
    /// An emitter over the same engine that the schema was registered with.
    pub fn new(io: &SocketIo<A>) -> Self {
        Self { io: io.clone(), namespace: PhantomData }
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

    /// One socket by its id, if it is connected to this node.
    pub fn socket(&self, id: Sid) -> N::ToSocket<A> {
        N::to_socket(OneSocket::new(self.operators().and_then(|operators| operators.get_socket(id))))
    }

    fn operators(&self) -> Option<BroadcastOperators<A>> {
        self.io.of(N::PATH.concat())
    }

    fn target(&self) -> Target<A> {
        Target::new(self.operators())
    }
}

/// Emits from outside handlers to one of the paths of a dynamic namespace.
///
/// A path to which nobody has connected on this node has nobody to send to, which is no error.
pub struct PathEmitter<N, A: Adapter> {
    io: SocketIo<A>,
    path: Result<Arc<str>, Violation>,
    namespace: PhantomData<fn() -> N>,
}

impl<N, A: Adapter> Clone for PathEmitter<N, A> {
    fn clone(&self) -> Self {
        Self { io: self.io.clone(), path: self.path.clone(), namespace: PhantomData }
    }
}

impl<N: Namespace, A: Adapter> PathEmitter<N, A> {
    /// An emitter over the same engine that the schema was registered with. Where the parameters break their own schema,
    /// emitting fails with [`EmitError::Invalid`].
    pub fn new(io: &SocketIo<A>, params: &N::Params) -> Self {
        let path = params.path(N::PATH).map(Arc::from);
        Self { io: io.clone(), path, namespace: PhantomData }
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

    /// One socket by its id, if it is connected to this node.
    pub fn socket(&self, id: Sid) -> N::ToSocket<A> {
        let operators = self.path.as_ref().ok().and_then(|path| self.io.of(path));
        N::to_socket(OneSocket::new(operators.and_then(|operators| operators.get_socket(id))))
    }

    fn target(&self) -> Target<A> {
        let reach = match &self.path {
            Ok(path) => self.io.of(path).map_or(Reach::Nobody, Reach::Sockets),
            Err(violation) => Reach::NoSuchPath(violation.clone()),
        };
        Target { reach }
    }
}
