//! Names in generated Rust: keywords, paths, and letters that no type of the schema has.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use sockgen_schema::model::{Model, Namespace, NamespaceId, TypeDef};

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
            while model.types.iter().any(|def| def.name == name || def.local_name == name) {
                name.push('_');
            }
            ident(&name)
        };
        Self { adapter: free("A"), handlers: free("H"), session: free("S") }
    }
}

/// Where an item stands, which decides the paths that lead from there to types.
///
/// The types of no namespace stand in the module that the macro fills, together with all of the root; every other
/// namespace is a module in it, with the types of its own ([`TypeDef::namespace`]).
///
/// [`TypeDef::namespace`]: sockgen_schema::model::TypeDef::namespace
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// The namespace in whose module it stands; absent for the root's.
    namespace: Option<NamespaceId>,
    /// How many modules deep inside of that one.
    depth: usize,
}

impl Here {
    /// In the module that the macro fills: among the types of no namespace.
    pub(super) const TYPES: Self = Self { namespace: None, depth: 0 };

    /// In the module of a namespace, which for the root is [`Here::TYPES`].
    pub(super) fn namespace(id: NamespaceId) -> Self {
        Self { namespace: (id.0 > 0).then_some(id), depth: 0 }
    }

    /// In a module inside this one.
    pub(super) fn inside(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    /// `super::` as often as needed before what stands in [`Here::TYPES`].
    pub(super) fn prefix(self) -> TokenStream {
        supers(self.depth + usize::from(self.namespace.is_some()))
    }

    /// Whether a type stands in the module of this place's namespace, under that name.
    pub(super) fn has(self, def: &TypeDef, name: &str) -> bool {
        def.namespace == self.namespace && def.local_name == name
    }

    /// What to write before the name of something that stands in a namespace's module.
    pub(super) fn prefix_to(self, model: &Model, namespace: Option<NamespaceId>) -> TokenStream {
        if namespace == self.namespace {
            return supers(self.depth);
        }
        let (root, module) =
            (self.prefix(), namespace.and_then(|id| module(&model.namespaces[id.0 as usize])));
        match module {
            None => root,
            Some(module) => quote!(#root #module::),
        }
    }
}

/// The name of a namespace's module; the root has none of its own.
pub(super) fn module(namespace: &Namespace) -> Option<Ident> {
    namespace.names.as_ref().map(|names| ident(&names.snake))
}

fn supers(count: usize) -> TokenStream {
    (0..count).map(|_| quote!(super::)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sockgen_schema::model::Names;

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
    fn paths_lead_from_any_module_to_any_other() {
        let schema = "sockgen: 1\nname: Test\n";
        let mut model = sockgen_schema::load_text(schema, "test.sockgen.yaml").model.expect("a model");
        for name in ["admin", "type"] {
            let mut namespace = model.namespaces[0].clone();
            let (snake, pascal, camel) = (name.to_owned(), name.to_owned(), name.to_owned());
            namespace.names = Some(Names { snake, pascal, camel });
            model.namespaces.push(namespace);
        }
        let (admin, other) = (Some(NamespaceId(1)), Some(NamespaceId(2)));
        let path = |here: Here, to| here.prefix_to(&model, to).to_string().replace(' ', "");
        let (root, in_admin) = (Here::namespace(NamespaceId(0)), Here::namespace(NamespaceId(1)));
        assert_eq!((path(root, None).as_str(), path(root.inside(), None).as_str()), ("", "super::"));
        assert_eq!(
            (path(root, admin).as_str(), path(root.inside(), other).as_str()),
            ("admin::", "super::r#type::")
        );
        assert_eq!(
            (path(in_admin, admin).as_str(), path(in_admin.inside(), admin).as_str()),
            ("", "super::")
        );
        assert_eq!(
            (path(in_admin, None).as_str(), path(in_admin.inside(), None).as_str()),
            ("super::", "super::super::")
        );
        assert_eq!(path(in_admin.inside(), other), "super::super::r#type::");
    }

    #[test]
    fn nothing_makes_it_fail() {
        for name in ["", "1", "a-b", "é", "_", "r#x", "a b"] {
            let _ = ident(name);
        }
    }
}
