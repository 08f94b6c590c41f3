//! Which paths of a dynamic namespace are in use.
//!
//! The engine makes a namespace of each path that a client asks for, before anybody has looked at who asks, and keeps it
//! for good. So paths on which nobody is are counted here, and those that have been so for longest are given back.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many paths are kept on which nobody is, for those who come back.
const IDLE: usize = 256;

#[derive(Default)]
pub(crate) struct Paths {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// How many connect or are connected.
    users: HashMap<Arc<str>, usize>,
    /// Those that were left by the last one, in that order; some may be in use again.
    left: VecDeque<Arc<str>>,
}

impl Paths {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes somebody on a path, until what it returns is dropped. `forget` is called for each path that is given back.
    pub(crate) fn enter(self: &Arc<Self>, path: &str, forget: impl Fn(&str)) -> Presence {
        let path: Arc<str> = path.into();
        let mut unused = Vec::new();
        {
            let mut state = self.lock();
            *state.users.entry(path.clone()).or_default() += 1;
            while state.left.len() > IDLE {
                let Some(oldest) = state.left.pop_front() else { break };
                if state.users.get(&oldest) == Some(&0) {
                    state.users.remove(&oldest);
                    unused.push(oldest);
                }
            }
        }
        // Not under our lock: the engine has one of its own here, under which it may drop connections.
        unused.iter().for_each(|path| forget(path));
        Presence { paths: self.clone(), path }
    }
}

/// Somebody on a path.
pub(crate) struct Presence {
    paths: Arc<Paths>,
    path: Arc<str>,
}

impl Drop for Presence {
    fn drop(&mut self) {
        let mut state = self.paths.lock();
        if let Some(users) = state.users.get_mut(&self.path) {
            *users = users.saturating_sub(1);
            if *users == 0 {
                state.left.push_back(self.path.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn paths_that_nobody_uses_are_given_back_oldest_first() {
        let paths = Arc::new(Paths::default());
        let forgotten = RefCell::new(Vec::new());
        let enter = |path: &str| paths.enter(path, |path| forgotten.borrow_mut().push(path.to_owned()));
        let kept = enter("/kept");
        drop(enter("/back"));
        for number in 0..IDLE {
            drop(enter(&format!("/{number}")));
        }
        let back = enter("/back");
        drop(enter("/more"));
        drop(enter("/and more"));
        assert_eq!(*forgotten.borrow(), ["/0"]);
        drop((kept, back));
        assert!(paths.lock().users.len() <= IDLE + 4);
    }
}
