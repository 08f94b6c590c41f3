//! Names in all casings.

use serde::Serialize;
use sockgen_schema::model::Names;
use sockgen_schema::names::names;
use std::collections::HashSet;

/// One name in all casings: ASCII letters and digits, a letter first, and what joins words. Words that a language
/// reserves are not escaped: that is what the helper `ident` is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamesView {
    /// `joinRoom`.
    pub camel: String,
    /// `JoinRoom`.
    pub pascal: String,
    /// `join_room`.
    pub snake: String,
    /// `join-room`.
    pub kebab: String,
    /// `JOIN_ROOM`.
    pub constant: String,
}

impl NamesView {
    pub(super) fn new(names: &Names) -> Self {
        NamesView {
            camel: names.camel.clone(),
            pascal: names.pascal.clone(),
            kebab: names.snake.replace('_', "-"),
            constant: names.snake.to_ascii_uppercase(),
            snake: names.snake.clone(),
        }
    }

    /// Of a name in UpperCamelCase, which it keeps. `camel` is the same with a small first letter, so that different
    /// names stay different in it.
    pub(super) fn of_pascal(name: &str) -> Self {
        let words = names(name).unwrap_or_else(|_| Names {
            snake: name.to_ascii_lowercase(),
            pascal: name.to_owned(),
            camel: name.to_owned(),
        });
        let mut camel = name.to_owned();
        if let Some(first) = camel.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        NamesView { camel, pascal: name.to_owned(), ..NamesView::new(&words) }
    }

    /// Of any text.
    pub(super) fn of_text(text: &str) -> Self {
        names(text).map_or_else(|_| NamesView::of_pascal("Contract"), |names| NamesView::new(&names))
    }

    /// Makes `camel` another one than those before: `a1b` and `a:1b` differ in snake case alone.
    pub(super) fn unlike(mut self, used: &mut HashSet<String>) -> Self {
        let mut number = 2;
        let camel = self.camel.clone();
        while !used.insert(self.camel.clone()) {
            self.camel = format!("{camel}{number}");
            number += 1;
        }
        self
    }
}
