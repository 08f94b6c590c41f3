//! What there is to read about the rules: one at a time for `sockgen explain`, all of them for `docs/rules.md`.

use crate::diagnostic::{Code, Severity, rules};
use crate::lint::LINTS;
use std::fmt::Write;

/// What a rule is about, why it is there, and what it looks like: Markdown, with fenced blocks of YAML. The first line
/// is the rule's code and name.
pub fn explain(code: Code) -> String {
    let severity = match (code.severity(), crate::lint::is_quiet(code)) {
        (Severity::Error, _) => "error",
        (Severity::Warning, false) => "warning",
        (Severity::Warning, true) => "warning, where asked for",
    };
    format!("{} {} ({severity})\n\n{}", code.as_str(), code.name(), doc(code))
}

/// The documentation of a rule: its summary, then what its file says.
pub fn doc(code: Code) -> String {
    let lint = LINTS.iter().find(|lint| lint.code == code);
    match lint {
        Some(lint) => unindented(lint.doc),
        None => {
            let summary = unindented(code.summary());
            match rules::doc(code) {
                Some(doc) => format!("{summary}\n{}", unindented(doc)),
                None => summary,
            }
        }
    }
}

/// Doc comments without the space in front of their lines.
fn unindented(doc: &str) -> String {
    doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect()
}

/// A line for each rule: code, name, severity and summary.
pub fn list() -> String {
    let mut text = String::new();
    for code in Code::ALL {
        let summary = code.summary().split_whitespace().collect::<Vec<_>>().join(" ");
        let kind = match (code.severity(), crate::lint::is_quiet(*code)) {
            (Severity::Error, _) => "error",
            (Severity::Warning, false) => "warning",
            (Severity::Warning, true) => "quiet",
        };
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}  {kind:7}  {:22}  {summary}", code.as_str(), code.name());
    }
    text
}

/// The page `docs/rules.md`.
pub fn page() -> String {
    let mut page = String::from(
        "<!-- Made from the documentation of the rules by `INSTA_UPDATE=always cargo test -p sockgen-schema --test manual`. -->\n\n\
         # Rules\n\n\
         Everything that `sockgen check` finds has a code, which never changes its meaning. `sockgen explain CODE` prints what\n\
         stands here. Errors keep code from being generated; warnings do not. How loud a warning is, a file says with `lint`, at\n\
         its top or inside of a type, an event, a room or a namespace:\n\n\
         ```yaml\n\
         sockgen: 1\n\
         lint: { allow: [near-duplicate-name], warn: [missing-doc], deny: [unbounded-input] }\n\
         ```\n\n\
         and so do the flags `--allow`, `--warn` and `--deny` of `sockgen check`. What a file allows stays allowed when a flag\n\
         denies it. Quiet rules are silent unless they are asked for by name.\n\n\
         | code | name | |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        let summary = code.summary().split_whitespace().collect::<Vec<_>>().join(" ");
        let (id, name) = (code.as_str(), code.name());
        let _ = writeln!(page, "| [{id}](#{}) | {name} | {} |", anchor(*code), summary.replace('|', "\\|"));
    }
    for code in Code::ALL {
        let kind = match (code.severity(), crate::lint::is_quiet(*code)) {
            (Severity::Error, _) => "An error.",
            (Severity::Warning, false) => "A warning.",
            (Severity::Warning, true) => "A quiet warning.",
        };
        let _ = write!(page, "\n## {} {}\n\n{kind} {}", code.as_str(), code.name(), doc(*code));
    }
    page
}

/// The address at which a rule can be read about.
pub fn link(code: Code) -> String {
    format!("{}/blob/main/docs/rules.md#{}", env!("CARGO_PKG_REPOSITORY"), anchor(code))
}

/// What a link to a rule's section of the page ends with, as GitHub makes it from the heading.
fn anchor(code: Code) -> String {
    format!("{}-{}", code.as_str().to_lowercase(), code.name())
}
