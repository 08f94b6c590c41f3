//! The entries of an object whose first ones were read already.

use serde::Deserializer;
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer, StringDeserializer};
use serde::de::{self, DeserializeSeed, MapAccess, Visitor};
use std::marker::PhantomData;

use super::super::Cx;
use super::super::buffered::{Buffered, FromBuffer, FromKey};
use super::tag::twice;

/// Entries that were kept, then those that still come. The tag must not be among those again.
pub(super) struct Chain<'c, A> {
    kept: std::vec::IntoIter<(String, Buffered)>,
    value: Option<Buffered>,
    rest: A,
    tag: &'static str,
    human_readable: bool,
    cx: &'c Cx,
}

impl<'c, A> Chain<'c, A> {
    pub(super) fn new(
        kept: Vec<(String, Buffered)>,
        rest: A,
        tag: &'static str,
        human_readable: bool,
        cx: &'c Cx,
    ) -> Self {
        Self { kept: kept.into_iter(), value: None, rest, tag, human_readable, cx }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Chain<'_, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.kept.next() {
            Some((key, value)) => {
                self.value = Some(value);
                seed.deserialize(FromKey::new(&key)).map(Some)
            }
            None => self.rest.next_key_seed(NotTheTag { seed, tag: self.tag, cx: self.cx }),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(FromBuffer::new(&value, self.human_readable)),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// A key for another seed, if it is not the tag.
struct NotTheTag<'c, K> {
    seed: K,
    tag: &'static str,
    cx: &'c Cx,
}

impl<K> NotTheTag<'_, K> {
    #[inline]
    fn check<E: de::Error>(&self, key: &str) -> Result<(), E> {
        if key == self.tag { Err(twice(self.tag, self.cx)) } else { Ok(()) }
    }

    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("a string as key", got)
    }
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for NotTheTag<'_, K> {
    type Value = K::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, K: DeserializeSeed<'de>> Visitor<'de> for NotTheTag<'_, K> {
    type Value = K::Value;
    super::super::visit::expecting!("a string as key");
    super::super::visit::refuse_kinds!(bool, number, binary, null, array, object);

    #[inline]
    fn visit_str<E: de::Error>(self, key: &str) -> Result<K::Value, E> {
        self.check(key)?;
        self.seed.deserialize(StrDeserializer::new(key))
    }

    #[inline]
    fn visit_borrowed_str<E: de::Error>(self, key: &'de str) -> Result<K::Value, E> {
        self.check(key)?;
        self.seed.deserialize(BorrowedStrDeserializer::new(key))
    }

    fn visit_string<E: de::Error>(self, key: String) -> Result<K::Value, E> {
        self.check(&key)?;
        self.seed.deserialize(StringDeserializer::new(key))
    }
}

/// An object of which one key was read, and not its value.
pub(super) struct Opened<'de, A> {
    pub(super) key: Option<String>,
    pub(super) rest: A,
    pub(super) lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Opened<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.key.take() {
            Some(key) => seed.deserialize(StringDeserializer::new(key)).map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }
}

/// An object without entries, where the rest of an object should come.
pub(super) struct Ended<E>(pub(super) PhantomData<E>);

impl<'de, E: de::Error> MapAccess<'de> for Ended<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, E> {
        Ok(None)
    }

    // Only asked for behind a key, and there is none.
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        seed.deserialize(FromBuffer::new(&Buffered::Null, true))
    }
}
