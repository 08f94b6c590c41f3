//! A question of the server's, and what a client may do with it.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::link::Link;
use super::packet::{Kind, Packet};
use super::send::{arguments, breaks};
use crate::ack_style::{Filled, Shape, Slot, Slots};
use crate::emit::EmitError;
use crate::fault::Fault;
use crate::payload::{Codec, Plain, Raw, RawValue, encode_raw, to_raw};
use crate::rules::Rules;

/// An event of the server's that asks for an answer. Dropping it answers nothing, so that the server's time runs out.
///
/// `D` is the event's data, `K` and `E` are the codecs of the answer and of the declared error.
#[must_use = "the server waits for an answer"]
pub struct Question<D, K, E> {
    /// What the event carries; `()` if that is nothing.
    pub data: D,
    link: Arc<Link>,
    event: String,
    id: u64,
    rules: &'static Rules,
    codecs: PhantomData<fn() -> (K, E)>,
}

impl<D: fmt::Debug, K, E> fmt::Debug for Question<D, K, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Question")
            .field("event", &self.event)
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}

impl<D, K: Codec, E: Codec> Question<D, K, E> {
    pub(super) fn new(data: D, link: Arc<Link>, event: String, id: u64, rules: &'static Rules) -> Self {
        Self { data, link, event, id, rules, codecs: PhantomData }
    }

    /// Answers with what the schema declares as the ack.
    ///
    /// # Panics
    ///
    /// If the answer breaks its own schema.
    #[track_caller]
    pub fn answer(self, ack: &K::Value) -> Result<(), EmitError> {
        if K::ARGUMENTS {
            let answer = arguments::<K>(&self.event, ack);
            return self.send(answer);
        }
        let data = encode_raw::<K>(ack).unwrap_or_else(|violation| breaks(&self.event, &violation));
        let answer = filled(&self.rules.acks.ok, &Value(&data));
        self.send(answer)
    }

    /// Answers with the error that the schema declares.
    ///
    /// # Panics
    ///
    /// If the error breaks its own schema.
    #[track_caller]
    pub fn refuse(self, error: &E::Value) -> Result<(), EmitError> {
        let error = encode_raw::<E>(error).unwrap_or_else(|violation| breaks(&self.event, &violation));
        let shape =
            self.rules.acks.error.as_ref().expect("an event with an error has a style that can say one");
        self.send(filled(shape, &Value(&error)))
    }

    /// Answers that the client could not handle the event, as a generated client does whose listener throws.
    ///
    /// # Panics
    ///
    /// If acks of this event have no way to say that.
    #[track_caller]
    pub fn fault(self, fault: &Fault) -> Result<(), EmitError> {
        let shape = self.rules.acks.fault.as_ref();
        let shape =
            shape.unwrap_or_else(|| panic!("the acks of `{}` have no way to say a fault", self.event));
        self.send(filled(shape, fault))
    }

    /// Answers with anything, as the arguments of the ack.
    pub fn answer_raw<V: Into<RawValue>>(
        self,
        arguments: impl IntoIterator<Item = V>,
    ) -> Result<(), EmitError> {
        self.send(Raw { arguments: arguments.into_iter().map(Into::into).collect() })
    }

    fn send(&self, arguments: Raw) -> Result<(), EmitError> {
        let data = Some(RawValue::Array(arguments.arguments));
        self.link.send(&Packet { kind: Kind::Ack, id: Some(self.id), data })
    }
}

/// What stands in the places of an answer.
struct Value<'a>(&'a RawValue);

impl Slots for Value<'_> {
    fn write<S: serde::Serializer>(&self, _: Slot, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(&Plain(self.0), serializer)
    }
}

fn filled<T: Slots>(shape: &Shape, slots: &T) -> Raw {
    // Only an object is spread: the check of the schema has seen to that.
    Raw { arguments: vec![to_raw(&Filled { shape, slots }).unwrap_or_default()] }
}
