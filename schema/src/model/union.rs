//! Unions: one of several types, and how the wire tells which.

use super::Type;
use crate::source::Span;
use serde::Serialize;

/// One of several types.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Union {
    /// How the wire tells which.
    pub tagging: Tagging,
    /// Whether members that are not listed are let through, as what they are on the wire. Never without a tag.
    pub open: bool,
    /// What it can be, in the file's order. Never empty.
    pub members: Vec<Member>,
}

/// How the wire tells the members of a union apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Tagging {
    /// By a field among those of the member, which is an object: `{ "kind": "insert", "at": 1 }`.
    Internal {
        /// The field's name on the wire.
        tag: String,
    },
    /// By a field beside the one that holds the member: `{ "name": "running", "data": … }`.
    Adjacent {
        /// The name of the field that tells which.
        tag: String,
        /// The name of the field that holds the member; there is none for a member without content.
        content: String,
    },
    /// By nothing but what they are: no two are of one JSON kind ([`super::JsonKind`]), but objects. Of the objects that
    /// must have nothing but what a value has, the one that must have most of it is meant: no value of one member is
    /// taken for another, in whatever order they stand. (A field with a default need not be there.)
    Untagged,
}

/// What a union can be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Member {
    /// The tag's value on the wire. Empty without a tag.
    pub wire: String,
    /// The variant's name, `Insert`. No other member of the union has it.
    pub variant: String,
    /// What it holds; absent for a member that is nothing but its tag. With an internal tag an object that has no field
    /// of the tag's name.
    pub ty: Option<Type>,
    /// Its documentation.
    pub doc: Option<String>,
    /// Where it is declared.
    #[serde(skip)]
    pub span: Span,
}
