//! From the text of `sockgen.toml` to what it says.

use super::super::explorer;
use super::super::finding::Finding;
use super::super::output::source_name;
use super::super::ts_options::{Written, is_several, settle, stem, url_env};
use super::keys::{File, Key, One, Table, key};
use super::{At, Config, Contract, Explorer, Place, Render, Ts, Within};
use crate::ts::Options;
use std::ops::Range;
use std::path::Path;
use toml::de::DeTable;

const FILE: &[Key] = &[Key { name: "contract", also: &["contracts", "schema", "ts", "rust", "schemas"] }];
const CONTRACT: &[Key] = &[
    Key { name: "schema", also: &["file", "input", "source"] },
    Key { name: "ts", also: &["typescript", "output"] },
    key("rust"),
    key("json-schema"),
    key("explorer"),
    Key { name: "render", also: &["template", "templates"] },
];
const TS: &[Key] = &[
    Key { name: "file", also: &["output", "out", "path", "o"] },
    key("client"),
    key("validators"),
    key("react"),
    key("fake"),
    key("dates"),
    key("int64"),
    key("platform"),
    key("url-env"),
    key("import-extension"),
    key("templates"),
];
const EXPLORER: &[Key] = &[
    Key { name: "file", also: &["output", "out", "path", "o"] },
    Key { name: "url", also: &["server", "address"] },
    Key { name: "socket-path", also: &["socket_path"] },
    key("msgpack"),
];
const RENDER: &[Key] = &[
    Key { name: "template", also: &["templates"] },
    Key { name: "file", also: &["output", "out", "path", "o"] },
];

const EXAMPLE: &str =
    "write `[[contract]]`, and under it `schema = \"call.sockgen.yaml\"` and `ts = \"utils/socketIO.ts\"`";

/// What a text says, or all that is wrong with it.
pub(in crate::cli) fn read(text: &str, place: &Place) -> Result<Config, Vec<Finding>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let finding = |error: toml::de::Error| {
            let message = format!("this is no TOML: {}", error.message().trim().replace('\n', ", "));
            Finding::new(error.span().unwrap_or(0..0), message)
        };
        let mut findings: Vec<Finding> = errors.into_iter().map(finding).collect();
        findings.sort_by_key(|finding| finding.at.start);
        return Err(findings);
    }
    let mut findings = Vec::new();
    let mut file = Table::new(&mut findings, table.get_ref(), 0..0, "this file", FILE);
    let found = file.several("contract", "a table", EXAMPLE);
    let mut contracts = Vec::new();
    for one in found {
        match one {
            One::Table(table, at) => contracts.extend(contract(file.findings(), table, at)),
            One::Text(_, at) => {
                file.refuse(at, ("`contract` is a table, not a text".to_owned(), EXAMPLE.to_owned()));
            }
        }
    }
    if contracts.is_empty() && findings.is_empty() {
        findings.push(Finding::new(0..0, "there is no contract in this file").help(EXAMPLE));
    }
    let within = Within::new(&place.folder);
    for output in contracts.iter().flat_map(Contract::outputs) {
        if let Some((message, help)) = within.refuses(&output.value, &place.path(&output.value)) {
            findings.push(Finding::new(output.at.clone(), message).help(help));
        }
    }
    if findings.is_empty() {
        return Ok(Config { contracts });
    }
    findings.sort_by_key(|finding| finding.at.start);
    Err(findings)
}

fn contract(findings: &mut Vec<Finding>, table: &DeTable<'_>, at: Range<usize>) -> Option<Contract> {
    let mut keys = Table::new(findings, table, at.clone(), "a contract", CONTRACT);
    let schema = keys.path("schema", "call.sockgen.yaml");
    keys.missing("schema", "write `schema = \"call.sockgen.yaml\"`: the file that all of it is made from");
    let source = schema.as_ref().map(|schema| source_name(Path::new(&schema.value))).unwrap_or_default();
    let mut ts = Vec::new();
    for one in keys.files("ts", "utils/socketIO.ts") {
        ts.extend(match one {
            File::Table(table, at) => typescript(keys.findings(), table, at, &source),
            File::Path(file) => Some(Ts { file, options: Options::types(source.clone()), templates: None }),
        });
    }
    let rust = keys.path("rust", "src/call.rs");
    let json_schema = keys.path("json-schema", "sockgen.schema.json");
    let mut explorer = Vec::new();
    for one in keys.files("explorer", "explorer.html") {
        explorer.extend(match one {
            File::Table(table, at) => page(keys.findings(), table, at),
            File::Path(file) => Some(Explorer { file, options: explorer::Options::default() }),
        });
    }
    let mut render = Vec::new();
    let example = "write `render = { template = \"templates/types.hbs\", file = \"Types.swift\" }`";
    for one in keys.several("render", "a table", example) {
        match one {
            One::Table(table, at) => render.extend(rendered(keys.findings(), table, at)),
            One::Text(_, at) => {
                keys.refuse(at, ("`render` is a table, not a text".to_owned(), example.to_owned()));
            }
        }
    }
    let outputs = ["ts", "rust", "json-schema", "explorer", "render"];
    if outputs.iter().all(|output| !keys.has(output)) && schema.is_some() {
        let message = "nothing is made from this contract".to_owned();
        keys.refuse(at, (message, "add an output, such as `ts = \"utils/socketIO.ts\"`".to_owned()));
    }
    Some(Contract { schema: schema?, ts, rust, json_schema, explorer, render })
}

fn typescript(
    findings: &mut Vec<Finding>,
    table: &DeTable<'_>,
    at: Range<usize>,
    source: &str,
) -> Option<Ts> {
    let mut keys = Table::new(findings, table, at, "TypeScript", TS);
    let file = keys.path("file", "utils/socketIO.ts");
    keys.missing(
        "file",
        "write `file = \"utils/socketIO.ts\"`: the types; what else is made stands beside it",
    );
    let mut options = Options::types(source);
    options.client = keys.flag("client");
    options.validators = keys.flag("validators");
    options.react = keys.flag("react");
    options.fake = keys.flag("fake");
    options.dates = keys.choice("dates");
    options.int64 = keys.choice("int64");
    options.platform = keys.choice("platform");
    options.extension = keys.choice("import-extension");
    if let Some(At { value, at }) = keys.text("url-env", "NEXT_PUBLIC_SOCKET_URL") {
        match url_env(value) {
            Ok(found) => options.url_env = Some(found),
            Err(refusal) => keys.refuse(at, refusal),
        }
    }
    if let Err((option, refusal)) = settle(&mut options, Written::Keys) {
        let at = table.get(option).map(toml::Spanned::span).unwrap_or_default();
        keys.refuse(at, refusal);
    }
    let templates = keys.path("templates", "templates");
    let file = file?;
    if is_several(&options) {
        match stem(Path::new(&file.value)) {
            Ok(found) => options.stem = found,
            Err(refusal) => keys.refuse(file.at.clone(), refusal),
        }
    }
    Some(Ts { file, options, templates })
}

fn page(findings: &mut Vec<Finding>, table: &DeTable<'_>, at: Range<usize>) -> Option<Explorer> {
    let mut keys = Table::new(findings, table, at, "an explorer", EXPLORER);
    let file = keys.path("file", "explorer.html");
    keys.missing("file", "write `file = \"explorer.html\"`: the page");
    let mut options = explorer::Options { msgpack: keys.flag("msgpack"), ..explorer::Options::default() };
    if let Some(At { value, at }) = keys.text("url", "https://staging.example.org") {
        match explorer::address(value) {
            Ok(url) => options.url = Some(url),
            Err(help) => {
                keys.refuse(at, (format!("`{}` is no address of a server", value.escape_debug()), help));
            }
        }
    }
    if let Some(At { value, .. }) = keys.text("socket-path", "/socket.io") {
        value.clone_into(&mut options.socket_path);
    }
    Some(Explorer { file: file?, options })
}

fn rendered(findings: &mut Vec<Finding>, table: &DeTable<'_>, at: Range<usize>) -> Option<Render> {
    let mut keys = Table::new(findings, table, at, "a rendered file", RENDER);
    let template = keys.path("template", "templates/types.hbs");
    let file = keys.path("file", "Types.swift");
    keys.missing("template", "write `template = \"templates/types.hbs\"`: what the file is printed with");
    keys.missing("file", "write `file = \"Types.swift\"`: where it goes");
    Some(Render { template: template?, file: file? })
}
