//! Events of two producers, and the workers that come and go. Ids from 10 on are the second producer's.

use std::sync::Arc;

use crate::explore;
use crate::world::Does::{self, Nothing, Opens, Panics, Unwinds, Waits, WaitsAndPanics};
use crate::world::{Dropped, Event, World, event, ordered};

/// Two producers, of whom the second opens the gate when it has no more, unless one of the events does that. Loom has five threads: with these two there are
/// three for workers, so together they have three events.
fn meet(in_flight: usize, dropped: Dropped, first: [Event; 2], second: Event) {
    let opened_by_hand = ![first[0], first[1], second].iter().any(|event| event.does == Opens);
    explore(3, move || {
        let world = Arc::new(World::new(in_flight, dropped));
        let other = {
            let world = world.clone();
            loom::thread::spawn(move || {
                let accepted = world.push(second);
                if opened_by_hand {
                    world.open();
                }
                accepted
            })
        };
        let accepted = first.map(|event| world.push(event));
        let accepted = other.join().unwrap() && accepted == [true; 2];
        assert!(accepted || in_flight < 3, "what has room is accepted");
        world.end();
    });
}

fn free(does: [Does; 2]) -> [Event; 2] {
    [event(1, does[0]), event(2, does[1])]
}

#[test]
fn events_that_are_done_at_once() {
    meet(3, Dropped::Never, free([Nothing; 2]), event(11, Nothing));
}

#[test]
fn events_that_wait_and_are_woken_by_another_thread() {
    meet(3, Dropped::Never, free([Waits, Nothing]), event(11, Nothing));
    meet(3, Dropped::Never, free([Waits, Waits]), event(11, Waits));
}

/// Nothing else would wake the worker: an event that it does not hear of is never handled.
#[test]
fn events_that_wait_for_a_later_one() {
    meet(3, Dropped::Never, free([Waits, Nothing]), event(11, Opens));
    meet(3, Dropped::Never, free([Waits, Opens]), event(11, Waits));
    meet(3, Dropped::Never, [ordered(1, Waits), ordered(2, Waits)], event(11, Opens));
}

#[test]
fn events_that_panic() {
    meet(3, Dropped::Never, free([Panics, WaitsAndPanics]), event(11, Nothing));
}

#[test]
fn ordered_events_wait_for_each_other() {
    meet(3, Dropped::Never, [ordered(1, Waits), ordered(2, Nothing)], ordered(11, Waits));
    meet(3, Dropped::Never, [ordered(1, WaitsAndPanics), event(2, Waits)], ordered(11, Nothing));
}

#[test]
fn the_bound_holds() {
    for in_flight in [1, 2] {
        meet(in_flight, Dropped::Never, free([Nothing; 2]), event(11, Nothing));
        meet(in_flight, Dropped::Never, free([Waits, Nothing]), event(11, Waits));
        meet(in_flight, Dropped::Never, [ordered(1, Waits), ordered(2, Nothing)], ordered(11, Nothing));
    }
}

#[test]
fn a_worker_that_is_dropped_leaves_the_rest_to_the_next() {
    for polls in 0..3 {
        meet(3, Dropped::At(polls), free([Waits, Nothing]), event(11, Nothing));
        meet(2, Dropped::At(polls), [ordered(1, Waits), ordered(2, Nothing)], ordered(11, Nothing));
    }
}

#[test]
fn a_worker_that_unwinds_leaves_the_rest_to_the_next() {
    meet(3, Dropped::Never, free([Unwinds, Nothing]), event(11, Nothing));
    meet(3, Dropped::Never, free([Waits, Unwinds]), event(11, Nothing));
    meet(1, Dropped::Never, free([Unwinds, Unwinds]), event(11, Unwinds));
}
