//! The tag of a union: the text that tells the members apart.

use serde::de::{self, DeserializeSeed, Visitor};
use serde::{Deserializer, Serializer};

use super::super::choice::unknown_message;
use super::super::visit::{expecting, refuse_kinds};
use super::super::{Cx, Json, Step, ViolationKind};
use super::{Raw, Union};

/// What a tag says.
pub(super) enum Tag {
    /// The index of a member.
    Known(usize),
    /// A text that no member has, in an open union.
    Unknown(String),
}

impl Tag {
    /// The index by which a generated type is asked.
    pub(super) fn index(&self) -> usize {
        match self {
            Tag::Known(index) => *index,
            Tag::Unknown(_) => usize::MAX,
        }
    }
}

/// Reads a tag. What is wrong with it is at its key.
pub(super) struct ReadTag<'c> {
    cx: &'c Cx,
    variants: &'static [&'static str],
    open: bool,
}

impl<'c> ReadTag<'c> {
    pub(super) fn of<T: Union>(cx: &'c Cx) -> Self {
        Self { cx, variants: T::VARIANTS, open: T::OPEN }
    }

    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("string", got)
    }
}

impl<'de> DeserializeSeed<'de> for ReadTag<'_> {
    type Value = Tag;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tag, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ReadTag<'_> {
    type Value = Tag;
    expecting!("string");
    refuse_kinds!(bool, number, binary, null, array, object);

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Tag, E> {
        match self.variants.iter().position(|variant| *variant == text) {
            Some(index) => Ok(Tag::Known(index)),
            None if self.open => Ok(Tag::Unknown(text.to_owned())),
            None => Err(self.cx.refuse(ViolationKind::Enum, unknown_message(self.variants))),
        }
    }
}

#[cold]
pub(super) fn missing<E: de::Error>(key: &'static str, cx: &Cx) -> E {
    let error = cx.refuse(ViolationKind::Missing, "missing");
    cx.at(Step::Field(key));
    error
}

#[cold]
pub(super) fn twice<E: de::Error>(key: &'static str, cx: &Cx) -> E {
    let error = cx.refuse(ViolationKind::Duplicate, "this field stands twice");
    cx.at(Step::Field(key));
    error
}

/// Writes a member that the schema does not know. One whose tag it does know would go past everything that the schema
/// says of that member.
pub(super) fn write_unknown<T: Union, S: Serializer>(
    raw: &Raw,
    serializer: S,
    cx: &Cx,
) -> Result<S::Ok, S::Error> {
    let wrong = match raw.get(T::TAG) {
        None => Some((ViolationKind::Missing, "missing")),
        Some(serde_json::Value::String(tag)) if T::VARIANTS.contains(&tag.as_str()) => {
            Some((ViolationKind::Enum, "must be none of the members that the schema has"))
        }
        Some(serde_json::Value::String(_)) => None,
        Some(_) => Some((ViolationKind::WrongType, "expected string")),
    };
    if let Some((kind, message)) = wrong {
        let error = cx.refuse_to_send(kind, message);
        cx.at(Step::Field(T::TAG));
        return Err(error);
    }
    Json::encode_object(raw, serializer, cx)
}
