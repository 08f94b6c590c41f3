//! Files that are in memory.

use sockgen_schema::{Loaded, Loader, load};
use std::io;
use std::path::{Component, Path, PathBuf};

/// Files by their paths, the one to begin with first. A path with `->` in it is a symbolic link: `link -> target`.
pub struct Files<'f>(pub &'f [(&'f str, &'f str)]);

impl Files<'_> {
    /// Reads the first one.
    pub fn load(&self) -> Loaded {
        let first = self.0[0].0;
        load(Path::new(first), first, self)
    }

    fn text(&self, path: &Path) -> io::Result<&str> {
        let file = self.0.iter().find(|(name, _)| Path::new(name) == path);
        let missing = || io::Error::new(io::ErrorKind::NotFound, "No such file or directory (os error 2)");
        file.map(|(_, text)| *text).ok_or_else(missing)
    }
}

impl Loader for Files<'_> {
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let text = self.text(path)?.as_bytes();
        Ok(text[..text.len().min(limit + 1)].to_vec())
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        assert!(!path.components().any(|part| part == Component::ParentDir), "{}", path.display());
        let links = self.0.iter().filter_map(|(name, _)| name.split_once(" -> "));
        let target = links.into_iter().find(|(link, _)| Path::new(link) == path).map(|(_, target)| target);
        let path = target.map_or(path, Path::new);
        self.text(path)?;
        Ok(path.to_owned())
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        let files = self.0.iter().map(|(name, _)| Path::new(*name));
        let inside = files.filter(|path| path.parent() == Some(folder));
        inside.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect()
    }
}
