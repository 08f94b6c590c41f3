//! Where generated text goes: to standard output, into files, or against the files that are there.
//!
//! **Invariant:** a file is either what it was or what was generated, never a part of it: the text is written beside
//! it and renamed over it. The files of a run are written once all of them could be. A file that is current already is
//! left alone, so that bundlers do not rebuild.

mod write;

pub(super) use write::{Batch, write, write_all};

use super::{Failure, GenerateArgs, Outcome, report};
use similar::TextDiff;
use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The most lines of a diff that are shown.
const DIFF_LINES: usize = 40;

/// A file that is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Output {
    /// Where, as messages show it.
    pub(super) path: PathBuf,
    /// What stands in it.
    pub(super) text: String,
}

/// How a file on disk compares with what it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The same, but for line ends, which a checkout may have changed, and which change nothing for any reader of the
    /// file.
    Current,
    /// Something else.
    Changed(String),
    /// Not there.
    Missing,
}

/// The name of the schema as generated files mention it: without its folder, so that the same text comes out wherever
/// the command is run.
pub(super) fn source_name(schema: &Path) -> String {
    schema.file_name().map_or_else(|| report::display(schema), |name| name.to_string_lossy().into_owned())
}

/// Prints, writes or compares one text, as the arguments say. It is made from these files.
pub(super) fn deliver(args: &GenerateArgs, sources: &[PathBuf], text: String) -> Result<Outcome, Failure> {
    place(args.output.as_deref(), sources, args.check, text)
}

/// Prints a text, or writes it to a file, or compares it with that file. It is made from these files.
pub(super) fn place(
    output: Option<&Path>,
    sources: &[PathBuf],
    only_check: bool,
    text: String,
) -> Result<Outcome, Failure> {
    let Some(path) = output else {
        report::print(&text)?;
        return Ok(Outcome::Done);
    };
    place_all(&[Output { path: path.to_owned(), text }], sources, only_check)
}

/// Writes files, or compares them with those that are there. They are made from these files.
pub(super) fn place_all(
    outputs: &[Output],
    sources: &[PathBuf],
    only_check: bool,
) -> Result<Outcome, Failure> {
    refuse_meetings(outputs, sources)?;
    let states = outputs.iter().map(state).collect::<Result<Vec<_>, _>>()?;
    let pairs = || outputs.iter().zip(&states);
    if only_check {
        let messages: String = pairs().filter_map(|(output, state)| drift(output, state)).collect();
        if messages.is_empty() {
            return Ok(Outcome::Done);
        }
        let has_diff = states.iter().any(|state| matches!(state, State::Changed(_)));
        let help = if has_diff { "help: run the command again without `--check`\n" } else { "" };
        report::eprint(&(messages + help))?;
        return Ok(Outcome::Findings);
    }
    let stale: Vec<&Output> =
        pairs().filter(|(_, state)| **state != State::Current).map(|(output, _)| output).collect();
    write_all(&stale).map_err(|(path, error)| not_written(&path, &error))?;
    let lines = pairs().map(|(output, state)| match state {
        State::Current => format!("{} is current\n", output.path.display()),
        _ => format!("wrote {}\n", output.path.display()),
    });
    report::eprint(&lines.collect::<String>())?;
    Ok(Outcome::Done)
}

/// What a file that cannot be written is told.
pub(super) fn not_written(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be written: {error}", path.display()))
        .help("check that its folder is there and can be written to")
}

/// Refuses outputs that would replace what they are made from, or each other.
pub(super) fn refuse_meetings(outputs: &[Output], sources: &[PathBuf]) -> Result<(), Failure> {
    let sources: HashMap<PathBuf, &Path> =
        sources.iter().map(|source| (one_path(source), source.as_path())).collect();
    let mut seen: HashMap<OsString, &Path> = HashMap::new();
    for output in outputs {
        let (path, shown) = (one_path(&output.path), output.path.display());
        if let Some(source) = sources.get(&path) {
            let what =
                if is_schema(source) { "is the schema itself" } else { "would replace what sockgen reads" };
            return Err(Failure::new(format!("the output `{shown}` {what}")).help("name another file"));
        }
        // On many systems names that differ in case alone are one file.
        if let Some(other) = seen.insert(path.as_os_str().to_ascii_lowercase(), &output.path) {
            let message = match other == output.path {
                true => format!("two outputs are called `{shown}`"),
                false => format!("the outputs `{}` and `{shown}` are one file", other.display()),
            };
            return Err(Failure::new(message).help("give each output a name of its own"));
        }
    }
    Ok(())
}

fn is_schema(path: &Path) -> bool {
    source_name(path).contains(".sockgen.")
}

/// The one path of a file that may not be there yet: links followed as far as something is there.
pub(super) fn one_path(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut rest = Vec::new();
    let mut there = absolute.as_path();
    loop {
        if let Ok(found) = fs::canonicalize(there) {
            return rest.into_iter().rev().fold(found, |path, part| path.join(part));
        }
        match (there.parent(), there.components().next_back()) {
            (Some(parent), Some(part)) => {
                rest.push(part);
                there = parent;
            }
            _ => return absolute,
        }
    }
}

/// How the file that is there compares with what it is to be.
pub(super) fn state(output: &Output) -> Result<State, Failure> {
    let Some(current) = read(&output.path)? else { return Ok(State::Missing) };
    let current = if current.contains('\r') { current.replace("\r\n", "\n") } else { current };
    Ok(if current == output.text { State::Current } else { State::Changed(current) })
}

/// What is said of a file that is not what it is to be.
pub(super) fn drift(output: &Output, state: &State) -> Option<String> {
    let shown = output.path.display();
    match state {
        State::Current => None,
        State::Missing => Some(format!("{shown} does not exist\n")),
        State::Changed(current) => Some(format!(
            "{shown} is not current:\n--- {shown}\n+++ generated\n{}",
            difference(current, &output.text)
        )),
    }
}

/// The text of a file; nothing, where none is there.
pub(super) fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read(path) {
        // What is not UTF-8 is not what was generated; it differs, and a difference is shown as far as it can be.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(_) if path.is_dir() => {
            Err(Failure::new(format!("`{}` is a folder", path.display())).help("name a file in it"))
        }
        Err(error) => Err(Failure::new(format!("`{}` cannot be read: {error}", path.display()))
            .help("check that it is a file that may be read, and that no part of its path is a file")),
    }
}

/// The lines in which two texts differ, and those around them; the first of them, where they are many.
pub(super) fn difference(current: &str, text: &str) -> String {
    let diff = TextDiff::from_lines(current, text);
    let unified = diff.unified_diff().context_radius(2).to_string();
    let lines: Vec<&str> = unified.lines().collect();
    let mut message = String::new();
    for line in lines.iter().take(DIFF_LINES) {
        message.push_str(line);
        message.push('\n');
    }
    if lines.len() > DIFF_LINES {
        message.push_str(&format!("… and {} more lines\n", lines.len() - DIFF_LINES));
    }
    message
}
