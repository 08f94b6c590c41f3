//! The client that a test holds.

use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;

use serde_json::Value;
use socketioxide::adapter::Adapter;
use socketioxide::socket::Sid;

use super::connect::{Connecting, ReadRefusal, connect_raw};
use super::expect::Inquirer;
use super::link::{Arrived, End, Link};
use super::raw::RawClient;
use super::send::Sender;
use crate::emit::Namespace;
use crate::payload::{Codec, RawValue};

/// What generated code says of a namespace to clients of tests.
pub trait Tested: Namespace {
    /// The codec of the handshake's `auth`.
    type Auth: Codec;
    /// How a refused connection is told why.
    type ConnectError: ReadRefusal;
    /// The events that clients send, without an ack.
    type Emit;
    /// The events that clients send, with one.
    type Request;
    /// The events that the server sends.
    type Expect;

    /// Wraps what sends.
    fn emit(sender: Sender) -> Self::Emit;
    /// Wraps what sends.
    fn request(sender: Sender) -> Self::Request;
    /// Wraps what waits.
    fn expect(inquirer: Inquirer) -> Self::Expect;
}

/// A client of one namespace, connected to a [`Server`](super::Server).
///
/// It has one connection of its own, as a browser's tab. When it is dropped the connection is closed.
pub struct Client<N: Tested> {
    link: Arc<Link>,
    id: Option<Sid>,
    namespace: PhantomData<fn() -> N>,
}

impl<N: Tested> Client<N> {
    pub(super) fn new(link: Arc<Link>, welcome: Option<&RawValue>) -> Self {
        let id = welcome.and_then(|data| data.get("sid")).and_then(RawValue::as_str);
        Self { link, id: id.and_then(|id| id.parse().ok()), namespace: PhantomData }
    }

    /// Connects with an `auth` that need not fit the schema, to a path that need not be one of the namespace's; without
    /// the hash that generated clients send along. `None` is a client that sends no `auth` at all.
    pub fn connect_raw<A: Adapter>(
        server: &super::Server<A>,
        path: &str,
        auth: impl Into<Option<Value>>,
    ) -> Connecting<N> {
        connect_raw(server, path.to_owned(), auth.into().map(RawValue::from))
    }

    /// The socket's id, as `ctx.id()` has it on the server.
    ///
    /// # Panics
    ///
    /// If the server sent none.
    #[track_caller]
    pub fn id(&self) -> Sid {
        self.id.unwrap_or_else(|| panic!("the server gave this client no id"))
    }

    /// The events that clients send, each a method that sends at once and asks for no ack.
    ///
    /// # Panics
    ///
    /// Its methods do if a payload breaks its own schema; [`raw`](Client::raw) sends such.
    pub fn emit(&self) -> N::Emit {
        N::emit(Sender::new(&self.link))
    }

    /// The events that clients send, each a method that sends at once and gives the [`Answer`](super::Answer) to await.
    ///
    /// # Panics
    ///
    /// Its methods do if a payload breaks its own schema; [`raw`](Client::raw) sends such.
    pub fn request(&self) -> N::Request {
        N::request(Sender::new(&self.link))
    }

    /// The events that the server sends, each a method that gives what is [`Expected`](super::Expected).
    pub fn expect(&self) -> N::Expect {
        N::expect(Inquirer::new(&self.link))
    }

    /// What a client of another version, of another language or of bad intent may do.
    pub fn raw(&self) -> RawClient {
        RawClient::new(&self.link)
    }

    /// Expects that nothing has arrived that the test has not taken, and nothing will of what has been sent by now.
    ///
    /// Nobody sleeps for that: the server is asked through each of its clients whether it has started everything that
    /// the client had sent before. Handlers run up to their first real wait when they are started, and what they emit by
    /// then is seen here. What a handler emits after it has waited for something else, for a timer or a database, may be
    /// missed; expect what comes behind it first.
    ///
    /// # Panics
    ///
    /// If something has arrived; the message lists it.
    #[track_caller]
    pub fn expect_nothing(&self) -> impl Future<Output = ()> + Send + use<N> {
        Inquirer::new(&self.link).nothing()
    }

    /// Takes everything that has arrived, as it arrived, after the same look at the server as
    /// [`expect_nothing`](Client::expect_nothing).
    pub async fn take_all(&self) -> Vec<Arrived> {
        self.link.settle().await;
        self.link.inbox.state().events.drain(..).collect()
    }

    /// Disconnects, as `socket.disconnect()` does: the server hears of it, and the connection is closed.
    pub fn disconnect(self) {
        self.link.disconnect();
    }

    /// The network is gone: the connection ends without a word.
    pub fn cut(self) {
        self.link.cut();
    }

    /// Waits until the server has ended the connection, and says how.
    ///
    /// # Panics
    ///
    /// If it has not by the deadline.
    #[track_caller]
    pub fn closed(&self) -> impl Future<Output = End> + Send + use<N> {
        Inquirer::new(&self.link).end()
    }
}

impl<N: Tested> std::fmt::Debug for Client<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = self.link.inbox.state();
        f.debug_struct("Client")
            .field("id", &self.id)
            .field("namespace", &self.link.namespace)
            .field("end", &state.end)
            .field("arrived", &state.events)
            .finish()
    }
}

impl<N: Tested> Drop for Client<N> {
    fn drop(&mut self) {
        // After `disconnect` and `cut` this finds nobody.
        self.link.close();
    }
}
