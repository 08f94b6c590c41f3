//! The order of keys whose order says nothing.
//!
//! Fields, values, members, events, types and rooms stay as they are written: their order is the author's, and shows in
//! generated code. A key that the language does not know stays behind the key that it stands behind.

use super::tree::{Collection, Comment, Document, Item, Value};

/// What a mapping is, and by that the order of its keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A file, or a namespace.
    File,
    Namespaces,
    Events,
    Event,
    Args,
    /// Where a type may stand.
    Type,
    /// A type with `type`, `fields`, `enum` and the like.
    LongForm,
    /// Types, each with or without a name: fields, declared types, members, parts of a tuple.
    Types,
    Rooms,
    Room,
    Acks,
    AckStyle,
    Defaults,
    Lint,
    External,
    TypeScript,
    Deprecated,
    /// Anything in which nothing is moved.
    Other,
}

const FILE: &[&str] = &[
    "sockgen",
    "name",
    "version",
    "doc",
    "import",
    "include",
    "defaults",
    "acks",
    "lint",
    "deprecated",
    "auth",
    "connectError",
    "types",
    "clientToServer",
    "serverToClient",
    "rooms",
    "namespaces",
];
const EVENT: &[&str] = &[
    "doc",
    "method",
    "data",
    "args",
    "ack",
    "error",
    "ackStyle",
    "name",
    "example",
    "maxBytes",
    "rate",
    "ackTimeout",
    "ordered",
    "strict",
    "volatile",
    "to",
    "deprecated",
    "lint",
];
/// A type that says in a word what it is; what else there is to say of it follows.
const SHORT: &[&str] = &[
    "type",
    "brand",
    "external",
    "of",
    "min",
    "max",
    "pattern",
    "default",
    "example",
    "deprecated",
    "doc",
    "lint",
];
/// A type with parts, which would hide what stands behind them.
const LONG: &[&str] = &[
    "doc",
    "deprecated",
    "include",
    "tag",
    "content",
    "fields",
    "enum",
    "open",
    "union",
    "example",
    "default",
    "lint",
];
/// Every key of a long form.
const LONG_FORM: &[&str] = &[
    "type",
    "fields",
    "enum",
    "union",
    "tag",
    "content",
    "open",
    "brand",
    "external",
    "include",
    "of",
    "doc",
    "example",
    "default",
    "deprecated",
    "min",
    "max",
    "pattern",
    "lint",
];
/// One of these makes a mapping a long form.
const HEADS: &[&str] = &["type", "fields", "enum", "union", "brand", "external"];

/// Sorts the keys of a file, and tells the comments at its top from those of its first key.
pub(super) fn sort(document: &mut Document<'_>) {
    let Some(root) = &mut document.root else { return };
    let Value::Collection(collection) = &mut root.value else { return };
    if let Some(first) = collection.items.first_mut() {
        let count = header(first);
        document.header.extend(first.leading.drain(..count));
    }
    sorted(collection, Place::File);
}

/// How many of the comments above a file's first key belong to the file: those above a blank line, and those that
/// speak to tools.
fn header(first: &Item<'_>) -> usize {
    let comments = &first.leading;
    let is_below = |at: usize| comments.get(at + 1).map_or(first.blank, |next| next.blank);
    let is_header = |at: &usize| is_below(*at) || comments[*at].text.contains("yaml-language-server:");
    (0..comments.len() - first.docs).rev().find(is_header).map_or(0, |at| at + 1)
}

fn sorted(collection: &mut Collection<'_>, place: Place) {
    let place = match place {
        Place::Type if is_long_form(collection) => Place::LongForm,
        // An inline object, or a tuple.
        Place::Type => Place::Types,
        place => place,
    };
    for item in &mut collection.items {
        let place = inside(place, item);
        if let Value::Collection(inner) = &mut item.value.value {
            sorted(inner, place);
        }
    }
    let Some(keys) = keys(place, collection) else { return };
    let first = collection.items.first().map(|item| item.start);
    let mut last = 0;
    let rank = |item: &Item<'_>| {
        let known = keys.iter().position(|key| *key == item.name());
        last = match known {
            Some(at) => at + 1,
            None if item.name().starts_with("x-") => keys.len() + 1,
            // Named styles have an order of their own, which they keep behind the file's.
            None if matches!(place, Place::Acks) => keys.len() + 1,
            None => last,
        };
        last
    };
    let ranks: Vec<_> = collection.items.iter().map(rank).collect();
    if ranks.is_sorted() {
        return;
    }
    let mut ranked: Vec<_> = ranks.into_iter().zip(collection.items.drain(..)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    collection.items.extend(ranked.into_iter().map(|(_, item)| item));
    // A blank line separates; what is first now gives its own to what was.
    let was = collection.items.iter().position(|item| Some(item.start) == first).unwrap_or(0);
    if was > 0 {
        let mine = *blank_above(&mut collection.items[0]);
        let other = std::mem::replace(blank_above(&mut collection.items[was]), mine);
        *blank_above(&mut collection.items[0]) = other;
    }
}

/// Whether a blank line stands above an item and its comments.
fn blank_above<'i>(item: &'i mut Item<'_>) -> &'i mut bool {
    match item.leading.first_mut() {
        Some(Comment { blank, .. }) => blank,
        None => &mut item.blank,
    }
}

/// The order of a mapping's keys, where there is one.
fn keys(place: Place, collection: &Collection<'_>) -> Option<&'static [&'static str]> {
    if !collection.is_map {
        return None;
    }
    Some(match place {
        Place::File => FILE,
        Place::Event => EVENT,
        Place::LongForm => {
            let short = ["type", "brand", "external"].iter().any(|key| collection.get(key).is_some());
            if short { SHORT } else { LONG }
        }
        Place::Room => &["doc", "name", "join", "leave", "deprecated"],
        Place::Acks | Place::AckStyle => &["ok", "error", "fault"],
        Place::Defaults => &["maxBytes", "rate", "inFlight", "ackTimeout", "ordered", "strict"],
        Place::Lint => &["allow", "warn", "deny"],
        Place::External => &["rust", "ts", "json"],
        Place::TypeScript => &["name", "from"],
        Place::Deprecated => &["since", "use"],
        _ => return None,
    })
}

fn is_long_form(map: &Collection<'_>) -> bool {
    let known = |item: &Item<'_>| LONG_FORM.contains(&item.name()) || item.name().starts_with("x-");
    map.is_map && map.items.iter().all(known) && HEADS.iter().any(|head| map.get(head).is_some())
}

/// What stands at a key of a mapping, or as an item of a list.
fn inside(place: Place, item: &Item<'_>) -> Place {
    match (place, item.name()) {
        (Place::File, "auth" | "connectError") => Place::Type,
        (Place::File, "types") => Place::Types,
        (Place::File, "clientToServer" | "serverToClient") => Place::Events,
        (Place::File, "rooms") => Place::Rooms,
        (Place::File, "namespaces") => Place::Namespaces,
        (Place::File, "acks") => Place::Acks,
        (Place::File, "defaults") => Place::Defaults,
        (Place::File | Place::Event | Place::Room | Place::LongForm, "lint") => Place::Lint,
        (Place::File | Place::Event | Place::Room | Place::LongForm, "deprecated") => Place::Deprecated,
        (Place::Namespaces, _) => Place::File,
        (Place::Events, _) => Place::Event,
        (Place::Rooms, _) => Place::Room,
        (Place::Event, "data" | "ack" | "error") => Place::Type,
        (Place::Event, "args") => Place::Args,
        (Place::Args, _) | (Place::LongForm, "fields" | "union") => Place::Types,
        (Place::Types, _) | (Place::LongForm, "type" | "of") => Place::Type,
        (Place::LongForm, "external") => Place::External,
        (Place::External, "json") => Place::Type,
        (Place::External, "ts") => Place::TypeScript,
        // The keys of the default style stand beside the names of the others, which are styles themselves.
        (Place::Acks, key) if !matches!(key, "ok" | "error" | "fault") => Place::AckStyle,
        _ => Place::Other,
    }
}
