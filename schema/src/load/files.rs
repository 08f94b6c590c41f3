//! The files of a schema: the one that was asked for, and those that it names, each of them once.

use super::paths::{self, InTree};
use super::{Loader, MAX_BYTES, MAX_FILES, MAX_TOTAL_BYTES};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::kept::Kept;
use crate::model::graph;
use crate::resolve::{self, Program};
use crate::source::{FileId, Source, Sources, Span};
use crate::suggest::nearest;
use crate::syntax::file::{File, Name};
use crate::syntax::tree::{Node, shown};
use crate::syntax::{self, json};
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

/// The files so far.
pub(super) struct Reading<'l, 't, 'n, 'd> {
    from: Option<(&'l Path, &'l dyn Loader)>,
    sources: &'t Sources,
    trees: &'n Kept<Node<'t>>,
    diagnostics: &'d mut Diagnostics,
    files: Vec<File<'n>>,
    /// Where each file stands in the tree.
    places: Vec<InTree>,
    links: HashMap<Span, FileId>,
    /// By the one path that a file has.
    known: HashMap<PathBuf, FileId>,
    /// The folder of the first file by its one path; nothing, where that was asked for in vain.
    root: Option<Option<PathBuf>>,
    watched: Vec<PathBuf>,
    bytes: usize,
    /// Whether there was one file too many.
    full: bool,
}

impl<'l, 't: 'n, 'n, 'd> Reading<'l, 't, 'n, 'd> {
    pub(super) fn new(
        from: Option<(&'l Path, &'l dyn Loader)>,
        sources: &'t Sources,
        trees: &'n Kept<Node<'t>>,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Reading {
            from,
            sources,
            trees,
            diagnostics,
            files: Vec::new(),
            places: Vec::new(),
            links: HashMap::new(),
            known: HashMap::new(),
            root: None,
            watched: Vec::new(),
            bytes: 0,
            full: false,
        }
    }

    /// Reads the file that was asked for. Returns whether there was something to read.
    pub(super) fn first(&mut self, bytes: Vec<u8>, display: &str) -> bool {
        let name = display.rsplit(['/', '\\']).next().unwrap_or(display).to_owned();
        self.watched.extend(self.from.map(|(path, _)| path.to_owned()));
        self.file(bytes, display, vec![name])
    }

    /// Reads all files that others name.
    pub(super) fn others(&mut self) {
        let mut at = 0;
        while at < self.files.len() {
            let file = &self.files[at];
            let imports = file.imports.iter().map(|import| import.path);
            let includes = file.scopes().flat_map(|scope| scope.includes.iter().copied());
            let paths: Vec<Name<'n>> = imports.chain(includes).collect();
            for path in paths {
                match self.linked(at, &path) {
                    Some(id) => drop(self.links.insert(path.span, id)),
                    // What is in there is missing now, and not to be missed a second time.
                    None => self.files[at].complete = false,
                }
            }
            at += 1;
        }
        if !self.links.is_empty() {
            self.refuse_circles();
        }
    }

    /// The files, and what a build must watch.
    pub(super) fn finish(self) -> (Program<'n>, Vec<PathBuf>) {
        let stem = |place: &InTree| resolve::stem(place.last().map_or("", String::as_str)).to_owned();
        let stems = self.places.iter().map(stem).collect();
        (Program::new(self.files, stems, self.links), self.watched)
    }

    /// Takes a file. Returns whether there was something to read.
    fn file(&mut self, bytes: Vec<u8>, display: &str, place: InTree) -> bool {
        self.bytes += bytes.len();
        let before = self.diagnostics.len();
        let (file, root) = self.tree(bytes, display);
        let has_root = root.is_some();
        let mut bound = match root {
            Some(root) => {
                let text = self.sources.get(file).text();
                syntax::bind(text, self.trees.add(root).1, self.diagnostics)
            }
            None => File::default(),
        };
        if !has_root && self.diagnostics.len() == before {
            let finding = Diagnostic::new(Code::MissingVersion, Span::new(file, 0, 0), "this file is empty");
            self.diagnostics.push(
                finding.help(
                    "write `sockgen: 1` as the first line, then `clientToServer:` and `serverToClient:`",
                ),
            );
        }
        let cuts = |found: &Diagnostic| found.span.file == file && super::CUTS_SHORT.contains(&found.code);
        if self.diagnostics.iter().skip(before).any(cuts) {
            bound.complete = false;
        }
        self.files.push(bound);
        self.places.push(place);
        has_root
    }

    /// The tree of a file's bytes.
    fn tree(&mut self, bytes: Vec<u8>, display: &str) -> (FileId, Option<Node<'t>>) {
        let add = |text: String| self.sources.add(Source::new(display, text));
        if bytes.len() > MAX_BYTES {
            let file = add(String::new());
            let help = "check that this is the schema; a contract of that size belongs into several files";
            let message = format!("`{display}` is larger than 4 MiB");
            let finding = Diagnostic::new(Code::TooLarge, Span::new(file, 0, 0), message);
            self.diagnostics.push(finding.help(help));
            return (file, None);
        }
        let file = match String::from_utf8(bytes) {
            Ok(text) => add(text),
            Err(error) => {
                // The text before the first bad byte is shown, so that its place can be.
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                let bad = bytes[valid];
                bytes.truncate(valid);
                let file = add(String::from_utf8(bytes).unwrap_or_default());
                let message = format!("`{display}` is not UTF-8: byte {bad:#04x} cannot stand here");
                let finding = Diagnostic::new(Code::NotUtf8, Span::new(file, valid, valid), message);
                self.diagnostics.push(finding.help("save the file as UTF-8"));
                return (file, None);
            }
        };
        let source = self.sources.get(file);
        let is_json = json::is_json(source.name());
        // An empty file is told what belongs into it, not what JSON is.
        let refused =
            if is_json && !source.text().trim().is_empty() { json::refuse(file, source) } else { None };
        if let Some(finding) = refused {
            self.diagnostics.push(finding);
            return (file, None);
        }
        (file, syntax::yaml::parse(file, source.text(), is_json, self.diagnostics))
    }

    /// The file that a path stands for, read where it was not yet.
    fn linked(&mut self, from: usize, path: &Name<'_>) -> Option<FileId> {
        let Some((first, loader)) = self.from else {
            let message = "a schema without a file of its own cannot name others";
            let finding = Diagnostic::new(Code::FilePath, path.span, message);
            self.diagnostics.push(finding.help("put the schema into a file"));
            return None;
        };
        let folder = self.places[from].split_last().map_or(&[][..], |(_, folder)| folder);
        let place = match paths::follow(folder, path.value) {
            Ok(place) => place,
            Err((message, help)) => {
                self.diagnostics.push(Diagnostic::new(Code::FilePath, path.span, message).help(help));
                return None;
            }
        };
        let folder = first.parent().unwrap_or(Path::new(""));
        let file: PathBuf = folder.join(place.iter().collect::<PathBuf>());
        let display = self.display(&place);
        let canonical = match loader.canonical(&file) {
            Ok(canonical) => canonical,
            Err(error) => return self.unreadable(path, &display, &error, loader, &file),
        };
        if let Some(id) = self.known.get(&canonical) {
            return Some(*id);
        }
        if !self.is_in_tree(&canonical, first, loader) {
            let message = format!("`{}` leads out of the schema's own folder", shown(path.value));
            let finding = Diagnostic::new(Code::FilePath, path.span, message)
                .label("through a symbolic link")
                .help("keep the files that a schema names in its own folder, or below it");
            self.diagnostics.push(finding);
            return None;
        }
        if let Some(id) = self.known.get(&canonical) {
            return Some(*id);
        }
        let bytes = match loader.read(&canonical, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(path, &display, &error, loader, &file),
        };
        if self.files.len() >= MAX_FILES || self.bytes + bytes.len() > MAX_TOTAL_BYTES {
            let message = match self.files.len() >= MAX_FILES {
                true => format!("this schema is made of more than {MAX_FILES} files"),
                false => "the files of this schema are larger than 8 MiB together".to_owned(),
            };
            // One such file is as good as all of them.
            if !std::mem::replace(&mut self.full, true) {
                let finding = Diagnostic::new(Code::TooLarge, path.span, message);
                self.diagnostics.push(finding.help("make it of fewer files, or of several schemas"));
            }
            return None;
        }
        let id = FileId::at(self.files.len());
        self.known.insert(canonical, id);
        self.watched.push(file);
        self.file(bytes, &display, place);
        Some(id)
    }

    /// Whether a file lies in the folder of the first one, or below it.
    fn is_in_tree(&mut self, canonical: &Path, first: &Path, loader: &dyn Loader) -> bool {
        if self.root.is_none() {
            let first = loader.canonical(first).ok();
            if let Some(first) = &first {
                self.known.insert(first.clone(), FileId::FIRST);
            }
            self.root = Some(first.map(|first| first.parent().unwrap_or(Path::new("")).to_owned()));
        }
        let root = self.root.as_ref().and_then(|root| root.as_ref());
        root.is_some_and(|root| canonical.starts_with(root))
    }

    /// The name that messages show for a file of the tree.
    fn display(&self, place: &InTree) -> String {
        let first = self.sources.get(FileId::FIRST).name();
        let folder = first.rfind(['/', '\\']).map_or("", |at| &first[..=at]);
        format!("{folder}{}", place.join("/"))
    }

    fn unreadable(
        &mut self,
        path: &Name<'_>,
        display: &str,
        error: &io::Error,
        loader: &dyn Loader,
        file: &Path,
    ) -> Option<FileId> {
        let names = loader.names(file.parent().unwrap_or(Path::new("")));
        let (before, name) = match path.value.rfind('/') {
            Some(at) => path.value.split_at(at + 1),
            None => ("", path.value),
        };
        let help = match nearest(name, names.iter().map(String::as_str).filter(|other| *other != name)) {
            Some(near) => format!("did you mean `{}`?", shown(&format!("{before}{near}"))),
            None => "check the path: it begins at the folder of this file".to_owned(),
        };
        let message = format!("`{}` cannot be read: {}", shown(display), reason(error));
        self.diagnostics.push(Diagnostic::new(Code::Unreadable, path.span, message).help(help));
        None
    }

    /// Reports files that lead back to themselves, and cuts each circle where it closes.
    fn refuse_circles(&mut self) {
        let mut links: Vec<(Span, FileId)> = self.links.iter().map(|(span, id)| (*span, *id)).collect();
        links.sort_unstable();
        let mut edges: Vec<Vec<usize>> = vec![Vec::new(); self.files.len()];
        for (span, id) in &links {
            edges[span.file.index()].push(id.index());
        }
        let mut component = vec![0; self.files.len()];
        for (number, members) in graph::components(&edges).iter().enumerate() {
            members.iter().for_each(|member| component[*member] = number);
        }
        // In the order of the files: a link inside of a circle that leads to a file that came before closes it.
        for (span, id) in links {
            let (from, to) = (span.file.index(), id.index());
            if component[from] != component[to] || to > from {
                continue;
            }
            let message = match from == to {
                true => "this file names itself".to_owned(),
                false => {
                    let name = |file: FileId| shown(self.sources.get(file).name());
                    format!("`{}` leads back to `{}`, which leads here", name(id), name(span.file))
                }
            };
            let help = "move what both need into a third file, and import that";
            let help =
                if from == to { "remove it: what a file declares needs no import in it" } else { help };
            let mut finding = Diagnostic::new(Code::FileCycle, span, message).help(help);
            let back = self.links.iter().find(|(other, target)| {
                other.file == id && component[target.index()] == component[from] && from != to
            });
            if let Some((other, _)) = back {
                finding = finding.related(*other, "on the way here");
            }
            self.links.remove(&span);
            self.diagnostics.push(finding);
        }
    }
}

/// The operating system's reason without its error number.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
