//! See [`LINT`].

use super::walk::{Owner, Walk, within};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Builtin, Type, TypeKind};
use crate::source::FileId;
use std::collections::BTreeMap;

rule! {
    /// Nothing limits how long a text, a list or a map is that clients send.
    ///
    /// A client can send whatever it likes. Without a bound the server holds, stores and relays texts of any length, up
    /// to the limit of the connection itself. A bound in the schema is checked before your handler runs, and generated
    /// clients know it too. `maxBytes` on the event is a bound as well; what is sent as `auth` has none but its own.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   note:add: { data: { text: string, tags: list<string(..=30)> }, ack: none }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   note:add: { data: { text: string(1..=4000), tags: "string(..=30)[](..=20)" }, ack: none }
    /// ```
    UnboundedInput, loud
}

/// More places than these are not pointed at one by one: nobody has thought of bounds in such a file yet, and one limit
/// for all events is the better beginning.
const FEW: usize = 10;

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    let mut walk = Walk::new(model);
    let mut found = Vec::new();
    for namespace in &model.namespaces {
        if let Some(auth) = &namespace.auth {
            walk.from(Owner::Auth(namespace), auth, &mut |owner, ty| found.extend(finding(owner, ty, "")));
        }
        for event in namespace.client_events.iter().filter(|event| event.max_bytes.is_none()) {
            let help = ", or give the events that carry it a `maxBytes`";
            walk.payload(&event.head, &mut |owner, ty| found.extend(finding(owner, ty, help)));
        }
        for event in &namespace.server_events {
            walk.answer(&event.head, &mut |owner, ty| found.extend(finding(owner, ty, "")));
        }
    }
    let mut files: BTreeMap<FileId, Vec<Diagnostic>> = BTreeMap::new();
    for finding in found {
        files.entry(finding.span.file).or_default().push(finding);
    }
    for found in files.into_values() {
        match found.iter().map(|finding| finding.span).min() {
            Some(first) if found.len() > FEW => {
                let message =
                    format!("nothing limits what clients send in {} places; this is the first", found.len());
                let help = "limit every event, such as with `defaults: { maxBytes: 65536 }`, and bound what is stored";
                diagnostics.push(Diagnostic::new(Code::UnboundedInput, first, message).help(help));
            }
            _ => found.into_iter().for_each(|finding| diagnostics.push(finding)),
        }
    }
}

fn finding(owner: Owner<'_>, ty: &Type, help: &str) -> Option<Diagnostic> {
    // What an application's own type takes is that type's affair.
    if matches!(owner, Owner::Def(def) if matches!(def.kind, TypeKind::External(_))) {
        return None;
    }
    let (what, example) = within(ty, &mut unbounded)?;
    let message = format!("nothing limits {what} that a client sends in {}", owner.shown());
    let help = format!("bound it, such as with {example}{help}");
    Some(Diagnostic::new(Code::UnboundedInput, owner.span(), message).help(help))
}

fn unbounded(ty: &Type) -> Option<(&'static str, &'static str)> {
    match ty {
        Type::Builtin { builtin: Builtin::String, bounds, .. } if bounds.max.is_none() => {
            Some(("the length of the text", "`string(..=1000)`"))
        }
        Type::List { bounds, .. } if bounds.max.is_none() => Some(("the number of items", "`T[](..=100)`")),
        Type::Map { bounds, .. } if bounds.max.is_none() => {
            Some(("the number of entries", "`map<T>(..=100)`"))
        }
        _ => None,
    }
}
