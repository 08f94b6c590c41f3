//! The TypeScript emitter (stub; being written).

use sockgen_schema::model::Model;

/// Options of the TypeScript emitter.
#[derive(Clone, Debug)]
pub struct Options {
    /// The schema's file name.
    pub source: String,
}

/// The types file.
pub fn emit(_model: &Model, options: &Options) -> String {
    options.source.clone()
}
