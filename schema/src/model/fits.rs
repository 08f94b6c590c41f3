//! Whether a JSON value is one of a type: for defaults and examples.

use super::{Bound, Bounds, Builtin, Ends, EnumRepr, Field, Model, Tagging, Type, TypeDef, TypeKind, Union};
use crate::text::shown;
use serde_json::Value;

/// Where and why a value is none of its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The place in the value, such as `items[0].id`; empty for the value itself.
    pub path: String,
    /// What is wrong there, in one sentence.
    pub message: String,
}

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// Whether a value, as it stands on the wire, is one of a type: its kind, its bounds, the fields that it must have.
/// Patterns are not tried. Whoever asks for many values makes one [`Fit`] for all of them.
pub fn fits(model: &Model, ty: &Type, value: &Value) -> Result<(), Misfit> {
    Fit::new(&model.types).check(ty, value)
}

/// What values of a model's types look like.
#[derive(Debug)]
pub struct Fit<'m> {
    ends: Ends<'m>,
    /// Whether a value of an external type is judged by what that type is on the wire.
    external: bool,
}

type Fits = Result<(), Misfit>;

fn misfit<T>(message: impl Into<String>) -> Result<T, Misfit> {
    Err(Misfit { path: String::new(), message: message.into() })
}

/// Puts a step before the path of what was found.
fn within(step: impl FnOnce() -> String, found: Fits) -> Fits {
    found.map_err(|found| {
        let between = if found.path.is_empty() || found.path.starts_with('[') { "" } else { "." };
        Misfit { path: format!("{}{between}{}", step(), found.path), ..found }
    })
}

/// `a string belongs here, not a number`.
fn not(what: &str, value: &Value) -> Fits {
    let found = match value {
        Value::Null => "null".to_owned(),
        Value::Bool(found) => format!("`{found}`"),
        Value::Number(number) => format!("the number `{number}`"),
        Value::String(text) => format!("the text `{}`", shown(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    };
    misfit(format!("{what} belongs here, not {found}"))
}

impl<'m> Fit<'m> {
    /// Follows all aliases once.
    pub fn new(types: &'m [TypeDef]) -> Self {
        Fit { ends: Ends::new(types), external: true }
    }

    /// The same for values that code is made from: none of an external type can be.
    pub(crate) fn of_defaults(types: &'m [TypeDef]) -> Self {
        Fit { external: false, ..Fit::new(types) }
    }

    /// As [`fits`].
    pub fn check<'t>(&self, mut ty: &'t Type, value: &Value) -> Fits
    where
        'm: 't,
    {
        // Each step but these goes into the value, so the recursion is as deep as that.
        loop {
            match ty {
                // What has no end was reported.
                _ if !self.ends.step() => return Ok(()),
                Type::Nullable(_) if value.is_null() => return Ok(()),
                Type::Nullable(inner) => ty = inner,
                Type::Named { id, .. } => match self.ends.of(*id) {
                    Some(def) => match &def.kind {
                        TypeKind::Alias(target) | TypeKind::Brand(target) => ty = target,
                        TypeKind::External(_) if !self.external => {
                            return misfit("a value of an external type cannot be made from JSON");
                        }
                        TypeKind::External(external) => ty = &external.json,
                        _ => return self.named(def, value),
                    },
                    // What leads to nothing was reported.
                    None => return Ok(()),
                },
                _ => return self.unnamed(ty, value),
            }
        }
    }

    fn unnamed(&self, ty: &Type, value: &Value) -> Fits {
        match (ty, value) {
            (Type::Builtin { builtin, bounds, .. }, _) => scalar(*builtin, bounds, value),
            (Type::List { items, bounds }, Value::Array(found)) => {
                count(found.len(), bounds, "items")?;
                let item = |(at, value)| within(|| format!("[{at}]"), self.check(items, value));
                found.iter().enumerate().try_for_each(item)
            }
            (Type::List { .. }, _) => not("a list", value),
            (Type::Map { values, bounds }, Value::Object(found)) => {
                count(found.len(), bounds, "entries")?;
                found.iter().try_for_each(|(key, value)| within(|| shown(key), self.check(values, value)))
            }
            (Type::Map { .. }, _) => not("an object", value),
            (Type::Tuple(items), Value::Array(found)) => {
                if items.len() != found.len() {
                    return misfit(format!(
                        "a list of {} items belongs here, not of {}",
                        items.len(),
                        found.len()
                    ));
                }
                let item = |(at, (ty, value))| within(|| format!("[{at}]"), self.check(ty, value));
                items.iter().zip(found).enumerate().try_for_each(item)
            }
            (Type::Tuple(items), _) => not(&format!("a list of {} items", items.len()), value),
            (Type::Nullable(_) | Type::Named { .. }, _) => Ok(()),
        }
    }

    fn named(&self, def: &TypeDef, value: &Value) -> Fits {
        match &def.kind {
            TypeKind::Object(fields) => match value {
                Value::Object(found) => self.object(fields, found, &[]),
                _ => not("an object", value),
            },
            TypeKind::Enum { values, open, repr } => {
                let text = match (repr, value) {
                    (EnumRepr::Text, Value::String(text)) => text.clone(),
                    (EnumRepr::Number, Value::Number(number)) => number.to_string(),
                    (EnumRepr::Text, _) => return not("a string", value),
                    (EnumRepr::Number, _) => return not("a number", value),
                };
                if *repr == EnumRepr::Number && !(value.is_i64() || value.is_u64()) {
                    return not("an integer", value);
                }
                match *open || values.iter().any(|value| value.wire == text) {
                    true => Ok(()),
                    false => misfit(format!("`{}` is not a value of `{}`", shown(&text), def.name)),
                }
            }
            TypeKind::Union(union) => self.union(def, union, value),
            TypeKind::Alias(_) | TypeKind::Brand(_) | TypeKind::External(_) => Ok(()),
        }
    }

    /// `beside` are keys that the object has without being its own.
    fn object(&self, fields: &[Field], found: &serde_json::Map<String, Value>, beside: &[&str]) -> Fits {
        for field in fields {
            match found.get(&field.wire) {
                None if field.optional || field.default.is_some() => {}
                None => return misfit(format!("the field `{}` is missing", shown(&field.wire))),
                Some(Value::Null) if field.optional => {}
                Some(value) => within(|| shown(&field.wire), self.check(&field.ty, value))?,
            }
        }
        // Most objects are small, and have no more keys than fields.
        let known = |key: &str| beside.contains(&key) || fields.iter().any(|field| field.wire == key);
        match found.keys().find(|key| !known(key)) {
            None => Ok(()),
            Some(stranger) => misfit(format!("there is no field `{}`", shown(stranger))),
        }
    }

    fn union(&self, def: &TypeDef, union: &Union, value: &Value) -> Fits {
        let (tag, content) = match &union.tagging {
            Tagging::Untagged => return self.untagged(def, union, value),
            Tagging::Internal { tag } => (tag, None),
            Tagging::Adjacent { tag, content } => (tag, Some(content)),
        };
        let Value::Object(found) = value else { return not("an object", value) };
        let name = match found.get(tag) {
            Some(Value::String(name)) => name,
            Some(other) => return within(|| shown(tag), not("a string", other)),
            None => return misfit(format!("the field `{}` is missing", shown(tag))),
        };
        let Some(member) = union.members.iter().find(|member| member.wire == *name) else {
            return match union.open {
                true => Ok(()),
                false => misfit(format!("`{}` is not a member of `{}`", shown(name), def.name)),
            };
        };
        match (content, &member.ty) {
            (None, None) => self.object(&[], found, &[tag]),
            (None, Some(Type::Named { id, .. })) => match self.ends.of(*id).map(|def| &def.kind) {
                Some(TypeKind::Object(fields)) => self.object(fields, found, &[tag]),
                // Another kind was reported.
                _ => Ok(()),
            },
            (None, Some(_)) => Ok(()),
            (Some(_), None) => self.object(&[], found, &[tag]),
            (Some(content), Some(ty)) => {
                match found.get(content) {
                    None => return misfit(format!("the field `{}` is missing", shown(content))),
                    Some(value) => within(|| shown(content), self.check(ty, value))?,
                }
                self.object(&[], found, &[tag, content])
            }
        }
    }

    fn untagged(&self, def: &TypeDef, union: &Union, value: &Value) -> Fits {
        let mut only = None;
        let mut of_kind = 0;
        for ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
            match self.check(ty, value) {
                Ok(()) => return Ok(()),
                Err(found) if self.ends.kind(ty) == Some(super::JsonKind::of(value)) => {
                    of_kind += 1;
                    only = Some(found);
                }
                Err(_) => {}
            }
        }
        match only {
            // Of one member it is known what was meant.
            Some(found) if of_kind == 1 => Err(found),
            _ => not(&format!("a member of `{}`", def.name), value),
        }
    }
}

fn count(found: usize, bounds: &Bounds, of: &str) -> Fits {
    let found = found as i128;
    match (bounds.min, bounds.max) {
        (Some(Bound::Int(min)), _) if found < min => {
            misfit(format!("this has {found} {of}, and {min} are the least"))
        }
        (_, Some(Bound::Int(max))) if found > max => {
            misfit(format!("this has {found} {of}, and {max} are the most"))
        }
        _ => Ok(()),
    }
}

fn scalar(builtin: Builtin, bounds: &Bounds, value: &Value) -> Fits {
    let row = builtin.row();
    match (builtin, value) {
        (Builtin::Json, _) => Ok(()),
        (Builtin::Bytes, _) => misfit("`bytes` cannot be written as JSON"),
        (Builtin::Bool, Value::Bool(_)) => Ok(()),
        (Builtin::Bool, _) => not("`true` or `false`", value),
        (Builtin::String, Value::String(text)) => count(text.chars().count(), bounds, "characters"),
        (Builtin::DateTime, Value::String(text)) if is_datetime(text) => Ok(()),
        (Builtin::DateTime, _) => not("a moment such as `2026-01-31T12:00:00Z`", value),
        (Builtin::Date, Value::String(text)) if is_date(text) => Ok(()),
        (Builtin::Date, _) => not("a day such as `2026-01-31`", value),
        (Builtin::Uuid, Value::String(text)) if is_uuid(text) => Ok(()),
        (Builtin::Uuid, _) => not("a UUID such as `67e55044-10b1-426f-9247-bb680e5fe0c8`", value),
        (Builtin::U64 | Builtin::I64, Value::String(text)) => match decimal(text) {
            Some(number) => integer(number, row.range, bounds),
            None => not("an integer", value),
        },
        (Builtin::F32 | Builtin::F64, Value::Number(number)) => {
            let number = number.as_f64().unwrap_or(f64::INFINITY);
            let finite =
                if builtin == Builtin::F32 { (number as f32).is_finite() } else { number.is_finite() };
            float(number, finite, bounds)
        }
        (Builtin::F32 | Builtin::F64, _) => not("a number", value),
        (
            Builtin::U8
            | Builtin::U16
            | Builtin::U32
            | Builtin::I8
            | Builtin::I16
            | Builtin::I32
            | Builtin::Int,
            Value::Number(number),
        ) => match number.as_i64().map(i128::from).or(number.as_u64().map(i128::from)) {
            Some(number) => integer(number, row.range, bounds),
            None => not("an integer", value),
        },
        (Builtin::String, _) => not("a string", value),
        (Builtin::U64 | Builtin::I64, _) => not("a string of digits", value),
        _ => not("an integer", value),
    }
}

fn integer(number: i128, range: Option<(i128, i128)>, bounds: &Bounds) -> Fits {
    let of = |bound: Option<Bound>| match bound {
        Some(Bound::Int(bound)) => Some(bound),
        _ => None,
    };
    let (least, most) = range.unwrap_or((i128::MIN, i128::MAX));
    let (min, max) = (of(bounds.min).unwrap_or(least).max(least), of(bounds.max).unwrap_or(most).min(most));
    match number {
        _ if number < min => misfit(format!("`{number}` is less than {min}")),
        _ if number > max => misfit(format!("`{number}` is more than {max}")),
        _ => Ok(()),
    }
}

fn float(number: f64, finite: bool, bounds: &Bounds) -> Fits {
    match (bounds.min, bounds.max) {
        _ if !finite => misfit(format!("`{number}` is larger than this type can hold")),
        (Some(Bound::Float(min)), _) if number < min => misfit(format!("`{number}` is less than {min}")),
        (_, Some(Bound::Float(max))) if number > max => misfit(format!("`{number}` is more than {max}")),
        _ => Ok(()),
    }
}

/// A decimal number as a 64-bit integer has it on the wire.
fn decimal(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits == "0" && text != "-0" || !digits.starts_with('0');
    let whole = (1..=20).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain && whole { text.parse().ok() } else { None }
}

/// `YYYY-MM-DD`, a day that there is.
fn is_date(text: &str) -> bool {
    let [year, month, day] = match text.as_bytes() {
        [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => {
            match (digits(y), digits(&[*m1, *m2]), digits(&[*d1, *d2])) {
                (Some(y), Some(m), Some(d)) => [y, m, d],
                _ => return false,
            }
        }
        _ => return false,
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |number, byte| match byte {
        b'0'..=b'9' => Some(number * 10 + u32::from(byte - b'0')),
        _ => None,
    })
}

/// RFC 3339, without leap seconds.
fn is_datetime(text: &str) -> bool {
    let (Some(date), Some(rest)) = (text.get(..10), text.get(10..)) else { return false };
    let Some(rest) = rest.strip_prefix(['T', 't']) else { return false };
    let (Some(time), Some(rest)) = (rest.get(..8), rest.get(8..)) else { return false };
    let rest = match rest.strip_prefix('.') {
        None => rest,
        Some(fraction) => {
            let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
            if end == 0 {
                return false;
            }
            &fraction[end..]
        }
    };
    let clock = |text: &[u8], most: u32| match text {
        [a, b, b':', c, d] => {
            digits(&[*a, *b]).is_some_and(|hour| hour < most)
                && digits(&[*c, *d]).is_some_and(|minute| minute < 60)
        }
        _ => false,
    };
    let time = time.as_bytes();
    let seconds = time[5] == b':' && digits(&time[6..]).is_some_and(|second| second < 60);
    let offset = match rest.as_bytes() {
        [b'Z' | b'z'] => true,
        [b'+' | b'-', offset @ ..] => clock(offset, 24),
        _ => false,
    };
    is_date(date) && clock(&time[..5], 24) && seconds && offset
}

/// Hexadecimal digits with hyphens, `8-4-4-4-12`.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::fits;
    use crate::model::Type;

    const TYPES: &str = r#"sockgen: 1
types:
  Role: { enum: [viewer, editor] }
  Code: { enum: [a], open: true }
  Page: { enum: [10, -1] }
  Level: { enum: [1, 2], open: true }
  Id: { brand: string(1..=3) }
  Money: { external: { rust: "a::Money", json: u8 } }
  Place: { fields: { x: f64, "y?": Role, z: { type: u8, default: 1 } } }
  Op: { tag: kind, union: { insert: Insert, noop: {} } }
  Grown: { tag: kind, open: true, union: { noop: {} } }
  Insert: { fields: { at: u32 } }
  Status: { tag: name, content: data, union: { waiting: {}, running: { since: date } } }
  Cell: { union: [string, f64, list<Cell>, Place, Insert] }
  Name: Id
  A: "#;

    /// Holds values against types, as they would be written in a schema. Of what does not fit, a part of what is said.
    fn check(cases: &[(&str, &str, Option<&str>)]) {
        for (ty, value, wrong) in cases {
            let loaded = crate::load_text(&format!("{TYPES}{ty}\n"), "x");
            let model = loaded.model.unwrap();
            assert!(!loaded.diagnostics.has_errors(), "{ty}: {:?}", loaded.diagnostics);
            let id = model.types().find(|(_, def)| def.name == "A").unwrap().0;
            let value: serde_json::Value = serde_json::from_str(value).unwrap();
            match (fits(&model, &Type::Named { id, boxed: false }, &value), wrong) {
                (Ok(()), None) => {}
                (Err(found), Some(wrong)) => {
                    assert!(found.to_string().contains(wrong), "{ty}: {value}: {found}")
                }
                (found, _) => panic!("{ty}: {value}: {found:?}"),
            }
        }
    }

    #[test]
    fn scalars_fit_their_kinds_and_bounds() {
        check(&[
            ("string", r#""""#, None),
            ("string", "1", Some("a string belongs here, not the number `1`")),
            ("string(1..=2)", r#""ää""#, None),
            ("string(1..=2)", r#""""#, Some("0 characters, and 1 are the least")),
            ("string(1..=2)", r#""äää""#, Some("3 characters, and 2 are the most")),
            ("bool", "true", None),
            ("bool", r#""true""#, Some("belongs here, not the text")),
            ("u8", "255", None),
            ("u8", "256", Some("more than 255")),
            ("u8", "-1", Some("less than 0")),
            ("u8", "1.0", Some("an integer")),
            ("i8(-5..=5)", "-6", Some("less than -5")),
            ("int", "9007199254740991", None),
            ("int", "9007199254740992", Some("more than")),
            ("u64", r#""18446744073709551615""#, None),
            ("u64", r#""18446744073709551616""#, Some("more than")),
            ("u64", "5", Some("a string of digits")),
            ("u64", r#""05""#, Some("an integer")),
            ("i64", r#""-9223372036854775808""#, None),
            ("i64", r#""-0""#, Some("an integer")),
            ("f32", "3.5e38", Some("larger")),
            ("f64", "1e308", None),
            ("f64(0..=1)", "1.5", Some("more than 1")),
            ("json", r#"{ "a": [null] }"#, None),
            ("bytes", r#""a""#, Some("cannot be written")),
            ("uuid", r#""67e55044-10b1-426f-9247-bb680e5fe0c8""#, None),
            ("uuid", r#""67e5504410b1426f9247bb680e5fe0c8""#, Some("a UUID")),
            ("date", r#""2024-02-29""#, None),
            ("date", r#""2023-02-29""#, Some("a day")),
            ("date", r#""2024-13-01""#, Some("a day")),
            ("date", r#""24-01-01""#, Some("a day")),
            ("datetime", r#""2026-01-31T12:00:00Z""#, None),
            ("datetime", r#""2026-01-31T12:00:00.123456+05:30""#, None),
            ("datetime", r#""2026-01-31T12:00:60Z""#, Some("a moment")),
            ("datetime", r#""2026-01-31T24:00:00Z""#, Some("a moment")),
            ("datetime", r#""2026-01-31 12:00:00Z""#, Some("a moment")),
            ("datetime", r#""2026-01-31T12:00:00""#, Some("a moment")),
            ("datetime", r#""2026-01-31T12:00:00.Z""#, Some("a moment")),
        ]);
    }

    #[test]
    fn what_holds_others_says_where_it_is_wrong() {
        check(&[
            ("list<u8>(1..=2)", "[1, 2]", None),
            ("list<u8>(1..=2)", "[]", Some("0 items")),
            ("list<list<u8>>", "[[1], [2, 300]]", Some("`[1][1]`: `300` is more")),
            ("map<u8>", r#"{ "a": 1 }"#, None),
            ("map<u8>", r#"{ "a": "b" }"#, Some("`a`: an integer")),
            ("'[u8, string]'", r#"[1, "a"]"#, None),
            ("'[u8, string]'", "[1]", Some("2 items belongs here, not of 1")),
            ("'[u8, string]'", "[1, 2]", Some("`[1]`: a string")),
            ("u8 | null", "null", None),
            ("u8", "null", Some("not null")),
            ("Role", r#""viewer""#, None),
            ("Role", r#""owner""#, Some("not a value of `Role`")),
            ("Code", r#""b""#, None),
            ("Page", "-1", None),
            ("Page", "11", Some("not a value of `Page`")),
            ("Page", r#""10""#, Some("a number")),
            ("Level", "3", None),
            ("Level", "3.5", Some("an integer")),
            ("Name", r#""abcd""#, Some("4 characters")),
            ("Money", "5", None),
            ("Money", r#""5""#, Some("an integer")),
            ("Place", r#"{ "x": 1 }"#, None),
            ("Place", r#"{ "x": 1, "y": null, "z": 2 }"#, None),
            ("Place", r#"{ "y": "viewer" }"#, Some("the field `x` is missing")),
            ("Place", r#"{ "x": 1, "w": 2 }"#, Some("no field `w`")),
            ("list<Place>", r#"[{ "x": 1, "y": "z" }]"#, Some("`[0].y`: `z` is not a value")),
            ("Place", "[]", Some("an object belongs here, not a list")),
        ]);
    }

    #[test]
    fn unions_fit_by_their_members() {
        check(&[
            ("Op", r#"{ "kind": "insert", "at": 1 }"#, None),
            ("Op", r#"{ "kind": "noop" }"#, None),
            ("Op", r#"{ "kind": "insert" }"#, Some("the field `at` is missing")),
            ("Op", r#"{ "kind": "noop", "at": 1 }"#, Some("no field `at`")),
            ("Op", r#"{ "kind": "other" }"#, Some("not a member of `Op`")),
            ("Op", r#"{ "at": 1 }"#, Some("the field `kind` is missing")),
            ("Op", "1", Some("an object")),
            ("Grown", r#"{ "kind": "other", "a": 1 }"#, None),
            ("Status", r#"{ "name": "waiting" }"#, None),
            ("Status", r#"{ "name": "running", "data": { "since": "2024-01-01" } }"#, None),
            ("Status", r#"{ "name": "running", "data": { "since": 1 } }"#, Some("`data.since`: a day")),
            ("Status", r#"{ "name": "running" }"#, Some("the field `data` is missing")),
            ("Cell", "[[1], \"a\"]", None),
            ("Cell", "[[true]]", Some("`[0][0]`: a member of `Cell` belongs here, not `true`")),
            ("Cell", r#"{ "at": 1 }"#, None),
            ("Cell", r#"{ "b": 1 }"#, Some("a member of `Cell`")),
        ]);
    }
}
