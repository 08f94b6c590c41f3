//! `sockgen check FILE…`: every error of every file, in one run.

use super::{CheckArgs, Failure, Format, Outcome, report};

pub(super) fn run(args: &CheckArgs) -> Result<Outcome, Failure> {
    let all: Vec<_> = args.files.iter().map(|file| report::read(file)).collect();
    report::print(&report::findings(&all, args.format))?;
    if args.format == Format::Human {
        for (loaded, file) in all.iter().zip(&args.files) {
            report::print(&format!("{}\n", report::counted(loaded, &report::display(file))))?;
        }
    }
    Ok(report::outcome(&all))
}
