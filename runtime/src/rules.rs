//! What a schema says of an event beside its types, as the generated code hands it over: one constant for each event.

use std::time::Duration;

use crate::ack_style::AckStyle;

/// How many events of one kind a socket may send in such a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    pub(crate) count: u32,
    pub(crate) per: Duration,
}

/// The events that the clients of one namespace send: the generated enum `ClientEvent`.
pub trait ClientEvents: Copy + Send + Sync + 'static {
    /// Their names on the wire, in the order of [`index`](ClientEvents::index).
    const NAMES: &'static [&'static str];
    /// Their rules, in the same order.
    const RULES: &'static [Rules];
    /// The event's place in both.
    fn index(self) -> usize;
    /// The event of this name on the wire.
    fn find(name: &str) -> Option<Self>;
}

/// The rules of one event.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    pub(crate) max_bytes: usize,
    pub(crate) strict: bool,
    pub(crate) rate: Option<Rate>,
    pub(crate) ordered: bool,
    /// `ackTimeout`: how long an answer may take.
    pub(crate) timeout: Option<Duration>,
    pub(crate) acks: &'static AckStyle,
}

impl Rules {
    /// No rules: no limit beyond the engine's own, unknown fields ignored, acks as sockgen writes them.
    pub const NONE: Self = Self {
        max_bytes: usize::MAX,
        strict: false,
        rate: None,
        ordered: false,
        timeout: None,
        acks: &AckStyle::STANDARD,
    };

    /// `maxBytes`: the bytes of the event's arguments as they arrive, without its name, plus its attachments.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// `strict`: fields and arguments that the schema does not have are refused.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// `rate`: how many of this event a socket may send in so many milliseconds.
    #[must_use]
    pub const fn rate(mut self, count: u32, per_ms: u64) -> Self {
        self.rate = Some(Rate { count, per: Duration::from_millis(per_ms) });
        self
    }

    /// `ordered`: a socket's events of this kind are handled one after the other.
    #[must_use]
    pub const fn ordered(mut self) -> Self {
        self.ordered = true;
        self
    }

    /// `ackTimeout`, in milliseconds.
    #[must_use]
    pub const fn timeout_ms(mut self, ms: u64) -> Self {
        self.timeout = Some(Duration::from_millis(ms));
        self
    }

    /// How acks of this event are written.
    #[must_use]
    pub const fn acks(mut self, style: &'static AckStyle) -> Self {
        self.acks = style;
        self
    }

    pub(crate) const fn admits(&self, bytes: usize) -> bool {
        bytes <= self.max_bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_admits_its_own_size() {
        let rules = Rules::NONE.max_bytes(10);
        assert!(rules.admits(10) && !rules.admits(11) && Rules::NONE.admits(usize::MAX));
    }
}
