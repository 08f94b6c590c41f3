//! The YAML carrier: events of `granit-parser` made into a small tree in which everything knows its place.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::syntax::yaml_errors;
use crate::text;
use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle};
use std::collections::HashMap;

/// The deepest nesting of mappings and lists.
pub const MAX_DEPTH: usize = 64;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// Where.
    pub span: Span,
    /// The `##` comment above it. Only items of a list carry theirs here; a mapping's keys carry their own.
    pub doc: Option<Doc>,
}

/// A documentation comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Doc {
    /// Its lines, without the marks.
    pub text: String,
    /// All of its lines.
    pub span: Span,
}

/// What can stand at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, with quotes taken off.
    Scalar {
        /// The text.
        text: String,
        /// Whether it stands without quotes, so that `1`, `true` and nothing at all may be more than text.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping.
    Map(Map),
    /// Something that was refused, with a finding.
    Invalid,
}

/// A mapping's entries, in the file's order. A key stands once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Whether it is written as `{ … }`.
    pub flow: bool,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The `##` comment above the key.
    pub doc: Option<Doc>,
    /// The value.
    pub value: Node,
}

impl Map {
    /// The entry of a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

impl Node {
    /// Whether nothing is written here.
    pub fn is_empty(&self) -> bool {
        let nothing = ["", "~", "null", "Null", "NULL"];
        matches!(&self.value, Value::Scalar { text, plain: true } if nothing.contains(&text.as_str()))
    }
}

/// Reads a file, which may be `json` to other tools as well. Without a root there was nothing to read, or nothing before a syntax error.
pub fn parse(file: FileId, text: &str, json: bool, diagnostics: &mut Diagnostics) -> Option<Node> {
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
        comments: Vec::new(),
        diagnostics,
        depth: 0,
        stopped: false,
        spoiled: false,
    };
    let root = builder.document();
    builder.comments_without_owner();
    root
}

struct Builder<'t, 'd> {
    file: FileId,
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    /// The comments since the last key or list item: those that may document the next.
    comments: Vec<Span>,
    diagnostics: &'d mut Diagnostics,
    depth: usize,
    /// Set at the first syntax error: there are no events behind it.
    stopped: bool,
    /// Set once what stood last before a syntax error was made a hole.
    spoiled: bool,
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
                    self.diagnostics.push(yaml_errors::explain(self.file, self.text, &error));
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

    fn document(&mut self) -> Option<Node> {
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

    fn node(&mut self, event: Event<'t>, span: Span) -> Node {
        let node = |value, span| Node { value, span, doc: None };
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = matches!(style, ScalarStyle::Plain);
                // The span of a plain scalar that is not there may lie behind the white space; it is an empty place.
                node(Value::Scalar { text: text.into_owned(), plain }, span)
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    span,
                    "aliases (`*name`) are not used in a schema",
                    "declare a type and use its name",
                );
                node(Value::Invalid, span)
            }
            Event::SequenceStart(..) => self.nested(span, Self::list),
            Event::MappingStart(style, ..) => {
                let flow = matches!(style, StructureStyle::Flow);
                self.nested(span, |builder, span| builder.map(span, flow))
            }
            _ => node(Value::Invalid, span),
        }
    }

    fn nested(&mut self, span: Span, read: impl FnOnce(&mut Self, Span) -> Node) -> Node {
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

    /// What stands last before a syntax error may have been read wrongly because of it. It is made a hole, so that
    /// nothing more is said of it.
    fn spoil(&mut self, last: Option<&mut Node>) {
        if !std::mem::replace(&mut self.spoiled, true)
            && let Some(node) = last
            && !matches!(node.value, Value::Map(_))
        {
            node.value = Value::Invalid;
        }
    }

    fn list(&mut self, start: Span) -> Node {
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
            let doc = self.doc_above(span);
            let mut item = self.node(event, span);
            end = item.span;
            item.doc = doc;
            items.push(item);
        }
        Node { value: Value::List(items), span: joined(start, end), doc: None }
    }

    fn map(&mut self, start: Span, flow: bool) -> Node {
        let mut map = Map { entries: Vec::new(), flow };
        let mut seen: HashMap<String, Span> = HashMap::new();
        let mut end = start;
        loop {
            let Some((event, key_span)) = self.next() else {
                self.spoil(map.entries.last_mut().map(|entry| &mut entry.value));
                break;
            };
            if matches!(event, Event::MappingEnd) {
                end = closing(end, key_span);
                break;
            }
            let doc = self.doc_above(key_span);
            let key = self.node(event, key_span);
            let Some((event, span)) = self.next() else {
                // The syntax error that ended the events is reported; a key without its value says nothing more.
                self.spoil(None);
                break;
            };
            let is_merge = matches!(&key.value, Value::Scalar { text, plain: true } if text == "<<");
            if is_merge && matches!(event, Event::Alias(_) | Event::UnresolvedAlias(_)) {
                self.refuse(key_span, "merge keys (`<<`) are not used in a schema", "write the fields out");
                end = span;
                continue;
            }
            let mut value = self.node(event, span);
            if value.is_empty() && value.span.start == value.span.end {
                // Nothing stands there: what is missing is shown at its key.
                value.span = key.span;
            }
            end = value.span;
            let Value::Scalar { text: key, plain } = key.value else {
                if !matches!(key.value, Value::Invalid) {
                    self.refuse(
                        key.span,
                        "a key must be text",
                        "write the name of a type, a field or an event",
                    );
                }
                continue;
            };
            if is_merge {
                self.refuse(key_span, "merge keys (`<<`) are not used in a schema", "write the fields out");
                continue;
            }
            if let Some(first) = seen.get(&key) {
                let finding = Diagnostic::new(
                    Code::DuplicateKey,
                    key_span,
                    format!("`{}` stands here twice", shown(&key)),
                )
                .label("a second time")
                .help("remove or rename one of them")
                .related(*first, "first written here");
                self.diagnostics.push(finding);
                continue;
            }
            if flow && plain && key.ends_with('?') && key.len() > 1 {
                self.diagnostics.push(
                    Diagnostic::new(
                        Code::FlowOptional,
                        key_span,
                        "some YAML tools refuse an unquoted `?` in `{ … }`",
                    )
                    .help(format!("write `\"{key}\": …`, or the fields on lines of their own")),
                );
            }
            seen.insert(key.clone(), key_span);
            map.entries.push(Entry { key, key_span, doc, value });
        }
        Node { value: Value::Map(map), span: joined(start, end), doc: None }
    }

    /// Takes the comments so far, and returns those that begin with `##` and stand directly above a place.
    fn doc_above(&mut self, below: Span) -> Option<Doc> {
        if self.comments.is_empty() {
            return None;
        }
        let comments = std::mem::take(&mut self.comments);
        let mut owned = comments.len();
        let mut next = below;
        while owned > 0
            && self.is_doc(comments[owned - 1])
            && self.is_directly_above(comments[owned - 1], next)
        {
            owned -= 1;
            next = comments[owned];
        }
        let (rest, doc) = comments.split_at(owned);
        self.comments = rest.to_vec();
        self.comments_without_owner();
        let (first, last) = (doc.first()?, doc.last()?);
        let text: Vec<&str> = doc.iter().map(|span| self.doc_line(*span)).collect();
        Some(Doc { text: text.join("\n"), span: joined(*first, *last) })
    }

    fn comments_without_owner(&mut self) {
        for comment in std::mem::take(&mut self.comments) {
            if self.is_doc(comment) && !self.stopped {
                self.diagnostics.push(
                    Diagnostic::new(Code::DanglingDoc, comment, "this `##` comment documents nothing")
                        .help("move it directly above a key, or begin it with a single `#`"),
                );
            }
        }
    }

    fn comment_text(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    fn is_doc(&self, span: Span) -> bool {
        let text = self.comment_text(span);
        // A line of many `#` is a ruler, not documentation.
        text.starts_with("##") && !text.starts_with("###")
    }

    fn doc_line(&self, span: Span) -> &'t str {
        let line = self.comment_text(span).trim_start_matches('#');
        line.strip_prefix(' ').unwrap_or(line).trim_end()
    }

    /// Whether a comment is alone on its line, and only one line break lies between it and what is below.
    fn is_directly_above(&self, comment: Span, below: Span) -> bool {
        let line_start = self.text[..comment.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let before = self.text[line_start..comment.start as usize].trim_start_matches('\u{feff}');
        if !before.trim().is_empty() || below.start < comment.end {
            return false;
        }
        let between = &self.text[comment.end as usize..below.start as usize];
        // A list's item begins behind its `-`, a quoted or explicit key behind nothing else.
        between.matches('\n').count() == 1 && between.chars().all(|c| c.is_whitespace() || c == '-')
    }
}

/// Where a collection ends: at its `}` or `]`, or, in block form, where its last child ends.
fn closing(last_child: Span, end: Span) -> Span {
    if end.end > end.start { end } else { last_child }
}

fn joined(start: Span, end: Span) -> Span {
    Span { end: end.end.max(start.end), ..start }
}

/// A key cut to a length that a message can hold.
pub(crate) fn shown(key: &str) -> String {
    let hidden = |c: char| c.is_control() || text::is_hostile(c);
    let cut: String = key.chars().map(|c| if hidden(c) { '�' } else { c }).take(80).collect();
    if cut.chars().count() < key.chars().count() { cut + "…" } else { cut }
}
