//! What goes wrong, and who is told how much of it.
//!
//! A handler fails with [`Fail`]: either the error its schema declares, which the client is meant to read, or anything
//! else, which the client must not read. A [`Fault`] is what the protocol itself answers: a payload that does not fit, an
//! unknown event, a panic. **Invariant:** a fault carries no text of an error or a panic; that goes to
//! [`FaultReport::cause`] and to the log only.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::payload::Violation;

/// Any error at all, as `?` makes one.
pub type BoxError = Box<dyn std::error::Error + Send + Sync + 'static>;

/// What every handler may fail with.
///
/// `?` turns any [`std::error::Error`] into [`Fail::Internal`]. The error types of a schema do not implement that trait;
/// the generated code converts them into [`Fail::Declared`] instead, so `Err(failure)?` and `Err(failure.into())` do what
/// they say.
pub enum Fail<E = Infallible> {
    /// The error that the schema declares for this event; the client receives it.
    Declared(E),
    /// Anything else: the client receives the fault `internal`, the text goes to `on_fault` and to the log.
    Internal(BoxError),
}

impl<E> Fail<E> {
    /// An internal failure from a text or an error that `?` does not take, such as `anyhow::Error`.
    pub fn internal(cause: impl Into<BoxError>) -> Self {
        Self::Internal(cause.into())
    }
}

// `Fail` must not implement `std::error::Error` itself: this impl would then collide with `impl From<T> for T`.
impl<E, X: std::error::Error + Send + Sync + 'static> From<X> for Fail<E> {
    fn from(cause: X) -> Self {
        Self::Internal(Box::new(cause))
    }
}

impl<E: fmt::Debug> fmt::Debug for Fail<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declared(error) => f.debug_tuple("Declared").field(error).finish(),
            Self::Internal(cause) => f.debug_tuple("Internal").field(cause).finish(),
        }
    }
}

/// Why a connection was refused, for a schema that declares no `connectError`.
///
/// The client reads it as the message of its `connect_error` event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Shown to the client.
    pub message: Cow<'static, str>,
}

impl Refused {
    /// A refusal with the text that the client is to see.
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into() }
    }
}

impl From<Refused> for Fail<Refused> {
    fn from(refused: Refused) -> Self {
        Self::Declared(refused)
    }
}

/// The kinds of fault, as the client reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultCode {
    /// The payload does not fit the schema; `path` says where.
    InvalidPayload,
    /// The payload is past the event's `maxBytes`.
    PayloadTooLarge,
    /// Too many messages at once.
    RateLimited,
    /// The application's `before` hook said no.
    Unauthorized,
    /// The schema has no such event.
    UnknownEvent,
    /// The handler took too long.
    Timeout,
    /// The handler panicked or failed with something that it does not declare.
    Internal,
}

impl FaultCode {
    /// The code's spelling on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidPayload => "invalid_payload",
            Self::PayloadTooLarge => "payload_too_large",
            Self::RateLimited => "rate_limited",
            Self::Unauthorized => "unauthorized",
            Self::UnknownEvent => "unknown_event",
            Self::Timeout => "timeout",
            Self::Internal => "internal",
        }
    }

    /// The code of this spelling.
    pub(crate) fn from_wire(text: &str) -> Option<Self> {
        const ALL: [FaultCode; 7] = [
            FaultCode::InvalidPayload,
            FaultCode::PayloadTooLarge,
            FaultCode::RateLimited,
            FaultCode::Unauthorized,
            FaultCode::UnknownEvent,
            FaultCode::Timeout,
            FaultCode::Internal,
        ];
        ALL.into_iter().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for FaultCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for FaultCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What the client is told when the protocol itself says no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Which kind of fault.
    pub code: FaultCode,
    /// One sentence for a developer's eyes; it never contains internals.
    pub message: Cow<'static, str>,
    /// Where in the payload, as `$.ops[1].text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl Fault {
    /// A fault without a path.
    pub const fn new(code: FaultCode, message: &'static str) -> Self {
        Self { code, message: Cow::Borrowed(message), path: None }
    }

    /// What `before` says no with: the sentence is for the client's developer.
    pub fn unauthorized(message: impl Into<Cow<'static, str>>) -> Self {
        Self { code: FaultCode::Unauthorized, message: message.into(), path: None }
    }

    /// A payload that does not fit, at `path`.
    pub fn invalid(path: impl Into<String>, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code: FaultCode::InvalidPayload, message: message.into(), path: Some(path.into()) }
    }

    pub(crate) const fn internal() -> Self {
        Self::new(FaultCode::Internal, "the server could not handle this")
    }

    /// Too many at once, whatever they are.
    pub(crate) const fn in_flight() -> Self {
        Self::new(FaultCode::RateLimited, "too many messages are waiting on this connection")
    }

    /// Too many of one kind.
    pub(crate) const fn rate() -> Self {
        Self::new(FaultCode::RateLimited, "this event is sent too often")
    }

    pub(crate) const fn timeout() -> Self {
        Self::new(FaultCode::Timeout, "the server did not get done in time")
    }
}

/// What lies behind a fault: for `on_fault` and the log, never for the client.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// The client's message is all there is to know; the fault says what is wrong with it.
    Client,
    /// A handler returned [`Fail::Internal`], or the value it returned breaks its own schema.
    Error(BoxError),
    /// A handler panicked with this message.
    Panic(String),
    /// A handler did not get done within the event's `ackTimeout`, and was dropped.
    Timeout,
    /// A handler returned its declared error (here as JSON), and the client had asked for no ack to put it in.
    Unanswered(serde_json::Value),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client => f.write_str("the client's message"),
            Self::Error(error) => error.fmt(f),
            Self::Timeout => f.write_str("the handler was given up"),
            Self::Panic(message) => write!(f, "panic: {message}"),
            Self::Unanswered(error) => write!(f, "declared error without an ack: {error}"),
        }
    }
}

/// One fault, as `on_fault` receives it.
#[derive(Debug)]
#[non_exhaustive]
pub struct FaultReport {
    /// The event's name on the wire; a name that the schema does not know is cut after 128 characters.
    pub event: String,
    /// What the client was told, or would have been, had it asked for an ack.
    pub fault: Fault,
    /// What lies behind it.
    pub cause: Cause,
    /// Which rule of the schema a payload broke, where that is what is wrong.
    pub violation: Option<Violation>,
    /// Whether the client asked for an ack.
    pub ack_requested: bool,
    /// How many messages this report stands for: 1, except in a flood of `rate_limited` past what is reported one by one.
    pub times: u32,
}

/// The text of a caught panic; one that is neither `&str` nor `String` has none.
pub(crate) fn panic_text(payload: &(dyn std::any::Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a panic without a text".to_owned()
    }
}
