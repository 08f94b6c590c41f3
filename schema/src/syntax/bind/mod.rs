//! The binder: walks the whole tree of a file and reports everything that is wrong with its structure, in one pass.

mod acks;
mod event;
mod lint;
mod long_form;
mod namespace;
mod notes;
mod read;
mod room;
mod settings;
mod types;
mod union;

use super::file::{File, Name, TypeDecl, TypeExpr};
use super::tree::{Entry, Node, Value, shown};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Setting};
pub(crate) use long_form::json;
use read::Vocabulary;

const TOP: Vocabulary = Vocabulary {
    what: "a schema file",
    known: &[
        "sockgen",
        "name",
        "version",
        "doc",
        "import",
        "include",
        "defaults",
        "acks",
        "auth",
        "connectError",
        "types",
        "clientToServer",
        "serverToClient",
        "rooms",
        "namespaces",
        "lint",
    ],
    elsewhere: &[],
    documented: &["auth", "connectError"],
    extensible: true,
    hint: "",
};

/// Binds a file's root. Every finding is pushed; what could be read is returned.
pub fn bind<'n>(text: &'n str, root: &'n Node<'n>, diagnostics: &mut Diagnostics) -> File<'n> {
    let mut binder = Binder { text, diagnostics, settings: Vec::new(), complete: true };
    let mut file = binder.file(root);
    file.complete = binder.complete;
    lint::give_extents(&mut binder.settings, root);
    file.settings = binder.settings;
    file.place = Some(root.span.start_point());
    file
}

struct Binder<'n, 'd> {
    text: &'n str,
    diagnostics: &'d mut Diagnostics,
    /// What `lint` says, everywhere in the file.
    settings: Vec<Setting>,
    /// Whether all sections were understood.
    complete: bool,
}

impl<'n> Binder<'n, '_> {
    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn file(&mut self, root: &'n Node<'n>) -> File<'n> {
        let mut file = File::default();
        let Some(map) = self.map(root, "a schema file", "a mapping", "begin it with `sockgen: 1`") else {
            return file;
        };
        let options = self.options(map, &TOP);
        self.complete = options.complete;
        // A first line with another word for it was reported as that.
        let is_there =
            |entry: &Entry<'_>| matches!(&entry.value.value, Value::Scalar { text, .. } if text == "1");
        let is_misspelt = !options.complete && map.entries.first().is_some_and(is_there);
        if options.get("sockgen").is_none() && !is_misspelt {
            let finding =
                Diagnostic::new(Code::MissingVersion, root.span.start_point(), "`sockgen: 1` is missing")
                    .help("write `sockgen: 1` as the first line: the version of the schema language");
            self.push(finding);
        }
        file.extensions = self.extensions(&options.extensions);
        file.of_applications = Self::of_applications(map);
        for (key, entry) in options.found {
            match key {
                "sockgen" => self.language_version(entry),
                "name" => file.name = self.required_text(entry, "write the application's name: `name: Call`"),
                "version" => file.version = self.version(entry),
                "doc" => file.doc = self.doc_key(entry),
                "import" => file.imports = self.imports(entry),
                "defaults" => file.defaults = self.defaults(entry),
                "acks" => file.acks = self.acks(entry),
                "types" => {
                    file.types = self.section(entry, "types", "`RoomId: string(1..=64)`", Self::type_decl)
                }
                "namespaces" => {
                    file.namespaces = self.section(entry, "namespaces", namespace::EXAMPLE, Self::namespace)
                }
                "lint" => self.lint(entry),
                _ => drop(self.scope_key(&mut file.root, key, entry)),
            }
        }
        file
    }

    /// The entries of a section.
    fn section<T>(
        &mut self,
        section: &'n Entry<'n>,
        of: &str,
        example: &str,
        read: impl Fn(&mut Self, &'n Entry<'n>) -> T,
    ) -> Vec<T> {
        // A section with nothing in it yet is a section in the making, not a mistake.
        if section.value.is_empty() {
            return Vec::new();
        }
        let what = format!("`{}`", section.key);
        let wanted = format!("a mapping from names to {of}");
        let help = format!("write `{}:`, and below it lines such as {example}", section.key);
        match self.map(&section.value, &what, &wanted, &help) {
            Some(map) => map.entries.iter().map(|entry| read(self, entry)).collect(),
            None => {
                self.complete = false;
                Vec::new()
            }
        }
    }

    fn language_version(&mut self, entry: &Entry<'_>) {
        if matches!(&entry.value.value, Value::Scalar { text, plain: true } if text == "1") {
            return;
        }
        let (message, help) = match &entry.value.value {
            Value::Scalar { text, plain: false } if text == "1" => {
                ("the version of the language is a number".to_owned(), "write `sockgen: 1`, without quotes")
            }
            Value::Scalar { text, .. } if !entry.value.is_empty() => {
                (format!("`{}` is not a version of the schema language", shown(text)), "write `sockgen: 1`")
            }
            _ => ("`sockgen` must be the version of the schema language".to_owned(), "write `sockgen: 1`"),
        };
        self.push(Diagnostic::new(Code::MissingVersion, entry.value.span, message).help(help));
    }

    fn version(&mut self, entry: &'n Entry<'n>) -> Option<Name<'n>> {
        let help = "a version is three numbers with dots, such as `1.0.0`";
        let version = self.required_text(entry, help)?;
        if !is_version(version.value) {
            let message = format!("`{}` is not a version", shown(version.value));
            self.push(Diagnostic::new(Code::WrongKind, version.span, message).help(help));
        }
        Some(version)
    }

    fn type_decl(&mut self, entry: &'n Entry<'n>) -> TypeDecl<'n> {
        let mut ty = self.documented_type(entry);
        TypeDecl { name: self.key(entry), doc: ty.take_doc(), ty }
    }

    fn documented_type(&mut self, entry: &'n Entry<'n>) -> TypeExpr<'n> {
        let ty = self.type_node(&entry.value);
        self.with_doc(ty, entry)
    }
}

/// `major.minor.patch`, with `-pre.release` and `+build` behind it, as SemVer has it.
fn is_version(text: &str) -> bool {
    let (text, build) = text.split_once('+').map_or((text, None), |(text, build)| (text, Some(build)));
    let (core, pre) = text.split_once('-').map_or((text, None), |(core, pre)| (core, Some(pre)));
    let number = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_digit())
            && !part.is_empty()
            && (part == "0" || !part.starts_with('0'))
    };
    let word = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    core.split('.').count() == 3
        && core.split('.').all(number)
        && pre.into_iter().chain(build).all(|rest| rest.split('.').all(word))
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn versions_are_those_of_semver() {
        for good in ["1.0.0", "0.1.20", "1.0.0-rc.1", "1.0.0-x-y+build.7", "1.0.0+7"] {
            assert!(is_version(good), "{good}");
        }
        for bad in [
            "1.0",
            "1",
            "1.0.0.0",
            "01.0.0",
            "1.0.x",
            "v1.0.0",
            "1.0.0-",
            "1.0.0-a..b",
            "1.0.0+",
            "1..0",
            "+1.0.0",
        ] {
            assert!(!is_version(bad), "{bad}");
        }
    }
}
