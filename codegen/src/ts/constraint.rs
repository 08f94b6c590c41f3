//! What a value must be beyond its TypeScript type, as sentences for TSDoc.

use crate::escape_ts::tsdoc_code;
use sockgen_schema::model::{Bound, Bounds, Builtin, Type};
use std::borrow::Cow;
use std::fmt;

/// A sentence.
type Sentence = Cow<'static, str>;

/// What some types are in TypeScript by choice.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rich {
    /// Whether a time is a `Date`, and a 64-bit integer a `bigint`.
    pub(super) dates: bool,
    pub(super) int64: bool,
}

/// What a value must be beyond its TypeScript type, as a sentence.
///
/// Types with names say this where they are declared, not again where they are used.
pub(super) fn constraint(ty: &Type, rich: Rich) -> Option<Sentence> {
    match ty {
        Type::Named { .. } => None,
        Type::Nullable(inner) => constraint(inner, rich),
        Type::Builtin { builtin, bounds, pattern } => {
            let pattern =
                pattern.as_ref().map(|pattern| Cow::Owned(format!("Matches {}.", tsdoc_code(pattern))));
            both(of_builtin(*builtin, bounds, rich), pattern)
        }
        Type::List { items, bounds } => collection(bounds, "item", "items", "Each", items, rich),
        Type::Map { values, bounds } => collection(bounds, "entry", "entries", "Each value", values, rich),
        Type::Tuple(items) => {
            let item = |(at, ty): (usize, &Type)| constraint_of(&format!("Item {}", at + 1), ty, rich);
            items.iter().enumerate().filter_map(item).reduce(joined_sentences)
        }
    }
}

/// The constraint of a value that has no documentation of its own, behind words that say which.
pub(super) fn constraint_of(what: &str, ty: &Type, rich: Rich) -> Option<Sentence> {
    constraint(ty, rich).map(|sentence| format!("{what}: {}", lower_first(&sentence)).into())
}

fn collection(
    bounds: &Bounds,
    one: &str,
    many: &str,
    each: &str,
    inner: &Type,
    rich: Rich,
) -> Option<Sentence> {
    both(count(bounds, one, many), constraint_of(each, inner, rich))
}

fn both(first: Option<Sentence>, second: Option<Sentence>) -> Option<Sentence> {
    match (first, second) {
        (Some(first), Some(second)) => Some(joined_sentences(first, second)),
        (first, second) => first.or(second),
    }
}

fn joined_sentences(first: Sentence, second: Sentence) -> Sentence {
    format!("{first} {second}").into()
}

fn of_builtin(builtin: Builtin, bounds: &Bounds, rich: Rich) -> Option<Sentence> {
    match builtin {
        Builtin::String => count(bounds, "character", "characters"),
        Builtin::Bytes => count(bounds, "byte", "bytes"),
        Builtin::Bool | Builtin::Json => None,
        Builtin::DateTime if rich.dates => None,
        Builtin::DateTime => Some("A date and time, such as `2025-01-31T09:30:00.000Z`.".into()),
        Builtin::Date => Some("A date, such as `2025-01-31`.".into()),
        Builtin::Uuid => Some("A UUID.".into()),
        Builtin::F32 | Builtin::F64 => range(bounds).map(|range| (capitalised(&range) + ".").into()),
        Builtin::U64 | Builtin::I64 => {
            let what = match (range(bounds), builtin) {
                (Some(range), _) => format!("An integer {range}"),
                (None, Builtin::U64) => "A 64-bit integer, not negative".to_owned(),
                (None, _) => "A 64-bit integer".to_owned(),
            };
            let comma = if what.contains(' ') && what != "A 64-bit integer" { "," } else { "" };
            let written = format!("{comma} as a decimal string");
            Some(format!("{what}{}.", if rich.int64 { "" } else { &written }).into())
        }
        Builtin::U8 | Builtin::U16 | Builtin::U32 | Builtin::I8 | Builtin::I16 | Builtin::I32 => {
            // What the type itself can hold is a bound too.
            let own = builtin.row().range;
            let bounds = Bounds {
                min: bounds.min.or(own.map(|(min, _)| Bound::Int(min))),
                max: bounds.max.or(own.map(|(_, max)| Bound::Int(max))),
            };
            range(&bounds).map(|range| format!("An integer {range}.").into())
        }
        Builtin::Int => {
            Some(range(bounds).map_or("An integer.".into(), |range| format!("An integer {range}.").into()))
        }
    }
}

/// `1 to 64 characters.`
fn count(bounds: &Bounds, one: &str, many: &str) -> Option<Sentence> {
    let noun = |bound: Bound| if bound == Bound::Int(1) { one } else { many };
    // Nothing has fewer than none.
    let min = bounds.min.filter(|min| *min != Bound::Int(0));
    let sentence = match (min, bounds.max) {
        (Some(min), Some(max)) if min == max => format!("Exactly {} {}.", Number(min), noun(min)),
        (Some(min), Some(max)) => format!("{} to {} {many}.", Number(min), Number(max)),
        (Some(min), None) => format!("At least {} {}.", Number(min), noun(min)),
        (None, Some(max)) => format!("At most {} {}.", Number(max), noun(max)),
        (None, None) => return None,
    };
    Some(sentence.into())
}

/// `from 0 to 1`, `of at least 1`.
fn range(bounds: &Bounds) -> Option<String> {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) => Some(format!("from {} to {}", Number(min), Number(max))),
        (Some(min), None) => Some(format!("of at least {}", Number(min))),
        (None, Some(max)) => Some(format!("of at most {}", Number(max))),
        (None, None) => None,
    }
}

/// A bound as people write it.
struct Number(Bound);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Bound::Int(value) => write!(f, "{value}"),
            Bound::Float(value) => write!(f, "{value}"),
        }
    }
}

fn capitalised(sentence: &str) -> String {
    match sentence.strip_prefix("of at ") {
        Some(rest) => format!("At {rest}"),
        None => sentence.replacen('f', "F", 1),
    }
}

fn lower_first(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(min: Option<i128>, max: Option<i128>) -> Bounds {
        Bounds { min: min.map(Bound::Int), max: max.map(Bound::Int) }
    }

    #[test]
    fn counts_read_as_sentences() {
        for (min, max, sentence) in [
            (Some(1), Some(64), "1 to 64 characters."),
            (Some(0), Some(64), "At most 64 characters."),
            (None, Some(1), "At most 1 character."),
            (Some(1), None, "At least 1 character."),
            (Some(5), Some(5), "Exactly 5 characters."),
        ] {
            assert_eq!(
                of_builtin(Builtin::String, &int(min, max), Rich::default()).as_deref(),
                Some(sentence)
            );
        }
        assert_eq!(of_builtin(Builtin::String, &int(None, None), Rich::default()), None);
        assert_eq!(of_builtin(Builtin::String, &int(Some(0), None), Rich::default()), None);
    }

    #[test]
    fn numbers_say_what_a_number_does_not() {
        let float = Bounds { min: Some(Bound::Float(0.0)), max: Some(Bound::Float(0.5)) };
        for (builtin, bounds, sentence) in [
            (Builtin::F64, float, "From 0 to 0.5."),
            (Builtin::F64, Bounds { max: None, ..float }, "At least 0."),
            (Builtin::Int, int(None, None), "An integer."),
            (Builtin::Int, int(None, Some(9)), "An integer of at most 9."),
            (Builtin::U8, int(Some(1), None), "An integer from 1 to 255."),
            (Builtin::U64, int(None, None), "A 64-bit integer, not negative, as a decimal string."),
            (Builtin::I64, int(Some(-1), Some(1)), "An integer from -1 to 1, as a decimal string."),
        ] {
            assert_eq!(of_builtin(builtin, &bounds, Rich::default()).as_deref(), Some(sentence));
        }
    }

    #[test]
    fn inner_constraints_follow() {
        let name = Type::Builtin { builtin: Builtin::String, bounds: int(Some(1), Some(30)), pattern: None };
        let list = Type::List { items: Box::new(name), bounds: int(None, Some(20)) };
        assert_eq!(
            constraint(&list, Rich::default()).as_deref(),
            Some("At most 20 items. Each: 1 to 30 characters.")
        );
        let map = Type::Map { values: Box::new(list), bounds: Bounds::default() };
        let expected = "Each value: at most 20 items. Each: 1 to 30 characters.";
        assert_eq!(constraint(&map, Rich::default()).as_deref(), Some(expected));
    }

    #[test]
    fn tuples_and_patterns_say_what_they_hold() {
        let ratio = Bounds { min: Some(Bound::Float(0.0)), max: Some(Bound::Float(1.0)) };
        let number = Type::Builtin { builtin: Builtin::F64, bounds: ratio, pattern: None };
        let tuple = Type::Tuple(vec![Type::builtin(Builtin::Bool), number]);
        assert_eq!(constraint(&tuple, Rich::default()).as_deref(), Some("Item 2: from 0 to 1."));
        let pattern = |pattern: &str, bounds| Type::Builtin {
            builtin: Builtin::String,
            bounds,
            pattern: Some(pattern.into()),
        };
        let id = pattern("^[a-z`]+*/$", int(Some(1), Some(40)));
        assert_eq!(
            constraint(&id, Rich::default()).as_deref(),
            Some("1 to 40 characters. Matches ``^[a-z`]+*\\/$``.")
        );
        let bytes = Type::Builtin { builtin: Builtin::Bytes, bounds: int(None, Some(9)), pattern: None };
        assert_eq!(constraint(&bytes, Rich::default()).as_deref(), Some("At most 9 bytes."));
    }
}
