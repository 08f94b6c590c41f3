//! A server in memory, whoever wrote its handlers: one end of a pipe goes in, as a WebSocket that has been upgraded.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use sockgen::socketioxide::SocketIo;
use sockgen::socketioxide::extract::{AckSender, SocketRef};
use tokio::io::DuplexStream;
use tower_service::Service;

/// Who wrote the handlers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// Generated from the schema.
    Sockgen,
    /// Closures with `TryData` and manual acks.
    Hand,
    /// Nobody: every event is answered by one fallback that looks at nothing. What is left is the engine's own cost.
    Engine,
}

type Opening = Pin<Box<dyn Future<Output = ()> + Send>>;

/// How much fits into a pipe: more than the largest burst.
const PIPE: usize = 256 * 1024;

/// A server to which pipes connect.
#[derive(Clone)]
pub struct Server {
    pub io: SocketIo,
    open: Arc<dyn Fn(DuplexStream) -> Opening + Send + Sync>,
}

impl Server {
    /// A server whose namespaces `register` adds.
    pub fn new(register: impl FnOnce(&SocketIo)) -> Self {
        // No heartbeat while anything is measured, and room for a burst in every buffer.
        let hour = Duration::from_secs(3600);
        let (service, io) =
            SocketIo::builder().ping_interval(hour).ping_timeout(hour).max_buffer_size(1024).build_svc();
        register(&io);
        let open = move |stream: DuplexStream| {
            let mut service = service.clone();
            Box::pin(async move {
                let request = http::Request::get("/socket.io/?EIO=4&transport=websocket").body(());
                let request = request.expect("a request");
                service.call((stream, request)).await.map(drop).expect("a connection");
            }) as Opening
        };
        Self { io, open: Arc::new(open) }
    }

    /// Nothing but the engine, which gives this answer to everything.
    pub fn bare(answer: &'static str) -> Self {
        Self::new(|io| {
            io.ns("/", async move |socket: SocketRef| {
                socket.on_fallback(async move |ack: AckSender| {
                    let _ = ack.send(answer);
                });
            });
        })
    }

    /// A new connection to the engine.
    pub async fn open(&self) -> DuplexStream {
        let (ours, theirs) = tokio::io::duplex(PIPE);
        (self.open)(theirs).await;
        ours
    }
}
