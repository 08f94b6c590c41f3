//! The layout.

use super::comments::has_comments;
use super::scalar::{self, Written};
use super::tree::{Collection, Comment, Document, Item, Node, Value};

/// The most columns of a line with brackets.
const WIDTH: usize = 80;
/// The columns of one level.
const INDENT: usize = 2;

pub(super) fn print(document: &Document<'_>) -> String {
    let mut printer = Printer { out: String::new(), in_block: false, commented: false, guard: false };
    for comment in &document.header {
        printer.comment(comment, 0, false);
    }
    match document.root.as_ref().map(|root| &root.value) {
        Some(Value::Collection(root)) if root.items.is_empty() => {
            printer.line(0);
            printer.out.push_str(if root.is_map { "{}" } else { "[]" });
        }
        Some(Value::Collection(root)) => printer.collection(root, 0, true, true),
        Some(Value::Scalar(scalar)) => {
            printer.line(0);
            printer.scalar(scalar, 0, None);
        }
        None => {}
    }
    printer.end(&document.end, document.root.as_ref().is_some_and(|root| !is_map(root)));
    if !printer.out.is_empty() {
        printer.out.push('\n');
    }
    printer.out
}

fn is_map(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Collection(collection) if collection.is_map)
}

struct Printer {
    out: String,
    /// Whether the last line belongs to a text behind `|` or `>`.
    in_block: bool,
    /// Whether the last line ends in a comment.
    commented: bool,
    /// Whether the last line is a `##` comment that documents nothing, and must not begin to.
    guard: bool,
}

impl Printer {
    /// Begins a line.
    fn line(&mut self, indent: usize) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    fn blank(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// A comment on a line of its own. `first` says that it is the first thing of a nested block, above which
    /// nothing is left blank.
    fn comment(&mut self, comment: &Comment<'_>, indent: usize, first: bool) {
        if comment.blank && !first {
            self.blank();
        }
        self.line(indent);
        self.out.push_str(comment.text);
        self.guard = comment.is_doc();
        (self.in_block, self.commented) = (false, false);
    }

    /// The comments behind everything else. Where prettier sets or removes a blank line above the first of them, so is
    /// it here.
    fn end(&mut self, comments: &[Comment<'_>], below_list: bool) {
        for (at, comment) in comments.iter().enumerate() {
            let blank = if at > 0 || self.out.is_empty() || !(self.in_block || below_list) {
                comment.blank
            } else {
                self.in_block
            };
            self.comment(&Comment { blank, ..*comment }, 0, false);
        }
    }

    /// A comment behind something.
    fn behind(&mut self, comment: Option<&Comment<'_>>) {
        if let Some(comment) = comment {
            self.out.push(' ');
            self.out.push_str(comment.text);
            self.commented = true;
        }
    }

    /// The items of a collection, each on lines of its own. The first begins on the current line if that is where it
    /// belongs. `last` says that nothing else follows in the file.
    fn collection(&mut self, collection: &Collection<'_>, indent: usize, begin_line: bool, last: bool) {
        let count = collection.items.len();
        for (at, item) in collection.items.iter().enumerate() {
            let last = last && at + 1 == count;
            self.item(item, indent, at == 0, at > 0 || begin_line, last);
        }
        if indent == 0 {
            return self.end(&collection.end, !collection.is_map);
        }
        for comment in &collection.end {
            // Between two comments at the very end prettier would double the blank line.
            let blank = comment.blank && !(last && self.commented);
            self.comment(&Comment { blank, ..*comment }, indent, false);
        }
    }

    fn item(&mut self, item: &Item<'_>, indent: usize, first: bool, begin_line: bool, last: bool) {
        // The first thing of the file may have the file's own comments above it.
        let first = first && (indent > 0 || self.out.is_empty());
        // Prettier takes the blank lines out of the comments above such an item.
        let tight = !first
            && item.key.is_none()
            && matches!(&item.value.value, Value::Collection(inner) if !inner.end.is_empty());
        // And it gives a `?` to a key that with its comment would not fit.
        let behind_key = item.behind_key();
        // Behind a `-` it would part documentation from what it is about.
        let parts = item.key.is_none() && item.docs > 0 && in_brackets(item, indent + INDENT).is_none();
        let above = behind_key.filter(|_| parts || self.is_wide(item, indent));
        if let Some(comment) = above {
            self.comment(&Comment { blank: false, ..*comment }, indent, true);
        }
        let docs = item.leading.len() - item.docs;
        for (at, comment) in item.leading.iter().enumerate() {
            let blank = comment.blank && !(tight && at > 0);
            if at == docs && self.guard && !blank {
                self.blank();
            }
            self.comment(&Comment { blank, ..*comment }, indent, first && at == 0);
        }
        let below_comments = !item.leading.is_empty();
        if begin_line {
            let blank = item.blank && if below_comments { !tight } else { !first };
            if item.docs == 0 && (blank || self.guard) {
                self.blank();
            }
            self.line(indent);
        }
        let behind_key = behind_key.filter(|_| above.is_none());
        (self.guard, self.in_block, self.commented) = (false, false, false);
        match &item.key {
            None => self.out.push('-'),
            Some(key) => {
                self.out.push_str(&scalar::key(key));
                self.out.push(':');
            }
        }
        match &item.value.value {
            Value::Scalar(_) if item.value.is_empty() => {
                self.behind(behind_key.or(item.trailing.as_ref()));
            }
            Value::Scalar(scalar) => {
                let is_below =
                    behind_key.is_some() && !scalar.raw.starts_with(['|', '>']) || !item.between.is_empty();
                if is_below {
                    self.behind(behind_key);
                    for (at, comment) in item.between.iter().enumerate() {
                        self.comment(comment, indent + INDENT, at == 0);
                    }
                    self.guard = false;
                    self.line(indent + INDENT);
                    self.scalar(scalar, indent + INDENT, None);
                } else {
                    self.scalar(scalar, indent + INDENT, behind_key);
                }
                self.behind(item.trailing.as_ref());
            }
            Value::Collection(collection) => self.nested(item, collection, indent, last, behind_key),
        }
    }

    /// Whether a key takes more than a line.
    fn is_wide(&self, item: &Item<'_>, indent: usize) -> bool {
        item.key.as_ref().is_some_and(|key| indent + width(&scalar::key(key)) + 1 > WIDTH)
    }

    /// A collection behind its key or its `-`.
    fn nested(
        &mut self,
        item: &Item<'_>,
        collection: &Collection<'_>,
        indent: usize,
        last: bool,
        comment: Option<&Comment<'_>>,
    ) {
        let column = width(self.out.rsplit('\n').next().unwrap_or("")) + 1;
        if let Some(line) = in_brackets(item, column) {
            // What cannot be broken stands on the next line where it fits on none.
            if item.key.is_some() && column + width(&line) > WIDTH {
                self.line(indent + INDENT);
            } else {
                self.out.push(' ');
            }
            self.out.push_str(&line);
            self.behind(item.head.as_ref().or(item.trailing.as_ref()));
            return;
        }
        self.behind(comment);
        let beside = item.key.is_none() && comment.is_none();
        if beside {
            self.out.push(' ');
        }
        self.collection(collection, indent + INDENT, !beside, last);
    }

    /// Text behind its key or its `-`, or, at the start of a line, on its own.
    fn scalar(&mut self, scalar: &super::tree::Scalar<'_>, indent: usize, head: Option<&Comment<'_>>) {
        let line = self.out.rsplit('\n').next().unwrap_or("");
        let is_alone = line.trim().is_empty();
        let column = width(line);
        let space = if is_alone { "" } else { " " };
        match scalar::written(scalar) {
            Written::Line(text) => {
                self.out.push_str(space);
                self.out.push_str(&text);
                self.behind(head);
            }
            Written::Lines(lines) => {
                if is_alone || line.ends_with('-') || column + 1 + width(&lines[0]) <= WIDTH {
                    self.out.push_str(space);
                } else {
                    self.line(indent);
                }
                for (at, text) in lines.iter().enumerate() {
                    self.text_line(text, indent, at > 0);
                }
                self.behind(head);
            }
            Written::Block { header, lines } => {
                self.out.push_str(space);
                self.out.push_str(header);
                self.behind(head);
                for text in &lines {
                    self.text_line(text, indent, true);
                }
                (self.in_block, self.commented) = (true, false);
            }
        }
    }

    /// A line of text; an empty one has no indentation.
    fn text_line(&mut self, text: &str, indent: usize, begin: bool) {
        if begin {
            self.line(if text.is_empty() { 0 } else { indent });
        }
        self.out.push_str(text);
    }
}

impl<'t> Item<'t> {
    /// The comment that stands behind the key where the value begins on the next line.
    fn behind_key(&self) -> Option<&Comment<'t>> {
        let below = match &self.value.value {
            Value::Scalar(_) => None,
            Value::Collection(inner) if inner.items.is_empty() => None,
            Value::Collection(_) => self.trailing.as_ref(),
        };
        self.head.as_ref().or(below)
    }
}

/// The collection of an item on one line that begins at a column, if that is where it stands.
fn in_brackets(item: &Item<'_>, column: usize) -> Option<String> {
    let Value::Collection(collection) = &item.value.value else { return None };
    let stays = collection.flow && item.head.is_none() && !has_comments(collection);
    flow(&item.value).filter(|line| collection.items.is_empty() || stays && column + width(line) <= WIDTH)
}

/// A value in brackets on one line, if it can be.
fn flow(node: &Node<'_>) -> Option<String> {
    let collection = match &node.value {
        Value::Scalar(scalar) => {
            return match scalar::written(scalar) {
                Written::Line(line) if line.len() <= WIDTH * 4 => Some(line),
                _ => None,
            };
        }
        Value::Collection(collection) => collection,
    };
    if collection.items.is_empty() {
        return Some(if collection.is_map { "{}" } else { "[]" }.to_owned());
    }
    let mut out = String::new();
    for item in &collection.items {
        if !out.is_empty() {
            out.push_str(", ");
        }
        if let Some(key) = &item.key {
            // Some tools refuse an unquoted `?` in brackets.
            if key.text.ends_with('?') {
                return None;
            }
            out.push_str(&scalar::key(key));
            match (item.value.is_empty(), item.colon) {
                (true, true) => return None,
                (true, false) => continue,
                (false, _) => out.push_str(": "),
            }
        }
        out.push_str(&flow(&item.value)?);
        if out.len() > WIDTH * 4 {
            return None;
        }
    }
    Some(if collection.is_map { format!("{{ {out} }}") } else { format!("[{out}]") })
}

/// How many columns a text takes, or more: some characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
