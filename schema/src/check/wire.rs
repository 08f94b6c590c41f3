//! What could be written down, but would not survive the wire or the languages at its ends.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Model, Type, TypeKind};
use crate::resolve::{Program, WrittenModel, each_type};
use crate::source::FileId;
use crate::syntax::file::{TypeExpr, TypeKind as Written};
use crate::syntax::tree::shown;
use std::collections::HashSet;

/// What every object in JavaScript has from its prototype.
const PROTOTYPE: &[&str] = &[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Names of client events that the server's engine refuses, closing the connection: those that JSON writes with an
/// escape (socketioxide reads the name from the raw text).
pub(super) fn escaped_names(written: &WrittenModel<'_>, diagnostics: &mut Diagnostics) {
    let scopes = written.files.iter().flat_map(|file| file.scopes());
    for event in scopes.flat_map(|scope| &scope.client_events) {
        if let Some(c) = event.wire.value.chars().find(|c| matches!(c, '"' | '\\')) {
            let message = format!("the server cannot read an event name with a `{c}` in it");
            let finding = Diagnostic::new(Code::InvalidName, event.wire.span, message)
                .label("JSON writes it with an escape, and the connection would be closed")
                .help(format!("choose a name without `{c}`"));
            diagnostics.push(finding);
        }
    }
}

/// Optional fields that are never absent in JavaScript.
pub(super) fn prototype_fields(model: &Model, diagnostics: &mut Diagnostics) {
    for def in &model.types {
        let TypeKind::Object(fields) = &def.kind else { continue };
        for field in fields.iter().filter(|field| field.optional && PROTOTYPE.contains(&field.wire.as_str()))
        {
            let message = format!(
                "`{}` is never absent in JavaScript: every object has one of its own",
                shown(&field.wire)
            );
            let finding = Diagnostic::new(Code::ReservedName, field.span, message);
            diagnostics.push(finding.help("rename the field, or make it required"));
        }
    }
}

/// `| null` on a type that may be null already: the two nulls are one on the wire.
pub(super) fn nullable_twice(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    let null = may_be_null(model);
    // Of types in a circle it cannot be said, and the circle is what must be mended first.
    if !null.contains(&true) || diagnostics.iter().any(|found| found.code == Code::InfiniteType) {
        return;
    }
    let names = written.types.iter().zip(null).filter(|(_, null)| *null);
    let names = names.map(|(decl, _)| (decl.name.span.file, decl.name.value)).collect();
    let mut rule = NullTwice { program: written.program, names, diagnostics };
    written.types.iter().for_each(|decl| rule.walk(&decl.ty));
    let scopes = written.files.iter().flat_map(|file| file.scopes());
    scopes.for_each(|scope| each_type(scope, &mut |ty| rule.walk(ty)));
}

/// For every type, whether it is another name for one that may be null. A chain of aliases may be as long as a file, so
/// its end is looked for once.
fn may_be_null(model: &Model) -> Vec<bool> {
    let mut known: Vec<Option<bool>> = vec![None; model.types.len()];
    let mut way = Vec::new();
    for start in 0..known.len() {
        let mut at = start;
        let null = loop {
            if let Some(null) = known[at] {
                break null;
            }
            // Whoever comes back here goes in a circle.
            known[at] = Some(false);
            way.push(at);
            match &model.types[at].kind {
                TypeKind::Alias(Type::Named { id, .. }) => at = id.0 as usize,
                TypeKind::Alias(Type::Nullable(_)) => break true,
                _ => break false,
            }
        };
        way.drain(..).for_each(|passed| known[passed] = Some(null));
    }
    known.into_iter().map(|null| null == Some(true)).collect()
}

struct NullTwice<'f, 'd> {
    program: &'f Program<'f>,
    /// The declared types that may be null.
    names: HashSet<(FileId, &'f str)>,
    diagnostics: &'d mut Diagnostics,
}

impl NullTwice<'_, '_> {
    fn walk(&mut self, ty: &TypeExpr<'_>) {
        if let Written::Nullable(inner) = &ty.kind
            && let Written::Name(name) = &inner.kind
            && self.program.target(name).is_some_and(|target| self.names.contains(&target))
        {
            let message = format!("`{}` may be null already", shown(name.value));
            let finding = Diagnostic::new(Code::TypeSyntax, ty.span, message);
            self.diagnostics.push(finding.help("leave `| null` out"));
        }
        ty.for_each_inner(&mut |inner| self.walk(inner));
    }
}
