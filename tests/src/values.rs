//! Values of a model's types, as they stand on the wire: the edges of every bound, what may be absent both ways, empty
//! and full collections, and the text that breaks programs.
//!
//! Bytes stand in them as `{"$bytes": "…hex…"}`, which whoever sends the value makes bytes of.

use serde_json::{Map, Value, json};
use sockgen_schema::model::{
    Bound, Bounds, Builtin, EnumRepr, Field, Member, Model, Tagging, Type, TypeDef, TypeKind, Union,
};

/// The key under which bytes stand.
pub const BYTES: &str = "$bytes";

/// Makes values of a model's types. The same seed makes the same ones.
pub struct Values<'m> {
    model: &'m Model,
    /// For each type, how deeply its smallest value nests.
    heights: Vec<u32>,
    seed: u64,
    /// The largest float; see [`Values::without_large_floats`].
    widest: f64,
}

/// How values are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The least of everything: what may be absent is, collections are as short as they may be.
    Least,
    /// The most of everything.
    Most,
    /// Anything.
    Any,
}

/// How deeply values nest before only the smallest ones are chosen.
const DEEP: u32 = 4;

const TEXTS: &[&str] = &[
    "",
    "a",
    "Hello, world",
    "é",
    "e\u{301}",
    "日本語",
    "😀",
    "👩‍👩‍👧‍👦",
    "\u{10ffff}",
    "\u{0}",
    "\u{1f}\u{7f}",
    "\u{2028}\u{2029}",
    "\u{feff}bom",
    "\u{202e}rtl",
    "\"quoted\"",
    "back\\slash",
    "</script>",
    "__proto__",
    "null",
    "0",
    "-0",
    "1e999",
    "_placeholder",
    "{\"_placeholder\":true,\"num\":0}",
    "line\nbreak\r\n",
    "\t tab ",
    "'single'",
    "`tick ${x}`",
    "%00%2F",
];

impl<'m> Values<'m> {
    /// For the types of a model.
    pub fn new(model: &'m Model, seed: u64) -> Self {
        let mut values =
            Values { model, heights: vec![u32::MAX; model.types.len()], seed: seed | 1, widest: f64::MAX };
        // Each round finds the types of one more height; a model without errors has a finite value for each.
        loop {
            let found: Vec<u32> = model.types.iter().map(|def| values.height_of(def)).collect();
            if found == values.heights {
                return values;
            }
            values.heights = found;
        }
    }

    /// Leaves out floats of which JavaScript's writer of MessagePack makes integers that have no room for them.
    #[must_use]
    pub fn without_large_floats(self) -> Self {
        Values { widest: 4_503_599_627_370_495.5, ..self }
    }

    /// A value of a type.
    pub fn value(&mut self, ty: &Type, choice: Choice) -> Value {
        self.at(ty, choice, 0)
    }

    /// Values of several arguments. Optional ones at the end may be left out.
    pub fn arguments(&mut self, fields: &'m [Field], choice: Choice) -> Vec<Value> {
        let left_out = |field: &&Field| field.optional || field.default.is_some();
        let optional = fields.iter().rev().take_while(left_out).count();
        let leave = match choice {
            Choice::Least => optional,
            Choice::Most => 0,
            Choice::Any => self.below(optional + 1),
        };
        let there = &fields[..fields.len() - leave];
        there.iter().map(|field| self.at(&field.ty, choice, 0)).collect()
    }

    fn next(&mut self) -> u64 {
        self.seed ^= self.seed >> 12;
        self.seed ^= self.seed << 25;
        self.seed ^= self.seed >> 27;
        self.seed.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { usize::try_from(self.next() >> 33).unwrap_or(0) % end }
    }

    fn pick<T: Clone>(&mut self, choice: Choice, from: &[T]) -> T {
        let at = match choice {
            Choice::Least => 0,
            Choice::Most => from.len() - 1,
            Choice::Any => self.below(from.len()),
        };
        from[at].clone()
    }

    fn height(&self, ty: &Type) -> u32 {
        match ty {
            Type::Builtin { .. } | Type::Nullable(_) => 0,
            Type::List { items: inner, bounds } | Type::Map { values: inner, bounds } => {
                if length(bounds).0 == 0 { 0 } else { self.height(inner).saturating_add(1) }
            }
            Type::Tuple(items) => {
                items.iter().map(|item| self.height(item)).max().unwrap_or(0).saturating_add(1)
            }
            Type::Named { id, .. } => self.heights[id.0 as usize],
        }
    }

    fn height_of(&self, def: &TypeDef) -> u32 {
        match &def.kind {
            TypeKind::Alias(ty) | TypeKind::Brand(ty) => self.height(ty),
            TypeKind::External(external) => self.height(&external.json),
            TypeKind::Enum { .. } => 0,
            TypeKind::Object(fields) => {
                let needed = fields.iter().filter(|field| !field.optional && field.default.is_none());
                needed.map(|field| self.height(&field.ty)).max().unwrap_or(0).saturating_add(1)
            }
            TypeKind::Union(union) => {
                self.member_heights(union).into_iter().min().unwrap_or(0).saturating_add(1)
            }
        }
    }

    fn member_heights(&self, union: &Union) -> Vec<u32> {
        let height = |member: &Member| member.ty.as_ref().map_or(0, |ty| self.height(ty));
        union.members.iter().map(height).collect()
    }

    fn at(&mut self, ty: &Type, choice: Choice, depth: u32) -> Value {
        let choice = if depth > DEEP { Choice::Least } else { choice };
        match ty {
            Type::Builtin { builtin, bounds, pattern } => {
                assert!(pattern.is_none(), "a type with a pattern needs an example");
                self.builtin(*builtin, bounds, choice)
            }
            Type::Nullable(inner) => {
                if choice == Choice::Least || choice == Choice::Any && self.below(3) == 0 {
                    return Value::Null;
                }
                self.at(inner, choice, depth)
            }
            Type::List { items, bounds } => {
                let count = self.count(bounds, choice);
                (0..count).map(|_| self.at(items, choice, depth + 1)).collect()
            }
            Type::Map { values, bounds } => {
                let count = self.count(bounds, choice);
                let mut map = Map::new();
                for at in 0..count {
                    // A key may be any text but the one that would not be a key in JavaScript.
                    let text = TEXTS[self.below(TEXTS.len())];
                    let plain = matches!(text, "__proto__" | "_placeholder") || map.contains_key(text);
                    let key = if plain { format!("key {at}") } else { text.to_owned() };
                    let value = self.at(values, choice, depth + 1);
                    map.insert(key, value);
                }
                Value::Object(map)
            }
            Type::Tuple(items) => items.iter().map(|item| self.at(item, choice, depth + 1)).collect(),
            Type::Named { id, .. } => {
                let model = self.model;
                self.named(model.type_def(*id), choice, depth)
            }
        }
    }

    fn named(&mut self, def: &'m TypeDef, choice: Choice, depth: u32) -> Value {
        match &def.kind {
            TypeKind::Alias(Type::Builtin { pattern: Some(_), .. })
            | TypeKind::Brand(Type::Builtin { pattern: Some(_), .. }) => {
                def.example.clone().unwrap_or_else(|| panic!("{} has a pattern and no example", def.name))
            }
            TypeKind::Alias(ty) | TypeKind::Brand(ty) => self.at(ty, choice, depth),
            TypeKind::External(external) => match &def.example {
                // The foreign type may want more than its JSON type says.
                Some(example) => example.clone(),
                None => self.at(&external.json, choice, depth),
            },
            TypeKind::Enum { values, repr, open } => {
                let value = self.pick(choice, values);
                let unknown = *open && choice == Choice::Any && self.below(4) == 0;
                match repr {
                    EnumRepr::Text if unknown => json!("not a known value 😀"),
                    EnumRepr::Text => json!(value.wire),
                    EnumRepr::Number if unknown => json!(-9_007_199_254_740_991_i64),
                    EnumRepr::Number => json!(value.wire.parse::<i64>().expect("digits")),
                }
            }
            TypeKind::Object(fields) => Value::Object(self.fields(fields, choice, depth)),
            TypeKind::Union(union) => self.union(union, choice, depth),
        }
    }

    fn fields(&mut self, fields: &'m [Field], choice: Choice, depth: u32) -> Map<String, Value> {
        let mut map = Map::new();
        for field in fields {
            if field.optional {
                let absent = match choice {
                    Choice::Least => true,
                    Choice::Most => self.height(&field.ty) > DEEP,
                    Choice::Any => self.below(3) == 0,
                };
                if absent {
                    continue;
                }
            }
            let value = self.at(&field.ty, choice, depth + 1);
            // A null that is not a value of its own means the same as nothing, and comes back as nothing.
            if field.optional && value.is_null() && !self.takes_null(&field.ty) {
                continue;
            }
            map.insert(field.wire.clone(), value);
        }
        map
    }

    fn takes_null(&self, ty: &Type) -> bool {
        matches!(self.model.unaliased(ty), Type::Nullable(_))
    }

    fn union(&mut self, union: &'m Union, choice: Choice, depth: u32) -> Value {
        let heights = self.member_heights(union);
        let least = heights.iter().copied().min().unwrap_or(0);
        let near: Vec<usize> =
            (0..heights.len()).filter(|at| depth <= DEEP || heights[*at] == least).collect();
        let choice = if choice == Choice::Most && depth > 1 { Choice::Least } else { choice };
        let member = &union.members[self.pick(choice, &near)];
        if union.open && choice == Choice::Any && self.below(4) == 0 {
            let (tag, content) = match &union.tagging {
                Tagging::Internal { tag } => (tag, "more"),
                Tagging::Adjacent { tag, content } => (tag, content.as_str()),
                Tagging::Untagged => unreachable!("an open union has a tag"),
            };
            return json!({ tag: "not a known member", content: [1, { "x": null }] });
        }
        let content = member.ty.as_ref().map(|ty| self.at(ty, choice, depth + 1));
        match &union.tagging {
            Tagging::Untagged => content.unwrap_or(Value::Null),
            Tagging::Internal { tag } => {
                let mut map = Map::new();
                // The tag may stand anywhere.
                let last = self.below(2) == 0;
                if !last {
                    map.insert(tag.clone(), json!(member.wire));
                }
                if let Some(Value::Object(fields)) = content {
                    map.extend(fields);
                }
                map.insert(tag.clone(), json!(member.wire));
                Value::Object(map)
            }
            Tagging::Adjacent { tag, content: key } => match content {
                None => json!({ tag: member.wire }),
                Some(content) if self.below(2) == 0 => json!({ key: content, tag: member.wire }),
                Some(content) => json!({ tag: member.wire, key: content }),
            },
        }
    }

    fn count(&mut self, bounds: &Bounds, choice: Choice) -> usize {
        let (least, most) = length(bounds);
        match choice {
            Choice::Least => least,
            // A hundred of everything at every level would be a thousand times too many.
            Choice::Most => most.min(least + 3),
            Choice::Any => least + self.below(most.min(least + 4) - least + 1),
        }
    }

    fn text(&mut self, bounds: &Bounds, choice: Choice) -> String {
        let (least, most) = length(bounds);
        match choice {
            Choice::Least => "a".repeat(least),
            // Characters of two UTF-16 units and four bytes: a limit counts code points.
            Choice::Most => "😀".repeat(most.min(least + 100)),
            Choice::Any => {
                let text = TEXTS[self.below(TEXTS.len())];
                let mut text: String = text.chars().take(most).collect();
                let missing = least.saturating_sub(text.chars().count());
                text.extend(std::iter::repeat_n('ß', missing));
                text
            }
        }
    }

    fn builtin(&mut self, builtin: Builtin, bounds: &Bounds, choice: Choice) -> Value {
        match builtin {
            Builtin::String => json!(self.text(bounds, choice)),
            Builtin::Bool => json!(self.pick(choice, &[false, true])),
            Builtin::U64 | Builtin::I64 => json!(self.integer(builtin, bounds, choice).to_string()),
            Builtin::F32 | Builtin::F64 => self.float(builtin, bounds, choice),
            Builtin::DateTime => json!(self.pick(
                choice,
                &[
                    "0000-01-01T00:00:00.000Z",
                    "1970-01-01T00:00:00.001Z",
                    "2026-02-28T23:59:59.999Z",
                    "9999-12-31T23:59:59.999Z"
                ],
            )),
            Builtin::Date => json!(self.pick(choice, &["0000-01-01", "2024-02-29", "9999-12-31"])),
            Builtin::Uuid => json!(self.pick(
                choice,
                &[
                    "00000000-0000-0000-0000-000000000000",
                    "5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff"
                ],
            )),
            Builtin::Bytes => {
                let (least, most) = length(bounds);
                let length = match choice {
                    Choice::Least => least,
                    Choice::Most => most.min(least + 300),
                    Choice::Any => least + self.below(most.min(least + 20) - least + 1),
                };
                let hex: String = (0..length).map(|_| format!("{:02x}", self.next() & 0xff)).collect();
                json!({ BYTES: hex })
            }
            Builtin::Json => self.pick(
                choice,
                &[
                    json!(null),
                    json!("😀"),
                    json!([]),
                    json!({}),
                    json!([1, [2, [3.5, { "a": "\u{2028}" }]], false]),
                    json!({ "": { "constructor": 1, "ok": true }, "x": -0.5 }),
                ],
            ),
            _ => {
                let value = self.integer(builtin, bounds, choice);
                json!(i64::try_from(value).expect("what is a number on the wire fits"))
            }
        }
    }

    fn integer(&mut self, builtin: Builtin, bounds: &Bounds, choice: Choice) -> i128 {
        let (least, most) = builtin.row().range.expect("an integer has a range");
        let least = int(bounds.min).unwrap_or(least).max(least);
        let most = int(bounds.max).unwrap_or(most).min(most);
        let known = [least, 0, 1, -1, 1 << 31, (1 << 53) - 1, 1 << 53, (1 << 53) + 1, most];
        let fitting: Vec<i128> = known.into_iter().filter(|value| (least..=most).contains(value)).collect();
        self.pick(choice, &fitting)
    }

    fn float(&mut self, builtin: Builtin, bounds: &Bounds, choice: Choice) -> Value {
        let (widest, odd) = match builtin {
            // Written with as many digits as a double has: 0.1f32 would come back as 0.10000000149011612.
            Builtin::F32 => (if self.widest < f64::MAX { 65_535.5 } else { f64::from(f32::MAX) }, 0.5),
            _ => (self.widest, 0.1),
        };
        let least = float(bounds.min).unwrap_or(-widest);
        let most = float(bounds.max).unwrap_or(widest);
        let known = [least, 0.0, odd, -odd, 1.0, 3.25, most];
        let fitting: Vec<f64> = known.into_iter().filter(|value| (least..=most).contains(value)).collect();
        json!(self.pick(choice, &fitting))
    }
}

fn int(bound: Option<Bound>) -> Option<i128> {
    match bound? {
        Bound::Int(value) => Some(value),
        Bound::Float(_) => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "the bound of a float is a float")]
fn float(bound: Option<Bound>) -> Option<f64> {
    match bound? {
        Bound::Int(value) => Some(value as f64),
        Bound::Float(value) => Some(value),
    }
}

/// The least and the most of a length; what is not bounded is not tried to its end.
fn length(bounds: &Bounds) -> (usize, usize) {
    let side = |bound| int(bound).and_then(|value| usize::try_from(value).ok());
    (side(bounds.min).unwrap_or(0), side(bounds.max).unwrap_or(1 << 20))
}
