//! What is said of the rules is true: the examples have the findings that they are there for, and `docs/rules.md` is
//! what the rules say. `INSTA_UPDATE=always cargo test -p sockgen-schema --test manual` writes that page anew.

use sockgen_schema::diagnostic::{Code, Level, Levels, Rules, Severity, short};
use sockgen_schema::{Loaded, Loader, lint, load, manual};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::{fs, io};

/// Rules that no text breaks.
const WITHOUT_EXAMPLE: &[Code] = &[Code::Unreadable, Code::TooLarge, Code::NotUtf8];

/// The files of an example, by name.
#[derive(Default)]
struct Files(HashMap<String, String>);

impl Loader for Files {
    fn read(&self, path: &Path, _limit: usize) -> io::Result<Vec<u8>> {
        let text = path.to_str().and_then(|path| self.0.get(path.trim_start_matches("./")));
        text.map(|text| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

const MAIN: &str = "main.sockgen.yaml";

/// The fenced blocks of a part of a rule's documentation, as files. One that does not say its name is the schema itself.
fn files(part: &str) -> Files {
    let mut files = Files::default();
    let blocks = part.split("```yaml\n").skip(1).map(|block| block.split("```").next().unwrap_or_default());
    for block in blocks {
        let name = block.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or(MAIN);
        let name = if name.ends_with(".sockgen.yaml") { name } else { MAIN };
        assert!(
            files.0.insert(name.to_owned(), block.to_owned()).is_none(),
            "{name} is there twice:\n{part}"
        );
    }
    files
}

fn read(files: &Files, code: Code) -> Loaded {
    let mut loaded = load(Path::new(MAIN), MAIN, files);
    if code.severity() == Severity::Warning {
        let mut levels = Levels::default();
        levels.set(Rules::One(code), Level::Warn);
        lint::lint(&mut loaded, &levels);
    }
    loaded
}

#[test]
fn every_rule_shows_a_schema_that_breaks_it_and_one_that_does_not() {
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().copied().filter(|code| !WITHOUT_EXAMPLE.contains(code)) {
        let doc = manual::doc(code);
        let Some((before, after)) = doc.split_once("\nWrite instead:\n") else {
            wrong.push(format!("{} shows nothing to write instead", code.as_str()));
            continue;
        };
        let loaded = read(&files(before), code);
        let found: BTreeSet<_> = loaded.diagnostics.iter().map(|found| found.code).collect();
        if found != BTreeSet::from([code]) {
            wrong.push(format!(
                "{} shows an example with\n{}",
                code.as_str(),
                short(&loaded.sources, &loaded.diagnostics)
            ));
        }
        let loaded = read(&files(after), code);
        if !loaded.diagnostics.is_empty() {
            wrong.push(format!(
                "what {} says to write has\n{}",
                code.as_str(),
                short(&loaded.sources, &loaded.diagnostics)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_says_more_than_its_summary() {
    for code in Code::ALL {
        let (doc, summary) = (manual::doc(*code), code.summary().split_whitespace().collect::<Vec<_>>());
        let words: Vec<_> = doc.split_whitespace().collect();
        assert!(words.starts_with(&summary), "{}: {doc}", code.as_str());
        assert!(words.len() > summary.len() + 10, "{} says no more than {summary:?}", code.as_str());
        assert!(doc.lines().all(|line| line.len() <= 1000 && !line.contains('\t')), "{doc}");
    }
}

#[test]
fn the_page_is_what_the_rules_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.md");
    let page = manual::page();
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == page,
        "docs/rules.md is not current; write it anew with `INSTA_UPDATE=always cargo test -p sockgen-schema --test manual`"
    );
}
