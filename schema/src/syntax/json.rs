//! `*.sockgen.json`: the same tree as YAML, but a file that calls itself JSON must be JSON to other tools as well.

use super::yaml_errors;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Source, Span};
use serde::de::IgnoredAny;
use serde_json::error::Category;

/// Whether a file calls itself JSON.
pub(crate) fn is_json(name: &str) -> bool {
    name.len() >= 5
        && name.is_char_boundary(name.len() - 5)
        && name[name.len() - 5..].eq_ignore_ascii_case(".json")
}

/// What keeps a text from being JSON, if anything does.
pub(crate) fn refuse(file: FileId, source: &Source) -> Option<Diagnostic> {
    let text = source.text();
    let json = text.trim_start_matches('\u{feff}');
    let error = serde_json::from_str::<IgnoredAny>(json).err()?;
    // Lines and columns are counted from 1 in bytes, and the column is that of the last byte that was read.
    let start = text.len() - json.len();
    let line_start = json.split_inclusive('\n').take(error.line().max(1) - 1).map(str::len).sum::<usize>();
    let at = source.floor(start + line_start + error.column().saturating_sub(1));
    let width = text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    let span = Span::new(file, at, at + width);

    if ["#", "//", "/*"].iter().any(|mark| text[at..].starts_with(mark)) {
        let finding = Diagnostic::new(Code::Syntax, span, "JSON has no comments");
        return Some(finding.help("write `doc` keys, or name the file `*.sockgen.yaml`: YAML has comments"));
    }
    let before = text[..at].trim_end();
    if text[at..].starts_with(['}', ']']) && before.ends_with(',') {
        let span = Span::new(file, before.len() - 1, before.len());
        let finding = Diagnostic::new(Code::Syntax, span, "a comma cannot stand last in JSON");
        return Some(finding.help("remove the comma"));
    }
    let written = error.to_string();
    let reason = written.split(" at line ").next().unwrap_or_default();
    let (message, help) = match (error.classify(), reason) {
        (Category::Eof, _) => {
            ("the file ends before the JSON does".to_owned(), "close every `{`, `[` and `\"`")
        }
        _ if text[at..].starts_with('\'') => {
            ("JSON has double quotes alone".to_owned(), "write `\"…\"`, or name the file `*.sockgen.yaml`")
        }
        (_, "key must be a string") => ("a key must be quoted in JSON".to_owned(), "write `\"key\": …`"),
        (_, "expected value" | "expected ident") => {
            ("a value is expected here".to_owned(), "quote text: `\"string\"`")
        }
        (_, "recursion limit exceeded") => return Some(yaml_errors::too_deep(span)),
        _ => (format!("this is not JSON: {reason}"), "correct it, or name the file `*.sockgen.yaml`"),
    };
    Some(Diagnostic::new(Code::Syntax, span, message).help(help))
}
