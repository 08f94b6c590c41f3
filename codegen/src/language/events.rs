//! Events.

#![allow(dead_code, reason = "these types are there for their shape")]

use super::file::{Lint, Targets, extensible};
use super::text::{Anything, Bytes, Rate, StyleName, Text, Time, TypeText};
use super::types::{Deprecated, Type, shapes};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;
use std::borrow::Cow;

pub(super) type Duration = Time;

/// What holds for the keys of both directions.
fn event(schema: &mut Schema) {
    extensible(schema);
    schema.insert("not".to_owned(), json!({ "required": ["data", "args"] }));
    schema.insert("dependencies".to_owned(), json!({ "error": ["ack"] }));
}

#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", transform = event)]
struct ClientKeys {
    /// What it asks for.
    doc: Option<Text>,
    /// The name of the method with which a TypeScript client sends it.
    method: Option<Text>,
    /// What it carries: a type, or `raw` for any arguments. Without `data` and `args` it carries nothing.
    data: Option<Data>,
    /// What it carries, as several Socket.IO arguments with names: `args: [{ id: uuid }, { at: u32 }]`.
    args: Option<Args>,
    /// What it is answered with: a type, `none` for an answer without data, `raw` for any.
    ack: Option<Ack>,
    /// What it is refused with.
    error: Option<Type>,
    /// The way in which its answers are written, one of those under `acks`.
    ack_style: Option<StyleName>,
    /// Its name in code, where the one made from its name on the wire does not fit.
    name: Option<Text>,
    /// A payload that fits.
    example: Option<Anything>,
    /// The most bytes of its arguments as JSON, with its attachments: `65536`.
    max_bytes: Option<Bytes>,
    /// How many of it a socket may send in which time: `20/s`.
    rate: Option<Rate>,
    /// How long the client waits for the answer, and the handler may take: `3s`.
    ack_timeout: Option<Duration>,
    /// Whether the next event of a socket waits until this one is handled.
    ordered: Option<bool>,
    /// Whether unknown fields and further arguments are refused.
    strict: Option<bool>,
    /// Whether it may be lost while there is no connection.
    volatile: Option<bool>,
    /// That it is on its way out.
    deprecated: Option<Deprecated>,
    /// Rules that are silent, or louder, here.
    lint: Option<Lint>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", transform = event)]
struct ServerKeys {
    /// What it tells.
    doc: Option<Text>,
    /// What it carries: a type, or `raw` for any arguments. Without `data` and `args` it carries nothing.
    data: Option<Data>,
    /// What it carries, as several Socket.IO arguments with names: `args: [{ id: uuid }, { at: u32 }]`.
    args: Option<Args>,
    /// What clients answer it with: a type, `none` for an answer without data, `raw` for any.
    ack: Option<Ack>,
    /// What clients refuse it with.
    error: Option<Type>,
    /// The way in which its answers are written, one of those under `acks`.
    ack_style: Option<StyleName>,
    /// Its name in code, where the one made from its name on the wire does not fit.
    name: Option<Text>,
    /// A payload that fits.
    example: Option<Anything>,
    /// How long the server waits for the answer: `3s`.
    ack_timeout: Option<Duration>,
    /// Whether it may be lost while there is no connection.
    volatile: Option<bool>,
    /// The kinds of rooms it may be sent to. Without it, it may be sent to anything.
    to: Option<Targets>,
    /// That it is on its way out.
    deprecated: Option<Deprecated>,
    /// Rules that are silent, or louder, here.
    lint: Option<Lint>,
}

shapes! {
    /// An event that clients send: the type of its payload, or its keys.
    ClientEvent(generator) = {
        "anyOf": [generator.subschema_for::<TypeText>(), generator.subschema_for::<ClientKeys>()]
    };
    /// An event that the server sends: the type of its payload, or its keys.
    ServerEvent(generator) = {
        "anyOf": [generator.subschema_for::<TypeText>(), generator.subschema_for::<ServerKeys>()]
    };
    /// What an event carries. For nothing, `data` is left out: `none` is only a word of `ack`.
    Data(generator) = {
        "allOf": [generator.subschema_for::<Type>()],
        "anyOf": [{ "const": "raw", "description": "Any arguments of any number, untyped." }, {}],
        "not": { "const": "none" },
    };
    /// What an event is answered with. Its words are read as types by their spelling alone.
    Ack(generator) = {
        "allOf": [generator.subschema_for::<Type>()],
        "anyOf": [
            { "const": "none", "description": "An answer without data." },
            { "const": "raw", "description": "Any answer, untyped." },
            {},
        ],
    };
}

/// Arguments, each with a name.
struct Args;

impl JsonSchema for Args {
    fn schema_name() -> Cow<'static, str> {
        "Args".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": generator.subschema_for::<Type>(),
            },
        })
    }
}
