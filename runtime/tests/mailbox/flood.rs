//! Events for which there is no room: each is counted, reported, and answered if that can be noted.

use std::sync::Arc;

use crate::explore;
use crate::world::Does::{Nothing, Waits};
use crate::world::{Dropped, World, event};

/// One place, which the first event takes until the gate opens: the others are turned away while a worker is there.
fn flood(dropped: Dropped, slow_reports: bool, others: usize) {
    explore(2, move || {
        let mut world = World::new(1, dropped);
        world.slow_reports = slow_reports;
        let world = Arc::new(world);
        assert!(world.push(event(1, Waits)));
        let other = {
            let world = world.clone();
            loom::thread::spawn(move || {
                for id in 11..11 + others {
                    world.push_or_refuse(event(id, Nothing));
                }
            })
        };
        world.push_or_refuse(event(2, Nothing));
        other.join().unwrap();
        world.open();
        world.end();
    });
}

#[test]
fn each_is_reported_and_answered_while_another_one_waits() {
    flood(Dropped::Never, false, 2);
}

#[test]
fn a_slow_hook_has_one_report_at_a_time() {
    flood(Dropped::Never, true, 2);
}

#[test]
fn a_worker_that_is_dropped_leaves_reports_and_answers_to_the_next() {
    for polls in 0..3 {
        flood(Dropped::At(polls), true, 1);
    }
}

#[test]
fn each_is_counted_while_workers_come_and_go() {
    for slow_reports in [false, true] {
        explore(2, move || {
            let mut world = World::new(1, Dropped::Never);
            world.slow_reports = slow_reports;
            let world = Arc::new(world);
            let other = {
                let world = world.clone();
                loom::thread::spawn(move || {
                    world.push_or_refuse(event(11, Nothing));
                    world.open();
                })
            };
            world.push_or_refuse(event(1, Nothing));
            world.push_or_refuse(event(2, Nothing));
            other.join().unwrap();
            world.end();
        });
    }
}

/// From the moment in which it is owed to that in which it is reported, nothing else keeps a worker there. To meet that takes
/// a preemption more, which two threads can afford.
#[test]
fn an_answer_that_is_owed_while_a_worker_ends_is_sent() {
    explore(4, || {
        let world = Arc::new(World::new(1, Dropped::Never));
        world.open();
        for id in 1..4 {
            world.push_or_refuse(event(id, Nothing));
        }
        world.end();
    });
}
