//! Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.

use super::{Diagnostics, place_of};
use crate::source::Sources;

/// A line for each finding: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`. What to write instead
/// and the other places follow the message.
pub fn to_github<'a>(all: impl IntoIterator<Item = (&'a Sources, &'a Diagnostics)>) -> String {
    let mut text = String::new();
    for (sources, diagnostics) in all {
        for found in diagnostics {
            let place = place_of(sources, found.span);
            let mut properties = format!("file={},line={}", property(place.file), place.start.line);
            // Columns are counted within one line alone, and the last one is the last that is marked.
            if place.end.line == place.start.line {
                let last = place.start.column.max(place.end.column.saturating_sub(1));
                properties +=
                    &format!(",col={},endLine={},endColumn={last}", place.start.column, place.end.line);
            } else {
                properties += &format!(",endLine={}", place.end.line);
            }
            let title = format!("{} {}", found.code.as_str(), found.code.name());
            let mut message = found.message.clone();
            for line in found.help.iter().map(|help| format!("help: {help}")) {
                message = message + "\n" + &line;
            }
            for (span, words) in &found.related {
                message += &format!("\n{}: {words}", super::place(sources, *span));
            }
            text += &format!(
                "::{} {properties},title={}::{}\n",
                found.severity.as_str(),
                property(&title),
                data(&message)
            );
        }
    }
    text
}

/// Text behind the second `::`. A line break would end the command, and begin another one.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::{Source, Span};

    #[test]
    fn nothing_in_a_text_ends_the_command_or_a_property() {
        let sources = Sources::default();
        let file = sources.add(Source::new("a,b:c%.yaml", "x\ny\n"));
        let mut all = Diagnostics::default();
        let span = Span::new(file, 0, 1);
        all.push(Diagnostic::new(Code::UnknownKey, span, "100% a, b: c\r\n::warning::x").help("write\nthis"));
        all.push(Diagnostic::new(Code::UnknownKey, Span::new(file, 0, 3), "two lines"));
        assert_eq!(
            to_github([(&sources, &all)]),
            "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endLine=1,endColumn=1,title=SG0101 unknown-key::\
             100%25 a, b: c%0D%0A::warning::x%0Ahelp: write%0Athis\n\
             ::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=2,title=SG0101 unknown-key::two lines\n"
        );
    }
}
