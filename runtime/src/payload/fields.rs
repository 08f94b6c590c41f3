//! The fields of an object as a tuple of codecs.
//!
//! Tuples of up to twelve codecs are fields themselves. A larger object groups them, twelve in each group, in a
//! [`Many`]: `Many<((A, …, L), (M, N))>` has fourteen fields. Its values and references nest the same way, so that
//! `build` takes `((a, …, l), (m, n))`. A `Many` may hold a `Many`, which leaves no limit.

use std::fmt::DebugStruct;
use std::marker::PhantomData;

use serde::de::DeserializeSeed;
use serde::ser::{SerializeMap, SerializeTuple};

use super::through_serde::{Seed, With};
use super::{Codec, Cx, Step, ViolationKind};

/// Where the values of fields come from: the entries of a map, or the elements of a sequence.
pub trait Source<'de> {
    /// The format's error.
    type Error: serde::de::Error;

    /// The next value; `None` where a sequence has no more.
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Self::Error>;
}

/// The codecs of an object's fields, in order. Fields are meant by their index; `names` are those of this tuple.
pub trait FieldTuple: 'static {
    /// How many fields these are.
    const COUNT: usize;
    /// A place for each value, empty at first.
    type Slots: Default;
    /// The values.
    type Values;
    /// The values, borrowed.
    type Refs<'a>: Copy;

    /// Reads the value of one field. `false` where the source had none, or no field has this index.
    fn fill<'de, S: Source<'de>>(
        slots: &mut Self::Slots,
        names: &'static [&'static str],
        index: usize,
        source: &mut S,
        cx: &Cx,
    ) -> Result<bool, S::Error>;

    /// The values, if every field that must be there is. What is missing is recorded in `cx`.
    fn finish(slots: Self::Slots, names: &'static [&'static str], cx: &Cx) -> Option<Self::Values>;

    /// How many fields would be written: those that are not absent.
    fn count_present(fields: Self::Refs<'_>) -> usize;

    /// How many fields there are up to the last one that is not absent.
    fn count_to_last(fields: Self::Refs<'_>) -> usize;

    /// Writes the first `count` fields as elements, one that is absent as null.
    fn write_elements<T: SerializeTuple>(
        fields: Self::Refs<'_>,
        names: &'static [&'static str],
        count: usize,
        tuple: &mut T,
        cx: &Cx,
    ) -> Result<(), T::Error>;

    /// Writes the fields that are not absent.
    fn write<M: SerializeMap>(
        fields: Self::Refs<'_>,
        names: &'static [&'static str],
        map: &mut M,
        cx: &Cx,
    ) -> Result<(), M::Error>;

    /// A copy of the values.
    fn cloned(fields: Self::Refs<'_>) -> Self::Values;

    /// Whether all values are equal.
    fn same(left: Self::Refs<'_>, right: Self::Refs<'_>) -> bool;

    /// Adds the fields to what `{:?}` shows.
    fn debug(fields: Self::Refs<'_>, names: &'static [&'static str], out: &mut DebugStruct<'_, '_>);
}

/// Groups of fields, for an object with more than twelve.
pub struct Many<G>(PhantomData<G>);

#[inline]
fn fill_slot<'de, C: Codec, S: Source<'de>>(
    slot: &mut Option<C::Value>,
    name: &'static str,
    source: &mut S,
    cx: &Cx,
) -> Result<bool, S::Error> {
    if slot.is_some() {
        let error = cx.refuse(ViolationKind::Duplicate, "this field stands twice");
        cx.at(Step::Field(name));
        return Err(error);
    }
    match source.next(Seed::<C>::new(cx)) {
        Ok(value) => {
            let found = value.is_some();
            *slot = value;
            Ok(found)
        }
        Err(error) => {
            cx.at(Step::Field(name));
            Err(error)
        }
    }
}

#[inline]
fn finish_slot<C: Codec>(slot: Option<C::Value>, name: &'static str, cx: &Cx) -> Option<C::Value> {
    slot.or_else(C::absent).or_else(|| {
        missing(name, cx);
        None
    })
}

#[cold]
fn missing(name: &'static str, cx: &Cx) {
    cx.record(ViolationKind::Missing, "missing".into());
    cx.at(Step::Field(name));
}

#[inline]
fn write_field<C: Codec, M: SerializeMap>(
    value: &C::Value,
    name: &'static str,
    map: &mut M,
    cx: &Cx,
) -> Result<(), M::Error> {
    if C::is_absent(value) {
        return Ok(());
    }
    map.serialize_entry(name, &With::<C> { value, cx }).inspect_err(|_| cx.at(Step::Field(name)))
}

#[inline]
fn write_element<C: Codec, T: SerializeTuple>(
    value: &C::Value,
    name: &'static str,
    tuple: &mut T,
    cx: &Cx,
) -> Result<(), T::Error> {
    tuple.serialize_element(&With::<C> { value, cx }).inspect_err(|_| cx.at(Step::Field(name)))
}

/// Fields for a tuple of codecs, and for groups of fields under the same letters.
macro_rules! tuples {
    ($($count:literal: $($codec:ident $at:tt)*;)*) => { $(
        // The tuple without elements uses none of its parameters.
        #[allow(unused_variables, clippy::unused_unit)]
        impl<$($codec: Codec),*> FieldTuple for ($($codec,)*) {
            const COUNT: usize = $count;
            type Slots = ($(Option<$codec::Value>,)*);
            type Values = ($($codec::Value,)*);
            type Refs<'a> = ($(&'a $codec::Value,)*);

            #[inline]
            fn fill<'de, S: Source<'de>>(
                slots: &mut Self::Slots,
                names: &'static [&'static str],
                index: usize,
                source: &mut S,
                cx: &Cx,
            ) -> Result<bool, S::Error> {
                match index {
                    $($at => fill_slot::<$codec, S>(&mut slots.$at, names[$at], source, cx),)*
                    _ => Ok(false),
                }
            }

            #[inline]
            fn finish(slots: Self::Slots, names: &'static [&'static str], cx: &Cx) -> Option<Self::Values> {
                Some(($(finish_slot::<$codec>(slots.$at, names[$at], cx)?,)*))
            }

            fn count_present(fields: Self::Refs<'_>) -> usize {
                0 $(+ usize::from(!$codec::is_absent(fields.$at)))*
            }

            #[allow(unused_mut, unused_assignments)]
            fn count_to_last(fields: Self::Refs<'_>) -> usize {
                let mut count = 0;
                $(if !$codec::is_absent(fields.$at) {
                    count = $at + 1;
                })*
                count
            }

            fn write_elements<Tup: SerializeTuple>(
                fields: Self::Refs<'_>,
                names: &'static [&'static str],
                count: usize,
                tuple: &mut Tup,
                cx: &Cx,
            ) -> Result<(), Tup::Error> {
                $(if count > $at {
                    write_element::<$codec, Tup>(fields.$at, names[$at], tuple, cx)?;
                })*
                Ok(())
            }

            #[inline]
            fn write<M: SerializeMap>(
                fields: Self::Refs<'_>,
                names: &'static [&'static str],
                map: &mut M,
                cx: &Cx,
            ) -> Result<(), M::Error> {
                $(write_field::<$codec, M>(fields.$at, names[$at], map, cx)?;)*
                Ok(())
            }

            fn cloned(fields: Self::Refs<'_>) -> Self::Values {
                ($(fields.$at.clone(),)*)
            }

            fn same(left: Self::Refs<'_>, right: Self::Refs<'_>) -> bool {
                true $(&& left.$at == right.$at)*
            }

            fn debug(fields: Self::Refs<'_>, names: &'static [&'static str], out: &mut DebugStruct<'_, '_>) {
                $(out.field(names[$at], fields.$at);)*
            }
        }
    )* };
}

tuples! {
    0: ;
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}

/// Groups: each takes its share of the names and indices and leaves the rest to those behind it.
macro_rules! groups {
    ($($($group:ident $at:tt)*;)*) => { $(
        impl<$($group: FieldTuple),*> FieldTuple for Many<($($group,)*)> {
            const COUNT: usize = 0 $(+ $group::COUNT)*;
            type Slots = ($($group::Slots,)*);
            type Values = ($($group::Values,)*);
            type Refs<'a> = ($($group::Refs<'a>,)*);

            fn fill<'de, Src: Source<'de>>(
                slots: &mut Self::Slots,
                mut names: &'static [&'static str],
                mut index: usize,
                source: &mut Src,
                cx: &Cx,
            ) -> Result<bool, Src::Error> {
                $(
                    let own = share::<$group>(&mut names);
                    if index < $group::COUNT {
                        return $group::fill(&mut slots.$at, own, index, source, cx);
                    }
                    index -= $group::COUNT;
                )*
                let _ = (index, names);
                Ok(false)
            }

            fn finish(slots: Self::Slots, mut names: &'static [&'static str], cx: &Cx) -> Option<Self::Values> {
                Some(($($group::finish(slots.$at, share::<$group>(&mut names), cx)?,)*))
            }

            fn count_present(fields: Self::Refs<'_>) -> usize {
                0 $(+ $group::count_present(fields.$at))*
            }

            fn count_to_last(fields: Self::Refs<'_>) -> usize {
                let (mut count, mut before) = (0, 0);
                $(
                    match $group::count_to_last(fields.$at) {
                        0 => {}
                        own => count = before + own,
                    }
                    before += $group::COUNT;
                )*
                let _ = before;
                count
            }

            fn write_elements<Tup: SerializeTuple>(
                fields: Self::Refs<'_>,
                mut names: &'static [&'static str],
                mut count: usize,
                tuple: &mut Tup,
                cx: &Cx,
            ) -> Result<(), Tup::Error> {
                $(
                    $group::write_elements(fields.$at, share::<$group>(&mut names), count, tuple, cx)?;
                    count = count.saturating_sub($group::COUNT);
                )*
                let _ = (count, names);
                Ok(())
            }

            fn write<M: SerializeMap>(
                fields: Self::Refs<'_>,
                mut names: &'static [&'static str],
                map: &mut M,
                cx: &Cx,
            ) -> Result<(), M::Error> {
                $($group::write(fields.$at, share::<$group>(&mut names), map, cx)?;)*
                Ok(())
            }

            fn cloned(fields: Self::Refs<'_>) -> Self::Values {
                ($($group::cloned(fields.$at),)*)
            }

            fn same(left: Self::Refs<'_>, right: Self::Refs<'_>) -> bool {
                true $(&& $group::same(left.$at, right.$at))*
            }

            fn debug(fields: Self::Refs<'_>, mut names: &'static [&'static str], out: &mut DebugStruct<'_, '_>) {
                $($group::debug(fields.$at, share::<$group>(&mut names), out);)*
            }
        }
    )* };
}

/// Takes a group's names off the front. An object has as many names as fields, which `Payload` has the compiler check.
fn share<G: FieldTuple>(names: &mut &'static [&'static str]) -> &'static [&'static str] {
    let (own, rest) = names.split_at(G::COUNT);
    *names = rest;
    own
}

groups! {
    A 0;
    A 0 B 1;
    A 0 B 1 C 2;
    A 0 B 1 C 2 D 3;
    A 0 B 1 C 2 D 3 E 4;
    A 0 B 1 C 2 D 3 E 4 F 5;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}
