//! Types as they stand in fields, payloads and acks, and the one table of built-in types.

use super::TypeId;
use serde::Serialize;

/// A type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Type {
    /// A built-in type, with bounds on its length or its value.
    Builtin {
        /// Which.
        builtin: Builtin,
        /// What the [`Measure`] of its values must lie between.
        bounds: Bounds,
        /// What a string must match somewhere: an expression that means the same to Rust's `regex` and to JavaScript with
        /// the flag `u`.
        pattern: Option<Box<str>>,
    },
    /// `T[]`.
    List {
        /// What it holds.
        items: Box<Type>,
        /// How many.
        bounds: Bounds,
    },
    /// `map<T>`: string keys.
    Map {
        /// What it holds.
        values: Box<Type>,
        /// How many.
        bounds: Bounds,
    },
    /// `[A, B]`: an array of exactly these.
    Tuple(Vec<Type>),
    /// `T | null`.
    Nullable(Box<Type>),
    /// A type with a name.
    Named {
        /// Which.
        id: TypeId,
        /// Whether this place must be boxed for its owner to have a finite size: it leads back to the type that it
        /// stands in, and no list or map lies between.
        boxed: bool,
    },
}

impl Type {
    /// A built-in type with nothing beside it.
    pub fn builtin(builtin: Builtin) -> Self {
        Type::Builtin { builtin, bounds: Bounds::default(), pattern: None }
    }

    /// Whether `bytes` stands in it, types with a name left aside.
    pub(super) fn is_bytes_somewhere(&self) -> bool {
        match self {
            Type::Builtin { builtin, .. } => *builtin == Builtin::Bytes,
            Type::List { items: inner, .. } | Type::Map { values: inner, .. } | Type::Nullable(inner) => {
                inner.is_bytes_somewhere()
            }
            Type::Tuple(items) => items.iter().any(Type::is_bytes_somewhere),
            Type::Named { .. } => false,
        }
    }

    /// Whether `bytes` can stand in it, given the answer for each type that has a name: [`Model::types_with_bytes`].
    ///
    /// [`Model::types_with_bytes`]: super::Model::types_with_bytes
    pub fn holds_bytes(&self, named: &[bool]) -> bool {
        let mut found = self.is_bytes_somewhere();
        self.for_each_named(&mut |id, _| found |= named[id.0 as usize]);
        found
    }

    /// Calls `found` for every named type in this one, with whether it stands where only boxing would keep its owner
    /// finite: not inside a list or a map.
    pub fn for_each_named(&self, found: &mut impl FnMut(TypeId, bool)) {
        fn walk(ty: &Type, direct: bool, found: &mut impl FnMut(TypeId, bool)) {
            match ty {
                Type::Builtin { .. } => {}
                Type::List { items: inner, .. } | Type::Map { values: inner, .. } => {
                    walk(inner, false, found)
                }
                Type::Tuple(items) => items.iter().for_each(|item| walk(item, direct, found)),
                Type::Nullable(inner) => walk(inner, direct, found),
                Type::Named { id, .. } => found(*id, direct),
            }
        }
        walk(self, true, found);
    }

    /// The type with a name that this is, perhaps beside null.
    pub fn named(&self) -> Option<TypeId> {
        match self {
            Type::Named { id, .. } => Some(*id),
            Type::Nullable(inner) => inner.named(),
            _ => None,
        }
    }
}

/// A bound of a length or of a value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Bound {
    /// Of a length, or of an integer.
    Int(i128),
    /// Of a floating-point number; always finite.
    Float(f64),
}

/// Inclusive bounds; either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Bounds {
    /// The least that is allowed.
    pub min: Option<Bound>,
    /// The most that is allowed.
    pub max: Option<Bound>,
}

impl Bounds {
    /// Whether nothing is bounded.
    pub fn is_open(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

/// What bounds on a type speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Measure {
    /// The number of Unicode code points.
    CodePoints,
    /// The value itself, an integer.
    Integer,
    /// The value itself, a floating-point number.
    Float,
    /// The number of items or entries.
    Items,
    /// The number of bytes.
    Bytes,
    /// Nothing can be bounded.
    Nothing,
}

/// A built-in type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[expect(missing_docs, reason = "BUILTINS documents each")]
pub enum Builtin {
    String,
    Bool,
    U8,
    U16,
    U32,
    I8,
    I16,
    I32,
    Int,
    U64,
    I64,
    F32,
    F64,
    DateTime,
    Date,
    Uuid,
    Bytes,
    Json,
}

/// A row of [`BUILTINS`].
#[derive(Clone, Copy, Debug)]
pub struct BuiltinRow {
    /// The type.
    pub builtin: Builtin,
    /// How the schema spells it.
    pub name: &'static str,
    /// What it is, for people, in one line.
    pub doc: &'static str,
    /// The Rust type that holds a value.
    pub rust: &'static str,
    /// The TypeScript type of a value.
    pub typescript: &'static str,
    /// What stands on the wire.
    pub wire: &'static str,
    /// What bounds on it speak of.
    pub measure: Measure,
    /// The least and the most that any value can be, for integers.
    pub range: Option<(i128, i128)>,
}

/// The largest integer that a JavaScript number holds exactly, 2^53 - 1.
const SAFE: i128 = 9_007_199_254_740_991;

const fn row(
    builtin: Builtin,
    name: &'static str,
    rust: &'static str,
    typescript: &'static str,
    wire: &'static str,
    measure: Measure,
    doc: &'static str,
) -> BuiltinRow {
    BuiltinRow { builtin, name, doc, rust, typescript, wire, measure, range: None }
}

const fn integer(
    builtin: Builtin,
    name: &'static str,
    min: i128,
    max: i128,
    doc: &'static str,
) -> BuiltinRow {
    BuiltinRow {
        builtin,
        name,
        doc,
        rust: name,
        typescript: "number",
        wire: "number",
        measure: Measure::Integer,
        range: Some((min, max)),
    }
}

/// Every built-in type, a row each, in the order of [`Builtin`].
pub const BUILTINS: &[BuiltinRow] = &[
    row(Builtin::String, "string", "String", "string", "string", Measure::CodePoints, "Text."),
    row(Builtin::Bool, "bool", "bool", "boolean", "boolean", Measure::Nothing, "True or false."),
    integer(Builtin::U8, "u8", 0, u8::MAX as i128, "An integer from 0 to 255."),
    integer(Builtin::U16, "u16", 0, u16::MAX as i128, "An integer from 0 to 65535."),
    integer(Builtin::U32, "u32", 0, u32::MAX as i128, "An integer from 0 to 4294967295."),
    integer(Builtin::I8, "i8", i8::MIN as i128, i8::MAX as i128, "An integer from -128 to 127."),
    integer(Builtin::I16, "i16", i16::MIN as i128, i16::MAX as i128, "An integer from -32768 to 32767."),
    integer(
        Builtin::I32,
        "i32",
        i32::MIN as i128,
        i32::MAX as i128,
        "An integer from -2147483648 to 2147483647.",
    ),
    BuiltinRow {
        rust: "i64",
        ..integer(
            Builtin::Int,
            "int",
            -SAFE,
            SAFE,
            "An integer that JavaScript holds exactly, up to 2^53 - 1.",
        )
    },
    BuiltinRow {
        typescript: "`${bigint}`",
        wire: "string of decimal digits",
        ..integer(
            Builtin::U64,
            "u64",
            0,
            u64::MAX as i128,
            "A 64-bit integer without a sign, as a string on the wire.",
        )
    },
    BuiltinRow {
        typescript: "`${bigint}`",
        wire: "string of decimal digits",
        ..integer(
            Builtin::I64,
            "i64",
            i64::MIN as i128,
            i64::MAX as i128,
            "A 64-bit integer, as a string on the wire.",
        )
    },
    row(
        Builtin::F32,
        "f32",
        "f32",
        "number",
        "number",
        Measure::Float,
        "A finite number in single precision.",
    ),
    row(Builtin::F64, "f64", "f64", "number", "number", Measure::Float, "A finite number."),
    row(
        Builtin::DateTime,
        "datetime",
        "chrono::DateTime<chrono::Utc>",
        "string",
        "string, RFC 3339",
        Measure::Nothing,
        "A moment in time, to the millisecond.",
    ),
    row(
        Builtin::Date,
        "date",
        "chrono::NaiveDate",
        "string",
        "string, YYYY-MM-DD",
        Measure::Nothing,
        "A day of the calendar.",
    ),
    row(
        Builtin::Uuid,
        "uuid",
        "uuid::Uuid",
        "string",
        "string, RFC 9562",
        Measure::Nothing,
        "A universally unique identifier.",
    ),
    row(Builtin::Bytes, "bytes", "bytes::Bytes", "ArrayBuffer", "attachment", Measure::Bytes, "Binary data."),
    row(
        Builtin::Json,
        "json",
        "serde_json::Value",
        "JsonValue",
        "any JSON",
        Measure::Nothing,
        "Any JSON value.",
    ),
];

impl Builtin {
    /// Its row in [`BUILTINS`].
    pub fn row(self) -> &'static BuiltinRow {
        &BUILTINS[self as usize]
    }

    /// The built-in type of that name.
    pub fn from_name(name: &str) -> Option<Builtin> {
        // Declared types begin with an upper-case letter, mostly.
        name.starts_with(|c: char| c.is_ascii_lowercase()).then_some(())?;
        BUILTINS.iter().find(|row| row.name == name).map(|row| row.builtin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_enum() {
        for row in BUILTINS {
            assert_eq!(row.builtin.row().name, row.name);
            assert_eq!(Builtin::from_name(row.name), Some(row.builtin));
        }
        assert_eq!(Builtin::from_name("String"), None);
    }
}
