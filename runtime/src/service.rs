//! A namespace on its way to the engine: handlers, limits, and the hand-written code that it lives beside.

use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;

use socketioxide::SocketIo;
use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::handler::{ConnectHandler, DisconnectHandler, MessageHandler, Value};
use socketioxide::socket::{DisconnectReason, Socket};
use socketioxide_core::adapter::DefinedAdapter;
use tokio_util::task::TaskTracker;

pub use socketioxide::NsInsertError;

use crate::connect::{Beside, ByHand, Connecting, Connector, Drift, LetIn};
use crate::dispatch::Serve;
use crate::limits::Limits;
use crate::params;
use crate::paths::Paths;
use crate::rules::{ClientEvents, Rules};

/// What happens to an event that the schema does not have and that no hand-written `socket.on` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// It is answered with the fault `unknown_event`, and reported to `on_fault`.
    Fault,
    /// Nothing, as in plain Socket.IO: for a server that moves to sockgen one event at a time, whose clients still send
    /// events that nobody takes.
    Pass,
}

/// A namespace of the schema with its handlers, on its way to [`register`](Service::register).
///
/// `K` says whether the namespace has one path ([`OnePath`]) or parameters in it ([`ManyPaths`]).
#[must_use = "nothing is served before it is registered"]
pub struct Service<N: Serve<H, A>, H, A: Adapter, K = OnePath> {
    settings: Settings<N, H, A>,
    kind: PhantomData<K>,
}

/// A namespace that has one path.
#[derive(Debug)]
pub enum OnePath {}

/// A namespace that stands for all the paths that fit.
#[derive(Debug)]
pub enum ManyPaths {}

impl<N: Serve<H, A>, H, A: Adapter, K> Service<N, H, A, K> {
    /// For the generated function `service`.
    #[doc(hidden)]
    pub fn new(handlers: H) -> Self {
        let Limits { in_flight, lost_messages, rules, .. } = Limits::<N::Event>::new(N::IN_FLIGHT);
        let settings = Settings {
            handlers,
            in_flight,
            lost_messages,
            rules,
            unknown: Fallback::Fault,
            beside: Vec::new(),
            departed: Vec::new(),
            tasks: None,
            connecting: Connecting::default(),
            paths: Arc::default(),
            drift: Drift::default(),
        };
        Self { settings, kind: PhantomData }
    }

    /// What happens to events that the schema does not have; [`Unknown::Fault`] unless this says otherwise.
    pub fn unknown(mut self, unknown: Unknown) -> Self {
        self.settings.unknown = match unknown {
            Unknown::Fault => Fallback::Fault,
            Unknown::Pass => Fallback::Pass,
        };
        self
    }

    /// Gives events that the schema does not have to a handler of the engine's, with its extractors: what would be
    /// `socket.on_fallback(handler)` in hand-written code. That itself would take the schema's events away from sockgen.
    pub fn fallback<F, T>(mut self, handler: F) -> Self
    where
        F: MessageHandler<A, T> + Send + Sync + 'static,
        T: 'static,
    {
        self.settings.unknown =
            Fallback::Handler(Arc::new(move |socket, frame, ack| handler.call(socket, frame, ack)));
        self
    }

    /// Also calls a hand-written function for each client that has connected, right after it was told so and before
    /// `on_connect`. Its `socket.on(…)` takes events ahead of the schema: that is how a server moves one event at a time.
    ///
    /// The function may be `async`. It must not call `socket.on_fallback` or `socket.on_disconnect`, of which a socket has
    /// one each: give those to [`fallback`](Service::fallback) and [`also_on_disconnect`](Service::also_on_disconnect). One
    /// that does is reported in the log, at `error`.
    pub fn also<F, R, M>(mut self, connected: F) -> Self
    where
        F: Fn(SocketRef<A>) -> R + Send + Sync + 'static,
        R: Also<M>,
    {
        struct Function<F>(F);
        impl<A: Adapter, F: Fn(SocketRef<A>) + Send + Sync> Beside<A> for Function<F> {
            fn let_in<'a>(&'a self, _: Arc<Socket<A>>, _: &'a Option<Value>) -> LetIn<'a> {
                Box::pin(std::future::ready(Ok(())))
            }
            fn connected(&self, socket: Arc<Socket<A>>, _: Option<Value>) {
                (self.0)(socket.into());
            }
        }
        self.settings.beside.push(Box::new(Function(move |socket| connected(socket).finish())));
        self
    }

    /// The same with a connect handler of the engine's: what was given to `io.ns(path, handler)`, with its extractors and
    /// its middleware. That is run before `authenticate`, and may refuse a client.
    pub fn also_handler<C, T>(mut self, handler: C) -> Self
    where
        C: ConnectHandler<A, T>,
        T: 'static,
    {
        self.settings.beside.push(Box::new(ByHand(handler, PhantomData)));
        self
    }

    /// Also calls a disconnect handler of the engine's: what would be `socket.on_disconnect(handler)` in hand-written code.
    pub fn also_on_disconnect<D, T>(mut self, handler: D) -> Self
    where
        D: DisconnectHandler<A, T> + Send + Sync + 'static,
        T: 'static,
    {
        self.settings
            .departed
            .push(Box::new(move |socket, reason| handler.call_with_defer(socket, reason, |_| {})));
        self
    }

    /// Changes the schema's limits: `.limits(|limits| limits.in_flight(64))`.
    pub fn limits(mut self, change: impl FnOnce(Limits<N::Event>) -> Limits<N::Event>) -> Self {
        let settings = &mut self.settings;
        let limits = change(Limits::new(N::IN_FLIGHT));
        (settings.in_flight, settings.lost_messages, settings.rules) =
            (limits.in_flight, limits.lost_messages, limits.rules);
        self
    }

    /// Counts everything that runs for a connection among the tasks of this tracker: handlers, and the hooks
    /// `on_connect`, `on_disconnect`, `on_fault`. A server that stops waits for them with `tasks.close(); tasks.wait().await`.
    pub fn tasks(mut self, tasks: &TaskTracker) -> Self {
        self.settings.tasks = Some(tasks.clone());
        self
    }
}

impl<N, H, A> Service<N, H, A, OnePath>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: DefinedAdapter + Adapter,
{
    /// Registers the namespace. What it returns is the adapter's, and needs an `await` for some.
    pub fn register(self, io: &SocketIo<A>) -> A::InitRes {
        io.ns(N::PATH.concat(), Connector(Arc::new(self.settings)))
    }
}

impl<N, H, A> Service<N, H, A, ManyPaths>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    /// Registers the dynamic namespace.
    ///
    /// # Errors
    ///
    /// If the engine has a namespace whose paths could be the same.
    pub fn register(self, io: &SocketIo<A>) -> Result<(), NsInsertError> {
        io.dyn_ns(params::pattern(N::PATH), Connector(Arc::new(self.settings)))
    }
}

/// What a function given to [`Service::also`] may return: nothing, or a future of nothing. `M` tells the two apart.
pub trait Also<M> {
    #[doc(hidden)]
    fn finish(self);
}

#[doc(hidden)]
pub enum Done {}
#[doc(hidden)]
pub enum Later {}

impl Also<Done> for () {
    fn finish(self) {}
}

impl<F: Future<Output = ()> + Send + 'static> Also<Later> for F {
    fn finish(self) {
        tokio::spawn(self);
    }
}

/// A registered namespace.
pub(crate) struct Settings<N: Serve<H, A>, H, A: Adapter> {
    pub(crate) handlers: H,
    pub(crate) in_flight: usize,
    pub(crate) lost_messages: u64,
    rules: Box<[Rules]>,
    pub(crate) unknown: Fallback<A>,
    pub(crate) beside: Vec<Box<dyn Beside<A>>>,
    pub(crate) departed: Vec<Departed<A>>,
    tasks: Option<TaskTracker>,
    pub(crate) connecting: Connecting<N::Session, N::Params, A>,
    pub(crate) paths: Arc<Paths>,
    pub(crate) drift: Drift,
}

type Departed<A> = Box<dyn Fn(Arc<Socket<A>>, DisconnectReason) + Send + Sync>;
type ByHandMessage<A> = Arc<dyn Fn(Arc<Socket<A>>, Value, Option<i64>) + Send + Sync>;

/// What takes the events that the schema does not have.
pub(crate) enum Fallback<A: Adapter> {
    Fault,
    Pass,
    Handler(ByHandMessage<A>),
}

impl<N: Serve<H, A>, H, A: Adapter> Settings<N, H, A> {
    /// The rules of an event, as they hold here.
    pub(crate) fn rules(&self, event: N::Event) -> &Rules {
        // The enum and its table are generated together.
        self.rules.get(event.index()).unwrap_or(&Rules::NONE)
    }

    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        match &self.tasks {
            None => drop(tokio::spawn(task)),
            Some(tasks) => drop(tasks.spawn(task)),
        }
    }
}
