//! See [`LINT`].

use super::{Context, rule, trees};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Builtin, Origin};
use crate::syntax::tree::{Map, Value, shown};
use std::collections::HashSet;

rule! {
    /// The `doc` of a long form is nothing but the name of a type.
    ///
    /// `{ type: string, doc: Text }` is a `string` that is documented by the word "Text". Perhaps an object with two fields
    /// was meant, `type` and `doc`. `{ fields: { … } }` always is one.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Page: { fields: { body: string } }
    /// serverToClient:
    ///   opened: { data: { first: Page, page: { type: string, doc: Page } } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Page: { fields: { body: string } }
    /// serverToClient:
    ///   opened: { data: { first: Page, page: { fields: { type: string, doc: Page } } } }
    /// ```
    DocNamesType, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let declared = context.model.types.iter().filter(|def| def.origin == Origin::Declared);
    let declared: HashSet<&str> = declared.map(|def| def.name.as_str()).collect();
    trees::maps(context, "doc", &mut |map| {
        let Some((doc, text)) = alone(map) else { return };
        let name = text.split(['(', '[', '|', '<']).next().unwrap_or_default().trim();
        let is_type = Builtin::from_name(name).is_some()
            || declared.contains(name)
            || matches!(name, "list" | "map") && text.contains('<');
        if is_type {
            let message =
                format!("this documents a type with the words `{}`, the name of a type", shown(text));
            diagnostics.push(Diagnostic::new(Code::DocNamesType, doc, message).help(
                "if an object with the fields `type` and `doc` is meant, put them into `{ fields: { … } }`",
            ));
        }
    });
}

/// The `doc` of a mapping that has `type` and `doc`, and nothing else.
fn alone<'m>(map: &'m Map<'_>) -> Option<(crate::source::Span, &'m str)> {
    let [one, other] = map.entries.as_slice() else { return None };
    let (ty, doc) = if one.key == "doc" { (other, one) } else { (one, other) };
    match (&*ty.key, &*doc.key, &ty.value.value, &doc.value.value) {
        ("type", "doc", Value::Scalar { .. }, Value::Scalar { text, .. }) => {
            Some((doc.value.span, text.trim()))
        }
        _ => None,
    }
}
