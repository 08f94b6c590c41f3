//! What the values of a place on the wire can be, as far as it takes to tell two places' values apart.

use crate::model::{
    Builtin, EnumRepr, Field, Measure, Member, Model, Shape, ShapeEntry, Slot, Tagging, Type, TypeKind,
};
use serde_json::Value;

/// The kinds of values, a bit each.
const BOOL: u8 = 1;
const NUMBER: u8 = 2;
const STRING: u8 = 4;
const LIST: u8 = 8;
const BYTES: u8 = 16;

/// How many steps a comparison may take. Without an answer by then the two count as alike.
const BUDGET: usize = 20_000;
/// How far down types are looked at.
const DEPTH: usize = 8;

/// What a place holds.
#[derive(Clone, Debug)]
pub(super) enum Seen<'m> {
    /// Anything.
    Any,
    /// One of these.
    Words(Vec<Value>),
    /// Something of these kinds that is no object; not all of them where it is bounded.
    Kinds { kinds: u8, bounded: bool },
    /// An object.
    Object(Object<'m>),
    /// One of several.
    OneOf(Vec<Seen<'m>>),
    /// A type that is not looked into yet.
    Type(&'m Type),
}

/// An object.
#[derive(Clone, Debug, Default)]
pub(super) struct Object<'m> {
    /// Its keys, whether each is always there, and what it holds.
    keys: Vec<(&'m str, bool, Seen<'m>)>,
    /// Whether it may have other keys.
    open: bool,
    /// What other keys hold where that is known.
    others: Option<&'m Type>,
}

/// What stands in a shape's places.
#[derive(Clone, Copy)]
pub(super) struct Slots<'m> {
    /// `$data`; nothing for an answer without data.
    pub(super) data: Option<&'m Type>,
    /// `$error`.
    pub(super) error: Option<&'m Type>,
}

/// What a shape is on the wire.
pub(super) fn of_shape<'m>(model: &'m Model, shape: &'m Shape, slots: Slots<'m>) -> Seen<'m> {
    match shape {
        Shape::Const(value) => Seen::Words(vec![value.clone()]),
        Shape::Slot(slot) => of_slot(*slot, slots),
        Shape::Object(entries) => {
            let mut object = Object::default();
            for entry in entries {
                match entry {
                    ShapeEntry::Key { key, value } => {
                        object.keys.push((key, true, of_shape(model, value, slots)));
                    }
                    ShapeEntry::Spread(slot) => {
                        let seen = of_slot(*slot, slots);
                        let seen = expand(model, &seen).unwrap_or(seen);
                        // Nothing is spread of an answer without data; what cannot be spread is reported.
                        if let Seen::Object(spread) = seen {
                            object.keys.extend(spread.keys);
                            object.open |= spread.open;
                        }
                    }
                }
            }
            Seen::Object(object)
        }
    }
}

fn of_slot<'m>(slot: Slot, slots: Slots<'m>) -> Seen<'m> {
    let text = || Seen::Kinds { kinds: STRING, bounded: false };
    match slot {
        Slot::Data => slots.data.map_or(Seen::Words(vec![Value::Null]), Seen::Type),
        Slot::Error => slots.error.map_or(Seen::Any, Seen::Type),
        Slot::Code | Slot::Message => text(),
        Slot::Fault => Seen::Object(Object {
            keys: vec![("code", true, text()), ("message", true, text()), ("path", false, text())],
            ..Object::default()
        }),
    }
}

/// What a type is on the wire, one step deep.
fn expand<'m>(model: &'m Model, seen: &Seen<'m>) -> Option<Seen<'m>> {
    let &Seen::Type(mut ty) = seen else { return None };
    // Types in a circle are reported elsewhere.
    for _ in 0..=model.types.len() {
        let kinds = |kinds| Some(Seen::Kinds { kinds, bounded: true });
        let def = match ty {
            Type::Builtin { builtin, bounds, pattern } => {
                let bounded = !bounds.is_open() || pattern.is_some();
                return Some(of_builtin(*builtin, bounded));
            }
            Type::List { .. } | Type::Tuple(_) => return kinds(LIST),
            Type::Map { values, .. } => {
                return Some(Seen::Object(Object { others: Some(values), open: true, ..Object::default() }));
            }
            Type::Nullable(inner) => {
                return Some(Seen::OneOf(vec![Seen::Words(vec![Value::Null]), Seen::Type(inner)]));
            }
            Type::Named { id, .. } => model.type_def(*id),
        };
        match &def.kind {
            TypeKind::Alias(target) | TypeKind::Brand(target) => ty = target,
            TypeKind::External(external) => ty = &external.json,
            TypeKind::Object(fields) => return Some(Seen::Object(of_fields(fields))),
            TypeKind::Enum { open: true, repr, .. } => {
                let kinds = if *repr == EnumRepr::Number { NUMBER } else { STRING };
                return Some(Seen::Kinds { kinds, bounded: false });
            }
            TypeKind::Enum { values, repr, .. } => {
                let word = |wire: &String| match repr {
                    EnumRepr::Number => serde_json::from_str(wire).unwrap_or(Value::Null),
                    EnumRepr::Text => Value::String(wire.clone()),
                };
                return Some(Seen::Words(values.iter().map(|value| word(&value.wire)).collect()));
            }
            TypeKind::Union(union) => {
                let mut members: Vec<Seen<'m>> =
                    union.members.iter().map(|member| of_member(model, &union.tagging, member)).collect();
                // A member that is not listed has the tag, and whatever it likes beside it.
                if let (true, Tagging::Internal { tag } | Tagging::Adjacent { tag, .. }) =
                    (union.open, &union.tagging)
                {
                    let keys = vec![(tag.as_str(), true, Seen::Kinds { kinds: STRING, bounded: false })];
                    members.push(Seen::Object(Object { keys, open: true, others: None }));
                }
                return Some(Seen::OneOf(members));
            }
        }
    }
    Some(Seen::Any)
}

fn of_builtin<'m>(builtin: Builtin, bounded: bool) -> Seen<'m> {
    let row = builtin.row();
    let kinds = match builtin {
        Builtin::Json => return Seen::Any,
        Builtin::Bool => BOOL,
        Builtin::Bytes => BYTES,
        _ if row.wire.starts_with("string") => STRING,
        _ => NUMBER,
    };
    // A date is a string, but not every string is a date.
    let is_whole = matches!(builtin, Builtin::String | Builtin::Bool | Builtin::Bytes | Builtin::F64);
    Seen::Kinds { kinds, bounded: bounded || !is_whole || row.measure == Measure::Integer }
}

fn of_fields(fields: &[Field]) -> Object<'_> {
    let key = |field| {
        let Field { wire, optional, default, ty, .. }: &Field = field;
        (wire.as_str(), !optional && default.is_none(), Seen::Type(ty))
    };
    Object { keys: fields.iter().map(key).collect(), ..Object::default() }
}

fn of_member<'m>(model: &'m Model, tagging: &'m Tagging, member: &'m Member) -> Seen<'m> {
    let word = || Seen::Words(vec![Value::String(member.wire.clone())]);
    match tagging {
        Tagging::Untagged => member.ty.as_ref().map_or(Seen::Any, Seen::Type),
        Tagging::Adjacent { tag, content } => {
            let mut keys = vec![(tag.as_str(), true, word())];
            keys.extend(member.ty.as_ref().map(|ty| (content.as_str(), true, Seen::Type(ty))));
            Seen::Object(Object { keys, ..Object::default() })
        }
        Tagging::Internal { tag } => {
            let mut object = match member.ty.as_ref().and_then(|ty| expand(model, &Seen::Type(ty))) {
                Some(Seen::Object(object)) => object,
                _ => Object::default(),
            };
            object.keys.push((tag, true, word()));
            Seen::Object(object)
        }
    }
}

/// The fields of a type that is an object, perhaps by another name.
pub(super) fn fields<'m>(model: &'m Model, ty: &'m Type) -> Option<&'m [Field]> {
    let mut ty = ty;
    for _ in 0..=model.types.len() {
        let Type::Named { id, .. } = ty else { return None };
        match &model.type_def(*id).kind {
            TypeKind::Alias(target) => ty = target,
            TypeKind::Object(fields) => return Some(fields),
            _ => return None,
        }
    }
    None
}

/// Whether no value could be one of both.
pub(super) fn are_apart(model: &Model, a: &Seen<'_>, b: &Seen<'_>) -> bool {
    Comparison { model, budget: BUDGET }.apart(a, b, DEPTH).unwrap_or(false)
}

/// Whether every value of the one is a value of the other.
pub(super) fn fits(model: &Model, value: &Seen<'_>, target: &Seen<'_>) -> bool {
    Comparison { model, budget: BUDGET }.fits(value, target, DEPTH).unwrap_or(false)
}

/// A comparison; nothing comes of one that takes too long.
struct Comparison<'m> {
    model: &'m Model,
    budget: usize,
}

impl<'m> Comparison<'m> {
    fn apart(&mut self, a: &Seen<'m>, b: &Seen<'m>, depth: usize) -> Option<bool> {
        self.budget = self.budget.checked_sub(1)?;
        let depth = depth.checked_sub(1)?;
        if let Some(a) = expand(self.model, a) {
            return self.apart(&a, b, depth);
        }
        if let Some(b) = expand(self.model, b) {
            return self.apart(a, &b, depth);
        }
        Some(match (a, b) {
            (Seen::OneOf(several), other) | (other, Seen::OneOf(several)) => {
                for one in several {
                    if !self.apart(one, other, depth)? {
                        return Some(false);
                    }
                }
                true
            }
            (Seen::Any | Seen::Type(_), _) | (_, Seen::Any | Seen::Type(_)) => false,
            (Seen::Words(a), Seen::Words(b)) => !a.iter().any(|word| b.contains(word)),
            (Seen::Words(words), Seen::Kinds { kinds, .. })
            | (Seen::Kinds { kinds, .. }, Seen::Words(words)) => {
                words.iter().all(|word| kind(word) & kinds == 0)
            }
            (Seen::Kinds { kinds: a, .. }, Seen::Kinds { kinds: b, .. }) => a & b == 0,
            (Seen::Object(a), Seen::Object(b)) => self.marked(a, b, depth)? || self.marked(b, a, depth)?,
            (Seen::Object(_), _) | (_, Seen::Object(_)) => true,
        })
    }

    /// Whether one object always has a key that the other one cannot have, or has with other values.
    fn marked(&mut self, a: &Object<'m>, b: &Object<'m>, depth: usize) -> Option<bool> {
        for (key, _, value) in a.keys.iter().filter(|(_, required, _)| *required) {
            self.budget = self.budget.checked_sub(b.keys.len() + 1)?;
            let apart = match b.keys.iter().find(|(other, ..)| other == key) {
                Some((_, _, other)) => self.apart(value, other, depth)?,
                None => match b.others {
                    Some(others) => self.apart(value, &Seen::Type(others), depth)?,
                    None => !b.open,
                },
            };
            if apart {
                return Some(true);
            }
        }
        Some(false)
    }

    fn fits(&mut self, value: &Seen<'m>, target: &Seen<'m>, depth: usize) -> Option<bool> {
        self.budget = self.budget.checked_sub(1)?;
        let depth = depth.checked_sub(1)?;
        if let Some(target) = expand(self.model, target) {
            return self.fits(value, &target, depth);
        }
        Some(match (value, target) {
            (_, Seen::Any) => true,
            (_, Seen::OneOf(several)) => {
                for one in several {
                    if self.fits(value, one, depth)? {
                        return Some(true);
                    }
                }
                false
            }
            (Seen::Words(a), Seen::Words(b)) => a.iter().all(|word| b.contains(word)),
            (Seen::Words(words), Seen::Kinds { kinds, bounded: false }) => {
                words.iter().all(|word| kind(word) & kinds != 0)
            }
            (Seen::Kinds { kinds: a, .. }, Seen::Kinds { kinds: b, bounded: false }) => a & !b == 0,
            (Seen::Object(value), Seen::Object(target)) => {
                for (key, required, wanted) in &target.keys {
                    let found = value.keys.iter().find(|(other, ..)| other == key);
                    let fits = match found {
                        Some((_, always, found)) => {
                            (*always || !required) && self.fits(found, wanted, depth)?
                        }
                        None => !required,
                    };
                    if !fits {
                        return Some(false);
                    }
                }
                for (_, _, found) in value.keys.iter().filter(|_| target.others.is_some()) {
                    if let Some(others) = target.others
                        && !self.fits(found, &Seen::Type(others), depth)?
                    {
                        return Some(false);
                    }
                }
                true
            }
            _ => false,
        })
    }
}

/// The kind of a constant. `null` is none of them: it is a word of its own.
fn kind(word: &Value) -> u8 {
    match word {
        Value::Bool(_) => BOOL,
        Value::Number(_) => NUMBER,
        Value::String(_) => STRING,
        Value::Array(_) => LIST,
        Value::Null | Value::Object(_) => 0,
    }
}
