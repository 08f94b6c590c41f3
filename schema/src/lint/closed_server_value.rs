//! See [`LINT`].

use super::walk::{Owner, Walk};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Tagging, Type, TypeKind};
use crate::syntax::tree::shown;

rule! {
    /// An enum or a union that the server sends is closed.
    ///
    /// A closed enum can get no new value without breaking the clients that are out there: they refuse what they do not
    /// know. `open: true` lets such values through, and generated code asks its users to say what happens then. What only
    /// clients send is better closed.
    ///
    /// The rule is silent unless it is asked for: where server and clients are always released together, a closed enum is
    /// the more exact type.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Status: { enum: [waiting, running] }
    /// serverToClient:
    ///   job:changed: { data: { status: Status } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Status: { enum: [waiting, running], open: true }
    /// serverToClient:
    ///   job:changed: { data: { status: Status } }
    /// ```
    ClosedServerValue, quiet
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    let mut walk = Walk::new(model);
    let found = &mut |_: Owner<'_>, _: &Type| {};
    for namespace in &model.namespaces {
        if let Some(ty) = &namespace.connect_error {
            walk.from(Owner::Auth(namespace), ty, found);
        }
        namespace.server_events.iter().for_each(|event| walk.payload(&event.head, found));
        namespace.client_events.iter().for_each(|event| walk.answer(&event.head, found));
    }
    for (_, def) in model.types().filter(|(id, _)| walk.has_seen(*id)) {
        let what = match &def.kind {
            TypeKind::Enum { open: false, .. } => "enum",
            // One without tags cannot be open.
            TypeKind::Union(union) if !union.open && union.tagging != Tagging::Untagged => "union",
            _ => continue,
        };
        let message = format!("the {what} `{}`, which the server sends, cannot grow", shown(&def.name));
        diagnostics.push(
            Diagnostic::new(Code::ClosedServerValue, def.span, message)
                .help("add `open: true`, so that older clients get along with newer values"),
        );
    }
}
