//! Clients that do not read as fast as they are sent to.
//!
//! The engine keeps a bounded number of packets for each connection and refuses what comes on top, so a slow reader never
//! holds a room up. What it loses is counted here; one that has lost too much is disconnected, since a client that misses
//! messages without knowing it is worse off than one that connects again.
//!
//! A broadcast only tells how many copies it could not place, not for whom. So the sockets that it went to are looked
//! through afterwards, which happens only when something was lost.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::{Serialize, Serializer, ser};
use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::socket::Sid;
use socketioxide::{SendError, SocketError};

use crate::ack;
use crate::limits::LOST_MESSAGES;
use crate::watch;

static LOST: AtomicU64 = AtomicU64::new(0);

/// How many messages this process could not send, since their socket did not read or was gone: copies of broadcasts, and
/// events to one socket that failed with [`EmitError::Full`](crate::EmitError::Full).
pub fn lost_messages() -> u64 {
    LOST.load(Ordering::Relaxed)
}

static READERS: LazyLock<Mutex<HashMap<Sid, Reader>>> = LazyLock::new(Mutex::default);
/// How many are in there, so that nobody takes the lock for an empty table.
static KNOWN: AtomicUsize = AtomicUsize::new(0);

/// A socket that has lost something, or that may lose another number of messages than most.
struct Reader {
    lost: u64,
    bound: u64,
    given_up: bool,
}

fn with_readers<T>(work: impl FnOnce(&mut HashMap<Sid, Reader>) -> T) -> T {
    let mut readers = READERS.lock().unwrap_or_else(PoisonError::into_inner);
    let done = work(&mut readers);
    KNOWN.store(readers.len(), Ordering::Release);
    done
}

/// A socket connects that may lose so many messages.
pub(crate) fn expect(id: Sid, bound: u64) {
    if bound != LOST_MESSAGES {
        with_readers(|readers| readers.insert(id, Reader { lost: 0, bound, given_up: false }));
    }
}

/// A socket has gone; whether it had been given up.
pub(crate) fn forget(id: Sid) -> bool {
    KNOWN.load(Ordering::Acquire) > 0
        && with_readers(|readers| readers.remove(&id)).is_some_and(|reader| reader.given_up)
}

/// Counts a message that a socket was to get and did not.
pub(crate) fn lost<A: Adapter>(socket: &SocketRef<A>) {
    LOST.fetch_add(1, Ordering::Relaxed);
    watch::lost(1);
    blame(socket);
}

/// Counts the copies of a broadcast that could not be placed, and finds out whose they were among those that it went to.
pub(crate) fn missed<A: Adapter>(
    event: &str,
    missed: &[SocketError],
    sockets: impl FnOnce() -> Vec<SocketRef<A>>,
) {
    let count = missed.len() as u64;
    LOST.fetch_add(count, Ordering::Relaxed);
    watch::lost(count);
    tracing::debug!(event, count, "a broadcast left sockets out");
    // A socket that goes in this moment has lost nothing that it would have read.
    if !missed.iter().any(|error| matches!(error, SocketError::InternalChannelFull)) {
        return;
    }
    sockets().iter().filter(|socket| is_full(socket)).for_each(blame);
}

/// Whether the socket's buffer has no room. The engine looks for room before it writes a payload, and sends nothing where
/// that fails.
fn is_full<A: Adapter>(socket: &SocketRef<A>) -> bool {
    matches!(socket.emit("", &Unwritable), Err(SendError::Socket(SocketError::InternalChannelFull)))
}

struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(ser::Error::custom("only to look whether there is room"))
    }
}

fn blame<A: Adapter>(socket: &SocketRef<A>) {
    // Emitting to one socket needs no runtime; only within one can somebody be given up.
    let runtime = tokio::runtime::Handle::try_current();
    let id = socket.id;
    let give_up = with_readers(|readers| {
        // It may have gone, and been forgotten, in the meantime: nobody would forget it once more.
        if !socket.connected() {
            return None;
        }
        let reader = readers.entry(id).or_insert(Reader { lost: 0, bound: LOST_MESSAGES, given_up: false });
        reader.lost += 1;
        let is_enough = reader.lost > reader.bound && !reader.given_up && runtime.is_ok();
        reader.given_up |= is_enough;
        is_enough.then_some(reader.lost)
    });
    let (Some(lost), Ok(runtime)) = (give_up, runtime) else { return };
    tracing::warn!(socket = %id, lost, "a client does not read what it is sent, disconnecting it");
    watch::slow_reader();
    runtime.spawn(ack::hang_up(socket.clone()));
}
