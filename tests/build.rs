//! Makes a module of each golden's `rust.snap`, so that what is committed is what the compiler has seen.

#[path = "src/snapshot.rs"]
mod snapshot;

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    let golden = Path::new("golden");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    println!("cargo::rerun-if-changed=golden");

    let mut cases: Vec<_> = fs::read_dir(golden).expect("tests/golden").flatten().collect();
    cases.sort_by_key(fs::DirEntry::file_name);
    let mut modules = String::new();
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
    }
    fs::write(Path::new(&out).join("goldens.rs"), modules).expect("OUT_DIR can be written to");
}
