//! YAML's syntax errors, said so that the author of a schema knows what to write.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};
use granit_parser::{ErrorKind, ScanError};

mod flow;
mod lines;

/// The finding for a syntax error.
pub(super) fn explain(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let place = Place { file, text, at };
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => return too_deep(place.here()),
        ErrorKind::DirectiveDisallowed => {
            let message = "YAML directives (`%…`) are not used in a schema";
            let span = place.span(at, at + place.word().len());
            return Diagnostic::new(Code::YamlFeature, span, message).help("remove the line");
        }
        _ => {}
    }
    flow::brackets(&place)
        .or_else(|| lines::tab(&place, error.kind()))
        .or_else(|| lines::open_quote(&place, error.kind()))
        .or_else(|| flow::never_closed(&place, error.kind()))
        .or_else(|| lines::colon(&place, error.kind()))
        .or_else(|| lines::escape(&place, error.kind()))
        .unwrap_or_else(|| {
            let (message, help) = words(&place, error.kind());
            let span = match error.kind() {
                ErrorKind::SimpleKeyExpected
                | ErrorKind::ExpectedBlockMappingKey
                | ErrorKind::ExpectedBlockSequenceEntry
                | ErrorKind::InvalidIndentation => {
                    place.span(at, at + place.word().trim_end_matches(':').len())
                }
                _ => place.here(),
            };
            let finding = Diagnostic::new(Code::Syntax, span, message);
            if help.is_empty() { finding } else { finding.help(help) }
        })
}

/// For what is nested too deeply.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(Code::TooDeep, span, "nested more than 64 levels deep")
        .help("declare a type for the inner part and use its name")
}

/// Where the parser gave up.
struct Place<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
}

impl<'t> Place<'t> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    /// The character at the place.
    fn here(&self) -> Span {
        self.span(self.at, self.at + self.next().filter(|c| *c != '\n').map_or(0, char::len_utf8))
    }

    fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// What stands at the place, up to white space.
    fn word(&self) -> &'t str {
        self.text[self.at..]
            .split_whitespace()
            .next()
            .filter(|_| !self.next().is_none_or(char::is_whitespace))
            .unwrap_or("")
    }

    /// Where the line of the place begins, and the line without its break.
    fn line(&self) -> (usize, &'t str) {
        line_at(self.text, self.at)
    }

    /// The last line before that one that says something.
    fn line_above(&self) -> Option<(usize, &'t str)> {
        line_above(self.text, self.at)
    }
}

/// Where the line of a place begins, and the line without its break.
pub(super) fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    (start, text[start..end].trim_end_matches('\r'))
}

/// The last line before that one that says something: not blank, and no comment.
pub(super) fn line_above(text: &str, at: usize) -> Option<(usize, &str)> {
    let mut end = line_at(text, at).0.checked_sub(1)?;
    loop {
        let (start, line) = line_at(text, end);
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return Some((start, line));
        }
        end = start.checked_sub(1)?;
    }
}

/// What an error says, and what to write instead: in YAML's own words where they serve, in others where those speak of a
/// parser's insides.
fn words(place: &Place<'_>, kind: &ErrorKind) -> (String, String) {
    let (message, help) = match kind {
        ErrorKind::SimpleKeyExpected => ("a key needs a `:` behind it", "write `key: value`"),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            ("a `:` cannot stand here", "text that holds `: ` must be quoted")
        }
        ErrorKind::ExpectedBlockMappingKey => (
            "a key is expected here, at the same indentation as the ones above",
            "check the indentation of this line and the one above it",
        ),
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            let close = if matches!(kind, ErrorKind::ExpectedFlowMappingSeparator) { '}' } else { ']' };
            let help = "separate what stands in brackets with commas, and quote text that has brackets or commas in it";
            return (format!("a `,` or `{close}` is expected here"), help.to_owned());
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            let right = if *open == '[' { ']' } else { '}' };
            return (format!("this `{open}` is closed by `{close}`"), format!("close it with `{right}`"));
        }
        ErrorKind::MisplacedFlowCollectionEnd => {
            ("this bracket closes nothing", "remove it, or open it before")
        }
        ErrorKind::ExpectedBlockSequenceEntry => {
            ("an item of the list above is expected here", "begin it with `- `, or take it out of the list")
        }
        ErrorKind::InvalidIndentation | ErrorKind::InvalidFlowScalarIndent => (
            "this line is not indented as its place asks for",
            "check the indentation of this line and the one above it",
        ),
        ErrorKind::CommentNotSeparated => {
            ("a comment needs a space before its `#`", "write ` #`; text with a `#` in it must be quoted")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("nothing can follow a closing quote", "put all of the text between the quotes")
        }
        ErrorKind::BomInsideDocument => ("a byte order mark cannot stand here", "remove it"),
        ErrorKind::ExpectedDocumentStart => ("the schema has ended before this", "remove it"),
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            return (
                format!("the control character U+{:04X} cannot stand here", *character as u32),
                "remove it".into(),
            );
        }
        ErrorKind::UnexpectedCharacter { character: '`' } => {
            ("text cannot begin with a backtick", "put it in quotes")
        }
        ErrorKind::UnexpectedCharacter { character } => {
            return (format!("text cannot begin with `{character}`"), "put it in quotes".to_owned());
        }
        other => {
            let words = other.to_string();
            let words = words
                .split_once(", ")
                .filter(|(start, _)| start.starts_with("while "))
                .map_or(&*words, |(_, end)| end);
            return (words.to_owned(), "see what stands here, and in the line above".to_owned());
        }
    };
    // A key and its value without a space between them are one word, as in `join:room`.
    let word = place.word();
    match (kind, word.split_once(':')) {
        (ErrorKind::SimpleKeyExpected, Some((key, value))) if word.len() < 80 => {
            let help = format!(
                "write `{word}: …`; if the key is `{key}`, put a space behind its `:`: `{key}: {value}`"
            );
            (message.to_owned(), help)
        }
        _ => (message.to_owned(), help.to_owned()),
    }
}
