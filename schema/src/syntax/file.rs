//! What a schema file says, with nothing looked up yet.

use crate::source::{Span, Spanned};
use crate::syntax::yaml::Doc;

/// Documentation, from either of its two forms.
pub type Documented = Option<Doc>;

/// A whole file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Whether no section was there that is not understood: with one, what is not declared may be declared there.
    pub complete: bool,
    /// `name`.
    pub name: Option<Spanned<String>>,
    /// `version`.
    pub version: Option<Spanned<String>>,
    /// `doc`.
    pub doc: Documented,
    /// `auth`: a type, or an inline object.
    pub auth: Option<TypeExpr>,
    /// `connectError`.
    pub connect_error: Option<TypeExpr>,
    /// `types`.
    pub types: Vec<TypeDecl>,
    /// `clientToServer`.
    pub client_events: Vec<EventDecl>,
    /// `serverToClient`.
    pub server_events: Vec<EventDecl>,
    /// `rooms`.
    pub rooms: Vec<RoomDecl>,
}

/// A declared type.
#[derive(Clone, Debug)]
pub struct TypeDecl {
    /// Its name.
    pub name: Spanned<String>,
    /// Its documentation.
    pub doc: Documented,
    /// What it is.
    pub ty: TypeExpr,
}

/// A type as written.
#[derive(Clone, Debug)]
pub struct TypeExpr {
    /// What it is.
    pub kind: TypeKind,
    /// `(min..=max)` or `min:` and `max:`.
    pub bounds: Option<Box<Spanned<Limits>>>,
    /// `example:`.
    pub example: Option<Box<Spanned<serde_json::Value>>>,
    /// `doc:` inside the type.
    pub doc: Documented,
    /// Where it stands.
    pub span: Span,
}

impl TypeExpr {
    /// A type without anything beside it.
    pub fn new(kind: TypeKind, span: Span) -> Self {
        TypeExpr { kind, bounds: None, example: None, doc: None, span }
    }

    /// The documentation of what has this type. An inline type keeps it as well: there it describes both.
    pub fn take_doc(&mut self) -> Documented {
        match self.kind {
            TypeKind::Object(_) | TypeKind::Enum { .. } => self.doc.clone(),
            _ => self.doc.take(),
        }
    }

    /// A hole, for a type that was reported.
    pub fn invalid(span: Span) -> Self {
        TypeExpr::new(TypeKind::Invalid, span)
    }
}

/// The kinds of types.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// A built-in type or a declared one.
    Name(Spanned<String>),
    /// `list<T>`, `T[]`.
    List(Box<TypeExpr>),
    /// `map<T>`.
    Map(Box<TypeExpr>),
    /// `T | null`.
    Nullable(Box<TypeExpr>),
    /// An object.
    Object(Vec<FieldDecl>),
    /// An enum.
    Enum {
        /// Its values.
        values: Vec<ValueDecl>,
        /// `open: true`.
        open: bool,
    },
    /// Something that was reported.
    Invalid,
}

/// Bounds as written: inclusive, in decimal notation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The least.
    pub min: Option<Spanned<String>>,
    /// The most.
    pub max: Option<Spanned<String>>,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct FieldDecl {
    /// Its name, without the `?`.
    pub name: Spanned<String>,
    /// Whether the key ends in `?`.
    pub optional: bool,
    /// Its documentation.
    pub doc: Documented,
    /// Its type.
    pub ty: TypeExpr,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct ValueDecl {
    /// The text.
    pub value: Spanned<String>,
    /// Its documentation.
    pub doc: Documented,
}

/// `ack:`.
#[derive(Clone, Debug)]
pub enum AckDecl {
    /// `ack: none`.
    None,
    /// A type.
    Type(Box<TypeExpr>),
}

/// An event.
#[derive(Clone, Debug)]
pub struct EventDecl {
    /// Its name on the wire.
    pub wire: Spanned<String>,
    /// Its documentation.
    pub doc: Documented,
    /// Whether all of it was understood: with a stranger among its keys, what is not there may only be called otherwise.
    pub complete: bool,
    /// `name:`.
    pub name: Option<Spanned<String>>,
    /// `method:`.
    pub method: Option<Spanned<String>>,
    /// `data:`.
    pub data: Option<TypeExpr>,
    /// `ack:`, with the place of the key.
    pub ack: Option<(Span, AckDecl)>,
    /// `error:`, with the place of the key.
    pub error: Option<(Span, TypeExpr)>,
    /// `to:`.
    pub to: Vec<Spanned<String>>,
    /// `volatile:`.
    pub volatile: bool,
    /// `maxBytes:`.
    pub max_bytes: Option<Spanned<u64>>,
}

/// A kind of room.
#[derive(Clone, Debug)]
pub struct RoomDecl {
    /// Its name.
    pub key: Spanned<String>,
    /// Its documentation.
    pub doc: Documented,
    /// The template's parts and its place; absent where that was reported.
    pub template: Option<(Vec<TemplatePart>, Span)>,
    /// `join:`.
    pub join: Option<Spanned<String>>,
    /// `leave:`.
    pub leave: Option<Spanned<String>>,
}

/// A part of a room's template.
#[derive(Clone, Debug)]
pub enum TemplatePart {
    /// Fixed text.
    Literal(String),
    /// `{name: Type}`.
    Param {
        /// Its name.
        name: Spanned<String>,
        /// Its type.
        ty: TypeExpr,
    },
}
