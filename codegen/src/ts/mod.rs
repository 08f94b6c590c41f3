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
mod options;
mod seen;
mod types;
mod unions;
mod view;

#[cfg(test)]
mod tests;

pub use options::{Dates, ImportExtension, Int64, Options, Platform, UrlEnv};

use crate::files::Files;
use handlebars::Handlebars;
use sockgen_schema::model::Model;
use std::sync::LazyLock;

/// All files that the options ask for: the types first, then what imports them.
pub fn files(model: &Model, options: &Options) -> Files {
    let mut files = Files::default();
    files.push(format!("{}.ts", options.stem), emit(model, options));
    files
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
