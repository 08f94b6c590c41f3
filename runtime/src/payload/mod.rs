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
mod choice;
mod collection;
mod fields;
mod integer;
mod json;
mod object;
mod presence;
mod raw;
mod scalar;
mod through_serde;
mod time;
mod violation;
mod visit;

use std::fmt::Debug;

use serde::{Deserializer, Serializer};

pub use args::{Args, decode_args_of_frame};
pub use choice::{Enum, WireEnum, choice_deserialize, choice_serialize, choice_text};
pub use collection::{List, ListLen, Map, MapLen};
pub use fields::{FieldTuple, Many, Source};
pub use integer::{I8, I16, I32, I64, Int, Ranged, U8, U16, U32, U64};
pub use json::Json;
pub use object::{
    Payload, Refs, Values, object_clone, object_debug, object_deserialize, object_eq, object_serialize,
};
pub use presence::{Boxed, Nullable, Optional, OptionalNullable};
pub use raw::{AnyArguments, Raw, RawError, RawValue};
pub use scalar::{Bool, Broken, Checked, Constraint, F32, F64, FloatRange, Str, StrLen};
pub use through_serde::{Received, Sent, decode_json, encode_json, take_violation};
pub use time::{Date, DateTime, Uuid};
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
}
