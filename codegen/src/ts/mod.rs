//! The TypeScript emitter: types and constants for `socket.io-client`, and for the `socket.io` server as well.
//!
//! Model → `view` (every name, type string and comma is decided) → a template that only loops and prints.

mod acks;
mod connect;
mod constraint;
mod defs;
mod docs;
mod events;
mod externals;
mod flow;
mod layout;
mod names;
mod namespaces;
mod seen;
mod types;
mod unions;
mod view;

#[cfg(test)]
mod tests;

use handlebars::Handlebars;
use sockgen_schema::model::Model;
use std::sync::LazyLock;

/// Options of the TypeScript emitter.
#[derive(Clone, Debug)]
pub struct Options {
    /// The schema's file name, for the first line.
    pub source: String,
}

/// The types file: interfaces of the events, types, constants, and small functions, of which a bundler keeps those that are
/// used. It imports nothing but types.
pub fn emit(model: &Model, options: &Options) -> String {
    static TEMPLATES: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
        let mut templates = Handlebars::new();
        templates.set_strict_mode(true);
        templates.register_escape_fn(handlebars::no_escape);
        templates
            .register_template_string("types", include_str!("templates/types.hbs"))
            .expect("the template is part of this crate and is parsed by its tests");
        templates
    });
    TEMPLATES
        .render("types", &view::View::new(model, options))
        .expect("the template reads nothing that the view does not have; the goldens render all of it")
}
