//! What is wrong in a file that is no schema (`sockgen.toml`, a template), shown as findings in schemas are.

use super::report;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use sockgen_schema::diagnostic::Style;
use sockgen_schema::source::Source;
use std::io::{self, IsTerminal};
use std::ops::Range;

/// One finding in a text.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The bytes that it is about.
    pub(super) at: Range<usize>,
    /// What is wrong, in one sentence.
    pub(super) message: String,
    /// What to write instead.
    pub(super) help: Option<String>,
}

impl Finding {
    pub(super) fn new(at: Range<usize>, message: impl Into<String>) -> Self {
        Finding { at, message: message.into(), help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Findings with the lines they speak of, for standard error.
pub(super) fn render(source: &Source, findings: &[Finding]) -> String {
    let renderer = match report::style(io::stderr().is_terminal()) {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let one = |finding: &Finding| {
        let line = source.line_of(source.floor(finding.at.start));
        let shown = source.line_range(line);
        let start = source.floor(finding.at.start).clamp(shown.start, shown.end);
        let end = source.floor(finding.at.end).clamp(start, shown.end);
        let mark = AnnotationKind::Primary.span(start - shown.start..end - shown.start);
        // Control characters would move what stands under the line.
        let text: String =
            source.text()[shown].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let snippet = Snippet::source(text).path(source.name()).line_start(line).annotation(mark);
        let mut group = Level::ERROR.primary_title(finding.message.as_str()).element(snippet);
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        renderer.render(&[group]) + "\n\n"
    };
    findings.iter().map(one).collect()
}

/// The byte at a line and a column of it, both from 1.
pub(super) fn place(source: &Source, line: usize, column: usize) -> Range<usize> {
    let range = source.line_range(line);
    let start = (range.start + column.saturating_sub(1)).min(range.end);
    source.floor(start)..range.end.max(start)
}
