//! What a schema file says, with nothing looked up yet.

use super::tree::Node;
use crate::diagnostic::Setting;
use crate::model::{Deprecated, Rate, Slot};
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
    /// `import`: files of which types are used.
    pub imports: Vec<ImportDecl<'n>>,
    /// `defaults`.
    pub defaults: Defaults,
    /// `acks`.
    pub acks: Vec<AckStyleDecl<'n>>,
    /// `types`.
    pub types: Vec<TypeDecl<'n>>,
    /// What stands at the top of the file and could stand in a namespace as well: the root namespace.
    pub root: Scope<'n>,
    /// `namespaces`.
    pub namespaces: Vec<NamespaceDecl<'n>>,
    /// `lint`, of the file and of what is in it.
    pub settings: Vec<Setting>,
    /// Its `x-…` keys.
    pub extensions: Extensions<'n>,
    /// The sections that an included file cannot have, where they are: `auth`, `connectError`, `namespaces`.
    pub of_applications: Vec<Name<'n>>,
}

impl<'n> File<'n> {
    /// The root and the other namespaces.
    pub fn scopes(&self) -> impl Iterator<Item = &Scope<'n>> + Clone {
        std::iter::once(&self.root).chain(self.namespaces.iter().map(|namespace| &namespace.scope))
    }
}

/// What a namespace holds.
#[derive(Clone, Debug, Default)]
pub struct Scope<'n> {
    /// `auth`: a type, or an inline object.
    pub auth: Option<TypeExpr<'n>>,
    /// `connectError`.
    pub connect_error: Option<TypeExpr<'n>>,
    /// `include`: paths of files whose events belong here too.
    pub includes: Vec<Name<'n>>,
    /// `clientToServer`.
    pub client_events: Vec<EventDecl<'n>>,
    /// `serverToClient`.
    pub server_events: Vec<EventDecl<'n>>,
    /// `rooms`.
    pub rooms: Vec<RoomDecl<'n>>,
}

impl<'n> Scope<'n> {
    /// The events of both directions, those of clients first.
    pub fn events(&self) -> impl Iterator<Item = &EventDecl<'n>> + Clone {
        self.client_events.iter().chain(&self.server_events)
    }
}

/// A namespace other than the root.
#[derive(Clone, Debug)]
pub struct NamespaceDecl<'n> {
    /// Its path as written.
    pub path: Name<'n>,
    /// The path's parts; absent where that was reported.
    pub template: Option<Vec<TemplatePart<'n>>>,
    /// Its documentation.
    pub doc: Documented<'n>,
    /// `name:`.
    pub name: Option<Name<'n>>,
    /// What it holds.
    pub scope: Scope<'n>,
    /// Its `x-…` keys.
    pub extensions: Extensions<'n>,
}

/// `common: ./common.sockgen.yaml` under `import`.
#[derive(Clone, Copy, Debug)]
pub struct ImportDecl<'n> {
    /// What the file is called here.
    pub alias: Name<'n>,
    /// Its path.
    pub path: Name<'n>,
}

/// `defaults`: what holds for the events of a file that do not say it themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Defaults {
    /// `maxBytes`.
    pub max_bytes: Option<Spanned<u64>>,
    /// `rate`.
    pub rate: Option<Spanned<Rate>>,
    /// `ackTimeout`, in milliseconds.
    pub ack_timeout: Option<Spanned<u64>>,
    /// `ordered`.
    pub ordered: Option<bool>,
    /// `strict`.
    pub strict: Option<bool>,
    /// `inFlight`.
    pub in_flight: Option<Spanned<u32>>,
}

/// A way of writing acks.
#[derive(Clone, Debug)]
pub struct AckStyleDecl<'n> {
    /// Its name; absent for the file's own style.
    pub name: Option<Name<'n>>,
    /// `ok`.
    pub ok: Option<ShapeDecl<'n>>,
    /// `error`.
    pub error: Option<ShapeDecl<'n>>,
    /// `fault`.
    pub fault: Option<ShapeDecl<'n>>,
    /// Where its keys begin.
    pub span: Span,
}

/// A shape of an answer.
#[derive(Clone, Debug)]
pub struct ShapeDecl<'n> {
    /// What it is.
    pub kind: ShapeKind<'n>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of shapes.
#[derive(Clone, Debug)]
pub enum ShapeKind<'n> {
    /// `$data` and its like.
    Slot(Slot),
    /// A value as it stands.
    Const(serde_json::Value),
    /// An object.
    Object(Vec<ShapeEntryDecl<'n>>),
    /// Something that was reported.
    Invalid,
}

/// A part of an object.
#[derive(Clone, Debug)]
pub struct ShapeEntryDecl<'n> {
    /// Its key; absent for `...`.
    pub key: Option<Name<'n>>,
    /// Its value.
    pub value: ShapeDecl<'n>,
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

/// What an event carries.
#[derive(Clone, Debug)]
pub enum PayloadDecl<'n> {
    /// Nothing.
    None,
    /// `data:`, or the short form.
    Data(TypeExpr<'n>),
    /// `args:`, with the place of the list.
    Args(Vec<FieldDecl<'n>>, Span),
    /// `data: raw`.
    Raw,
}

impl<'n> PayloadDecl<'n> {
    /// The types that are written in it.
    pub fn types(&self) -> impl Iterator<Item = &TypeExpr<'n>> {
        let (data, args): (_, &[FieldDecl<'n>]) = match self {
            PayloadDecl::None | PayloadDecl::Raw => (None, &[]),
            PayloadDecl::Data(ty) => (Some(ty), &[]),
            PayloadDecl::Args(args, _) => (None, args),
        };
        data.into_iter().chain(args.iter().map(|arg| &arg.ty))
    }
}

/// `ack:`.
#[derive(Clone, Debug)]
pub enum AckDecl<'n> {
    /// `ack: none`.
    None,
    /// `ack: raw`.
    Raw,
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
    /// `data:` or `args:`.
    pub payload: PayloadDecl<'n>,
    /// `ack:`, with the place of the key.
    pub ack: Option<(Span, AckDecl<'n>)>,
    /// `error:`, with the place of the key.
    pub error: Option<(Span, TypeExpr<'n>)>,
    /// `ackStyle:`.
    pub ack_style: Option<Name<'n>>,
    /// `ackTimeout:` in milliseconds, with the place of the key.
    pub ack_timeout: Option<(Span, u64)>,
    /// `to:`.
    pub to: Vec<Name<'n>>,
    /// `volatile:`, and where it is `true` the place of the key.
    pub volatile: Option<Span>,
    /// `maxBytes:`.
    pub max_bytes: Option<Spanned<u64>>,
    /// `rate:`.
    pub rate: Option<Spanned<Rate>>,
    /// `ordered:`.
    pub ordered: Option<bool>,
    /// `strict:`.
    pub strict: Option<bool>,
    /// `deprecated:`.
    pub deprecated: Option<Deprecated>,
    /// `example:`.
    pub example: Option<Spanned<serde_json::Value>>,
    /// Its `x-…` keys.
    pub extensions: Extensions<'n>,
}

impl<'n> EventDecl<'n> {
    /// All types that are written in it.
    pub fn types(&self) -> impl Iterator<Item = &TypeExpr<'n>> {
        let ack = self.ack.iter().filter_map(|(_, ack)| match ack {
            AckDecl::Type(ty) => Some(ty.as_ref()),
            AckDecl::None | AckDecl::Raw => None,
        });
        self.payload.types().chain(ack).chain(self.error.iter().map(|(_, ty)| ty))
    }
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
    /// Its `x-…` keys.
    pub extensions: Extensions<'n>,
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
