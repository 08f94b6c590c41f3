//! Findings for people, in the form that cargo and rustc use.

use super::{Diagnostic, Diagnostics, Severity, place};
use crate::source::{Source, Sources, Span};
use crate::text;
use annotate_snippets::{Annotation, AnnotationKind, Level, Message, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// Whether escape sequences for colours are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With colours.
    Coloured,
}

/// How many findings are shown with their lines. Who has more of them does not read them all at once, and drawing
/// tens of thousands would take seconds.
const SHOWN: usize = 200;
/// The longest piece of a line that is shown, in bytes before and after a place.
const CONTEXT: usize = 120;
/// Places that are at most this many lines apart are shown in one piece.
const NEAR: usize = 6;

/// All findings with the lines they speak of, each followed by an empty line. Of very many, the first ones, and how
/// many were left out.
pub fn human(sources: &Sources, diagnostics: &Diagnostics, style: Style) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(SHOWN) {
        text.push_str(&render(sources, diagnostic, style));
        text.push('\n');
    }
    let left_out = diagnostics.len().saturating_sub(SHOWN) + diagnostics.left_out();
    if left_out > 0 {
        text.push_str(&format!("… and {left_out} more\n\n"));
    }
    text
}

/// One finding with the lines it speaks of, ending in a line break.
pub fn render(sources: &Sources, diagnostic: &Diagnostic, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut group = title.elements(std::iter::empty::<Message<'_>>());

    let mut pieces = vec![Piece::of(sources, diagnostic.span, &diagnostic.label, true)];
    for (span, words) in &diagnostic.related {
        let piece = Piece::of(sources, *span, words, false);
        if let Some(piece) = pieces.iter_mut().try_fold(piece, |piece, earlier| earlier.take_in(piece).err())
        {
            pieces.push(piece);
        }
    }
    let corrections: Vec<_> = pieces.iter().filter_map(|piece| piece.correction(sources)).collect();
    for piece in pieces {
        group = group.element(piece.snippet(sources));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut text = renderer.render(&[group]);
    for (counted, right) in corrections {
        text = text.replacen(&counted, &right, 1);
    }
    text.push('\n');
    text
}

/// Every finding as one line: `file:line:column: error[SG0101]: message`. A last line says how many were left out.
pub fn short(sources: &Sources, diagnostics: &Diagnostics) -> String {
    let line = |diagnostic: &Diagnostic| {
        let place = place(sources, diagnostic.span);
        let Diagnostic { severity, code, message, .. } = diagnostic;
        format!("{place}: {}[{}]: {message}\n", severity.as_str(), code.as_str())
    };
    let mut text: String = diagnostics.iter().map(line).collect();
    if diagnostics.left_out() > 0 {
        text.push_str(&format!("… and {} more\n", diagnostics.left_out()));
    }
    text
}

/// A few lines of a source, with the places in them that are marked.
struct Piece<'d> {
    span: Span,
    /// The first and the last line, from 1.
    lines: (usize, usize),
    /// The bytes that are shown.
    shown: Range<usize>,
    /// Whether that is less than the lines.
    cut: bool,
    marks: Vec<(Range<usize>, &'d str, bool)>,
}

impl<'d> Piece<'d> {
    /// A finding about a block is shown at its first line: the reader sees where, not all of what.
    fn of(sources: &Sources, span: Span, words: &'d str, primary: bool) -> Self {
        let source = sources.get(span.file);
        let at = source.floor(span.range().start);
        let line = source.line_of(at);
        let whole = source.line_range(line);
        let marked =
            at.clamp(whole.start, whole.end)..source.floor(span.range().end).clamp(at, whole.end.max(at));
        let start = source.floor(whole.start.max(marked.start.saturating_sub(CONTEXT)));
        let end = source.floor(whole.end.min(marked.start + CONTEXT));
        // A line that fits is shown as it is; only where it does not, it is cut.
        let cut = whole.len() > 2 * CONTEXT;
        let shown = if cut { start..end.max(start) } else { whole };
        let marked = marked.start..marked.end.clamp(marked.start, shown.end.max(marked.start));
        Piece { span, lines: (line, line), shown, cut, marks: vec![(marked, words, primary)] }
    }

    /// Takes another piece into this one, where both are near to each other.
    fn take_in(&mut self, other: Self) -> Result<(), Self> {
        let near = other.lines.0 <= self.lines.1 + NEAR && self.lines.0 <= other.lines.1 + NEAR;
        let all = self.shown.start.min(other.shown.start)..self.shown.end.max(other.shown.end);
        if self.span.file != other.span.file || !near || self.cut || other.cut || all.len() > 16 * CONTEXT {
            return Err(other);
        }
        self.lines = (self.lines.0.min(other.lines.0), self.lines.1.max(other.lines.1));
        self.shown = all;
        self.marks.extend(other.marks);
        Ok(())
    }

    /// The place as the renderer counts it, and as it is: in a line that was cut, the renderer knows of no column but
    /// the piece's own.
    fn correction(&self, sources: &Sources) -> Option<(String, String)> {
        let source = sources.get(self.span.file);
        let (marked, ..) = self.marks.first().filter(|_| self.cut)?;
        let counted = source.text()[self.shown.start..marked.start.max(self.shown.start)].chars().count() + 1;
        let at = source.line_column(self.span.start as usize);
        let written = |column: usize| format!("{}:{}:{column}", source.name(), at.line);
        Some((written(counted), written(at.column)))
    }

    fn snippet<'s>(self, sources: &'s Sources) -> Snippet<'s, Annotation<'s>>
    where
        'd: 's,
    {
        let source: &Source = sources.get(self.span.file);
        let start = self.shown.start;
        let annotations = self.marks.into_iter().map(|(marked, words, primary)| {
            let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let annotation = kind.span(marked.start.max(start) - start..marked.end.max(start) - start);
            if words.is_empty() { annotation } else { annotation.label(words) }
        });
        let snippet = Snippet::source(harmless(&source.text()[self.shown])).path(source.name());
        snippet.line_start(self.lines.0).annotations(annotations)
    }
}

/// A text in which nothing hides or turns around what stands beside it. Each character is replaced by one of as many
/// bytes, so that places stay where they are.
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(text::is_hostile) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match (text::is_hostile(c), c.len_utf8()) {
        (true, 1) => ' ',
        (true, 2) => '¿',
        (true, _) => '�',
        (false, _) => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}
