//! Text of several kinds.

use super::expression;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Declares types that stand for text, by what their schema says.
macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident = $schema:tt;)+) => {$(
        $(#[doc = $doc])+
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

texts! {
    /// Text. Without quotes YAML takes `2024` and `true` for something else; the language takes them for text.
    Text = { "type": ["string", "number", "boolean"] };
    /// The version of the language.
    LanguageVersion = { "const": 1 };
    /// A version as SemVer has it.
    Version = { "type": "string", "pattern": r"^\d+\.\d+\.\d+([-+].+)?$" };
    /// A number of bytes.
    Bytes = { "type": "integer", "minimum": 2 };
    /// How many messages of one connection may wait or be worked on.
    InFlight = { "type": "integer", "minimum": 1, "maximum": 65536 };
    /// How many in which time.
    Rate = { "type": "string", "pattern": r"^\d+/\d*(ms|s|m|h)$" };
    /// A time with its unit.
    Time = { "type": "string", "pattern": r"^\d+(ms|s|m|h)$" };
    /// A template of names.
    Template = {
        "type": ["string", "number", "boolean"],
        "pattern": r"^[^{}]*(\{[^{}:]+:[^{}]+\}[^{}]*)*$"
    };
    /// The name of a kind of room.
    RoomName = { "type": ["string", "number", "boolean"], "anyOf": [{}] };
    /// The name of an event that clients send.
    EventName = { "type": ["string", "number", "boolean"], "anyOf": [{}] };
    /// The name of a way of writing acks.
    StyleName = { "type": ["string", "number", "boolean"], "anyOf": [{}] };
    /// A value that is taken as it stands.
    Anything = {};
}

/// A type as text.
pub(super) struct TypeText;

impl JsonSchema for TypeText {
    fn schema_name() -> Cow<'static, str> {
        "TypeText".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // What is proposed stands beside what is right, so that a mistake is not told to be one of the proposals.
        json_schema!({
            "type": "string",
            "pattern": expression::pattern(),
            "patternErrorMessage": "types look like `string(1..=64)`, `list<User>`, `User[]`, `enum(a | b)` or `User | null`",
            "anyOf": [{}],
        })
    }
}
