//! Text of a schema on its way into generated code: one function for each place where it can stand.
//!
//! Wire names in Rust code need none: they only ever enter it as string literals that `proc_macro2` writes.

/// The lines of a Rust doc comment.
///
/// rustdoc reads them as Markdown, and three things in Markdown are more than text: code blocks are compiled and run as
/// tests, HTML reaches the page as it is, and brackets become links. None of them survives. Code spans, emphasis, lists
/// and headings do.
pub fn rust_doc(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(rust_doc_line).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Text as a code span, whatever backticks are in it.
pub fn code_span(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A space inside each end is taken off again by Markdown, and keeps backticks of the text from joining the fence.
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// One line, without the indentation and the runs of spaces that begin code blocks, in the middle of a line too: a list
/// item may begin with one.
fn rust_doc_line(line: &str) -> String {
    let line = one_line(line).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some(c) = rest.chars().next() {
        match c {
            '`' => {
                let (run, after) = rest.split_at(rest.len() - rest.trim_start_matches('`').len());
                match closing(after, run.len()) {
                    Some(end) => {
                        out.push_str(&rest[..run.len() + end]);
                        rest = &after[end..];
                    }
                    // Left open it could close a span of another line, and turn what is code there into text.
                    None => {
                        out.extend(run.chars().flat_map(|tick| ['\\', tick]));
                        rest = after;
                    }
                }
                continue;
            }
            '\\' => {
                // As a literal one it cannot cancel an escape of ours.
                out.push_str("\\\\");
            }
            '<' | '[' | ']' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Where a run of exactly `count` backticks ends in `text`.
fn closing(text: &str, count: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text[at..].find('`') {
        let run = text[at + start..].bytes().take_while(|byte| *byte == b'`').count();
        at += start + run;
        if run == count {
            return Some(at);
        }
    }
    None
}

/// Text for one line: without characters that end a line for somebody, change the direction of what follows, or cannot be seen.
pub fn one_line(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c,
                '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.chars().map(|c| if hidden(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[&str]) {
        assert_eq!(rust_doc(text), lines, "{text:?}");
    }

    #[test]
    fn prose_stays_as_it_is() {
        check("Join a room, *now*.\n\n- `one`\n- two\n", &["Join a room, *now*.", "", "- `one`", "- two"]);
    }

    #[test]
    fn no_code_block_is_left() {
        check("```\nlet x = 1;\n```", &["\\`\\`\\`", "let x = 1;", "\\`\\`\\`"]);
        check("~~~rust\nx\n~~~", &["\\~\\~\\~rust", "x", "\\~\\~\\~"]);
        check("a\n\n    indented\n\tand this", &["a", "", "indented", "and this"]);
        check("-     item\n>\t  quote\n1.       one", &["- item", "> quote", "1. one"]);
        check("a `b\nc` d", &["a \\`b", "c\\` d"]);
    }

    #[test]
    fn no_html_and_no_links_are_left() {
        check("<script>x</script> `<b>` <i>", &["\\<script>x\\</script> `<b>` \\<i>"]);
        check("\\<b> \\`<b>`", &["\\\\\\<b> \\\\`<b>`"]);
        check("[x](javascript:alert(1))", &["\\[x\\](javascript:alert(1))"]);
        check("`` a ` <b> `` <c>", &["`` a ` <b> `` \\<c>"]);
    }

    #[test]
    fn nothing_invisible_is_left() {
        check("a\rb\u{202e}c\u{2028}d\u{0}e\u{feff}", &["a b c d e"]);
        assert_eq!(code_span("a\nb"), "`a b`");
    }

    #[test]
    fn a_code_span_holds_backticks() {
        assert_eq!(code_span("join:room"), "`join:room`");
        assert_eq!(code_span("a``b"), "```a``b```");
        assert_eq!(code_span("`"), "`` ` ``");
    }
}
