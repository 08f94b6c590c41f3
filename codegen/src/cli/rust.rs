//! `sockgen rust FILE`: what the macro expands to.

use super::{Failure, GenerateArgs, Outcome, output, report};
use crate::rust;
use sockgen_schema::model::Model;
use std::path::Path;

pub(super) fn run(args: &GenerateArgs) -> Result<Outcome, Failure> {
    let Some(contract) = report::contract(&args.file)? else { return Ok(Outcome::Findings) };
    output::deliver(args, &contract.files, text(&contract.model, &args.file))
}

/// The file, as the macro expands to it.
pub(super) fn text(model: &Model, schema: &Path) -> String {
    let source = output::source_name(schema);
    rust::print(rust::emit(model, &rust::Options::whole(source.clone())), &source)
}
