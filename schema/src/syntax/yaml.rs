//! The YAML carrier: events of `granit-parser` made into a small tree in which everything knows its place.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::syntax::comments::Comments;
use crate::syntax::tree::{Entry, Map, Node, Value, shown};
use crate::syntax::yaml_errors;
use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;

/// The deepest nesting of mappings and lists.
pub const MAX_DEPTH: usize = 64;

/// The most keys and values of a file: far more than 4 MiB of a real schema have, and few enough to be held many times.
const MAX_NODES: usize = 1_000_000;

/// Reads a file, which may be `json` to other tools as well. Without a root there was nothing to read, or nothing
/// before a syntax error.
pub fn parse<'t>(file: FileId, text: &'t str, json: bool, diagnostics: &mut Diagnostics) -> Option<Node<'t>> {
    let options = granit_parser::options! {
        strict_indentation: true,
        disallow_directives: true,
        // YAML has keys of 1,024 characters at most, which JSON knows nothing of.
        simple_key_max_lookahead: if json { text.len() } else { 1024 },
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        max_buffered_comment_events: usize::MAX,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder {
        file,
        text,
        parser,
        comments: Comments::new(text),
        diagnostics,
        depth: 0,
        nodes: 0,
        rooms: Vec::new(),
        stopped: false,
        spoiled: false,
        error: None,
        unreliable: u32::MAX,
        broken: u32::MAX,
    };
    let root = builder.document();
    if !builder.stopped {
        builder.comments.without_owner(builder.diagnostics);
    }
    root
}

struct Builder<'t, 'd> {
    file: FileId,
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    comments: Comments<'t>,
    diagnostics: &'d mut Diagnostics,
    depth: usize,
    nodes: usize,
    /// Lists of entries that are not used at the moment.
    rooms: Vec<Vec<Entry<'t>>>,
    /// Set at the first syntax error: there are no events behind it.
    stopped: bool,
    /// Set once what stood last before a syntax error was made a hole.
    spoiled: bool,
    /// The finding that is the syntax error.
    error: Option<(Code, Span)>,
    /// From where on brackets say nothing, since there was a syntax error in them.
    unreliable: u32,
    /// The start of the line with the syntax error.
    broken: u32,
}

impl<'t> Builder<'t, '_> {
    /// The next event that is not a comment.
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        while !self.stopped {
            match self.parser.next_event()? {
                Ok((event, place)) => {
                    if let Some(tag) = place.tag_span() {
                        let tag = self.span(&tag);
                        self.refuse(tag, "YAML tags (`!name`) are not used in a schema", "remove the tag");
                    }
                    let span = self.span(&place);
                    match event {
                        Event::Comment(..) => self.comments.push(span),
                        // What an anchor or a tag stands before is read; only they themselves are refused.
                        Event::Anchor(..) => self.refuse(
                            span,
                            "anchors (`&name`) are not used in a schema",
                            "declare a type and use its name",
                        ),
                        event => return Some((event, span)),
                    }
                }
                Err(error) => {
                    self.stopped = true;
                    (self.unreliable, self.broken) = self.lines_at(error.marker().byte_offset().unwrap_or(0));
                    let finding = yaml_errors::explain(self.file, self.text, &error);
                    self.error = Some((finding.code, finding.span));
                    self.diagnostics.push(finding);
                }
            }
        }
        None
    }

    fn span(&self, place: &granit_parser::Span) -> Span {
        // Offsets are there for a parser over a string; without them only the file is known.
        place
            .byte_range()
            .map_or(Span::new(self.file, 0, 0), |range| Span::new(self.file, range.start, range.end))
    }

    fn document(&mut self) -> Option<Node<'t>> {
        let mut root = None;
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                Event::DocumentStart(..) if root.is_none() => {}
                Event::DocumentStart(..) => {
                    let message = "a schema file holds one document";
                    let finding = Diagnostic::new(Code::YamlFeature, span, message)
                        .label("a second one begins here")
                        .help("put what follows into a file of its own, or remove the `---`");
                    self.diagnostics.push(finding);
                    // The rest is another document's: reading it would report things that belong elsewhere.
                    self.stopped = true;
                }
                event => {
                    let node = self.node(event, span);
                    // An empty document has an empty scalar as its root, which stands for nothing.
                    root = root.or(Some(node));
                }
            }
        }
        root
    }

    fn refuse(&mut self, span: Span, message: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(Code::YamlFeature, span, message).help(help));
    }

    fn node(&mut self, event: Event<'t>, span: Span) -> Node<'t> {
        let node = |value, span| Node { value, span, doc: None };
        self.nodes += 1;
        if self.nodes == MAX_NODES {
            self.stopped = true;
            let message = "this file holds more than a million keys and values";
            let finding = Diagnostic::new(Code::TooLarge, span, message);
            self.diagnostics.push(finding.help("a contract of that size belongs into several files"));
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = matches!(style, ScalarStyle::Plain);
                // The span of a plain scalar that is not there may lie behind the white space; it is an empty place.
                node(Value::Scalar { text, plain }, span)
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    span,
                    "aliases (`*name`) are not used in a schema",
                    "declare a type and use its name",
                );
                node(Value::Invalid, span)
            }
            Event::SequenceStart(style, ..) => {
                let flow = matches!(style, StructureStyle::Flow);
                self.nested(span, |builder, span| builder.list(span, flow))
            }
            Event::MappingStart(style, ..) => {
                let flow = matches!(style, StructureStyle::Flow);
                self.nested(span, |builder, span| builder.map(span, flow))
            }
            _ => node(Value::Invalid, span),
        }
    }

    fn nested(&mut self, span: Span, read: impl FnOnce(&mut Self, Span) -> Node<'t>) -> Node<'t> {
        self.depth += 1;
        let node = if self.depth > MAX_DEPTH {
            self.stopped = true;
            self.diagnostics.push(yaml_errors::too_deep(span));
            Node { value: Value::Invalid, span, doc: None }
        } else {
            read(self, span)
        };
        self.depth -= 1;
        node
    }

    /// The start of the line of a place, and before it that of the last line that says something: a bracket that is not
    /// closed there is noticed on the next line.
    fn lines_at(&self, at: usize) -> (u32, u32) {
        let at = self.text.floor_char_boundary(at);
        let above = yaml_errors::line_above(self.text, at).map_or(0, |(start, _)| start);
        (above as u32, yaml_errors::line_at(self.text, at).0 as u32)
    }

    /// What stands last before a syntax error may have been read wrongly because of it. It is made a hole, so that
    /// nothing more is said of it.
    fn spoil(&mut self, last: Option<&mut Node<'t>>) {
        if !std::mem::replace(&mut self.spoiled, true)
            && let Some(node) = last
            && !matches!(node.value, Value::Map(_))
        {
            node.value = Value::Invalid;
        }
    }

    /// A collection that may have ended at a syntax error. If it is written in brackets, and they are near to the error,
    /// it says nothing, and what was found in it was found because of the error.
    fn collection(&mut self, value: Value<'t>, flow: bool, span: Span) -> Node<'t> {
        if !self.stopped || !flow || span.start < self.unreliable {
            return Node { value, span, doc: None };
        }
        let error = self.error;
        self.diagnostics
            .retain(|found| found.span.start < span.start || Some((found.code, found.span)) == error);
        self.spoiled = true;
        Node { value: Value::Invalid, span, doc: None }
    }

    fn list(&mut self, start: Span, flow: bool) -> Node<'t> {
        let mut items = Vec::new();
        let mut end = start;
        loop {
            let Some((event, span)) = self.next() else {
                let mut list = Node { value: Value::List(items), span: joined(start, end), doc: None };
                self.spoil(Some(&mut list));
                return list;
            };
            if matches!(event, Event::SequenceEnd) {
                end = closing(end, span);
                break;
            }
            let doc = self.comments.above(span, self.diagnostics);
            let mut item = self.node(event, span);
            end = item.span;
            item.doc = doc;
            items.push(item);
        }
        self.collection(Value::List(items), flow, joined(start, end))
    }

    fn map(&mut self, start: Span, flow: bool) -> Node<'t> {
        // Entries are gathered where there is room already, so that a mapping takes no more than its entries need.
        let mut map = Map { entries: self.rooms.pop().unwrap_or_default(), flow, complete: true };
        let mut keys = Keys::default();
        let mut end = start;
        loop {
            let Some((event, span)) = self.next() else {
                let last = map.entries.last();
                if !self.spoiled && last.is_some_and(|entry| entry.key_span.start >= self.broken) {
                    // In `doc: Note: this` not even the key is sure to be one.
                    map.entries.pop();
                    self.spoiled = true;
                }
                self.spoil(map.entries.last_mut().map(|entry| &mut entry.value));
                break;
            };
            if matches!(event, Event::MappingEnd) {
                end = closing(end, span);
                break;
            }
            let Some(entry_end) = self.entry(event, span, &mut map, &mut keys) else { break };
            end = entry_end;
        }
        let entries = map.entries.drain(..).collect();
        self.rooms.push(std::mem::replace(&mut map.entries, entries));
        self.collection(Value::Map(map), flow, joined(start, end))
    }

    /// Reads an entry that begins with an event. Returns where it ends.
    fn entry(
        &mut self,
        event: Event<'t>,
        key_span: Span,
        map: &mut Map<'t>,
        keys: &mut Keys<'t>,
    ) -> Option<Span> {
        let doc = self.comments.above(key_span, self.diagnostics);
        let key = self.node(event, key_span);
        let Some((event, span)) = self.next() else {
            // The syntax error that ended the events is reported; a key without its value says nothing more.
            self.spoil(None);
            return None;
        };
        let is_merge = matches!(&key.value, Value::Scalar { text, plain: true } if text == "<<");
        if is_merge {
            self.refuse(key_span, "merge keys (`<<`) are not used in a schema", "write the fields out");
            if matches!(event, Event::Alias(_) | Event::UnresolvedAlias(_)) {
                return Some(span);
            }
        }
        let mut value = self.node(event, span);
        if value.is_empty() && value.span.start == value.span.end {
            // Nothing stands there: what is missing is shown at its key.
            value.span = key.span;
        }
        let end = Some(value.span);
        let Value::Scalar { text: key, plain } = key.value else {
            map.complete = false;
            if !matches!(key.value, Value::Invalid) {
                self.refuse(key.span, "a key must be text", "write the name of a type, a field or an event");
            }
            return end;
        };
        if is_merge {
            return end;
        }
        if let Some(first) = keys.earlier(&map.entries, &key) {
            let message = format!("`{}` stands here twice", shown(&key));
            let finding = Diagnostic::new(Code::DuplicateKey, key_span, message).label("a second time");
            self.diagnostics
                .push(finding.help("remove or rename one of them").related(first, "first written here"));
            return end;
        }
        if map.flow && plain && key.ends_with('?') && key.len() > 1 {
            let message = "some YAML tools refuse an unquoted `?` in `{ … }`";
            let finding = Diagnostic::new(Code::FlowOptional, key_span, message);
            let help = format!("write `\"{}\": …`, or the fields on lines of their own", shown(&key));
            self.diagnostics.push(finding.help(help));
        }
        map.entries.push(Entry { key, key_span, doc, value });
        end
    }
}

/// Where a collection ends: at its `}` or `]`, or, in block form, where its last child ends.
fn closing(last_child: Span, end: Span) -> Span {
    if end.end > end.start { end } else { last_child }
}

fn joined(start: Span, end: Span) -> Span {
    Span { end: end.end.max(start.end), ..start }
}

/// The keys of a mapping so far. Most mappings are small, and a look at their entries is all that is needed.
#[derive(Default)]
struct Keys<'t> {
    places: HashMap<Cow<'t, str>, Span>,
    /// How many of the entries are among the places.
    indexed: usize,
}

impl<'t> Keys<'t> {
    const FEW: usize = 16;

    /// Where a key stands already.
    fn earlier(&mut self, entries: &[Entry<'t>], key: &str) -> Option<Span> {
        if entries.len() <= Self::FEW {
            return entries.iter().find(|entry| entry.key == key).map(|entry| entry.key_span);
        }
        for entry in &entries[self.indexed..] {
            self.places.insert(entry.key.clone(), entry.key_span);
        }
        self.indexed = entries.len();
        self.places.get(key).copied()
    }
}
