//! How values of the schema's types go over the wire, and how they are checked on the way.
//!
//! A generated struct carries no serde derive of its own. It names its fields and their [`Codec`]s, and everything
//! generic (maps, sequences, missing and doubled fields, paths, constraints) stands once in this module: a server
//! with a hundred events type-checks a hundred small tables instead of a hundred deserializers.
//!
//! A codec is a marker type that is never constructed. It says how *one schema type* looks on the wire, which a Rust
//! type alone cannot: `int` and `i64` are both an `i64` in Rust, one a JSON number and the other a decimal string; the
//! types of `chrono` and `uuid` are foreign, so that no trait of ours could be implemented for them with our format;
//! `k?: T` and `T | null` are both an `Option`.
//!
//! **Invariant:** nothing here panics on input, and no message contains text of serde, a Rust type's name or a value
//! that a client sent.

mod args;
mod brand;
mod buffered;
mod buffered_sent;
mod bytes;
mod choice;
mod collection;
mod external;
mod fields;
mod integer;
#[cfg(feature = "test")]
mod into_raw;
mod json;
mod number_choice;
mod object;
mod pattern;
mod presence;
mod raw;
mod relay;
mod scalar;
mod through_serde;
mod time;
mod tuple;
mod union;
mod violation;
mod visit;

use std::fmt::Debug;

use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

pub use args::{AllArgs, Args};
pub use brand::{Brand, Branded, brand_deserialize, brand_new, brand_parse, brand_serialize, brand_text};
pub use bytes::{Bytes, BytesLen};
pub use choice::{Enum, WireEnum, choice_deserialize, choice_serialize, choice_text};
pub use collection::{List, ListLen, Map, MapLen};
pub use external::External;
pub use fields::{FieldTuple, Many, Source};
pub use integer::{I8, I16, I32, I64, Int, Ranged, U8, U16, U32, U64};
#[cfg(feature = "test")]
pub(crate) use into_raw::{Plain, encode_raw, to_raw};
pub use json::Json;
pub use number_choice::{NumberEnum, WireNumber, number_deserialize, number_of, number_serialize};
pub use object::{
    Payload, Refs, Values, object_clone, object_debug, object_deserialize, object_eq, object_serialize,
};
pub use pattern::{LazyPattern, Pattern};
pub use presence::{Boxed, DefaultValue, Defaulted, DefaultedArgument, Nullable, Optional, OptionalNullable};
pub use raw::{AnyArguments, Raw, RawError, RawValue};
pub use scalar::{Bool, Broken, Checked, Constraint, F32, F64, FloatRange, Str, StrLen};
pub use through_serde::{Received, Sent, decode_json, encode_json, take_violation};
pub use time::{Date, DateTime, Uuid};
pub use tuple::{Tuple, TupleElements};
pub use union::{
    Adjacent, Internal, Member, ReadMember, Union, Untagged, WriteMember, kind, union_deserialize,
    union_serialize,
};
pub use violation::{Cx, Step, Violation, ViolationKind};

/// What the macros for generated types name of serde, so that a user's crate need not depend on it.
#[doc(hidden)]
pub mod by_serde {
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
}

/// How one type of the schema looks on the wire. The implementing type is a marker and is never constructed.
///
/// [`Codec::absent`] and [`Codec::is_absent`] are what makes a *mode* of a field (`k?: T`) a codec like any other:
/// only they know that a key may be left out, and only the code for objects asks.
pub trait Codec: 'static {
    /// The Rust type of the value.
    type Value: Clone + Debug + PartialEq + Send + Sync + 'static;

    /// Whether a value is all the arguments of an event, written as a tuple, and not one of them.
    const ARGUMENTS: bool = false;

    /// Whether binary data can stand in a value, at whatever depth.
    const BINARY: bool = false;

    /// Reads a value and checks its constraints. What is wrong is recorded in `cx`; the error itself says nothing.
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error>;

    /// Checks the constraints and writes the value.
    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error>;

    /// What a field has when its key is missing; `None` makes the key a required one.
    fn absent() -> Option<Self::Value> {
        None
    }

    /// Whether a field with this value is left out when its object is written.
    fn is_absent(_value: &Self::Value) -> bool {
        false
    }

    /// How many entries [`Codec::encode_entries`] writes.
    fn count_entries(_value: &Self::Value) -> usize {
        0
    }

    /// Writes the entries of an object into one that is open already. Only objects have any.
    fn encode_entries<M: SerializeMap>(_value: &Self::Value, _map: &mut M, cx: &Cx) -> Result<(), M::Error> {
        Err(cx.refuse_to_send(ViolationKind::WrongType, "expected object"))
    }
}
