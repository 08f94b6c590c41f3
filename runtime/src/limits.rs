//! How much of a client's data and how many of its messages are taken at once.

use std::fmt;
use std::time::Duration;

use socketioxide::SocketIoBuilder;
use socketioxide::adapter::Adapter;

use crate::rules::{ClientEvents, Rate, Rules};

/// How many messages of one connection may wait or be worked on, where the schema does not say (`inFlight`); the next one
/// is answered with `rate_limited`.
pub const IN_FLIGHT: usize = 128;

/// How many messages a client may lose, since it does not read, before it is disconnected.
pub const LOST_MESSAGES: u64 = 1024;

/// How many `rate_limited` answers may wait for a client that does not read them; one that lets more pile up is disconnected.
pub const OWED_ANSWERS: usize = 32_768;

/// How many characters of an event name that the schema does not know are repeated in a report or the log.
pub(crate) const NAME_CHARS: usize = 128;

/// How often other tasks are let run for a socket that is about to be connected, and then how often it is waited for, and
/// how long each time.
pub(crate) const CONNECT_TURNS: u32 = 100;
pub(crate) const CONNECT_PAUSES: u32 = 5_000;
pub(crate) const CONNECT_PAUSE: Duration = Duration::from_millis(1);

/// After how many messages a connection's worker lets other tasks run.
pub(crate) const YIELD_EVERY: usize = 64;

/// What the engine is set to where nobody says anything: the bytes of an HTTP request's body, of a WebSocket message, of
/// one of its frames.
const ENGINE_PAYLOAD: usize = 100_000;
const ENGINE_MESSAGE: usize = 64 << 20;
const ENGINE_FRAME: usize = 16 << 20;
/// How many packets it keeps for a connection that does not read.
const ENGINE_BUFFER: usize = 128;

/// What the engine's own limits (`max_payload`, `ws_max_message_size`) should be for a schema whose largest `maxBytes` is
/// this: so much larger that a fault can still answer what is too large, since past its limits the engine closes the connection.
pub const fn engine_bytes(largest_max_bytes: usize) -> usize {
    let wanted = largest_max_bytes.saturating_mul(2).saturating_add(16 * 1024);
    if wanted > ENGINE_PAYLOAD { wanted } else { ENGINE_PAYLOAD }
}

/// Sets the engine's limits to what a schema needs; the generated function `engine` calls this.
///
/// `largest` is the largest `maxBytes`, `all` whether every message of a client has one. Where one has none, nothing is
/// lowered: it may be as large as the engine has always let it be. `in_flight` messages can be answered at once: the engine
/// closes a connection whose buffer has no room for a heartbeat, so that buffer holds several times as many.
#[doc(hidden)]
pub fn engine<A: Adapter>(
    builder: SocketIoBuilder<A>,
    largest: u64,
    all: bool,
    in_flight: usize,
) -> SocketIoBuilder<A> {
    let wanted = engine_bytes(usize::try_from(largest).unwrap_or(usize::MAX));
    let message = if all { wanted } else { wanted.max(ENGINE_MESSAGE) };
    builder
        .max_payload(wanted as u64)
        .ws_max_message_size(message)
        .ws_max_frame_size(message.max(ENGINE_FRAME))
        .max_buffer_size(in_flight.saturating_mul(4).max(ENGINE_BUFFER))
}

/// A schema's limits, to be changed where it is registered: `service(app).limits(|limits| limits.in_flight(64))`.
///
/// `E` is the namespace's `ClientEvent`.
#[derive(Debug)]
#[must_use]
pub struct Limits<E> {
    pub(crate) in_flight: usize,
    pub(crate) lost_messages: u64,
    pub(crate) rules: Box<[Rules]>,
    events: std::marker::PhantomData<fn() -> E>,
}

impl<E: ClientEvents> Limits<E> {
    pub(crate) fn new(in_flight: usize) -> Self {
        let rules = E::RULES.into();
        Self { in_flight, lost_messages: LOST_MESSAGES, rules, events: std::marker::PhantomData }
    }

    /// How many messages of one connection may wait or be worked on, at least 1; the next one is answered with
    /// `rate_limited`. The schema's `inFlight`, or [`IN_FLIGHT`].
    pub fn in_flight(mut self, messages: usize) -> Self {
        self.in_flight = messages.max(1);
        self
    }

    /// How many messages a client may lose, since it does not read, before it is disconnected; [`LOST_MESSAGES`] unless
    /// this says otherwise. The engine itself keeps as many for it as its `max_buffer_size` says.
    pub fn lost_messages(mut self, messages: u64) -> Self {
        self.lost_messages = messages;
        self
    }

    /// The event's `maxBytes`; `None` for no limit but the engine's own, which is not raised by this.
    pub fn max_bytes(mut self, event: E, bytes: impl Into<Option<usize>>) -> Self {
        self.rules[event.index()].max_bytes = bytes.into().unwrap_or(usize::MAX);
        self
    }

    /// The event's `rate`: how many in which time. A rate of 0 lets one through.
    pub fn rate(mut self, event: E, count: u32, per: Duration) -> Self {
        self.rules[event.index()].rate = Some(Rate { count, per });
        self
    }

    /// Takes the event's `rate` away.
    pub fn no_rate(mut self, event: E) -> Self {
        self.rules[event.index()].rate = None;
        self
    }

    /// The event's `ackTimeout`: how long its handler may take; `None` for as long as it likes.
    pub fn timeout(mut self, event: E, timeout: impl Into<Option<Duration>>) -> Self {
        self.rules[event.index()].timeout = timeout.into();
        self
    }
}

/// A name from the wire, cut so that a megabyte of it cannot reach the log.
pub(crate) struct Shortened<'a>(pub(crate) &'a str);

impl fmt::Display for Shortened<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(NAME_CHARS) {
            Some((end, _)) => write!(f, "{}…", &self.0[..end]),
            None => f.write_str(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_by_characters_not_bytes() {
        let name = "é".repeat(NAME_CHARS + 1);
        assert_eq!(Shortened(&name).to_string().chars().count(), NAME_CHARS + 1);
        assert_eq!(Shortened("join:room").to_string(), "join:room");
    }
}
