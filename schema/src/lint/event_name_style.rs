//! See [`LINT`].

use super::style::{Named, Style, mixed};
use super::walk::events;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostics};

const GROUPS: &[char] = &[':', '.', '/'];

rule! {
    /// The names of a file's events are written in several styles.
    ///
    /// Who wants to send an event has to remember its name. Where most are written `room:join`, nobody expects one called
    /// `room_leave`, and a listener for `room:leave` waits for ever. Names of one word fit every style, and events that are
    /// deprecated may keep theirs.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid } }
    ///   user:left: { data: { id: uuid } }
    ///   room_closed: { data: { id: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid } }
    ///   user:left: { data: { id: uuid } }
    ///   room:closed: { data: { id: uuid } }
    /// ```
    EventNameStyle, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let names = events(context.model).filter(|event| event.deprecated.is_none()).filter_map(|event| {
        let style = Style::of(&event.wire, GROUPS)?;
        Some(Named { name: &event.wire, snake: &event.names.snake, span: event.span, style })
    });
    mixed(Code::EventNameStyle, "event", names, diagnostics);
}
