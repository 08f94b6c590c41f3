//! The files that make up a contract: which of them bring their events, and which of their types are needed.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::syntax::file::{File, Name, Scope, TemplatePart, TypeDecl, TypeExpr};
use crate::syntax::tree::shown;
use std::collections::{HashMap, HashSet};

/// Files that were read, and where each path in them leads.
#[derive(Debug)]
pub struct Program<'a> {
    /// All files by their ids, the one that was asked for first. One that could not be read is an empty one that is not
    /// complete.
    pub files: Vec<File<'a>>,
    /// The part of each file's name before its first dot.
    pub stems: Vec<String>,
    /// The file that a path stands for, by the place of the path. A path that leads nowhere was reported.
    links: HashMap<Span, FileId>,
    /// What each file calls others, with the path that it has for them.
    aliases: Vec<HashMap<&'a str, Name<'a>>>,
}

/// A name with a dot in it, looked up.
pub(super) enum Alias {
    /// A file.
    File(FileId),
    /// A file that was not read, which was reported.
    Unread,
    /// There is none of that name.
    Unknown,
}

impl<'a> Program<'a> {
    /// Puts the files together.
    pub fn new(files: Vec<File<'a>>, stems: Vec<String>, links: HashMap<Span, FileId>) -> Self {
        let aliases = files.iter().map(|file| {
            let mut aliases = HashMap::new();
            for import in &file.imports {
                aliases.entry(import.alias.value).or_insert(import.path);
            }
            for path in file.scopes().flat_map(|scope| &scope.includes) {
                aliases.entry(stem(path.value)).or_insert(*path);
            }
            aliases
        });
        let aliases = aliases.collect();
        Program { files, stems, links, aliases }
    }

    /// The file of a place.
    pub(super) fn file(&self, span: Span) -> &File<'a> {
        &self.files[span.file.index()]
    }

    /// The file that a path stands for.
    pub fn linked(&self, path: &Name<'_>) -> Option<FileId> {
        self.links.get(&path.span).copied()
    }

    /// The file that another one calls by a name.
    fn alias(&self, file: FileId, name: &str) -> Alias {
        match self.aliases[file.index()].get(name) {
            Some(path) => self.linked(path).map_or(Alias::Unread, Alias::File),
            None => Alias::Unknown,
        }
    }

    /// What becomes of the part of a name before its dot.
    pub(super) fn alias_of(&self, written: &Name<'_>, alias: &str) -> Alias {
        self.alias(written.span.file, alias)
    }

    /// What a file calls others, sorted.
    pub(super) fn known_aliases(&self, file: FileId) -> Vec<&'a str> {
        let mut known: Vec<&str> = self.aliases[file.index()].keys().copied().collect();
        known.sort_unstable();
        known
    }

    /// The files whose events a scope has: those that it includes, and those that they include in turn, each with the
    /// path that names it and with the files through which it came, itself first. A file stands there once.
    pub(super) fn groups<'p>(&'p self, scope: &'p Scope<'a>) -> Vec<(FileId, &'p Name<'a>, Vec<FileId>)> {
        let mut found: Vec<(FileId, &'p Name<'a>, Vec<FileId>)> = Vec::new();
        let mut open: Vec<(&'p Name<'a>, Vec<FileId>)> =
            scope.includes.iter().rev().map(|path| (path, Vec::new())).collect();
        while let Some((path, through)) = open.pop() {
            let Some(id) = self.linked(path) else { continue };
            if found.iter().any(|(other, ..)| *other == id) || through.contains(&id) {
                continue;
            }
            let chain: Vec<FileId> = std::iter::once(id).chain(through).collect();
            let inner = self.files[id.index()].root.includes.iter().rev();
            open.extend(inner.map(|path| (path, chain.clone())));
            found.push((id, path, chain));
        }
        found
    }

    /// The files that are there as a whole, in the order of their ids: the first one, and those that are included.
    pub(super) fn whole(&self) -> Vec<FileId> {
        let mut whole = vec![FileId::FIRST];
        if self.files.len() > 1 {
            for scope in self.files[0].scopes() {
                whole.extend(self.groups(scope).into_iter().map(|(id, ..)| id));
            }
            whole.sort_unstable();
            whole.dedup();
        }
        whole
    }

    /// The declared types that the contract holds, each with its file: all of whole files, then those of others that
    /// these lead to.
    pub(super) fn types<'p>(&'p self, whole: &[FileId]) -> Vec<&'p TypeDecl<'a>> {
        let mut types: Vec<&TypeDecl<'a>> =
            whole.iter().flat_map(|id| &self.files[id.index()].types).collect();
        if whole.len() == self.files.len() {
            return types;
        }
        let mut is_whole = vec![false; self.files.len()];
        whole.iter().for_each(|id| is_whole[id.index()] = true);
        // What is taken out of here is needed, and found once.
        let mut others: HashMap<(FileId, &str), &'p TypeDecl<'a>> = HashMap::new();
        for (at, file) in self.files.iter().enumerate().filter(|(at, _)| !is_whole[*at]) {
            let id = FileId::at(at);
            others.extend(file.types.iter().map(|decl| ((id, decl.name.value), decl)));
        }
        let mut open = Vec::new();
        let mut need = |name: &Name<'a>, open: &mut Vec<&'p TypeDecl<'a>>| {
            open.extend(self.target(name).and_then(|target| others.remove(&target)));
        };
        for id in whole {
            let mut walk = |ty: &TypeExpr<'a>| ty.for_each_name(&mut |name| need(name, &mut open));
            let file = &self.files[id.index()];
            file.types.iter().for_each(|decl| walk(&decl.ty));
            file.scopes().for_each(|scope| each_type(scope, &mut walk));
            let templates = file.namespaces.iter().filter_map(|namespace| namespace.template.as_ref());
            templates.flatten().for_each(|part| {
                if let TemplatePart::Param { ty, .. } = part {
                    walk(ty);
                }
            });
        }
        let mut reached = Vec::new();
        while let Some(decl) = open.pop() {
            decl.ty.for_each_name(&mut |name| need(name, &mut open));
            reached.push(decl);
        }
        // In the order of the files, whoever led to them.
        reached.sort_by_key(|decl| decl.name.span);
        types.extend(reached);
        types
    }

    /// The declared types that the contract does not hold.
    pub(super) fn unreached<'p>(&'p self, reached: &[&TypeDecl<'a>]) -> Vec<&'p TypeDecl<'a>> {
        let all = self.files.iter().map(|file| file.types.len()).sum::<usize>();
        if all == reached.len() {
            return Vec::new();
        }
        let reached: HashSet<Span> = reached.iter().map(|decl| decl.name.span).collect();
        let types = self.files.iter().flat_map(|file| &file.types);
        types.filter(|decl| !reached.contains(&decl.name.span)).collect()
    }

    /// Reports names that stand for two files, and those that no type could be reached by.
    pub(super) fn check_aliases(&self, diagnostics: &mut Diagnostics) {
        for (at, file) in self.files.iter().enumerate() {
            for import in &file.imports {
                let name = import.alias.value;
                let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
                if name.is_empty() || !name.chars().all(fits) {
                    let message = format!("`{}` cannot be the name of a file", shown(name));
                    let finding = Diagnostic::new(Code::InvalidName, import.alias.span, message);
                    diagnostics.push(finding.help("use letters, digits, `-` and `_`"));
                }
            }
            for scope in file.scopes() {
                let groups: HashSet<Span> = scope.includes.iter().map(|path| path.span).collect();
                for path in &scope.includes {
                    let name = stem(path.value);
                    let Some(first) = self.aliases[at].get(name) else { continue };
                    let same = self.linked(first) == self.linked(path);
                    // Two groups of one namespace are reported as that.
                    let is_group = groups.contains(&first.span);
                    if same || is_group {
                        continue;
                    }
                    let message = format!("two files are called `{}` here", shown(name));
                    let finding = Diagnostic::new(Code::NameCollision, path.span, message)
                        .help("rename one of them, or import it under another name")
                        .related(first.span, "the other one");
                    diagnostics.push(finding);
                }
            }
        }
    }

    /// The file and the name in it that a name stands for, if it can stand for a declared type at all.
    pub(crate) fn target<'n>(&self, name: &Name<'n>) -> Option<(FileId, &'n str)> {
        let (file, text) = (name.span.file, name.value);
        let Some((alias, rest)) = text.split_once('.') else { return Some((file, text)) };
        match self.alias(file, alias) {
            Alias::File(id) => Some((id, rest)),
            Alias::Unread | Alias::Unknown => None,
        }
    }
}

/// Calls `found` for every type that is written in a scope.
pub(crate) fn each_type<'p, 'a>(scope: &'p Scope<'a>, found: &mut impl FnMut(&'p TypeExpr<'a>)) {
    scope.auth.iter().chain(&scope.connect_error).for_each(&mut *found);
    scope.events().for_each(|event| event.types().for_each(&mut *found));
    let templates = scope.rooms.iter().filter_map(|room| room.template.as_ref());
    for part in templates.flat_map(|(parts, _)| parts) {
        if let TemplatePart::Param { ty, .. } = part {
            found(ty);
        }
    }
}

/// `git` of `./git.sockgen.yaml`.
pub(crate) fn stem(path: &str) -> &str {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.split('.').next().unwrap_or(file)
}
