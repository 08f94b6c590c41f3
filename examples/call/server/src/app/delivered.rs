//! Which messages were delivered of late.
//!
//! Who has no answer to a message cannot know whether it arrived, and sends it again. The client made its id, so it is
//! known here whether it is the same one, whichever connection it comes from this time.

use std::collections::hash_map::{Entry, RandomState};
use std::collections::{HashMap, VecDeque};
use std::hash::BuildHasher;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::call;

/// How many messages are remembered: some minutes of a busy server, and little memory.
const REMEMBERED: usize = 10_000;

/// The messages of late, by their ids.
#[derive(Default)]
pub(crate) struct Delivered {
    known: Mutex<Known>,
    hasher: RandomState,
}

#[derive(Default)]
struct Known {
    messages: HashMap<Uuid, Seen>,
    /// The oldest first.
    order: VecDeque<Uuid>,
}

struct Seen {
    at: DateTime<Utc>,
    /// Of the text and the room: nobody passes another message off as one that was there.
    hash: u64,
}

/// What a message is to those before it.
#[derive(Debug, PartialEq)]
pub(crate) enum Claim {
    /// It is to be delivered.
    New,
    /// It was delivered then.
    Known { at: DateTime<Utc> },
    /// Another one has its id.
    Other,
}

impl Delivered {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it was there before; it is from now on.
    pub(crate) fn claim(&self, message: &call::Message) -> Claim {
        let hash = self.hasher.hash_one((&message.text, &message.room));
        let mut known = self.known();
        match known.messages.entry(message.id) {
            Entry::Occupied(seen) if seen.get().hash == hash => return Claim::Known { at: seen.get().at },
            Entry::Occupied(_) => return Claim::Other,
            Entry::Vacant(new) => new.insert(Seen { at: message.at, hash }),
        };
        known.order.push_back(message.id);
        if known.order.len() > REMEMBERED
            && let Some(oldest) = known.order.pop_front()
        {
            known.messages.remove(&oldest);
        }
        Claim::New
    }

    /// It could not be delivered after all: sent again, it is a new one.
    pub(crate) fn forget(&self, id: Uuid) {
        let mut known = self.known();
        known.messages.remove(&id);
        known.order.retain(|other| *other != id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(id: Uuid, text: &str) -> call::Message {
        let from = call::User { id: "a".into(), name: None };
        call::Message { id, text: text.into(), room: None, from, at: Utc::now() }
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let delivered = Delivered::default();
        let first = message(Uuid::new_v4(), "first");
        assert_eq!(delivered.claim(&first), Claim::New);
        assert_eq!(delivered.claim(&first), Claim::Known { at: first.at });
        for _ in 0..REMEMBERED {
            assert_eq!(delivered.claim(&message(Uuid::new_v4(), "another")), Claim::New);
        }
        assert_eq!(delivered.known().messages.len(), REMEMBERED);
        assert_eq!(delivered.claim(&first), Claim::New);
    }

    #[test]
    fn what_was_not_delivered_is_new() {
        let delivered = Delivered::default();
        let first = message(Uuid::new_v4(), "first");
        assert_eq!(delivered.claim(&first), Claim::New);
        delivered.forget(first.id);
        assert_eq!(delivered.claim(&first), Claim::New);
        assert_eq!(delivered.known().order.len(), 1);
    }
}
