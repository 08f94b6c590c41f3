//! What is refused, with what to write instead.

use crate::configured;
use crate::place::{Place, Ran};

#[test]
fn mistakes_in_the_configuration_are_all_found() {
    let mut said = String::new();
    let mut check = |config: &str| {
        let place = configured(config);
        let before = place.picture();
        let ran = place.run(&["generate"]).code(2);
        assert!(place.picture() == before);
        said.push_str(&format!("{}\n{}\n", "=".repeat(40), ran.stderr()));
    };
    check("");
    check("contract = 3\n");
    check("[contract]\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\n");
    check("[[contract]]\nschma = \"call.sockgen.yaml\"\nts = \"a.ts\"\n\n[[contracts]]\nx = 1\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\ntypescript = \"a.ts\"\nswift = \"b.swift\"\n");
    check(
        "[[contract]]
schema = 1
rust = true
json-schema = \"\"

[contract.ts]
output = \"a.ts\"
client = \"yes\"
dates = \"Date\"
int64 = \"number\"
platform = \"deno\"
url_env = \"X\"
url-env = \"a-b\"
import-extension = 1
",
    );
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = { file = \"a.ts\", dates = \"date\" }\n");
    check(
        "[[contract]]\nschema = \"call.sockgen.yaml\"\nts = { file = \"a.ts\", int64 = \"bigint\", validators = true }\n",
    );
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = { file = \"a.ts\", url-env = \"VITE_URL\" }\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = { file = \"a\", client = true }\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = { file = \"a'.ts\", client = true }\n");
    check(
        "[[contract]]\nschema = \"call.sockgen.yaml\"\nts = [1, \"../a.ts\"]\nrust = \"/a.rs\"\nrender = \"a.hbs\"\n",
    );
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nrender = { file = \"a\\\\b\" }\n");
    check(
        "[[contract]]
schema = \"call.sockgen.yaml\"
explorer = [
  { url = \"https://[::1]\", socket_path = \"/live\" },
  { file = \"../a.html\", url = \"ws://a\", msgpack = 1 },
  \"/b.html\",
  2,
]
",
    );
    check("[[contract]]\nschema = \"call.sockgen.yaml\nts = \"a.ts\"\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"a.ts\"\nts = \"b.ts\"\n");
    // What is made would meet.
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = [\"a.ts\", \"b/../a.ts\"]\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"a.ts\"\nrust = \"A.ts\"\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"call.sockgen.yaml\"\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"sockgen.toml\"\n");
    check("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"sockgen.lock\"\n");
    check(
        "[[contract]]\nschema = \"call.sockgen.yaml\"\nrender = { template = \"names.hbs\", file = \"names.hbs\" }\n",
    );
    insta::assert_snapshot!("mistakes_in_the_configuration", said);
}

#[cfg(unix)]
#[test]
fn outputs_stay_in_the_folder_through_links() {
    use std::os::unix::fs::symlink;
    let elsewhere = Place::empty();
    elsewhere.write("kept.ts", "kept");
    let place =
        configured("[[contract]]\nschema = \"call.sockgen.yaml\"\nts = \"out/a.ts\"\nrust = \"b.rs\"\n");
    symlink(elsewhere.root(), place.path("out")).unwrap();
    symlink(elsewhere.path("kept.ts"), place.path("b.rs")).unwrap();
    let ran = place.run(&["generate"]).code(2);
    let said = ran.stderr();
    assert!(
        said.contains("error: `out/a.ts` leads out of the folder of this file, through a symbolic link"),
        "{said}"
    );
    assert!(
        said.contains("error: `b.rs` leads out of the folder of this file, through a symbolic link"),
        "{said}"
    );
    assert_eq!(elsewhere.names(), ["kept.ts"]);
    assert_eq!(elsewhere.read("kept.ts"), "kept");
}

#[test]
fn options_of_the_command_are_refused_with_what_to_write() {
    let mut said = String::new();
    let mut check = |arguments: &[&str]| {
        let place = Place::new();
        let before = place.picture();
        let ran: Ran = place.run(&[&["ts", "call.sockgen.yaml"], arguments].concat()).code(2);
        assert!(place.picture() == before && ran.stdout().is_empty());
        said.push_str(&format!("$ sockgen ts call.sockgen.yaml {}\n{}\n", arguments.join(" "), ran.stderr()));
    };
    check(&["--client"]);
    check(&["--react", "-o", "utils/io"]);
    check(&["--fake", "-o", "utils/io.js"]);
    check(&["--validators", "-o", "utils/"]);
    check(&["--client", "-o", "a\".ts"]);
    check(&["--dates", "date", "-o", "a.ts"]);
    check(&["--int64", "bigint", "--validators", "-o", "a.ts"]);
    check(&["--url-env", "VITE_URL", "-o", "a.ts"]);
    check(&["--client", "-o", "a.ts", "--url-env", "a-b"]);
    check(&["--client", "-o", "a.ts", "--platform", "deno"]);
    check(&["--client", "-o", "a.ts", "--dates", "dte"]);
    insta::assert_snapshot!("options_that_are_refused", said);
}
