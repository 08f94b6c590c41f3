//! Whose a comment is.
//!
//! What is told to the one below it, to the line it stands on, or to the end of the mapping it is indented like, is
//! decided by its place alone: the parser's own opinion is a hint only.

use super::tree::{Collection, Comment, Document, Item, Node, Style, Value};
use std::collections::VecDeque;

/// Gives every comment to what it belongs to.
pub(super) fn attach<'t>(text: &'t str, document: &mut Document<'t>) {
    let mut queue = Queue { text, rest: std::mem::take(&mut document.comments).into() };
    if let Some(root) = &mut document.root {
        let behind = queue.node(root, None);
        // Behind a `---` or the `{` of the whole file.
        document.header.extend(behind);
    }
    document.end.extend(queue.rest);
}

/// What comes behind a collection: where it begins, and its column.
type Next = Option<(usize, usize)>;

struct Queue<'t> {
    text: &'t str,
    rest: VecDeque<Comment<'t>>,
}

impl<'t> Queue<'t> {
    /// The next comment, if it stands before a place.
    fn before(&mut self, place: usize) -> Option<Comment<'t>> {
        self.rest.pop_front_if(|comment| comment.start < place)
    }

    /// Returns the comments that belong to the one whose value this is.
    fn node(&mut self, node: &mut Node<'t>, next: Next) -> Vec<Comment<'t>> {
        let (start, end) = (node.start, node.end);
        match &mut node.value {
            Value::Scalar(scalar) => {
                let mut behind = Vec::new();
                while let Some(comment) = self.before(start) {
                    behind.push(comment);
                }
                if matches!(scalar.style, Style::Literal | Style::Folded) {
                    // Behind the `|`.
                    while let Some(comment) = self.before(end) {
                        behind.push(comment);
                    }
                }
                behind
            }
            Value::Collection(collection) => self.collection(collection, start, end, next),
        }
    }

    fn collection(
        &mut self,
        collection: &mut Collection<'t>,
        start: usize,
        end: usize,
        next: Next,
    ) -> Vec<Comment<'t>> {
        let mut behind = Vec::new();
        let starts: Vec<_> =
            collection.items.iter().map(|item| (item.start, self.column(item.start))).collect();
        for at in 0..starts.len() {
            while let Some(comment) = self.before(starts[at].0) {
                match at.checked_sub(1).map(|before| &mut collection.items[before]) {
                    _ if comment.alone => collection.items[at].leading.push(comment),
                    None => behind.push(comment),
                    Some(before) if before.trailing.is_none() => before.trailing = Some(comment),
                    Some(_) => collection.items[at].leading.push(comment),
                }
            }
            let next = match starts.get(at + 1) {
                Some(next) => Some(*next),
                None if collection.flow => Some((end, usize::MAX)),
                None => next,
            };
            let item = &mut collection.items[at];
            // What a comment above a `-` documents begins behind it.
            let begin = if item.key.is_none() { item.value.start } else { item.start };
            item.docs = self.documenting(&item.leading, begin);
            self.item(item, next);
        }
        let column = self.column(start);
        loop {
            let next_comment = self.rest.front().copied();
            let Some(comment) = next_comment else { break };
            let belongs = if collection.flow {
                comment.start < end
            } else {
                comment.alone && comment.column >= column && !self.is_anothers(comment, next)
            };
            if !belongs {
                break;
            }
            self.rest.pop_front();
            match collection.items.last_mut() {
                Some(last) if !comment.alone && last.trailing.is_none() => last.trailing = Some(comment),
                _ => collection.end.push(comment),
            }
        }
        behind
    }

    /// Whether a comment behind a collection belongs to what follows it.
    fn is_anothers(&self, comment: Comment<'_>, next: Next) -> bool {
        let Some((start, column)) = next else { return false };
        if comment.start >= start || comment.column == column {
            return true;
        }
        // Documentation is what stands directly above a key, however it is indented.
        let above: Vec<_> = self.rest.iter().copied().take_while(|comment| comment.start < start).collect();
        self.documenting(&above, start) == above.len()
    }

    fn item(&mut self, item: &mut Item<'t>, next: Next) {
        let value = &item.value;
        let first = value.block().and_then(|block| block.items.first()).map(|first| first.start);
        let limit = first.unwrap_or(value.start);
        // A comment above the first key of a block belongs to that key.
        while let Some(comment) = self.rest.front().copied().filter(|comment| comment.start < limit) {
            if comment.alone && first.is_some() && item.key.is_some() {
                break;
            }
            self.rest.pop_front();
            self.behind_key(item, comment);
        }
        for comment in self.node(&mut item.value, next) {
            self.behind_key(item, comment);
        }
        if item.value.block().is_some() {
            return;
        }
        let end = item.value.end;
        let same_line = |comment: &Comment<'_>| {
            let between = self.text.get(end..comment.start);
            !comment.alone && between.is_some_and(|text| text.chars().all(|c| matches!(c, ' ' | '\t' | ',')))
        };
        if let Some(comment) = self.rest.front().copied().filter(same_line) {
            self.rest.pop_front();
            item.trailing = Some(comment);
        }
    }

    /// Gives an item a comment that stands between its key, or its `-`, and its value.
    fn behind_key(&self, item: &mut Item<'t>, comment: Comment<'t>) {
        if !comment.alone && item.head.is_none() {
            item.head = Some(comment);
        } else if item.key.is_none() && comment.alone {
            // Above what the `-` stands before it documents it as well as above the `-`.
            item.leading.push(comment);
            let begin = item.value.start;
            item.docs = self.documenting(&item.leading, begin);
        } else {
            item.between.push(comment);
        }
    }

    /// How many of the comments above a place, counted from the last, document what begins there.
    fn documenting(&self, above: &[Comment<'_>], place: usize) -> usize {
        let mut below = place;
        let documents = |comment: &&Comment<'_>| {
            let between = self.text.get(comment.end()..below).unwrap_or("x");
            below = comment.start;
            comment.is_doc()
                && comment.alone
                && between.matches('\n').count() == 1
                && between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '?'))
        };
        above.iter().rev().take_while(documents).count()
    }

    fn column(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        self.text[line..at].chars().count()
    }
}

/// Moves comments out of places in which they could not be printed.
pub(super) fn lift(document: &mut Document<'_>) {
    let Some(root) = &mut document.root else { return };
    let Value::Collection(collection) = &mut root.value else { return };
    if collection.items.is_empty() {
        document.end.splice(0..0, collection.end.drain(..));
    }
    collection.items.iter_mut().for_each(lift_item);
}

fn lift_item(item: &mut Item<'_>) {
    let is_scalar = matches!(item.value.value, Value::Scalar(_));
    let mut up = Vec::new();
    if let Value::Collection(collection) = &mut item.value.value {
        collection.items.iter_mut().for_each(lift_item);
        if collection.items.is_empty() {
            up.extend(item.head.take());
            up.append(&mut collection.end);
        }
        if let Some(first) = collection.items.first_mut().filter(|_| item.key.is_none()) {
            // The first key stands behind the `-`: there is no line above it.
            up.append(&mut first.leading);
            first.docs = 0;
        }
        if item.head.is_some() {
            // The brackets go, and behind the key stands something already.
            up.extend(item.trailing.take());
        }
    }
    if let Value::Scalar(scalar) = &item.value.value
        && matches!(scalar.style, Style::Literal | Style::Folded)
    {
        up.append(&mut item.between);
    }
    if !is_scalar {
        up.append(&mut item.between);
    }
    if item.key.is_none() && item.docs > 0 {
        // Documentation of what stands behind a `-` ends where a comment stands behind it.
        up.extend(item.head.take());
    }
    if item.key.is_none() && item.value.is_empty() {
        // Behind a `-` alone prettier cannot leave them where they are.
        up.extend(item.head.take());
        up.extend(item.trailing.take());
    }
    // They stand above the documentation, and do not become a part of it.
    item.leading.splice(0..0, up);
    if item.key.is_none()
        && item.docs == 0
        && item.head.is_none()
        && item.trailing.is_none()
        && matches!(&item.value.value, Value::Collection(inner) if !inner.end.is_empty())
        && item.leading.last().is_some_and(Comment::is_doc)
    {
        // It must not become documentation, and prettier would take out the blank line that keeps it from that.
        item.head = item.leading.pop();
        item.blank = item.head.is_some_and(|comment| comment.blank);
    }
}

/// Whether there is a comment anywhere in a collection, so that it cannot stand on one line.
pub(super) fn has_comments(collection: &Collection<'_>) -> bool {
    !collection.end.is_empty()
        || collection.items.iter().any(|item| {
            !item.leading.is_empty()
                || item.head.is_some()
                || !item.between.is_empty()
                || item.trailing.is_some()
                || matches!(&item.value.value, Value::Collection(inner) if has_comments(inner))
        })
}
