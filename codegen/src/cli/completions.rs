//! `sockgen completions SHELL`: what a shell needs to complete this command.

use super::{Cli, Failure, Outcome, report};
use clap::CommandFactory;
use clap_complete::{Shell, generate};

pub(super) fn run(shell: Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "sockgen", &mut script);
    report::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
