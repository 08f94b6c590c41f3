//! See [`LINT`].

use super::walk::events;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::syntax::tree::shown;

rule! {
    /// An event has no documentation.
    ///
    /// What is written about an event in the schema is what people see who use it: in their editor when they type its
    /// name, in the generated reference. A name alone rarely says when an event is sent, and to whom.
    ///
    /// The rule is silent unless it is asked for. `lint: { warn: [missing-doc] }` at the top of a file asks for it there.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   room:join: { data: { room: string(1..=64) }, ack: none }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   ## Join a room. Its messages arrive as `message:new` from then on.
    ///   room:join: { data: { room: string(1..=64) }, ack: none }
    /// ```
    MissingDoc, quiet
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for event in events(context.model).filter(|event| event.doc.is_none()) {
        let message = format!("the event `{}` is not documented", shown(&event.wire));
        diagnostics.push(
            Diagnostic::new(Code::MissingDoc, event.span, message)
                .help("say above it when it is sent, and what for: `## Join a room.`"),
        );
    }
}
