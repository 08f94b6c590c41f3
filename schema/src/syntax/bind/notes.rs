//! What may be noted beside anything: that it is on its way out, keys of the reader's own.

use super::Binder;
use super::long_form::json;
use super::read::Vocabulary;
use crate::model::Deprecated;
use crate::source::Spanned;
use crate::syntax::file::Extensions;
use crate::syntax::tree::{Entry, Value};

const DEPRECATED: Vocabulary = Vocabulary {
    what: "`deprecated`",
    known: &["since", "use"],
    elsewhere: &[],
    documented: &[],
    extensible: false,
    hint: "",
};

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
}
