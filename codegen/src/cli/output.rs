//! Where generated text goes: to standard output, into a file, or against the file that is there.
//!
//! **Invariant:** a file is either what it was or what was generated, never a part of it: the text is written beside
//! it and renamed over it. A file that is current already is left alone, so that bundlers do not rebuild.

use super::{Failure, GenerateArgs, Outcome, report};
use similar::TextDiff;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The most lines of a diff that are shown.
const DIFF_LINES: usize = 40;

/// The name of the schema as generated files mention it: without its folder, so that the same text comes out wherever
/// the command is run.
pub(super) fn source_name(schema: &Path) -> String {
    schema.file_name().map_or_else(|| report::display(schema), |name| name.to_string_lossy().into_owned())
}

/// Prints, writes or compares, as the arguments say.
pub(super) fn deliver(args: &GenerateArgs, text: &str) -> Result<Outcome, Failure> {
    place(args.output.as_deref(), Some(&args.file), args.check, text)
}

/// Prints a text, or writes it to a file, or compares it with that file. It is made from a schema file, perhaps.
pub(super) fn place(
    output: Option<&Path>,
    schema: Option<&Path>,
    only_check: bool,
    text: &str,
) -> Result<Outcome, Failure> {
    let Some(path) = output else {
        report::print(text)?;
        return Ok(Outcome::Done);
    };
    if schema.is_some_and(|schema| same_file(path, schema)) {
        return Err(Failure::new(format!("the output `{}` is the schema itself", path.display()))
            .help("name another file with `-o`"));
    }
    let current = read(path)?;
    if only_check {
        return check(path, current.as_deref(), text);
    }
    if current.as_deref() == Some(text) {
        report::eprint(&format!("{} is current\n", path.display()))?;
        return Ok(Outcome::Done);
    }
    write(path, text).map_err(|error| not_written(path, &error))?;
    report::eprint(&format!("wrote {}\n", path.display()))?;
    Ok(Outcome::Done)
}

/// What a file that cannot be written is told.
pub(super) fn not_written(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be written: {error}", path.display()))
        .help("check that its folder is there and can be written to")
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read(path) {
        // What is not UTF-8 is not what was generated; it differs, and a difference is shown as far as it can be.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(_) if path.is_dir() => {
            Err(Failure::new(format!("`{}` is a folder", path.display())).help("name a file in it"))
        }
        Err(error) => Err(Failure::new(format!("`{}` cannot be read: {error}", path.display()))),
    }
}

fn check(path: &Path, current: Option<&str>, text: &str) -> Result<Outcome, Failure> {
    let shown = path.display();
    let Some(current) = current else {
        report::eprint(&format!("{shown} does not exist\n"))?;
        return Ok(Outcome::Findings);
    };
    // A checkout may have changed the line ends, which changes nothing for any reader of the file.
    let current = current.replace("\r\n", "\n");
    if current == text {
        return Ok(Outcome::Done);
    }
    let mut message = format!("{shown} is not current:\n--- {shown}\n+++ generated\n");
    message.push_str(&difference(&current, text));
    message.push_str("help: run the command again without `--check`\n");
    report::eprint(&message)?;
    Ok(Outcome::Findings)
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

/// Writes a file in one step. Missing folders are made.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    // Through a link, what it points to is replaced, not the link.
    let path: PathBuf = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sockgen-");
    // A temporary file is its owner's alone unless told otherwise; a generated one is as open as the one it replaces,
    // or as the process's mask lets a new file be.
    let permissions = fs::metadata(&path).map(|found| found.permissions()).ok();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(permissions.clone().unwrap_or_else(|| fs::Permissions::from_mode(0o666)));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.persist(&path)?;
    Ok(())
}
