//! Connections: who may connect, and what begins and ends with a connection.

use std::collections::HashMap;
use std::fmt::Display;
use std::future::Future;
use std::marker::PhantomData;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use futures_util::future::FutureExt as _;
use socketioxide::SocketIo;
use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::handler::{ConnectHandler, DisconnectHandler, FromMessageParts as _, Value};
use socketioxide::socket::{DisconnectReason, Sid, Socket};

use crate::context::{Dropped, Peer};
use crate::dispatch::{Connection, Dispatcher, Marker, Serve};
use crate::fault::{Fail, Fault, Refused, panic_text};
use crate::handshake::{self, Handshake};
use crate::params::PathParams as _;
use crate::payload::{Codec, Violation};
use crate::service::Settings;
use crate::slow;
use crate::watch;
use crate::wire;

/// How a schema's refusal becomes the one text that a refused client receives.
pub trait ConnectError {
    /// What `authenticate` fails with.
    type Value: Send + 'static;
    /// The message of the client's `connect_error`.
    fn message(value: &Self::Value) -> Result<String, String>;
}

/// For a schema that declares no `connectError`: the text as it is.
impl ConnectError for Refused {
    type Value = Self;
    fn message(value: &Self) -> Result<String, String> {
        Ok(value.message.clone().into_owned())
    }
}

/// For a declared `connectError` with codec `E`: its JSON, since the engine sends a message and nothing else.
pub struct AsJson<E>(PhantomData<E>);

impl<E: Codec> ConnectError for AsJson<E> {
    type Value = E::Value;
    fn message(value: &E::Value) -> Result<String, String> {
        wire::to_json::<E>(value).map_err(|violation| violation.to_string())
    }
}

/// From this many unfinished connects on, those that failed are looked for and forgotten.
const SWEEP_MIN: usize = 64;

/// Connections between their authentication and their CONNECT, which the engine tells us in two calls that share
/// nothing but the socket. Weak, since the engine may fail in between and then never makes the second one.
pub(crate) struct Connecting<S, P, A: Adapter>(Mutex<Table<S, P, A>>);

struct Table<S, P, A: Adapter> {
    peers: HashMap<Sid, Weak<Peer<S, P, A>>>,
    sweep_at: usize,
}

impl<S, P, A: Adapter> Default for Connecting<S, P, A> {
    fn default() -> Self {
        Self(Mutex::new(Table { peers: HashMap::new(), sweep_at: SWEEP_MIN }))
    }
}

impl<S, P, A: Adapter> Connecting<S, P, A> {
    fn begin(&self, id: Sid, peer: &Arc<Peer<S, P, A>>) {
        let mut table = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if table.peers.len() >= table.sweep_at {
            table.peers.retain(|_, peer| peer.strong_count() > 0);
            table.sweep_at = SWEEP_MIN.max(2 * table.peers.len());
        }
        table.peers.insert(id, Arc::downgrade(peer));
    }

    fn end(&self, id: Sid) -> Option<Arc<Peer<S, P, A>>> {
        let mut table = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        table.peers.remove(&id)?.upgrade()
    }
}

/// Whether a client of another version of the schema has been seen: one warning is enough.
#[derive(Default)]
pub(crate) struct Drift(AtomicBool);

impl Drift {
    fn look(&self, namespace: &'static str, ours: &'static str, theirs: &str, socket: Sid) {
        if ours == theirs {
            return;
        }
        watch::drift(namespace);
        tracing::debug!(%socket, namespace, theirs, "this client was generated from another version of the schema");
        if !self.0.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                namespace,
                schema = ours,
                "a client was generated from another version of the schema than this server: generate it again with \
                 `sockgen ts`, or deploy the older end (said once; `debug` says it for each)"
            );
        }
    }
}

/// Hand-written code that connects beside ours.
pub(crate) trait Beside<A: Adapter>: Send + Sync {
    /// What it wants to do before the client is let in.
    fn let_in<'a>(&'a self, socket: Arc<Socket<A>>, auth: &'a Option<Value>) -> LetIn<'a>;
    /// The client is in.
    fn connected(&self, socket: Arc<Socket<A>>, auth: Option<Value>);
}

type Refusal = Box<dyn Display + Send>;
pub(crate) type LetIn<'a> = Pin<Box<dyn Future<Output = Result<(), Refusal>> + Send + 'a>>;

/// A connect handler of the engine's, with its extractors and middleware.
pub(crate) struct ByHand<C, T>(pub(crate) C, pub(crate) PhantomData<fn() -> T>);

impl<A: Adapter, C: ConnectHandler<A, T>, T> Beside<A> for ByHand<C, T> {
    fn let_in<'a>(&'a self, socket: Arc<Socket<A>>, auth: &'a Option<Value>) -> LetIn<'a> {
        self.0.call_middleware(socket, auth)
    }
    fn connected(&self, socket: Arc<Socket<A>>, auth: Option<Value>) {
        self.0.call(socket, auth);
    }
}

pub(crate) struct Connector<N: Serve<H, A>, H, A: Adapter>(pub(crate) Arc<Settings<N, H, A>>);

impl<N: Serve<H, A>, H, A: Adapter> Clone for Connector<N, H, A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<N, H, A> ConnectHandler<A, Marker> for Connector<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    /// Everything that must be there before the client's first event: by now CONNECT has not been sent.
    fn call_middleware<'a>(&'a self, socket: Arc<Socket<A>>, auth: &'a Option<Value>) -> LetIn<'a> {
        Box::pin(async move {
            let refused = |refusal: Refusal| {
                watch::connection(N::NAME, "refused");
                refusal
            };
            let in_our_words = |message: String| refused(Box::new(message));
            let params = self.params(&socket).map_err(in_our_words)?;
            // Boxed, since most namespaces have one path.
            let presence = (N::PATH.len() > 1).then(|| {
                let io = engine(&socket);
                Box::new(self.0.paths.enter(socket.ns(), |path| io.delete_ns(path)))
            });
            for beside in &self.0.beside {
                beside.let_in(socket.clone(), auth).await.map_err(refused)?;
            }
            let session = self.authenticate(&socket, &params, auth).await.map_err(in_our_words)?;
            let peer = Arc::new(Peer::new(&socket, session, params, presence));
            self.0.connecting.begin(socket.id, &peer);
            slow::expect(socket.id, self.0.lost_messages);
            let connection = Connection { settings: self.0.clone(), peer };
            socket.on_disconnect(Departure(connection.clone()));
            socket.on_fallback(Dispatcher(connection));
            Ok(())
        })
    }

    /// CONNECT has been sent: the client's first events may already be at work.
    fn call(&self, socket: Arc<Socket<A>>, auth: Option<Value>) {
        let Some(peer) = self.0.connecting.end(socket.id) else {
            tracing::error!(socket = %socket.id, "a socket connected without authentication, disconnecting it");
            let _ = socket.disconnect();
            return;
        };
        // The engine may have given a path up in the moment in which somebody came back to it: such a socket would never
        // receive anything.
        if N::PATH.len() > 1
            && engine(&socket).of(socket.ns()).and_then(|ns| ns.get_socket(socket.id)).is_none()
        {
            tracing::debug!(socket = %socket.id, "the socket's path was given up while it connected, disconnecting it");
            let _ = socket.disconnect();
            return;
        }
        watch::connection(N::NAME, "ok");
        peer.open();
        for beside in &self.0.beside {
            beside.connected(socket.clone(), auth.clone());
        }
        let connection = Connection { settings: self.0.clone(), peer };
        self.0.spawn(async move {
            let ctx = connection.context(&socket);
            caught(&socket, "on_connect", N::connected(&connection.settings.handlers, ctx)).await;
        });
    }
}

impl<N, H, A> Connector<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    /// The parameters of the path, or the message for the client.
    fn params(&self, socket: &Arc<Socket<A>>) -> Result<N::Params, String> {
        N::Params::parse(socket.ns(), N::PATH).map_err(|violation| {
            tracing::debug!(socket = %socket.id, %violation, "refused: the path's parameters do not fit");
            // The engine has made a namespace of this path, and would keep it for whoever tries paths at random. Nobody
            // can ever be in it.
            engine(socket).delete_ns(socket.ns());
            refusal(violation)
        })
    }

    /// The session, or the message for the client.
    async fn authenticate(
        &self,
        socket: &Arc<Socket<A>>,
        params: &N::Params,
        auth: &Option<Value>,
    ) -> Result<N::Session, String> {
        let work = async {
            let handshake = handshake::read::<N::Auth, A>(socket, auth).map_err(|violation| {
                tracing::debug!(socket = %socket.id, %violation, "refused: the handshake's auth does not fit");
                refusal(violation)
            });
            let Handshake { auth, hash } = handshake?;
            if let Some(hash) = hash {
                self.0.drift.look(N::NAME, N::HASH, &hash, socket.id);
            }
            Ok(N::authenticate(&self.0.handlers, &SocketRef::from(socket.clone()), params, auth).await)
        };
        let cause = match AssertUnwindSafe(work).catch_unwind().await {
            Ok(Ok(Ok(session))) => return Ok(session),
            Ok(Err(message)) => return Err(message),
            Ok(Ok(Err(Fail::Declared(error)))) => match N::ConnectError::message(&error) {
                Ok(message) => return Err(message),
                Err(cause) => cause,
            },
            Ok(Ok(Err(Fail::Internal(cause)))) => cause.to_string(),
            Err(panic) => panic_text(&*panic),
        };
        tracing::warn!(socket = %socket.id, cause, "refused: authenticate failed");
        Err("internal".to_owned())
    }
}

fn engine<A: Adapter>(socket: &Arc<Socket<A>>) -> SocketIo<A> {
    match SocketIo::from_message_parts(socket, &mut wire::nothing(), &None) {
        Ok(io) => io,
        Err(never) => match never {},
    }
}

/// What a client reads that was refused before anybody looked at who it is.
fn refusal(violation: Violation) -> String {
    serde_json::json!({ "fault": Fault::invalid(violation.path, violation.message) }).to_string()
}

/// The end of a connection.
struct Departure<N, H, A>(Connection<N, H, A>)
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter;

impl<N, H, A> DisconnectHandler<A, Marker> for Departure<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    fn call_with_defer(&self, socket: Arc<Socket<A>>, reason: DisconnectReason, forget: fn(Arc<Socket<A>>)) {
        self.depart(socket, reason, forget);
    }
}

impl<N, H, A> Departure<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    fn depart(&self, socket: Arc<Socket<A>>, reason: DisconnectReason, forget: fn(Arc<Socket<A>>)) {
        let Self(connection) = self;
        // Not within the task: from here on no late handler may join a room, and `forget` is what empties them. Until then
        // the engine would take a client that comes back on this connection for one that is still here, and not answer.
        connection.peer.close(socket.rooms(), slow::forget(socket.id));
        forget(socket.clone());
        for departed in &connection.settings.departed {
            departed(socket.clone(), reason);
        }
        let connection = connection.clone();
        let task = async move {
            let ctx = connection.context(&socket);
            let hook = N::disconnected(&connection.settings.handlers, ctx, reason);
            caught(&socket, "on_disconnect", hook).await;
            watch::disconnection(N::NAME);
        };
        self.0.settings.spawn(task);
    }
}

impl<N, H, A> Drop for Departure<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    fn drop(&mut self) {
        match self.0.peer.dropped() {
            Dropped::AtTheEnd => {}
            // The engine forgets all of its sockets by itself then.
            Dropped::Closing(socket) => self.depart(socket, DisconnectReason::ClosingServer, drop),
            Dropped::WithoutAnEnd => tracing::debug!(
                namespace = N::NAME,
                "a connection ended with its engine: `on_disconnect` does not run; end it with `sockgen::close(&io)`"
            ),
            Dropped::Replaced => tracing::error!(
                namespace = N::NAME,
                "hand-written code has put a disconnect handler of its own in the place of sockgen's: `on_disconnect` of \
                 the handlers will not run; give yours to `service(…).also_on_disconnect(…)`"
            ),
        }
    }
}

/// Runs a hook whose panic concerns nobody but the log.
async fn caught<A: Adapter>(socket: &Socket<A>, hook: &'static str, work: impl Future<Output = ()>) {
    if let Err(panic) = AssertUnwindSafe(work).catch_unwind().await {
        tracing::warn!(socket = %socket.id, hook, cause = panic_text(&*panic), "a hook panicked");
    }
}
