//! YAML's syntax errors, said so that the author of a schema knows what to write.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};
use granit_parser::{ErrorKind, ScanError};

/// The finding for a syntax error.
pub(super) fn explain(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let width = text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    let span = Span::new(file, at, at + width);

    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return too_deep(span);
    }
    if let Some(finding) = flow_brackets(text, at, span) {
        return finding;
    }
    if let Some(finding) = tab(text, at, span, error.kind()) {
        return finding;
    }
    if matches!(error.kind(), ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar)
        || (matches!(error.kind(), ErrorKind::InvalidQuotedScalarIndent))
    {
        let span = quote_before(text, at).map_or(span, |quote| Span::new(file, quote, quote + 1));
        return Diagnostic::new(Code::Syntax, span, "this quote is never closed")
            .label("opened here")
            .help("close it on the same line");
    }
    let finding = Diagnostic::new(Code::Syntax, span, message(error.kind()));
    match help(error.kind()) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(Code::TooDeep, span, "nested more than 64 levels deep")
        .help("declare a type for the inner part and use its name")
}

/// YAML's own words where they serve, ours where they speak of a parser's insides.
fn message(kind: &ErrorKind) -> String {
    use ErrorKind::{
        ExpectedBlockMappingKey, ExpectedFlowMappingSeparator, ExpectedFlowSequenceSeparator,
        InvalidColonPlacement, MappingValueNotAllowed, SimpleKeyExpected, UnclosedFlowCollection,
    };
    match kind {
        SimpleKeyExpected => "a key needs a `:` behind it".to_owned(),
        MappingValueNotAllowed | InvalidColonPlacement => "a `:` cannot stand here".to_owned(),
        ExpectedBlockMappingKey => {
            "a key is expected here, at the same indentation as the ones above".to_owned()
        }
        ExpectedFlowMappingSeparator => "a `,` or `}` is expected here".to_owned(),
        ExpectedFlowSequenceSeparator => "a `,` or `]` is expected here".to_owned(),
        UnclosedFlowCollection { open } => format!("this `{open}` is never closed"),
        other => other.to_string(),
    }
}

fn help(kind: &ErrorKind) -> Option<&'static str> {
    use ErrorKind::{
        ExpectedBlockMappingKey, InvalidColonPlacement, InvalidIndentation, MappingValueNotAllowed,
        SimpleKeyExpected, UnexpectedCharacter,
    };
    Some(match kind {
        SimpleKeyExpected => "write `key: value`",
        MappingValueNotAllowed | InvalidColonPlacement => "text that holds `: ` must be quoted",
        ExpectedBlockMappingKey | InvalidIndentation => {
            "check the indentation of this line and the one above it"
        }
        UnexpectedCharacter { .. } => "text that begins with this character must be quoted",
        _ => return None,
    })
}

/// Text before `at` in its line, and the whole line.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    (start, text[start..end].trim_end_matches('\r'))
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
        if start == 0 {
            return None;
        }
        end = start - 1;
    }
}

/// `{ tags: string[] }` and `{ pos: list<[f64, f64]> }`: brackets mean a list to YAML inside `{ … }`.
fn flow_brackets(text: &str, at: usize, span: Span) -> Option<Diagnostic> {
    let (start, line) = line_at(text, at);
    let brace = line.find('{')?;
    let bracket = line[..].match_indices('[').map(|(found, _)| found).find(|found| {
        let before = line[..*found].trim_end();
        *found > brace
            && before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '>' | ')' | '<' | '_'))
    })?;
    // Only where the parser stopped at or behind that bracket is it the reason.
    if start + bracket > at + 1 {
        return None;
    }
    let word_start = line[..bracket].rfind([':', ',', '{']).map_or(0, |found| found + 1);
    let word = line[word_start..bracket].trim();
    let finding = |message: &str| {
        let place = start + word_start + (line[word_start..].len() - line[word_start..].trim_start().len());
        Diagnostic::new(Code::Syntax, Span::new(span.file, place, start + bracket + 1), message)
    };
    if line[bracket..].starts_with("[]") && !word.is_empty() {
        let rest = &line[bracket + 2..];
        let bounds = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(bounds, _)| bounds);
        let (old, new) = match bounds {
            Some(bounds) => (format!("{word}[]({bounds})"), format!("list<{word}>({bounds})")),
            None => (format!("{word}[]"), format!("list<{word}>")),
        };
        let corrected = line.replacen(&old, &new, 1);
        return Some(
            finding("`[]` cannot stand inside `{ … }`, where brackets are YAML's own")
                .help(format!("write: {}", corrected.trim())),
        );
    }
    let value_end = matching_end(&line[word_start..]).map(|length| word_start + length)?;
    let value = line[word_start..value_end].trim();
    let corrected = line.replacen(value, &format!("\"{value}\""), 1);
    Some(
        finding("a type with brackets must be quoted inside `{ … }`")
            .help(format!("write: {}", corrected.trim())),
    )
}

/// The length of a value in flow form: up to the `,` or `}` that is outside of its own brackets.
fn matching_end(value: &str) -> Option<usize> {
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

fn tab(text: &str, at: usize, span: Span, kind: &ErrorKind) -> Option<Diagnostic> {
    use ErrorKind::{TabInBlockIndentation, TabInIndentation, TabNotAllowed};
    let (start, line) = line_at(text, at);
    let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
    let in_indent = indent.find('\t').map(|found| Span::new(span.file, start + found, start + found + 1));
    let place = match kind {
        TabNotAllowed | TabInBlockIndentation | TabInIndentation => in_indent.unwrap_or(span),
        // With other words the scanner may trip over the consequences of a tab at the start of the line.
        _ => in_indent?,
    };
    Some(
        Diagnostic::new(Code::Syntax, place, "a tab cannot be used for indentation in YAML")
            .label("a tab")
            .help("indent with spaces"),
    )
}
