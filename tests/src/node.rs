//! Node and the packages of `tests/web`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The oldest major version of Node that the tests and generated code are held to.
const NODE: u32 = 20;

/// The folder of the web tests, with its packages installed as `package-lock.json` has them.
///
/// # Panics
///
/// If they cannot be installed; what npm says is in the message.
pub fn web_dir() -> &'static Path {
    static WEB: OnceLock<PathBuf> = OnceLock::new();
    WEB.get_or_init(|| {
        let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("web");
        install(&web);
        web
    })
}

/// A folder in [`web_dir`] with packages of its own, which would not go together with the others: the linters need
/// another TypeScript, and there are two versions of React.
///
/// # Panics
///
/// If they cannot be installed; what npm says is in the message.
pub fn web_dir_of(name: &str) -> PathBuf {
    let folder = web_dir().join(name);
    install(&folder);
    folder
}

/// The source of the explorer's page, with its packages installed.
///
/// # Panics
///
/// If they cannot be installed; what npm says is in the message.
pub fn page_dir() -> &'static Path {
    static PAGE: OnceLock<PathBuf> = OnceLock::new();
    PAGE.get_or_init(|| {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/explorer/page");
        install(&page);
        page
    })
}

/// A command that runs Node in [`web_dir`].
///
/// # Panics
///
/// If there is no Node, or an old one.
pub fn node() -> Command {
    static CHECKED: OnceLock<()> = OnceLock::new();
    CHECKED.get_or_init(check_node);
    let mut command = Command::new("node");
    command.current_dir(web_dir());
    command
}

/// Runs a command to its end and fails with all that it printed if it did not succeed.
///
/// # Panics
///
/// If it cannot be started or does not succeed.
#[track_caller]
pub fn succeed(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
    let text = printed(&output);
    assert!(output.status.success(), "{command:?} failed ({}):\n{text}", output.status);
    text
}

fn printed(output: &Output) -> String {
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

fn check_node() {
    let help = format!("install Node {NODE} or later (https://nodejs.org), with npm, to run these tests");
    let output = Command::new("node").arg("--version").output();
    let output = output.unwrap_or_else(|error| panic!("`node` cannot be started ({error}): {help}"));
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let major = version.strip_prefix('v').and_then(|version| version.split('.').next()?.parse::<u32>().ok());
    assert!(major.is_some_and(|major| major >= NODE), "`node --version` says `{version}`: {help}");
}

/// Installs the packages unless they are there already.
fn install(web: &Path) {
    // Several test programs may run at once, and only one may install. The lock ends with the file.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/.generated");
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let lock = File::create(folder.join("install.lock")).and_then(|file| file.lock().map(|()| file));
    let lock = lock.unwrap_or_else(|error| panic!("{} cannot be locked: {error}", folder.display()));

    let modified = |path: &str| fs::metadata(web.join(path)).and_then(|found| found.modified()).ok();
    // npm writes this file last.
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_none() || installed < modified("package-lock.json") {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        // No package needs a script of its own to be installed, so none is run.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        succeed(Command::new(npm).args(arguments).current_dir(web));
    }
    drop(lock);
}
