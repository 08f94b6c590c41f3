//! What a connection costs until its first ack.

use crate::figures::{Clock, Cost, cost, take_turns};
use crate::messages::{AUTHORS, Scene, one_thread};
use sockgen_benches::client::{Burst, Client};

/// How many connections a round makes.
const CONNECTIONS: usize = 100;

/// The costs of a connection by author, from opening it to the first ack.
pub fn connect(scene: &Scene, rounds: usize) -> [Vec<Cost>; 3] {
    let runtime = one_thread();
    let servers = AUTHORS.map(scene.serve);
    let burst = Burst::new(&scene.events[..1], 1);
    take_turns(rounds, |who| {
        let server = &servers[who];
        let mut clients = Vec::with_capacity(CONNECTIONS);
        let connected = cost(Clock::Thread, CONNECTIONS, || {
            runtime.block_on(async {
                for _ in 0..CONNECTIONS {
                    let mut client = Client::connect(server).await;
                    client.exchange(&burst).await;
                    clients.push(client);
                }
            });
        });
        drop(clients);
        runtime.block_on(async {
            while !server.io.sockets().is_empty() {
                tokio::task::yield_now().await;
            }
        });
        connected
    })
}
