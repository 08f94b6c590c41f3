//! The one entry: files in, a [`Model`] and findings out.
//!
//! A file may name others, by relative paths inside **the schema's own tree**: the folder of the file that was asked
//! for, and what lies below it. A path is taken from the folder of the file in which it stands. It may hold `..` as long
//! as it stays in the tree; it may not be absolute; and where it leads through a symbolic link, the link's target must
//! lie in the tree as well. So a schema that comes from elsewhere cannot make sockgen read what is none of its own.

mod files;
mod paths;

use crate::check;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Setting};
use crate::kept::Kept;
use crate::model::Model;
use crate::resolve;
use crate::source::{FileId, Source, Sources, Span};
use files::Reading;
use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes: 4 MiB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The most bytes that all files of a schema may have together: 8 MiB.
pub const MAX_TOTAL_BYTES: usize = 2 * MAX_BYTES;
/// The most files that a schema may be made of.
pub const MAX_FILES: usize = 100;

/// Where files come from. The crate itself touches no disk.
pub trait Loader {
    /// The bytes of a file; at most `limit` and one more, so that a caller can tell that it is larger.
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;

    /// The one path of a file that is there: without `..` and without symbolic links, so that two paths to one file give
    /// the same. Where there are no links, a path is that already.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    /// The names of the files in a folder, for "did you mean". It may know none.
    fn names(&self, folder: &Path) -> Vec<String> {
        let _ = folder;
        Vec::new()
    }
}

/// Files on disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Loader for Disk {
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        std::fs::canonicalize(path)
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        // A folder may hold anything; what is near to a name is found among the first ones, or not at all.
        const MOST: usize = 1000;
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let entries = std::fs::read_dir(folder).into_iter().flatten().take(MOST).flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.contains(".sockgen.")).collect();
        names.sort();
        names
    }
}

/// What came of reading a schema.
#[derive(Debug)]
pub struct Loaded {
    /// The texts, for messages.
    pub sources: Sources,
    /// What was found, sorted by place.
    pub diagnostics: Diagnostics,
    /// The contract. It may be emitted only if [`Loaded::has_errors`] is false.
    pub model: Option<Model>,
    /// What the files say with `lint`.
    pub settings: Vec<Setting>,
    /// The files that were read, in that order: what a build must watch.
    pub files: Vec<PathBuf>,
}

impl Loaded {
    /// Whether anything was found that forbids emitting.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.has_errors() || self.model.is_none()
    }
}

/// Reads a schema file and those that it names. `display` is the name that messages show for it.
pub fn load(path: &Path, display: &str, loader: &dyn Loader) -> Loaded {
    match loader.read(path, MAX_BYTES) {
        Ok(bytes) => load_bytes(bytes, display, Some((path, loader))),
        Err(error) => {
            let sources = Sources::default();
            let file = sources.add(Source::new(display, ""));
            let message = format!("`{display}` cannot be read: {}", files::reason(&error));
            let mut diagnostics = Diagnostics::default();
            let finding = Diagnostic::new(Code::Unreadable, Span::new(file, 0, 0), message);
            diagnostics.push(finding.help("check the path"));
            Loaded { sources, diagnostics, model: None, settings: Vec::new(), files: Vec::new() }
        }
    }
}

/// Reads a schema from a text, as it stands in a test or in the macro's inline form. It can name no other files.
pub fn load_text(text: &str, display: &str) -> Loaded {
    load_bytes(text.as_bytes().to_vec(), display, None)
}

fn load_bytes(bytes: Vec<u8>, display: &str, from: Option<(&Path, &dyn Loader)>) -> Loaded {
    let sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let trees = Kept::default();
    let mut reading = Reading::new(from, &sources, &trees, &mut diagnostics);
    let has_root = reading.first(bytes, display);
    reading.others();
    let (program, files) = reading.finish();
    let model = has_root.then(|| {
        let resolved = resolve::resolve(&program, resolve::stem(display), &sources, &mut diagnostics);
        check::check(&resolved.written, &resolved.model, &mut diagnostics);
        resolved.model
    });
    leave_out_what_may_be_there(&mut diagnostics);
    let settings: Vec<_> = program.files.iter().flat_map(|file| file.settings.iter().copied()).collect();
    diagnostics.drop_allowed(&settings);
    diagnostics.sort();
    drop(program);
    drop(trees);
    Loaded { sources, diagnostics, model, settings, files }
}

/// In a file that was not read to its end, and in one that names such a file, what is missing may well be there.
fn leave_out_what_may_be_there(diagnostics: &mut Diagnostics) {
    let cut: HashSet<FileId> = diagnostics
        .iter()
        .filter(|found| CUTS_SHORT.contains(&found.code))
        .map(|found| found.span.file)
        .collect();
    let any_unread = diagnostics.iter().any(|found| LEAVES_OUT_A_FILE.contains(&found.code));
    if cut.is_empty() && !any_unread {
        return;
    }
    diagnostics.retain(|found| {
        let here = cut.contains(&found.span.file) && MISSES_SOMETHING.contains(&found.code);
        !here && !MISSES_SOMETHING_ELSEWHERE.contains(&found.code)
    });
}

/// Findings behind which the file was not read.
const CUTS_SHORT: &[Code] = &[Code::Syntax, Code::TooDeep, Code::TooLarge];
/// Findings of files that were not read at all.
const LEAVES_OUT_A_FILE: &[Code] = &[Code::Unreadable, Code::NotUtf8, Code::FilePath, Code::FileCycle];
/// Findings that say that something is not there.
const MISSES_SOMETHING: &[Code] = &[
    Code::MissingVersion,
    Code::MissingKey,
    Code::UnknownType,
    Code::EnumValues,
    Code::PayloadConflict,
    Code::ErrorWithoutAck,
];
/// The same, of what may stand in an included file.
const MISSES_SOMETHING_ELSEWHERE: &[Code] = &[Code::UnknownRoom, Code::UnknownStyle, Code::RoomEvent];
