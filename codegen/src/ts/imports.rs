//! Lines that import something, as prettier and biome would write them.

use super::layout::{Doc, print, spaced, text};
use crate::escape_ts::string;

/// A line, or several, that imports all of these from a module: each as it is written and the name that it is sorted by.
/// Nothing for nothing.
pub(super) fn import_lines(module: &str, names: impl IntoIterator<Item = (String, String)>) -> String {
    let mut names: Vec<(String, String)> = names.into_iter().collect();
    if names.is_empty() {
        return String::new();
    }
    names.sort_by(|(_, a), (_, b)| natural(a).cmp(&natural(b)).then_with(|| a.cmp(b)));
    names.dedup();
    // Where nothing is left of it at runtime, it says so once.
    let are_types = names.iter().all(|(written, _)| written.starts_with("type "));
    let of = |written: String| match written.strip_prefix("type ") {
        Some(name) if are_types => text(name.to_owned()),
        _ => text(written),
    };
    let items: Vec<Doc<'_>> = names.into_iter().map(|(written, _)| of(written)).collect();
    let import = if are_types { "import type " } else { "import " };
    let names = match <[Doc<'_>; 1]>::try_from(items) {
        // Prettier leaves a single name on its line.
        Ok([only]) => Doc::Concat(vec![text("{ "), only, text(" }")]),
        Err(items) => spaced(items),
    };
    print(&[text(import), names, text(format!(" from {};", string(module)))], 0) + "\n"
}

fn natural(name: &str) -> String {
    name.to_ascii_lowercase()
}
