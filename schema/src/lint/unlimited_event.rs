//! See [`LINT`].

use super::walk::within;
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Builtin, Payload, Type};
use crate::syntax::tree::shown;

rule! {
    /// An event that clients send carries `json`, `bytes` or `raw`, and nothing limits its size.
    ///
    /// The schema says nothing of what stands in `json` or `raw`, so nothing but the size of the whole event can be
    /// bounded. Without `maxBytes` that is the limit of the connection. For `bytes` a bound of its own, such as
    /// `bytes(..=65536)`, does as well.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   custom:event: { data: { name: string(1..=64), payload: json } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   custom:event: { data: { name: string(1..=64), payload: json }, maxBytes: 65536 }
    /// ```
    UnlimitedEvent, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    let holds: Vec<Option<&str>> = holders(context);
    let client_events = model.namespaces.iter().flat_map(|namespace| &namespace.client_events);
    for event in client_events.filter(|event| event.max_bytes.is_none()) {
        let named = |ty: &Type| {
            let mut found = within(ty, &mut unlimited);
            ty.for_each_named(&mut |id, _| found = found.or(holds[id.0 as usize]));
            found
        };
        let what = match &event.head.payload {
            Payload::None => None,
            Payload::Raw => Some("raw"),
            Payload::Data(ty) => named(ty),
            Payload::Args(id) => holds[id.0 as usize],
        };
        let Some(what) = what else { continue };
        let message =
            format!("nothing limits the `{what}` that a client sends with `{}`", shown(&event.head.wire));
        diagnostics.push(
            Diagnostic::new(Code::UnlimitedEvent, event.head.span, message)
                .help("limit the size of the event, such as with `maxBytes: 65536`"),
        );
    }
}

/// For each type, what without a limit it holds, itself or by way of others.
fn holders(context: &Context<'_>) -> Vec<Option<&'static str>> {
    let model = context.model;
    let mut holds: Vec<Option<&'static str>> = vec![None; model.types.len()];
    let mut named_by: Vec<Vec<usize>> = vec![Vec::new(); model.types.len()];
    let mut open = Vec::new();
    for (at, def) in model.types.iter().enumerate() {
        def.for_each_type(&mut |ty| {
            holds[at] = holds[at].or(within(ty, &mut unlimited));
            ty.for_each_named(&mut |id, _| named_by[id.0 as usize].push(at));
        });
        open.extend(holds[at].map(|_| at));
    }
    while let Some(at) = open.pop() {
        for owner in &named_by[at] {
            if holds[*owner].is_none() {
                holds[*owner] = holds[at];
                open.push(*owner);
            }
        }
    }
    holds
}

fn unlimited(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Builtin { builtin: Builtin::Json, .. } => Some("json"),
        Type::Builtin { builtin: Builtin::Bytes, bounds, .. } if bounds.max.is_none() => Some("bytes"),
        _ => None,
    }
}
