//! What goes wrong between a client and a server, one thing after the other: whatever a client does, it has an answer or
//! loses its connection, learns nothing that it should not, and harms nobody else.
//!
//! What has to be counted over a whole process (its memory, the acks that it lost) stands in `process.rs`.

#[path = "hazards/app.rs"]
mod app;
#[path = "hazards/binary.rs"]
mod binary;
#[path = "support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;
#[path = "hazards/harness.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod harness;
#[path = "hazards/mistakes.rs"]
mod mistakes;
#[path = "hazards/numbers.rs"]
mod numbers;
#[path = "hazards/rooms.rs"]
mod rooms;
#[path = "hazards/text.rs"]
mod text;

use sockgen::socket_events;

#[socket_events("hazards/hazards.sockgen.yaml")]
pub mod hazards {}
