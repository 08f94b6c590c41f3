//! The mailbox under loom: its producers and workers in every order in which they can meet, up to so many preemptions.
//!
//! The files themselves are compiled in here, with loom's lock in `crate::sync` and limits of one or two, so that a model of
//! three messages reaches all corners. Nothing has to be built with `--cfg loom`, which would change tokio too.
//!
//! What holds in every model, whatever its threads do, is checked by [`World`]; a model that comes to rest with something
//! left to do is loom's "deadlock", since [`World::end`] waits for the workers.

mod flood;
mod workers;
mod world;

#[path = "../../src/mailbox/mod.rs"]
mod mailbox;

mod sync {
    pub(crate) use loom::sync::{Mutex, MutexGuard};
}

mod limits {
    pub(crate) const YIELD_EVERY: usize = 2;
    pub(crate) const OWED_ANSWERS: usize = 1;
}

mod fault {
    pub(crate) fn panic_text(_: &(dyn std::any::Any + Send)) -> &'static str {
        "on purpose"
    }
}

/// Runs a model in all its orders in which threads are stopped at most so often where they could have gone on. Two find
/// nearly every mistake that was ever put in, four found all; each further one takes several times as long.
/// `LOOM_MAX_PREEMPTIONS` says it for all models.
fn explore(preemptions: usize, model: impl Fn() + Send + Sync + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(builder.preemption_bound.unwrap_or(preemptions));
    builder.check(model);
}
