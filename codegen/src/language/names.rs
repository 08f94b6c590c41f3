//! The names of a file's own things, for editors to complete.

use crate::fmt::{self, Outline};
use std::path::Path;

/// A name and what it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// As it is written where it is used.
    pub name: String,
    /// Its documentation.
    pub doc: Option<String>,
}

/// What can be named in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Types, those of imported and included files with the names of these before them: `common.User`.
    pub types: Vec<Name>,
    /// Kinds of rooms, for `to`.
    pub rooms: Vec<Name>,
    /// Events that clients send, for `join` and `leave`.
    pub client_events: Vec<Name>,
    /// Ways of writing acks, for `ackStyle`.
    pub ack_styles: Vec<Name>,
}

impl Names {
    /// The names of a file's text. Files that it imports and includes are read by `read`, which is given their paths as
    /// they are written; those that cannot be read have no names. Nothing comes back where the text is not YAML.
    pub fn of(text: &str, read: impl Fn(&Path) -> Option<String>) -> Option<Names> {
        let outline = fmt::outline(text)?;
        let mut names = outline.names.clone();
        for (alias, path) in outline.files {
            let Some(Outline { names: others, .. }) =
                read(Path::new(&path)).and_then(|text| fmt::outline(&text))
            else {
                continue;
            };
            names.types.extend(
                others
                    .types
                    .into_iter()
                    .map(|Name { name, doc }| Name { name: format!("{alias}.{name}"), doc }),
            );
        }
        Some(names)
    }
}
