//! `sockgen explorer FILE`: the page on which every event of a contract can be tried, as one file.

use super::{Failure, Outcome, output, report};
use crate::contract::contract;
use clap::Args;
use sockgen_explorer::Page;
use sockgen_schema::model::Model;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct ExplorerArgs {
    /// The schema files, `*.sockgen.yaml`: those of one server
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write to this file instead of printing
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
    /// Write nothing; exit with 1 and show what differs if the output file is not current
    #[arg(long, requires = "output")]
    check: bool,
}

/// Where the page finds its server, and how that one speaks.
#[derive(Args, Clone, Debug)]
pub(super) struct Options {
    /// The server's address. Without it the page connects to servers on this machine, to http://localhost:3001 first
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(super) url: Option<String>,
    /// Socket.IO's path on the server
    #[arg(long, value_name = "PATH", default_value = SOCKET_PATH)]
    pub(super) socket_path: String,
    /// The server speaks MessagePack
    #[arg(long)]
    pub(super) msgpack: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { url: None, socket_path: SOCKET_PATH.to_owned(), msgpack: false }
    }
}

const SOCKET_PATH: &str = "/socket.io";

/// Where servers listen while they are developed.
const THIS_MACHINE: [&str; 4] =
    ["http://localhost:*", "ws://localhost:*", "http://127.0.0.1:*", "ws://127.0.0.1:*"];

pub(super) fn run(args: &ExplorerArgs) -> Result<Outcome, Failure> {
    let mut contracts = Vec::new();
    let mut sources = Vec::new();
    let mut names = Vec::new();
    let mut called: HashMap<String, &Path> = HashMap::new();
    for file in &args.files {
        let Some(found) = report::contract(file)? else { return Ok(Outcome::Findings) };
        // The page tells contracts apart by it, and so do links and what a browser keeps.
        if let Some(other) = called.insert(found.model.name.clone(), file) {
            let (other, file) = (report::display(other), report::display(file));
            let message = format!("`{other}` and `{file}` are both of the contract `{}`", found.model.name);
            return Err(Failure::new(message).help("give one of them another `name:`, or name the file once"));
        }
        let name = output::source_name(file);
        contracts.push(contract(&found.model, &name));
        sources.extend(found.files);
        names.push(name);
    }
    let page = page(&names.join(", "), &args.options);
    let contracts: Vec<&str> = contracts.iter().map(String::as_str).collect();
    output::place(args.output.as_deref(), &sources, args.check, page.html(&contracts))
}

/// The page of one contract.
pub(super) fn text(model: &Model, schema: &Path, options: &Options) -> String {
    let source = output::source_name(schema);
    page(&source, options).html(&[&contract(model, &source)])
}

fn page(source: &str, options: &Options) -> Page {
    let mut page = Page::default();
    page.connect = match &options.url {
        // The sources of the policy for a server, over HTTP and over WebSocket.
        Some(url) => vec![url.clone(), url.replacen("http", "ws", 1)],
        None => THIS_MACHINE.map(str::to_owned).to_vec(),
    };
    page.url = Some(options.url.clone().unwrap_or_else(|| "http://localhost:3001".to_owned()));
    page.socket_path.clone_from(&options.socket_path);
    page.msgpack = options.msgpack;
    page.file_of = Some(crate::escape::one_line(source));
    page
}

/// An origin: what browsers connect to.
pub(super) fn address(text: &str) -> Result<String, String> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
    if rest.starts_with('[') {
        return Err("the policy of a page cannot name an address of IPv6: write a name, such as \
                    http://localhost:3001, or an address of IPv4"
            .to_owned());
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let is_host = host.contains(|c: char| c.is_ascii_alphanumeric()) && host.chars().all(plain);
    // Digits alone: numbers may have a sign.
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if !(scheme == "http" || scheme == "https") || !is_host || !port.is_none_or(is_port) {
        return Err(
            "write scheme, host and port alone, such as https://staging.example.org or http://localhost:3001"
                .to_owned(),
        );
    }
    // As browsers write it.
    Ok(format!("{scheme}://{}", rest.to_ascii_lowercase()))
}
