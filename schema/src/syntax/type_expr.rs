//! Types written as text: `string(1..=64)`, `list<User>`, `Message[](..=20)`, `[f64, f64]`, `enum(a | b)`,
//! `User | null`.
//!
//! ```text
//! type    = postfix [ "|" "null" ]
//! postfix = primary { "[" "]" [ bounds ] }
//! primary = name [ bounds ] | ( "list" | "map" ) "<" type ">" [ bounds ] | "[" type { "," type } "]"
//!         | "enum" "(" value { "|" value } ")"
//! bounds  = "(" [ number ] ".." [ "=" number ] ")"
//! ```

use super::file::{Limits, Name, TypeExpr, TypeKind, ValueDecl};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Builtin;
use crate::source::{Span, Spanned};
use crate::syntax::scalar::Text;
use crate::syntax::tree::shown;
use crate::syntax::yaml::MAX_DEPTH;

/// Reads a type. One finding at most: behind it the rest is guesswork.
pub(super) fn parse<'n>(text: Text<'n>, diagnostics: &mut Diagnostics) -> TypeExpr<'n> {
    if is_word(text.text) {
        let name = Spanned::new(text.text, text.whole());
        return TypeExpr::new(TypeKind::Name(name), name.span);
    }
    let mut parser = Parser { text, at: 0, depth: 0 };
    let read = parser.whole();
    match read {
        Ok(ty) => ty,
        Err(finding) => {
            diagnostics.push(*finding);
            TypeExpr::invalid(text.span)
        }
    }
}

/// Whether a text is the name of a type and nothing else, as most are.
fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !matches!(text, "" | "list" | "map" | "null")
}

type Read<T> = Result<T, Box<Diagnostic>>;

struct Parser<'a> {
    text: Text<'a>,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text.text[self.at..]
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn eat(&mut self, token: &str) -> bool {
        self.skip_space();
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// The place of what comes next, one character wide, or empty at the end.
    fn here(&self) -> Span {
        let width = self.rest().chars().next().map_or(0, char::len_utf8);
        self.text.place(self.at..self.at + width)
    }

    fn since(&self, start: usize) -> Span {
        self.text.place(start..start + self.text.text[start..self.at].trim_end().len())
    }

    fn error<T>(
        &self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Read<T> {
        Err(Box::new(Diagnostic::new(code, span, message).help(help)))
    }

    fn expect(&mut self, token: &str, help: &str) -> Read<()> {
        if self.eat(token) {
            return Ok(());
        }
        let found = match self.rest().chars().next() {
            Some(c) => format!("a `{token}` is expected here, before `{c}`"),
            None => format!("a `{token}` is missing at the end of this type"),
        };
        self.error(Code::TypeSyntax, self.here(), found, help)
    }

    fn whole(&mut self) -> Read<TypeExpr<'a>> {
        let ty = self.ty()?;
        self.skip_space();
        if self.rest().is_empty() {
            return Ok(ty);
        }
        if self.rest().starts_with("..") {
            let help = "write `string(1..=64)`";
            return self.error(Code::TypeSyntax, self.here(), "bounds stand in parentheses", help);
        }
        let help = match self.rest().chars().next() {
            Some('?') => {
                "what may be absent is marked at the field's name (`name?: string`), what may be null with `| null`"
            }
            Some('0'..='9') => "bounds stand in parentheses: `string(1..=64)`",
            Some('}' | ']') => "remove it, or open it before",
            Some('#') => "a comment needs a space before its `#`",
            Some('<') => "only `list<T>` and `map<T>` take a type in `<…>`",
            _ => "types look like `string(1..=64)`, `list<User>`, `User[]`, `enum(a | b)` or `User | null`",
        };
        let message = format!("`{}` cannot follow a type", shown(self.rest().trim_end()));
        let span = self.text.place(self.at..self.at + self.rest().trim_end().len());
        self.error(Code::TypeSyntax, span, message, help)
    }

    fn ty(&mut self) -> Read<TypeExpr<'a>> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let help = "declare a type for the inner part and use its name";
            return self.error(Code::TooDeep, self.here(), "nested more than 64 levels deep", help);
        }
        self.skip_space();
        let start = self.at;
        let mut ty = self.postfix()?;
        if self.eat("|") {
            self.skip_space();
            let other = self.at;
            let word = self.word();
            if word != "null" {
                let rest = self.rest();
                self.at += rest.find(['>', ',']).unwrap_or(rest.len());
                let span = self.since(other);
                return if matches!(&ty.kind, TypeKind::Name(name) if name.value == "null") && !word.is_empty()
                {
                    let help = format!("write `{word} | null`");
                    self.error(Code::TypeSyntax, self.since(start), "`null` stands last", help)
                } else if let Some(help) = union_help(&self.text.text[start..self.at]) {
                    let message = "a union is not written with `|`";
                    self.error(Code::TypeSyntax, self.since(start), message, help)
                } else {
                    let help = "for one of several strings, write `enum(a | b)`; `| null` is the only other use of `|`";
                    self.error(Code::TypeSyntax, span, "only `null` can stand behind `|`", help)
                };
            }
            ty = TypeExpr::new(TypeKind::Nullable(Box::new(ty)), self.since(start));
        } else if matches!(&ty.kind, TypeKind::Name(name) if name.value == "null") {
            let help =
                "write `T | null` for a value that may be null, or `ack: none` for an answer without data";
            return self.error(Code::TypeSyntax, ty.span, "`null` alone is not a type", help);
        }
        self.depth -= 1;
        Ok(ty)
    }

    fn postfix(&mut self) -> Read<TypeExpr<'a>> {
        let start = self.at;
        let mut ty = self.primary()?;
        let mut lists = 0;
        while self.eat("[") {
            self.expect("]", "a list is written `T[]`, or `list<T>`")?;
            lists += 1;
            if self.depth + lists > MAX_DEPTH {
                let help = "declare a type for the inner part and use its name";
                return self.error(Code::TooDeep, self.here(), "nested more than 64 levels deep", help);
            }
            let bounds = self.bounds()?;
            ty = TypeExpr::new(TypeKind::List(Box::new(ty)), self.since(start));
            ty.bounds = bounds.map(Box::new);
        }
        Ok(ty)
    }

    fn primary(&mut self) -> Read<TypeExpr<'a>> {
        self.skip_space();
        let start = self.at;
        if self.rest().starts_with('[') {
            return self.tuple(start);
        }
        let word = self.word();
        if word.is_empty() {
            let message = match self.rest().chars().next() {
                Some(c) => format!("a type is expected here, before `{c}`"),
                None => "a type is expected here".to_owned(),
            };
            let help = "types look like `string(1..=64)`, `list<User>`, `enum(a | b)` or `User | null`";
            return self.error(Code::TypeSyntax, self.here(), message, help);
        }
        let mut ty = match word {
            "list" | "map" => self.container(word, start)?,
            "enum" if self.eat("(") => return self.enumeration(start),
            "array" | "Array" | "Vec" | "Record" | "Map" | "HashMap" | "BTreeMap" | "Option"
                if self.rest().trim_start().starts_with('<') =>
            {
                let instead = match word {
                    "Option" => "`T | null`, or `name?: T` for a field that may be absent",
                    "array" | "Array" | "Vec" => "`list<T>` or `T[]`",
                    _ => "`map<T>`: the keys are always strings",
                };
                let message = format!("`{word}<…>` is written differently here");
                return self.error(Code::TypeSyntax, self.since(start), message, format!("write {instead}"));
            }
            name => {
                let name = Spanned::new(name, self.since(start));
                let span = name.span;
                TypeExpr::new(TypeKind::Name(name), span)
            }
        };
        ty.bounds = self.bounds()?.map(Box::new);
        ty.span = self.since(start);
        Ok(ty)
    }

    fn container(&mut self, word: &str, start: usize) -> Read<TypeExpr<'a>> {
        let example = format!("write `{word}<T>`");
        self.expect("<", &example)?;
        let inner = Box::new(self.ty()?);
        if self.eat(",") {
            let help =
                if word == "map" { "the keys are always strings: `map<T>`" } else { "a list holds one type" };
            return self.error(Code::TypeSyntax, self.since(start), format!("`{word}` takes one type"), help);
        }
        self.expect(">", &example)?;
        let kind = if word == "list" { TypeKind::List(inner) } else { TypeKind::Map(inner) };
        Ok(TypeExpr::new(kind, self.since(start)))
    }

    /// `[A, B]`.
    fn tuple(&mut self, start: usize) -> Read<TypeExpr<'a>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            if items.is_empty() && self.eat("]") {
                let help = "a list is written `list<T>`, a tuple `[A, B]`";
                return self.error(Code::TypeSyntax, self.since(start), "a tuple needs items", help);
            }
            items.push(self.ty()?);
            if self.eat(",") {
                continue;
            }
            self.expect("]", "a tuple is written `[A, B]`, a list `list<T>`")?;
            break;
        }
        let span = self.since(start);
        check_length(items.len(), span, || shown(self.text.text[start..self.at].trim_matches(['[', ']'])))?;
        let mut ty = TypeExpr::new(TypeKind::Tuple(items), span);
        ty.bounds = self.bounds()?.map(Box::new);
        Ok(ty)
    }

    fn enumeration(&mut self, start: usize) -> Read<TypeExpr<'a>> {
        let mut values: Vec<ValueDecl<'a>> = Vec::new();
        loop {
            self.skip_space();
            let from = self.at;
            let rest = self.rest();
            self.at += rest.find(['|', ')', ',']).unwrap_or(rest.len());
            let value = self.text.text[from..self.at].trim_end();
            if value.is_empty() {
                let help = "values are separated by `|`: `enum(text | drawing)`";
                return self.error(Code::EnumValues, self.here(), "a value is expected here", help);
            }
            let span = self.text.place(from..from + value.len());
            values.push(ValueDecl { value: Spanned::new(value, span), doc: None });
            if self.eat("|") {
                continue;
            }
            self.expect(")", "values are separated by `|`: `enum(text | drawing)`")?;
            let numbers = values.iter().filter(|value| is_number(value.value.value)).count();
            let all = values.len();
            let wrong = values.iter().find_map(|value| no_number(&value.value, numbers, all));
            if let Some(finding) = wrong.filter(|_| numbers > 0) {
                return Err(Box::new(finding));
            }
            let kind = TypeKind::Enum { values, open: false, numbers: numbers > 0 };
            return Ok(TypeExpr::new(kind, self.since(start)));
        }
    }

    /// A name: a built-in type's, a declared one's, or an import's `file.Type`.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':')))
            .unwrap_or(rest.len());
        // `1..=64` without parentheses is no part of the name before it.
        let end = rest[..end].find("..").unwrap_or(end);
        self.at += end;
        &rest[..end]
    }

    fn bounds(&mut self) -> Read<Option<Spanned<Limits<'a>>>> {
        if !self.rest().starts_with('(') {
            return Ok(None);
        }
        let open = self.at;
        let Some(length) = self.rest().find(')') else {
            let span = self.text.place(open..open + 1);
            return self.error(Code::BoundsSyntax, span, "this `(` is never closed", "write `(1..=64)`");
        };
        let inner = open + 1..open + length;
        self.at = open + length + 1;
        let span = self.text.place(open..self.at);
        let written = self.text.text[inner.clone()].trim();
        let Some((min, max)) = written.split_once("..") else {
            let help = if is_number(written) {
                format!(
                    "for exactly {written} write `({written}..={written})`, for at most {written} `(..={written})`"
                )
            } else {
                "write `(1..=64)`, `(..=64)` or `(1..)`".to_owned()
            };
            return self.error(Code::BoundsSyntax, span, "bounds are written as a range", help);
        };
        let (min, max) = (min.trim(), max.trim());
        let exclusive = !max.starts_with('=');
        let max = max.trim_start_matches('=').trim();
        if exclusive && !max.is_empty() {
            let help = format!("write `({min}..={max})`: both ends are included");
            return self.error(
                Code::BoundsSyntax,
                span,
                "bounds include their end, so it is written `..=`",
                help,
            );
        }
        if !exclusive && max.is_empty() {
            let help = if min.is_empty() { "write `(..=64)`".into() } else { format!("write `({min}..)`") };
            return self.error(Code::BoundsSyntax, span, "a number is expected behind `..=`", help);
        }
        let side = |number: &'a str| -> Read<Option<Spanned<&'a str>>> {
            if number.is_empty() {
                return Ok(None);
            }
            let at = number.as_ptr() as usize - self.text.text.as_ptr() as usize;
            let place = self.text.place(at..at + number.len());
            if !is_number(number) {
                let message = format!("`{}` is not a number", shown(number));
                let help = "write digits alone, such as `(1..=64)`";
                return self.error(Code::BoundsSyntax, place, message, help);
            }
            Ok(Some(Spanned::new(number, place)))
        };
        let limits = Limits { min: side(min)?, max: side(max)? };
        if limits.min.is_none() && limits.max.is_none() {
            return self.error(
                Code::BoundsSyntax,
                span,
                "these bounds bound nothing",
                "write `(1..=64)`, or leave them out",
            );
        }
        Ok(Some(Spanned::new(limits, span)))
    }
}

/// What to write instead of `string | number`, where all that is between the `|` looks like types.
fn union_help(written: &str) -> Option<String> {
    // More than these are no union that somebody wrote by hand.
    const MOST: usize = 16;
    let mut types = Vec::new();
    let mut null = false;
    for part in written.split('|').map(str::trim) {
        let ours = match part {
            "null" | "undefined" => {
                null = true;
                continue;
            }
            "number" => "f64",
            "boolean" => "bool",
            "bigint" => "i64",
            _ => part,
        };
        let bare = ours.trim_end_matches("[]");
        let is_type = Builtin::from_name(bare).is_some()
            || bare.starts_with(|c: char| c.is_ascii_uppercase())
                && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        if !is_type || types.len() == MOST {
            return None;
        }
        types.push(match ours.strip_suffix("[]") {
            Some(item) => format!("list<{item}>"),
            None => ours.to_owned(),
        });
    }
    let union = format!("{{ union: [{}] }}", types.join(", "));
    match (types.len(), null) {
        (0 | 1, _) => None,
        (_, false) => Some(format!("write `{union}`")),
        (_, true) => Some(format!("declare it under `types:`, as `Name: {union}`, and write `Name | null`")),
    }
}

/// The most items that a tuple may have: as many as Rust's own traits know.
pub(super) const MOST_ITEMS: usize = 12;

/// Refuses tuples of one, which are mostly meant as lists, and long ones.
pub(super) fn check_length(items: usize, span: Span, only: impl FnOnce() -> String) -> Read<()> {
    let finding = match items {
        0 | 1 => Diagnostic::new(Code::TypeSyntax, span, "a tuple has two items or more")
            .help(format!("for a list write `list<{}>`", only())),
        2..=MOST_ITEMS => return Ok(()),
        _ => Diagnostic::new(Code::TypeSyntax, span, format!("a tuple has {MOST_ITEMS} items at the most"))
            .help("declare an object with named fields"),
    };
    Err(Box::new(finding))
}

/// The largest integer that a JavaScript number holds exactly.
const SAFE: i64 = (1 << 53) - 1;

/// What is wrong with a value of an enum in which `numbers` of `all` values are numbers.
pub(super) fn no_number(value: &Name<'_>, numbers: usize, all: usize) -> Option<Diagnostic> {
    let text = value.value;
    let finding =
        |message: String, help: &str| Some(Diagnostic::new(Code::EnumValues, value.span, message).help(help));
    if !is_number(text) {
        let message = format!("`{}` is text, and stands among numbers", shown(text));
        return finding(message, "an enum holds text or numbers, not both");
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = digits == "0" && text != "-0" || !digits.starts_with('0');
    if !is_whole || !is_plain {
        let what = if is_whole { "is not how JSON writes a number" } else { "is not a whole number" };
        let help = match numbers == all {
            true => "write integers in digits alone, such as `10`",
            false => "write text that begins with a letter, or whole numbers alone",
        };
        return finding(format!("`{}` {what}", shown(text)), help);
    }
    match text.parse::<i64>() {
        Ok(number) if (-SAFE..=SAFE).contains(&number) => None,
        _ => finding(
            format!("JavaScript cannot hold `{}` exactly", shown(text)),
            "write an integer from -9007199254740991 to 9007199254740991",
        ),
    }
}

/// Whether a text is a decimal number as JSON has it, with or without a sign.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok()
}
