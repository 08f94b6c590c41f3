//! Names in generated TypeScript.
//!
//! Types keep the names of the model, which begin with an upper-case letter and hold letters and digits alone: no
//! reserved word of TypeScript looks like that, and the generator's own types are refused by the schema's checks or take
//! a trailing `_` ([`Taken`]). The arguments of an event are called as in the schema, reserved words with a trailing `_`;
//! one argument alone is always `payload`. What else needs a decision is which name a key or a constant has.

use super::connect;
use crate::escape_ts::{is_name, string};
use sockgen_schema::model::{EventHead, Field, Model, TypeDef};
use sockgen_schema::names;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The names of types in a file, and of constants and functions that could be called like one, or like what is imported.
#[derive(Debug)]
pub(super) struct Taken<'m>(HashSet<Cow<'m, str>>);

impl<'m> Taken<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let fixed =
            ["Ack", "Fault", "FaultCode", "JsonValue", "ClientToServerEvents", "ServerToClientEvents"];
        let declared = model.types.iter().map(|def| def.name.as_str());
        let functions = connect::functions(model).map(Cow::Owned);
        Taken(declared.chain(fixed).map(Cow::Borrowed).chain(functions).collect())
    }

    /// A name of the generator's own: the one that is asked for, unless the schema has it.
    pub(super) fn claim(&mut self, mut name: String) -> String {
        while !self.0.insert(name.clone().into()) {
            name.push('_');
        }
        name
    }

    /// A name of TypeScript's own, however the schema calls its types.
    pub(super) fn global(&self, name: &str) -> String {
        if self.0.contains(name) { format!("globalThis.{name}") } else { name.to_owned() }
    }
}

/// A key of an object or an interface: quoted where it is no identifier, which is what prettier does. Reserved words
/// are fine as keys.
pub(super) fn key(wire: &str) -> Cow<'_, str> {
    if is_name(wire) { wire.into() } else { string(wire).into() }
}

/// A member of a value: `.name`, `["the name"]`.
pub(super) fn member(wire: &str) -> String {
    if is_name(wire) { format!(".{wire}") } else { format!("[{}]", string(wire)) }
}

/// The parameters of an event with several arguments. What TypeScript does not let a parameter be called, and `ack`,
/// which stands behind them, take a trailing `_`.
pub(super) fn parameters(fields: &[Field]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::from(["ack".to_owned()]);
    let name = |field: &Field| {
        let mut name = field.names.camel.clone();
        if is_reserved_word(&name) {
            name.push('_');
        }
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        name
    };
    fields.iter().map(name).collect()
}

/// Whether a word is no name for a parameter or an import, in strict code.
pub(super) fn is_reserved_word(word: &str) -> bool {
    RESERVED_WORDS.binary_search(&word).is_ok()
}

/// Words with a meaning of their own, in the order of the alphabet.
const RESERVED_WORDS: &[&str] = &[
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// The keys of events in `EVENTS`: the names of their methods, `joinRoom`.
///
/// Two names that differ on the wire alone (`a1` and `a-1`) keep the spelling that they have there.
pub(super) fn event_keys<'m>(events: impl Iterator<Item = &'m EventHead> + Clone) -> Vec<Cow<'m, str>> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    events.clone().for_each(|head| *uses.entry(&head.names.camel).or_default() += 1);
    events
        .map(|head| if uses[head.names.camel.as_str()] == 1 { &head.names.camel } else { &head.wire })
        .map(|name| key(name))
        .collect()
}

/// The constants that hold the values of enums and the tags of unions, by the type's name: `FailureCode` has
/// `FAILURE_CODE_VALUES`.
pub(super) struct Constants {
    uses: HashMap<String, usize>,
}

impl Constants {
    pub(super) fn new<'m>(defs: impl Iterator<Item = &'m TypeDef>) -> Self {
        // `FAULT_CODE_VALUES` is the generator's own.
        let mut uses = HashMap::from([("FAULT_CODE".to_owned(), 1)]);
        defs.for_each(|def| *uses.entry(screaming(&def.name)).or_default() += 1);
        Constants { uses }
    }

    /// The name of the constant with an enum's values.
    pub(super) fn values(&self, def: &TypeDef) -> String {
        self.of(def) + "_VALUES"
    }

    /// The name of the constant with a union's tags.
    pub(super) fn tags(&self, def: &TypeDef) -> String {
        self.of(def) + "_TAGS"
    }

    /// Types that differ in case alone (`HTTPCode` and `HttpCode`) keep their names.
    fn of(&self, def: &TypeDef) -> String {
        let name = screaming(&def.name);
        let unique = self.uses.get(&name).is_none_or(|uses| *uses == 1);
        if unique { name } else { def.name.clone() }
    }
}

fn screaming(name: &str) -> String {
    names::names(name).map_or_else(|_| name.to_owned(), |names| names.snake).to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_quoted_where_they_must_be() {
        for (wire, expected) in [
            ("name", "name"),
            ("_id", "_id"),
            ("$ref", "$ref"),
            ("delete", "delete"),
            ("join:room", r#""join:room""#),
            ("2nd", r#""2nd""#),
            ("1", r#""1""#),
            ("", r#""""#),
            ("🦀crab", r#""🦀crab""#),
        ] {
            assert_eq!(key(wire), expected);
        }
    }

    #[test]
    fn no_reserved_word_is_a_type_name() {
        // What TypeScript does not let a type be called, or lets nobody use as a name.
        const TYPES: &[&str] = &[
            "any",
            "bigint",
            "boolean",
            "never",
            "number",
            "object",
            "string",
            "symbol",
            "type",
            "unknown",
            "undefined",
        ];
        for word in RESERVED_WORDS.iter().chain(TYPES) {
            assert_ne!(&names::type_name(word).unwrap(), word);
        }
        assert!(RESERVED_WORDS.is_sorted());
    }

    #[test]
    fn parameters_are_names_that_differ() {
        let field = |name: &str| Field {
            wire: name.to_owned(),
            names: names::names(name).unwrap(),
            optional: false,
            ty: sockgen_schema::model::Type::builtin(sockgen_schema::model::Builtin::Bool),
            default: None,
            deprecated: None,
            doc: None,
            example: None,
            extensions: Vec::new(),
            span: sockgen_schema::source::Span::new(sockgen_schema::source::FileId::FIRST, 0, 0),
        };
        let fields: Vec<Field> = ["doc-id", "ack", "delete", "a1", "a_1", "of"].map(field).into();
        assert_eq!(parameters(&fields), ["docId", "ack_", "delete_", "a1", "a1_", "of"]);
    }
}
