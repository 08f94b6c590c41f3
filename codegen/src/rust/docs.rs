//! Documentation as attributes, which printing turns into `///`.
//!
//! Every public item has some: an application that denies `missing_docs` cannot add what a schema left out.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::Deprecated;

use crate::escape::{code_span, one_line, rust_doc};

/// Documentation from the schema.
pub(super) fn text(doc: &str) -> TokenStream {
    let lines = rust_doc(doc);
    if lines.is_empty() {
        // Documentation that is only spaces is still documentation to the compiler.
        return attribute("");
    }
    lines.iter().map(|text| attribute(text)).collect()
}

/// A line of our own, in which what comes from the schema is escaped already.
pub(super) fn line(text: &str) -> TokenStream {
    attribute(text)
}

/// Documentation of what has another name on the wire, or that name.
pub(super) fn or_wire(doc: Option<&str>, wire: &str) -> TokenStream {
    doc.map_or_else(|| line(&format!("{} on the wire.", code_span(wire))), text)
}

/// What an event's methods say: the schema's documentation, and the name that the method does not show.
pub(super) fn event(doc: Option<&str>, wire: &str) -> TokenStream {
    let mut lines: Vec<String> = doc.map(rust_doc).unwrap_or_default();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!("The event {}.", code_span(wire)));
    lines.iter().map(|text| attribute(text)).collect()
}

/// `#[deprecated]` for what is on its way out. The generated module itself is not held to that lint.
pub(super) fn deprecated(deprecated: Option<&Deprecated>) -> TokenStream {
    let Some(Deprecated { since, instead, note }) = deprecated else { return TokenStream::new() };
    let since = since.as_deref().map(one_line).map(|since| quote!(since = #since));
    let note = match (instead.as_deref().map(one_line), note.as_deref().map(one_line)) {
        (None, None) => None,
        (Some(instead), None) => Some(format!("use {}", code_span(&instead))),
        (None, Some(note)) => Some(note),
        (Some(instead), Some(note)) => Some(format!("use {}: {note}", code_span(&instead))),
    };
    let note = note.map(|note| quote!(note = #note));
    let parts: Vec<_> = since.into_iter().chain(note).collect();
    if parts.is_empty() { quote!(#[deprecated]) } else { quote!(#[deprecated(#(#parts),*)]) }
}

fn attribute(text: &str) -> TokenStream {
    // The space that stands after `///`.
    let text = if text.is_empty() { String::new() } else { format!(" {text}") };
    quote!(#[doc = #text])
}
