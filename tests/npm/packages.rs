//! What is in the packages.

use crate::project::{emptied, pack};
use crate::{project, stderr};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn the_package_runs_nothing_when_it_is_installed_and_names_what_it_needs() {
    let package = read(&project().path("node_modules/sockgen/package.json"));
    assert_eq!(package["version"], VERSION);
    assert_eq!(package["license"], env!("CARGO_PKG_LICENSE"));
    let repository = format!("git+{}.git", env!("CARGO_PKG_REPOSITORY"));
    assert_eq!(package["repository"]["url"], json!(repository));
    for key in ["scripts", "dependencies", "devDependencies"] {
        assert_eq!(package.get(key), None);
    }
    let files = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "bin/sockgen.cjs", "vite.d.ts", "vite.js"];
    for name in files {
        assert!(project().path("node_modules/sockgen").join(name).is_file(), "{name} is missing");
    }
}

#[test]
fn a_release_has_every_platform() {
    let folder = emptied("binaries");
    let out = emptied("release");
    let platforms: Value =
        serde_json::from_str(include_str!("../../npm/platforms.json")).expect("platforms are JSON");
    let platforms = platforms.as_object().expect("platforms by their names");
    let arguments = [Path::new("--binaries"), &folder, Path::new("--out"), &out];

    let refused = pack(&arguments);
    assert_eq!(refused.status.code(), Some(1));
    let said = stderr(&refused);
    for platform in platforms.values() {
        let target = platform["target"].as_str().unwrap();
        assert!(said.contains(target), "{said}");
        let name = if platform["os"] == "win32" { "sockgen.exe" } else { "sockgen" };
        fs::create_dir_all(folder.join(target)).unwrap();
        fs::write(folder.join(target).join(name), target).unwrap();
    }

    let packed = pack(&arguments);
    assert!(packed.status.success(), "{}", stderr(&packed));
    let files = String::from_utf8(packed.stdout).unwrap();
    assert!(files.lines().all(|file| Path::new(file).is_file()), "{files}");
    assert_eq!(files.lines().count(), platforms.len() + 1);
    let main = read(&out.join("sockgen/package.json"));
    let needed = main["optionalDependencies"].as_object().expect("the packages of the platforms");
    assert_eq!(needed.len(), platforms.len());
    for (name, platform) in platforms {
        let package = read(&out.join(name).join("package.json"));
        assert_eq!(needed[package["name"].as_str().unwrap()], VERSION);
        assert_eq!(package["name"], json!(format!("@sockgen/{name}")));
        assert_eq!(package["version"], VERSION);
        assert_eq!((&package["os"], &package["cpu"]), (&json!([platform["os"]]), &json!([platform["cpu"]])));
        assert_eq!(package.get("libc"), platform.get("libc").map(|libc| json!([libc])).as_ref());
        assert_eq!(package.get("scripts"), None);
        let program = out.join(name).join(package["files"][0].as_str().unwrap());
        assert_eq!(fs::read_to_string(program).unwrap(), platform["target"].as_str().unwrap());
    }
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("package.json is JSON")
}
