//! What of a value that came as JSON can be looked at without validators: which kind of JSON it is, and which keys an
//! object has.

use super::docs::listed;
use super::layout::{Doc, bracketed, text};
use crate::escape_ts::string;
use sockgen_schema::model::{Builtin, EnumRepr, Model, Tagging, Type, TypeKind, Union};
use std::collections::BTreeSet;

/// What a value is seen to be without validators: its kinds of JSON, and the keys that an object must have.
#[derive(Debug, Default)]
pub(super) struct Seen<'m> {
    kinds: BTreeSet<Kind>,
    /// Those that each object has. In the order of the schema.
    keys: Vec<&'m str>,
}

/// A kind of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Null,
    String,
    Number,
    Boolean,
    Array,
    Object,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Null, Self::String, Self::Number, Self::Boolean, Self::Array, Self::Object];

    /// What `kindOf` says.
    fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

impl<'m> Seen<'m> {
    pub(super) fn of(model: &'m Model, ty: &'m Type) -> Self {
        match ty {
            Type::Nullable(inner) => Self::of(model, inner).or(Self::kind(Kind::Null)),
            Type::List { .. } | Type::Tuple(_) => Self::kind(Kind::Array),
            Type::Map { .. } => Self::kind(Kind::Object),
            Type::Builtin { builtin, .. } => Self::of_builtin(*builtin),
            // Resolution refuses aliases that lead back to themselves, so this ends.
            Type::Named { id, .. } => match &model.type_def(*id).kind {
                TypeKind::Alias(target) | TypeKind::Brand(target) => Self::of(model, target),
                TypeKind::External(external) => Self::of(model, &external.json),
                TypeKind::Enum { repr: EnumRepr::Text, .. } => Self::kind(Kind::String),
                TypeKind::Enum { repr: EnumRepr::Number, .. } => Self::kind(Kind::Number),
                TypeKind::Object(fields) => {
                    Self::object(fields.iter().filter(|field| !field.optional).map(|field| &*field.wire))
                }
                TypeKind::Union(union) => Self::of_union(model, union),
            },
        }
    }

    fn of_union(model: &'m Model, union: &'m Union) -> Self {
        match &union.tagging {
            Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => Self::object([tag.as_str()]),
            Tagging::Untagged => {
                let member = |ty| Self::of(model, ty);
                let members =
                    union.members.iter().map(|one| one.ty.as_ref().map_or(Self::kind(Kind::Null), member));
                members.reduce(Self::or).unwrap_or_default()
            }
        }
    }

    fn of_builtin(builtin: Builtin) -> Self {
        match builtin {
            // An attachment is an object in its place.
            Builtin::Bytes => Self::kind(Kind::Object),
            Builtin::Json => Seen { kinds: Kind::ALL.into(), keys: Vec::new() },
            _ => Self::kind(match builtin.row().typescript {
                "boolean" => Kind::Boolean,
                "number" => Kind::Number,
                _ => Kind::String,
            }),
        }
    }

    fn kind(kind: Kind) -> Self {
        Seen { kinds: [kind].into(), keys: Vec::new() }
    }

    fn object(keys: impl IntoIterator<Item = &'m str>) -> Self {
        Seen { kinds: [Kind::Object].into(), keys: keys.into_iter().collect() }
    }

    /// What is either: an object has the keys that both ask for.
    fn or(mut self, mut other: Self) -> Self {
        if other.kinds.contains(&Kind::Object) {
            match self.kinds.contains(&Kind::Object) {
                true => self.keys.retain(|key| other.keys.contains(key)),
                false => self.keys = std::mem::take(&mut other.keys),
            }
        }
        self.kinds.extend(other.kinds);
        self
    }

    pub(super) fn is_object(&self) -> bool {
        self.kinds.iter().eq([&Kind::Object])
    }

    fn is_anything(&self) -> bool {
        self.kinds.len() == Kind::ALL.len() && self.keys.is_empty()
    }

    pub(super) fn asks_for_keys(&self) -> bool {
        !self.keys.is_empty()
    }

    pub(super) fn asks_for_kinds(&self) -> bool {
        !self.is_anything() && self.kinds.iter().any(|kind| *kind != Kind::Object || self.keys.is_empty())
    }

    /// `kindOf(json) === "null" || hasKeys(json, "code")`, between parentheses.
    pub(super) fn condition(&self) -> Vec<Doc<'m>> {
        if self.is_anything() {
            return vec![text("json !== undefined")];
        }
        let mut condition = Vec::new();
        for kind in &self.kinds {
            if !condition.is_empty() {
                condition.extend([text(" ||"), Doc::Line]);
            }
            condition.push(match kind {
                Kind::Object if self.asks_for_keys() => {
                    let keys = self.keys.iter().map(|key| text(string(key)));
                    let arguments = [text("json")].into_iter().chain(keys).collect();
                    bracketed("hasKeys(", arguments, ",", ")")
                }
                kind => text(format!("kindOf(json) === {}", string(kind.name()))),
            });
        }
        condition
    }

    /// In words, behind "the message is".
    pub(super) fn said(&self) -> String {
        if self.is_anything() {
            return "any JSON".to_owned();
        }
        let mut said: Vec<String> = Vec::new();
        for kind in &self.kinds {
            said.push(match kind {
                Kind::Null => "`null`".to_owned(),
                Kind::Object if self.asks_for_keys() => {
                    format!("a JSON object with {}", listed(self.keys.iter().copied()))
                }
                kind => format!("a JSON {}", kind.name()),
            });
        }
        said.join(" or ")
    }
}
