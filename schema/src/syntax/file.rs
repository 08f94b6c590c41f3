//! What a schema file says, with nothing looked up yet.

use super::tree::Node;
use crate::model::Deprecated;
use crate::source::{Span, Spanned};

/// Documentation, from either of its two forms.
pub type Documented<'n> = Option<Spanned<&'n str>>;

/// A name, and other text of one line.
pub type Name<'n> = Spanned<&'n str>;

/// Keys that begin with `x-`, with their values.
pub type Extensions<'n> = Vec<(Name<'n>, serde_json::Value)>;

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

/// `lint`.
#[derive(Clone, Debug, Default)]
pub struct LintDecl<'n> {
    /// The rules that are silent here: `allow`.
    pub allow: Vec<Name<'n>>,
}

/// A type as written.
#[derive(Clone, Debug)]
pub struct TypeExpr<'n> {
    /// What it is.
    pub kind: TypeKind<'n>,
    /// `(min..=max)` or `min:` and `max:`.
    pub bounds: Option<Box<Spanned<Limits<'n>>>>,
    /// What else a long form says.
    pub notes: Option<Box<Notes<'n>>>,
    /// `doc:` inside the type.
    pub doc: Documented<'n>,
    /// Where it stands.
    pub span: Span,
}

/// What may stand beside a type in its long form. Most types have nothing of it.
#[derive(Clone, Debug, Default)]
pub struct Notes<'n> {
    /// `example:`.
    pub example: Option<&'n Node<'n>>,
    /// `default:`, with the place of the key.
    pub default: Option<(Span, &'n Node<'n>)>,
    /// `deprecated:`, with the place of the key.
    pub deprecated: Option<(Span, Deprecated)>,
    /// `pattern:`, which means the same in Rust and in JavaScript, with the place of the key.
    pub pattern: Option<(Span, &'n str)>,
    /// `include:`, the objects whose fields belong to this one as well.
    pub include: Vec<Name<'n>>,
    /// `lint:`.
    pub lint: Option<LintDecl<'n>>,
    /// Its `x-…` keys.
    pub extensions: Extensions<'n>,
}

impl<'n> TypeExpr<'n> {
    /// A type without anything beside it.
    pub fn new(kind: TypeKind<'n>, span: Span) -> Self {
        TypeExpr { kind, bounds: None, notes: None, doc: None, span }
    }

    /// Whether it has a name of its own in code, wherever it stands, rather than one of those that are built in or
    /// declared.
    pub fn is_inline(&self) -> bool {
        match self.kind {
            TypeKind::Object(_)
            | TypeKind::Enum { .. }
            | TypeKind::Union(_)
            | TypeKind::Brand(_)
            | TypeKind::External(_) => true,
            TypeKind::Name(_)
            | TypeKind::List(_)
            | TypeKind::Map(_)
            | TypeKind::Tuple(_)
            | TypeKind::Nullable(_)
            | TypeKind::Invalid => false,
        }
    }

    /// The documentation of what has this type. An inline type keeps it as well: there it describes both.
    pub fn take_doc(&mut self) -> Documented<'n> {
        if self.is_inline() { self.doc } else { self.doc.take() }
    }

    /// What stands beside it, to add to it.
    pub fn notes_mut(&mut self) -> &mut Notes<'n> {
        self.notes.get_or_insert_default()
    }

    /// The names under `include:`.
    pub fn include(&self) -> &[Name<'n>] {
        self.notes.as_ref().map_or(&[], |notes| &notes.include)
    }

    /// `example:`.
    pub fn example(&self) -> Option<&'n Node<'n>> {
        self.notes.as_ref()?.example
    }

    /// Calls `found` for each of the types that stand directly in this one.
    pub fn for_each_inner<'t>(&'t self, found: &mut impl FnMut(&'t TypeExpr<'n>)) {
        match &self.kind {
            TypeKind::Name(_) | TypeKind::Enum { .. } | TypeKind::Invalid => {}
            TypeKind::List(inner)
            | TypeKind::Map(inner)
            | TypeKind::Nullable(inner)
            | TypeKind::Brand(inner) => found(inner),
            TypeKind::Tuple(items) => items.iter().for_each(found),
            TypeKind::Object(fields) => fields.iter().for_each(|field| found(&field.ty)),
            TypeKind::Union(union) => {
                union.members.iter().filter_map(|member| member.ty.as_ref()).for_each(found);
            }
            TypeKind::External(external) => external.json.iter().for_each(found),
        }
    }

    /// Calls `found` for every name of a type in this one.
    pub fn for_each_name(&self, found: &mut impl FnMut(&Name<'n>)) {
        fn walk<'n>(ty: &TypeExpr<'n>, found: &mut dyn FnMut(&Name<'n>)) {
            if let TypeKind::Name(name) = &ty.kind {
                found(name);
            }
            ty.include().iter().for_each(&mut *found);
            ty.for_each_inner(&mut |inner| walk(inner, found));
        }
        walk(self, found);
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
    /// `[A, B]`.
    Tuple(Vec<TypeExpr<'n>>),
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
        /// Whether the values are integers.
        numbers: bool,
    },
    /// A union.
    Union(UnionDecl<'n>),
    /// `brand: T`.
    Brand(Box<TypeExpr<'n>>),
    /// A type of the application's own.
    External(Box<ExternalDecl<'n>>),
    /// Something that was reported.
    Invalid,
}

/// `union:`, with what stands beside it.
#[derive(Clone, Debug)]
pub struct UnionDecl<'n> {
    /// `tag:`.
    pub tag: Option<Name<'n>>,
    /// `content:`, only beside a tag.
    pub content: Option<Name<'n>>,
    /// `open: true`, only beside a tag.
    pub open: bool,
    /// What it can be.
    pub members: Vec<MemberDecl<'n>>,
}

/// What a union can be.
#[derive(Clone, Debug)]
pub struct MemberDecl<'n> {
    /// The tag's value; absent without a tag.
    pub tag: Option<Name<'n>>,
    /// Its documentation.
    pub doc: Documented<'n>,
    /// Its type; absent for `{}`.
    pub ty: Option<TypeExpr<'n>>,
    /// Where it stands.
    pub span: Span,
}

/// `external:`.
#[derive(Clone, Debug)]
pub struct ExternalDecl<'n> {
    /// `rust:`, a path.
    pub rust: Option<Name<'n>>,
    /// `ts:`, a name and the module that it comes from.
    pub ts: Option<(Name<'n>, Name<'n>)>,
    /// `json:`; absent where that was reported.
    pub json: Option<TypeExpr<'n>>,
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
