//! See [`LINT`].

use super::walk::{events, fields};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Deprecated;
use crate::source::Span;
use crate::syntax::tree::shown;

rule! {
    /// Something is deprecated, and nothing says what to use instead.
    ///
    /// Who uses it sees it crossed out in the editor, and a warning in the build. Without a word on what to write instead
    /// that is only noise.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   cursor: { data: { col: u32 }, volatile: true, deprecated: true }
    ///   doc:cursor: { data: { line: u32, col: u32 }, volatile: true }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   cursor: { data: { col: u32 }, volatile: true, deprecated: { use: "doc:cursor" } }
    ///   doc:cursor: { data: { line: u32, col: u32 }, volatile: true }
    /// ```
    DeprecatedWithoutUse, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    let mut report = |name: &str, deprecated: &Option<Deprecated>, span: Span| {
        let silent = |deprecated: &Deprecated| deprecated.instead.is_none() && deprecated.note.is_none();
        if deprecated.as_ref().is_some_and(silent) {
            let message = format!("`{}` is deprecated, but nothing says what to use instead", shown(name));
            diagnostics.push(
                Diagnostic::new(Code::DeprecatedWithoutUse, span, message)
                    .help("say it: `deprecated: { use: … }`, or in words, `deprecated: use … instead`"),
            );
        }
    };
    events(model).for_each(|event| report(&event.wire, &event.deprecated, event.span));
    fields(model).for_each(|field| report(&field.wire, &field.deprecated, field.span));
    model.types.iter().for_each(|def| report(&def.name, &def.deprecated, def.span));
}
