//! How loud a warning is: what a file says with `lint`, and what the command's flags say.
//!
//! Errors have no levels: nothing makes a contract that cannot be emitted acceptable.

use super::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Span;

/// What becomes of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It is not shown.
    Allow,
    /// It is shown.
    Warn,
    /// It is shown, and counts as an error.
    Deny,
}

impl Level {
    /// All of them, from the quietest.
    pub const ALL: &'static [Level] = &[Level::Allow, Level::Warn, Level::Deny];

    /// The word for it, as it stands in files and flags.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }
}

/// Which rules a level is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Every rule whose findings are warnings.
    All,
    /// One of them.
    One(Code),
}

impl Rules {
    fn has(self, code: Code) -> bool {
        self == Rules::All || self == Rules::One(code)
    }
}

/// A level that a file gives to rules, by `lint: { allow: [missing-doc] }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What it holds for: what the mapping describes in which it stands, or the whole file.
    pub extent: Span,
    /// Which rules.
    pub rules: Rules,
    /// What becomes of them.
    pub level: Level,
}

/// What the caller of a run says, beside what stands in the files.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// In the order in which they were given; later ones win.
    given: Vec<(Rules, Level)>,
    deny_warnings: bool,
}

impl Levels {
    /// Gives rules a level.
    pub fn set(&mut self, rules: Rules, level: Level) {
        self.given.push((rules, level));
    }

    /// Makes errors of all warnings that are left, whatever made them warnings; or not.
    pub fn deny_warnings(&mut self, deny: bool) {
        self.deny_warnings = deny;
    }

    /// What the caller says of a rule.
    fn of(&self, code: Code) -> Option<Level> {
        self.given.iter().rev().find(|(rules, _)| rules.has(code)).map(|(_, level)| *level)
    }

    /// Whether a rule that is `quiet` unless asked for can find anything: the caller or a file asks for it.
    pub fn asks_for(&self, code: Code, settings: &[Setting], quiet: bool) -> bool {
        let in_file = |setting: &Setting| setting.rules.has(code) && setting.level != Level::Allow;
        match self.of(code) {
            Some(Level::Allow) => false,
            Some(_) => true,
            None => !quiet || settings.iter().any(in_file),
        }
    }

    /// What becomes of a warning. What the caller allows is allowed; otherwise what stands in the file is nearer to the
    /// place than what the caller says, so that an exception that is written down stays one when CI denies the rule.
    pub fn level(&self, code: Code, place: Span, settings: &[Setting], quiet: bool) -> Level {
        let given = self.of(code);
        let here = innermost(code, place, settings);
        let level = match (given, here) {
            (Some(Level::Allow), _) | (_, Some(Level::Allow)) => Level::Allow,
            (Some(given), Some(here)) => given.max(here),
            (Some(level), None) | (None, Some(level)) => level,
            (None, None) if quiet => Level::Allow,
            (None, None) => Level::Warn,
        };
        if level == Level::Warn && self.deny_warnings { Level::Deny } else { level }
    }
}

/// What the file says at a place: of several settings the one with the smallest extent, and of those for the same
/// extent one that names the rule.
fn innermost(code: Code, place: Span, settings: &[Setting]) -> Option<Level> {
    let holds = |setting: &&Setting| setting.rules.has(code) && contains(setting.extent, place);
    let width = |setting: &&Setting| (setting.extent.end - setting.extent.start, setting.rules == Rules::All);
    settings.iter().filter(holds).min_by_key(width).map(|setting| setting.level)
}

fn contains(extent: Span, place: Span) -> bool {
    extent.file == place.file && extent.start <= place.start && place.end <= extent.end
}

impl Diagnostics {
    /// Drops the warnings that files allow. What they deny matters where somebody asks whether a contract is as it
    /// should be, not where it is emitted.
    pub(crate) fn drop_allowed(&mut self, settings: &[Setting]) {
        if settings.is_empty() {
            return;
        }
        self.retain(|found| {
            found.severity == Severity::Error
                || innermost(found.code, found.span, settings) != Some(Level::Allow)
        });
    }

    /// Gives every warning the level that files and the caller say: what is allowed goes, what is denied becomes an
    /// error. `is_quiet` tells the rules that are silent unless asked for.
    pub(crate) fn apply_levels(
        &mut self,
        levels: &Levels,
        settings: &[Setting],
        is_quiet: impl Fn(Code) -> bool,
    ) {
        let mut denied = Vec::new();
        self.retain(|found| {
            if found.severity != Severity::Warning {
                return true;
            }
            match levels.level(found.code, found.span, settings, is_quiet(found.code)) {
                Level::Allow => false,
                Level::Warn => true,
                Level::Deny => {
                    denied.push(Diagnostic { severity: Severity::Error, ..found.clone() });
                    false
                }
            }
        });
        denied.into_iter().for_each(|found| self.push(found));
        self.sort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn span(start: usize, end: usize) -> Span {
        Span::new(FileId::FIRST, start, end)
    }

    fn setting(start: usize, end: usize, rules: Rules, level: Level) -> Setting {
        Setting { extent: span(start, end), rules, level }
    }

    #[test]
    fn the_innermost_setting_holds() {
        let (code, other) = (Code::RiskyName, Code::DanglingDoc);
        let settings = [
            setting(0, 100, Rules::One(code), Level::Deny),
            setting(10, 50, Rules::All, Level::Allow),
            setting(10, 50, Rules::One(code), Level::Warn),
        ];
        let level = |code, at| Levels::default().level(code, span(at, at + 1), &settings, false);
        assert_eq!(level(code, 5), Level::Deny);
        assert_eq!(level(code, 20), Level::Warn);
        assert_eq!(level(other, 20), Level::Allow);
        assert_eq!(level(other, 60), Level::Warn);
    }

    #[test]
    fn what_is_allowed_in_a_file_stays_allowed_when_the_caller_denies_it() {
        let code = Code::RiskyName;
        let settings = [setting(10, 50, Rules::One(code), Level::Allow)];
        let mut levels = Levels::default();
        levels.set(Rules::One(code), Level::Deny);
        assert_eq!(levels.level(code, span(20, 21), &settings, false), Level::Allow);
        assert_eq!(levels.level(code, span(60, 61), &settings, false), Level::Deny);
        levels.set(Rules::All, Level::Allow);
        assert_eq!(levels.level(code, span(60, 61), &settings, false), Level::Allow, "later ones win");
    }

    #[test]
    fn denied_warnings_are_those_that_are_left() {
        let mut levels = Levels::default();
        levels.deny_warnings(true);
        let level = |levels: &Levels, quiet| levels.level(Code::RiskyName, span(0, 1), &[], quiet);
        assert_eq!(level(&levels, false), Level::Deny);
        assert_eq!(level(&levels, true), Level::Allow, "what is silent is no warning");
        levels.set(Rules::One(Code::RiskyName), Level::Warn);
        assert_eq!(level(&levels, true), Level::Deny);
    }
}
