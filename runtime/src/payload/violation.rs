//! What is wrong with a payload, and where.
//!
//! serde's errors cannot carry a path or a stable code through every format, and their text names Rust types. So a
//! failure is recorded here, in the context that every codec is handed, and the format's own error only unwinds.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt::{self, Write as _};

use bytes::Bytes;
use serde::{de, ser};

/// How many characters of a key that a client chose are repeated in a path.
const KEY_CHARS: usize = 40;

/// How deep objects of the schema may nest; serde_json has the same limit, other formats and encoding get it here.
const MAX_DEPTH: u32 = 128;

/// How many attachments a message may have that is sent: socket.io-parser in JavaScript refuses more.
const MAX_ATTACHMENTS: u32 = 10;

/// What kind of rule a payload broke. The names are stable: clients and logs may match on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ViolationKind {
    /// A value of another type than the schema's.
    WrongType,
    /// A required field or element is not there.
    Missing,
    /// A key stands twice in one object.
    Duplicate,
    /// A field that the schema does not have, where the schema is strict.
    Unknown,
    /// A text, list or map is too short or too long.
    Length,
    /// A number or a date is out of its range.
    Range,
    /// A text that should be a date, a UUID or a decimal number is not.
    Format,
    /// A text is not one of the values of a closed enum.
    Enum,
    /// NaN or an infinity, which JSON cannot carry.
    NotFinite,
    /// A `json` value that holds a key `_placeholder`, which Socket.IO takes for an attachment.
    Placeholder,
    /// A map with the key `__proto__`.
    ProtoKey,
    /// Values nested too deeply.
    TooDeep,
    /// The text is not what its format allows: broken JSON, a lone surrogate, a number out of every range.
    Malformed,
}

impl ViolationKind {
    /// The stable name, as it stands in logs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongType => "wrong_type",
            Self::Missing => "missing",
            Self::Duplicate => "duplicate",
            Self::Unknown => "unknown",
            Self::Length => "length",
            Self::Range => "range",
            Self::Format => "format",
            Self::Enum => "enum",
            Self::NotFinite => "not_finite",
            Self::Placeholder => "placeholder",
            Self::ProtoKey => "proto_key",
            Self::TooDeep => "too_deep",
            Self::Malformed => "malformed",
        }
    }
}

impl fmt::Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A payload that does not fit its schema: which rule, at which place, in words that may be shown to a client.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The place as a JSON path: `$.ops[1].text`.
    pub path: String,
    /// The rule that was broken.
    pub kind: ViolationKind,
    /// What is wrong, without the value that was sent: `length must be 1 to 64`.
    pub message: String,
}

impl Violation {
    /// A violation at the root of a payload.
    #[must_use]
    pub fn new(kind: ViolationKind, message: impl Into<String>) -> Self {
        Self { path: "$".to_owned(), kind, message: message.into() }
    }

    /// The path of a field at the root.
    pub(crate) fn path_of(field: &'static str) -> String {
        path(&[Step::Field(field)])
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Violation {}

/// One step on the way from the root of a payload to a value.
#[derive(Clone, Debug)]
pub enum Step {
    /// A field of the schema.
    Field(&'static str),
    /// An element of a list.
    Index(usize),
    /// A key that whoever sent the payload chose.
    Key(String),
}

struct Pending {
    kind: ViolationKind,
    message: Cow<'static, str>,
    /// From the value outwards, since that is the order in which an error unwinds.
    steps: Vec<Step>,
}

/// The context of one decoding or encoding. It costs nothing until something fails.
#[derive(Default)]
pub struct Cx {
    strict: bool,
    binary: bool,
    depth: Cell<u32>,
    /// The binary data that came beside a text, each until a placeholder has asked for it.
    attachments: RefCell<Vec<Option<Bytes>>>,
    /// How many pieces of binary data were written beside a text.
    attached: Cell<u32>,
    // A boxed violation keeps the context at a few words, and a Cell lets a visitor that serde holds by `&self` write.
    pending: Cell<Option<Box<Pending>>>,
}

impl Cx {
    /// A context that ignores unknown fields, as evolving a schema needs it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A context that refuses unknown fields.
    #[must_use]
    pub fn strict() -> Self {
        Self { strict: true, ..Self::default() }
    }

    /// This context, refusing unknown fields and further arguments, or not.
    #[must_use]
    pub fn with_strict(self, strict: bool) -> Self {
        Self { strict, ..self }
    }

    /// This context with the attachments of the frame whose text is decoded, in the order in which they came. Without,
    /// a placeholder in the text is an object like any other.
    #[must_use]
    pub fn with_attachments(self, attachments: impl IntoIterator<Item = Bytes>) -> Self {
        Self { attachments: RefCell::new(attachments.into_iter().map(Some).collect()), ..self }
    }

    /// Counts a piece of binary data that the engine sends beside a text.
    pub(super) fn attach<E: ser::Error>(&self) -> Result<(), E> {
        let count = self.attached.get() + 1;
        self.attached.set(count);
        if count > MAX_ATTACHMENTS {
            let message = format!("more than {MAX_ATTACHMENTS} pieces of binary data in one message");
            return Err(self.refuse_to_send(ViolationKind::Length, message));
        }
        Ok(())
    }

    /// This context, with binary data written wherever it stands: for looking at values that go nowhere.
    pub(super) fn with_binary(self) -> Self {
        Self { binary: true, ..self }
    }

    /// Whether binary data is written without a look at the format.
    pub(super) fn takes_binary(&self) -> bool {
        self.binary
    }

    /// Whether binary data came beside the text.
    pub(super) fn has_attachments(&self) -> bool {
        !self.attachments.borrow().is_empty()
    }

    /// The attachment that a placeholder names, for the first that names it.
    pub(super) fn take_attachment(&self, number: usize) -> Option<Bytes> {
        self.attachments.borrow_mut().get_mut(number)?.take()
    }

    /// Whether unknown fields are refused.
    #[must_use]
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// Records what is wrong while decoding and returns the error that unwinds.
    #[cold]
    pub fn refuse<E: de::Error>(&self, kind: ViolationKind, message: impl Into<Cow<'static, str>>) -> E {
        self.record(kind, message.into());
        E::custom("the value does not fit its schema")
    }

    /// Records what is wrong while encoding and returns the error that unwinds.
    #[cold]
    pub fn refuse_to_send<E: ser::Error>(
        &self,
        kind: ViolationKind,
        message: impl Into<Cow<'static, str>>,
    ) -> E {
        self.record(kind, message.into());
        E::custom("the value does not fit its schema")
    }

    /// Records that a value has another type than the schema's.
    #[cold]
    pub(super) fn mistyped<E: de::Error>(&self, expected: &str, got: &str) -> E {
        self.refuse(ViolationKind::WrongType, format!("expected {expected}, got {got}"))
    }

    /// Adds a step to the path of the failure that is unwinding.
    ///
    /// A failure that nobody recorded is the format's own: with every kind of value taken by our visitors, that leaves
    /// text that is broken.
    #[cold]
    pub fn at(&self, step: Step) {
        let mut pending = self.pending.take().unwrap_or_else(malformed);
        pending.steps.push(step);
        self.pending.set(Some(pending));
    }

    /// Enters an object; `false` when objects nest too deeply, which is recorded.
    pub(super) fn enter(&self) -> bool {
        let depth = self.depth.get() + 1;
        self.depth.set(depth);
        if depth > MAX_DEPTH {
            self.record(ViolationKind::TooDeep, Cow::Borrowed("nested too deeply"));
        }
        depth <= MAX_DEPTH
    }

    /// Leaves an object. After a failure nothing more is read, so an unwinding error need not come by here.
    pub(super) fn leave(&self) {
        self.depth.set(self.depth.get().saturating_sub(1));
    }

    /// Records what is wrong; the first failure is kept.
    pub(super) fn record(&self, kind: ViolationKind, message: Cow<'static, str>) {
        let pending =
            self.pending.take().unwrap_or_else(|| Box::new(Pending { kind, message, steps: Vec::new() }));
        self.pending.set(Some(pending));
    }

    /// Whether something of ours went wrong, rather than the format itself.
    pub(super) fn has_recorded(&self) -> bool {
        let pending = self.pending.take();
        let recorded = pending.is_some();
        self.pending.set(pending);
        recorded
    }

    /// What was recorded; `None` if the failure is the format's own.
    #[cold]
    pub(crate) fn recorded(self) -> Option<Violation> {
        self.has_recorded().then(|| self.into_violation())
    }

    /// What was recorded, for whoever saw the error come out.
    #[must_use]
    #[cold]
    pub fn into_violation(self) -> Violation {
        let pending = self.pending.take().unwrap_or_else(malformed);
        Violation {
            path: path(&pending.steps),
            kind: pending.kind,
            message: pending.message.clone().into_owned(),
        }
    }
}

fn malformed() -> Box<Pending> {
    Box::new(Pending {
        kind: ViolationKind::Malformed,
        message: Cow::Borrowed("malformed"),
        steps: Vec::new(),
    })
}

fn path(steps: &[Step]) -> String {
    let mut path = String::from("$");
    for step in steps.iter().rev() {
        match step {
            Step::Field(name) => push_key(&mut path, name),
            Step::Index(index) => _ = write!(path, "[{index}]"),
            Step::Key(key) => push_key(&mut path, key),
        }
    }
    path
}

/// `.key` where that is unambiguous, else `["key"]` with everything escaped that is not plain text.
fn push_key(path: &mut String, key: &str) {
    let plain = key.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && key.len() <= KEY_CHARS;
    if plain {
        path.push('.');
        path.push_str(key);
        return;
    }
    path.push_str("[\"");
    for (count, c) in key.chars().enumerate() {
        if count == KEY_CHARS {
            path.push('…');
            break;
        }
        match c {
            '"' | '\\' => path.extend(['\\', c]),
            // Controls, invisible and direction-changing characters would corrupt the log that shows this path.
            _ if c.is_alphanumeric() || c == ' ' || c.is_ascii_punctuation() => path.push(c),
            _ => _ = write!(path, "\\u{{{:x}}}", u32::from(c)),
        }
    }
    path.push_str("\"]");
}
