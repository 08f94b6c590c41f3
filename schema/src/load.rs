//! The one entry: a file in, a [`Model`] and findings out.

use crate::check;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Setting};
use crate::model::Model;
use crate::resolve;
use crate::source::{Source, Sources, Span};
use crate::syntax::{self, json};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes: 4 MiB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Where files come from. The crate itself touches no disk.
pub trait Loader {
    /// The bytes of a file; at most `limit` and one more, so that a caller can tell that it is larger.
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;
}

/// Files on disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Loader for Disk {
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What came of reading a schema.
#[derive(Debug)]
pub struct Loaded {
    /// The texts, for messages.
    pub sources: Sources,
    /// What was found, sorted by place.
    pub diagnostics: Diagnostics,
    /// The contract. It may be emitted only if [`Loaded::has_errors`] is false.
    pub model: Option<Model>,
    /// What the files say with `lint`.
    pub settings: Vec<Setting>,
    /// The files that were read, in that order: what a build must watch.
    pub files: Vec<PathBuf>,
}

impl Loaded {
    /// Whether anything was found that forbids emitting.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.has_errors() || self.model.is_none()
    }
}

/// Reads a schema file. `display` is the name that messages show for it.
pub fn load(path: &Path, display: &str, loader: &dyn Loader) -> Loaded {
    match loader.read(path, MAX_BYTES) {
        Ok(bytes) => {
            let mut loaded = load_bytes(bytes, display);
            loaded.files.push(path.to_owned());
            loaded
        }
        Err(error) => {
            let message = format!("`{display}` cannot be read: {}", reason(&error));
            failed(display, Code::Unreadable, message, "check the path")
        }
    }
}

/// Reads a schema from a text, as it stands in a test or in the macro's inline form.
pub fn load_text(text: &str, display: &str) -> Loaded {
    load_bytes(text.as_bytes().to_vec(), display)
}

fn load_bytes(bytes: Vec<u8>, display: &str) -> Loaded {
    if bytes.len() > MAX_BYTES {
        let help = "check that this is the schema; a contract of that size belongs into several files";
        return failed(display, Code::TooLarge, format!("`{display}` is larger than 4 MiB"), help);
    }
    match String::from_utf8(bytes) {
        Ok(text) => load_source(Source::new(display, text)),
        Err(error) => not_utf8(display, error),
    }
}

fn not_utf8(display: &str, error: std::string::FromUtf8Error) -> Loaded {
    // The text before the first bad byte is shown, so that its place can be.
    let valid = error.utf8_error().valid_up_to();
    let mut bytes = error.into_bytes();
    let bad = bytes[valid];
    bytes.truncate(valid);
    let text = String::from_utf8(bytes).unwrap_or_default();
    let mut sources = Sources::default();
    let file = sources.add(Source::new(display, text));
    let mut diagnostics = Diagnostics::default();
    let message = format!("`{display}` is not UTF-8: byte {bad:#04x} cannot stand here");
    let finding = Diagnostic::new(Code::NotUtf8, Span::new(file, valid, valid), message);
    diagnostics.push(finding.help("save the file as UTF-8"));
    Loaded { sources, diagnostics, model: None, settings: Vec::new(), files: Vec::new() }
}

fn load_source(source: Source) -> Loaded {
    let mut sources = Sources::default();
    let fallback_name = stem(source.name()).to_owned();
    let file = sources.add(source);
    let mut diagnostics = Diagnostics::default();
    let source = sources.get(file);
    let is_json = json::is_json(source.name());
    // An empty file is told what belongs into it, not what JSON is.
    let refused = if is_json && !source.text().trim().is_empty() { json::refuse(file, source) } else { None };
    if let Some(finding) = refused {
        diagnostics.push(finding);
        return Loaded { sources, diagnostics, model: None, settings: Vec::new(), files: Vec::new() };
    }
    let text = source.text();
    let mut settings = Vec::new();
    let model = syntax::yaml::parse(file, text, is_json, &mut diagnostics).map(|root| {
        let written = syntax::bind(text, &root, &mut diagnostics);
        settings.extend_from_slice(&written.settings);
        let model = resolve::resolve(&written, &fallback_name, &sources, &mut diagnostics);
        check::check(&written, &model, &mut diagnostics);
        model
    });
    if model.is_none() && !diagnostics.has_errors() {
        let finding = Diagnostic::new(Code::MissingVersion, Span::new(file, 0, 0), "this file is empty");
        diagnostics.push(
            finding
                .help("write `sockgen: 1` as the first line, then `clientToServer:` and `serverToClient:`"),
        );
    }
    if diagnostics.iter().any(|found| CUTS_SHORT.contains(&found.code)) {
        diagnostics.retain(|found| !MISSES_SOMETHING.contains(&found.code));
    }
    diagnostics.drop_allowed(&settings);
    diagnostics.sort();
    Loaded { sources, diagnostics, model, settings, files: Vec::new() }
}

/// Findings behind which the file was not read.
const CUTS_SHORT: &[Code] = &[Code::Syntax, Code::TooDeep, Code::TooLarge];
/// Findings that say that something is not there: in a file that was not read to its end it may well be.
const MISSES_SOMETHING: &[Code] = &[
    Code::MissingVersion,
    Code::MissingKey,
    Code::UnknownType,
    Code::EnumValues,
    Code::PayloadConflict,
    Code::ErrorWithoutAck,
    Code::UnknownRoom,
    Code::RoomEvent,
];

fn failed(display: &str, code: Code, message: String, help: &str) -> Loaded {
    let mut sources = Sources::default();
    let file = sources.add(Source::new(display, ""));
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(Diagnostic::new(code, Span::new(file, 0, 0), message).help(help));
    Loaded { sources, diagnostics, model: None, settings: Vec::new(), files: Vec::new() }
}

/// The operating system's reason without its error number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

/// `call` of `examples/call.sockgen.yaml`.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split('.').next().unwrap_or(file)
}
