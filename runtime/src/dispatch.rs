//! From a message to its handler, and from what the handler returns to the ack.
//!
//! The generated code is one `match` over the event's name; everything that is the same for all events stands here. What
//! depends on an event's types is kept small, since it is compiled once for each event.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::future::FutureExt as _;
use socketioxide::SendError;
use socketioxide::adapter::Adapter;
use socketioxide::extract::{Event, SocketRef};
use socketioxide::handler::{FromMessageParts, MessageHandler, Value};
use socketioxide::socket::{DisconnectReason, Socket};

use crate::ack::{self, Answer, Declared, Faulted};
use crate::ack_style::AckStyle;
use crate::context::{Context, Peer};
use crate::emit::Namespace;
use crate::fault::{BoxError, Cause, Fail, Fault, FaultCode, FaultReport, panic_text};
use crate::limits::Shortened;
use crate::mailbox::{self, Accepted, Job, Mailbox, Refusal};
use crate::paths::Presence;
use crate::payload::{Codec, Cx, Violation};
use crate::rules::Rules;
use crate::service::ConnectError;
use crate::wire::{self, Layout, Sending};

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
    fn dispatch(incoming: Incoming<Self, H, A>) -> impl Future<Output = ()> + Send + 'static;
}

/// One connection. It never holds its socket: the socket holds it.
pub(crate) struct Connection<N: Serve<H, A>, H, A: Adapter> {
    pub(crate) handlers: Arc<H>,
    pub(crate) peer: Arc<Peer<N::Session, N::Params>>,
    pub(crate) mailbox: Mailbox,
    /// On which path of a dynamic namespace this is.
    pub(crate) _presence: Option<Box<Presence>>,
}

impl<N: Serve<H, A>, H, A: Adapter> Connection<N, H, A> {
    pub(crate) fn context(&self, socket: &Arc<Socket<A>>) -> Context<N, N::Session, A> {
        Context::new(socket.clone(), self.peer.clone())
    }
}

/// The one message handler of a connection, for every event that the application did not register itself.
pub(crate) struct Dispatcher<N: Serve<H, A>, H, A: Adapter>(pub(crate) Arc<Connection<N, H, A>>);

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
        let accepted = match self.0.mailbox.push(frame, ack) {
            Accepted::Full(frame) => self.turn_away(&socket, &frame, ack),
            accepted => accepted,
        };
        if let Accepted::Start = accepted {
            tokio::spawn(run(self.0.clone(), socket));
        }
    }
}

impl<N: Serve<H, A>, H, A: Adapter> Dispatcher<N, H, A> {
    #[cold]
    fn turn_away(&self, socket: &Arc<Socket<A>>, frame: &Value, ack: Option<i64>) -> Accepted {
        let event = Shortened(&name_of(socket, frame)).to_string();
        tracing::debug!(socket = %socket.id, event, "fault: rate_limited");
        if let Some(id) = ack {
            // A client that sends faster than it reads has a full buffer here: the worker answers when there is room.
            let style = N::acks(&event);
            let fault = Fault::rate_limited();
            let answered =
                style.fault.is_none() || ack::try_send(socket, id, &Faulted { fault: &fault, style }).is_ok();
            if !answered && !self.0.mailbox.owe(id, style) {
                // It will be disconnected by the worker that answers the others.
                ack::lost(socket, "too many messages, and the client does not read");
            }
        }
        self.0.mailbox.refuse(Refusal { event, ack_requested: ack.is_some(), times: 1 })
    }
}

fn name_of<A: Adapter>(socket: &Arc<Socket<A>>, frame: &Value) -> String {
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

/// The worker of a connection.
async fn run<N, H, A>(connection: Arc<Connection<N, H, A>>, socket: Arc<Socket<A>>)
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    // A client that does not wait for its CONNECT can be here a moment before the engine lets the socket emit.
    let mut patience = 1000_u32;
    while !socket.connected() && !connection.peer.is_closed() && patience > 0 {
        patience -= 1;
        tokio::task::yield_now().await;
    }
    mailbox::work(&connection.mailbox, |job| handle(connection.clone(), socket.clone(), job)).await;
}

async fn handle<N, H, A>(connection: Arc<Connection<N, H, A>>, socket: Arc<Socket<A>>, job: Job)
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    match job {
        Job::Event { frame, ack } => {
            let incoming = Incoming::new(connection, socket, frame, ack);
            #[cfg(feature = "test")]
            if incoming.name() == crate::test_client::PING {
                return incoming.pong().await;
            }
            N::dispatch(incoming).await;
        }
        Job::Refused(Refusal { event, ack_requested, times }) => {
            let report = FaultReport {
                event,
                fault: Fault::rate_limited(),
                cause: Cause::Client,
                ack_requested,
                times,
            };
            N::faulted(&connection.handlers, connection.context(&socket), &report).await;
        }
        Job::Answer => {
            let fault = Fault::rate_limited();
            while let Some((id, style)) = connection.mailbox.owed() {
                if connection.mailbox.has_overflowed() {
                    ack::hang_up(&socket).await;
                }
                if ack::send(&socket, id, Faulted { fault: &fault, style }).await.is_err() {
                    ack::lost(&socket, "the fault could not be written");
                }
            }
        }
    }
}

/// One message on its way to its handler.
pub struct Incoming<N: Serve<H, A>, H, A: Adapter> {
    connection: Arc<Connection<N, H, A>>,
    socket: Arc<Socket<A>>,
    frame: Value,
    ack: Option<i64>,
    name: Name,
}

/// Where the event's name is to be found.
enum Name {
    /// In a textual frame, as are the arguments.
    At(Layout),
    /// In a frame that only the engine can read.
    Read(String),
}

impl<N: Serve<H, A>, H, A: Adapter> Incoming<N, H, A>
where
    H: Send + Sync + 'static,
{
    fn new(
        connection: Arc<Connection<N, H, A>>,
        socket: Arc<Socket<A>>,
        frame: Value,
        ack: Option<i64>,
    ) -> Self {
        let layout = match &frame {
            Value::Str(text, _) => Layout::of(text),
            Value::Bytes(_) => None,
        };
        let name = layout.map_or_else(|| Name::Read(name_of(&socket, &frame)), Name::At);
        Self { connection, socket, frame, ack, name }
    }

    /// The event's name as it arrived.
    pub fn name(&self) -> &str {
        match (&self.name, &self.frame) {
            (Name::Read(name), _) => name,
            (Name::At(layout), Value::Str(text, _)) => layout.name(text),
            (Name::At(_), Value::Bytes(_)) => "",
        }
    }

    /// An event with a payload: `K` is the codec of its ack, `E` of its declared error.
    pub async fn event<'h, C, K, E, Fut>(
        &'h self,
        rules: &'static Rules,
        handler: impl FnOnce(&'h H, Context<N, N::Session, A>, C::Value) -> Fut + Send,
    ) where
        C: Codec,
        K: Codec,
        E: Codec,
        Fut: Future<Output = Result<K::Value, Fail<E::Value>>> + Send,
    {
        let work = async move {
            let data = self.decode::<C>(rules)?;
            Ok(handler(&self.connection.handlers, self.context(), data).await)
        };
        let outcome = AssertUnwindSafe(work).catch_unwind().await;
        self.settle::<K, E>(rules, outcome).await;
    }

    /// An event without payload; whatever a client sends along is not looked at.
    pub async fn event_without_data<'h, K, E, Fut>(
        &'h self,
        rules: &'static Rules,
        handler: impl FnOnce(&'h H, Context<N, N::Session, A>) -> Fut + Send,
    ) where
        K: Codec,
        E: Codec,
        Fut: Future<Output = Result<K::Value, Fail<E::Value>>> + Send,
    {
        let work = async move {
            self.admit(rules)?;
            Ok(handler(&self.connection.handlers, self.context()).await)
        };
        let outcome = AssertUnwindSafe(work).catch_unwind().await;
        self.settle::<K, E>(rules, outcome).await;
    }

    /// An event that the schema does not have.
    pub async fn unknown(&self) {
        let fault = Fault::new(FaultCode::UnknownEvent, "the server has no such event");
        self.fault(N::acks(self.name()), fault, Cause::Client).await;
    }

    /// Tells a client of a test that what it sent before has been started.
    #[cfg(feature = "test")]
    async fn pong(&self) {
        if let Some(id) = self.ack {
            // Of a client that has gone by now nobody waits for it.
            let _ = ack::send(&self.socket, id, ()).await;
        }
    }

    fn context(&self) -> Context<N, N::Session, A> {
        self.connection.context(&self.socket)
    }

    fn admit(&self, rules: &Rules) -> Result<(), Fault> {
        let bytes = match &self.frame {
            Value::Str(text, attachments) => {
                let arguments = match self.name {
                    Name::At(layout) => layout.argument_bytes(),
                    Name::Read(_) => text.len(),
                };
                arguments + attachments.iter().flatten().map(|bytes| bytes.len()).sum::<usize>()
            }
            // Of a binary frame the size is the frame's: nobody would write JSON only to measure it.
            Value::Bytes(bytes) => bytes.len().saturating_sub(self.name().len()),
        };
        if rules.admits(bytes) {
            return Ok(());
        }
        Err(Fault::new(FaultCode::PayloadTooLarge, "the payload is larger than this event allows"))
    }

    fn decode<C: Codec>(&self, rules: &Rules) -> Result<C::Value, Fault> {
        self.admit(rules)?;
        let decoded = match (&self.name, &self.frame) {
            (Name::At(layout), Value::Str(text, attachments)) => {
                let cx = Cx::new().with_strict(rules.strict);
                let cx = match attachments {
                    None => cx,
                    Some(attachments) => cx.with_attachments(attachments.iter().cloned()),
                };
                layout.decode::<C>(text, cx)
            }
            (_, frame) => wire::decode_any::<C, A>(&self.socket, frame.clone(), rules.strict),
        };
        decoded.map_err(|Violation { path, message, .. }| Fault::invalid(path, message))
    }

    /// Answers, and reports what needs reporting.
    async fn settle<K: Codec, E: Codec>(&self, rules: &'static Rules, outcome: Outcome<K, E>) {
        let style = rules.acks;
        let failure = match outcome {
            Ok(Ok(Ok(value))) => match self.ack {
                Some(id) => {
                    let answer = Answer::<K> { value, style };
                    ack::send(&self.socket, id, answer).await.map_err(unanswerable)
                }
                None => Ok(()),
            },
            Ok(Ok(Err(Fail::Declared(error)))) => match self.ack {
                Some(id) => {
                    let answer = Declared::<E> { error, style };
                    ack::send(&self.socket, id, answer).await.map_err(unanswerable)
                }
                None => Err((Fault::internal(), Cause::Unanswered(as_json::<E>(&error)))),
            },
            Ok(Ok(Err(Fail::Internal(cause)))) => Err((Fault::internal(), Cause::Error(cause))),
            Ok(Err(fault)) => Err((fault, Cause::Client)),
            Err(panic) => Err((Fault::internal(), Cause::Panic(panic_text(&*panic)))),
        };
        if let Err((fault, cause)) = failure {
            // Boxed, since every event's future would carry the room for it.
            Box::pin(self.fault(style, fault, cause)).await;
        }
    }

    /// The way of every fault: the ack if one was asked for, the log, the hook.
    #[cold]
    async fn fault(&self, style: &'static AckStyle, fault: Fault, cause: Cause) {
        if let Some(id) = self.ack.filter(|_| style.fault.is_some()) {
            // A fault is three texts of ours; a parser that cannot write them has nothing to answer with.
            if ack::send(&self.socket, id, Faulted { fault: &fault, style }).await.is_err() {
                ack::lost(&self.socket, "the fault could not be written");
            }
        }
        let event = Shortened(self.name()).to_string();
        let socket = self.socket.id;
        let path = fault.path.as_deref();
        match &cause {
            // What a client sends must not fill the log of a server that logs at `info`; what the server does wrong must.
            Cause::Client => tracing::debug!(%socket, event, path, "fault: {}", fault.code),
            Cause::Unanswered(_) => tracing::debug!(%socket, event, "a declared error had no ack to go to"),
            cause => tracing::warn!(%socket, event, %cause, "fault: {}", fault.code),
        }
        let report = FaultReport { event, fault, cause, ack_requested: self.ack.is_some(), times: 1 };
        // A panic in this hook ends in the worker, which logs it.
        N::faulted(&self.connection.handlers, self.context(), &report).await;
    }
}

/// The handler's result, or why it did not run, or its panic.
type Outcome<K, E> =
    Result<Result<Result<<K as Codec>::Value, Fail<<E as Codec>::Value>>, Fault>, Box<dyn Any + Send>>;

/// A handler returned what its own schema forbids: for the client that is an internal fault.
fn unanswerable(error: SendError) -> (Fault, Cause) {
    (Fault::internal(), Cause::Error(BoxError::from(error)))
}

fn as_json<E: Codec>(error: &E::Value) -> serde_json::Value {
    serde_json::to_value(Sending::<E>::new(error)).unwrap_or(serde_json::Value::Null)
}
