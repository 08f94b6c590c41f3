//! What an emitter made, before anything is written: the texts of files by their names.

/// Texts of files, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(Vec<File>);

/// A file that is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder: `call.client.ts`.
    pub name: String,
    /// What stands in it. Lines end with `\n`.
    pub text: String,
}

impl Files {
    /// Puts a file behind the others.
    pub fn push(&mut self, name: impl Into<String>, text: String) {
        self.0.push(File { name: name.into(), text });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files in their order.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }
}

impl IntoIterator for Files {
    type Item = File;
    type IntoIter = std::vec::IntoIter<File>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
