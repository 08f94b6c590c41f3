//! `sockgen rust FILE`: what the macro expands to.

use super::{Failure, GenerateArgs, Outcome, output, report};
use crate::rust;

pub(super) fn run(args: &GenerateArgs) -> Result<Outcome, Failure> {
    let Some(model) = report::model(&args.file)? else { return Ok(Outcome::Findings) };
    let tokens = rust::emit(&model, &rust::Options::default());
    output::deliver(args, &rust::print(tokens, &output::source_name(&args.file)))
}
