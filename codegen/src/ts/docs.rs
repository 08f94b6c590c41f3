//! TSDoc: what the schema says about a thing, and what its TypeScript type cannot say.

use super::layout::{WIDTH, width};
use crate::escape_ts::{tsdoc, tsdoc_code};
use sockgen_schema::model::{Bound, Bounds, Builtin, Type};

/// A comment with its indentation and its line ends; empty for nothing to say.
///
/// `notes` are sentences of the generator's own. They follow the author's words, on the same line where there is room.
pub(super) fn comment(doc: Option<&str>, notes: &[String], more: &[String], indent: usize) -> String {
    let mut lines = doc.map(tsdoc).unwrap_or_default();
    let note = notes.join(" ");
    if !note.is_empty() {
        match lines.as_mut_slice() {
            [] => lines.push(note),
            [line] if more.is_empty() && is_short(&joined(line, &note), indent) => {
                *line = joined(line, &note)
            }
            _ => lines.extend([String::new(), note]),
        }
    }
    if !more.is_empty() && !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend_from_slice(more);
    let margin = " ".repeat(indent);
    match lines.as_slice() {
        [] => String::new(),
        [line] if is_short(line, indent) => format!("{margin}/** {line} */\n"),
        _ => {
            let mut out = format!("{margin}/**\n");
            for line in &lines {
                out.push_str(&margin);
                out.push_str(if line.is_empty() { " *" } else { " * " });
                out.push_str(line);
                out.push('\n');
            }
            out + &margin + " */\n"
        }
    }
}

/// Whether a comment of this line alone fits between its slashes.
fn is_short(line: &str, indent: usize) -> bool {
    indent + width("/** ") + width(line) + width(" */") <= WIDTH
}

/// A sentence behind another one, whose author may have left out the full stop.
fn joined(line: &str, note: &str) -> String {
    let line = line.trim_end();
    let ends = line.ends_with(['.', '!', '?', ':', ';', ')', '`']);
    format!("{line}{} {note}", if ends { "" } else { "." })
}

/// What a value must be beyond its TypeScript type, as a sentence.
///
/// Types with names say this where they are declared, not again where they are used.
pub(super) fn constraint(ty: &Type) -> Option<String> {
    match ty {
        Type::Named { .. } => None,
        Type::Nullable(inner) => constraint(inner),
        Type::Builtin { builtin, bounds, .. } => of_builtin(*builtin, bounds),
        Type::List { items, bounds } => collection(bounds, "item", "items", "Each", items),
        Type::Map { values, bounds } => collection(bounds, "entry", "entries", "Each value", values),
        _ => todo!("not emitted yet"),
    }
}

/// The constraint of a value that has no documentation of its own, behind words that say which.
pub(super) fn constraint_of(what: &str, ty: &Type) -> Option<String> {
    constraint(ty).map(|sentence| format!("{what}: {}", lower_first(&sentence)))
}

fn collection(bounds: &Bounds, one: &str, many: &str, each: &str, inner: &Type) -> Option<String> {
    let own = count(bounds, one, many);
    let inner = constraint_of(each, inner);
    match (own, inner) {
        (Some(own), Some(inner)) => Some(format!("{own} {inner}")),
        (own, inner) => own.or(inner),
    }
}

fn of_builtin(builtin: Builtin, bounds: &Bounds) -> Option<String> {
    match builtin {
        Builtin::String => count(bounds, "character", "characters"),
        Builtin::Bool | Builtin::Json => None,
        Builtin::DateTime => Some("A date and time, such as `2025-01-31T09:30:00.000Z`.".to_owned()),
        Builtin::Date => Some("A date, such as `2025-01-31`.".to_owned()),
        Builtin::Uuid => Some("A UUID.".to_owned()),
        Builtin::F32 | Builtin::F64 => range(bounds).map(|range| capitalised(&range) + "."),
        Builtin::U64 | Builtin::I64 => {
            let what = match (range(bounds), builtin) {
                (Some(range), _) => format!("An integer {range},"),
                (None, Builtin::U64) => "A 64-bit integer, not negative,".to_owned(),
                (None, _) => "A 64-bit integer".to_owned(),
            };
            Some(format!("{what} as a decimal string."))
        }
        Builtin::U8 | Builtin::U16 | Builtin::U32 | Builtin::I8 | Builtin::I16 | Builtin::I32 => {
            // What the type itself can hold is a bound too.
            let own = builtin.row().range;
            let bounds = Bounds {
                min: bounds.min.or(own.map(|(min, _)| Bound::Int(min))),
                max: bounds.max.or(own.map(|(_, max)| Bound::Int(max))),
            };
            range(&bounds).map(|range| format!("An integer {range}."))
        }
        Builtin::Int => {
            Some(range(bounds).map_or("An integer.".to_owned(), |range| format!("An integer {range}.")))
        }
        _ => todo!("not emitted yet"),
    }
}

/// `1 to 64 characters.`
fn count(bounds: &Bounds, one: &str, many: &str) -> Option<String> {
    let noun = |bound: &Bound| if number(bound) == "1" { one } else { many };
    // Nothing has fewer than none.
    let min = bounds.min.as_ref().filter(|min| number(min) != "0");
    match (min, &bounds.max) {
        (Some(min), Some(max)) if number(min) == number(max) => {
            Some(format!("Exactly {} {}.", number(min), noun(min)))
        }
        (Some(min), Some(max)) => Some(format!("{} to {} {many}.", number(min), number(max))),
        (Some(min), None) => Some(format!("At least {} {}.", number(min), noun(min))),
        (None, Some(max)) => Some(format!("At most {} {}.", number(max), noun(max))),
        (None, None) => None,
    }
}

/// `from 0 to 1`, `of at least 1`.
fn range(bounds: &Bounds) -> Option<String> {
    match (&bounds.min, &bounds.max) {
        (Some(min), Some(max)) => Some(format!("from {} to {}", number(min), number(max))),
        (Some(min), None) => Some(format!("of at least {}", number(min))),
        (None, Some(max)) => Some(format!("of at most {}", number(max))),
        (None, None) => None,
    }
}

fn number(bound: &Bound) -> String {
    match bound {
        Bound::Int(value) => value.to_string(),
        Bound::Float(value) => value.to_string(),
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

/// `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and `c` ``.
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.into_iter().map(tsdoc_code).collect();
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
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
            assert_eq!(of_builtin(Builtin::String, &int(min, max)).as_deref(), Some(sentence));
        }
        assert_eq!(of_builtin(Builtin::String, &int(None, None)), None);
        assert_eq!(of_builtin(Builtin::String, &int(Some(0), None)), None);
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
            assert_eq!(of_builtin(builtin, &bounds).as_deref(), Some(sentence));
        }
    }

    #[test]
    fn inner_constraints_follow() {
        let name = Type::Builtin { builtin: Builtin::String, bounds: int(Some(1), Some(30)), pattern: None };
        let list = Type::List { items: Box::new(name), bounds: int(None, Some(20)) };
        assert_eq!(constraint(&list).as_deref(), Some("At most 20 items. Each: 1 to 30 characters."));
        let map = Type::Map { values: Box::new(list), bounds: Bounds::default() };
        let expected = "Each value: at most 20 items. Each: 1 to 30 characters.";
        assert_eq!(constraint(&map).as_deref(), Some(expected));
    }

    #[test]
    fn notes_join_where_there_is_room() {
        let note = ["1 to 64 characters.".to_owned()];
        assert_eq!(comment(Some("Tab title"), &note, &[], 2), "  /** Tab title. 1 to 64 characters. */\n");
        assert_eq!(comment(None, &note, &[], 0), "/** 1 to 64 characters. */\n");
        assert_eq!(
            comment(Some("a\nb"), &note, &[], 2),
            "  /**\n   * a\n   * b\n   *\n   * 1 to 64 characters.\n   */\n"
        );
        assert_eq!(comment(None, &[], &[], 2), "");
        assert_eq!(comment(Some(&"x".repeat(72)), &[], &[], 2).lines().count(), 3);
    }
}
