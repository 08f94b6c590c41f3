//! `[A, B]`: arrays of exactly so many elements, each of a type of its own.

use std::marker::PhantomData;

use serde::de::{self, IgnoredAny, SeqAccess, Visitor};
use serde::ser::SerializeTuple as _;
use serde::{Deserializer, Serializer};

use super::through_serde::{Seed, With};
use super::visit::{expecting, length_message, refuse_kinds};
use super::{Codec, Cx, Step, ViolationKind};

/// `[A, B]` for a tuple of codecs.
pub struct Tuple<T>(PhantomData<T>);

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

struct TupleVisitor<'c, T> {
    cx: &'c Cx,
    codecs: PhantomData<T>,
}

impl<T> TupleVisitor<'_, T> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("array", got)
    }
}

macro_rules! tuples {
    ($($count:literal: $($codec:ident $at:tt)*;)*) => { $(
        impl<$($codec: Codec),*> Codec for Tuple<($($codec,)*)> {
            type Value = ($($codec::Value,)*);
            const BINARY: bool = false $(|| $codec::BINARY)*;

            fn decode<'de, De: Deserializer<'de>>(deserializer: De, cx: &Cx) -> Result<Self::Value, De::Error> {
                deserializer.deserialize_any(TupleVisitor::<($($codec,)*)> { cx, codecs: PhantomData })
            }

            fn encode<Se: Serializer>(value: &Self::Value, serializer: Se, cx: &Cx) -> Result<Se::Ok, Se::Error> {
                let mut tuple = serializer.serialize_tuple($count)?;
                $(
                    let element = With::<$codec> { value: &value.$at, cx };
                    tuple.serialize_element(&element).inspect_err(|_| cx.at(Step::Index($at)))?;
                )*
                tuple.end()
            }
        }

        impl<'de, $($codec: Codec),*> Visitor<'de> for TupleVisitor<'_, ($($codec,)*)> {
            type Value = ($($codec::Value,)*);
            expecting!("array");
            refuse_kinds!(bool, number, string, binary, null, object);

            fn visit_seq<Seq: SeqAccess<'de>>(self, mut seq: Seq) -> Result<Self::Value, Seq::Error> {
                let value = ($(element::<$codec, Seq>(&mut seq, $at, $count, self.cx)?,)*);
                match seq.next_element::<IgnoredAny>()? {
                    None => Ok(value),
                    Some(_) => Err(wrong_length($count, self.cx)),
                }
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
