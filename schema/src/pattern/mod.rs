//! Patterns: regular expressions that mean the same to Rust's `regex` and to JavaScript with the flag `u`.
//!
//! Both languages have far more than what they share, and some of what looks alike differs: `\d` takes any digit of
//! Unicode in Rust and ten in JavaScript, `.` stops at one kind of line break or at four. So this reads what they
//! share, and refuses everything else with what to write instead. What is read:
//!
//! ```text
//! pattern = branch { "|" branch }
//! branch  = { "^" | "$" | atom [ ( "*" | "+" | "?" | "{" n [ "," [ m ] ] "}" ) [ "?" ] ] }
//! atom    = character | escape | class | "(" pattern ")" | "(?:" pattern ")" | "(?<" name ">" pattern ")"
//! class   = "[" [ "^" ] item { item } "]"           item = character [ "-" character ] | escape
//! escape  = "\" ( syntax character | "t" | "n" | "r" | "f" | "v" | "xHH" | "uHHHH" | "u{H…}" )
//! ```

mod ranges;
mod read;
mod slow;

use std::ops::Range;

/// Why a pattern is refused.
#[derive(Debug)]
pub(crate) struct Problem {
    /// Which part of it, in bytes.
    pub(crate) place: Range<usize>,
    /// What is wrong, in one sentence.
    pub(crate) message: String,
    /// What to write instead.
    pub(crate) help: String,
}

/// A part of a pattern.
#[derive(Debug)]
enum Node {
    /// `^`.
    Start,
    /// `$`.
    End,
    /// One character of a set.
    Class(Vec<ranges::Range>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of several.
    Alternatives(Vec<Node>),
    /// Again and again; without an end, where there is no `most`.
    Repeat { node: Box<Node>, least: u64, most: Option<u64> },
}

/// Whether both languages read a pattern, and as the same.
pub(crate) fn check(pattern: &str) -> Result<(), Problem> {
    read::read(pattern).map(|_| ())
}

/// What makes an engine that tries one way after the other, as those of browsers do, take twice as long each time that it
/// is repeated in a text; nothing for a pattern without it, or one that is too large to tell. The budget is how many steps may
/// be looked at, and has those that are left afterwards.
pub(crate) fn doubles(pattern: &str, budget: &mut usize) -> Option<String> {
    slow::doubles(&read::read(pattern).ok()?, budget)
}
