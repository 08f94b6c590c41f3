//! Emitters of sockgen: a resolved [`sockgen_schema::model::Model`] in, generated text or tokens out.
//!
//! **Invariant:** an emitter never fails on a model without errors, touches no disk, and gives the same bytes for the
//! same input on every machine.

pub mod attribute;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "explorer")]
pub mod contract;
pub mod escape;
#[cfg(feature = "ts")]
pub mod escape_ts;
#[cfg(feature = "ts")]
pub mod files;
#[cfg(feature = "cli")]
pub mod fmt;
#[cfg(feature = "cli")]
pub mod language;
mod recover;
pub mod rust;
#[cfg(feature = "ts")]
pub mod ts;
#[cfg(feature = "cli")]
pub mod view;
