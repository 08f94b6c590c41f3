//! Findings for people, in the form that cargo and rustc use.

use super::{Diagnostic, Diagnostics, Severity, place};
use crate::source::{Source, Sources, Span};
use annotate_snippets::{AnnotationKind, Level, Message, Renderer, Snippet};
use std::ops::Range;

/// Whether escape sequences for colours are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With colours.
    Coloured,
}

/// The longest piece of a source that is given to the renderer, in bytes before and after a place. A snippet shows a
/// few lines; without a bound, one line of 4 MiB would be copied for each finding in it.
const CONTEXT: usize = 400;

/// One finding with the lines it speaks of, ending in a line break.
pub fn render(sources: &Sources, diagnostic: &Diagnostic, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut group = title.elements(std::iter::empty::<Message<'_>>());

    let mut places = vec![(diagnostic.span, diagnostic.label.as_str(), true)];
    places.extend(diagnostic.related.iter().map(|(span, words)| (*span, words.as_str(), false)));
    for (span, words, primary) in places {
        let source = sources.get(span.file);
        let window = Window::around(source, span);
        let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let mut annotation = kind.span(window.marked.clone());
        if !words.is_empty() {
            annotation = annotation.label(words);
        }
        let snippet = Snippet::source(window.text.clone()).line_start(window.line).path(source.name());
        group = group.element(snippet.annotation(annotation));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

/// Every finding as one line: `file:line:column: error[SG0101]: message`.
pub fn short(sources: &Sources, diagnostics: &Diagnostics) -> String {
    let line = |diagnostic: &Diagnostic| {
        let place = place(sources, diagnostic.span);
        let Diagnostic { severity, code, message, .. } = diagnostic;
        format!("{place}: {}[{}]: {message}\n", severity.as_str(), code.as_str())
    };
    diagnostics.iter().map(line).collect()
}

/// The lines of a source that a finding needs.
struct Window {
    text: String,
    line: usize,
    marked: Range<usize>,
}

impl Window {
    fn around(source: &Source, span: Span) -> Self {
        let text = source.text();
        let at = span.range().start.min(text.len());
        // A finding about a block is shown at its first line: the reader sees where, not all of what.
        let first_line_end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        let end = span.range().end.clamp(at, first_line_end);

        let line_start = text[..at].rfind('\n').map_or(0, |found| found + 1);
        let start = floor(text, line_start.max(at.saturating_sub(CONTEXT)));
        let stop = floor(text, first_line_end.min(end.max(at) + CONTEXT));
        let end = floor(text, end.min(stop));
        // Control characters would move the reader's cursor; one character each keeps the columns.
        let shown: String = text[start..stop]
            .chars()
            .map(|c| if c.is_control() && c != '\t' && c != '\n' { ' ' } else { c })
            .collect();
        // The replacement above may shorten characters of several bytes, so the range is counted again in the new text.
        let prefix = |to: usize| -> usize {
            shown.chars().take(text[start..to].chars().count()).map(char::len_utf8).sum()
        };
        let marked = prefix(at)..prefix(end);
        Window { line: source.line_column(at).line, marked, text: shown }
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
