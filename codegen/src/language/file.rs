//! A file and what stands at its top.

#![allow(dead_code, reason = "these types are there for their shape")]

use super::events::{ClientEvent, Duration, ServerEvent};
use super::text::{Bytes, InFlight, LanguageVersion, Rate, RoomName, Template, Text, Version};
use super::types::Type;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// Lets keys that begin with `x-` stand beside those of a mapping, and no others.
pub(super) fn extensible(schema: &mut Schema) {
    closed(schema);
    schema.insert(
        "patternProperties".to_owned(),
        serde_json::json!({ "^x-": { "description": "For templates and tools of your own; sockgen carries it along." } }),
    );
}

/// Lets no other keys stand in a mapping.
pub(super) fn closed(schema: &mut Schema) {
    schema.insert("additionalProperties".to_owned(), false.into());
}

/// The contract of a Socket.IO application.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", transform = extensible)]
pub(super) struct File {
    /// The version of the schema language. It stands first, and is `1`.
    sockgen: LanguageVersion,
    /// The application's name.
    name: Option<Text>,
    /// The version of this contract, as SemVer has it: `1.0.0`.
    version: Option<Version>,
    /// What the application is about.
    doc: Option<Text>,
    /// Files whose types are used here, by the name under which they are: `import: { common: ./common.sockgen.yaml }`
    /// makes its `User` a `common.User`.
    import: Option<Section<Text>>,
    /// Files whose events, rooms and types belong to this one: `include: [./git.sockgen.yaml]`. Each is a group with a
    /// `Handlers` trait of its own.
    include: Option<Includes>,
    /// Limits for every event that has none of its own.
    defaults: Option<Defaults>,
    /// How answers look on the wire.
    acks: Option<Acks>,
    /// Rules that are silent, or louder, in this file.
    lint: Option<Lint>,
    /// What a client sends with its handshake. `auth: json` takes anything.
    auth: Option<Type>,
    /// What a client that may not connect is told.
    connect_error: Option<Type>,
    /// Types by their names: `RoomId: string(1..=64)`.
    types: Option<Section<Type>>,
    /// What clients send.
    client_to_server: Option<Section<ClientEvent>>,
    /// What the server sends.
    server_to_client: Option<Section<ServerEvent>>,
    /// Kinds of rooms, by names for code: `lobby: "lobby:{room: string(1..=64)}"`.
    rooms: Option<Section<Room>>,
    /// Further namespaces by their paths, such as `/admin`, or `"/game/{id: uuid}"` with a parameter.
    namespaces: Option<Section<Namespace>>,
}

/// Events under a path of their own.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", transform = extensible)]
struct NamespaceKeys {
    /// Its name in code, where the one made from its path does not fit.
    name: Option<Text>,
    /// What it is for.
    doc: Option<Text>,
    /// Files whose events and rooms belong to it.
    include: Option<Includes>,
    /// Rules that are silent, or louder, here.
    lint: Option<Lint>,
    /// What a client sends with its handshake.
    auth: Option<Type>,
    /// What a client that may not connect is told.
    connect_error: Option<Type>,
    /// What clients send.
    client_to_server: Option<Section<ClientEvent>>,
    /// What the server sends.
    server_to_client: Option<Section<ServerEvent>>,
    /// Kinds of rooms.
    rooms: Option<Section<Room>>,
}

/// Entries by their names. One with nothing in it yet is a section in the making.
pub(super) struct Section<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Section<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("SectionOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["null", "object"], "additionalProperties": generator.subschema_for::<T>() })
    }
}

/// A namespace; one with nothing in it yet is one in the making.
struct Namespace;

impl JsonSchema for Namespace {
    fn schema_name() -> Cow<'static, str> {
        "Namespace".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "null" }, generator.subschema_for::<NamespaceKeys>()] })
    }
}

/// Paths of files.
struct Includes;

impl JsonSchema for Includes {
    fn schema_name() -> Cow<'static, str> {
        "Includes".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let path = generator.subschema_for::<Text>();
        json_schema!({ "anyOf": [{ "type": "null" }, { "type": "array", "items": path }, path] })
    }
}

/// One text or several.
pub(super) struct Several<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Several<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("SeveralOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}

/// Limits for every event that has none of its own.
struct Defaults;

impl JsonSchema for Defaults {
    fn schema_name() -> Cow<'static, str> {
        "Defaults".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "null" }, generator.subschema_for::<DefaultsKeys>()] })
    }
}

#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", transform = closed)]
struct DefaultsKeys {
    /// The most bytes of an event's arguments as JSON, with its attachments.
    max_bytes: Option<Bytes>,
    /// How many of an event a socket may send in which time: `50/s`.
    rate: Option<Rate>,
    /// How many messages of one connection may wait or be worked on: `128`.
    in_flight: Option<InFlight>,
    /// How long an answer is waited for: `10s`.
    ack_timeout: Option<Duration>,
    /// Whether the next event of a socket waits until this one is handled.
    ordered: Option<bool>,
    /// Whether unknown fields and further arguments are refused.
    strict: Option<bool>,
}

/// Rules by their codes or names.
#[derive(JsonSchema)]
#[schemars(transform = closed)]
pub(super) struct Lint {
    /// Rules that are silent here.
    allow: Option<Several<Text>>,
    /// Rules that warn here.
    warn: Option<Several<Text>>,
    /// Rules that are errors here.
    deny: Option<Several<Text>>,
}

/// A kind of room: the template of its name, alone or with the events that lead into it and out of it.
struct Room;

impl JsonSchema for Room {
    fn schema_name() -> Cow<'static, str> {
        "Room".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [generator.subschema_for::<Template>(), generator.subschema_for::<RoomKeys>()] })
    }
}

#[derive(JsonSchema)]
#[schemars(transform = extensible)]
struct RoomKeys {
    /// The template of its names. It begins with fixed text: `"session:{room: string(1..=64)}"`.
    name: Template,
    /// What its members have in common.
    doc: Option<Text>,
    /// The event with which a client asks to join.
    join: Option<super::text::EventName>,
    /// The event with which a client asks to leave.
    leave: Option<super::text::EventName>,
    /// Rules that are silent, or louder, here.
    lint: Option<Lint>,
}

/// The kinds of rooms that an event may be sent to.
pub(super) type Targets = Several<RoomName>;

/// How answers look on the wire: the file's own way, and named ones that events choose with `ackStyle`.
struct Acks;

impl JsonSchema for Acks {
    fn schema_name() -> Cow<'static, str> {
        "Acks".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let shape = generator.subschema_for::<Shape>();
        json_schema!({
            "type": ["null", "object"],
            "properties": {
                "ok": { "allOf": [shape], "description": "A success: `{ ok: true, data: $data }` unless said otherwise." },
                "error": { "allOf": [shape], "description": "A declared error: `{ ok: false, error: $error }` unless said otherwise." },
                "fault": { "allOf": [shape], "description": "Anything else that went wrong: `{ ok: false, fault: $fault }` unless said otherwise." },
            },
            "dependencies": { "error": ["ok"], "fault": ["ok"] },
            "additionalProperties": generator.subschema_for::<AckStyle>(),
        })
    }
}

/// A way of writing acks, for events that name it with `ackStyle`.
#[derive(JsonSchema)]
#[schemars(transform = closed)]
struct AckStyle {
    /// A success: `$data` for the bare answer.
    ok: Shape,
    /// A declared error.
    error: Option<Shape>,
    /// Anything else that went wrong.
    fault: Option<Shape>,
}

/// What is answered: a constant, `$data`, `$error`, `$fault`, `$code`, `$message`, or an object of such; `...: $data`
/// spreads the fields of what is answered.
struct Shape;

impl JsonSchema for Shape {
    fn schema_name() -> Cow<'static, str> {
        "Shape".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let slots = ["$data", "$error", "$fault", "$code", "$message"];
        json_schema!({
            "anyOf": [
                { "enum": slots },
                { "type": "string", "pattern": r"^([^$]|$)" },
                { "type": ["null", "number", "boolean"] },
                {
                    "type": "object",
                    "properties": { "...": { "enum": slots } },
                    "additionalProperties": generator.subschema_for::<Shape>(),
                },
            ],
        })
    }
}
