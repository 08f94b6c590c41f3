//! See [`LINT`].

use super::walk::{Owner, Walk, within};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Builtin, Type, TypeKind};

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

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    let mut walk = Walk::new(model);
    for namespace in &model.namespaces {
        if let Some(auth) = &namespace.auth {
            let help = "";
            walk.from(Owner::Auth(namespace), auth, &mut |owner, ty| report(owner, ty, help, diagnostics));
        }
        for event in namespace.client_events.iter().filter(|event| event.max_bytes.is_none()) {
            let help = ", or give the events that carry it a `maxBytes`";
            walk.payload(&event.head, &mut |owner, ty| report(owner, ty, help, diagnostics));
        }
        for event in &namespace.server_events {
            let help = "";
            walk.answer(&event.head, &mut |owner, ty| report(owner, ty, help, diagnostics));
        }
    }
}

fn report(owner: Owner<'_>, ty: &Type, help: &str, diagnostics: &mut Diagnostics) {
    // What an application's own type takes is that type's affair.
    if matches!(owner, Owner::Def(def) if matches!(def.kind, TypeKind::External(_))) {
        return;
    }
    let Some((what, example)) = within(ty, &mut unbounded) else { return };
    let message = format!("nothing limits {what} that a client sends in {}", owner.shown());
    let help = format!("bound it, such as with {example}{help}");
    diagnostics.push(Diagnostic::new(Code::UnboundedInput, owner.span(), message).help(help));
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
