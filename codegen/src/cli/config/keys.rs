//! Tables of `sockgen.toml`: keys that are known, values of the kind that belongs there. What is wrong is a finding, and
//! reading goes on, so that one run finds all of it.

use super::super::finding::Finding;
use super::super::ts_options::{Choice, Refusal};
use super::{At, paths};
use sockgen_schema::suggest::{Guesses, listed, nearest};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key that a table may have.
pub(super) struct Key {
    pub(super) name: &'static str,
    /// What other tools call it, perhaps.
    pub(super) also: &'static [&'static str],
}

/// A key.
pub(super) const fn key(name: &'static str) -> Key {
    Key { name, also: &[] }
}

/// A table, of which keys are taken.
pub(super) struct Table<'f, 't> {
    findings: &'f mut Vec<Finding>,
    table: &'t DeTable<'t>,
    /// Where a key that is missing is missed.
    at: Range<usize>,
    /// The keys that were meant by others: they are not missing, too.
    meant: Vec<&'static str>,
}

impl<'f, 't> Table<'f, 't> {
    /// A table that may have these keys; `what` it is called in messages.
    pub(super) fn new(
        findings: &'f mut Vec<Finding>,
        table: &'t DeTable<'t>,
        at: Range<usize>,
        what: &str,
        known: &[Key],
    ) -> Self {
        let mut meant = Vec::new();
        for (name, _) in table {
            let written: &str = name.get_ref();
            if known.iter().any(|key| key.name == written) {
                continue;
            }
            let finding =
                Finding::new(name.span(), format!("`{}` is no key of {what}", written.escape_debug()));
            let names = known.iter().map(|key| key.name);
            let also = known.iter().find(|key| key.also.contains(&written)).map(|key| key.name);
            let near = also.or_else(|| nearest(written, names.clone()));
            meant.extend(near);
            let help = match near {
                Some(near) => Some(format!("did you mean `{near}`?")),
                None => Guesses::default().did_you_mean(written, names),
            };
            findings.push(Finding { help, ..finding });
        }
        Table { findings, table, at, meant }
    }

    fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    /// Whether a key is there, perhaps under another name.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key) || self.meant.contains(&key)
    }

    /// Says that a key must be there, unless it is, under another name.
    pub(super) fn missing(&mut self, key: &str, help: &str) {
        if self.has(key) {
            return;
        }
        self.findings.push(Finding::new(self.at.clone(), format!("`{key}` is missing")).help(help));
    }

    /// Says what is wrong with the value of a key.
    pub(super) fn refuse(&mut self, at: Range<usize>, (message, help): Refusal) {
        self.findings.push(Finding::new(at, message).help(help));
    }

    fn wrong_kind(&mut self, key: &str, value: &Spanned<DeValue<'_>>, belongs: &str, help: &str) {
        let found = value.get_ref().type_str();
        let message = format!("`{key}` is {belongs}, not {}", with_article(found));
        self.findings.push(Finding::new(value.span(), message).help(help));
    }

    /// `true` or `false`; `false`, where nothing stands.
    pub(super) fn flag(&mut self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            let help = format!("write `{key} = true`, or leave it out");
            self.wrong_kind(key, value, "`true` or `false`", &help);
            false
        })
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str, example: &str) -> Option<At<&'t str>> {
        let value = self.value(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(key, value, "a text", &format!("write `{key} = \"{example}\"`"));
            return None;
        };
        Some(At { value: text, at: value.span() })
    }

    /// The path of a file.
    pub(super) fn path(&mut self, key: &str, example: &str) -> Option<At<String>> {
        let At { value, at } = self.text(key, example)?;
        match paths::plain(value) {
            Ok(value) => Some(At { value, at }),
            Err(refusal) => {
                self.refuse(at, refusal);
                None
            }
        }
    }

    /// One of the words of a choice; the first, where nothing stands.
    pub(super) fn choice<C: Choice>(&mut self, key: &str) -> C {
        let (first, default, _) = C::WORDS[0];
        let Some(At { value, at }) = self.text(key, first) else { return default };
        C::of(value).unwrap_or_else(|| {
            let words: Vec<&str> = C::WORDS.iter().map(|(word, ..)| *word).collect();
            let message = format!("`{key}` cannot be `{}`", value.escape_debug());
            let help = match nearest(value, words.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it is one of {}", listed(&words)),
            };
            self.refuse(at, (message, help));
            default
        })
    }

    /// A text or a table, or a list of such: what may stand once or several times. `belongs` is what messages call it.
    pub(super) fn several(&mut self, key: &str, belongs: &str, example: &str) -> Vec<One<'t>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let one = |value: &'t Spanned<DeValue<'t>>| match value.get_ref() {
            DeValue::Table(table) => Some(One::Table(table, value.span())),
            DeValue::String(text) => Some(One::Text(text, value.span())),
            _ => None,
        };
        let values = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut found = Vec::new();
        for value in values {
            match one(value) {
                Some(one) => found.push(one),
                None => self.wrong_kind(key, value, belongs, example),
            }
        }
        found
    }

    /// Files that are made, once or several times: each a path, or a table with options.
    pub(super) fn files(&mut self, key: &str, example: &str) -> Vec<File<'t>> {
        let help = format!("write `{key} = \"{example}\"`, or a table with `file = \"…\"` and options");
        let mut files = Vec::new();
        for one in self.several(key, "a path or a table", &help) {
            match one {
                One::Table(table, at) => files.push(File::Table(table, at)),
                One::Text(text, at) => match paths::plain(text) {
                    Ok(value) => files.push(File::Path(At { value, at })),
                    Err(refusal) => self.refuse(at, refusal),
                },
            }
        }
        files
    }

    /// Where findings go.
    pub(super) fn findings(&mut self) -> &mut Vec<Finding> {
        self.findings
    }
}

/// What [`Table::several`] finds.
pub(super) enum One<'t> {
    Text(&'t str, Range<usize>),
    Table(&'t DeTable<'t>, Range<usize>),
}

/// What [`Table::files`] finds.
pub(super) enum File<'t> {
    Path(At<String>),
    Table(&'t DeTable<'t>, Range<usize>),
}

fn with_article(kind: &str) -> String {
    match kind {
        "integer" | "array" => format!("an {kind}"),
        kind => format!("a {kind}"),
    }
}
