//! The long form of a type: `{ type: string, min: 1, doc: … }`, `{ fields: … }`, `{ enum: … }`, `{ brand: … }`.

use super::Binder;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::pattern;
use crate::source::{Span, Spanned};
use crate::suggest::{listed, nearest};
use crate::syntax::file::{Limits, Name, TypeExpr, TypeKind, ValueDecl};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};
use crate::syntax::type_expr;

/// The keys of a long form.
const LONG: Vocabulary = Vocabulary {
    what: "a type",
    known: &[
        "type",
        "fields",
        "enum",
        "union",
        "tag",
        "content",
        "open",
        "brand",
        "external",
        "include",
        "of",
        "doc",
        "example",
        "default",
        "deprecated",
        "min",
        "max",
        "pattern",
        "lint",
    ],
    elsewhere: &[],
    documented: &[],
    extensible: true,
    hint: "",
};
/// One of these makes a mapping a long form.
const HEADS: &[&str] = &["type", "fields", "enum", "union", "brand", "external"];
/// Keys that go with some of the heads alone, and with which.
const OWNED: &[(&str, &[&str])] = &[
    ("open", &["enum", "union"]),
    ("tag", &["union"]),
    ("content", &["union"]),
    ("of", &["type"]),
    ("include", &["fields"]),
    ("min", &["type", "brand"]),
    ("max", &["type", "brand"]),
    ("pattern", &["type", "brand"]),
];
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
    ("regex", "write `pattern: …`"),
    ("oneOf", "write `union: …`"),
    ("anyOf", "write `union: …`"),
    ("allOf", "write `include: …`"),
    ("discriminator", "write `tag: …`"),
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
        if !HEADS.iter().any(|head| has(head)) {
            let option = |entry: &Entry<'_>| matches!(&*entry.key, "open" | "min" | "max");
            return map.entries.iter().any(|entry| option(entry) && is_literal(&entry.value));
        }
        let strangers = self.strangers(map);
        strangers.is_empty() || has("type") && strangers.iter().any(|entry| reads_like_no_type(&entry.value))
    }

    /// The entries that a long form does not have.
    fn strangers<'m>(&self, map: &'m Map<'m>) -> Vec<&'m Entry<'m>> {
        let known = |entry: &Entry<'_>| is_key(&entry.key);
        let stranger = |(at, entry): (usize, &'m Entry<'m>)| {
            (!known(entry) && !self.is_cut_off(map, at)).then_some(entry)
        };
        map.entries.iter().enumerate().filter_map(stranger).collect()
    }

    pub(super) fn long_form(&mut self, map: &'n Map<'n>, node: &'n Node<'n>) -> TypeExpr<'n> {
        let entry = |key: &str| map.get(key);
        let Some((kind, head)) = self.head(map, node) else { return TypeExpr::invalid(node.span) };
        let mut ty = match kind {
            "type" => self.typed(head, entry("of"), node),
            "fields" => self.fields_of(head, node),
            "union" => self.union(map, head, node),
            "brand" => {
                let inner = Box::new(self.type_node(&head.value));
                TypeExpr::new(TypeKind::Brand(inner), node.span)
            }
            "external" => self.external(head, node),
            _ => self.enumeration(head, entry("open"), node),
        };
        for (key, owners) in OWNED {
            if let Some(stray) = entry(key).filter(|_| !owners.contains(&kind)) {
                let message = format!("`{key}` belongs beside {}, not beside `{kind}`", any_of(owners));
                self.push(Diagnostic::new(Code::UnknownKey, stray.key_span, message).help("remove it"));
            }
        }
        if matches!(kind, "type" | "brand") {
            self.long_bounds(&mut ty, entry("min"), entry("max"));
            if let Some(pattern) = entry("pattern") {
                self.pattern(&mut ty, pattern);
            }
        }
        if let Some(doc) = entry("doc") {
            ty.doc = self.doc_key(doc);
        }
        self.notes(&mut ty, map, kind);
        ty
    }

    /// What stands beside a type and is not part of it.
    fn notes(&mut self, ty: &mut TypeExpr<'n>, map: &'n Map<'n>, kind: &str) {
        for entry in &map.entries {
            match &*entry.key {
                "example" => {
                    self.check_value(&entry.value);
                    ty.notes_mut().example = Some(&entry.value);
                }
                "default" => {
                    self.check_value(&entry.value);
                    ty.notes_mut().default = Some((entry.key_span, &entry.value));
                }
                "deprecated" => {
                    if let Some(deprecated) = self.deprecated(entry) {
                        ty.notes_mut().deprecated = Some((entry.key_span, deprecated));
                    }
                }
                "include" if kind == "fields" => ty.notes_mut().include = self.mixins(entry),
                "lint" => self.lint(entry),
                key if key.starts_with("x-") => {
                    let extension = self.extensions(&[entry]);
                    ty.notes_mut().extensions.extend(extension);
                }
                _ => {}
            }
        }
    }

    /// `include: [Times]`.
    fn mixins(&mut self, entry: &'n Entry<'n>) -> Vec<Name<'n>> {
        let help = "write the names of objects: `include: [Times]`";
        let items: Vec<&'n Node<'n>> = match &entry.value.value {
            Value::List(items) => items.iter().collect(),
            Value::Scalar { .. } if !entry.value.is_empty() => vec![&entry.value],
            _ => {
                self.wrong_kind(&entry.value, "`include`", "a list of names", help);
                return Vec::new();
            }
        };
        let mut names = Vec::with_capacity(items.len());
        for item in items {
            self.documents_nothing(
                item.doc.as_deref(),
                "an included type is documented where it is declared",
            );
            names.extend(self.scalar(item, "a type in `include`", "the name of an object", help));
        }
        names
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
                .help(format!(
                    "a type has one of {}; to make an object with such fields, write `{{ fields: {{ … }} }}`",
                    listed(HEADS)
                ))
                .related(at.key_span, "the other one");
            self.push(finding);
        }
        let meant = self.long_keys(map, heads.is_empty());
        let head = heads.first().copied().or(meant);
        if head.is_none() {
            let message = "this does not say which type it is";
            let finding = Diagnostic::new(Code::MissingKey, node.span, message);
            let help = format!("write one of {}, such as `{{ type: string, min: 1 }}`", listed(HEADS));
            self.push(finding.help(help));
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
        let ty = bare(ty);
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

    /// A pattern is kept where the string is.
    fn pattern(&mut self, ty: &mut TypeExpr<'n>, entry: &'n Entry<'n>) {
        let help = "write a regular expression in quotes, such as `pattern: \"^[a-z]+$\"`";
        let what = "`pattern`";
        let Some(text) = self.scalar_text(&entry.value, what, "a regular expression", help) else { return };
        if let Err(problem) = pattern::check(text.text) {
            let place = text.place(problem.place);
            self.push(Diagnostic::new(Code::Pattern, place, problem.message).help(problem.help));
            return;
        }
        let ty = bare(ty);
        match ty.kind {
            // What the name stands for is not known yet.
            TypeKind::Name(_) | TypeKind::Invalid => {
                ty.notes_mut().pattern = Some((entry.key_span, text.text));
            }
            _ => {
                let finding =
                    Diagnostic::new(Code::Pattern, entry.key_span, "a pattern belongs to a `string`");
                self.push(
                    finding.help("declare the string with its pattern under `types:`, and use its name here"),
                );
            }
        }
    }

    fn enumeration(
        &mut self,
        head: &'n Entry<'n>,
        open: Option<&'n Entry<'n>>,
        node: &Node<'_>,
    ) -> TypeExpr<'n> {
        let open = open.is_some_and(|open| self.boolean(open));
        let Some((values, numbers)) = self.enum_values(head) else { return TypeExpr::invalid(node.span) };
        TypeExpr::new(TypeKind::Enum { values, open, numbers }, node.span)
    }

    /// The values, and whether they are numbers.
    fn enum_values(&mut self, head: &'n Entry<'n>) -> Option<(Vec<ValueDecl<'n>>, bool)> {
        let help = "write its values: `{ enum: [waiting, running] }`";
        // Each with whether it stands without quotes and reads as a number.
        let (written, values): (usize, Vec<(ValueDecl<'n>, bool)>) = match &head.value.value {
            Value::List(items) => {
                (items.len(), items.iter().filter_map(|item| self.enum_value(item)).collect())
            }
            Value::Map(map) => {
                let value = |at| self.documented_value(map, at);
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
        let all = values.len();
        let numbers = values.iter().filter(|(_, is_number)| *is_number).count();
        let mut kept = Vec::with_capacity(all);
        for (value, is_number) in values {
            let finding = match (numbers > 0, is_number) {
                (true, false) if type_expr::is_number(value.value.value) => Some(
                    Diagnostic::new(
                        Code::EnumValues,
                        value.value.span,
                        "this is text, and stands among numbers",
                    )
                    .help("remove the quotes"),
                ),
                (true, _) => type_expr::no_number(&value.value, numbers, all),
                (false, _) => None,
            };
            match finding {
                Some(finding) => self.push(finding),
                None => kept.push(value),
            }
        }
        // Where every value was refused there is nothing more to say.
        (!kept.is_empty()).then_some((kept, numbers > 0))
    }

    /// A value in `enum: { viewer: Can read, editor: Can write }`.
    fn documented_value(&mut self, map: &'n Map<'n>, at: usize) -> Option<(ValueDecl<'n>, bool)> {
        let entry = &map.entries[at];
        let quoted = self.text[entry.key_span.range()].starts_with(['"', '\'']);
        if self.flow_comma(map, at) || !quoted && self.is_no_text(&entry.key, entry.key_span) {
            return None;
        }
        let written = if entry.value.is_empty() { None } else { self.doc_key(entry) };
        let comment = self.comment_doc(entry.doc.as_deref());
        let doc = self.one_doc(comment, written);
        let is_number = !quoted && type_expr::is_number(&entry.key);
        Some((ValueDecl { value: self.key(entry), doc }, is_number))
    }

    fn enum_value(&mut self, item: &'n Node<'n>) -> Option<(ValueDecl<'n>, bool)> {
        let plain = matches!(&item.value, Value::Scalar { plain: true, .. });
        if matches!(&item.value, Value::Scalar { text, plain: true } if self.is_no_text(text, item.span)) {
            return None;
        }
        // An empty text is a value like any other here; that no name can be made from it is said later.
        let value = self.scalar_text(item, "a value of an enum", "text", "write text, such as `waiting`")?;
        let doc = self.comment_doc(item.doc.as_deref());
        let is_number = plain && type_expr::is_number(value.text);
        Some((ValueDecl { value: Spanned::new(value.text, value.whole()), doc }, is_number))
    }

    /// Reports what stands without quotes and is neither text nor a number to YAML.
    fn is_no_text(&mut self, text: &str, span: Span) -> bool {
        let special = ["true", "false", "null"].iter().any(|word| text.eq_ignore_ascii_case(word));
        if special {
            let message = format!("`{text}` is not text in YAML");
            let help = format!("if the text is meant, write `\"{text}\"`");
            self.push(Diagnostic::new(Code::EnumValues, span, message).help(help));
        }
        special
    }

    /// Looks for hidden characters in a value that is taken as it stands.
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

/// Whether a long form can have a key.
pub(super) fn is_key(key: &str) -> bool {
    LONG.known.contains(&key) || key.starts_with("x-")
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

/// What bounds and patterns are about: what may be null is bounded where it is not, and a brand where it is none.
fn bare<'t, 'n>(mut ty: &'t mut TypeExpr<'n>) -> &'t mut TypeExpr<'n> {
    while matches!(ty.kind, TypeKind::Nullable(_) | TypeKind::Brand(_)) {
        match &mut ty.kind {
            TypeKind::Nullable(inner) | TypeKind::Brand(inner) => ty = inner,
            _ => unreachable!(),
        }
    }
    ty
}

/// `` `a` or `b` ``.
fn any_of(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(" or ")
}

/// A value as JSON: text without quotes that reads as a number, a truth value or null is that.
pub(crate) fn json(node: &Node<'_>) -> serde_json::Value {
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
