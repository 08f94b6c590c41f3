//! Paths that stand in a schema: relative, and inside the schema's own tree.

use crate::syntax::tree::shown;

/// A path inside of the tree: the names of folders from the tree's root, then the file's.
pub(super) type InTree = Vec<String>;

/// Follows a path from a folder of the tree. What is wrong with one is said with what to write instead.
pub(super) fn follow(folder: &[String], written: &str) -> Result<InTree, (String, String)> {
    let say = |message: &str, help: String| Err((format!("`{}` {message}", shown(written)), help));
    let inside = "write a path relative to this file, such as `./common.sockgen.yaml`".to_owned();
    if written.contains("://") {
        return say("is an address: only files beside the schema are read", inside);
    }
    if written.contains('\\') {
        let forward = written.replace('\\', "/");
        return say(
            "is not a path everywhere: parts are separated by `/`",
            format!("write `{}`", shown(&forward)),
        );
    }
    let drive = written.as_bytes().get(1) == Some(&b':');
    if written.starts_with(['/', '~']) || drive {
        return say("is not relative to this file", inside);
    }
    if written.chars().any(char::is_control) {
        return say("holds a control character", inside);
    }
    let mut path = folder.to_vec();
    for part in written.split('/') {
        match part {
            "." => {}
            ".." => {
                if path.pop().is_none() {
                    let help = "keep the files that a schema names in its own folder, or below it".to_owned();
                    return say("leads out of the schema's own folder", help);
                }
            }
            "" => return say("has an empty part", inside),
            part => path.push(part.to_owned()),
        }
    }
    if written.ends_with(['.']) && matches!(written.rsplit('/').next(), Some("." | "..")) || path.is_empty() {
        return say("is a folder, not a file", inside);
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::follow;

    fn from(folder: &str, path: &str) -> Option<String> {
        let folder: Vec<String> = folder.split_terminator('/').map(str::to_owned).collect();
        follow(&folder, path).ok().map(|path| path.join("/"))
    }

    #[test]
    fn paths_stay_in_the_tree() {
        for (folder, path, expected) in [
            ("", "./a.yaml", "a.yaml"),
            ("", "a.yaml", "a.yaml"),
            ("", "sub/a.yaml", "sub/a.yaml"),
            ("sub", "../a.yaml", "a.yaml"),
            ("sub/deep", "../other/./a.yaml", "sub/other/a.yaml"),
            ("", "sub/../a.yaml", "a.yaml"),
            ("", "..a.yaml", "..a.yaml"),
        ] {
            assert_eq!(from(folder, path).as_deref(), Some(expected), "{folder} {path}");
        }
        for (folder, path) in [
            ("", "../a.yaml"),
            ("sub", "../../a.yaml"),
            ("", "sub/../../a.yaml"),
            ("", "/etc/passwd"),
            ("", "~/a.yaml"),
            ("", "C:/a.yaml"),
            ("", "C:\\a.yaml"),
            ("", "..\\a.yaml"),
            ("", "\\\\server\\a.yaml"),
            ("", "https://example.com/a.yaml"),
            ("", "a//b.yaml"),
            ("", "sub/"),
            ("", "."),
            ("sub", ".."),
            ("sub", "./.."),
            ("", ""),
            ("", "a\0.yaml"),
        ] {
            assert_eq!(from(folder, path), None, "{folder} {path}");
        }
    }
}
