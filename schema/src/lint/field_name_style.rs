//! See [`LINT`].

use super::style::{Named, Style, mixed};
use super::walk::fields;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostics};

rule! {
    /// The names of a file's fields are written in several styles.
    ///
    /// Who reads `createdAt` in one object writes `updatedAt` for the next one, and gets `undefined` where it is called
    /// `updated_at`. Names of one word fit every style, and fields that are deprecated may keep theirs.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   doc:changed: { data: { docId: uuid, createdAt: datetime, updated_at: datetime } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   doc:changed: { data: { docId: uuid, createdAt: datetime, updatedAt: datetime } }
    /// ```
    FieldNameStyle, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let names = fields(context.model).filter(|field| field.deprecated.is_none()).filter_map(|field| {
        let style = Style::of(&field.wire, &[])?;
        Some(Named { name: &field.wire, snake: &field.names.snake, span: field.span, style })
    });
    mixed(Code::FieldNameStyle, "field", names, diagnostics);
}
