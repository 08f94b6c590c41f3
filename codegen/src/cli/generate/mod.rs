//! `sockgen generate`: all that `sockgen.toml` names.

mod leftover;
mod lock;
mod made;
mod watch;

use super::config::{self, Place, Within};
use super::finding::{self, Finding};
use super::output::{self, Batch, Output, State};
use super::{Failure, Outcome, report};
use clap::Args;
use leftover::{Kind, LeftOver, Run};
use lock::{Found, Lock, VERSION};
use made::Generated;
use sockgen_schema::source::Source;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct AllArgs {
    /// The configuration; without it, the nearest `sockgen.toml` in this folder or above it
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Write nothing; exit with 1 and show what differs, what is missing, and what is no longer generated
    #[arg(long, conflicts_with = "watch")]
    check: bool,
    /// Stay, and generate again whenever a schema, a template or the configuration changes
    #[arg(long)]
    watch: bool,
}

pub(super) fn run(args: &AllArgs) -> Result<Outcome, Failure> {
    let place = Place::find(args.config.as_deref())?;
    if args.watch { watch::run(&place) } else { Round::run(&place, args.check).result }
}

/// A file that a contract makes.
#[derive(Debug)]
struct Made {
    /// Its path from the configuration's folder.
    file: String,
    /// The schema's.
    schema: String,
    output: Output,
}

/// One run over all contracts.
struct Round {
    result: Result<Outcome, Failure>,
    /// The files that it depends on, those that are missing among them.
    inputs: BTreeSet<PathBuf>,
}

impl Round {
    fn run(place: &Place, only_check: bool) -> Self {
        let mut inputs = BTreeSet::from([place.file.clone()]);
        let result = all(place, only_check, &mut inputs);
        Round { result, inputs }
    }
}

fn all(place: &Place, only_check: bool, inputs: &mut BTreeSet<PathBuf>) -> Result<Outcome, Failure> {
    // The lock is held until the end, so that two runs do not take each other's files for left-overs.
    let (text, _held) = read_config(place, only_check)?;
    let source = Source::new(place.file.to_string_lossy(), text.strip_prefix('\u{feff}').unwrap_or(&text));
    let config = config::read(source.text(), place).map_err(|findings| misread(&source, &findings))?;
    let Generated { made, broken, sources, findings } = made::all(&config, place, inputs);
    if !findings.is_empty() {
        return Err(misread(&source, &findings));
    }
    let outputs: Vec<Output> = made.iter().map(|made| made.output.clone()).collect();
    let own = [place.file.clone(), Lock::path(place)];
    output::refuse_meetings(&outputs, &sources.into_iter().chain(own).collect::<Vec<_>>())?;

    let states = outputs.iter().map(output::state).collect::<Result<Vec<_>, _>>()?;
    let found = Lock::read(place)?;
    let (left_over, mut lock) =
        Run { place, config: &config, made: &made, broken: &broken }.left_over(&found);
    lock.files.extend(made.iter().map(|made| (made.file.clone(), made.schema.clone())));
    // Without a lock, headers tell what is left over, but not of a contract that is broken: the list has to wait for it.
    let knows_all = broken.is_empty() || matches!(found, Found::Lock(_));
    let left_over = left_over.as_slice();
    let round = Compared { place, outputs: &outputs, states: &states, left_over, found: &found, knows_all };
    let outcome = if only_check { round.check(lock)? } else { round.write(lock)? };
    Ok(if broken.is_empty() { outcome } else { Outcome::Findings })
}

/// The text of the configuration, and the handle whose lock keeps other runs out: where files can be locked at all.
fn read_config(place: &Place, only_check: bool) -> Result<(String, Option<File>), Failure> {
    let cannot = |error: std::io::Error| {
        Failure::new(format!("`{}` cannot be read: {error}", place.file.display()))
            .help("check the path; `sockgen init` writes one")
    };
    // The folder stays the same one when an editor saves by renaming. Some systems open no folders, and some file systems
    // have no locks: files are whole there too, and the last run wins.
    let folder = if place.folder.as_os_str().is_empty() { Path::new(".") } else { &place.folder };
    let held = File::open(folder).ok();
    if let Some(held) = &held {
        let _ = if only_check { held.lock_shared() } else { held.lock() };
    }
    let file = File::open(&place.file).map_err(cannot)?;
    let mut bytes = Vec::new();
    let limit = sockgen_schema::load::MAX_BYTES as u64;
    file.take(limit).read_to_end(&mut bytes).map_err(cannot)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::new(format!("`{}` is not UTF-8", place.file.display())).help("save the file as UTF-8")
    })?;
    Ok((text, held))
}

/// Shows what is wrong in the configuration. Nothing can be done with the rest of it: who is to say what was meant?
fn misread(source: &Source, findings: &[Finding]) -> Failure {
    if let Err(failure) = report::eprint(&finding::render(source, findings)) {
        return failure;
    }
    let count = findings.len();
    let errors = if count == 1 { "an error".to_owned() } else { format!("{count} errors") };
    Failure::new(format!("`{}` has {errors}", source.name()))
}

/// What is to be, beside what is there.
struct Compared<'a> {
    place: &'a Place,
    outputs: &'a [Output],
    states: &'a [State],
    left_over: &'a [LeftOver],
    found: &'a Found,
    /// Whether the next lock would forget nothing.
    knows_all: bool,
}

impl Compared<'_> {
    fn is_current(&self) -> bool {
        self.states.iter().all(|state| *state == State::Current)
    }

    /// The lock that is to be. It keeps its version while nothing that this version would write differs.
    fn versioned(&self, mut lock: Lock) -> Lock {
        if lock.version.is_empty() || !self.is_current() {
            VERSION.clone_into(&mut lock.version);
        }
        lock
    }

    /// Says what differs.
    fn check(&self, lock: Lock) -> Result<Outcome, Failure> {
        let pairs = self.outputs.iter().zip(self.states);
        let mut message: String = pairs.filter_map(|(output, state)| output::drift(output, state)).collect();
        for LeftOver { path, kind, .. } in self.left_over {
            let why = match kind {
                Kind::Ours => "nothing generates it any more",
                Kind::Edited => {
                    "nothing generates it any more, and its header is gone: `sockgen generate` leaves it to you"
                }
                Kind::Stray => {
                    "it names one of these schemas, and nothing here generates it: delete it, or give it an output"
                }
            };
            message.push_str(&format!("{} is left over: {why}\n", path.display()));
        }
        let shown = Lock::path(self.place);
        match self.found {
            Found::Missing => message.push_str(&format!("{} does not exist\n", shown.display())),
            Found::Unreadable => message.push_str(&format!("{} is no lock file\n", shown.display())),
            // What differs because of an output that is missing or left over was said.
            Found::Lock(found) if message.is_empty() && found.files != lock.files => {
                message.push_str(&format!("{} does not list what is generated\n", shown.display()));
            }
            Found::Lock(_) => {}
        }
        if message.is_empty() {
            return Ok(Outcome::Done);
        }
        if let Found::Lock(found) = self.found
            && found.version != VERSION
            && !self.is_current()
        {
            let version = found.version.escape_debug();
            message.push_str(&format!("note: sockgen {version} wrote these files, and this is {VERSION}\n"));
        }
        report::eprint(&(message + "help: run `sockgen generate`\n"))?;
        Ok(Outcome::Findings)
    }

    /// Writes what differs, then takes away what is left over, then says so in the lock: in that order, so that a run
    /// that is cut short forgets nothing.
    fn write(&self, mut lock: Lock) -> Result<Outcome, Failure> {
        let not_written = |(path, error): (PathBuf, std::io::Error)| output::not_written(&path, &error);
        let pairs = || self.outputs.iter().zip(self.states);
        let stale: Vec<&Output> =
            pairs().filter(|(_, state)| **state != State::Current).map(|(output, _)| output).collect();
        let batch = Batch::stage(&stale).map_err(not_written)?;
        // A lock that cannot be written is found before anything is.
        let next = match self.knows_all {
            true => self.versioned(lock.clone()).stale(self.place)?,
            false => None,
        };
        let next_batch = match Batch::stage(&next.iter().collect::<Vec<_>>()) {
            Ok(next_batch) => next_batch,
            Err(failed) => {
                batch.take_back();
                return Err(not_written(failed));
            }
        };
        if let Err(failed) = batch.put() {
            next_batch.take_back();
            return Err(not_written(failed));
        }
        let mut message: String =
            stale.iter().map(|output| format!("wrote {}\n", output.path.display())).collect();
        let mut stuck = false;
        for LeftOver { file, path, kind } in self.left_over {
            let shown = path.display();
            match kind {
                Kind::Ours => match fs::remove_file(path) {
                    Ok(()) => message.push_str(&format!("deleted {shown}: nothing generates it any more\n")),
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                    Err(error) => {
                        message.push_str(&format!("{shown} is left over, and cannot be deleted: {error}\n"));
                        if let Found::Lock(Lock { files, .. }) = self.found
                            && let Some(schema) = files.get(file)
                        {
                            lock.files.insert(file.clone(), schema.clone());
                        }
                        stuck = true;
                    }
                },
                Kind::Edited => message.push_str(&format!(
                    "left {shown}: nothing generates it any more, but its header is gone, so it is yours\n"
                )),
                Kind::Stray => message.push_str(&format!(
                    "left {shown}: it names one of these schemas, but no lock file says that it comes from here\n"
                )),
            }
        }
        if stuck && self.knows_all {
            // It stays known.
            next_batch.take_back();
            let next = self.versioned(lock).stale(self.place)?;
            Batch::stage(&next.iter().collect::<Vec<_>>()).and_then(Batch::put).map_err(not_written)?;
        } else {
            next_batch.put().map_err(not_written)?;
        }
        if message.is_empty() && !self.outputs.is_empty() {
            message = match self.outputs.len() {
                1 => "the one file is current\n".to_owned(),
                count => format!("all {count} files are current\n"),
            };
        }
        report::eprint(&message)?;
        Ok(if stuck { Outcome::Findings } else { Outcome::Done })
    }
}

/// Refuses files that would leave the configuration's folder.
fn outside(within: &Within, file: &str, path: &Path, at: std::ops::Range<usize>) -> Option<Finding> {
    within.refuses(file, path).map(|(message, help)| Finding::new(at, message).help(help))
}
