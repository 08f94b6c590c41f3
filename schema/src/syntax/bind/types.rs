//! Types written as YAML: text, an inline object, a tuple, or a long form.

use super::{Binder, long_form};
use crate::diagnostic::{Code, Diagnostic};
use crate::firsts::Firsts;
use crate::source::Spanned;
use crate::syntax::file::{FieldDecl, TypeExpr, TypeKind};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};
use crate::syntax::type_expr;

const TYPE_HELP: &str = "write a type, such as `string(1..=64)`, `list<User>` or `{ id: uuid }`";

impl<'n> Binder<'n, '_> {
    /// Reads a type in any of its forms.
    pub(super) fn type_node(&mut self, node: &'n Node<'n>) -> TypeExpr<'n> {
        match &node.value {
            Value::Map(map) if self.is_long_form(map) => self.long_form(map, node),
            Value::Map(map) => {
                if self.was_long_form(map) {
                    return TypeExpr::invalid(node.span);
                }
                let fields = self.fields(map);
                TypeExpr::new(TypeKind::Object(fields), node.span)
            }
            Value::List(items) if !items.is_empty() => self.tuple(items, node),
            _ if node.is_empty() => {
                let message = "a type is missing here";
                self.push(Diagnostic::new(Code::WrongKind, node.span, message).help(TYPE_HELP));
                TypeExpr::invalid(node.span)
            }
            _ => match self.scalar_text(node, "a type", "text or a mapping", TYPE_HELP) {
                Some(text) => type_expr::parse(text, self.diagnostics),
                None => TypeExpr::invalid(node.span),
            },
        }
    }

    /// `[A, B]` as a list of YAML's own.
    fn tuple(&mut self, items: &'n [Node<'n>], node: &Node<'_>) -> TypeExpr<'n> {
        let mut types = Vec::with_capacity(items.len());
        for item in items {
            self.documents_nothing(item.doc.as_deref(), "an item of a tuple is not documented on its own");
            types.push(self.type_node(item));
        }
        let only = || match &items[0].value {
            Value::Scalar { text, .. } => shown(text),
            _ => "T".to_owned(),
        };
        if let Err(finding) = type_expr::check_length(items.len(), node.span, only) {
            self.push(*finding);
            return TypeExpr::invalid(node.span);
        }
        TypeExpr::new(TypeKind::Tuple(types), node.span)
    }

    /// Reports a mapping that was meant as a long form, and is an object with a field that holds a list of names.
    fn was_long_form(&mut self, map: &Map<'_>) -> bool {
        let meant = |entry: &&Entry<'_>| {
            matches!(&*entry.key, "enum" | "union" | "include") && matches!(entry.value.value, Value::List(_))
        };
        let Some(entry) = map.entries.iter().find(meant) else { return false };
        let key = &*entry.key;
        let stranger = map.entries.iter().find(|other| !long_form::is_key(&other.key));
        let (message, help) = match stranger {
            _ if key == "include" => (
                "`include` stands beside `fields` alone".to_owned(),
                "write the fields under `fields`: `{ include: [Times], fields: { … } }`".to_owned(),
            ),
            Some(stranger) => {
                let stranger = shown(&stranger.key);
                (
                    format!("`{key}` is the name of a field here, since `{stranger}` stands beside it"),
                    format!("remove `{stranger}`, or write `{{ fields: {{ … }} }}` for an object with both"),
                )
            }
            None => (format!("`{key}` is the name of a field here"), "write `{ fields: { … } }`".to_owned()),
        };
        self.push(Diagnostic::new(Code::WrongKind, entry.key_span, message).help(help));
        true
    }

    /// The fields of an object.
    pub(super) fn fields(&mut self, map: &'n Map<'n>) -> Vec<FieldDecl<'n>> {
        let mut fields = Vec::with_capacity(map.entries.len());
        let mut seen = Firsts::new();
        for (at, entry) in map.entries.iter().enumerate() {
            if self.flow_comma(map, at) {
                continue;
            }
            let (name, optional) = match entry.key.strip_suffix('?') {
                Some(name) => (name, true),
                None => (&*entry.key, false),
            };
            if let Some(first) = seen.meet(name, entry.key_span) {
                let message = format!("the field `{}` stands here twice", shown(name));
                let finding = Diagnostic::new(Code::DuplicateKey, entry.key_span, message)
                    .label("a second time")
                    .help("keep one of them, with or without the `?`")
                    .related(first, "first written here");
                self.push(finding);
                continue;
            }
            let ty = if entry.value.is_empty() {
                let message = format!("the field `{}` has no type", shown(name));
                let help = match entry.key.split_once(':') {
                    Some((before, behind)) => {
                        format!("put a space behind the `:`: `{}: {}`", shown(before), shown(behind))
                    }
                    None => TYPE_HELP.to_owned(),
                };
                self.push(Diagnostic::new(Code::WrongKind, entry.key_span, message).help(help));
                TypeExpr::invalid(entry.value.span)
            } else {
                self.type_node(&entry.value)
            };
            let mut ty = self.with_doc(ty, entry);
            let name = Spanned::new(name, entry.key_span);
            fields.push(FieldDecl { name, optional, doc: ty.take_doc(), ty });
        }
        fields
    }
}
