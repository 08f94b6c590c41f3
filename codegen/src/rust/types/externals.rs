//! Types of the application's own, under the schema's name.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use sockgen_schema::model::{External, TypeDef};

use super::super::names::ident;
use super::type_docs;

/// An alias of the application's type, or of what holds any JSON where it names none.
pub(super) fn item(def: &TypeDef, external: &External) -> TokenStream {
    let (docs, name) = (type_docs(def), ident(&def.local_name));
    let target = external.rust.as_deref().and_then(path).unwrap_or_else(|| quote!(__rt::serde_json::Value));
    quote! {
        #docs
        pub type #name = #target;
    }
}

/// A path as the application writes it, `crate::money::Money`. `None` for anything that is no path of plain names.
fn path(text: &str) -> Option<TokenStream> {
    let (global, names) = text.strip_prefix("::").map_or((None, text), |names| (Some(quote!(::)), names));
    let names = names.split("::").map(segment).collect::<Option<Vec<_>>>()?;
    Some(quote!(#global #(#names)::*))
}

fn segment(name: &str) -> Option<Ident> {
    let plain = name.strip_prefix("r#").unwrap_or(name);
    let begins = plain.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if !begins || !plain.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') || plain == "_" {
        return None;
    }
    Some(match plain {
        // These lead somewhere in a path, and are no names in need of an escape.
        "crate" | "super" | "self" => Ident::new(plain, Span::call_site()),
        _ => ident(plain),
    })
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn only_paths_are_paths() {
        let text = |from: &str| path(from).map(|path| path.to_string().replace(' ', ""));
        assert_eq!(text("crate::money::Money").as_deref(), Some("crate::money::Money"));
        assert_eq!(text("::money::type::Money").as_deref(), Some("::money::r#type::Money"));
        for wrong in ["", "a::", "Vec<u8>", "a b", "a;b", "[u8; 1]", "_", "1a", "é"] {
            assert_eq!(text(wrong), None, "{wrong}");
        }
    }
}
