//! The resolved contract: what emitters read.
//!
//! A [`Model`] is inert data. Every reference is an index that exists, every name is decided, every constraint is in
//! order: **Invariant:** a Model that came with no errors can be emitted without a failure. Names are held in the
//! spellings that targets derive from (`snake`, `pascal`, `camel`); each target escapes its own keywords.

mod ack_style;
mod ends;
mod fits;
pub(crate) mod graph;
mod hash;
mod types;
mod union;

pub use ack_style::{AckStyle, Shape, ShapeEntry, Slot};
pub use ends::{Ends, JsonKind};
pub use fits::{Fit, Misfit, fits};
pub use types::{BUILTINS, Bound, Bounds, Builtin, BuiltinRow, Measure, Type};
pub use union::{Member, Tagging, Union};

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
    /// The types the file declares, in its order, then those that it takes from files it imports, then the ones derived
    /// from events, in theirs.
    pub types: Vec<TypeDef>,
    /// The namespaces, the root first. Never empty.
    pub namespaces: Vec<Namespace>,
    /// The ways in which acks are written, the file's own one first. Never empty.
    pub ack_styles: Vec<AckStyle>,
    /// The file's `x-…` keys.
    pub extensions: Extensions,
}

/// Keys that begin with `x-`, with their values: carried to templates untouched.
pub type Extensions = Vec<(String, serde_json::Value)>;

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

    /// A way of writing acks by its id.
    pub fn ack_style(&self, id: AckStyleId) -> &AckStyle {
        &self.ack_styles[id.0 as usize]
    }

    /// For each type, by its id, whether a value of it can hold `bytes`.
    pub fn types_with_bytes(&self) -> Vec<bool> {
        let mut named_by: Vec<Vec<usize>> = vec![Vec::new(); self.types.len()];
        let mut holds: Vec<bool> = vec![false; self.types.len()];
        let mut open = Vec::new();
        for (at, def) in self.types.iter().enumerate() {
            def.for_each_type(&mut |ty| {
                ty.for_each_named(&mut |id, _| named_by[id.0 as usize].push(at));
                holds[at] |= ty.is_bytes_somewhere();
            });
            open.extend(holds[at].then_some(at));
        }
        while let Some(at) = open.pop() {
            for owner in &named_by[at] {
                if !std::mem::replace(&mut holds[*owner], true) {
                    open.push(*owner);
                }
            }
        }
        holds
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

/// The index of a namespace in [`Model::namespaces`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct NamespaceId(pub u32);

/// The index of a way of writing acks in [`Model::ack_styles`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct AckStyleId(pub u32);

/// The index of a group in its namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct GroupId(pub u32);

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
    /// The name in generated code, in UpperCamelCase; no other type of the model has it. One that belongs to a namespace
    /// begins with that namespace's own: `AdminKick`.
    pub name: String,
    /// The name inside its namespace, for targets in which that is a module: `Kick`. Elsewhere the same as `name`.
    pub local_name: String,
    /// The namespace that it belongs to: one whose events it is made for. Absent for what is declared under `types:`, for
    /// what stands inside of that, and for what the root's events bring along.
    pub namespace: Option<NamespaceId>,
    /// Where the name comes from.
    pub origin: Origin,
    /// Its documentation.
    pub doc: Option<String>,
    /// An example value as JSON.
    pub example: Option<serde_json::Value>,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecated>,
    /// What it is.
    pub kind: TypeKind,
    /// Its `x-…` keys.
    pub extensions: Extensions,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

impl TypeDef {
    /// Calls `found` for every type that stands directly in this one: fields, members, what an alias is for.
    pub fn for_each_type<'t>(&'t self, found: &mut impl FnMut(&'t Type)) {
        match &self.kind {
            TypeKind::Alias(ty) | TypeKind::Brand(ty) => found(ty),
            TypeKind::External(external) => found(&external.json),
            TypeKind::Object(fields) => fields.iter().for_each(|field| found(&field.ty)),
            TypeKind::Union(union) => {
                union.members.iter().filter_map(|member| member.ty.as_ref()).for_each(found)
            }
            TypeKind::Enum { .. } => {}
        }
    }
}

/// What is on its way out, and what to use instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Deprecated {
    /// The version of the contract from which on.
    pub since: Option<String>,
    /// What to use instead: an event's name on the wire, a type, a field.
    #[serde(rename = "use")]
    pub instead: Option<String>,
    /// A sentence for people.
    pub note: Option<String>,
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
    /// The arguments of these events, of which each field is one ([`Payload::Args`]).
    Args(Vec<(Direction, String)>),
    /// The inline ack of an event, by its wire name.
    Ack(String),
    /// The inline error of an event, by its wire name.
    Error(String),
    /// An inline type inside another one: a field's, a list's or a map's.
    Inline,
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum TypeKind {
    /// Another name for a type, perhaps with constraints.
    Alias(Type),
    /// A nominal type over another one: on the wire the same, in code another type.
    Brand(Type),
    /// A type that is not generated, but taken from the application's own code.
    External(External),
    /// An object with fields, those of its mixins (`include`) among them.
    Object(Vec<Field>),
    /// One of several strings, or of several integers.
    Enum {
        /// The values, in the file's order. Never empty.
        values: Vec<EnumValue>,
        /// Whether values that are not listed are let through.
        open: bool,
        /// What the values are on the wire.
        repr: EnumRepr,
    },
    /// One of several types.
    Union(Union),
}

/// What the values of an enum are on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum EnumRepr {
    /// Strings.
    Text,
    /// Integers that JavaScript holds exactly.
    Number,
}

/// A type of the application's own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct External {
    /// The path of the Rust type, such as `crate::money::Money`; absent: `serde_json::Value`.
    pub rust: Option<String>,
    /// The TypeScript type; absent: what `json` is.
    pub ts: Option<ExternalTs>,
    /// What it is on the wire.
    pub json: Type,
}

/// A TypeScript type of the application's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExternalTs {
    /// The name that its module exports.
    pub name: String,
    /// The module, as an import names it.
    pub from: String,
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
    /// What it has where the sender leaves it out, as it would stand on the wire; never beside `optional`. A receiver
    /// always finds a value.
    pub default: Option<serde_json::Value>,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecated>,
    /// Its documentation.
    pub doc: Option<String>,
    /// An example value as JSON. An inline type's example is the type's own.
    pub example: Option<serde_json::Value>,
    /// Its `x-…` keys. An inline type's are the type's own.
    pub extensions: Extensions,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnumValue {
    /// The string on the wire; of an enum of numbers the digits, perhaps behind a `-`.
    pub wire: String,
    /// The variant's name, `RoomNotFound`; `N10` and `Minus1` for numbers.
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
    /// Its path as written, `/` for the root.
    pub path: String,
    /// Its names in code: a module `admin`, a prefix `Admin`. Absent for the root.
    pub names: Option<Names>,
    /// The path in parts. A namespace with a parameter is dynamic: it stands for all the paths that fit.
    pub template: Vec<RoomPart>,
    /// Its documentation. The root's is the model's own.
    pub doc: Option<String>,
    /// The handshake's `auth`; absent: anything is taken and nothing is read.
    pub auth: Option<Type>,
    /// What a refused connection is told; absent: a message.
    pub connect_error: Option<Type>,
    /// What clients send.
    pub client_events: Vec<ClientEvent>,
    /// What the server sends.
    pub server_events: Vec<ServerEvent>,
    /// How many messages of one connection may wait or be worked on; absent: as many as the runtime takes.
    pub in_flight: Option<u32>,
    /// The kinds of rooms.
    pub rooms: Vec<Room>,
    /// The files whose events it includes.
    pub groups: Vec<Group>,
    /// Its `x-…` keys. The root's are the model's own.
    pub extensions: Extensions,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

impl Namespace {
    /// Whether it stands for more than one path.
    pub fn is_dynamic(&self) -> bool {
        self.template.iter().any(|part| matches!(part, RoomPart::Param { .. }))
    }

    /// Both directions' events, clients' first.
    pub fn events(&self) -> impl Iterator<Item = &EventHead> + Clone {
        let client = self.client_events.iter().map(|event| &event.head);
        client.chain(self.server_events.iter().map(|event| &event.head))
    }
}

/// The events of an included file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Its names in code, from the file's: a module `git`.
    pub names: Names,
    /// The documentation of the file.
    pub doc: Option<String>,
    /// Where it is included.
    #[serde(skip)]
    pub span: Span,
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
    /// Several arguments: the fields of this object, in their order, one each. Optional ones stand last.
    Args(TypeId),
    /// Any arguments, of any number, binary ones too.
    Raw,
}

/// What an event is answered with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Ack {
    /// No ack is declared.
    Undeclared,
    /// `ack: none`: an answer without data.
    Empty,
    /// An answer with data.
    Data(Type),
    /// `ack: raw`: whatever arguments the other side gives, without a style around them.
    Raw,
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
    /// An example of what it carries, as JSON; of several arguments a list.
    pub example: Option<serde_json::Value>,
    /// What it is answered with.
    pub ack: Ack,
    /// The error that may be declared instead. Only beside an ack.
    pub error: Option<Type>,
    /// How the ack is written.
    pub ack_style: AckStyleId,
    /// For how long an answer is waited, in milliseconds; absent: as long as the sender likes.
    pub ack_timeout_ms: Option<u64>,
    /// Whether it is on its way out.
    pub deprecated: Option<Deprecated>,
    /// The included file that it comes from; absent for the namespace's own.
    pub group: Option<GroupId>,
    /// Its `x-…` keys.
    pub extensions: Extensions,
    /// Where its name stands.
    #[serde(skip)]
    pub span: Span,
}

/// An event that clients send.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClientEvent {
    /// Name, documentation, payload, ack.
    #[serde(flatten)]
    pub head: EventHead,
    /// The most bytes its arguments may have; absent: the engine's limit alone.
    pub max_bytes: Option<u64>,
    /// How often a socket may send it.
    pub rate: Option<Rate>,
    /// Whether a socket's events of this kind are handled one after the other.
    pub ordered: bool,
    /// Whether fields and arguments that the schema does not have are refused.
    pub strict: bool,
}

/// So many in such a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// How many.
    pub count: u32,
    /// In how many milliseconds.
    pub per_ms: u64,
}

/// An event that the server sends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServerEvent {
    /// Name, documentation, payload, ack.
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
    /// Its `x-…` keys.
    pub extensions: Extensions,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}

/// A part of a room's template, or of a namespace's path.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum RoomPart {
    /// Fixed text.
    Literal(String),
    /// A parameter. Its type, behind aliases and brands, is `string`, `uuid`, or an integer.
    Param {
        /// The name as written.
        name: String,
        /// Its names in code.
        names: Names,
        /// Its type.
        ty: Type,
    },
}
