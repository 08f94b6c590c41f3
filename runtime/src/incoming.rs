//! One message: what may keep it from its handler, its payload, and what the handler returns.
//!
//! What depends on an event's types is kept small, since it is compiled once for each event.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;

use futures_util::future::{CatchUnwind, FutureExt as _};
use socketioxide::SendError;
use socketioxide::adapter::Adapter;
use socketioxide::handler::Value;
use socketioxide::socket::Socket;
use tracing::{Instrument as _, Span};

use crate::ack::{self, Answer, Declared, Faulted};
use crate::ack_style::AckStyle;
use crate::context::Context;
use crate::deadline;
use crate::dispatch::{Connection, Serve, known, name_of};
use crate::fault::{BoxError, Cause, Fail, Fault, FaultCode, FaultReport, panic_text};
use crate::limits::Shortened;
use crate::mailbox::Order;
use crate::payload::{Codec, Cx, Violation};
use crate::rules::{ClientEvents, Rules};
use crate::service::Fallback;
use crate::watch::{Outcome, Watch};
use crate::wire::{self, Layout, Sending};

/// One message on its way to its handler.
pub struct Incoming<N: Serve<H, A>, H, A: Adapter> {
    connection: Connection<N, H, A>,
    socket: Arc<Socket<A>>,
    frame: Value,
    ack: Option<i64>,
    name: Name,
    /// `None` if the schema has none of this name.
    event: Option<N::Event>,
    watch: Option<Box<Watch>>,
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
    pub(crate) fn new(
        connection: Connection<N, H, A>,
        socket: Arc<Socket<A>>,
        frame: Value,
        ack: Option<i64>,
    ) -> Self {
        let layout = match &frame {
            Value::Str(text, _) => Layout::of(text),
            Value::Bytes(_) => None,
        };
        let name = layout.map_or_else(|| Name::Read(name_of(&socket, &frame)), Name::At);
        let mut incoming = Self { connection, socket, frame, ack, name, event: None, watch: None };
        incoming.event = N::Event::find(incoming.name());
        incoming
    }

    /// `None` if the schema has none of this name.
    pub(crate) fn event_of(&self) -> Option<N::Event> {
        self.event
    }

    /// The event's name as it arrived.
    pub(crate) fn name(&self) -> &str {
        match (&self.name, &self.frame) {
            (Name::Read(name), _) => name,
            (Name::At(layout), Value::Str(text, _)) => layout.name(text),
            (Name::At(_), Value::Bytes(_)) => "",
        }
    }

    /// Whether it has to wait for its turn.
    pub(crate) fn order(&self) -> Order {
        match self.event {
            Some(event) if self.connection.settings.rules(event).ordered => Order::InLine,
            _ => Order::Free,
        }
    }

    /// Begins to watch the event; its span, if somebody looks at that.
    pub(crate) fn watch(&mut self) -> Option<Span> {
        self.watch = Watch::start(N::NAME, known(self.event), self.socket.id);
        self.watch.as_ref()?.span()
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
        // In a block, since a handler that took too long must not hold anything while its fault is sent.
        let outcome = {
            let work = pin!(caught(async move {
                self.admit(event, rules).await?;
                let data = self.decode::<C>(rules)?;
                handler(&self.connection.settings.handlers, self.context(), data).await.map_err(Stop::from)
            }));
            deadline::within(rules.timeout, work).await
        };
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
        let outcome = {
            let work = pin!(caught(async move {
                self.admit(event, rules).await?;
                handler(&self.connection.settings.handlers, self.context()).await.map_err(Stop::from)
            }));
            deadline::within(rules.timeout, work).await
        };
        self.settle::<K, E>(rules.acks, done(outcome)).await;
    }

    /// An event that the schema does not have.
    pub(crate) async fn unknown(mut self) {
        #[cfg(feature = "test")]
        if self.name() == crate::test_client::PING {
            return self.pong().await;
        }
        let span = self.watch();
        match &self.connection.settings.unknown {
            Fallback::Fault => {
                let fault = Fault::new(FaultCode::UnknownEvent, "the server has no such event");
                self.fault(N::ACKS, fault, Cause::Client, None)
                    .instrument(span.unwrap_or_else(Span::none))
                    .await;
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
        let settled = match (outcome, self.ack) {
            (Ok(value), Some(id)) => {
                let answer = Answer::<K> { value, style };
                ack::send(&self.socket, id, answer).await.map(|()| Outcome::Ok).map_err(unanswerable)
            }
            (Ok(_), None) => Ok(Outcome::Ok),
            (Err(Stop::Declared(error)), Some(id)) => {
                let answer = Declared::<E> { error, style };
                ack::send(&self.socket, id, answer).await.map(|()| Outcome::Error).map_err(unanswerable)
            }
            (Err(Stop::Declared(error)), None) => {
                Err((Fault::internal(), Cause::Unanswered(as_json::<E>(&error)), None))
            }
            (Err(Stop::Fault(stop)), _) => {
                let (fault, cause) = *stop;
                Err((fault, cause, None))
            }
            (Err(Stop::Invalid(violation)), _) => {
                let fault = Fault::invalid(violation.path.clone(), violation.message.clone());
                Err((fault, Cause::Client, Some(violation)))
            }
        };
        match settled {
            Ok(outcome) => self.end(outcome),
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
    /// It was not called, or did not get to its end. Boxed, since what is hardly ever there would make every result large.
    Fault(Box<(Fault, Cause)>),
    /// It was not called, since the payload does not fit.
    Invalid(Violation),
}

impl<E> Stop<E> {
    fn because(fault: Fault, cause: Cause) -> Self {
        Self::Fault(Box::new((fault, cause)))
    }
}

impl<E> From<Fault> for Stop<E> {
    fn from(fault: Fault) -> Self {
        Self::because(fault, Cause::Client)
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
            Fail::Internal(cause) => Self::because(Fault::internal(), Cause::Error(cause)),
        }
    }
}

fn caught<F: Future>(work: F) -> CatchUnwind<AssertUnwindSafe<F>> {
    AssertUnwindSafe(work).catch_unwind()
}

/// What became of the work, its panic or the end of its time included.
fn done<T, E>(
    outcome: Result<std::thread::Result<Result<T, Stop<E>>>, deadline::Elapsed>,
) -> Result<T, Stop<E>> {
    match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(Stop::because(Fault::internal(), Cause::Panic(panic_text(&*panic)))),
        Err(deadline::Elapsed) => Err(Stop::because(Fault::timeout(), Cause::Timeout)),
    }
}

/// A handler returned what its own schema forbids: for the client that is an internal fault.
fn unanswerable(error: SendError) -> (Fault, Cause, Option<Violation>) {
    (Fault::internal(), Cause::Error(BoxError::from(error)), None)
}

fn as_json<E: Codec>(error: &E::Value) -> serde_json::Value {
    serde_json::to_value(Sending::<E>::new(error)).unwrap_or(serde_json::Value::Null)
}
