//! What the tests of this crate share: the folder of the web tests and the programs in it, generated files, and
//! processes that end with the test that started them.

pub mod copied;
pub mod docs;
pub mod generated;
pub mod node;
pub mod process;
pub mod snapshot;
pub mod testing;
pub mod values;

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map_or_else(|| tests.to_owned(), Path::to_owned)
}
