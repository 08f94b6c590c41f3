//! Unions without a tag: what a value is says which member it is.
//!
//! The schema's check holds the members apart: no two are of one JSON kind, but objects that differ in the keys that they
//! must have. So a value is never tried with one member after the other, and what is wrong with it is said of the member
//! that it means to be.

use std::marker::PhantomData;

use serde::de::{self, MapAccess};
use serde::{Deserializer, Serializer};

use super::super::buffered::{Buffered, Buffering, FromBuffer};
use super::super::bytes::{PLACEHOLDER, attachment};
use super::super::json::NUMBER_TOKEN;
use super::super::relay::{AnyKey, ByKind, Kind, Taker, map_of};
use super::super::visit::number_behind;
use super::super::{Codec, Cx, Step, ViolationKind};
use super::chain::{Ended, Opened};
use super::{Raw, ReadMember, Union, WriteMember};

/// What a member of a union without a tag is: its kinds, and for an object the keys that it must have.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The kinds that it can be, from [`kind`].
    pub kinds: u8,
    /// The keys without which it is not this member. Of two that fit, the one with more keys is meant.
    pub keys: &'static [&'static str],
}

/// The kinds of values on the wire.
pub mod kind {
    /// Null.
    pub const NULL: u8 = 1;
    /// True or false.
    pub const BOOL: u8 = 2;
    /// A number.
    pub const NUMBER: u8 = 4;
    /// A string.
    pub const TEXT: u8 = 8;
    /// An attachment.
    pub const BINARY: u8 = 16;
    /// An array.
    pub const ARRAY: u8 = 32;
    /// An object.
    pub const OBJECT: u8 = 64;

    /// The kinds and their names.
    pub(super) const NAMES: [(u8, &str); 7] = [
        (NULL, "null"),
        (BOOL, "bool"),
        (NUMBER, "number"),
        (TEXT, "string"),
        (BINARY, "binary"),
        (ARRAY, "array"),
        (OBJECT, "object"),
    ];
}

impl Kind {
    fn bit(self) -> u8 {
        match self {
            Kind::Null => kind::NULL,
            Kind::Bool => kind::BOOL,
            Kind::Number => kind::NUMBER,
            Kind::Text => kind::TEXT,
            Kind::Binary => kind::BINARY,
            Kind::Array => kind::ARRAY,
        }
    }
}

/// The codec of a union without a tag.
pub struct Untagged<T>(PhantomData<T>);

impl<T: Union> Codec for Untagged<T> {
    type Value = T;
    const BINARY: bool = T::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T, D::Error> {
        let human_readable = deserializer.is_human_readable();
        deserializer
            .deserialize_any(ByKind { human_readable, taker: Choosing::<T> { cx, union: PhantomData } })
    }

    fn encode<S: Serializer>(value: &T, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !cx.enter() {
            return Err(serde::ser::Error::custom(""));
        }
        let written = value.write(Writer { serializer, cx })?;
        cx.leave();
        Ok(written)
    }
}

struct Choosing<'c, T> {
    cx: &'c Cx,
    union: PhantomData<T>,
}

impl<T: Union> Choosing<'_, T> {
    /// The first member that can be of this kind.
    fn of_kind(kind: u8) -> Option<usize> {
        T::MEMBERS.iter().position(|member| member.kinds & kind != 0)
    }

    /// The object that these keys mean: of those that have all that they must have, the one that must have most.
    fn of_keys(entries: &[(String, Buffered)]) -> Option<usize> {
        let has = |key: &&str| entries.iter().any(|(name, _)| name == key);
        let objects = T::MEMBERS.iter().enumerate().filter(|(_, member)| member.kinds & kind::OBJECT != 0);
        let fits = objects.filter(|(_, member)| member.keys.iter().all(has));
        // The first of those that must have equally many, as `max_by_key` would not take it.
        fits.rev().max_by_key(|(_, member)| member.keys.len()).map(|(index, _)| index)
    }

    #[cold]
    fn wrong<E: de::Error>(&self, got: u8) -> E {
        let kinds = T::MEMBERS.iter().fold(0, |kinds, member| kinds | member.kinds);
        let names = kind::NAMES.iter().filter(|(bit, _)| kinds & bit != 0).map(|(_, name)| *name);
        let got = kind::NAMES.iter().find(|(bit, _)| *bit == got).map_or("something else", |(_, name)| name);
        self.cx.mistyped(&names.collect::<Vec<_>>().join(" or "), got)
    }

    #[cold]
    fn no_object<E: de::Error>(&self) -> E {
        let objects = T::MEMBERS.iter().filter(|member| member.kinds & kind::OBJECT != 0);
        let keys = objects.map(|member| member.keys.join(", ")).collect::<Vec<_>>().join(", or ");
        self.cx.refuse(ViolationKind::Missing, format!("must have the keys {keys}"))
    }

    fn read<'de, D: Deserializer<'de>>(&self, index: usize, deserializer: D) -> Result<T, D::Error> {
        if !self.cx.enter() {
            return Err(de::Error::custom(""));
        }
        let value = T::read(index, Value { deserializer, cx: self.cx })?;
        self.cx.leave();
        Ok(value)
    }
}

impl<'de, T: Union> Taker<'de> for Choosing<'_, T> {
    type Value = T;

    fn take<D: Deserializer<'de>>(self, kind: Kind, deserializer: D) -> Result<T, D::Error> {
        match Self::of_kind(kind.bit()) {
            Some(index) => self.read(index, deserializer),
            None => Err(self.wrong(kind.bit())),
        }
    }

    fn take_map<A: MapAccess<'de>>(self, human_readable: bool, mut map: A) -> Result<T, A::Error> {
        let first = map.next_key_seed(AnyKey { cx: self.cx })?;
        match first.as_deref() {
            Some(PLACEHOLDER) if self.cx.has_attachments() => {
                let bytes = Buffered::Binary(attachment(Some(PLACEHOLDER), &mut map, self.cx)?);
                return self.take(Kind::Binary, FromBuffer::new(&bytes, human_readable));
            }
            Some(NUMBER_TOKEN) => {
                let opened = Opened { key: first, rest: map, lifetime: PhantomData };
                let number = number_behind(opened).and_then(|number| number.as_f64());
                let Some(number) = number else { return Err(self.wrong(kind::OBJECT)) };
                return self.take(Kind::Number, FromBuffer::new(&Buffered::F64(number), human_readable));
            }
            _ => {}
        }
        let mut objects =
            T::MEMBERS.iter().enumerate().filter(|(_, member)| member.kinds & kind::OBJECT != 0);
        let (only, more) = (objects.next(), objects.next());
        match (only, more) {
            (None, _) => Err(self.wrong(kind::OBJECT)),
            // What is missing is for the one object to say.
            (Some((index, _)), None) => {
                let opened = Opened { key: first, rest: map, lifetime: PhantomData };
                self.read(index, map_of(opened, human_readable))
            }
            (Some(_), Some(_)) => {
                let entries = keep(first, &mut map, self.cx)?;
                let Some(index) = Self::of_keys(&entries) else { return Err(self.no_object()) };
                let ended = Ended::<A::Error>(PhantomData);
                let chain = super::chain::Chain::new(entries, ended, "", human_readable, self.cx);
                self.read(index, map_of(chain, human_readable))
            }
        }
    }
}

/// Keeps all entries of an object.
fn keep<'de, A: MapAccess<'de>>(
    mut key: Option<String>,
    map: &mut A,
    cx: &Cx,
) -> Result<Vec<(String, Buffered)>, A::Error> {
    let mut entries = Vec::new();
    while let Some(name) = key {
        match map.next_value_seed(Buffering::new(cx)) {
            Ok(value) => entries.push((name, value)),
            Err(error) => {
                cx.at(Step::Key(name));
                return Err(error);
            }
        }
        key = map.next_key_seed(AnyKey { cx })?;
    }
    Ok(entries)
}

/// The member as the whole value.
struct Value<'c, D> {
    deserializer: D,
    cx: &'c Cx,
}

impl<'de, D: Deserializer<'de>> ReadMember<'de> for Value<'_, D> {
    type Error = D::Error;

    fn value<C: Codec>(self) -> Result<C::Value, D::Error> {
        C::decode(self.deserializer, self.cx)
    }

    // Without a tag there are no members that are nothing else, and none that are unknown.
    fn empty(self) -> Result<(), D::Error> {
        Err(self.cx.mistyped("something else", "a member that is nothing but its tag"))
    }

    fn unknown(self) -> Result<Raw, D::Error> {
        Err(self.cx.mistyped("something else", "an unknown member"))
    }

    fn none<T>(self) -> Result<T, D::Error> {
        Err(self.cx.mistyped("something else", "an unknown member"))
    }
}

struct Writer<'c, S> {
    serializer: S,
    cx: &'c Cx,
}

impl<S: Serializer> WriteMember for Writer<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn value<C: Codec>(self, _: usize, value: &C::Value) -> Result<S::Ok, S::Error> {
        C::encode(value, self.serializer, self.cx)
    }

    fn empty(self, _: usize) -> Result<S::Ok, S::Error> {
        self.serializer.serialize_unit()
    }

    fn unknown(self, raw: &Raw) -> Result<S::Ok, S::Error> {
        super::super::Json::encode_object(raw, self.serializer, self.cx)
    }
}
