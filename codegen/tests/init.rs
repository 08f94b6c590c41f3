//! `sockgen init`: what a project begins with.

#[path = "support/place.rs"]
mod place;

use place::{Place, Ran};

const NEXT: &str = "{\n  \"name\": \"web\",\n  \"private\": true,\n  \"scripts\": {\n    \"dev\": \"next dev\",\n    \
                    \"build\": \"next build\"\n  },\n  \"dependencies\": { \"next\": \"16.0.0\", \"react\": \"19.0.0\" },\n  \
                    \"version\": \"1.0.0\"\n}\n";

#[track_caller]
fn init(place: &Place) -> String {
    let ran: Ran = place.run(&["init"]).code(0);
    assert_eq!(ran.stdout(), "");
    ran.stderr()
}

/// What was written works, and a second time changes nothing.
#[track_caller]
fn works(place: &Place) {
    let before = place.picture();
    let said = init(place);
    assert!(said.ends_with("nothing to do\n"), "{said}");
    assert!(said.contains("sockgen.toml is there already, and stays as it is\n"), "{said}");
    assert!(place.picture() == before, "the second time changed something");
    place.run(&["generate"]).code(0);
    place.run(&["generate", "--check"]).code(0);
}

#[test]
fn an_empty_folder_gets_a_contract_and_a_configuration() {
    let place = Place::empty();
    assert_eq!(
        init(&place),
        "\
events.sockgen.yaml: the contract, to change into yours
sockgen.toml: what is generated from it

Next:
  sockgen generate    # and again whenever events.sockgen.yaml changes, or with --watch
  sockgen generate --check    # in CI
"
    );
    assert_eq!(place.names(), ["events.sockgen.yaml", "sockgen.toml"]);
    // The contract is as good as we ask others' to be.
    let checked = place.run(&["check", "events.sockgen.yaml", "--deny", "warnings"]).code(0);
    assert_eq!(checked.stdout(), "events.sockgen.yaml: ok, 3 client and 3 server events\n");
    place.run(&["fmt", "--check"]).code(0);
    place.run(&["rust", "events.sockgen.yaml"]).code(0);
    works(&place);
    assert!(place.has("utils/socketIO.ts"));
    insta::assert_snapshot!("configuration_of_an_empty_folder", place.read("sockgen.toml"));
}

#[test]
fn next_gets_hooks_a_variable_and_scripts() {
    let place = Place::empty();
    place.write("package.json", NEXT);
    place.write("pnpm-lock.yaml", "");
    place.write("src/app/page.tsx", "");
    let said = init(&place);
    assert!(said.contains("package.json: the scripts `sockgen` and `sockgen:check`\n"), "{said}");
    assert!(said.contains("\n  pnpm add socket.io-client\n  pnpm add -D sockgen    # for"), "{said}");
    let scripts = "    \"build\": \"next build\",\n    \"sockgen\": \"sockgen generate\",\n    \
                   \"sockgen:check\": \"sockgen generate --check\"\n  },";
    assert_eq!(place.read("package.json"), NEXT.replace("    \"build\": \"next build\"\n  },", scripts));
    works(&place);
    assert!(place.has("src/utils/socketIO.ts"));
    insta::assert_snapshot!("configuration_for_next", place.read("sockgen.toml"));
}

#[test]
fn vite_reads_its_own_variables() {
    let place = Place::empty();
    place.write(
        "package.json",
        "{\"devDependencies\":{\"vite\":\"8\"},\"dependencies\":{\"socket.io-client\":\"4\"}}",
    );
    place.write("Cargo.toml", "");
    let said = init(&place);
    assert!(!said.contains("socket.io-client") && said.contains("\"sockgen/vite\""), "{said}");
    assert!(said.ends_with("\n  #[socket_events(\"events.sockgen.yaml\")]\n  pub mod events {}\n"), "{said}");
    assert!(place.read("sockgen.toml").contains("\nurl-env = \"VITE_SOCKET_URL\"\n"));
    assert!(place.read("sockgen.toml").contains("\n# react = true"));
    works(&place);
}

#[test]
fn what_is_there_stays() {
    // A schema.
    let place = Place::new();
    let said = init(&place);
    assert!(said.starts_with("sockgen.toml: what is generated from it\n"), "{said}");
    assert!(place.read("sockgen.toml").contains("\nschema = \"call.sockgen.yaml\"\n"));
    assert!(!place.has("events.sockgen.yaml"));
    works(&place);
    // Several of them have outputs of their own.
    place.delete("sockgen.toml");
    place.write("chat.sockgen.yaml", "sockgen: 1\nclientToServer: { join: {} }\n");
    init(&place);
    assert!(place.read("sockgen.toml").contains("\nfile = \"utils/chat.ts\"\n"));
    works(&place);
    // One that lies deeper, with a part of it.
    let place = Place::empty();
    place.write("schema/app.sockgen.yaml", "sockgen: 1\nclientToServer: { join: {} }\n");
    place.write("schema/app/part.sockgen.yaml", "sockgen: 1\nclientToServer: { leave: {} }\n");
    place.write("node_modules/x/y.sockgen.yaml", "sockgen: 1\n");
    init(&place);
    let config = place.read("sockgen.toml");
    assert!(config.contains("\nschema = \"schema/app.sockgen.yaml\"\n"), "{config}");
    assert_eq!(config.matches("[[contract]]").count(), 1);
    works(&place);
    // A configuration, and a script that is another one.
    let place = Place::empty();
    place.write("sockgen.toml", "# mine\n");
    let package = "{\n\t\"scripts\": {\n\t\t\"sockgen\": \"echo mine\"\n\t}\n}";
    place.write("package.json", package);
    let said = init(&place);
    assert!(
        said.starts_with(
            "sockgen.toml is there already, and stays as it is\n\
         package.json has another script `sockgen`, which stays as it is\n\
         package.json: the script `sockgen:check`\n"
        ),
        "{said}"
    );
    assert_eq!(place.read("sockgen.toml"), "# mine\n");
    let added = "\"echo mine\",\n\t\t\"sockgen:check\": \"sockgen generate --check\"";
    assert_eq!(place.read("package.json"), package.replace("\"echo mine\"", added));
    assert_eq!(place.names(), ["package.json", "sockgen.toml"]);
    // A package.json that is none.
    let place = Place::empty();
    place.write("package.json", "{ // comment\n}");
    let said = init(&place);
    assert!(said.contains("package.json stays as it is: it is no JSON: "), "{said}");
    assert_eq!(place.read("package.json"), "{ // comment\n}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let place = Place::empty();
    place.write("package.json", NEXT);
    let before = place.picture();
    let ran = place.run(&["init", "--dry-run"]).code(0);
    assert!(ran.stdout().contains("would write sockgen.toml:\n"), "{}", ran.stdout());
    assert!(ran.stdout().contains("\"sockgen\": \"sockgen generate\""), "{}", ran.stdout());
    assert!(place.picture() == before);
}

#[test]
fn a_folder_can_be_named() {
    let place = Place::empty();
    place.write("web/package.json", NEXT);
    let ran = place.run(&["init", "web", "--yes"]).code(0);
    assert!(
        ran.stderr().contains("\n  npx sockgen generate --config web/sockgen.toml    # and again"),
        "{}",
        ran.stderr()
    );
    place.run(&["generate", "--config", "web/sockgen.toml"]).code(0);
    assert!(place.has("web/utils/socketIO.ts") && place.has("web/sockgen.lock"));
    let ran = place.run(&["init", "nowhere"]).code(2);
    assert_eq!(ran.stderr(), "error: `nowhere` is no folder\nhelp: make it first\n");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_stays_as_it_is() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    let place = Place::empty();
    place.write("web/package.json", NEXT);
    fs::set_permissions(place.path("web"), Permissions::from_mode(0o555)).unwrap();
    if fs::write(place.path("web/probe"), "").is_ok() {
        // Root may write everywhere, but puts no file in the place of a folder.
        fs::remove_file(place.path("web/probe")).unwrap();
        fs::create_dir_all(place.path("web/events.sockgen.yaml")).unwrap();
    }
    let before = place.picture();
    let ran = place.run(&["init", "web"]);
    let after = place.picture();
    fs::set_permissions(place.path("web"), Permissions::from_mode(0o755)).unwrap();
    assert!(ran.code(2).stderr().contains("` cannot be written: "));
    assert!(after == before);
}
