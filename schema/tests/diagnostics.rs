//! What people read when something is wrong: `tests/diagnostics/<code>/<behaviour>.sockgen.yaml`, each with the
//! rendered findings beside it. `INSTA_UPDATE=always cargo test` writes them anew.

mod support;

use sockgen_schema::diagnostic::{self, Code, Diagnostic, Level, Levels, Rules, Style};
use sockgen_schema::source::Span;
use sockgen_schema::{Disk, Loaded, Loader, lint, load};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use support::{Input, inputs};

/// Codes of which the inputs are no text files: `carrier.rs` tries them.
const ELSEWHERE: &[Code] = &[Code::TooLarge, Code::NotUtf8];

fn read(input: &Input) -> Loaded {
    linted(load(&input.path, &input.display, &Disk), input)
}

/// What a lint's own inputs are looked at with: that lint alone. Inputs of other rules are not linted.
fn linted(mut loaded: Loaded, input: &Input) -> Loaded {
    if let Some(code) = input.lint() {
        let mut levels = Levels::default();
        levels.set(Rules::All, Level::Allow);
        levels.set(Rules::One(code), Level::Warn);
        lint::lint(&mut loaded, &levels);
    }
    loaded
}

#[test]
fn findings_are_said_so_that_one_knows_what_to_write() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut silent = Vec::new();
    for input in inputs() {
        let loaded = read(&input);
        let has_code = loaded.diagnostics.iter().any(|found| found.code.as_str() == input.code);
        if !has_code {
            silent.push(input.display.clone());
        }

        settings.set_snapshot_path(input.snapshots());
        let human = diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain);
        settings.bind(|| insta::assert_snapshot!(input.behaviour(), human));
    }
    assert!(silent.is_empty(), "these do not show their code: {silent:?}");
}

#[test]
fn every_code_has_an_input() {
    let tried: BTreeSet<String> = inputs().into_iter().map(|input| input.code).collect();
    let expected = Code::ALL.iter().filter(|code| !ELSEWHERE.contains(code));
    let expected: BTreeSet<String> = expected.map(|code| code.as_str().to_owned()).collect();
    assert_eq!(tried, expected);
}

#[test]
fn what_a_help_says_to_write_helps() {
    let mut tried = 0;
    for input in inputs() {
        let loaded = read(&input);
        for found in &loaded.diagnostics {
            let Some(corrected) = corrected(&loaded, found) else { continue };
            // The files are named in messages as they stand beside the first one.
            let name = loaded.sources.get(found.span.file).name();
            let folder = input.display.rsplit_once('/').map_or("", |(folder, _)| folder);
            let relative = name.strip_prefix(folder).unwrap_or(name).trim_start_matches('/');
            let file = input.path.parent().unwrap().join(relative);
            tried += 1;
            let again = load(&input.path, &input.display, &Corrected { file: &file, text: &corrected });
            let again = linted(again, &input);
            let stays = |other: &Diagnostic| {
                other.code == found.code
                    && other.span.start == found.span.start
                    && other.message == found.message
            };
            let human = diagnostic::render(&loaded.sources, found, Style::Plain);
            let after = diagnostic::human(&again.sources, &again.diagnostics, Style::Plain);
            assert!(!again.diagnostics.iter().any(stays), "{human}\nstays in:\n{corrected}\n{after}");
        }
    }
    assert!(tried > 50, "{tried}");
}

/// The files as they are, but for one that was corrected.
struct Corrected<'c> {
    file: &'c Path,
    text: &'c str,
}

impl Loader for Corrected<'_> {
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let is_it = Disk.canonical(path)? == Disk.canonical(self.file)?;
        if is_it { Ok(self.text.as_bytes().to_vec()) } else { Disk.read(path, limit) }
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.canonical(path)
    }
}

/// The text after its author has done what a help says, where that can be told from the help.
fn corrected(loaded: &Loaded, found: &Diagnostic) -> Option<String> {
    let help = found.help.as_deref()?;
    let source = loaded.sources.get(found.span.file);
    let replaced = |start: usize, end: usize, new: &str| {
        Some(format!("{}{new}{}", &source.text()[..start], &source.text()[end..]))
    };
    let Span { start, end, .. } = found.span;
    let (start, end) = (start as usize, end as usize);
    let line = source.line_range(source.line_of(start));
    if let Some(new) = help.strip_prefix("write: ") {
        if found.code == Code::Syntax {
            let indent = source.text()[line.clone()].len() - source.text()[line.clone()].trim_start().len();
            return replaced(line.start + indent, line.end, new);
        }
        // The text with its key, of which the comma cut off the end.
        let key = new.split_inclusive(": ").next()?;
        let from = source.text()[..start].rfind(key)?;
        return replaced(from, end, new);
    }
    // Where the help speaks of a whole mapping, the place is not what is to be replaced.
    if matches!(found.code, Code::WrongKind | Code::MissingKey | Code::MissingVersion | Code::Syntax) {
        return None;
    }
    let words = [
        "did you mean ",
        "write ",
        "it is called ",
        "put a space behind the `:`: ",
        "if the text is meant, write ",
        "choose another name, such as ",
        "write it in camelCase: ",
    ];
    let behind = words.iter().find_map(|words| help.strip_prefix(words)?.strip_prefix('`'))?;
    let new = behind.split('`').next()?;
    let new = new.strip_prefix("method: ").unwrap_or(new);
    // `…` and `T` stand for what only the author knows.
    (!new.contains(['…', 'T'])).then(|| replaced(start, end, new)).flatten()
}
