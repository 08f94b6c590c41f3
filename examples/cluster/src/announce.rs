//! A process that is no Socket.IO server and emits to the clients of one: `cluster-announce ROOM TEXT`.

use std::process::ExitCode;

use cluster::cluster::{Announcement, Emitter, rooms};
use cluster::redis::Publisher;
use sockgen::Remote;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let [room, text] = <[String; 2]>::try_from(std::env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "what is said where? cluster-announce ROOM TEXT")?;
    let url =
        std::env::var("REDIS_URL").map_err(|_| "REDIS_URL says where Redis is: redis://localhost:6379")?;
    let publisher = Publisher::connect(&url).await.map_err(|error| error.to_string())?;

    // The same typed emitter as in a server, with the same checks.
    let emitter = Emitter::remote(&Remote::redis(publisher));
    let sent = emitter.within(&rooms::chat(&room)).announcement(&Announcement { text }).await;
    sent.map_err(|error| error.to_string())
}
