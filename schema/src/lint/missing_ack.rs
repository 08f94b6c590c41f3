//! See [`LINT`].

use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Ack;
use crate::syntax::tree::shown;

/// Verbs of which the sender wants to know whether it worked. Words that are as often something that happens many times
/// a second (`move`, `update`, `set`), or that are nouns too (`post`, `order`), are left out.
const VERBS: &[&str] = &[
    "add",
    "approve",
    "ban",
    "create",
    "delete",
    "invite",
    "join",
    "kick",
    "leave",
    "pay",
    "publish",
    "purchase",
    "reject",
    "remove",
    "rename",
    "save",
    "send",
    "submit",
    "subscribe",
    "transfer",
    "unsubscribe",
    "upload",
];

rule! {
    /// An event that seems to change something has no ack.
    ///
    /// Without an ack a client learns nothing: neither that the message was saved, nor that it was refused. It cannot
    /// tell a slow server from one that threw the event away. The rule looks for verbs such as `create`, `send` or `join`
    /// in the names of events that clients send. Events that may be lost (`volatile: true`) need no ack.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   message:send: { data: { text: string(1..=4000) } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   message:send: { data: { text: string(1..=4000) }, ack: none }
    /// ```
    MissingAck, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let client_events = context.model.namespaces.iter().flat_map(|namespace| &namespace.client_events);
    for event in client_events.map(|event| &event.head) {
        if event.ack != Ack::Undeclared || event.volatile || event.deprecated.is_some() {
            continue;
        }
        let Some(verb) = event.names.snake.split('_').find(|word| VERBS.contains(word)) else { continue };
        let message = format!(
            "`{}` seems to change something, but a client cannot know whether it worked",
            shown(&event.wire)
        );
        diagnostics.push(
            Diagnostic::new(Code::MissingAck, event.span, message)
                .label(format!("`{verb}`"))
                .help("add `ack: none`, or the type of an answer: `ack: { id: uuid }`"),
        );
    }
}
