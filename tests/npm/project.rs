//! Projects of users: the packages are made from the program of this workspace, and installed from their files.

use sockgen_tests::node::succeed;
use sockgen_tests::process::build_with;
use sockgen_tests::root;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// A folder with a schema, in which the packages are installed.
pub struct Project {
    /// Where it is.
    pub folder: PathBuf,
}

impl Project {
    /// A project with the command and its program.
    pub fn new(name: &str) -> Self {
        let project = Self::empty(name);
        project.install(&packages().iter().map(PathBuf::as_path).collect::<Vec<_>>());
        project
    }

    /// A project in which the package with the program was left out.
    pub fn without_program(name: &str) -> Self {
        let project = Self::empty(name);
        let main = packages().last().expect("the packages have been made");
        project.install(&[Path::new("--omit=optional"), main]);
        project
    }

    fn empty(name: &str) -> Self {
        let project = Project { folder: emptied(name) };
        project.write("package.json", r#"{ "name": "app", "private": true, "type": "module" }"#);
        let schema = fs::read_to_string(root().join("examples/call/call.sockgen.yaml"));
        project.write("call.sockgen.yaml", &schema.expect("the example has a schema"));
        project
    }

    /// Installs without a registry: npm leaves out what an optional dependency names and nobody has, as are the packages of
    /// the other platforms here.
    fn install(&self, arguments: &[&Path]) {
        let mut npm = self.npm("npm");
        npm.args(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--cache"]);
        succeed(npm.arg(self.path(".cache")).args(arguments));
    }

    /// `npm` or `npx`, in the project.
    pub fn npm(&self, name: &str) -> Command {
        let mut command = Command::new(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() });
        command.current_dir(&self.folder).env_remove("SOCKGEN_BINARY").stdin(Stdio::null());
        command
    }

    /// The command of the package, as a script of the project runs it.
    pub fn sockgen(&self) -> Command {
        let mut command = Command::new("node");
        command.arg("node_modules/sockgen/bin/sockgen.cjs");
        command.current_dir(&self.folder).env_remove("SOCKGEN_BINARY");
        command
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    #[track_caller]
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        let written = fs::create_dir_all(path.parent().unwrap()).and_then(|()| fs::write(&path, text));
        written.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// The program of this workspace.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| build_with("sockgen-codegen", &["cli"]).join(format!("sockgen{EXE_SUFFIX}")))
}

/// A script of these tests that stands in for the program.
pub fn stand_in(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("npm").join(name)
}

/// Makes packages, and returns what was printed and how it ended.
pub fn pack(arguments: &[&Path]) -> Output {
    let mut command = Command::new("node");
    command.arg(root().join("npm/pack.mjs")).args(arguments);
    command.output().unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"))
}

/// A folder with nothing in it, which stays until the next run.
pub fn emptied(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

/// The packages for this platform, that of the command last.
fn packages() -> &'static [PathBuf] {
    static PACKAGES: OnceLock<Vec<PathBuf>> = OnceLock::new();
    PACKAGES.get_or_init(|| {
        let out = emptied("packages");
        let packed = pack(&[Path::new("--binary"), program(), Path::new("--out"), &out]);
        assert!(packed.status.success(), "{}", String::from_utf8_lossy(&packed.stderr));
        String::from_utf8_lossy(&packed.stdout).lines().map(PathBuf::from).collect()
    })
}
