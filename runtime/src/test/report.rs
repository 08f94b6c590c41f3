//! What a test is told that does not get what it expects.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::panic::Location;
use std::time::Duration;

use super::link::{Arrived, State};
use crate::payload::{Plain, RawValue, Violation};

/// How many events are listed, and how many characters of each.
const EVENTS: usize = 20;
const CHARACTERS: usize = 300;

/// What is expected.
#[derive(Clone, Debug)]
pub(super) enum Expectation {
    /// An event of this name.
    Event(String),
    /// None of this name.
    Never(String),
    /// None at all.
    Nothing,
    /// That the connection ends.
    End,
}

impl Expectation {
    fn words(&self) -> String {
        match self {
            Self::Event(name) => format!("expected `{name}`"),
            Self::Never(name) => format!("expected no `{name}`"),
            Self::Nothing => "expected nothing more".to_owned(),
            Self::End => "expected the server to end the connection".to_owned(),
        }
    }
}

/// It did not come.
pub(super) fn missed(what: &Expectation, deadline: Option<Duration>, state: &State) -> String {
    let mut text = what.words();
    match (&state.unreadable, state.end, deadline) {
        (Some(unreadable), ..) => {
            _ = write!(text, ", but the server sent what no client can read: {}", cut(&unreadable.0));
        }
        (None, Some(end), _) => _ = write!(text, ", but the connection has ended: {end}"),
        (None, None, Some(deadline)) => _ = write!(text, ", but it did not come within {deadline:?}"),
        (None, None, None) => {}
    }
    text + "\n" + &list(&state.events)
}

/// Something came.
pub(super) fn unexpected(what: &Expectation, state: &State) -> String {
    if state.unreadable.is_some() {
        return missed(what, None, state);
    }
    format!("{}\n{}", what.words(), list(&state.events))
}

/// Nobody can say.
pub(super) fn unsettled(what: &Expectation, deadline: Duration) -> String {
    format!("{}, but within {deadline:?} the server did not say that it has nothing more", what.words())
}

/// It came, and is not what the schema says.
pub(super) fn breaks(arrived: &Arrived, violation: &Violation) -> String {
    let Arrived { name, arguments, .. } = arrived;
    format!("`{name}` arrived, but breaks its schema at {violation}\nit arrived with {}", shown(arguments))
}

/// It came, and there is no way to answer it.
pub(super) fn asks_nothing(arrived: &Arrived) -> String {
    format!("`{}` arrived, but asks for no ack, which its schema declares", arrived.name)
}

/// Where it was expected. A panic itself knows only of the `.await`, and of that not always.
pub(super) fn place(at: &Location<'_>) -> String {
    format!("expected at {at}")
}

fn list(events: &VecDeque<Arrived>) -> String {
    if events.is_empty() {
        return "nothing arrived that was not taken".to_owned();
    }
    let mut text = "arrived and not taken, in this order:".to_owned();
    for (index, Arrived { name, arguments, id }) in events.iter().take(EVENTS).enumerate() {
        let asks = if id.is_some() { " (asks for an ack)" } else { "" };
        _ = write!(text, "\n  {}. `{name}`{asks} {}", index + 1, shown(arguments));
    }
    if events.len() > EVENTS {
        _ = write!(text, "\n  and {} more", events.len() - EVENTS);
    }
    text
}

/// Arguments as JSON; binary data as a list of numbers, which is what a failure has to say of it.
fn shown(arguments: &[RawValue]) -> String {
    let texts = arguments.iter().map(|argument| serde_json::to_string(&Plain(argument)).unwrap_or_default());
    let texts: Vec<_> = texts.collect();
    if texts.is_empty() { "nothing".to_owned() } else { cut(&texts.join(", ")) }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(CHARACTERS) {
        None => text.to_owned(),
        Some((end, _)) => {
            format!("{}… ({} characters)", &text[..end], text.chars().count())
        }
    }
}
