//! What is counted over a whole process: its memory, the acks that it lost, the events of its log. So one test runs at a
//! time, and each is about what changes while it does.

#[path = "hazards/app.rs"]
mod app;
#[path = "support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;
#[path = "hazards/harness.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod harness;
#[path = "process/lost.rs"]
mod lost;
#[path = "process/memory.rs"]
mod memory;
#[path = "process/trace.rs"]
mod trace;

use peak_alloc::PeakAlloc;
use sockgen::socket_events;
use tokio::sync::{Mutex, MutexGuard};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[socket_events("hazards/hazards.sockgen.yaml")]
pub mod hazards {}

/// Held by the test that runs.
async fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::const_new(());
    ONE.lock().await
}
