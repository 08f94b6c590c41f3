//! Source texts and places in them.
//!
//! Everything above this module speaks of places as [`Span`]s: a file and a byte range. Lines and columns are made
//! only when a person or a tool is to read them.

use std::fmt;
use std::ops::Range;

/// One of the files that were read, by its place in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A byte range of one file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        // A schema file is at most 4 MiB (`load::MAX_BYTES`), so every offset fits.
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The range in bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// A part of this span, as byte offsets from its start.
    pub fn part(self, part: Range<usize>) -> Self {
        let start = self.start as usize;
        Span::new(self.file, start + part.start, start + part.end)
    }

    /// The empty place at the start of this span.
    pub fn start_point(self) -> Self {
        Span { end: self.start, ..self }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.file.0, self.start, self.end)
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value at its place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

/// A line and a column for people and editors: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// One source text, with an index of its lines.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<u32>,
}

impl Source {
    /// Takes a text under the name that messages show for it.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect();
        Source { name: name.into(), text, line_starts }
    }

    /// The name that messages show: the path as the user gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset. An offset past the end, or inside a character, is moved back to the nearest
    /// place that exists.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|start| *start as usize <= offset) - 1;
        let start = self.line_starts[line] as usize;
        // A byte order mark is no column that an editor would count.
        let text = self.text[start..offset].trim_start_matches('\u{feff}');
        LineColumn { line: line + 1, column: text.chars().count() + 1 }
    }
}

/// All texts that one run has read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a text.
    pub fn add(&mut self, source: Source) -> FileId {
        self.files.push(source);
        FileId(self.files.len() as u32 - 1)
    }

    /// A text by its id. Ids come from [`Sources::add`] of the same collection.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// All texts, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, source)| (FileId(at as u32), source))
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text().get(span.range()).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let place = Source::new("x", text).line_column(offset);
        (place.line, place.column)
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        assert_eq!(at("a\nbc\n", 0), (1, 1));
        assert_eq!(at("a\nbc\n", 3), (2, 2));
        assert_eq!(at("a\r\nbc", 4), (2, 2));
        assert_eq!(at("ä€x", 5), (1, 3));
        assert_eq!(at("\u{feff}abc", 4), (1, 2));
    }

    #[test]
    fn offsets_that_do_not_exist_are_moved_back() {
        assert_eq!(at("ab", 99), (1, 3));
        assert_eq!(at("€", 1), (1, 1));
        assert_eq!(at("", 0), (1, 1));
    }
}
