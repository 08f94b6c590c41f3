//! The resolved contract: what emitters read.
//!
//! A [`Model`] is inert data. Every reference is an index that exists, every name is decided, every constraint is in
//! order: **Invariant:** a Model that came with no errors can be emitted without a failure. Names are held in the
//! spellings that targets derive from (`snake`, `pascal`, `camel`); each target escapes its own keywords.

pub(crate) mod graph;
mod hash;
mod types;

pub use types::{BUILTINS, Bound, Bounds, Builtin, BuiltinRow, Measure, Type};

use crate::source::Span;
use serde::Serialize;

/// A whole application's contract.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Model {
    /// The application's name as written.
    pub name: String,
    /// The contract's version as written, `major.minor.patch`.
    pub version: Option<String>,
    /// What the contract is about.
    pub doc: Option<String>,
    /// The types the file declares, in its order, then the ones derived from events, in theirs.
    pub types: Vec<TypeDef>,
    /// The namespaces, the root first. Never empty.
    pub namespaces: Vec<Namespace>,
}

impl Model {
    /// A type by its id.
    pub fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0 as usize]
    }

    /// All types with their ids.
    pub fn types(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.types.iter().enumerate().map(|(at, def)| (TypeId(at as u32), def))
    }

    /// The namespace `/`.
    pub fn root(&self) -> &Namespace {
        &self.namespaces[0]
    }

    /// Follows aliases until something else stands there. Constraints that aliases add are on the way, not lost: a
    /// [`TypeKind::Alias`] holds its own.
    pub fn unaliased<'a>(&'a self, mut ty: &'a Type) -> &'a Type {
        // Resolution refuses aliases that lead back to themselves, so this ends.
        while let Type::Named { id, .. } = ty {
            match &self.type_def(*id).kind {
                TypeKind::Alias(target) => ty = target,
                _ => break,
            }
        }
        ty
    }

    /// Sixteen hex digits over everything that two ends must agree on to understand each other on the wire: event
    /// names, payloads, acks, constraints. Documentation, names in code and the order of declarations are not in it.
    pub fn wire_hash(&self) -> String {
        hash::wire_hash(self)
    }
}

/// The index of a type in [`Model::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TypeId(pub u32);

/// The index of an event in one direction of its namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EventId(pub u32);

/// The index of a kind of room in its namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RoomId(pub u32);

/// One name in the spellings that targets use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Names {
    /// `join_room`, for Rust functions and fields. Keywords are not escaped yet.
    pub snake: String,
    /// `JoinRoom`, for types.
    pub pascal: String,
    /// `joinRoom`, for TypeScript functions. An event's `method:` is already in it.
    pub camel: String,
}

/// A type that has a name in generated code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TypeDef {
    /// The name in generated code, in UpperCamelCase.
    pub name: String,
    /// Where the name comes from.
    pub origin: Origin,
    /// Its documentation.
    pub doc: Option<String>,
    /// An example value as JSON.
    pub example: Option<serde_json::Value>,
    /// What it is.
    pub kind: TypeKind,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

/// Where a type's name comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Origin {
    /// Declared under `types:`.
    Declared,
    /// The handshake's `auth`: `Auth`.
    Auth,
    /// What a refused connection is told: `ConnectError`.
    ConnectError,
    /// The inline payload of these events: wire name and direction. Two events may share one inline payload.
    Data(Vec<(Direction, String)>),
    /// The inline ack of a client event, by its wire name.
    Ack(String),
    /// The inline error of a client event, by its wire name.
    Error(String),
    /// An inline type inside another one: a field's, a list's or a map's.
    Inline,
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum TypeKind {
    /// Another name for a type, perhaps with constraints.
    Alias(Type),
    /// An object with fields.
    Object(Vec<Field>),
    /// One of several strings.
    Enum {
        /// The values, in the file's order. Never empty.
        values: Vec<EnumValue>,
        /// Whether values that are not listed are let through.
        open: bool,
    },
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// The key on the wire, without the `?`.
    pub wire: String,
    /// Its names in code.
    pub names: Names,
    /// Whether it may be absent (`name?:`).
    pub optional: bool,
    /// Its type when it is there. `Type::Nullable` here beside `optional` tells absent and null apart.
    pub ty: Type,
    /// Its documentation.
    pub doc: Option<String>,
    /// An example value as JSON. An inline type's example is the type's own.
    pub example: Option<serde_json::Value>,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnumValue {
    /// The string on the wire.
    pub wire: String,
    /// The variant's name, `RoomNotFound`.
    pub variant: String,
    /// Its documentation.
    pub doc: Option<String>,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

/// A Socket.IO namespace.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Namespace {
    /// Its path, `/` for the root.
    pub path: String,
    /// The handshake's `auth`; absent: anything is taken and nothing is read.
    pub auth: Option<Type>,
    /// What a refused connection is told; absent: a message.
    pub connect_error: Option<Type>,
    /// What clients send.
    pub client_events: Vec<ClientEvent>,
    /// What the server sends.
    pub server_events: Vec<ServerEvent>,
    /// The kinds of rooms.
    pub rooms: Vec<Room>,
}

/// Who sends an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Direction {
    /// `clientToServer`.
    ClientToServer,
    /// `serverToClient`.
    ServerToClient,
}

/// What an event carries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Payload {
    /// Nothing.
    None,
    /// One argument.
    Data(Type),
}

/// What a client event is answered with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Ack {
    /// No ack is declared.
    Undeclared,
    /// `ack: none`: an answer without data.
    Empty,
    /// An answer with data.
    Data(Type),
}

/// What both kinds of events have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventHead {
    /// The name on the wire.
    pub wire: String,
    /// Its names in code.
    pub names: Names,
    /// Its documentation.
    pub doc: Option<String>,
    /// Whether it may be lost (`volatile: true`).
    pub volatile: bool,
    /// What it carries.
    pub payload: Payload,
    /// Where its name stands.
    #[serde(skip)]
    pub span: Span,
}

/// An event that clients send.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClientEvent {
    /// Name, documentation, payload.
    #[serde(flatten)]
    pub head: EventHead,
    /// What it is answered with.
    pub ack: Ack,
    /// The error that its handler may declare. Only beside an ack.
    pub error: Option<Type>,
    /// The most bytes its arguments may have; absent: the engine's limit alone.
    pub max_bytes: Option<u64>,
}

/// An event that the server sends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServerEvent {
    /// Name, documentation, payload.
    #[serde(flatten)]
    pub head: EventHead,
    /// The kinds of rooms it may be sent to; empty: to anything.
    pub to: Vec<RoomId>,
}

/// A kind of room.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Room {
    /// Its name as written.
    pub key: String,
    /// Its names in code.
    pub names: Names,
    /// Its documentation.
    pub doc: Option<String>,
    /// The parts of its template, a literal first.
    pub template: Vec<RoomPart>,
    /// The client event that joins it.
    pub join: Option<EventId>,
    /// The client event that leaves it.
    pub leave: Option<EventId>,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

/// A part of a room's template.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum RoomPart {
    /// Fixed text.
    Literal(String),
    /// A parameter. Its type, unaliased, is `string`, `uuid`, or an integer.
    Param {
        /// The name as written.
        name: String,
        /// Its names in code.
        names: Names,
        /// Its type.
        ty: Type,
    },
}
