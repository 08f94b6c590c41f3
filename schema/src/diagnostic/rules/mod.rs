//! What `sockgen explain` and the manual say of the rules whose findings are errors, and of the oldest warnings; lints
//! have theirs in their own files.
//!
//! Each is Markdown: why the rule is there, then a schema that breaks it and one that does not. **Invariant:** the first
//! one has findings of that rule alone, the second one none; `schema/tests/manual.rs` reads them all. A schema that
//! needs another file has it in front, in a block of its own that begins with its name: `# git.sockgen.yaml`.

mod carrier;
mod events;
mod names;
mod namespaces;
mod rooms;
mod structure;
mod types;

use super::Code;

/// Declares the documentation of several rules.
macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $code:ident,)+) => {
        pub(super) const RULES: &[(crate::diagnostic::Code, &str)] =
            &[$((crate::diagnostic::Code::$code, concat!($($doc, "\n"),+))),+];
    };
}
use rules;

const ALL: &[&[(Code, &str)]] = &[
    carrier::RULES,
    structure::RULES,
    types::RULES,
    names::RULES,
    events::RULES,
    rooms::RULES,
    namespaces::RULES,
];

/// What is said of a rule beside its summary, a space before each line.
pub(crate) fn doc(code: Code) -> Option<&'static str> {
    ALL.iter().flat_map(|rules| rules.iter()).find(|(other, _)| *other == code).map(|(_, doc)| *doc)
}
