//! What a schema file says, with nothing looked up yet.

use crate::diagnostic::Setting;
use crate::source::{Span, Spanned};

/// Documentation, from either of its two forms.
pub type Documented<'n> = Option<Spanned<&'n str>>;

/// A name, and other text of one line.
pub type Name<'n> = Spanned<&'n str>;

/// A whole file.
#[derive(Clone, Debug, Default)]
pub struct File<'n> {
    /// Whether no section was there that is not understood: with one, what is not declared may be declared there.
    pub complete: bool,
    /// The empty place at its start.
    pub place: Option<Span>,
    /// `name`.
    pub name: Option<Name<'n>>,
    /// `version`.
    pub version: Option<Name<'n>>,
    /// `doc`.
    pub doc: Documented<'n>,
    /// `auth`: a type, or an inline object.
    pub auth: Option<TypeExpr<'n>>,
    /// `connectError`.
    pub connect_error: Option<TypeExpr<'n>>,
    /// `types`.
    pub types: Vec<TypeDecl<'n>>,
    /// `clientToServer`.
    pub client_events: Vec<EventDecl<'n>>,
    /// `serverToClient`.
    pub server_events: Vec<EventDecl<'n>>,
    /// `rooms`.
    pub rooms: Vec<RoomDecl<'n>>,
    /// `lint`, of the file and of what is in it.
    pub settings: Vec<Setting>,
}

/// A declared type.
#[derive(Clone, Debug)]
pub struct TypeDecl<'n> {
    /// Its name.
    pub name: Name<'n>,
    /// Its documentation.
    pub doc: Documented<'n>,
    /// What it is.
    pub ty: TypeExpr<'n>,
}

/// A type as written.
#[derive(Clone, Debug)]
pub struct TypeExpr<'n> {
    /// What it is.
    pub kind: TypeKind<'n>,
    /// `(min..=max)` or `min:` and `max:`.
    pub bounds: Option<Box<Spanned<Limits<'n>>>>,
    /// `example:`.
    pub example: Option<Box<Spanned<serde_json::Value>>>,
    /// `doc:` inside the type.
    pub doc: Documented<'n>,
    /// Where it stands.
    pub span: Span,
}

impl<'n> TypeExpr<'n> {
    /// A type without anything beside it.
    pub fn new(kind: TypeKind<'n>, span: Span) -> Self {
        TypeExpr { kind, bounds: None, example: None, doc: None, span }
    }

    /// The documentation of what has this type. An inline type keeps it as well: there it describes both.
    pub fn take_doc(&mut self) -> Documented<'n> {
        match self.kind {
            TypeKind::Object(_) | TypeKind::Enum { .. } => self.doc,
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
pub enum TypeKind<'n> {
    /// A built-in type or a declared one.
    Name(Name<'n>),
    /// `list<T>`, `T[]`.
    List(Box<TypeExpr<'n>>),
    /// `map<T>`.
    Map(Box<TypeExpr<'n>>),
    /// `T | null`.
    Nullable(Box<TypeExpr<'n>>),
    /// An object.
    Object(Vec<FieldDecl<'n>>),
    /// An enum.
    Enum {
        /// Its values.
        values: Vec<ValueDecl<'n>>,
        /// `open: true`.
        open: bool,
    },
    /// Something that was reported.
    Invalid,
}

/// Bounds as written: inclusive, in decimal notation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits<'n> {
    /// The least.
    pub min: Option<Spanned<&'n str>>,
    /// The most.
    pub max: Option<Spanned<&'n str>>,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct FieldDecl<'n> {
    /// Its name, without the `?`.
    pub name: Name<'n>,
    /// Whether the key ends in `?`.
    pub optional: bool,
    /// Its documentation.
    pub doc: Documented<'n>,
    /// Its type.
    pub ty: TypeExpr<'n>,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct ValueDecl<'n> {
    /// The text.
    pub value: Name<'n>,
    /// Its documentation.
    pub doc: Documented<'n>,
}

/// `ack:`.
#[derive(Clone, Debug)]
pub enum AckDecl<'n> {
    /// `ack: none`.
    None,
    /// A type.
    Type(Box<TypeExpr<'n>>),
}

/// An event.
#[derive(Clone, Debug)]
pub struct EventDecl<'n> {
    /// Its name on the wire.
    pub wire: Name<'n>,
    /// Its documentation.
    pub doc: Documented<'n>,
    /// Whether all of it was understood: with a stranger among its keys, what is not there may only be called otherwise.
    pub complete: bool,
    /// `name:`.
    pub name: Option<Name<'n>>,
    /// `method:`.
    pub method: Option<Name<'n>>,
    /// `data:`.
    pub data: Option<TypeExpr<'n>>,
    /// `ack:`, with the place of the key.
    pub ack: Option<(Span, AckDecl<'n>)>,
    /// `error:`, with the place of the key.
    pub error: Option<(Span, TypeExpr<'n>)>,
    /// `to:`.
    pub to: Vec<Name<'n>>,
    /// `volatile:`.
    pub volatile: bool,
    /// `maxBytes:`.
    pub max_bytes: Option<Spanned<u64>>,
}

/// A kind of room.
#[derive(Clone, Debug)]
pub struct RoomDecl<'n> {
    /// Its name.
    pub key: Name<'n>,
    /// Its documentation.
    pub doc: Documented<'n>,
    /// The template's parts and its place; absent where that was reported.
    pub template: Option<(Vec<TemplatePart<'n>>, Span)>,
    /// `join:`.
    pub join: Option<Name<'n>>,
    /// `leave:`.
    pub leave: Option<Name<'n>>,
}

/// A part of a room's template.
#[derive(Clone, Debug)]
pub enum TemplatePart<'n> {
    /// Fixed text.
    Literal(&'n str),
    /// `{name: Type}`.
    Param {
        /// Its name.
        name: Name<'n>,
        /// Its type.
        ty: TypeExpr<'n>,
    },
}
