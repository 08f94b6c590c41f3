//! stub
pub(super) const HELPERS: &[&str] = &["json"];
