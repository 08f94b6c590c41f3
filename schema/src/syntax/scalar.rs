//! A scalar's text, and where its parts stand in the file.

use crate::source::Span;
use std::ops::Range;

/// A scalar's text, and how places in it are places in the file.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// The text, with quotes taken off and escapes resolved.
    pub(super) text: &'a str,
    /// The scalar as it stands in the file.
    pub(super) raw: &'a str,
    /// Where it stands, with its quotes.
    pub(super) span: Span,
}

impl<'a> Text<'a> {
    /// The place of a part of the text; of all of it, where nothing more exact can be said.
    pub(super) fn place(&self, part: Range<usize>) -> Span {
        match (self.offset(part.start), self.offset(part.end)) {
            (Some(start), Some(end)) => self.span.part(start..end),
            _ => self.span,
        }
    }

    /// The place of the text without its quotes.
    pub(super) fn whole(&self) -> Span {
        self.place(0..self.text.len())
    }

    /// A part of the text as a text of its own.
    pub(super) fn part(&self, part: Range<usize>) -> Self {
        let text = &self.text[part.clone()];
        match (self.offset(part.start), self.offset(part.end)) {
            (Some(start), Some(end)) => {
                Text { text, raw: &self.raw[start..end], span: self.span.part(start..end) }
            }
            _ => Text { text, raw: self.raw, span: self.span },
        }
    }

    /// Where an offset of the text lies in the scalar as it is written.
    fn offset(&self, at: usize) -> Option<usize> {
        if self.raw == self.text {
            return Some(at);
        }
        let quote = self.raw.chars().next().filter(|c| matches!(c, '"' | '\''));
        // A part of a quoted text has no quotes of its own, but may have escapes.
        let inner = match quote {
            Some(quote) => self.raw.strip_prefix(quote)?.strip_suffix(quote)?,
            None => self.raw,
        };
        let start = self.raw.len() - inner.len() - usize::from(quote.is_some());
        if inner == self.text {
            return Some(start + at);
        }
        // Lines that are folded, and block scalars, are not followed: a type seldom is that long.
        let (mut written, mut read) = (0, 0);
        while read < at {
            let (raw, text) = unit(&inner[written..], quote)?;
            written += raw;
            read += text;
        }
        (read == at).then_some(start + written)
    }
}

/// The length of one character as written and as read.
fn unit(rest: &str, quote: Option<char>) -> Option<(usize, usize)> {
    let first = rest.chars().next()?;
    match (first, quote) {
        ('\n' | '\r', _) => None,
        ('\'', Some('\'')) => Some((2, 1)),
        ('\\', Some('"')) => escape(rest),
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
        '\n' | '\r' => return None,
        _ => (2, 0),
    };
    char::from_u32(code).map(|c| (written, c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Source, Sources};

    fn marked(raw: &str, text: &str, part: &str) -> String {
        let mut sources = Sources::default();
        let file: FileId = sources.add(Source::new("x", format!("key: {raw}")));
        let whole = Text { text, raw, span: Span::new(file, 5, 5 + raw.len()) };
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
        assert_eq!(marked(r#""\U0001f600\N\_\L\"\/ F\u006fo""#, "😀\u{85}\u{a0}\u{2028}\"/ Foo", "Foo"), r"F\u006fo");
    }

    #[test]
    fn folded_text_is_marked_as_a_whole() {
        assert_eq!(marked("\"list<\n  Foo>\"", "list< Foo>", "Foo"), "\"list<\n  Foo>\"");
    }
}
