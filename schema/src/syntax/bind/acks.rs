//! `acks`: how answers look on the wire.

use super::Binder;
use super::long_form::json;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Slot;
use crate::suggest::{listed, nearest};
use crate::syntax::file::{AckStyleDecl, ShapeDecl, ShapeEntryDecl, ShapeKind};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};

const STYLE: Vocabulary = Vocabulary {
    what: "a way of writing acks",
    known: SHAPES,
    elsewhere: &[],
    documented: &[],
    extensible: false,
    hint: "",
};
/// What is answered, and with it the file's own style.
const SHAPES: &[&str] = &["ok", "error", "fault"];
const HELP: &str = "write `acks: { ok: { ok: true, data: $data }, error: { ok: false, error: $error }, fault: { ok: false, fault: $fault } }`";
const SHAPE_HELP: &str = "write what is answered, such as `{ ok: true, data: $data }`";

/// What stands for an answer, by its name.
const SLOTS: &[(&str, Slot)] = &[
    ("$data", Slot::Data),
    ("$error", Slot::Error),
    ("$fault", Slot::Fault),
    ("$code", Slot::Code),
    ("$message", Slot::Message),
];

impl<'n> Binder<'n, '_> {
    /// The file's own style under `ok`, `error` and `fault`, and others under names of their own.
    pub(super) fn acks(&mut self, entry: &'n Entry<'n>) -> Vec<AckStyleDecl<'n>> {
        if entry.value.is_empty() {
            return Vec::new();
        }
        let Some(map) = self.map(&entry.value, "`acks`", "a mapping", HELP) else { return Vec::new() };
        let mut own = style(entry, true, self);
        let mut styles = Vec::new();
        for (at, entry) in map.entries.iter().enumerate() {
            if self.flow_comma(map, at) {
                continue;
            }
            self.documents_nothing(
                entry.doc.as_deref(),
                "a way of writing acks is not documented on its own",
            );
            if SHAPES.contains(&&*entry.key) {
                let shape = self.shape(&entry.value);
                own.put(&entry.key, shape);
                continue;
            }
            let Value::Map(shapes) = &entry.value.value else {
                let help = match nearest(&entry.key, SHAPES.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!(
                        "a style of its own is written `{}: {{ ok: …, error: …, fault: … }}`",
                        shown(&entry.key)
                    ),
                };
                let message = format!("`{}` is neither an answer nor a style", shown(&entry.key));
                self.push(Diagnostic::new(Code::UnknownKey, entry.key_span, message).help(help));
                continue;
            };
            let mut named = style(entry, false, self);
            let options = self.options(shapes, &STYLE);
            for (key, option) in options.found {
                let shape = self.shape(&option.value);
                named.put(key, shape);
            }
            self.needs_ok(&named, options.complete, &format!("the style `{}`", shown(&entry.key)));
            styles.push(named);
        }
        if own.error.is_some() || own.fault.is_some() || own.ok.is_some() {
            self.needs_ok(&own, map.complete, "`acks`");
            styles.insert(0, own);
        }
        styles
    }

    fn needs_ok(&mut self, style: &AckStyleDecl<'n>, complete: bool, what: &str) {
        if style.ok.is_none() && complete {
            let message = format!("{what} does not say how an answer is written");
            let finding = Diagnostic::new(Code::MissingKey, style.span, message);
            self.push(
                finding.help("add `ok: $data` for the bare answer, or `ok: { ok: true, data: $data }`"),
            );
        }
    }

    fn shape(&mut self, node: &'n Node<'n>) -> ShapeDecl<'n> {
        let kind = match &node.value {
            Value::Scalar { text, .. } if text.starts_with('$') => match self.slot(node, text) {
                Some(slot) => ShapeKind::Slot(slot),
                None => ShapeKind::Invalid,
            },
            Value::Scalar { .. } => {
                self.check_value(node);
                ShapeKind::Const(json(node))
            }
            Value::Map(map) => ShapeKind::Object(self.shape_entries(map)),
            Value::List(_) | Value::Invalid => {
                self.wrong_kind(node, "a shape", "an object, a constant or `$data`", SHAPE_HELP);
                ShapeKind::Invalid
            }
        };
        ShapeDecl { kind, span: node.span }
    }

    fn shape_entries(&mut self, map: &'n Map<'n>) -> Vec<ShapeEntryDecl<'n>> {
        let mut entries = Vec::with_capacity(map.entries.len());
        for (at, entry) in map.entries.iter().enumerate() {
            if self.flow_comma(map, at) {
                continue;
            }
            self.documents_nothing(entry.doc.as_deref(), "a part of an answer is not documented on its own");
            let value = self.shape(&entry.value);
            if entry.key != "..." {
                entries.push(ShapeEntryDecl { key: Some(self.key(entry)), value });
                continue;
            }
            match value.kind {
                ShapeKind::Slot(_) => entries.push(ShapeEntryDecl { key: None, value }),
                ShapeKind::Invalid => {}
                _ => {
                    let message = "`...` spreads the fields of what is answered";
                    let finding = Diagnostic::new(Code::AckShape, value.span, message);
                    self.push(finding.help("write `...: $data`, and constants under keys of their own"));
                }
            }
        }
        entries
    }

    fn slot(&mut self, node: &Node<'_>, text: &str) -> Option<Slot> {
        let found = SLOTS.iter().find(|(name, _)| *name == text).map(|(_, slot)| *slot);
        if found.is_none() {
            let names: Vec<&str> = SLOTS.iter().map(|(name, _)| *name).collect();
            let help = match nearest(text, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here: {}", listed(&names)),
            };
            let message = format!("`{}` is no part of an answer", shown(text));
            self.push(Diagnostic::new(Code::AckShape, node.span, message).help(help));
        }
        found
    }
}

fn style<'n>(entry: &'n Entry<'n>, own: bool, binder: &mut Binder<'n, '_>) -> AckStyleDecl<'n> {
    let name = if own { None } else { Some(binder.key(entry)) };
    AckStyleDecl { name, ok: None, error: None, fault: None, span: entry.key_span }
}

impl<'n> AckStyleDecl<'n> {
    fn put(&mut self, key: &str, shape: ShapeDecl<'n>) {
        match key {
            "ok" => self.ok = Some(shape),
            "error" => self.error = Some(shape),
            _ => self.fault = Some(shape),
        }
    }
}
