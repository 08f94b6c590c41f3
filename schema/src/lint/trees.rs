//! What stands in the files, for lints about how something is written: a contract does not know that any more.
//!
//! The files are read a second time for that, so a lint looks first whether a word that it needs is there at all.

use super::Context;
use crate::diagnostic::Diagnostics;
use crate::source::Source;
use crate::syntax::json;
use crate::syntax::tree::{Map, Node, Value};
use crate::syntax::yaml;

/// Calls `found` for every mapping of every file in which a word stands; values that are the author's own are left aside.
pub(super) fn maps(context: &Context<'_>, word: &str, found: &mut impl FnMut(&Map<'_>)) {
    for (id, source) in context.sources.iter().filter(|(_, source)| source.text().contains(word)) {
        // Everything that is wrong with it was said before.
        let mut ignored = Diagnostics::default();
        if let Some(root) = yaml::parse(id, source.text(), is_json(source), &mut ignored) {
            walk(&root, found);
        }
    }
}

fn is_json(source: &Source) -> bool {
    json::is_json(source.name())
}

fn walk(node: &Node<'_>, found: &mut impl FnMut(&Map<'_>)) {
    match &node.value {
        Value::Map(map) => {
            found(map);
            for entry in &map.entries {
                match (&*entry.key, &entry.value.value) {
                    ("example" | "default", _) => {}
                    (key, _) if key.starts_with("x-") => {}
                    // Names stand here, not keys of the language.
                    ("fields", Value::Map(fields)) => {
                        fields.entries.iter().for_each(|field| walk(&field.value, found));
                    }
                    _ => walk(&entry.value, found),
                }
            }
        }
        Value::List(items) => items.iter().for_each(|item| walk(item, found)),
        Value::Scalar { .. } | Value::Invalid => {}
    }
}
