//! What a test expects of the server. What does not happen fails the test there and then.

use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::BoxFuture;

use super::link::{Arrived, End, Link, State};
use super::question::Question;
use super::report::{self, Expectation};
use crate::ack_style;
use crate::payload::{AnyArguments, Codec, Raw, RawValue, Violation, ViolationKind};
use crate::rules::Rules;

/// What generated code waits with.
pub struct Inquirer(Arc<Link>);

impl Inquirer {
    pub(super) fn new(link: &Arc<Link>) -> Self {
        Self(link.clone())
    }

    /// An event that asks for nothing.
    #[track_caller]
    pub fn event<C: Codec>(self, name: &str) -> Expected<C::Value> {
        self.named(name, |arrived, _| {
            let value = decode::<C>(&arrived);
            value.map_err(|violation| report::breaks(&arrived, &violation))
        })
    }

    /// An event that asks for an answer: `K` is the codec of the answer, `E` of the declared error.
    #[track_caller]
    pub fn question<C: Codec, K: Codec, E: Codec>(
        self,
        name: &str,
        rules: &'static Rules,
    ) -> Expected<Question<C::Value, K, E>> {
        self.named(name, move |arrived, link| {
            let data = decode::<C>(&arrived).map_err(|violation| report::breaks(&arrived, &violation))?;
            let id = arrived.id.ok_or_else(|| report::asks_nothing(&arrived))?;
            Ok(Question::new(data, link, arrived.name, id, rules))
        })
    }

    /// An event of any name.
    #[track_caller]
    pub(super) fn raw(self, name: &str) -> Expected<Raw> {
        self.event::<AnyArguments>(name)
    }

    #[track_caller]
    fn named<T: 'static>(
        self,
        name: &str,
        read: impl FnOnce(Arrived, Arc<Link>) -> Result<T, String> + Send + 'static,
    ) -> Expected<T> {
        let link = self.0.clone();
        let read = move |found| match found {
            Found::Event(arrived) => read(arrived, link),
            Found::Nothing | Found::End(_) => Err(String::new()),
        };
        Expected::new(self.0, Expectation::Event(name.to_owned()), Box::new(read))
    }

    /// Nothing more than has been taken.
    #[track_caller]
    pub(super) fn nothing(self) -> Expected<()> {
        Expected::new(self.0, Expectation::Nothing, Box::new(|_| Ok(())))
    }

    /// The end of the connection.
    #[track_caller]
    pub(super) fn end(self) -> Expected<End> {
        let read = |found| match found {
            Found::End(end) => Ok(end),
            Found::Nothing | Found::Event(_) => Err(String::new()),
        };
        Expected::new(self.0, Expectation::End, Box::new(read))
    }
}

fn decode<C: Codec>(arrived: &Arrived) -> Result<C::Value, Violation> {
    if C::ARGUMENTS {
        return ack_style::decode::<C>(&RawValue::Array(arrived.arguments.clone()));
    }
    match arrived.arguments.first() {
        Some(argument) => ack_style::decode::<C>(argument),
        None => Err(Violation::new(ViolationKind::Missing, "the payload is missing")),
    }
}

/// What was waited for.
enum Found {
    Event(Arrived),
    Nothing,
    End(End),
}

/// What a test expects; `.await` waits for it and gives it.
///
/// Events of other names that arrive meanwhile are kept for whoever expects those. Of several of one name the first one
/// is taken.
///
/// # Panics
///
/// Awaiting it does if what is expected has not happened by the deadline, the connection ends before, or what arrived
/// breaks the schema. The message says where it was expected, and lists in its order what has arrived and was not taken.
#[must_use = "nothing is expected before it is awaited"]
pub struct Expected<T> {
    link: Arc<Link>,
    what: Expectation,
    deadline: Duration,
    at: &'static Location<'static>,
    /// Made when it is first polled, which is when the time begins.
    waiting: Option<BoxFuture<'static, Result<Found, String>>>,
    /// Taken when there is something to read.
    read: Option<Read<T>>,
}

type Read<T> = Box<dyn FnOnce(Found) -> Result<T, String> + Send>;

impl<T> Expected<T> {
    #[track_caller]
    fn new(link: Arc<Link>, what: Expectation, read: Read<T>) -> Self {
        let deadline = link.deadline;
        Self { link, what, deadline, at: Location::caller(), waiting: None, read: Some(read) }
    }

    /// Waits so long, instead of the client's own deadline.
    pub fn within(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// Expects the contrary: that no such event has arrived, and none will of what has been sent by now. Nobody sleeps for
    /// that; [`Client::expect_nothing`](super::Client::expect_nothing) says what is looked at instead.
    #[track_caller]
    pub fn never(self) -> Expected<()> {
        let what = match self.what {
            Expectation::Event(name) => Expectation::Never(name),
            // Nobody outside of this module has one of those.
            other => other,
        };
        let expected = Expected::new(self.link, what, Box::new(|_| Ok(())));
        Expected { deadline: self.deadline, ..expected }
    }

    fn wait(&self) -> BoxFuture<'static, Result<Found, String>> {
        let (link, what, deadline) = (self.link.clone(), self.what.clone(), self.deadline);
        Box::pin(async move {
            if let Expectation::Nothing | Expectation::Never(_) = what {
                return absent(&link, &what, deadline).await;
            }
            let found = link.inbox.until(deadline, |state| look(state, &what)).await;
            found.unwrap_or_else(|| Err(report::missed(&what, Some(deadline), &link.inbox.state())))
        })
    }
}

/// What is there already, or why it will not come.
fn look(state: &mut State, what: &Expectation) -> Option<Result<Found, String>> {
    match what {
        Expectation::Event(name) => {
            let index = state.events.iter().position(|event| event.name == *name);
            if let Some(event) = index.and_then(|index| state.events.remove(index)) {
                return Some(Ok(Found::Event(event)));
            }
        }
        Expectation::End => {
            if let Some(end) = state.end {
                return Some(Ok(Found::End(end)));
            }
        }
        Expectation::Nothing | Expectation::Never(_) => return Some(Ok(Found::Nothing)),
    }
    let is_over = state.end.is_some() || state.unreadable.is_some();
    is_over.then(|| Err(report::missed(what, None, state)))
}

async fn absent(link: &Link, what: &Expectation, deadline: Duration) -> Result<Found, String> {
    let settled = tokio::time::timeout(deadline, link.settle()).await;
    let state = link.inbox.state();
    let is_there = match what {
        Expectation::Never(name) => state.events.iter().any(|event| event.name == *name),
        _ => !state.events.is_empty(),
    };
    if is_there || state.unreadable.is_some() {
        return Err(report::unexpected(what, &state));
    }
    match settled {
        Ok(true) => Ok(Found::Nothing),
        _ => Err(report::unsettled(what, deadline)),
    }
}

impl<T> Future for Expected<T> {
    type Output = T;

    // A panic in here is one at the `.await`, as long as that is awaited directly.
    #[track_caller]
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        if self.waiting.is_none() {
            self.waiting = Some(self.wait());
        }
        let polled = self.waiting.as_mut().map(|waiting| waiting.as_mut().poll(cx));
        let Some(Poll::Ready(found)) = polled else { return Poll::Pending };
        let read = self.read.take();
        let result =
            found.and_then(|found| read.map_or_else(|| Err("polled again".to_owned()), |read| read(found)));
        match result {
            Ok(value) => Poll::Ready(value),
            Err(message) => panic!("{message}\n{}", report::place(self.at)),
        }
    }
}
