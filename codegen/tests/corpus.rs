//! The event maps of public applications, written as schemas in `examples/corpus`, are read without an error, and both ends
//! are made of them.

use sockgen_codegen::{rust, ts};
use sockgen_schema::diagnostic::{Severity, Style, render};
use sockgen_schema::{Disk, load};
use std::fs;
use std::path::{Path, PathBuf};

/// The schemas that stand for an application; what they import or include is in folders beside them.
fn schemas() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/corpus");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut schemas: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".sockgen.yaml"))
        .collect();
    schemas.sort();
    assert!(schemas.len() >= 5, "{} holds few schemas", folder.display());
    schemas
}

#[test]
fn every_map_of_the_corpus_makes_both_ends() {
    for path in schemas() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let loaded = load(&path, &name, &Disk);
        let errors: String = loaded
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| render(&loaded.sources, found, Style::Plain))
            .collect();
        assert!(errors.is_empty(), "{errors}");
        let model = loaded.model.unwrap_or_else(|| panic!("{name} has no model"));
        assert!(
            rust::print(rust::emit(&model, &rust::Options::default()), &name).contains("trait Handlers"),
            "{name}"
        );
        let types = ts::emit(&model, &ts::Options::types(name.clone()));
        assert!(types.contains("interface ClientToServerEvents"), "{name}");
    }
}
