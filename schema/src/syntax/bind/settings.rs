//! Limits and other settings of events, alone and as a file's `defaults`.

use super::Binder;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Rate;
use crate::source::Spanned;
use crate::syntax::file::Defaults;
use crate::syntax::tree::{Entry, Value, shown};

const DEFAULTS: Vocabulary = Vocabulary {
    what: "`defaults`",
    known: &["maxBytes", "rate", "ackTimeout", "ordered", "strict", "inFlight"],
    elsewhere: &[],
    documented: &[],
    extensible: false,
    hint: "",
};

/// The longest time that is waited for anything: a day.
const LONGEST_MS: u64 = 24 * 60 * 60 * 1000;
/// As many messages of one connection at once as nobody needs.
const MOST_IN_FLIGHT: u32 = 65_536;
const DURATION_HELP: &str = "write a time with its unit, such as `500ms`, `10s`, `2m` or `1h`";
const RATE_HELP: &str = "write how many in which time, such as `20/s`, `100/m` or `5/10s`";

impl<'n> Binder<'n, '_> {
    pub(super) fn defaults(&mut self, entry: &'n Entry<'n>) -> Defaults {
        let mut defaults = Defaults::default();
        if entry.value.is_empty() {
            return defaults;
        }
        let help = "write `defaults: { maxBytes: 65536, rate: 50/s, ackTimeout: 10s }`";
        let Some(map) = self.map(&entry.value, "`defaults`", "a mapping", help) else { return defaults };
        for (key, option) in self.options(map, &DEFAULTS).found {
            match key {
                "maxBytes" => defaults.max_bytes = self.bytes(option),
                "rate" => defaults.rate = self.rate(option),
                "ackTimeout" => defaults.ack_timeout = self.duration(option),
                "ordered" => defaults.ordered = Some(self.boolean(option)),
                "inFlight" => defaults.in_flight = self.in_flight(option),
                _ => defaults.strict = Some(self.boolean(option)),
            }
        }
        defaults
    }

    pub(super) fn bytes(&mut self, option: &'n Entry<'n>) -> Option<Spanned<u64>> {
        let help = "write a number of bytes in digits, such as `maxBytes: 65536`";
        let text = self.plain(option, "a number of bytes", help)?;
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            self.wrong_kind(&option.value, "`maxBytes`", "a number of bytes", help);
            return None;
        }
        // One byte is not enough for `[]`, and past 2^53 - 1 JavaScript cannot say the number.
        match text.parse::<u64>() {
            Ok(bytes) if (2..1 << 53).contains(&bytes) => Some(Spanned::new(bytes, option.value.span)),
            _ => self.no_limit(option, text, help),
        }
    }

    /// A number of messages of one connection.
    fn in_flight(&mut self, option: &'n Entry<'n>) -> Option<Spanned<u32>> {
        let help = "write a number of messages in digits, such as `inFlight: 128`";
        let text = self.plain(option, "a number of messages", help)?;
        if !is_digits(text) {
            self.wrong_kind(&option.value, "`inFlight`", "a number of messages", help);
            return None;
        }
        match text.parse::<u32>() {
            Ok(messages) if (1..=MOST_IN_FLIGHT).contains(&messages) => {
                Some(Spanned::new(messages, option.value.span))
            }
            _ => self.no_limit(option, text, "write a number from `1` to `65536`"),
        }
    }

    /// A time in milliseconds.
    pub(super) fn duration(&mut self, option: &'n Entry<'n>) -> Option<Spanned<u64>> {
        let text = self.plain(option, "a time", DURATION_HELP)?;
        let (number, unit) = split_unit(text);
        if number.is_empty() || unit_ms(unit).is_none() {
            let help = match text.parse::<u64>() {
                Ok(number) => format!("write `{number}ms` or `{number}s`: a time has a unit"),
                Err(_) => DURATION_HELP.to_owned(),
            };
            let message = format!("`{}` is not a time", shown(text));
            self.push(Diagnostic::new(Code::Limit, option.value.span, message).help(help));
            return None;
        }
        let ms = number.parse().ok().zip(unit_ms(unit)).and_then(|(number, unit): (u64, u64)| {
            number.checked_mul(unit).filter(|ms| (1..=LONGEST_MS).contains(ms))
        });
        match ms {
            Some(ms) => Some(Spanned::new(ms, option.value.span)),
            None => self.no_limit(option, text, "write a time from `1ms` to `24h`"),
        }
    }

    /// How many in which time.
    pub(super) fn rate(&mut self, option: &'n Entry<'n>) -> Option<Spanned<Rate>> {
        let text = self.plain(option, "a number of events in a time", RATE_HELP)?;
        let read = text.split_once('/').and_then(|(count, time)| {
            let (number, unit) = split_unit(time);
            // `20/s` is short for `20/1s`.
            let number = if number.is_empty() { "1" } else { number };
            is_digits(count).then_some(())?;
            Some((count, number, unit_ms(unit)?))
        });
        let Some((count, number, unit)) = read else {
            let help = match text.parse::<u64>() {
                Ok(number) => format!("write `{number}/s` or `{number}/m`: so many in which time"),
                Err(_) => RATE_HELP.to_owned(),
            };
            let message = format!("`{}` is not a rate", shown(text));
            self.push(Diagnostic::new(Code::Limit, option.value.span, message).help(help));
            return None;
        };
        let count = count.parse::<u32>().ok().filter(|count| *count > 0);
        let per_ms = number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit));
        let per_ms = per_ms.filter(|ms| (1..=LONGEST_MS).contains(ms));
        match count.zip(per_ms) {
            Some((count, per_ms)) => Some(Spanned::new(Rate { count, per_ms }, option.value.span)),
            None => self.no_limit(option, text, "write at least `1` event, in a time from `1ms` to `24h`"),
        }
    }

    /// Text without quotes.
    fn plain(&mut self, option: &'n Entry<'n>, wanted: &str, help: &str) -> Option<&'n str> {
        match &option.value.value {
            // What stands in quotes is as clear, but for a number.
            Value::Scalar { text, plain } if !text.is_empty() && (*plain || !is_digits(text)) => Some(text),
            _ => {
                self.wrong_kind(&option.value, &format!("`{}`", option.key), wanted, help);
                None
            }
        }
    }

    fn no_limit<T>(&mut self, option: &Entry<'_>, text: &str, help: &str) -> Option<T> {
        let message = format!("`{}` is not a useful limit", shown(text));
        self.push(Diagnostic::new(Code::Limit, option.value.span, message).help(help));
        None
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `10` and `s` of `10s`.
fn split_unit(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

fn unit_ms(unit: &str) -> Option<u64> {
    Some(match unit {
        "ms" => 1,
        "s" => 1000,
        "m" => 60 * 1000,
        "h" => 60 * 60 * 1000,
        _ => return None,
    })
}
