//! From a message to its handler, and from what the handler returns to the ack.
//!
//! The generated code is one `match` over the event's name; everything that is the same for all events stands here. What
//! depends on an event's types is kept small, since it is compiled once for each event.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::future::FutureExt as _;
use socketioxide::SendError;
use socketioxide::adapter::Adapter;
use socketioxide::extract::{Event, SocketRef};
use socketioxide::handler::{FromMessageParts, MessageHandler, Value};
use socketioxide::socket::{DisconnectReason, Socket};
use tracing::Instrument as _;

use crate::ack::{self, Answer, Declared, Faulted};
use crate::ack_style::AckStyle;
use crate::connect::ConnectError;
use crate::context::{Arrived, Context, Dropped, Inbox, Peer};
use crate::deadline;
use crate::emit::Namespace;
use crate::fault::{BoxError, Cause, Fail, Fault, FaultCode, FaultReport, panic_text};
use crate::limits::{self, Shortened};
use crate::mailbox::{self, Accepted, Job, Order, Refusal};
use crate::payload::{Codec, Cx, Violation};
use crate::rules::{ClientEvents, Rules};
use crate::service::{Fallback, Settings};
use crate::watch::{self, Outcome, Watch};
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
fn known<E: ClientEvents>(event: Option<E>) -> &'static str {
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

/// The worker of a connection, known to its mailbox before it is polled.
fn run<N, H, A>(
    connection: Connection<N, H, A>,
    socket: Arc<Socket<A>>,
    first: Option<Arrived>,
) -> impl Future<Output = ()> + Send
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    let early = (!socket.connected()).then(|| (connection.peer.clone(), socket.clone()));
    let prepare = |Owner(connection, socket): &Owner<N, H, A>, job| {
        let (connection, socket) = (connection.clone(), socket.clone());
        match job {
            Job::Event((frame, ack)) => {
                let incoming = Incoming::new(connection, socket, frame, ack);
                let order = incoming.order();
                (Task::Event(incoming), order)
            }
            Job::Report => (Task::Report(connection, socket), Order::Free),
            Job::Answer => (Task::Answer(connection, socket), Order::Free),
        }
    };
    let worker = mailbox::work(Owner(connection, socket), first, prepare, handle);
    async move {
        if let Some((peer, socket)) = early {
            until_connected(&peer, &socket).await;
        }
        worker.await;
    }
}

/// Whom a worker works for.
struct Owner<N: Serve<H, A>, H, A: Adapter>(Connection<N, H, A>, Arc<Socket<A>>);

impl<N: Serve<H, A>, H, A: Adapter> AsRef<Inbox> for Owner<N, H, A> {
    fn as_ref(&self) -> &Inbox {
        &self.0.peer.mailbox
    }
}

/// A client can be here before the engine lets its socket emit: CONNECT is on its way to it a moment earlier.
async fn until_connected<S, P, A: Adapter>(peer: &Peer<S, P, A>, socket: &Socket<A>) {
    // Nearly always a few turns of the scheduler. A thread that was interrupted in that moment takes longer; of a connect
    // that failed in it we are never told.
    for turn in 0..limits::CONNECT_TURNS + limits::CONNECT_PAUSES {
        if socket.connected() || peer.is_closed() {
            return;
        }
        if turn < limits::CONNECT_TURNS {
            tokio::task::yield_now().await;
        } else {
            // Boxed, as a timer is large, and is hardly ever needed.
            Box::pin(tokio::time::sleep(limits::CONNECT_PAUSE)).await;
        }
    }
}

/// What the worker has to do, with all that it needs.
#[allow(
    clippy::large_enum_variant,
    reason = "nearly every task is an event, for which a box would be an allocation"
)]
enum Task<N: Serve<H, A>, H, A: Adapter> {
    Event(Incoming<N, H, A>),
    Report(Connection<N, H, A>, Arc<Socket<A>>),
    Answer(Connection<N, H, A>, Arc<Socket<A>>),
}

async fn handle<N, H, A>(task: Task<N, H, A>)
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    match task {
        Task::Event(mut incoming) => match incoming.event {
            Some(event) => {
                let span = incoming.watch();
                N::dispatch(incoming, event).instrument(span).await;
            }
            None => incoming.unknown().await,
        },
        Task::Report(connection, socket) => {
            while let Some(Refusal { event, ack_requested, times }) = connection.peer.mailbox.refused() {
                let (fault, cause) = (Fault::in_flight(), Cause::Client);
                let report = FaultReport { event, fault, cause, violation: None, ack_requested, times };
                N::faulted(&connection.settings.handlers, connection.context(&socket), &report).await;
            }
        }
        Task::Answer(connection, socket) => {
            let fault = Fault::in_flight();
            while let Some((id, style)) = connection.peer.mailbox.owed() {
                if connection.peer.mailbox.has_overflowed() {
                    ack::hang_up(socket.clone().into()).await;
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
    connection: Connection<N, H, A>,
    socket: Arc<Socket<A>>,
    frame: Value,
    ack: Option<i64>,
    name: Name,
    /// `None` if the schema has none of this name.
    event: Option<N::Event>,
    watch: Option<Watch>,
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
    fn new(connection: Connection<N, H, A>, socket: Arc<Socket<A>>, frame: Value, ack: Option<i64>) -> Self {
        let layout = match &frame {
            Value::Str(text, _) => Layout::of(text),
            Value::Bytes(_) => None,
        };
        let name = layout.map_or_else(|| Name::Read(name_of(&socket, &frame)), Name::At);
        let mut incoming = Self { connection, socket, frame, ack, name, event: None, watch: None };
        incoming.event = N::Event::find(incoming.name());
        incoming
    }

    /// The event's name as it arrived.
    fn name(&self) -> &str {
        match (&self.name, &self.frame) {
            (Name::Read(name), _) => name,
            (Name::At(layout), Value::Str(text, _)) => layout.name(text),
            (Name::At(_), Value::Bytes(_)) => "",
        }
    }

    fn order(&self) -> Order {
        match self.event {
            Some(event) if self.connection.settings.rules(event).ordered => Order::InLine,
            _ => Order::Free,
        }
    }

    /// Begins to watch the event; its span.
    fn watch(&mut self) -> tracing::Span {
        let watch = Watch::start(N::NAME, known(self.event), self.socket.id);
        self.watch.insert(watch).span()
    }

    fn end(&self, outcome: Outcome) {
        if let Some(watch) = &self.watch {
            watch.end(outcome);
        }
    }

    /// An event with a payload: `K` is the codec of its ack, `E` of its declared error.
    pub async fn event<'h, C, K, E, Fut>(
        &'h self,
        event: N::Event,
        handler: impl FnOnce(&'h H, Context<N, N::Session, A>, C::Value) -> Fut + Send,
    ) where
        C: Codec,
        K: Codec,
        E: Codec,
        Fut: Future<Output = Result<K::Value, Fail<E::Value>>> + Send,
    {
        let rules = self.connection.settings.rules(event);
        let work = async move {
            self.admit(event, rules).await?;
            let data = self.decode::<C>(rules)?;
            handler(&self.connection.settings.handlers, self.context(), data).await.map_err(Stop::from)
        };
        let outcome = AssertUnwindSafe(deadline::within(rules.timeout, work)).catch_unwind().await;
        self.settle::<K, E>(rules.acks, done(outcome)).await;
    }

    /// An event without payload; whatever a client sends along is not looked at.
    pub async fn event_without_data<'h, K, E, Fut>(
        &'h self,
        event: N::Event,
        handler: impl FnOnce(&'h H, Context<N, N::Session, A>) -> Fut + Send,
    ) where
        K: Codec,
        E: Codec,
        Fut: Future<Output = Result<K::Value, Fail<E::Value>>> + Send,
    {
        let rules = self.connection.settings.rules(event);
        let work = async move {
            self.admit(event, rules).await?;
            handler(&self.connection.settings.handlers, self.context()).await.map_err(Stop::from)
        };
        let outcome = AssertUnwindSafe(deadline::within(rules.timeout, work)).catch_unwind().await;
        self.settle::<K, E>(rules.acks, done(outcome)).await;
    }

    /// An event that the schema does not have.
    async fn unknown(mut self) {
        #[cfg(feature = "test")]
        if self.name() == crate::test_client::PING {
            return self.pong().await;
        }
        let span = self.watch();
        match &self.connection.settings.unknown {
            Fallback::Fault => {
                let fault = Fault::new(FaultCode::UnknownEvent, "the server has no such event");
                self.fault(N::ACKS, fault, Cause::Client, None).instrument(span).await;
            }
            Fallback::Pass => {
                self.end(Outcome::Passed);
                let event = Shortened(self.name()).to_string();
                tracing::debug!(socket = %self.socket.id, event, "an event that the schema does not have was passed over");
            }
            Fallback::Handler(handler) => {
                self.end(Outcome::Passed);
                let handler = handler.clone();
                handler(self.socket, self.frame, self.ack);
            }
        }
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

    /// Everything that may keep an event from its handler but its payload, the cheapest first.
    async fn admit<E>(&self, event: N::Event, rules: &Rules) -> Result<(), Stop<E>> {
        if !rules.admits(self.bytes()) {
            let message = "the payload is larger than this event allows";
            return Err(Fault::new(FaultCode::PayloadTooLarge, message).into());
        }
        if let Some(rate) = rules.rate
            && !self.connection.peer.admits(event.index(), rate)
        {
            return Err(Fault::rate().into());
        }
        N::before(&self.connection.settings.handlers, self.context(), event).await.map_err(Stop::from)
    }

    /// The size that `maxBytes` is about.
    fn bytes(&self) -> usize {
        match &self.frame {
            Value::Str(text, attachments) => {
                let arguments = match self.name {
                    Name::At(layout) => layout.argument_bytes(),
                    Name::Read(_) => text.len(),
                };
                arguments + attachments.iter().flatten().map(|bytes| bytes.len()).sum::<usize>()
            }
            // Of a binary frame the size is the frame's: nobody would write JSON only to measure it.
            Value::Bytes(bytes) => bytes.len().saturating_sub(self.name().len()),
        }
    }

    fn decode<C: Codec>(&self, rules: &Rules) -> Result<C::Value, Violation> {
        match (&self.name, &self.frame) {
            (Name::At(layout), Value::Str(text, attachments)) => {
                let cx = Cx::new().with_strict(rules.strict);
                let cx = match attachments {
                    None => cx,
                    Some(attachments) => cx.with_attachments(attachments.iter().cloned()),
                };
                layout.decode::<C>(text, cx)
            }
            (_, frame) => wire::decode_any::<C, A>(&self.socket, frame.clone(), rules.strict),
        }
    }

    /// Answers, and reports what needs reporting.
    async fn settle<K: Codec, E: Codec>(
        &self,
        style: &'static AckStyle,
        outcome: Result<K::Value, Stop<E::Value>>,
    ) {
        let (outcome, sent) = match (outcome, self.ack) {
            (Ok(value), Some(id)) => {
                let answer = Answer::<K> { value, style };
                (Outcome::Ok, ack::send(&self.socket, id, answer).await.map_err(unanswerable))
            }
            (Ok(_), None) => (Outcome::Ok, Ok(())),
            (Err(Stop::Declared(error)), Some(id)) => {
                let answer = Declared::<E> { error, style };
                (Outcome::Error, ack::send(&self.socket, id, answer).await.map_err(unanswerable))
            }
            (Err(Stop::Declared(error)), None) => {
                let cause = Cause::Unanswered(as_json::<E>(&error));
                (Outcome::Error, Err((Fault::internal(), cause, None)))
            }
            (Err(Stop::Fault(fault, cause)), _) => (Outcome::Fault(fault.code), Err((fault, cause, None))),
            (Err(Stop::Invalid(violation)), _) => {
                let fault = Fault::invalid(violation.path.clone(), violation.message.clone());
                (Outcome::Fault(fault.code), Err((fault, Cause::Client, Some(violation))))
            }
        };
        match sent {
            Ok(()) => self.end(outcome),
            // Boxed, since every event's future would carry the room for it.
            Err((fault, cause, violation)) => Box::pin(self.fault(style, fault, cause, violation)).await,
        }
    }

    /// The way of every fault: the ack if one was asked for, the log, the hook.
    #[cold]
    async fn fault(
        &self,
        style: &'static AckStyle,
        fault: Fault,
        cause: Cause,
        violation: Option<Violation>,
    ) {
        if let Some(id) = self.ack.filter(|_| style.fault.is_some()) {
            // A fault is three texts of ours; a parser that cannot write them has nothing to answer with.
            if ack::send(&self.socket, id, Faulted { fault: &fault, style }).await.is_err() {
                ack::lost(&self.socket, "the fault could not be written");
            }
        }
        self.end(match cause {
            Cause::Unanswered(_) => Outcome::Error,
            _ => Outcome::Fault(fault.code),
        });
        let event = Shortened(self.name()).to_string();
        let socket = self.socket.id;
        let path = fault.path.as_deref();
        match &cause {
            // What a client sends must not fill the log of a server that logs at `info`, nor stand in it; what the server
            // does wrong must.
            Cause::Client => tracing::debug!(%socket, event, path, "fault: {}", fault.code),
            Cause::Unanswered(_) => tracing::debug!(%socket, event, "a declared error had no ack to go to"),
            cause => {
                let event = known(self.event);
                tracing::warn!(%socket, event, %cause, "fault: {}", fault.code);
            }
        }
        let report =
            FaultReport { event, fault, cause, violation, ack_requested: self.ack.is_some(), times: 1 };
        // A panic in this hook ends in the worker, which logs it.
        N::faulted(&self.connection.settings.handlers, self.context(), &report).await;
    }
}

/// Why there is no answer of the handler's.
enum Stop<E> {
    /// It returned its declared error.
    Declared(E),
    /// It was not called, or did not get to its end.
    Fault(Fault, Cause),
    /// It was not called, since the payload does not fit.
    Invalid(Violation),
}

impl<E> From<Fault> for Stop<E> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault, Cause::Client)
    }
}

impl<E> From<Violation> for Stop<E> {
    fn from(violation: Violation) -> Self {
        Self::Invalid(violation)
    }
}

impl<E> From<Fail<E>> for Stop<E> {
    fn from(fail: Fail<E>) -> Self {
        match fail {
            Fail::Declared(error) => Self::Declared(error),
            Fail::Internal(cause) => Self::Fault(Fault::internal(), Cause::Error(cause)),
        }
    }
}

/// What became of the work, its panic or the end of its time included.
fn done<T, E>(
    outcome: std::thread::Result<Result<Result<T, Stop<E>>, deadline::Elapsed>>,
) -> Result<T, Stop<E>> {
    match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(deadline::Elapsed)) => Err(Stop::Fault(Fault::timeout(), Cause::Timeout)),
        Err(panic) => Err(Stop::Fault(Fault::internal(), Cause::Panic(panic_text(&*panic)))),
    }
}

/// A handler returned what its own schema forbids: for the client that is an internal fault.
fn unanswerable(error: SendError) -> (Fault, Cause, Option<Violation>) {
    (Fault::internal(), Cause::Error(BoxError::from(error)), None)
}

fn as_json<E: Codec>(error: &E::Value) -> serde_json::Value {
    serde_json::to_value(Sending::<E>::new(error)).unwrap_or(serde_json::Value::Null)
}
