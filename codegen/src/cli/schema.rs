//! `sockgen schema`: the JSON Schema of the language, for editors.

use super::{Failure, Outcome, SchemaArgs, output, report};
use crate::language::{self, Names};
use sockgen_schema::load::MAX_BYTES;
use sockgen_schema::{Disk, Loader};
use std::path::Path;

pub(super) fn run(args: &SchemaArgs) -> Result<Outcome, Failure> {
    let names = match &args.file {
        None => Names::default(),
        Some(file) => {
            let name = report::display(file);
            let bytes = Disk.read(file, MAX_BYTES).map_err(|error| {
                Failure::new(format!("`{name}` cannot be read: {error}")).help("check the path")
            })?;
            let folder = file.parent().unwrap_or(Path::new(""));
            let read = |path: &Path| String::from_utf8(Disk.read(&folder.join(path), MAX_BYTES).ok()?).ok();
            let names = String::from_utf8(bytes).ok().and_then(|text| Names::of(&text, read));
            let Some(names) = names else {
                report::eprint(&format!("{name} is not YAML that a schema may be written in\n"))?;
                report::eprint(&format!("help: `sockgen check {name}` says why\n"))?;
                return Ok(Outcome::Findings);
            };
            names
        }
    };
    output::place(args.output.as_deref(), args.file.as_deref(), args.check, &language::schema(&names))
}
