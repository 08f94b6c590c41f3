//! Mistakes in lines: tabs, quotes that stay open, keys without their `:`.

use super::Place;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::shown;
use granit_parser::ErrorKind;

/// A tab where a line is indented.
pub(super) fn tab(place: &Place<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    let (start, line) = place.line();
    let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
    let in_indent = indent.find('\t').map(|found| place.span(start + found, start + found + 1));
    let span = match kind {
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            in_indent.unwrap_or(place.here())
        }
        // With other words the scanner may trip over the consequences of a tab at the start of the line.
        _ => in_indent?,
    };
    let finding = Diagnostic::new(Code::Syntax, span, "a tab cannot be used for indentation in YAML");
    Some(finding.label("a tab").help("indent with spaces"))
}

/// A quote that is never closed.
pub(super) fn open_quote(place: &Place<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    let is_quote = matches!(
        kind,
        ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
    );
    if !is_quote {
        return None;
    }
    let span = quote_before(place.text, place.at).map_or(place.here(), |quote| place.span(quote, quote + 1));
    let finding = Diagnostic::new(Code::Syntax, span, "this quote is never closed");
    Some(finding.label("opened here").help("close it on the same line"))
}

/// An escape that YAML does not have.
pub(super) fn escape(place: &Place<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    if !matches!(kind, ErrorKind::UnknownQuotedScalarEscape) {
        return None;
    }
    // The parser tells where the text begins.
    let mut chars = place.text[place.at..].char_indices();
    while let Some((at, c)) = chars.next() {
        let Some((_, escaped)) = (if c == '\\' { chars.next() } else { continue }) else { break };
        if !"0abt\tnvfre \"/\\N_LPxuU\n\r".contains(escaped) {
            let start = place.at + at;
            let message = format!("YAML has no escape `\\{}`", shown(&escaped.to_string()));
            let finding =
                Diagnostic::new(Code::Syntax, place.span(start, start + 1 + escaped.len_utf8()), message);
            return Some(finding.help("write `\\\\` for a backslash, or put the text in single quotes"));
        }
    }
    None
}

fn quote_before(text: &str, at: usize) -> Option<usize> {
    // The scanner stops where it gave up, which may be the end of the file; the quote that it began with is the first
    // unbalanced one of its line, so lines are looked at from where it stopped upwards.
    let mut end = at;
    loop {
        let start = text[..end].rfind('\n').map_or(0, |found| found + 1);
        let mut open = None;
        for (offset, c) in text[start..end].char_indices() {
            match (c, open) {
                ('"' | '\'', None) => open = Some((c, start + offset)),
                (c, Some((quote, _))) if c == quote => open = None,
                _ => {}
            }
        }
        if let Some((_, at)) = open {
            return Some(at);
        }
        end = start.checked_sub(1)?;
    }
}

/// A `:` that cannot stand where it does, mostly because of the line above.
pub(super) fn colon(place: &Place<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    if !matches!(kind, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement) {
        return None;
    }
    let (start, line) = place.line();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_first_colon = place.text[start..place.at].find(": ").is_none();
    if is_first_colon && let Some((above_start, above)) = place.line_above() {
        let has_key = above.contains(": ") || above.ends_with(':');
        if !has_key && indent(above) <= indent(line) {
            let text = above.trim();
            let from = above_start + indent(above);
            let finding = Diagnostic::new(
                Code::Syntax,
                place.span(from, from + text.len()),
                "a key needs a `:` behind it",
            );
            let value = if indent(above) < indent(line) { "" } else { " …" };
            return Some(finding.help(format!("write `{}:{value}`", shown(text))));
        }
        if has_key && indent(above) < indent(line) && !above.ends_with(':') {
            let from = start + indent(line);
            let message = "this line is indented as if it went on with the text above";
            let finding = Diagnostic::new(Code::Syntax, place.span(from, place.at), message);
            return Some(finding.help("indent it as the line above, or quote the text"));
        }
    }
    // `doc: Note: this`, outside of brackets.
    let (key, value) = line.trim().split_once(": ")?;
    if key.contains(['{', '[', '"', '\'', '#']) || value.contains(['"', '\'', '\\', '#']) || value.len() > 200
    {
        return None;
    }
    let finding = Diagnostic::new(Code::Syntax, place.here(), "a `:` cannot stand in text without quotes");
    Some(finding.help(format!("write: {key}: \"{value}\"")))
}
