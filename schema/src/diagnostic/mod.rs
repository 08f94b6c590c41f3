//! Findings: what is wrong, where, and what to write instead.

mod codes;
mod github;
mod json;
mod level;
mod render;
pub(crate) mod rules;
mod sarif;

pub use codes::Code;
pub use github::to_github;
pub use json::to_json;
pub use level::{Level, Levels, Rules, Setting};
pub use render::{Style, human, render, short};
pub use sarif::to_sarif;

use crate::source::{FileId, LineColumn, Sources, Span};
use std::collections::BTreeSet;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is emitted.
    Error,
    /// The contract works, but not as well as it could.
    Warning,
}

impl Severity {
    /// The word for it, in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where.
    pub span: Span,
    /// A few words that stand at the place itself; may be empty.
    pub label: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// A finding of a rule; its severity is the rule's own.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            span,
            label: String::new(),
            help: None,
            related: Vec::new(),
        }
    }

    /// Adds the words at the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what to write instead, where there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, words: impl Into<String>) -> Self {
        self.related.push((span, words.into()));
        self
    }
}

/// How many errors, and how many warnings, are kept. A file with more of them has one mistake over and over, or is no
/// schema at all; keeping hundreds of thousands would take seconds, and many times the memory of the file.
pub const MOST: usize = 1000;

/// All findings of one run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    warnings: usize,
    left_out: usize,
    /// Where errors are, in order: many rules ask whether there is one in what they are about to judge.
    errors: BTreeSet<(FileId, u32, u32)>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let kept = match diagnostic.severity {
            Severity::Error => self.found.len() - self.warnings,
            Severity::Warning => self.warnings,
        };
        if kept >= MOST {
            self.left_out += 1;
            return;
        }
        match diagnostic.severity {
            Severity::Error => {
                let Span { file, start, end } = diagnostic.span;
                self.errors.insert((file, start, end));
            }
            Severity::Warning => self.warnings += 1,
        }
        self.found.push(diagnostic);
    }

    /// Whether no more errors are kept: what to write instead need not be looked for then.
    pub fn is_full(&self) -> bool {
        self.found.len() - self.warnings >= MOST
    }

    /// How many were found beyond the [`MOST`] that are kept.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Whether nothing may be emitted.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// The findings, in the order of [`Diagnostics::sort`] once that was called.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.found.iter()
    }

    /// Whether an error lies inside a span: what follows from it is not worth a finding of its own.
    pub fn has_error_in(&self, span: Span) -> bool {
        let starts_inside = (span.file, span.start, 0)..=(span.file, span.end, u32::MAX);
        self.errors.range(starts_inside).any(|(_, _, end)| *end <= span.end)
    }

    /// Keeps the findings that `keep` says yes to.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
        let errors = self.found.iter().filter(|found| found.severity == Severity::Error);
        self.errors = errors.map(|found| (found.span.file, found.span.start, found.span.end)).collect();
        self.warnings = self.count(Severity::Warning);
    }

    /// Sorts by place and drops what was found twice.
    pub fn sort(&mut self) {
        self.found.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
        self.found.dedup_by(|a, b| (a.span, a.code, &a.message) == (b.span, b.code, &b.message));
        self.warnings = self.count(Severity::Warning);
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A place for people and tools.
struct Place<'s> {
    file: &'s str,
    start: LineColumn,
    /// One past the last character.
    end: LineColumn,
}

fn place_of(sources: &Sources, span: Span) -> Place<'_> {
    let source = sources.get(span.file);
    let at = |offset: u32| source.line_column(offset as usize);
    Place { file: source.name(), start: at(span.start), end: at(span.end) }
}

/// `file:line:column` of a place.
pub fn place(sources: &Sources, span: Span) -> String {
    let source = sources.get(span.file);
    let at = source.line_column(span.start as usize);
    format!("{}:{}:{}", source.name(), at.line, at.column)
}
