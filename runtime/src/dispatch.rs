//! From the engine to a connection's mailbox.
//!
//! The generated code is one `match` over the events; everything that is the same for all events stands here, in
//! `delivery.rs` and in `incoming.rs`.

use std::future::Future;
use std::sync::Arc;

use socketioxide::adapter::Adapter;
use socketioxide::extract::{Event, SocketRef};
use socketioxide::handler::{FromMessageParts, MessageHandler, Value};
use socketioxide::socket::{DisconnectReason, Socket};

use crate::ack::{self, Faulted};
use crate::connect::ConnectError;
use crate::context::{Arrived, Context, Dropped, Peer};
use crate::delivery::run;
use crate::emit::Namespace;
use crate::fault::{Fail, Fault, FaultReport};
use crate::incoming::Incoming;
use crate::limits::Shortened;
use crate::mailbox::{Accepted, Refusal};
use crate::payload::Codec;
use crate::rules::ClientEvents;
use crate::service::Settings;
use crate::watch;
use crate::wire::Layout;

/// What the generated code writes for each namespace: its handlers' trait, seen without its name.
pub trait Serve<H, A: Adapter>: Namespace {
    /// What `authenticate` makes of a connection.
    type Session: Send + Sync + 'static;
    /// The handshake's payload.
    type Auth: Codec;
    /// Why a connection is refused.
    type ConnectError: ConnectError;

    /// Calls `authenticate`.
    fn authenticate(
        handlers: &H,
        socket: &SocketRef<A>,
        params: &Self::Params,
        auth: <Self::Auth as Codec>::Value,
    ) -> impl Future<Output = Result<Self::Session, Fail<<Self::ConnectError as ConnectError>::Value>>> + Send;

    /// Calls `before`.
    fn before(
        handlers: &H,
        ctx: Context<Self, Self::Session, A>,
        event: Self::Event,
    ) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Calls `on_connect`.
    fn connected(handlers: &H, ctx: Context<Self, Self::Session, A>) -> impl Future<Output = ()> + Send;

    /// Calls `on_disconnect`.
    fn disconnected(
        handlers: &H,
        ctx: Context<Self, Self::Session, A>,
        reason: DisconnectReason,
    ) -> impl Future<Output = ()> + Send;

    /// Calls `on_fault`.
    fn faulted(
        handlers: &H,
        ctx: Context<Self, Self::Session, A>,
        report: &FaultReport,
    ) -> impl Future<Output = ()> + Send;

    /// Finds the event's handler: the `match`.
    fn dispatch(
        incoming: Incoming<Self, H, A>,
        event: Self::Event,
    ) -> impl Future<Output = ()> + Send + 'static;
}

/// One connection: what it shares with the others of its namespace, and what is its own.
pub(crate) struct Connection<N: Serve<H, A>, H, A: Adapter> {
    pub(crate) settings: Arc<Settings<N, H, A>>,
    pub(crate) peer: Arc<Peer<N::Session, N::Params, A>>,
}

impl<N: Serve<H, A>, H, A: Adapter> Clone for Connection<N, H, A> {
    fn clone(&self) -> Self {
        Self { settings: self.settings.clone(), peer: self.peer.clone() }
    }
}

impl<N: Serve<H, A>, H, A: Adapter> Connection<N, H, A> {
    pub(crate) fn context(&self, socket: &Arc<Socket<A>>) -> Context<N, N::Session, A> {
        Context::new(socket.clone(), self.peer.clone())
    }
}

/// The one message handler of a connection, for every event that the application did not register itself.
pub(crate) struct Dispatcher<N: Serve<H, A>, H, A: Adapter>(pub(crate) Connection<N, H, A>);

/// Keeps our implementation apart from the engine's, which are for closures.
pub(crate) struct Marker;

impl<N, H, A> MessageHandler<A, Marker> for Dispatcher<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    // The engine holds a lock of the socket's here, and a handler that registers another one would wait for it for ever:
    // nothing of the user's runs in this function.
    fn call(&self, socket: Arc<Socket<A>>, frame: Value, ack: Option<i64>) {
        let Self(connection) = self;
        let accepted = match connection.peer.mailbox.push((frame, ack), connection.settings.in_flight) {
            Accepted::Full((frame, ack)) => self.turn_away(&socket, &frame, ack),
            accepted => accepted,
        };
        if let Accepted::Start(first) = accepted {
            connection.settings.spawn(run(connection.clone(), socket, first));
        }
    }
}

impl<N: Serve<H, A>, H, A: Adapter> Dispatcher<N, H, A> {
    #[cold]
    fn turn_away(&self, socket: &Arc<Socket<A>>, frame: &Value, ack: Option<i64>) -> Accepted<Arrived> {
        let Self(Connection { settings, peer }) = self;
        let name = name_of(socket, frame);
        let event = N::Event::find(&name);
        watch::turned_away(N::NAME, known(event));
        let name = Shortened(&name).to_string();
        tracing::debug!(socket = %socket.id, event = name, "fault: rate_limited");
        if let Some(id) = ack {
            // A client that sends faster than it reads has a full buffer here: the worker answers when there is room.
            let style = event.map_or(N::ACKS, |event| settings.rules(event).acks);
            let fault = Fault::in_flight();
            let answered =
                style.fault.is_none() || ack::try_send(socket, id, &Faulted { fault: &fault, style }).is_ok();
            if !answered && !peer.mailbox.owe((id, style)) {
                // It will be disconnected by the worker that answers the others.
                ack::lost(socket, "too many messages, and the client does not read");
            }
        }
        let refusal = Refusal { event: name, ack_requested: ack.is_some(), times: 1 };
        peer.mailbox.refuse(refusal, settings.in_flight)
    }
}

/// The name of an event on the wire, or one for all that the schema does not have.
pub(crate) fn known<E: ClientEvents>(event: Option<E>) -> &'static str {
    event.and_then(|event| E::NAMES.get(event.index()).copied()).unwrap_or(watch::UNKNOWN)
}

impl<N: Serve<H, A>, H, A: Adapter> Drop for Dispatcher<N, H, A> {
    fn drop(&mut self) {
        if let Dropped::Replaced = self.0.peer.dropped() {
            tracing::error!(
                namespace = N::NAME,
                "hand-written code has put a fallback handler of its own in the place of sockgen's: the schema's events \
                 will not arrive; give yours to `service(…).fallback(…)`"
            );
        }
    }
}

pub(crate) fn name_of<A: Adapter>(socket: &Arc<Socket<A>>, frame: &Value) -> String {
    if let Value::Str(text, _) = frame
        && let Some(layout) = Layout::of(text)
    {
        return layout.name(text).to_owned();
    }
    match Event::from_message_parts(socket, &mut frame.clone(), &None) {
        Ok(Event(name)) => name,
        // The engine has read the name before it called us; a frame without one is nobody's event.
        Err(_) => String::new(),
    }
}
