//! The explorer as a service: to whom it is given, and under which policy.

#![cfg(feature = "explorer")]

use http::{Method, Request, StatusCode, header};
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
