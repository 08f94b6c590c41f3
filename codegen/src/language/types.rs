//! Types in all of their forms.

#![allow(dead_code, reason = "these types are there for their shape")]

use super::file::{Lint, Several, extensible};
use super::text::{Anything, Text, TypeText};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// One of these makes a mapping a long form, if all of its keys are those of one.
const HEADS: &[(&str, &str)] = &[
    ("type", "The type, with bounds, an example or the like beside it."),
    ("fields", "The fields of an object."),
    ("enum", "The values of an enum."),
    ("union", "The members of a union."),
    ("brand", "A type of its own in both languages."),
    ("external", "A type of the application's own."),
];

fn a_head() -> Vec<Value> {
    HEADS.iter().map(|(head, _)| json!({ "required": [head] })).collect()
}

/// Whether a mapping is a long form.
fn is_long_form() -> Value {
    json!({
        "type": "object",
        "propertyNames": { "pattern": concat!(
            "^(type|fields|enum|union|tag|content|open|brand|external|include|of|doc|example|default|deprecated",
            "|min|max|pattern|lint|x-.*)$",
        ) },
        "anyOf": a_head(),
    })
}

/// A type: text such as `string(1..=64)`, `list<User>` or `User | null`, an inline object, a tuple, or a long form with
/// one of `type`, `fields`, `enum`, `union`, `brand` and `external`.
pub(super) struct Type;

impl JsonSchema for Type {
    fn schema_name() -> Cow<'static, str> {
        "Type".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                generator.subschema_for::<TypeText>(),
                generator.subschema_for::<LongForm>(),
                generator.subschema_for::<InlineObject>(),
                generator.subschema_for::<Tuple>(),
            ]
        })
    }
}

/// Types one behind the other.
struct Tuple;

impl JsonSchema for Tuple {
    fn schema_name() -> Cow<'static, str> {
        "Tuple".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "minItems": 2, "items": generator.subschema_for::<Type>() })
    }
}

/// Fields by their names: `{ id: uuid, name?: string }`.
struct InlineObject;

impl JsonSchema for InlineObject {
    fn schema_name() -> Cow<'static, str> {
        "InlineObject".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let field = generator.subschema_for::<Type>();
        // A list under one of these was meant as a long form's.
        let no_list = json!({ "allOf": [field, { "not": { "type": "array" } }] });
        // An empty mapping is read as this one, and editors propose the keys of what they read.
        let head = |(name, what): &(&str, &str)| {
            let text = format!("{what} Beside keys that no long form has, a field of this name.");
            ((*name).to_owned(), json!({ "allOf": [field], "description": text }))
        };
        let heads: serde_json::Map<String, Value> = HEADS.iter().map(head).collect();
        json_schema!({
            "type": "object",
            "not": is_long_form(),
            "properties": heads,
            "patternProperties": { "^(enum|union|include)$": no_list },
            "additionalProperties": field,
        })
    }
}

/// What holds between the keys of a long form.
fn long_form(schema: &mut Schema) {
    extensible(schema);
    let one_of = |keys: &[&str]| -> Value { keys.iter().map(|key| json!({ "required": [key] })).collect() };
    let beside = |keys: &[&str]| json!({ "anyOf": one_of(keys) });
    schema.insert("oneOf".to_owned(), a_head().into());
    schema.insert(
        "dependencies".to_owned(),
        json!({
            "open": beside(&["enum", "union"]),
            "tag": beside(&["union"]),
            "content": { "required": ["union", "tag"] },
            "of": beside(&["type"]),
            "include": beside(&["fields"]),
            "min": beside(&["type", "brand"]),
            "max": beside(&["type", "brand"]),
            "pattern": beside(&["type", "brand"]),
        }),
    );
    schema.insert(
        "allOf".to_owned(),
        json!([
            {
                "if": { "properties": { "type": { "enum": ["list", "map"] } }, "required": ["type"] },
                "then": { "required": ["of"] },
                "else": { "not": { "required": ["of"] } },
            },
            {
                "if": { "required": ["union", "tag"] },
                "then": { "properties": { "union": { "type": "object" } } },
                "else": { "properties": { "union": { "type": "array" } } },
            },
        ]),
    );
}

/// A type with what else there is to say of it.
#[derive(JsonSchema)]
#[schemars(transform = long_form)]
struct LongForm {
    /// The type; or `list` or `map`, with the type of what it holds under `of`.
    #[schemars(rename = "type")]
    ty: Option<Head>,
    /// A type of its own in both languages, which is the named one on the wire.
    brand: Option<Type>,
    /// A type of the application's own, in Rust, in TypeScript or in both.
    external: Option<External>,
    /// The objects whose fields this one has as well.
    include: Option<Several<Text>>,
    /// The fields of an object. A name that ends in `?` may be absent.
    fields: Option<Fields>,
    /// The values: a list, or a mapping from each to its documentation.
    #[schemars(rename = "enum")]
    values: Option<Values>,
    /// The field that says which member is there.
    tag: Option<Text>,
    /// The field that holds the member. Without it the member's fields stand beside the tag.
    content: Option<Text>,
    /// Whether values that are not listed are let through.
    open: Option<bool>,
    /// The members: a mapping from tags to types beside a `tag`, a list of types without one.
    union: Option<Members>,
    /// The type of what a list or a map holds.
    of: Option<Type>,
    /// The least length or value.
    min: Option<f64>,
    /// The greatest length or value.
    max: Option<f64>,
    /// What the text must match: a regular expression that means the same in Rust and in JavaScript.
    pattern: Option<Text>,
    /// The value where none is sent.
    default: Option<Anything>,
    /// A value that fits.
    example: Option<Anything>,
    /// That it is on its way out.
    deprecated: Option<Deprecated>,
    /// What it is.
    doc: Option<Text>,
    /// Rules that are silent, or louder, here.
    lint: Option<Lint>,
}

/// Declares types whose schema says all there is to say of them.
macro_rules! shapes {
    ($($(#[doc = $doc:literal])+ $name:ident($generator:ident) = $schema:tt;)+) => {$(
        $(#[doc = $doc])+
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}
pub(super) use shapes;

shapes! {
    /// The type; or `list` or `map`, with the type of what it holds under `of`.
    Head(generator) = {
        "anyOf": [
            { "enum": ["list", "map"] },
            generator.subschema_for::<Type>(),
        ]
    };
    /// Fields by their names.
    Fields(generator) = {
        "type": ["null", "object"],
        "additionalProperties": generator.subschema_for::<Type>(),
    };
    /// The values of an enum.
    Values(generator) = {
        "anyOf": [
            { "type": "array", "minItems": 1, "items": { "type": ["string", "number"] } },
            {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": { "anyOf": [{ "type": "null" }, generator.subschema_for::<Text>()] },
            },
        ]
    };
    /// The members of a union.
    Members(generator) = {
        "anyOf": [
            { "type": "object", "minProperties": 1, "additionalProperties": generator.subschema_for::<Type>() },
            { "type": "array", "minItems": 1, "items": generator.subschema_for::<Type>() },
        ]
    };
    /// That something is on its way out: `true`, why, or `{ since: 2.0.0, use: other }`.
    Deprecated(generator) = {
        "anyOf": [
            generator.subschema_for::<Text>(),
            generator.subschema_for::<DeprecatedKeys>(),
        ]
    };
}

#[derive(JsonSchema)]
#[schemars(transform = super::file::closed)]
struct DeprecatedKeys {
    /// The version in which it became so.
    since: Option<Text>,
    /// What to use instead.
    #[schemars(rename = "use")]
    instead: Option<Text>,
}

/// A type of the application's own.
#[derive(JsonSchema)]
#[schemars(transform = external)]
struct External {
    /// The path of the Rust type: `"crate::money::Money"`. Without it, it is a JSON value there.
    rust: Option<Text>,
    /// The TypeScript type.
    ts: Option<ExternalTs>,
    /// What it is on the wire.
    json: Type,
}

fn external(schema: &mut Schema) {
    super::file::closed(schema);
    schema.insert("anyOf".to_owned(), json!([{ "required": ["rust"] }, { "required": ["ts"] }]));
}

#[derive(JsonSchema)]
#[schemars(transform = super::file::closed)]
struct ExternalTs {
    /// The exported name.
    name: Text,
    /// The module that exports it: `"@/lib/money"`.
    from: Text,
}
