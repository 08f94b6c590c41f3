//! The server of the voice-call application: rooms, messages and typing, on `http://localhost:3001`.
//!
//! `app.rs` is what an application writes against its schema, `call.sockgen.yaml`; the rest is an HTTP server like any
//! other. The environment is read in `config.rs`.

mod app;
mod config;
mod http;

#[sockgen::socket_events("../../call.sockgen.yaml")]
pub mod call {}

use std::process::ExitCode;
use std::time::Duration;

use sockgen::limits::engine_bytes;
use sockgen::prelude::SocketIo;
use sockgen::tokio_util::task::TaskTracker;
use tracing_subscriber::EnvFilter;

use crate::config::Config;

/// The largest `maxBytes` of the schema. The events without one are bounded by their fields, and far smaller.
const LARGEST_EVENT: usize = 65_536;

/// How long handlers may take to get done once the server is told to stop, and then connections to end.
const DRAIN: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let config = Config::from_environment()?;
    let listeners = http::listen(&config.host, config.port).await?;
    let port = listeners.port;
    let origins = config.origins(port);

    let builder = call::engine(SocketIo::builder()).ws_max_message_size(engine_bytes(LARGEST_EVENT));
    let (layer, io) = builder.build_layer();
    let tasks = TaskTracker::new();
    call::service(app::App::default()).tasks(&tasks).register(&io);

    // Asked for before the first line is printed: who starts this server may stop it as soon as it says that it is there.
    let stop = Stop::new()?;
    let router = http::router(layer, &origins);
    let serving = http::serve(listeners, router);
    println!("Call server on http://localhost:{port}");
    println!("  explorer         http://localhost:{port}/ws/test");
    println!("  allowed origins  {}", origins.join(", "));

    stop.wait().await;
    println!("Stopping; once more to stop at once.");
    tokio::spawn(async move {
        stop.wait().await;
        // As a shell reports a process that Ctrl-C ended.
        std::process::exit(130);
    });
    stop_gracefully(&io, serving, &tasks).await;
    Ok(())
}

/// Takes no more clients, tells those that are there, lets handlers get done, and ends the connections.
async fn stop_gracefully(io: &SocketIo, serving: http::Serving, tasks: &TaskTracker) {
    serving.stop_accepting();
    app::announce_stop(io).await;
    tasks.close();
    if tokio::time::timeout(DRAIN, tasks.wait()).await.is_err() {
        eprintln!("warning: {} handlers were not done within {} s", tasks.len(), DRAIN.as_secs());
    }
    let ended = async {
        // Closing the transport, rather than disconnecting, tells clients to come back when a server is there again.
        sockgen::close(io).await;
        tasks.wait().await;
        serving.finish().await;
    };
    if tokio::time::timeout(DRAIN, ended).await.is_err() {
        eprintln!("warning: some connections did not end within {} s", DRAIN.as_secs());
    }
}

/// Ctrl-C, or what a process manager sends.
struct Stop {
    #[cfg(unix)]
    terminate: tokio::sync::Mutex<tokio::signal::unix::Signal>,
    #[cfg(unix)]
    interrupt: tokio::sync::Mutex<tokio::signal::unix::Signal>,
}

impl Stop {
    #[cfg(unix)]
    fn new() -> Result<Self, String> {
        use tokio::signal::unix::{SignalKind, signal};
        let listen = |kind| {
            signal(kind)
                .map(tokio::sync::Mutex::new)
                .map_err(|error| format!("cannot listen for signals: {error}"))
        };
        Ok(Self { terminate: listen(SignalKind::terminate())?, interrupt: listen(SignalKind::interrupt())? })
    }

    #[cfg(not(unix))]
    fn new() -> Result<Self, String> {
        Ok(Self {})
    }

    #[cfg(unix)]
    async fn wait(&self) {
        let (mut terminate, mut interrupt) = (self.terminate.lock().await, self.interrupt.lock().await);
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    async fn wait(&self) {
        // Failing to listen would mean never to stop; stopping at once is the smaller harm.
        let _ = tokio::signal::ctrl_c().await;
    }
}
