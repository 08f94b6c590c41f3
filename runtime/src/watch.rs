//! What an operator sees of the events: a `tracing` span for each, and counters through the `metrics` facade.
//!
//! **Invariant:** names, labels and what is logged at `info` or above hold nothing that a client sent: an event that the
//! schema does not have is `unknown`, the path of a dynamic namespace is the schema's template.

use std::time::Instant;

use socketioxide::socket::Sid;
use tracing::{Span, field};

use crate::fault::FaultCode;

/// The label of events that the schema does not have.
pub(crate) const UNKNOWN: &str = "unknown";

/// What became of an event.
#[derive(Clone, Copy)]
pub(crate) enum Outcome {
    /// Its handler returned.
    Ok,
    /// Its handler returned the declared error.
    Error,
    /// It was not handled, or not to its end.
    Fault(FaultCode),
    /// It was left to hand-written code.
    Passed,
}

impl Outcome {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Error => "error",
            Self::Fault(code) => code.as_str(),
            Self::Passed => "passed",
        }
    }
}

/// An event from the moment in which it is taken up.
pub(crate) struct Watch {
    namespace: &'static str,
    event: &'static str,
    span: Span,
    started: Instant,
}

impl Watch {
    /// Nothing where nobody looks, which is nearly everywhere. Boxed, since every message would carry the room for it.
    pub(crate) fn start(namespace: &'static str, event: &'static str, socket: Sid) -> Option<Box<Self>> {
        let span = tracing::debug_span!(
            target: "sockgen",
            "event",
            namespace,
            event,
            %socket,
            outcome = field::Empty,
            duration_us = field::Empty,
        );
        let is_watched = cfg!(feature = "metrics") || !span.is_disabled();
        is_watched.then(|| Box::new(Self { namespace, event, span, started: Instant::now() }))
    }

    /// The span, if somebody looks at spans.
    pub(crate) fn span(&self) -> Option<Span> {
        (!self.span.is_disabled()).then(|| self.span.clone())
    }

    /// The event is done; called once, whatever became of it.
    pub(crate) fn end(&self, outcome: Outcome) {
        let took = self.started.elapsed();
        if !self.span.is_disabled() {
            self.span.record("outcome", outcome.as_str());
            self.span.record("duration_us", u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        }
        counted(self.namespace, self.event, outcome, 1);
        timed(self.namespace, self.event, took.as_secs_f64());
    }
}

/// An event that was turned away before anybody took it up.
pub(crate) fn turned_away(namespace: &'static str, event: &'static str) {
    counted(namespace, event, Outcome::Fault(FaultCode::RateLimited), 1);
}

/// Keeps what happens in here together: without the feature each of these is nothing.
macro_rules! counters {
    ($($(#[$doc:meta])* fn $name:ident($($argument:ident: $type:ty),*) { $body:expr })*) => {$(
        $(#[$doc])*
        #[cfg_attr(not(feature = "metrics"), allow(unused_variables, reason = "nobody counts"))]
        pub(crate) fn $name($($argument: $type),*) {
            #[cfg(feature = "metrics")]
            $body
        }
    )*};
}

counters! {
    /// So many events had this outcome.
    fn counted(namespace: &'static str, event: &'static str, outcome: Outcome, times: u64) {
        metrics::counter!(
            "sockgen_events_total",
            "namespace" => namespace, "event" => event, "outcome" => outcome.as_str()
        ).increment(times)
    }
    /// An event took so many seconds, up to its ack.
    fn timed(namespace: &'static str, event: &'static str, seconds: f64) {
        metrics::histogram!("sockgen_event_duration_seconds", "namespace" => namespace, "event" => event)
            .record(seconds)
    }
    /// A connection was let in (`ok`), or not.
    fn connection(namespace: &'static str, outcome: &'static str) {
        metrics::counter!("sockgen_connections_total", "namespace" => namespace, "outcome" => outcome)
            .increment(1)
    }
    /// A connection has ended.
    fn disconnection(namespace: &'static str) {
        metrics::counter!("sockgen_disconnections_total", "namespace" => namespace).increment(1)
    }
    /// A client was generated from another schema.
    fn drift(namespace: &'static str) {
        metrics::counter!("sockgen_schema_drift_total", "namespace" => namespace).increment(1)
    }
    /// An ack could not be delivered.
    fn lost_ack() {
        metrics::counter!("sockgen_lost_acks_total").increment(1)
    }
    /// So many messages could not be sent.
    fn lost(count: u64) {
        metrics::counter!("sockgen_lost_messages_total").increment(count)
    }
    /// A client that did not read was given up.
    fn slow_reader() {
        metrics::counter!("sockgen_slow_readers_total").increment(1)
    }
    /// A question to a client was answered, or was not.
    fn question(event: &'static str, outcome: &'static str) {
        metrics::counter!("sockgen_requests_total", "event" => event, "outcome" => outcome).increment(1)
    }
}
