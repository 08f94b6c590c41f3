//! Names in generated TypeScript.
//!
//! Types keep the names of the model, which begin with an upper-case letter and hold letters and digits alone: no
//! reserved word of TypeScript looks like that, and the generator's own types are refused by the schema's checks. The
//! parameters of events are always `payload`, `ack` and `response`. So nothing here needs an escape; what needs a
//! decision is which name a key or a constant has.

use crate::escape_ts::string;
use sockgen_schema::model::{EventHead, TypeDef};
use sockgen_schema::names;
use std::collections::HashMap;

/// A key of an object or an interface: quoted where it is no identifier, which is what prettier does. Reserved words
/// are fine as keys.
pub(super) fn key(wire: &str) -> String {
    let is_identifier = wire.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && wire.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
    if is_identifier { wire.to_owned() } else { string(wire) }
}

/// The keys of events in `EVENTS`: the names of their methods, `joinRoom`.
///
/// Two names that differ on the wire alone (`a1` and `a-1`) keep the spelling that they have there.
pub(super) fn event_keys<'m>(events: impl Iterator<Item = &'m EventHead> + Clone) -> Vec<String> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    events.clone().for_each(|head| *uses.entry(&head.names.camel).or_default() += 1);
    events
        .map(|head| if uses[head.names.camel.as_str()] == 1 { &head.names.camel } else { &head.wire })
        .map(|name| key(name))
        .collect()
}

/// The constants that hold the values of enums, by the enum's name: `FailureCode` has `FAILURE_CODE_VALUES`.
pub(super) struct Constants {
    uses: HashMap<String, usize>,
}

impl Constants {
    pub(super) fn new<'m>(enums: impl Iterator<Item = &'m TypeDef>) -> Self {
        let mut uses = HashMap::new();
        enums.for_each(|def| *uses.entry(screaming(&def.name)).or_default() += 1);
        Constants { uses }
    }

    /// The name of an enum's constant. Types that differ in case alone (`HTTPCode` and `HttpCode`) keep theirs.
    pub(super) fn of(&self, def: &TypeDef) -> String {
        let name = screaming(&def.name);
        let unique = self.uses.get(&name).is_none_or(|uses| *uses == 1);
        format!("{}_VALUES", if unique { &name } else { &def.name })
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
        const WORDS: &[&str] = &[
            "any",
            "bigint",
            "boolean",
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
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "never",
            "new",
            "null",
            "number",
            "object",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "static",
            "string",
            "super",
            "switch",
            "symbol",
            "this",
            "throw",
            "true",
            "try",
            "type",
            "typeof",
            "undefined",
            "unknown",
            "var",
            "void",
            "while",
            "with",
            "yield",
        ];
        for word in WORDS {
            assert_ne!(&names::type_name(word).unwrap(), word);
        }
    }
}
