//! Redis, as nodes and other processes talk to it.
//!
//! `socketioxide-redis` brings drivers of its own. Its `RedisDriver` stands on one connection, and a node is deaf for good
//! once that has broken. `FredDriver` comes back, but holds what is sent meanwhile until Redis is there again, and every
//! handler that emits with it. So this driver stands on the `redis` crate's connection managers, which come back by
//! themselves: one that listens, tries for as long as it takes and subscribes again, and one that sends, which fails at
//! once while Redis is away.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{AsyncCommands as _, Client, FromRedisValue as _, PushInfo, PushKind, RedisError};
use socketioxide_redis::drivers::{ChanItem, Driver, MessageStream};
use socketioxide_redis::{CustomRedisAdapter, RedisAdapterConfig, RedisAdapterCtr};
use tokio::sync::mpsc;

/// The adapter of a node.
pub type RedisAdapter<E> = CustomRedisAdapter<E, Nodes>;

/// How long a node waits for the others' answers. One that was killed is not waited for, since Redis sees its connection
/// end; one whose machine is gone is, until Redis notices.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(1);

/// How many messages of the other nodes may wait here, in each namespace. Further ones are lost, with a warning.
const WAITING: usize = 16_384;

/// The longest pause between two attempts to reach Redis.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// How long Redis may take to accept a connection, or to answer.
const PATIENCE: Duration = Duration::from_secs(1);

/// What an adapter is made from; `url` is of the form `redis://localhost:6379`.
///
/// # Errors
///
/// If the URL is none, or Redis cannot be reached now.
pub async fn adapter(url: &str) -> Result<RedisAdapterCtr<Nodes>, Error> {
    let config = RedisAdapterConfig::new().with_request_timeout(REQUEST_TIMEOUT).with_stream_buffer(WAITING);
    Ok(RedisAdapterCtr::new_with_driver(Nodes::connect(url).await?, config))
}

/// Why a message did not go out.
#[derive(Debug)]
pub enum Error {
    /// Redis cannot be reached, or refused.
    Redis(RedisError),
    /// Redis is there, but nobody is subscribed, not even this node itself: it has only just come back.
    Unheard,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redis(error) => error.fmt(f),
            Self::Unheard => f.write_str("no node is listening"),
        }
    }
}
impl std::error::Error for Error {}

impl From<RedisError> for Error {
    fn from(error: RedisError) -> Self {
        Self::Redis(error)
    }
}

/// A connection that sends.
#[derive(Clone)]
pub struct Publisher(ConnectionManager);

impl Publisher {
    /// Connects; `url` is of the form `redis://localhost:6379`.
    ///
    /// # Errors
    ///
    /// If the URL is none, or Redis cannot be reached now.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        // One attempt: what is sent meanwhile waits for it, and so do the handlers that send.
        let config = patient().set_number_of_retries(0);
        Ok(Self(ConnectionManager::new_with_config(client(url)?, config).await?))
    }

    async fn send(&self, channel: String, message: Vec<u8>) -> Result<(), Error> {
        let heard: u64 = self.0.clone().publish(channel, message).await?;
        if heard == 0 { Err(Error::Unheard) } else { Ok(()) }
    }
}

impl sockgen::Publish for Publisher {
    async fn publish(&self, channel: String, message: Vec<u8>) -> Result<(), sockgen::BoxError> {
        Ok(self.send(channel, message).await?)
    }
}

type Channels = Arc<RwLock<HashMap<String, mpsc::Sender<ChanItem>>>>;

/// The connections of a node: one that sends, and one that listens.
#[derive(Clone)]
pub struct Nodes {
    publisher: Publisher,
    subscriber: ConnectionManager,
    channels: Channels,
}

impl Nodes {
    async fn connect(url: &str) -> Result<Self, Error> {
        // First, since it says at once when there is no Redis; the other one would wait for it.
        let publisher = Publisher::connect(url).await?;
        let channels = Channels::default();
        let received = channels.clone();
        let config = patient()
            .set_number_of_retries(usize::MAX)
            .set_min_delay(Duration::from_millis(50))
            .set_max_delay(LONGEST_PAUSE)
            .set_automatic_resubscription()
            .set_push_sender(move |push| {
                receive(&received, push);
                Ok::<(), redis::aio::SendError>(())
            });
        let subscriber = ConnectionManager::new_with_config(client(url)?, config).await?;
        Ok(Self { publisher, subscriber, channels })
    }
}

impl Driver for Nodes {
    type Error = Error;

    async fn publish(&self, channel: String, message: Vec<u8>) -> Result<(), Error> {
        self.publisher.send(channel, message).await
    }

    async fn subscribe(&self, channel: String, size: usize) -> Result<MessageStream<ChanItem>, Error> {
        let (sender, receiver) = mpsc::channel(size);
        self.channels.write().unwrap_or_else(PoisonError::into_inner).insert(channel.clone(), sender);
        let subscribed = self.subscriber.clone().subscribe(&channel).await;
        if let Err(error) = subscribed {
            self.channels.write().unwrap_or_else(PoisonError::into_inner).remove(&channel);
            return Err(error.into());
        }
        Ok(MessageStream::new(receiver))
    }

    async fn unsubscribe(&self, channel: String) -> Result<(), Error> {
        self.channels.write().unwrap_or_else(PoisonError::into_inner).remove(&channel);
        Ok(self.subscriber.clone().unsubscribe(channel).await?)
    }

    async fn num_serv(&self, channel: &str) -> Result<u16, Error> {
        let mut connection = self.publisher.0.clone();
        let (_, nodes): (String, u16) =
            redis::cmd("PUBSUB").arg("NUMSUB").arg(channel).query_async(&mut connection).await?;
        Ok(nodes)
    }
}

/// Only RESP3 has messages and answers on one connection.
fn client(url: &str) -> Result<Client, RedisError> {
    let separator = if url.contains('?') { '&' } else { '?' };
    Client::open(format!("{url}{separator}protocol=resp3"))
}

fn patient() -> ConnectionManagerConfig {
    ConnectionManagerConfig::new().set_connection_timeout(Some(PATIENCE)).set_response_timeout(Some(PATIENCE))
}

/// Takes what Redis sends by itself.
fn receive(channels: &Channels, push: PushInfo) {
    match push.kind {
        PushKind::Message => {
            let Some((channel, message)) = message(push) else {
                tracing::warn!("Redis sent a message that cannot be read");
                return;
            };
            let channels = channels.read().unwrap_or_else(PoisonError::into_inner);
            let Some(waiting) = channels.get(&channel) else { return };
            if let Err(error) = waiting.try_send((channel, message)) {
                tracing::warn!(%error, "a message of another node is lost");
            }
        }
        PushKind::Disconnection => {
            tracing::warn!("Redis is away: what the other nodes send now is lost");
        }
        PushKind::Subscribe => {
            let channel = push.data.into_iter().next().and_then(|name| String::from_redis_value(name).ok());
            tracing::info!(channel, "listening to the other nodes");
        }
        _ => {}
    }
}

fn message(push: PushInfo) -> Option<ChanItem> {
    let mut parts = push.data.into_iter();
    let channel = String::from_redis_value(parts.next()?).ok()?;
    let message = Vec::from_redis_value(parts.next()?).ok()?;
    Some((channel, message))
}
