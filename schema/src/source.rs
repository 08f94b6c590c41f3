//! Source texts and places in them.
//!
//! Everything above this module speaks of places as [`Span`]s: a file and a byte range. Lines and columns are made
//! only when a person or a tool is to read them.

use crate::kept::Kept;
use std::fmt;
use std::ops::Range;

/// One of the files that were read, by its place in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// The file that was asked for; others are imported by it.
    pub const FIRST: FileId = FileId(0);

    /// The file at a place among the files, from 0.
    pub(crate) fn at(index: usize) -> Self {
        FileId(index as u32)
    }

    /// Its place among the files, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// How many characters begin before each multiple of [`STEP`] bytes. A line may be as long as the file and have
    /// any number of findings, so a column is not counted from the start of its line.
    chars_before: Vec<u32>,
}

/// The distance between two counts of characters, in bytes.
const STEP: usize = 1024;

impl Source {
    /// Takes a text under the name that messages show for it.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect();
        let mut counted = 0_u32;
        let chars_before = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let before = counted;
                counted += characters(chunk) as u32;
                before
            })
            .collect();
        Source { name: name.into(), text, line_starts, chars_before }
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
        let offset = self.floor(offset);
        let line = self.line_of(offset);
        let start = self.line_range(line).start;
        LineColumn {
            line,
            column: self.characters_before(offset) - self.characters_before(start.min(offset)) + 1,
        }
    }

    /// The line of a byte offset, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start as usize <= offset)
    }

    /// The bytes of a line, from 1: without its line break, and without the byte order mark, which is no column that
    /// an editor would count.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let at = line.clamp(1, self.line_starts.len()) - 1;
        let mut start = self.line_starts[at] as usize;
        let mut end = self.line_starts.get(at + 1).map_or(self.text.len(), |next| *next as usize - 1);
        if self.text[start..end].ends_with('\r') {
            end -= 1;
        }
        if start == 0 && self.text[..end].starts_with('\u{feff}') {
            start = '\u{feff}'.len_utf8();
        }
        start..end
    }

    /// An offset moved back to the nearest place between two characters.
    pub fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn characters_before(&self, offset: usize) -> usize {
        let step = (offset / STEP).min(self.chars_before.len().saturating_sub(1));
        let counted = self.chars_before.get(step).map_or(0, |count| *count as usize);
        counted + characters(&self.text.as_bytes()[step * STEP..offset])
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

/// All texts that one run has read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Kept<Source>,
}

impl Sources {
    /// Adds a text. The ones that are there already may be borrowed.
    pub fn add(&self, source: Source) -> FileId {
        FileId(self.files.add(source).0 as u32)
    }

    /// A text by its id. Ids come from [`Sources::add`] of the same collection.
    pub fn get(&self, id: FileId) -> &Source {
        self.files.get(id.0 as usize).expect("ids come from this collection")
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
        assert_eq!(at("\u{feff}abc", 0), (1, 1));
    }

    #[test]
    fn offsets_that_do_not_exist_are_moved_back() {
        assert_eq!(at("ab", 99), (1, 3));
        assert_eq!(at("€", 1), (1, 1));
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("\u{feff}", 9), (1, 1));
    }

    #[test]
    fn columns_of_long_lines_are_those_of_a_count() {
        let line = "aä€😀".repeat(STEP);
        let source = Source::new("x", format!("one\n{line}\n"));
        for (column, (offset, _)) in line.char_indices().enumerate() {
            assert_eq!(source.line_column(4 + offset), LineColumn { line: 2, column: column + 1 });
        }
    }

    #[test]
    fn a_line_is_what_stands_between_its_breaks() {
        let source = Source::new("x", "\u{feff}one\r\ntwo\n\nfour");
        let lines: Vec<_> = (1..=4).map(|line| &source.text()[source.line_range(line)]).collect();
        assert_eq!(lines, ["one", "two", "", "four"]);
    }
}
