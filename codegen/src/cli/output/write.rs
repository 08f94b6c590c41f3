//! Writing files, all of them or none.

use super::Output;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// What the names of files begin with that are not at their places yet.
const PREFIX: &str = ".sockgen-";
/// After so long nobody is at work on such a file any more: writing takes milliseconds.
const ABANDONED: Duration = Duration::from_secs(600);

/// A file that is written beside its place, and not there yet.
struct Staged<'a> {
    output: &'a Output,
    /// What links lead to: through a link, what it points to is replaced, not the link.
    path: PathBuf,
    file: NamedTempFile,
}

/// Files that are written, but not at their places yet: everything that can go wrong has gone well, mostly.
pub(in crate::cli) struct Batch<'a> {
    staged: Vec<Staged<'a>>,
    /// The folders that were made for them.
    folders: Vec<PathBuf>,
}

impl<'a> Batch<'a> {
    /// Writes files beside their places. Missing folders are made. The path that failed is told.
    pub(in crate::cli) fn stage(outputs: &[&'a Output]) -> Result<Self, (PathBuf, io::Error)> {
        let mut batch = Batch { staged: Vec::new(), folders: Vec::new() };
        outputs.iter().map(|output| folder(&output.path)).collect::<BTreeSet<_>>().into_iter().for_each(tidy);
        for output in outputs {
            match stage(output, &mut batch.folders) {
                Ok(staged) => batch.staged.push(staged),
                Err(error) => {
                    batch.take_back();
                    return Err((output.path.clone(), error));
                }
            }
        }
        Ok(batch)
    }

    /// Puts all of them to their places, in one step each. If something fails, what was there before is there again.
    pub(in crate::cli) fn put(self) -> Result<(), (PathBuf, io::Error)> {
        let Batch { staged, folders } = self;
        put_all(staged).inspect_err(|_| remove(&folders))
    }

    /// As if nothing had been written.
    pub(in crate::cli) fn take_back(self) {
        // The files first: folders must be empty.
        drop(self.staged);
        remove(&self.folders);
    }
}

fn remove(folders: &[PathBuf]) {
    // One that is not empty was filled by somebody else in the meantime.
    folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
}

/// Writes files in one step each, once all of them could be written beside their places. If something fails, what was
/// there before is there again, and the path that failed is told.
pub(in crate::cli) fn write_all(outputs: &[&Output]) -> Result<(), (PathBuf, io::Error)> {
    Batch::stage(outputs)?.put()
}

/// Writes a file in one step.
pub(in crate::cli) fn write(path: &Path, text: &str) -> io::Result<()> {
    let output = Output { path: path.to_owned(), text: text.to_owned() };
    write_all(&[&output]).map_err(|(_, error)| error)
}

fn put_all(staged: Vec<Staged<'_>>) -> Result<(), (PathBuf, io::Error)> {
    let mut put: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for Staged { output, path, file } in staged {
        let before = fs::read(&path).ok();
        if let Err(error) = file.persist(&path) {
            for (path, before) in put.iter().rev() {
                // What cannot be taken back is whole all the same.
                let _ = match before {
                    Some(bytes) => restore(path, bytes),
                    None => fs::remove_file(path),
                };
            }
            return Err((output.path.clone(), error.error));
        }
        put.push((path, before));
    }
    Ok(())
}

fn stage<'a>(output: &'a Output, folders: &mut Vec<PathBuf>) -> io::Result<Staged<'a>> {
    let path: PathBuf = fs::canonicalize(&output.path).unwrap_or_else(|_| output.path.clone());
    let folder = folder(&path);
    make_folder(folder, folders)?;
    let file = temporary(&path, output.text.as_bytes())?;
    Ok(Staged { output, path, file })
}

/// Takes away what a run that was killed left in a folder. Whatever is younger may be of a run that is at work.
fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let modified = entry.metadata().and_then(|found| found.modified());
        if is_ours && modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED)) {
            // If it cannot be, it stays.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a folder and those above it, and remembers which were not there.
fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty()).collect();
    let missing = missing.into_iter().take_while(|folder| !folder.exists()).collect::<Vec<_>>();
    for folder in missing.into_iter().rev() {
        match fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_owned()),
            // Another run made it, just now.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A file beside `path` that is as open as the one it will replace, or as the process's mask lets a new file be: a
/// temporary file is its owner's alone unless told otherwise.
fn temporary(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    let permissions = fs::metadata(path).map(|found| found.permissions()).ok();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(permissions.clone().unwrap_or_else(|| fs::Permissions::from_mode(0o666)));
    }
    let mut file = builder.tempfile_in(folder(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    Ok(file)
}

fn restore(path: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary(path, bytes)?.persist(path)?;
    Ok(())
}
