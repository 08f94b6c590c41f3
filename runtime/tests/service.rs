//! The generated server in memory: no port, a text client over one end of a pipe.
//!
//! `expansion/call.rs` is what the macro expands to; the application in `support/app.rs` is written against it as a user
//! would, so that this file also says that the API compiles from another crate.

#[path = "support/app.rs"]
mod app;
#[path = "expansion/call.rs"]
#[rustfmt::skip]
mod call;
#[path = "support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use app::{App, Log, Seen};
use client::{Client, Engine, Parser, eventually};
use serde_json::{Value, json};
use sockgen::socketioxide::{ParserConfig, SocketIo};
use sockgen::{Cause, EmitError, FaultCode};

const BOTH: [Parser; 2] = [Parser::Common, Parser::MsgPack];

fn serve(parser: Parser) -> (impl Engine, SocketIo, Arc<Log>) {
    let builder = SocketIo::builder();
    let (service, io) = match parser {
        Parser::Common => builder.build_svc(),
        Parser::MsgPack => builder.with_parser(ParserConfig::msgpack()).build_svc(),
    };
    let log = Arc::new(Log::default());
    call::register(&io, App { log: log.clone() });
    (service, io, log)
}

async fn connected(service: &impl Engine, parser: Parser, name: &str) -> Client {
    Client::connect(service, parser, Some(json!({ "name": name }))).await.expect("a connection")
}

fn faults(log: &Log) -> Vec<Seen> {
    log.faults.lock().unwrap().clone()
}

fn fault(ack: &Value) -> (&str, Option<&str>) {
    assert_eq!(ack["ok"], false, "{ack}");
    assert!(ack.get("error").is_none() && !ack.to_string().contains("secret"), "{ack}");
    (ack["fault"]["code"].as_str().expect("a code"), ack["fault"]["path"].as_str())
}

// ---- payloads ------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn a_payload_that_fits_reaches_its_handler_and_its_ack_comes_back() {
    for parser in BOTH {
        let (service, _io, log) = serve(parser);
        let mut client = connected(&service, parser, "ann").await;
        let ack = client.call("join:room", json!({ "room": "r" })).await;
        assert_eq!(ack["ok"], true);
        assert_eq!(ack["data"]["members"][0]["name"], "ann");
        let ack = client.call("message:send", json!({ "text": "hi" })).await;
        assert!(ack["data"]["id"].is_string() && ack["data"]["at"].is_string(), "{ack}");
        assert!(faults(&log).is_empty());
    }
}

#[tokio::test]
async fn a_payload_that_does_not_fit_is_answered_with_its_path() {
    for parser in BOTH {
        let (service, _io, log) = serve(parser);
        let mut client = connected(&service, parser, "ann").await;
        let wrong = [
            (json!([{ "room": 7 }]), "$.room"),
            (json!([{}]), "$.room"),
            (json!([{ "room": "" }]), "$.room"),
            (json!([null]), "$"),
            // MessagePack may write an object as a sequence; an empty one has no room either.
            (json!([[]]), if parser == Parser::Common { "$" } else { "$.room" }),
            (json!([]), "$"),
        ];
        for (index, (arguments, path)) in wrong.into_iter().enumerate() {
            let id = client.ask("join:room", arguments.clone()).await;
            let ack = client.ack(id).await;
            assert_eq!(fault(&ack), ("invalid_payload", Some(path)), "{parser:?} {arguments}");
            let seen = &faults(&log)[index];
            assert_eq!((seen.event.as_str(), seen.code), ("join:room", FaultCode::InvalidPayload));
            assert!(seen.ack_requested);
        }
        assert_eq!(client.call("join:room", json!({ "room": "r" })).await["ok"], true);
    }
}

#[tokio::test]
async fn extra_arguments_and_fields_are_ignored_on_both_paths() {
    for parser in BOTH {
        let (service, _io, _log) = serve(parser);
        let mut client = connected(&service, parser, "ann").await;
        let id =
            client.ask("join:room", json!([{ "room": "r", "more": [1, { "a": null }] }, 1, "two", {}])).await;
        assert_eq!(client.ack(id).await["ok"], true, "{parser:?}");
    }
}

#[tokio::test]
async fn an_attachment_goes_the_way_of_the_engine() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    // The room is no attachment, so the attachment is superfluous; the frame is another one, the rules are the same.
    client.send_text(r#"451-1["join:room",{"room":"r"},{"_placeholder":true,"num":0}]"#).await;
    client.send_binary(&[1, 2, 3]).await;
    assert_eq!(client.ack(1).await["ok"], true);
    client.send_text(r#"451-2["join:room",{"room":{"_placeholder":true,"num":0}}]"#).await;
    client.send_binary(&[1, 2, 3]).await;
    let ack = client.ack(2).await;
    assert_eq!(fault(&ack), ("invalid_payload", Some("$.room")));
    client.send_text(r#"451-3["custom:event",{"name":"n","payload":{"_placeholder":true,"num":0}}]"#).await;
    client.send_binary(&[1, 2, 3]).await;
    let ack = client.ack(3).await;
    assert_eq!(fault(&ack).0, "invalid_payload");
}

#[tokio::test]
async fn text_that_is_hostile_is_a_fault_and_the_server_lives() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    client.send_text(&format!(r#"421["custom:event",{{"name":"n","payload":{deep}}}]"#)).await;
    assert_eq!(fault(&client.ack(1).await).0, "invalid_payload");
    client.send_text(r#"422["join:room",{"room":"\ud800"}]"#).await;
    assert_eq!(fault(&client.ack(2).await).0, "invalid_payload");
    client.send_text(r#"423["join:room",{"room":"a","room":"b"}]"#).await;
    assert_eq!(fault(&client.ack(3).await), ("invalid_payload", Some("$.room")));
    client.send_text(r#"424[ "join:room" , { "room" : "r" } , 2 ] "#).await;
    assert_eq!(client.ack(4).await["ok"], true);
}

#[tokio::test]
async fn a_payload_past_its_limit_is_not_decoded() {
    for parser in BOTH {
        let (service, _io, log) = serve(parser);
        let mut client = connected(&service, parser, "ann").await;
        let ack = client.call("custom:event", json!({ "name": "n", "payload": "x".repeat(65_536) })).await;
        assert_eq!(fault(&ack), ("payload_too_large", None));
        assert_eq!(faults(&log)[0].code, FaultCode::PayloadTooLarge);
        let ack = client.call("custom:event", json!({ "name": "n", "payload": "x".repeat(60_000) })).await;
        assert_eq!(ack, json!({ "ok": true, "data": null }));
    }
}

#[tokio::test]
async fn the_limit_counts_the_arguments_and_attachments_and_nothing_else() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    let frame = |bytes: usize| {
        let around = r#"{"name":"n","payload":""}"#.len();
        format!(r#"["custom:event",{{"name":"n","payload":"{}"}}]"#, "x".repeat(bytes - around))
    };
    client.send_text(&format!("421{}", frame(65_536))).await;
    assert_eq!(client.ack(1).await["ok"], true);
    client.send_text(&format!("422{}", frame(65_537))).await;
    assert_eq!(fault(&client.ack(2).await).0, "payload_too_large");
    client.send_text(r#"451-3["custom:event",{"name":"n"},{"_placeholder":true,"num":0}]"#).await;
    client.send_binary(&vec![0; 65_536]).await;
    assert_eq!(fault(&client.ack(3).await).0, "payload_too_large");
}

// ---- acks and faults -----------------------------------------------------------------------------------------------

#[tokio::test]
async fn every_way_to_fail_has_its_answer_and_its_report() {
    for parser in BOTH {
        let (service, _io, log) = serve(parser);
        let mut client = connected(&service, parser, "ann").await;

        for text in ["panic", "panic later", "error"] {
            let ack = client.call("message:send", json!({ "text": text })).await;
            assert_eq!(fault(&ack), ("internal", None));
            let seen = faults(&log).pop().unwrap();
            assert_eq!(seen.code, FaultCode::Internal);
            assert!(seen.cause.contains("secret"), "{seen:?}");
        }
        assert_eq!(faults(&log).len(), 3);

        let declared = json!({ "ok": false, "error": { "code": "forbidden", "message": "not for you" } });
        assert_eq!(client.call("message:send", json!({ "text": "declared" })).await, declared);
        assert_eq!(client.call("join:room", json!({ "room": "forbidden" })).await, declared);
        assert_eq!(faults(&log).len(), 3, "a declared error that was answered is no fault");

        let ack = client.call("nobody knows this", json!({})).await;
        assert_eq!(fault(&ack), ("unknown_event", None));
        assert_eq!(client.call("message:send", json!({ "text": "fine" })).await["ok"], true);
    }
}

#[tokio::test]
async fn acks_that_are_asked_for_and_not_declared_or_the_other_way_round() {
    let (service, _io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    // `ack: none`, and no ack declared.
    assert_eq!(client.call("leave:room", json!({ "room": "r" })).await, json!({ "ok": true, "data": null }));
    assert_eq!(
        client.call("typing:start", json!({ "room": "r" })).await,
        json!({ "ok": true, "data": null })
    );
    assert_eq!(fault(&client.call("typing:stop", json!({ "room": "r" })).await), ("internal", None));

    // Declared and not asked for: the handler runs, a declared error goes to the hook.
    log.faults.lock().unwrap().clear();
    client.emit("message:send", json!([{ "text": "declared" }])).await;
    client.emit("message:send", json!([{ "text": "error" }])).await;
    client.emit("message:send", json!([{ "text": "fine" }])).await;
    eventually("the third ran", || log.done.load(Ordering::SeqCst) == 1).await;
    let seen = faults(&log);
    assert_eq!(seen.len(), 2);
    assert!(seen.iter().all(|seen| !seen.ack_requested && seen.event == "message:send"));
    assert!(seen[0].cause.contains("forbidden") && seen[1].cause.contains("secret"), "{seen:?}");
}

#[tokio::test]
async fn an_unknown_name_is_not_repeated_at_length() {
    let (service, _io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    let ack = client.call(&"é".repeat(20_000), json!({})).await;
    assert!(ack.to_string().len() < 200);
    assert_eq!(faults(&log)[0].event.chars().count(), 129);
}

#[tokio::test]
async fn a_panic_in_the_hook_harms_nobody() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    assert_eq!(fault(&client.call("panic in the hook", json!({})).await).0, "unknown_event");
    assert_eq!(fault(&client.call("panic in the hook", json!({})).await).0, "unknown_event");
    assert_eq!(client.call("message:send", json!({ "text": "fine" })).await["ok"], true);
}

#[tokio::test]
async fn a_handler_may_register_one_of_the_engines_own() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    assert_eq!(client.call("message:send", json!({ "text": "register" })).await["ok"], true);
}

// ---- connecting ----------------------------------------------------------------------------------------------------

#[tokio::test]
async fn the_first_event_is_not_lost() {
    for parser in BOTH {
        let (service, _io, _log) = serve(parser);
        // `on_connect` never ends for "late"; `authenticate` takes its time for "slow".
        for name in ["late", "slow"] {
            let mut client = connected(&service, parser, name).await;
            assert_eq!(client.call("join:room", json!({ "room": "r" })).await["ok"], true);
        }
    }
}

#[tokio::test]
async fn on_connect_can_emit() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "greet").await;
    assert!(client.event("welcome").await["socketId"].is_string());
}

#[tokio::test]
async fn refusals_say_what_they_may() {
    for parser in BOTH {
        let (service, _io, log) = serve(parser);
        let refusal = async |auth: Value| Client::connect(&service, parser, Some(auth)).await.err();
        assert_eq!(refusal(json!({ "name": "refuse" })).await.as_deref(), Some("you are refused"));
        assert_eq!(refusal(json!({ "name": "error" })).await.as_deref(), Some("internal"));
        assert_eq!(refusal(json!({ "name": "panic" })).await.as_deref(), Some("internal"));
        let fault: Value = serde_json::from_str(&refusal(json!({ "name": "" })).await.unwrap()).unwrap();
        assert_eq!(fault["fault"]["code"], "invalid_payload");
        assert_eq!(fault["fault"]["path"], "$.name");
        assert_eq!(log.sessions.load(Ordering::SeqCst), 0);
    }
}

#[tokio::test]
async fn auth_may_be_missing_and_keys_of_our_own_are_taken_out() {
    for parser in BOTH {
        let (service, _io, _log) = serve(parser);
        assert!(Client::connect(&service, parser, None).await.is_ok());
        let auth = json!({ "$sockgen": "hash", "name": "ann", "$x": { "name": 7 } });
        assert!(Client::connect(&service, parser, Some(auth)).await.is_ok());
    }
}

// ---- rooms ---------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn rooms_reach_whom_they_should() {
    for parser in BOTH {
        let (service, io, _log) = serve(parser);
        let mut ann = connected(&service, parser, "ann").await;
        let mut bob = connected(&service, parser, "bob").await;
        let mut eve = connected(&service, parser, "eve").await;
        ann.call("join:room", json!({ "room": "a:b%" })).await;
        bob.call("join:room", json!({ "room": "a:b%" })).await;
        assert_eq!(ann.event("user:joined").await["user"]["name"], "bob");

        // `within` has the sender, the room, and nobody else.
        ann.call("message:send", json!({ "text": "hi", "room": "a:b%" })).await;
        assert_eq!(ann.event("message:new").await["text"], "hi");
        assert_eq!(bob.event("message:new").await["from"]["name"], "ann");
        assert!(eve.has_no("message:new").await);

        // `others` has everybody else.
        ann.call("message:send", json!({ "text": "all" })).await;
        assert_eq!(eve.event("message:new").await["text"], "all");
        assert_eq!(bob.event("message:new").await["text"], "all");
        assert!(ann.has_no("message:new").await);

        // `everyone().except(room)` keeps the sender in.
        eve.call("custom:event", json!({ "name": "n", "payload": [1], "room": "a:b%" })).await;
        assert_eq!(eve.event("custom:broadcast").await["payload"], json!([1]));
        assert!(bob.has_no("custom:broadcast").await);

        // `to([..])` leaves the sender out.
        bob.call("typing:start", json!({ "room": "a:b%" })).await;
        assert_eq!(ann.event("typing:update").await["typing"], true);
        assert!(bob.has_no("typing:update").await && ann.has_no("typing:update").await);

        // From outside.
        let emitter = call::Emitter::new(&io);
        let user = call::User { id: "x".to_owned(), name: None };
        let room = call::rooms::session("a:b%");
        let left = call::UserLeft { room: "a:b%".to_owned(), user: user.clone() };
        emitter.within(&room).user_left(&left).await.unwrap();
        assert_eq!(ann.event("user:left").await["user"], json!({ "id": "x" }));
        assert!(eve.has_no("user:left").await);
        let nowhere: [sockgen::Room<call::rooms::Session>; 0] = [];
        emitter.within(nowhere).user_left(&left).await.unwrap();
        assert!(eve.has_no("user:left").await && ann.has_no("user:left").await);
        let custom = call::CustomBroadcast { name: "n".to_owned(), payload: None, from: user };
        emitter.everyone().custom_broadcast(&custom).await.unwrap();
        assert_eq!(eve.event("custom:broadcast").await["name"], "n");
    }
}

#[tokio::test]
async fn one_socket_is_reached_by_its_id() {
    let (service, io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    let emitter = call::Emitter::new(&io);
    let id = io.sockets()[0].id;
    let welcome = call::Welcome { socket_id: id.to_string(), at: chrono::Utc::now() };
    emitter.socket(id).welcome(&welcome).unwrap();
    assert_eq!(client.event("welcome").await["socketId"], id.to_string());
    let gone = sockgen::prelude::Sid::new();
    assert!(matches!(emitter.socket(gone).welcome(&welcome), Err(EmitError::Closed)));
}

#[tokio::test]
async fn what_breaks_its_own_schema_is_not_sent() {
    let (service, io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    let user = call::User { id: "x".to_owned(), name: Some(String::new()) };
    let custom = call::CustomBroadcast { name: "n".to_owned(), payload: None, from: user };
    let emitter = call::Emitter::new(&io);
    let Err(EmitError::Invalid(violation)) = emitter.everyone().custom_broadcast(&custom).await else {
        panic!("an empty name was sent to everybody")
    };
    assert_eq!(violation.path, "$.from.name");
    let id = io.sockets()[0].id;
    assert!(matches!(emitter.socket(id).custom_broadcast(&custom), Err(EmitError::Invalid(_))));
    assert!(client.has_no("custom:broadcast").await);
    // An ack is held to its schema too: for the client that is the server's fault.
    let mut noname = Client::connect(&service, Parser::Common, None).await.unwrap();
    assert_eq!(fault(&noname.call("join:room", json!({ "room": "r" })).await), ("internal", None));
}

#[tokio::test]
async fn an_emitter_without_its_namespace_says_so() {
    let (_service, io) = SocketIo::new_svc();
    let user = call::User { id: "x".to_owned(), name: None };
    let custom = call::CustomBroadcast { name: "n".to_owned(), payload: None, from: user };
    let sent = call::Emitter::new(&io).everyone().custom_broadcast(&custom).await;
    assert!(matches!(sent, Err(EmitError::NotRegistered)));
}

// ---- load and the end ----------------------------------------------------------------------------------------------

#[tokio::test]
async fn a_flood_is_answered_and_ends() {
    let (service, _io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    const MORE: usize = 40;
    let mut ids = Vec::new();
    for _ in 0..sockgen::limits::IN_FLIGHT + MORE {
        ids.push(client.ask("message:send", json!([{ "text": "wait" }])).await);
    }
    for id in ids.split_off(sockgen::limits::IN_FLIGHT) {
        assert_eq!(fault(&client.ack(id).await), ("rate_limited", None));
    }
    eventually("all are reported", || faults(&log).len() == MORE).await;
    assert!(faults(&log).iter().all(|seen| {
        *seen
            == Seen {
                event: "message:send".to_owned(),
                code: FaultCode::RateLimited,
                cause: Cause::Client.to_string(),
                ack_requested: true,
                times: 1,
            }
    }));
    log.gate.0.add_permits(sockgen::limits::IN_FLIGHT);
    for id in ids {
        assert_eq!(client.ack(id).await["ok"], true);
    }
    assert_eq!(client.call("message:send", json!({ "text": "fine" })).await["ok"], true);
}

/// A missing ack must not look like a slow one: what cannot be answered any more ends the connection.
#[tokio::test]
async fn a_client_that_asks_and_never_reads_is_disconnected() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    // More than the pipe, the engine's buffer and the server's notes hold together.
    for _ in 0..sockgen::limits::OWED_ANSWERS + 4_000 {
        client.ask("nope", json!([])).await;
    }
    // The server has taken them all, so that nothing that still arrives can be what ends the connection.
    tokio::time::sleep(Duration::from_millis(500)).await;
    // Only now does it read, and finds `41` or the end of the connection among the answers.
    while let Some(packet) = client.next().await {
        if packet.kind == 1 {
            break;
        }
    }
}

#[tokio::test]
async fn a_handler_that_waits_keeps_nothing_back() {
    let (service, _io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    let waiting = client.ask("message:send", json!([{ "text": "wait" }])).await;
    assert_eq!(client.call("message:send", json!({ "text": "fine" })).await["ok"], true);
    assert_eq!(fault(&client.call("message:send", json!({ "text": "panic" })).await).0, "internal");
    log.gate.0.add_permits(1);
    assert_eq!(client.ack(waiting).await["ok"], true);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_messages_on_several_threads_are_each_answered() {
    let (service, _io, _log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    for _ in 0..200 {
        let mut ids = Vec::new();
        for _ in 0..100 {
            ids.push(client.ask("leave:room", json!([{ "room": "r" }])).await);
        }
        for id in ids {
            assert_eq!(client.ack(id).await, json!({ "ok": true, "data": null }));
        }
    }
}

#[tokio::test]
async fn rooms_are_still_there_at_the_disconnect() {
    let (service, io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "panic at the end").await;
    client.call("join:room", json!({ "room": "a:b%" })).await;
    client.cut();
    log.disconnected.notified().await;
    let room = call::rooms::Room::Session { room: "a:b%".to_owned() };
    assert_eq!(*log.rooms_at_disconnect.lock().unwrap(), [room]);
    // Though the hook panics.
    eventually("the socket is forgotten", || io.sockets().is_empty()).await;
    eventually("the session is dropped", || log.sessions.load(Ordering::SeqCst) == 0).await;
    assert!(io.rooms().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_client_that_says_goodbye_and_hangs_up_has_its_rooms_too() {
    let (service, _io, log) = serve(Parser::Common);
    for _ in 0..300 {
        let mut client = connected(&service, Parser::Common, "ann").await;
        client.call("join:room", json!({ "room": "r" })).await;
        // The engine takes both for a disconnect, and forgets the rooms at the second one.
        client.send(1, None, None).await;
        client.cut();
    }
    eventually("all have gone", || log.sessions.load(Ordering::SeqCst) == 0).await;
    assert_eq!(log.rooms_at_disconnect.lock().unwrap().len(), 300);
}

/// The engine takes no socket into a namespace where it still has one of the same id, and says nothing of it.
#[tokio::test]
async fn a_client_that_comes_back_at_once_is_let_in() {
    for parser in BOTH {
        let (service, io, log) = serve(parser);
        let mut client = connected(&service, parser, "slow to go").await;
        client.call("join:room", json!({ "room": "before" })).await;
        client.send(1, None, None).await;
        client.send(0, None, Some(json!({ "name": "ann" }))).await;
        assert_eq!(client.next().await.expect("a packet").kind, 0, "CONNECT");
        // The first one's hook has not ended, and is to change nothing for the second one.
        assert_eq!(log.sessions.load(Ordering::SeqCst), 2);
        client.call("join:room", json!({ "room": "after" })).await;
        log.gate.0.add_permits(1);
        eventually("the first one is dropped", || log.sessions.load(Ordering::SeqCst) == 1).await;
        let room = call::rooms::Room::Session { room: "before".to_owned() };
        assert_eq!(*log.rooms_at_disconnect.lock().unwrap(), [room]);
        let user = call::User { id: "x".to_owned(), name: None };
        for (name, reached) in [("before", false), ("after", true)] {
            let left = call::UserLeft { room: name.to_owned(), user: user.clone() };
            call::Emitter::new(&io).within(call::rooms::session(name)).user_left(&left).await.unwrap();
            assert_eq!(client.has_no("user:left").await, !reached, "{name}");
        }
    }
}

#[tokio::test]
async fn a_handler_that_is_late_cannot_leave_its_socket_in_a_room() {
    let (service, io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    client.ask("message:send", json!([{ "text": "wait, then join" }])).await;
    client.call("leave:room", json!({ "room": "r" })).await;
    client.cut();
    log.disconnected.notified().await;
    eventually("the socket is forgotten", || io.sockets().is_empty()).await;
    log.gate.0.add_permits(1);
    eventually("the handler ran to its end", || log.done.load(Ordering::SeqCst) == 1).await;
    assert!(io.rooms().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_handler_can_disconnect_its_client() {
    let (service, io, log) = serve(Parser::Common);
    let mut client = connected(&service, Parser::Common, "ann").await;
    client.emit("message:send", json!([{ "text": "disconnect" }])).await;
    let packet = client.next().await.unwrap();
    assert_eq!(packet.kind, 1, "DISCONNECT");
    eventually("the session is dropped", || log.sessions.load(Ordering::SeqCst) == 0).await;
    assert!(io.sockets().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn disconnects_in_the_middle_of_an_ack_leave_nothing_behind() {
    let (service, io, log) = serve(Parser::Common);
    for round in 0..1000 {
        let mut client = connected(&service, Parser::Common, "ann").await;
        client.call("join:room", json!({ "room": "r" })).await;
        let text = if round % 2 == 0 { "wait" } else { "fine" };
        for _ in 0..5 {
            client.ask("message:send", json!([{ "text": text }])).await;
        }
        client.cut();
    }
    eventually("all sockets are forgotten", || io.sockets().is_empty()).await;
    log.gate.0.add_permits(10_000);
    eventually("all sessions are dropped", || log.sessions.load(Ordering::SeqCst) == 0).await;
    assert!(io.rooms().await.unwrap().is_empty());
}
