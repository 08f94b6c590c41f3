//! What the mailbox's threads meet at. `tests/mailbox` has a module of this name with loom's in it.

pub(crate) use std::sync::{Mutex, MutexGuard};
