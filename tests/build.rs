//! Makes a module of each golden's `rust.snap`, so that what is committed is what the compiler has seen, and a table of
//! the decoders of all types, for the test that holds validators against them.

#[path = "src/snapshot.rs"]
mod snapshot;

use sockgen_schema::model::{EnumRepr, Model, Origin, TypeDef, TypeKind};
use sockgen_schema::{Disk, load};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// Schemas beside the goldens, with the modules that `goldens.rs` has for them.
const OTHERS: &[(&str, &str)] = &[
    ("call", "../examples/call/call.sockgen.yaml"),
    ("collab", "e2e/collab/collab.sockgen.yaml"),
    ("fidelity", "e2e/fidelity/fidelity.sockgen.yaml"),
];

fn main() {
    let golden = Path::new("golden");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    println!("cargo::rerun-if-changed=golden");

    let mut cases: Vec<_> = fs::read_dir(golden).expect("tests/golden").flatten().collect();
    cases.sort_by_key(fs::DirEntry::file_name);
    let (mut modules, mut judges, mut names) = (String::new(), String::new(), String::new());
    for case in cases {
        let name = case.file_name().into_string().expect("the names of goldens are snake case");
        let path = case.path().join("rust.snap");
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file = Path::new(&out).join(format!("{name}.rs"));
        fs::write(&file, snapshot::content(&text))
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        writeln!(modules, "#[path = {:?}]\npub mod {name};", file.display().to_string())
            .expect("a String takes all");
        add_judges(&mut judges, &name, &case.path().join("events.sockgen.yaml"));
        writeln!(names, "    {name:?},").expect("a String takes all");
    }
    for (name, path) in OTHERS {
        println!("cargo::rerun-if-changed={path}");
        add_judges(&mut judges, name, Path::new(path));
    }
    writeln!(
        modules,
        "/// The goldens.\npub const GOLDENS: &[&str] = &[\n{names}];\n\n\
         /// What a type's decoder says of a value.\n\
         #[allow(deprecated)]\npub fn judge(case: &str, name: &str, sent: &agreement::Sent) -> Option<Result<(), sockgen::Violation>> {{\n    \
         use agreement::decode;\n    use sockgen::__private as rt;\n    \
         Some(match (case, name) {{\n{judges}        _ => return None,\n    }})\n}}"
    )
    .expect("a String takes all");
    fs::write(Path::new(&out).join("goldens.rs"), modules).expect("OUT_DIR can be written to");
}

/// Adds an arm for each type of a schema that has a decoder.
fn add_judges(judges: &mut String, case: &str, path: &Path) {
    let model = load(path, &path.display().to_string(), &Disk).model;
    let model = model.unwrap_or_else(|| panic!("{} has no model", path.display()));
    for def in &model.types {
        if let Some(codec) = codec(&model, case, def) {
            writeln!(judges, "        ({case:?}, {:?}) => decode::<{codec}>(sent),", def.name)
                .expect("a String takes all");
        }
    }
}

/// Aliases and types of the application's own are no types of their own; they are tried where they stand.
fn codec(model: &Model, case: &str, def: &TypeDef) -> Option<String> {
    let within = def.namespace.and_then(|id| model.namespaces[id.0 as usize].names.as_ref());
    let within = within.map(|names| format!("{}::", ident(&names.snake))).unwrap_or_default();
    let path = format!("crate::{case}::{within}{}", ident(&def.local_name));
    Some(match (&def.origin, &def.kind) {
        (Origin::Args(_), _) => format!("rt::Args<{path}>"),
        (_, TypeKind::Object(_)) => path,
        (_, TypeKind::Enum { repr: EnumRepr::Text, .. }) => format!("rt::Enum<{path}>"),
        (_, TypeKind::Enum { repr: EnumRepr::Number, .. }) => format!("rt::NumberEnum<{path}>"),
        (_, TypeKind::Brand(_)) => format!("rt::Branded<{path}>"),
        (_, TypeKind::Union(_)) => format!("<{path} as rt::Union>::Codec"),
        (_, TypeKind::Alias(_) | TypeKind::External(_)) => return None,
    })
}

fn ident(name: &str) -> String {
    match name {
        "Self" | "self" | "super" | "crate" => format!("{name}_"),
        "type" | "mod" | "match" | "move" | "fn" | "loop" | "impl" | "use" | "async" | "await" | "dyn" => {
            format!("r#{name}")
        }
        _ => name.to_owned(),
    }
}
