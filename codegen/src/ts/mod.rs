//! The TypeScript emitter: types and constants for `socket.io-client`, and for the `socket.io` server as well.
//!
//! Model → `view` (every name, type string and comma is decided) → a template that only loops and prints.

mod acks;
mod client;
mod connect;
mod constraint;
mod convert;
mod defs;
mod docs;
mod events;
mod externals;
mod fake;
mod flow;
mod imports;
mod layout;
mod names;
mod namespaces;
mod options;
mod react;
mod seen;
mod types;
mod unions;
mod view;

#[cfg(test)]
mod tests;

pub use options::{Dates, ImportExtension, Int64, Options, Platform, UrlEnv};

use crate::files::Files;
use handlebars::Handlebars;
use serde::Serialize;
use sockgen_schema::model::Model;
use std::sync::LazyLock;

/// All files that the options ask for: the types first, then what imports them.
pub fn files(model: &Model, options: &Options) -> Files {
    let mut files = Files::default();
    files.push(format!("{}.ts", options.stem), emit(model, options));
    if options.client && convert::is_needed(model, options) {
        let view = convert::ConvertView::new(model, options);
        files.push(format!("{}.convert.ts", options.stem), render("convert", &view));
    }
    if options.client {
        files.push(
            format!("{}.client.ts", options.stem),
            render("client", &client::ClientView::new(model, options)),
        );
    }
    // Both are made of the client.
    if options.client && options.react {
        files.push(
            format!("{}.react.ts", options.stem),
            render("react", &react::ReactView::new(model, options)),
        );
    }
    if options.client && options.fake {
        files.push(format!("{}.fake.ts", options.stem), render("fake", &fake::FakeView::new(model, options)));
    }
    files
}

/// The types file: interfaces of the events, types, constants, and small functions, of which a bundler keeps those that are
/// used. It imports nothing but types.
pub fn emit(model: &Model, options: &Options) -> String {
    render("types", &view::View::new(model, options))
}

fn render(template: &str, view: &impl Serialize) -> String {
    static TEMPLATES: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
        let mut templates = Handlebars::new();
        templates.set_strict_mode(true);
        templates.register_escape_fn(handlebars::no_escape);
        for (name, text) in TEXTS {
            templates
                .register_template_string(name, text)
                .expect("the templates are part of this crate and are parsed by its tests");
        }
        templates
    });
    TEMPLATES
        .render(template, view)
        .expect("a template reads nothing that its view does not have; the goldens render all of them")
}

/// The templates by their names.
const TEXTS: &[(&str, &str)] = &[
    ("header", include_str!("templates/header.hbs")),
    ("types", include_str!("templates/types.hbs")),
    ("client", include_str!("templates/client.hbs")),
    ("client_types", include_str!("templates/client_types.hbs")),
    ("convert", include_str!("templates/convert.hbs")),
    ("client_core", include_str!("templates/client_core.hbs")),
    ("acks", include_str!("templates/acks.hbs")),
    ("react", include_str!("templates/react.hbs")),
    ("react_core", include_str!("templates/react_core.hbs")),
    ("fake", include_str!("templates/fake.hbs")),
];
