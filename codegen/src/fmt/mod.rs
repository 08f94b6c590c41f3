//! `sockgen fmt`: one layout for every schema file.
//!
//! The layout is one that prettier's defaults leave as it is, so a project may run both. Words, comments and blank
//! lines stay; what changes is indentation, quotes, the order of keys whose order says nothing, and brackets that would
//! not fit their line.
//!
//! ```text
//! read ─▶ comments ─▶ order ─▶ print ─▶ verify
//! ```
//!
//! **Invariant:** what comes out says what went in: it is read again and compared before anybody sees it.

mod comments;
mod order;
mod outline;
mod print;
mod read;
mod scalar;
mod tree;
mod verify;

pub(crate) use outline::{Outline, outline};

use std::fmt;

/// Why a text was not formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not YAML, or uses parts of YAML that a schema does not: `sockgen check` says which.
    NotReadable,
    /// The result would not have said the same: a mistake in sockgen.
    WouldChange(&'static str),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::NotReadable => f.write_str("it is not YAML that a schema may be written in"),
            Refused::WouldChange(what) => write!(f, "formatting would change its {what}"),
        }
    }
}

/// Formats the text of a `*.sockgen.yaml`. A text that says nothing at all stays as it is.
///
/// # Errors
///
/// [`Refused::NotReadable`] where the text cannot be read as YAML. Whether it is a schema without errors makes no
/// difference.
pub fn format(text: &str) -> Result<String, Refused> {
    let text = clean(text);
    let mut document = read::read(&text).ok_or(Refused::NotReadable)?;
    comments::attach(&text, &mut document);
    order::sort(&mut document);
    comments::lift(&mut document);
    let printed = print::print(&document);
    verify::same(&document, &printed)?;
    Ok(printed)
}

/// The text without a byte order mark, and with one kind of line end.
fn clean(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}
