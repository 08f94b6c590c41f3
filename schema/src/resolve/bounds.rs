//! Bounds: numbers that fit what they bound.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Bound, Bounds, Measure};
use crate::source::Spanned;
use crate::syntax::file::Limits;

/// Reads bounds for a measure; `range` is what the type itself can hold.
pub(super) fn bounds(
    limits: &Spanned<Limits<'_>>,
    measure: Measure,
    range: Option<(i128, i128)>,
    diagnostics: &mut Diagnostics,
) -> Bounds {
    if measure == Measure::Nothing {
        let finding = Diagnostic::new(Code::BoundsKind, limits.span, "this type has nothing to bound")
            .help("remove the bounds; strings, numbers, lists and maps can have some");
        diagnostics.push(finding);
        return Bounds::default();
    }
    let mut read = |side: &Option<Spanned<&str>>| {
        let written = side.as_ref()?;
        match bound(written.value, measure, range) {
            Ok(bound) => Some(bound),
            Err((message, help)) => {
                diagnostics.push(Diagnostic::new(Code::BoundsRange, written.span, message).help(help));
                None
            }
        }
    };
    let bounds = Bounds { min: read(&limits.value.min), max: read(&limits.value.max) };
    let reversed = match (bounds.min, bounds.max) {
        (Some(Bound::Int(min)), Some(Bound::Int(max))) => min > max,
        (Some(Bound::Float(min)), Some(Bound::Float(max))) => min > max,
        _ => false,
    };
    if reversed {
        let text = |side: &Option<Spanned<&str>>| side.map_or("", |side| side.value).to_owned();
        let (min, max) = (text(&limits.value.min), text(&limits.value.max));
        let finding = Diagnostic::new(Code::BoundsRange, limits.span, "nothing lies between these bounds")
            .label(format!("{min} is more than {max}"))
            .help("write the smaller number first");
        diagnostics.push(finding);
    }
    bounds
}

fn bound(written: &str, measure: Measure, range: Option<(i128, i128)>) -> Result<Bound, (String, String)> {
    if measure == Measure::Float {
        // The syntax lets numbers through alone; what is too large for a double is read as infinity.
        return match written.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Bound::Float(value)),
            _ => Err((format!("`{written}` is larger than any number"), "write a smaller number".into())),
        };
    }
    let Ok(value) = written.parse::<i128>() else {
        return Err((format!("`{written}` is not a whole number"), "write digits alone".into()));
    };
    let (least, most, words) = match (measure, range) {
        (Measure::Integer, Some((least, most))) => (least, most, "this type can hold"),
        _ => (0, i128::from(u32::MAX), "a length can be"),
    };
    if value < least || value > most {
        let help = format!("write a number from {least} to {most}, or leave this end open");
        return Err((format!("`{written}` is outside of what {words}"), help));
    }
    Ok(Bound::Int(value))
}
