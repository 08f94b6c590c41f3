//! Types written as YAML: text, an inline object, or a long form.

use super::Binder;
use crate::diagnostic::{Code, Diagnostic};
use crate::firsts::Firsts;
use crate::source::Spanned;
use crate::syntax::file::{FieldDecl, TypeExpr, TypeKind};
use crate::syntax::tree::{Map, Node, Value, shown};
use crate::syntax::type_expr;

const TYPE_HELP: &str = "write a type, such as `string(1..=64)`, `list<User>` or `{ id: uuid }`";

impl<'n> Binder<'n, '_> {
    /// Reads a type in any of its forms.
    pub(super) fn type_node(&mut self, node: &'n Node<'n>) -> TypeExpr<'n> {
        match &node.value {
            Value::Map(map) if self.is_long_form(map) => self.long_form(map, node),
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
