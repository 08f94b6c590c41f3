//! `sockgen.toml`: every contract of a project, and all that is generated from it.
//!
//! ```toml
//! [[contract]]
//! schema = "call.sockgen.yaml"
//! rust = "server/src/call.rs"
//!
//! [contract.ts]
//! file = "web/utils/socketIO.ts"
//! client = true
//! ```
//!
//! Paths begin in the folder of the file. What is generated stays in that folder, or below it.

mod keys;
mod paths;
mod read;

pub(super) use paths::{Within, slashed};
pub(super) use read::read;

use super::{Failure, explorer};
use crate::ts::Options;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What the file is called.
pub(super) const NAME: &str = "sockgen.toml";

/// Where the file is.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The file, as messages show it.
    pub(super) file: PathBuf,
    /// Its folder, as messages show it: empty for the current one.
    pub(super) folder: PathBuf,
}

impl Place {
    /// The file that was asked for, or the nearest one above the current folder.
    pub(super) fn find(asked: Option<&Path>) -> Result<Self, Failure> {
        if let Some(file) = asked {
            if file.is_dir() {
                let help = format!("name the file: `--config {}`", file.join(NAME).display());
                return Err(Failure::new(format!("`{}` is a folder", file.display())).help(help));
            }
            return Ok(Place::at(file.to_owned()));
        }
        let current = std::env::current_dir().map_err(|error| {
            Failure::new(format!("the current folder is not known: {error}")).help("name it: `--config FILE`")
        })?;
        let mut up = PathBuf::new();
        for folder in current.ancestors() {
            if folder.join(NAME).is_file() {
                return Ok(Place::at(up.join(NAME)));
            }
            up.push("..");
        }
        let help = "`sockgen init` writes one; `--config FILE` names one that is elsewhere";
        Err(Failure::new("there is no `sockgen.toml` in this folder or above it").help(help))
    }

    fn at(file: PathBuf) -> Self {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        Place { file, folder }
    }

    /// A path of the file, from the current folder.
    pub(super) fn path(&self, relative: &str) -> PathBuf {
        self.folder.join(relative)
    }
}

/// Something that was written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) at: Range<usize>,
}

/// What the file says.
#[derive(Clone, Debug, Default)]
pub(super) struct Config {
    pub(super) contracts: Vec<Contract>,
}

/// A schema, and what is made from it. All paths are relative to the file's folder, with `/`.
#[derive(Clone, Debug)]
pub(super) struct Contract {
    pub(super) schema: At<String>,
    pub(super) ts: Vec<Ts>,
    pub(super) rust: Option<At<String>>,
    pub(super) json_schema: Option<At<String>>,
    pub(super) explorer: Vec<Explorer>,
    pub(super) render: Vec<Render>,
}

/// TypeScript that is generated.
#[derive(Clone, Debug)]
pub(super) struct Ts {
    /// The types file.
    pub(super) file: At<String>,
    pub(super) options: Options,
    /// The folder with templates that replace ours.
    pub(super) templates: Option<At<String>>,
}

/// A page on which events can be tried.
#[derive(Clone, Debug)]
pub(super) struct Explorer {
    pub(super) file: At<String>,
    pub(super) options: explorer::Options,
}

/// A file that is made with a template of the user's own.
#[derive(Clone, Debug)]
pub(super) struct Render {
    pub(super) template: At<String>,
    pub(super) file: At<String>,
}

impl Contract {
    /// The files that are named as outputs, without those that stand beside them.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &At<String>> {
        let ts = self.ts.iter().map(|ts| &ts.file);
        let render = self.render.iter().map(|render| &render.file);
        let explorer = self.explorer.iter().map(|explorer| &explorer.file);
        ts.chain(&self.rust).chain(&self.json_schema).chain(explorer).chain(render)
    }

    /// Whether a file is among the outputs, or beside a types file and called like it: `call.client.ts`.
    pub(super) fn claims(&self, file: &str) -> bool {
        let beside = |ts: &Ts| {
            let stem = ts.file.value.strip_suffix(".ts").and_then(|stem| file.strip_prefix(stem));
            stem.is_some_and(|rest| rest.starts_with('.') && !rest.contains('/'))
        };
        self.outputs().any(|output| output.value == file) || self.ts.iter().any(beside)
    }
}
