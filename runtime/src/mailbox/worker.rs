//! Who empties a mailbox.

use std::collections::VecDeque;
use std::future::Future;
use std::marker::PhantomData;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::future::{CatchUnwind, FutureExt as _};
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::{AtWork, Job, Mailbox};
use crate::fault::panic_text;
use crate::limits::YIELD_EVERY;

type Started<F> = Pin<Box<CatchUnwind<AssertUnwindSafe<F>>>>;

/// A worker, for whom [`Accepted::Start`](super::Accepted::Start) asked: starts `first` and what the mailbox of its `owner`
/// holds, until that is empty and everything is done. `prepare` makes a task of a job and says whether it has to wait for
/// its turn, `start` begins it.
///
/// A future of its own rather than an `async fn`: it is spawned, and with that moved several times, and an `async fn` would
/// be many times as large. Also, of a worker that is dropped before anybody has polled it the mailbox must hear as well.
pub(crate) fn work<E, K, M, P, S, T, F>(
    owner: M,
    first: Option<E>,
    prepare: P,
    start: S,
) -> Worker<E, K, M, P, S, T, F>
where
    M: AsRef<Mailbox<E, K>>,
    P: Fn(&M, Job<E>) -> (T, Order),
    S: Fn(T) -> F,
    F: Future<Output = ()>,
{
    Worker {
        owner,
        ended: false,
        first,
        prepare,
        start,
        slot: None,
        waiting: None,
        turn: None,
        report: None,
        answer: None,
        line: VecDeque::new(),
        holds: PhantomData,
    }
}

/// When a task may be started.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// At once.
    Free,
    /// When the ordered ones before it are done.
    InLine,
}

/// Where a task that waits is kept.
#[derive(Clone, Copy)]
enum Kind {
    Free,
    Ordered,
    Report,
    Answer,
}

impl Kind {
    fn of<E>(job: &Job<E>) -> Self {
        match job {
            Job::Event(_) => Self::Free,
            Job::Report => Self::Report,
            Job::Answer => Self::Answer,
        }
    }
}

pub(crate) struct Worker<E, K, M: AsRef<Mailbox<E, K>>, P, S, T, F> {
    owner: M,
    /// The mailbox has been told that there is no worker, under the same lock that found it empty; another one may be at it
    /// by now.
    ended: bool,
    /// The message that called for this worker. The mailbox counts it as being at work.
    first: Option<E>,
    prepare: P,
    start: S,
    /// The memory of the last message, for the next one: a box is given up only to a message that waits.
    slot: Option<Started<F>>,
    /// Made by the first message that waits; most never do.
    waiting: Option<FuturesUnordered<Started<F>>>,
    /// The ordered message that has been started and waits.
    turn: Option<Started<F>>,
    /// The [`Job::Report`] that has been started and waits, and the [`Job::Answer`].
    report: Option<Started<F>>,
    answer: Option<Started<F>>,
    /// Ordered messages that wait for that one. The mailbox's bound counts them.
    line: VecDeque<T>,
    holds: PhantomData<fn(K)>,
}

/// Nothing in it is pinned but what is boxed.
impl<E, K, M: AsRef<Mailbox<E, K>>, P, S, T, F> Unpin for Worker<E, K, M, P, S, T, F> {}

impl<E, K, M: AsRef<Mailbox<E, K>>, P, S, T, F> Drop for Worker<E, K, M, P, S, T, F> {
    fn drop(&mut self) {
        if !self.ended {
            self.owner.as_ref().lock().stop();
        }
    }
}

impl<E, K, M, P, S, T, F> Future for Worker<E, K, M, P, S, T, F>
where
    M: AsRef<Mailbox<E, K>>,
    P: Fn(&M, Job<E>) -> (T, Order),
    S: Fn(T) -> F,
    F: Future<Output = ()>,
{
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let worker = self.get_mut();
        loop {
            let more = worker.start_some(cx);
            worker.poll_waiting(cx);
            if more {
                // Other tasks first; everything that could wake this one is registered or asked again then.
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            if worker.turn.is_none() && !worker.line.is_empty() {
                continue;
            }
            let at_work = worker.at_work();
            if at_work.events == 0 && !at_work.report && !at_work.answer {
                if worker.mailbox().finish() {
                    worker.ended = true;
                    return Poll::Ready(());
                }
            } else if worker.mailbox().park(at_work, cx.waker()) {
                return Poll::Pending;
            }
        }
    }
}

impl<E, K, M, P, S, T, F> Worker<E, K, M, P, S, T, F>
where
    M: AsRef<Mailbox<E, K>>,
    P: Fn(&M, Job<E>) -> (T, Order),
    S: Fn(T) -> F,
    F: Future<Output = ()>,
{
    fn mailbox(&self) -> &Mailbox<E, K> {
        self.owner.as_ref()
    }

    fn at_work(&self) -> AtWork {
        let waiting = self.waiting.as_ref().map_or(0, FuturesUnordered::len);
        AtWork {
            events: waiting + usize::from(self.turn.is_some()) + self.line.len(),
            report: self.report.is_some(),
            answer: self.answer.is_some(),
        }
    }

    /// Starts up to [`YIELD_EVERY`] messages; whether there may be more.
    fn start_some(&mut self, cx: &mut Context<'_>) -> bool {
        for _ in 0..YIELD_EVERY {
            let (task, kind) = if self.turn.is_none()
                && let Some(task) = self.line.pop_front()
            {
                (task, Kind::Ordered)
            } else {
                let job = match self.first.take() {
                    Some(event) => Job::Event(event),
                    None => match self.mailbox().next(self.at_work()) {
                        Some(job) => job,
                        None => return false,
                    },
                };
                let kind = Kind::of(&job);
                match (self.prepare)(&self.owner, job) {
                    (task, Order::InLine) if self.turn.is_some() => {
                        self.line.push_back(task);
                        continue;
                    }
                    (task, Order::InLine) => (task, Kind::Ordered),
                    (task, Order::Free) => (task, kind),
                }
            };
            self.begin(task, kind, cx);
        }
        true
    }

    fn begin(&mut self, task: T, kind: Kind, cx: &mut Context<'_>) {
        let started = AssertUnwindSafe((self.start)(task)).catch_unwind();
        let mut slot = match self.slot.take() {
            Some(mut slot) => {
                slot.set(started);
                slot
            }
            None => Box::pin(started),
        };
        if let Poll::Ready(done) = slot.as_mut().poll(cx) {
            finished(done);
            self.slot = Some(slot);
            return;
        }
        match kind {
            Kind::Free => self.waiting.get_or_insert_with(FuturesUnordered::new).push(slot),
            Kind::Ordered => self.turn = Some(slot),
            Kind::Report => self.report = Some(slot),
            Kind::Answer => self.answer = Some(slot),
        }
    }

    /// Polls those that wait and have been woken.
    fn poll_waiting(&mut self, cx: &mut Context<'_>) {
        for one in [&mut self.turn, &mut self.report, &mut self.answer] {
            if let Some(started) = one
                && let Poll::Ready(done) = started.as_mut().poll(cx)
            {
                finished(done);
                self.slot = one.take();
            }
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
