//! Redis, as nodes and other processes talk to it.
//!
//! `socketioxide-redis` brings drivers of its own. Its `RedisDriver` stands on one connection, and a node is deaf for good
//! once that has broken. `FredDriver` comes back, but holds what is sent meanwhile until Redis is there again, and every
//! handler that emits with it. So this driver stands on the `redis` crate's connection manager, which comes back by
//! itself and subscribes again, and fails at once while it is away.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{AsyncCommands as _, Client, FromRedisValue as _, PushInfo, PushKind, RedisError, RedisResult};
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

/// The pauses between attempts to reach Redis: the first one, and what they grow to. Both may be twice as long, so that
/// nodes do not come back all at once.
const SHORTEST_PAUSE: Duration = Duration::from_millis(50);
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
    /// The connection is broken, and will be there again by itself.
    Away,
    /// Nobody is subscribed.
    Unheard,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redis(error) => error.fmt(f),
            Self::Away => f.write_str("Redis is away"),
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

/// The connection of a process that is no node.
#[derive(Clone)]
pub struct Publisher(ConnectionManager);

impl Publisher {
    /// Connects; `url` is of the form `redis://localhost:6379`.
    ///
    /// # Errors
    ///
    /// If the URL is none, or Redis cannot be reached now.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let config = patient().set_number_of_retries(0);
        Ok(Self(ConnectionManager::new_with_config(client(url)?, config).await?))
    }
}

impl sockgen::Publish for Publisher {
    async fn publish(&self, channel: String, message: Vec<u8>) -> Result<(), sockgen::BoxError> {
        Ok(heard(self.0.clone().publish(channel, message).await?)?)
    }
}

/// Redis says how many have received a message.
fn heard(by: u64) -> Result<(), Error> {
    if by == 0 { Err(Error::Unheard) } else { Ok(()) }
}

/// The connection of a node, which listens and sends.
#[derive(Clone)]
pub struct Nodes {
    connection: ConnectionManager,
    state: Arc<State>,
}

/// What Redis says by itself goes here.
#[derive(Default)]
struct State {
    channels: RwLock<HashMap<String, mpsc::Sender<ChanItem>>>,
    /// From the moment in which the connection breaks until its subscriptions are there again.
    is_away: AtomicBool,
}

impl Nodes {
    async fn connect(url: &str) -> Result<Self, Error> {
        // The manager of a node tries for as long as it takes, which is too long for a URL that is wrong.
        Publisher::connect(url).await?;
        let state = Arc::<State>::default();
        let told = state.clone();
        let config = patient()
            .set_number_of_retries(usize::MAX)
            .set_min_delay(SHORTEST_PAUSE)
            .set_max_delay(LONGEST_PAUSE)
            .set_automatic_resubscription()
            .set_push_sender(move |push| {
                told.receive(push);
                Ok::<(), redis::aio::SendError>(())
            });
        let connection = ConnectionManager::new_with_config(client(url)?, config).await?;
        Ok(Self { connection, state })
    }

    /// The manager would have a command wait until Redis is there again, and with it the handler that emits.
    async fn now<T>(&self, command: impl Future<Output = RedisResult<T>>) -> Result<T, Error> {
        if self.state.is_away.load(Ordering::Relaxed) {
            return Err(Error::Away);
        }
        // The connection may have broken in this moment.
        match tokio::time::timeout(2 * PATIENCE, command).await {
            Ok(result) => Ok(result?),
            Err(_) => Err(Error::Away),
        }
    }
}

impl Driver for Nodes {
    type Error = Error;

    async fn publish(&self, channel: String, message: Vec<u8>) -> Result<(), Error> {
        let mut connection = self.connection.clone();
        heard(self.now(connection.publish(channel, message)).await?)
    }

    async fn subscribe(&self, channel: String, size: usize) -> Result<MessageStream<ChanItem>, Error> {
        let (sender, receiver) = mpsc::channel(size);
        self.state.channels.write().unwrap_or_else(PoisonError::into_inner).insert(channel.clone(), sender);
        let mut connection = self.connection.clone();
        if let Err(error) = self.now(connection.subscribe(&channel)).await {
            self.state.channels.write().unwrap_or_else(PoisonError::into_inner).remove(&channel);
            return Err(error);
        }
        Ok(MessageStream::new(receiver))
    }

    async fn unsubscribe(&self, channel: String) -> Result<(), Error> {
        self.state.channels.write().unwrap_or_else(PoisonError::into_inner).remove(&channel);
        self.now(self.connection.clone().unsubscribe(channel)).await
    }

    async fn num_serv(&self, channel: &str) -> Result<u16, Error> {
        let mut connection = self.connection.clone();
        let command = redis::cmd("PUBSUB").arg("NUMSUB").arg(channel).to_owned();
        let (_, nodes): (String, u16) = self.now(command.query_async(&mut connection)).await?;
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

impl State {
    fn receive(&self, push: PushInfo) {
        match push.kind {
            PushKind::Message => {
                let Some((channel, message)) = message(push) else {
                    tracing::warn!("Redis sent a message that cannot be read");
                    return;
                };
                let channels = self.channels.read().unwrap_or_else(PoisonError::into_inner);
                let Some(waiting) = channels.get(&channel) else { return };
                if let Err(error) = waiting.try_send((channel, message)) {
                    tracing::warn!(%error, "a message of another node is lost");
                }
            }
            PushKind::Disconnection => {
                // Without subscriptions nothing would say that it is there again.
                let listens = !self.channels.read().unwrap_or_else(PoisonError::into_inner).is_empty();
                self.is_away.store(listens, Ordering::Relaxed);
                tracing::warn!("Redis is away: what is sent to or from the other nodes now is lost");
            }
            // All of them are on their way: what is sent on the same connection from now on comes after them.
            PushKind::Subscribe if self.is_away.swap(false, Ordering::Relaxed) => {
                tracing::warn!("Redis is there again");
            }
            _ => {}
        }
    }
}

fn message(push: PushInfo) -> Option<ChanItem> {
    let mut parts = push.data.into_iter();
    let channel = String::from_redis_value(parts.next()?).ok()?;
    let message = Vec::from_redis_value(parts.next()?).ok()?;
    Some((channel, message))
}
