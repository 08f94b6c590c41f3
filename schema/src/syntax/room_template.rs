//! A room's template: `session:{room: RoomId}`.

use super::file::TemplatePart;
use super::scalar::Text;
use super::type_expr;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Span, Spanned};
use crate::syntax::tree::shown;

const HELP: &str = "a parameter is written `{room: string(1..=64)}`";

/// Reads a template. Without a result there was something wrong with it, which was reported.
pub(super) fn parse<'n>(text: Text<'n>, diagnostics: &mut Diagnostics) -> Option<Vec<TemplatePart<'n>>> {
    let mut parts = Vec::new();
    let mut sound = true;
    let report = |diagnostics: &mut Diagnostics, span: Span, message: &str, help: &str| {
        diagnostics.push(Diagnostic::new(Code::RoomTemplate, span, message).help(help));
    };
    let whole = text.text;
    let mut at = 0;
    while at < whole.len() {
        let rest = &whole[at..];
        if rest.starts_with('}') {
            report(diagnostics, text.place(at..at + 1), "this `}` has no `{` before it", HELP);
            return None;
        }
        if !rest.starts_with('{') {
            let length = rest.find(['{', '}']).unwrap_or(rest.len());
            parts.push(TemplatePart::Literal(&rest[..length]));
            at += length;
            continue;
        }
        let Some(length) = rest.find('}') else {
            report(diagnostics, text.place(at..at + 1), "this `{` is never closed", HELP);
            return None;
        };
        let inner = &rest[1..length];
        let (name, ty) = inner.split_once(':').unwrap_or((inner, ""));
        if name.trim().is_empty() || ty.trim().is_empty() {
            let name = if name.trim().is_empty() { "room" } else { name.trim() };
            let help = format!("write `{{{}: string(1..=64)}}`", shown(name));
            report(
                diagnostics,
                text.place(at..at + length + 1),
                "a parameter needs a name and a type",
                &help,
            );
            sound = false;
        } else {
            let begin = |part: &str| part.as_ptr() as usize - whole.as_ptr() as usize;
            let (name, ty) = (name.trim(), ty.trim());
            let place = text.place(begin(name)..begin(name) + name.len());
            parts.push(TemplatePart::Param {
                name: Spanned::new(name, place),
                ty: type_expr::parse(text.part(begin(ty)..begin(ty) + ty.len()), diagnostics),
            });
        }
        at += length + 1;
    }
    sound.then_some(parts)
}
