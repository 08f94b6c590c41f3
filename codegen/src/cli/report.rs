//! What people read: findings, failures, summaries.

use super::{Failure, Format, Outcome};
use sockgen_schema::diagnostic::{Severity, Style, render, short, to_github, to_json, to_sarif};
use sockgen_schema::model::Model;
use sockgen_schema::{Disk, Loaded, load, manual};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Reads a schema.
pub(super) fn read(file: &Path) -> Loaded {
    load(file, &display(file), &Disk)
}

/// A path as messages show it.
pub(super) fn display(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}

/// A schema without errors.
pub(super) struct Contract {
    pub(super) model: Model,
    /// The files that it was read from, which no output may replace.
    pub(super) files: Vec<PathBuf>,
}

/// Reads a schema for a generator: findings go to the terminal, and a model comes back if there is nothing wrong.
pub(super) fn contract(file: &Path) -> Result<Option<Contract>, Failure> {
    let loaded = read(file);
    say(&loaded, file)?;
    let has_errors = loaded.has_errors();
    Ok(loaded.model.filter(|_| !has_errors).map(|model| Contract { model, files: loaded.files }))
}

/// Says what was found in a schema, and how much, where it cannot be used.
pub(super) fn say(loaded: &Loaded, file: &Path) -> Result<(), Failure> {
    eprint(&human(loaded, io::stderr().is_terminal()))?;
    if loaded.has_errors() {
        eprint(&format!("{}\n", counted(loaded, &display(file))))?;
    }
    Ok(())
}

/// Findings with the lines they speak of.
pub(super) fn human(loaded: &Loaded, terminal: bool) -> String {
    let style = style(terminal);
    loaded.diagnostics.iter().map(|finding| render(&loaded.sources, finding, style) + "\n").collect()
}

/// Whether findings are coloured.
pub(super) fn style(terminal: bool) -> Style {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if terminal && !no_colour { Style::Coloured } else { Style::Plain }
}

/// Findings in a format for standard output. JSON is one array for all files, SARIF one log.
pub(super) fn findings(all: &[Loaded], format: Format) -> String {
    let found = all.iter().map(|loaded| (&loaded.sources, &loaded.diagnostics));
    match format {
        Format::Human => all.iter().map(|loaded| human(loaded, io::stdout().is_terminal())).collect(),
        Format::Short => all.iter().map(|loaded| short(&loaded.sources, &loaded.diagnostics)).collect(),
        Format::Json => to_json(found) + "\n",
        Format::Github => to_github(found),
        Format::Sarif => to_sarif(found, manual::doc, manual::link) + "\n",
    }
}

/// `call.sockgen.yaml: 2 errors, 1 warning`.
pub(super) fn counted(loaded: &Loaded, name: &str) -> String {
    let count = |severity: Severity| {
        let count = loaded.diagnostics.count(severity);
        (count > 0).then(|| format!("{count} {}{}", severity.as_str(), if count == 1 { "" } else { "s" }))
    };
    let counts: Vec<_> = [Severity::Error, Severity::Warning].into_iter().filter_map(count).collect();
    if !counts.is_empty() {
        return format!("{name}: {}", counts.join(", "));
    }
    match &loaded.model {
        None => format!("{name}: nothing to emit"),
        Some(model) => {
            let events = |count: usize, words: &str| format!("{count} {words}");
            let root = model.root();
            format!(
                "{name}: ok, {} and {}",
                events(root.client_events.len(), "client"),
                events(root.server_events.len(), "server events"),
            )
        }
    }
}

/// `Findings` if any of the files has an error.
pub(super) fn outcome(all: &[Loaded]) -> Outcome {
    if all.iter().any(Loaded::has_errors) { Outcome::Findings } else { Outcome::Done }
}

/// Says why a command could not do its work.
pub(super) fn failure(failure: &Failure) {
    let mut text = format!("error: {}\n", failure.message);
    if let Some(help) = &failure.help {
        text.push_str(&format!("help: {help}\n"));
    }
    // With standard error gone, the exit code is all that is left to say it with.
    let _ = eprint(&text);
}

/// Prints to standard output. A reader that went away (`sockgen ts … | head`) is no failure.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    written(io::stdout().lock(), text, "standard output")
}

/// Prints to standard error.
pub(super) fn eprint(text: &str) -> Result<(), Failure> {
    written(io::stderr().lock(), text, "standard error")
}

fn written(mut to: impl Write, text: &str, name: &str) -> Result<(), Failure> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("{name} cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}
