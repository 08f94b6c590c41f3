//! Types where they stand.

use super::NamesView;
use serde::Serialize;
use serde_json::{Number, Value};
use sockgen_schema::model::{BUILTINS, Bound, Bounds, Model, Type};
use std::collections::{BTreeMap, BTreeSet};

/// A type as it stands in a field, a payload, an ack.
#[derive(Clone, Debug, Serialize)]
pub struct RefView {
    /// `builtin`, `list`, `map`, `tuple`, `nullable` or `named`.
    pub kind: &'static str,
    /// Of a built-in type its name in the schema: `string`, `u64`.
    pub builtin: Option<&'static str>,
    /// Of a type with a name that name.
    pub name: Option<String>,
    /// The same in all casings.
    pub names: Option<NamesView>,
    /// Of a type with a name: whether it leads back to where it stands with no list or map between, so that languages in
    /// which a value holds its parts need a box.
    pub boxed: bool,
    /// What a list holds, what a map's values are, what may be null.
    pub of: Option<Box<RefView>>,
    /// What a tuple holds.
    pub items: Vec<RefView>,
    /// The least: of a number its value, of text its code points, of bytes, items and entries how many.
    pub min: Option<Value>,
    /// The most.
    pub max: Option<Value>,
    /// What a text must match somewhere: an expression as JavaScript has it with the flag `u`.
    pub pattern: Option<String>,
}

impl RefView {
    pub(super) fn new(model: &Model, ty: &Type) -> Self {
        let empty = |kind| RefView {
            kind,
            builtin: None,
            name: None,
            names: None,
            boxed: false,
            of: None,
            items: Vec::new(),
            min: None,
            max: None,
            pattern: None,
        };
        let bounded = |view: RefView, bounds: &Bounds| RefView {
            min: bounds.min.map(bound),
            max: bounds.max.map(bound),
            ..view
        };
        let of =
            |kind, inner: &Type| RefView { of: Some(Box::new(RefView::new(model, inner))), ..empty(kind) };
        match ty {
            Type::Builtin { builtin, bounds, pattern } => RefView {
                builtin: Some(builtin.row().name),
                pattern: pattern.as_deref().map(str::to_owned),
                ..bounded(empty("builtin"), bounds)
            },
            Type::List { items, bounds } => bounded(of("list", items), bounds),
            Type::Map { values, bounds } => bounded(of("map", values), bounds),
            Type::Tuple(items) => RefView {
                items: items.iter().map(|item| RefView::new(model, item)).collect(),
                ..empty("tuple")
            },
            Type::Nullable(inner) => of("nullable", inner),
            Type::Named { id, boxed } => {
                let name = &model.type_def(*id).name;
                RefView {
                    names: Some(NamesView::of_pascal(name)),
                    name: Some(name.clone()),
                    boxed: *boxed,
                    ..empty("named")
                }
            }
        }
    }
}

fn bound(bound: Bound) -> Value {
    match bound {
        Bound::Int(bound) => i64::try_from(bound)
            .map(Value::from)
            .or_else(|_| u64::try_from(bound).map(Value::from))
            .unwrap_or(Value::Null),
        Bound::Float(bound) => Number::from_f64(bound).map_or(Value::Null, Value::Number),
    }
}

/// What occurs in a contract, for templates that write helpers of their own only where they are needed.
#[derive(Clone, Debug, Serialize)]
pub struct Uses {
    /// Every built-in type, and whether it occurs.
    pub builtins: BTreeMap<&'static str, bool>,
    /// Whether anything may be null, fields among it.
    pub nullable: bool,
    /// Whether anything is boxed.
    pub boxed: bool,
    /// The numbers of items that tuples have, each once.
    pub tuples: Vec<TupleView>,
}

/// Tuples of so many items.
#[derive(Clone, Debug, Serialize)]
pub struct TupleView {
    /// How many.
    pub count: usize,
    /// Their places: 0, 1, 2.
    pub places: Vec<usize>,
}

impl Uses {
    pub(super) fn new(model: &Model) -> Self {
        let builtins = BUILTINS.iter().map(|row| (row.name, false)).collect();
        let mut uses = Uses { builtins, nullable: false, boxed: false, tuples: Vec::new() };
        let mut counts = BTreeSet::new();
        for def in &model.types {
            def.for_each_type(&mut |ty| uses.find(ty, &mut counts));
        }
        for namespace in &model.namespaces {
            let events = namespace.events();
            let payloads = events.clone().filter_map(|event| match &event.payload {
                sockgen_schema::model::Payload::Data(ty) => Some(ty),
                _ => None,
            });
            let answers = events.clone().filter_map(|event| match &event.ack {
                sockgen_schema::model::Ack::Data(ty) => Some(ty),
                _ => None,
            });
            let errors = events.filter_map(|event| event.error.as_ref());
            let handshake = namespace.auth.iter().chain(&namespace.connect_error);
            payloads.chain(answers).chain(errors).chain(handshake).for_each(|ty| uses.find(ty, &mut counts));
        }
        uses.tuples =
            counts.into_iter().map(|count| TupleView { count, places: (0..count).collect() }).collect();
        uses
    }

    fn find(&mut self, ty: &Type, tuples: &mut BTreeSet<usize>) {
        match ty {
            Type::Builtin { builtin, .. } => drop(self.builtins.insert(builtin.row().name, true)),
            Type::List { items: inner, .. } | Type::Map { values: inner, .. } => self.find(inner, tuples),
            Type::Nullable(inner) => {
                self.nullable = true;
                self.find(inner, tuples);
            }
            Type::Tuple(items) => {
                tuples.insert(items.len());
                items.iter().for_each(|item| self.find(item, tuples));
            }
            Type::Named { boxed, .. } => self.boxed |= boxed,
        }
    }
}
