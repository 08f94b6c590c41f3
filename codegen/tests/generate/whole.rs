//! Nothing is ever there by half.

use crate::place::Place;
use crate::{CONFIG, OUTPUTS, configured, generated, is_current};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where nothing can be written: a folder that may not be written to, or, for root, who may write everywhere, one that is
/// a file.
#[cfg(unix)]
fn unwritable(place: &Place, folder: &str) -> impl Drop {
    use std::os::unix::fs::PermissionsExt;
    struct Again(std::path::PathBuf);
    impl Drop for Again {
        fn drop(&mut self) {
            let _ = fs::set_permissions(&self.0, fs::Permissions::from_mode(0o755));
        }
    }
    let path = place.path(folder);
    fs::create_dir_all(&path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(path.join("probe"), "").is_ok() {
        fs::remove_dir_all(&path).unwrap();
        fs::write(&path, "a file").unwrap();
    }
    Again(path)
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_leaves_everything_as_it_was() {
    let place = configured(
        "[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"new/folder/a.ts\"\nrust = \"locked/a.rs\"\n",
    );
    let _again = unwritable(&place, "locked");
    let before = place.picture();
    let ran = place.run(&["generate"]).code(2);
    assert!(ran.stderr().starts_with("error: `locked/a.rs` cannot be "), "{}", ran.stderr());
    assert!(place.picture() == before, "{:?}", place.names());
}

#[test]
fn runs_side_by_side_leave_whole_files() {
    let place = generated();
    let whole = place.picture();
    for output in OUTPUTS {
        place.delete(output);
    }
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| place.run(&["generate"]).code(0));
        }
    });
    let bytes = |picture: crate::place::Picture| {
        picture.into_iter().map(|(name, (bytes, _))| (name, bytes)).collect::<Vec<_>>()
    };
    assert_eq!(bytes(place.picture()), bytes(whole));
    is_current(&place);
    // Two configurations in turn, of which each deletes what the other one leaves.
    let other = CONFIG.replace("web/socketIO.ts", "web/other.ts");
    std::thread::scope(|scope| {
        for at in 0..8 {
            let (place, config) = (&place, if at % 2 == 0 { CONFIG } else { &other });
            scope.spawn(move || {
                let temporary = format!(".config-{at}");
                place.write(&temporary, config);
                fs::rename(place.path(&temporary), place.path("sockgen.toml")).unwrap();
                place.run(&["generate"]).code(0);
            });
        }
    });
    place.run(&["generate"]).code(0);
    is_current(&place);
    assert!(place.has("web/other.ts") != place.has("web/socketIO.ts"), "{:?}", place.names());
}

/// A schema of so many events that writing takes a while.
fn large(ty: &str) -> String {
    let events: String =
        (0..1200).map(|at| format!("  event{at}: {{ data: {{ field: {ty} }} }}\n")).collect();
    format!("sockgen: 1\nclientToServer:\n{events}")
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_old_or_new() {
    let place = Place::empty();
    place.write(
        "sockgen.toml",
        "[[contract]]\nschema = \"a.sockgen.yaml\"\nts = [\"out/a.ts\", \"out/b.ts\"]\n",
    );
    let mut texts = Vec::new();
    for ty in ["bool", "u8"] {
        place.write("a.sockgen.yaml", &large(ty));
        place.run(&["generate"]).code(0);
        texts.push(place.read("out/a.ts"));
    }
    let is_temporary = |name: &Path| name.to_string_lossy().starts_with("out/.sockgen-");
    let mut caught = 0;
    for at in 0..8 {
        place.write("a.sockgen.yaml", &large(["bool", "u8"][at % 2]));
        let mut command = Command::new(env!("CARGO_BIN_EXE_sockgen"));
        command.arg("generate").current_dir(place.root()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        // As soon as something is being written.
        while child.try_wait().unwrap().is_none() {
            if place
                .path("out")
                .read_dir()
                .unwrap()
                .any(|entry| is_temporary(&Path::new("out").join(entry.unwrap().file_name())))
            {
                caught += 1;
                break;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for file in ["out/a.ts", "out/b.ts"] {
            assert!(texts.contains(&place.read(file)), "{file} is neither the old nor the new one");
        }
        for (name, _) in place.picture() {
            if is_temporary(&name) {
                fs::remove_file(place.path(&name.to_string_lossy())).unwrap();
            }
        }
        place.run(&["generate"]).code(0);
        is_current(&place);
    }
    assert!(caught > 0, "no run was caught while it wrote");
}

#[test]
fn what_a_killed_run_left_is_taken_away() {
    let place = generated();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for (name, time) in
        [("web/.sockgen-old", Some(long_ago)), ("web/.sockgen-new", None), ("web/.other", Some(long_ago))]
    {
        place.write(name, "half");
        let file = fs::File::options().write(true).open(place.path(name)).unwrap();
        time.into_iter().for_each(|time| file.set_modified(time).unwrap());
    }
    place.delete("web/socketIO.ts");
    place.run(&["generate"]).code(0);
    assert!(!place.has("web/.sockgen-old") && place.has("web/.sockgen-new") && place.has("web/.other"));
}
