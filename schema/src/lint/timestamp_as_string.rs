//! See [`LINT`].

use super::walk::fields;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Builtin, Type};
use crate::syntax::tree::shown;

rule! {
    /// A field named like a time is a `string`.
    ///
    /// Any text passes as a `string`: `tomorrow`, a time without a zone, one in the format of another country. A
    /// `datetime` is checked where it arrives, is always written in UTC, and is a time in Rust.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   doc:saved: { data: { id: uuid, savedAt: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   doc:saved: { data: { id: uuid, savedAt: datetime } }
    /// ```
    TimestampAsString, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for field in fields(context.model) {
        let inner = match &field.ty {
            Type::Nullable(inner) => inner,
            ty => ty,
        };
        let Type::Builtin { builtin: Builtin::String, pattern: None, .. } = inner else { continue };
        let instead = match field.names.snake.rsplit('_').next() {
            Some("at" | "timestamp" | "datetime") => "datetime",
            Some("date" | "birthday") => "date",
            _ => continue,
        };
        let message = format!("`{}` is named like a time, but takes any text", shown(&field.wire));
        diagnostics.push(
            Diagnostic::new(Code::TimestampAsString, field.span, message)
                .help(format!("make it a `{instead}`, which is checked, or give it a `pattern`")),
        );
    }
}
