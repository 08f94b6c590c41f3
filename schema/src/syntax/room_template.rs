//! A room's template: `session:{room: RoomId}`.

use super::file::TemplatePart;
use super::scalar::Text;
use super::type_expr;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;

/// Reads a template. Returns what could be read of it.
pub(super) fn parse(text: Text<'_>, diagnostics: &mut Diagnostics) -> Vec<TemplatePart> {
    let mut parts = Vec::new();
    let whole = text.text;
    let mut at = 0;
    while at < whole.len() {
        let rest = &whole[at..];
        if let Some(stray) = rest.starts_with('}').then_some(at) {
            let finding =
                Diagnostic::new(Code::RoomTemplate, text.place(stray..stray + 1), "a `}` without its `{`")
                    .help("a parameter is written `{room: RoomId}`");
            diagnostics.push(finding);
            return parts;
        }
        if !rest.starts_with('{') {
            let length = rest.find(['{', '}']).unwrap_or(rest.len());
            parts.push(TemplatePart::Literal(rest[..length].to_owned()));
            at += length;
            continue;
        }
        let Some(length) = rest.find('}') else {
            let finding =
                Diagnostic::new(Code::RoomTemplate, text.place(at..at + 1), "this `{` is never closed")
                    .help("a parameter is written `{room: RoomId}`");
            diagnostics.push(finding);
            return parts;
        };
        let inner = at + 1..at + length;
        match whole[inner.clone()].split_once(':') {
            Some((name, ty)) if !name.trim().is_empty() && !ty.trim().is_empty() => {
                let start = inner.start + (name.len() - name.trim_start().len());
                let name = name.trim();
                let ty_start = inner.end - ty.trim_start().len();
                let part = text.part(ty_start..ty_start + ty.trim().len());
                parts.push(TemplatePart::Param {
                    name: Spanned::new(name.to_owned(), text.place(start..start + name.len())),
                    ty: type_expr::parse(part, diagnostics),
                });
            }
            _ => {
                let span = text.place(at..at + length + 1);
                let name = whole[inner].trim();
                let example = if name.is_empty() { "room" } else { name };
                let finding =
                    Diagnostic::new(Code::RoomTemplate, span, "a parameter needs a name and a type")
                        .help(format!("write `{{{example}: string(1..=64)}}`"));
                diagnostics.push(finding);
            }
        }
        at += length + 1;
    }
    parts
}
