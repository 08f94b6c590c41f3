//! Ways of writing acks: those of every file that takes part, and which one holds for an event.

use super::Resolver;
use super::namespaces::Place;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AckStyle, AckStyleId, Shape, ShapeEntry};
use crate::source::{FileId, Span};
use crate::syntax::file::{AckStyleDecl, EventDecl, ShapeDecl, ShapeKind};
use crate::syntax::tree::shown;
use std::collections::HashMap;

use super::program::Program;

/// All styles, by who declares them.
pub(super) struct Styles<'a> {
    /// As the model has them: the first file's own one first.
    pub(super) all: Vec<AckStyle>,
    /// What is written of each; absent for the standard one.
    pub(super) written: Vec<Option<&'a AckStyleDecl<'a>>>,
    own: HashMap<FileId, AckStyleId>,
    named: HashMap<(FileId, &'a str), AckStyleId>,
}

impl<'a> Styles<'a> {
    /// The styles of the files that are there as a whole.
    pub(super) fn of(program: &'a Program<'a>, whole: &[FileId]) -> Self {
        let place = program.files[0].place.unwrap_or(Span::new(FileId::FIRST, 0, 0));
        let mut styles = Styles {
            all: vec![AckStyle::standard(place)],
            written: vec![None],
            own: HashMap::new(),
            named: HashMap::new(),
        };
        for id in whole {
            for decl in &program.files[id.index()].acks {
                let style = AckStyle {
                    name: decl.name.map(|name| name.value.to_owned()),
                    ok: decl.ok.as_ref().map_or(Shape::Const(serde_json::Value::Null), shape),
                    error: decl.error.as_ref().map(shape),
                    fault: decl.fault.as_ref().map(shape),
                    span: decl.span,
                };
                let at = match (decl.name, *id == FileId::FIRST) {
                    (None, true) => {
                        styles.all[0] = style;
                        styles.written[0] = Some(decl);
                        AckStyleId::default()
                    }
                    _ => {
                        styles.all.push(style);
                        styles.written.push(Some(decl));
                        AckStyleId(styles.all.len() as u32 - 1)
                    }
                };
                match decl.name {
                    None => drop(styles.own.insert(*id, at)),
                    Some(name) => drop(styles.named.entry((*id, name.value)).or_insert(at)),
                }
            }
        }
        styles
    }

    /// The style of the nearest of some files that has one of its own.
    pub(super) fn own(&self, files: &[FileId]) -> AckStyleId {
        files.iter().find_map(|id| self.own.get(id).copied()).unwrap_or_default()
    }
}

impl<'a> Resolver<'a, '_> {
    /// The style in which an event is answered.
    pub(super) fn ack_style(&mut self, event: &EventDecl<'_>, place: &Place<'a>) -> AckStyleId {
        let Some(name) = &event.ack_style else { return place.style };
        let found = place.files.iter().find_map(|id| self.styles.named.get(&(*id, name.value)).copied());
        if let Some(id) = found {
            return id;
        }
        // What is found beyond all that is kept needs no help.
        let shown_files = if self.diagnostics.is_full() { &[][..] } else { &place.files };
        let files = shown_files.iter().map(|id| &self.program.files[id.index()]);
        let decls = files.flat_map(|file| &file.acks);
        let known: Vec<&str> = decls.filter_map(|decl| Some(decl.name?.value)).collect();
        let help = self
            .guesses
            .did_you_mean(name.value, known.into_iter())
            .unwrap_or_else(|| format!("declare it: `acks: {{ {}: {{ ok: $data }} }}`", shown(name.value)));
        let message = format!("there is no style `{}` under `acks`", shown(name.value));
        self.push(Diagnostic::new(Code::UnknownStyle, name.span, message).help(help));
        place.style
    }
}

fn shape(decl: &ShapeDecl<'_>) -> Shape {
    match &decl.kind {
        ShapeKind::Slot(slot) => Shape::Slot(*slot),
        ShapeKind::Const(value) => Shape::Const(value.clone()),
        ShapeKind::Invalid => Shape::Const(serde_json::Value::Null),
        ShapeKind::Object(entries) => {
            let entry =
                |entry: &crate::syntax::file::ShapeEntryDecl<'_>| match (&entry.key, &entry.value.kind) {
                    (Some(key), _) => {
                        Some(ShapeEntry::Key { key: key.value.to_owned(), value: shape(&entry.value) })
                    }
                    (None, ShapeKind::Slot(slot)) => Some(ShapeEntry::Spread(*slot)),
                    // What else is spread was reported.
                    (None, _) => None,
                };
            Shape::Object(entries.iter().filter_map(entry).collect())
        }
    }
}
