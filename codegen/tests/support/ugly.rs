//! Values written as YAML in layouts that nobody would choose.

#![allow(dead_code, reason = "each of the tests uses a part of it")]

use serde_json::Value;
use std::fmt::Write;

/// A value in a random layout, with comments in it. The comments are numbered, so that each can be looked for.
pub fn written(value: &Value, name: &str, round: u64, marks: &'static [&'static str]) -> Ugly {
    // A name has the same layouts wherever it stands among others.
    let seed = name.bytes().fold(round, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut writer = Writer {
        marks,
        random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        out: String::new(),
        comments: 0,
    };
    writer.gap(0);
    writer.block(value, 0, true);
    writer.gap(0);
    let mut text = writer.out;
    if writer.random.is_multiple_of(7) {
        text = text.replace('\n', "\r\n");
    }
    if writer.random.is_multiple_of(11) {
        text.insert(0, '\u{feff}');
    }
    Ugly { text, comments: writer.comments }
}

/// What was written.
pub struct Ugly {
    pub text: String,
    /// How many comments: `#c0`, `#c1` and so on.
    pub comments: usize,
}

struct Writer {
    random: u64,
    /// What comments begin with.
    marks: &'static [&'static str],
    out: String,
    comments: usize,
}

impl Writer {
    fn below(&mut self, limit: u64) -> u64 {
        // xorshift64*
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        (self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % limit
    }

    fn one_in(&mut self, chance: u64) -> bool {
        self.below(chance) == 0
    }

    fn comment(&mut self) {
        let marks = self.marks[self.below(self.marks.len() as u64) as usize];
        let _ = write!(self.out, "{marks}c{}", self.comments);
        self.comments += 1;
    }

    fn line(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    /// Comments and blank lines, then the start of a line.
    fn gap(&mut self, indent: usize) {
        while self.one_in(4) {
            if self.one_in(2) {
                let column = if self.one_in(5) { indent + 2 } else { indent };
                self.out.extend(std::iter::repeat_n(' ', column));
                self.comment();
            }
            self.out.push('\n');
        }
    }

    fn trailing(&mut self) {
        if self.one_in(5) {
            let spaces = 1 + self.below(4) as usize;
            self.out.extend(std::iter::repeat_n(' ', spaces));
            self.comment();
        }
    }

    /// A collection on lines of its own, at the start of a line. The first line's indentation may be there already.
    fn block(&mut self, value: &Value, indent: usize, at_start: bool) {
        let items: Vec<(Option<&String>, &Value)> = match value {
            Value::Object(map) => map.iter().map(|(key, value)| (Some(key), value)).collect(),
            Value::Array(items) => items.iter().map(|value| (None, value)).collect(),
            _ => unreachable!("only collections are blocks"),
        };
        for (at, (key, value)) in items.into_iter().enumerate() {
            if at > 0 || at_start {
                self.gap(indent);
                self.out.extend(std::iter::repeat_n(' ', indent));
            }
            match key {
                Some(key) => {
                    self.text(key, false);
                    self.out.push(':');
                }
                None => self.out.push('-'),
            }
            self.value(value, indent, key.is_none());
            self.out.push('\n');
        }
    }

    fn value(&mut self, value: &Value, indent: usize, in_list: bool) {
        let step = 1 + self.below(4) as usize;
        match value {
            Value::Object(_) | Value::Array(_) if is_empty(value) || self.one_in(2) => {
                self.out.push(' ');
                self.flow(value, indent + step);
                self.trailing();
            }
            Value::Object(_) | Value::Array(_) if in_list && self.one_in(2) => {
                self.out.extend(std::iter::repeat_n(' ', step));
                self.block(value, indent + 1 + step, false);
                self.out.pop();
            }
            Value::Object(_) | Value::Array(_) => {
                self.trailing();
                self.out.push('\n');
                self.block(value, indent + step, true);
                self.out.pop();
            }
            Value::String(text)
                if text.contains(' ') && !text.contains(['\n', '\\', '"', '#', ':']) && self.one_in(3) =>
            {
                let (mark, rest) = [(">-", "\""), ("\"", "\""), (">-", "")][self.below(2) as usize];
                self.out.push(' ');
                self.out.push_str(mark);
                let mut words = text.split(' ');
                if mark == "\"" {
                    self.out.push_str(words.next().unwrap_or_default());
                }
                for word in words {
                    self.line(indent + step);
                    self.out.push_str(word);
                }
                if mark == "\"" {
                    self.out.push_str(rest);
                    self.trailing();
                }
            }
            Value::String(text)
                if text.ends_with('\n') && !text.trim().is_empty() && !text.starts_with([' ', '\n']) =>
            {
                self.out.push_str(" |");
                for line in text.trim_end_matches('\n').split('\n') {
                    self.line(if line.is_empty() { 0 } else { indent + step });
                    self.out.push_str(line);
                }
            }
            scalar => {
                let spaces = 1 + self.below(3) as usize;
                self.out.extend(std::iter::repeat_n(' ', spaces));
                self.scalar(scalar, false);
                self.trailing();
            }
        }
    }

    fn flow(&mut self, value: &Value, indent: usize) {
        let (open, close) = if value.is_object() { ('{', '}') } else { ('[', ']') };
        self.out.push(open);
        let items: Vec<(Option<&String>, &Value)> = match value {
            Value::Object(map) => map.iter().map(|(key, value)| (Some(key), value)).collect(),
            Value::Array(items) => items.iter().map(|value| (None, value)).collect(),
            _ => Vec::new(),
        };
        let count = items.len();
        for (at, (key, value)) in items.into_iter().enumerate() {
            self.flow_space(indent);
            if let Some(key) = key {
                self.text(key, true);
                self.out.push_str(": ");
            }
            match value {
                Value::Object(_) | Value::Array(_) => self.flow(value, indent),
                scalar => self.scalar(scalar, true),
            }
            self.flow_space(indent);
            if at + 1 < count || self.one_in(4) {
                self.out.push(',');
            }
        }
        self.flow_space(indent);
        self.out.push(close);
    }

    fn flow_space(&mut self, indent: usize) {
        match self.below(12) {
            0 => self.line(indent),
            1 => {
                self.out.push(' ');
                self.comment();
                self.line(indent);
            }
            2 => {
                self.line(indent);
                self.comment();
                self.out.push('\n');
                self.line(indent);
            }
            3 | 4 => {}
            _ => self.out.push(' '),
        }
    }

    fn scalar(&mut self, value: &Value, flow: bool) {
        match value {
            Value::String(text) => self.text(text, flow),
            Value::Null => self.out.push_str("null"),
            other => {
                let _ = write!(self.out, "{other}");
            }
        }
    }

    fn text(&mut self, text: &str, flow: bool) {
        let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "_-.()=<>".contains(c) || !flow && "?".contains(c))
            && !matches!(&*text.to_ascii_lowercase(), "true" | "false" | "null");
        if is_word && !self.one_in(5) {
            self.out.push_str(text);
        } else if !text.contains(['\\', '\n']) && !text.chars().any(char::is_control) && self.one_in(2) {
            let _ = write!(self.out, "'{}'", text.replace('\'', "''"));
        } else {
            let _ = write!(self.out, "{}", Value::from(text));
        }
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_object().is_some_and(|map| map.is_empty()) || value.as_array().is_some_and(Vec::is_empty)
}
