//! Unions with the tag beside the member: `{ "name": "running", "data": … }`.

use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserializer, Serializer};

use super::super::buffered::{Buffered, Buffering, FromBuffer, Skip};
use super::super::json::JsonVisitor;
use super::super::object::FieldKey;
use super::super::through_serde::With;
use super::super::visit::{expecting, refuse_kinds};
use super::super::{Codec, Cx, Step};
use super::tag::{ReadTag, Tag, missing, twice, write_unknown};
use super::{Raw, ReadMember, Union, WriteMember};

/// The codec of a union with an adjacent tag. A member that comes before its tag is kept until that is known.
///
/// Beside a member that is nothing but its tag the content is ignored, whatever it is: many clients send null.
pub struct Adjacent<T>(PhantomData<T>);

impl<T: Union> Codec for Adjacent<T> {
    type Value = T;
    const BINARY: bool = T::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T, D::Error> {
        let human_readable = deserializer.is_human_readable();
        deserializer.deserialize_any(AdjacentVisitor::<T> { cx, human_readable, union: PhantomData })
    }

    fn encode<S: Serializer>(value: &T, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !cx.enter() {
            return Err(serde::ser::Error::custom(""));
        }
        let written = value.write(Writer::<T, S> { serializer, cx, union: PhantomData })?;
        cx.leave();
        Ok(written)
    }
}

struct AdjacentVisitor<'c, T> {
    cx: &'c Cx,
    human_readable: bool,
    union: PhantomData<T>,
}

impl<T> AdjacentVisitor<'_, T> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("object", got)
    }

    fn enter<E: de::Error>(&self) -> Result<(), E> {
        if self.cx.enter() { Ok(()) } else { Err(E::custom("")) }
    }
}

impl<T: Union> AdjacentVisitor<'_, T> {
    const KEYS: &'static [&'static str] = &[T::TAG, T::CONTENT];

    /// The member, of which the content was kept, if there was any.
    fn kept_member<E: de::Error>(&self, tag: Tag, kept: Option<Buffered>) -> Result<T, E> {
        let index = tag.index();
        let (cx, human_readable) = (self.cx, self.human_readable);
        let content = kept.as_ref().map(|kept| FromBuffer::new(kept, human_readable));
        T::read(index, Content { tag, tag_key: T::TAG, key: T::CONTENT, content, cx, error: PhantomData })
    }
}

impl<'de, T: Union> Visitor<'de> for AdjacentVisitor<'_, T> {
    type Value = T;
    expecting!("object");
    refuse_kinds!(bool, number, string, binary, null);

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        self.enter()?;
        let (mut tag, mut kept, mut value) = (None, None, None);
        while let Some(index) = map.next_key_seed(FieldKey::new(Self::KEYS, self.cx))? {
            match index {
                0 if tag.is_some() => return Err(twice(T::TAG, self.cx)),
                0 => {
                    let read = map.next_value_seed(ReadTag::of::<T>(self.cx));
                    tag = Some(read.inspect_err(|_| self.cx.at(Step::Field(T::TAG)))?);
                }
                1 if kept.is_some() || value.is_some() => return Err(twice(T::CONTENT, self.cx)),
                1 => match &tag {
                    // The usual order: the member is read where it stands.
                    Some(Tag::Known(index)) => {
                        let member =
                            Place { map: &mut map, key: T::CONTENT, cx: self.cx, lifetime: PhantomData };
                        value = Some(T::read(*index, member)?);
                    }
                    _ => {
                        let read = map.next_value_seed(Buffering::new(self.cx));
                        kept = Some(read.inspect_err(|_| self.cx.at(Step::Field(T::CONTENT)))?);
                    }
                },
                _ => map.next_value_seed(Skip::new(self.cx))?,
            }
        }
        let value = match (value, tag) {
            (Some(value), _) => value,
            (None, Some(tag)) => self.kept_member(tag, kept)?,
            (None, None) => return Err(missing(T::TAG, self.cx)),
        };
        self.cx.leave();
        Ok(value)
    }

    // As serde's derive writes it in compact formats: the tag, then the content.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        if self.human_readable {
            return Err(self.wrong("array"));
        }
        self.enter()?;
        let tag = seq.next_element_seed(ReadTag::of::<T>(self.cx));
        let Some(tag) = tag.inspect_err(|_| self.cx.at(Step::Field(T::TAG)))? else {
            return Err(missing(T::TAG, self.cx));
        };
        let kept = seq.next_element_seed(Buffering::new(self.cx));
        let kept = kept.inspect_err(|_| self.cx.at(Step::Field(T::CONTENT)))?;
        let value = self.kept_member(tag, kept)?;
        self.cx.leave();
        Ok(value)
    }
}

/// A member at its place in the object.
struct Place<'m, 'c, 'de, A> {
    map: &'m mut A,
    key: &'static str,
    cx: &'c Cx,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> ReadMember<'de> for Place<'_, '_, 'de, A> {
    type Error = A::Error;

    fn value<C: Codec>(self) -> Result<C::Value, A::Error> {
        let value = self.map.next_value_seed(super::super::through_serde::Seed::<C>::new(self.cx));
        value.inspect_err(|_| self.cx.at(Step::Field(self.key)))
    }

    fn empty(self) -> Result<(), A::Error> {
        self.map.next_value_seed(Skip::new(self.cx))
    }

    // Only known members are read at their place.
    fn unknown(self) -> Result<Raw, A::Error> {
        Err(missing(self.key, self.cx))
    }

    fn none<T>(self) -> Result<T, A::Error> {
        Err(missing(self.key, self.cx))
    }
}

/// A member of which the content was kept, or that has none.
struct Content<'c, D, E> {
    tag: Tag,
    tag_key: &'static str,
    key: &'static str,
    content: Option<D>,
    cx: &'c Cx,
    error: PhantomData<E>,
}

impl<'de, E: de::Error, D: Deserializer<'de, Error = E>> ReadMember<'de> for Content<'_, D, E> {
    type Error = E;

    fn value<C: Codec>(self) -> Result<C::Value, E> {
        match self.content {
            None => Err(missing(self.key, self.cx)),
            Some(content) => C::decode(content, self.cx).inspect_err(|_| self.cx.at(Step::Field(self.key))),
        }
    }

    fn empty(self) -> Result<(), E> {
        Ok(())
    }

    fn unknown(self) -> Result<Raw, E> {
        let mut raw = Raw::new();
        if let Tag::Unknown(tag) = self.tag {
            raw.insert(self.tag_key.to_owned(), tag.into());
        }
        if let Some(content) = self.content {
            let value = JsonVisitor::new(self.cx).deserialize(content);
            let value = value.inspect_err(|_| self.cx.at(Step::Field(self.key)))?;
            raw.insert(self.key.to_owned(), value);
        }
        Ok(raw)
    }

    fn none<T>(self) -> Result<T, E> {
        Err(missing(self.tag_key, self.cx))
    }
}

struct Writer<'c, T, S> {
    serializer: S,
    cx: &'c Cx,
    union: PhantomData<T>,
}

impl<T: Union, S: Serializer> WriteMember for Writer<'_, T, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn value<C: Codec>(self, index: usize, value: &C::Value) -> Result<S::Ok, S::Error> {
        let mut map = self.serializer.serialize_map(Some(2))?;
        map.serialize_entry(T::TAG, T::VARIANTS.get(index).copied().unwrap_or_default())?;
        let content = With::<C> { value, cx: self.cx };
        map.serialize_entry(T::CONTENT, &content).inspect_err(|_| self.cx.at(Step::Field(T::CONTENT)))?;
        map.end()
    }

    fn empty(self, index: usize) -> Result<S::Ok, S::Error> {
        let mut map = self.serializer.serialize_map(Some(1))?;
        map.serialize_entry(T::TAG, T::VARIANTS.get(index).copied().unwrap_or_default())?;
        map.end()
    }

    fn unknown(self, raw: &Raw) -> Result<S::Ok, S::Error> {
        write_unknown::<T, S>(raw, self.serializer, self.cx)
    }
}
