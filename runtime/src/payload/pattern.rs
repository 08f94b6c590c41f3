//! `pattern:` on a string.
//!
//! The schema's check lets through what means the same here and to JavaScript with the flag `u`. Patterns are matched by
//! `regex-lite`, which has no tables of Unicode and needs none for them, in time linear in the text whatever the pattern is; the `regex` crate matches faster, and building it
//! takes longer than everything else that this crate adds to a server.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_lite::{Regex, RegexBuilder};

use super::ViolationKind;
use super::scalar::{Broken, Constraint};

/// A pattern, on a marker that the emitter writes. It may match anywhere in a text.
pub trait Pattern: 'static {
    /// The expression.
    const SOURCE: &'static str;

    /// The place where it is kept once it was compiled: a static of its own.
    fn compiled() -> &'static LazyPattern;
}

/// An expression that is compiled when a text is first held to it; nothing if it is none.
pub struct LazyPattern(OnceLock<Option<Regex>>);

impl LazyPattern {
    /// Not compiled yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "only ever made in a static")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }
}

impl<K: Pattern> Constraint<String> for K {
    fn check(value: &String) -> Result<(), Broken> {
        // What does not compile lets nothing through: a check that is silently off is worse than one that shows.
        let regex = K::compiled().0.get_or_init(|| compile(K::SOURCE));
        if regex.as_ref().is_some_and(|regex| regex.is_match(value)) {
            return Ok(());
        }
        Err(Broken { kind: ViolationKind::Format, message: Cow::Owned(format!("must match {}", K::SOURCE)) })
    }
}

/// The most memory that one pattern may take. The schema's check keeps patterns far below.
const LARGEST: usize = 64 << 20;

fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).size_limit(LARGEST).build().ok()
}
