//! The server under test: the engine's service, and the way into it without a port.

use std::any::Any;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::{BoxFuture, FutureExt as _, join_all};
use http::header::{HeaderName, HeaderValue};
use socketioxide::adapter::{Adapter, LocalAdapter};
use socketioxide::{NsInsertError, SocketIo};
use tokio::io::DuplexStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;
use tower_service::Service;

use super::DEADLINE;
use super::link::Link;
use super::packet::Parser;

/// How much may be under way in one direction before its sender waits. Messages may be larger.
const PIPE: usize = 64 * 1024;

/// Whoever is connected, so that all of them can be asked whether they have nothing more under way.
#[derive(Clone, Default)]
pub(super) struct Peers(Arc<Mutex<Vec<Weak<Link>>>>);

impl Peers {
    fn add(&self, link: &Arc<Link>) {
        let mut links = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        links.retain(|link| link.strong_count() > 0);
        links.push(Arc::downgrade(link));
    }

    /// Waits until the server has started everything that any of them has sent; `false` if it does not say so.
    pub(super) async fn settle(&self) -> bool {
        let links: Vec<_> = {
            let links = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            links.iter().filter_map(Weak::upgrade).collect()
        };
        join_all(links.iter().map(|link| link.ping())).await.into_iter().all(|answered| answered)
    }
}

type Open = dyn Fn(DuplexStream, http::Request<()>) -> BoxFuture<'static, Result<(), String>> + Send + Sync;

/// A server that clients of tests connect to, in memory.
///
/// It ends with its last clone and its last client. A clone is the same server; what is set on it
/// ([`deadline`](Server::deadline), [`header`](Server::header)) is for the clients that connect through that clone.
pub struct Server<A: Adapter = LocalAdapter> {
    io: SocketIo<A>,
    open: Arc<Open>,
    parser: Parser,
    deadline: Duration,
    headers: Vec<(HeaderName, HeaderValue)>,
    peers: Peers,
    /// What registering gave back: the server may live by it.
    _registered: Option<Arc<Mutex<dyn Any + Send>>>,
}

impl<A: Adapter> Clone for Server<A> {
    fn clone(&self) -> Self {
        Self {
            io: self.io.clone(),
            open: self.open.clone(),
            headers: self.headers.clone(),
            peers: self.peers.clone(),
            _registered: self._registered.clone(),
            ..*self
        }
    }
}

/// A server with the engine's defaults. `register` is given the engine, to register namespaces with it.
///
/// What it returns is kept as long as the server.
///
/// # Panics
///
/// If it returns that a dynamic namespace could not be registered.
#[track_caller]
pub fn server<R: Send + 'static>(register: impl FnOnce(&SocketIo) -> R) -> Server {
    let (service, io) = SocketIo::builder().build_svc();
    let registered = register(&io);
    if let Some(Err(error)) = (&registered as &dyn Any).downcast_ref::<Result<(), NsInsertError>>() {
        panic!("a namespace was not registered: {error}");
    }
    let server = Server::new(service, io);
    Server { _registered: Some(Arc::new(Mutex::new(registered))), ..server }
}

impl<A: Adapter> Server<A> {
    /// A server of one's own making: `service` and `io` are what
    /// [`build_svc`](socketioxide::SocketIoBuilder::build_svc) gives, perhaps with layers around the service.
    pub fn new<S>(service: S, io: SocketIo<A>) -> Self
    where
        S: Service<(DuplexStream, http::Request<()>)> + Clone + Send + Sync + 'static,
        S::Future: Send,
        S::Error: Debug,
    {
        let open = move |stream, request| {
            let mut service = service.clone();
            async move {
                let text = |error| format!("{error:?}");
                std::future::poll_fn(|cx| service.poll_ready(cx)).await.map_err(text)?;
                service.call((stream, request)).await.map(drop).map_err(text)
            }
            .boxed()
        };
        let open = Arc::new(open);
        let (parser, deadline) = (Parser::Common, DEADLINE);
        Self { io, open, parser, deadline, headers: Vec::new(), peers: Peers::default(), _registered: None }
    }

    /// The engine: for emitters (`call::Emitter::new(server.io())`), or to close it.
    pub fn io(&self) -> &SocketIo<A> {
        &self.io
    }

    /// How long its clients wait for anything, instead of 5 seconds.
    #[must_use]
    pub fn deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// Its clients speak MessagePack, as `socket.io-msgpack-parser` does; so must the engine
    /// (`ParserConfig::msgpack()`).
    #[must_use]
    pub fn msgpack(self) -> Self {
        Self { parser: Parser::MsgPack, ..self }
    }

    /// Its clients send this header with the request that opens their connection: `cookie`, `origin`.
    ///
    /// # Panics
    ///
    /// If name or value cannot stand in a header.
    #[must_use]
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => self.headers.push((name, value)),
            _ => panic!("{name:?}: {value:?} is no header"),
        }
        self
    }

    /// How long the clients that connect through this wait.
    pub(super) fn patience(&self) -> Duration {
        self.deadline
    }

    /// Opens the engine's connection, without asking for the namespace yet.
    pub(super) async fn open(&self, namespace: String) -> Result<Arc<Link>, String> {
        let (ours, theirs) = tokio::io::duplex(PIPE);
        let mut request = http::Request::get("/socket.io/?EIO=4&transport=websocket");
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(()).map_err(|error| error.to_string())?;
        (self.open)(theirs, request).await?;
        let mut ws = WebSocketStream::from_raw_socket(ours, Role::Client, None).await;
        match ws.next().await {
            Some(Ok(Message::Text(text))) if text.starts_with('0') => {}
            other => return Err(format!("the engine did not begin with its handshake: {other:?}")),
        }
        let link = Link::new(ws, namespace, self.parser, self.deadline, self.peers.clone());
        self.peers.add(&link);
        Ok(link)
    }
}
