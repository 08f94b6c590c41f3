//! The last word: what was printed says what was read.

use super::tree::{Collection, Comment, Document, Item, Node, Scalar, Style, Value};
use super::{Refused, comments, read};

/// Compares what was to be printed with what a reader of the printed text sees.
pub(super) fn same(wanted: &Document<'_>, printed: &str) -> Result<(), Refused> {
    let changed = |what| Err(Refused::WouldChange(what));
    let Some(mut found) = read::read(printed) else { return changed("syntax") };
    comments::attach(printed, &mut found);
    match (&wanted.root, &found.root) {
        (None, None) => {}
        (Some(wanted), Some(found)) => node(wanted, found)?,
        _ => return changed("content"),
    }
    if gathered(wanted) != gathered(&found) {
        return changed("comments");
    }
    Ok(())
}

fn node(wanted: &Node<'_>, found: &Node<'_>) -> Result<(), Refused> {
    match (&wanted.value, &found.value) {
        (Value::Scalar(a), Value::Scalar(b)) if is_same(a, b) => Ok(()),
        (Value::Scalar(_), Value::Scalar(_)) => Err(Refused::WouldChange("text")),
        (Value::Collection(a), Value::Collection(b))
            if a.is_map == b.is_map && a.items.len() == b.items.len() =>
        {
            a.items.iter().zip(&b.items).try_for_each(|(a, b)| item(a, b))
        }
        _ => Err(Refused::WouldChange("content")),
    }
}

fn item(wanted: &Item<'_>, found: &Item<'_>) -> Result<(), Refused> {
    if wanted.name() != found.name() {
        return Err(Refused::WouldChange("keys"));
    }
    let docs = |item: &Item<'_>| -> Vec<String> {
        let docs = &item.leading[item.leading.len() - item.docs..];
        docs.iter().map(|comment| comment.text.to_owned()).collect()
    };
    if docs(wanted) != docs(found) {
        return Err(Refused::WouldChange("documentation"));
    }
    node(&wanted.value, &found.value)
}

/// Whether two texts are the same to the language: `1` is a number, `"1"` is none.
fn is_same(a: &Scalar<'_>, b: &Scalar<'_>) -> bool {
    let is_plain = |scalar: &Scalar<'_>| scalar.style == Style::Plain;
    a.text == b.text && (is_plain(a) == is_plain(b) || a.text.contains('\n'))
}

/// All comments, sorted.
fn gathered(document: &Document<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut take =
        |comments: &[Comment<'_>]| all.extend(comments.iter().map(|comment| comment.text.to_owned()));
    take(&document.header);
    take(&document.end);
    if let Some(Node { value: Value::Collection(root), .. }) = &document.root {
        visit(root, &mut take);
    }
    all.sort();
    all
}

fn visit(collection: &Collection<'_>, take: &mut dyn FnMut(&[Comment<'_>])) {
    take(&collection.end);
    for item in &collection.items {
        take(&item.leading);
        take(&item.between);
        take(item.head.as_slice());
        take(item.trailing.as_slice());
        if let Value::Collection(inner) = &item.value.value {
            visit(inner, take);
        }
    }
}
