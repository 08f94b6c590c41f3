//! `lint`: how loud rules are in a file, or inside of one of its things.
//!
//! Whoever accepts the key hands its entry to [`Binder::lint`] and has nothing to keep: what a setting holds for is the
//! mapping that it stands in, which is looked up once at the end.

use super::Binder;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic, Level, Rules, Setting, Severity};
use crate::source::Span;
use crate::syntax::tree::{Entry, Node, Value, shown};
use std::collections::HashMap;

const LINT: Vocabulary = Vocabulary {
    what: "`lint`",
    known: &["allow", "warn", "deny"],
    elsewhere: &[],
    documented: &[],
    extensible: false,
    hint: "",
};
const HELP: &str = "write which rules are to be silent: `lint: { allow: [missing-doc] }`";

impl<'n> Binder<'n, '_> {
    /// Reads `lint: { allow: […], warn: […], deny: […] }`.
    pub(super) fn lint(&mut self, entry: &'n Entry<'n>) {
        let Some(map) = self.map(&entry.value, "`lint`", "a mapping", HELP) else { return };
        let mut seen: HashMap<&str, Span> = HashMap::new();
        let mut found = Vec::new();
        for (key, option) in self.options(map, &LINT).found {
            let Some(level) = Level::ALL.iter().find(|level| level.as_str() == key) else { continue };
            let items: Vec<&'n Node<'n>> = match &option.value.value {
                Value::List(items) => items.iter().collect(),
                _ => vec![&option.value],
            };
            for item in items {
                self.documents_nothing(item.doc.as_deref(), "a rule is not documented here");
                let what = format!("a rule in `{key}`");
                let Some(name) = self.scalar(item, &what, "its name or its code", HELP) else { continue };
                let Some(rules) = self.rules(name.value, name.span) else { continue };
                if let Some(first) = seen.insert(name.value, name.span) {
                    let message = format!("the rule `{}` stands here twice", shown(name.value));
                    let finding = Diagnostic::new(Code::UnknownRule, name.span, message);
                    self.push(finding.help("remove one of them").related(first, "first written here"));
                    continue;
                }
                // The place of the key stands for the extent until that is known.
                found.push(Setting { extent: entry.key_span, rules, level: *level });
            }
        }
        self.settings.extend(found);
    }

    /// The rules of a name.
    fn rules(&mut self, name: &str, span: Span) -> Option<Rules> {
        if name == "all" {
            return Some(Rules::All);
        }
        match Code::named(name) {
            Some(code) if code.severity() == Severity::Warning => Some(Rules::One(code)),
            Some(code) => {
                let message = format!("`{}` is an error, which nothing can allow", code.as_str());
                let finding = Diagnostic::new(Code::UnknownRule, span, message);
                self.push(finding.help("remove it here: only warnings have a level"));
                None
            }
            None => {
                let near = Code::nearest(name, |code| code.severity() == Severity::Warning);
                let help = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`sockgen explain` lists all rules".to_owned(),
                };
                let message = format!("there is no rule `{}`", shown(name));
                self.push(Diagnostic::new(Code::UnknownRule, span, message).help(help));
                None
            }
        }
    }
}

/// Gives settings the extents that they hold for: the mapping they stand in with its key, or the whole file.
pub(super) fn give_extents(settings: &mut [Setting], root: &Node<'_>) {
    if settings.is_empty() {
        return;
    }
    let mut extents = HashMap::new();
    let whole = Span { start: 0, end: u32::MAX, ..root.span };
    walk(root, whole, &mut |key, extent| {
        extents.insert(key, extent);
    });
    for setting in settings {
        setting.extent = extents.get(&setting.extent).copied().unwrap_or(setting.extent);
    }
}

/// Calls `found` with the place of every key `lint` and the extent of what it describes.
fn walk(node: &Node<'_>, extent: Span, found: &mut impl FnMut(Span, Span)) {
    match &node.value {
        Value::Map(map) => {
            for entry in &map.entries {
                if entry.key == "lint" {
                    found(entry.key_span, extent);
                }
                let end = entry.value.span.end.max(entry.key_span.end);
                walk(&entry.value, Span { end, ..entry.key_span }, found);
            }
        }
        Value::List(items) => items.iter().for_each(|item| walk(item, item.span, found)),
        Value::Scalar { .. } | Value::Invalid => {}
    }
}
