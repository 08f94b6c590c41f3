//! The way into a [`Buffered`] from a type of the application's own, and from there into a format.

use std::fmt;

use bytes::Bytes;
use serde::ser::{self, SerializeMap as _};
use serde::{Serialize, Serializer};

use super::buffered::Buffered;

/// A value as it serializes itself, as JSON would have it, with its binary data.
pub(super) fn buffer<T: Serialize + ?Sized>(value: &T) -> Result<Buffered, Failed> {
    value.serialize(IntoBuffer)
}

/// A type of the application's own did not serialize itself. What it said stays with it.
#[derive(Debug)]
pub(super) struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not serializable")
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct IntoBuffer;

macro_rules! scalars {
    ($($method:ident $type:ty => $variant:ident;)*) => { $(
        fn $method(self, value: $type) -> Result<Buffered, Failed> {
            Ok(Buffered::$variant(value.into()))
        }
    )* };
}

impl Serializer for IntoBuffer {
    type Ok = Buffered;
    type Error = Failed;
    type SerializeSeq = Array;
    type SerializeTuple = Array;
    type SerializeTupleStruct = Array;
    type SerializeTupleVariant = Array;
    type SerializeMap = Object;
    type SerializeStruct = Object;
    type SerializeStructVariant = Object;

    scalars! {
        serialize_bool bool => Bool;
        serialize_i8 i8 => I64; serialize_i16 i16 => I64; serialize_i32 i32 => I64; serialize_i64 i64 => I64;
        serialize_u8 u8 => U64; serialize_u16 u16 => U64; serialize_u32 u32 => U64; serialize_u64 u64 => U64;
        serialize_f32 f32 => F32; serialize_f64 f64 => F64;
        serialize_char char => Text; serialize_str &str => Text;
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Buffered, Failed> {
        Ok(Buffered::Binary(Bytes::copy_from_slice(value)))
    }

    fn serialize_none(self) -> Result<Buffered, Failed> {
        Ok(Buffered::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Buffered, Failed> {
        buffer(value)
    }

    fn serialize_unit(self) -> Result<Buffered, Failed> {
        Ok(Buffered::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Buffered, Failed> {
        Ok(Buffered::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Buffered, Failed> {
        Ok(Buffered::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Buffered, Failed> {
        buffer(value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Buffered, Failed> {
        Ok(Buffered::Object(vec![(variant.to_owned(), buffer(value)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Array, Failed> {
        Ok(Array { variant: None, items: Vec::new() })
    }

    fn serialize_tuple(self, _: usize) -> Result<Array, Failed> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Array, Failed> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Array, Failed> {
        Ok(Array { variant: Some(variant), items: Vec::new() })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object, Failed> {
        Ok(Object { variant: None, key: String::new(), entries: Vec::new() })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, Failed> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object, Failed> {
        Ok(Object { variant: Some(variant), key: String::new(), entries: Vec::new() })
    }
}

/// What a variant with several values looks like: an object with the variant as its key.
fn under(variant: Option<&'static str>, value: Buffered) -> Buffered {
    match variant {
        None => value,
        Some(variant) => Buffered::Object(vec![(variant.to_owned(), value)]),
    }
}

struct Array {
    variant: Option<&'static str>,
    items: Vec<Buffered>,
}

impl Array {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.items.push(buffer(value)?);
        Ok(())
    }

    fn finish(self) -> Buffered {
        under(self.variant, Buffered::Array(self.items))
    }
}

macro_rules! arrays {
    ($($trait:ident $method:ident;)*) => { $(
        impl ser::$trait for Array {
            type Ok = Buffered;
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
                self.push(value)
            }

            fn end(self) -> Result<Buffered, Failed> {
                Ok(self.finish())
            }
        }
    )* };
}

arrays! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

struct Object {
    variant: Option<&'static str>,
    key: String,
    entries: Vec<(String, Buffered)>,
}

impl ser::SerializeMap for Object {
    type Ok = Buffered;
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        // As JSON does it: numbers and truth values become texts.
        self.key = match buffer(key)? {
            Buffered::Text(key) => key,
            Buffered::Bool(key) => key.to_string(),
            Buffered::I64(key) => key.to_string(),
            Buffered::U64(key) => key.to_string(),
            _ => return Err(Failed),
        };
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.entries.push((std::mem::take(&mut self.key), buffer(value)?));
        Ok(())
    }

    fn end(self) -> Result<Buffered, Failed> {
        Ok(under(self.variant, Buffered::Object(self.entries)))
    }
}

macro_rules! objects {
    ($($trait:ident;)*) => { $(
        impl ser::$trait for Object {
            type Ok = Buffered;
            type Error = Failed;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Failed> {
                self.entries.push((key.to_owned(), buffer(value)?));
                Ok(())
            }

            fn end(self) -> Result<Buffered, Failed> {
                Ok(under(self.variant, Buffered::Object(self.entries)))
            }
        }
    )* };
}

objects! {
    SerializeStruct;
    SerializeStructVariant;
}

impl Serialize for Buffered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Buffered::Null => serializer.serialize_unit(),
            Buffered::Bool(value) => serializer.serialize_bool(*value),
            Buffered::I64(value) => serializer.serialize_i64(*value),
            Buffered::U64(value) => serializer.serialize_u64(*value),
            Buffered::F32(value) => serializer.serialize_f32(*value),
            Buffered::F64(value) => serializer.serialize_f64(*value),
            Buffered::Text(value) => serializer.serialize_str(value),
            Buffered::Binary(value) => serializer.serialize_bytes(value),
            Buffered::Array(items) => serializer.collect_seq(items),
            Buffered::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
