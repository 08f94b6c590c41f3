//! The hard rules: what a resolved contract must hold so that it can be emitted. One file a group of rules.

mod collisions;
mod reserved;
mod rooms;
mod unions;
mod wire;

pub use reserved::{METHODS as GENERATED_METHODS, TYPES as GENERATED_TYPES};

use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::syntax::file::File;

/// Runs every rule.
pub fn check(file: &File<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    reserved::event_names(file, diagnostics);
    reserved::generated_names(file, model, diagnostics);
    reserved::keys(file, diagnostics);
    collisions::events(model, diagnostics);
    collisions::types(file, model, diagnostics);
    collisions::members(file, model, diagnostics);
    unions::check(model, diagnostics);
    rooms::templates(file, model, diagnostics);
    wire::escaped_names(file, diagnostics);
    wire::prototype_fields(model, diagnostics);
    wire::nullable_twice(file, model, diagnostics);
}
