//! A client's connection: one task that reads and writes, and what it leaves for whoever waits.
//!
//! The task answers the engine's pings and reads everything at once, whether or not the test waits for it, so that a
//! client that is not looked at for a while neither loses its connection nor looks like a slow reader.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::{Either, select};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::io::DuplexStream;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use super::Peers;
use super::packet::{Kind, Packet, Parser, Reader, Unreadable};
use crate::emit::EmitError;
use crate::payload::{Raw, RawValue};
use crate::test_client::PING;

/// Why a connection has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum End {
    /// The server disconnected this client from the namespace.
    ByServer,
    /// The client disconnected.
    ByClient,
    /// The connection was closed, by the server or since it is gone.
    Transport,
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What Socket.IO calls them.
        f.write_str(match self {
            Self::ByServer => "io server disconnect",
            Self::ByClient => "io client disconnect",
            Self::Transport => "transport close",
        })
    }
}

/// An event as it arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    /// Its name on the wire.
    pub name: String,
    /// Its arguments.
    pub arguments: Vec<RawValue>,
    /// The ack that the server asks for.
    pub(super) id: Option<u64>,
}

/// What the task has read so far.
#[derive(Default)]
pub(super) struct State {
    /// Events that nobody has taken, in their order.
    pub(super) events: VecDeque<Arrived>,
    /// CONNECT or CONNECT_ERROR, until it is looked at.
    pub(super) welcome: Option<Packet>,
    pub(super) end: Option<End>,
    /// What could not be read: no test should pass over it.
    pub(super) unreadable: Option<Unreadable>,
    acks: HashMap<u64, oneshot::Sender<Raw>>,
    next_id: u64,
}

/// What the task and the client share.
#[derive(Default)]
pub(super) struct Inbox {
    state: Mutex<State>,
    changed: Notify,
}

impl Inbox {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `look` has found something; `None` if it has not by then.
    pub(super) async fn until<T>(
        &self,
        deadline: Duration,
        mut look: impl FnMut(&mut State) -> Option<T>,
    ) -> Option<T> {
        let found = async {
            loop {
                let mut changed = pin!(self.changed.notified());
                // Before looking: what changes while we look is not missed.
                changed.as_mut().enable();
                if let Some(found) = look(&mut self.state()) {
                    return found;
                }
                changed.await;
            }
        };
        tokio::time::timeout(deadline, found).await.ok()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_waiters();
    }

    fn read(&self, packet: Packet) {
        self.change(|state| match packet.kind {
            Kind::Connect | Kind::ConnectError => state.welcome = Some(packet),
            Kind::Disconnect => state.end(End::ByServer),
            Kind::Event => {
                let mut arguments = arguments(packet.data).into_iter();
                let name = match arguments.next() {
                    Some(RawValue::String(name)) => name,
                    other => {
                        state.unreadable = Some(Unreadable(format!("an event with the name {other:?}")));
                        return;
                    }
                };
                state.events.push_back(Arrived { name, arguments: arguments.collect(), id: packet.id });
            }
            Kind::Ack => {
                let waiting = packet.id.and_then(|id| state.acks.remove(&id));
                if let Some(waiting) = waiting {
                    // Whoever asked may have given up.
                    let _ = waiting.send(Raw { arguments: arguments(packet.data) });
                }
            }
        });
    }
}

impl State {
    /// The first reason counts.
    fn end(&mut self, end: End) {
        self.end.get_or_insert(end);
        // Who waits for an ack is told by the sender's end.
        self.acks.clear();
    }
}

fn arguments(data: Option<RawValue>) -> Vec<RawValue> {
    match data {
        Some(RawValue::Array(arguments)) => arguments,
        _ => Vec::new(),
    }
}

/// What the task is told.
enum Order {
    Send(Vec<Message>),
    /// Closes the connection, as a page that is left.
    Close,
    /// Drops it without a word, as a network does.
    Cut,
}

/// The client's end.
pub(super) struct Link {
    orders: mpsc::UnboundedSender<Order>,
    pub(super) inbox: Arc<Inbox>,
    pub(super) namespace: String,
    pub(super) deadline: Duration,
    pub(super) peers: Peers,
    parser: Parser,
}

impl Link {
    /// Gives the connection to a task.
    pub(super) fn new(
        ws: WebSocketStream<DuplexStream>,
        namespace: String,
        parser: Parser,
        deadline: Duration,
        peers: Peers,
    ) -> Arc<Self> {
        let (orders, taken) = mpsc::unbounded_channel();
        let inbox = Arc::new(Inbox::default());
        tokio::spawn(run(ws, taken, inbox.clone(), Reader::new(&namespace), parser));
        Arc::new(Self { orders, inbox, namespace, deadline, peers, parser })
    }

    pub(super) fn send(&self, packet: &Packet) -> Result<(), EmitError> {
        self.send_messages(packet.write(self.parser, &self.namespace))
    }

    /// Messages of the engine.
    pub(super) fn send_messages(&self, messages: Vec<Message>) -> Result<(), EmitError> {
        if self.inbox.state().end.is_some() {
            return Err(EmitError::Closed);
        }
        self.orders.send(Order::Send(messages)).map_err(|_| EmitError::Closed)
    }

    /// Sends an event that asks for an ack, which comes out of what it gives; that ends with the connection.
    pub(super) fn ask(&self, name: &str, arguments: Raw) -> oneshot::Receiver<Raw> {
        let (waiting, answer) = oneshot::channel();
        let id = {
            let mut state = self.inbox.state();
            let id = state.next_id;
            state.next_id += 1;
            state.acks.insert(id, waiting);
            id
        };
        if self.send(&Packet::event(name, arguments, Some(id))).is_err() {
            self.inbox.state().acks.remove(&id);
        }
        answer
    }

    /// Waits until the server has started everything that this client sent before; `false` if it does not say so.
    pub(super) fn ping(&self) -> impl Future<Output = bool> + use<> {
        let answer = self.ask(PING, Raw::default());
        let deadline = self.deadline;
        // A connection that has ended has nothing more to be started.
        async move { tokio::time::timeout(deadline, answer).await.is_ok() }
    }

    /// The same for everybody who is connected to the server, and then for this client again, so that what the others
    /// have caused for it has arrived too.
    pub(super) async fn settle(&self) -> bool {
        self.peers.settle().await && self.ping().await
    }

    pub(super) fn disconnect(&self) {
        // One that has ended already is what was asked for.
        let _ = self.send(&Packet { kind: Kind::Disconnect, id: None, data: None });
        self.end(Order::Close);
    }

    pub(super) fn close(&self) {
        self.end(Order::Close);
    }

    pub(super) fn cut(&self) {
        self.end(Order::Cut);
    }

    fn end(&self, order: Order) {
        self.inbox.change(|state| state.end(End::ByClient));
        let _ = self.orders.send(order);
    }
}

async fn run(
    mut ws: WebSocketStream<DuplexStream>,
    mut orders: mpsc::UnboundedReceiver<Order>,
    inbox: Arc<Inbox>,
    mut reader: Reader,
    parser: Parser,
) {
    loop {
        let next = match select(pin!(ws.next()), pin!(orders.recv())).await {
            Either::Left((message, _)) => Either::Left(message),
            Either::Right((order, _)) => Either::Right(order),
        };
        let messages = match next {
            Either::Left(Some(Ok(Message::Text(text)))) if text == "2" => vec![Message::text("3")],
            Either::Left(Some(Ok(message @ (Message::Text(_) | Message::Binary(_))))) => {
                let packet = match message {
                    Message::Binary(bytes) => reader.binary(bytes, parser),
                    Message::Text(text) => text.strip_prefix('4').map_or(Ok(None), |text| reader.text(text)),
                    _ => Ok(None),
                };
                match packet {
                    Ok(Some(packet)) => inbox.read(packet),
                    Ok(None) => {}
                    Err(unreadable) => inbox.change(|state| state.unreadable = Some(unreadable)),
                }
                if inbox.state().end == Some(End::ByServer) {
                    break;
                }
                continue;
            }
            // The engine's own pings and pongs are none of Socket.IO's.
            Either::Left(Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_)))) => continue,
            Either::Left(Some(Ok(Message::Close(_))) | Some(Err(_)) | None) => break,
            Either::Right(Some(Order::Send(messages))) => messages,
            Either::Right(Some(Order::Cut) | None) => return,
            Either::Right(Some(Order::Close)) => break,
        };
        for message in messages {
            if ws.send(message).await.is_err() {
                break;
            }
        }
    }
    inbox.change(|state| state.end(End::Transport));
    // It fails on a connection that the server has closed already.
    let _ = ws.close(None).await;
}
