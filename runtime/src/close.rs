//! The end of a server: every connection is ended, and every `on_disconnect` runs.
//!
//! The engine's own `SocketIo::close` forgets its namespaces before it closes connections, and so calls no disconnect
//! handler (socketioxide 0.18.9, `Client::close`). Our handler is therefore taken out of each socket first; it is told of the
//! socket while it is being dropped, and does what it would have done at a disconnect.

use std::cell::Cell;

use socketioxide::SocketIo;
use socketioxide::adapter::Adapter;

thread_local! {
    /// Whether this thread is taking handlers out of sockets here.
    static CLOSING: Cell<bool> = const { Cell::new(false) };
}

/// Ends all connections, as a server does that stops: `on_disconnect` of each is begun, with the reason `ClosingServer`, and
/// the transports are closed, which tells clients to connect again when there is a server.
///
/// Handlers that are at work go on, but their answers have nowhere to go: wait for them first. What runs for connections
/// can be counted with [`Service::tasks`](crate::Service::tasks):
///
/// ```
/// # async fn stop(io: sockgen::socketioxide::SocketIo, tasks: sockgen::tokio_util::task::TaskTracker) {
/// tasks.close();
/// tasks.wait().await; // handlers are done
/// sockgen::close(&io).await;
/// tasks.wait().await; // so are the `on_disconnect`s
/// # }
/// ```
///
/// Call it within a Tokio runtime.
pub async fn close<A: Adapter>(io: &SocketIo<A>) {
    for namespace in io.nsps() {
        for socket in namespace.sockets() {
            CLOSING.set(true);
            socket.on_disconnect(async || {});
            CLOSING.set(false);
        }
    }
    io.close().await;
}

/// Whether a handler of ours that is being dropped is so for the end of the server.
pub(crate) fn is_closing() -> bool {
    CLOSING.get()
}
