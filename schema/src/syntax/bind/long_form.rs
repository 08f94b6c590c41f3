//! The long form of a type: `{ type: string, min: 1, doc: … }`, `{ fields: … }`, `{ enum: … }`.

use super::Binder;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::suggest::{listed, nearest};
use crate::syntax::file::{Limits, TypeExpr, TypeKind, ValueDecl};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};
use crate::syntax::type_expr;

/// The keys of a long form.
const LONG: Vocabulary = Vocabulary {
    what: "a type",
    known: &["type", "fields", "enum", "open", "of", "doc", "example", "min", "max", "lint"],
    elsewhere: &[],
    later: &["union", "tag", "content", "brand", "external", "include", "default", "deprecated", "pattern"],
    documented: &[],
    extensible: true,
    hint: "",
};
/// One of these makes a mapping a long form.
const HEADS: &[&str] = &["type", "fields", "enum"];
/// And these, which a later version of sockgen reads.
const HEADS_LATER: &[&str] = &["union", "brand", "external"];
/// Words of JSON Schema and OpenAPI, and what to write instead.
const FOREIGN: &[(&str, &str)] = &[
    ("description", "write `doc: …`"),
    ("title", "write `doc: …`"),
    ("examples", "write `example: …`"),
    ("minLength", "write `min: …`"),
    ("maxLength", "write `max: …`"),
    ("minItems", "write `min: …`"),
    ("maxItems", "write `max: …`"),
    ("minimum", "write `min: …`"),
    ("maximum", "write `max: …`"),
    ("nullable", "write `type: T | null`"),
    ("optional", "a field that may be absent ends in `?`: `name?: string`"),
    ("required", "a field that may be absent ends in `?`: `name?: string`"),
];

impl<'n> Binder<'n, '_> {
    /// Whether a mapping is a long form. So is one with a mistake in it that could not be a type's: a mapping with `type`
    /// in which something is no type (`{ type: string, maxLength: 64 }`), and one with a number or a truth value where a
    /// long form has it (`{ typ: string, min: 1 }`).
    pub(super) fn is_long_form(&self, map: &Map<'_>) -> bool {
        let has = |key: &str| map.entries.iter().any(|entry| entry.key == key);
        if !HEADS.iter().chain(HEADS_LATER).any(|head| has(head)) {
            let option = |entry: &Entry<'_>| matches!(&*entry.key, "open" | "min" | "max");
            return map.entries.iter().any(|entry| option(entry) && is_literal(&entry.value));
        }
        let strangers = self.strangers(map);
        strangers.is_empty() || has("type") && strangers.iter().any(|entry| reads_like_no_type(&entry.value))
    }

    /// The entries that a long form does not have.
    fn strangers<'m>(&self, map: &'m Map<'m>) -> Vec<&'m Entry<'m>> {
        let known = |entry: &Entry<'_>| LONG.known.iter().chain(LONG.later).any(|key| *key == entry.key);
        let stranger = |(at, entry): (usize, &'m Entry<'m>)| {
            (!known(entry) && !self.is_cut_off(map, at)).then_some(entry)
        };
        map.entries.iter().enumerate().filter_map(stranger).collect()
    }

    pub(super) fn long_form(&mut self, map: &'n Map<'n>, node: &'n Node<'n>) -> TypeExpr<'n> {
        if let Some(later) = map.entries.iter().find(|entry| HEADS_LATER.contains(&&*entry.key)) {
            // What stands beside it belongs to it.
            self.not_yet(later.key_span, &format!("`{}`", later.key));
            return TypeExpr::invalid(node.span);
        }
        let entry = |key: &str| map.get(key);
        let Some((kind, head)) = self.head(map, node) else { return TypeExpr::invalid(node.span) };
        let mut ty = match kind {
            "type" => self.typed(head, entry("of"), node),
            "fields" => self.fields_of(head, node),
            _ => {
                let open = entry("open").is_some_and(|open| self.boolean(open));
                match self.enum_values(head) {
                    Some(values) => TypeExpr::new(TypeKind::Enum { values, open }, node.span),
                    None => TypeExpr::invalid(node.span),
                }
            }
        };
        for (key, owner) in [("open", "enum"), ("of", "type"), ("min", "type"), ("max", "type")] {
            if let Some(stray) = entry(key).filter(|_| kind != owner) {
                let message = format!("`{key}` belongs beside `{owner}`, not beside `{kind}`");
                self.push(Diagnostic::new(Code::UnknownKey, stray.key_span, message).help("remove it"));
            }
        }
        if kind == "type" {
            self.long_bounds(&mut ty, entry("min"), entry("max"));
        }
        if let Some(doc) = entry("doc") {
            ty.doc = self.doc_key(doc);
        }
        if let Some(lint) = entry("lint") {
            self.lint(lint);
        }
        if let Some(example) = entry("example") {
            self.check_value(&example.value);
            ty.example = Some(Box::new(Spanned::new(json(&example.value), example.value.span)));
        }
        ty
    }

    /// The entry that says what the type is, under the key that it has or that was meant. Keys that do not belong are
    /// reported.
    fn head(&mut self, map: &'n Map<'n>, node: &Node<'_>) -> Option<(&'static str, &'n Entry<'n>)> {
        let is_head =
            |entry: &'n Entry<'n>| HEADS.iter().find(|head| **head == entry.key).map(|head| (*head, entry));
        let heads: Vec<_> = map.entries.iter().filter_map(is_head).collect();
        if let [(first, at), (second, stray), ..] = heads.as_slice() {
            let message = format!("`{first}` and `{second}` cannot stand together");
            let finding = Diagnostic::new(Code::WrongKind, stray.key_span, message)
                .help("a type is one of `type`, `fields` and `enum`; to make an object with such fields, write `{ fields: { … } }`")
                .related(at.key_span, "the other one");
            self.push(finding);
        }
        let meant = self.long_keys(map, heads.is_empty());
        let head = heads.first().copied().or(meant);
        if head.is_none() {
            let message = "this does not say which type it is";
            let finding = Diagnostic::new(Code::MissingKey, node.span, message);
            self.push(
                finding.help("write one of `type`, `fields` and `enum`, such as `{ type: string, min: 1 }`"),
            );
        }
        head
    }

    /// Reports the keys of a long form that do not belong to it. Where the one that says what the type is is `missing`,
    /// returns what was meant by it.
    fn long_keys(&mut self, map: &'n Map<'n>, missing: bool) -> Option<(&'static str, &'n Entry<'n>)> {
        let strangers = self.strangers(map);
        if strangers.is_empty() {
            self.options(map, &LONG);
        }
        let mut meant = None;
        for entry in strangers {
            let key = &*entry.key;
            let head = nearest(key, HEADS.iter().copied()).filter(|_| missing && meant.is_none());
            let foreign = FOREIGN.iter().find(|(word, _)| *word == key);
            let instead = match (head, foreign, nearest(key, LONG.known.iter().copied())) {
                (Some(head), _, _) => format!("did you mean `{head}`?"),
                (None, Some((_, instead)), _) => (*instead).to_owned(),
                (None, None, Some(near)) => format!("did you mean `{near}`?"),
                (None, None, None) => format!("known here: {}", listed(LONG.known)),
            };
            meant = meant.or(head.map(|head| (head, entry)));
            let message = format!("`{}` is not a key of a type", shown(key));
            self.push(Diagnostic::new(Code::UnknownKey, entry.key_span, message).help(instead));
        }
        meant
    }

    fn fields_of(&mut self, head: &'n Entry<'n>, node: &Node<'_>) -> TypeExpr<'n> {
        match &head.value.value {
            Value::Map(fields) => TypeExpr::new(TypeKind::Object(self.fields(fields)), node.span),
            _ if head.value.is_empty() => TypeExpr::new(TypeKind::Object(Vec::new()), node.span),
            _ => {
                let help = "write `{ fields: { id: uuid } }`";
                self.wrong_kind(&head.value, "`fields`", "a mapping from names to types", help);
                TypeExpr::invalid(node.span)
            }
        }
    }

    /// `type: T`, and `type: list` or `type: map` with `of: T`.
    fn typed(&mut self, head: &'n Entry<'n>, of: Option<&'n Entry<'n>>, node: &Node<'_>) -> TypeExpr<'n> {
        let container = match &head.value.value {
            Value::Scalar { text, .. } if text == "list" || text == "map" => Some(&**text),
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
                self.type_node(&head.value)
            }
        }
    }

    fn long_bounds(&mut self, ty: &mut TypeExpr<'n>, min: Option<&'n Entry<'n>>, max: Option<&'n Entry<'n>>) {
        let mut limits = Limits::default();
        for (entry, side) in [(min, &mut limits.min), (max, &mut limits.max)] {
            let Some(entry) = entry else { continue };
            match &entry.value.value {
                Value::Scalar { text, plain: true } if type_expr::is_number(text) => {
                    *side = Some(Spanned::new(&**text, entry.value.span));
                }
                _ => {
                    let what = format!("`{0}`", entry.key);
                    let help = format!("write digits alone, such as `{}: 64`", entry.key);
                    self.wrong_kind(&entry.value, &what, "a number", &help);
                }
            }
        }
        let Some(first) = limits.min.as_ref().or(limits.max.as_ref()) else { return };
        // What may be null is bounded where it is not.
        let mut ty = ty;
        while let TypeKind::Nullable(inner) = &mut ty.kind {
            ty = inner;
        }
        if let Some(bounds) = &ty.bounds {
            let finding = Diagnostic::new(Code::BoundsSyntax, first.span, "this type is bounded twice")
                .help("keep the bounds in the type or `min` and `max`")
                .related(bounds.span, "bounded here already");
            self.push(finding);
            return;
        }
        let span = first.span;
        ty.bounds = Some(Box::new(Spanned::new(limits, span)));
    }

    fn enum_values(&mut self, head: &'n Entry<'n>) -> Option<Vec<ValueDecl<'n>>> {
        let help = "write its values: `{ enum: [waiting, running] }`";
        let mut numbers = false;
        let (written, values): (usize, Vec<_>) = match &head.value.value {
            Value::List(items) => {
                let value = |item| self.enum_value(item, &mut numbers);
                (items.len(), items.iter().filter_map(value).collect())
            }
            Value::Map(map) => {
                let value = |at| self.documented_value(map, at, &mut numbers);
                (map.entries.len(), (0..map.entries.len()).filter_map(value).collect())
            }
            _ => {
                self.wrong_kind(&head.value, "`enum`", "a list of values", help);
                return None;
            }
        };
        if written == 0 {
            let message = "an enum needs at least one value";
            self.push(Diagnostic::new(Code::EnumValues, head.value.span, message).help(help));
        }
        // Where every value was refused there is nothing more to say.
        (!values.is_empty()).then_some(values)
    }

    /// A value in `enum: { viewer: Can read, editor: Can write }`.
    fn documented_value(&mut self, map: &'n Map<'n>, at: usize, numbers: &mut bool) -> Option<ValueDecl<'n>> {
        let entry = &map.entries[at];
        let quoted = self.text[entry.key_span.range()].starts_with(['"', '\'']);
        if self.flow_comma(map, at) || !quoted && self.is_no_text(&entry.key, entry.key_span, numbers) {
            return None;
        }
        let written = if entry.value.is_empty() { None } else { self.doc_key(entry) };
        let comment = self.comment_doc(entry.doc.as_deref());
        let doc = self.one_doc(comment, written);
        Some(ValueDecl { value: self.key(entry), doc })
    }

    fn enum_value(&mut self, item: &'n Node<'n>, numbers: &mut bool) -> Option<ValueDecl<'n>> {
        if matches!(&item.value, Value::Scalar { text, plain: true } if self.is_no_text(text, item.span, numbers))
        {
            return None;
        }
        // An empty text is a value like any other here; that no name can be made from it is said later.
        let value = self.scalar_text(item, "a value of an enum", "text", "write text, such as `waiting`")?;
        let doc = self.comment_doc(item.doc.as_deref());
        Some(ValueDecl { value: Spanned::new(value.text, value.whole()), doc })
    }

    /// Reports what stands without quotes and is something else than text to YAML. Of an enum's `numbers`, the first.
    fn is_no_text(&mut self, text: &str, span: Span, numbers: &mut bool) -> bool {
        if type_expr::is_number(text) && std::mem::replace(numbers, true) {
            return true;
        }
        if type_expr::is_number(text) {
            let message = "an enum of numbers is not supported by this version of sockgen yet";
            let help = "write values that begin with a letter, or a type such as `u8(1..=3)`";
            self.push(Diagnostic::new(Code::NotYet, span, message).help(help));
            return true;
        }
        let special = ["true", "false", "null"].iter().any(|word| text.eq_ignore_ascii_case(word));
        if special {
            let message = format!("`{text}` is not text in YAML");
            let help = format!("if the text is meant, write `\"{text}\"`");
            self.push(Diagnostic::new(Code::EnumValues, span, message).help(help));
        }
        special
    }

    pub(super) fn check_value(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::Scalar { text, .. } => self.check_text(text, node.span),
            Value::List(items) => items.iter().for_each(|item| self.check_value(item)),
            Value::Map(map) => map.entries.iter().for_each(|entry| {
                self.check_text(&entry.key, entry.key_span);
                self.check_value(&entry.value);
            }),
            Value::Invalid => {}
        }
    }
}

/// Whether a value is a number or a truth value.
fn is_literal(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Scalar { text, plain: true }
        if type_expr::is_number(text) || matches!(&**text, "true" | "false"))
}

/// Whether a value cannot be meant as a type: a number, a truth value, words.
fn reads_like_no_type(node: &Node<'_>) -> bool {
    let Value::Scalar { text, .. } = &node.value else { return false };
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '\'' | '-');
    is_literal(node) || type_expr::is_number(text) || text.contains(' ') && text.chars().all(is_word)
}

/// A value as JSON: text without quotes that reads as a number, a truth value or null is that.
pub(super) fn json(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Scalar { text, plain } => {
            let bare = if *plain { serde_json::from_str(text).ok() } else { None };
            match bare {
                Some(value @ (serde_json::Value::Bool(_) | serde_json::Value::Number(_))) => value,
                Some(serde_json::Value::Null) => serde_json::Value::Null,
                _ if node.is_empty() => serde_json::Value::Null,
                _ => serde_json::Value::String(text.clone().into_owned()),
            }
        }
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(map) => {
            map.entries.iter().map(|entry| (entry.key.clone().into_owned(), json(&entry.value))).collect()
        }
        Value::Invalid => serde_json::Value::Null,
    }
}
