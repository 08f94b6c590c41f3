//! A connection's messages between their arrival and their handlers.
//!
//! The engine calls us under a lock of its own, so what arrives is only put into a bounded queue there. A worker is
//! spawned when a queue fills and ends when it is empty: an idle connection has no task. The worker starts messages in
//! their order and polls each once; one that waits is set aside, so that it keeps nothing else back. Those that are to be
//! handled in order are an exception among themselves: the next one stands in line until the one before it is done.
//!
//! **Invariant:** no worker means `running` is false, whatever happened to the worker. [`Running`] sees to it when a
//! worker is dropped or unwinds.

use std::collections::VecDeque;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use futures_util::future::{CatchUnwind, FutureExt as _};
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use socketioxide::handler::Value;

use crate::ack_style::AckStyle;
use crate::fault::panic_text;
use crate::limits::{KEEP_QUEUE, OWED_ANSWERS, YIELD_EVERY};

/// What a worker has to do.
pub(crate) enum Job {
    /// An event, with the id of the ack that was asked for.
    Event { frame: Value, ack: Option<i64> },
    /// To report that events were turned away, since the queue was full.
    Refused(Refusal),
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
pub(crate) enum Accepted {
    /// A worker is on its way to it.
    Queued,
    /// It is there, and somebody must start a worker.
    Start,
    /// There is no room for it; here it is back.
    Full(Value),
}

#[derive(Default)]
pub(crate) struct Mailbox {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    queue: VecDeque<Job>,
    /// Made by the first event that is turned away, and gone with the worker: most connections never have one.
    flood: Option<Box<Flood>>,
    /// Whether a [`Job::Answer`] is at work on them: one at a time is enough for a buffer that is full.
    answering: bool,
    /// Messages that have been taken out and are not done.
    active: usize,
    running: bool,
    /// Of a worker that has nothing to start.
    parked: Option<Waker>,
}

/// What is still to be done for events that were turned away.
#[derive(Default)]
struct Flood {
    refused: VecDeque<Refusal>,
    /// Acks for which there was no room in the socket's buffer.
    owed: VecDeque<(i64, &'static AckStyle)>,
    /// Whether there was no room for one of them here either.
    overflowed: bool,
}

impl Mailbox {
    /// Never runs anything of the user's, so a poisoned lock can only come from an allocation that failed.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts an event in, unless `in_flight` are there.
    pub(crate) fn push(&self, frame: Value, ack: Option<i64>, in_flight: usize) -> Accepted {
        let mut state = self.lock();
        if state.queue.len() + state.active >= in_flight {
            return Accepted::Full(frame);
        }
        state.queue.push_back(Job::Event { frame, ack });
        state.notify()
    }

    /// Notes that an event was turned away. Past as many notes as the queue is long, they are only counted.
    pub(crate) fn refuse(&self, refusal: Refusal, in_flight: usize) -> Accepted {
        let mut state = self.lock();
        let refused = &mut state.flood.get_or_insert_default().refused;
        if refused.len() < in_flight {
            refused.push_back(refusal);
        } else if let Some(last) = refused.back_mut() {
            last.times = last.times.saturating_add(refusal.times);
        }
        state.notify()
    }

    /// Notes that an event which was turned away must still be answered; `false` if too many are waiting for that.
    pub(crate) fn owe(&self, ack: i64, style: &'static AckStyle) -> bool {
        let mut state = self.lock();
        let flood = &mut **state.flood.get_or_insert_default();
        let has_room = flood.owed.len() < OWED_ANSWERS;
        if has_room {
            flood.owed.push_back((ack, style));
        }
        flood.overflowed |= !has_room;
        has_room
    }

    /// The next ack that is owed; with `None` the job that asks ends.
    pub(crate) fn owed(&self) -> Option<(i64, &'static AckStyle)> {
        let mut state = self.lock();
        let ack = state.flood.as_mut().and_then(|flood| flood.owed.pop_front());
        state.answering = ack.is_some();
        ack
    }

    /// Whether an ack was owed that could not even be noted, so that it will never be sent.
    pub(crate) fn has_overflowed(&self) -> bool {
        self.lock().flood.as_ref().is_some_and(|flood| flood.overflowed)
    }

    /// The next thing to start, for a worker that has set `waiting` messages aside.
    fn next(&self, waiting: usize) -> Option<Job> {
        let mut state = self.lock();
        let job = if state.has_answers() {
            state.answering = true;
            Job::Answer
        } else {
            match state.queue.pop_front() {
                Some(job) => job,
                None => Job::Refused(state.flood.as_mut()?.refused.pop_front()?),
            }
        };
        state.active = waiting + 1;
        Some(job)
    }

    /// Tells the mailbox that the worker waits for `waiting` messages; `false` if there is something to start by now.
    fn park(&self, waiting: usize, waker: &Waker) -> bool {
        let mut state = self.lock();
        state.active = waiting;
        if !state.is_empty() {
            return false;
        }
        match &mut state.parked {
            Some(parked) => parked.clone_from(waker),
            none => *none = Some(waker.clone()),
        }
        true
    }

    /// Tells the mailbox that the worker ends; `false` if there is something to start by now.
    fn finish(&self) -> bool {
        let mut state = self.lock();
        state.active = 0;
        if !state.is_empty() {
            return false;
        }
        state.stop();
        true
    }
}

impl State {
    fn is_empty(&self) -> bool {
        let refused = self.flood.as_ref().is_some_and(|flood| !flood.refused.is_empty());
        self.queue.is_empty() && !refused && !self.has_answers()
    }

    fn has_answers(&self) -> bool {
        !self.answering && self.flood.as_ref().is_some_and(|flood| !flood.owed.is_empty())
    }

    fn notify(&mut self) -> Accepted {
        if !self.running {
            self.running = true;
            return Accepted::Start;
        }
        if let Some(waker) = self.parked.take() {
            waker.wake();
        }
        Accepted::Queued
    }

    fn stop(&mut self) {
        self.running = false;
        self.active = 0;
        self.answering = false;
        self.parked = None;
        // The memory of a burst is not kept for the rest of a connection's life.
        if self.queue.capacity() > KEEP_QUEUE {
            self.queue = VecDeque::new();
        }
        self.flood = None;
    }
}

/// Says that the worker is gone when it unwinds or is dropped.
struct Running<'a> {
    mailbox: &'a Mailbox,
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let mut state = self.mailbox.lock();
        state.running = false;
        state.active = 0;
        state.answering = false;
        state.parked = None;
    }
}

type Started<F> = Pin<Box<CatchUnwind<AssertUnwindSafe<F>>>>;

/// A worker: starts what `mailbox` holds until it is empty and everything is done. `prepare` makes a task of a job and says
/// whether it has to wait for its turn, `start` begins it.
pub(crate) async fn work<T, F: Future<Output = ()>>(
    mailbox: &Mailbox,
    prepare: impl Fn(Job) -> (T, Order),
    start: impl Fn(T) -> F,
) {
    let running = Running { mailbox };
    let mut worker =
        Worker { mailbox, prepare, start, slot: None, waiting: None, turn: None, line: VecDeque::new() };
    std::future::poll_fn(|cx| worker.poll(cx)).await;
    // The mailbox has been told under the same lock that found it empty; a new worker may be at it by now.
    std::mem::forget(running);
}

/// When a task may be started.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// At once.
    Free,
    /// When the ordered ones before it are done.
    InLine,
}

struct Worker<'a, P, S, T, F> {
    mailbox: &'a Mailbox,
    prepare: P,
    start: S,
    /// The memory of the last message, for the next one: a box is given up only to a message that waits.
    slot: Option<Started<F>>,
    /// Made by the first message that waits; most never do.
    waiting: Option<FuturesUnordered<Started<F>>>,
    /// The ordered message that has been started and waits.
    turn: Option<Started<F>>,
    /// Ordered messages that wait for that one. The mailbox's bound counts them.
    line: VecDeque<T>,
}

impl<P, S, T, F> Worker<'_, P, S, T, F>
where
    P: Fn(Job) -> (T, Order),
    S: Fn(T) -> F,
    F: Future<Output = ()>,
{
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            let more = self.start_some(cx);
            self.poll_waiting(cx);
            if more {
                // Other tasks first; everything that could wake this one is registered or asked again then.
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            if self.turn.is_none() && !self.line.is_empty() {
                continue;
            }
            let waiting = self.unfinished();
            if waiting == 0 {
                if self.mailbox.finish() {
                    return Poll::Ready(());
                }
            } else if self.mailbox.park(waiting, cx.waker()) {
                return Poll::Pending;
            }
        }
    }

    /// How many messages have been taken out and are not done.
    fn unfinished(&self) -> usize {
        let waiting = self.waiting.as_ref().map_or(0, FuturesUnordered::len);
        waiting + usize::from(self.turn.is_some()) + self.line.len()
    }

    /// Starts up to [`YIELD_EVERY`] messages; whether there may be more.
    fn start_some(&mut self, cx: &mut Context<'_>) -> bool {
        for _ in 0..YIELD_EVERY {
            let (task, order) = if self.turn.is_none()
                && let Some(task) = self.line.pop_front()
            {
                (task, Order::InLine)
            } else {
                let Some(job) = self.mailbox.next(self.unfinished()) else { return false };
                (self.prepare)(job)
            };
            if order == Order::InLine && self.turn.is_some() {
                self.line.push_back(task);
                continue;
            }
            self.begin(task, order, cx);
        }
        true
    }

    fn begin(&mut self, task: T, order: Order, cx: &mut Context<'_>) {
        let started = AssertUnwindSafe((self.start)(task)).catch_unwind();
        let mut slot = match self.slot.take() {
            Some(mut slot) => {
                slot.set(started);
                slot
            }
            None => Box::pin(started),
        };
        match (slot.as_mut().poll(cx), order) {
            (Poll::Ready(done), _) => {
                finished(done);
                self.slot = Some(slot);
            }
            (Poll::Pending, Order::InLine) => self.turn = Some(slot),
            (Poll::Pending, Order::Free) => {
                self.waiting.get_or_insert_with(FuturesUnordered::new).push(slot);
            }
        }
    }

    /// Polls those that wait and have been woken.
    fn poll_waiting(&mut self, cx: &mut Context<'_>) {
        if let Some(turn) = &mut self.turn
            && let Poll::Ready(done) = turn.as_mut().poll(cx)
        {
            finished(done);
            self.slot = self.turn.take();
        }
        let Some(waiting) = &mut self.waiting else { return };
        while let Poll::Ready(Some(done)) = waiting.poll_next_unpin(cx) {
            finished(done);
        }
    }
}

/// Handlers' panics are caught and answered further in; one that arrives here came from the hook that reports them.
fn finished(done: Result<(), Box<dyn std::any::Any + Send>>) {
    if let Err(panic) = done {
        tracing::error!(cause = panic_text(&*panic), "the fault hook panicked");
    }
}
