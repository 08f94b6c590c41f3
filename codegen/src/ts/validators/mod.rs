//! The file of validators: a schema for each type, that takes and refuses what the server takes and refuses.
//!
//! A schema is built of calls, each of which makes a function that reads a value. The functions stand at the end of the
//! file, those alone that are called. They are the same text for every contract, so that a test of one holds for all.
//!
//! ```ts
//! export const userSchema: Schema<User> = /* @__PURE__ */ object({
//!   id: string(),
//!   name: optional(string(1, 80)),
//! });
//! ```
//!
//! **Invariant:** what a schema says of a value is what `runtime/src/payload` says of the JSON that Socket.IO makes of
//! it. `tests/agreement` holds the two against each other.

mod code;
mod events;
mod names;
mod order;
mod types;
mod unions;

use super::Options;
use super::convert;
use super::imports::import_lines;
use super::names::{Constants, Taken};
use super::types::{Types, Uses};
use super::view::{ExportView, about};
use crate::escape_ts::line_comment;
use serde::Serialize;
use sockgen_schema::model::{Builtin, Model, TypeDef, TypeKind};
use std::collections::{BTreeMap, BTreeSet};
use types::Schemas;

/// What the template prints.
#[derive(Debug, Serialize)]
pub(super) struct View {
    source: String,
    hash: String,
    about: String,
    imports: String,
    /// `const userSchema: Schema<User> = …;`, with its `export`.
    constants: Vec<String>,
    tables: Vec<ExportView>,
    /// Which of the helpers are called.
    calls: BTreeMap<&'static str, bool>,
    /// Whether there are tuples, or several arguments.
    tuples: bool,
    /// The helpers for integers of so many bits.
    integers: Vec<Integer>,
    /// What `bytes()` and `json()` are schemas of.
    bytes: String,
    json: String,
    /// What 64-bit integers and times are in code, and whether that is made of something else.
    int64: &'static str,
    date: &'static str,
    converts: bool,
}

/// `u8(min = 0, max = 255)`.
#[derive(Debug, Serialize)]
struct Integer {
    name: &'static str,
    min: String,
    max: String,
}

impl Integer {
    fn of(builtin: &Builtin) -> Option<Self> {
        let row = builtin.row();
        let (min, max) = row.range?;
        Some(Integer { name: row.name, min: min.to_string(), max: max.to_string() })
    }
}

/// The integers that are numbers on the wire and have a range of their own.
const INTEGERS: &[Builtin] =
    &[Builtin::U8, Builtin::U16, Builtin::U32, Builtin::I8, Builtin::I16, Builtin::I32];

/// Each helper with those that it calls itself, and that stand below it here.
const HELPERS: &[(&str, &[&str])] = &[
    ("strict", &["schema"]),
    ("payload", &["isList", "schema", "expected"]),
    ("args", &["isList", "schema", "expected", "within"]),
    ("noArguments", &["isList", "schema", "expected"]),
    ("anyArguments", &["isList", "schema", "expected", "readAny"]),
    ("openTagged", &["tagged", "json"]),
    ("openAdjacent", &["adjacent", "json"]),
    ("tagged", &["schema", "memberOf", "isPlain"]),
    ("adjacent", &["schema", "memberOf", "isPlain", "enter", "serverFirst"]),
    ("memberOf", &["within", "expected", "isText"]),
    ("byKind", &["schema", "isBytes", "expected"]),
    ("byKeys", &["schema", "isPlain", "expected"]),
    ("object", &["schema", "isPlain", "enter", "within", "expected", "serverFirst"]),
    ("lazy", &["schema"]),
    ("brand", &["schema"]),
    ("external", &["schema", "readAny"]),
    ("oneOf", &["schema", "fail"]),
    ("decoded", &["schema"]),
    ("withDefault", &["schema"]),
    ("optional", &["schema"]),
    ("nullable", &["schema"]),
    ("list", &["isList", "schema", "enter", "within", "expected", "isIn", "between"]),
    ("map", &["schema", "isPlain", "isText", "enter", "within", "expected", "isIn", "between"]),
    ("tuple", &["isList", "schema", "enter", "within", "expected"]),
    ("json", &["schema", "readAny"]),
    ("readAny", &["isList", "isPlain", "isBytes", "isText", "enter", "within", "expected"]),
    ("bytes", &["schema", "isBytes", "expected", "isIn", "between"]),
    ("uuid", &["schema", "expected"]),
    ("datetime", &["schema", "expected", "isDay"]),
    ("date", &["schema", "expected", "isDay"]),
    ("isDay", &["isIn"]),
    ("f32", &["schema", "expected", "isIn", "between"]),
    ("f64", &["schema", "expected", "isIn", "between"]),
    ("u64", &["decimal"]),
    ("i64", &["decimal"]),
    ("decimal", &["schema", "expected"]),
    ("u8", &["int"]),
    ("u16", &["int"]),
    ("u32", &["int"]),
    ("i8", &["int"]),
    ("i16", &["int"]),
    ("i32", &["int"]),
    ("int", &["schema", "expected", "isIn", "between"]),
    ("bool", &["schema", "expected"]),
    ("string", &["schema", "expected", "isText", "isIn", "between"]),
    ("refuseUnknown", &["within", "fail"]),
    ("serverFirst", &[]),
    ("isPlain", &[]),
    ("isBytes", &[]),
    ("isList", &[]),
    ("isText", &[]),
    ("isIn", &[]),
    ("between", &[]),
    ("enter", &["fail"]),
    ("within", &[]),
    ("expected", &["fail"]),
    ("fail", &[]),
    ("schema", &[]),
];

/// A file of all helpers and no schemas, and the names of those that make schemas.
pub(super) fn all() -> (View, Vec<&'static str>) {
    // Values of the application's are made of nothing here.
    let is_called = |name: &str| name != "decoded";
    let view = View {
        source: String::new(),
        hash: String::new(),
        about: String::new(),
        imports: String::new(),
        constants: Vec::new(),
        tables: Vec::new(),
        calls: HELPERS.iter().map(|(name, _)| (*name, is_called(name))).collect(),
        tuples: true,
        integers: INTEGERS.iter().filter_map(Integer::of).collect(),
        bytes: "ArrayBuffer | ArrayBufferView".to_owned(),
        json: "unknown".to_owned(),
        int64: "string",
        date: "string",
        converts: false,
    };
    let exported = HELPERS.iter().map(|(name, _)| *name).filter(|name| is_called(name));
    (view, exported.collect())
}

impl View {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        // In the order of the types file, so that the names are those that it has.
        let mut taken = Taken::new(model);
        let types = Types::new(model, options, &mut taken);
        let with_constant = |def: &&TypeDef| matches!(def.kind, TypeKind::Enum { .. } | TypeKind::Union(_));
        let constants = Constants::new(model.types.iter().filter(with_constant));
        let conversions = convert::names(model, options);
        let schemas = Schemas::new(model, &types, &constants, &conversions);
        let definitions = schemas.all();
        let tables = model.namespaces.iter().flat_map(|namespace| schemas.tables(namespace)).collect();
        let calls = closed(schemas.calls());
        let import = |name: &str| schemas.names.import_type(name);
        let uses = Uses::new(model, &types.flow);
        let json = uses.json.then(|| import(Builtin::Json.row().typescript));
        let bytes = calls["bytes"].then(|| {
            let forms = types.bytes.iter().take(if uses.bytes_input { 2 } else { 1 });
            forms.map(|name| import(name)).collect::<Vec<_>>().join(", ")
        });
        // The constants of those types alone in which something is converted.
        let used = conversions.values().filter(|name| definitions.iter().any(|text| text.contains(&**name)));
        let used: Vec<_> = used.map(|name| (name.clone(), name.clone())).collect();
        let kind = (!used.is_empty()).then(|| ("type Conversion".to_owned(), "Conversion".to_owned()));
        let imports = import_lines(&options.module(".convert"), used.into_iter().chain(kind));
        let integers = INTEGERS.iter().filter(|builtin| calls[builtin.row().name]);
        let integers = integers.filter_map(Integer::of).collect();
        View {
            source: line_comment(&options.source),
            hash: model.wire_hash(),
            about: about(model),
            imports: schemas.names.imports(&options.module("")) + &imports,
            constants: definitions,
            tables,
            tuples: calls["tuple"] || calls["args"],
            calls,
            integers,
            bytes: bytes.unwrap_or_default(),
            // Without the type, this is for members of unions that are not known.
            json: json.unwrap_or_else(|| "unknown".to_owned()),
            int64: if types.rich.int64 { "bigint" } else { Builtin::U64.row().typescript },
            date: if types.rich.dates { "Date" } else { Builtin::DateTime.row().typescript },
            converts: !conversions.is_empty(),
        }
    }
}

/// Whether each helper is called, by another one perhaps.
fn closed(direct: BTreeSet<&'static str>) -> BTreeMap<&'static str, bool> {
    let mut called = direct;
    for (name, needs) in HELPERS {
        if called.contains(name) {
            called.extend(needs.iter().copied());
        }
    }
    // Objects alone have keys that can be unknown, and only strict events look for them.
    if called.contains("strict") && (called.contains("object") || called.contains("adjacent")) {
        called.extend(["refuseUnknown", "within", "fail"]);
    }
    debug_assert!(called.iter().all(|name| HELPERS.iter().any(|(helper, _)| helper == name)), "{called:?}");
    HELPERS.iter().map(|(name, _)| (*name, called.contains(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn helpers_stand_above_those_that_they_call() {
        for (at, (name, needs)) in HELPERS.iter().enumerate() {
            for need in *needs {
                let place = HELPERS.iter().position(|(helper, _)| helper == need);
                assert!(place.is_some_and(|place| place > at), "{name} calls {need}");
            }
        }
    }
}
