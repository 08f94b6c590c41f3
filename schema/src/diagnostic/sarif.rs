//! Findings in the Static Analysis Results Interchange Format, version 2.1.0, which code scanning services and editors
//! read.

use super::{Code, Diagnostics, Severity, place_of};
use crate::source::{Sources, Span};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with a result for each finding, and the rules that they belong to. `doc` gives a rule's documentation in
/// Markdown, `link` the address at which it can be read.
pub fn to_sarif<'a>(
    all: impl IntoIterator<Item = (&'a Sources, &'a Diagnostics)> + Clone,
    doc: impl Fn(Code) -> String,
    link: impl Fn(Code) -> String,
) -> String {
    let found = all.clone().into_iter().flat_map(|(_, diagnostics)| diagnostics);
    let codes: Vec<Code> = found.map(|found| found.code).collect::<BTreeSet<_>>().into_iter().collect();
    let rules: Vec<Value> = codes
        .iter()
        .map(|code| {
            let (summary, doc) = (one_line(code.summary()), doc(*code));
            json!({
                "id": code.as_str(),
                "name": code.name(),
                "shortDescription": { "text": summary },
                "fullDescription": { "text": paragraph(&doc) },
                "help": { "text": doc, "markdown": doc },
                "helpUri": link(*code),
                "defaultConfiguration": { "level": level(code.severity()) },
            })
        })
        .collect();
    let mut results = Vec::new();
    for (sources, diagnostics) in all {
        for found in diagnostics {
            let mut text = found.message.clone();
            if let Some(help) = &found.help {
                text += &format!("\nhelp: {help}");
            }
            let mut result = json!({
                "ruleId": found.code.as_str(),
                "ruleIndex": codes.binary_search(&found.code).unwrap_or_default(),
                "level": level(found.severity),
                "message": { "text": text },
                "locations": [location(sources, found.span)],
            });
            if !found.related.is_empty() {
                let related = found.related.iter().enumerate().map(|(at, (span, words))| {
                    let mut location = location(sources, *span);
                    location["id"] = json!(at + 1);
                    location["message"] = json!({ "text": words });
                    location
                });
                result["relatedLocations"] = related.collect();
            }
            results.push(result);
        }
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "sockgen",
                    "version": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": rules,
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // Text and numbers alone: there is nothing in it that JSON could not hold.
    serde_json::to_string_pretty(&log).unwrap_or_else(|error| unreachable!("a log is plain data: {error}"))
}

fn level(severity: Severity) -> &'static str {
    severity.as_str()
}

fn location(sources: &Sources, span: Span) -> Value {
    let place = place_of(sources, span);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(place.file) },
            "region": {
                "startLine": place.start.line,
                "startColumn": place.start.column,
                "endLine": place.end.line,
                "endColumn": place.end.column,
            },
        },
    })
}

/// A path as a URI: a relative one stays relative, an absolute one becomes `file://`.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if cfg!(windows) && path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            byte if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text before the first example, without the summary where something follows it.
fn paragraph(doc: &str) -> String {
    let prose = doc.split("```").next().unwrap_or_default().trim();
    one_line(prose.split_once("\n\n").map_or(prose, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("schemas/call.sockgen.yaml"), "schemas/call.sockgen.yaml");
        assert_eq!(uri("./call.yaml"), "call.yaml");
        assert_eq!(uri("/tmp/a b.yaml"), "file:///tmp/a%20b.yaml");
        assert_eq!(uri("a:b#c?ü%.yaml"), "a%3Ab%23c%3F%C3%BC%25.yaml");
    }
}
