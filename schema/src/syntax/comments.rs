//! Comments that document: those that begin with `##` and stand directly above something.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use crate::syntax::tree::Doc;
use std::borrow::Cow;

/// The comments since the last key or list item: those that may document the next.
pub(super) struct Comments<'t> {
    text: &'t str,
    pending: Vec<Span>,
}

impl<'t> Comments<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Comments { text, pending: Vec::new() }
    }

    pub(super) fn push(&mut self, comment: Span) {
        self.pending.push(comment);
    }

    /// Takes the comments so far, and returns those that document what begins at a place.
    pub(super) fn above(&mut self, below: Span, diagnostics: &mut Diagnostics) -> Option<Box<Doc<'t>>> {
        if self.pending.is_empty() {
            return None;
        }
        let mut owned = self.pending.len();
        let mut next = below;
        while owned > 0
            && self.is_doc(self.pending[owned - 1])
            && self.is_directly_above(self.pending[owned - 1], next)
        {
            owned -= 1;
            next = self.pending[owned];
        }
        let doc = self.pending.split_off(owned);
        self.without_owner(diagnostics);
        let (first, last) = (*doc.first()?, *doc.last()?);
        let text = match doc.as_slice() {
            [line] => Cow::Borrowed(self.line(*line)),
            lines => Cow::Owned(lines.iter().map(|line| self.line(*line)).collect::<Vec<_>>().join("\n")),
        };
        Some(Box::new(Doc { text, span: Span { end: last.end, ..first } }))
    }

    /// Reports the comments so far that should document something.
    pub(super) fn without_owner(&mut self, diagnostics: &mut Diagnostics) {
        for comment in std::mem::take(&mut self.pending) {
            if self.is_doc(comment) {
                let finding =
                    Diagnostic::new(Code::DanglingDoc, comment, "this `##` comment documents nothing");
                diagnostics.push(finding.help("move it directly above a key, or begin it with a single `#`"));
            }
        }
    }

    fn is_doc(&self, comment: Span) -> bool {
        let text = &self.text[comment.range()];
        // A line of many `#` is a ruler, not documentation.
        text.starts_with("##") && !text.starts_with("###")
    }

    fn line(&self, comment: Span) -> &'t str {
        let line = self.text[comment.range()].trim_start_matches('#');
        line.strip_prefix(' ').unwrap_or(line).trim_end()
    }

    /// Whether a comment is alone on its line, and only one line break lies between it and what is below.
    fn is_directly_above(&self, comment: Span, below: Span) -> bool {
        let line_start = self.text[..comment.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let before = self.text[line_start..comment.start as usize].trim_start_matches('\u{feff}');
        if !before.trim().is_empty() || below.start < comment.end {
            return false;
        }
        let between = &self.text[comment.end as usize..below.start as usize];
        // A list's item begins behind its `-`, and an explicit key behind its `?`.
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '-' | '?');
        between.matches('\n').count() == 1 && between.chars().all(is_mark)
    }
}
