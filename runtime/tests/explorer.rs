//! The explorer as a service: to whom it is given, and under which policy.

#![cfg(feature = "explorer")]

use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use sockgen::explorer::Explorer;
use sockgen::prelude::*;
use tower_service::Service as _;

#[socket_events(inline = "
sockgen: 1
name: Hall
clientToServer:
  ## </script><script>alert(1)</script> \u{1F980} naïve
  join: { data: { room: string } }
")]
mod hall {}

#[socket_events(inline = "{ sockgen: 1, name: Other, clientToServer: { leave: {} } }")]
mod other {}

/// Everything that can be called like what is generated beside it.
#[socket_events(inline = "
sockgen: 1
name: Explorer
types:
  Explorer: { fields: { explorer: string, contract: Contract } }
  Contract: { enum: [explorer, contract] }
clientToServer:
  explorer: { data: Explorer, ack: Explorer }
  contract: { data: Contract }
serverToClient:
  explored: { data: Explorer, to: explorer }
rooms:
  explorer: 'explorer:{contract: string}'
namespaces:
  /explorer:
    clientToServer: { contract: {}, explorer: {} }
  /contract:
    clientToServer: { explorer: {} }
")]
mod explorer {}

/// What is answered: status, policy, body.
struct Answer {
    status: StatusCode,
    policy: String,
    body: String,
}

async fn ask(explorer: &Explorer, method: Method, host: &str, origin: Option<&str>) -> Answer {
    let mut request = Request::builder().method(method).uri("/ws/test");
    if !host.is_empty() {
        request = request.header(header::HOST, host);
    }
    if let Some(origin) = origin {
        request = request.header(header::ORIGIN, origin);
    }
    let answer = explorer.clone().call(request.body(()).unwrap()).await.unwrap();
    let policy = answer.headers().get(header::CONTENT_SECURITY_POLICY);
    let policy = policy.map(|policy| policy.to_str().unwrap().to_owned()).unwrap_or_default();
    let status = answer.status();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    Answer { status, policy, body: String::from_utf8(body.to_vec()).unwrap() }
}

async fn get(explorer: &Explorer, host: &str) -> Answer {
    ask(explorer, Method::GET, host, None).await
}

#[tokio::test]
async fn browsers_of_this_machine_are_given_it_under_a_strict_policy() {
    let explorer = hall::explorer();
    for host in ["localhost:3001", "127.0.0.1", "127.9.9.9:1", "app.localhost:80", "LOCALHOST"] {
        let answer = get(&explorer, host).await;
        assert_eq!(answer.status, StatusCode::OK, "{host}");
        let connect = format!("connect-src 'self' ws://{host} wss://{host};");
        assert!(answer.policy.contains(&connect), "{}", answer.policy);
        for part in
            ["default-src 'none'", "script-src 'sha256-", "style-src 'sha256-", "frame-ancestors 'none'"]
        {
            assert!(answer.policy.contains(part), "{}", answer.policy);
        }
        assert!(!answer.policy.contains("unsafe") && !answer.policy.contains('*'), "{}", answer.policy);
    }
    // A policy cannot name an address of IPv6.
    let answer = get(&explorer, "[::1]:3001").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.policy.contains("connect-src 'self';"), "{}", answer.policy);
}

#[tokio::test]
async fn other_hosts_and_other_pages_are_not() {
    let explorer = hall::explorer();
    let others = [
        "evil.example",
        "evil.example:3001",
        "192.168.1.5:3001",
        "localhost.evil.example",
        "evil-localhost",
        "localhost@evil.example",
        "x;script-src *;.localhost",
        "10.0.0.1",
        "[::2]",
        "",
    ];
    for host in others {
        let answer = get(&explorer, host).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{host}");
        assert!(answer.body.contains("for_origins"), "{}", answer.body);
    }
    for origin in ["http://evil.example", "null", "http://localhost:3000", "file://"] {
        let answer = ask(&explorer, Method::GET, "localhost:3001", Some(origin)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin}");
    }
    let own = ask(&explorer, Method::GET, "localhost:3001", Some("http://localhost:3001")).await;
    assert_eq!(own.status, StatusCode::OK);
}

#[tokio::test]
async fn it_is_a_page_that_is_read() {
    let explorer = hall::explorer();
    let answer = ask(&explorer, Method::POST, "localhost", None).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    let answer = ask(&explorer, Method::HEAD, "localhost", None).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::OK, 0));
    let page = get(&explorer, "localhost").await.body;
    let headers = [(header::HOST, "localhost".parse().unwrap())].into_iter().collect();
    let head = explorer.answer(&Method::HEAD, &"/ws/test".parse().unwrap(), &headers);
    assert_eq!(head.headers()[header::CONTENT_LENGTH], page.len().to_string());
}

#[test]
fn http_2_says_the_host_in_the_address() {
    let explorer = hall::explorer();
    for (address, status) in [
        ("http://localhost:3001/ws/test", StatusCode::OK),
        ("http://evil.example/ws/test", StatusCode::FORBIDDEN),
        ("/ws/test", StatusCode::FORBIDDEN),
    ] {
        let answer = explorer.answer(&Method::GET, &address.parse().unwrap(), &HeaderMap::new());
        assert_eq!(answer.status(), status, "{address}");
    }
}

#[test]
fn what_a_tunnel_brings_in_is_not_of_this_machine() {
    let explorer = hall::explorer();
    let ask = |explorer: &Explorer, name: &'static str, value: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_static("localhost:3001"));
        headers.insert(name, HeaderValue::from_static(value));
        explorer.answer(&Method::GET, &"/ws/test".parse().unwrap(), &headers).status()
    };
    for (name, value, status) in [
        ("x-forwarded-host", "abc.tunnel.example", StatusCode::FORBIDDEN),
        ("x-forwarded-for", "203.0.113.7", StatusCode::FORBIDDEN),
        ("x-forwarded-for", "127.0.0.1, 203.0.113.7", StatusCode::FORBIDDEN),
        ("x-forwarded-for", "unknown", StatusCode::FORBIDDEN),
        ("x-real-ip", "203.0.113.7", StatusCode::FORBIDDEN),
        // A frontend's own server passes on what it gets.
        ("x-forwarded-for", "127.0.0.1, ::1", StatusCode::OK),
        ("x-forwarded-host", "localhost:5173", StatusCode::OK),
    ] {
        assert_eq!(ask(&explorer, name, value), status, "{name}: {value}");
    }
    // Whoever names an origin knows what stands before the server.
    let named = explorer.for_origins(["http://localhost:3001"]);
    assert_eq!(ask(&named, "x-forwarded-for", "203.0.113.7"), StatusCode::OK);
}

#[tokio::test]
async fn nothing_in_a_contract_meets_the_function() {
    let html = get(&explorer::explorer().and(hall::explorer()), "localhost").await.body;
    assert!(html.contains(r#""path":"/explorer""#) && html.contains(r#""name":"Explorer""#));
    drop((
        explorer::Explorer { explorer: String::new(), contract: explorer::Contract::Explorer },
        hall::explorer(),
    ));
}

#[tokio::test]
async fn a_release_has_none_unless_it_asks_for_it_and_says_for_whom() {
    let release = || Explorer::of("{}", false);
    assert_eq!(get(&release(), "localhost:3001").await.status, StatusCode::NOT_FOUND);
    let asked = release().for_origins(["https://staging.example.org", "http://192.0.2.1:3001"]);
    for host in ["staging.example.org", "staging.example.org:443", "192.0.2.1:3001"] {
        assert_eq!(get(&asked, host).await.status, StatusCode::OK, "{host}");
    }
    for host in ["localhost:3001", "example.org", "192.0.2.1", "staging.example.org:444"] {
        assert_eq!(get(&asked, host).await.status, StatusCode::FORBIDDEN, "{host}");
    }
}

#[test]
#[should_panic(expected = "is no origin: write one such as https://staging.example.org")]
fn what_is_no_origin_is_refused() {
    drop(hall::explorer().for_origins(["staging.example.org/page"]));
}

#[tokio::test]
async fn the_page_holds_the_contracts_as_data() {
    let explorer = hall::explorer().and(other::explorer()).socket_path("/live").msgpack();
    let html = get(&explorer, "localhost").await.body;
    let (_, data) = html.split_once("id=\"data\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let data: sockgen::serde_json::Value = sockgen::serde_json::from_str(data).unwrap();
    assert_eq!(data["settings"]["path"], "/live");
    assert_eq!(data["settings"]["msgpack"], true);
    let names: Vec<_> =
        data["contracts"].as_array().unwrap().iter().map(|contract| &contract["name"]).collect();
    assert_eq!(names, ["Hall", "Other"]);
    let event = &data["contracts"][0]["namespaces"][0]["clientToServer"][0];
    assert_eq!(event["doc"], "</script><script>alert(1)</script> \u{1F980} naïve");
}

#[test]
#[should_panic(
    expected = "the explorer has two contracts that are called `Hall`: give one of their schemas another"
)]
fn two_contracts_of_one_name_are_not_taken() {
    drop(other::explorer().and(hall::explorer()).and(hall::explorer()));
}
