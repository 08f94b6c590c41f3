//! Unions with the tag among the member's own fields: `{ "kind": "insert", "at": 1 }`.

use std::marker::PhantomData;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserializer, Serializer};

use super::super::buffered::{Buffering, Skip};
use super::super::json::JsonVisitor;
use super::super::object::FieldKey;
use super::super::relay::{Relay, map_of};
use super::super::visit::{expecting, refuse_kinds};
use super::super::{Codec, Cx, Step};
use super::chain::Chain;
use super::tag::{ReadTag, Tag, missing, write_unknown};
use super::{Raw, ReadMember, Union, WriteMember};

/// The codec of a union with an internal tag. A tag that comes first costs nothing; what comes before it is kept until
/// the tag is known. How deep objects nest is counted by the members.
pub struct Internal<T>(PhantomData<T>);

impl<T: Union> Codec for Internal<T> {
    type Value = T;
    const BINARY: bool = T::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<T, D::Error> {
        let human_readable = deserializer.is_human_readable();
        deserializer.deserialize_any(InternalVisitor::<T> { cx, human_readable, union: PhantomData })
    }

    fn encode<S: Serializer>(value: &T, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        value.write(Writer::<T, S> { serializer, cx, union: PhantomData })
    }
}

struct InternalVisitor<'c, T> {
    cx: &'c Cx,
    human_readable: bool,
    union: PhantomData<T>,
}

impl<T> InternalVisitor<'_, T> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("object", got)
    }
}

impl<'de, T: Union> Visitor<'de> for InternalVisitor<'_, T> {
    type Value = T;
    expecting!("object");
    refuse_kinds!(bool, number, string, binary, null);

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut kept = Vec::new();
        // Whether keys are known is the member's to say, so this is not held to strictness.
        while let Some(key) = map.next_key_seed(TagOr { tag: T::TAG, cx: self.cx })? {
            let Some(key) = key else {
                let tag = map.next_value_seed(ReadTag::of::<T>(self.cx));
                let tag = tag.inspect_err(|_| self.cx.at(Step::Field(T::TAG)))?;
                let index = tag.index();
                let entries = Chain::new(kept, map, T::TAG, self.human_readable, self.cx);
                let member =
                    Entries { entries, tag, key: T::TAG, human_readable: self.human_readable, cx: self.cx };
                return T::read(index, member);
            };
            match map.next_value_seed(Buffering::new(self.cx)) {
                Ok(value) => kept.push((key, value)),
                Err(error) => {
                    self.cx.at(Step::Key(key));
                    return Err(error);
                }
            }
        }
        Err(missing(T::TAG, self.cx))
    }

    // As serde's derive writes it in compact formats: the tag, then the member's fields.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        if self.human_readable {
            return Err(self.wrong("array"));
        }
        let tag = seq.next_element_seed(ReadTag::of::<T>(self.cx));
        let Some(tag) = tag.inspect_err(|_| self.cx.at(Step::Field(T::TAG)))? else {
            return Err(missing(T::TAG, self.cx));
        };
        T::read(tag.index(), Elements { seq, cx: self.cx })
    }
}

/// Reads a key: `None` for the tag.
struct TagOr<'c> {
    tag: &'static str,
    cx: &'c Cx,
}

impl TagOr<'_> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("a string as key", got)
    }
}

impl<'de> de::DeserializeSeed<'de> for TagOr<'_> {
    type Value = Option<String>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TagOr<'_> {
    type Value = Option<String>;
    expecting!("a string as key");
    refuse_kinds!(bool, number, binary, null, array, object);

    #[inline]
    fn visit_str<E: de::Error>(self, key: &str) -> Result<Option<String>, E> {
        Ok(if key == self.tag { None } else { Some(key.to_owned()) })
    }
}

/// The member as the entries beside its tag.
struct Entries<'c, A> {
    entries: Chain<'c, A>,
    tag: Tag,
    key: &'static str,
    human_readable: bool,
    cx: &'c Cx,
}

impl<'de, A: MapAccess<'de>> ReadMember<'de> for Entries<'_, A> {
    type Error = A::Error;

    #[inline]
    fn value<C: Codec>(self) -> Result<C::Value, A::Error> {
        C::decode(map_of(self.entries, self.human_readable), self.cx)
    }

    fn empty(mut self) -> Result<(), A::Error> {
        // No field is known; a strict context refuses them.
        while self.entries.next_key_seed(FieldKey::new(&[], self.cx))?.is_some() {
            self.entries.next_value_seed(Skip::new(self.cx))?;
        }
        Ok(())
    }

    fn unknown(self) -> Result<Raw, A::Error> {
        let object = JsonVisitor::new(self.cx).visit_map(self.entries)?;
        let mut raw = if let serde_json::Value::Object(raw) = object { raw } else { Raw::new() };
        if let Tag::Unknown(tag) = self.tag {
            raw.insert(self.key.to_owned(), tag.into());
        }
        Ok(raw)
    }

    fn none<T>(self) -> Result<T, A::Error> {
        Err(missing(self.key, self.cx))
    }
}

/// The member as the elements behind its tag.
struct Elements<'c, A> {
    seq: A,
    cx: &'c Cx,
}

impl<'de, A: SeqAccess<'de>> ReadMember<'de> for Elements<'_, A> {
    type Error = A::Error;

    fn value<C: Codec>(self) -> Result<C::Value, A::Error> {
        C::decode(Relay::new(de::value::SeqAccessDeserializer::new(self.seq), false), self.cx)
    }

    fn empty(self) -> Result<(), A::Error> {
        Ok(())
    }

    // Elements without names are no object.
    fn unknown(self) -> Result<Raw, A::Error> {
        Err(self.cx.mistyped("object", "array"))
    }

    fn none<T>(self) -> Result<T, A::Error> {
        Err(self.cx.mistyped("object", "array"))
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
        let mut map = self.serializer.serialize_map(Some(1 + C::count_entries(value)))?;
        map.serialize_entry(T::TAG, T::VARIANTS.get(index).copied().unwrap_or_default())?;
        C::encode_entries(value, &mut map, self.cx)?;
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
