//! A node of the cluster, on `http://localhost:3001`: alone, or one of many.
//!
//! | variable | what it says |
//! |---|---|
//! | `PORT` | where it listens; 0 lets the system choose |
//! | `REDIS_URL` | the Redis that the nodes share (feature `redis`) |
//! | `MONGODB_URL` | the replica set, with the name of a database (feature `mongodb`) |
//! | `POSTGRES_URL` | the database (feature `postgres`) |

use std::process::ExitCode;

use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::serve::ListenerExt as _;
use cluster::app::App;
use cluster::cluster::register;
use sockgen::limits::engine_bytes;
use sockgen::prelude::{Adapter, SocketIo};
use sockgen::socketioxide::SocketIoBuilder;
use sockgen::socketioxide::layer::SocketIoLayer;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// More than any event of the schema has.
const LARGEST_EVENT: usize = 32_768;

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

/// The adapter is all that differs; `register` is the same, and so are the handlers.
async fn run() -> Result<(), String> {
    let engine = SocketIo::builder()
        .max_payload(engine_bytes(LARGEST_EVENT) as u64)
        .ws_max_message_size(engine_bytes(LARGEST_EVENT));
    match (variable("REDIS_URL"), variable("MONGODB_URL"), variable("POSTGRES_URL")) {
        (None, None, None) => {
            let (layer, io) = engine.build_layer();
            register(&io, App);
            serve(layer, io).await
        }
        (Some(url), None, None) => redis(engine, &url).await,
        (None, Some(url), None) => mongodb(engine, &url).await,
        (None, None, Some(url)) => postgres(engine, &url).await,
        _ => Err("set one of REDIS_URL, MONGODB_URL and POSTGRES_URL".to_owned()),
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(feature = "redis")]
async fn redis(engine: SocketIoBuilder, url: &str) -> Result<(), String> {
    let adapter = cluster::redis::adapter(url).await.map_err(|error| format!("REDIS_URL: {error}"))?;
    let (layer, io) = engine.with_adapter::<cluster::redis::RedisAdapter<_>>(adapter).build_layer();
    register(&io, App).await.map_err(|error| error.to_string())?;
    serve(layer, io).await
}

#[cfg(not(feature = "redis"))]
async fn redis(_: SocketIoBuilder, _: &str) -> Result<(), String> {
    Err("REDIS_URL: build with `--features redis`".to_owned())
}

#[cfg(feature = "mongodb")]
async fn mongodb(engine: SocketIoBuilder, url: &str) -> Result<(), String> {
    use socketioxide_mongodb::drivers::mongodb::mongodb_client::Client;
    use socketioxide_mongodb::{MongoDbAdapter, MongoDbAdapterCtr};

    let wrong = |error: &dyn std::error::Error| format!("MONGODB_URL: {error}");
    let client = Client::with_uri_str(url).await.map_err(|error| wrong(&error))?;
    let database = client.default_database().ok_or("MONGODB_URL: the name of a database is missing")?;
    let adapter = MongoDbAdapterCtr::new_with_mongodb(database).await.map_err(|error| wrong(&error))?;
    let (layer, io) = engine.with_adapter::<MongoDbAdapter<_>>(adapter).build_layer();
    register(&io, App).await.map_err(|error| error.to_string())?;
    serve(layer, io).await
}

#[cfg(not(feature = "mongodb"))]
async fn mongodb(_: SocketIoBuilder, _: &str) -> Result<(), String> {
    Err("MONGODB_URL: build with `--features mongodb`".to_owned())
}

#[cfg(feature = "postgres")]
async fn postgres(engine: SocketIoBuilder, url: &str) -> Result<(), String> {
    use socketioxide_postgres::drivers::sqlx::sqlx_client::PgPool;
    use socketioxide_postgres::{PostgresAdapterCtr, SqlxAdapter};

    let pool = PgPool::connect(url).await.map_err(|error| format!("POSTGRES_URL: {error}"))?;
    let adapter = PostgresAdapterCtr::new_with_sqlx(pool);
    let (layer, io) = engine.with_adapter::<SqlxAdapter<_>>(adapter).build_layer();
    register(&io, App).await.map_err(|error| error.to_string())?;
    serve(layer, io).await
}

#[cfg(not(feature = "postgres"))]
async fn postgres(_: SocketIoBuilder, _: &str) -> Result<(), String> {
    Err("POSTGRES_URL: build with `--features postgres`".to_owned())
}

async fn serve<A: Adapter>(layer: SocketIoLayer<A>, io: SocketIo<A>) -> Result<(), String> {
    let port = match variable("PORT") {
        Some(port) => port.parse().map_err(|_| format!("PORT must be a number up to 65535, not {port:?}"))?,
        None => 3001_u16,
    };
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("cannot listen on port {port}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let router = Router::new().layer(layer).layer(middleware::from_fn(no_pages));
    // Without it, the kernel holds a small answer back in the hope of more: tens of milliseconds for every ack.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY was refused");
        }
    });
    println!("Node on http://{address}");
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        told_to_stop().await;
        io.close().await;
    });
    serving.await.map_err(|error| error.to_string())
}

/// Ctrl-C, or what a process manager sends. Failing to listen would mean never to stop; stopping at once is the smaller
/// harm.
async fn told_to_stop() {
    #[cfg(unix)]
    if let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        return;
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// The example has no pages: whoever sends an origin is a page of somebody else's. `examples/call` has a list of origins.
async fn no_pages(request: Request, next: Next) -> Response {
    if request.headers().contains_key(header::ORIGIN) {
        return (StatusCode::FORBIDDEN, "this example talks to no pages\n").into_response();
    }
    next.run(request).await
}
