//! Just enough of TypeScript's lexer to tell code from comments and strings.

/// The text without its comments and without what stands in quotes. Panics where either does not end.
pub fn code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").expect("a comment ends");
            rest = &comment[end + 2..];
        } else if let Some(comment) = rest.strip_prefix("//") {
            // JavaScript ends a line at these as well.
            let end = comment.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(comment.len());
            rest = &comment[end..];
        } else if c == '"' || c == '\'' || c == '`' {
            let mut chars = rest[1..].char_indices();
            let end = loop {
                match chars.next().expect("a string ends") {
                    (_, '\\') => drop(chars.next()),
                    (at, d) if d == c => break at,
                    (_, '\n' | '\r') if c != '`' => panic!("a string goes over the end of its line"),
                    _ => {}
                }
            };
            out.push_str("\"\"");
            rest = &rest[end + 2..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}
