//! `sockgen generate --watch`: again, whenever something that was read changes.
//!
//! Folders are watched rather than files: editors save by renaming, which leaves the file that was watched without a
//! name. What an event says is not looked at; what counts is whether the contents of what was read have changed.

use super::super::config::Place;
use super::super::{Failure, Outcome, report};
use super::Round;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant, SystemTime};

/// For how long nothing must happen before a change is read: some editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(50);
/// For how long that is waited at most.
const PATIENCE: Duration = Duration::from_secs(1);
/// How exact the times of files are, at least.
const CLOCK: Duration = Duration::from_millis(20);

/// What was read, by a hash of its contents; nothing, where it was not there.
type Contents = BTreeMap<PathBuf, Option<u64>>;

pub(super) fn run(place: &Place) -> Result<Outcome, Failure> {
    let (sender, events) = mpsc::channel();
    let watcher = notify::recommended_watcher(sender).map_err(|error| cannot_watch(&error))?;
    let mut watch = Watch { watcher, folders: BTreeSet::new() };
    let mut before = contents(&BTreeSet::from([place.file.clone()]));
    loop {
        let started = SystemTime::now();
        let Round { result, inputs } = Round::run(place, false);
        // Whatever is wrong may be put right.
        if let Err(failure) = &result {
            report::failure(failure);
        }
        watch.these(&inputs)?;
        let now = contents(&inputs);
        // What changed while it was read, before it was watched, is read again.
        let is_late = |path: &PathBuf| {
            let modified = fs::metadata(path).and_then(|found| found.modified());
            modified.is_ok_and(|at| at + CLOCK >= started)
        };
        let changed = now.iter().any(|(path, content)| match before.get(path) {
            Some(known) => known != content,
            None => is_late(path),
        });
        before = now;
        if changed {
            continue;
        }
        let files = if before.len() == 1 { "file" } else { "files" };
        report::eprint(&format!("watching {} {files}; Ctrl-C ends it\n", before.len()))?;
        before = watch.until_changed(&events, &inputs, before)?;
    }
}

struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
}

impl Watch {
    /// Watches the folders of these files, or where such a folder is to appear.
    fn these(&mut self, files: &BTreeSet<PathBuf>) -> Result<(), Failure> {
        // A folder that went and came again is another one, of which the watcher knows nothing: all are watched anew.
        for folder in std::mem::take(&mut self.folders) {
            let _ = self.watcher.unwatch(&folder);
        }
        let folders: BTreeSet<PathBuf> = files.iter().flat_map(|file| folders_of(file)).collect();
        for folder in folders {
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(self.folders.insert(folder)),
                // It went just now, and the one above it says so when it comes again.
                Err(_) if !folder.exists() => {}
                Err(error) => return Err(cannot_watch(&error)),
            }
        }
        Ok(())
    }

    /// Waits until the contents of these files are other ones.
    fn until_changed(
        &mut self,
        events: &Receiver<notify::Result<Event>>,
        files: &BTreeSet<PathBuf>,
        before: Contents,
    ) -> Result<Contents, Failure> {
        loop {
            match events.recv() {
                // Reading is no change.
                Ok(Ok(Event { kind: EventKind::Access(_), .. })) => continue,
                Ok(_) => {}
                Err(_) => return Err(Failure::new("the folders cannot be watched any longer")),
            }
            let until = Instant::now() + PATIENCE;
            while Instant::now() < until && events.recv_timeout(QUIET).is_ok() {}
            self.these(files)?;
            let now = contents(files);
            if now != before {
                return Ok(now);
            }
        }
    }
}

fn cannot_watch(error: &notify::Error) -> Failure {
    Failure::new(format!("the folders cannot be watched: {error}"))
        .help("run `sockgen generate` without `--watch` when something has changed")
}

/// The folder in which a file is, or, where that is not there, the nearest one above it and the one above that: there it
/// will appear. With a link, the folder of what it leads to as well.
fn folders_of(file: &Path) -> Vec<PathBuf> {
    let real = fs::canonicalize(file).ok();
    let mut found = Vec::new();
    for file in [Some(file), real.as_deref()].into_iter().flatten() {
        let folder = file.parent().unwrap_or(Path::new(""));
        let nearest = folder.ancestors().find(|folder| as_folder(folder).is_dir());
        found.push(as_folder(nearest.unwrap_or(Path::new(""))));
        if file.is_dir() {
            found.push(file.to_owned());
        }
    }
    found
}

fn as_folder(path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() }
}

fn contents(files: &BTreeSet<PathBuf>) -> Contents {
    files.iter().map(|file| (file.clone(), content(file))).collect()
}

/// A hash of a file's bytes, or of the names in a folder.
fn content(file: &Path) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    if file.is_dir() {
        super::super::templates::files(file).hash(&mut hasher);
    } else {
        fs::read(file).ok()?.hash(&mut hasher);
    }
    Some(hasher.finish())
}
