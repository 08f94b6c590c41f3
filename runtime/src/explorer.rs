//! The page on which every event of a contract can be tried, as a service of the application's HTTP server.
//!
//! ```ignore
//! Router::new().route_service("/ws/test", call::explorer()).layer(layer)
//! ```
//!
//! It is there in debug builds, for a browser on the same machine. Elsewhere a server asks for it and says for which
//! origins: a page from which messages can be sent is not put on the network without that.

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Response, StatusCode, Uri};
use http_body_util::Full;
use sockgen_explorer::Page;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use tower_service::Service;
use tracing::debug;

/// The explorer of one or more contracts: a [tower] service that answers `GET` with the page.
///
/// [tower]: https://docs.rs/tower
#[derive(Clone, Debug)]
pub struct Explorer {
    contracts: Vec<&'static str>,
    page: Page,
    /// Hosts with their ports beside this machine's own, as browsers say them in `Host`.
    hosts: Vec<String>,
    /// Whether it answers, and does so for any name of this machine.
    is_debug: bool,
    html: Arc<OnceLock<Bytes>>,
}

impl Explorer {
    /// What generated code calls.
    #[doc(hidden)]
    #[must_use]
    pub fn of(contract: &'static str, is_debug: bool) -> Self {
        let contracts = vec![contract];
        Explorer { contracts, page: Page::default(), hosts: Vec::new(), is_debug, html: Arc::default() }
    }

    /// Shows another contract on the same page, for a server with several.
    ///
    /// # Panics
    ///
    /// If both have a contract of one name: the page, links and what a browser keeps tell contracts apart by it.
    #[must_use]
    pub fn and(mut self, other: Explorer) -> Self {
        let names: Vec<String> = self.contracts.iter().map(|contract| name_of(contract)).collect();
        for name in other.contracts.iter().map(|contract| name_of(contract)) {
            assert!(
                !names.contains(&name),
                "the explorer has two contracts that are called `{name}`: give one of their schemas another `name:`, \
                 or add it once"
            );
        }
        self.contracts.extend(other.contracts);
        self.changed()
    }

    /// Serves the page at these origins, such as `https://staging.example.org`, in release builds as well. Whoever can
    /// open it there can send what a client of this server can send.
    ///
    /// # Panics
    ///
    /// If one of them is no origin: scheme, host and perhaps port, as browsers say it.
    #[must_use]
    pub fn for_origins<O: AsRef<str>>(mut self, origins: impl IntoIterator<Item = O>) -> Self {
        for origin in origins {
            let origin = origin.as_ref();
            let host = host_of_origin(origin);
            self.hosts.push(host.unwrap_or_else(|| {
                panic!(
                    "{origin:?} is no origin: write one such as https://staging.example.org, in small letters, with \
                     no path and no / at its end"
                )
            }));
        }
        self
    }

    /// The engine's path, where it is not `/socket.io`.
    #[must_use]
    pub fn socket_path(mut self, path: impl Into<String>) -> Self {
        self.page.socket_path = path.into();
        self.changed()
    }

    /// For a server whose parser is `ParserConfig::msgpack()`.
    #[must_use]
    pub fn msgpack(mut self) -> Self {
        self.page.msgpack = true;
        self.changed()
    }

    fn changed(mut self) -> Self {
        self.html = Arc::default();
        self
    }

    /// The answer to a request, for servers that know no tower: its method, its address and its headers are looked at.
    pub fn answer(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response<Full<Bytes>> {
        if !self.is_debug && self.hosts.is_empty() {
            return refusal(StatusCode::NOT_FOUND, "not found\n".to_owned());
        }
        if method != Method::GET && method != Method::HEAD {
            let mut answer = refusal(StatusCode::METHOD_NOT_ALLOWED, "this is a page: GET it\n".to_owned());
            answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        // A name that leads here is any name that somebody gives to this machine's address; so it is looked at.
        let host = headers.get(header::HOST).map_or_else(
            || uri.authority().map(|authority| authority.as_str().to_owned()),
            |host| host.to_str().ok().map(str::to_owned),
        );
        let Some(host) = host.filter(|host| self.knows(host, headers)) else {
            debug!("the explorer was asked for under a host that is not its own");
            let message = "The explorer is served to this machine's own browsers alone. For others, name the origin: \
                           explorer().for_origins([\"http://192.0.2.1:3001\"])\n";
            return refusal(StatusCode::FORBIDDEN, message.to_owned());
        };
        let foreign = headers.get_all(header::ORIGIN).iter().any(|origin| {
            let origin = origin.to_str().ok().and_then(host_of_origin);
            origin.as_deref() != Some(without_default_port(&host))
        });
        if foreign {
            return refusal(StatusCode::FORBIDDEN, "another page cannot have the explorer\n".to_owned());
        }
        let html = self.html.get_or_init(|| Bytes::from(self.page.html(&self.contracts))).clone();
        let length = HeaderValue::from(html.len());
        let body = if method == Method::HEAD { Bytes::new() } else { html };
        let mut answer = Response::new(Full::new(body));
        answer.headers_mut().insert(header::CONTENT_LENGTH, length);
        let policy = HeaderValue::try_from(self.policy(&host));
        let fixed = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::CACHE_CONTROL, "no-cache"),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        ];
        for (name, value) in fixed {
            answer.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        match policy {
            Ok(policy) => drop(answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy)),
            // Without its policy the page is not given away. A host that was compared with ours is a header, though.
            Err(_) => return refusal(StatusCode::BAD_REQUEST, "the host is no host\n".to_owned()),
        }
        answer
    }

    fn knows(&self, host: &str, headers: &HeaderMap) -> bool {
        self.hosts.iter().any(|known| known == without_default_port(host))
            || self.is_debug && is_this_machine(host) && !is_brought_from_elsewhere(headers)
    }

    /// Not every browser takes `'self'` for a WebSocket to the page's own host, so that is spelled out; a policy cannot
    /// name an IPv6 address.
    fn policy(&self, host: &str) -> String {
        let mut page = self.page.clone();
        if !host.starts_with('[') {
            page.connect.extend([format!("ws://{host}"), format!("wss://{host}")]);
        }
        page.policy()
    }
}

impl<B> Service<Request<B>> for Explorer {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(self.answer(request.method(), request.uri(), request.headers())))
    }
}

/// The name of a contract, which is the JSON that the macro has made.
fn name_of(contract: &str) -> String {
    #[derive(serde::Deserialize)]
    struct Named {
        name: String,
    }
    serde_json::from_str(contract).map_or_else(|_| String::new(), |Named { name }| name)
}

fn refusal(status: StatusCode, text: String) -> Response<Full<Bytes>> {
    let mut answer = Response::new(Full::new(Bytes::from(text)));
    *answer.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    answer.headers_mut().insert(header::CONTENT_TYPE, plain);
    answer
}

/// `localhost:3001`, `127.0.0.1`, `[::1]:80`, `app.localhost`: names that no name server gives to anybody.
fn is_this_machine(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    let Ok(authority) = host.parse::<http::uri::Authority>() else { return false };
    if !host.chars().all(plain) {
        return false;
    }
    let name = authority.host();
    let address = name.trim_start_matches('[').trim_end_matches(']');
    let name = name.to_ascii_lowercase();
    match address.parse::<std::net::IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => name == "localhost" || name.ends_with(".localhost"),
    }
}

/// Whether a proxy says that it passes on what another machine asks for: a tunnel, or a web server before this one, may
/// call this machine `localhost` for everybody.
fn is_brought_from_elsewhere(headers: &HeaderMap) -> bool {
    let is_other = |name: &str, is_here: fn(&str) -> bool| {
        headers.get_all(name).iter().any(|value| {
            let value = value.to_str().ok();
            value.is_none_or(|value| !value.split(',').map(str::trim).all(is_here))
        })
    };
    let is_loopback =
        |address: &str| address.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    is_other("x-forwarded-host", is_this_machine)
        || is_other("x-forwarded-for", is_loopback)
        || is_other("x-real-ip", is_loopback)
}

/// The host and port that an origin has, as a browser says them in `Host`.
fn host_of_origin(origin: &str) -> Option<String> {
    let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"))?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._:[]".contains(c);
    let is_host = !host.is_empty() && host.chars().all(plain) && host.parse::<http::uri::Authority>().is_ok();
    is_host.then(|| without_default_port(host).to_owned())
}

/// Browsers leave the port of the scheme out; a proxy may add it.
fn without_default_port(host: &str) -> &str {
    host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(host)
}
