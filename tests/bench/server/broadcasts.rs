//! A broadcast to a thousand sockets.

use sockgen::socketioxide::SocketIo;

use crate::figures::{Clock, Cost, cost, take_turns};
use crate::messages::one_thread;
use sockgen_benches::call::{self, Counted, by_hand, generated};
use sockgen_benches::client::Client;
use sockgen_benches::engine::Author;

/// How many sockets there are.
pub const SOCKETS: usize = 1000;
/// How many broadcasts a round sends before anybody reads.
const BROADCASTS: usize = 10;

/// The costs of a broadcast: of sending it, and until all sockets have read it.
pub struct Broadcasts {
    pub sent: [Vec<Cost>; 2],
    pub read: [Vec<Cost>; 2],
    /// How often a value was written for one broadcast.
    pub written: [u64; 2],
}

/// Sends so many broadcasts by one author's server: for a profiler.
pub fn only(author: Author, broadcasts: usize) {
    one_thread().block_on(async {
        let server = call::serve(author);
        let mut clients = Vec::new();
        for _ in 0..SOCKETS {
            clients.push(Client::connect(&server).await);
        }
        for _ in 0..broadcasts {
            send(usize::from(author != Author::Sockgen), &server.io).await;
            for client in &mut clients {
                while !client.text().await.contains("message:new") {}
            }
        }
    });
}

/// Both send by the same server to the same sockets, since where those lie in memory makes more of a difference than
/// anything else here.
pub fn broadcasts(rounds: usize) -> Broadcasts {
    let runtime = one_thread();
    let (mut clients, server) = runtime.block_on(async {
        let server = call::serve(Author::Sockgen);
        let mut clients = Vec::new();
        for _ in 0..SOCKETS {
            clients.push(Client::connect(&server).await);
        }
        (clients, server)
    });
    let written = [0, 1].map(|who| {
        runtime.block_on(async {
            Counted::written();
            count_one(who, &server.io).await;
            for client in &mut clients {
                assert!(client.text().await.contains("counted"), "everybody reads it");
            }
            Counted::written()
        })
    });
    let lengths = [0, 1].map(|who| {
        runtime.block_on(async {
            send(who, &server.io).await;
            let mut lengths = Vec::new();
            for client in &mut clients {
                lengths.push(client.text().await.len());
            }
            assert!(lengths.iter().all(|length| *length == lengths[0]), "everybody reads the same");
            lengths[0]
        })
    });
    assert_eq!(lengths[0], lengths[1], "both send the same");
    let on_the_wire = lengths[0] + if lengths[0] < 126 { 2 } else { 4 };

    let mut sent = [Vec::new(), Vec::new()];
    let read = take_turns(rounds, |who| {
        cost(Clock::Thread, BROADCASTS, || {
            sent[who].push(cost(Clock::Thread, BROADCASTS, || {
                runtime.block_on(async {
                    for _ in 0..BROADCASTS {
                        send(who, &server.io).await;
                    }
                });
            }));
            runtime.block_on(async {
                for client in &mut clients {
                    client.skip(BROADCASTS * on_the_wire).await;
                }
            });
        })
    });
    // The round that does not count.
    sent.iter_mut().for_each(|costs| _ = costs.remove(0));
    Broadcasts { sent, read, written }
}

async fn send(who: usize, io: &SocketIo) {
    let text = "Hello, everybody in this room!";
    if who == 0 {
        let message = generated::call::Message {
            id: "0190163d-8694-739b-aea5-966c26f8ad91".to_owned(),
            room: "session-123".to_owned(),
            text: text.to_owned(),
            sequence: 4711,
            score: 0.75,
            urgent: false,
            reply_to: None,
        };
        generated::call::Emitter::new(io).everyone().message_new(&message).await.expect("it is sent");
    } else {
        let message = by_hand::Message {
            id: "0190163d-8694-739b-aea5-966c26f8ad91".to_owned(),
            room: "session-123".to_owned(),
            text: text.to_owned(),
            sequence: 4711,
            score: 0.75,
            urgent: false,
            reply_to: None,
        };
        io.emit("message:new", &message).await.expect("it is sent");
    }
}

async fn count_one(who: usize, io: &SocketIo) {
    let value = Counted("once".to_owned());
    if who == 0 {
        let event = generated::call::ValueCounted { value };
        generated::call::Emitter::new(io).everyone().value_counted(&event).await.expect("it is sent");
    } else {
        io.emit("value:counted", &by_hand::CountedEvent { value }).await.expect("it is sent");
    }
}
