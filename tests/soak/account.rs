//! What was sent and what became of it, on both sides, and whether the two agree.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// Counts by name.
pub type Counts = BTreeMap<String, u64>;

/// Counts that many tasks add to.
#[derive(Default)]
pub struct Counters(Mutex<Counts>);

impl Counters {
    pub fn add(&self, name: &str, count: u64) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match counts.get_mut(name) {
            Some(known) => *known += count,
            None => _ = counts.insert(name.to_owned(), count),
        }
    }

    pub fn read(&self) -> Counts {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What the server says at its end.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ServerAccount {
    /// How often each handler was called.
    pub calls: Counts,
    /// What `on_fault` was told, by fault code, each report as often as it counts.
    pub faults: Counts,
    /// Declared errors that `on_fault` was told of, since nobody had asked for an ack.
    pub unanswered_errors: u64,
    /// Why connections ended, as the engine says it.
    pub reasons: Counts,
    pub connected: u64,
    pub disconnected: u64,
    pub lost_acks: u64,
    /// How many sockets the engine still has.
    pub left_over: u64,
}

impl ServerAccount {
    /// How many messages arrived: each was given to a handler, or was turned down with a fault. A fault `internal` is a
    /// handler's.
    fn received(&self) -> u64 {
        let turned_down = self.faults.iter().filter(|(code, _)| *code != "internal").map(|(_, count)| count);
        self.calls.values().sum::<u64>() + turned_down.sum::<u64>()
    }
}

/// What the clients saw: `kind → outcome → count`.
#[derive(Debug, Default)]
pub struct ClientAccount {
    pub sent: Counts,
    /// Under `kind: outcome`.
    pub ended: Counts,
    pub connections: u64,
}

/// Outcomes that are no answer.
pub const LEFT: &str = "the client left";
pub const CUT: &str = "the client cut the connection";
pub const TIMEOUT: &str = "no answer in time";
pub const LOST: &str = "the server closed the connection";

impl ClientAccount {
    fn ended(&self, wanted: impl Fn(&str, &str) -> bool) -> u64 {
        let matches = |name: &str| name.split_once(": ").is_some_and(|(kind, outcome)| wanted(kind, outcome));
        self.ended.iter().filter(|(name, _)| matches(name)).map(|(_, count)| count).sum()
    }

    /// Prints the account; whether it is complete and agrees with the server's.
    pub fn settle(&self, server: &ServerAccount) -> bool {
        println!("\nwhat became of each kind of message, as its client saw it:");
        for (kind, sent) in &self.sent {
            let ends = self.ended.iter().filter_map(|(name, count)| {
                let (of, outcome) = name.split_once(": ")?;
                (of == kind).then(|| format!("{count} {outcome}"))
            });
            println!("  {kind:<12} {sent:>9} sent = {}", ends.collect::<Vec<_>>().join(" + "));
        }
        println!("the server: {}", serde_json::to_string(server).unwrap_or_default());

        let mut checks = Checks::default();
        for (kind, sent) in &self.sent {
            checks.equal(&format!("{kind}: sent and ended"), *sent, self.ended(|of, _| of == kind));
        }
        checks.equal("messages without an answer in time", 0, self.ended(|_, outcome| outcome == TIMEOUT));
        checks.equal("connections that the server closed", 0, self.ended(|_, outcome| outcome == LOST));
        checks.equal(
            "answers of another kind than expected",
            0,
            self.ended(|_, outcome| outcome.starts_with("unexpected")),
        );

        // What a client writes before it leaves arrives; of what is written before a cut, nobody knows how much does.
        let cut = self.ended(|_, outcome| outcome == CUT);
        let arrived = self.sent.values().sum::<u64>() - cut;
        checks.within("messages that arrived", server.received(), arrived, cut);
        let left = self.ended(|_, outcome| outcome == LEFT);
        for code in ["invalid_payload", "unknown_event", "payload_too_large", "rate_limited", "internal"] {
            let answered = self.ended(|_, outcome| outcome == format!("fault {code}"));
            let reported = server.faults.get(code).copied().unwrap_or(0);
            checks.within(
                &format!("faults {code}: answered, and reported to the hook"),
                reported,
                answered,
                left + cut,
            );
        }
        checks.within("lost acks", server.lost_acks, 0, left + cut);
        checks.equal(
            "connections: the clients', and those that ended",
            self.connections,
            server.disconnected,
        );
        checks.equal("connections: begun and ended", server.connected, server.disconnected);
        checks.equal("sockets that are left over", 0, server.left_over);
        checks.all_hold
    }
}

struct Checks {
    all_hold: bool,
}

impl Default for Checks {
    fn default() -> Self {
        Self { all_hold: true }
    }
}

impl Checks {
    fn equal(&mut self, what: &str, expected: u64, found: u64) {
        self.report(what, expected == found, &format!("{expected} = {found}"));
    }

    fn within(&mut self, what: &str, found: u64, least: u64, more: u64) {
        let holds = (least..=least + more).contains(&found);
        self.report(what, holds, &format!("{least} <= {found} <= {}", least + more));
    }

    fn report(&mut self, what: &str, holds: bool, how: &str) {
        self.all_hold &= holds;
        println!("  {} {what}: {how}", if holds { "ok    " } else { "WRONG " });
    }
}
