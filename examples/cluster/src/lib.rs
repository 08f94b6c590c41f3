//! Chats whose members are connected to different nodes.
//!
//! `app.rs` is what an application writes against its schema, `cluster.sockgen.yaml`; it knows nothing of adapters. `node.rs`
//! is the server, which chooses one; `announce.rs` a process that emits and is no server; `redis.rs` their connection.

pub mod app;
#[cfg(feature = "redis")]
pub mod redis;

#[sockgen::socket_events("../cluster.sockgen.yaml")]
pub mod cluster {}
