//! Types written as YAML: text, a long form, or an inline object.

use super::bind::Binder;
use super::file::{FieldDecl, Limits, TypeExpr, TypeKind, ValueDecl};
use super::type_expr;
use super::yaml::{Entry, Map, Node, Value, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use std::collections::HashMap;

/// The keys of a long form.
const LONG: &[&str] = &["type", "fields", "enum", "open", "of", "doc", "example", "min", "max"];
/// Keys of a long form that a later version of sockgen reads.
const LONG_LATER: &[&str] =
    &["union", "tag", "content", "brand", "external", "include", "default", "deprecated", "pattern", "lint"];
/// One of these makes a mapping a long form.
const HEADS: &[&str] = &["type", "fields", "enum", "union", "brand", "external"];

const TYPE_HELP: &str = "write a type, such as `string(1..=64)`, `list<User>` or `{ id: uuid }`";

impl Binder<'_> {
    /// Reads a type in any of its forms.
    pub(super) fn type_node(&mut self, node: &Node) -> TypeExpr {
        match &node.value {
            Value::Map(map) if is_long_form(map) => self.long_form(map, node),
            Value::Map(map) => {
                let fields = self.fields(map);
                TypeExpr::new(TypeKind::Object(fields), node.span)
            }
            Value::List(items) if !items.is_empty() => {
                let message = "tuples are not supported by this version of sockgen yet";
                let help = "declare an object with named fields; for an enum write `{ enum: [a, b] }`";
                self.push(Diagnostic::new(Code::NotYet, node.span, message).help(help));
                TypeExpr::invalid(node.span)
            }
            _ => match self.scalar_text(node, "a type", TYPE_HELP) {
                Some(text) => self.type_text(text),
                None => TypeExpr::invalid(node.span),
            },
        }
    }

    fn long_form(&mut self, map: &Map, node: &Node) -> TypeExpr {
        self.keys(map, "a type", LONG, LONG_LATER);
        let entry = |key: &str| map.entries.iter().find(|entry| entry.key == key);
        let heads: Vec<_> = map.entries.iter().filter(|entry| HEADS.contains(&entry.key.as_str())).collect();
        if let [first, second, ..] = heads.as_slice() {
            let message = format!("`{}` and `{}` cannot stand together", first.key, second.key);
            let finding = Diagnostic::new(Code::WrongKind, second.key_span, message)
                .help("a type is one of `type`, `fields` and `enum`; to make an object with such fields, write `{ fields: { … } }`")
                .related(first.key_span, "the other one");
            self.push(finding);
        }
        let mut ty = match heads[0].key.as_str() {
            "type" => self.typed(heads[0], entry("of"), node),
            "fields" => match &heads[0].value.value {
                Value::Map(fields) => TypeExpr::new(TypeKind::Object(self.fields(fields)), node.span),
                _ if heads[0].value.is_empty() => TypeExpr::new(TypeKind::Object(Vec::new()), node.span),
                _ => {
                    self.wrong_kind(&heads[0].value, "`fields`", "it is a mapping from names to types");
                    TypeExpr::invalid(node.span)
                }
            },
            "enum" => {
                let open = entry("open").is_some_and(|open| self.truth(open));
                let values = self.enum_values(heads[0]);
                TypeExpr::new(TypeKind::Enum { values, open }, node.span)
            }
            // Reported as not supported yet.
            _ => TypeExpr::invalid(node.span),
        };
        let later = LONG_LATER.contains(&heads[0].key.as_str());
        for (key, head) in [("open", "enum"), ("of", "type"), ("min", "type"), ("max", "type")] {
            if let Some(stray) = entry(key).filter(|_| heads[0].key != head && !later) {
                let message = format!("`{key}` belongs beside `{head}`, not beside `{}`", heads[0].key);
                self.push(Diagnostic::new(Code::UnknownKey, stray.key_span, message).help("remove it"));
            }
        }
        if heads[0].key == "type" {
            self.long_bounds(&mut ty, entry("min"), entry("max"));
        }
        if let Some(doc) = entry("doc") {
            ty.doc = self.doc_key(doc);
        }
        if let Some(example) = entry("example") {
            ty.example = Some(Spanned::new(json(&example.value), example.value.span));
        }
        ty
    }

    /// `type: T`, and `type: list` or `type: map` with `of: T`.
    fn typed(&mut self, head: &Entry, of: Option<&Entry>, node: &Node) -> TypeExpr {
        let container = match &head.value.value {
            Value::Scalar { text, .. } if text == "list" || text == "map" => Some(text.as_str()),
            _ => None,
        };
        match (container, of) {
            (Some(container), Some(of)) => {
                let inner = Box::new(self.type_node(&of.value));
                let kind = if container == "list" { TypeKind::List(inner) } else { TypeKind::Map(inner) };
                TypeExpr::new(kind, node.span)
            }
            (Some(container), None) => {
                let finding =
                    Diagnostic::new(Code::MissingKey, head.value.span, format!("a {container} of what?"))
                        .help(format!("write `{{ type: {container}, of: T }}`, or `{container}<T>`"));
                self.push(finding);
                TypeExpr::invalid(node.span)
            }
            (None, of) => {
                if let Some(of) = of {
                    let finding =
                        Diagnostic::new(Code::UnknownKey, of.key_span, "`of` belongs to a list or a map")
                            .help("write `{ type: list, of: T }`, or remove it");
                    self.push(finding);
                }
                let mut ty = self.type_node(&head.value);
                // What is wrong with the type is shown at the type, not at the whole mapping around it.
                ty.span = head.value.span;
                ty
            }
        }
    }

    fn truth(&mut self, entry: &Entry) -> bool {
        match &entry.value.value {
            Value::Scalar { text, plain: true } if text == "true" => true,
            Value::Scalar { text, plain: true } if text == "false" => false,
            _ => {
                let what = format!("`{}`", entry.key);
                self.wrong_kind(&entry.value, &what, "write `true` or `false`");
                false
            }
        }
    }

    fn long_bounds(&mut self, ty: &mut TypeExpr, min: Option<&Entry>, max: Option<&Entry>) {
        let mut limits = Limits::default();
        for (entry, side) in [(min, &mut limits.min), (max, &mut limits.max)] {
            let Some(entry) = entry else { continue };
            match &entry.value.value {
                Value::Scalar { text, plain: true } if type_expr::is_number(text) => {
                    *side = Some(Spanned::new(text.clone(), entry.value.span));
                }
                _ => {
                    let what = format!("`{}`", entry.key);
                    self.wrong_kind(&entry.value, &what, "write a number");
                }
            }
        }
        let Some(first) = limits.min.as_ref().or(limits.max.as_ref()) else { return };
        if let Some(bounds) = &ty.bounds {
            let finding = Diagnostic::new(Code::BoundsSyntax, first.span, "this type is bounded twice")
                .help("keep the bounds in the type or `min` and `max`")
                .related(bounds.span, "bounded here already");
            self.push(finding);
            return;
        }
        let span = first.span;
        ty.bounds = Some(Spanned::new(limits, span));
    }

    fn enum_values(&mut self, head: &Entry) -> Vec<ValueDecl> {
        let help = "write its values: `{ enum: [waiting, running] }`";
        match &head.value.value {
            Value::List(items) => items.iter().filter_map(|item| self.enum_value(item)).collect(),
            Value::Map(map) => map
                .entries
                .iter()
                .map(|entry| {
                    let written = if entry.value.is_empty() { None } else { self.doc_key(entry) };
                    let doc = self.one_doc(entry.doc.clone(), written);
                    ValueDecl { value: Spanned::new(entry.key.clone(), entry.key_span), doc }
                })
                .collect(),
            _ => {
                self.wrong_kind(&head.value, "`enum`", help);
                // A hole in the shape of an enum: an empty one would be reported again.
                vec![]
            }
        }
    }

    fn enum_value(&mut self, item: &Node) -> Option<ValueDecl> {
        let value = self.scalar(item, "a value of an enum", "write text")?;
        if let Value::Scalar { text, plain: true } = &item.value {
            if type_expr::is_number(text) {
                self.not_yet(item.span, "an enum of numbers");
                return None;
            }
            if matches!(text.as_str(), "true" | "false" | "null") {
                let finding =
                    Diagnostic::new(Code::EnumValues, item.span, format!("`{text}` is not text in YAML"))
                        .help(format!("write `\"{text}\"`"));
                self.push(finding);
                return None;
            }
        }
        Some(ValueDecl { value, doc: item.doc.clone() })
    }

    fn fields(&mut self, map: &Map) -> Vec<FieldDecl> {
        let mut fields: Vec<FieldDecl> = Vec::new();
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for (at, entry) in map.entries.iter().enumerate() {
            if self.flow_comma(map, at) {
                continue;
            }
            let (name, optional) = match entry.key.strip_suffix('?') {
                Some(name) => (name, true),
                None => (entry.key.as_str(), false),
            };
            if let Some(first) = seen.insert(name, entry.key_span) {
                let message = format!("the field `{}` stands here twice", shown(name));
                let finding = Diagnostic::new(Code::DuplicateKey, entry.key_span, message)
                    .help("keep one of them, with or without the `?`")
                    .related(first, "first written here");
                self.push(finding);
                continue;
            }
            let ty = if entry.value.is_empty() {
                let finding = Diagnostic::new(
                    Code::WrongKind,
                    entry.key_span,
                    format!("`{}` has no type", shown(name)),
                )
                .help(TYPE_HELP);
                self.push(finding);
                TypeExpr::invalid(entry.value.span)
            } else {
                self.type_node(&entry.value)
            };
            let ty = self.with_doc(ty, entry);
            let doc = ty.doc.clone();
            let span = entry.key_span;
            fields.push(FieldDecl { name: Spanned::new(name.to_owned(), span), optional, doc, ty });
        }
        fields
    }
}

fn is_long_form(map: &Map) -> bool {
    let known = |key: &str| LONG.contains(&key) || LONG_LATER.contains(&key);
    map.entries.iter().all(|entry| known(&entry.key))
        && map.entries.iter().any(|entry| HEADS.contains(&entry.key.as_str()))
}

/// A value as JSON: text without quotes that reads as a number, a truth value or null is that.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Scalar { text, plain } => {
            let bare = if *plain { serde_json::from_str(text).ok() } else { None };
            match bare {
                Some(value @ (serde_json::Value::Bool(_) | serde_json::Value::Number(_))) => value,
                Some(serde_json::Value::Null) => serde_json::Value::Null,
                _ if node.is_empty() => serde_json::Value::Null,
                _ => serde_json::Value::String(text.clone()),
            }
        }
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(map) => map.entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect(),
        Value::Invalid => serde_json::Value::Null,
    }
}
