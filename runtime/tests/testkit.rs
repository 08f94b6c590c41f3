//! `sockgen::test`: clients of tests against a schema with every construct, and what they say when something is wrong.

#[path = "language/app.rs"]
mod app;

use std::panic::{AssertUnwindSafe, Location};
use std::time::Duration;

use app::Shared;
use futures_util::FutureExt as _;
use serde_json::{Value, json};
use sockgen::bytes::Bytes;
use sockgen::prelude::*;
use sockgen::socketioxide::ParserConfig;
use sockgen::socketioxide::extract::Data;
use sockgen::test::{ConnectFailure, End, Server};
use sockgen::{ViolationKind, test};

#[socket_events("language/wire.sockgen.yaml")]
pub mod wire {}

fn register(io: &SocketIo) -> Shared {
    let app = Shared::default();
    wire::register(io, app.clone());
    wire::admin::register(io, app.clone());
    wire::game::register(io, app.clone()).expect("no other namespace has such paths");
    wire::chat::register(io, app.clone()).expect("no other namespace has such paths");
    app
}

fn serve() -> Server {
    test::server(register)
}

/// The same server, once for each of the parsers that a client may speak.
fn both() -> [Server; 2] {
    let (service, io) = SocketIo::builder().with_parser(ParserConfig::msgpack()).build_svc();
    register(&io);
    [serve(), Server::new(service, io).msgpack()]
}

async fn connected(server: &Server) -> wire::test::Client {
    wire::test::connect(server).await.expect("a connection")
}

/// The message of the panic in which this ends.
async fn panic_of(work: impl Future) -> String {
    let panic = AssertUnwindSafe(work).catch_unwind().await.err().expect("it panics");
    panic.downcast_ref::<String>().expect("a text").clone()
}

fn doc_edit(note: Option<&str>) -> wire::DocEdit {
    wire::DocEdit { id: "d".into(), base: 7, tags: vec!["a".into()], note: note.map(Into::into) }
}

fn blob() -> wire::Blob {
    let more = Some(vec![Bytes::new(), Bytes::from_static(b"\x04")]);
    wire::Blob { name: "n".into(), body: Bytes::from_static(b"\x01\x02"), more }
}

// ---- what a client can send and receive ----------------------------------------------------------------------------

#[tokio::test]
async fn events_of_every_kind_go_both_ways() {
    for server in both() {
        let ann = connected(&server).await;

        // Several arguments, binary data, one that may be left out.
        let ack = ann.request().doc_edit(&doc_edit(Some("n"))).await.unwrap();
        assert_eq!((ack.base, ack.note.as_deref()), (7, Some("n")));
        let changed = ann.expect().doc_changed().await;
        assert_eq!((changed.body, changed.note.as_deref()), (Bytes::from_static(b"\x01\x02"), Some("n")));
        ann.emit().doc_edit(&doc_edit(None)).unwrap();
        assert_eq!(ann.expect().doc_changed().await.note, None);

        assert_eq!(ann.request().blob_echo(&blob()).await.unwrap(), blob());
        let arguments = wire::BlobArgs { name: "n".into(), body: blob().body, more: None };
        assert_eq!(ann.request().blob_args(&arguments).await.unwrap(), blob().body);
        assert_eq!(ann.request().blob_many(&3).await.unwrap().len(), 3);

        let raw = Raw::from([json!([1, null]).into(), Bytes::from_static(b"\x07").into(), "x".into()]);
        assert_eq!(ann.request().raw_echo(&raw).await.unwrap(), raw);
        assert_eq!(ann.expect().anything().await, raw);

        // Without data, of one name in both directions, of a group.
        ann.request().same(&wire::Same { up: true }).await.unwrap();
        assert!(!ann.expect().same().await.down);
        let () = ann.expect().nothing().await;
        let commit = wire::Commit { hash: "a".repeat(40) };
        assert_eq!(ann.request().commit(&commit).await.unwrap().count, 1);
        assert_eq!(ann.expect().committed().await, commit);

        // Deprecated, and one that a handler may only send to rooms.
        server.io().emit("old", &("o",)).await.unwrap();
        assert_eq!(ann.expect().old().await, "o");
        server.io().emit("notice", &("n",)).await.unwrap();
        assert_eq!(ann.expect().notice().await, "n");
        ann.expect_nothing().await;
    }
}

#[tokio::test]
async fn acks_of_every_style_are_understood() {
    for server in both() {
        let ann = connected(&server).await;
        let doc = |id: &str| wire::Doc { id: id.into(), title: "t".into() };
        assert_eq!(ann.request().legacy_get(&"d".into()).await.unwrap(), doc("d"));
        let declared = ann.request().legacy_get(&"declared".into()).await;
        assert!(matches!(declared, Err(AckFailure::Declared(error)) if error == "no"));
        let fault = ann.request().legacy_get(&"panic".into()).await;
        assert!(matches!(fault, Err(AckFailure::Fault(fault)) if fault.code == FaultCode::Internal));
        ann.request().legacy_none().await.unwrap();
        assert_eq!(ann.request().bare_get(&"d".into()).await.unwrap(), doc("d"));
        assert_eq!(ann.request().merged_get(&"x".into()).await.unwrap(), "x");
        let declared = ann.request().merged_get(&"declared".into()).await;
        assert!(matches!(declared, Err(AckFailure::Declared(wire::Reason { code, .. })) if code == "c"));
        // A style without a shape for faults leaves the client to its time.
        let silent = ann.request().bare_get(&"error".into()).within(Duration::from_millis(20));
        assert!(matches!(silent.await, Err(AckFailure::Timeout)));
    }
}

#[tokio::test]
async fn questions_are_answered_in_every_way() {
    for server in both() {
        let ann = connected(&server).await;
        let ask = |way: &str| ann.request().ask(&way.to_owned());

        let asked = ask("");
        let question = ann.expect().confirm().await;
        assert_eq!(question.data, wire::Confirm { id: "d".into() });
        question.answer(&wire::ConfirmAck { accepted: true }).unwrap();
        assert_eq!(asked.await.unwrap(), "Ok(ConfirmAck { accepted: true })");

        let asked = ask("");
        ann.expect().confirm().await.refuse(&"no".to_owned()).unwrap();
        assert_eq!(asked.await.unwrap(), r#"Err(Declared("no"))"#);

        let asked = ask("");
        let fault = Fault::new(FaultCode::Timeout, "busy");
        ann.expect().confirm().await.fault(&fault).unwrap();
        assert!(asked.await.unwrap().starts_with("Err(Fault(Fault { code: Timeout"));

        let asked = ask("");
        let answer = json!({ "ok": true, "data": { "accepted": 1 } });
        ann.expect().confirm().await.answer_raw([answer]).unwrap();
        assert!(asked.await.unwrap().starts_with(r#"Err(Invalid(Violation { path: "$.accepted""#));

        let asked = ask("args");
        let question = ann.expect().confirm_args().await;
        assert_eq!((question.data.n, &question.data.note), (7, &None));
        question.answer(&Bytes::from_static(b"\x05")).unwrap();
        assert_eq!(asked.await.unwrap(), r#"Ok(b"\x05")"#);

        let asked = ask("nothing");
        let question = ann.expect().confirm_nothing().await;
        question.answer(&()).unwrap();
        assert_eq!(asked.await.unwrap(), "Ok(())");

        let asked = ask("raw");
        let question = ann.expect().confirm_raw().await;
        assert_eq!(question.data.arguments[1].as_bytes().unwrap(), &Bytes::from_static(b"\x09"));
        question.answer(&Raw::from([Bytes::from_static(b"\x02").into()])).unwrap();
        assert!(asked.await.unwrap().starts_with("Ok(Raw { arguments: [Bytes("));

        let asked = ask("legacy");
        let question = ann.expect().confirm_legacy().await;
        question.answer(&wire::Doc { id: "d".into(), title: "t".into() }).unwrap();
        assert_eq!(asked.await.unwrap(), r#"Ok(Doc { id: "d", title: "t" })"#);

        // Left unanswered.
        let asked = ask("hurry");
        drop(ann.expect().confirm().await);
        assert_eq!(asked.await.unwrap(), "Err(Timeout)");
    }
}

#[tokio::test]
async fn namespaces_have_clients_of_their_own() {
    for server in both() {
        let ann = wire::admin::test::connect(&server, &wire::admin::Auth { key: "k".into() }).await.unwrap();
        assert!(ann.request().kick(&wire::admin::Kick { user: "u".into() }).await.unwrap().gone);
        assert_eq!(ann.expect().kicked().await.user, "u");
        assert_eq!(ann.request().ask(&"who".into()).await.unwrap(), "who k");

        let params = wire::game::Params { id: "a/b,c".into(), seat: 2 };
        let bob = wire::game::test::connect(&server, &params).await.unwrap();
        let eve = wire::game::test::connect(&server, &params).await.unwrap();
        let other = wire::game::Params { seat: 3, ..params.clone() };
        let other = wire::game::test::connect(&server, &other).await.unwrap();
        let ack = bob.request().r#move(&wire::game::Move { x: 1 }).await.unwrap();
        assert_eq!((ack.id.as_str(), ack.seat), ("a/b,c", 2));
        assert_eq!(eve.expect().moved().await.x, 1);
        other.expect_nothing().await;
        bob.expect().moved().never().await;

        // The emitters of the outside.
        let emitter = wire::game::Emitter::new(server.io(), &params);
        let asking =
            tokio::spawn(async move { emitter.socket(bob.id()).turn().await.map(|ack| (ack.x, bob)) });
        // The other one is not asked: this one is.
        eve.expect().turn().never().await;
        asking.abort();

        let params = wire::chat::Params { room: "a b,é/{}".parse().unwrap() };
        let ann = wire::chat::test::connect(&server, &params, &json!({ "any": [1] })).await.unwrap();
        // The hash that generated clients send is not the application's.
        assert_eq!(ann.request().say(&"hi".into()).await.unwrap(), r#"hi a b,é/{} {"any":[1]}"#);
    }
}

#[tokio::test]
async fn a_refused_client_reads_why() {
    for server in both() {
        let connect = |key: &str| wire::admin::test::connect(&server, &wire::admin::Auth { key: key.into() });
        let refused = connect("wrong").await.unwrap_err();
        assert!(matches!(&refused, ConnectFailure::Declared(error) if error.code == "nope"), "{refused}");
        let raw =
            |path: &str, auth: Option<Value>| wire::admin::test::Client::connect_raw(&server, path, auth);
        for auth in
            [None, Some(json!({})), Some(json!({ "key": 7 })), Some(json!({ "key": "too long for it" }))]
        {
            let refused = raw("/admin", auth).await.unwrap_err();
            let ConnectFailure::Fault(fault) = refused else { panic!("{refused}") };
            assert_eq!((fault.code, fault.path.as_deref()), (FaultCode::InvalidPayload, Some("$.key")));
        }
        assert!(raw("/admin", Some(json!({ "key": "k" }))).await.is_ok());
        let refused = raw("/nobody", None).await.unwrap_err();
        assert!(
            matches!(&refused, ConnectFailure::Refused(text) if text == "Invalid namespace"),
            "{refused}"
        );

        let params = |seat| wire::game::Params { id: "a".into(), seat };
        let refused = wire::game::test::connect(&server, &params(0)).await.unwrap_err();
        assert!(
            matches!(&refused, ConnectFailure::Declared(Refused { message }) if message == "no such seat")
        );
        let refused = wire::game::test::Client::connect_raw(&server, "/game/a/256", None).await.unwrap_err();
        assert!(matches!(&refused, ConnectFailure::Fault(fault) if fault.path.as_deref() == Some("$.seat")));
    }
}

#[tokio::test]
async fn the_handshake_carries_the_schemas_hash_and_what_headers_it_should() {
    let server = test::server(|io| {
        io.ns("/admin", async |socket: SocketRef, Data(auth): Data<Value>| {
            let cookie = socket.req_parts().headers.get("cookie").and_then(|value| value.to_str().ok());
            socket.emit("seen", &json!([auth, cookie])).unwrap();
        });
    });
    let auth = wire::admin::Auth { key: "k".into() };
    let server = server.header("cookie", "a=b");
    let ann = wire::admin::test::connect(&server, &auth).await.unwrap();
    let seen = ann.raw().expect("seen").await.arguments.remove(0).into_json().unwrap();
    assert_eq!(seen[0]["key"], "k");
    assert!(seen[0]["$sockgen"].as_str().is_some_and(|hash| hash.len() == 16), "{seen}");
    assert_eq!(seen[1], "a=b");
}

#[tokio::test]
async fn clients_without_the_schema_send_anything() {
    for server in both() {
        let ann = connected(&server).await;
        let raw = ann.raw();
        let ack = raw.request("blob:echo", [json!({ "name": "n", "body": 7 })]).await.unwrap();
        assert_eq!(ack["fault"]["path"], "$.body");
        let ack = raw.request("doc:edit", [json!("d"), json!("7"), json!([]), json!(null), json!(1)]).await;
        assert_eq!(ack.unwrap()["ok"], true);
        let ack = raw.request("nobody knows this", [] as [Value; 0]).await.unwrap();
        assert_eq!(ack["fault"]["code"], "unknown_event");
        raw.emit("doc:edit", [json!("d"), json!("7"), json!([])]).unwrap();
        ann.expect().doc_changed().await;
        assert_eq!(raw.expect("doc:changed").await.arguments.len(), 2);

        let bytes = || RawValue::from(Bytes::from_static(b"\x01"));
        let ack = raw.request("blob:args", ["n".into(), bytes()]).await;
        assert!(
            matches!(ack, Err(AckFailure::Invalid(violation)) if violation.kind == ViolationKind::WrongType)
        );
        let ack = raw.request_raw("blob:args", ["n".into(), bytes()]).await.unwrap();
        assert_eq!(ack.arguments[0].get("data"), Some(&bytes()));
    }
    let server = serve();
    let ann = connected(&server).await;
    ann.raw().send_text(r#"451-["doc:edit","d","7",[],{"_placeholder":true,"num":0}]"#).unwrap();
    ann.raw().send_binary(vec![1, 2]).unwrap();
    ann.raw().send_text(r#"42["same",{"up":true}]"#).unwrap();
    ann.expect().same().await;
}

// ---- nothing, and the end ------------------------------------------------------------------------------------------

#[tokio::test]
async fn nothing_is_looked_at_through_the_server_and_not_by_the_clock() {
    for server in both() {
        let ann = connected(&server).await;
        let bob = connected(&server).await;
        ann.expect_nothing().await;
        // What is under way to the other one, caused by this one, is seen: no answer was waited for.
        for _ in 0..50 {
            ann.emit().raw_echo(&Raw::from([json!(1).into()])).unwrap();
        }
        let message = panic_of(bob.expect_nothing()).await;
        assert!(message.contains("20. `anything` 1\n  and 30 more"), "{message}");
        assert_eq!(bob.take_all().await.len(), 50);
        bob.expect_nothing().await;
        bob.expect().same().never().await;
        let message = panic_of(ann.expect().anything().never()).await;
        assert!(message.starts_with("expected no `anything`\narrived and not taken"), "{message}");
    }
}

#[tokio::test]
async fn the_application_does_not_hear_of_what_is_asked_for_the_tests_sake() {
    let app = Shared::default();
    let server = test::server(|io| wire::register(io, app.clone()));
    let ann = connected(&server).await;
    ann.expect_nothing().await;
    ann.expect().same().never().await;
    assert!(ann.take_all().await.is_empty());
    assert!(app.0.faults.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_client_ends_in_every_way_there_is() {
    let (reasons, mut ends) = tokio::sync::mpsc::unbounded_channel();
    let server = test::server(move |io| {
        io.ns("/", async move |socket: SocketRef| {
            socket.on_disconnect(async move |reason: DisconnectReason| reasons.send(reason).unwrap());
            socket.on("end", async |socket: SocketRef| socket.disconnect().unwrap());
        });
    });
    let mut next = async || ends.recv().await.expect("the server lives");

    connected(&server).await.disconnect();
    assert_eq!(next().await, DisconnectReason::ClientNSDisconnect);
    // The page is left.
    drop(connected(&server).await);
    assert_eq!(next().await, DisconnectReason::TransportClose);
    connected(&server).await.cut();
    assert!(matches!(next().await, DisconnectReason::TransportClose | DisconnectReason::TransportError));

    let ann = connected(&server).await;
    ann.raw().emit("end", [] as [Value; 0]).unwrap();
    assert_eq!(ann.closed().await, End::ByServer);
    next().await;
    assert!(matches!(ann.emit().legacy_none(), Err(EmitError::Closed)));
    assert!(matches!(ann.request().legacy_none().await, Err(AckFailure::Disconnected)));
    ann.expect_nothing().await;

    let ann = connected(&server).await;
    let asked = ann.request().legacy_none();
    server.io().close().await;
    assert_eq!(ann.closed().await, End::Transport);
    assert!(matches!(asked.await, Err(AckFailure::Disconnected)));
    let refused = wire::test::connect(&server).await.unwrap_err();
    assert!(matches!(&refused, ConnectFailure::Refused(text) if text == "Invalid namespace"), "{refused}");
}

#[tokio::test(start_paused = true)]
async fn a_client_outlives_the_engines_heartbeat() {
    let server = serve();
    let ann = connected(&server).await;
    // Nobody waits: the clock jumps from one timer to the next, the engine's heartbeat is one of them.
    tokio::time::sleep(Duration::from_secs(3600)).await;
    assert_eq!(ann.request().merged_get(&"x".into()).await.unwrap(), "x");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_message_goes_through_the_pipe() {
    let server = serve();
    let ann = connected(&server).await;
    let text = "x".repeat(1_000_000);
    let answers: Vec<_> = (0..8).map(|_| ann.request().merged_get(&text)).collect();
    for answer in answers {
        assert!(answer.await.unwrap() == text);
    }
}

// ---- good failures -------------------------------------------------------------------------------------------------

#[tokio::test]
async fn an_expectation_that_fails_says_where_it_was_and_what_came_instead() {
    let server = serve().deadline(Duration::from_millis(50));
    let ann = connected(&server).await;
    let at = |line: u32| format!("\nexpected at {}:{line}:", file!());
    let (here, message) = (line!(), panic_of(ann.expect().same()).await);
    assert!(
        message.starts_with(
            "expected `same`, but it did not come within 50ms\nnothing arrived that was not taken\n"
        ),
        "{message}"
    );
    assert!(message.contains(&at(here)), "{message}");

    ann.request().doc_edit(&doc_edit(Some("n"))).await.unwrap();
    ann.request().raw_echo(&Raw::from(vec![])).await.unwrap();
    ann.request().raw_echo(&Raw::from(["é".repeat(1000).as_str().into()])).await.unwrap();
    let asked = ann.request().ask(&String::new());
    let expected = ann.expect().same().within(Duration::from_millis(20));
    let here = line!() - 1;
    let message = panic_of(expected).await;
    let lines: Vec<_> = message.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "expected `same`, but it did not come within 20ms",
            "arrived and not taken, in this order:",
            r#"  1. `doc:changed` "d", [1,2], "n""#,
            "  2. `anything` nothing",
        ]
    );
    assert!(lines[4].starts_with(r#"  3. `anything` "ééé"#) && lines[4].ends_with("é… (1002 characters)"));
    assert_eq!(lines[5], r#"  4. `confirm` (asks for an ack) {"id":"d"}"#);
    assert!(lines[6].starts_with(&at(here)[1..]) && lines.len() == 7, "{message}");
    drop(asked);

    // What was listed is still there.
    ann.expect().confirm().await.answer(&wire::ConfirmAck { accepted: true }).unwrap();
    ann.expect().doc_changed().await;
}

/// Where the panic itself is, as the test's runner prints it.
async fn place_of(work: impl Future) -> (String, u32) {
    thread_local! {
        static PLACE: std::cell::Cell<Option<(String, u32)>> = const { std::cell::Cell::new(None) };
    }
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|info| {
        PLACE.set(info.location().map(|at: &Location<'_>| (at.file().to_owned(), at.line())));
    }));
    let panic = AssertUnwindSafe(work).catch_unwind().await;
    std::panic::set_hook(before);
    assert!(panic.is_err(), "it panics");
    PLACE.take().expect("a place")
}

#[tokio::test]
async fn the_panic_is_at_the_line_of_the_test() {
    let server = serve().deadline(Duration::from_millis(10));
    let ann = connected(&server).await;
    let here = || file!().to_owned();
    let place = place_of(async { ann.expect().same().await }).await;
    assert_eq!(place, (here(), line!() - 1));
    let place = place_of(async {
        ann.request().same(&wire::Same { up: true }).await.unwrap();
        ann.expect_nothing().await
    })
    .await;
    assert_eq!(place, (here(), line!() - 3));
    let place = place_of(async { ann.emit().commit(&wire::Commit { hash: String::new() }) }).await;
    assert_eq!(place, (here(), line!() - 1));
    let place = place_of(async { ann.closed().await }).await;
    assert_eq!(place, (here(), line!() - 1));
}

#[tokio::test]
async fn what_breaks_the_schema_fails_with_its_path() {
    for server in both() {
        let ann = connected(&server).await;
        // Of the test's own.
        let message = panic_of(async { ann.emit().commit(&wire::Commit { hash: "short".into() }) }).await;
        assert!(
            message.starts_with("what the test sends as `commit` breaks its schema at $.hash: "),
            "{message}"
        );
        let asked = ann.request().ask(&"legacy".to_owned());
        let question = ann.expect().confirm_legacy().await;
        let doc = wire::Doc { id: String::new(), title: "t".into() };
        let message = panic_of(async { question.answer(&doc) }).await;
        assert!(message.contains("`confirm:legacy` breaks its schema at $.id: "), "{message}");
        drop(asked);
        let auth = wire::admin::Auth { key: String::new() };
        let message = panic_of(async { wire::admin::test::connect(&server, &auth).await }).await;
        assert!(message.starts_with("`auth` breaks its schema at $.key: "), "{message}");
        let params = wire::game::Params { id: String::new(), seat: 1 };
        let message = panic_of(async { wire::game::test::connect(&server, &params).await }).await;
        assert!(message.starts_with("the path's parameters break their schema at $.id: "), "{message}");

        // Of the server, which has a way around the schema.
        server.io().emit("same", &json!({ "down": 7 })).await.unwrap();
        let message = panic_of(ann.expect().same()).await;
        assert!(
            message.starts_with(
                "`same` arrived, but breaks its schema at $.down: expected bool, got number\nit arrived with {\"down\":7}\n"
            ),
            "{message}"
        );
        server.io().emit("doc:changed", &("d", 7)).await.unwrap();
        let message = panic_of(ann.expect().doc_changed()).await;
        assert!(message.contains("breaks its schema at $.body: "), "{message}");
        server.io().emit("confirm", &json!({ "id": "d" })).await.unwrap();
        let message = panic_of(ann.expect().confirm()).await;
        assert!(message.starts_with("`confirm` arrived, but asks for no ack"), "{message}");
    }
}

#[tokio::test]
async fn an_end_is_no_reason_to_wait() {
    let server = serve().deadline(Duration::from_secs(3600));
    let ann = connected(&server).await;
    ann.request().same(&wire::Same { up: true }).await.unwrap();
    server.io().close().await;
    // What had arrived before is there.
    assert!(!ann.expect().same().await.down);
    let message = panic_of(ann.expect().same()).await;
    let expected = "expected `same`, but the connection has ended: transport close\n\
                    arrived and not taken, in this order:\n  1. `nothing` nothing\n";
    assert!(message.starts_with(expected), "{message}");
}

#[tokio::test]
async fn a_namespace_that_was_not_registered_is_said_at_once() {
    let message = panic_of(async {
        test::server(|io| {
            wire::game::register(io, Shared::default()).unwrap();
            wire::game::register(io, Shared::default())
        })
    });
    assert!(message.await.starts_with("a namespace was not registered: "));
}
