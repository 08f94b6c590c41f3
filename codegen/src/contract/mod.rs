//! A contract as the explorer's page has it.
//!
//! It says what the view of templates says (`crate::view`), and is a form of its own for two reasons: it stands in
//! programs, so what is null, false or empty is left out, and of names in code there are those alone that are copied as
//! code; and the macro makes it, so it is written in one go. A test holds the two against each other. Two names are the
//! Rust emitter's and stand in no view: where a type is in the module that it fills, and which type the arguments of an
//! event are. `codegen/explorer/page/src/contract.ts` says its form in TypeScript.

mod events;
mod types;
mod write;

use self::write::Object;
#[cfg(feature = "cli")]
pub(crate) use self::{events::word, types::origin};
use sockgen_schema::model::{Deprecated, Model, Names};

/// The version of this form.
pub const VERSION: u64 = 1;

/// The contract as JSON, each type and event on a line of its own so that differences can be read. `source` is the
/// schema's file name.
#[must_use]
pub fn contract(model: &Model, source: &str) -> String {
    let mut out = String::new();
    Object::write_lines(&mut out, |contract| {
        contract.number("view", VERSION);
        contract.text("source", &crate::escape::one_line(source));
        contract.text("hash", &model.wire_hash());
        contract.text("name", &model.name);
        contract.some_text("version", model.version.as_deref());
        contract.some_text("doc", model.doc.as_deref());
        contract.list("types", model.types(), |out, (id, def)| types::def(out, model, id, def));
        contract.list("namespaces", &model.namespaces, |out, namespace| {
            events::namespace(out, model, namespace);
        });
        contract.list("ackStyles", &model.ack_styles, events::ack_style);
    });
    out
}

/// The casings of a name that are copied as code.
fn names(object: &mut Object<'_>, names: &Names, casings: &[&str]) {
    object.with("names", |out| {
        Object::write(out, |object| {
            for casing in casings {
                let name = match *casing {
                    "camel" => &names.camel,
                    "pascal" => &names.pascal,
                    _ => &names.snake,
                };
                object.text(casing, name);
            }
        });
    });
}

/// A variant's name.
fn variant(object: &mut Object<'_>, name: &str) {
    object.with("names", |out| Object::write(out, |names| names.text("pascal", name)));
}

fn deprecated(object: &mut Object<'_>, deprecated: Option<&Deprecated>) {
    let Some(Deprecated { since, instead, note }) = deprecated else { return };
    object.with("deprecated", |out| {
        Object::write(out, |object| {
            object.some_text("since", since.as_deref());
            object.some_text("use", instead.as_deref());
            object.some_text("note", note.as_deref());
        });
    });
}
