//! Tests without a network: typed clients that connect to a registered service in memory. Behind the feature `test`.
//!
//! ```toml
//! [dev-dependencies]
//! sockgen = { version = "0.1", features = ["test"] }
//! ```

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
    pub use super::send::{Answer, Sender};
    pub use super::server::Server;
}

/// How long a client waits if nobody has said otherwise.
const DEADLINE: Duration = Duration::from_secs(5);

/// The event by which a client asks whether what it sent before has been started. No schema has it: it is handled before
/// the application hears of anything, and only where this module exists.
const PING: &str = "$sockgen:ping";

pub(crate) fn is_ping(event: &str) -> bool {
    event == PING
}
