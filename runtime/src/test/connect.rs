//! Connecting, and being refused.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::future::BoxFuture;
use serde_json::Value;
use socketioxide::adapter::Adapter;

use super::client::{Client, Tested};
use super::link::Link;
use super::packet::{Kind, Packet, with_hash};
use super::server::Server;
use crate::ack_style;
use crate::connect::{AsJson, ConnectError};
use crate::fault::{Fault, FaultCode, Refused};
use crate::params::PathParams as _;
use crate::payload::{Codec, RawValue, encode_raw};

/// Why a client was not connected.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConnectFailure<E = Refused> {
    /// `authenticate` refused with what the schema declares as its `connectError`, or with [`Refused`] where it declares
    /// nothing.
    Declared(E),
    /// The handshake's `auth` or the parameters of the path do not fit the schema.
    Fault(Fault),
    /// Something else: `Invalid namespace` where nobody has registered it, `internal` where `authenticate` failed with
    /// what the schema does not declare, or panicked.
    Refused(String),
    /// The connection was closed, or did not open.
    Closed(String),
    /// There was no answer in time.
    Timeout,
}

impl<E: fmt::Debug> fmt::Display for ConnectFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declared(error) => write!(f, "refused: {error:?}"),
            Self::Fault(fault) => {
                write!(f, "refused with the fault {}: {}", fault.code, fault.message)?;
                fault.path.as_ref().map_or(Ok(()), |path| write!(f, " (at {path})"))
            }
            Self::Refused(message) => write!(f, "refused: {message}"),
            Self::Closed(message) => write!(f, "the connection was not opened: {message}"),
            Self::Timeout => f.write_str("the server did not answer in time"),
        }
    }
}
impl<E: fmt::Debug> std::error::Error for ConnectFailure<E> {}

/// How a client reads what `authenticate` refused with.
pub trait ReadRefusal: ConnectError<Value: fmt::Debug> {
    /// The refusal in the message of `connect_error`, if it is one.
    fn read(message: &str) -> Option<Self::Value>;
}

impl ReadRefusal for Refused {
    fn read(message: &str) -> Option<Self> {
        Some(Self::new(message.to_owned()))
    }
}

impl<E: Codec> ReadRefusal for AsJson<E> {
    fn read(message: &str) -> Option<E::Value> {
        let value: Value = serde_json::from_str(message).ok()?;
        ack_style::decode::<E>(&value.into()).ok()
    }
}

/// What a client of the namespace `N` may be refused with.
pub type Failure<N> = ConnectFailure<<<N as Tested>::ConnectError as ConnectError>::Value>;

/// A connection that is being opened; `.await` gives the client.
#[must_use = "nobody is connected before it is awaited"]
pub struct Connecting<N: Tested>(BoxFuture<'static, Result<Client<N>, Failure<N>>>);

impl<N: Tested> Future for Connecting<N> {
    type Output = Result<Client<N>, Failure<N>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(cx)
    }
}

/// Connects a client as generated clients do.
#[track_caller]
pub fn connect<N: Tested, A: Adapter>(
    server: &Server<A>,
    params: &N::Params,
    auth: &<N::Auth as Codec>::Value,
) -> Connecting<N> {
    let path = params.path(N::PATH);
    let path =
        path.unwrap_or_else(|violation| panic!("the path's parameters break their schema at {violation}"));
    let auth = encode_raw::<N::Auth>(auth);
    let auth = auth.unwrap_or_else(|violation| panic!("`auth` breaks its schema at {violation}"));
    connect_raw(server, path, Some(with_hash(auth, N::HASH)))
}

/// Connects a client with any `auth`, to any path.
pub(super) fn connect_raw<N: Tested, A: Adapter>(
    server: &Server<A>,
    path: String,
    auth: Option<RawValue>,
) -> Connecting<N> {
    let server = server.clone();
    Connecting(Box::pin(async move {
        let deadline = server.patience();
        let opening = tokio::time::timeout(deadline, server.open(path));
        let link = opening.await.map_err(|_| ConnectFailure::Timeout)?.map_err(ConnectFailure::Closed)?;
        let welcome = enter(&link, auth).await;
        let refused = match welcome {
            Ok(Packet { kind: Kind::Connect, data, .. }) => return Ok(Client::new(link, data.as_ref())),
            Ok(Packet { data, .. }) => data,
            Err(failure) => {
                link.close();
                return Err(failure);
            }
        };
        link.close();
        let message = refused.as_ref().and_then(|data| data.get("message")).and_then(RawValue::as_str);
        Err(refusal::<N>(message.unwrap_or_default()))
    }))
}

/// Asks for the namespace.
async fn enter<E>(link: &Arc<Link>, auth: Option<RawValue>) -> Result<Packet, ConnectFailure<E>> {
    let closed = |reason: String| ConnectFailure::Closed(reason);
    let connect = Packet { kind: Kind::Connect, id: None, data: auth };
    link.send(&connect).map_err(|error| closed(error.to_string()))?;
    let answer = link.inbox.until(link.deadline, |state| {
        let packet = state.welcome.take().map(Ok);
        packet.or_else(|| state.end.map(|end| Err(closed(end.to_string()))))
    });
    answer.await.unwrap_or(Err(ConnectFailure::Timeout))
}

/// What the engine says where nobody has registered the namespace, and what we say where `authenticate` failed.
const NOT_THE_APPLICATIONS: [&str; 2] = ["Invalid namespace", "internal"];

fn refusal<N: Tested>(message: &str) -> Failure<N> {
    if let Some(fault) = fault(message) {
        return ConnectFailure::Fault(fault);
    }
    match N::ConnectError::read(message) {
        Some(error) if !NOT_THE_APPLICATIONS.contains(&message) => ConnectFailure::Declared(error),
        _ => ConnectFailure::Refused(message.to_owned()),
    }
}

/// The fault in `{ "fault": … }`.
fn fault(message: &str) -> Option<Fault> {
    let value: Value = serde_json::from_str(message).ok()?;
    let fault = value.get("fault")?;
    let text = |key: &str| fault.get(key).and_then(Value::as_str).map(str::to_owned);
    let code = FaultCode::from_wire(&text("code")?)?;
    Some(Fault { code, message: text("message").unwrap_or_default().into(), path: text("path") })
}
