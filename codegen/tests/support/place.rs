//! A folder of one test's own, and the command run in it.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::SystemTime;
use tempfile::TempDir;

pub const CALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/call/call.sockgen.yaml");

pub struct Place {
    folder: TempDir,
}

/// Every file by its path, with its bytes and the time of its last change.
pub type Picture = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

#[allow(dead_code, reason = "each test uses a part of it")]
impl Place {
    pub fn empty() -> Self {
        Place { folder: TempDir::new().unwrap() }
    }

    /// With the call's schema in it.
    pub fn new() -> Self {
        let place = Place::empty();
        fs::copy(CALL, place.path("call.sockgen.yaml")).unwrap();
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    pub fn delete(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in("", arguments)
    }

    #[track_caller]
    pub fn run_in(&self, folder: &str, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sockgen"));
        Ran(command.current_dir(self.path(folder)).args(arguments).output().unwrap())
    }

    /// All files, hidden ones too.
    pub fn picture(&self) -> Picture {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let found = fs::symlink_metadata(&path).unwrap();
                let name = path.strip_prefix(self.folder.path()).unwrap().to_owned();
                if found.is_dir() {
                    folders.push(path);
                    files.insert(name, (Vec::new(), SystemTime::UNIX_EPOCH));
                } else {
                    let bytes = fs::read(&path).unwrap_or_default();
                    files.insert(name, (bytes, found.modified().unwrap()));
                }
            }
        }
        files
    }

    /// The names of all files and folders.
    pub fn names(&self) -> Vec<String> {
        self.picture().into_keys().map(|path| path.to_string_lossy().replace('\\', "/")).collect()
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }
}

pub struct Ran(pub Output);

#[allow(dead_code, reason = "each test uses a part of it")]
impl Ran {
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "stdout: {}\nstderr: {}", self.stdout(), self.stderr());
        self
    }

    pub fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }
}
