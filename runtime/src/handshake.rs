//! What a client says when it connects: the handshake's `auth`.
//!
//! Keys that begin with `$` are sockgen's own, and no schema has one. Generated clients say in `$sockgen` which version of
//! the contract they were made from.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use socketioxide::adapter::Adapter;
use socketioxide::extract::Data;
use socketioxide::handler::{FromConnectParts as _, Value};
use socketioxide::socket::Socket;

use crate::payload::{Codec, Cx, Violation};
use crate::wire;

/// The key under which a generated client sends the hash of its schema.
pub(crate) const HASH_KEY: &str = "$sockgen";

/// A handshake that was read.
pub(crate) struct Handshake<T> {
    pub(crate) auth: T,
    /// The hash of the client's schema; absent for a client that was not generated.
    pub(crate) hash: Option<String>,
}

/// Reads the handshake; a client that sends no `auth` sends `{}`.
pub(crate) fn read<C: Codec, A: Adapter>(
    socket: &Arc<Socket<A>>,
    frame: &Option<Value>,
) -> Result<Handshake<C::Value>, Violation> {
    match frame {
        None => of_text::<C>("{}"),
        Some(Value::Str(text, _)) => of_text::<C>(text),
        Some(_) => {
            let Data(auth) = Data::<serde_json::Value>::from_connect_parts(socket, frame)
                .map_err(|_| wire::malformed())?;
            let cx = Cx::new();
            decode::<C, _>(auth, &cx).map_err(|_| cx.into_violation())
        }
    }
}

fn of_text<C: Codec>(text: &str) -> Result<Handshake<C::Value>, Violation> {
    let cx = Cx::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let decoded = decode::<C, _>(&mut deserializer, &cx);
    match decoded.and_then(|handshake| deserializer.end().map(|()| handshake)) {
        Ok(handshake) => Ok(handshake),
        Err(_) => Err(cx.into_violation()),
    }
}

fn decode<'de, C: Codec, D: Deserializer<'de>>(
    deserializer: D,
    cx: &Cx,
) -> Result<Handshake<C::Value>, D::Error> {
    let hash = Cell::new(None);
    let auth = C::decode(Without { inner: deserializer, hash: &hash }, cx)?;
    Ok(Handshake { auth, hash: hash.into_inner() })
}

/// A deserializer, visitor or map without the keys that begin with `$`; the hash is kept.
struct Without<'h, T> {
    inner: T,
    hash: &'h Cell<Option<String>>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Without<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(Without { inner: visitor, hash: self.hash })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_option(Without { inner: visitor, hash: self.hash })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_newtype_struct(name, Without { inner: visitor, hash: self.hash })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

macro_rules! visit_as_before {
    ($($method:ident($type:ty)),* $(,)?) => {$(
        fn $method<E: serde::de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Without<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visit_as_before!(
        visit_bool(bool),
        visit_i64(i64),
        visit_u64(u64),
        visit_f64(f64),
        visit_str(&str),
        visit_borrowed_str(&'de str),
        visit_string(String),
        visit_bytes(&[u8]),
        visit_byte_buf(Vec<u8>),
    );

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Without { inner, hash: self.hash })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Without { inner, hash: self.hash })
    }

    fn visit_seq<S: SeqAccess<'de>>(self, elements: S) -> Result<V::Value, S::Error> {
        self.inner.visit_seq(elements)
    }

    fn visit_map<M: MapAccess<'de>>(self, inner: M) -> Result<V::Value, M::Error> {
        self.inner.visit_map(Without { inner, hash: self.hash })
    }
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Without<'_, M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, M::Error> {
        loop {
            let Some(Key(key)) = self.inner.next_key::<Key<'de>>()? else { return Ok(None) };
            if !key.starts_with('$') {
                return match key {
                    Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some),
                    Cow::Owned(key) => seed.deserialize(StringDeserializer::new(key)).map(Some),
                };
            }
            let value = self.inner.next_value::<serde_json::Value>()?;
            if let (HASH_KEY, serde_json::Value::String(hash)) = (&*key, value) {
                self.hash.set(Some(hash));
            }
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, M::Error> {
        self.inner.next_value_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        None
    }
}

/// The key of a map, borrowed where it can be.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }
            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::{Json, Nullable};
    use crate::wire::Empty;

    fn seen<C: Codec>(text: &str) -> Result<(C::Value, Option<String>), Violation> {
        of_text::<C>(text).map(|Handshake { auth, hash }| (auth, hash))
    }

    #[test]
    fn own_keys_are_taken_out_and_the_hash_is_kept() {
        let text = r#"{"a":{"$b":1},"$sockgen":"00ff","$later":[{}],"\u0024x":1,"c":2.50}"#;
        let (auth, hash) = seen::<Json>(text).unwrap();
        assert_eq!(auth, serde_json::json!({ "a": { "$b": 1 }, "c": 2.5 }));
        assert_eq!(hash.as_deref(), Some("00ff"));
        let (auth, hash) = seen::<Nullable<Json>>(r#"{"$sockgen":"1","a":1}"#).unwrap();
        assert_eq!((auth, hash.as_deref()), (Some(serde_json::json!({ "a": 1 })), Some("1")));
    }

    #[test]
    fn a_schema_without_auth_still_sees_the_hash() {
        let ((), hash) = seen::<Empty>(r#"{"x":[1],"$sockgen":"1"}"#).unwrap();
        assert_eq!(hash.as_deref(), Some("1"));
        assert_eq!(seen::<Empty>("{}").unwrap(), ((), None));
    }

    #[test]
    fn a_hash_that_is_no_text_is_none() {
        for text in
            [r#"{"$sockgen":1}"#, r#"{"$sockgen":null}"#, r#"{"$Sockgen":"1"}"#, r#"["$sockgen"]"#, "7"]
        {
            assert_eq!(seen::<Json>(text).unwrap().1, None, "{text}");
        }
        assert!(seen::<Json>(r#"{"$sockgen":"1""#).is_err());
    }
}
