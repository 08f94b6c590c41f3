//! How much of a client's data and how many of its messages are taken at once.

use std::fmt;
use std::time::Duration;

/// How many messages of one connection may wait or be worked on; the next one is answered with `rate_limited`.
pub const IN_FLIGHT: usize = 128;

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

/// A queue that held more than this in a burst gives its memory back when it is empty.
pub(crate) const KEEP_QUEUE: usize = 16;

/// What the engine's own limits (`max_payload`, `ws_max_message_size`) should be for a schema whose largest `maxBytes` is
/// this: so much larger that a fault can still answer what is too large, since past its limits the engine closes the connection.
pub const fn engine_bytes(largest_max_bytes: usize) -> usize {
    let wanted = largest_max_bytes.saturating_mul(2).saturating_add(16 * 1024);
    if wanted > 100_000 { wanted } else { 100_000 }
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
