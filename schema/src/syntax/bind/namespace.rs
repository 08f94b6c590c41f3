//! Namespaces, and the keys that they share with the top of a file.

use super::Binder;
use super::read::{Options, Vocabulary};
use super::room;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Direction;
use crate::source::Spanned;
use crate::syntax::file::{ImportDecl, Name, NamespaceDecl, Scope, TemplatePart};
use crate::syntax::room_template;
use crate::syntax::tree::{Entry, Map, Node, Value, shown};

/// What a namespace looks like.
pub(super) const EXAMPLE: &str = "`/admin: { clientToServer: { kick: { data: { user: string } } } }`";
const PATH_HELP: &str =
    "write it with a slash before each part, such as `/admin`, or `\"/game/{id: uuid}\"` with a parameter";

const NAMESPACE: Vocabulary = Vocabulary {
    what: "a namespace",
    known: &[
        "name",
        "doc",
        "auth",
        "connectError",
        "include",
        "clientToServer",
        "serverToClient",
        "rooms",
        "lint",
    ],
    elsewhere: &[],
    documented: &["auth", "connectError"],
    extensible: true,
    hint: "",
};

impl<'n> Binder<'n, '_> {
    /// Reads one of the keys that the top of a file and a namespace share. Returns whether it is one.
    pub(super) fn scope_key(&mut self, scope: &mut Scope<'n>, key: &str, entry: &'n Entry<'n>) -> bool {
        match key {
            "auth" => scope.auth = Some(self.documented_type(entry)),
            "connectError" => scope.connect_error = Some(self.documented_type(entry)),
            "include" => scope.includes = self.includes(entry),
            "clientToServer" => scope.client_events = self.events(entry, Direction::ClientToServer),
            "serverToClient" => scope.server_events = self.events(entry, Direction::ServerToClient),
            "rooms" => scope.rooms = self.section(entry, "rooms", room::EXAMPLE, Self::room),
            _ => return false,
        }
        true
    }

    pub(super) fn namespace(&mut self, entry: &'n Entry<'n>) -> NamespaceDecl<'n> {
        let mut namespace = NamespaceDecl {
            path: self.key(entry),
            template: self.path(entry),
            doc: self.comment_doc(entry.doc.as_deref()),
            name: None,
            scope: Scope::default(),
            extensions: Vec::new(),
        };
        if entry.value.is_empty() {
            return namespace;
        }
        let help = format!("write what it holds: {EXAMPLE}");
        let Some(map) = self.map(&entry.value, "a namespace", "a mapping", &help) else {
            return namespace;
        };
        let Options { found, extensions, complete } = self.options(map, &NAMESPACE);
        self.complete &= complete;
        for (key, option) in found {
            match key {
                "name" => namespace.name = self.required_text(option, "write a name for code: `name: admin`"),
                "doc" => {
                    let written = self.doc_key(option);
                    namespace.doc = self.one_doc(namespace.doc.take(), written);
                }
                "lint" => self.lint(option),
                _ => drop(self.scope_key(&mut namespace.scope, key, option)),
            }
        }
        namespace.extensions = self.extensions(&extensions);
        namespace
    }

    /// The path of a namespace: parts behind slashes, each of them fixed or one parameter.
    fn path(&mut self, entry: &'n Entry<'n>) -> Option<Vec<TemplatePart<'n>>> {
        let raw = self.text.get(entry.key_span.range()).unwrap_or("");
        let text = crate::syntax::scalar::Text::new(&entry.key, raw, entry.key_span);
        let mut refuse = |message: String, help: String| {
            self.push(Diagnostic::new(Code::NamespacePath, entry.key_span, message).help(help));
            None
        };
        let path = text.text;
        if path == "/" {
            let help = "write its events at the top of the file: that is this namespace";
            return refuse("`/` is the namespace that every file has".to_owned(), help.to_owned());
        }
        let Some(behind) = path.strip_prefix('/') else {
            let shown = shown(path);
            let help = match path.contains(['{', ':', ' ']) {
                true => format!("write `\"/{shown}\"`"),
                false => format!("write `/{shown}`"),
            };
            return refuse(
                format!("the path of a namespace begins with a slash, and `{shown}` does not"),
                help,
            );
        };
        if behind.ends_with('/') {
            let help = format!("write `{}`", shown(path.trim_end_matches('/')));
            return refuse("a namespace's path does not end in a slash".to_owned(), help);
        }
        let before = self.diagnostics.len();
        let parts = room_template::parse(text, self.diagnostics)?;
        if self.diagnostics.len() > before {
            return Some(parts);
        }
        let problem = path_problem(&parts);
        if let Some(problem) = problem {
            self.push(Diagnostic::new(Code::NamespacePath, entry.key_span, problem).help(PATH_HELP));
            return None;
        }
        Some(parts)
    }

    /// `import: { common: ./common.sockgen.yaml }`.
    pub(super) fn imports(&mut self, entry: &'n Entry<'n>) -> Vec<ImportDecl<'n>> {
        if entry.value.is_empty() {
            return Vec::new();
        }
        let help = "write `import: { common: ./common.sockgen.yaml }`, and use its types as `common.User`";
        let wanted = "a mapping from names to paths";
        let Some(map) = self.map(&entry.value, "`import`", wanted, help) else {
            self.complete = false;
            return Vec::new();
        };
        self.complete &= map.complete;
        let mut imports = Vec::with_capacity(map.entries.len());
        for (at, entry) in map.entries.iter().enumerate() {
            if self.flow_comma(map, at) {
                continue;
            }
            self.documents_nothing(entry.doc.as_deref(), "an import is not documented");
            match self.required_text(entry, help) {
                Some(path) => imports.push(ImportDecl { alias: self.key(entry), path }),
                None => self.complete = false,
            }
        }
        imports
    }

    /// `include: [./git.sockgen.yaml]`.
    fn includes(&mut self, entry: &'n Entry<'n>) -> Vec<Name<'n>> {
        let help = "write the path of a file, or of several: `include: [./git.sockgen.yaml]`";
        let items: Vec<&'n Node<'n>> = match &entry.value.value {
            Value::List(items) => items.iter().collect(),
            _ if entry.value.is_empty() => Vec::new(),
            _ => vec![&entry.value],
        };
        let mut includes = Vec::with_capacity(items.len());
        for item in items {
            self.documents_nothing(item.doc.as_deref(), "an included file is documented by its own `doc`");
            match self.scalar(item, "a file in `include`", "a path", help) {
                Some(path) => includes.push(path),
                None => self.complete = false,
            }
        }
        includes
    }

    /// The keys of `map` that an included file cannot have.
    pub(super) fn of_applications(map: &'n Map<'n>) -> Vec<Name<'n>> {
        let keys = ["auth", "connectError", "namespaces"];
        let entries = map.entries.iter().filter(|entry| keys.contains(&&*entry.key));
        entries.map(|entry| Spanned::new(&*entry.key, entry.key_span)).collect()
    }
}

/// What keeps the parts of a path from being one.
fn path_problem(parts: &[TemplatePart<'_>]) -> Option<String> {
    let mut before: Option<&str> = None;
    for (at, part) in parts.iter().enumerate() {
        match part {
            TemplatePart::Literal(text) => {
                if let Some(c) = text.chars().find(|c| !in_path(*c)) {
                    return Some(format!("a namespace's path cannot hold a `{}`", c.escape_default()));
                }
                if text.contains("//") {
                    return Some("nothing stands between two slashes of this path".to_owned());
                }
                if at > 0 && !text.starts_with('/') {
                    return Some("a parameter is a whole part of the path, up to the next slash".to_owned());
                }
                before = Some(text);
            }
            TemplatePart::Param { .. } => {
                if !before.is_some_and(|text| text.ends_with('/')) {
                    return Some("a parameter is a whole part of the path, from slash to slash".to_owned());
                }
                before = None;
            }
        }
    }
    None
}

/// What a path is made of: what stands for itself in a URL, without what Socket.IO's own packets end a path with.
fn in_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~' | ':' | '@' | '+' | '=')
}
