//! The handlers as clients meet them: in memory, without a port.

use sockgen::serde_json::json;
use sockgen::test::{ConnectFailure, Server};
use sockgen::{AckFailure, FaultCode};

use super::{App, ROOMS_PER_CONNECTION};
use crate::call;
use crate::call::test::Client;

fn server() -> Server {
    sockgen::test::server(|io| call::register(io, App::default()))
}

/// A client who has been welcomed, so that tests meet nothing but what they cause.
async fn join(server: &Server, name: &str) -> Client {
    let client = call::test::connect(server, &call::Auth { name: Some(name.into()) }).await.unwrap();
    assert_eq!(client.expect().welcome().await.socket_id, client.id().to_string());
    client
}

fn user(client: &Client, name: &str) -> call::User {
    call::User { id: client.id().to_string(), name: Some(name.into()) }
}

fn room(room: &str) -> call::JoinRoom {
    call::JoinRoom { room: room.into() }
}

fn message(text: &str, room: Option<&str>) -> call::MessageSend {
    call::MessageSend { text: text.into(), room: room.map(Into::into) }
}

#[tokio::test]
async fn who_joins_learns_who_is_there_and_the_others_learn_of_it() {
    let server = server();
    let (ann, bob, eve) =
        (join(&server, "Ann").await, join(&server, "Bob").await, join(&server, "Eve").await);

    let members = ann.request().join_room(&room("r")).await.unwrap().members;
    assert_eq!(members, [user(&ann, "Ann")]);
    let members = bob.request().join_room(&room("r")).await.unwrap().members;
    assert_eq!(members, [user(&ann, "Ann"), user(&bob, "Bob")]);

    let joined = ann.expect().user_joined().await;
    assert_eq!(joined, call::UserJoined { room: "r".into(), user: user(&bob, "Bob") });
    // Nobody is told of itself, nobody outside of the room of anything.
    for client in [&ann, &bob, &eve] {
        client.expect_nothing().await;
    }

    // Joining again is no news.
    let again = bob.request().join_room(&room("r")).await.unwrap();
    assert_eq!(again.members.len(), 2);
    ann.expect_nothing().await;
}

#[tokio::test]
async fn a_message_reaches_its_room_or_everyone_and_its_sender_too() {
    let server = server();
    let (ann, bob, eve) =
        (join(&server, "Ann").await, join(&server, "Bob").await, join(&server, "Eve").await);
    ann.request().join_room(&room("r")).await.unwrap();
    bob.request().join_room(&room("r")).await.unwrap();

    let sent = ann.request().message_send(&message("hi", Some("r"))).await.unwrap();
    for client in [&ann, &bob] {
        let seen = client.expect().message_new().await;
        assert_eq!((seen.id, seen.at, seen.text.as_str()), (sent.id, sent.at, "hi"));
        assert_eq!((seen.room.as_deref(), seen.from), (Some("r"), user(&ann, "Ann")));
    }
    eve.expect_nothing().await;

    let sent = eve.request().message_send(&message("to all", None)).await.unwrap();
    for client in [&ann, &bob, &eve] {
        let seen = client.expect().message_new().await;
        assert_eq!((seen.id, seen.room), (sent.id, None));
    }
}

#[tokio::test]
async fn who_is_not_in_a_room_does_not_write_to_it() {
    let server = server();
    let (ann, eve) = (join(&server, "Ann").await, join(&server, "Eve").await);
    ann.request().join_room(&room("r")).await.unwrap();

    let refused = eve.request().message_send(&message("let me in", Some("r"))).await.unwrap_err();
    let AckFailure::Declared(call::Failure { code: call::FailureCode::Forbidden, .. }) = refused else {
        panic!("{refused}");
    };
    let refused = eve.request().message_send(&message("hello?", Some("nobody"))).await.unwrap_err();
    let AckFailure::Declared(call::Failure { code: call::FailureCode::RoomNotFound, .. }) = refused else {
        panic!("{refused}");
    };
    // Without an ack that could say why, a custom event is only not relayed.
    let custom = call::CustomEvent { name: "n".into(), payload: None, room: Some("r".into()) };
    let refused = eve.request().custom_event(&custom).await;
    assert!(matches!(refused, Err(AckFailure::Fault(fault)) if fault.code == FaultCode::Internal));
    ann.expect_nothing().await;
}

#[tokio::test]
async fn typing_is_seen_by_the_others_in_the_room_alone() {
    let server = server();
    let (ann, bob, eve) =
        (join(&server, "Ann").await, join(&server, "Bob").await, join(&server, "Eve").await);
    ann.request().join_room(&room("r")).await.unwrap();
    bob.request().join_room(&room("r")).await.unwrap();
    ann.expect().user_joined().await;

    ann.emit().typing_start(&call::TypingStart { room: "r".into() }).unwrap();
    let update = |typing| call::TypingUpdate { room: "r".into(), user: user(&ann, "Ann"), typing };
    assert_eq!(bob.expect().typing_update().await, update(true));
    ann.emit().typing_stop(&call::TypingStop { room: "r".into() }).unwrap();
    assert_eq!(bob.expect().typing_update().await, update(false));

    // Somebody who is not in there is not typing in there.
    eve.emit().typing_start(&call::TypingStart { room: "r".into() }).unwrap();
    for client in [&ann, &bob, &eve] {
        client.expect_nothing().await;
    }
}

#[tokio::test]
async fn leaving_and_disconnecting_tell_the_room() {
    let server = server();
    let (ann, bob, eve) =
        (join(&server, "Ann").await, join(&server, "Bob").await, join(&server, "Eve").await);
    for client in [&ann, &bob, &eve] {
        client.request().join_room(&room("r")).await.unwrap();
    }
    ann.take_all().await;

    let left = |user: &call::User| call::UserLeft { room: "r".into(), user: user.clone() };
    let (is_bob, is_eve) = (user(&bob, "Bob"), user(&eve, "Eve"));
    bob.request().leave_room(&call::LeaveRoom { room: "r".into() }).await.unwrap();
    assert_eq!(ann.expect().user_left().await, left(&is_bob));
    // Once more is no news, and no error.
    bob.request().leave_room(&call::LeaveRoom { room: "r".into() }).await.unwrap();
    ann.expect_nothing().await;

    eve.disconnect();
    assert_eq!(ann.expect().user_left().await, left(&is_eve));

    // A network that is gone is noticed too.
    bob.request().join_room(&room("r")).await.unwrap();
    ann.expect().user_joined().await;
    bob.cut();
    assert_eq!(ann.expect().user_left().await, left(&is_bob));
    let members = ann.request().join_room(&room("r")).await.unwrap().members;
    assert_eq!(members, [user(&ann, "Ann")]);
}

#[tokio::test]
async fn custom_events_are_relayed() {
    let server = server();
    let (ann, bob) = (join(&server, "Ann").await, join(&server, "Bob").await);
    let custom = call::CustomEvent { name: "wave".into(), payload: Some(json!({ "hands": 2 })), room: None };
    ann.emit().custom_event(&custom).unwrap();
    for client in [&ann, &bob] {
        let relayed = client.expect().custom_broadcast().await;
        assert_eq!(relayed.payload, Some(json!({ "hands": 2 })));
        assert_eq!((relayed.name.as_str(), relayed.from), ("wave", user(&ann, "Ann")));
    }
}

#[tokio::test]
async fn a_connection_is_in_so_many_rooms_and_no_more() {
    let server = server();
    let ann = join(&server, "Ann").await;
    for number in 0..ROOMS_PER_CONNECTION {
        ann.request().join_room(&room(&number.to_string())).await.unwrap();
    }
    let refused = ann.request().join_room(&room("one more")).await;
    assert!(matches!(
        refused,
        Err(AckFailure::Declared(call::Failure { code: call::FailureCode::Forbidden, .. }))
    ));
    // In one of them it is already.
    ann.request().join_room(&room("7")).await.unwrap();
    ann.request().leave_room(&call::LeaveRoom { room: "7".into() }).await.unwrap();
    ann.request().join_room(&room("one more")).await.unwrap();
}

#[tokio::test]
async fn what_does_not_fit_the_schema_is_answered_and_nobody_else_is_bothered() {
    let server = server();
    let (ann, bob) = (join(&server, "Ann").await, join(&server, "Bob").await);
    for (event, arguments, path) in [
        ("join:room", json!({ "room": 7 }), "$.room"),
        ("join:room", json!({ "room": "" }), "$.room"),
        ("message:send", json!({ "room": "r" }), "$.text"),
        ("message:send", json!({ "text": "x".repeat(4001) }), "$.text"),
    ] {
        let ack = ann.raw().request(event, [arguments]).await.unwrap();
        assert_eq!((&ack["fault"]["code"], &ack["fault"]["path"]), (&json!("invalid_payload"), &json!(path)));
    }
    let long = json!({ "name": "n", "payload": "x".repeat(65_536) });
    let ack = ann.raw().request("custom:event", [long]).await.unwrap();
    assert_eq!(ack["fault"]["code"], "payload_too_large");
    bob.expect_nothing().await;

    let refused = Client::connect_raw(&server, "/", json!({ "name": "" })).await.unwrap_err();
    let ConnectFailure::Fault(fault) = &refused else { panic!("{refused}") };
    assert_eq!((fault.code, fault.path.as_deref()), (FaultCode::InvalidPayload, Some("$.name")));
}
