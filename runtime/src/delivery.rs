//! A connection's worker: it takes what is in the mailbox, and begins with it.

use std::future::Future;
use std::sync::Arc;

use futures_util::future::{Either, FutureExt as _};
use socketioxide::adapter::Adapter;
use socketioxide::socket::Socket;
use tracing::Instrument as _;

use crate::ack::{self, Faulted};
use crate::context::{Arrived, Inbox, Peer};
use crate::dispatch::{Connection, Serve};
use crate::fault::{Cause, Fault, FaultReport};
use crate::incoming::Incoming;
use crate::limits;
use crate::mailbox::{self, Job, Order, Refusal};

/// The worker of a connection, known to its mailbox before it is polled.
pub(crate) fn run<N, H, A>(
    connection: Connection<N, H, A>,
    socket: Arc<Socket<A>>,
    first: Option<Arrived>,
) -> impl Future<Output = ()> + Send
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    let early = (!socket.connected()).then(|| (connection.peer.clone(), socket.clone()));
    let prepare = |Owner(connection, socket): &Owner<N, H, A>, job| {
        let (connection, socket) = (connection.clone(), socket.clone());
        match job {
            Job::Event((frame, ack)) => {
                let incoming = Incoming::new(connection, socket, frame, ack);
                let order = incoming.order();
                (Task::Event(incoming), order)
            }
            Job::Report => (Task::Report(connection, socket), Order::Free),
            Job::Answer => (Task::Answer(connection, socket), Order::Free),
        }
    };
    let worker = mailbox::work(Owner(connection, socket), first, prepare, handle);
    match early {
        None => Either::Left(worker),
        Some((peer, socket)) => Either::Right(
            async move {
                until_connected(&peer, &socket).await;
                worker.await;
            }
            .boxed(),
        ),
    }
}

/// Whom a worker works for.
struct Owner<N: Serve<H, A>, H, A: Adapter>(Connection<N, H, A>, Arc<Socket<A>>);

impl<N: Serve<H, A>, H, A: Adapter> AsRef<Inbox> for Owner<N, H, A> {
    fn as_ref(&self) -> &Inbox {
        &self.0.peer.mailbox
    }
}

/// A client can be here before the engine lets its socket emit: CONNECT is on its way to it a moment earlier.
async fn until_connected<S, P, A: Adapter>(peer: &Peer<S, P, A>, socket: &Socket<A>) {
    // Nearly always a few turns of the scheduler. A thread that was interrupted in that moment takes longer; of a connect
    // that failed in it we are never told.
    for turn in 0..limits::CONNECT_TURNS + limits::CONNECT_PAUSES {
        if socket.connected() || peer.is_closed() {
            return;
        }
        if turn < limits::CONNECT_TURNS {
            tokio::task::yield_now().await;
        } else {
            // Boxed, as a timer is large, and is hardly ever needed.
            Box::pin(tokio::time::sleep(limits::CONNECT_PAUSE)).await;
        }
    }
}

/// What the worker has to do, with all that it needs.
#[allow(
    clippy::large_enum_variant,
    reason = "nearly every task is an event, for which a box would be an allocation"
)]
enum Task<N: Serve<H, A>, H, A: Adapter> {
    Event(Incoming<N, H, A>),
    Report(Connection<N, H, A>, Arc<Socket<A>>),
    Answer(Connection<N, H, A>, Arc<Socket<A>>),
}

/// Written out, since an `async fn` would hold the task once more beside what it is moved into.
fn handle<N, H, A>(task: Task<N, H, A>) -> impl Future<Output = ()> + Send
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    match task {
        Task::Event(mut incoming) => match incoming.event_of() {
            Some(event) => match incoming.watch() {
                None => Either::Left(N::dispatch(incoming, event)),
                Some(span) => Either::Right(N::dispatch(incoming, event).instrument(span).boxed()),
            },
            None => Either::Right(incoming.unknown().boxed()),
        },
        Task::Report(connection, socket) => Either::Right(report(connection, socket).boxed()),
        Task::Answer(connection, socket) => Either::Right(answer(connection, socket).boxed()),
    }
}

/// Tells the hook of events that were turned away.
async fn report<N, H, A>(connection: Connection<N, H, A>, socket: Arc<Socket<A>>)
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    while let Some(Refusal { event, ack_requested, times }) = connection.peer.mailbox.refused() {
        let (fault, cause) = (Fault::in_flight(), Cause::Client);
        let report = FaultReport { event, fault, cause, violation: None, ack_requested, times };
        N::faulted(&connection.settings.handlers, connection.context(&socket), &report).await;
    }
}

/// Sends the answers for which there was no room.
async fn answer<N, H, A>(connection: Connection<N, H, A>, socket: Arc<Socket<A>>)
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    let fault = Fault::in_flight();
    while let Some((id, style)) = connection.peer.mailbox.owed() {
        if connection.peer.mailbox.has_overflowed() {
            ack::hang_up(socket.clone().into()).await;
        }
        if ack::send(&socket, id, Faulted { fault: &fault, style }).await.is_err() {
            ack::lost(&socket, "the fault could not be written");
        }
    }
}
