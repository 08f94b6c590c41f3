//! What an answer looks like on the wire, and how it is sent without getting lost in silence.
//!
//! An ack is one argument: `{ok: true, data}`, `{ok: false, error}` with the error that the schema declares, or
//! `{ok: false, fault}`. Error and fault never share a key, so both languages tell them apart whatever the error is. A
//! schema may say otherwise (`acks:`), or leave an answer to its handler (`ack: raw`).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use socketioxide::adapter::Adapter;
use socketioxide::extract::{AckSender, SocketRef};
use socketioxide::handler::FromMessageParts;
use socketioxide::socket::Socket;
use socketioxide::{SendError, SocketError};

use crate::ack_style::{AckStyle, Filled};
use crate::fault::Fault;
use crate::payload::Codec;
use crate::watch;
use crate::wire::{self, Sending};

/// For how long a full buffer is tried again: a client that has read nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(5);
/// The first pause between two tries, and the longest.
const PAUSE: Duration = Duration::from_millis(1);
const LONGEST_PAUSE: Duration = Duration::from_millis(16);

static LOST: AtomicU64 = AtomicU64::new(0);

/// How many acks this process could not deliver, since the client had gone or did not read.
pub fn lost_acks() -> u64 {
    LOST.load(Ordering::Relaxed)
}

/// A handler's answer.
pub(crate) struct Answer<K: Codec> {
    pub(crate) value: K::Value,
    pub(crate) style: &'static AckStyle,
}

/// A handler's declared error.
pub(crate) struct Declared<E: Codec> {
    pub(crate) error: E::Value,
    pub(crate) style: &'static AckStyle,
}

/// A fault; nothing at all in a style that leaves faults unanswered.
pub(crate) struct Faulted<'a> {
    pub(crate) fault: &'a Fault,
    pub(crate) style: &'static AckStyle,
}

// Each is a tuple: the parser would spread a payload that is an array over several arguments.

impl<K: Codec> Serialize for Answer<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let data = Sending::<K>::new(&self.value);
        if K::ARGUMENTS {
            return data.serialize(serializer);
        }
        if self.style.is_standard() {
            return (Standard { ok: true, key: "data", value: &data },).serialize(serializer);
        }
        (Filled { shape: &self.style.ok, slots: &data },).serialize(serializer)
    }
}

impl<E: Codec> Serialize for Declared<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let error = Sending::<E>::new(&self.error);
        match &self.style.error {
            Some(shape) if !self.style.is_standard() => {
                (Filled { shape, slots: &error },).serialize(serializer)
            }
            _ => (Standard { ok: false, key: "error", value: &error },).serialize(serializer),
        }
    }
}

impl Serialize for Faulted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.style.fault {
            Some(shape) if !self.style.is_standard() => {
                (Filled { shape, slots: self.fault },).serialize(serializer)
            }
            _ => (Standard { ok: false, key: "fault", value: self.fault },).serialize(serializer),
        }
    }
}

/// The standard style, without looking into its shapes.
struct Standard<'a, T> {
    ok: bool,
    key: &'static str,
    value: &'a T,
}

impl<T: Serialize> Serialize for Standard<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("ok", &self.ok)?;
        map.serialize_entry(self.key, self.value)?;
        map.end()
    }
}

/// Sends an ack now or says why not; a value that breaks its own schema is [`SendError::Serialize`].
pub(crate) fn try_send<A: Adapter>(
    socket: &Arc<Socket<A>>,
    id: i64,
    body: &impl Serialize,
) -> Result<(), SendError> {
    // The engine would write it behind the DISCONNECT, where no client looks, and call it sent.
    if !socket.connected() {
        return Err(SendError::Socket(SocketError::Closed));
    }
    // The only way to an `AckSender` is its extractor, which looks at nothing but the id.
    match AckSender::from_message_parts(socket, &mut wire::nothing(), &Some(id)) {
        Ok(ack) => ack.send(body),
        Err(never) => match never {},
    }
}

/// Sends an ack, waiting a little for a reader that is slow, and disconnecting one that does not read at all.
///
/// The error is that of a value which breaks its own schema: the only one about which the caller can do something.
pub(crate) async fn send<A: Adapter>(
    socket: &Arc<Socket<A>>,
    id: i64,
    body: impl Serialize + Send,
) -> Result<(), SendError> {
    let mut waited = Duration::ZERO;
    let mut pause = PAUSE;
    loop {
        match try_send(socket, id, &body) {
            Ok(()) => return Ok(()),
            Err(SendError::Socket(SocketError::InternalChannelFull)) if waited < PATIENCE => {
                // Boxed, so that a timer does not make every event's future larger for what almost never happens.
                Box::pin(tokio::time::sleep(pause)).await;
                waited += pause;
                pause = LONGEST_PAUSE.min(pause * 2);
            }
            Err(SendError::Socket(SocketError::InternalChannelFull)) => {
                lost(socket, "the client does not read, disconnecting it");
                Box::pin(hang_up(socket.clone().into())).await;
                return Ok(());
            }
            Err(SendError::Socket(SocketError::Closed)) => {
                lost(socket, "the client has gone");
                return Ok(());
            }
            Err(error @ SendError::Serialize(_)) => return Err(error),
        }
    }
}

/// Ends the connection of a client that asks and does not read: a missing ack must not look like a slow one.
///
/// The engine cannot disconnect as long as its buffer is full, so this waits until it is not, or the heartbeat has ended
/// the connection.
pub(crate) async fn hang_up<A: Adapter>(socket: SocketRef<A>) {
    while socket.connected()
        && let Err(SocketError::InternalChannelFull) = socket.clone().disconnect()
    {
        tokio::time::sleep(LONGEST_PAUSE).await;
    }
}

/// Counts and logs an ack that will never arrive.
pub(crate) fn lost<A: Adapter>(socket: &Socket<A>, why: &'static str) {
    LOST.fetch_add(1, Ordering::Relaxed);
    watch::lost_ack();
    tracing::debug!(socket = %socket.id, why, "an ack was not delivered");
}
