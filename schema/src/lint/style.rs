//! The way in which most names of a file are written, and the names that are written otherwise.

use super::counted;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::syntax::tree::shown;
use std::collections::BTreeMap;

/// More names than these are not pointed at one by one: such a file has two styles, not a few slips.
const SLIPS: usize = 5;

/// How the words of a name are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// `join:room`, `join.room`, `join/room`.
    Grouped(char),
    /// `join-room`.
    Kebab,
    /// `join_room`.
    Snake,
    /// `joinRoom`.
    Camel,
    /// `JoinRoom`.
    Pascal,
}

impl Style {
    /// The style of a name; a name of one word is written alike in all of them. `groups` are the characters that
    /// separate more than words.
    pub(super) fn of(name: &str, groups: &[char]) -> Option<Style> {
        if let Some(group) = name.chars().find(|c| groups.contains(c)) {
            return Some(Style::Grouped(group));
        }
        let has_lower = name.chars().any(|c| c.is_ascii_lowercase());
        let has_upper = name.chars().any(|c| c.is_ascii_uppercase());
        let inner = name.trim_matches('_');
        match () {
            () if inner.contains('-') => Some(Style::Kebab),
            () if inner.contains('_') => Some(Style::Snake),
            () if has_upper && has_lower && inner.starts_with(|c: char| c.is_ascii_uppercase()) => {
                Some(Style::Pascal)
            }
            () if has_upper && has_lower => Some(Style::Camel),
            () => None,
        }
    }

    fn example(self) -> String {
        match self {
            Style::Grouped(c) => format!("like{c}this"),
            Style::Kebab => "like-this".to_owned(),
            Style::Snake => "like_this".to_owned(),
            Style::Camel => "likeThis".to_owned(),
            Style::Pascal => "LikeThis".to_owned(),
        }
    }

    /// The name in this style, from its words.
    fn write(self, snake: &str) -> String {
        let capital = |word: &str| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_ascii_uppercase() + rest
        };
        let words = snake.split('_');
        match self {
            Style::Grouped(c) => {
                let mut words = words;
                let first = words.next().unwrap_or_default();
                let rest: Vec<_> = words.collect();
                format!("{first}{c}{}", rest.join("-"))
            }
            Style::Kebab => snake.replace('_', "-"),
            Style::Snake => snake.to_owned(),
            Style::Pascal => words.map(capital).collect(),
            Style::Camel => {
                let pascal: String = words.map(capital).collect();
                let (first, rest) = pascal.split_at(pascal.len().min(1));
                first.to_ascii_lowercase() + rest
            }
        }
    }
}

/// A name whose style is compared.
pub(super) struct Named<'m> {
    pub(super) name: &'m str,
    pub(super) snake: &'m str,
    pub(super) span: Span,
    pub(super) style: Style,
}

/// Reports the names that are written in another style than most of their file's.
pub(super) fn mixed<'m>(
    code: Code,
    what: &str,
    names: impl Iterator<Item = Named<'m>>,
    diagnostics: &mut Diagnostics,
) {
    // By file: one that is imported may be somebody else's.
    let mut files: BTreeMap<FileId, Vec<Named<'m>>> = BTreeMap::new();
    for name in names {
        files.entry(name.span.file).or_default().push(name);
    }
    for mut names in files.into_values() {
        names.sort_by_key(|name| name.span);
        names.dedup_by_key(|name| name.span);
        let mut styles: Vec<(Style, usize)> = Vec::new();
        for name in &names {
            match styles.iter_mut().find(|(style, _)| *style == name.style) {
                Some((_, count)) => *count += 1,
                None => styles.push((name.style, 1)),
            }
        }
        // Of several equally frequent ones the first.
        let Some((usual, count)) = styles.iter().copied().rev().max_by_key(|(_, count)| *count) else {
            continue;
        };
        if count < 2 {
            continue;
        }
        let first = names.iter().find(|name| name.style == usual).map(|name| name.span);
        let others: Vec<_> = names.iter().filter(|name| name.style != usual).collect();
        let few = others.len() <= SLIPS;
        for other in others.iter().take(if few { SLIPS } else { 1 }) {
            let message = match few {
                true => format!(
                    "the {what} `{}` is written `{}`, most are written `{}`",
                    shown(other.name),
                    other.style.example(),
                    usual.example()
                ),
                false => format!(
                    "{} are not written `{}` as the other {count} are; this is the first",
                    counted(others.len(), what),
                    usual.example()
                ),
            };
            let new = usual.write(other.snake);
            let finding = Diagnostic::new(code, other.span, message).help(format!(
                "in the style of the others it would be `{}`; renaming breaks those who use the old name",
                shown(&new)
            ));
            diagnostics.push(match first {
                Some(first) => finding.related(first, "written like most"),
                None => finding,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_word_have_every_style() {
        let style = |name| Style::of(name, &[':', '.', '/']);
        for name in ["join", "ID", "x", "_id", "v2"] {
            assert_eq!(style(name), None, "{name}");
        }
        assert_eq!(style("join:room"), Some(Style::Grouped(':')));
        assert_eq!(style("room:join-all"), Some(Style::Grouped(':')));
        assert_eq!(style("join-room"), Some(Style::Kebab));
        assert_eq!(style("join_room"), Some(Style::Snake));
        assert_eq!(style("joinRoom"), Some(Style::Camel));
        assert_eq!(style("JoinRoom"), Some(Style::Pascal));
    }

    #[test]
    fn a_name_is_written_in_another_style() {
        assert_eq!(Style::Grouped(':').write("user_went_away"), "user:went-away");
        assert_eq!(Style::Camel.write("user_went_away"), "userWentAway");
        assert_eq!(Style::Pascal.write("user"), "User");
        assert_eq!(Style::Kebab.write("user_left"), "user-left");
    }
}
