//! Signals reach the program, and how it ended is how the command ends.

use crate::project;
use crate::project::stand_in;
use sockgen_tests::process::Process;
use std::os::unix::process::ExitStatusExt;
use std::process::Command;

#[test]
fn a_signal_that_the_program_answers_is_passed_on() {
    let (mut command, _) = start();
    command.signal("HUP");
    assert_eq!(command.wait().code(), Some(7));
    assert_eq!(command.rest(), ["heard SIGHUP"]);
}

#[test]
fn a_signal_that_ends_the_program_ends_the_command() {
    for (name, number) in [("INT", 2), ("TERM", 15)] {
        let (mut command, _) = start();
        command.signal(name);
        assert_eq!(command.wait().signal(), Some(number), "{name}");
        // Its output ends when all who could write to it have ended: the program too.
        assert_eq!(command.rest(), [""; 0]);
    }
}

#[test]
fn a_program_that_is_killed_is_a_command_that_is_killed() {
    let (mut command, program) = start();
    assert!(Command::new("kill").args(["-s", "KILL", &program]).status().unwrap().success());
    assert_eq!(command.wait().signal(), Some(9));
}

/// The command with a program that waits, and the program's process id.
fn start() -> (Process, String) {
    let command = Process::start(project().sockgen().env("SOCKGEN_BINARY", stand_in("signals.cjs")));
    let id = command.line_with(|line| line.strip_prefix("ready ").map(str::to_owned));
    (command, id.expect("the program says that it waits"))
}
