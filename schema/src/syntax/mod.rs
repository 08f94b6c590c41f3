//! From text to a spanned tree of what is written, before any name is looked up.
//!
//! **Invariant:** nothing here fails. A part that cannot be read becomes a finding and a hole in the tree
//! ([`tree::Value::Invalid`], [`file::TypeKind::Invalid`]), and reading goes on behind it.

mod bind;
mod comments;
pub mod file;
pub(crate) mod json;
mod room_template;
mod scalar;
pub(crate) mod tree;
mod type_expr;
pub mod yaml;
mod yaml_errors;

pub use bind::bind;
pub(crate) use bind::json as json_value;
pub(crate) use type_expr::is_number;
