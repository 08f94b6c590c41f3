//! Names in generated Rust: keywords, paths, and letters that no type of the schema has.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use sockgen_schema::model::Model;

/// Every word that Rust keeps for itself, in any edition. `r#…` makes an identifier of all but the last four.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The words of which not even `r#…` makes an identifier.
const PATHS: &[&str] = &["self", "Self", "super", "crate", "_"];

/// A name of the model as an identifier.
///
/// The model's names are ASCII letters, digits and `_`; anything else could not be emitted at all and is replaced, since
/// an emitter never fails.
pub(super) fn ident(name: &str) -> Ident {
    let mut name: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect();
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    if PATHS.contains(&name.as_str()) {
        return format_ident!("{name}_");
    }
    if KEYWORDS.contains(&name.as_str()) {
        return Ident::new_raw(&name, Span::call_site());
    }
    Ident::new(&name, Span::call_site())
}

/// The type parameters of generated items: one letter each, longer only where the schema has a type of that name, which
/// the parameter would hide.
pub(super) struct Generics {
    /// The adapter.
    pub(super) adapter: Ident,
    /// The application's handlers.
    pub(super) handlers: Ident,
    /// The session of a connection.
    pub(super) session: Ident,
}

impl Generics {
    pub(super) fn new(model: &Model) -> Self {
        let free = |letter: &str| {
            let mut name = letter.to_owned();
            while model.types.iter().any(|def| def.name == name) {
                name.push('_');
            }
            ident(&name)
        };
        Self { adapter: free("A"), handlers: free("H"), session: free("S") }
    }
}

/// The path from where an item stands to the module that has the types.
#[derive(Clone, Copy)]
pub(super) struct Here {
    depth: usize,
}

impl Here {
    /// In the module of the types itself.
    pub(super) const TYPES: Self = Self { depth: 0 };

    /// In a module inside this one.
    pub(super) fn inside(self) -> Self {
        Self { depth: self.depth + 1 }
    }

    /// `super::` as often as needed, before a type's name.
    pub(super) fn prefix(self) -> TokenStream {
        (0..self.depth).map(|_| quote!(super::)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_stay_readable() {
        assert_eq!(ident("type").to_string(), "r#type");
        assert_eq!(ident("gen").to_string(), "r#gen");
        assert_eq!(ident("self").to_string(), "self_");
        assert_eq!(ident("Self").to_string(), "Self_");
        assert_eq!(ident("crate").to_string(), "crate_");
        assert_eq!(ident("union").to_string(), "union");
        assert_eq!(ident("room").to_string(), "room");
    }

    #[test]
    fn nothing_makes_it_fail() {
        for name in ["", "1", "a-b", "é", "_", "r#x", "a b"] {
            let _ = ident(name);
        }
    }
}
