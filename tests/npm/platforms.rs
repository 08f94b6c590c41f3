//! Which package is looked for on which machine, and what is said where there is none.

use crate::project::{Project, stand_in};
use crate::{project, stderr};
use std::fs;
use std::process::Output;

#[test]
fn a_package_that_is_missing_is_named() {
    let project = Project::without_program("without-program");
    let output = on("linux x64 glibc", &project);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "error: the package `@sockgen/linux-x64-gnu`, which has sockgen's program for this platform, is not installed\n\
         note: it is an optional dependency: `--omit=optional`, `--no-optional` and `omit=optional` in `.npmrc` leave it out\n\
         note: `node_modules`, or a lockfile that was made on another platform, may have the package of that platform alone\n\
         help: install again with optional dependencies; if that changes nothing, remove `node_modules` and the lockfile first\n\
         help: `cargo install sockgen-codegen` builds the program on this machine; name it then: `SOCKGEN_BINARY=/path/to/sockgen`\n"
    );
    let others = [
        ("linux arm64 musl", "linux-arm64-musl"),
        ("darwin arm64", "darwin-arm64"),
        ("darwin x64", "darwin-x64"),
        ("win32 x64", "win32-x64"),
        ("win32 arm64", "win32-arm64"),
    ];
    for (machine, package) in others {
        let said = stderr(&on(machine, &project));
        assert!(said.starts_with(&format!("error: the package `@sockgen/{package}`, ")), "{machine}: {said}");
    }
}

#[test]
fn a_platform_without_a_package_is_told_which_there_are() {
    let output = on("freebsd x64", project());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "error: there is no npm package with sockgen's program for this platform (freebsd, x64)\n\
         note: there are @sockgen/linux-x64-gnu, @sockgen/linux-x64-musl, @sockgen/linux-arm64-gnu, \
         @sockgen/linux-arm64-musl, @sockgen/darwin-x64, @sockgen/darwin-arm64, @sockgen/win32-x64, @sockgen/win32-arm64\n\
         help: `cargo install sockgen-codegen` builds the program on this machine; name it then: `SOCKGEN_BINARY=/path/to/sockgen`\n"
    );
}

#[cfg(unix)]
#[test]
fn the_c_library_decides_where_both_packages_are_installed() {
    let project = Project::without_program("both");
    for libc in ["gnu", "musl"] {
        program(&project, libc, &format!("#!/bin/sh\necho {libc}\n"));
    }
    let said = |machine| String::from_utf8(on(machine, &project).stdout).unwrap();
    assert_eq!(said("linux x64 glibc"), "gnu\n");
    assert_eq!(said("linux x64 musl"), "musl\n");
    // What is linked to musl needs no library of the system's.
    fs::remove_dir_all(project.path("node_modules/@sockgen/linux-x64-gnu")).unwrap();
    assert_eq!(said("linux x64 glibc"), "musl\n");
}

#[cfg(unix)]
#[test]
fn a_program_for_another_c_library_is_explained() {
    let project = Project::without_program("other-libc");
    // The interpreter of a script that is missing looks to the system as the loader of a program does.
    program(&project, "gnu", "#!/lib/no-such-loader.so\n");
    let output = on("linux x64 musl", &project);
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("linux-x64-gnu/sockgen` cannot be started: "), "{said}");
    assert!(said.contains("note: it may be for another C library than this system's"), "{said}");
}

/// Puts a program into a package, in the place where npm would.
#[cfg(unix)]
fn program(project: &Project, libc: &str, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    let name = format!("node_modules/@sockgen/linux-x64-{libc}/sockgen");
    project.write(&name, text);
    fs::set_permissions(project.path(&name), fs::Permissions::from_mode(0o755)).unwrap();
}

/// Runs the command in a Node that says it is on another machine.
fn on(machine: &str, project: &Project) -> Output {
    let mut command = project.sockgen();
    let options = format!("--require \"{}\"", stand_in("machine.cjs").display());
    command.env("NODE_OPTIONS", options).env("MACHINE", machine).arg("--version").output().unwrap()
}
