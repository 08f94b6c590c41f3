//! What a handler knows of the connection it works for.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use socketioxide::SocketIo;
use socketioxide::adapter::{Adapter, LocalAdapter};
use socketioxide::extract::SocketRef;
use socketioxide::handler::{FromMessageParts, Value};
use socketioxide::socket::{Sid, Socket};

use crate::ack_style::AckStyle;
use crate::close;
use crate::emit::{Everyone, Namespace, OneSocket, Target};
use crate::mailbox::Mailbox;
use crate::paths::Presence;
use crate::rate::Rates;
use crate::room::{RoomKind, Rooms};
use crate::rules::Rate;
use crate::session::{Replaced, Shown};
use crate::wire;

/// An event as it arrived: with the id of the ack that was asked for.
pub(crate) type Arrived = (Value, Option<i64>);

/// A connection's events, and the acks that are still owed to some, each in its style.
pub(crate) type Inbox = Mailbox<Arrived, (i64, &'static AckStyle)>;

/// What lives as long as a connection, and is shared by all that works for it.
pub(crate) struct Peer<S, P, A: Adapter> {
    /// Not a strong one: the socket holds its handlers, which hold this.
    socket: Weak<Socket<A>>,
    /// The one that `authenticate` made.
    session: S,
    /// Of the namespace's path.
    params: P,
    pub(crate) mailbox: Inbox,
    /// On which path of a dynamic namespace this is.
    _presence: Option<Box<Presence>>,
    extras: OnceLock<Box<Extras<S>>>,
    state: AtomicU8,
    /// What was joined here, for `on_disconnect`: the engine has forgotten the socket's rooms when that hook begins.
    rooms: Mutex<Vec<String>>,
}

/// The states of a connection.
const CONNECTING: u8 = 0;
const OPEN: u8 = 1;
const CLOSED: u8 = 2;
/// It has ended, since its client did not read.
const GIVEN_UP: u8 = 3;

/// Why a handler of ours is no longer that of its socket.
pub(crate) enum Dropped<A: Adapter> {
    /// The connection has ended, or never began.
    AtTheEnd,
    /// The server closes the connection, of which the handler has not been told.
    Closing(Arc<Socket<A>>),
    /// The socket went without a disconnect: with the whole engine, or the runtime.
    WithoutAnEnd,
    /// Somebody's code put another handler in its place.
    Replaced,
}

/// What most connections never need.
struct Extras<S> {
    session: Replaced<S>,
    rates: Mutex<Rates>,
}

impl<S> Default for Extras<S> {
    fn default() -> Self {
        Self { session: Replaced::default(), rates: Mutex::default() }
    }
}

impl<S, P, A: Adapter> Peer<S, P, A> {
    pub(crate) fn new(
        socket: &Arc<Socket<A>>,
        session: S,
        params: P,
        presence: Option<Box<Presence>>,
    ) -> Self {
        Self {
            socket: Arc::downgrade(socket),
            session,
            params,
            mailbox: Inbox::default(),
            _presence: presence,
            extras: OnceLock::new(),
            state: AtomicU8::new(CONNECTING),
            rooms: Mutex::default(),
        }
    }

    fn extras(&self) -> &Extras<S> {
        self.extras.get_or_init(Box::default)
    }

    /// Whether the event with this index may be sent now.
    pub(crate) fn admits(&self, event: usize, rate: Rate) -> bool {
        self.extras().rates.lock().unwrap_or_else(PoisonError::into_inner).admit(event, rate)
    }

    /// The client has been told that it is connected.
    pub(crate) fn open(&self) {
        // It may have gone already.
        let _ = self.state.compare_exchange(CONNECTING, OPEN, Ordering::SeqCst, Ordering::SeqCst);
    }

    /// The disconnect begins. `rooms` are those of the engine, since rooms can be joined and left past us. It has none any
    /// more where the client said goodbye and hung up at once.
    pub(crate) fn close(&self, rooms: Vec<Cow<'static, str>>, was_too_slow: bool) {
        let state = if was_too_slow { GIVEN_UP } else { CLOSED };
        self.state.store(state, Ordering::SeqCst);
        if !rooms.is_empty() {
            *self.rooms() = rooms.into_iter().map(Cow::into_owned).collect();
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        matches!(self.state.load(Ordering::SeqCst), CLOSED | GIVEN_UP)
    }

    /// What it means that a handler of ours is being dropped.
    pub(crate) fn dropped(&self) -> Dropped<A> {
        if self.state.load(Ordering::SeqCst) != OPEN {
            return Dropped::AtTheEnd;
        }
        match self.socket.upgrade() {
            None => Dropped::WithoutAnEnd,
            Some(socket) if close::is_closing() => Dropped::Closing(socket),
            Some(_) => Dropped::Replaced,
        }
    }

    fn rooms(&self) -> MutexGuard<'_, Vec<String>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A handler's view of its connection: the socket, its session, its rooms, and whom it can send to.
///
/// Keep it no longer than the handler runs: it keeps the socket in memory. To emit later, keep the socket's
/// [`id`](Context::id) and the schema's `Emitter`.
pub struct Context<N: Namespace, S, A: Adapter = LocalAdapter> {
    socket: Arc<Socket<A>>,
    peer: Arc<Peer<S, N::Params, A>>,
    shown: Shown<S>,
    namespace: PhantomData<fn() -> N>,
}

impl<N: Namespace, S, A: Adapter> Clone for Context<N, S, A> {
    fn clone(&self) -> Self {
        Self::new(self.socket.clone(), self.peer.clone())
    }
}

impl<N: Namespace, S, A: Adapter> fmt::Debug for Context<N, S, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context").field("socket", &self.socket.id).finish_non_exhaustive()
    }
}

impl<N: Namespace, S, A: Adapter> Context<N, S, A> {
    pub(crate) fn new(socket: Arc<Socket<A>>, peer: Arc<Peer<S, N::Params, A>>) -> Self {
        Self { socket, peer, shown: Shown::default(), namespace: PhantomData }
    }

    /// The socket's id, as the client sees it in `socket.id`.
    pub fn id(&self) -> Sid {
        self.socket.id
    }

    /// What `authenticate` made of this connection, or what [`set_session`](Context::set_session) put in its place. It is
    /// shared by all that works for the connection.
    pub fn session(&self) -> &S {
        let latest = self.peer.extras.get().and_then(|extras| self.shown.latest(&extras.session));
        latest.unwrap_or(&self.peer.session)
    }

    /// Replaces the connection's session, as a login after connecting does. Every handler that asks for the session from
    /// now on gets the new one, this handler too; who holds a reference to an older one keeps it.
    pub fn set_session(&self, session: S) {
        self.peer.extras().session.set(session);
    }

    /// The parameters in the path that the client connected to; `()` where the namespace has none.
    pub fn params(&self) -> &N::Params {
        &self.peer.params
    }

    /// The engine's own socket, for what sockgen does not cover.
    pub fn socket(&self) -> SocketRef<A> {
        self.socket.clone().into()
    }

    /// Whether the client is still there.
    pub fn is_connected(&self) -> bool {
        !self.peer.is_closed() && self.socket.connected()
    }

    /// Whether the server gave this client up since it did not read what it was sent: for `on_disconnect`, whose `reason` is
    /// the engine's then. See [`Limits::lost_messages`](crate::limits::Limits::lost_messages).
    pub fn was_too_slow(&self) -> bool {
        self.peer.state.load(Ordering::SeqCst) == GIVEN_UP
    }

    /// Disconnects the client from this namespace; `on_disconnect` runs as after any other disconnect.
    pub fn disconnect(&self) {
        // It fails on a socket that has gone already, which is what was asked for, or whose buffer is full.
        if self.socket.clone().disconnect().is_err() && self.is_connected() {
            tracing::debug!(socket = %self.socket.id, "a socket that does not read could not be told to disconnect");
        }
    }

    /// Emits to this socket.
    pub fn emit(&self) -> N::ToSocket<A> {
        N::to_socket(OneSocket::new(Some(self.socket.clone().into())))
    }

    /// Emits to the room, or to the rooms, without this socket.
    pub fn to<R: Rooms>(&self, rooms: R) -> N::Broadcast<R::Kind, A>
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        N::broadcast(self.without_sender().rooms(rooms.names()))
    }

    /// Emits to the room, or to the rooms, this socket included if it is in there.
    pub fn within<R: Rooms>(&self, rooms: R) -> N::Broadcast<R::Kind, A>
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        N::broadcast(self.with_sender().rooms(rooms.names()))
    }

    /// Emits to whoever else is connected.
    pub fn others(&self) -> N::Broadcast<Everyone, A> {
        N::broadcast(self.without_sender())
    }

    /// Emits to whoever is connected, this socket included.
    pub fn everyone(&self) -> N::Broadcast<Everyone, A> {
        N::broadcast(self.with_sender())
    }

    /// Puts this socket into the room, or the rooms. A socket that has disconnected joins nothing.
    pub fn join<R: Rooms>(&self, rooms: R)
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        // The engine forgets a socket's rooms once, when it disconnects: a handler that is late would leave its socket's
        // name in the room for good. The second look catches a disconnect between the first one and the join.
        if self.peer.is_closed() {
            return;
        }
        let names = rooms.names();
        {
            let mut joined = self.peer.rooms();
            for name in &names {
                if !joined.contains(name) {
                    joined.push(name.clone());
                }
            }
        }
        self.socket.join(names.clone());
        if self.peer.is_closed() {
            self.socket.leave(names);
        }
    }

    /// Takes this socket out of the room, or the rooms. One that has disconnected is in none.
    pub fn leave<R: Rooms>(&self, rooms: R)
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        let names = rooms.names();
        self.peer.rooms().retain(|joined| !names.contains(joined));
        // A client that came back on the same connection has the same id, and rooms of its own.
        if !self.peer.is_closed() {
            self.socket.leave(names);
        }
    }

    /// Whether this socket is in all of these rooms.
    pub fn is_in<R: Rooms>(&self, rooms: R) -> bool
    where
        R::Kind: RoomKind<Namespace = N>,
    {
        let joined = self.joined();
        rooms.names().iter().all(|name| joined.iter().any(|room| room == name))
    }

    /// The rooms that this socket is in, those of the schema, in no particular order; in `on_disconnect` too.
    pub fn rooms(&self) -> Vec<N::Room> {
        self.joined().iter().filter_map(|name| N::parse_room(name)).collect()
    }

    /// The engine's word while the socket is connected, since rooms can be joined past us; ours when it has forgotten.
    fn joined(&self) -> Vec<Cow<'static, str>> {
        if self.is_connected() {
            return self.socket.rooms();
        }
        self.peer.rooms().iter().cloned().map(Cow::Owned).collect()
    }

    fn without_sender(&self) -> Target<A> {
        Target::new(Some(self.socket.broadcast()))
    }

    /// Not from the socket's own operators: `except` on those would leave the sender out again.
    pub(crate) fn with_sender(&self) -> Target<A> {
        match SocketIo::<A>::from_message_parts(&self.socket, &mut wire::nothing(), &None) {
            Ok(io) => Target::new(io.of(self.socket.ns())),
            Err(never) => match never {},
        }
    }
}
