//! `[A, B]`: arrays of exactly so many elements, each of a type of its own.

use std::fmt::Debug;
use std::marker::PhantomData;

use serde::de::{self, IgnoredAny, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserializer, Serializer};

use super::through_serde::{Seed, With};
use super::visit::{expecting, length_message, refuse_kinds};
use super::{Codec, Cx, Step, ViolationKind};

/// `[A, B]` for a tuple of codecs, of which the schema allows up to twelve.
pub struct Tuple<T>(PhantomData<T>);

/// The codecs of a tuple's elements, in order.
pub trait TupleElements: 'static {
    /// How many elements these are.
    const COUNT: usize;
    /// Whether binary data can stand in them.
    const BINARY: bool;
    /// The values.
    type Values: Clone + Debug + PartialEq + Send + Sync + 'static;

    /// Reads them.
    fn read<'de, A: SeqAccess<'de>>(seq: &mut A, cx: &Cx) -> Result<Self::Values, A::Error>;

    /// Writes them.
    fn write<S: SerializeTuple>(values: &Self::Values, tuple: &mut S, cx: &Cx) -> Result<(), S::Error>;
}

impl<T: TupleElements> Codec for Tuple<T> {
    type Value = T::Values;
    const BINARY: bool = T::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T::Values, D::Error> {
        deserializer.deserialize_any(TupleVisitor::<T> { cx, codecs: PhantomData })
    }

    fn encode<S: Serializer>(value: &T::Values, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(T::COUNT)?;
        T::write(value, &mut tuple, cx)?;
        tuple.end()
    }
}

struct TupleVisitor<'c, T> {
    cx: &'c Cx,
    codecs: PhantomData<T>,
}

impl<T> TupleVisitor<'_, T> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("array", got)
    }
}

impl<'de, T: TupleElements> Visitor<'de> for TupleVisitor<'_, T> {
    type Value = T::Values;
    expecting!("array");
    refuse_kinds!(bool, number, string, binary, null, object);

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T::Values, A::Error> {
        let values = T::read(&mut seq, self.cx)?;
        match seq.next_element::<IgnoredAny>()? {
            None => Ok(values),
            Some(_) => Err(wrong_length(T::COUNT, self.cx)),
        }
    }
}

/// Reads one element; without one the tuple is too short.
fn element<'de, C: Codec, A: SeqAccess<'de>>(
    seq: &mut A,
    index: usize,
    length: usize,
    cx: &Cx,
) -> Result<C::Value, A::Error> {
    match seq.next_element_seed(Seed::<C>::new(cx)) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(wrong_length(length, cx)),
        Err(error) => {
            cx.at(Step::Index(index));
            Err(error)
        }
    }
}

#[cold]
fn wrong_length<E: de::Error>(length: usize, cx: &Cx) -> E {
    cx.refuse(ViolationKind::Length, length_message(length, length))
}

macro_rules! tuples {
    ($($count:literal: $($codec:ident $at:tt)*;)*) => { $(
        impl<$($codec: Codec),*> TupleElements for ($($codec,)*) {
            const COUNT: usize = $count;
            const BINARY: bool = false $(|| $codec::BINARY)*;
            type Values = ($($codec::Value,)*);

            fn read<'de, A: SeqAccess<'de>>(seq: &mut A, cx: &Cx) -> Result<Self::Values, A::Error> {
                Ok(($(element::<$codec, A>(seq, $at, $count, cx)?,)*))
            }

            fn write<S: SerializeTuple>(values: &Self::Values, tuple: &mut S, cx: &Cx) -> Result<(), S::Error> {
                $(
                    let element = With::<$codec> { value: &values.$at, cx };
                    tuple.serialize_element(&element).inspect_err(|_| cx.at(Step::Index($at)))?;
                )*
                Ok(())
            }
        }
    )* };
}

tuples! {
    1: C0 0;
    2: C0 0 C1 1;
    3: C0 0 C1 1 C2 2;
    4: C0 0 C1 1 C2 2 C3 3;
    5: C0 0 C1 1 C2 2 C3 3 C4 4;
    6: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5;
    7: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5 C6 6;
    8: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5 C6 6 C7 7;
    9: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5 C6 6 C7 7 C8 8;
    10: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5 C6 6 C7 7 C8 8 C9 9;
    11: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5 C6 6 C7 7 C8 8 C9 9 C10 10;
    12: C0 0 C1 1 C2 2 C3 3 C4 4 C5 5 C6 6 C7 7 C8 8 C9 9 C10 10 C11 11;
}
