//! The expressions that a schema in TypeScript is made of, laid out as prettier does it.

use crate::escape::one_line;
use crate::escape_ts::string;
use crate::ts::layout::{Doc, SHORT_KEY, bracketed, text, width};
use crate::ts::names::key;
use serde_json::Value;
use std::borrow::Cow;

/// An expression.
#[derive(Clone, Debug)]
pub(in crate::ts) enum Code<'a> {
    /// A name or a literal.
    Atom(Cow<'a, str>),
    /// `list(string(), 0, 20)`.
    Call(&'static str, Vec<Code<'a>>),
    /// `() => treeSchema`.
    Thunk(Cow<'a, str>),
    /// `["base", revSchema]`.
    List(Vec<Code<'a>>),
    /// An object with a line for each of its keys.
    Lines(Vec<(Cow<'a, str>, Code<'a>)>),
    /// A value as JSON has it.
    Json(&'a Value),
}

/// A lone argument of a call that is no longer than this does not go on a line of its own: a quarter of a line.
const SHORT: usize = 20;

impl<'a> Code<'a> {
    pub(in crate::ts) fn atom(text: impl Into<Cow<'a, str>>) -> Self {
        Code::Atom(text.into())
    }

    pub(in crate::ts) fn doc(&self) -> Doc<'a> {
        match self {
            Code::Atom(atom) => text(atom.clone()),
            Code::Thunk(name) => {
                Doc::Group(vec![text("() =>"), Doc::Indent(vec![Doc::Line, text(name.clone())])])
            }
            Code::Call(name, arguments) => call(name, arguments),
            Code::List(items) => bracketed("[", items.iter().map(Code::doc).collect(), ",", "]"),
            Code::Lines(entries) => lines(entries),
            Code::Json(value) => json(value),
        }
    }

    /// The expression behind a `=` or a `:`, with what stands between.
    pub(in crate::ts) fn assigned(&self, before: &'static str) -> Doc<'a> {
        match self.unbreakable() {
            Some(whole) => Doc::Fluid(Box::new(text(format!("{before}{whole}")))),
            None => Doc::Fluid(Box::new(Doc::Concat(vec![text(before), self.doc()]))),
        }
    }

    /// A call that prettier would rather put on a line of its own than break.
    fn unbreakable(&self) -> Option<String> {
        match self {
            Code::Call(name, arguments) => match arguments.as_slice() {
                [] => Some(format!("{name}()")),
                [Code::Atom(only)] if only.len() <= SHORT => Some(format!("{name}({only})")),
                [Code::Call(only, none)] if none.is_empty() => Some(format!("{name}({only}())")),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether its brackets stay on the line of the call that it is the last argument of.
    fn hugs(&self) -> bool {
        match self {
            Code::List(_) | Code::Lines(_) => true,
            Code::Json(Value::Array(items)) => !items.is_empty(),
            Code::Json(Value::Object(entries)) => !entries.is_empty(),
            Code::Json(_) | Code::Atom(_) | Code::Thunk(_) | Code::Call(..) => false,
        }
    }

    fn is_list(&self) -> bool {
        matches!(self, Code::List(_))
    }
}

fn call<'a>(name: &str, arguments: &[Code<'a>]) -> Doc<'a> {
    if arguments.is_empty() {
        return text(format!("{name}()"));
    }
    let broken = bracketed(format!("{name}("), arguments.iter().map(Code::doc).collect(), ",", ")");
    match arguments {
        // Alone, a list always stays on the line of its call.
        [only @ Code::List(_)] => Doc::Concat(vec![text(format!("{name}(")), only.doc(), text(")")]),
        [before @ .., last] if last.hugs() && !before.last().is_some_and(Code::is_list) => {
            let mut docs = vec![text(format!("{name}("))];
            for argument in before {
                docs.extend([argument.doc(), text(", ")]);
            }
            docs.extend([last.doc(), text(")")]);
            Doc::Either(Box::new((Doc::Concat(docs), broken)))
        }
        _ => broken,
    }
}

fn lines<'a>(entries: &[(Cow<'a, str>, Code<'a>)]) -> Doc<'a> {
    if entries.is_empty() {
        return text("{}");
    }
    let mut inner = Vec::with_capacity(entries.len() * 4);
    for (name, value) in entries {
        let name = key(name).into_owned();
        let is_short = width(&name) < SHORT_KEY;
        inner.extend([Doc::Hard, text(name), text(":")]);
        match is_short {
            true => inner.extend([text(" "), value.doc()]),
            false => inner.push(value.assigned("")),
        }
        inner.push(text(","));
    }
    Doc::Concat(vec![text("{"), Doc::Indent(inner), Doc::Hard, text("}")])
}

fn json(value: &Value) -> Doc<'_> {
    match value {
        Value::Null => text("null"),
        Value::Bool(value) => text(if *value { "true" } else { "false" }),
        Value::Number(number) => text(json_number(number)),
        Value::String(value) => text(string(value)),
        Value::Array(items) if items.is_empty() => text("[]"),
        Value::Array(items) if items.len() > 1 && items.iter().all(Value::is_number) => {
            let numbers = items.iter().filter_map(Value::as_number).map(|number| json_number(number).into());
            bracketed("[", vec![Doc::Fill(numbers.collect())], "", "]")
        }
        Value::Array(items) => bracketed("[", items.iter().map(json).collect(), ",", "]"),
        Value::Object(entries) if entries.is_empty() => text("{}"),
        Value::Object(entries) => {
            let mut inner = vec![Doc::Line];
            for (at, (name, value)) in entries.iter().enumerate() {
                if at > 0 {
                    inner.extend([text(","), Doc::Line]);
                }
                inner.extend([text(format!("{}: ", key(name))), json(value)]);
            }
            inner.push(Doc::IfBroken(","));
            Doc::Group(vec![text("{"), Doc::Indent(inner), Doc::Line, text("}")])
        }
    }
}

fn json_number(number: &serde_json::Number) -> String {
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(integer), ..) => integer.to_string(),
        (None, Some(integer), _) => integer.to_string(),
        (None, None, Some(float)) => float_literal(float),
        (None, None, None) => number.to_string(),
    }
}

/// A number as JavaScript and prettier write it.
pub(in crate::ts) fn float_literal(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-6..1e21).contains(&size) { format!("{value:e}") } else { format!("{value}") }
}

/// A regular expression with the flag `u`.
pub(in crate::ts) fn regex(pattern: &str) -> String {
    if pattern.is_empty() {
        return "/(?:)/u".to_owned();
    }
    let mut out = String::from("/");
    let mut escaped = false;
    for c in pattern.chars() {
        match c {
            '/' if !escaped => out.push_str("\\/"),
            // What ends a line ends a literal too, and what cannot be seen cannot be read.
            c if c != ' ' && one_line(c.encode_utf8(&mut [0; 4])) == " " => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            c => out.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    out.push_str("/u");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ts::layout::print;

    #[test]
    fn numbers_are_written_as_prettier_does_it() {
        for (value, expected) in [(1.0, "1"), (-0.5, "-0.5"), (1e300, "1e300"), (1e-7, "1e-7"), (0.0, "0")] {
            assert_eq!(float_literal(value), expected);
        }
    }

    #[test]
    fn nothing_leaves_a_regular_expression() {
        for (pattern, expected) in [
            ("^[a-z]+$", "/^[a-z]+$/u"),
            ("", "/(?:)/u"),
            ("a/b", "/a\\/b/u"),
            ("a\\/b", "/a\\/b/u"),
            ("\\\\/", "/\\\\\\//u"),
            ("\n\u{2028}", "/\\u{a}\\u{2028}/u"),
        ] {
            assert_eq!(regex(pattern), expected);
        }
    }

    #[test]
    fn what_holds_lines_is_held_on_the_line() {
        let code = Code::Call(
            "tagged",
            vec![
                Code::atom("\"kind\""),
                Code::Lines(vec![("noop".into(), Code::Call("object", vec![Code::Lines(vec![])]))]),
            ],
        );
        assert_eq!(print(&[code.doc()], 0), "tagged(\"kind\", {\n  noop: object({}),\n})");
    }
}
