//! A connection's messages between their arrival and their handlers.
//!
//! The engine calls us under a lock of its own, so what arrives is only put into a bounded queue there. A worker is
//! spawned by a message that finds none, takes that message along, and ends when there are no more: an idle connection has
//! no task and no queue, and one that asks and waits for its answer never has one. The worker starts messages in their order
//! and polls each once; one that waits is set aside, so that it keeps nothing else back. Those that are to be
//! handled in order are an exception among themselves: the next one stands in line until the one before it is done.
//!
//! **Invariant:** no worker means `running` is false, whatever happened to the worker. `Running` sees to it when a
//! worker is dropped, begun or not, or unwinds. What it had taken out goes with it, what is in the queue is the next one's.
//!
//! Nothing here knows what a message is, and the lock comes from [`crate::sync`]: `tests/mailbox` takes these files into a
//! crate whose lock is loom's, and runs it through every way in which its threads can meet.

use std::collections::VecDeque;
use std::sync::PoisonError;
use std::task::Waker;

use crate::limits::OWED_ANSWERS;
use crate::sync::{Mutex, MutexGuard};
pub(crate) use worker::{Order, work};

mod worker;

/// What a worker has to do, with events of type `E`.
pub(crate) enum Job<E> {
    Event(E),
    /// To report the events that [`Mailbox::refuse`] has noted, until [`Mailbox::refused`] has no more.
    Report,
    /// To send the answers that [`Mailbox::owe`] has noted, until [`Mailbox::owed`] has no more.
    Answer,
}

/// Events that were turned away.
pub(crate) struct Refusal {
    pub(crate) event: String,
    pub(crate) ack_requested: bool,
    pub(crate) times: u32,
}

/// What became of an event that was put in.
pub(crate) enum Accepted<E> {
    /// A worker is on its way to it.
    Queued,
    /// Somebody must start a worker, and give it this to begin with; without it, what it has to do is in the mailbox.
    Start(Option<E>),
    /// There is no room for it; here it is back.
    Full(E),
}

/// The events `E` of a connection, and the answers `K` to those for which there was no room.
pub(crate) struct Mailbox<E, K> {
    state: Mutex<State<E, K>>,
}

impl<E, K> Default for Mailbox<E, K> {
    fn default() -> Self {
        let (queue, active) = (VecDeque::new(), 0);
        Self { state: Mutex::new(State { queue, flood: None, active, running: false, parked: None }) }
    }
}

struct State<E, K> {
    queue: VecDeque<E>,
    /// Made by the first event that is turned away, and gone with the worker: most connections never have one.
    flood: Option<Box<Flood<K>>>,
    /// Events that have been taken out and are not done.
    active: usize,
    running: bool,
    /// Of a worker that has nothing to start.
    parked: Option<Waker>,
}

/// What is still to be done for events that were turned away.
struct Flood<K> {
    refused: VecDeque<Refusal>,
    /// Acks for which there was no room in the socket's buffer.
    owed: VecDeque<K>,
    /// Whether there was no room for one of them here either.
    overflowed: bool,
}

impl<K> Default for Flood<K> {
    fn default() -> Self {
        Self { refused: VecDeque::new(), owed: VecDeque::new(), overflowed: false }
    }
}

/// What a worker has taken out and not done yet.
#[derive(Clone, Copy)]
struct AtWork {
    events: usize,
    /// One [`Job::Report`] at a time: a hook that is slow must not make a task of every event of a flood.
    report: bool,
    /// One [`Job::Answer`] at a time: a buffer that is full takes no more from several.
    answer: bool,
}

impl<E, K> Mailbox<E, K> {
    /// Never runs anything of the user's, so a poisoned lock can only come from an allocation that failed.
    fn lock(&self) -> MutexGuard<'_, State<E, K>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts an event in, unless `in_flight` are there.
    pub(crate) fn push(&self, event: E, in_flight: usize) -> Accepted<E> {
        let mut state = self.lock();
        if state.queue.len() + state.active >= in_flight {
            return Accepted::Full(event);
        }
        // A worker that was dropped may have left some behind, and those come first.
        if !state.running && state.queue.is_empty() {
            state.running = true;
            state.active = 1;
            return Accepted::Start(Some(event));
        }
        state.queue.push_back(event);
        notify(state)
    }

    /// Notes that an event was turned away. Past as many notes as the queue is long, they are only counted.
    pub(crate) fn refuse(&self, refusal: Refusal, in_flight: usize) -> Accepted<E> {
        let mut state = self.lock();
        let refused = &mut state.flood.get_or_insert_default().refused;
        if refused.len() < in_flight {
            refused.push_back(refusal);
        } else if let Some(last) = refused.back_mut() {
            last.times = last.times.saturating_add(refusal.times);
        }
        notify(state)
    }

    /// The next note of events that were turned away; with `None` the job that asks ends.
    pub(crate) fn refused(&self) -> Option<Refusal> {
        self.lock().flood.as_mut()?.refused.pop_front()
    }

    /// Notes that an event which was turned away must still be answered, for the worker whom [`Mailbox::refuse`] tells of
    /// it; `false` if too many are waiting for that.
    pub(crate) fn owe(&self, answer: K) -> bool {
        let mut state = self.lock();
        let flood = &mut **state.flood.get_or_insert_default();
        let has_room = flood.owed.len() < OWED_ANSWERS;
        if has_room {
            flood.owed.push_back(answer);
        }
        flood.overflowed |= !has_room;
        has_room
    }

    /// The next answer that is owed; with `None` the job that asks ends.
    pub(crate) fn owed(&self) -> Option<K> {
        self.lock().flood.as_mut()?.owed.pop_front()
    }

    /// Whether an answer was owed that could not even be noted, so that it will never be sent.
    pub(crate) fn has_overflowed(&self) -> bool {
        self.lock().flood.as_ref().is_some_and(|flood| flood.overflowed)
    }

    /// The next thing to start.
    fn next(&self, at_work: AtWork) -> Option<Job<E>> {
        let mut state = self.lock();
        state.active = at_work.events;
        if state.has_answers(at_work) {
            return Some(Job::Answer);
        }
        match state.queue.pop_front() {
            Some(event) => {
                state.active += 1;
                Some(Job::Event(event))
            }
            None => state.has_reports(at_work).then_some(Job::Report),
        }
    }

    /// Tells the mailbox that the worker waits for what it has at work; `false` if there is something to start by now.
    fn park(&self, at_work: AtWork, waker: &Waker) -> bool {
        let mut state = self.lock();
        state.active = at_work.events;
        if state.has_work(at_work) {
            return false;
        }
        match &mut state.parked {
            Some(parked) => parked.clone_from(waker),
            none => *none = Some(waker.clone()),
        }
        true
    }

    /// Tells the mailbox that the worker ends, with nothing at work; `false` if there is something to start by now.
    fn finish(&self) -> bool {
        let mut state = self.lock();
        state.active = 0;
        if state.has_work(AtWork { events: 0, report: false, answer: false }) {
            return false;
        }
        state.stop();
        // The memory of a burst is not kept for the rest of a connection's life.
        state.queue = VecDeque::new();
        state.flood = None;
        true
    }
}

impl<E, K> State<E, K> {
    fn has_work(&self, at_work: AtWork) -> bool {
        !self.queue.is_empty() || self.has_reports(at_work) || self.has_answers(at_work)
    }

    fn has_reports(&self, at_work: AtWork) -> bool {
        !at_work.report && self.flood.as_ref().is_some_and(|flood| !flood.refused.is_empty())
    }

    fn has_answers(&self, at_work: AtWork) -> bool {
        !at_work.answer && self.flood.as_ref().is_some_and(|flood| !flood.owed.is_empty())
    }

    /// There is no worker any more.
    fn stop(&mut self) {
        self.running = false;
        self.active = 0;
        self.parked = None;
    }
}

/// There is something to do for the worker, or for one that must be started.
fn notify<E, K>(mut state: MutexGuard<'_, State<E, K>>) -> Accepted<E> {
    if !state.running {
        state.running = true;
        return Accepted::Start(None);
    }
    let parked = state.parked.take();
    // What is woken looks in here at once.
    drop(state);
    if let Some(waker) = parked {
        waker.wake();
    }
    Accepted::Queued
}
