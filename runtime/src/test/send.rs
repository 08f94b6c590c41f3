//! What a client sends, and what it is answered.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Sleep;

use super::link::Link;
use super::packet::Packet;
use crate::emit::EmitError;
use crate::payload::{Codec, Raw, RawValue, Violation, encode_raw};
use crate::request::{self, AckFailure};
use crate::rules::Rules;
use crate::wire::Never;

/// Whether an event was sent: the connection may have ended.
pub type Sent = Result<(), EmitError>;

/// What generated code sends with.
pub struct Sender(Arc<Link>);

impl Sender {
    pub(super) fn new(link: &Arc<Link>) -> Self {
        Self(link.clone())
    }

    /// Sends an event that asks for no ack.
    #[track_caller]
    pub fn emit<C: Codec>(self, event: &str, value: &C::Value) -> Sent {
        self.0.send(&Packet::event(event, arguments::<C>(event, value), None))
    }

    /// Sends an event that asks for an ack: `K` is the codec of the answer, `E` of the declared error.
    #[track_caller]
    pub fn request<C: Codec, K: Codec, E: Codec>(
        self,
        event: &str,
        value: &C::Value,
        rules: &'static Rules,
    ) -> Answer<K, E> {
        let answer = self.0.ask(event, arguments::<C>(event, value));
        let deadline = rules.timeout.unwrap_or(self.0.deadline);
        Answer::new(answer, deadline, Box::new(|raw| request::read::<K, E>(rules, raw)))
    }
}

/// The arguments of an event or an answer.
#[track_caller]
pub(super) fn arguments<C: Codec>(event: &str, value: &C::Value) -> Raw {
    match encode_raw::<C>(value) {
        Ok(RawValue::Array(arguments)) if C::ARGUMENTS => Raw { arguments },
        Ok(value) => Raw { arguments: vec![value] },
        Err(violation) => breaks(event, &violation),
    }
}

#[track_caller]
pub(super) fn breaks(event: &str, violation: &Violation) -> ! {
    panic!(
        "what the test sends as `{event}` breaks its schema at {violation}\n\
         (a client of another version is `client.raw()`, which sends anything)"
    )
}

/// An answer that the server has been asked for already; `.await` waits for it, and gives what the schema declares as the
/// ack or the [`AckFailure`] with what it declares as the error. `K` and `E` are the codecs of the two.
///
/// It is sent by the time there is an `Answer`, as by `emitWithAck` in JavaScript, so that a test can look at other things
/// in between: answer a question of the server's, say.
#[must_use = "the answer may be a failure"]
pub struct Answer<K: Codec, E: Codec = Never> {
    received: oneshot::Receiver<Raw>,
    deadline: Duration,
    timer: Option<Pin<Box<Sleep>>>,
    /// Taken when there is something to read.
    read: Option<Read<K, E>>,
}

type Read<K, E> = Box<dyn FnOnce(Raw) -> request::Answer<K, E> + Send>;

impl<K: Codec, E: Codec> Answer<K, E> {
    pub(super) fn new(received: oneshot::Receiver<Raw>, deadline: Duration, read: Read<K, E>) -> Self {
        Self { received, deadline, timer: None, read: Some(read) }
    }

    /// Waits so long from now on, instead of the schema's `ackTimeout` or the client's own deadline; then it is
    /// [`AckFailure::Timeout`].
    pub fn within(self, deadline: Duration) -> Self {
        Self { deadline, timer: None, ..self }
    }
}

impl<K: Codec, E: Codec> Future for Answer<K, E> {
    type Output = request::Answer<K, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if let Poll::Ready(received) = Pin::new(&mut self.received).poll(cx) {
            return Poll::Ready(match (received, self.read.take()) {
                (Ok(raw), Some(read)) => read(raw),
                // The sender goes with the connection.
                _ => Err(AckFailure::Disconnected),
            });
        }
        let deadline = self.deadline;
        let timer = self.timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(deadline)));
        timer.as_mut().poll(cx).map(|()| Err(AckFailure::Timeout))
    }
}
