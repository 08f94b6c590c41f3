//! From text to a tree in which every comment and bracket has its place.
//!
//! The schema's own reader keeps less: it has no use for quotes, for comments that document nothing, or for how
//! a text was folded.

use super::tree::{Collection, Comment, Document, Item, Node, Scalar, Style, Value};
use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle};
use std::borrow::Cow;

/// The deepest nesting, as `sockgen check` has it.
const MAX_DEPTH: usize = 64;

/// Reads a text whose lines end in `\n`. Nothing comes back where it is not YAML, or where it uses anchors, aliases,
/// tags, merge keys, directives, several documents, or keys that are no text.
pub(super) fn read(text: &str) -> Option<Document<'_>> {
    let options = granit_parser::options! {
        strict_indentation: true,
        disallow_directives: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        max_buffered_comment_events: usize::MAX,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = Reader { text, parser, comments: Vec::new() };
    let root = reader.document()?;
    let mut comments = reader.comments;
    comments.sort_by_key(|comment| comment.start);
    Some(Document { root, comments, header: Vec::new(), end: Vec::new() })
}

struct Reader<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    comments: Vec<Comment<'t>>,
}

type Place = std::ops::Range<usize>;

impl<'t> Reader<'t> {
    /// The next event that is not a comment. None at what a schema does not use.
    fn next(&mut self) -> Option<(Event<'t>, Place)> {
        loop {
            let (event, place) = self.parser.next_event()?.ok()?;
            let range = place.byte_range()?;
            match event {
                Event::Comment(..) => self.comment(range),
                Event::Anchor(..) | Event::Alias(_) | Event::UnresolvedAlias(_) => return None,
                _ if place.tag_span().is_some() => return None,
                event => return Some((event, range)),
            }
        }
    }

    fn comment(&mut self, place: Place) {
        let line = self.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let before = &self.text[line..place.start];
        self.comments.push(Comment {
            text: self.text[place.clone()].trim_end(),
            start: place.start,
            column: before.chars().count(),
            alone: before.trim().is_empty(),
            blank: is_below_blank(self.text, place.start),
        });
    }

    fn document(&mut self) -> Option<Option<Node<'t>>> {
        let mut root = None;
        let mut documents = 0;
        loop {
            let (event, place) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentEnd => {}
                Event::StreamEnd => return Some(root),
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return None;
                    }
                }
                event => root = Some(self.node(event, place)?).filter(|node| !node.is_empty()),
            }
        }
    }

    fn node(&mut self, event: Event<'t>, place: Place) -> Option<Node<'t>> {
        match event {
            Event::Scalar(text, style, ..) => Some(self.scalar(text, style, place)),
            Event::SequenceStart(style, ..) => self.list(place, matches!(style, StructureStyle::Flow)),
            Event::MappingStart(style, ..) => self.map(place, matches!(style, StructureStyle::Flow)),
            _ => None,
        }
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, place: Place) -> Node<'t> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::Single,
            ScalarStyle::DoubleQuoted => Style::Double,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        // A block scalar may be told to reach to the start of what comes next.
        let raw = self.text[place.clone()].trim_end();
        // The place of a text that is not there may lie behind white space.
        let raw = if style == Style::Plain && text.is_empty() { "" } else { raw };
        let (start, end) = (place.start, place.start + raw.len());
        Node { value: Value::Scalar(Scalar { text, raw, style }), start, end }
    }

    fn list(&mut self, start: Place, flow: bool) -> Option<Node<'t>> {
        let mut items: Vec<Item<'t>> = Vec::new();
        let mut at = start.start;
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Some(collection(false, flow, start, place, items));
            }
            let mut value = self.node(event, place)?;
            let begin = if flow { value.start } else { self.dash(at)? };
            if value.is_empty() {
                (value.start, value.end) = (begin + 1, begin + 1);
            }
            self.with_mark(&mut value, begin + 1);
            at = value.end;
            let mut item = Item::new(None, begin, value);
            item.blank = is_below_blank(self.text, begin);
            items.push(item);
        }
    }

    fn map(&mut self, start: Place, flow: bool) -> Option<Node<'t>> {
        let mut items: Vec<Item<'t>> = Vec::new();
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Some(collection(true, flow, start, place, items));
            }
            let key = self.node(event, place)?;
            let (event, place) = self.next()?;
            let mut value = self.node(event, place)?;
            let Value::Scalar(text) = key.value else { return None };
            if text.style == Style::Plain && text.text == "<<" {
                return None;
            }
            // A key may stand once, to prettier as to the language.
            if items.len() < 64 && items.iter().any(|item| item.name() == text.text) {
                return None;
            }
            let colon = self.colon(key.end);
            if value.is_empty() {
                let end = colon.map_or(key.end, |colon| colon + 1);
                (value.start, value.end) = (end, end);
            }
            if let Some(colon) = colon {
                self.with_mark(&mut value, colon + 1);
            }
            let mut item = Item::new(Some(text), key.start, value);
            item.colon = colon.is_some();
            item.blank = is_below_blank(self.text, key.start);
            items.push(item);
        }
    }

    /// The place of a block scalar begins at its text. Here it begins at its `|`, which is the first thing behind a
    /// place.
    fn with_mark(&self, value: &mut Node<'t>, behind: usize) {
        let Value::Scalar(scalar) = &mut value.value else { return };
        if matches!(scalar.style, Style::Literal | Style::Folded) {
            value.start = self.significant(behind).min(value.start);
            scalar.raw = self.text[value.start..value.end].trim_end();
        }
    }

    /// The next `-` that is not in a comment.
    fn dash(&self, from: usize) -> Option<usize> {
        let at = self.significant(from);
        self.text[at..].starts_with('-').then_some(at)
    }

    /// The `:` behind a key.
    fn colon(&self, key_end: usize) -> Option<usize> {
        let at = self.significant(key_end);
        self.text[at..].starts_with(':').then_some(at)
    }

    /// Where the next character is that is neither white space nor in a comment.
    fn significant(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let rest = &self.text[at..];
            at += rest.len() - rest.trim_start().len();
            if !self.text[at..].starts_with('#') {
                return at;
            }
            at += self.text[at..].find('\n').unwrap_or(self.text.len() - at);
        }
    }
}

fn collection(is_map: bool, flow: bool, start: Place, end: Place, items: Vec<Item<'_>>) -> Node<'_> {
    // Behind a collection without brackets nothing is written that ends it.
    let last = items.last().map_or(start.end, |item| item.value.end);
    // So it is with a pair in `[a: b]`, which has no brackets of its own.
    let end = if flow && end.end > end.start { end.end.max(last) } else { last };
    Node {
        value: Value::Collection(Collection { is_map, flow, items, end: Vec::new() }),
        start: start.start,
        end,
    }
}

/// Whether the line above the one of a place has nothing in it.
fn is_below_blank(text: &str, at: usize) -> bool {
    let Some(line) = text[..at].rfind('\n') else { return false };
    let above = text[..line].rfind('\n').map_or(0, |at| at + 1);
    text[above..line].trim().is_empty()
}
