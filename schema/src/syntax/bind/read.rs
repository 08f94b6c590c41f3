//! Readers of mappings' keys and of single values, for the other files of the binder.

use super::Binder;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::suggest::{listed, nearest};
use crate::syntax::file::{Documented, Name, TypeExpr};
use crate::syntax::scalar::Text;
use crate::syntax::tree::{Doc, Entry, Map, Node, Value, shown};
use crate::text;

/// The keys that a mapping may have.
pub(super) struct Vocabulary {
    /// What the mapping is, such as "a room".
    pub(super) what: &'static str,
    /// The keys.
    pub(super) known: &'static [&'static str],
    /// Keys that belong to another mapping of the same kind. They are returned as well, for a finding of their own.
    pub(super) elsewhere: &'static [&'static str],
    /// The keys that a `##` comment documents.
    pub(super) documented: &'static [&'static str],
    /// Whether keys that begin with `x-` may stand among them.
    pub(super) extensible: bool,
    /// What else to say to a key that is none of these.
    pub(super) hint: &'static str,
}

/// The entries of a mapping whose keys are understood.
pub(super) struct Options<'n> {
    /// By the key that they have, or that was meant.
    pub(super) found: Vec<(&'static str, &'n Entry<'n>)>,
    /// Keys that begin with `x-`.
    pub(super) extensions: Vec<&'n Entry<'n>>,
    /// Whether no other key was there: with one, what seems to be missing may be there under a name that is not
    /// understood.
    pub(super) complete: bool,
}

impl<'n> Options<'n> {
    pub(super) fn get(&self, key: &str) -> Option<&'n Entry<'n>> {
        self.found.iter().find(|(found, _)| *found == key).map(|(_, entry)| *entry)
    }
}

/// Words that others use for keys of this language.
const FOREIGN: &[(&str, &str)] = &[
    ("description", "doc"),
    ("summary", "doc"),
    ("payload", "data"),
    ("acknowledge", "ack"),
    ("callback", "ack"),
    ("response", "ack"),
    ("reply", "ack"),
    ("returns", "ack"),
    ("pattern", "name"),
    ("template", "name"),
    ("properties", "fields"),
    ("events", "clientToServer"),
    ("definitions", "types"),
    ("schemas", "types"),
];

/// What a word of others is called here.
pub(super) fn foreign(key: &str) -> Option<&'static str> {
    FOREIGN.iter().find(|(word, _)| *word == key).map(|(_, ours)| *ours)
}

impl<'n> Binder<'n, '_> {
    /// The entries of a mapping by their keys. Keys that do not belong are reported; one that is nearly right is read
    /// as the one that was meant, so that its absence is not reported as well.
    pub(super) fn options(&mut self, map: &'n Map<'n>, vocabulary: &Vocabulary) -> Options<'n> {
        let Vocabulary { what, known, elsewhere, documented, extensible, hint } = *vocabulary;
        let mut options = Options { found: Vec::new(), extensions: Vec::new(), complete: map.complete };
        let mut present: Option<Vec<&str>> = None;
        for (at, entry) in map.entries.iter().enumerate() {
            let key = &*entry.key;
            if let Some(known) = known.iter().chain(elsewhere).find(|known| **known == key) {
                options.found.push((known, entry));
                if !documented.contains(known) && !elsewhere.contains(known) {
                    self.documents_nothing(
                        entry.doc.as_deref(),
                        &format!("`{known}` is not documented on its own"),
                    );
                }
                continue;
            }
            if self.flow_comma(map, at) {
                continue;
            }
            if extensible && key.starts_with("x-") {
                self.documents_nothing(entry.doc.as_deref(), "a key of your own is not documented");
                options.extensions.push(entry);
                continue;
            }
            let message = format!("`{}` is not a key of {what}", shown(key));
            let finding = Diagnostic::new(Code::UnknownKey, entry.key_span, message);
            if let Some((before, behind)) = key.split_once(':').filter(|(before, _)| known.contains(before)) {
                let help = format!("put a space behind the `:`: `{before}: {}`", shown(behind.trim_start()));
                self.push(finding.help(help));
                options.complete = false;
                continue;
            }
            let candidates = known.iter().copied();
            let near = if self.diagnostics.is_full() { None } else { nearest(key, candidates) };
            let foreign = foreign(key);
            let meant = near.or(foreign).and_then(|meant| known.iter().find(|known| **known == meant));
            let help = match (near, foreign.filter(|ours| known.contains(ours))) {
                (Some(near), _) => format!("did you mean `{near}`?"),
                (None, Some(ours)) => format!("it is called `{ours}` here"),
                (None, None) => format!("known here: {}{hint}", listed(known)),
            };
            self.push(finding.help(help));
            let present = present.get_or_insert_with(|| {
                known.iter().copied().filter(|known| map.get(known).is_some()).collect()
            });
            match meant.filter(|meant| !present.contains(meant)) {
                Some(meant) => {
                    present.push(meant);
                    options.found.push((meant, entry));
                }
                None => options.complete = false,
            }
        }
        options
    }

    /// `{ doc: Join, then leave. }`: the comma ended the text, and the rest became a key without a value.
    pub(super) fn is_cut_off(&self, map: &Map<'_>, at: usize) -> bool {
        self.cut_text(map, at).is_some()
    }

    /// The entry of the text that a cut-off piece belongs to.
    fn cut_text(&self, map: &Map<'_>, at: usize) -> Option<usize> {
        // A text may have several commas; far more of them than a text has are no text.
        const COMMAS: usize = 16;
        let is_piece = |entry: &Entry<'_>| {
            entry.value.is_empty()
                // In `{ id: uuid, name:string }` a space is missing, not a quote.
                && (entry.key.contains(' ') || !entry.key.contains(':'))
                && !self.text[entry.key_span.end as usize..].trim_start().starts_with(':')
        };
        if !map.flow || !is_piece(&map.entries[at]) {
            return None;
        }
        let before = (0..at).rev().take(COMMAS).find(|before| !is_piece(&map.entries[*before]))?;
        let text = &map.entries[before].value.value;
        matches!(text, Value::Scalar { text, plain: true } if !text.is_empty()).then_some(before)
    }

    /// Reports a part of a text that a comma cut off.
    pub(super) fn flow_comma(&mut self, map: &Map<'_>, at: usize) -> bool {
        let Some(before) = self.cut_text(map, at) else { return false };
        // Of several pieces the first is shown.
        if before + 1 < at {
            return true;
        }
        let last =
            (at..map.entries.len()).take_while(|next| self.cut_text(map, *next) == Some(before)).last();
        let (text, piece, last) = (&map.entries[before], &map.entries[at], &map.entries[last.unwrap_or(at)]);
        let whole = &self.text[text.value.span.start as usize..last.key_span.end as usize];
        let message = format!("the comma before this ended the text of `{}`", shown(&text.key));
        let quoted = format!("\"{}\"", shown(whole).replace('\\', "\\\\").replace('"', "\\\""));
        let finding = Diagnostic::new(Code::FlowComma, piece.key_span, message)
            .help(format!("write: {}: {quoted}", shown(&text.key)));
        self.push(finding);
        true
    }

    /// A value of the wrong kind: `what` must be `wanted`.
    pub(super) fn wrong_kind(&mut self, node: &Node<'_>, what: &str, wanted: &str, help: &str) {
        let found = match &node.value {
            Value::Invalid => return,
            _ if node.is_empty() => ", but it is empty",
            Value::Scalar { text, .. } if text.trim().is_empty() => ", but it is empty",
            Value::Scalar { .. } => ", not text",
            Value::List(_) => ", not a list",
            Value::Map(_) => ", not a mapping",
        };
        let message = format!("{what} must be {wanted}{found}");
        self.push(Diagnostic::new(Code::WrongKind, node.span, message).help(help));
    }

    pub(super) fn map(
        &mut self,
        node: &'n Node<'n>,
        what: &str,
        wanted: &str,
        help: &str,
    ) -> Option<&'n Map<'n>> {
        if let Value::Map(map) = &node.value {
            return Some(map);
        }
        self.wrong_kind(node, what, wanted, help);
        None
    }

    /// Text, and how its places are found.
    pub(super) fn scalar_text(
        &mut self,
        node: &'n Node<'n>,
        what: &str,
        wanted: &str,
        help: &str,
    ) -> Option<Text<'n>> {
        match &node.value {
            Value::Scalar { text, plain } if !(node.is_empty() || *plain && text.trim().is_empty()) => {
                let raw = self.text.get(node.span.range()).unwrap_or("");
                let text = Text::new(text, raw, node.span);
                self.check_text(text.text, text.span);
                Some(text)
            }
            _ => {
                self.wrong_kind(node, what, wanted, help);
                None
            }
        }
    }

    /// Text that is not blank.
    pub(super) fn scalar(
        &mut self,
        node: &'n Node<'n>,
        what: &str,
        wanted: &str,
        help: &str,
    ) -> Option<Name<'n>> {
        let text = self.scalar_text(node, what, wanted, help)?;
        if text.text.trim().is_empty() {
            self.wrong_kind(node, what, wanted, help);
            return None;
        }
        Some(Spanned::new(text.text, text.whole()))
    }

    pub(super) fn required_text(&mut self, entry: &'n Entry<'n>, help: &str) -> Option<Name<'n>> {
        let what = format!("`{}`", entry.key);
        self.scalar(&entry.value, &what, "text", help)
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, entry: &Entry<'_>) -> bool {
        match &entry.value.value {
            Value::Scalar { text, plain: true } if text == "true" => true,
            Value::Scalar { text, plain: true } if text == "false" => false,
            _ => {
                let help = format!("write `{0}: true`, or leave `{0}` out", entry.key);
                self.wrong_kind(&entry.value, &format!("`{}`", entry.key), "`true` or `false`", &help);
                false
            }
        }
    }

    /// Refuses what would hide or turn around a part of the text where it is shown.
    pub(super) fn check_text(&mut self, text: &str, span: Span) {
        if let Some(c) = text::hostile(text) {
            let message = format!("this text holds the invisible character U+{:04X}", c as u32);
            // An escape may stand for it.
            let at = self.text.get(span.range()).and_then(|raw| raw.find(c));
            let span = at.map_or(span, |at| span.part(at..at + c.len_utf8()));
            self.push(Diagnostic::new(Code::HostileText, span, message).help("remove it"));
        }
    }

    pub(super) fn key(&mut self, entry: &'n Entry<'n>) -> Name<'n> {
        Spanned::new(&*entry.key, entry.key_span)
    }

    /// A `##` comment.
    pub(super) fn comment_doc(&mut self, doc: Option<&'n Doc<'n>>) -> Documented<'n> {
        let doc = doc?;
        self.check_text(&doc.text, doc.span);
        Some(Spanned::new(&*doc.text, doc.span))
    }

    /// `doc: …`.
    pub(super) fn doc_key(&mut self, entry: &'n Entry<'n>) -> Documented<'n> {
        let what = format!("`{}`", entry.key);
        let text = self.scalar_text(&entry.value, &what, "text", "write text, or leave it out")?;
        Some(Spanned::new(text.text.trim_end(), entry.value.span))
    }

    /// The one documentation of a thing that may be documented in two ways.
    pub(super) fn one_doc(&mut self, comment: Documented<'n>, key: Documented<'n>) -> Documented<'n> {
        if let (Some(comment), Some(key)) = (&comment, &key) {
            let finding = Diagnostic::new(Code::DocTwice, key.span, "this is documented twice")
                .help("keep the `##` comment or the `doc:`")
                .related(comment.span, "here already");
            self.push(finding);
        }
        comment.or(key)
    }

    /// Gives a type the documentation that stands above its key.
    pub(super) fn with_doc(&mut self, mut ty: TypeExpr<'n>, entry: &'n Entry<'n>) -> TypeExpr<'n> {
        let comment = self.comment_doc(entry.doc.as_deref());
        ty.doc = self.one_doc(comment, ty.doc.take());
        ty
    }

    /// A `##` comment above something that has no place for it.
    pub(super) fn documents_nothing(&mut self, doc: Option<&Doc<'_>>, why: &str) {
        if let Some(doc) = doc {
            let message = format!("this `##` comment is shown nowhere: {why}");
            let finding = Diagnostic::new(Code::DanglingDoc, doc.span, message)
                .help("move it directly above what it documents, or begin it with a single `#`");
            self.push(finding);
        }
    }
}
