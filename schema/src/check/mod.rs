//! The hard rules: what a resolved contract must hold so that it can be emitted. One file a group of rules.

mod acks;
mod collisions;
mod events;
mod namespaces;
mod reserved;
mod rooms;
mod seen;
mod unions;
mod wire;

pub use namespaces::MODULES as GENERATED_MODULES;
pub use reserved::{METHODS as GENERATED_METHODS, TYPES as GENERATED_TYPES};

use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::resolve::WrittenModel;

/// Runs every rule.
pub fn check(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    reserved::event_names(written, diagnostics);
    reserved::generated_names(written, model, diagnostics);
    reserved::keys(written, diagnostics);
    collisions::events(model, diagnostics);
    collisions::types(written, model, diagnostics);
    collisions::members(written, model, diagnostics);
    events::conflicts(written, model, diagnostics);
    acks::styles(written, model, diagnostics);
    namespaces::namespaces(written, model, diagnostics);
    unions::check(model, diagnostics);
    rooms::templates(written, model, diagnostics);
    wire::escaped_names(written, diagnostics);
    wire::prototype_fields(model, diagnostics);
    wire::nullable_twice(written, model, diagnostics);
}
