//! Names of rooms: no client may choose a value that makes one room's name another's, or a socket's own.
//!
//! The runtime writes a parameter into the name with every ASCII character percent-encoded but letters, digits and
//! `- _ . ~` (RFC 3986's unreserved characters), and with the first character of the literal behind it encoded too; so
//! a `:` in a template cannot be imitated by a value, and a value never runs into what follows it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Model, Room, RoomPart};
use crate::source::Span;
use crate::syntax::file::File;
use std::collections::HashSet;

/// The length of a socket's id, of which each socket has a room.
const SOCKET_ID_LENGTH: usize = 20;

/// Runs the rules of this file.
pub(super) fn templates(file: &File, model: &Model, diagnostics: &mut Diagnostics) {
    for namespace in &model.namespaces {
        let spans: Vec<Span> = file.rooms.iter().map(|room| room.template_span).collect();
        let patterns: Vec<Vec<Part>> = namespace.rooms.iter().map(pattern).collect();
        for (at, room) in namespace.rooms.iter().enumerate() {
            let span = spans.get(at).copied().unwrap_or(room.span);
            if one(room, &patterns[at], span, diagnostics) {
                continue;
            }
            if let Some(other) = (0..at).find(|other| overlap(&patterns[*other], &patterns[at])) {
                let message = format!(
                    "rooms of the kinds `{}` and `{}` could have one name",
                    namespace.rooms[other].key, room.key
                );
                let finding = Diagnostic::new(Code::RoomOverlap, span, message)
                    .help(format!("begin it with a prefix of its own: `{}:…`", room.key))
                    .related(
                        spans.get(other).copied().unwrap_or(namespace.rooms[other].span),
                        "the other kind",
                    );
                diagnostics.push(finding);
            }
        }
    }
}

/// The rules for one template. Returns whether something was found.
fn one(room: &Room, pattern: &[Part], span: Span, diagnostics: &mut Diagnostics) -> bool {
    let before = diagnostics.iter().count();
    let literals: String = room
        .template
        .iter()
        .filter_map(|part| match part {
            RoomPart::Literal(text) => Some(text.as_str()),
            RoomPart::Param { .. } => None,
        })
        .collect();
    if matches!(room.template.first(), Some(RoomPart::Param { .. })) {
        let finding = Diagnostic::new(Code::RoomTemplate, span, "a room's name must begin with fixed text")
            .label("a client would name the room alone")
            .help(format!("write `{}:…`: every socket is in a room called by its own id", room.key));
        diagnostics.push(finding);
    } else if pattern.iter().any(|part| *part == Part::Param) && literals.chars().all(is_unreserved)
        || !literals.is_empty() && literals.len() == SOCKET_ID_LENGTH && literals.chars().all(is_unreserved)
    {
        let finding = Diagnostic::new(Code::RoomOverlap, span, "a name of this kind could be a socket's id")
            .label("a socket's id is made of letters, digits, `-` and `_`")
            .help(format!("put a `:` into the fixed text: `{}:…`", room.key));
        diagnostics.push(finding);
    }
    for pair in room.template.windows(2) {
        if let [RoomPart::Param { .. }, RoomPart::Param { .. }] = pair {
            let finding = Diagnostic::new(Code::RoomTemplate, span, "nothing stands between two parameters")
                .help("put a `:` between them");
            diagnostics.push(finding);
        }
    }
    diagnostics.iter().count() > before
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Char(char),
    Param,
}

fn pattern(room: &Room) -> Vec<Part> {
    let mut parts = Vec::new();
    for part in &room.template {
        match part {
            RoomPart::Literal(text) => parts.extend(text.chars().map(Part::Char)),
            RoomPart::Param { .. } => parts.push(Part::Param),
        }
    }
    parts
}

/// Characters that can stand in an encoded value: the unreserved ones, `%`, and whatever is not ASCII.
fn in_value(c: char) -> bool {
    is_unreserved(c) || c == '%' || !c.is_ascii()
}

fn is_unreserved(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~')
}

/// Whether some text fits both patterns: a walk over pairs of places.
fn overlap(a: &[Part], b: &[Part]) -> bool {
    let mut seen = HashSet::from([(0, 0)]);
    let mut open = vec![(0, 0)];
    while let Some((i, j)) = open.pop() {
        if i == a.len() && j == b.len() {
            return true;
        }
        let (left, right) = (a.get(i), b.get(j));
        let mut step = |place: (usize, usize)| {
            if seen.insert(place) {
                open.push(place);
            }
        };
        // A parameter may end here, or take one more character of what the other pattern has.
        if left == Some(&Part::Param) {
            step((i + 1, j));
        }
        if right == Some(&Part::Param) {
            step((i, j + 1));
        }
        match (left, right) {
            (Some(Part::Char(x)), Some(Part::Char(y))) if x == y => step((i + 1, j + 1)),
            (Some(Part::Param), Some(Part::Char(c))) if in_value(*c) => step((i, j + 1)),
            (Some(Part::Char(c)), Some(Part::Param)) if in_value(*c) => step((i + 1, j)),
            _ => {}
        }
    }
    false
}
