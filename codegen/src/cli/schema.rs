//! `sockgen schema`: the JSON Schema of the language, for editors.

use super::{Failure, Outcome, SchemaArgs, output, report};
use crate::language::{self, Names};
use sockgen_schema::load::MAX_BYTES;
use sockgen_schema::{Disk, Loader};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &SchemaArgs) -> Result<Outcome, Failure> {
    let text = match &args.file {
        None => language::schema(&Names::default()),
        Some(file) => match text(file)? {
            Some(text) => text,
            None => return Ok(Outcome::Findings),
        },
    };
    let sources: Vec<PathBuf> = args.file.iter().cloned().collect();
    output::place(args.output.as_deref(), &sources, args.check, text)
}

/// The JSON Schema with the names of a schema file. What cannot be read is said, and nothing comes back.
pub(super) fn text(file: &Path) -> Result<Option<String>, Failure> {
    let name = report::display(file);
    let bytes = Disk
        .read(file, MAX_BYTES)
        .map_err(|error| Failure::new(format!("`{name}` cannot be read: {error}")).help("check the path"))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let read = |path: &Path| String::from_utf8(Disk.read(&folder.join(path), MAX_BYTES).ok()?).ok();
    let names = String::from_utf8(bytes).ok().and_then(|text| Names::of(&text, read));
    let Some(names) = names else {
        report::eprint(&format!("{name} is not YAML that a schema may be written in\n"))?;
        report::eprint(&format!("help: `sockgen check {name}` says why\n"))?;
        return Ok(None);
    };
    Ok(Some(language::schema(&names)))
}
