//! The examples in the documentation are schemas that work.

use sockgen_schema::diagnostic::short;
use sockgen_schema::{Loader, load};
use std::fs;
use std::io;
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

/// The blocks of one Markdown file. One that begins with a comment such as `# git.sockgen.yaml` is the file of that name
/// to the others.
struct Blocks(Vec<(String, String)>);

impl Loader for Blocks {
    fn read(&self, path: &Path, _: usize) -> io::Result<Vec<u8>> {
        let block = self.0.iter().find(|(name, _)| Path::new(name) == path);
        block.map(|(_, text)| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

#[test]
fn every_schema_in_the_documentation_is_without_findings() {
    for file in ["README.md", "docs/schema.md"] {
        let schemas = blocks(file, "yaml");
        assert!(!schemas.is_empty(), "{file} shows no schema");
        let named = schemas.into_iter().map(|(line, text)| {
            let first = text.lines().next().unwrap_or_default();
            let name = first.strip_prefix("# ").filter(|name| name.ends_with(".sockgen.yaml"));
            (name.map_or(format!("line {line}"), str::to_owned), text)
        });
        let blocks = Blocks(named.collect());
        for (name, _) in &blocks.0 {
            let loaded = load(Path::new(name), &format!("{file}, {name}"), &blocks);
            assert!(loaded.diagnostics.is_empty(), "{}", short(&loaded.sources, &loaded.diagnostics));
        }
    }
}
