//! Connections: who may connect, and what begins and ends with a connection.

use std::collections::HashMap;
use std::fmt::Display;
use std::future::Future;
use std::marker::PhantomData;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use futures_util::future::FutureExt as _;
pub use socketioxide::NsInsertError;
use socketioxide::SocketIo;
use socketioxide::adapter::Adapter;
use socketioxide::extract::SocketRef;
use socketioxide::handler::{ConnectHandler, DisconnectHandler, FromMessageParts as _, Value};
use socketioxide::socket::{DisconnectReason, Sid, Socket};
use socketioxide_core::adapter::DefinedAdapter;

use crate::context::Peer;
use crate::dispatch::{Connection, Dispatcher, Marker, Serve};
use crate::fault::{Fail, Fault, Refused, panic_text};
use crate::mailbox::Mailbox;
use crate::params::{self, PathParams as _};
use crate::paths::Paths;
use crate::payload::{Codec, Violation};
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

/// Registers the namespace `N` with its handlers; what it returns is the adapter's, and needs an `await` for some.
pub fn register<N, H, A>(io: &SocketIo<A>, handlers: H) -> A::InitRes
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: DefinedAdapter + Adapter,
{
    io.ns(N::PATH.concat(), Connector::<N, H, A>::new(handlers))
}

/// Registers the dynamic namespace `N` with its handlers; an error if the engine has a namespace whose paths could be
/// the same.
pub fn register_dynamic<N, H, A>(io: &SocketIo<A>, handlers: H) -> Result<(), NsInsertError>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    io.dyn_ns(params::pattern(N::PATH), Connector::<N, H, A>::new(handlers))
}

/// From this many unfinished connects on, those that failed are looked for and forgotten.
const SWEEP_MIN: usize = 64;

struct Namespace<N: Serve<H, A>, H, A: Adapter> {
    handlers: Arc<H>,
    /// Connections between their authentication and their CONNECT, which the engine tells us in two calls that share
    /// nothing but the socket. Weak, since the engine may fail in between and then never makes the second one.
    connecting: Mutex<Connecting<N, H, A>>,
    paths: Arc<Paths>,
}

struct Connecting<N: Serve<H, A>, H, A: Adapter> {
    connections: HashMap<Sid, Weak<Connection<N, H, A>>>,
    sweep_at: usize,
}

impl<N: Serve<H, A>, H, A: Adapter> Namespace<N, H, A> {
    fn begin(&self, id: Sid, connection: &Arc<Connection<N, H, A>>) {
        let mut connecting = self.connecting.lock().unwrap_or_else(PoisonError::into_inner);
        if connecting.connections.len() >= connecting.sweep_at {
            connecting.connections.retain(|_, connection| connection.strong_count() > 0);
            connecting.sweep_at = SWEEP_MIN.max(2 * connecting.connections.len());
        }
        connecting.connections.insert(id, Arc::downgrade(connection));
    }

    fn end(&self, id: Sid) -> Option<Arc<Connection<N, H, A>>> {
        let mut connecting = self.connecting.lock().unwrap_or_else(PoisonError::into_inner);
        connecting.connections.remove(&id)?.upgrade()
    }
}

struct Connector<N: Serve<H, A>, H, A: Adapter>(Arc<Namespace<N, H, A>>);

impl<N: Serve<H, A>, H, A: Adapter> Connector<N, H, A> {
    fn new(handlers: H) -> Self {
        Self(Arc::new(Namespace {
            handlers: Arc::new(handlers),
            connecting: Mutex::new(Connecting { connections: HashMap::new(), sweep_at: SWEEP_MIN }),
            paths: Arc::default(),
        }))
    }
}

impl<N: Serve<H, A>, H, A: Adapter> Clone for Connector<N, H, A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

type Refusal = Box<dyn Display + Send>;

impl<N, H, A> ConnectHandler<A, Marker> for Connector<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    /// Everything that must be there before the client's first event: by now CONNECT has not been sent.
    fn call_middleware<'a>(
        &'a self,
        socket: Arc<Socket<A>>,
        auth: &'a Option<Value>,
    ) -> Pin<Box<dyn Future<Output = Result<(), Refusal>> + Send + 'a>> {
        Box::pin(async move {
            let params = self.params(&socket).map_err(|message| Box::new(message) as Refusal)?;
            // Boxed, since most namespaces have one path.
            let presence = (N::PATH.len() > 1).then(|| {
                let io = engine(&socket);
                Box::new(self.0.paths.enter(socket.ns(), |path| io.delete_ns(path)))
            });
            let session = self
                .authenticate(&socket, &params, auth)
                .await
                .map_err(|message| Box::new(message) as Refusal)?;
            let connection = Arc::new(Connection {
                handlers: self.0.handlers.clone(),
                peer: Arc::new(Peer::new(session, params)),
                mailbox: Mailbox::default(),
                _presence: presence,
            });
            self.0.begin(socket.id, &connection);
            socket.on_disconnect(Departure(connection.clone()));
            socket.on_fallback(Dispatcher(connection));
            Ok(())
        })
    }

    /// CONNECT has been sent: the client's first events may already be at work.
    fn call(&self, socket: Arc<Socket<A>>, _: Option<Value>) {
        let Some(connection) = self.0.end(socket.id) else {
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
        tokio::spawn(async move {
            let ctx = connection.context(&socket);
            caught(&socket, "on_connect", N::connected(&connection.handlers, ctx)).await;
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
            let auth = wire::auth::<N::Auth, A>(socket, auth).map_err(|violation| {
                tracing::debug!(socket = %socket.id, %violation, "refused: the handshake's auth does not fit");
                refusal(violation)
            })?;
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
struct Departure<N: Serve<H, A>, H, A: Adapter>(Arc<Connection<N, H, A>>);

impl<N, H, A> DisconnectHandler<A, Marker> for Departure<N, H, A>
where
    N: Serve<H, A>,
    H: Send + Sync + 'static,
    A: Adapter,
{
    fn call_with_defer(&self, socket: Arc<Socket<A>>, reason: DisconnectReason, forget: fn(Arc<Socket<A>>)) {
        // Not within the task: from here on no late handler may join a room, and `forget` is what empties them. Until then
        // the engine would take a client that comes back on this connection for one that is still here, and not answer.
        self.0.peer.close(socket.rooms());
        forget(socket.clone());
        let connection = self.0.clone();
        tokio::spawn(async move {
            let ctx = connection.context(&socket);
            caught(&socket, "on_disconnect", N::disconnected(&connection.handlers, ctx, reason)).await;
        });
    }
}

/// Runs a hook whose panic concerns nobody but the log.
async fn caught<A: Adapter>(socket: &Socket<A>, hook: &'static str, work: impl Future<Output = ()>) {
    if let Err(panic) = AssertUnwindSafe(work).catch_unwind().await {
        tracing::warn!(socket = %socket.id, hook, cause = panic_text(&*panic), "a hook panicked");
    }
}
