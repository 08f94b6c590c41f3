//! What a folder is, so that what is written into it fits.

use super::super::config::slashed;
use super::super::fmt::schemas_below;
use std::fs;
use std::path::Path;

/// What was found in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Project {
    /// Whether there is a `package.json`.
    pub(super) npm: bool,
    /// Whether there is a `Cargo.toml`.
    pub(super) cargo: bool,
    pub(super) framework: Framework,
    pub(super) react: bool,
    pub(super) socket_io_client: bool,
    /// Whether the npm package with this command is there.
    pub(super) sockgen: bool,
    /// Whether TypeScript resolves modules as Node does, with file endings.
    pub(super) node_resolution: bool,
    /// Whether sources are under `src`.
    pub(super) src: bool,
    /// What installs packages.
    pub(super) manager: &'static str,
    /// The schemas that are there, by their paths from the folder.
    pub(super) schemas: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Framework {
    Next,
    Vite,
    #[default]
    Other,
}

/// The variables that hold the server's address.
pub(super) const NEXT_URL: &str = "NEXT_PUBLIC_SOCKET_URL";
pub(super) const VITE_URL: &str = "VITE_SOCKET_URL";

impl Project {
    /// Looks at a folder. What cannot be read is as if it were not there.
    pub(super) fn of(folder: &Path) -> Self {
        let text = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let is_there = |name: &str| folder.join(name).exists();
        let package: serde_json::Value =
            text("package.json").and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let depends = |name: &str| {
            ["dependencies", "devDependencies", "peerDependencies"]
                .iter()
                .any(|kind| package[*kind].get(name).is_some())
        };
        let framework = match () {
            () if depends("next") => Framework::Next,
            () if depends("vite") => Framework::Vite,
            () => Framework::Other,
        };
        let tsconfig = text("tsconfig.json").unwrap_or_default().to_ascii_lowercase();
        let managers = [
            ("pnpm-lock.yaml", "pnpm add"),
            ("yarn.lock", "yarn add"),
            ("bun.lock", "bun add"),
            ("bun.lockb", "bun add"),
        ];
        let manager =
            managers.iter().find(|(lock, _)| is_there(lock)).map_or("npm install", |(_, manager)| manager);
        Project {
            npm: is_there("package.json"),
            cargo: is_there("Cargo.toml"),
            framework,
            react: depends("react"),
            socket_io_client: depends("socket.io-client"),
            sockgen: depends("sockgen"),
            node_resolution: ["nodenext", "node16", "node18", "node20"]
                .iter()
                .any(|kind| tsconfig.contains(&format!("\"{kind}\""))),
            // Rust has such a folder too.
            src: is_there("src") && is_there("package.json"),
            manager,
            schemas: schemas(folder),
        }
    }

    /// Where generated TypeScript goes.
    pub(super) fn output(&self) -> &'static str {
        if self.src { "src/utils/socketIO.ts" } else { "utils/socketIO.ts" }
    }

    /// `sockgen.toml` for these schemas.
    pub(super) fn config(&self, schemas: &[String]) -> String {
        let mut text = String::from(
            "# Everything that is generated from the contract: `sockgen generate` writes it, `sockgen generate --check` finds\n\
             # what differs, `sockgen generate --watch` stays and writes it again. Paths begin in this folder.\n",
        );
        for schema in schemas {
            let name = schema.rsplit('/').next().unwrap_or(schema);
            let stem = name.split(".sockgen.").next().unwrap_or(name);
            let output = match schemas.len() {
                1 => self.output().to_owned(),
                _ => self.output().replace("socketIO.ts", &format!("{stem}.ts")),
            };
            text.push_str(&format!("\n[[contract]]\nschema = {}\n", quoted(schema)));
            text.push_str(&self.typescript(&output));
        }
        text
    }

    fn typescript(&self, output: &str) -> String {
        let mut text = format!("\n[contract.ts]\nfile = {}\nclient = true\n", quoted(output));
        match self.react {
            true => text.push_str("react = true\n"),
            false => text.push_str("# react = true # hooks for React\n"),
        }
        text.push_str("# validators = true # checks of what arrives and of forms, for any library that takes Standard Schema\n");
        text.push_str("# fake = true # a server for the frontend's own tests\n");
        match self.framework {
            Framework::Next => text.push_str(&format!("url-env = \"{NEXT_URL}\"\n")),
            Framework::Vite => text.push_str(&format!("url-env = \"{VITE_URL}\"\n")),
            Framework::Other => {
                text.push_str("# url-env = \"SOCKET_URL\" # the variable that holds the server's address\n")
            }
        }
        if self.node_resolution && self.framework == Framework::Other {
            text.push_str("import-extension = \"js\"\n");
        }
        text
    }
}

/// The schemas of a project: those that lie highest. What lies below them are their parts, mostly.
fn schemas(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let all: Vec<String> =
        schemas_below(folder).unwrap_or_default().iter().map(|path| slashed(path)).collect();
    let depth = |path: &String| path.matches('/').count();
    let least = all.iter().map(depth).min();
    all.into_iter().filter(|path| Some(depth(path)) == least).collect()
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
