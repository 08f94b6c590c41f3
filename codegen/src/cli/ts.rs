//! `sockgen ts FILE`: the types of every event, in TypeScript.

use super::{Failure, GenerateArgs, Outcome, output, report};
use crate::ts;

pub(super) fn run(args: &GenerateArgs) -> Result<Outcome, Failure> {
    let Some(model) = report::model(&args.file)? else { return Ok(Outcome::Findings) };
    let options = ts::Options::types(output::source_name(&args.file));
    output::deliver(args, &ts::emit(&model, &options))
}
