//! The npm package: made from the program of this workspace, installed in projects as users have them, and run.

mod packages;
mod platforms;
mod project;
mod vite;

#[cfg(unix)]
mod signals;

use project::{Project, program};
use sockgen_tests::node::succeed;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// A project that several tests share.
fn project() -> &'static Project {
    static PROJECT: OnceLock<Project> = OnceLock::new();
    PROJECT.get_or_init(|| Project::new("project"))
}

#[test]
fn npx_runs_the_program_of_the_package() {
    let project = project();
    let output = ["--no-install", "sockgen", "ts", "call.sockgen.yaml", "-o", "src/call.ts"];
    succeed(project.npm("npx").args(output));
    let by_program = succeed(Command::new(program()).arg("ts").arg(project.path("call.sockgen.yaml")));
    assert!(by_program.contains("SCHEMA_HASH"));
    assert_eq!(project.read("src/call.ts"), by_program);
}

#[test]
fn output_and_exit_codes_are_those_of_the_program() {
    let project = project();
    project.write("broken.sockgen.yaml", "sockgen: 1\nclientToServer: { join: { data: { room: strng } } }\n");
    let cases: [(&[&str], i32); 4] = [
        (&["check", "call.sockgen.yaml"], 0),
        (&["check", "broken.sockgen.yaml"], 1),
        (&["ts", "call.sockgen.yaml", "-o", "."], 2),
        // Whatever is in an argument arrives.
        (&["ts", "no file, ‘quoted’ \"twice\" $HOME *"], 1),
    ];
    for (arguments, code) in cases {
        let by_program =
            Command::new(program()).args(arguments).current_dir(&project.folder).output().unwrap();
        let by_package = project.sockgen().args(arguments).output().unwrap();
        assert_eq!(by_program.status.code(), Some(code), "{arguments:?}: {}", stderr(&by_program));
        assert_eq!(by_package, by_program, "{arguments:?}");
    }
}

#[test]
fn standard_input_is_that_of_the_program() {
    let fmt = ["fmt", "-"];
    let mut child =
        project().sockgen().args(fmt).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"sockgen:   1\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "sockgen: 1\n");
}

#[test]
fn another_program_may_be_named() {
    let version = succeed(project().sockgen().arg("--version").env("SOCKGEN_BINARY", program()));
    assert_eq!(version, format!("sockgen {}\n", env!("CARGO_PKG_VERSION")));

    let output = project().sockgen().arg("--version").env("SOCKGEN_BINARY", "no/such").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "error: the environment variable SOCKGEN_BINARY names `no/such`, which does not exist\n\
         help: name the program itself, or unset the variable to take that of the npm package\n"
    );

    // The command itself is not the program, but ends there. Windows starts no scripts.
    if cfg!(unix) {
        let itself = project().path("node_modules/sockgen/bin/sockgen.cjs");
        assert_eq!(succeed(project().sockgen().arg("--version").env("SOCKGEN_BINARY", itself)), version);
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
