//! Files that were generated once and no longer are.

use super::super::config::{Config, Within, slashed};
use super::super::output::{one_path, source_name};
use super::Made;
use super::lock::{Found, Lock};
use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How far into a file its header may begin.
const HEADER_BYTES: u64 = 1024;
/// The most files of a folder that are looked at where there is no lock.
const MOST: usize = 2000;

/// A file that is no longer generated.
#[derive(Debug)]
pub(super) struct LeftOver {
    /// Its path from the configuration's folder.
    pub(super) file: String,
    /// The same from the current folder.
    pub(super) path: PathBuf,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It bears our header still, so nobody made it his own: it goes.
    Ours,
    /// It does not, and stays.
    Edited,
    /// It bears our header and names one of the schemas, but no lock says that it was an output here. It stays: another
    /// command may have written it.
    Stray,
}

/// What is known of a run when its left-overs are looked for.
pub(super) struct Run<'a> {
    pub(super) place: &'a super::super::config::Place,
    pub(super) config: &'a Config,
    pub(super) made: &'a [Made],
    /// The contracts that could not be generated, by their places: all that may be theirs stays.
    pub(super) broken: &'a [usize],
}

impl Run<'_> {
    /// The files that are no longer generated and still there, and what the next lock keeps of the last one.
    pub(super) fn left_over(&self, found: &Found) -> (Vec<LeftOver>, Lock) {
        let mut kept = Lock::default();
        let mut left = Vec::new();
        let current: HashSet<OsString> = self.made.iter().map(|made| folded(&made.output.path)).collect();
        match found {
            Found::Lock(lock) => {
                kept.version.clone_from(&lock.version);
                for (file, schema) in &lock.files {
                    if self.may_be_of_a_broken_one(file, schema) {
                        kept.files.insert(file.clone(), schema.clone());
                    } else if let Some(path) = self.is_there(file)
                        && !current.contains(&folded(&path))
                    {
                        let kind = if header(&path).is_some() { Kind::Ours } else { Kind::Edited };
                        left.push(LeftOver { file: file.clone(), path, kind });
                    }
                }
            }
            Found::Missing | Found::Unreadable => {
                let others = self.in_folders_of_outputs();
                left.extend(others.into_iter().filter(|found| !current.contains(&folded(&found.path))));
            }
        }
        (left, kept)
    }

    fn may_be_of_a_broken_one(&self, file: &str, schema: &str) -> bool {
        if self.made.iter().any(|made| made.file == file) {
            return false;
        }
        let mut broken = self.broken.iter().map(|at| &self.config.contracts[*at]);
        broken.any(|contract| contract.schema.value == schema || contract.claims(file))
    }

    /// The path of a file that a lock names, if it is there: a lock that came from elsewhere leads nowhere else.
    fn is_there(&self, file: &str) -> Option<PathBuf> {
        let path = self.place.path(file);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
        let inside = Within::new(&self.place.folder).refuses(file, &path).is_none();
        (is_file && inside && Path::new(file).is_relative()).then_some(path)
    }

    /// Without a lock: files beside outputs that say of themselves that they come from one of the schemas.
    fn in_folders_of_outputs(&self) -> Vec<LeftOver> {
        let working = self.config.contracts.iter().enumerate().filter(|(at, _)| !self.broken.contains(at));
        let sources: BTreeSet<String> =
            working.map(|(_, contract)| source_name(Path::new(&contract.schema.value))).collect();
        let outputs = self.config.contracts.iter().flat_map(|contract| contract.outputs());
        let folders: BTreeSet<PathBuf> = outputs
            .map(|output| Path::new(&output.value).parent().unwrap_or(Path::new("")).to_owned())
            .collect();
        let mut found = Vec::new();
        for folder in folders {
            let shown = self.place.folder.join(&folder);
            let shown = if shown.as_os_str().is_empty() { PathBuf::from(".") } else { shown };
            let entries = fs::read_dir(shown).into_iter().flatten().take(MOST).flatten();
            let mut names: Vec<_> =
                entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
            names.sort();
            for name in names {
                let file = slashed(&folder.join(&name));
                let Some(path) = self.is_there(&file) else { continue };
                if self.made.iter().any(|made| made.file == file) {
                    continue;
                }
                if header(&path).is_some_and(|source| sources.contains(&source)) {
                    let claimed = self.config.contracts.iter().any(|contract| contract.claims(&file));
                    let kind = if claimed { Kind::Ours } else { Kind::Stray };
                    found.push(LeftOver { file, path, kind });
                }
            }
        }
        found
    }
}

/// A file by the one name that it has on systems which tell no case apart.
fn folded(path: &Path) -> OsString {
    one_path(path).into_os_string().to_ascii_lowercase()
}

/// The schema that a generated file says it comes from; empty for the language's own JSON Schema.
fn header(path: &Path) -> Option<String> {
    let mut start = Vec::new();
    fs::File::open(path).ok()?.take(HEADER_BYTES).read_to_end(&mut start).ok()?;
    let start = String::from_utf8_lossy(&start);
    let named = start.lines().take(5).find_map(|line| {
        let (_, rest) = line.split_once("@generated by sockgen from ")?;
        rest.split_once(". Do not edit.").map(|(source, _)| source.to_owned())
    });
    named.or_else(|| is_language(path).then(String::new))
}

/// Whether a file is the JSON Schema of the language, which can bear no comment.
fn is_language(path: &Path) -> bool {
    let is_json = path.extension().is_some_and(|end| end == "json");
    let read = || -> Option<serde_json::Value> { serde_json::from_slice(&fs::read(path).ok()?).ok() };
    is_json && read().is_some_and(|schema| schema["title"] == "sockgen" && schema["$schema"].is_string())
}
