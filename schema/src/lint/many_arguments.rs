//! See [`LINT`].

use super::walk::events;
use super::{Context, counted, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Payload, TypeKind};
use crate::syntax::tree::shown;

/// The most that one remembers the order of.
const MOST: usize = 3;

rule! {
    /// An event has more than three arguments.
    ///
    /// Arguments have no names on the wire: they are told apart by their order alone. With many of them a caller mixes two
    /// up that have one type, and none can be removed or made optional in the middle later. Fields of one object have
    /// neither problem.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   doc:edit:
    ///     args: [{ id: uuid }, { from: u32 }, { to: u32 }, { text: string(..=1000) }]
    ///     ack: none
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   doc:edit:
    ///     data: { id: uuid, from: u32, to: u32, text: string(..=1000) }
    ///     ack: none
    /// ```
    ManyArguments, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    for event in events(model) {
        let Payload::Args(id) = event.payload else { continue };
        let TypeKind::Object(fields) = &model.type_def(id).kind else { continue };
        if fields.len() > MOST {
            let arguments = counted(fields.len(), "argument");
            let message =
                format!("`{}` has {arguments}, which only their order tells apart", shown(&event.wire));
            diagnostics.push(
                Diagnostic::new(Code::ManyArguments, event.span, message)
                    .help("make them the fields of one object: `data: { … }`"),
            );
        }
    }
}
