//! How text is written: quotes as prettier sets them, lines where the author broke them.

use super::tree::{Scalar, Style};

/// Text, ready to be printed.
pub(super) enum Written {
    /// On one line.
    Line(String),
    /// On several, which are folded when they are read.
    Lines(Vec<String>),
    /// Behind `|` or `>`.
    Block { header: &'static str, lines: Vec<String> },
}

pub(super) fn written(scalar: &Scalar<'_>) -> Written {
    match scalar.style {
        Style::Plain if !scalar.raw.contains('\n') => Written::Line(scalar.raw.to_owned()),
        Style::Plain => folded(scalar, scalar.raw).map_or_else(|| joined(scalar), Written::Lines),
        Style::Single | Style::Double => {
            let raw = requoted(scalar.raw);
            if !raw.contains('\n') {
                return Written::Line(raw);
            }
            let inner = &raw[1..raw.len() - 1];
            let lines = if raw.contains('\\') { None } else { folded(scalar, inner) };
            lines.map_or_else(|| joined(scalar), |lines| Written::Lines(in_quotes(lines, &raw[..1])))
        }
        Style::Literal | Style::Folded => block(scalar).unwrap_or_else(|| joined(scalar)),
    }
}

/// A key, which has one line and no block. One that needed quotes only in brackets has none.
pub(super) fn key(scalar: &Scalar<'_>) -> String {
    let text = &*scalar.text;
    let word = text.strip_suffix('?').unwrap_or("");
    let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_word {
        return text.to_owned();
    }
    match written(scalar) {
        Written::Line(line) if !line.is_empty() => line,
        _ => quoted(text),
    }
}

/// Text on one line, whatever lines it was written on.
fn joined(scalar: &Scalar<'_>) -> Written {
    let is_plain = scalar.style == Style::Plain && !scalar.text.contains('\n');
    Written::Line(if is_plain { scalar.text.to_string() } else { quoted(&scalar.text) })
}

/// Text in double quotes, or in single ones where prettier prefers those.
fn quoted(text: &str) -> String {
    let mut raw = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => raw.push_str("\\\""),
            '\\' => raw.push_str("\\\\"),
            '\n' => raw.push_str("\\n"),
            '\t' => raw.push_str("\\t"),
            '\r' => raw.push_str("\\r"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                raw.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => raw.push(c),
        }
    }
    raw.push('"');
    requoted(&raw)
}

/// Text in quotes with the quotes that prettier would set.
fn requoted(raw: &str) -> String {
    let is_double = raw.starts_with('"');
    let inner = &raw[1..raw.len() - 1];
    let escapes = inner.match_indices('\\').any(|(at, _)| !inner[at + 1..].starts_with('"'));
    if inner.contains('\\') && (!is_double || escapes) {
        // Only double quotes have escapes; between single ones a `\` is itself.
        return raw.to_owned();
    }
    if inner.contains('"') {
        return match is_double {
            true => format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "''")),
            false => raw.to_owned(),
        };
    }
    if inner.contains('\'') && !is_double {
        return format!("\"{}\"", inner.replace("''", "'"));
    }
    format!("\"{inner}\"")
}

/// The lines of text that is folded, if folding them gives the text.
fn folded(scalar: &Scalar<'_>, inner: &str) -> Option<Vec<String>> {
    let last = inner.split('\n').count() - 1;
    let trimmed = |(at, line): (usize, &str)| {
        let line = if at > 0 { line.trim_start_matches([' ', '\t']) } else { line };
        if at < last { line.trim_end_matches([' ', '\t']) } else { line }.to_owned()
    };
    let lines: Vec<String> = inner.split('\n').enumerate().map(trimmed).collect();
    let is_sound = !lines[0].is_empty()
        && !lines[last].is_empty()
        // How wide other characters are is not for us to say, and decides where the first line stands.
        && lines[0].is_ascii()
        && scalar.text.trim() == &*scalar.text;
    is_sound.then_some(lines)
}

fn in_quotes(mut lines: Vec<String>, quote: &str) -> Vec<String> {
    lines[0].insert_str(0, quote);
    if let Some(last) = lines.last_mut() {
        last.push_str(quote);
    }
    lines
}

/// Text behind `|` or `>`, unless something in it is seen only in quotes.
fn block(scalar: &Scalar<'_>) -> Option<Written> {
    let is_literal = scalar.style == Style::Literal;
    let text = &*scalar.text;
    let body = text.strip_suffix('\n').unwrap_or(text);
    let (header, content) = scalar.raw.split_once('\n')?;
    // How far the lines are indented is said by the first of them, not by a number.
    let is_indented =
        header.split('#').next().is_some_and(|header| header.contains(|c: char| c.is_ascii_digit()));
    let lines: Vec<String> = if is_literal {
        body.split('\n').map(str::to_owned).collect()
    } else {
        let first = content.split('\n').find(|line| !line.trim().is_empty())?;
        let indent = first.len() - first.trim_start_matches(' ').len();
        content.split('\n').map(|line| line.get(indent..).unwrap_or("").to_owned()).collect()
    };
    let is_sound = !is_indented
        && body.trim_end() == body
        && lines.first().is_some_and(|line| !line.is_empty() && !line.starts_with([' ', '\t']))
        && lines.iter().all(|line| line.trim_end() == line)
        && !text.contains(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}']);
    let header = match (is_literal, text.ends_with('\n')) {
        (true, true) => "|",
        (true, false) => "|-",
        (false, true) => ">",
        (false, false) => ">-",
    };
    is_sound.then_some(Written::Block { header, lines })
}
