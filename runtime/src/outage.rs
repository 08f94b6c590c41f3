//! What is lost while the nodes cannot reach each other, in the log and as a number.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A busy server loses thousands of events in a second, and the log is not to be lost with them.
const BETWEEN_WARNINGS: Duration = Duration::from_secs(1);

static LOST: AtomicU64 = AtomicU64::new(0);
static ONGOING: AtomicBool = AtomicBool::new(false);
static WARNED: Mutex<Option<Instant>> = Mutex::new(None);

/// How many broadcasts of this process did not reach the other nodes, since the adapter could not send them.
pub fn lost_broadcasts() -> u64 {
    LOST.load(Ordering::Relaxed)
}

/// A broadcast has reached nobody but this node's sockets.
pub(crate) fn lost(event: &str, error: &str) {
    let lost = LOST.fetch_add(1, Ordering::Relaxed) + 1;
    ONGOING.store(true, Ordering::Relaxed);
    let now = Instant::now();
    let mut warned = WARNED.lock().unwrap_or_else(PoisonError::into_inner);
    if warned.is_none_or(|last| now.duration_since(last) >= BETWEEN_WARNINGS) {
        *warned = Some(now);
        drop(warned);
        tracing::warn!(
            event,
            error,
            lost,
            "the other nodes could not be reached: broadcasts went to this node's sockets alone"
        );
    }
}

/// A broadcast went out to all nodes.
pub(crate) fn over() {
    // Nearly always it is a look at something that nobody writes to.
    if ONGOING.load(Ordering::Relaxed) && ONGOING.swap(false, Ordering::Relaxed) {
        *WARNED.lock().unwrap_or_else(PoisonError::into_inner) = None;
        tracing::warn!(lost = lost_broadcasts(), "the other nodes can be reached again");
    }
}
