//! The examples in the documentation are schemas that work.

use sockgen_schema::diagnostic::short;
use std::fs;
use std::path::Path;

/// The fenced blocks of a language in a Markdown file, with the lines they begin at.
fn blocks(file: &str, language: &str) -> Vec<(usize, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut blocks = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, line) in text.lines().enumerate() {
        match &mut open {
            None if line == format!("```{language}") => open = Some((at + 2, String::new())),
            None => {}
            Some(_) if line == "```" => blocks.extend(open.take()),
            Some((_, block)) => *block += &format!("{line}\n"),
        }
    }
    blocks
}

#[test]
fn every_schema_in_the_documentation_is_without_findings() {
    for file in ["README.md", "docs/schema.md"] {
        let schemas = blocks(file, "yaml");
        assert!(!schemas.is_empty(), "{file} shows no schema");
        for (line, schema) in schemas {
            let loaded = sockgen_schema::load_text(&schema, &format!("{file}, block at line {line}"));
            assert!(loaded.diagnostics.is_empty(), "{}", short(&loaded.sources, &loaded.diagnostics));
        }
    }
}
