//! Unions: one of several types, told by a tag among the member's own fields, by one beside it, or by nothing but what
//! the member is.
//!
//! A generated enum says which codec each variant has, once for reading and once for writing. How a member is found on the
//! wire is the codec of its kind of union: [`Internal`], [`Adjacent`], [`Untagged`].

mod adjacent;
mod chain;
mod internal;
mod tag;
mod untagged;

use std::fmt::Debug;

use serde::{Deserializer, Serializer};

pub use adjacent::Adjacent;
pub use internal::Internal;
pub use untagged::{Member, Untagged, kind};

use super::Codec;
use super::through_serde::{received, sent};

/// A member that the schema does not know, as the object that it is, its tag among its entries.
type Raw = serde_json::Map<String, serde_json::Value>;

/// A union of the schema. An open one has a last variant `Unknown` for members that it does not know.
pub trait Union: Sized + Clone + Debug + PartialEq + Send + Sync + 'static {
    /// [`Internal`], [`Adjacent`] or [`Untagged`] of this type.
    type Codec: Codec<Value = Self>;
    /// The key that tells the members apart; empty without a tag.
    const TAG: &'static str = "";
    /// The key that holds the member, where the tag stands beside it.
    const CONTENT: &'static str = "";
    /// The tag's value for each member, in order; none without a tag.
    const VARIANTS: &'static [&'static str] = &[];
    /// What each member is, in order, where nothing else tells.
    const MEMBERS: &'static [Member] = &[];
    /// Whether there is a variant `Unknown`.
    const OPEN: bool = false;
    /// Whether binary data can stand in it, at whatever depth. Written out, since a type may contain itself.
    const BINARY: bool = false;

    /// Reads the member of this index; an index past the last means `Unknown`.
    fn read<'de, M: ReadMember<'de>>(index: usize, member: M) -> Result<Self, M::Error>;

    /// Writes the member.
    fn write<M: WriteMember>(&self, member: M) -> Result<M::Ok, M::Error>;
}

/// Where a member is read from. Of these methods a generated type calls one.
pub trait ReadMember<'de>: Sized {
    /// The format's error.
    type Error;

    /// The value of a member.
    fn value<C: Codec>(self) -> Result<C::Value, Self::Error>;

    /// A member that is nothing but its tag.
    fn empty(self) -> Result<(), Self::Error>;

    /// A member that the schema does not know.
    fn unknown(self) -> Result<Raw, Self::Error>;

    /// No member has this index, and there is no `Unknown`.
    fn none<T>(self) -> Result<T, Self::Error>;
}

/// Where a member is written to. Of these methods a generated type calls one.
pub trait WriteMember: Sized {
    /// What the format makes of it.
    type Ok;
    /// The format's error.
    type Error;

    /// The member of this index.
    fn value<C: Codec>(self, index: usize, value: &C::Value) -> Result<Self::Ok, Self::Error>;

    /// The member of this index, which is nothing but its tag.
    fn empty(self, index: usize) -> Result<Self::Ok, Self::Error>;

    /// A member that the schema does not know.
    fn unknown(self, raw: &Raw) -> Result<Self::Ok, Self::Error>;
}

/// serde's `Serialize` of a union.
pub fn union_serialize<T: Union, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    sent::<T::Codec, S>(value, serializer)
}

/// serde's `Deserialize` of a union.
pub fn union_deserialize<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    received::<T::Codec, D>(deserializer)
}

/// serde's traits for an enum that is a [`Union`].
#[doc(hidden)]
#[macro_export]
macro_rules! __union_impls {
    ($name:ident) => {
        $crate::__serde_impls!($name, union_serialize, union_deserialize);
    };
}
