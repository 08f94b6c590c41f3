//! Acked messages, on one thread and on two.

use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::figures::{Clock, Cost, cost, take_turns};
use sockgen_benches::client::{Burst, Client, event_frame};
use sockgen_benches::engine::{Author, Server};

pub const AUTHORS: [Author; 3] = [Author::Sockgen, Author::Hand, Author::Engine];

/// How many connections keep two threads busy.
const CONNECTIONS: usize = 8;

/// An application whose author is still open, and what is sent to it.
pub struct Scene {
    pub serve: fn(Author) -> Server,
    pub events: Vec<(String, Value)>,
    /// How many messages are sent before the first ack is waited for.
    pub window: usize,
}

impl Scene {
    /// Every event in turn; several bursts, so that a small one has a place for each event too.
    fn bursts(&self) -> Vec<Burst> {
        let count = self.events.len().div_ceil(self.window);
        let turn = |start: usize| {
            let mut events = self.events.clone();
            events.rotate_left(start * self.window % self.events.len());
            Burst::new(&events, self.window)
        };
        (0..count).map(turn).collect()
    }

    /// The costs of a message by author, `messages` of them in each of so many rounds, on one thread.
    pub fn on_one_thread(&self, rounds: usize, messages: usize) -> [Vec<Cost>; 3] {
        let runtime = one_thread();
        let bursts = self.bursts();
        let mut contestants = AUTHORS.map(|author| {
            runtime.block_on(async {
                let server = (self.serve)(author);
                (Client::connect(&server).await, server)
            })
        });
        let (passes, count) = passes(&bursts, messages);
        take_turns(rounds, |who| {
            let (client, _) = &mut contestants[who];
            cost(Clock::Thread, count, || runtime.block_on(exchange(client, &bursts, passes)))
        })
    }

    /// The same with several connections on two threads.
    pub fn on_two_threads(&self, rounds: usize, messages: usize) -> [Vec<Cost>; 3] {
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_time().build().expect("a runtime");
        let mut contestants = AUTHORS.map(|author| {
            runtime.block_on(async {
                let server = (self.serve)(author);
                let mut clients = Vec::new();
                for _ in 0..CONNECTIONS {
                    clients.push((Client::connect(&server).await, self.bursts()));
                }
                (clients, server)
            })
        });
        let (passes, count) = passes(&self.bursts(), messages / CONNECTIONS);
        take_turns(rounds, |who| {
            let clients = std::mem::take(&mut contestants[who].0);
            let round = async {
                let task = |(mut client, bursts): (Client, Vec<Burst>)| async move {
                    exchange(&mut client, &bursts, passes).await;
                    (client, bursts)
                };
                let tasks: Vec<_> = clients.into_iter().map(|client| tokio::spawn(task(client))).collect();
                for task in tasks {
                    contestants[who].0.push(task.await.expect("no panic"));
                }
            };
            cost(Clock::Process, count * CONNECTIONS, || runtime.block_on(round))
        })
    }

    /// Sends so many messages to one author's server: for a profiler.
    pub fn only(&self, author: Author, messages: usize) {
        one_thread().block_on(async {
            let server = (self.serve)(author);
            let mut client = Client::connect(&server).await;
            let bursts = self.bursts();
            exchange(&mut client, &bursts, passes(&bursts, messages).0).await;
        });
    }

    /// Whether both authors answer everything alike, and with a success.
    pub fn check(&self) {
        one_thread().block_on(async {
            for event in &self.events {
                let mut answers = Vec::new();
                for author in [Author::Sockgen, Author::Hand] {
                    let mut client = Client::connect(&(self.serve)(author)).await;
                    client.send(&event_frame(7, event)).await;
                    answers.push(without_ids(&client.text().await));
                }
                assert_eq!(answers[0], answers[1], "the answers to {event:?}");
                assert!(answers[0].starts_with(r#"437[{"ok":true,"data":"#), "{}", answers[0]);
            }
        });
    }
}

/// The id of a user is its socket's, which is another one for each connection.
fn without_ids(answer: &str) -> String {
    match answer.split_once(r#""members":[{"id":""#) {
        Some((head, _)) => head.to_owned(),
        None => answer.to_owned(),
    }
}

pub fn one_thread() -> Runtime {
    Builder::new_current_thread().enable_time().build().expect("a runtime")
}

async fn exchange(client: &mut Client, bursts: &[Burst], passes: usize) {
    for _ in 0..passes {
        for burst in bursts {
            client.exchange(burst).await;
        }
    }
}

/// How often all bursts are sent for so many messages, and how many messages that is.
fn passes(bursts: &[Burst], messages: usize) -> (usize, usize) {
    let pass: usize = bursts.iter().map(Burst::messages).sum();
    let passes = messages.div_ceil(pass);
    (passes, passes * pass)
}
