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
mod page;
mod print;
mod react;
mod seen;
mod types;
mod unions;
mod validators;
mod view;

#[cfg(test)]
mod tests;

pub use options::{Dates, ImportExtension, Int64, Options, Platform, UrlEnv};
pub use page::page_files;
pub use print::{Printer, template_names};

use crate::files::Files;
use handlebars::RenderError;
use sockgen_schema::model::Model;

/// All files that the options ask for: the types first, then what imports them.
pub fn files(model: &Model, options: &Options) -> Files {
    files_with(model, options, &Printer::default())
        .expect("our templates read nothing that the views do not have; the goldens render all of them")
}

/// As [`files()`], printed in another way than ours.
///
/// # Errors
///
/// If a user's template reads what its view does not have.
pub fn files_with(model: &Model, options: &Options, printer: &Printer) -> Result<Files, Box<RenderError>> {
    let mut files = Files::default();
    let name = |part: &str| format!("{}{part}.ts", options.stem);
    files.push(name(""), types(model, options, printer)?);
    if options.validators {
        let view = validators::View::new(model, options);
        files.push(name(".validators"), printer.print("validators", &view)?);
    }
    if (options.client || options.validators) && convert::is_needed(model, options) {
        let view = convert::ConvertView::new(model, options);
        files.push(name(".convert"), printer.print("convert", &view)?);
    }
    if options.client {
        let view = client::ClientView::new(model, options);
        files.push(name(".client"), printer.print("client", &view)?);
    }
    // Both are made of the client.
    if options.client && options.react {
        let view = react::ReactView::new(model, options);
        files.push(name(".react"), printer.print("react", &view)?);
    }
    if options.client && options.fake {
        let view = fake::FakeView::new(model, options);
        files.push(name(".fake"), printer.print("fake", &view)?);
    }
    Ok(files)
}

/// The types file: interfaces of the events, types, constants, and small functions, of which a bundler keeps those that are
/// used. It imports nothing but types.
pub fn emit(model: &Model, options: &Options) -> String {
    types(model, options, &Printer::default())
        .expect("the template reads nothing that the view does not have; the goldens render all of it")
}

fn types(model: &Model, options: &Options, printer: &Printer) -> Result<String, Box<RenderError>> {
    printer.print("types", &view::View::new(model, options))
}
