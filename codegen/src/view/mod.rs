//! The contract as a template for another language gets it, and as `sockgen view` prints it: every name in every
//! casing, every constraint, nothing that belongs to one language.
//!
//! It is an interface: `docs/templates.md` documents it, and [`VERSION`] goes up when something that was there is another
//! thing, or is there no longer. Keys are added without that. **Invariant:** every key of a kind of object is always
//! there, with null or nothing in it where it does not apply, so that templates can be strict.

mod events;
mod helpers;
mod names;
mod refs;
mod types;

pub use events::{AckStyleView, EventView, NamespaceView, PartView, RateView, RoomView};
pub use helpers::{HELPERS, engine};
pub use names::NamesView;
pub use refs::{RefView, TupleView, Uses};
pub use types::{DeprecatedView, ExternalTsView, FieldView, MemberView, TypeView, ValueView};

use crate::escape::one_line;
use serde::Serialize;
use serde_json::{Map, Value};
use sockgen_schema::model::{Extensions, Model};

/// The version of what templates get.
pub const VERSION: u32 = 1;

/// A contract.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// [`VERSION`].
    pub view: u32,
    /// The schema's file name.
    pub source: String,
    /// The hash of what both ends must agree on, which a client sends as `auth.$sockgen`.
    pub hash: String,
    /// The application's name as written.
    pub name: String,
    /// The same as names in code; of `Contract`, where no name can be made of it.
    pub names: NamesView,
    /// The contract's version.
    pub version: Option<String>,
    /// What the contract is about.
    #[serde(flatten)]
    pub doc: Doc,
    /// The `x-…` keys.
    pub extensions: Map<String, Value>,
    /// What occurs in any of the types.
    pub uses: Uses,
    /// All types, those of the schema first.
    pub types: Vec<TypeView>,
    /// The namespaces, the root first.
    pub namespaces: Vec<NamespaceView>,
    /// The ways in which acks are written, the file's own first.
    pub ack_styles: Vec<AckStyleView>,
}

impl View {
    /// What templates get of a model. `source` is the schema's file name.
    pub fn new(model: &Model, source: &str) -> Self {
        View {
            view: VERSION,
            source: one_line(source),
            hash: model.wire_hash(),
            name: model.name.clone(),
            names: NamesView::of_text(&model.name),
            version: model.version.clone(),
            doc: Doc::new(model.doc.as_deref()),
            extensions: extensions(&model.extensions),
            uses: Uses::new(model),
            types: model.types.iter().map(|def| TypeView::new(model, def)).collect(),
            namespaces: model.namespaces.iter().map(|space| NamespaceView::new(model, space)).collect(),
            ack_styles: model.ack_styles.iter().map(AckStyleView::new).collect(),
        }
    }
}

/// Documentation.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Doc {
    /// As it is written.
    pub doc: Option<String>,
    /// Its lines for comments that end with the line: none of them holds anything that ends a line for somebody, hides,
    /// or turns text around. Where comments end otherwise (`*/`), a template has to see to that itself.
    pub doc_lines: Vec<String>,
}

impl Doc {
    fn new(doc: Option<&str>) -> Self {
        let lines = doc.unwrap_or_default().replace("\r\n", "\n");
        let lines = lines.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']);
        let mut lines: Vec<String> = lines.map(|line| one_line(line).trim_end().to_owned()).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        let blank = lines.iter().take_while(|line| line.is_empty()).count();
        Doc { doc: doc.map(str::to_owned), doc_lines: lines.split_off(blank) }
    }
}

fn extensions(extensions: &Extensions) -> Map<String, Value> {
    extensions.iter().cloned().collect()
}
