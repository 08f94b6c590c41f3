//! The tree of a file: what stands there, and where, with nothing known of schemas yet.

use crate::source::Span;
pub(crate) use crate::text::shown;
use std::borrow::Cow;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'t> {
    /// What stands there.
    pub value: Value<'t>,
    /// Where.
    pub span: Span,
    /// The `##` comment above it. Only items of a list carry theirs here; a mapping's keys carry their own.
    pub doc: Option<Box<Doc<'t>>>,
}

/// A documentation comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Doc<'t> {
    /// Its lines, without the marks.
    pub text: Cow<'t, str>,
    /// All of its lines.
    pub span: Span,
}

/// What can stand at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'t> {
    /// Text, with quotes taken off.
    Scalar {
        /// The text: a piece of the file, unless it is written with escapes or in several lines.
        text: Cow<'t, str>,
        /// Whether it stands without quotes, so that `1`, `true` and nothing at all may be more than text.
        plain: bool,
    },
    /// A list.
    List(Vec<Node<'t>>),
    /// A mapping.
    Map(Map<'t>),
    /// Something that was refused, with a finding.
    Invalid,
}

/// A mapping's entries, in the file's order. A key stands once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map<'t> {
    /// The entries.
    pub entries: Vec<Entry<'t>>,
    /// Whether it is written as `{ … }`.
    pub flow: bool,
    /// Whether all of its keys are among the entries: one that is no text is not.
    pub complete: bool,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'t> {
    /// The key.
    pub key: Cow<'t, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The `##` comment above the key.
    pub doc: Option<Box<Doc<'t>>>,
    /// The value.
    pub value: Node<'t>,
}

impl<'t> Map<'t> {
    /// The entry of a key.
    pub fn get(&self, key: &str) -> Option<&Entry<'t>> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

impl Node<'_> {
    /// Whether nothing is written here.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true }
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }
}
