//! What a file declares, read from its text alone: a file that is being written is seldom without errors.

use super::tree::{Collection, Item, Value};
use super::{clean, comments, read};
use crate::language::{Name, Names};

/// What a file declares, and the files that it names.
pub(crate) struct Outline {
    /// Its own names.
    pub(crate) names: Names,
    /// Imported and included files: the name that stands before those of their types, and the path.
    pub(crate) files: Vec<(String, String)>,
}

/// Reads what a text declares, if it is YAML.
pub(crate) fn outline(text: &str) -> Option<Outline> {
    let text = clean(text);
    let mut document = read::read(&text)?;
    comments::attach(&text, &mut document);
    let mut outline = Outline { names: Names::default(), files: Vec::new() };
    let Some(Value::Collection(root)) = document.root.as_ref().map(|root| &root.value) else {
        return Some(outline);
    };
    let names = &mut outline.names;
    names.types = section(root, "types");
    names.ack_styles = section(root, "acks");
    names.ack_styles.retain(|style| !matches!(&*style.name, "ok" | "error" | "fault"));
    let namespaces = inside(root, "namespaces").map(|all| all.items.as_slice()).unwrap_or_default();
    let inner = namespaces.iter().filter_map(|item| match &item.value.value {
        Value::Collection(namespace) => Some(namespace),
        Value::Scalar(_) => None,
    });
    for scope in std::iter::once(root).chain(inner) {
        names.rooms.extend(section(scope, "rooms"));
        names.client_events.extend(section(scope, "clientToServer"));
        for path in inside(scope, "include").into_iter().flat_map(|files| &files.items).filter_map(scalar) {
            let file = path.rsplit(['/', '\\']).next().unwrap_or(&path);
            outline.files.push((file.split('.').next().unwrap_or(file).to_owned(), path.clone()));
        }
    }
    for item in inside(root, "import").into_iter().flat_map(|imports| &imports.items) {
        outline.files.extend(scalar(item).map(|path| (item.name().to_owned(), path)));
    }
    for list in [&mut names.types, &mut names.rooms, &mut names.client_events, &mut names.ack_styles] {
        list.sort_by(|a, b| a.name.cmp(&b.name));
        list.dedup_by(|a, b| a.name == b.name);
    }
    Some(outline)
}

fn inside<'c, 't>(collection: &'c Collection<'t>, key: &str) -> Option<&'c Collection<'t>> {
    match &collection.get(key)?.value.value {
        Value::Collection(inner) => Some(inner),
        Value::Scalar(_) => None,
    }
}

fn scalar(item: &Item<'_>) -> Option<String> {
    match &item.value.value {
        Value::Scalar(scalar) if !scalar.is_empty() => Some(scalar.text.to_string()),
        _ => None,
    }
}

/// The names in a section, with their documentation.
fn section(collection: &Collection<'_>, key: &str) -> Vec<Name> {
    let items = inside(collection, key).map(|section| section.items.as_slice()).unwrap_or_default();
    items.iter().map(|item| Name { name: item.name().to_owned(), doc: doc(item) }).collect()
}

fn doc(item: &Item<'_>) -> Option<String> {
    let comments = &item.leading[item.leading.len() - item.docs..];
    if comments.is_empty() {
        let Value::Collection(inner) = &item.value.value else { return None };
        return inner.get("doc").and_then(scalar);
    }
    let line = |text: &str| {
        let line = text.trim_start_matches('#');
        line.strip_prefix(' ').unwrap_or(line).to_owned()
    };
    Some(comments.iter().map(|comment| line(comment.text)).collect::<Vec<_>>().join("\n"))
}
