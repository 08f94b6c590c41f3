//! A server of sockgen against the same one by hand: `cargo bench -p sockgen-benches --bench server`.
//!
//! Both run in this process and take turns in short rounds, over pipes in memory; what counts is CPU time, and of that the
//! ratio of each pair of rounds. `-- --quick` takes a tenth of the time. `-- --instructions` counts instructions with
//! valgrind instead, which other programs on the machine do not disturb. The memory of connections is measured by
//! `--bench server_heap`, since an allocator that counts would cost both sides time.

mod broadcasts;
mod connections;
mod figures;
mod instructions;
mod messages;

use broadcasts::{SOCKETS, broadcasts};
use figures::{cost_row, heads, ratio, row, spread};
use messages::Scene;
use sockgen_benches::{call, two_hundred};

/// CPU per acked message on one thread, and on several.
const GOAL_ONE: f64 = 0.85;
const GOAL_SEVERAL: f64 = 1.0;
/// CPU from a connection to its first ack, with 12 and with 200 events.
const GOAL_CONNECT: [f64; 2] = [0.9, 0.35];
const GOAL_BROADCAST: f64 = 1.02;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => measure(1.0),
        ["--quick"] => measure(0.1),
        ["--instructions"] => instructions::measure(),
        [instructions::ONLY, author, scene, messages] => instructions::only(author, scene, messages),
        _ => {
            eprintln!("usage: cargo bench -p sockgen-benches --bench server [-- --quick | --instructions]");
            std::process::exit(2);
        }
    }
}

fn measure(share: f64) {
    let rounds = ((100.0 * share) as usize).max(10);
    let cpu = |cost: &figures::Cost| cost.cpu;
    let wall = |cost: &figures::Cost| cost.wall;
    let small = |window| Scene { serve: call::serve, events: call::mix(), window };
    let large = |window| Scene { serve: two_hundred::serve, events: two_hundred::mix(), window };
    small(1).check();
    large(1).check();
    println!("Medians of {rounds} rounds; the spread is from the lowest to the highest tenth of them.");

    heads("CPU per acked message on one thread, ns");
    for window in [1, 32] {
        let costs = small(window).on_one_thread(rounds, 3000);
        cost_row(&format!("12 events, {window} in flight"), &costs, cpu, 1.0, Some(GOAL_ONE));
        let costs = large(window).on_one_thread(rounds, 3000);
        cost_row(&format!("200 events, {window} in flight"), &costs, cpu, 1.0, Some(GOAL_ONE));
    }
    for (name, event, data) in call::payloads() {
        let scene = Scene { serve: call::serve, events: vec![(event, data)], window: 32 };
        cost_row(&format!("12 events, only {name}"), &scene.on_one_thread(rounds, 3000), cpu, 1.0, None);
    }

    heads("CPU per acked message on two threads, ns (and wall time)");
    for window in [1, 32] {
        for (name, scene) in [("12 events", small(window)), ("200 events", large(window))] {
            let costs = scene.on_two_threads(rounds, 8000);
            let name = format!("{name}, 8 connections, {window} in flight");
            cost_row(&name, &costs, cpu, 1.0, Some(GOAL_SEVERAL));
            cost_row("    wall", &costs, wall, 1.0, None);
            let per_second = [0, 1].map(|who| 1e6 / spread(costs[who].iter().map(wall)).median);
            println!(
                "    acked messages per ms: {:.0} by sockgen, {:.0} by hand",
                per_second[0], per_second[1]
            );
        }
    }

    heads("CPU of a connection up to its first ack, µs");
    for (name, scene, goal) in
        [("12 events", small(1), GOAL_CONNECT[0]), ("200 events", large(1), GOAL_CONNECT[1])]
    {
        let costs = connections::connect(&scene, rounds);
        cost_row(name, &costs, cpu, 1000.0, Some(goal));
    }

    let costs = broadcasts(rounds);
    heads(&format!("CPU of a broadcast to {SOCKETS} sockets, µs"));
    let line = |name: &str, costs: &[Vec<figures::Cost>; 2], goal| {
        let median = |who: usize| spread(costs[who].iter().map(cpu)).median / 1000.0;
        row(name, [median(0), median(1), f64::NAN], ratio(&costs[0], &costs[1], cpu), goal);
    };
    line("sending it", &costs.sent, Some(GOAL_BROADCAST));
    line("until all have read it", &costs.read, None);
    let [ours, theirs] = costs.written;
    println!("values written for one broadcast: {ours} by sockgen, {theirs} by hand");
    assert_eq!(ours, 1, "a broadcast writes its payload once, however many sockets there are");
}
