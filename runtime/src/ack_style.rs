//! How results look on the wire where a schema says so itself (`acks:`), for servers and clients that were there first.
//!
//! A style is data: three shapes, which are written and read by the two functions here. The standard style is written by
//! code of its own in `ack.rs`, since nearly every ack has it.

use std::any::TypeId;
use std::collections::BTreeMap;

use serde::de::IntoDeserializer as _;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::fault::{Fault, FaultCode};
use crate::payload::{Codec, Cx, RawValue, Violation, ViolationKind};
use crate::wire::{Never, Sending};

/// A way of writing acks.
#[derive(Debug)]
pub struct AckStyle {
    /// What an answer is.
    pub ok: Shape,
    /// What a declared error is; `None` where the style cannot say one.
    pub error: Option<Shape>,
    /// What a fault is; `None` where it stays unanswered.
    pub fault: Option<Shape>,
    standard: bool,
}

/// A value with places for what is answered.
#[derive(Debug)]
pub enum Shape {
    /// A place.
    Slot(Slot),
    /// A value as it stands.
    Const(Const),
    /// An object.
    Object(&'static [Entry]),
}

/// A value that is always the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Const {
    /// `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// A text.
    Str(&'static str),
}

/// A part of an object.
#[derive(Debug)]
pub enum Entry {
    /// A key and its value.
    Key(&'static str, Shape),
    /// The fields of what belongs in a place, among the others.
    Spread(Slot),
}

/// What a place is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The answer.
    Data,
    /// The declared error.
    Error,
    /// The whole fault.
    Fault,
    /// A fault's code.
    Code,
    /// A fault's message.
    Message,
}

impl AckStyle {
    /// `{ok: true, data}`, `{ok: false, error}`, `{ok: false, fault}`.
    pub const STANDARD: Self = Self {
        ok: Shape::Object(&[Entry::Key("ok", Shape::Const(Const::Bool(true))), slot("data", Slot::Data)]),
        error: Some(Shape::Object(&[FAILED, slot("error", Slot::Error)])),
        fault: Some(Shape::Object(&[FAILED, slot("fault", Slot::Fault)])),
        standard: true,
    };

    /// A style of a schema's own.
    pub const fn new(ok: Shape, error: Option<Shape>, fault: Option<Shape>) -> Self {
        Self { ok, error, fault, standard: false }
    }

    pub(crate) const fn is_standard(&self) -> bool {
        self.standard
    }
}

const FAILED: Entry = Entry::Key("ok", Shape::Const(Const::Bool(false)));

const fn slot(key: &'static str, slot: Slot) -> Entry {
    Entry::Key(key, Shape::Slot(slot))
}

// ---- writing -------------------------------------------------------------------------------------------------------

/// What stands in the places of a shape.
pub(crate) trait Slots {
    fn write<S: Serializer>(&self, slot: Slot, serializer: S) -> Result<S::Ok, S::Error>;
}

impl<C: Codec> Slots for Sending<'_, C> {
    fn write<S: Serializer>(&self, _: Slot, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl Slots for Fault {
    fn write<S: Serializer>(&self, slot: Slot, serializer: S) -> Result<S::Ok, S::Error> {
        match slot {
            Slot::Code => self.code.serialize(serializer),
            Slot::Message => serializer.serialize_str(&self.message),
            Slot::Data | Slot::Error | Slot::Fault => self.serialize(serializer),
        }
    }
}

/// A shape with its places filled in.
pub(crate) struct Filled<'a, T> {
    pub(crate) shape: &'a Shape,
    pub(crate) slots: &'a T,
}

impl<T: Slots> Serialize for Filled<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.shape {
            Shape::Slot(slot) => self.slots.write(*slot, serializer),
            Shape::Const(value) => match *value {
                Const::Null => serializer.serialize_unit(),
                Const::Bool(value) => serializer.serialize_bool(value),
                Const::Int(value) => serializer.serialize_i64(value),
                Const::Float(value) => serializer.serialize_f64(value),
                Const::Str(value) => serializer.serialize_str(value),
            },
            Shape::Object(entries) => {
                // Without a length: how many fields a spread brings is known when it has brought them.
                let spreads = entries.iter().any(|entry| matches!(entry, Entry::Spread(_)));
                let mut map = serializer.serialize_map((!spreads).then_some(entries.len()))?;
                for entry in *entries {
                    match entry {
                        Entry::Key(key, shape) => {
                            map.serialize_entry(key, &Filled { shape, slots: self.slots })?;
                        }
                        Entry::Spread(slot) => self.slots.write(*slot, Spread(&mut map))?,
                    }
                }
                map.end()
            }
        }
    }
}

/// Writes the fields of an object into a map that is open already. Null brings none.
struct Spread<'m, M>(&'m mut M);

impl<M: SerializeMap> SerializeMap for Spread<'_, M> {
    type Ok = ();
    type Error = M::Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), M::Error> {
        self.0.serialize_key(key)
    }
    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), M::Error> {
        self.0.serialize_value(value)
    }
    fn end(self) -> Result<(), M::Error> {
        Ok(())
    }
}

impl<M: SerializeMap> SerializeStruct for Spread<'_, M> {
    type Ok = ();
    type Error = M::Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        self.0.serialize_entry(key, value)
    }
    fn end(self) -> Result<(), M::Error> {
        Ok(())
    }
}

macro_rules! no_object {
    ($($method:ident($($argument:ty),*)),* $(,)?) => {$(
        fn $method(self, $(_: $argument),*) -> Result<(), M::Error> {
            Err(M::Error::custom("only an object can be spread"))
        }
    )*};
}

macro_rules! no_object_either {
    ($($method:ident($($argument:ty),*) -> $compound:ident),* $(,)?) => {$(
        fn $method(self, $(_: $argument),*) -> Result<Self::$compound, M::Error> {
            Err(M::Error::custom("only an object can be spread"))
        }
    )*};
}

impl<M: SerializeMap> Serializer for Spread<'_, M> {
    type Ok = ();
    type Error = M::Error;
    type SerializeSeq = Impossible<(), M::Error>;
    type SerializeTuple = Impossible<(), M::Error>;
    type SerializeTupleStruct = Impossible<(), M::Error>;
    type SerializeTupleVariant = Impossible<(), M::Error>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), M::Error>;

    no_object!(
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
        serialize_unit_variant(&'static str, u32, &'static str),
    );
    no_object_either!(
        serialize_seq(Option<usize>) -> SerializeSeq,
        serialize_tuple(usize) -> SerializeTuple,
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant,
    );

    fn serialize_none(self) -> Result<(), M::Error> {
        Ok(())
    }
    fn serialize_unit(self) -> Result<(), M::Error> {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), M::Error> {
        Ok(())
    }
    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), M::Error> {
        value.serialize(self)
    }
    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), M::Error> {
        Err(M::Error::custom("only an object can be spread"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, M::Error> {
        Ok(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, M::Error> {
        Ok(self)
    }
}

// ---- reading -------------------------------------------------------------------------------------------------------

/// What a client's answer says. `K` is the codec of the answer, `E` of the declared error, of which there may be none.
pub(crate) enum Answered<K: Codec, E: Codec> {
    Ok(K::Value),
    Declared(E::Value),
    Fault(Fault),
    Invalid(Violation),
}

/// Reads a client's answer. A shape is only tried where the ones before it do not fit: a bare `$data` takes everything,
/// so it comes last.
pub(crate) fn read<K: Codec, E: Codec>(style: &AckStyle, answer: &RawValue) -> Answered<K, E> {
    let has_error = TypeId::of::<E>() != TypeId::of::<Never>();
    if let Some(shape) = style.error.as_ref().filter(|_| has_error)
        && let Some(found) = Found::of(shape, answer)
        && let Some(error) = found.slot(Slot::Error)
    {
        return decode::<E>(error).map_or_else(Answered::Invalid, Answered::Declared);
    }
    if let Some(fault) = style.fault.as_ref().and_then(|shape| Found::of(shape, answer)).and_then(fault) {
        return Answered::Fault(fault);
    }
    let Some(found) = Found::of(&style.ok, answer) else {
        let message = "the answer has none of the shapes that the schema gives it";
        return Answered::Invalid(Violation::new(ViolationKind::WrongType, message));
    };
    let data = found.slot(Slot::Data).unwrap_or(&RawValue::Null);
    decode::<K>(data).map_or_else(Answered::Invalid, Answered::Ok)
}

pub(crate) fn decode<C: Codec>(value: &RawValue) -> Result<C::Value, Violation> {
    let cx = Cx::new();
    C::decode(value.into_deserializer(), &cx).map_err(|_| cx.into_violation())
}

fn fault(found: Found<'_>) -> Option<Fault> {
    let whole = found.slot(Slot::Fault);
    let part = |slot, key| found.slot(slot).or_else(|| whole?.get(key)).and_then(RawValue::as_str);
    let (code, message) = (part(Slot::Code, "code"), part(Slot::Message, "message"));
    if code.is_none() && message.is_none() {
        return None;
    }
    Some(Fault {
        // One that a later version has is none that this one could tell apart.
        code: code.and_then(FaultCode::from_wire).unwrap_or(FaultCode::Internal),
        message: message.unwrap_or_default().to_owned().into(),
        path: whole.and_then(|whole| whole.get("path")).and_then(RawValue::as_str).map(str::to_owned),
    })
}

/// What stands in the places of an answer that has a shape.
#[derive(Default)]
struct Found<'a> {
    slots: Vec<(Slot, &'a RawValue)>,
    /// The fields of an object without those that the shape has of its own.
    spread: Option<(Slot, RawValue)>,
}

impl<'a> Found<'a> {
    fn of(shape: &Shape, value: &'a RawValue) -> Option<Self> {
        let mut found = Self::default();
        found.fits(shape, value).then_some(found)
    }

    fn slot(&self, wanted: Slot) -> Option<&RawValue> {
        let slot = self.slots.iter().find(|(slot, _)| *slot == wanted).map(|(_, value)| *value);
        slot.or_else(|| self.spread.as_ref().filter(|(slot, _)| *slot == wanted).map(|(_, value)| value))
    }

    fn fits(&mut self, shape: &Shape, value: &'a RawValue) -> bool {
        match shape {
            Shape::Slot(slot) => {
                self.slots.push((*slot, value));
                true
            }
            Shape::Const(constant) => constant.is(value),
            Shape::Object(entries) => {
                let RawValue::Object(fields) = value else { return false };
                entries.iter().all(|entry| match entry {
                    Entry::Key(key, shape) => match (shape, fields.get(*key)) {
                        (shape, Some(value)) => self.fits(shape, value),
                        // An answer without data may leave its key out.
                        (Shape::Slot(Slot::Data), None) => true,
                        (_, None) => false,
                    },
                    Entry::Spread(slot) => {
                        let own = |name: &String| {
                            entries.iter().any(|entry| matches!(entry, Entry::Key(key, _) if key == name))
                        };
                        let rest: BTreeMap<_, _> = fields
                            .iter()
                            .filter(|(name, _)| !own(name))
                            .map(|(name, value)| (name.clone(), value.clone()))
                            .collect();
                        self.spread = Some((*slot, RawValue::Object(rest)));
                        true
                    }
                })
            }
        }
    }
}

impl Const {
    fn is(self, value: &RawValue) -> bool {
        match (self, value) {
            (Self::Null, RawValue::Null) => true,
            (Self::Bool(wanted), RawValue::Bool(value)) => wanted == *value,
            (Self::Str(wanted), RawValue::String(value)) => wanted == value,
            // 1 and 1.0 are one number to JavaScript.
            (Self::Int(wanted), RawValue::Number(value)) => value.as_f64() == Some(wanted as f64),
            (Self::Float(wanted), RawValue::Number(value)) => value.as_f64() == Some(wanted),
            _ => false,
        }
    }
}
