//! See [`LINT`].

use super::walk::{Owner, parts, within};
use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Ack, Builtin, Model, Payload, Type};
use crate::pattern;
use crate::source::Span;
use crate::syntax::tree::shown;
use std::collections::BTreeMap;

rule! {
    /// A browser may need a very long time to see that a text does not fit a pattern.
    ///
    /// The engines of browsers and of Node try one way through a pattern after the other. Where the same text can be read
    /// in two ways, again and again, the time doubles with each part of it: thirty characters take minutes, in which the
    /// page stands still. Validators in the client, `<input pattern>` and other tools that read the exported JSON Schema run it. The server
    /// does not mind: its engine goes all ways at once. A bound on the length helps little; a pattern that reads each text
    /// in one way does.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Slug: { brand: string(1..=60), pattern: "^([a-z0-9]+-?)+$" }
    /// clientToServer:
    ///   page:open: { data: { slug: Slug }, ack: none }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Slug: { brand: string(1..=60), pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*-?$" }
    /// clientToServer:
    ///   page:open: { data: { slug: Slug }, ack: none }
    /// ```
    SlowPattern, loud
}

/// The steps through patterns that are looked at in a contract: some hundred times what one takes that somebody wrote.
const BUDGET: usize = 2_000_000;

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    // What a mixin brings stands in several objects, at one place; one pattern may stand in several places.
    let mut budget = BUDGET;
    let mut seen: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let mut found: BTreeMap<Span, Diagnostic> = BTreeMap::new();
    each_pattern(context.model, &mut |owner, pattern| {
        let doubles = seen.entry(pattern).or_insert_with(|| pattern::doubles(pattern, &mut budget));
        if let Some(text) = doubles {
            found.entry(owner.span()).or_insert_with(|| finding(owner, text));
        }
    });
    found.into_values().for_each(|finding| diagnostics.push(finding));
}

fn finding(owner: Owner<'_>, text: &str) -> Diagnostic {
    let message = format!(
        "the pattern of {} can stop a browser: it can be read in more and more ways, the longer a text repeats `{}`",
        owner.shown(),
        shown(text)
    );
    let help = "write it so that there is one way to read each text, such as `^[a-z]+(?:-[a-z]+)*$` instead of \
                `^(?:[a-z]+-?)+$`";
    Diagnostic::new(Code::SlowPattern, owner.span(), message).help(help)
}

fn each_pattern<'m>(model: &'m Model, found: &mut impl FnMut(Owner<'m>, &'m str)) {
    let mut look = |owner: Owner<'m>, ty: &'m Type| {
        let pattern = within(ty, &mut |ty| match ty {
            Type::Builtin { builtin: Builtin::String, pattern, .. } => pattern.as_deref(),
            _ => None,
        });
        pattern.into_iter().for_each(|pattern| found(owner, pattern));
    };
    model.types.iter().for_each(|def| parts(def, &mut look));
    for namespace in &model.namespaces {
        namespace.auth.iter().for_each(|auth| look(Owner::Auth(namespace), auth));
        for event in namespace.events() {
            if let Payload::Data(ty) = &event.payload {
                look(Owner::Payload(event), ty);
            }
            if let Ack::Data(ty) = &event.ack {
                look(Owner::Answer(event), ty);
            }
            event.error.iter().for_each(|ty| look(Owner::Answer(event), ty));
        }
    }
}
