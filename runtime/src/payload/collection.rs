//! Lists and maps.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Deserializer, Serializer};

use super::relay::AnyKey;
use super::through_serde::{Seed, With};
use super::visit::{expecting, length_message, refuse_kinds};
use super::{Codec, Cx, Step, ViolationKind};

/// Room that is made for a list because its format announces a length; a lie may not cost more than this many bytes.
const TRUSTED_BYTES: usize = 64 * 1024;

/// `list<T>` of any length.
pub type List<C> = ListLen<C, 0, { usize::MAX }>;

/// `list<T>` with `MIN` to `MAX` items; 0 and `usize::MAX` leave a side open.
pub struct ListLen<C, const MIN: usize, const MAX: usize>(PhantomData<C>);

impl<C: Codec, const MIN: usize, const MAX: usize> Codec for ListLen<C, MIN, MAX> {
    type Value = Vec<C::Value>;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(ListVisitor::<C> { cx, min: MIN, max: MAX, codec: PhantomData })
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !(MIN..=MAX).contains(&value.len()) {
            return Err(cx.refuse_to_send(ViolationKind::Length, length_message(MIN, MAX)));
        }
        let mut seq = serializer.serialize_seq(Some(value.len()))?;
        for (index, value) in value.iter().enumerate() {
            if let Err(error) = seq.serialize_element(&With::<C> { value, cx }) {
                cx.at(Step::Index(index));
                return Err(error);
            }
        }
        seq.end()
    }
}

struct ListVisitor<'c, C> {
    cx: &'c Cx,
    min: usize,
    max: usize,
    codec: PhantomData<C>,
}

impl<C> ListVisitor<'_, C> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("array", got)
    }

    fn wrong_length<E: de::Error>(&self) -> E {
        self.cx.refuse(ViolationKind::Length, length_message(self.min, self.max))
    }
}

impl<'de, C: Codec> Visitor<'de> for ListVisitor<'_, C> {
    type Value = Vec<C::Value>;
    expecting!("array");
    refuse_kinds!(bool, number, string, binary, null, object);

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let trusted = TRUSTED_BYTES / size_of::<C::Value>().max(1);
        let mut items = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(trusted));
        loop {
            match seq.next_element_seed(Seed::<C>::new(self.cx)) {
                // A list past its limit is given up at once rather than read to its end.
                Ok(Some(_)) if items.len() >= self.max => return Err(self.wrong_length()),
                Ok(Some(item)) => items.push(item),
                Ok(None) if items.len() < self.min => return Err(self.wrong_length()),
                Ok(None) => return Ok(items),
                Err(error) => {
                    self.cx.at(Step::Index(items.len()));
                    return Err(error);
                }
            }
        }
    }
}

/// `map<T>` of any size.
pub type Map<C> = MapLen<C, 0, { usize::MAX }>;

/// `map<T>` with `MIN` to `MAX` entries; 0 and `usize::MAX` leave a side open.
///
/// `__proto__` is no key: assigning it in JavaScript changes an object's prototype instead of its entries.
pub struct MapLen<C, const MIN: usize, const MAX: usize>(PhantomData<C>);

impl<C: Codec, const MIN: usize, const MAX: usize> Codec for MapLen<C, MIN, MAX> {
    type Value = BTreeMap<String, C::Value>;
    const BINARY: bool = C::BINARY;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(MapVisitor::<C> { cx, min: MIN, max: MAX, codec: PhantomData })
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !(MIN..=MAX).contains(&value.len()) {
            return Err(cx.refuse_to_send(ViolationKind::Length, length_message(MIN, MAX)));
        }
        if value.contains_key(PROTO) {
            return Err(cx.refuse_to_send(ViolationKind::ProtoKey, IS_PROTO));
        }
        let mut map = serializer.serialize_map(Some(value.len()))?;
        for (key, value) in value {
            if let Err(error) = map.serialize_entry(key, &With::<C> { value, cx }) {
                cx.at(Step::Key(key.clone()));
                return Err(error);
            }
        }
        map.end()
    }
}

const PROTO: &str = "__proto__";
const IS_PROTO: &str = "__proto__ is not allowed as a key";

struct MapVisitor<'c, C> {
    cx: &'c Cx,
    min: usize,
    max: usize,
    codec: PhantomData<C>,
}

impl<C> MapVisitor<'_, C> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("object", got)
    }

    fn wrong_length<E: de::Error>(&self) -> E {
        self.cx.refuse(ViolationKind::Length, length_message(self.min, self.max))
    }
}

impl<'de, C: Codec> Visitor<'de> for MapVisitor<'_, C> {
    type Value = BTreeMap<String, C::Value>;
    expecting!("object");
    refuse_kinds!(bool, number, string, binary, null, array);

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key_seed(AnyKey { cx: self.cx })? {
            if key == PROTO {
                return Err(self.cx.refuse(ViolationKind::ProtoKey, IS_PROTO));
            }
            if entries.contains_key(&key) {
                self.cx.record(ViolationKind::Duplicate, "this key stands twice".into());
                self.cx.at(Step::Key(key));
                return Err(de::Error::custom(""));
            }
            if entries.len() >= self.max {
                return Err(self.wrong_length());
            }
            match map.next_value_seed(Seed::<C>::new(self.cx)) {
                Ok(value) => _ = entries.insert(key, value),
                Err(error) => {
                    self.cx.at(Step::Key(key));
                    return Err(error);
                }
            }
        }
        if entries.len() < self.min { Err(self.wrong_length()) } else { Ok(entries) }
    }
}
