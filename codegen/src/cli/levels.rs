//! `--allow`, `--warn` and `--deny`: how loud rules are in a run. Of flags that speak of one rule, the last one counts,
//! so they are read in the order in which they were given, which derived arguments do not know of.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use sockgen_schema::diagnostic::{Code, Level, Levels, Rules, Severity};

/// What the flags say.
#[derive(Clone)]
pub(super) struct LevelArgs(pub(super) Levels);

/// What a flag speaks of.
#[derive(Clone, Copy)]
enum Subject {
    /// Whatever is a warning once everything else was said.
    Warnings,
    Rules(Rules),
}

impl Args for LevelArgs {
    fn augment_args(command: Command) -> Command {
        let flag = |level: Level, help: &'static str| {
            let name = level.as_str();
            let arg = Arg::new(name).long(name).value_name("RULE").help(help);
            arg.action(ArgAction::Append).value_parser(subject)
        };
        command
            .arg(flag(
                Level::Allow,
                "Silence a rule, by its name or its code; `all` for every rule that can be silenced",
            ))
            .arg(flag(
                Level::Warn,
                "Show findings of a rule that is silent unless asked for; `all` for every rule",
            ))
            .arg(flag(Level::Deny, "Make findings of a rule errors; `warnings` for all that are shown"))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given: Vec<(usize, Level, Subject)> = Vec::new();
        for level in Level::ALL {
            let subjects = matches.get_many::<Subject>(level.as_str()).into_iter().flatten();
            let places = matches.indices_of(level.as_str()).into_iter().flatten();
            given.extend(places.zip(subjects).map(|(place, subject)| (place, *level, *subject)));
        }
        given.sort_by_key(|(place, ..)| *place);
        let mut levels = Levels::default();
        for (_, level, subject) in given {
            match (subject, level) {
                (Subject::Rules(rules), level) => levels.set(rules, level),
                (Subject::Warnings, Level::Allow) => levels.set(Rules::All, level),
                (Subject::Warnings, level) => levels.deny_warnings(level == Level::Deny),
            }
        }
        Ok(LevelArgs(levels))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn subject(text: &str) -> Result<Subject, String> {
    match (text, Code::named(text)) {
        ("warnings", _) => Ok(Subject::Warnings),
        ("all", _) => Ok(Subject::Rules(Rules::All)),
        (_, Some(code)) if code.severity() == Severity::Warning => Ok(Subject::Rules(Rules::One(code))),
        (_, Some(code)) => Err(format!("{} is an error, and only warnings have a level", code.as_str())),
        (_, None) => Err(match Code::nearest(text, |code| code.severity() == Severity::Warning) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`sockgen explain` lists all rules".to_owned(),
        }),
    }
}
