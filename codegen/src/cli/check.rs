//! `sockgen check FILE…`: every error of every file, and what could be better, in one run.

use super::{CheckArgs, Failure, Format, Outcome, report};
use sockgen_schema::lint::lint;

pub(super) fn run(args: &CheckArgs) -> Result<Outcome, Failure> {
    let mut all: Vec<_> = args.files.iter().map(|file| report::read(file)).collect();
    all.iter_mut().for_each(|loaded| lint(loaded, &args.levels.0));
    report::print(&report::findings(&all, args.format))?;
    if args.format == Format::Human {
        for (loaded, file) in all.iter().zip(&args.files) {
            report::print(&format!("{}\n", report::counted(loaded, &report::display(file))))?;
        }
        if let Some(found) = all.iter().flat_map(|loaded| &loaded.diagnostics).next() {
            report::print(&format!("`sockgen explain {}` says more of a rule\n", found.code.as_str()))?;
        }
    }
    Ok(report::outcome(&all))
}
