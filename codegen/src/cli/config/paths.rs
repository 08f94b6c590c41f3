//! Paths in `sockgen.toml`: relative to its folder, the same on every machine, and for what is generated inside of it.

use super::super::output::one_path;
use super::super::ts_options::Refusal;
use std::path::{Component, Path, PathBuf};

/// A path as it is written in the file, made plain: `./a//b` is `a/b`. It may begin with `..`.
pub(super) fn plain(written: &str) -> Result<String, Refusal> {
    let refused = |message: String, help: &str| Err((message, help.to_owned()));
    let shown = written.escape_debug();
    if written.trim().is_empty() {
        return refused(
            "a path is empty".to_owned(),
            "write the path of a file, from the folder of this file",
        );
    }
    if written.contains('\\') {
        return refused(
            format!("`{shown}` has a `\\`"),
            "write `/` between folders: it works on every system",
        );
    }
    if written.contains(|c: char| c.is_control()) {
        return refused(format!("`{shown}` has a control character"), "write the path of a file");
    }
    let is_drive = written.as_bytes().get(1) == Some(&b':') && written.as_bytes()[0].is_ascii_alphabetic();
    if written.starts_with('/') || is_drive {
        let help = "write it from the folder of this file: on other machines there is no such path";
        return refused(format!("`{shown}` is absolute"), help);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    match parts.last() {
        None | Some(&"..") => refused(format!("`{shown}` is a folder"), "write the path of a file in it"),
        Some(_) => Ok(parts.join("/")),
    }
}

/// A path with `/`, as it is written in files.
pub(in crate::cli) fn slashed(path: &Path) -> String {
    let parts = path.components().map(|part| match part {
        Component::Normal(part) => part.to_string_lossy().into_owned(),
        Component::ParentDir => "..".to_owned(),
        _ => String::new(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The folder that everything generated stays in.
#[derive(Debug)]
pub(in crate::cli) struct Within(PathBuf);

impl Within {
    /// The folder, by the one path that it has.
    pub(in crate::cli) fn new(folder: &Path) -> Self {
        Within(one_path(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }))
    }

    /// Why a file is none of the folder, links followed, if it is none.
    pub(in crate::cli) fn refuses(&self, written: &str, path: &Path) -> Option<Refusal> {
        let help = "what is generated stays in the folder of `sockgen.toml`, or below it: write a path there, \
                    or put a `sockgen.toml` where it belongs";
        if written.starts_with("../") {
            return Some((format!("`{written}` leads out of the folder of this file"), help.to_owned()));
        }
        if !one_path(path).starts_with(&self.0) {
            let message =
                format!("`{written}` leads out of the folder of this file, through a symbolic link");
            return Some((message, help.to_owned()));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_and_plain() {
        assert_eq!(plain("./a//b/../c.ts").as_deref(), Ok("a/c.ts"));
        assert_eq!(plain("../a/../../b.ts").as_deref(), Ok("../../b.ts"));
        for none in ["", " ", "/a", "C:/a", "a\\b", "a\nb", ".", "a/..", "..", "a/../.."] {
            assert!(plain(none).is_err(), "{none}");
        }
    }
}
