//! The session of a connection, which a login after connecting may replace.
//!
//! Handlers run side by side, and each may hold a `&Session` while another one replaces it. The first session lives as long
//! as its connection; a later one as long as it is the latest, or some context still shows it.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The latest session of a connection, after the first one.
pub(crate) struct Replaced<S>(Mutex<Option<Arc<S>>>);

impl<S> Default for Replaced<S> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<S> Replaced<S> {
    pub(crate) fn set(&self, session: S) {
        let new = Some(Arc::new(session));
        let old = std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), new);
        // Not under the lock: dropping a session runs code of the application's.
        drop(old);
    }

    fn latest(&self) -> Option<Arc<S>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The later sessions that one context has shown, each held as long as the context, since references to it may be about.
pub(crate) struct Shown<S>(OnceLock<Box<(Arc<S>, Shown<S>)>>);

impl<S> Default for Shown<S> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<S> Shown<S> {
    /// The latest session; `None` while there is none but the first.
    pub(crate) fn latest(&self, replaced: &Replaced<S>) -> Option<&S> {
        let mut latest = replaced.latest()?;
        let mut shown = self;
        loop {
            match shown.0.get() {
                Some(node) if shown_last(node) && Arc::ptr_eq(&node.0, &latest) => return Some(&node.0),
                Some(node) => shown = &node.1,
                None => match shown.0.set(Box::new((latest, Self::default()))) {
                    Ok(()) => return shown.0.get().map(|node| &*node.0),
                    // Another thread was here with the same context; what it found may be older or newer.
                    Err(node) => latest = node.0,
                },
            }
        }
    }
}

fn shown_last<S>(node: &(Arc<S>, Shown<S>)) -> bool {
    node.1.0.get().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_to_older_sessions_stay_while_the_latest_is_shown() {
        let replaced = Replaced::default();
        let shown = Shown::default();
        assert!(shown.latest(&replaced).is_none());
        replaced.set("one".to_owned());
        let one = shown.latest(&replaced).unwrap();
        assert!(std::ptr::eq(one, shown.latest(&replaced).unwrap()));
        replaced.set("two".to_owned());
        let two = shown.latest(&replaced).unwrap();
        replaced.set("three".to_owned());
        assert_eq!((one.as_str(), two.as_str()), ("one", "two"));
        assert_eq!(shown.latest(&replaced).unwrap(), "three");
    }

    #[test]
    fn a_session_that_nobody_shows_is_dropped() {
        let replaced = Replaced::default();
        let first = Arc::new(());
        replaced.set(first.clone());
        {
            let shown = Shown::default();
            shown.latest(&replaced).unwrap();
            replaced.set(Arc::new(()));
            assert_eq!(Arc::strong_count(&first), 2);
        }
        assert_eq!(Arc::strong_count(&first), 1);
    }

    #[test]
    fn many_threads_may_look_and_replace() {
        let replaced = Replaced::default();
        let shown = Shown::default();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (replaced, shown) = (&replaced, &shown);
                scope.spawn(move || {
                    for number in 0..100 {
                        replaced.set(thread * 1000 + number);
                        assert!(shown.latest(replaced).is_some());
                    }
                });
            }
        });
        replaced.set(7);
        assert_eq!(shown.latest(&replaced), Some(&7));
    }
}
