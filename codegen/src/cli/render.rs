//! stub
use super::*;
pub(super) const HELPERS: &[&str] = &["json"];
pub(super) fn text(
    _: &sockgen_schema::model::Model,
    _: &std::path::Path,
    _: &std::path::Path,
) -> Result<Option<String>, Failure> {
    Ok(None)
}
