//! `sockgen fmt [FILE…]`: one layout for every schema file.

use super::{Failure, FmtArgs, Outcome, output, report};
use crate::fmt::{self, Refused};
use sockgen_schema::diagnostic::{Code, Diagnostic, render};
use sockgen_schema::load::MAX_BYTES;
use sockgen_schema::source::FileId;
use sockgen_schema::{Loaded, load_text};
use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Folders in which no schemas of one's own are.
const SKIPPED: &[&str] = &["node_modules", "target"];

/// What keeps a file from being formatted: that it cannot be read as YAML. Other mistakes do not.
const CARRIER: &[Code] =
    &[Code::TooLarge, Code::NotUtf8, Code::Syntax, Code::YamlFeature, Code::TooDeep, Code::DuplicateKey];

pub(super) fn run(args: &FmtArgs) -> Result<Outcome, Failure> {
    let files = if args.files.is_empty() { found()? } else { args.files.clone() };
    if files.iter().filter(|file| is_stdin(file)).count() > 1 {
        return Err(Failure::new("standard input can be formatted once").help("write `-` once"));
    }
    let mut all = Outcome::Done;
    for file in &files {
        if let Outcome::Findings = one(file, args.check)? {
            all = Outcome::Findings;
        }
    }
    Ok(all)
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn one(file: &Path, check: bool) -> Result<Outcome, Failure> {
    let name = if is_stdin(file) { "standard input".to_owned() } else { report::display(file) };
    if name.to_ascii_lowercase().ends_with(".json") {
        report::eprint(&format!("{name} is JSON, which is left to formatters of JSON\n"))?;
        return Ok(Outcome::Done);
    }
    let bytes = read(file)
        .map_err(|error| Failure::new(format!("`{name}` cannot be read: {error}")).help("check the path"))?;
    let text = match String::from_utf8(bytes) {
        Ok(text) if text.len() <= MAX_BYTES => text,
        // Whatever is wrong with it, the schema's reader says it.
        _ if is_stdin(file) => return Err(Failure::new("standard input is not UTF-8, or larger than 4 MiB")),
        _ => return refused(&report::read(file), &name, None),
    };
    let text = text.as_str();
    let loaded = load_text(text, &name);
    if loaded.diagnostics.iter().any(is_carrier) {
        return refused(&loaded, &name, None);
    }
    let formatted = match fmt::format(text) {
        Ok(formatted) => formatted,
        Err(reason) => return refused(&loaded, &name, Some(reason)),
    };
    if check {
        if formatted == text {
            return Ok(Outcome::Done);
        }
        // What differs in no line that can be shown are line ends and the like.
        let mut message = format!("{name} is not formatted:\n--- {name}\n+++ formatted\n");
        message.push_str(&output::difference(text, &formatted));
        report::eprint(&(message + "help: run `sockgen fmt` without `--check`\n"))?;
        return Ok(Outcome::Findings);
    }
    if is_stdin(file) {
        report::print(&formatted)?;
    } else if formatted != text {
        output::write(file, &formatted).map_err(|error| output::not_written(file, &error))?;
        report::eprint(&format!("formatted {name}\n"))?;
    }
    Ok(Outcome::Done)
}

fn is_carrier(finding: &Diagnostic) -> bool {
    finding.span.file == FileId::FIRST && CARRIER.contains(&finding.code)
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    match is_stdin(file) {
        true => io::stdin().lock().take(limit).read_to_end(&mut bytes)?,
        false => fs::File::open(file)?.take(limit).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

/// Says why a file was left as it is.
fn refused(loaded: &Loaded, name: &str, reason: Option<Refused>) -> Result<Outcome, Failure> {
    let style = report::style(io::stderr().is_terminal());
    for finding in loaded.diagnostics.iter().filter(|finding| is_carrier(finding)) {
        report::eprint(&(render(&loaded.sources, finding, style) + "\n"))?;
    }
    let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    report::eprint(&format!("{name} was left as it is{reason}\n"))?;
    Ok(Outcome::Findings)
}

/// Every schema file below the current folder, sorted.
fn found() -> Result<Vec<PathBuf>, Failure> {
    let files = schemas_below(Path::new("."))?;
    if files.is_empty() {
        return Err(
            Failure::new("there is no `*.sockgen.yaml` below this folder").help("name the files to format")
        );
    }
    Ok(files)
}

/// Every schema file below a folder, sorted, by its path from there.
pub(super) fn schemas_below(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let place = root.join(&folder);
        let cannot =
            |error: io::Error| Failure::new(format!("`{}` cannot be read: {error}", place.display()));
        for entry in fs::read_dir(&place).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let kind = entry.file_type().map_err(cannot)?;
            if kind.is_dir() && !name.starts_with('.') && !SKIPPED.contains(&&*name) {
                folders.push(folder.join(entry.file_name()));
            } else if kind.is_file() && (name.ends_with(".sockgen.yaml") || name.ends_with(".sockgen.yml")) {
                files.push(folder.join(entry.file_name()));
            }
        }
    }
    files.sort();
    Ok(files)
}
