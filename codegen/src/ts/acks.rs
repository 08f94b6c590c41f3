//! Acks: a generic type for each way in which results are written.
//!
//! ```ts
//! type Ack<T, E = never> =
//!   | { ok: true; data: T }
//!   | { ok: false; error: E; fault?: undefined }
//!   | { ok: false; fault: Fault; error?: undefined };
//! ```
//!
//! Shapes that no constant tells apart are told apart by which keys they have. So each says that the keys of the other
//! are not there (`fault?: undefined`), without which TypeScript would not let anyone look.

use super::defs::exported;
use super::docs::documented;
use super::flow::Form;
use super::layout::{self, Doc, bracketed, object, text};
use super::names::{Taken, key};
use super::types::Types;
use super::view::ExportView;
use crate::escape_ts::{string, tsdoc_code};
use sockgen_schema::model::{Ack, AckStyle, EventHead, Model, Shape, ShapeEntry, Slot, Type};
use sockgen_schema::names;

/// The ack types of a contract, in the order of its styles.
pub(super) struct Acks<'m> {
    styles: Vec<Style<'m>>,
}

/// A style's type.
struct Style<'m> {
    style: &'m AckStyle,
    name: String,
    /// Whether any event is answered so.
    used: bool,
    /// Whether it has a parameter for data, and for an error.
    data: bool,
    error: bool,
    /// Whether the data's fields stand among others: then no data is an object without fields.
    spreads_data: bool,
}

impl<'m> Acks<'m> {
    pub(super) fn new(model: &'m Model, taken: &mut Taken<'_>) -> Self {
        let mut styles: Vec<Style<'_>> = model
            .ack_styles
            .iter()
            .map(|style| Style {
                style,
                name: match &style.name {
                    None => "Ack".to_owned(),
                    Some(name) => taken.claim(pascal(name) + "Ack"),
                },
                used: false,
                data: has(style, Slot::Data),
                error: has(style, Slot::Error),
                spreads_data: shapes(style).any(|shape| spreads(shape, Slot::Data)),
            })
            .collect();
        for head in model.namespaces.iter().flat_map(|namespace| namespace.events()) {
            if matches!(head.ack, Ack::Empty | Ack::Data(_)) {
                styles[head.ack_style.0 as usize].used = true;
            }
        }
        Acks { styles }
    }

    /// The parameter that is called with the answer; absent where none is declared.
    ///
    /// `ack: (response: Ack<JoinRoomAck, Failure>) => void`.
    pub(super) fn parameter<'a>(
        &'a self,
        types: &'a Types<'m>,
        head: &'a EventHead,
        form: Form,
    ) -> Option<Doc<'a>> {
        let response = match &head.ack {
            Ack::Undeclared => return None,
            Ack::Raw => text("...response: unknown[]"),
            Ack::Empty => self.response(types, head, None, form),
            Ack::Data(ty) => self.response(types, head, Some(ty), form),
        };
        // Nothing stands behind the rest, not even a comma.
        let last = if head.ack == Ack::Raw { "" } else { "," };
        Some(Doc::Concat(vec![text("ack: "), bracketed("(", vec![response], last, ") => void")]))
    }

    fn response<'a>(
        &'a self,
        types: &'a Types<'m>,
        head: &'a EventHead,
        data: Option<&'a Type>,
        form: Form,
    ) -> Doc<'a> {
        let style = &self.styles[head.ack_style.0 as usize];
        let data_doc = match data {
            Some(ty) => types.of(ty, form),
            None if style.spreads_data => text("{}"),
            None => text("null"),
        };
        let error = head.error.as_ref().filter(|_| style.error).map(|ty| types.of(ty, form));
        let data_doc = style.data.then_some(data_doc);
        let arguments: Vec<Doc<'_>> = data_doc.into_iter().chain(error).collect();
        generic(format!("response: {}", style.name), arguments, hugs(types, data))
    }

    /// What a request comes to, in whatever style it is answered: `Result<JoinRoomAck, Failure>`.
    pub(super) fn result<'a>(&'a self, types: &'a Types<'m>, head: &'a EventHead, form: Form) -> Doc<'a> {
        self.outcome("Result", types, head, form)
    }

    /// Another type with the same arguments.
    pub(super) fn outcome<'a>(
        &'a self,
        name: &str,
        types: &'a Types<'m>,
        head: &'a EventHead,
        form: Form,
    ) -> Doc<'a> {
        let style = &self.styles[head.ack_style.0 as usize];
        let (data, written) = match &head.ack {
            Ack::Data(ty) => (Some(ty), types.of(ty, form)),
            Ack::Raw => return text(format!("{name}<unknown[]>")),
            Ack::Undeclared | Ack::Empty => (None, text("null")),
        };
        let error = head.error.as_ref().filter(|_| style.error).map(|ty| types.of(ty, form));
        let arguments = [written].into_iter().chain(error).collect();
        generic(name.to_owned(), arguments, hugs(types, data))
    }

    /// The types of all styles in use.
    pub(super) fn exports(&self) -> Vec<ExportView> {
        self.styles.iter().filter(|style| style.used).map(Style::export).collect()
    }

    /// Whether a style in use has a place of this kind.
    pub(super) fn use_slot(&self, slot: Slot) -> bool {
        self.styles.iter().any(|style| style.used && has(style.style, slot))
    }
}

/// A type with arguments, if there are any. One alone may stay within its brackets.
pub(super) fn generic(name: String, arguments: Vec<Doc<'_>>, hugs: bool) -> Doc<'_> {
    let open = || format!("{name}<");
    match <[Doc<'_>; 1]>::try_from(arguments) {
        Ok([only]) if hugs => Doc::Concat(vec![text(open()), only, text(">")]),
        Ok([only]) => bracketed(open(), vec![only], "", ">"),
        Err(none) if none.is_empty() => text(name),
        Err(arguments) => bracketed(open(), arguments, "", ">"),
    }
}

/// Whether prettier never breaks angle brackets around this alone: it does not around a single name.
pub(super) fn hugs(types: &Types<'_>, data: Option<&Type>) -> bool {
    match data {
        Some(Type::Nullable(inner)) => types.is_reference(inner),
        Some(ty) => matches!(ty, Type::Named { .. }),
        None => true,
    }
}

impl Style<'_> {
    fn export(&self) -> ExportView {
        let data = self.data.then(|| text("T"));
        let error = self.error.then(|| text("E = never"));
        let parameters: Vec<Doc<'_>> = data.into_iter().chain(error).collect();
        let name = format!("type {}", self.name);
        let head = match parameters.is_empty() {
            true => text(name),
            false => bracketed(name + "<", parameters, ",", ">"),
        };
        let what = match (&self.style.name, self.style.error.is_some(), self.style.fault.is_some()) {
            (None, true, true) => {
                "What an event is answered with: data, the error that the event declares, or a\nfault."
                    .to_owned()
            }
            (None, true, false) => {
                "What an event is answered with: data, or the error that the event declares.".to_owned()
            }
            (None, false, true) => "What an event is answered with: data, or a fault.".to_owned(),
            (None, false, false) => "What an event is answered with.".to_owned(),
            (Some(name), ..) => {
                format!("What an event of the ack style {} is answered with.", tsdoc_code(name))
            }
        };
        ExportView {
            doc: documented(&what),
            text: exported(&[head, text(" ="), self.definition(), text(";")]),
        }
    }

    fn definition(&self) -> Doc<'_> {
        let shapes: Vec<&Shape> = shapes(self.style).collect();
        let several = shapes.len() > 1;
        let mut members: Vec<Doc<'_>> =
            shapes.iter().map(|shape| written(shape, absent_keys(shape, &shapes), several)).collect();
        match (members.pop(), members.is_empty()) {
            (Some(only), true) => Doc::Fluid(Box::new(only)),
            (last, _) => layout::union(members.into_iter().chain(last).collect()),
        }
    }
}

/// What an answer, an error and a fault look like, as far as the style has them.
fn shapes(style: &AckStyle) -> impl Iterator<Item = &Shape> {
    [Some(&style.ok), style.error.as_ref(), style.fault.as_ref()].into_iter().flatten()
}

fn has(style: &AckStyle, slot: Slot) -> bool {
    shapes(style).any(|shape| holds(shape, slot))
}

fn holds(shape: &Shape, slot: Slot) -> bool {
    let mut holds = false;
    shape.for_each_slot(&mut |own| holds |= own == slot);
    holds
}

fn spreads(shape: &Shape, slot: Slot) -> bool {
    let Shape::Object(entries) = shape else { return false };
    entries.iter().any(|entry| match entry {
        ShapeEntry::Key { value, .. } => spreads(value, slot),
        ShapeEntry::Spread(own) => *own == slot,
    })
}

/// A shape's keys with their values; nothing for what is no object.
fn keys(shape: &Shape) -> impl Iterator<Item = (&str, &Shape)> {
    let entries = if let Shape::Object(entries) = shape { entries.as_slice() } else { &[] };
    entries.iter().filter_map(|entry| match entry {
        ShapeEntry::Key { key, value } => Some((key.as_str(), value)),
        ShapeEntry::Spread(_) => None,
    })
}

/// The keys of other objects that a shape does not have, where no constant tells the two apart.
fn absent_keys<'a>(shape: &Shape, all: &[&'a Shape]) -> Vec<&'a str> {
    let mut absent = Vec::new();
    if !matches!(shape, Shape::Object(_)) {
        return absent;
    }
    let differs = |other: &Shape| {
        keys(shape).any(|(key, value)| match value {
            Shape::Const(own) => keys(other).any(|(other_key, other)| {
                key == other_key && matches!(other, Shape::Const(theirs) if own != theirs)
            }),
            _ => false,
        })
    };
    for other in all.iter().filter(|other| **other != shape && !differs(other)) {
        for (other_key, _) in keys(other) {
            if keys(shape).all(|(key, _)| key != other_key) && !absent.contains(&other_key) {
                absent.push(other_key);
            }
        }
    }
    absent
}

/// A shape as a type. Beside others an intersection stands between parentheses.
fn written<'a>(shape: &'a Shape, absent: Vec<&'a str>, beside_others: bool) -> Doc<'a> {
    let entries = match shape {
        Shape::Slot(slot) => return text(slot_type(*slot)),
        Shape::Const(value) => return text(constant(value)),
        Shape::Object(entries) => entries,
    };
    let mut members = Vec::new();
    let mut spread = Vec::new();
    for entry in entries {
        match entry {
            ShapeEntry::Key { key: name, value } => {
                let value = written(value, Vec::new(), false);
                members.push(Doc::Concat(vec![text(key(name).into_owned() + ": "), value]));
            }
            ShapeEntry::Spread(slot) => spread.push(slot_type(*slot)),
        }
    }
    members.extend(absent.into_iter().map(|name| text(key(name).into_owned() + "?: undefined")));
    // What is spread alone is the thing itself.
    let own = (!members.is_empty() || spread.is_empty()).then(|| match members.is_empty() {
        true => text("{}"),
        false => object(members),
    });
    let own_is_there = own.is_some();
    let mut parts: Vec<Doc<'_>> = own.into_iter().collect();
    for slot in &spread {
        if !parts.is_empty() {
            parts.push(text(" & "));
        }
        parts.push(text(*slot));
    }
    let is_intersection = spread.len() + usize::from(own_is_there) > 1;
    if is_intersection && beside_others {
        parts.insert(0, text("("));
        parts.push(text(")"));
    }
    Doc::Concat(parts)
}

fn slot_type(slot: Slot) -> &'static str {
    match slot {
        Slot::Data => "T",
        Slot::Error => "E",
        Slot::Fault => "Fault",
        Slot::Code => "FaultCode",
        Slot::Message => "string",
    }
}

fn constant(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => string(text),
        // The schema allows nothing but what JSON and TypeScript write alike.
        other => other.to_string(),
    }
}

/// A style's name as the beginning of a type's.
fn pascal(name: &str) -> String {
    names::names(name).map_or_else(|_| "Other".to_owned(), |names| names.pascal)
}
