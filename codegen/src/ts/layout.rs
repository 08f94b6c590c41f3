//! Line breaks where prettier would put them.
//!
//! Generated files are committed, and a formatter that runs over a whole repository must find nothing to change in
//! them. Prettier breaks a group of tokens as a whole as soon as it does not fit in 80 columns; this is that rule, for
//! the few constructs that the emitter writes.

/// The columns that prettier gives a line.
pub(super) const WIDTH: usize = 80;

/// A text that may be broken.
#[derive(Clone, Debug)]
pub(super) enum Doc {
    /// Text without line breaks.
    Text(String),
    /// A space, or a line break where the group is broken.
    Line,
    /// Nothing, or a line break where the group is broken.
    Soft,
    /// Text that stands only where the group is broken.
    IfBroken(&'static str),
    /// One after the other.
    Concat(Vec<Doc>),
    /// What has line breaks one level deeper.
    Indent(Vec<Doc>),
    /// What is on one line, or broken at each of its own lines.
    Group(Vec<Doc>),
}

/// Text without line breaks.
pub(super) fn text(text: impl Into<String>) -> Doc {
    Doc::Text(text.into())
}

/// Items between brackets, one a line where they do not fit. `last` stands behind the last one if they are broken.
pub(super) fn bracketed(open: &str, items: Vec<Vec<Doc>>, last: &'static str, close: &str) -> Doc {
    let mut inner = vec![Doc::Soft];
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            inner.extend([text(","), Doc::Line]);
        }
        inner.extend(item);
    }
    inner.push(Doc::IfBroken(last));
    Doc::Group(vec![text(open), Doc::Indent(inner), Doc::Soft, text(close)])
}

/// Prints documents that begin a line which is indented by `indent`, without that indentation itself.
pub(super) fn print(docs: &[Doc], indent: usize) -> String {
    let mut out = String::new();
    let mut column = indent;
    // What is still to be printed, the next last, with its indentation and whether its group is broken.
    let mut rest: Vec<(usize, bool, &Doc)> = docs.iter().rev().map(|doc| (indent, true, doc)).collect();
    while let Some((indent, broken, doc)) = rest.pop() {
        match doc {
            Doc::Text(text) => {
                out.push_str(text);
                column += width(text);
            }
            Doc::Line | Doc::Soft if broken => {
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            }
            Doc::Line => {
                out.push(' ');
                column += 1;
            }
            Doc::IfBroken(text) if broken => {
                out.push_str(text);
                column += width(text);
            }
            Doc::Soft | Doc::IfBroken(_) => {}
            Doc::Concat(inner) => rest.extend(inner.iter().rev().map(|doc| (indent, broken, doc))),
            Doc::Indent(inner) => rest.extend(inner.iter().rev().map(|doc| (indent + 2, broken, doc))),
            Doc::Group(inner) => {
                let broken = !fits(inner, &rest, WIDTH.saturating_sub(column));
                rest.extend(inner.iter().rev().map(|doc| (indent, broken, doc)));
            }
        }
    }
    out
}

/// Whether a group fits on one line, with what follows it up to the next line break.
fn fits(group: &[Doc], rest: &[(usize, bool, &Doc)], mut room: usize) -> bool {
    let mut after = rest.iter().rev();
    let mut pending: Vec<(bool, &Doc)> = group.iter().rev().map(|doc| (false, doc)).collect();
    loop {
        let next = pending.pop().or_else(|| after.next().map(|(_, broken, doc)| (*broken, *doc)));
        let Some((broken, doc)) = next else { return true };
        let taken = match doc {
            Doc::Text(text) => width(text),
            Doc::Line | Doc::Soft if broken => return true,
            Doc::Line => 1,
            Doc::IfBroken(text) if broken => width(text),
            Doc::Soft | Doc::IfBroken(_) => 0,
            // A group that follows may still be broken at its first line.
            Doc::Concat(inner) | Doc::Indent(inner) | Doc::Group(inner) => {
                pending.extend(inner.iter().rev().map(|doc| (broken, doc)));
                0
            }
        };
        match room.checked_sub(taken) {
            Some(left) => room = left,
            None => return false,
        }
    }
}

/// How many columns a text takes: two for emoji and other wide characters, the only ones beyond ASCII in wire names.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(items: &[&str]) -> Doc {
        bracketed("[", items.iter().map(|item| vec![text(*item)]).collect(), ",", "]")
    }

    #[test]
    fn what_fits_stays_on_its_line() {
        assert_eq!(print(&[list(&["a", "b"]), text(";")], 0), "[a, b];");
    }

    #[test]
    fn what_follows_counts() {
        let long = "x".repeat(WIDTH - 2);
        assert_eq!(print(&[list(&[&long])], 0), format!("[{long}]"));
        assert_eq!(print(&[list(&[&long]), text(";")], 0), format!("[\n  {long},\n];"));
    }

    #[test]
    fn outer_groups_break_first() {
        let long = "x".repeat(50);
        let inner = list(&[&long, "y"]);
        let outer = bracketed("(", vec![vec![text("first")], vec![inner, text("z".repeat(20))]], ",", ")");
        assert_eq!(print(&[outer], 2), format!("(\n    first,\n    [{long}, y]{},\n  )", "z".repeat(20)));
    }
}
