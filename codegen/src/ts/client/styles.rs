//! How answers are written and read: a constant for each style, and what tells the data and the error of an event apart
//! where the style itself does not.

use crate::escape_ts::{string, tsdoc_code};
use crate::ts::docs::remark;
use crate::ts::layout::{Doc, bracketed, object_literal, print, text, text_entry};
use crate::ts::names::key;
use crate::ts::seen::Seen;
use crate::ts::view::ExportView;
use sockgen_schema::model::{Ack, AckStyle, AckStyleId, EventHead, Model, Shape, ShapeEntry, Slot, Type};
use sockgen_schema::names;
use std::collections::{BTreeMap, BTreeSet};

/// The styles of a contract, and which of them any event uses.
pub(in crate::ts) struct Styles<'m> {
    model: &'m Model,
    /// The constants of those in use that are not the standard one.
    used: BTreeMap<u32, String>,
    /// Whether any answer is written in the standard way, or is what it is.
    pub(in crate::ts) standard: bool,
    pub(in crate::ts) raw: bool,
    /// Whether a mark asks for a kind of JSON, and for keys.
    pub(in crate::ts) kinds: bool,
    pub(in crate::ts) keys: bool,
}

impl<'m> Styles<'m> {
    pub(in crate::ts) fn new(model: &'m Model) -> Self {
        Styles { model, used: BTreeMap::new(), standard: false, raw: false, kinds: false, keys: false }
    }

    /// Whether any event has a style of the schema's own.
    pub(in crate::ts) fn any_own(&self) -> bool {
        !self.used.is_empty()
    }

    /// The expression for an event's style; absent where the event is not answered.
    pub(in crate::ts) fn of(&mut self, head: &'m EventHead) -> Option<String> {
        let style = match head.ack {
            Ack::Undeclared => return None,
            Ack::Empty | Ack::Data(_) | Ack::Raw => self.constant(head.ack_style),
        };
        if head.ack != Ack::Raw {
            return Some(style);
        }
        self.raw = true;
        Some(format!("raw({style})"))
    }

    fn constant(&mut self, id: AckStyleId) -> String {
        let style = self.model.ack_style(id);
        if style.is_standard() {
            self.standard = true;
            return "ACKS".to_owned();
        }
        let name = || {
            // The name of a style is unique; that of its constant may not be.
            let base =
                style.name.as_deref().map_or_else(|| "OWN_ACKS".to_owned(), |name| screaming(name) + "_ACKS");
            let others = self.used.values().filter(|other| other.trim_end_matches('_') == base).count();
            base + &"_".repeat(others)
        };
        let name = name();
        self.used.entry(id.0).or_insert(name).clone()
    }

    /// What tells an event's data and error apart, for the styles in which constants may not.
    pub(in crate::ts) fn marks(&mut self, head: &'m EventHead) -> Option<Doc<'m>> {
        if self.model.ack_style(head.ack_style).is_standard() || head.ack == Ack::Raw {
            return None;
        }
        let data = match &head.ack {
            Ack::Data(ty) => Some(("data", ty)),
            Ack::Undeclared | Ack::Empty | Ack::Raw => None,
        };
        let error = head.error.as_ref().map(|ty| ("error", ty));
        let marks: Vec<Doc<'m>> =
            data.into_iter().chain(error).map(|(slot, ty)| self.mark(slot, ty)).collect();
        (!marks.is_empty()).then(|| Doc::Concat(vec![text("marks: "), object_literal(marks)]))
    }

    fn mark(&mut self, slot: &str, ty: &'m Type) -> Doc<'m> {
        let seen = Seen::of(self.model, ty);
        self.keys |= seen.asks_for_keys();
        self.kinds |= seen.asks_for_kinds();
        let condition = Doc::Group(seen.condition());
        Doc::Group(vec![text(format!("{slot}: (json) =>")), Doc::Indent(vec![Doc::Line, condition])])
    }

    /// The places in all styles in use: `$data` for `data`.
    pub(in crate::ts) fn places(&self) -> Vec<&'static str> {
        let mut found = BTreeSet::new();
        for id in self.used.keys() {
            let style = self.model.ack_style(AckStyleId(*id));
            let shapes = [Some(&style.ok), style.error.as_ref(), style.fault.as_ref()];
            shapes
                .into_iter()
                .flatten()
                .for_each(|shape| shape.for_each_slot(&mut |slot| _ = found.insert(slot)));
        }
        // Whether it is the data's is asked of every place.
        found.extend((!found.is_empty()).then_some(Slot::Data));
        found.into_iter().map(|slot| &place(slot)[1..]).collect()
    }

    /// The constants of all styles in use.
    pub(in crate::ts) fn constants(&self) -> Vec<ExportView> {
        let constant = |(id, name): (&u32, &String)| {
            let style = self.model.ack_style(AckStyleId(*id));
            let shapes = [Some(&style.ok), style.error.as_ref(), style.fault.as_ref()];
            let last = shapes.iter().rposition(Option::is_some).unwrap_or_default();
            let arguments = shapes[..=last].iter().map(|each| each.map_or(text("undefined"), shape));
            let call = bracketed("style(", arguments.collect(), ",", ")");
            let call = Doc::Fluid(Box::new(Doc::Concat(vec![text("/* @__PURE__ */ "), call])));
            ExportView {
                doc: doc(style),
                text: print(&[text(format!("const {name} =")), call, text(";")], 0),
            }
        };
        self.used.iter().map(constant).collect()
    }
}

fn doc(style: &AckStyle) -> String {
    remark(&match &style.name {
        None => "How answers are written unless an event says otherwise.".to_owned(),
        Some(name) => format!("The ack style {}.", tsdoc_code(name)),
    })
}

fn shape(shape: &Shape) -> Doc<'static> {
    match shape {
        Shape::Slot(slot) => text(place(*slot)),
        Shape::Const(serde_json::Value::String(value)) => text(string(value)),
        Shape::Const(value) => text(value.to_string()),
        Shape::Object(entries) => {
            let mut keys = Vec::new();
            let mut spread = None;
            for entry in entries {
                match entry {
                    ShapeEntry::Key { key: name, value: Shape::Const(serde_json::Value::String(value)) } => {
                        keys.push(text_entry(&key(name), string(value)));
                    }
                    ShapeEntry::Key { key: name, value } => {
                        let name = text(format!("{}: ", key(name)));
                        keys.push(Doc::Concat(vec![name, self::shape(value)]));
                    }
                    ShapeEntry::Spread(slot) => spread = Some(place(*slot)),
                }
            }
            match spread {
                None => object_literal(keys),
                Some(place) if keys.is_empty() => text(format!("new Spread({place})")),
                Some(place) => bracketed("new Spread(", vec![text(place), object_literal(keys)], ",", ")"),
            }
        }
    }
}

fn place(slot: Slot) -> &'static str {
    match slot {
        Slot::Data => "$data",
        Slot::Error => "$error",
        Slot::Fault => "$fault",
        Slot::Code => "$code",
        Slot::Message => "$message",
    }
}

fn screaming(name: &str) -> String {
    names::names(name).map_or_else(|_| "OTHER".to_owned(), |names| names.snake).to_ascii_uppercase()
}
