//! Text of a schema on its way into TypeScript: one function for each place where it can stand.

use crate::escape::{code_span, one_line};
use std::borrow::Cow;

/// A string literal, in the quotes that prettier would choose: double ones, unless single ones need fewer escapes.
///
/// Whatever is not visible is written as an escape, so that nobody has to guess what stands in a wire name.
pub fn string(text: &str) -> String {
    // Most names are plain.
    if text.bytes().all(|c| matches!(c, b' '..=b'~') && !matches!(c, b'"' | b'\\')) {
        return ["\"", text, "\""].concat();
    }
    let count = |quote| text.matches(quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c => push_visible(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// Text between the backticks of a template literal: no place begins in it.
pub fn template(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '$' => out.extend(['\\', c]),
            c => push_visible(&mut out, c),
        }
    }
    out
}

/// Whether a text is a name in JavaScript, or several with dots between them, of ASCII characters. Reserved words are
/// names here.
pub fn is_name_path(text: &str) -> bool {
    text.split('.').all(is_name)
}

/// Whether a text is one name in JavaScript, of ASCII characters. Reserved words are names here.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && text.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'$'))
}

/// A character, or an escape for what cannot be seen.
fn push_visible(out: &mut String, c: char) {
    if c.is_ascii_graphic() || c == ' ' || one_line(c.encode_utf8(&mut [0; 4])) != " " {
        out.push(c);
    } else {
        out.push_str(&format!("\\u{:04x}", c as u32));
    }
}

/// The lines of a TSDoc comment: what stands behind each ` * `.
///
/// They are read as Markdown with tags. Three things are taken out of them: the end of the comment, what would begin a
/// tag (`@` at the start of a word, as TypeScript itself reads it), and characters that end a line or hide something.
pub fn tsdoc(text: &str) -> Vec<Cow<'_, str>> {
    // Most comments are plain text on one line.
    if text.bytes().all(|c| matches!(c, b' '..=b'~') && !matches!(c, b'@' | b'`' | b'*')) {
        let line = text.trim_end();
        return if line.is_empty() { Vec::new() } else { vec![Cow::Borrowed(line)] };
    }
    let text = text.replace("\r\n", "\n");
    let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']);
    let mut lines: Vec<Cow<'_, str>> = lines.map(|line| Cow::Owned(tsdoc_line(line))).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.split_off(blank)
}

/// Text as a code span inside a TSDoc comment, whatever is in it.
pub fn tsdoc_code(text: &str) -> String {
    close_no_comment(&code_span(text))
}

/// What stands behind `// `.
pub fn line_comment(text: &str) -> String {
    one_line(text).trim().to_owned()
}

fn tsdoc_line(line: &str) -> String {
    let line = one_line(line);
    let mut out = String::with_capacity(line.len());
    let mut rest = line.trim_end();
    while let Some(c) = rest.chars().next() {
        if let Some(length) = code_span_length(rest) {
            // In code an escape would be seen, and nothing but the comment's end has a meaning.
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        let word_starts = out.ends_with(|c: char| c.is_whitespace() || c == '{') || out.is_empty();
        if c == '@' && word_starts {
            out.push('\\');
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    close_no_comment(&out)
}

/// The length of the code span that the text begins with.
fn code_span_length(text: &str) -> Option<usize> {
    let fence = text.len() - text.trim_start_matches('`').len();
    if fence == 0 {
        return None;
    }
    let end = text[fence..].find(&text[..fence])?;
    Some(fence + end + fence)
}

/// Markdown reads `\/` as `/`.
fn close_no_comment(text: &str) -> String {
    text.replace("*/", "*\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_the_quotes_of_prettier() {
        assert_eq!(string("join:room"), r#""join:room""#);
        assert_eq!(string(r#"say "hi""#), r#"'say "hi"'"#);
        assert_eq!(string("it's"), r#""it's""#);
        assert_eq!(string(r#"'""#), r#""'\"""#);
        assert_eq!(string(r#"'"""#), r#"'\'""'"#);
    }

    #[test]
    fn nothing_leaves_a_string() {
        assert_eq!(string("a\\"), r#""a\\""#);
        assert_eq!(string("a\nb\r\t"), r#""a\nb\r\t""#);
        assert_eq!(string("\u{2028}\u{202e}\u{0}\u{feff}"), r#""\u2028\u202e\u0000\ufeff""#);
        assert_eq!(string("'; drop"), r#""'; drop""#);
        assert_eq!(string("🦀 */ </script>"), r#""🦀 */ </script>""#);
    }

    #[test]
    fn nothing_begins_a_place_in_a_template() {
        assert_eq!(template("/game/"), "/game/");
        assert_eq!(template("${a}`\\\n\u{2028}$"), "\\${a}\\`\\\\\\u000a\\u2028\\$");
    }

    #[test]
    fn names_are_names_alone() {
        for (text, one, path) in [
            ("Money", true, true),
            ("Decimal.Value", false, true),
            ("$_1", true, true),
            ("default", true, true),
            ("1a", false, false),
            ("", false, false),
            ("A..B", false, false),
            ("A }", false, false),
            ("A\n", false, false),
            ("Gr\u{f6}\u{df}e", false, false),
        ] {
            assert_eq!((is_name(text), is_name_path(text)), (one, path), "{text}");
        }
    }

    #[test]
    fn nothing_leaves_a_comment() {
        assert_eq!(tsdoc("a */ b"), ["a *\\/ b"]);
        assert_eq!(tsdoc("`*/`"), ["`*\\/`"]);
        assert_eq!(tsdoc("a\rb\r\nc\u{2028}d\u{2029}e"), ["a", "b", "c", "d", "e"]);
        assert_eq!(tsdoc("a\u{202e}b\u{0}c"), ["a b c"]);
        assert_eq!(tsdoc_code("*/"), "`*\\/`");
        assert_eq!(line_comment("a\nexport {}\u{2028}x"), "a export {} x");
    }

    #[test]
    fn nothing_becomes_a_tag() {
        assert_eq!(tsdoc("@deprecated\n  @see x"), ["\\@deprecated", "  \\@see x"]);
        assert_eq!(tsdoc("Ask @ada, a@b.c, or `@c`."), ["Ask \\@ada, a@b.c, or `@c`."]);
        assert_eq!(tsdoc("{@link https://x} ` @y"), ["{\\@link https://x} ` \\@y"]);
    }

    #[test]
    fn blank_ends_are_cut_and_blank_middles_stay() {
        assert_eq!(tsdoc("\n\na  \n\n  b\n \n"), ["a", "", "  b"]);
        assert_eq!(tsdoc(" \n"), Vec::<String>::new());
        assert_eq!(tsdoc("  "), Vec::<String>::new());
        assert_eq!(tsdoc("  a  "), ["  a"]);
    }
}
