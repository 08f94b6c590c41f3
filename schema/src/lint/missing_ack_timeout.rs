//! See [`LINT`].

use super::walk::events;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Ack;
use crate::syntax::tree::shown;

rule! {
    /// An event has an ack, and nothing says how long its sender waits for it.
    ///
    /// A server that is stuck, or a connection that broke at the wrong moment, leaves the sender waiting for ever: a
    /// spinner that turns until the page is closed. With `ackTimeout` the sender gets the fault `timeout`, and a handler
    /// that takes longer is stopped. `defaults: { ackTimeout: 10s }` says it for a whole file.
    ///
    /// The rule is silent unless it is asked for: an application may wait with a limit of its own.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   doc:open: { data: { id: uuid }, ack: { title: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   doc:open: { data: { id: uuid }, ack: { title: string }, ackTimeout: 10s }
    /// ```
    MissingAckTimeout, quiet
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let waits = events(context.model).filter(|event| event.ack != Ack::Undeclared);
    for event in waits.filter(|event| event.ack_timeout_ms.is_none()) {
        let message =
            format!("nothing says how long the sender of `{}` waits for its ack", shown(&event.wire));
        diagnostics.push(
            Diagnostic::new(Code::MissingAckTimeout, event.span, message)
                .help("add `ackTimeout: 10s` here, or under `defaults` for the whole file"),
        );
    }
}
