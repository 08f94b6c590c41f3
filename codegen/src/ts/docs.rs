//! TSDoc: what the schema says about a thing, as a comment before it.

use super::layout::{WIDTH, width};
use crate::escape_ts::{tsdoc, tsdoc_code};
use sockgen_schema::model::Deprecated;
use std::borrow::Cow;

/// Writes a comment with its indentation and its line ends; nothing for nothing to say.
///
/// `note` are sentences of the generator's own. They follow the author's words, on the same line where there is room.
pub(super) fn comment(out: &mut String, doc: Option<&str>, note: &str, more: &More, indent: usize) {
    let mut lines: Vec<Cow<'_, str>> = doc.map(tsdoc).unwrap_or_default();
    if !note.is_empty() {
        match lines.as_mut_slice() {
            [] => lines.push(note.into()),
            [line] if more.is_empty() && is_short(&joined(line, note), indent) => {
                *line = joined(line, note).into()
            }
            _ => lines.extend([Cow::default(), note.into()]),
        }
    }
    if !more.is_empty() && !lines.is_empty() {
        lines.push(Cow::default());
    }
    lines.extend(more.lines().map(Cow::Borrowed));
    let margin = |out: &mut String| out.extend(std::iter::repeat_n(' ', indent));
    match lines.as_slice() {
        [] => {}
        [line] if is_short(line, indent) => {
            margin(out);
            out.extend(["/** ", line, " */\n"]);
        }
        _ => {
            margin(out);
            out.push_str("/**\n");
            for line in &lines {
                margin(out);
                out.extend([if line.is_empty() { " *" } else { " * " }, line, "\n"]);
            }
            margin(out);
            out.push_str(" */\n");
        }
    }
}

/// A comment of the generator's own: one line, perhaps with links.
pub(super) fn remark(note: &str) -> String {
    let mut out = String::new();
    comment(&mut out, None, note, &More::default(), 0);
    out
}

/// A comment of the generator's own, of several lines.
pub(super) fn documented(doc: &str) -> String {
    let mut out = String::new();
    comment(&mut out, Some(doc), "", &More::default(), 0);
    out
}

/// Whether a comment of this line alone fits between its slashes.
fn is_short(line: &str, indent: usize) -> bool {
    indent + width("/** ") + width(line) + width(" */") <= WIDTH
}

/// A sentence behind another one, whose author may have left out the full stop.
fn joined(line: &str, note: &str) -> String {
    let line = line.trim_end();
    let ends = line.ends_with(['.', '!', '?', ':', ';', ')', '`']);
    format!("{line}{} {note}", if ends { "" } else { "." })
}

/// What stands behind the words and the notes of a comment.
#[derive(Debug, Default)]
pub(super) struct More {
    /// A list: values and members with their documentation.
    pub(super) list: Vec<String>,
    /// Block tags, `@example …`.
    pub(super) tags: Vec<String>,
}

impl More {
    /// ``- `viewer`: Can read``, if there is something to say.
    pub(super) fn item(&mut self, name: &str, doc: Option<&str>, note: Option<Cow<'static, str>>) {
        let said = said(doc, note);
        self.list.extend(said.map(|said| format!("- {}: {said}", tsdoc_code(name))));
    }

    /// `@param base - The revision.`, if there is something to say.
    pub(super) fn param(&mut self, name: &str, doc: Option<&str>, note: Option<Cow<'static, str>>) {
        let said = said(doc, note);
        self.tags.extend(said.map(|said| format!("@param {name} - {said}")));
    }

    pub(super) fn default_value(&mut self, value: Option<&serde_json::Value>) {
        self.tags.extend(value.map(|value| format!("@defaultValue {}", tsdoc_code(&value.to_string()))));
    }

    pub(super) fn example(&mut self, value: Option<&serde_json::Value>) {
        let example = |value: &serde_json::Value| format!("@example {}", tsdoc(&value.to_string()).join(" "));
        self.tags.extend(value.map(example));
    }

    /// `link` is what to write for the thing to use instead: a link, where TypeScript has it under that name.
    pub(super) fn deprecated(&mut self, deprecated: Option<&Deprecated>, link: impl FnOnce(&str) -> String) {
        let Some(Deprecated { since, instead, note }) = deprecated else { return };
        let mut tag = String::from("@deprecated");
        if let Some(since) = since {
            tag += &format!(" Since {}.", tsdoc(since).join(" "));
        }
        let note = note.as_ref().map(|note| tsdoc(note).join(" ")).filter(|note| !note.is_empty());
        let instead = instead.as_ref().map(|name| format!("Use {} instead.", link(name)));
        match (note, instead) {
            (Some(note), Some(instead)) => tag += &format!(" {}", joined(&note, &instead)),
            (Some(said), None) | (None, Some(said)) => tag += &format!(" {said}"),
            (None, None) => {}
        }
        self.tags.push(tag);
    }

    fn is_empty(&self) -> bool {
        self.list.is_empty() && self.tags.is_empty()
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        let gap = (!self.list.is_empty() && !self.tags.is_empty()).then_some("");
        self.list.iter().map(String::as_str).chain(gap).chain(self.tags.iter().map(String::as_str))
    }
}

/// The author's words and a sentence behind them, on one line.
fn said(doc: Option<&str>, note: Option<Cow<'static, str>>) -> Option<String> {
    let doc = doc.map(|doc| tsdoc(doc).join(" "));
    match (doc, note) {
        (Some(doc), Some(note)) => Some(joined(&doc, &note)),
        (doc, note) => doc.or(note.map(Cow::into_owned)),
    }
}

/// `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and `c` ``.
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.into_iter().map(tsdoc_code).collect();
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(doc: Option<&str>, note: &str, indent: usize, expect: &str) {
        let mut out = String::new();
        comment(&mut out, doc, note, &More::default(), indent);
        assert_eq!(out, expect);
    }

    #[test]
    fn notes_join_where_there_is_room() {
        let note = "1 to 64 characters.";
        check(Some("Tab title"), note, 2, "  /** Tab title. 1 to 64 characters. */\n");
        check(None, note, 0, "/** 1 to 64 characters. */\n");
        check(Some("a\nb"), note, 2, "  /**\n   * a\n   * b\n   *\n   * 1 to 64 characters.\n   */\n");
        check(None, "", 2, "");
        let long = "x".repeat(72);
        check(Some(&long), "", 2, &format!("  /**\n   * {long}\n   */\n"));
    }

    #[test]
    fn deprecation_is_a_sentence() {
        let check = |since: Option<&str>, instead: Option<&str>, note: Option<&str>, expect: &str| {
            let text = |text: &str| text.to_owned();
            let deprecated =
                Deprecated { since: since.map(text), instead: instead.map(text), note: note.map(text) };
            let mut more = More::default();
            more.deprecated(Some(&deprecated), tsdoc_code);
            assert_eq!(more.tags, [expect]);
        };
        check(None, None, None, "@deprecated");
        check(Some("2.0.0"), Some("a:b"), None, "@deprecated Since 2.0.0. Use `a:b` instead.");
        check(None, Some("b"), Some("Too slow"), "@deprecated Too slow. Use `b` instead.");
        check(None, None, Some("@see */"), "@deprecated \\@see *\\/");
    }
}
