//! A server that moves to sockgen one event at a time, as `docs/migrate.md` tells it: each step is a whole server, and all
//! of them are the same to a client.

#[path = "app.rs"]
mod app;
#[path = "../support/client.rs"]
#[allow(dead_code, reason = "several tests share it")]
mod client;
mod document;
#[allow(clippy::cast_possible_truncation, reason = "written by hand, long ago")]
mod legacy;
mod step0;
mod step1;
mod step2;
mod step3;
mod step4;

use std::sync::Arc;

use app::App;
use client::{Client, Packet, Parser};
use serde_json::{Value, json};
use sockgen::socketioxide::SocketIo;

type Register = fn(&SocketIo, Arc<App>);

/// What Ann and Bob receive, in its order.
struct Both {
    ann: Client,
    bob: Client,
}

/// Who sends.
#[derive(Clone, Copy, PartialEq)]
enum Sender {
    Ann,
    Bob,
}
use Sender::{Ann, Bob};

async fn receives(client: &mut Client, whose: &str, step: &str, expected: &Value) {
    let Some(Packet { kind, data, .. }) = client.next().await else {
        panic!("{step}: {whose} is still there")
    };
    assert_eq!((kind, &data), (2, expected), "{step}: what {whose} receives");
}

impl Both {
    fn of(&mut self, from: Sender) -> &mut Client {
        match from {
            Ann => &mut self.ann,
            Bob => &mut self.bob,
        }
    }

    /// One of them sends `event`; then each receives these, and nothing else.
    async fn send(&mut self, from: Sender, event: Value, ack: Option<Value>, ann: &[Value], bob: &[Value]) {
        let step = event.to_string();
        let Value::Array(mut arguments) = event else { panic!("an array") };
        let name = arguments.remove(0);
        let name = name.as_str().expect("a name");
        let id = match ack {
            Some(_) => Some(self.of(from).ask(name, arguments.into()).await),
            None => {
                self.of(from).emit(name, arguments.into()).await;
                None
            }
        };
        for expected in ann {
            receives(&mut self.ann, "Ann", &step, expected).await;
        }
        for expected in bob {
            receives(&mut self.bob, "Bob", &step, expected).await;
        }
        let Some(ack) = ack else { return };
        let packet = self.of(from).next().await.expect("an ack");
        assert_eq!((packet.kind, packet.id, packet.data), (3, id, json!([ack])), "{step}");
    }
}

async fn connected(
    service: &(
         impl tower_service::Service<(tokio::io::DuplexStream, http::Request<()>), Error: std::fmt::Debug> + Clone
     ),
    name: &str,
) -> Client {
    let auth = Some(json!({ "name": name }));
    let mut client = Client::connect(service, Parser::Common, auth).await.expect("a connection");
    receives(&mut client, name, "connect", &json!(["welcome", { "name": name }])).await;
    client
}

/// All ten events, and everything that comes of them.
async fn converse(register: Register) {
    let app = Arc::new(App::default());
    let (service, io) = SocketIo::new_svc();
    register(&io, app.clone());
    let (ann, bob) = (connected(&service, "ann").await, connected(&service, "bob").await);
    let mut both = Both { ann, bob };

    let general = json!({ "room": "general" });
    let members = |members: Value| Some(json!({ "success": true, "members": members }));
    both.send(Ann, json!(["join", general]), members(json!(["ann"])), &[], &[]).await;
    let joined = json!(["joined", { "room": "general", "name": "bob" }]);
    both.send(Bob, json!(["join", general]), members(json!(["ann", "bob"])), &[joined], &[]).await;

    let hello = json!(["message", { "id": 1, "room": "general", "from": "ann", "text": "hello" }]);
    let says = |text: &str| json!(["message", { "room": "general", "text": text }]);
    let (ack, hello) = (json!({ "success": true, "id": 1 }), [hello]);
    both.send(Ann, says("hello"), Some(ack), &hello, &hello).await;
    let refused = json!({ "success": false, "message": "say something" });
    both.send(Ann, says("  "), Some(refused), &[], &[]).await;

    let types = json!(["typing", { "room": "general", "typing": true }]);
    let typing = json!(["typing", { "room": "general", "from": "bob", "typing": true }]);
    both.send(Bob, types, None, &[typing], &[]).await;

    let history = json!({ "success": true, "messages": [{ "id": 1, "from": "ann", "text": "hello" }] });
    both.send(Ann, json!(["history", { "room": "general", "limit": 10 }]), Some(history.clone()), &[], &[])
        .await;
    both.send(Bob, json!(["history", { "room": "general" }]), Some(history), &[], &[]).await;

    let away = json!({ "name": "bob", "status": "away" });
    both.send(Bob, json!(["status", "away"]), None, &[json!(["status", away])], &[]).await;
    let users = json!([{ "name": "ann", "status": "online" }, away]);
    both.send(Ann, json!(["who"]), Some(json!({ "success": true, "users": users })), &[], &[]).await;

    let poll = |votes: Value, closed: bool| {
        let options = json!(["yes", "no"]);
        [
            json!(["poll", { "id": 1, "question": "Tea?", "options": options, "votes": votes, "closed": closed }]),
        ]
    };
    let opens = json!(["poll:open", { "room": "general", "question": "Tea?", "options": ["yes", "no"] }]);
    let (ack, opened) = (json!({ "success": true, "id": 1 }), poll(json!([0, 0]), false));
    both.send(Ann, opens, Some(ack), &opened, &opened).await;
    let voted = poll(json!([0, 1]), false);
    let votes = |id: u32| json!(["poll:vote", { "id": id, "option": 1 }]);
    both.send(Bob, votes(1), Some(json!({ "success": true })), &voted, &voted).await;
    let none = json!({ "success": false, "message": "no such poll" });
    both.send(Bob, votes(2), Some(none.clone()), &[], &[]).await;
    let (ack, closed) = (json!({ "success": true, "votes": [0, 1] }), poll(json!([0, 1]), true));
    both.send(Ann, json!(["poll:close", { "id": 1 }]), Some(ack), &closed, &closed).await;
    both.send(Ann, json!(["poll:close", { "id": 1 }]), Some(none), &[], &[]).await;

    // An event of older clients that nobody takes any more: nothing comes of it, and nothing breaks.
    both.send(Bob, json!(["nudge", {}]), None, &[], &[]).await;

    let left = json!(["left", { "room": "general", "name": "bob" }]);
    both.send(Bob, json!(["leave", general]), None, &[left], &[]).await;
    let Both { mut ann, bob } = both;
    bob.cut();
    let gone = json!(["status", { "name": "bob", "status": "offline" }]);
    receives(&mut ann, "Ann", "bob has gone", &gone).await;
    // Nothing is under way that was not looked at.
    let users = json!([{ "name": "ann", "status": "online" }]);
    assert_eq!(ann.call("who", json!({})).await, json!({ "success": true, "users": users }));
}

#[tokio::test]
async fn as_it_was() {
    converse(step0::register).await;
}

#[tokio::test]
async fn one_event_beside_nine() {
    converse(step1::register).await;
}

#[tokio::test]
async fn rooms_and_what_is_sent_into_them() {
    converse(step2::register).await;
}

#[tokio::test]
async fn the_hooks_and_what_everybody_is_told() {
    converse(step3::register).await;
}

#[tokio::test]
async fn all_ten() {
    converse(step4::register).await;
}

/// What the document says that changes for a client, all of it past what the old server answered at all.
#[tokio::test]
async fn what_was_never_answered_is_answered_in_the_old_shape() {
    let old: [Register; 1] = [step0::register];
    let new: [Register; 4] = [step1::register, step2::register, step3::register, step4::register];
    for (register, answered) in old.map(|old| (old, false)).into_iter().chain(new.map(|new| (new, true))) {
        let (service, io) = SocketIo::new_svc();
        register(&io, Arc::default());
        let mut ann = connected(&service, "ann").await;
        let id = ann.ask("history", json!([{ "room": 7 }])).await;
        if answered {
            let ack = ann.ack(id).await;
            assert_eq!(ack["success"], false, "{ack}");
            assert!(ack["message"].is_string(), "{ack}");
        } else {
            ann.call("who", json!({})).await;
            assert!(ann.has_no_ack(id));
        }
    }
}

#[tokio::test]
async fn the_counter_of_unknown_events_says_when_they_may_go() {
    for register in [step0::register as Register, step1::register, step2::register] {
        let app = Arc::new(App::default());
        let (service, io) = SocketIo::new_svc();
        register(&io, app.clone());
        let mut ann = connected(&service, "ann").await;
        ann.emit("nudge", json!([])).await;
        while app.known().unknown.is_empty() {
            ann.call("who", json!({})).await;
        }
        assert_eq!(app.known().unknown, ["nudge"]);
    }
}
