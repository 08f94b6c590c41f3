//! Several Socket.IO arguments: the fields of a struct, one after the other.

use std::marker::PhantomData;

use serde::de::{self, SeqAccess, Visitor};
use serde::ser::SerializeTuple as _;
use serde::{Deserializer, Serializer};

use super::buffered::Skip;
use super::fields::FieldTuple;
use super::object::Elements;
use super::visit::{expecting, refuse_kinds};
use super::{Codec, Cx, Payload, ViolationKind};

/// The arguments of an event as the fields of `P`, in order. Those that may be left out stand last.
///
/// An argument that is missing at the end is an absent field. Further arguments are ignored, as Socket.IO's own
/// listeners do it; a strict context refuses them. Those that are sent end with the last one that is there: one that is
/// left out before it is sent as null, which is also what `undefined` becomes on its way.
pub struct Args<P>(PhantomData<P>);

impl<P: Payload> Codec for Args<P> {
    type Value = P;
    const ARGUMENTS: bool = true;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<P, D::Error> {
        const { assert!(P::FIELDS.len() == P::Fields::COUNT, "a struct has one name for each field") }
        // As a tuple, as they are written.
        deserializer.deserialize_tuple(P::FIELDS.len(), ArgsVisitor { cx, payload: PhantomData })
    }

    fn encode<S: Serializer>(value: &P, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        encode_arguments(value, P::Fields::count_to_last(value.view()), serializer, cx)
    }
}

/// The same for an event that asks for an ack: those that are left out at the end are sent as null too.
///
/// A listener in JavaScript gets the function to answer with as its last argument, so that a missing one before it would
/// put that function in its place.
pub struct AllArgs<P>(PhantomData<P>);

impl<P: Payload> Codec for AllArgs<P> {
    type Value = P;
    const ARGUMENTS: bool = true;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<P, D::Error> {
        Args::<P>::decode(deserializer, cx)
    }

    fn encode<S: Serializer>(value: &P, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        encode_arguments(value, P::FIELDS.len(), serializer, cx)
    }
}

fn encode_arguments<P: Payload, S: Serializer>(
    value: &P,
    count: usize,
    serializer: S,
    cx: &Cx,
) -> Result<S::Ok, S::Error> {
    // As a tuple: the engine's parsers ask a value whether it is one, and make arguments of its elements only then.
    let mut tuple = serializer.serialize_tuple(count)?;
    P::Fields::write_elements(value.view(), P::FIELDS, count, &mut tuple, cx)?;
    tuple.end()
}

struct ArgsVisitor<'c, P> {
    cx: &'c Cx,
    payload: PhantomData<P>,
}

impl<P> ArgsVisitor<'_, P> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("arguments", got)
    }
}

impl<'de, P: Payload> Visitor<'de> for ArgsVisitor<'_, P> {
    type Value = P;
    expecting!("arguments");
    refuse_kinds!(bool, number, string, binary, null, object);

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<P, A::Error> {
        let mut source = Elements(seq);
        let mut slots = Default::default();
        for index in 0..P::FIELDS.len() {
            if !P::Fields::fill(&mut slots, P::FIELDS, index, &mut source, self.cx)? {
                break;
            }
        }
        while source.0.next_element_seed(Skip::new(self.cx))?.is_some() {
            if self.cx.is_strict() {
                return Err(self.cx.refuse(ViolationKind::Unknown, "the schema has no such argument"));
            }
        }
        match P::Fields::finish(slots, P::FIELDS, self.cx) {
            Some(values) => Ok(P::build(values)),
            None => Err(de::Error::custom("")),
        }
    }
}
