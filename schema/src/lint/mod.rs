//! Warnings: contracts that work, but not as well as they could. One file a rule, with the rule's documentation above it.
//!
//! Lints run on a contract without errors, so that none of them follows from a mistake that is reported already, and
//! only where somebody asks: who generates code does not pay for them.
//!
//! **Invariant:** a lint looks at every part of a contract a bounded number of times. Those that compare things with
//! each other do it by what is the same in both, not pair by pair.

mod ack_error_shape;
mod closed_server_value;
mod deprecated_without_use;
mod doc_names_type;
mod event_name_style;
mod example_mismatch;
mod field_name_style;
mod many_arguments;
mod missing_ack;
mod missing_ack_timeout;
mod missing_doc;
mod near_duplicate_name;
mod prefer_int;
mod slow_pattern;
mod style;
mod timestamp_as_string;
mod trees;
mod unbounded_input;
mod unlimited_event;
mod unused_type;
mod walk;

use crate::diagnostic::{Code, Diagnostics, Level, Levels};
use crate::load::Loaded;
use crate::model::Model;
use crate::source::Sources;

/// A rule whose findings are warnings.
pub(crate) struct Lint {
    pub(crate) code: Code,
    /// Whether it is silent unless somebody asks for it by name: a matter of taste, or of what the contract is for.
    pub(crate) quiet: bool,
    /// Its documentation, a space before each line.
    pub(crate) doc: &'static str,
    check: fn(&Context<'_>, &mut Diagnostics),
}

/// Declares the `LINT` of a file: its documentation, its code, whether it speaks unless it is allowed (`loud`) or only
/// where it is asked for (`quiet`).
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $code:ident, loud) => { rule!(@ $($doc)+, $code, false); };
    ($(#[doc = $doc:literal])+ $code:ident, quiet) => { rule!(@ $($doc)+, $code, true); };
    (@ $($doc:literal)+, $code:ident, $quiet:literal) => {
        pub(super) const LINT: crate::lint::Lint = crate::lint::Lint {
            code: crate::diagnostic::Code::$code,
            quiet: $quiet,
            doc: concat!($($doc, "\n"),+),
            check,
        };
    };
}
use rule;

/// Every lint, by its code.
pub(crate) const LINTS: &[Lint] = &[
    missing_doc::LINT,
    event_name_style::LINT,
    field_name_style::LINT,
    near_duplicate_name::LINT,
    unused_type::LINT,
    unbounded_input::LINT,
    unlimited_event::LINT,
    missing_ack::LINT,
    missing_ack_timeout::LINT,
    example_mismatch::LINT,
    many_arguments::LINT,
    closed_server_value::LINT,
    prefer_int::LINT,
    timestamp_as_string::LINT,
    deprecated_without_use::LINT,
    doc_names_type::LINT,
    ack_error_shape::LINT,
    slow_pattern::LINT,
];

/// What a lint looks at.
pub(crate) struct Context<'l> {
    model: &'l Model,
    sources: &'l Sources,
}

/// Looks for everything that could be better in a schema that was read, and gives all of its warnings the levels that
/// the files and the caller say. A contract with errors is not linted.
pub fn lint(loaded: &mut Loaded, levels: &Levels) {
    if let Some(model) = loaded.model.as_ref().filter(|_| !loaded.diagnostics.has_errors()) {
        let context = Context { model, sources: &loaded.sources };
        for lint in LINTS.iter().filter(|lint| levels.asks_for(lint.code, &loaded.settings, lint.quiet)) {
            // What is allowed takes no place from what is not: only so many findings are kept.
            let mut found = Diagnostics::default();
            (lint.check)(&context, &mut found);
            found.retain(|found| {
                levels.level(found.code, found.span, &loaded.settings, lint.quiet) != Level::Allow
            });
            found.iter().for_each(|found| loaded.diagnostics.push(found.clone()));
        }
    }
    loaded.diagnostics.apply_levels(levels, &loaded.settings, is_quiet);
}

/// Whether a rule is silent unless it is asked for.
pub fn is_quiet(code: Code) -> bool {
    LINTS.iter().any(|lint| lint.code == code && lint.quiet)
}

/// `1 field`, `3 fields`.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn lints_are_the_warnings_of_their_range() {
        let codes: Vec<_> = LINTS.iter().map(|lint| lint.code).collect();
        let range = |code: &&Code| code.as_str().starts_with("SG1");
        assert_eq!(codes, Code::ALL.iter().filter(range).copied().collect::<Vec<_>>());
        assert!(codes.iter().all(|code| code.severity() == Severity::Warning));
    }
}
