//! The formats in which findings are printed, over findings in several files: `tests/formats/*.snap`.

use sockgen_schema::diagnostic::{Levels, Style, human, short, to_github, to_json, to_sarif};
use sockgen_schema::{Loaded, Loader, lint, load, manual};
use std::io;
use std::path::Path;

const MAIN: &str = "# Calls – über alles
sockgen: 1
import: { common: ./parts/common.sockgen.yaml }
clientToServer:
  note:add: { doc: Füge hinzu., data: { text: strng, by: common.User } }
  note:add: {}
";

const COMMON: &str = "sockgen: 1
types:
  User: { fields: { id: uuid, rank: u8(..=300) } }
";

const CARELESS: &str = "sockgen: 1
include: [./parts/notes.sockgen.yaml]
lint: { deny: [unbounded-input] }
serverToClient:
  note:added: {}
  notes:added: {}
";

const NOTES: &str = "sockgen: 1
clientToServer:
  note:add: { data: { text: string } }
";

struct Files;

impl Loader for Files {
    fn read(&self, path: &Path, _limit: usize) -> io::Result<Vec<u8>> {
        let text = match path.to_str().map(|path| path.replace('\\', "/")).as_deref() {
            Some("main.sockgen.yaml") => MAIN,
            Some("careless.sockgen.yaml") => CARELESS,
            Some(path) if path.ends_with("common.sockgen.yaml") => COMMON,
            Some(path) if path.ends_with("notes.sockgen.yaml") => NOTES,
            _ => return Err(io::ErrorKind::NotFound.into()),
        };
        Ok(text.into())
    }
}

fn read(name: &str) -> Loaded {
    let mut loaded = load(Path::new(name), name, &Files);
    lint::lint(&mut loaded, &Levels::default());
    loaded
}

#[test]
fn every_format_shows_the_findings_of_several_files() {
    let all = [read("main.sockgen.yaml"), read("careless.sockgen.yaml")];
    let found = || all.iter().map(|loaded| (&loaded.sources, &loaded.diagnostics));
    let each = |print: &dyn Fn(&Loaded) -> String| all.iter().map(print).collect::<String>();

    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/formats"));
    settings.bind(|| {
        insta::assert_snapshot!(
            "human",
            each(&|loaded| human(&loaded.sources, &loaded.diagnostics, Style::Plain))
        );
        insta::assert_snapshot!("short", each(&|loaded| short(&loaded.sources, &loaded.diagnostics)));
        insta::assert_snapshot!("json", to_json(found()));
        insta::assert_snapshot!("github", to_github(found()));
        let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
        let sarif = to_sarif(found(), manual::doc, manual::link);
        insta::assert_snapshot!("sarif", sarif.replace(&version, "\"version\": \"…\""));
    });
}

/// What the schema of SARIF 2.1.0 asks for in the parts that are written here.
#[test]
fn a_sarif_log_is_whole() {
    let all = [read("main.sockgen.yaml"), read("careless.sockgen.yaml")];
    let found = all.iter().map(|loaded| (&loaded.sources, &loaded.diagnostics));
    let log: serde_json::Value = serde_json::from_str(&to_sarif(found, manual::doc, manual::link)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        let related = result["relatedLocations"].as_array();
        for location in result["locations"].as_array().unwrap().iter().chain(related.into_iter().flatten()) {
            let physical = &location["physicalLocation"];
            assert!(!physical["artifactLocation"]["uri"].as_str().unwrap().contains([' ', '\\']));
            let at = |key: &str| physical["region"][key].as_u64().unwrap();
            assert!((at("startLine"), at("startColumn")) <= (at("endLine"), at("endColumn")));
            assert!(at("startLine") >= 1 && at("startColumn") >= 1);
        }
    }
    assert_eq!(
        run["results"].as_array().unwrap().len(),
        all.iter().map(|all| all.diagnostics.len()).sum::<usize>()
    );
}
