//! Line breaks where prettier would put them.
//!
//! Generated files are committed, and a formatter that runs over a whole repository must find nothing to change in
//! them. Prettier breaks a group of tokens as a whole as soon as it does not fit in 80 columns; this is that rule, for
//! the few constructs that the emitter writes.

use std::borrow::Cow;

/// The columns that prettier gives a line.
pub(super) const WIDTH: usize = 80;

/// A text that may be broken.
#[derive(Clone, Debug)]
pub(super) enum Doc<'a> {
    /// Text without line breaks.
    Text(Cow<'a, str>),
    /// A space and such a text.
    Spaced(Cow<'a, str>),
    /// A space, or a line break where the group is broken.
    Line,
    /// Nothing, or a line break where the group is broken.
    Soft,
    /// A line break in any case: where prettier keeps the one that it finds.
    Hard,
    /// Text that stands only where the group is broken.
    IfBroken(&'static str),
    /// One after the other.
    Concat(Vec<Doc<'a>>),
    /// What has line breaks one level deeper.
    Indent(Vec<Doc<'a>>),
    /// What is on one line, or broken at each of its own lines.
    Group(Vec<Doc<'a>>),
    /// What stands behind a `=`: after a space if it fits there up to its first own line break, else on a line of its
    /// own, one level deeper.
    Fluid(Box<Doc<'a>>),
    /// The first, if that fits up to its first line break, else the second.
    Either(Box<(Doc<'a>, Doc<'a>)>),
    /// Texts with commas between them, as many on a line as fit. Prettier does so with numbers.
    Fill(Vec<Cow<'a, str>>),
}

/// Text without line breaks.
pub(super) fn text<'a>(text: impl Into<Cow<'a, str>>) -> Doc<'a> {
    Doc::Text(text.into())
}

/// Items between brackets, one a line where they do not fit. `last` stands behind the last one if they are broken.
pub(super) fn bracketed<'a>(
    open: impl Into<Cow<'a, str>>,
    items: Vec<Doc<'a>>,
    last: &'static str,
    close: &'static str,
) -> Doc<'a> {
    let inner = separated(items, Doc::Soft, ",", last);
    Doc::Group(vec![text(open), inner, Doc::Soft, text(close)])
}

/// `(payload: JoinRoom) => Promise<RoomJoined>`: where that does not fit, the parameters are broken before what is returned.
pub(super) fn function_type<'a>(parameters: Vec<Doc<'a>>, last: &'static str, result: Doc<'a>) -> Doc<'a> {
    if parameters.is_empty() {
        return Doc::Concat(vec![text("() => "), result]);
    }
    let inner = separated(parameters, Doc::Soft, ",", last);
    Doc::Group(vec![text("("), inner, Doc::Soft, text(") => "), Doc::Group(vec![result])])
}

/// `{ a: string; b: number }`, one a line where that does not fit.
pub(super) fn object<'a>(members: Vec<Doc<'a>>) -> Doc<'a> {
    let inner = separated(members, Doc::Line, ";", ";");
    Doc::Group(vec![text("{"), inner, Doc::Line, text("}")])
}

/// `{ A, B }`, one a line where they do not fit: the names of an import.
pub(super) fn spaced(items: Vec<Doc<'_>>) -> Doc<'_> {
    let inner = separated(items, Doc::Line, ",", ",");
    Doc::Group(vec![text("{"), inner, Doc::Line, text("}")])
}

/// `{ a: 1, b: 2 }`, one a line where that does not fit: an object as a value.
pub(super) fn object_literal(members: Vec<Doc<'_>>) -> Doc<'_> {
    if members.is_empty() { text("{}") } else { spaced(members) }
}

/// So short a key leaves nothing to gain by a break behind it.
pub(super) const SHORT_KEY: usize = 5;

/// `key: value`, for a text that prettier moves to the next line where it does not fit beside a key of some length.
pub(super) fn text_entry<'a>(key: &str, value: String) -> Doc<'a> {
    if width(key) < SHORT_KEY {
        return text(format!("{key}: {value}"));
    }
    Doc::Concat(vec![text(format!("{key}:")), Doc::Fluid(Box::new(text(value)))])
}

fn separated<'a>(items: Vec<Doc<'a>>, first: Doc<'a>, between: &'static str, last: &'static str) -> Doc<'a> {
    let mut inner = Vec::with_capacity(items.len() * 3 + 2);
    inner.push(first);
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            inner.extend([text(between), Doc::Line]);
        }
        inner.push(item);
    }
    inner.push(Doc::IfBroken(last));
    Doc::Indent(inner)
}

/// `A | B`, each on a line behind a `|` of its own where they do not fit: what is inside of the group.
pub(super) fn alternatives(members: Vec<Doc<'_>>) -> Vec<Doc<'_>> {
    let mut inner = Vec::with_capacity(members.len() * 3 + 1);
    inner.push(Doc::IfBroken("| "));
    for (at, member) in members.into_iter().enumerate() {
        if at > 0 {
            inner.extend([Doc::Line, text("| ")]);
        }
        inner.push(Doc::Indent(vec![member]));
    }
    inner
}

/// `A | B` behind a `=` or a `:`: first all of them on a line of their own, then each of them.
pub(super) fn union(members: Vec<Doc<'_>>) -> Doc<'_> {
    Doc::Group(vec![Doc::Indent(vec![Doc::Line, Doc::Group(alternatives(members))])])
}

/// Prints documents that begin a line which is indented by `indent`, without that indentation itself. What may be broken
/// stands inside of groups.
pub(super) fn print(docs: &[Doc<'_>], indent: usize) -> String {
    let mut out = String::new();
    print_to(&mut out, docs, indent);
    out
}

/// Prints documents behind what stands there already: a line break, and `indent` columns.
pub(super) fn print_to(out: &mut String, docs: &[Doc<'_>], indent: usize) {
    print_behind(out, docs, indent, indent);
}

/// Prints documents behind so many columns of a line which is indented by `indent`.
pub(super) fn print_behind(out: &mut String, docs: &[Doc<'_>], indent: usize, column: usize) {
    // Most lines are short, and need no record of what may be broken.
    let mut room = WIDTH.saturating_sub(column);
    if docs.iter().all(|doc| fits_flat(doc, &mut room)) {
        return docs.iter().for_each(|doc| print_flat(out, doc));
    }
    let mut column = column;
    // What is still to be printed, the next last, with its indentation and whether its group is broken.
    let mut rest: Vec<(usize, bool, &Doc<'_>)> = docs.iter().rev().map(|doc| (indent, true, doc)).collect();
    while let Some((indent, broken, doc)) = rest.pop() {
        match doc {
            Doc::Text(text) => {
                out.push_str(text);
                column += width(text);
            }
            Doc::Spaced(text) => {
                out.push(' ');
                out.push_str(text);
                column += 1 + width(text);
            }
            Doc::Line | Doc::Soft if broken => {
                new_line(out, indent);
                column = indent;
            }
            Doc::Hard => {
                new_line(out, indent);
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
                let broken = inner.iter().any(breaks) || !fits(inner, &rest, WIDTH.saturating_sub(column));
                rest.extend(inner.iter().rev().map(|doc| (indent, broken, doc)));
            }
            Doc::Either(either) => {
                let (first, second) = &**either;
                let fits = fits(std::slice::from_ref(first), &rest, WIDTH.saturating_sub(column));
                rest.push((indent, broken, if fits { first } else { second }));
            }
            Doc::Fluid(inner) if !broken => {
                out.push(' ');
                column += 1;
                rest.push((indent, false, inner));
            }
            Doc::Fluid(inner) => {
                rest.push((indent, true, inner));
                if fits(&[Doc::Line], &rest, WIDTH.saturating_sub(column)) {
                    out.push(' ');
                    column += 1;
                } else {
                    rest.pop();
                    rest.push((indent + 2, true, inner));
                    new_line(out, indent + 2);
                    column = indent + 2;
                }
            }
            Doc::Fill(items) => {
                for (at, item) in items.iter().enumerate() {
                    let comma = usize::from(broken || at + 1 < items.len());
                    match (at, broken && column + 1 + width(item) + comma > WIDTH) {
                        (0, _) => {}
                        (_, true) => {
                            new_line(out, indent);
                            column = indent;
                        }
                        (_, false) => {
                            out.push(' ');
                            column += 1;
                        }
                    }
                    out.push_str(item);
                    out.push_str(&","[..comma]);
                    column += width(item) + comma;
                }
            }
        }
    }
}

/// Whether there is a break in it in any case: then all that it stands in is broken.
fn breaks(doc: &Doc<'_>) -> bool {
    match doc {
        Doc::Hard => true,
        Doc::Concat(inner) | Doc::Indent(inner) | Doc::Group(inner) => inner.iter().any(breaks),
        Doc::Fluid(inner) => breaks(inner),
        Doc::Either(either) => breaks(&either.0),
        Doc::Text(_) | Doc::Spaced(_) | Doc::Line | Doc::Soft | Doc::IfBroken(_) | Doc::Fill(_) => false,
    }
}

/// Takes the columns of a text without its line breaks; whether there were as many.
fn fits_flat(doc: &Doc<'_>, room: &mut usize) -> bool {
    let taken = match doc {
        Doc::Text(text) => width(text),
        Doc::Spaced(text) => 1 + width(text),
        Doc::Line => 1,
        Doc::Soft | Doc::IfBroken(_) => 0,
        Doc::Hard => return false,
        Doc::Concat(inner) | Doc::Indent(inner) | Doc::Group(inner) => {
            return inner.iter().all(|doc| fits_flat(doc, room));
        }
        Doc::Fluid(inner) => return fits_flat(&Doc::Line, room) && fits_flat(inner, room),
        Doc::Either(either) => return fits_flat(&either.0, room),
        Doc::Fill(items) => filled_width(items),
    };
    let fits = taken <= *room;
    *room = room.saturating_sub(taken);
    fits
}

fn print_flat(out: &mut String, doc: &Doc<'_>) {
    match doc {
        Doc::Text(text) => out.push_str(text),
        Doc::Spaced(text) => out.extend([" ", text]),
        Doc::Line => out.push(' '),
        // Where there is a break in any case, nothing is printed flat.
        Doc::Soft | Doc::IfBroken(_) | Doc::Hard => {}
        Doc::Concat(inner) | Doc::Indent(inner) | Doc::Group(inner) => {
            inner.iter().for_each(|doc| print_flat(out, doc));
        }
        Doc::Fluid(inner) => {
            out.push(' ');
            print_flat(out, inner);
        }
        Doc::Either(either) => print_flat(out, &either.0),
        Doc::Fill(items) => out.push_str(&items.join(", ")),
    }
}

fn filled_width(items: &[Cow<'_, str>]) -> usize {
    items.iter().map(|item| width(item)).sum::<usize>() + 2 * items.len().saturating_sub(1)
}

fn new_line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

/// Whether a group fits on one line, with what follows it up to the next line break.
fn fits(group: &[Doc<'_>], rest: &[(usize, bool, &Doc<'_>)], mut room: usize) -> bool {
    let mut after = rest.iter().rev();
    let mut pending: Vec<(bool, &Doc<'_>)> = group.iter().rev().map(|doc| (false, doc)).collect();
    loop {
        let next = pending.pop().or_else(|| after.next().map(|(_, broken, doc)| (*broken, *doc)));
        let Some((broken, doc)) = next else { return true };
        let taken = match doc {
            Doc::Text(text) => width(text),
            Doc::Spaced(text) => 1 + width(text),
            Doc::Hard => return true,
            Doc::Line | Doc::Soft if broken => return true,
            Doc::Line => 1,
            Doc::IfBroken(text) if broken => width(text),
            Doc::Soft | Doc::IfBroken(_) => 0,
            Doc::Fill(items) => filled_width(items),
            // It may go to the next line.
            Doc::Fluid(_) if broken => return true,
            Doc::Fluid(inner) => {
                pending.push((false, inner));
                1
            }
            Doc::Either(either) => {
                pending.push((broken, if broken { &either.1 } else { &either.0 }));
                0
            }
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
    if text.is_ascii() {
        return text.len();
    }
    text.chars().map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list<'a>(items: &[&'a str]) -> Doc<'a> {
        bracketed("[", items.iter().map(|item| text(*item)).collect(), ",", "]")
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
        let second = Doc::Concat(vec![inner, text("z".repeat(20))]);
        let outer = bracketed("(", vec![text("first"), second], ",", ")");
        assert_eq!(print(&[outer], 2), format!("(\n    first,\n    [{long}, y]{},\n  )", "z".repeat(20)));
    }

    #[test]
    fn numbers_fill_lines() {
        let numbers = |count: usize| Doc::Fill((0..count).map(|at| format!("{}", 100 + at).into()).collect());
        let array = |count| {
            Doc::Group(vec![text("["), Doc::Indent(vec![Doc::Soft, numbers(count)]), Doc::Soft, text("]")])
        };
        assert_eq!(print(&[array(3)], 0), "[100, 101, 102]");
        let printed = print(&[array(20)], 0);
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(
            lines[1].len() <= WIDTH && lines[1].len() + 5 > WIDTH && lines[2].ends_with("119,"),
            "{printed}"
        );
    }

    #[test]
    fn what_is_assigned_stays_on_the_line_if_it_can_begin_there() {
        let name = "x".repeat(60);
        let assigned = |value: Doc<'static>| {
            print(&[text(name.clone()), text(" ="), Doc::Fluid(Box::new(value)), text(";")], 0)
        };
        let long = "y".repeat(30);
        assert_eq!(assigned(text(long.clone())), format!("{name} =\n  {long};"));
        assert_eq!(
            assigned(bracketed("[", vec![text(long.clone())], ",", "]")),
            format!("{name} = [\n  {long},\n];")
        );
    }
}
