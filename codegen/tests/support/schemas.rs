//! All schemas of this repository: what is wrong, goldens, the example, documentation.

#![allow(dead_code, reason = "each of the tests uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};

/// A schema's text, and where it comes from.
pub struct Input {
    pub name: String,
    pub text: String,
}

/// Every schema in YAML, sorted.
pub fn all() -> Vec<Input> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut inputs = Vec::new();
    for folder in ["tests/diagnostics", "tests/golden", "tests/ui", "tests/e2e", "examples"] {
        files(&root.join(folder), &mut |path| {
            // What is not UTF-8 is not for those who read text.
            if let Ok(text) = fs::read_to_string(path) {
                let name = path.strip_prefix(&root).unwrap_or(path).display().to_string();
                inputs.push(Input { name, text });
            }
        });
    }
    for file in ["README.md", "docs/schema.md"] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        for (at, block) in text.split("```yaml\n").skip(1).enumerate() {
            let text = block.split("```").next().unwrap_or_default().to_owned();
            inputs.push(Input { name: format!("{file}, block {}", at + 1), text });
        }
    }
    assert!(inputs.len() > 200, "only {} schemas", inputs.len());
    inputs
}

fn files(folder: &Path, found: &mut dyn FnMut(&Path)) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.ends_with("node_modules") {
            files(&path, found);
        } else if path.to_string_lossy().ends_with(".sockgen.yaml") {
            found(&path);
        }
    }
}
