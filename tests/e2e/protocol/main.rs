//! A server that sends back what it receives, whatever it is, in two namespaces: what is tested with it is the protocol.
//!
//! Its intervals are short enough for a test to wait for what happens at the end of one, and long enough for a machine that
//! is busy with other things.

use std::io;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use sockgen::prelude::*;
use sockgen::serde_json::Value;

#[sockgen::socket_events("protocol.sockgen.yaml")]
mod protocol {}

struct App;

/// The same handlers for each of the namespaces, which have types of their own.
macro_rules! echo {
    ($($module:ident)::+) => {
        impl<A: Adapter> $($module)::+::Handlers<A> for App {
            type Session = Value;

            async fn authenticate(&self, _: &SocketRef<A>, auth: Value) -> Result<Value, Fail<Refused>> {
                Ok(auth)
            }

            async fn on_connect(&self, ctx: $($module)::+::Ctx<Value, A>) {
                // A client that has gone again needs to be told nothing.
                let _ = ctx.emit().auth(ctx.session());
            }
        }

        impl<A: Adapter> $($module)::+::events::Handlers<A> for App {
            async fn message(&self, ctx: $($module)::+::Ctx<Value, A>, data: Raw) -> Result<(), Fail> {
                Ok(ctx.emit().message_back(&data)?)
            }

            async fn message_with_ack(&self, _: $($module)::+::Ctx<Value, A>, data: Raw) -> Result<Raw, Fail> {
                Ok(data)
            }

            async fn json_with_ack(&self, _: $($module)::+::Ctx<Value, A>, data: Value) -> Result<Value, Fail> {
                Ok(data)
            }

            async fn emit_with_ack(&self, ctx: $($module)::+::Ctx<Value, A>, data: Raw) -> Result<(), Fail> {
                let answer = ctx.emit().emit_with_ack(&data).await?;
                Ok(ctx.emit().emit_with_ack(&answer).without_ack()?)
            }
        }
    };
}

echo!(protocol);
echo!(protocol::custom);

// One thread, so that what two connections send is handled in the order in which it came: a request that follows an upgrade is
// behind it, as the client means it.
#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let (layer, io) = SocketIo::builder()
        .ping_interval(Duration::from_millis(1500))
        .ping_timeout(Duration::from_millis(2500))
        .connect_timeout(Duration::from_secs(3))
        .max_payload(1_000_000)
        .build_layer();
    protocol::register(&io, App);
    protocol::custom::register(&io, App);
    let listener = tokio::net::TcpListener::bind(("localhost", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    // Without this an event waits for the client's word that it has the one before.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    axum::serve(listener, axum::Router::new().layer(layer)).await
}
