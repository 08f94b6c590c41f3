//! What the fuzz targets share: how a file is read and judged, and how odd ones are made.

pub mod generate;
#[path = "../../../codegen/tests/support/typescript.rs"]
mod typescript;

use sockgen_codegen::{rust, ts};
use sockgen_schema::diagnostic::{Style, render};
use sockgen_schema::{Loaded, load_text};

/// Reads a file and renders what was found in it: every place must exist.
pub fn read(bytes: &[u8], display: &str) -> Option<Loaded> {
    let text = std::str::from_utf8(bytes).ok()?;
    let loaded = load_text(text, display);
    for finding in loaded.diagnostics.iter().take(20) {
        let rendered = render(&loaded.sources, finding, Style::Plain);
        assert!(rendered.contains(finding.code.as_str()), "a finding without its code");
    }
    if !loaded.has_errors() {
        let model = loaded.model.as_ref().expect("no errors, so there is a model");
        assert_eq!(model.wire_hash(), model.wire_hash());
        model.types_with_bytes();
    }
    Some(loaded)
}

/// A word that generated schemas put into every text. Nothing that is emitted may have it as code.
pub const EVIL: &str = "evil";

/// Emits Rust for a schema without errors, and judges it.
pub fn emit_rust(bytes: &[u8]) {
    let Some(loaded) = read(bytes, "fuzz.sockgen.json") else { return };
    if loaded.has_errors() {
        return;
    }
    let Some(model) = &loaded.model else { return };
    let tokens = rust::emit(model, &rust::Options::default());
    let printed = rust::print(tokens.clone(), "fuzz");
    let file: syn::File = syn::parse2(tokens).expect("what is emitted parses");
    let read_again: syn::File = syn::parse_str(&printed).expect("what is printed parses");
    assert_eq!(file.items.len(), read_again.items.len(), "printing lost or gained an item");
    for item in &file.items {
        if let syn::Item::Fn(function) = item {
            assert!(!function.sig.ident.to_string().contains(EVIL), "a schema's text became code");
        }
    }
}

/// Emits TypeScript for a schema without errors, and judges it.
pub fn emit_ts(bytes: &[u8]) {
    let Some(loaded) = read(bytes, "fuzz.sockgen.json") else { return };
    if loaded.has_errors() {
        return;
    }
    let Some(model) = &loaded.model else { return };
    let options = ts::Options::everything("fuzz.sockgen.json", "fuzz");
    let text = || ts::files(model, &options).into_iter().map(|file| file.text).collect::<String>();
    let once = text();
    assert_eq!(once, text(), "the same model gives the same text");
    let text = once;
    let code = typescript::code(&text);
    // Names are made of a schema's letters, so the word may be a part of one, such as `A_EVIL_VALUES`; never all of it.
    let mut words = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
    assert!(words.all(|word| word != "EVIL"), "a schema's text became code:\n{text}");
}

/// Formats a file, and judges what comes of it. Files that are refused stay as they are.
pub fn format(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(formatted) = sockgen_codegen::fmt::format(text) else { return };
    let again = sockgen_codegen::fmt::format(&formatted).ok();
    assert_eq!(again.as_deref(), Some(formatted.as_str()), "formatting twice is formatting once");
    let (before, after) = (load_text(text, "fuzz"), load_text(&formatted, "fuzz"));
    if !before.has_errors() {
        assert!(!after.has_errors(), "formatting breaks nothing");
        let hash = |loaded: &Loaded| loaded.model.as_ref().map(sockgen_schema::model::Model::wire_hash);
        assert_eq!(hash(&before), hash(&after), "formatting changes no contract");
    }
}
