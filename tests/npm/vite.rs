//! Vite's plugin, in a project with the Vite of `tests/web`.
#![cfg(unix)]

use crate::project::{Project, program, stand_in};
use sockgen_tests::node::{node, succeed, web_dir};
use sockgen_tests::process::Process;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn a_build_generates_what_it_bundles() {
    let project = vite("vite-build");
    let said = succeed(build(&project).env("SOCKGEN_BINARY", program()));
    assert!(said.contains("wrote call.ts"), "{said}");
    let types = succeed(Command::new(program()).arg("ts").arg(project.path("call.sockgen.yaml")));
    assert_eq!(project.read("call.ts"), types);
    let hash = types.split("SCHEMA_HASH = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(project.read("dist/app.js").contains(hash));
}

#[test]
fn a_schema_with_errors_fails_the_build_with_the_message() {
    let project = vite("vite-broken");
    let schema = project.read("call.sockgen.yaml").replace("name?: string", "name?: strng");
    project.write("call.sockgen.yaml", &schema);
    project.write("call.ts", "export const SCHEMA_HASH = 'of yesterday'");
    let output = build(&project).env("SOCKGEN_BINARY", program()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = crate::stderr(&output);
    assert!(said.contains("`sockgen generate` failed:\n\nerror[SG0201]: there is no type `strng`"), "{said}");
    assert!(said.contains("call.sockgen.yaml:8:10"), "{said}");
    assert!(!project.path("dist").exists());
}

#[test]
fn a_program_that_is_missing_fails_the_build() {
    let project = vite("vite-missing");
    let output = build(&project).env("SOCKGEN_BINARY", "no/such").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = crate::stderr(&output);
    assert!(said.contains("SOCKGEN_BINARY names `no/such`, which does not exist"), "{said}");
}

#[test]
fn a_server_generates_while_it_runs() {
    let project = vite("vite-serve");
    succeed(served(&project).env("SOCKGEN_BINARY", program()));
}

#[test]
fn a_server_ends_the_watcher_when_it_ends() {
    let project = vite("vite-end");
    succeed(served(&project).env("STANDS_IN", ""));
}

fn served(project: &Project) -> Command {
    let test = ["--import", "tsx", "--test", "--test-timeout=60000", "npm/vite.test.ts"];
    let mut command = node();
    environment(&mut command).args(test).env("PROJECT", &project.folder);
    command
}

#[test]
fn a_signal_that_ends_vite_ends_the_watcher() {
    let project = vite("vite-signal");
    let mut vite = Process::start(build(&project).arg("--watch").stderr(Stdio::piped()));
    vite.line_with(|line| line.contains("watcher ").then_some(())).expect("the watcher runs");
    vite.signal("TERM");
    assert_eq!(vite.wait().signal(), Some(15));
    let deadline = Instant::now() + Duration::from_secs(60);
    while !project.path("watcher-ended").exists() {
        assert!(Instant::now() < deadline, "the watcher runs on");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn the_plugin_has_types() {
    let project = vite("vite-types");
    project.write(
        "vite.config.ts",
        "import { defineConfig, type Plugin } from 'vite'\n\
         import sockgen, { type SockgenOptions } from 'sockgen/vite'\n\
         const options: SockgenOptions = { config: 'sockgen.toml' }\n\
         const plugin: Plugin = sockgen(options)\n\
         // @ts-expect-error: there is no such option\n\
         sockgen({ configs: '' })\n\
         export default defineConfig({ plugins: [plugin, sockgen(), sockgen({ config: undefined })] })\n",
    );
    for (module, resolution) in [("nodenext", "nodenext"), ("preserve", "bundler")] {
        let flags = [
            "--ignoreConfig",
            "--noEmit",
            "--strict",
            "--exactOptionalPropertyTypes",
            "--skipLibCheck",
            "--types",
            "",
        ];
        let kind = ["--module", module, "--moduleResolution", resolution];
        let config = project.path("vite.config.ts");
        succeed(node().arg("node_modules/typescript/bin/tsc").args(flags).args(kind).arg(config));
    }
}

/// A project that Vite builds, and whose page shows the schema's hash.
fn vite(name: &str) -> Project {
    let project = Project::without_program(name);
    std::os::unix::fs::symlink(web_dir().join("node_modules/vite"), project.path("node_modules/vite"))
        .unwrap();
    project.write(
        "vite.config.js",
        "import sockgen from 'sockgen/vite'\n\
         const output = { entryFileNames: 'app.js' }\n\
         export default { plugins: [sockgen()], build: { rolldownOptions: { output } } }\n",
    );
    let config = "[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"call.ts\"\n";
    project.write("sockgen.toml", config);
    project.write("index.html", "<!doctype html><script type=\"module\" src=\"/main.ts\"></script>\n");
    project.write("main.ts", "import { SCHEMA_HASH } from './call'\ndocument.title = SCHEMA_HASH\n");
    project
}

fn build(project: &Project) -> Command {
    let mut command = Command::new("node");
    command.args(["node_modules/vite/bin/vite.js", "build"]).current_dir(&project.folder);
    environment(&mut command);
    command
}

/// With the stand-in for the program, which runs the real one.
fn environment(command: &mut Command) -> &mut Command {
    command.env("SOCKGEN_BINARY", stand_in("generate.cjs")).env("SOCKGEN", program())
}
