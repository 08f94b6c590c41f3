//! Names in the file of validators.
//!
//! Its helpers are the same text for every schema, so that what they are called, and what they use of JavaScript's own,
//! comes first: a type of the schema with such a name is imported under another one.

use crate::escape_ts::string;
use crate::ts::layout::{Doc, print, spaced, text};
use crate::ts::names::is_reserved_word;
use sockgen_schema::model::{Model, Origin};
use sockgen_schema::names;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The types of the helpers, and the globals that they use.
const OWN: &[&str] = &[
    "Array",
    "ArrayBuffer",
    "ArrayBufferView",
    "Argument",
    "BigInt",
    "Conversion",
    "Date",
    "EventSchemas",
    "Infinity",
    "InputOf",
    "Inputs",
    "Issue",
    "JSON",
    "Math",
    "Number",
    "Object",
    "OutputOf",
    "Outputs",
    "PropertyKey",
    "Read",
    "Reflect",
    "RegExp",
    "Run",
    "Schema",
    "String",
    "TypeError",
    "Validation",
];

/// What is called how, and what is imported.
pub(in crate::ts) struct Names {
    /// The constants of types, by their ids.
    constants: Vec<String>,
    /// Names of types that may not be used for an import.
    taken: RefCell<HashSet<String>>,
    /// What is imported of types, by the name there, with the name here.
    types: RefCell<BTreeMap<String, String>>,
    values: RefCell<BTreeSet<String>>,
}

impl Names {
    pub(in crate::ts) fn new(model: &Model) -> Self {
        let mut constants = HashSet::new();
        let constant = |name: &str| {
            let camel = names::names(name).map_or_else(|_| name.to_owned(), |names| names.camel);
            let mut constant = format!("{camel}Schema");
            while is_reserved_word(&constant) || !constants.insert(constant.clone()) {
                constant.push('_');
            }
            constant
        };
        let declared = model.types.iter().filter(|def| !matches!(def.origin, Origin::Args(_)));
        let taken = declared.map(|def| def.name.clone()).chain(OWN.iter().map(|name| (*name).to_owned()));
        Names {
            taken: RefCell::new(taken.collect()),
            constants: model.types.iter().map(|def| def.name.as_str()).map(constant).collect(),
            types: RefCell::default(),
            values: RefCell::default(),
        }
    }

    /// The constant of a type.
    pub(in crate::ts) fn constant(&self, id: sockgen_schema::model::TypeId) -> &str {
        &self.constants[id.0 as usize]
    }

    /// A type of the types file, imported; how it is called here.
    pub(in crate::ts) fn import_type(&self, name: &str) -> String {
        if let Some(here) = self.types.borrow().get(name) {
            return here.clone();
        }
        let mut here = name.to_owned();
        if OWN.contains(&name) {
            while !self.taken.borrow_mut().insert(here.clone()) {
                here.push('_');
            }
        }
        self.types.borrow_mut().insert(name.to_owned(), here.clone());
        here
    }

    /// A constant of the types file, imported.
    pub(in crate::ts) fn import_value(&self, name: String) {
        self.values.borrow_mut().insert(name);
    }

    /// The lines that import all that was asked for.
    pub(in crate::ts) fn imports(&self, module: &str) -> String {
        let line = |keyword: &str, names: Vec<String>| {
            if names.is_empty() {
                return String::new();
            }
            let items: Vec<Doc<'_>> = names.into_iter().map(text).collect();
            let names = match <[Doc<'_>; 1]>::try_from(items) {
                // Prettier leaves a single name on its line.
                Ok([only]) => Doc::Concat(vec![text("{ "), only, text(" }")]),
                Err(items) => spaced(items),
            };
            print(&[text(format!("{keyword} ")), names, text(format!(" from {};", string(module)))], 0) + "\n"
        };
        let types = self.types.borrow();
        let types = types.iter().map(
            |(there, here)| {
                if there == here { here.clone() } else { format!("{there} as {here}") }
            },
        );
        let values = self.values.borrow().iter().cloned().collect();
        line("import type", types.collect()) + &line("import", values)
    }
}
