//! Every block of code in `docs/migrate.md` stands in the files of these tests: what a reader copies is what runs.

use std::fs;
use std::path::Path;

/// A block, the line at which it begins, and the file that the line before it names.
struct Block {
    line: usize,
    file: String,
    code: Vec<String>,
}

fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut open) = (Vec::<Block>::new(), false);
    let mut before = "";
    for (at, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            if !open {
                let named = before.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"));
                let file = named.unwrap_or_else(|| panic!("line {}: which file is this?", at + 1)).to_owned();
                blocks.push(Block { line: at + 1, file, code: Vec::new() });
            }
            open = !open;
        } else if open {
            blocks.last_mut().expect("it is open").code.push(line.to_owned());
        }
        before = line;
    }
    assert!(!open, "a block without an end");
    blocks
}

/// The lines from the margin on that all of them have.
fn dedented<S: AsRef<str>>(lines: &[S]) -> Vec<&str> {
    let lines = || lines.iter().map(AsRef::as_ref);
    let margin = |line: &str| line.len() - line.trim_start().len();
    let least = lines().filter(|line| !line.is_empty()).map(margin).min().unwrap_or(0);
    lines().map(|line| line.get(least..).unwrap_or_default()).collect()
}

#[test]
fn the_document_quotes_these_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read =
        |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let blocks = blocks(&read(&root.join("../docs/migrate.md")));
    assert!(blocks.len() > 8, "there are {} blocks", blocks.len());
    for Block { line, file, code } in blocks {
        let text = read(&root.join("tests/migrate").join(&file));
        let lines: Vec<_> = text.lines().collect();
        let mut from = 0;
        // A line `…` stands for what is left out.
        for part in code.split(|line| line.trim() == "…") {
            let found = lines[from..].windows(part.len()).position(|lines| dedented(lines) == dedented(part));
            let found = found.unwrap_or_else(|| panic!("line {line}: not in {file}:\n{}", part.join("\n")));
            from += found + part.len();
        }
    }
}
