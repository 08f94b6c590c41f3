//! A scalar's text, and where its parts stand in the file.

use crate::source::Span;
use std::ops::Range;

/// A scalar's text, and how places in it are places in the file.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// The text, with quotes taken off and escapes resolved.
    pub(super) text: &'a str,
    /// Where it stands, with its quotes.
    pub(super) span: Span,
    form: Form<'a>,
}

/// How a text is written.
#[derive(Clone, Copy)]
enum Form<'a> {
    /// As it is, from this many bytes behind the span's start.
    Plain(usize),
    /// With escapes: the text between the quotes, where it begins, and the kind of quotes.
    Escaped(&'a str, usize, char),
    /// In several lines, or too long to be worth a search.
    Opaque,
}

/// The longest text with escapes in which places are looked for: each search begins at its start.
const LONGEST: usize = 4096;

impl<'a> Text<'a> {
    /// A text that stands at a place as `raw`.
    pub(super) fn new(text: &'a str, raw: &'a str, span: Span) -> Self {
        let quoted = |quote: char| Some((quote, raw.strip_prefix(quote)?.strip_suffix(quote)?));
        let form = match quoted('"').or_else(|| quoted('\'')) {
            // A block scalar of one line may have a line break behind it that is none of the text.
            _ if raw.starts_with(text) => Form::Plain(0),
            Some((_, inner)) if inner == text => Form::Plain(1),
            // Lines that are folded, and block scalars, are not followed: a type seldom is that long.
            Some((quote, inner)) if inner.len() <= LONGEST && !inner.contains(['\n', '\r']) => {
                Form::Escaped(inner, 1, quote)
            }
            _ => Form::Opaque,
        };
        Text { text, span, form }
    }

    /// The place of a part of the text; of all of it, where nothing more exact can be said.
    pub(super) fn place(&self, part: Range<usize>) -> Span {
        match self.written(part) {
            Some(written) => self.span.part(written),
            None => self.span,
        }
    }

    /// The place of the text without its quotes; with them, where there is nothing between.
    pub(super) fn whole(&self) -> Span {
        if self.text.is_empty() { self.span } else { self.place(0..self.text.len()) }
    }

    /// A part of the text as a text of its own.
    pub(super) fn part(&self, part: Range<usize>) -> Self {
        let text = &self.text[part.clone()];
        let Some(written) = self.written(part) else { return Text { text, ..*self } };
        let form = match self.form {
            Form::Escaped(inner, start, quote) => {
                let inner = inner.get(written.start - start..written.end - start);
                Form::Escaped(inner.unwrap_or(""), 0, quote)
            }
            _ => Form::Plain(0),
        };
        Text { text, span: self.span.part(written), form }
    }

    /// Where a part of the text lies in the scalar as it is written.
    fn written(&self, part: Range<usize>) -> Option<Range<usize>> {
        match self.form {
            Form::Plain(start) => Some(start + part.start..start + part.end),
            Form::Escaped(inner, start, quote) => {
                let offset = |at| Some(start + written_before(inner, quote, at)?);
                Some(offset(part.start)?..offset(part.end)?)
            }
            Form::Opaque => None,
        }
    }
}

/// How many bytes are written for the first ones of a text.
fn written_before(inner: &str, quote: char, at: usize) -> Option<usize> {
    let (mut written, mut read) = (0, 0);
    while read < at {
        let (raw, text) = unit(inner.get(written..)?, quote)?;
        written += raw;
        read += text;
    }
    (read == at && written <= inner.len()).then_some(written)
}

/// The length of one character as written and as read.
fn unit(rest: &str, quote: char) -> Option<(usize, usize)> {
    let first = rest.chars().next()?;
    match (first, quote) {
        ('\'', '\'') => Some((2, 1)),
        ('\\', '"') => escape(rest),
        _ => Some((first.len_utf8(), first.len_utf8())),
    }
}

/// The same for an escape sequence of a double-quoted scalar.
fn escape(rest: &str) -> Option<(usize, usize)> {
    let hex = |from: usize, digits: usize| u32::from_str_radix(rest.get(from..from + digits)?, 16).ok();
    let (written, code) = match rest[1..].chars().next()? {
        'x' => (4, hex(2, 2)?),
        // Above the 16 bits of one escape there are two of them, as JSON has it.
        'u' if matches!(hex(2, 4)?, 0xd800..=0xdbff) => (12, 0x1_0000),
        'u' => (6, hex(2, 4)?),
        'U' => (10, hex(2, 8)?),
        'N' => (2, 0x85),
        '_' => (2, 0xa0),
        'L' | 'P' => (2, 0x2028),
        _ => (2, 0),
    };
    char::from_u32(code).map(|c| (written, c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Source, Sources};

    fn marked(raw: &str, text: &str, part: &str) -> String {
        let sources = Sources::default();
        let file: FileId = sources.add(Source::new("x", format!("key: {raw}")));
        let whole = Text::new(text, raw, Span::new(file, 5, 5 + raw.len()));
        let at = text.find(part).unwrap();
        let place = whole.place(at..at + part.len());
        // A part of a part is at the same place.
        let inner = whole.part(at..text.len());
        assert_eq!(inner.place(0..part.len()), place, "{raw}");
        sources.text(place).to_owned()
    }

    #[test]
    fn parts_are_found_behind_quotes_and_escapes() {
        assert_eq!(marked("list<Foo>", "list<Foo>", "Foo"), "Foo");
        assert_eq!(marked("\"list<Foo>\"", "list<Foo>", "Foo"), "Foo");
        assert_eq!(marked("'it''s Foo'", "it's Foo", "Foo"), "Foo");
        assert_eq!(marked(r#""list\u003cFoo\x3e""#, "list<Foo>", "Foo"), "Foo");
        assert_eq!(marked(r#""\ud83d\ude00 Foo""#, "😀 Foo", "Foo"), "Foo");
        assert_eq!(
            marked(r#""\U0001f600\N\_\L\"\/ F\u006fo""#, "😀\u{85}\u{a0}\u{2028}\"/ Foo", "Foo"),
            r"F\u006fo"
        );
    }

    #[test]
    fn folded_text_is_marked_as_a_whole() {
        assert_eq!(marked("\"list<\n  Foo>\"", "list< Foo>", "Foo"), "\"list<\n  Foo>\"");
    }
}
