//! See [`LINT`].

use super::walk::{fields, within};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Bound, Builtin, Model, Names, Origin, Type, TypeKind};
use crate::names;
use crate::source::Span;
use crate::syntax::tree::shown;

/// What the last word of a name says that a whole number of ordinary size is meant.
const WORDS: &[&str] =
    &["count", "counts", "id", "ids", "index", "millis", "milliseconds", "ms", "seq", "timestamp"];
/// Past this a JavaScript number is not exact: 2^53 - 1.
const SAFE: i128 = 9_007_199_254_740_991;

rule! {
    /// An id, a count or a time in milliseconds is a `u64`, an `i64` or a float.
    ///
    /// `u64` and `i64` are texts on the wire, since JavaScript rounds numbers past 2^53: in TypeScript they are no numbers
    /// that one can add or compare. A float takes 1.5 for a count. `int` is a whole number up to 2^53 in both languages,
    /// which is enough for any count, for milliseconds until the year 287396, and for the ids of any database that does
    /// not make them at random. Where ids do need 64 bits, allow the rule there.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   stats: { data: { userCount: u64, uptimeMs: f64 } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   stats: { data: { userCount: int, uptimeMs: int } }
    /// ```
    PreferInt, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    for field in fields(model) {
        report(&field.wire, &field.names, &field.ty, field.span, diagnostics);
    }
    for (name, ty, span) in declared(model) {
        if let Ok(names) = names::names(name) {
            report(name, &names, ty, span, diagnostics);
        }
    }
}

/// The types that are other names for one.
fn declared(model: &Model) -> impl Iterator<Item = (&str, &Type, Span)> {
    model.types.iter().filter(|def| def.origin == Origin::Declared).filter_map(|def| match &def.kind {
        TypeKind::Alias(ty) | TypeKind::Brand(ty) => Some((def.name.as_str(), ty, def.span)),
        _ => None,
    })
}

fn report(written: &str, names: &Names, ty: &Type, span: Span, diagnostics: &mut Diagnostics) {
    let snake = names.snake.as_str();
    let last = snake.rsplit('_').next().unwrap_or(snake);
    // `createdAt` as a number can only be a time.
    if !WORDS.contains(&last) && !snake.ends_with("_at") {
        return;
    }
    let wide = |ty: &Type| match ty {
        Type::Builtin { builtin: builtin @ (Builtin::U64 | Builtin::I64), bounds, .. } => {
            let asks_for_more = matches!(bounds.max, Some(Bound::Int(max)) if max > SAFE);
            (!asks_for_more).then_some((builtin.row().name, "is a text on the wire"))
        }
        Type::Builtin { builtin: builtin @ (Builtin::F32 | Builtin::F64), .. } => {
            Some((builtin.row().name, "takes fractions"))
        }
        _ => None,
    };
    let Some((builtin, why)) = within(ty, &mut { wide }) else { return };
    let message = format!("`{}` reads like a whole number, but `{builtin}` {why}", shown(written));
    diagnostics.push(
        Diagnostic::new(Code::PreferInt, span, message)
            .help("make it an `int`, a number that is exact up to 2^53"),
    );
}
