//! The constructs of the language that go beyond one payload and one ack, on the wire of both parsers.

#[path = "language/app.rs"]
mod app;
#[path = "support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;

use std::time::Duration;

use app::Shared;
use client::{Client, Engine, Parser, bytes};
use serde_json::{Value, json};
use sockgen::socketioxide::{ParserConfig, SocketIo};
use sockgen::{AckFailure, EmitError, Raw, RawValue, socket_events};

#[socket_events("language/wire.sockgen.yaml")]
pub mod wire {}

const BOTH: [Parser; 2] = [Parser::Common, Parser::MsgPack];

fn serve(parser: Parser) -> (impl Engine, SocketIo, Shared) {
    let builder = SocketIo::builder();
    let (service, io) = match parser {
        Parser::Common => builder.build_svc(),
        Parser::MsgPack => builder.with_parser(ParserConfig::msgpack()).build_svc(),
    };
    let app = Shared::default();
    wire::register(&io, app.clone());
    wire::admin::register(&io, app.clone());
    wire::game::register(&io, app.clone()).expect("no other namespace has such paths");
    wire::chat::register(&io, app.clone()).expect("no other namespace has such paths");
    (service, io, app)
}

async fn connected(parser: Parser) -> (Client, impl Engine, SocketIo, Shared) {
    let (service, io, app) = serve(parser);
    let client = Client::connect(&service, parser, None).await.expect("a connection");
    (client, service, io, app)
}

fn fault(ack: &Value) -> (&str, Option<&str>) {
    assert_eq!(ack["ok"], false, "{ack}");
    (ack["fault"]["code"].as_str().expect("a code"), ack["fault"]["path"].as_str())
}

// ---- several arguments ---------------------------------------------------------------------------------------------

#[tokio::test]
async fn several_arguments_arrive_and_are_sent_in_their_order() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        let ack = client.call_with("doc:edit", json!(["d", "7", ["a"], "n"])).await;
        assert_eq!(
            ack,
            json!({ "ok": true, "data": { "id": "d", "base": "7", "tags": ["a"], "note": "n" } })
        );
        assert_eq!(client.question("doc:changed").await.0, [json!("d"), bytes(&[1, 2]), json!("n")]);
        // The last one may be missing or null, and is not sent when it is absent.
        for arguments in
            [json!(["d", "7", []]), json!(["d", "7", [], null]), json!(["d", "7", [], null, 1, {}])]
        {
            let ack = client.call_with("doc:edit", arguments).await;
            assert_eq!(ack["data"], json!({ "id": "d", "base": "7", "tags": [] }));
            assert_eq!(client.question("doc:changed").await.0, [json!("d"), bytes(&[1, 2])]);
        }
    }
}

#[tokio::test]
async fn an_argument_that_does_not_fit_is_named() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        for (arguments, path) in [
            (json!([]), "$.id"),
            (json!(["d"]), "$.base"),
            (json!(["d", 7, []]), "$.base"),
            (json!(["d", "7", ["a", 1]]), "$.tags[1]"),
        ] {
            let ack = client.call_with("doc:edit", arguments.clone()).await;
            assert_eq!(fault(&ack), ("invalid_payload", Some(path)), "{parser:?} {arguments}");
        }
    }
}

#[tokio::test]
async fn a_strict_event_takes_no_more_than_it_declares() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        assert_eq!(client.call_with("doc:strict", json!(["d"])).await["ok"], true);
        assert_eq!(fault(&client.call_with("doc:strict", json!(["d", 1])).await).0, "invalid_payload");
        assert_eq!(client.call_with("one:strict", json!([{ "a": 1 }])).await["ok"], true);
        assert_eq!(fault(&client.call_with("one:strict", json!([{ "a": 1 }, 1])).await).0, "invalid_payload");
        let ack = client.call_with("one:strict", json!([{ "a": 1, "b": 2 }])).await;
        assert_eq!(fault(&ack), ("invalid_payload", Some("$.b")));
        // The one before has left nothing behind.
        assert_eq!(client.call_with("doc:edit", json!(["d", "7", [], "n", 1])).await["ok"], true);
    }
}

// ---- binary data ---------------------------------------------------------------------------------------------------

#[tokio::test]
async fn binary_data_goes_both_ways() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        let blob = json!({ "name": "n", "body": bytes(&[1, 2, 3]), "more": [bytes(&[]), bytes(&[4])] });
        assert_eq!(client.call("blob:echo", blob.clone()).await, json!({ "ok": true, "data": blob }));
        let ack = client.call_with("blob:args", json!(["n", bytes(&[1]), bytes(&[2])])).await;
        assert_eq!(ack["data"], bytes(&[1, 2]), "{parser:?}");
        let ack = client.call("blob:echo", json!({ "name": "n", "body": [1, 2] })).await;
        assert_eq!(fault(&ack), ("invalid_payload", Some("$.body")));
    }
}

#[tokio::test]
async fn more_attachments_than_a_client_takes_are_not_sent() {
    let (mut client, ..) = connected(Parser::Common).await;
    assert_eq!(client.call("blob:many", json!(10)).await["data"].as_array().map(Vec::len), Some(10));
    assert_eq!(fault(&client.call("blob:many", json!(11)).await).0, "internal");
    // MessagePack has them in the message itself.
    let (mut client, ..) = connected(Parser::MsgPack).await;
    assert_eq!(client.call("blob:many", json!(40)).await["data"].as_array().map(Vec::len), Some(40));
}

// ---- raw -----------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn raw_takes_and_gives_whatever_there_is() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        for arguments in [
            json!([]),
            json!([null]),
            json!([1, "two", { "three": [bytes(&[4]), 5.5, true] }, [], bytes(&[6, 7])]),
        ] {
            let id = client.ask("raw:echo", arguments.clone()).await;
            assert_eq!(Value::Array(client.ack_arguments(id).await), arguments, "{parser:?}");
            assert_eq!(Value::Array(client.question("anything").await.0), arguments, "{parser:?}");
        }
    }
    let (mut client, ..) = connected(Parser::Common).await;
    let forged = client.call("raw:echo", json!({ "a": { "_placeholder": true, "num": 0 } })).await;
    assert_eq!(fault(&forged), ("invalid_payload", Some("$[0].a")));
}

// ---- styles of acks ------------------------------------------------------------------------------------------------

#[tokio::test]
async fn acks_are_written_as_the_schema_says() {
    for parser in BOTH {
        let (mut client, _service, _io, app) = connected(parser).await;
        let doc = json!({ "status": "ok", "version": 1, "id": "d", "title": "t" });
        assert_eq!(client.call("legacy:get", json!("d")).await, doc, "{parser:?}");
        let declared = client.call("legacy:get", json!("declared")).await;
        assert_eq!(declared, json!({ "status": "error", "error": "no" }));
        let panicked = client.call("legacy:get", json!("panic")).await;
        assert_eq!(panicked["why"]["code"], "internal");
        assert_eq!(panicked["status"], "fault");
        assert!(panicked["why"]["text"].is_string() && !panicked.to_string().contains("secret"));
        assert_eq!(client.call("legacy:get", json!(7)).await["why"]["code"], "invalid_payload");
        assert_eq!(client.call("legacy:none", json!({})).await, json!({ "status": "ok", "version": 1 }));

        assert_eq!(client.call("merged:get", json!("x")).await, json!({ "success": true, "result": "x" }));
        let reason = json!({ "success": false, "reason": { "code": "c", "message": "m" } });
        assert_eq!(client.call("merged:get", json!("declared")).await, reason);
        let fault = client.call("merged:get", json!(7)).await;
        assert_eq!((&fault["success"], &fault["reason"]["code"]), (&json!(false), &json!("invalid_payload")));

        // A bare answer has no shape for a fault: it stays unanswered, and the hook hears of it.
        app.0.faults.lock().unwrap().clear();
        let silent = client.ask("bare:get", json!(["error"])).await;
        assert_eq!(client.call("bare:get", json!("d")).await, json!({ "id": "d", "title": "t" }));
        assert_eq!(*app.0.faults.lock().unwrap(), ["bare:get: internal"]);
        client.ask("nobody knows this", json!([])).await;
        assert!(client.has_no_ack(silent));
    }
}

// ---- questions to clients ------------------------------------------------------------------------------------------

/// Has the server ask, answers with `answer`, and gives what the handler made of it.
async fn asked(client: &mut Client, way: &str, event: &str, answer: Value) -> (Vec<Value>, String) {
    let id = client.ask("ask", json!([way])).await;
    let (question, question_id) = client.question(event).await;
    client.answer(question_id, answer).await;
    let ack = client.ack(id).await;
    (question, ack["data"].as_str().expect("a text").to_owned())
}

#[tokio::test]
async fn a_client_answers_the_server() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        let (question, answer) =
            asked(&mut client, "", "confirm", json!([{ "ok": true, "data": { "accepted": true } }])).await;
        assert_eq!(question, [json!({ "id": "d" })]);
        assert_eq!(answer, "Ok(ConfirmAck { accepted: true })", "{parser:?}");
        let (question, answer) =
            asked(&mut client, "args", "confirm:args", json!([{ "ok": true, "data": bytes(&[5]) }])).await;
        // All of them: the function to answer with stands behind the last.
        assert_eq!(question, [json!("d"), json!(7), json!(null)]);
        assert_eq!(answer, r#"Ok(b"\x05")"#, "{parser:?}");
        for nothing in [json!([{ "ok": true, "data": null }]), json!([{ "ok": true }])] {
            let (question, answer) = asked(&mut client, "nothing", "confirm:nothing", nothing).await;
            assert_eq!((question, answer.as_str()), (vec![], "Ok(())"));
        }
        let (question, answer) = asked(&mut client, "raw", "confirm:raw", json!([1, bytes(&[2])])).await;
        assert_eq!(question, [json!("q"), bytes(&[9])]);
        assert!(answer.starts_with("Ok(Raw { arguments: [Number(") && answer.contains("Bytes("), "{answer}");
        let legacy = json!([{ "status": "ok", "version": 1, "id": "d", "title": "t" }]);
        let (_, answer) = asked(&mut client, "legacy", "confirm:legacy", legacy).await;
        assert_eq!(answer, r#"Ok(Doc { id: "d", title: "t" })"#);
    }
}

#[tokio::test]
async fn whatever_else_a_client_does_is_an_error_value() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        for (answer, expected) in [
            (json!([{ "ok": false, "error": "no" }]), r#"Err(Declared("no"))"#),
            (
                json!([{ "ok": false, "fault": { "code": "rate_limited", "message": "m" } }]),
                "Err(Fault(Fault { code: RateLimited",
            ),
            (
                json!([{ "ok": false, "fault": { "code": "from the future", "message": "m" } }]),
                "Err(Fault(Fault { code: Internal",
            ),
            (json!([]), "Err(Invalid("),
            (json!([null]), "Err(Invalid("),
            (json!([true]), "Err(Invalid("),
            (json!([{ "ok": true }]), "Err(Invalid("),
            (
                json!([{ "ok": true, "data": { "accepted": 1 } }]),
                r#"Err(Invalid(Violation { path: "$.accepted""#,
            ),
            (json!([{ "ok": false, "error": 7 }]), "Err(Invalid("),
            (json!([{ "ok": "true", "data": { "accepted": true } }]), "Err(Invalid("),
        ] {
            let (_, got) = asked(&mut client, "", "confirm", answer.clone()).await;
            assert!(got.starts_with(expected), "{parser:?} {answer}: {got}");
        }
        for (answer, expected) in [
            (json!([{ "status": "error", "error": "no" }]), r#"Err(Declared("no"))"#),
            (
                json!([{ "status": "fault", "why": { "code": "timeout", "text": "t" } }]),
                "Err(Fault(Fault { code: Timeout",
            ),
            (json!([{ "status": "ok", "version": 2, "id": "d", "title": "t" }]), "Err(Invalid("),
        ] {
            let (_, got) = asked(&mut client, "legacy", "confirm:legacy", answer.clone()).await;
            assert!(got.starts_with(expected), "{parser:?} {answer}: {got}");
        }
    }
}

#[tokio::test]
async fn an_answer_that_is_late_doubled_or_never_comes_harms_nobody() {
    let (mut client, _service, _io, app) = connected(Parser::Common).await;
    let asked = client.ask("ask", json!(["hurry"])).await;
    let (_, question) = client.question("confirm").await;
    assert_eq!(client.ack(asked).await["data"], "Err(Timeout)");
    let yes = json!([{ "ok": true, "data": { "accepted": true } }]);
    client.answer(question, yes.clone()).await;
    // The schema's own time: 300 ms.
    assert_eq!(client.call("ask", json!("")).await["data"], "Err(Timeout)");
    client.question("confirm").await;
    let asked = client.ask("ask", json!([""])).await;
    let (_, question) = client.question("confirm").await;
    client.answer(question, yes.clone()).await;
    client.answer(question, yes).await;
    assert_eq!(client.ack(asked).await["data"], "Ok(ConfirmAck { accepted: true })");
    let ack = client.call("ask", json!("invalid")).await;
    assert!(ack["data"].as_str().unwrap().starts_with("Err(NotSent(Invalid("), "{ack}");

    // A client that goes is not waited for.
    client.ask("ask", json!(["args"])).await;
    client.question("confirm:args").await;
    client.cut();
    let before = std::time::Instant::now();
    while app.0.answers.lock().unwrap().last().map(String::as_str) != Some("Err(Disconnected)") {
        assert!(before.elapsed() < Duration::from_secs(4), "the engine's own time is 5 s");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn an_event_with_an_ack_may_be_sent_without_asking_for_it() {
    for parser in BOTH {
        let (mut client, ..) = connected(parser).await;
        let ack = client.call("ask", json!("no ack")).await;
        let said = ack["data"].as_str().unwrap();
        assert!(said.starts_with("Ok(()) Ok(()) Err(Invalid("), "{said}");
        for _ in 0..2 {
            assert_eq!(client.question("confirm").await, (vec![json!({ "id": "d" })], None));
        }
        assert!(client.has_no("confirm").await);
    }
}

#[tokio::test]
async fn everybody_is_asked_and_each_answers_for_itself() {
    for parser in BOTH {
        let (mut ann, service, io, _app) = connected(parser).await;
        let mut bob = Client::connect(&service, parser, None).await.unwrap();
        let _silent = Client::connect(&service, parser, None).await.unwrap();
        let emitter = wire::Emitter::new(&io);
        let question = wire::Confirm { id: "d".to_owned() };
        let asking = tokio::spawn(async move {
            let mut answers =
                emitter.everyone().confirm(&question).timeout(Duration::from_millis(300)).await?;
            let mut all = Vec::new();
            while let Some((_, answer)) = answers.next().await {
                all.push(answer);
            }
            Ok::<_, EmitError>(all)
        });
        let (_, id) = ann.question("confirm").await;
        ann.answer(id, json!([{ "ok": true, "data": { "accepted": true } }])).await;
        let (_, id) = bob.question("confirm").await;
        bob.answer(id, json!([{ "ok": false, "error": "busy" }])).await;
        let all = asking.await.unwrap().unwrap();
        assert_eq!(all.len(), 3);
        assert!(all.iter().any(|answer| matches!(answer, Ok(ack) if ack.accepted)));
        assert!(
            all.iter().any(|answer| matches!(answer, Err(AckFailure::Declared(error)) if error == "busy"))
        );
        assert!(all.iter().any(|answer| matches!(answer, Err(AckFailure::Timeout))));

        let id = io.sockets()[0].id;
        let gone = wire::Emitter::new(&io).socket(sockgen::prelude::Sid::new());
        assert!(matches!(gone.confirm_nothing().await, Err(AckFailure::Disconnected)));
        let twelve: Vec<_> = (0..12).map(|_| RawValue::Bytes(vec![1].into())).collect();
        let sent = wire::Emitter::new(&io).socket(id).anything(&Raw::from(twelve));
        assert_eq!(sent.is_ok(), parser == Parser::MsgPack);
    }
}

// ---- groups and namespaces -----------------------------------------------------------------------------------------

#[tokio::test]
async fn a_group_shares_its_namespace() {
    let (mut client, ..) = connected(Parser::Common).await;
    let commit = json!({ "hash": "a".repeat(40) });
    assert_eq!(client.call("commit", commit.clone()).await, json!({ "ok": true, "data": { "count": 1 } }));
    assert_eq!(client.event("committed").await, commit);
    assert_eq!(client.call("same:again", json!({ "up": true })).await["ok"], true);
    // An event of one name in both directions.
    assert_eq!(client.call("same", json!({ "up": true })).await["ok"], true);
    assert_eq!(client.event("same").await, json!({ "down": false }));
    assert!(client.question("nothing").await.0.is_empty());
}

#[tokio::test]
async fn a_namespace_has_everything_of_its_own() {
    for parser in BOTH {
        let (service, ..) = serve(parser);
        let connect = async |auth: Value| Client::connect_to(&service, parser, "/admin", Some(auth)).await;
        let refused = connect(json!({ "key": "wrong" })).await.err().unwrap();
        assert_eq!(serde_json::from_str::<Value>(&refused).unwrap(), json!({ "code": "nope" }));
        let refused = connect(json!({})).await.err().unwrap();
        assert_eq!(serde_json::from_str::<Value>(&refused).unwrap()["fault"]["path"], "$.key");

        let mut client = connect(json!({ "key": "k" })).await.unwrap();
        assert_eq!(client.call("kick", json!({ "user": "u" })).await["data"], json!({ "gone": true }));
        assert_eq!(client.event("kicked").await, json!({ "user": "u" }));
        assert_eq!(client.call("ask", json!("who")).await, json!({ "success": true, "result": "who k" }));
        // The root's events are not its own.
        assert_eq!(fault(&client.call("same", json!({ "up": true })).await).0, "unknown_event");
    }
}

#[tokio::test]
async fn parameters_of_a_path_reach_the_handlers() {
    for parser in BOTH {
        let (service, io, _app) = serve(parser);
        let connect = async |path: &str| Client::connect_to(&service, parser, path, None).await;
        let mut ann = connect("/game/a%2Fb/2").await.unwrap();
        let mut bob = connect("/game/a%2Fb/2").await.unwrap();
        let mut eve = connect("/game/other/2").await.unwrap();
        let ack = ann.call("move", json!({ "x": 1 })).await;
        assert_eq!(ack["data"], json!({ "id": "a/b", "seat": 2, "x": 1 }));
        assert_eq!(bob.event("moved").await, json!({ "x": 1 }));
        assert!(eve.has_no("moved").await && ann.has_no("moved").await);

        // From outside.
        let params = wire::game::Params { id: "a/b".to_owned(), seat: 2 };
        let emitter = wire::game::Emitter::new(&io, &params);
        assert_eq!(emitter.path(), Ok("/game/a%2Fb/2"));
        emitter.everyone().moved(&wire::game::Moved { x: 3 }).await.unwrap();
        assert_eq!(ann.event("moved").await, json!({ "x": 3 }));
        let nobody = wire::game::Params { id: "nobody".to_owned(), seat: 2 };
        wire::game::Emitter::new(&io, &nobody).everyone().moved(&wire::game::Moved { x: 3 }).await.unwrap();
        let impossible = wire::game::Params { id: String::new(), seat: 2 };
        let sent =
            wire::game::Emitter::new(&io, &impossible).everyone().moved(&wire::game::Moved { x: 3 }).await;
        assert!(matches!(sent, Err(EmitError::Invalid(violation)) if violation.path == "$.id"));

        // Another namespace, whose parameter is any text.
        let room = "a b,c?é/{}";
        let params = wire::chat::Params { room: room.parse().unwrap() };
        let path = wire::chat::Emitter::new(&io, &params).path().unwrap().to_owned();
        assert_eq!(path, "/chat/a%20b%2Cc%3F%C3%A9%2F%7B%7D");
        let mut client =
            Client::connect_to(&service, parser, &path, Some(json!({ "any": [1] }))).await.unwrap();
        assert_eq!(client.call("say", json!("hi")).await["data"], format!(r#"hi {room} {{"any":[1]}}"#));
    }
}

#[tokio::test]
async fn a_path_whose_parameters_do_not_fit_is_refused() {
    for parser in BOTH {
        let (service, io, _app) = serve(parser);
        let long = format!("/game/{}/1", "x".repeat(41));
        for (path, at) in [
            ("/game/a/256", "$.seat"),
            ("/game/a/x", "$.seat"),
            ("/game/a/-1", "$.seat"),
            (long.as_str(), "$.id"),
            // Not as this path would have been written.
            ("/game/%61/1", "$"),
            ("/game/a/01", "$"),
            ("/game/a/%31", "$"),
            ("/game/a%/1", "$"),
            ("/game/%FF/1", "$"),
        ] {
            let refused = Client::connect_to(&service, parser, path, None).await.err().unwrap();
            let refused: Value = serde_json::from_str(&refused).unwrap();
            assert_eq!(refused["fault"]["path"], at, "{path}");
            assert!(io.of(path).is_none(), "{path} is not kept");
        }
        let refused = Client::connect_to(&service, parser, "/game/a/0", None).await.err();
        assert_eq!(refused.as_deref(), Some("no such seat"));
        let refused = Client::connect_to(&service, parser, "/game/a", None).await.err();
        assert_eq!(refused.as_deref(), Some("Invalid namespace"));
    }
}

#[tokio::test]
async fn paths_on_which_nobody_is_are_forgotten_in_the_end() {
    let (service, io, _app) = serve(Parser::Common);
    let connect = async |path: &str| Client::connect_to(&service, Parser::Common, path, None).await;
    let mut ann = connect("/game/kept/1").await.unwrap();
    for number in 0..600 {
        // Every second one is refused by the application.
        let client = connect(&format!("/game/{number}/{}", number % 2)).await;
        assert_eq!(client.is_ok(), number % 2 == 1);
    }
    let mut kept = 0;
    for number in 0..600 {
        kept += usize::from(io.of(format!("/game/{number}/{}", number % 2)).is_some());
    }
    assert!(kept < 400, "{kept} paths are kept");
    assert_eq!(ann.call("move", json!({ "x": 1 })).await["ok"], true);
    assert_eq!(connect("/game/0/1").await.unwrap().call("move", json!({ "x": 1 })).await["ok"], true);
}
