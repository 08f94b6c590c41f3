//! Mistakes in flow form, `{ … }` and `[ … ]`.

use super::Place;
use crate::diagnostic::{Code, Diagnostic};
use granit_parser::ErrorKind;

/// `{ tags: string[] }` and `{ pos: list<[f64, f64]> }`: brackets mean a list to YAML inside `{ … }`.
pub(super) fn brackets(place: &Place<'_>) -> Option<Diagnostic> {
    let (start, line) = place.line();
    let brace = line.find('{')?;
    let ends_type = |c: char| c.is_ascii_alphanumeric() || matches!(c, '>' | ')' | '<' | '_');
    let is_type = |found: &usize| *found > brace && line[..*found].trim_end().ends_with(ends_type);
    let bracket = line.match_indices('[').map(|(found, _)| found).find(is_type)?;
    // Only where the parser stopped at or behind that bracket is it the reason.
    if start + bracket > place.at + 1 {
        return None;
    }
    let word_start = line[..bracket].rfind([':', ',', '{']).map_or(0, |found| found + 1);
    let word_start = word_start + (line[word_start..].len() - line[word_start..].trim_start().len());
    let word = line[word_start..bracket].trim_end();
    let finding = |message: &str, help: String| {
        let span = place.span(start + word_start, start + bracket + 1);
        Some(Diagnostic::new(Code::Syntax, span, message).help(help))
    };
    if line[bracket..].starts_with("[]") && !word.is_empty() {
        let corrected = without_brackets(line, word_start);
        let message = "`[]` cannot stand inside `{ … }`, where brackets are YAML's own";
        return finding(message, format!("write: {}", corrected.trim()));
    }
    let end = word_start + value_length(&line[word_start..])?;
    let value = line[word_start..end].trim_end();
    let corrected = format!("{}\"{value}\"{}", &line[..word_start], &line[word_start + value.len()..]);
    finding("a type with brackets must be quoted inside `{ … }`", format!("write: {}", corrected.trim()))
}

/// A line in which every `T[]` from a place on is `list<T>`.
fn without_brackets(line: &str, from: usize) -> String {
    let mut corrected = line.to_owned();
    let mut from = from;
    while let Some(found) = corrected[from..].find("[]").map(|found| from + found) {
        let begins = |c: char| matches!(c, ':' | ',' | '{' | '<' | '|') || c.is_whitespace();
        // What is in parentheses belongs to the type before them.
        let head =
            corrected[..found].trim_end_matches(|c: char| !begins(c) && c != ')').trim_end_matches(')');
        let head = if corrected[..found].ends_with(')') {
            head.rfind('(').map_or(head, |at| &head[..at])
        } else {
            head
        };
        let start = match corrected[..found].ends_with('>') {
            true => matching_angle(&corrected[..found]),
            false => {
                head.rfind(begins).map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8))
            }
        };
        let list = format!("list<{}>", &corrected[start..found]);
        corrected.replace_range(start..found + 2, &list);
        from = start + list.len();
    }
    corrected
}

/// Where the `list<` or `map<` begins that ends at the end of a text.
fn matching_angle(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            '>' => depth += 1,
            '<' if depth <= 1 => {
                let before = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                return before.len();
            }
            '<' => depth -= 1,
            _ => {}
        }
    }
    0
}

/// The length of a value in flow form: up to the `,` or `}` that is outside of its own brackets.
fn value_length(value: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in value.char_indices() {
        match c {
            '<' | '[' | '(' => depth += 1,
            '>' | ']' | ')' => depth = depth.saturating_sub(1),
            ',' | '}' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

/// A bracket that is never closed: the parser says so itself, or trips over the next line.
pub(super) fn never_closed(place: &Place<'_>, kind: &ErrorKind) -> Option<Diagnostic> {
    let at = match kind {
        ErrorKind::UnclosedFlowCollection { .. } => place.at,
        ErrorKind::InvalidIndentation | ErrorKind::InvalidFlowScalarIndent => {
            let (start, line) = place.line_above()?;
            start + open_bracket(line)?
        }
        _ => return None,
    };
    let open = place.text[at..].chars().next().filter(|c| matches!(c, '{' | '['))?;
    let close = if open == '{' { '}' } else { ']' };
    let finding =
        Diagnostic::new(Code::Syntax, place.span(at, at + 1), format!("this `{open}` is never closed"));
    Some(finding.label("opened here").help(format!("close it with `{close}`")))
}

/// The last bracket of a line that is opened there, and not closed.
fn open_bracket(line: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(end)) if c == end => quote = None,
            ('{' | '[', None) => open.push(at),
            ('}' | ']', None) => {
                open.pop();
            }
            ('#', None) if line[..at].ends_with(' ') => break,
            _ => {}
        }
    }
    // The innermost one may be part of a type; the outermost one is surely YAML's.
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::without_brackets;

    #[test]
    fn lists_in_flow_form_are_written_out() {
        for (written, corrected) in [
            ("a: { b: User[] }", "a: { b: list<User> }"),
            ("a: { b: User[], c: u8[](..=3) }", "a: { b: list<User>, c: list<u8>(..=3) }"),
            ("a: { b: string(1..=30)[](..=20) }", "a: { b: list<string(1..=30)>(..=20) }"),
            ("a: { b: u8[][] }", "a: { b: list<list<u8>> }"),
            ("a: { b: map<u8>[] | null }", "a: { b: list<map<u8>> | null }"),
            ("a: { b: map<u8[]> }", "a: { b: map<list<u8>> }"),
        ] {
            assert_eq!(without_brackets(written, 0), corrected);
        }
    }
}
