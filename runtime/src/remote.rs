//! Emitting from a process that is no Socket.IO server: through Redis, in the protocol that `socketioxide-redis` reads.
//!
//! The message is the type that the adapter itself reads, from the `socketioxide-core` that this crate is built with, so
//! that the two cannot come apart. The crate `socketioxide-emitter` would be there for it, but its 0.1 is built on
//! `socketioxide-core` 0.16, sends binary data as a text event, cannot mark an event as volatile, and its futures need
//! not be `Send`.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::sync::Arc;

use serde::Serialize;
use socketioxide::{BroadcastError, SocketError};
use socketioxide_core::adapter::errors::AdapterError;
use socketioxide_core::adapter::remote_packet::{RequestOut, RequestTypeOut};
use socketioxide_core::adapter::{BroadcastFlags, BroadcastOptions};
use socketioxide_core::packet::Packet;
use socketioxide_core::parser::{Parse as _, ParserError};
use socketioxide_core::{Str, Uid, Value};

use crate::emit::{Emitter, Namespace, PathEmitter};
use crate::fault::BoxError;
use crate::outlet::Outlet;

/// A connection to Redis, or to what stands in for it, over which messages can be published.
pub trait Publish: Send + Sync + 'static {
    /// Publishes a message to whoever is subscribed to a channel, with the command that the servers' driver subscribes
    /// for: `PUBLISH` for its `RedisDriver`, `SPUBLISH` for its `ClusterDriver` and `FredDriver`.
    fn publish(&self, channel: String, message: Vec<u8>)
    -> impl Future<Output = Result<(), BoxError>> + Send;
}

/// The way to the servers for a process that is none: what an `Emitter` is made of there.
///
/// ```text
/// let emitter = call::Emitter::remote(&Remote::redis(connection));
/// emitter.within(&call::rooms::session(&id)).message_new(&message).await?;
/// ```
///
/// Payloads and rooms are checked as in a server. Redis hands a message on to those who are there: that it was sent says
/// nothing about who has received it. Events only; a request needs sockets to answer to.
pub struct Remote<P> {
    publisher: Arc<P>,
    prefix: Cow<'static, str>,
    parser: Parser,
}

#[derive(Debug, Clone, Copy)]
enum Parser {
    Common,
    #[cfg(feature = "msgpack")]
    MsgPack,
}

impl Parser {
    fn write<T: Serialize>(self, event: &str, data: &T) -> Result<Value, ParserError> {
        match self {
            Self::Common => socketioxide_parser_common::CommonParser.encode_value(data, Some(event)),
            #[cfg(feature = "msgpack")]
            Self::MsgPack => socketioxide_parser_msgpack::MsgPackParser.encode_value(data, Some(event)),
        }
    }
}

impl<P: Publish> Remote<P> {
    /// Through Redis, to servers with the adapter `socketioxide-redis` and the common parser.
    pub fn redis(publisher: P) -> Self {
        Self { publisher: Arc::new(publisher), prefix: Cow::Borrowed("socket.io"), parser: Parser::Common }
    }

    /// The prefix that the servers' adapter is configured with, where it is not `socket.io`.
    #[must_use]
    pub fn prefix(self, prefix: impl Into<Cow<'static, str>>) -> Self {
        Self { prefix: prefix.into(), ..self }
    }

    /// To servers with `ParserConfig::msgpack()`.
    #[cfg(feature = "msgpack")]
    #[must_use]
    pub fn msgpack(self) -> Self {
        Self { parser: Parser::MsgPack, ..self }
    }
}

impl<P> Clone for Remote<P> {
    fn clone(&self) -> Self {
        Self { publisher: self.publisher.clone(), prefix: self.prefix.clone(), parser: self.parser }
    }
}

impl<P> fmt::Debug for Remote<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Remote")
            .field("prefix", &self.prefix)
            .field("parser", &self.parser)
            .finish_non_exhaustive()
    }
}

impl<N: Namespace<Params = ()>, P: Publish> Emitter<N, Remote<P>> {
    /// An emitter for a process that is no server.
    pub fn remote(remote: &Remote<P>) -> Self {
        Self::through(remote.clone())
    }
}

impl<N: Namespace, P: Publish> PathEmitter<N, Remote<P>> {
    /// An emitter for a process that is no server. Where the parameters break their own schema, emitting fails with
    /// [`EmitError::Invalid`](crate::EmitError::Invalid).
    pub fn remote(remote: &Remote<P>, params: &N::Params) -> Self {
        Self::through(remote.clone(), params)
    }
}

/// A selection of the servers' sockets.
pub struct RemoteSockets<P> {
    remote: Remote<P>,
    path: Str,
    options: BroadcastOptions,
}

impl<P> Clone for RemoteSockets<P> {
    fn clone(&self) -> Self {
        Self { remote: self.remote.clone(), path: self.path.clone(), options: self.options.clone() }
    }
}

impl<P: Publish> Outlet for Remote<P> {
    type Engine = Self;
    type Sockets = RemoteSockets<P>;

    fn sockets(engine: &Self, path: &str) -> Option<RemoteSockets<P>> {
        let mut options = BroadcastOptions::default();
        // Without it, and without rooms, nobody is meant.
        options.add_flag(BroadcastFlags::Broadcast);
        Some(RemoteSockets { remote: engine.clone(), path: Str::from(path.to_owned()), options })
    }

    fn within(mut sockets: RemoteSockets<P>, rooms: Vec<String>) -> RemoteSockets<P> {
        sockets.options.rooms.extend(rooms.into_iter().map(Cow::Owned));
        sockets
    }

    fn except(mut sockets: RemoteSockets<P>, rooms: Vec<String>) -> RemoteSockets<P> {
        sockets.options.except.extend(rooms.into_iter().map(Cow::Owned));
        sockets
    }

    fn volatile(mut sockets: RemoteSockets<P>) -> RemoteSockets<P> {
        sockets.options.add_flag(BroadcastFlags::Volatile);
        sockets
    }

    fn this_node(_: &RemoteSockets<P>) -> Option<RemoteSockets<P>> {
        None
    }

    fn missed(_: Self::Sockets, _: &str, _: &[SocketError]) {
        // The sockets are those of other processes, which count for themselves.
    }

    fn send<T: Serialize>(
        sockets: RemoteSockets<P>,
        event: &str,
        data: &T,
    ) -> impl Future<Output = Result<(), BroadcastError>> + Send {
        let RemoteSockets { remote, path, options } = sockets;
        let channel = format!("{}-request#{path}#", remote.prefix);
        let message = remote.parser.write(event, data).map(|value| {
            let packet = Packet::event(path, value);
            // A name of our own for each message: a server passes by what bears its own.
            rmp_serde::to_vec(&RequestOut::new(Uid::new(), RequestTypeOut::Broadcast(&packet), &options))
        });
        async move {
            let message = message?.map_err(adapter_error)?;
            remote.publisher.publish(channel, message).await.map_err(|error| {
                let error: Box<dyn Error + Send> = error;
                AdapterError::from(error)
            })?;
            Ok(())
        }
    }
}

fn adapter_error(error: impl Error + Send + 'static) -> AdapterError {
    AdapterError::from(Box::new(error) as Box<dyn Error + Send>)
}
