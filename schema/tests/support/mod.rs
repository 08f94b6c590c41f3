//! What several tests use.

#![allow(dead_code, reason = "each of the tests uses a part of it")]

pub mod files;
pub mod invariants;

use sockgen_schema::diagnostic::Code;
use std::path::{Path, PathBuf};

/// A file with every construct of types.
pub const TYPES: &str = r#"sockgen: 1
types:
  SessionId: { brand: uuid }
  DocId: { brand: string(1..=40), pattern: "^[a-z0-9-]+$", example: doc-1 }
  Title: { type: "string | null", min: 1, max: 200, pattern: "[a-z]" }
  Rev: u64
  Page: { enum: [10, 50, -100] }
  Size: { enum: { 1: One, 2: } }
  Kind: enum(1 | 2)
  Times:
    fields:
      createdAt: datetime
      updatedAt?: datetime | null
  Money: { external: { rust: "crate::money::Money", ts: { name: Money, from: "@/lib/money" }, json: string } }
  Doc:
    include: [Times]
    x-table: docs
    deprecated: { since: 2.0.0, use: Page }
    fields:
      id: DocId
      body?: bytes(..=65536)
      position: "[f64, f64(0..=1)]"
      corner: [u8, { x: u8 }]
      role: { type: string, default: 7, deprecated: true, x-note: [1] }
      rev: { type: Rev, default: 7 }
      page: { type: Page, default: 10, deprecated: use another, lint: { allow: [SG0305] } }
      tags: { type: list<DocId>, default: [a, 1] }
  Op: { tag: kind, open: true, union: { insert: Insert, noop: {}, move: { to: u32 } } }
  Insert: { fields: { at: u32, text: string(1..=10000) } }
  Status:
    tag: name
    content: data
    union:
      ## Not yet.
      waiting: {}
      running: { since: datetime }
      done: u8[]
  Cell: { union: [string, f64, bool, DateList, Times] }
  DateList: list<date>
  Shape: { union: [{ radius: f64 }, Square, { type: list, of: Shape }] }
  Square: { side: f64 }
"#;

/// A schema with something wrong in it.
pub struct Input {
    /// The code that it is there for: the name of its folder.
    pub code: String,
    /// The file.
    pub path: PathBuf,
    /// Its name in messages, which is the same on every machine.
    pub display: String,
}

impl Input {
    /// The lint that it is there for, if it is one.
    pub fn lint(&self) -> Option<Code> {
        self.code.starts_with("SG1").then(|| Code::named(&self.code)).flatten()
    }

    /// What it shows: the file's name without its endings, or that of the folder.
    pub fn behaviour(&self) -> &str {
        let path = if self.is_folder() { self.path.parent().unwrap() } else { &self.path };
        name(path).split('.').next().unwrap_or_default()
    }

    /// Whether it is made of several files.
    pub fn is_folder(&self) -> bool {
        name(&self.path) == MAIN
    }

    /// Where what was found is written: beside the file, or beside the folder.
    pub fn snapshots(&self) -> &Path {
        let beside = self.path.parent().unwrap();
        if self.is_folder() { beside.parent().unwrap() } else { beside }
    }
}

/// All inputs, sorted. One of several files is a folder, in which `main.sockgen.yaml` is the one to begin with.
pub fn inputs() -> Vec<Input> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/diagnostics");
    let folders = entries(&root).into_iter().filter(|path| path.is_dir());
    let inputs = folders.flat_map(|folder| {
        let inside =
            entries(&folder).into_iter().filter(|path| name(path).contains(".sockgen.") || path.is_dir());
        inside.map(move |path| {
            let (code, file) = (name(&folder).to_owned(), name(&path).to_owned());
            match path.is_dir() {
                true => Input { display: format!("{code}/{file}/{MAIN}"), code, path: path.join(MAIN) },
                false => Input { display: format!("{code}/{file}"), code, path },
            }
        })
    });
    inputs.collect()
}

/// The first file of an input of several.
const MAIN: &str = "main.sockgen.yaml";

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
