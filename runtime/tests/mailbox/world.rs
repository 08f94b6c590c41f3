//! What a mailbox lives in: events that do what they are told, workers on threads of their own, and a log that is held
//! against the rules at each of its entries.

use std::future::{Future, poll_fn};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Wake, Waker};

use loom::thread::JoinHandle;

use crate::mailbox::{self, Accepted, Job, Mailbox, Order, Refusal};

/// What an event does when it is handled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Does {
    /// It is done at once.
    Nothing,
    /// It waits until the gate is open.
    Waits,
    /// It opens the gate.
    Opens,
    /// It panics at once.
    Panics,
    /// It waits as well, and panics then.
    WaitsAndPanics,
    /// It takes the worker down before it is begun, as nothing in a server should.
    Unwinds,
}

#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub id: usize,
    pub does: Does,
    pub ordered: bool,
}

pub const fn event(id: usize, does: Does) -> Event {
    Event { id, does, ordered: false }
}

pub const fn ordered(id: usize, does: Does) -> Event {
    Event { id, does, ordered: true }
}

/// The id of an event that looks whether there is room and nobody there.
const PROBE: usize = usize::MAX;

/// How a worker ends that is not left to itself.
#[derive(Clone, Copy, PartialEq)]
pub enum Dropped {
    Never,
    /// The first worker is dropped instead of being polled for this time, counted from 0.
    At(usize),
}

/// Where those that wait stand. The lock is no model's: nothing of loom happens under it.
#[derive(Default)]
struct Gate(Mutex<(bool, Vec<Waker>)>);

impl Gate {
    fn open(&self) {
        let wakers = {
            let mut gate = self.0.lock().unwrap();
            gate.0 = true;
            std::mem::take(&mut gate.1)
        };
        wakers.into_iter().for_each(Waker::wake);
    }

    fn poll(&self, cx: &Context<'_>) -> Poll<()> {
        let mut gate = self.0.lock().unwrap();
        if gate.0 {
            return Poll::Ready(());
        }
        gate.1.push(cx.waker().clone());
        Poll::Pending
    }
}

/// What has happened so far.
#[derive(Default)]
pub struct Log {
    /// Workers that were asked for.
    pub starts: usize,
    /// Events by their ids, in the order in which it happened.
    pub accepted: Vec<usize>,
    pub begun: Vec<usize>,
    pub done: Vec<usize>,
    /// Those that a worker had taken out when it was dropped or unwound.
    pub lost: Vec<usize>,
    /// Events that were turned away, and how many of these were reported.
    pub refused: u32,
    pub reported: u32,
    pub owed: Vec<usize>,
    pub answered: Vec<usize>,
    /// Whether one could not even be owed, and whether who answers the others has seen that.
    unanswerable: bool,
    hung_up: bool,
    /// Reports and answers that have been begun and are not done.
    reports: usize,
    answers: usize,
    /// What was taken out, with the worker's number.
    taken: Vec<(usize, Event)>,
    /// Whether a worker was dropped or unwound.
    died: bool,
    workers: Vec<JoinHandle<()>>,
}

pub struct World {
    mailbox: Arc<Mailbox<Event, usize>>,
    in_flight: usize,
    dropped: Dropped,
    gate: Gate,
    /// What the hook that reports waits for.
    pub slow_reports: bool,
    log: Mutex<Log>,
}

/// A thread sleeps on it until it is woken.
#[derive(Default)]
struct Signal(loom::sync::Mutex<bool>, loom::sync::Condvar);

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        *self.0.lock().unwrap() = true;
        self.1.notify_one();
    }
}

impl Signal {
    fn wait(&self) {
        let mut woken = self.0.lock().unwrap();
        while !*woken {
            woken = self.1.wait(woken).unwrap();
        }
        *woken = false;
    }
}

impl World {
    pub fn new(in_flight: usize, dropped: Dropped) -> Self {
        let (mailbox, gate, log) = Default::default();
        Self { mailbox, in_flight, dropped, gate, slow_reports: false, log }
    }

    pub fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap()
    }

    /// What the engine does with an event that arrives; whether there was room for it.
    pub fn push(self: &Arc<Self>, event: Event) -> bool {
        let accepted = self.offer(event);
        let full = matches!(accepted, Accepted::Full(_));
        self.look(accepted);
        !full
    }

    fn offer(&self, event: Event) -> Accepted<Event> {
        let accepted = self.mailbox.push(event, self.in_flight);
        if !matches!(accepted, Accepted::Full(_)) {
            self.log().accepted.push(event.id);
            let waiting = self.left().len();
            assert!(waiting <= self.in_flight, "{waiting} are in flight");
        }
        accepted
    }

    /// The same, and what the engine does if there was none.
    pub fn push_or_refuse(self: &Arc<Self>, event: Event) {
        if !self.push(event) {
            let accepted = self.refuse(event);
            self.look(accepted);
        }
    }

    fn refuse(&self, event: Event) -> Accepted<Event> {
        self.log().refused += 1;
        let owed = self.mailbox.owe(event.id);
        match owed {
            true => self.log().owed.push(event.id),
            false => self.log().unanswerable = true,
        }
        let refusal = Refusal { event: event.id.to_string(), ack_requested: true, times: 1 };
        self.mailbox.refuse(refusal, self.in_flight)
    }

    /// Starts a worker if one was asked for.
    fn look(self: &Arc<Self>, accepted: Accepted<Event>) {
        if let Some((number, first)) = self.asked(accepted) {
            let world = self.clone();
            let worker = loom::thread::spawn(move || world.drive(number, first));
            self.log().workers.push(worker);
        }
    }

    fn asked(&self, accepted: Accepted<Event>) -> Option<(usize, Option<Event>)> {
        let Accepted::Start(first) = accepted else { return None };
        let mut log = self.log();
        log.starts += 1;
        let number = log.starts;
        // It goes along with its worker, whatever becomes of that one.
        log.taken.extend(first.map(|event| (number, event)));
        Some((number, first))
    }

    /// Accepted, but neither done nor lost.
    fn left(&self) -> Vec<usize> {
        let log = self.log();
        let gone = |id: &usize| log.done.contains(id) || log.lost.contains(id);
        log.accepted.iter().copied().filter(|id| !gone(id)).collect()
    }

    /// What a worker had taken out goes with it: noted before the mailbox hears that it is gone.
    fn lose(&self, number: usize) {
        let mut log = self.log();
        let taken = log.taken.iter().filter(|(by, _)| *by == number).map(|(_, event)| event.id);
        let lost: Vec<_> = taken.filter(|id| !log.done.contains(id) && !log.lost.contains(id)).collect();
        log.lost.extend(lost);
        log.died = true;
        (log.reports, log.answers) = (0, 0);
    }

    pub fn open(&self) {
        self.gate.open();
    }

    /// A worker's thread: its runtime.
    fn drive(self: &Arc<Self>, number: usize, first: Option<Event>) {
        let prepare = |_: &Arc<_>, job| self.prepare(number, job);
        let start = |job| self.clone().handle(number, job);
        let mut worker = Box::pin(mailbox::work(self.mailbox.clone(), first, prepare, start));
        let signal = Arc::new(Signal::default());
        let waker = Waker::from(signal.clone());
        let mut cx = Context::from_waker(&waker);
        let mut polls = 0;
        let until_it_ends = || loop {
            if number == 1 && self.dropped == Dropped::At(polls) {
                return self.lose(number);
            }
            polls += 1;
            if worker.as_mut().poll(&mut cx).is_ready() {
                return;
            }
            signal.wait();
        };
        // An assertion of a test is no worker's panic: only a `Does::Unwinds` is.
        if let Err(panic) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(until_it_ends))
            && !panic.is::<Does>()
        {
            std::panic::resume_unwind(panic);
        }
    }

    fn alone(&self, number: usize) {
        assert_eq!(self.log().starts, number, "there are two workers");
    }

    fn prepare(&self, number: usize, job: Job<Event>) -> (Job<Event>, Order) {
        self.alone(number);
        let Job::Event(event) = job else { return (job, Order::Free) };
        {
            let mut log = self.log();
            if !log.taken.iter().any(|(_, taken)| taken.id == event.id) {
                log.taken.push((number, event));
            }
        }
        if event.does == Does::Unwinds {
            self.lose(number);
            // Without the hook that prints.
            std::panic::resume_unwind(Box::new(event.does));
        }
        (job, if event.ordered { Order::InLine } else { Order::Free })
    }

    async fn handle(self: Arc<Self>, number: usize, job: Job<Event>) {
        self.alone(number);
        match job {
            Job::Event(event) => self.handle_event(event).await,
            Job::Report => {
                self.one(|log| &mut log.reports, true);
                while let Some(refusal) = self.mailbox.refused() {
                    assert!(refusal.ack_requested && !refusal.event.is_empty());
                    self.log().reported += refusal.times;
                    if self.slow_reports {
                        poll_fn(|cx| self.gate.poll(cx)).await;
                    }
                }
                self.one(|log| &mut log.reports, false);
            }
            Job::Answer => {
                self.one(|log| &mut log.answers, true);
                while let Some(id) = self.mailbox.owed() {
                    self.log().answered.push(id);
                    if self.mailbox.has_overflowed() {
                        self.log().hung_up = true;
                    }
                    poll_fn(|cx| self.gate.poll(cx)).await;
                }
                self.one(|log| &mut log.answers, false);
            }
        }
        self.alone(number);
    }

    /// Counts one more or one less, of which there must be one at a time.
    fn one(&self, count: impl Fn(&mut Log) -> &mut usize, more: bool) {
        let mut log = self.log();
        let count = count(&mut log);
        *count = if more { *count + 1 } else { *count - 1 };
        assert!(*count <= 1, "there are two at once");
    }

    async fn handle_event(&self, event: Event) {
        {
            let mut log = self.log();
            assert!(!log.begun.contains(&event.id), "{event:?} is handled twice");
            log.begun.push(event.id);
            if event.ordered {
                let gone = |id: &usize| log.done.contains(id) || log.lost.contains(id);
                let ahead = log.taken.iter().map(|(_, other)| other).take_while(|other| other.id != event.id);
                let waits = ahead.filter(|other| other.ordered).find(|other| !gone(&other.id));
                assert!(waits.is_none(), "{event:?} is begun before {waits:?} is done");
            }
        }
        if matches!(event.does, Does::Waits | Does::WaitsAndPanics) {
            poll_fn(|cx| self.gate.poll(cx)).await;
        }
        if event.does == Does::Opens {
            self.open();
        }
        self.log().done.push(event.id);
        if matches!(event.does, Does::Panics | Does::WaitsAndPanics) {
            std::panic::resume_unwind(Box::new("on purpose"));
        }
    }

    /// The model's end: waits for the workers, and holds the mailbox to what it promised.
    pub fn end(self: &Arc<Self>) {
        loop {
            let Some(worker) = self.log().workers.pop() else { break };
            worker.join().unwrap();
        }
        // A worker that is gone has not left itself behind, so another one is asked for, to whom all falls that is left.
        let left = self.left();
        let probe = event(PROBE, Does::Nothing);
        let accepted = match self.offer(probe) {
            Accepted::Full(_) => {
                assert_eq!(left.len(), self.in_flight, "there is room");
                self.refuse(probe)
            }
            accepted => accepted,
        };
        let (number, first) = self.asked(accepted).expect("nobody is there");
        self.drive(number, first);

        assert_eq!(self.left(), [], "are left");
        let log = self.log();
        let mut known: Vec<_> = log.done.iter().chain(&log.lost).copied().collect();
        let mut accepted = log.accepted.clone();
        known.sort_unstable();
        accepted.sort_unstable();
        assert_eq!(known, accepted, "each is handled once");
        let taken = |producer| {
            let ids = log.taken.iter().map(|(_, event)| event.id);
            ids.filter(move |id| id / 10 == producer).collect::<Vec<_>>()
        };
        assert!(taken(0).is_sorted() && taken(1).is_sorted(), "who came first is begun first");
        // Those that a worker had taken out are as good as done: its runtime has ended.
        assert_eq!(log.reported, log.refused, "each is reported once");
        let (mut answered, mut owed) = (log.answered.clone(), log.owed.clone());
        answered.sort_unstable();
        owed.sort_unstable();
        assert_eq!(answered, owed, "each is answered once");
        assert!(log.hung_up || !log.unanswerable, "nobody hangs up on whom there is no answer for");
        if !log.died {
            assert_eq!(left, [], "nobody was there for");
            assert_eq!(log.lost, [], "are lost");
        }
    }
}
