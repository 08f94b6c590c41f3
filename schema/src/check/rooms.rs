//! Names of rooms: no client may choose a value that makes one room's name another's, or a socket's own.
//!
//! The runtime writes a parameter into the name with every ASCII character percent-encoded but letters, digits and
//! `- _ . ~` (RFC 3986's unreserved characters), and with the first character of the literal behind it encoded too; so
//! a `:` in a template cannot be imitated by a value, and a value never runs into what follows it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Model, Room, RoomPart};
use crate::resolve::WrittenModel;
use crate::source::Span;
use crate::syntax::tree::shown;
use std::collections::HashSet;

/// The lengths of a socket's id, of which each socket has a room: socketioxide's, and that of Node's server.
const SOCKET_ID_LENGTHS: [usize; 2] = [16, 20];
/// How many steps the comparison of kinds may take: far more than any that begin differently need.
const BUDGET: usize = 500_000;

/// Runs the rules of this file.
pub(super) fn templates(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    // Each namespace has rooms of its own.
    for (namespace, written) in model.namespaces.iter().zip(&written.namespaces) {
        let mut kinds = Vec::new();
        for (room, decl) in namespace.rooms.iter().zip(&written.rooms) {
            // Without a template there was something wrong with it.
            let Some((_, span)) = &decl.template else { continue };
            if !one(room, *span, diagnostics) {
                kinds.push(Kind { room, span: *span, pattern: pattern(room) });
            }
        }
        overlaps(&kinds, diagnostics);
    }
}

/// A kind of room whose template is in order by itself.
struct Kind<'m> {
    room: &'m Room,
    span: Span,
    pattern: Vec<Part>,
}

impl Kind<'_> {
    /// The text that every name of this kind begins with.
    fn prefix(&self) -> &[Part] {
        let end = self.pattern.iter().position(|part| *part == Part::Param);
        &self.pattern[..end.unwrap_or(self.pattern.len())]
    }
}

/// Reports kinds of which one could have a name of an earlier one's.
fn overlaps(kinds: &[Kind<'_>], diagnostics: &mut Diagnostics) {
    // Two kinds can only meet where the beginning of one is a beginning of the other's. In the order of their
    // beginnings, what a kind's beginning begins with stands before it, so a stack of those is all that is compared.
    let mut order: Vec<usize> = (0..kinds.len()).collect();
    order.sort_by(|a, b| kinds[*a].prefix().cmp(kinds[*b].prefix()).then(a.cmp(b)));
    let mut earlier: Vec<Option<usize>> = vec![None; kinds.len()];
    let mut stack: Vec<usize> = Vec::new();
    let mut budget = BUDGET;
    for at in order {
        while stack.last().is_some_and(|top| !kinds[at].prefix().starts_with(kinds[*top].prefix())) {
            stack.pop();
        }
        for other in stack.iter().copied() {
            let Some(meet) = overlap(&kinds[other].pattern, &kinds[at].pattern, &mut budget) else {
                let message = "there are too many kinds of rooms that begin alike to tell them apart";
                let finding = Diagnostic::new(Code::RoomOverlap, kinds[at].span, message);
                diagnostics.push(
                    finding.help(format!(
                        "begin each with a text of its own: `{}:…`",
                        shown(&kinds[at].room.key)
                    )),
                );
                return;
            };
            if meet {
                let (first, second) = (at.min(other), at.max(other));
                earlier[second] = Some(earlier[second].map_or(first, |found| found.min(first)));
            }
        }
        stack.push(at);
    }
    for (kind, other) in kinds.iter().zip(earlier) {
        let Some(other) = other.map(|other| &kinds[other]) else { continue };
        let message = format!(
            "rooms of the kinds `{}` and `{}` could have one name",
            shown(&other.room.key),
            shown(&kind.room.key)
        );
        let finding = Diagnostic::new(Code::RoomOverlap, kind.span, message)
            .help(format!("begin it with a text of its own: `{}:…`", shown(&kind.room.key)))
            .related(other.span, "the other kind");
        diagnostics.push(finding);
    }
}

/// The rules for one template. Returns whether something was found.
fn one(room: &Room, span: Span, diagnostics: &mut Diagnostics) -> bool {
    let before = diagnostics.len();
    let has_params = room.template.iter().any(|part| matches!(part, RoomPart::Param { .. }));
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
            .help(format!("write `{}:…`: every socket is in a room called by its own id", shown(&room.key)));
        diagnostics.push(finding);
    } else if literals.chars().all(is_unreserved)
        && (has_params || SOCKET_ID_LENGTHS.contains(&literals.len()))
    {
        let finding = Diagnostic::new(Code::RoomOverlap, span, "a name of this kind could be a socket's id")
            .label("a socket's id is made of letters, digits, `-` and `_`")
            .help(format!("put a `:` into the fixed text: `{}:…`", shown(&room.key)));
        diagnostics.push(finding);
    }
    for pair in room.template.windows(2) {
        let message = match pair {
            [RoomPart::Param { .. }, RoomPart::Param { .. }] => {
                "nothing stands between two parameters".to_owned()
            }
            // An encoded value is full of letters and digits (`%3A`), so one of them cannot say where it ends.
            [RoomPart::Param { .. }, RoomPart::Literal(text)]
                if text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '%') =>
            {
                format!("a parameter could not be told from the `{}` behind it", shown(text))
            }
            _ => continue,
        };
        diagnostics.push(Diagnostic::new(Code::RoomTemplate, span, message).help("put a `:` between them"));
    }
    diagnostics.len() > before
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// Whether some text fits both patterns: a walk over pairs of places. Nothing, where the budget does not suffice.
fn overlap(a: &[Part], b: &[Part], budget: &mut usize) -> Option<bool> {
    let mut seen = HashSet::from([(0, 0)]);
    let mut open = vec![(0, 0)];
    while let Some((i, j)) = open.pop() {
        *budget = budget.checked_sub(1)?;
        if i == a.len() && j == b.len() {
            return Some(true);
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
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a{}b` as a pattern.
    fn parse(text: &str) -> Vec<Part> {
        let literals = text.split("{}").map(|text| text.chars().map(Part::Char).collect::<Vec<_>>());
        literals.collect::<Vec<_>>().join(&Part::Param)
    }

    fn meet(a: &str, b: &str) -> bool {
        let mut budget = BUDGET;
        let there = overlap(&parse(a), &parse(b), &mut budget).unwrap();
        assert_eq!(overlap(&parse(b), &parse(a), &mut budget), Some(there), "{a} {b}");
        there
    }

    #[test]
    fn kinds_meet_where_one_name_fits_both() {
        for (a, b) in [
            ("a:{}", "a:{}"),
            ("a:{}", "a:b"),
            ("a:", "a:{}"),
            ("a:{}:{}", "a:b:{}"),
            ("a:{}b", "a:c{}"),
            ("a:{}", "a:ä"),
            ("a:{}", "a:%3A"),
            ("a:{}-{}", "a:{}"),
        ] {
            assert!(meet(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("a:{}", "b:{}"),
            ("a:{}", "a:{}:{}"),
            ("a:{}", "a:b:c"),
            ("a:{}:b", "a:{}:c"),
            ("a:{}", "a:b c"),
            ("a", "b"),
            ("a:{}!", "a:{}"),
        ] {
            assert!(!meet(a, b), "{a} {b}");
        }
    }

    /// All texts of up to `length` of these characters.
    fn texts(length: usize) -> Vec<String> {
        let mut all = vec![String::new()];
        let mut from = 0;
        for _ in 0..length {
            let longer: Vec<String> =
                all[from..].iter().flat_map(|text| ["a", "b", ":"].map(|c| format!("{text}{c}"))).collect();
            from = all.len();
            all.extend(longer);
        }
        all
    }

    fn fits(pattern: &[Part], text: &[char]) -> bool {
        match pattern.split_first() {
            None => text.is_empty(),
            Some((Part::Char(c), rest)) => text.first() == Some(c) && fits(rest, &text[1..]),
            Some((Part::Param, rest)) => (0..=text.len())
                .take_while(|end| text[..*end].iter().all(|c| in_value(*c)))
                .any(|end| fits(rest, &text[end..])),
        }
    }

    #[test]
    fn the_walk_agrees_with_a_look_at_all_names() {
        let names: Vec<Vec<char>> = texts(6).iter().map(|text| text.chars().collect()).collect();
        let patterns: Vec<String> =
            texts(2).iter().flat_map(|a| texts(1).into_iter().map(move |b| format!("{a}{{}}{b}"))).collect();
        for a in patterns.iter().map(String::as_str).chain(["a:b", "{}:{}"]) {
            let names: Vec<_> = names.iter().filter(|name| fits(&parse(a), name)).collect();
            for b in &patterns {
                let expected = names.iter().any(|name| fits(&parse(b), name));
                assert_eq!(meet(a, b), expected, "{a} {b}");
            }
        }
    }
}
