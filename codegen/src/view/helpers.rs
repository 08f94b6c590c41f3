//! What templates can ask for, beside what Handlebars has: only what a template cannot do safely by itself.

use crate::escape::one_line;
use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason, ScopedJson, no_escape,
};
use serde_json::Value;
use sockgen_schema::suggest::{listed, nearest};

/// The names of all helpers: ours, and those of Handlebars.
pub const HELPERS: &[&str] = &[
    "ident", "literal", "json", "if", "unless", "each", "with", "lookup", "eq", "ne", "gt", "gte", "lt",
    "lte", "and", "or", "not", "len",
];

/// What fills templates: strict, so that what is not there is an error, and without escaping, which would be HTML's.
pub fn engine() -> Handlebars<'static> {
    let mut templates = Handlebars::new();
    templates.set_strict_mode(true);
    templates.register_escape_fn(no_escape);
    templates.register_helper("json", Box::new(json));
    templates.register_helper("literal", Box::new(literal));
    templates.register_helper("ident", Box::new(Ident));
    templates
}

/// `{{json value}}`: a value as JSON, on one line.
fn json(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let value = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("json", 0))?;
    Ok(out.write(&value.value().to_string())?)
}

/// `{{literal "swift" wire}}`: a text as a string literal, quotes among it, of which no text can get out.
fn literal(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let language = language("literal", helper)?;
    let text = text("literal", helper, 1)?;
    let mut written = String::from("\"");
    for c in text.chars() {
        let is_plain = c == ' '
            || c.is_ascii_graphic()
            || (!c.is_ascii() && one_line(c.encode_utf8(&mut [0; 4])) != " ");
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            // A parameter begins with it.
            '$' if language == Language::Kotlin => written.push_str("\\$"),
            c if is_plain => written.push(c),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            c => match language {
                Language::Swift => written.push_str(&format!("\\u{{{:x}}}", c as u32)),
                Language::Kotlin | Language::Json => {
                    let mut units = [0; 2];
                    for unit in c.encode_utf16(&mut units) {
                        written.push_str(&format!("\\u{unit:04x}"));
                    }
                }
            },
        }
    }
    written.push('"');
    Ok(out.write(&written)?)
}

/// `{{ident "swift" names.camel}}`: a name, with a `_` behind it where the language or its library has it for itself. No
/// name of a schema ends with `_`, so the result is nothing else's.
struct Ident;

impl HelperDef for Ident {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let language = language("ident", helper)?;
        let name = text("ident", helper, 1)?;
        if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            || !name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
        {
            let message = format!("`{}` is no name: give `ident` one of `names`", name.escape_debug());
            return Err(RenderErrorReason::Other(message).into());
        }
        let reserved = match language {
            Language::Swift => SWIFT,
            Language::Kotlin => KOTLIN,
            Language::Json => "",
        };
        let name = match reserved.split_ascii_whitespace().any(|word| word == name) {
            true => format!("{name}_"),
            false => name.to_owned(),
        };
        Ok(ScopedJson::Derived(Value::String(name)))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Swift,
    Kotlin,
    Json,
}

fn language(of: &'static str, helper: &Helper<'_>) -> Result<Language, RenderError> {
    const NAMES: &[&str] = &["swift", "kotlin", "json"];
    let name = text(of, helper, 0)?;
    Ok(match name {
        "swift" => Language::Swift,
        "kotlin" => Language::Kotlin,
        "json" => Language::Json,
        other => {
            let help = match nearest(other, NAMES.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it knows {}", listed(NAMES)),
            };
            let message = format!("`{of}` does not know the language `{}`: {help}", other.escape_debug());
            return Err(RenderErrorReason::Other(message).into());
        }
    })
}

fn text<'h>(of: &'static str, helper: &'h Helper<'_>, at: usize) -> Result<&'h str, RenderError> {
    let value = helper.param(at).ok_or_else(|| {
        let message = format!("`{of}` takes a language and a text: `{{{{{of} \"swift\" name}}}}`");
        RenderErrorReason::Other(message)
    })?;
    value.value().as_str().ok_or_else(|| {
        let kind = match value.value() {
            Value::Null => "null",
            Value::Bool(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::Array(_) => "a list",
            _ => "an object",
        };
        let message =
            format!("`{of}` takes a language and a text, `{{{{{of} \"swift\" name}}}}`, not {kind}");
        RenderErrorReason::Other(message).into()
    })
}

/// What Swift, its library, and the file that we ship a template for have for themselves.
const SWIFT: &str = "
    associatedtype borrowing class consuming deinit enum extension fileprivate func import init inout internal let nonisolated
    open operator precedencegroup private protocol public rethrows static struct subscript typealias var actor any some
    break case catch continue default defer do else fallthrough for guard if in repeat return switch throw where while
    Any as await async catch false is nil self Self super throws true try each macro package discard copy
    left right none prefix postfix infix mutating nonmutating override convenience dynamic didSet final get indirect lazy
    optional required set some Type unowned weak willSet Protocol precedence associativity
    hashValue hash encode rawValue description debugDescription
    Array Bool Character ClientToServer Codable CodingKey CodingKeys Comparable Data Date Decodable Decoder DecodingError Dictionary Double
    Encodable Encoder EncodingError Equatable Error ExpressibleByStringLiteral FixedWidthInteger Float Float80 Foundation
    Hashable Hasher Identifiable Int Int8 Int16 Int32 Int64 Int128 KeyedDecodingContainer LosslessStringConvertible Never Optional
    RawRepresentable Result Sendable ServerToClient Set Sockgen String Substring Swift UInt UInt8 UInt16 UInt32 UInt64 URL UUID Void
";

/// What Kotlin has for itself.
const KOTLIN: &str = "
    as break class continue do else false for fun if in interface is null object package return super this throw true try
    typealias typeof val var when while by catch constructor delegate dynamic field file finally get import init param
    property receiver set setparam value where actual abstract annotation companion const crossinline data enum expect
    external final infix inline inner internal lateinit noinline open operator out override private protected public
    reified sealed suspend tailrec vararg it
    Any Array Boolean Byte ByteArray Char Double Enum Error Exception Float Int List Long Map Nothing Number Pair Result Set
    Short String Throwable Triple UByte UInt ULong UShort Unit
";

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fill(template: &str, value: serde_json::Value) -> String {
        engine().render_template(template, &json!({ "it": value })).unwrap()
    }

    #[test]
    fn nothing_leaves_a_literal() {
        let text = json!("a\"b\\c\n\r\t\\(evil()) ${evil()} $x \u{0} \u{2028} \u{202e} \u{feff} ü 🦀 */");
        assert_eq!(
            fill("{{literal \"swift\" it}}", text.clone()),
            r#""a\"b\\c\n\r\t\\(evil()) ${evil()} $x \u{0} \u{2028} \u{202e} \u{feff} ü 🦀 */""#
        );
        assert_eq!(
            fill("{{literal \"kotlin\" it}}", text.clone()),
            r#""a\"b\\c\n\r\t\\(evil()) \${evil()} \$x \u0000 \u2028 \u202e \ufeff ü 🦀 */""#
        );
        let json = fill("{{literal \"json\" it}}", text.clone());
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), text);
        assert_eq!(fill("{{json it}}", text.clone()), text.to_string());
    }

    #[test]
    fn names_that_a_language_has_are_other_names() {
        for (name, swift, kotlin) in [
            ("user", "user", "user"),
            ("self", "self_", "self"),
            ("String", "String_", "String_"),
            ("fun", "fun", "fun_"),
            ("CodingKeys", "CodingKeys_", "CodingKeys"),
        ] {
            assert_eq!(fill("{{ident \"swift\" it}}", json!(name)), swift);
            assert_eq!(fill("{{ident \"kotlin\" it}}", json!(name)), kotlin);
        }
        for none in ["", "a b", "a-b", "1a", "ü", "a\n"] {
            let result = engine().render_template("{{ident \"swift\" it}}", &json!({ "it": none }));
            assert!(result.is_err(), "{none}");
        }
    }
}
