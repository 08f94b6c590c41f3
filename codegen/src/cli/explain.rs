//! `sockgen explain [RULE…]`: what a rule is about.

use super::{ExplainArgs, Failure, Outcome, report};
use sockgen_schema::diagnostic::Code;
use sockgen_schema::manual;

pub(super) fn run(args: &ExplainArgs) -> Result<Outcome, Failure> {
    let codes = args.rules.iter().map(|rule| code(rule)).collect::<Result<Vec<_>, _>>()?;
    let text = if args.list || codes.is_empty() {
        manual::list()
    } else {
        codes.into_iter().map(manual::explain).collect::<Vec<_>>().join("\n")
    };
    report::print(&text)?;
    Ok(Outcome::Done)
}

/// The rule of a code or a name.
pub(super) fn code(rule: &str) -> Result<Code, Failure> {
    Code::named(rule).ok_or_else(|| {
        let help = match Code::nearest(rule, |_| true) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`sockgen explain` lists all rules".to_owned(),
        };
        Failure::new(format!("there is no rule `{rule}`")).help(help)
    })
}
