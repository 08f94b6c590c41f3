//! The schema language of sockgen: text in, a resolved [`model::Model`] and [`diagnostic::Diagnostic`]s out.
//!
//! ```text
//! manual ─▶ lint ─▶ load ─▶ { resolve, check } ─▶ { syntax, model } ─▶ { diagnostic, names, suggest, firsts, text } ─▶ source
//! ```
//!
//! **Invariant:** reading never fails. It returns what could be read and every finding, and a model without errors can
//! be emitted.

pub mod check;
pub mod diagnostic;
mod firsts;
mod kept;
pub mod lint;
pub mod load;
pub mod manual;
pub mod model;
pub mod names;
mod pattern;
mod resolve;
pub mod source;
pub mod suggest;
mod syntax;
mod text;

pub use load::{Disk, Loaded, Loader, load, load_text};
