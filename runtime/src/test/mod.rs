//! Tests without a network: typed clients that connect to a registered server in memory. Behind the feature `test`.
//!
//! ```toml
//! [dev-dependencies]
//! sockgen = { version = "0.1", features = ["test"] }
//! ```
//!
//! With it, the module of each namespace has a module `test`, with the function `connect` and a client whose methods are the
//! schema's events. A client speaks as generated clients do: what it sends is written and checked by the schema, and
//! what it receives is read and checked by it.
//!
//! ```
//! use sockgen::prelude::*;
//!
//! #[socket_events(inline = r#"
//! sockgen: 1
//! types: { Failure: { fields: { message: string } } }
//! clientToServer:
//!   join: { data: { room: string(1..=64) }, ack: { members: u32 }, error: Failure }
//! serverToClient:
//!   joined: { data: { room: string } }
//!   ready: { ack: bool }
//! rooms: { lobby: "lobby:{room: string}" }
//! "#)]
//! pub mod chat {}
//!
//! struct App;
//!
//! impl<A: Adapter> chat::Handlers<A> for App {
//!     type Session = ();
//!
//!     async fn authenticate(&self, _: &SocketRef<A>, _: chat::Auth) -> Result<(), Fail<chat::ConnectError>> {
//!         Ok(())
//!     }
//!
//!     async fn join(&self, ctx: chat::Ctx<(), A>, data: chat::Join) -> Result<chat::JoinAck, Fail<chat::Failure>> {
//!         if !ctx.emit().ready().await? {
//!             Err(chat::Failure { message: "not ready".to_owned() })?;
//!         }
//!         let room = chat::rooms::lobby(&data.room);
//!         ctx.join(&room);
//!         ctx.to(&room).joined(&chat::Joined { room: data.room }).await?;
//!         Ok(chat::JoinAck { members: 1 })
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = sockgen::test::server(|io| chat::register(io, App));
//! let ann = chat::test::connect(&server).await?;
//! let bob = chat::test::connect(&server).await?;
//!
//! for client in [&ann, &bob] {
//!     // It is sent here. Before its answer the server has a question.
//!     let joining = client.request().join(&chat::Join { room: "hall".into() });
//!     client.expect().ready().await.answer(&true)?;
//!     assert_eq!(joining.await?.members, 1);
//! }
//! assert_eq!(ann.expect().joined().await.room, "hall");
//! bob.expect_nothing().await;
//!
//! // What no client of this schema sends.
//! let ack = bob.raw().request("join", [sockgen::serde_json::json!({ "room": 7 })]).await?;
//! assert_eq!(ack["fault"]["path"], "$.room");
//! # Ok(())
//! # }
//! ```
//!
//! # What fails a test, and what is a value
//!
//! What the test itself does wrong panics at its line: a payload that breaks its own schema. So does what the server
//! should have done and has not: an event that is expected and does not come, or that breaks the schema ([`Expected`] says
//! more). What a server may do is a value: an ack with an error or a fault, no ack in time, a refused connection.
//!
//! # Who does the work
//!
//! Each client has one task that reads, writes and answers the engine's heartbeat, as long as the client lives. So events
//! are sent when their method is called, and arrive whether or not somebody expects them yet. The server runs in the tasks
//! that the engine spawns on the test's runtime; a paused clock (`tokio::time::pause`) is one for all of them.

mod client;
mod connect;
mod expect;
mod link;
mod packet;
mod question;
mod raw;
mod report;
mod send;
mod server;

use std::time::Duration;

pub use client::Client;
pub use connect::{ConnectFailure, Connecting};
pub use expect::Expected;
pub use link::{Arrived, End};
pub use question::Question;
pub use raw::RawClient;
pub use send::Answer;
pub use server::{Server, server};

use self::server::Peers;

/// What generated code names, and nobody else.
#[doc(hidden)]
pub mod generated {
    pub use super::client::{Client, Tested};
    pub use super::connect::{Connecting, connect};
    pub use super::expect::{Expected, Inquirer};
    pub use super::question::Question;
    pub use super::send::{Answer, Sender, Sent};
    pub use super::server::Server;
}

/// How long a client waits if nobody has said otherwise.
const DEADLINE: Duration = Duration::from_secs(5);
