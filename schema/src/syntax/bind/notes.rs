//! What may be noted beside anything: that it is on its way out, keys of the reader's own, rules that are to be silent.

use super::Binder;
use super::long_form::json;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Deprecated;
use crate::source::Spanned;
use crate::syntax::file::{Extensions, LintDecl};
use crate::syntax::tree::{Entry, Node, Value};

const DEPRECATED: Vocabulary = Vocabulary {
    what: "`deprecated`",
    known: &["since", "use"],
    elsewhere: &[],
    documented: &[],
    extensible: false,
    hint: "",
};
const LINT: Vocabulary = Vocabulary { what: "`lint`", known: &["allow"], ..DEPRECATED };

impl<'n> Binder<'n, '_> {
    /// `deprecated: true`, `deprecated: use the other one`, `deprecated: { since: 2.0.0, use: other }`.
    pub(super) fn deprecated(&mut self, entry: &'n Entry<'n>) -> Option<Deprecated> {
        let help = "write `deprecated: true`, a sentence, or `deprecated: { since: 2.0.0, use: other }`";
        match &entry.value.value {
            Value::Scalar { text, plain: true } if text == "true" => Some(Deprecated::default()),
            Value::Scalar { text, plain: true } if text == "false" => None,
            Value::Map(map) => {
                let mut deprecated = Deprecated::default();
                for (key, option) in self.options(map, &DEPRECATED).found {
                    let text = self.required_text(option, help).map(|text| text.value.to_owned());
                    match key {
                        "since" => deprecated.since = text,
                        _ => deprecated.instead = text,
                    }
                }
                Some(deprecated)
            }
            _ => {
                let text = self.scalar(&entry.value, "`deprecated`", "`true`, text or a mapping", help)?;
                Some(Deprecated { note: Some(text.value.trim().to_owned()), ..Deprecated::default() })
            }
        }
    }

    /// Keys that begin with `x-`.
    pub(super) fn extensions(&mut self, entries: &[&'n Entry<'n>]) -> Extensions<'n> {
        let read = |entry: &&'n Entry<'n>| {
            self.check_value(&entry.value);
            (self.key(entry), json(&entry.value))
        };
        entries.iter().map(read).collect()
    }

    /// A value that is taken as it stands.
    pub(super) fn value(&mut self, entry: &'n Entry<'n>) -> Spanned<serde_json::Value> {
        self.check_value(&entry.value);
        Spanned::new(json(&entry.value), entry.value.span)
    }

    /// `lint: { allow: [missing-doc] }`.
    pub(super) fn lint(&mut self, entry: &'n Entry<'n>) -> Option<LintDecl<'n>> {
        let help = "write the rules that are to be silent here: `lint: { allow: [SG0305] }`";
        let map = self.map(&entry.value, "`lint`", "a mapping", help)?;
        let mut lint = LintDecl::default();
        for (_, option) in self.options(map, &LINT).found {
            let items: Vec<&'n Node<'n>> = match &option.value.value {
                Value::List(items) => items.iter().collect(),
                _ if option.value.is_empty() => {
                    let finding =
                        Diagnostic::new(Code::WrongKind, option.value.span, "`allow` names no rule");
                    self.push(finding.help(help));
                    continue;
                }
                _ => vec![&option.value],
            };
            for item in items {
                self.documents_nothing(item.doc.as_deref(), "a rule is not documented on its own");
                lint.allow.extend(self.scalar(item, "a rule in `allow`", "its code", help));
            }
        }
        Some(lint)
    }
}
