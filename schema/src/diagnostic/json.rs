//! Findings for tools: one JSON array.

use super::{Diagnostics, Place, place_of};
use crate::source::Sources;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

/// An array of `{ code, severity, message, file, line, column, endLine, endColumn, help? }`; lines and columns from 1,
/// columns in characters. An array without findings is `[]`.
pub fn to_json<'a>(all: impl IntoIterator<Item = (&'a Sources, &'a Diagnostics)>) -> String {
    let rows: Vec<_> = all
        .into_iter()
        .flat_map(|(sources, diagnostics)| diagnostics.iter().map(move |diagnostic| (sources, diagnostic)))
        .map(|(sources, diagnostic)| {
            let Place { file, start, end } = place_of(sources, diagnostic.span);
            Row {
                code: diagnostic.code.as_str(),
                severity: diagnostic.severity.as_str(),
                message: &diagnostic.message,
                file,
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                help: diagnostic.help.as_deref(),
            }
        })
        .collect();
    // Strings and numbers alone: there is nothing in a row that JSON could not hold.
    serde_json::to_string_pretty(&rows).unwrap_or_else(|error| unreachable!("rows are plain data: {error}"))
}
