//! HTTP around the engine: who may connect, the explorer, and an orderly end.

use std::io;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt as _;
use sockgen::socketioxide::layer::SocketIoLayer;
use tokio::net::{TcpListener, lookup_host};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower_http::cors::CorsLayer;
use tracing::debug;

use crate::call;

/// The sockets that the server listens on: `localhost` is an address of IPv4 and one of IPv6, and clients try either.
pub(crate) struct Listeners {
    sockets: Vec<TcpListener>,
    pub(crate) port: u16,
}

pub(crate) async fn listen(host: &str, port: u16) -> Result<Listeners, String> {
    let addresses =
        lookup_host((host, port)).await.map_err(|error| format!("HOST {host:?} is unknown: {error}"))?;
    let mut listeners = Listeners { sockets: Vec::new(), port };
    let mut failed = None;
    for mut address in addresses {
        // With port 0 the first address decides for all of them.
        address.set_port(listeners.port);
        match TcpListener::bind(address).await.and_then(|socket| Ok((socket.local_addr()?.port(), socket))) {
            Ok((port, socket)) => {
                listeners.port = port;
                listeners.sockets.push(socket);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                return Err(format!("port {port} is taken by another program; choose one with PORT=…"));
            }
            // A machine without IPv6 may still have a name for it.
            Err(error) => failed = Some(format!("cannot listen on {address}: {error}")),
        }
    }
    match failed {
        Some(message) if listeners.sockets.is_empty() => Err(message),
        _ if listeners.sockets.is_empty() => Err(format!("HOST {host:?} has no address")),
        _ => Ok(listeners),
    }
}

/// A server at work.
pub(crate) struct Serving {
    stop: watch::Sender<bool>,
    servers: JoinSet<io::Result<()>>,
}

impl Serving {
    /// Accepts nothing more; what is connected stays so.
    pub(crate) fn stop_accepting(&self) {
        // Nobody listens where every server has ended by itself.
        let _ = self.stop.send(true);
    }

    /// Waits for the requests that are under way.
    pub(crate) async fn finish(self) {
        self.servers.join_all().await;
    }
}

pub(crate) fn serve(listeners: Listeners, router: Router) -> Serving {
    let (stop, stopped) = watch::channel(false);
    let mut servers = JoinSet::new();
    for listener in listeners.sockets {
        let mut stopped = stopped.clone();
        // Without it, the kernel holds a small answer back in the hope of more: tens of milliseconds for every ack.
        let listener = listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                debug!(%error, "TCP_NODELAY was refused");
            }
        });
        let serving = axum::serve(listener, router.clone()).with_graceful_shutdown(async move {
            // An error says that the sender is gone, which is a signal too.
            let _ = stopped.changed().await;
        });
        servers.spawn(async move { serving.await });
    }
    Serving { stop, servers }
}

/// Everything the server answers, the engine included.
pub(crate) fn router(engine: SocketIoLayer, origins: &[String]) -> Router {
    let allowed: Arc<[HeaderValue]> = origins.iter().filter_map(|origin| origin.parse().ok()).collect();
    let cors = CorsLayer::new()
        .allow_origin(allowed.to_vec())
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE]);
    Router::new()
        .route_service("/ws/test", call::explorer())
        .layer(engine)
        .layer(cors)
        .layer(middleware::from_fn_with_state(allowed, check_origin))
}

/// CORS protects answers, not WebSockets: a page of any origin could open one. So the origin is checked for all
/// requests alike; a client that sends none is no browser, and could send any.
async fn check_origin(State(allowed): State<Arc<[HeaderValue]>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    let mut origins = request.headers().get_all(header::ORIGIN).iter();
    if origins.all(|origin| allowed.contains(origin) || is_own(origin, host)) {
        return next.run(request).await;
    }
    debug!(path = request.uri().path(), "refused: its origin is not allowed");
    (StatusCode::FORBIDDEN, "this origin is not allowed; see ALLOWED_ORIGINS\n").into_response()
}

/// Whether a page is this server's own under another name of this machine, such as `http://app.localhost:3001`: the
/// explorer is served there as well. No name server gives such names to anybody.
fn is_own(origin: &HeaderValue, host: Option<&HeaderValue>) -> bool {
    let host = host.map_or(&b""[..], HeaderValue::as_bytes);
    let name = host.split(|&byte| byte == b':').next().unwrap_or_default();
    let is_this_machine = name == b"localhost" || name.ends_with(b".localhost");
    is_this_machine && origin.as_bytes().strip_prefix(b"http://") == Some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_this_machine_is_the_servers_own_under_its_name_alone() {
        let is_own =
            |origin, host| is_own(&HeaderValue::from_static(origin), Some(&HeaderValue::from_static(host)));
        for host in
            ["app.localhost:3001", "a.b.localhost:3001", "localhost:3001", "localhost", "app.localhost"]
        {
            let origin = HeaderValue::try_from(format!("http://{host}")).unwrap();
            assert!(super::is_own(&origin, Some(&HeaderValue::from_static(host))), "{host}");
        }
        for (origin, host) in [
            ("http://b.localhost:3001", "a.localhost:3001"),
            ("http://app.localhost:3000", "app.localhost:3001"),
            ("https://app.localhost:3001", "app.localhost:3001"),
            ("http://app.example:3001", "app.example:3001"),
            ("http://notlocalhost:3001", "notlocalhost:3001"),
            ("http://app.localhost.example", "app.localhost.example"),
            ("null", "app.localhost:3001"),
            ("http://", ""),
        ] {
            assert!(!is_own(origin, host), "{origin} at {host}");
        }
        assert!(!super::is_own(&HeaderValue::from_static("http://localhost"), None));
    }
}
