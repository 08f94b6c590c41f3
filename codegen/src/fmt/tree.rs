//! What a file says, with everything that its layout is made from.

use std::borrow::Cow;

/// A file.
pub(super) struct Document<'t> {
    /// Its one value; absent where there are comments at most.
    pub(super) root: Option<Node<'t>>,
    /// Comments that are not yet anybody's, in the order of the file.
    pub(super) comments: Vec<Comment<'t>>,
    /// Comments at the top that belong to the file and not to its first key.
    pub(super) header: Vec<Comment<'t>>,
    /// Comments behind everything else.
    pub(super) end: Vec<Comment<'t>>,
}

/// A value and where it stands, in bytes.
pub(super) struct Node<'t> {
    pub(super) value: Value<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
}

pub(super) enum Value<'t> {
    Scalar(Scalar<'t>),
    Collection(Collection<'t>),
}

/// Text.
pub(super) struct Scalar<'t> {
    /// As it is meant.
    pub(super) text: Cow<'t, str>,
    /// As it is written, with its quotes or its `|`.
    pub(super) raw: &'t str,
    pub(super) style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

/// A mapping or a list.
pub(super) struct Collection<'t> {
    pub(super) is_map: bool,
    /// Whether it is written in brackets.
    pub(super) flow: bool,
    pub(super) items: Vec<Item<'t>>,
    /// The comments behind the last item.
    pub(super) end: Vec<Comment<'t>>,
}

/// A key with its value, or an item of a list.
pub(super) struct Item<'t> {
    pub(super) key: Option<Scalar<'t>>,
    /// Whether a `:` stands behind the key. In `{ a, b }` none does.
    pub(super) colon: bool,
    /// Where its key begins, or its `-`.
    pub(super) start: usize,
    /// Whether a blank line stands directly above it.
    pub(super) blank: bool,
    /// The comments above it.
    pub(super) leading: Vec<Comment<'t>>,
    /// How many of them, counted from the last, are its documentation.
    pub(super) docs: usize,
    /// The comment behind its key, where the value begins on a later line.
    pub(super) head: Option<Comment<'t>>,
    /// The comments between its key and its value.
    pub(super) between: Vec<Comment<'t>>,
    /// The comment behind its value.
    pub(super) trailing: Option<Comment<'t>>,
    pub(super) value: Node<'t>,
}

/// A comment.
#[derive(Clone, Copy)]
pub(super) struct Comment<'t> {
    /// With its `#`, without white space at its end.
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) column: usize,
    /// Whether it has a line of its own.
    pub(super) alone: bool,
    /// Whether a blank line stands directly above it.
    pub(super) blank: bool,
}

impl Comment<'_> {
    /// Whether it would document what stands directly below it. A line of many `#` is a ruler.
    pub(super) fn is_doc(&self) -> bool {
        self.text.starts_with("##") && !self.text.starts_with("###")
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

impl<'t> Node<'t> {
    /// Whether nothing is written here.
    pub(super) fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.is_empty())
    }

    /// The collection, if it is one that is written without brackets.
    pub(super) fn block(&self) -> Option<&Collection<'t>> {
        match &self.value {
            Value::Collection(collection) if !collection.flow => Some(collection),
            _ => None,
        }
    }
}

impl Scalar<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.style == Style::Plain && self.raw.is_empty()
    }
}

impl<'t> Item<'t> {
    pub(super) fn new(key: Option<Scalar<'t>>, start: usize, value: Node<'t>) -> Self {
        Item {
            key,
            colon: true,
            start,
            blank: false,
            leading: Vec::new(),
            docs: 0,
            head: None,
            between: Vec::new(),
            trailing: None,
            value,
        }
    }

    /// The key's text; of a list's item there is none.
    pub(super) fn name(&self) -> &str {
        self.key.as_ref().map_or("", |key| &key.text)
    }
}

impl<'t> Collection<'t> {
    pub(super) fn get(&self, key: &str) -> Option<&Item<'t>> {
        self.items.iter().find(|item| item.name() == key)
    }
}
