//! From the text of a pattern to its parts, or to what is wrong with it.

use super::{Node, Problem, ranges};
use std::collections::HashSet;

/// How deep groups may be nested.
const DEEPEST: usize = 32;
/// How often a part may be repeated.
const MOST_REPETITIONS: u64 = 1000;
/// How large a pattern may become, in steps of the machine that runs it, with all repetitions written out. Rust's
/// `regex` refuses what takes more than 10 MiB.
const LARGEST: u64 = 50_000;
/// What a class costs that is not made of ASCII alone.
const WIDE: u64 = 16;

/// The parts of a pattern that both languages read, and as the same.
pub(super) fn read(pattern: &str) -> Result<Node, Problem> {
    let mut parser = Parser { text: pattern, at: 0, depth: 0, names: HashSet::new() };
    let (node, size) = parser.alternatives()?;
    if let Some(c) = parser.peek() {
        // Alternatives end at a `)` alone.
        return parser.refuse(
            c.len_utf8(),
            "this `)` closes nothing",
            "write `\\)` for the character itself",
        );
    }
    if size > LARGEST {
        let help = "repeat less, and bound the text's length with `max` instead";
        return Err(Problem {
            place: 0..pattern.len(),
            ..problem("this pattern is too large to be run", help)
        });
    }
    Ok(node)
}

type Read<T> = Result<T, Problem>;
/// A part, and its size: how many steps of the machine that runs it it is.
type Part = (Node, u64);

fn problem(message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem { place: 0..0, message: message.into(), help: help.into() }
}

struct Parser<'p> {
    text: &'p str,
    at: usize,
    depth: usize,
    names: HashSet<&'p str>,
}

impl<'p> Parser<'p> {
    fn rest(&self) -> &'p str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    /// Refuses the next bytes.
    fn refuse<T>(&self, bytes: usize, message: impl Into<String>, help: impl Into<String>) -> Read<T> {
        let place = self.at..(self.at + bytes).min(self.text.len());
        Err(Problem { place, ..problem(message, help) })
    }

    /// Refuses what stands between a place and the next bytes.
    fn refuse_since<T>(&self, start: usize, message: impl Into<String>, help: impl Into<String>) -> Read<T> {
        Err(Problem { place: start..self.at, ..problem(message, help) })
    }

    /// Reads to the end, or to a `)`.
    fn alternatives(&mut self) -> Read<Part> {
        let mut size = 1_u64;
        let mut branches = Vec::new();
        let mut branch = Vec::new();
        loop {
            match self.peek() {
                None | Some(')') => break,
                Some('|') => {
                    self.at += 1;
                    size = size.saturating_add(1);
                    branches.push(Node::Sequence(std::mem::take(&mut branch)));
                }
                Some(_) => {
                    let (node, more) = self.term()?;
                    size = size.saturating_add(more);
                    branch.push(node);
                }
            }
        }
        branches.push(Node::Sequence(branch));
        Ok((Node::Alternatives(branches), size))
    }

    fn term(&mut self) -> Read<Part> {
        let start = self.at;
        if let Some(c @ ('^' | '$')) = self.peek() {
            self.at += 1;
            if matches!(self.peek(), Some('*' | '+' | '?' | '{')) {
                let help = "put what is repeated before it";
                return self.refuse(1, "a place in the text cannot be repeated", help);
            }
            return Ok((if c == '^' { Node::Start } else { Node::End }, 1));
        }
        let (node, size) = self.atom()?;
        let (least, most, times) = match self.peek() {
            Some(c @ ('*' | '+' | '?')) => {
                self.at += 1;
                (u64::from(c == '+'), (c == '?').then_some(1), 2)
            }
            Some('{') => {
                let (least, most) = self.counted()?;
                (least, most, most.unwrap_or(least + 1).max(1))
            }
            _ => return Ok((node, size)),
        };
        self.eat("?");
        if matches!(self.peek(), Some('*' | '+' | '?' | '{')) {
            self.at += 1;
            let message = "Rust and JavaScript do not agree on what is repeated twice";
            return self.refuse_since(start, message, "put it into a group: `(?:…)`");
        }
        Ok((Node::Repeat { node: Box::new(node), least, most }, size.saturating_mul(times)))
    }

    /// `{2}`, `{2,}`, `{2,5}`.
    fn counted(&mut self) -> Read<(u64, Option<u64>)> {
        let start = self.at;
        let help = "write `{2}`, `{2,}` or `{2,5}`, or `\\{` for the character itself";
        let Some(length) = self.rest().find('}') else {
            return self.refuse(1, "this `{` is never closed", help);
        };
        let inner = &self.rest()[1..length];
        let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
        let number = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u64>().unwrap_or(u64::MAX))
        };
        self.at += length + 1;
        let (least, most) = match (number(least), number(most)) {
            (Some(least), Some(most)) => (least, Some(most)),
            (Some(least), None) if most.is_empty() => (least, None),
            (None, Some(_)) if least.is_empty() => {
                return self.refuse_since(
                    start,
                    "JavaScript needs the smaller number as well",
                    "write `{0,…}`",
                );
            }
            _ => return self.refuse_since(start, "this is not how often something is repeated", help),
        };
        if most.is_some_and(|most| least > most) {
            return self.refuse_since(start, "the smaller number comes first", "change their order");
        }
        if most.unwrap_or(least) > MOST_REPETITIONS {
            let message = format!("nothing can be repeated more than {MOST_REPETITIONS} times");
            return self.refuse_since(start, message, "write `*`, and bound the text's length with `max`");
        }
        Ok((least, most))
    }

    fn atom(&mut self) -> Read<Part> {
        let Some(c) = self.peek() else { return Ok((Node::Sequence(Vec::new()), 0)) };
        match c {
            '(' => self.group(),
            '[' => self.class(),
            '\\' => self.escape(false).map(character),
            '.' => self.refuse(
                1,
                "`.` stops at other line breaks in Rust than in JavaScript",
                r"write `[^\n]` for anything but a line break",
            ),
            '*' | '+' | '?' => self.refuse(
                1,
                "there is nothing to repeat before this",
                format!("write `\\{c}` for the character itself"),
            ),
            '{' | '}' | ']' => self.refuse(
                1,
                format!("JavaScript does not take a `{c}` here"),
                format!("write `\\{c}` for the character itself"),
            ),
            _ => {
                self.at += c.len_utf8();
                Ok(character(c))
            }
        }
    }

    fn group(&mut self) -> Read<Part> {
        let start = self.at;
        self.at += 1;
        if self.eat("?") {
            self.group_kind(start)?;
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            let message = format!("groups are nested more than {DEEPEST} deep");
            return self.refuse_since(start, message, "write a simpler pattern");
        }
        let part = self.alternatives()?;
        self.depth -= 1;
        if !self.eat(")") {
            self.at = start;
            return self.refuse(1, "this `(` is never closed", "write `\\(` for the character itself");
        }
        Ok(part)
    }

    /// What stands behind `(?`.
    fn group_kind(&mut self, start: usize) -> Read<()> {
        if self.eat(":") {
            return Ok(());
        }
        for around in ["=", "!", "<=", "<!"] {
            if self.eat(around) {
                let message = format!("Rust does not look around: `(?{around}…)`");
                return self.refuse_since(
                    start,
                    message,
                    "write the pattern without it, or check this in code",
                );
            }
        }
        if self.eat("P<") {
            let help = "write `(?<name>…)`, or `(?:…)` without a name";
            return self.refuse_since(start, "JavaScript does not know `(?P<name>…)`", help);
        }
        if self.eat("<") {
            let name = self.rest().split('>').next().unwrap_or("");
            let first = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
            let fits = first && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            self.at += name.len();
            if !self.eat(">") || !fits {
                let help = "write letters, digits and `_`: `(?<name>…)`, or `(?:…)` without a name";
                return self.refuse_since(start, "this is not the name of a group", help);
            }
            if !self.names.insert(name) {
                let help = "rename it, or write `(?:…)` without a name";
                return self.refuse_since(start, format!("two groups are called `{name}`"), help);
            }
            return Ok(());
        }
        if self.eat(">") {
            return self.refuse_since(start, "neither language knows `(?>…)`", "write `(?:…)`");
        }
        let end = self.rest().find([')', ':']).unwrap_or(self.rest().len());
        self.at += end;
        let message = "flags inside a pattern mean other things in Rust than in JavaScript";
        self.refuse_since(
            start,
            message,
            "write `(?:…)`, and for letters of both cases classes such as `[Aa]`",
        )
    }

    fn class(&mut self) -> Read<Part> {
        let start = self.at;
        self.at += 1;
        let is_other = self.eat("^");
        let mut size = if is_other { WIDE } else { 1 };
        let mut held = Vec::new();
        if self.rest().starts_with(']') {
            self.at += 1;
            let help = "write `\\]` for the character itself, or what the class is to hold";
            return self.refuse_since(start, "JavaScript reads this as a class without anything in it", help);
        }
        let mut first = true;
        loop {
            let from = self.at;
            let Some(c) = self.peek() else {
                self.at = start;
                return self.refuse(1, "this `[` is never closed", "write `\\[` for the character itself");
            };
            if self.eat("]") {
                let held = ranges::joined(held);
                let class = if is_other { ranges::others(&held) } else { held };
                return Ok((Node::Class(class), size));
            }
            for twice in ["&&", "--", "~~"] {
                if self.rest().starts_with(twice) {
                    let help = format!("write one `{}` alone, or behind a `\\`", &twice[..1]);
                    return self.refuse(2, format!("Rust computes with classes at `{twice}`"), help);
                }
            }
            if c == '-' && !first && !self.rest()[1..].starts_with(']') {
                return self.refuse(1, "this `-` does not stand between two characters", "write `\\-`");
            }
            first = false;
            let low = self.class_item(c)?;
            let is_range = self.rest().starts_with('-') && !self.rest()[1..].starts_with(']');
            if !is_range {
                size = size.max(size_of(low));
                held.push((u32::from(low), u32::from(low)));
                continue;
            }
            if self.rest().starts_with("--") {
                return self.refuse(
                    2,
                    "Rust computes with classes at `--`",
                    "write `\\-` for the character itself",
                );
            }
            self.at += 1;
            let Some(c) = self.peek() else { continue };
            let high = self.class_item(c)?;
            if low > high {
                return self.refuse_since(from, "this range ends before it begins", "change the order");
            }
            size = size.max(if high.is_ascii() { 1 } else { WIDE });
            held.push((u32::from(low), u32::from(high)));
        }
    }

    fn class_item(&mut self, c: char) -> Read<char> {
        match c {
            '\\' => self.escape(true),
            '[' => {
                let (length, message) = match self.rest().starts_with("[:") {
                    true => (2, "JavaScript does not know `[:…:]`"),
                    false => (1, "Rust reads a `[` in a class as another class"),
                };
                let help = match length {
                    2 => "write the characters themselves, such as `a-zA-Z`",
                    _ => "write `\\[` for the character itself",
                };
                self.refuse(length, message, help)
            }
            _ => {
                self.at += c.len_utf8();
                Ok(c)
            }
        }
    }

    /// `\` and what belongs to it.
    fn escape(&mut self, in_class: bool) -> Read<char> {
        let start = self.at;
        self.at += 1;
        let Some(c) = self.peek() else {
            return self.refuse_since(start, "a pattern cannot end in a single `\\`", "write `\\\\`");
        };
        self.at += c.len_utf8();
        let unlike = |class: &str, write: &str| {
            let message = format!("`\\{class}` takes more of Unicode in Rust than in JavaScript");
            (message, format!("write {write}"))
        };
        let (message, help) = match c {
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => {
                return Ok(c);
            }
            '-' if in_class => return Ok(c),
            't' => return Ok('\t'),
            'n' => return Ok('\n'),
            'r' => return Ok('\r'),
            'f' => return Ok('\u{c}'),
            'v' => return Ok('\u{b}'),
            'x' | 'u' => return self.code_point(start, c),
            'p' | 'P' => (
                "the languages know different versions of Unicode, and other names in it".to_owned(),
                "write the characters themselves, such as `[A-Za-zÀ-ÖØ-öø-ÿ]`".to_owned(),
            ),
            'd' if in_class => unlike("d", "`0-9`"),
            'd' => unlike("d", "`[0-9]`"),
            'D' => unlike("D", "`[^0-9]`"),
            'w' if in_class => unlike("w", "`A-Za-z0-9_`"),
            'w' => unlike("w", "`[A-Za-z0-9_]`"),
            'W' => unlike("W", "`[^A-Za-z0-9_]`"),
            's' if in_class => (
                "`\\s` is not the same spaces in Rust and in JavaScript".to_owned(),
                r"write ` \t\r\n`".to_owned(),
            ),
            's' => (
                "`\\s` is not the same spaces in Rust and in JavaScript".to_owned(),
                r"write `[ \t\r\n]`".to_owned(),
            ),
            'S' => (
                "`\\S` is not the same in Rust and in JavaScript".to_owned(),
                r"write `[^ \t\r\n]`".to_owned(),
            ),
            'b' | 'B' => (
                format!("`\\{c}` finds other words in Rust than in JavaScript"),
                "write what may stand beside the word: `(?:^|[^A-Za-z0-9_])`".to_owned(),
            ),
            'A' => ("JavaScript does not know `\\A`".to_owned(), "write `^`".to_owned()),
            'z' | 'Z' => (format!("JavaScript does not know `\\{c}`"), "write `$`".to_owned()),
            '0'..='9' | 'k' => (
                "Rust does not look back at what a group has found".to_owned(),
                "write the pattern without it, or check this in code".to_owned(),
            ),
            _ if c.is_ascii_alphanumeric() => (
                format!("`\\{c}` is not known to both languages"),
                "write the character itself, or its number: `\\u{41}`".to_owned(),
            ),
            _ => (format!("JavaScript does not take a `\\` before `{c}` here"), format!("write `{c}` alone")),
        };
        self.refuse_since(start, message, help)
    }

    /// `\x41`, `\u0041`, `\u{41}`.
    fn code_point(&mut self, start: usize, kind: char) -> Read<char> {
        let help = "write its number in hexadecimal digits: `\\u{41}`";
        let digits = match (kind, self.rest().strip_prefix('{')) {
            ('x', Some(_)) => {
                self.at += 1;
                return self.refuse_since(start, "JavaScript does not know `\\x{…}`", help);
            }
            (_, Some(rest)) => {
                let digits = rest.split('}').next().unwrap_or("");
                self.at += (digits.len() + 2).min(self.rest().len());
                digits
            }
            (_, None) => {
                let length = if kind == 'x' { 2 } else { 4 };
                let digits = self.rest().get(..length).unwrap_or("");
                self.at += digits.len();
                digits
            }
        };
        let is_hex =
            !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = if is_hex { u32::from_str_radix(digits, 16).ok() } else { None };
        match code.and_then(char::from_u32) {
            Some(c) => Ok(c),
            None if matches!(code, Some(0xd800..=0xdfff)) => {
                self.refuse_since(start, "half of a pair stands for no character in Rust", help)
            }
            None => self.refuse_since(start, "this stands for no character", help),
        }
    }
}

fn character(c: char) -> Part {
    (Node::Class(vec![(u32::from(c), u32::from(c))]), size_of(c))
}

fn size_of(c: char) -> u64 {
    c.len_utf8() as u64
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::Problem;

    /// What both languages read as the same.
    const COMMON: &[&str] = &[
        "",
        "^[a-z0-9-]+$",
        "^[A-Za-z_][A-Za-z0-9_]*$",
        "^(?:a|b|)c?$",
        "^(?<year>[0-9]{4})-(?<month>[0-9]{2})$",
        r"^\+[1-9][0-9]{6,14}$",
        r"[^\n]+@[^\n]+\.[a-z]{2,}",
        "^[A-Za-zÀ-ÖØ-öø-ÿ ]{1,80}$",
        r"[\]\[\\^\-]",
        "[-a]",
        "[a-]",
        "[^-a]",
        r"\x41\u0042\u{43}\t\n\r\f\v\/",
        r"\^\$\\\.\*\+\?\(\)\[\]\{\}\|",
        "a*?b+?c??d{2}?e{2,}f{2,5}",
        "ä-ö [ä-ö] 😀 [😀-😂]",
        "a&b~c#d e-f,g",
        "(((a)))",
        "a|",
        "[&~|]",
        "[a^$.*+?(){}]",
    ];

    #[test]
    fn what_both_languages_share_is_read() {
        for pattern in COMMON {
            assert!(check(pattern).is_ok(), "{pattern}: {:?}", check(pattern));
            // What the server runs, and what most others in Rust run.
            assert!(regex_lite::Regex::new(pattern).is_ok(), "{pattern}");
            assert!(regex::Regex::new(pattern).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn the_largest_patterns_that_are_read_can_be_run() {
        let deep = format!("{}a{}", "(?:".repeat(super::DEEPEST), ")".repeat(super::DEEPEST));
        for pattern in [
            deep.as_str(),
            "(?:[^a]{1000}){3}",
            "(?:[ä-ö]{50}){60}",
            "(?:(?:a{22}){40}){50}",
            "(?:ä?b*){1000}",
        ] {
            assert!(check(pattern).is_ok(), "{pattern}: {:?}", check(pattern));
            assert!(regex_lite::Regex::new(pattern).is_ok(), "{pattern}");
            assert!(regex::Regex::new(pattern).is_ok(), "{pattern}");
        }
    }

    /// Patterns, the part that is refused, and a part of what is written instead.
    const REFUSED: &[(&str, &str, &str)] = &[
        (r"^\d+$", r"\d", "`[0-9]`"),
        (r"[\d]", r"\d", "`0-9`"),
        (r"\D", r"\D", "`[^0-9]`"),
        (r"\w", r"\w", "`[A-Za-z0-9_]`"),
        (r"\s", r"\s", "`[ "),
        (r"a\b", r"\b", "write"),
        ("a.b", ".", r"`[^\n]`"),
        ("(?i)a", "(?i", "`[Aa]`"),
        ("(?i:a)", "(?i", "`[Aa]`"),
        ("(?x) a", "(?x", "(?:"),
        ("a(?=b)", "(?=", "without it"),
        ("a(?!b)", "(?!", "without it"),
        ("(?<=a)b", "(?<=", "without it"),
        ("(?<!a)b", "(?<!", "without it"),
        ("(?>a)", "(?>", "(?:"),
        ("(?P<a>b)", "(?P<", "(?<name>"),
        ("(?<a>b)(?<a>c)", "(?<a>", "rename"),
        ("(?<1>b)", "(?<1>", "letters"),
        (r"(a)\1", r"\1", "without it"),
        (r"(?<a>b)\k<a>", r"\k", "without it"),
        (r"\0", r"\0", "without it"),
        (r"\A", r"\A", "`^`"),
        (r"\z", r"\z", "`$`"),
        ("a++", "a++", "group"),
        ("a**", "a**", "group"),
        ("a{2}{3}", "a{2}{", "group"),
        ("*a", "*", r"`\*`"),
        ("(+)", "+", r"`\+`"),
        ("^*", "*", "before"),
        ("a{", "{", r"`\{`"),
        ("a{,3}", "{,3}", "{0,"),
        ("a{x}", "{x}", "`{2}`"),
        ("a{3,2}", "{3,2}", "order"),
        ("a{5000}", "{5000}", "max"),
        ("a}", "}", r"`\}`"),
        ("a]", "]", r"`\]`"),
        ("a)", ")", r"`\)`"),
        ("(a", "(", r"`\(`"),
        ("[a", "[", r"`\[`"),
        ("[]a]", "[]", r"`\]`"),
        ("[^]", "[^]", r"`\]`"),
        ("[[:alpha:]]", "[:", "a-z"),
        ("[a[b]]", "[", r"`\[`"),
        ("[a-z&&[b]]", "&&", "`&`"),
        ("[a--b]", "--", r"`\-`"),
        ("[a~~b]", "~~", "`~`"),
        ("[a-z-9]", "-", r"`\-`"),
        ("[z-a]", "z-a", "order"),
        (r"a\-b", r"\-", "`-`"),
        (r"\@", r"\@", "`@`"),
        (r"\a", r"\a", "itself"),
        (r"\cA", r"\c", "itself"),
        (r"\x{41}", r"\x{", r"`\u{41}`"),
        (r"\x4", r"\x", r"`\u{41}`"),
        (r"\ud83d\ude00", r"\ud83d", r"`\u{41}`"),
        (r"\u{110000}", r"\u{110000}", r"`\u{41}`"),
        (r"\u{", r"\u{", r"`\u{41}`"),
        (r"\pL", r"\p", "themselves"),
        (r"\p{Greek}", r"\p", "themselves"),
        (r"[\P{L}-z]", r"\P", "themselves"),
        (r"a\", r"\", r"`\\`"),
        ("(?:(?:a{1000}){1000}){1000}", "(?:(?:a{1000}){1000}){1000}", "repeat less"),
    ];

    #[test]
    fn what_differs_is_refused_at_its_place() {
        for (pattern, part, write) in REFUSED {
            let Err(Problem { place, message, help }) = check(pattern) else { panic!("{pattern} is taken") };
            assert_eq!(&pattern[place], *part, "{pattern}: {message}");
            assert!(help.contains(write), "{pattern}: {help}");
        }
        let deep = format!("{}a{}", "(".repeat(100_000), ")".repeat(100_000));
        assert!(check(&deep).is_err());
    }
}
