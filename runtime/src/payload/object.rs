//! Objects: the one deserializer and serializer of every generated struct.

use std::fmt::{self, Debug};
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

use super::buffered::Skip;
use super::fields::{FieldTuple, Source};
use super::through_serde::{received, sent};
use super::visit::{expecting, refuse_kinds};
use super::{Codec, Cx, Step, ViolationKind};

/// A struct of the schema. What it is on the wire stands in its tables; `build` and `view` are the way in and out.
pub trait Payload: Sized + Clone + Debug + PartialEq + Send + Sync + 'static {
    /// The struct's name.
    const NAME: &'static str;
    /// The fields' names on the wire, in order.
    const FIELDS: &'static [&'static str];
    /// The fields' codecs, in order.
    type Fields: FieldTuple;
    /// Whether binary data can stand in it, at whatever depth. Written out, since a type may contain itself.
    const BINARY: bool = false;

    /// The struct from its values.
    fn build(values: Values<Self>) -> Self;
    /// The struct's values, borrowed.
    fn view(&self) -> Refs<'_, Self>;
}

/// The values of a struct as a tuple.
pub type Values<P> = <<P as Payload>::Fields as FieldTuple>::Values;

/// The values of a struct as a tuple of references.
pub type Refs<'a, P> = <<P as Payload>::Fields as FieldTuple>::Refs<'a>;

impl<P: Payload> Codec for P {
    type Value = P;
    const BINARY: bool = P::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<P, D::Error> {
        const { assert!(P::FIELDS.len() == P::Fields::COUNT, "a struct has one name for each field") }
        // Only compact binary formats write an object as a sequence. In JSON an array is a mistake.
        let positional = !deserializer.is_human_readable();
        deserializer.deserialize_any(ObjectVisitor::<P> { cx, positional, payload: PhantomData })
    }

    fn encode<S: Serializer>(value: &P, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        const { assert!(P::FIELDS.len() == P::Fields::COUNT, "a struct has one name for each field") }
        if !cx.enter() {
            return Err(serde::ser::Error::custom(""));
        }
        // Always a map, never a struct: MessagePack would write a struct as an array, which no JavaScript client reads.
        let mut map = serializer.serialize_map(Some(P::count_entries(value)))?;
        P::encode_entries(value, &mut map, cx)?;
        cx.leave();
        map.end()
    }

    fn count_entries(value: &P) -> usize {
        P::Fields::count_present(value.view())
    }

    fn encode_entries<M: SerializeMap>(value: &P, map: &mut M, cx: &Cx) -> Result<(), M::Error> {
        P::Fields::write(value.view(), P::FIELDS, map, cx)
    }
}

struct ObjectVisitor<'c, P> {
    cx: &'c Cx,
    positional: bool,
    payload: PhantomData<P>,
}

impl<P> ObjectVisitor<'_, P> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("object", got)
    }

    fn enter<E: de::Error>(&self) -> Result<(), E> {
        if self.cx.enter() { Ok(()) } else { Err(E::custom("")) }
    }
}

impl<P: Payload> ObjectVisitor<'_, P> {
    fn finish<E: de::Error>(self, slots: <P::Fields as FieldTuple>::Slots) -> Result<P, E> {
        match P::Fields::finish(slots, P::FIELDS, self.cx) {
            Some(values) => {
                self.cx.leave();
                Ok(P::build(values))
            }
            None => Err(E::custom("")),
        }
    }
}

impl<'de, P: Payload> Visitor<'de> for ObjectVisitor<'_, P> {
    type Value = P;
    expecting!("object");
    refuse_kinds!(bool, number, string, binary, null);

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<P, A::Error> {
        self.enter()?;
        let mut source = Entries(map);
        let mut slots = Default::default();
        let mut likely = 0;
        while let Some(index) = source.0.next_key_seed(FieldKey { names: P::FIELDS, likely, cx: self.cx })? {
            if index < P::FIELDS.len() {
                P::Fields::fill(&mut slots, P::FIELDS, index, &mut source, self.cx)?;
                likely = index + 1;
            } else {
                source.0.next_value_seed(Skip::new(self.cx))?;
            }
        }
        self.finish(slots)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<P, A::Error> {
        if !self.positional {
            return Err(self.wrong("array"));
        }
        self.enter()?;
        let mut source = Elements(seq);
        let mut slots = Default::default();
        // Elements past the last field are left to the format, which refuses them.
        for index in 0..P::FIELDS.len() {
            if !P::Fields::fill(&mut slots, P::FIELDS, index, &mut source, self.cx)? {
                break;
            }
        }
        self.finish(slots)
    }
}

struct Entries<A>(A);

impl<'de, A: MapAccess<'de>> Source<'de> for Entries<A> {
    type Error = A::Error;

    #[inline]
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        self.0.next_value_seed(seed).map(Some)
    }
}

pub(super) struct Elements<A>(pub(super) A);

impl<'de, A: SeqAccess<'de>> Source<'de> for Elements<A> {
    type Error = A::Error;

    #[inline]
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        self.0.next_element_seed(seed)
    }
}

/// Reads a key as the index of a field; an index past the last says that the schema has no such field.
#[derive(Clone, Copy)]
pub(super) struct FieldKey<'c> {
    names: &'static [&'static str],
    /// The field behind the one read before: keys mostly come in the schema's order.
    likely: usize,
    cx: &'c Cx,
}

impl<'c> FieldKey<'c> {
    pub(super) fn new(names: &'static [&'static str], cx: &'c Cx) -> Self {
        Self { names, likely: 0, cx }
    }

    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("a string as key", got)
    }
}

impl<'de> DeserializeSeed<'de> for FieldKey<'_> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FieldKey<'_> {
    type Value = usize;
    expecting!("a string as key");
    refuse_kinds!(bool, number, binary, null, array, object);

    #[inline]
    fn visit_str<E: de::Error>(self, key: &str) -> Result<usize, E> {
        if self.names.get(self.likely).is_some_and(|name| same(name.as_bytes(), key.as_bytes())) {
            return Ok(self.likely);
        }
        let index = find(self.names, key);
        if index >= self.names.len() && self.cx.is_strict() {
            let error = self.cx.refuse(ViolationKind::Unknown, "the schema has no such field");
            self.cx.at(Step::Key(key.to_owned()));
            return Err(error);
        }
        Ok(index)
    }
}

fn find(names: &[&str], key: &str) -> usize {
    names.iter().position(|name| same(name.as_bytes(), key.as_bytes())).unwrap_or(usize::MAX)
}

/// Equality of short texts: two overlapping words instead of a call, which would take a fifteenth of a decoding.
#[inline]
fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    match left.len() {
        4..=8 => {
            left.first_chunk::<4>() == right.first_chunk() && left.last_chunk::<4>() == right.last_chunk()
        }
        9..=16 => {
            left.first_chunk::<8>() == right.first_chunk() && left.last_chunk::<8>() == right.last_chunk()
        }
        1..=3 => left.first() == right.first() && left.last() == right.last() && left.get(1) == right.get(1),
        _ => left == right,
    }
}

/// `Clone` of a struct.
pub fn object_clone<P: Payload>(value: &P) -> P {
    P::build(P::Fields::cloned(value.view()))
}

/// `PartialEq` of a struct.
pub fn object_eq<P: Payload>(left: &P, right: &P) -> bool {
    P::Fields::same(left.view(), right.view())
}

/// `Debug` of a struct. The names are those on the wire.
pub fn object_debug<P: Payload>(value: &P, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_struct(P::NAME);
    P::Fields::debug(value.view(), P::FIELDS, &mut out);
    out.finish()
}

/// serde's `Serialize` of a struct.
pub fn object_serialize<P: Payload, S: Serializer>(value: &P, serializer: S) -> Result<S::Ok, S::Error> {
    sent::<P, S>(value, serializer)
}

/// serde's `Deserialize` of a struct.
pub fn object_deserialize<'de, P: Payload, D: Deserializer<'de>>(deserializer: D) -> Result<P, D::Error> {
    received::<P, D>(deserializer)
}

/// `Clone`, `Debug`, `PartialEq` and serde's traits for a struct that is a [`Payload`], through its tables.
#[doc(hidden)]
#[macro_export]
macro_rules! __payload_impls {
    ($name:ident) => {
        impl ::core::clone::Clone for $name {
            fn clone(&self) -> Self {
                $crate::__private::object_clone(self)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::object_debug(self, f)
            }
        }

        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::object_eq(self, other)
            }
        }

        $crate::__serde_impls!($name, object_serialize, object_deserialize);
    };
}
