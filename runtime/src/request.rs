//! What the server asks its clients: events with an ack, from one socket or from many.
//!
//! Whatever a client does is a value here: an answer in a wrong shape, one that is late, none at all. The engine forgets
//! a question when nobody waits for its answer any more, so that one that never comes leaks nothing.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::{Stream, StreamExt as _};
use socketioxide::ack::AckStream;
use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::socket::Sid;
use socketioxide::{AckError, EmitWithAckError};

use crate::ack_style::{self, Answered};
use crate::emit::{Delivery, EmitError, OneSocket, Target, send_error};
use crate::fault::Fault;
use crate::payload::{AnyArguments, Codec, Raw, RawValue, Violation};
use crate::rules::Rules;
use crate::watch;
use crate::wire::{self, Arguments, Received, Sending};

/// How often a question to one socket looks whether the socket is still there. The engine tells it only those who do
/// not hold the socket themselves, as a handler does through its context.
const LOOK: Duration = Duration::from_millis(100);

/// Why there is no answer to a question.
#[derive(Debug)]
#[non_exhaustive]
pub enum AckFailure<E = std::convert::Infallible> {
    /// The client answered with the error that the schema declares.
    Declared(E),
    /// The client could not handle the event.
    Fault(Fault),
    /// The client did not answer in time.
    Timeout,
    /// The client disconnected before it answered, or was not connected at all.
    Disconnected,
    /// The answer does not fit the schema.
    Invalid(Violation),
    /// The question could not be sent.
    NotSent(EmitError),
}

impl<E: fmt::Debug> fmt::Display for AckFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declared(error) => write!(f, "answered with an error: {error:?}"),
            Self::Fault(fault) => {
                write!(f, "answered with the fault {}: {}", fault.code, fault.message)?;
                fault.path.as_ref().map_or(Ok(()), |path| write!(f, " (at {path})"))
            }
            Self::Timeout => f.write_str("no answer in time"),
            Self::Disconnected => f.write_str("the other side is not connected"),
            Self::Invalid(violation) => write!(f, "the answer breaks the schema: {violation}"),
            Self::NotSent(error) => error.fmt(f),
        }
    }
}
impl<E: fmt::Debug> std::error::Error for AckFailure<E> {}

/// An answer, or why there is none.
pub(crate) type Answer<K, E> = Result<<K as Codec>::Value, AckFailure<<E as Codec>::Value>>;

/// What the engine gives. It is boxed, since the adapters' streams cannot be moved.
type RawAnswers<A> = AckStream<Received<AnyArguments>, A>;

/// What the two requests are: `C`, `K` and `E` are the codecs of the payload, the answer and the declared error.
type Codecs<C, K, E> = PhantomData<fn() -> (C, K, E)>;

impl<A: Adapter> OneSocket<A> {
    /// An event that the client is to answer; it is sent when the request is awaited.
    pub fn request<'a, C: Codec, K: Codec, E: Codec>(
        &self,
        event: &'static str,
        value: &'a C::Value,
        rules: &'static Rules,
    ) -> Request<'a, C, K, E, A> {
        Request { socket: self.socket(), event, value, rules, timeout: rules.timeout, codecs: PhantomData }
    }
}

impl<A: Adapter> Target<A> {
    /// An event that each of them is to answer; it is sent when the request is awaited.
    pub fn request<'a, C: Codec, K: Codec, E: Codec>(
        self,
        event: &'static str,
        value: &'a C::Value,
        rules: &'static Rules,
    ) -> RequestMany<'a, C, K, E, A> {
        RequestMany { target: self, event, value, rules, timeout: rules.timeout, codecs: PhantomData }
    }
}

/// A question to one socket; `.await` sends it and waits for the answer.
#[must_use = "nothing is sent before it is awaited"]
pub struct Request<'a, C: Codec, K: Codec, E: Codec, A: Adapter> {
    socket: Option<SocketRef<A>>,
    event: &'static str,
    value: &'a C::Value,
    rules: &'static Rules,
    timeout: Option<Duration>,
    codecs: Codecs<C, K, E>,
}

impl<C: Codec, K: Codec, E: Codec, A: Adapter> Request<'_, C, K, E, A> {
    /// Waits so long for the answer, instead of the schema's `ackTimeout` or the engine's `ack_timeout` (5 seconds, if
    /// nobody has said otherwise).
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout: Some(timeout), ..self }
    }

    /// Sends the event at once and asks for no answer, as an emitter without a callback does it.
    ///
    /// # Errors
    ///
    /// As for an event without an ack: a payload that breaks its schema, a socket that has gone or does not read.
    pub fn without_ack(self) -> Result<(), EmitError> {
        OneSocket::new(self.socket).emit::<C>(self.event, self.value, Delivery::Reliable)
    }

    async fn ask(self) -> Answer<K, E> {
        let event = self.event;
        counted::<K, E>(event, self.answer().await)
    }

    async fn answer(self) -> Answer<K, E> {
        let socket = self.socket.ok_or(AckFailure::Disconnected)?;
        let answers = {
            let payload = Sending::<C>::new(self.value);
            let arguments = Arguments(&payload);
            let sent = match self.timeout {
                Some(timeout) => socket.timeout(timeout).emit_with_ack(self.event, &arguments),
                None => socket.emit_with_ack(self.event, &arguments),
            };
            match sent {
                Ok(answers) => answers,
                Err(error) => {
                    return Err(match send_error(error, payload.into_violation()) {
                        EmitError::Closed => AckFailure::Disconnected,
                        error => AckFailure::NotSent(error),
                    });
                }
            }
        };
        let mut answers = std::pin::pin!(answers);
        loop {
            match tokio::time::timeout(LOOK, answers.next()).await {
                Ok(Some((_, answer))) => return decoded::<K, E>(self.rules, answer),
                Ok(None) => return Err(AckFailure::Disconnected),
                Err(_) if socket.connected() => {}
                Err(_) => return Err(AckFailure::Disconnected),
            }
        }
    }
}

impl<'a, C: Codec, K: Codec, E: Codec, A: Adapter> IntoFuture for Request<'a, C, K, E, A> {
    type Output = Answer<K, E>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.ask())
    }
}

/// A question to many sockets; `.await` sends it and gives the [`Answers`] as they come.
#[must_use = "nothing is sent before it is awaited"]
pub struct RequestMany<'a, C: Codec, K: Codec, E: Codec, A: Adapter> {
    target: Target<A>,
    event: &'static str,
    value: &'a C::Value,
    rules: &'static Rules,
    timeout: Option<Duration>,
    codecs: Codecs<C, K, E>,
}

impl<C: Codec, K: Codec, E: Codec, A: Adapter> RequestMany<'_, C, K, E, A> {
    /// Waits so long for the answers, instead of the schema's `ackTimeout` or the engine's `ack_timeout` (5 seconds, if
    /// nobody has said otherwise).
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout: Some(timeout), ..self }
    }

    /// Sends the event and asks for no answers, as an emitter without a callback does it.
    ///
    /// # Errors
    ///
    /// As for an event without an ack: a payload that breaks its schema, an adapter that fails.
    pub async fn without_ack(self) -> Result<(), EmitError> {
        self.target.emit::<C>(self.event, self.value, Delivery::Reliable).await
    }

    async fn ask(self) -> Result<Answers<K, E, A>, EmitError> {
        let Some(operators) = self.target.sockets(Delivery::Reliable)? else {
            return Ok(Answers { answers: None, event: self.event, rules: self.rules, codecs: PhantomData });
        };
        let operators = match self.timeout {
            Some(timeout) => operators.timeout(timeout),
            None => operators,
        };
        let payload = Sending::<C>::new(self.value);
        let arguments = Arguments(&payload);
        let sending = operators.emit_with_ack(self.event, &arguments);
        if let Some(violation) = payload.violation() {
            return Err(EmitError::Invalid(violation));
        }
        match sending.await {
            Ok(answers) => {
                let answers = Some(Box::pin(answers));
                Ok(Answers { answers, event: self.event, rules: self.rules, codecs: PhantomData })
            }
            Err(EmitWithAckError::Encode(error)) => Err(EmitError::Other(Box::new(error))),
            Err(EmitWithAckError::Adapter(error)) => Err(EmitError::other_nodes(&error)),
        }
    }
}

impl<'a, C: Codec, K: Codec, E: Codec, A: Adapter> IntoFuture for RequestMany<'a, C, K, E, A> {
    type Output = Result<Answers<K, E, A>, EmitError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.ask())
    }
}

/// The answers to a question to many sockets, each with the id of its socket, in the order in which they come.
///
/// It ends when each socket has answered, disconnected or let its time run out. It is a [`Stream`] too.
#[must_use = "the answers come out of it"]
pub struct Answers<K: Codec, E: Codec, A: Adapter> {
    /// `None` where nobody was asked.
    answers: Option<Pin<Box<RawAnswers<A>>>>,
    event: &'static str,
    rules: &'static Rules,
    codecs: PhantomData<fn() -> (K, E)>,
}

impl<K: Codec, E: Codec, A: Adapter> Answers<K, E, A> {
    /// The next answer; `None` when there are no more.
    pub async fn next(&mut self) -> Option<(Sid, Answer<K, E>)> {
        let (id, answer) = self.answers.as_mut()?.next().await?;
        Some((id, understood::<K, E>(self.event, self.rules, answer)))
    }
}

impl<K: Codec, E: Codec, A: Adapter> Stream for Answers<K, E, A> {
    type Item = (Sid, Answer<K, E>);

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let (event, rules) = (self.event, self.rules);
        let Some(answers) = &mut self.answers else { return Poll::Ready(None) };
        answers
            .poll_next_unpin(cx)
            .map(|next| next.map(|(id, answer)| (id, understood::<K, E>(event, rules, answer))))
    }
}

/// An answer, counted.
fn understood<K: Codec, E: Codec>(
    event: &'static str,
    rules: &Rules,
    answer: Result<Received<AnyArguments>, AckError>,
) -> Answer<K, E> {
    counted::<K, E>(event, decoded::<K, E>(rules, answer))
}

/// Tells the operator what became of a question.
fn counted<K: Codec, E: Codec>(event: &'static str, answer: Answer<K, E>) -> Answer<K, E> {
    watch::question(
        event,
        match &answer {
            Ok(_) => "ok",
            Err(AckFailure::Declared(_)) => "error",
            Err(AckFailure::Fault(fault)) => fault.code.as_str(),
            Err(AckFailure::Timeout) => "no_answer",
            Err(AckFailure::Disconnected) => "disconnected",
            Err(AckFailure::Invalid(_)) => "invalid_answer",
            Err(AckFailure::NotSent(_)) => "not_sent",
        },
    );
    answer
}

fn decoded<K: Codec, E: Codec>(
    rules: &Rules,
    answer: Result<Received<AnyArguments>, AckError>,
) -> Answer<K, E> {
    // Of this answer or of one that did not fit before it, so it is taken in any case.
    let recorded = wire::take_recorded();
    let raw = match answer {
        Ok(Received(raw)) => raw,
        Err(AckError::Timeout) => return Err(AckFailure::Timeout),
        Err(AckError::Socket(_)) => return Err(AckFailure::Disconnected),
        Err(AckError::Decode(_)) => {
            return Err(AckFailure::Invalid(recorded.unwrap_or_else(wire::malformed)));
        }
    };
    read::<K, E>(rules, raw)
}

/// What the arguments of an ack say.
pub(crate) fn read<K: Codec, E: Codec>(rules: &Rules, raw: Raw) -> Answer<K, E> {
    if K::ARGUMENTS {
        return whole::<K>(raw).map_err(AckFailure::Invalid);
    }
    let first = raw.arguments.into_iter().next().unwrap_or_default();
    match ack_style::read::<K, E>(rules.acks, &first) {
        Answered::Ok(value) => Ok(value),
        Answered::Declared(error) => Err(AckFailure::Declared(error)),
        Answered::Fault(fault) => Err(AckFailure::Fault(fault)),
        Answered::Invalid(violation) => Err(AckFailure::Invalid(violation)),
    }
}

/// An answer of which every argument belongs to the value: `ack: raw`.
fn whole<K: Codec>(raw: Raw) -> Result<K::Value, Violation> {
    ack_style::decode::<K>(&RawValue::Array(raw.arguments))
}
