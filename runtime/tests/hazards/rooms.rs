//! A room that a client names is never the one in which a socket is alone with itself, whichever constructor made it.

use serde_json::json;
use sockgen::socketioxide::SocketIo;

use crate::app::App;
use crate::client::{Client, Parser};
use crate::hazards;

#[tokio::test]
async fn nobody_joins_the_room_of_another_socket() {
    let (service, io) = SocketIo::new_svc();
    hazards::register(&io, App::default());
    let mut victim = Client::connect(&service, Parser::Common, None).await.expect("a connection");
    let id = io.sockets()[0].id;
    let mut thief = Client::connect(&service, Parser::Common, None).await.expect("a connection");
    let own = io.sockets().iter().map(|socket| socket.id).find(|other| *other != id).expect("the thief");

    let id_text = id.to_string();
    // The id itself, and what could become it where parameters are taken apart or put together.
    let names = [
        id_text.clone(),
        format!("{id_text}:"),
        format!(":{id_text}"),
        format!("%00{id_text}"),
        String::new(),
    ];
    for name in &names {
        let ack = thief.call("join", json!(name)).await;
        let joined = ack["data"].as_array().expect("the names of rooms");
        assert!(joined.len() >= 5, "{ack}");
        assert!(joined.iter().all(|room| room.as_str() != Some(&id_text)), "{ack}");
    }
    // The engine agrees: the thief is not where somebody would send what is meant for the victim.
    let inside = io.within(id_text.clone()).sockets();
    assert!(inside.iter().all(|socket| socket.id != own));
    victim.call("whisper", json!("first")).await;
    let emitter = hazards::Emitter::new(&io);
    emitter.socket(id).private(&"second".to_owned()).expect("the socket is there");
    // By hand, as nobody should.
    io.to(id_text.clone()).emit("private", "third").await.expect("a local adapter");
    for expected in ["first", "second"] {
        assert_eq!(victim.event("private").await, expected);
    }
    assert!(thief.has_no("private").await);

    // Nor does a shout into rooms of that name reach the one whose id it is, but those who joined them.
    let mut other = Client::connect(&service, Parser::Common, None).await.expect("a connection");
    for name in &names {
        other.call("shout", json!(name)).await;
    }
    assert!(victim.has_no("heard").await);
    assert_eq!(thief.event("heard").await, json!(id_text));
}
