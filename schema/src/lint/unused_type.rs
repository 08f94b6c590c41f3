//! See [`LINT`].

use super::walk::{Owner, Walk, events, params};
use super::{Context, rule, trees};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Origin, Type};
use crate::syntax::tree::{Value, shown};
use std::collections::HashSet;

rule! {
    /// A declared type is used by no event.
    ///
    /// It stands in the generated code of both ends, and whoever reads it looks for the event that carries it. Often an
    /// event was meant to use it and names another type. A file without events is there for others to import, and the rule
    /// says nothing of it.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { id: uuid, name: string } }
    ///   Member: { fields: { id: uuid, name: string } }
    /// serverToClient:
    ///   user:joined: { data: { user: User } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { id: uuid, name: string } }
    /// serverToClient:
    ///   user:joined: { data: { user: User } }
    /// ```
    UnusedType, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    if events(model).next().is_none() {
        return;
    }
    let mut walk = Walk::new(model);
    let found = &mut |_: Owner<'_>, _: &Type| {};
    for namespace in &model.namespaces {
        let types = namespace.auth.iter().chain(&namespace.connect_error);
        let templates = namespace.rooms.iter().map(|room| room.template.as_slice());
        let params = templates.chain([namespace.template.as_slice()]).flat_map(params);
        types.chain(params).for_each(|ty| walk.from(Owner::Auth(namespace), ty, found));
        for event in namespace.events() {
            walk.payload(event, found);
            walk.answer(event, found);
        }
    }
    let unused = model.types().filter(|(id, def)| def.origin == Origin::Declared && !walk.has_seen(*id));
    let unused: Vec<_> = unused.map(|(_, def)| def).collect();
    if unused.is_empty() {
        return;
    }
    let mixins = mixins(context);
    for def in unused.into_iter().filter(|def| !mixins.contains(&def.name)) {
        let message = format!("no event uses the type `{}`", shown(&def.name));
        diagnostics.push(
            Diagnostic::new(Code::UnusedType, def.span, message).help("remove it, or use it in an event"),
        );
    }
}

/// The types that others include: of those, the fields are used, not the name.
fn mixins(context: &Context<'_>) -> HashSet<String> {
    let mut mixins = HashSet::new();
    trees::maps(context, "include", &mut |map| {
        let Some(include) = map.get("include") else { return };
        let items = match &include.value.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(&include.value),
        };
        for item in items {
            if let Value::Scalar { text, .. } = &item.value {
                mixins.insert(text.rsplit('.').next().unwrap_or(text).to_owned());
            }
        }
    });
    mixins
}
