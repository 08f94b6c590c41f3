//! TSDoc: what the schema says about a thing, as a comment before it.

use super::layout::{WIDTH, width};
use crate::escape_ts::{tsdoc, tsdoc_code};
use sockgen_schema::model::Deprecated;

/// A comment with its indentation and its line ends; empty for nothing to say.
///
/// `notes` are sentences of the generator's own. They follow the author's words, on the same line where there is room.
pub(super) fn comment(doc: Option<&str>, notes: &[String], more: &More, indent: usize) -> String {
    let more = more.lines();
    let mut lines = doc.map(tsdoc).unwrap_or_default();
    let note = notes.join(" ");
    if !note.is_empty() {
        match lines.as_mut_slice() {
            [] => lines.push(note),
            [line] if more.is_empty() && is_short(&joined(line, &note), indent) => {
                *line = joined(line, &note)
            }
            _ => lines.extend([String::new(), note]),
        }
    }
    if !more.is_empty() && !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more.into_iter().map(str::to_owned));
    let margin = " ".repeat(indent);
    match lines.as_slice() {
        [] => String::new(),
        [line] if is_short(line, indent) => format!("{margin}/** {line} */\n"),
        _ => {
            let mut out = format!("{margin}/**\n");
            for line in &lines {
                out.push_str(&margin);
                out.push_str(if line.is_empty() { " *" } else { " * " });
                out.push_str(line);
                out.push('\n');
            }
            out + &margin + " */\n"
        }
    }
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
    pub(super) fn item(&mut self, name: &str, doc: Option<&str>, note: Option<String>) {
        let said = said(doc, note);
        self.list.extend(said.map(|said| format!("- {}: {said}", tsdoc_code(name))));
    }

    /// `@param base - The revision.`, if there is something to say.
    pub(super) fn param(&mut self, name: &str, doc: Option<&str>, note: Option<String>) {
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

    fn lines(&self) -> Vec<&str> {
        let gap = (!self.list.is_empty() && !self.tags.is_empty()).then_some("");
        self.list.iter().map(String::as_str).chain(gap).chain(self.tags.iter().map(String::as_str)).collect()
    }
}

/// The author's words and a sentence behind them, on one line.
fn said(doc: Option<&str>, note: Option<String>) -> Option<String> {
    let doc = doc.map(|doc| tsdoc(doc).join(" "));
    match (doc, note) {
        (Some(doc), Some(note)) => Some(joined(&doc, &note)),
        (doc, note) => doc.or(note),
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

    #[test]
    fn notes_join_where_there_is_room() {
        let note = ["1 to 64 characters.".to_owned()];
        assert_eq!(comment(Some("Tab title"), &note, &More::default(), 2), "  /** Tab title. 1 to 64 characters. */\n");
        assert_eq!(comment(None, &note, &More::default(), 0), "/** 1 to 64 characters. */\n");
        assert_eq!(
            comment(Some("a\nb"), &note, &More::default(), 2),
            "  /**\n   * a\n   * b\n   *\n   * 1 to 64 characters.\n   */\n"
        );
        assert_eq!(comment(None, &[], &More::default(), 2), "");
        assert_eq!(comment(Some(&"x".repeat(72)), &[], &More::default(), 2).lines().count(), 3);
    }
}
