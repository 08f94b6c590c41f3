//! Real servers and the real `socket.io-client`, in Node, with the generated types between them.
//!
//! The programs of the clients are in `web/e2e`; what is here starts the servers, and looks at how they come up and end.

mod fidelity;

use sockgen_tests::generated;
use sockgen_tests::node::{node, page_dir, succeed, web_dir_of};
use sockgen_tests::process::{Server, build, build_with};
use std::env::consts::EXE_EXTENSION;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Once, OnceLock};

/// For each file of tests in Node: what waits for anything gives up long before, and says what for. A machine that is busy
/// with other things is given its time.
const LIMIT: &str = "--test-timeout=600000";

#[test]
fn every_event_of_the_example_arrives() {
    let server = Server::start(&mut call_server());
    client_tests("call", &server);
}

#[test]
fn the_examples_client_does_all_that_it_says() {
    let server = Server::start(&mut call_server());
    scenarios("call", &server);
}

#[test]
fn the_large_examples_client_does_all_that_it_says() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_collab-server")));
    scenarios("collab", &server);
}

#[test]
fn answers_are_read_and_written_in_every_style() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_styles-server")));
    scenarios("styles", &server);
}

#[test]
fn clients_put_up_with_servers_that_break_their_word() {
    write_clients();
    succeed(node().args(["--import", "tsx", "--test", LIMIT, "client/unruly.test.ts"]));
}

#[test]
fn hooks_do_what_they_say_with_react_19() {
    hooks("19");
}

#[test]
fn hooks_do_what_they_say_with_react_18() {
    web_dir_of("react18");
    hooks("18");
}

/// The program starts the server itself, since it has to end it and start it again.
fn hooks(react: &str) {
    write_clients();
    let server = call_server();
    let mut clients = node();
    clients.env("REACT", react).env("CALL_SERVER", server.get_program());
    for (name, value) in server.get_envs() {
        match value {
            Some(value) => clients.env(name, value),
            None => clients.env_remove(name),
        };
    }
    let program = ["--import", "tsx", "--test", LIMIT, "react/react.test.ts"];
    succeed(clients.args(program));
}

#[test]
fn a_frontend_is_tested_with_the_fake_server() {
    write_clients();
    generated::write_samples();
    succeed(node().args(["node_modules/vitest/vitest.mjs", "run", "--config", "react/vitest.config.ts"]));
}

#[test]
fn every_failure_is_answered() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_faults-server")));
    client_tests("faults", &server);
}

#[test]
fn the_large_example_works_in_three_files() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_collab-server")));
    client_tests("collab", &server);
    client_tests("included", &server);
}

#[test]
fn the_large_example_works_in_one_file() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_collab-one-server")));
    client_tests("collab", &server);
}

#[test]
fn the_protocol_is_spoken_to_the_letter() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_protocol-server")));
    client_tests("protocol", &server);
}

#[test]
fn no_text_that_is_nearly_json_harms_a_server() {
    let server = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_protocol-server")));
    client_tests("json", &server);
}

#[test]
fn the_clusters_handlers_work_on_one_node() {
    let node = build_with("cluster", &[]).join("cluster-node").with_extension(EXE_EXTENSION);
    let mut command = Command::new(node);
    for variable in ["REDIS_URL", "MONGODB_URL", "POSTGRES_URL", "RUST_LOG"] {
        command.env_remove(variable);
    }
    let server = Server::start(&mut command);
    write_types();
    let mut clients = client_of(&server);
    // What is two nodes to the clients is one.
    clients.env("NODES", format!("{0},{0}", server.url));
    succeed(clients.args(["--test", LIMIT, "e2e/cluster.test.ts"]));
}

#[test]
fn only_allowed_origins_may_connect() {
    let server = Server::start(call_server().env("ALLOWED_ORIGINS", "https://app.example"));
    client_tests("origins", &server);
}

#[test]
fn a_browser_connects_from_where_it_may() {
    let server = Server::start(&mut call_server());
    client_tests("browser", &server);
}

#[test]
fn the_explorers_forms_do_what_they_say() {
    explorer("form", &["form", "form_controls", "form_hostile", "form_large", "form_unions"], &[]);
}

#[test]
fn the_explorer_does_with_the_call_what_it_says() {
    let call = Server::start(&mut call_server());
    explorer("page", &["call", "keyboard", "secrets"], &[("CALL", &call)]);
}

/// The program starts the server itself, since it has to end it and start it again.
#[test]
fn the_explorer_says_what_becomes_of_its_connections() {
    let mut page = explorer_tests("page", &["connection"], &[]);
    page.env("CALL_SERVER", call_server().get_program());
    succeed(page.env_remove("HOST").env_remove("ALLOWED_ORIGINS").env_remove("RUST_LOG"));
}

#[test]
fn the_explorer_does_with_the_large_example_what_it_says() {
    let collab = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_collab-server")));
    let styles = Server::start(&mut Command::new(env!("CARGO_BIN_EXE_styles-server")));
    explorer("page", &["collab", "styles"], &[("COLLAB", &collab), ("STYLES", &styles)]);
}

#[test]
fn the_explorer_has_every_event_of_every_contract() {
    explorer("page", &["contracts", "naughty"], &[]);
}

#[test]
fn the_explorers_page_is_for_everybody() {
    explorer("page", &["findings", "timeline", "links", "looks"], &[]);
}

/// Runs tests of the explorer in a browser: files of a folder, with the addresses of servers.
fn explorer(folder: &str, files: &[&str], servers: &[(&str, &Server)]) {
    succeed(&mut explorer_tests(folder, files, servers));
}

fn explorer_tests(folder: &str, files: &[&str], servers: &[(&str, &Server)]) -> Command {
    page_dir();
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        generated::write_contracts();
        generated::write_pages();
    });
    let mut clients = node();
    // One browser at a time.
    clients.args(["--import", "tsx", "--test", LIMIT, "--test-concurrency=1"]);
    clients.envs(servers.iter().map(|(name, server)| (name, &server.url)));
    clients.args(files.iter().map(|file| format!("explorer/{folder}/{file}.test.ts")));
    clients
}

#[test]
fn a_client_of_another_version_is_warned_of_once() {
    let mut command = call_server();
    command.env("RUST_LOG", "sockgen=debug").env("NO_COLOR", "1").stderr(Stdio::piped());
    let server = Server::start(&mut command);
    client_tests("drift", &server);
    // What is said of a client is said before it is let in.
    let log = server.process.rest();
    let said = |level: &str| {
        log.iter().filter(|line| line.contains(level) && line.contains("version")).collect::<Vec<_>>()
    };
    // Two clients of another version over each transport, and none of the others.
    let each = said("DEBUG");
    assert_eq!(each.len(), 4, "{log:#?}");
    assert!(each.iter().all(|line| line.contains(r#"theirs="0000000000000000""#)), "{each:#?}");
    let warnings = log.iter().filter(|line| line.contains("WARN")).collect::<Vec<_>>();
    let [warning] = warnings.as_slice() else { panic!("one warning was expected: {log:#?}") };
    let hash = model_hash("examples/call/call.sockgen.yaml");
    for part in ["another version of the schema", "sockgen ts", "namespace=\"/\"", &hash] {
        assert!(warning.contains(part), "no `{part}` in: {warning}");
    }
}

#[test]
fn refusals_are_read_whatever_they_are() {
    write_types();
    generated::write_goldens();
    succeed(node().args(["--import", "tsx", "--test", LIMIT, "e2e/refusals.test.ts"]));
}

#[test]
fn a_taken_port_is_named() {
    let server = Server::start(&mut call_server());
    let port = server.url.rsplit(':').next().unwrap_or_default();
    let second = call_server().env("PORT", port).output().unwrap();
    let said = String::from_utf8_lossy(&second.stderr);
    assert_eq!(second.status.code(), Some(1), "{said}");
    assert!(said.contains(port) && said.contains("taken") && said.contains("PORT="), "{said}");
}

#[cfg(unix)]
mod signals {
    use super::*;
    use sockgen_tests::process::Process;

    #[test]
    fn ctrl_c_ends_the_server_and_its_connections() {
        ends_cleanly_with("INT");
    }

    #[test]
    fn a_process_manager_ends_the_server_and_its_connections() {
        ends_cleanly_with("TERM");
    }

    fn ends_cleanly_with(signal: &str) {
        write_types();
        let mut server = Server::start(&mut call_server());
        let mut client = Process::start(client_of(&server).arg("e2e/stay.ts"));
        client.line_with(|line| (line == "connected").then_some(())).expect("the client connects");
        server.process.signal(signal);
        assert_eq!(server.process.wait().code(), Some(0));
        let told = client.line_with(|line| (line == "told: server:stopping by server").then_some(()));
        assert!(told.is_ok(), "the client was not told: {told:?}");
        let reason = client.line_with(|line| line.strip_prefix("closed: ").map(str::to_owned));
        assert!(reason.is_ok(), "the client was told nothing: {reason:?}");
        assert_eq!(client.wait().code(), Some(0));
    }
}

/// The example's server, on no port yet.
fn call_server() -> Command {
    static BUILT: OnceLock<std::path::PathBuf> = OnceLock::new();
    let mut command = Command::new(BUILT.get_or_init(|| build("call-server")));
    // What the shell that runs the tests has set for a server of its own is not meant here.
    command.env_remove("HOST").env_remove("ALLOWED_ORIGINS").env_remove("RUST_LOG");
    command
}

/// The hash in the types of a schema.
fn model_hash(schema: &str) -> String {
    let types = generated::types(schema);
    let hash = types.lines().find_map(|line| line.strip_prefix("// Schema hash: "));
    hash.expect("the types say which schema they are of").to_owned()
}

fn client_tests(name: &str, server: &Server) {
    write_types();
    let file = format!("e2e/{name}.test.ts");
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("web").join(&file).is_file(), "{file} is missing");
    succeed(client_of(server).args(["--test", LIMIT, &file]));
}

/// Runs what a generated client must do, in Node and in a browser.
fn scenarios(contract: &str, server: &Server) {
    write_clients();
    let mut clients = client_of(server);
    clients.env("CONTRACT", contract);
    succeed(clients.args(["--test", LIMIT, "client/client.test.ts"]));
}

/// Node, as it runs a program of `web/e2e` that talks to a server.
fn client_of(server: &Server) -> Command {
    let mut command = node();
    command.args(["--import", "tsx"]).env("SOCKET_URL", &server.url);
    command
}

fn write_clients() {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(generated::write_clients);
}

fn write_types() {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        generated::write_types();
    });
}
