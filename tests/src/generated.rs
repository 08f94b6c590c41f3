//! Generated TypeScript, written to where the programs in `tests/web` read it.

use crate::node::web_dir;
use crate::{root, snapshot};
use sockgen_codegen::files::Files;
use sockgen_codegen::{contract, ts};
use sockgen_explorer::Page;
use sockgen_schema::diagnostic::{Style, render};
use sockgen_schema::{Disk, load};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that generated files are written to.
pub fn folder() -> PathBuf {
    web_dir().join(".generated")
}

/// The types of a schema; `schema` is its path from the root of the repository.
///
/// # Panics
///
/// If the schema has errors.
pub fn types(schema: &str) -> String {
    let files = files(schema, ts::Options::types);
    files.into_iter().next().map(|file| file.text).unwrap_or_default()
}

/// The files of a schema; the options are made from its name.
fn files(schema: &str, options: impl FnOnce(String) -> ts::Options) -> Files {
    let path = root().join(schema);
    let loaded = load(&path, schema, &Disk);
    let findings: String =
        loaded.diagnostics.iter().map(|found| render(&loaded.sources, found, Style::Plain)).collect();
    let source = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match &loaded.model {
        Some(model) if !loaded.has_errors() => ts::files(model, &options(source)),
        _ => panic!("{schema} cannot be emitted:\n{findings}"),
    }
}

/// Writes every file there is for the contracts of the programs in `web/client`: one with what is on the wire, the
/// others with dates and 64-bit integers made of it.
pub fn write_clients() {
    for (name, schema, is_rich) in [
        ("call", "examples/call/call.sockgen.yaml", false),
        ("collab", "tests/e2e/collab/collab.sockgen.yaml", true),
        ("styles", "tests/e2e/styles.sockgen.yaml", true),
        ("unruly", "tests/e2e/unruly.sockgen.yaml", true),
    ] {
        let options = |source: String| {
            let mut options = ts::Options::everything(source, name);
            options.extension = ts::ImportExtension::Ts;
            if is_rich {
                (options.dates, options.int64) = (ts::Dates::Date, ts::Int64::BigInt);
            }
            options
        };
        for file in files(schema, options) {
            write(&format!("clients/{}", file.name), &file.text);
        }
    }
}

/// Writes the types and the validators of the examples and of the test servers, and returns the folder that they are in.
pub fn write_types() -> PathBuf {
    for (stem, schema) in [
        ("call", "examples/call/call.sockgen.yaml"),
        ("cluster", "examples/cluster/cluster.sockgen.yaml"),
        ("faults", "tests/e2e/faults.sockgen.yaml"),
        ("collab", "tests/e2e/collab/collab.sockgen.yaml"),
        ("fidelity", "tests/e2e/fidelity/fidelity.sockgen.yaml"),
    ] {
        write_validators("", stem, schema);
    }
    folder()
}

/// Writes the types and the validators of a schema as `STEM.ts` and `STEM.validators.ts` into a folder of the generated
/// files, which ends with a slash.
pub fn write_validators(folder: &str, stem: &str, schema: &str) {
    let options =
        |source| ts::Options { stem: stem.to_owned(), validators: true, ..ts::Options::types(source) };
    for file in files(schema, options) {
        write(&format!("{folder}{}", file.name), &file.text);
    }
}

/// Writes the types and validators of all goldens as they were committed, and those of the examples in the documentation.
pub fn write_goldens() {
    let golden = root().join("tests/golden");
    let cases = fs::read_dir(&golden).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
    let mut written = 0;
    for case in cases.flatten() {
        let name = case.file_name().to_string_lossy().into_owned();
        for (snap, file) in [("types", format!("{name}.ts")), ("validators", format!("{name}.validators.ts"))]
        {
            let path = case.path().join(format!("{snap}.snap"));
            let text =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            write(&format!("goldens/{file}"), snapshot::content(&text));
        }
        written += 1;
    }
    assert!(written > 0, "{} is empty", golden.display());
    for (at, sample) in crate::docs::samples("docs/validators.md").iter().enumerate() {
        write(&format!("docs/validators_{at}.ts"), sample);
    }
    for (name, text) in crate::docs::types() {
        write(&format!("docs/{name}.ts"), &text);
    }
}

/// Writes what the explorer's page has of every golden and of the large examples, as `contracts/NAME.json`.
///
/// # Panics
///
/// If a schema has errors.
pub fn write_contracts() {
    for (name, contract) in contracts() {
        write(&format!("contracts/{name}.json"), &contract);
    }
}

/// Writes the explorer's pages that are tried with a server of the tests' own: of all contracts, as a server gives it, as a
/// file, and for MessagePack; of those with hostile texts alone; and the policy of a page that a server gives.
///
/// # Panics
///
/// If a schema has errors.
pub fn write_pages() {
    let named = contracts();
    let all: Vec<&str> = named.iter().map(|(_, contract)| contract.as_str()).collect();
    let page = Page::default();
    write("pages/policy.txt", &page.policy());
    write("pages/all.html", &page.html(&all));
    let mut other = page.clone();
    other.msgpack = true;
    write("pages/all.msgpack.html", &other.html(&all));
    // As `sockgen explorer` makes it, without an address.
    let mut file = page.clone();
    file.connect = vec!["http://localhost:*".to_owned(), "ws://localhost:*".to_owned()];
    file.file_of = Some("all.sockgen.yaml".to_owned());
    write("pages/all.file.html", &file.html(&all));
    for (name, contract) in &named {
        if name.starts_with("naughty") || matches!(name.as_str(), "call" | "collab") {
            write(&format!("pages/{name}.html"), &page.html(&[contract]));
        }
    }
}

/// The schemas of every golden and of the two examples whose every file is written: their names, and their paths.
pub(crate) fn schemas() -> Vec<(String, String)> {
    let golden = root().join("tests/golden");
    let cases = fs::read_dir(&golden).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
    let names = cases.flatten().map(|case| case.file_name().to_string_lossy().into_owned());
    let mut schemas: Vec<(String, String)> =
        names.map(|name| (name.clone(), format!("tests/golden/{name}/events.sockgen.yaml"))).collect();
    assert!(!schemas.is_empty(), "{} is empty", golden.display());
    schemas.push(("call".to_owned(), "examples/call/call.sockgen.yaml".to_owned()));
    schemas.push(("collab".to_owned(), "tests/e2e/collab/collab.sockgen.yaml".to_owned()));
    schemas.sort();
    schemas
}

/// The contracts of every golden and of the large examples, by name.
fn contracts() -> Vec<(String, String)> {
    let mut schemas = schemas();
    for file in ["fidelity/fidelity", "styles", "unruly"] {
        let name = file.rsplit('/').next().unwrap_or(file);
        schemas.push((name.to_owned(), format!("tests/e2e/{file}.sockgen.yaml")));
    }
    schemas.sort();
    let contract = |(name, schema): (String, String)| {
        let path = root().join(&schema);
        let model = load(&path, &schema, &Disk).model.unwrap_or_else(|| panic!("{schema} has no model"));
        let source = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        (name, contract::contract(&model, &source))
    };
    schemas.into_iter().map(contract).collect()
}

/// Writes all files for every golden and every example, once as they are by default and once with what
/// can be made of values on the wire; and without the lines that turn linters off, into a folder of their own.
pub fn write_everything() {
    let golden = root().join("tests/golden");
    let cases = fs::read_dir(&golden).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
    let names = cases.flatten().map(|case| case.file_name().to_string_lossy().into_owned());
    let mut schemas: Vec<(String, String)> =
        names.map(|name| (name.clone(), format!("tests/golden/{name}/events.sockgen.yaml"))).collect();
    assert!(!schemas.is_empty(), "{} is empty", golden.display());
    schemas.push(("call".to_owned(), "examples/call/call.sockgen.yaml".to_owned()));
    schemas.push(("collab".to_owned(), "tests/e2e/collab/collab.sockgen.yaml".to_owned()));
    for (name, schema) in schemas {
        let options = |source| ts::Options {
            extension: ts::ImportExtension::Ts,
            ..ts::Options::everything(source, &name)
        };
        for file in files(&schema, options) {
            write(&format!("plain/{}", file.name), &file.text);
            write(&format!("lint/{}", file.name), &without_ignores(&file.text));
        }
        let rich =
            |source| ts::Options { dates: ts::Dates::Date, int64: ts::Int64::BigInt, ..options(source) };
        for file in files(&schema, rich) {
            write(&format!("rich/{}", file.name), &file.text);
        }
    }
}

/// Writes the programs in the documentation beside what they import.
pub fn write_samples() {
    for file in files("examples/call/call.sockgen.yaml", |source| ts::Options::everything(source, "call")) {
        write(&format!("samples/{}", file.name), &file.text);
    }
    for (name, text) in crate::docs::programs() {
        write(&format!("samples/{name}"), &text);
    }
}

/// A generated file as linters would see it if it did not say that they should look elsewhere.
fn without_ignores(text: &str) -> String {
    let asks = |line: &&str| !line.contains("eslint-disable") && !line.contains("biome-ignore-all");
    text.lines().filter(asks).map(|line| format!("{line}\n")).collect()
}

/// Writes a file in one step, since another test program may be reading it, and not at all if nothing changed.
///
/// # Panics
///
/// If it cannot be written.
pub fn write(name: &str, text: &str) {
    let path = folder().join(name);
    if fs::read_to_string(&path).is_ok_and(|current| current == text) {
        return;
    }
    let parent = path.parent().unwrap_or(Path::new("."));
    let temporary = parent.join(format!(".{}.{}", std::process::id(), name.replace('/', "-")));
    let result = fs::create_dir_all(parent)
        .and_then(|()| fs::write(&temporary, text))
        .and_then(|()| fs::rename(&temporary, &path));
    result.unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
}
