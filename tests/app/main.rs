//! The call application, `examples/call/web`: that what is generated in it is current, that it is built as the guide
//! says, and that it does what the guide says, in real browsers.
//!
//! The programs of the browsers are in `web/app`. All of them need the application's packages, which pnpm installs; pnpm
//! is one of the packages of `tests/web`. They are installed, built and run in a copy, `target/tmp/call`: what somebody has
//! in the application's own folder, a `next dev` or an `.env.local`, is neither disturbed nor asked.

use sockgen_tests::node::{node, succeed, web_dir};
use sockgen_tests::process::{build, build_with};
use sockgen_tests::{generated, root};
use std::env::consts::EXE_EXTENSION;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

#[test]
fn generated_files_are_current() {
    let check = ["generate", "--check"];
    succeed(Command::new(sockgen()).args(check).current_dir(app()));
    // The application's own command says the same.
    succeed(node().arg(app().join("scripts/sockgen.mjs")).args(check).env("SOCKGEN", sockgen()));
}

#[test]
fn a_build_fails_where_they_are_not() {
    // It is compared before anything is built, so another schema is enough to see it fail.
    let folder = root().join("target/tmp/call-stale");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("scripts")).unwrap();
    for name in ["sockgen.toml", "sockgen.lock", "scripts/sockgen.mjs"] {
        fs::copy(app().join(name), folder.join(name)).unwrap();
    }
    let schema = fs::read_to_string(app().join("call.sockgen.yaml")).unwrap();
    let schema = schema.replace("message:send:", "message:sent:");
    fs::write(folder.join("call.sockgen.yaml"), schema).unwrap();
    let mut command = node();
    command.arg(folder.join("scripts/sockgen.mjs")).args(["generate", "--check"]);
    let output = command.env("SOCKGEN", sockgen()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("web/utils/socketIO.ts"), "{said}");
}

#[test]
fn a_missing_sockgen_is_named() {
    let mut command = node();
    command.arg(app().join("scripts/sockgen.mjs")).env("SOCKGEN", "no/such/sockgen");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(said.contains("no/such/sockgen") && said.contains("unset SOCKGEN"), "{said}");
}

#[test]
fn the_lock_names_no_registry() {
    let lock = fs::read_to_string(app().join("pnpm-lock.yaml")).unwrap();
    for word in ["tarball", "http:", "https:"] {
        assert!(!lock.contains(word), "pnpm-lock.yaml contains `{word}`");
    }
}

#[test]
fn the_application_does_what_the_guide_says() {
    // One after another: what is built is what is tested, and browsers are enough work for a machine by themselves.
    copy();
    install();
    succeed(pnpm().args(["run", "lint"]));
    succeed(pnpm().args(["run", "build"]).env("SOCKGEN", sockgen()));
    generated::write_types();
    let files = [
        "app/tree.test.ts",
        "app/servers.test.ts",
        "app/explorer.test.ts",
        "app/guide.test.ts",
        "app/app.test.ts",
        "app/access.test.ts",
        "app/long.test.ts",
        "app/token.test.ts",
        "app/dev.test.ts",
    ];
    let mut tests = node();
    tests.args(["--import", "tsx", "--test", "--test-concurrency=1", "--test-timeout=600000"]);
    // What the shell that runs the tests has set for servers of its own is not meant here.
    for variable in ["HOST", "ALLOWED_ORIGINS", "RUST_LOG", "SOCKET_URL", "NEXT_PUBLIC_SOCKET_URL"] {
        tests.env_remove(variable);
    }
    tests.env("CALL_SERVER", build("call-server")).env("CALL_APP", copied());
    println!("{}", succeed(tests.args(files)));
}

/// `examples/call`.
fn app() -> PathBuf {
    root().join("examples/call")
}

/// The command, of this workspace.
fn sockgen() -> PathBuf {
    static SOCKGEN: OnceLock<PathBuf> = OnceLock::new();
    let built = || build_with("sockgen-codegen", &["cli"]).join("sockgen").with_extension(EXE_EXTENSION);
    SOCKGEN.get_or_init(built).clone()
}

/// The copy of it that is built and run.
fn copied() -> PathBuf {
    root().join("target/tmp/call")
}

/// What is in the application's folder, but not in a clean clone: `.gitignore` has it, there and at the root.
fn is_ours(name: &str) -> bool {
    let others = ["node_modules", ".next", ".generated", "next-env.d.ts", ".env.local", "server", "target"];
    let is_local = name.starts_with(".env.") && name.ends_with(".local");
    !others.contains(&name) && !is_local && !name.ends_with(".tsbuildinfo")
}

/// Makes the copy what the application is now. Its packages stay, since pnpm knows which are missing.
fn copy() {
    fn clear(folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.ends_with("node_modules") {
                continue;
            }
            if path.join("node_modules").is_dir() {
                clear(&path);
            } else if path.is_dir() {
                fs::remove_dir_all(path).unwrap();
            } else {
                fs::remove_file(path).unwrap();
            }
        }
    }
    fn fill(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let to = to.join(entry.file_name());
            if !entry.file_name().to_str().is_some_and(is_ours) {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                fill(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    clear(&copied());
    fill(&app(), &copied());
}

/// pnpm, in the copy.
fn pnpm() -> Command {
    let modules = web_dir().join("node_modules");
    let mut command = node();
    command.arg(modules.join("pnpm/bin/pnpm.cjs")).current_dir(copied());
    // The application's scripts call pnpm by its name.
    let paths = env::var_os("PATH").unwrap_or_default();
    let paths = [modules.join(".bin")].into_iter().chain(env::split_paths(&paths));
    command.env("PATH", env::join_paths(paths).expect("no path has the separator in it"));
    // Without it, it might ask whether it may remove packages of another version.
    command.env("CI", "true").env("NEXT_TELEMETRY_DISABLED", "1");
    command
}

/// Installs the application's packages as its lock has them, which takes a moment where they are there.
fn install() {
    succeed(pnpm().args(["install", "--frozen-lockfile", "--prefer-offline"]));
}
