//! The schemas in the documentation, as both ends' code: what a reader copies has to build.

use crate::root;
use sockgen_codegen::{rust, ts};
use sockgen_schema::model::Model;
use sockgen_schema::{Loader, load};
use std::path::Path;
use std::{fs, io};

/// The schemas of one Markdown file, each under its name.
struct Blocks(Vec<(String, String)>);

impl Loader for Blocks {
    fn read(&self, path: &Path, _: usize) -> io::Result<Vec<u8>> {
        let block = self.0.iter().find(|(name, _)| Path::new(name) == path);
        block.map(|(_, text)| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// The contracts in `docs/schema.md`, with the lines at which they begin as names. One that begins with a comment such as
/// `# git.sockgen.yaml` is the file of that name to the others.
///
/// # Panics
///
/// If the file cannot be read, or one of its schemas has errors.
pub fn models() -> Vec<(String, Model)> {
    let path = root().join("docs/schema.md");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut blocks = Blocks(Vec::new());
    let mut open: Option<(usize, String)> = None;
    for (at, line) in text.lines().enumerate() {
        match &mut open {
            None if line == "```yaml" => open = Some((at + 2, String::new())),
            Some((start, block)) if line == "```" => {
                let first = block.lines().next().unwrap_or_default();
                let name = first.strip_prefix("# ").filter(|name| name.ends_with(".sockgen.yaml"));
                blocks.0.push((name.map_or(format!("line_{start}"), str::to_owned), block.clone()));
                open = None;
            }
            Some((_, block)) => *block += &format!("{line}\n"),
            None => {}
        }
    }
    let read = |(name, _): &(String, String)| {
        let loaded = load(Path::new(name), name, &blocks);
        assert!(!loaded.has_errors(), "{name}: {:?}", loaded.diagnostics);
        (name.replace(['.', '-'], "_"), loaded.model.expect("no errors"))
    };
    blocks.0.iter().map(read).collect()
}

/// The TypeScript in a Markdown file, each block as a module of its own beside the types of the example.
///
/// # Panics
///
/// If the file cannot be read, or has none.
pub fn samples(file: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let behind = text.split("\n```ts\n").skip(1);
    let samples: Vec<String> = behind
        .filter_map(|rest| rest.split_once("```"))
        .map(|(sample, _)| sample.replace("from \"./", "from \"../"))
        .collect();
    assert!(!samples.is_empty(), "{file} has no TypeScript");
    samples
}

/// A program with a module for each of them.
pub fn program() -> String {
    // The application's own types that the examples name.
    let mut out = String::from(
        "#![deny(warnings)]\n\nmod money {\n    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]\n    pub struct Money(String);\n}\n\n",
    );
    for (name, model) in models() {
        let items = rust::emit(&model, &rust::Options::default());
        let lints = rust::lints();
        out += &format!("#[allow({lints})]\nmod {name} {{ {items} }}\n\n");
    }
    out + "fn main() {}\n"
}

/// The TypeScript of each of them, under its name.
pub fn types() -> Vec<(String, String)> {
    let types = |(name, model): (String, Model)| {
        let text = ts::emit(&model, &ts::Options::types(format!("{name}.sockgen.yaml")));
        (name, text)
    };
    models().into_iter().map(types).collect()
}

/// The programs in the documentation of the frontend, each under its name: what stands in a comment in its first line, or
/// where it begins.
///
/// # Panics
///
/// If a file cannot be read, or shows none.
pub fn programs() -> Vec<(String, String)> {
    let mut samples = Vec::new();
    for file in ["react", "testing-frontend"] {
        let path = root().join(format!("docs/{file}.md"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let before = samples.len();
        let mut open: Option<(String, String)> = None;
        for (at, line) in text.lines().enumerate() {
            match &mut open {
                None if line == "```tsx" => open = Some((format!("{file}_{}.tsx", at + 2), String::new())),
                None => {}
                Some(_) if line == "```" => samples.extend(open.take()),
                Some((name, sample)) => {
                    match line.strip_prefix("// ").filter(|line| line.ends_with(".tsx")) {
                        Some(own) => own.clone_into(name),
                        None => *sample += &format!("{line}\n"),
                    }
                }
            }
        }
        assert!(samples.len() > before, "{} shows no program", path.display());
    }
    samples
}
