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
mod validators;
mod validators_code;
mod validators_events;
mod validators_names;
mod validators_order;
mod validators_types;
mod validators_unions;
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
    if options.validators {
        files.push(format!("{}.validators.ts", options.stem), emit_validators(model, options));
    }
    files
}

/// The file of validators: a schema for each type, and tables of those of the events. It imports the types file alone.
fn emit_validators(model: &Model, options: &Options) -> String {
    static TEMPLATE: LazyLock<Handlebars<'static>> =
        LazyLock::new(|| templates("validators", include_str!("templates/validators.hbs")));
    rendered(&TEMPLATE, "validators", &validators::View::new(model, options))
}

/// The types file: interfaces of the events, types, constants, and small functions, of which a bundler keeps those that are
/// used. It imports nothing but types.
pub fn emit(model: &Model, options: &Options) -> String {
    static TEMPLATE: LazyLock<Handlebars<'static>> =
        LazyLock::new(|| templates("types", include_str!("templates/types.hbs")));
    rendered(&TEMPLATE, "types", &view::View::new(model, options))
}

fn templates(name: &str, template: &str) -> Handlebars<'static> {
    let mut templates = Handlebars::new();
    templates.set_strict_mode(true);
    templates.register_escape_fn(handlebars::no_escape);
    templates
        .register_template_string(name, template)
        .expect("the template is part of this crate and is parsed by its tests");
    templates
}

fn rendered(templates: &Handlebars<'_>, name: &str, view: &impl serde::Serialize) -> String {
    templates
        .render(name, view)
        .expect("the template reads nothing that the view does not have; the goldens render all of it")
}
