//! How often a socket may send an event: the schema's `rate`.
//!
//! `20/s` lets 20 through at once and then one every 50 ms (governor's GCRA), so that a client that was quiet may catch up,
//! and in no second more than 40 can pass. A limiter is made when a socket first sends an event that has a rate.

use std::num::NonZeroU32;

use governor::clock::MonotonicClock;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};

use crate::rules::Rate;

type Limiter = RateLimiter<NotKeyed, InMemoryState, MonotonicClock, NoOpMiddleware<std::time::Instant>>;

/// What one socket has used up, by the index of the event.
#[derive(Default)]
pub(crate) struct Rates {
    limiters: Vec<(usize, Limiter)>,
}

impl Rates {
    /// Whether the socket may send the event with this index now.
    pub(crate) fn admit(&mut self, event: usize, rate: Rate) -> bool {
        let at = match self.limiters.iter().position(|(index, _)| *index == event) {
            Some(at) => at,
            None => {
                self.limiters.push((event, limiter(rate)));
                self.limiters.len() - 1
            }
        };
        self.limiters[at].1.check().is_ok()
    }
}

fn limiter(rate: Rate) -> Limiter {
    // The schema's check lets no rate of nothing through; a rate of more than one in a nanosecond is none.
    let count = NonZeroU32::new(rate.count).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(rate.per / count.get()).unwrap_or(Quota::per_second(NonZeroU32::MAX));
    RateLimiter::direct_with_clock(quota.allow_burst(count), MonotonicClock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn each_event_has_a_rate_of_its_own() {
        let hourly = Rate { count: 3, per: Duration::from_secs(3600) };
        let mut rates = Rates::default();
        let admitted = |rates: &mut Rates, event| (0..5).filter(|_| rates.admit(event, hourly)).count();
        assert_eq!(admitted(&mut rates, 7), 3);
        assert_eq!(admitted(&mut rates, 0), 3);
        assert_eq!(admitted(&mut rates, 7), 0);
    }

    #[test]
    fn a_rate_past_what_a_clock_can_tell_is_none() {
        let wild = Rate { count: u32::MAX, per: Duration::from_millis(1) };
        let mut rates = Rates::default();
        assert!((0..1000).all(|_| rates.admit(0, wild)));
    }
}
