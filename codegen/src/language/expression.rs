//! A regular expression for types as text: `string(1..=64)`, `list<User>[]`, `enum(a | b) | null`.
//!
//! Types nest and regular expressions do not, so a few levels are written out, and within the innermost anything goes.

/// How many levels are written out. Each makes the expression four times as long.
const LEVELS: usize = 2;

const NUMBER: &str = r"-?\d+(\.\d*)?([eE][+-]?\d+)?";

/// The expression, for all of a text. Both the `u` mode of JavaScript and Rust's engines read it.
pub(super) fn pattern() -> String {
    format!(r"^\s*{}\s*$", level(LEVELS))
}

fn level(level_: usize) -> String {
    if level_ == 0 {
        return ".+".to_owned();
    }
    let inner = level(level_ - 1);
    let bounds = format!(r"(\(\s*({NUMBER})?\s*\.\.\s*(=\s*{NUMBER})?\s*\))?");
    // `list`, `map` and `null` alone are no types.
    let name = r"(?!(list|map|null)(?![\p{L}\p{N}_.:\-]))[\p{L}_][\p{L}\p{N}_.:\-]*?";
    let primary = [
        format!("{name}{bounds}"),
        format!(r"(list|map)\s*<\s*{inner}\s*>{bounds}"),
        r"enum\s*\([^)]+\)".to_owned(),
        format!(r"\[\s*{inner}(\s*,\s*{inner})+\s*\]"),
    ];
    format!(r"({})(\s*\[\s*\]{bounds})*(\s*\|\s*null)?", primary.join("|"))
}

#[cfg(test)]
mod tests {
    use super::pattern;

    fn is_type(text: &str) -> bool {
        let schema = serde_json::json!({ "pattern": pattern() });
        jsonschema::draft7::new(&schema).unwrap().is_valid(&text.into())
    }

    #[test]
    fn types_are_told_from_nonsense() {
        for good in [
            "string",
            "string(1..=64)",
            "string(1..)",
            "f64(-1.5..=1e3)",
            "i8( -1 ..= 1 )",
            "User[]",
            "User [ ] []",
            "Op[](1..=100)",
            "list<User>",
            "list< map<json>(..=3) >(1..)",
            "T | null",
            "list<T | null>|null",
            "enum(a | b)",
            "enum(a b|ü)[]",
            "[f64, f64]",
            "[A, list<B>, [C, D]]",
            "common.User",
            "map<list<list<A[]>>>",
            " string ",
            "enum(a|b) | null",
            "enumeration",
            "lists",
            "nullable",
            "my-type",
            "git.a_b",
        ] {
            assert!(is_type(good), "{good}");
        }
        for bad in [
            "",
            "string(64)",
            "string(1..64)",
            "string 1..=64",
            "list",
            "map",
            "null",
            "null | T",
            "list<T",
            "T?",
            "A | B",
            "Array<T>",
            "Record<string, T>",
            "[A]",
            "T]",
            "enum()",
            "Can read",
            "Vec<T>",
            "string(..)x",
            "5",
            "list<T>>",
            "T[",
        ] {
            assert!(!is_type(bad), "{bad}");
        }
    }
}
