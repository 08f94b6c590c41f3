//! Namespaces that could be one another, and names of theirs that meet.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Model, Names, Namespace, Origin, RoomPart, Type};
use crate::resolve::WrittenModel;
use crate::source::Span;
use crate::syntax::tree::shown;
use std::collections::HashMap;

/// Modules and functions that every namespace's own module has beside its methods.
pub const MODULES: &[&str] = &["rooms", "emit", "register", "test"];

/// Runs the rules of this file.
pub(super) fn namespaces(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    overlaps(written, model, diagnostics);
    modules(model, diagnostics);
    generated_types(model, diagnostics);
    handshakes(model, diagnostics);
}

/// Bytes in what is said when a client connects: Socket.IO attaches them to events and acks alone.
fn handshakes(model: &Model, diagnostics: &mut Diagnostics) {
    let mut with_bytes = None;
    for namespace in &model.namespaces {
        for (key, ty) in [("auth", &namespace.auth), ("connectError", &namespace.connect_error)] {
            let Some(ty) = ty else { continue };
            let with_bytes = with_bytes.get_or_insert_with(|| model.types_with_bytes());
            if !ty.holds_bytes(with_bytes) {
                continue;
            }
            let span = match ty {
                Type::Named { id, .. } => model.type_def(*id).span,
                _ => namespace.span,
            };
            let message = format!("`{key}` holds `bytes`, which no handshake can carry");
            let finding = Diagnostic::new(Code::HandshakeBytes, span, message);
            diagnostics.push(finding.help("write `string`, and send the bytes as base64"));
        }
    }
}

/// Two paths that one name fits: a client that connects to it would be in either. Parts are compared one by one; a
/// parameter fits whatever stands in its place.
fn overlaps(written: &WrittenModel<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    // Without a template there was something wrong with it.
    let sound = model
        .namespaces
        .iter()
        .zip(&written.namespaces)
        .filter(|(_, written)| written.decl.is_some_and(|decl| decl.template.is_some()));
    // Paths without parameters are keys of one mapping, so no two of them are the same: only others are compared.
    let mut fixed: HashMap<usize, Vec<Path<'_>>> = HashMap::new();
    let mut dynamic: HashMap<usize, Vec<Path<'_>>> = HashMap::new();
    let mut budget = BUDGET;
    for (namespace, _) in sound {
        let parts = parts(namespace);
        let empty: &[Path<'_>] = &[];
        let of = |paths: &HashMap<usize, Vec<Path<'_>>>| paths.get(&parts.len()).map_or(0, Vec::len);
        let is_dynamic = namespace.is_dynamic();
        budget = budget.saturating_sub(of(&dynamic) + if is_dynamic { of(&fixed) } else { 0 });
        if budget == 0 {
            let message = "there are too many namespaces with parameters to tell them apart";
            let finding = Diagnostic::new(Code::NamespaceOverlap, namespace.span, message);
            diagnostics.push(finding.help("make one namespace of them, with one more parameter"));
            return;
        }
        let meets = |(_, other): &&Path<'_>| {
            parts.iter().zip(other).all(|(a, b)| a.is_none() || b.is_none() || a == b)
        };
        let known = dynamic.get(&parts.len()).map_or(empty, Vec::as_slice);
        let others = if is_dynamic { fixed.get(&parts.len()).map_or(empty, Vec::as_slice) } else { empty };
        if let Some((other, _)) = known.iter().chain(others).find(meets) {
            let message =
                format!("`{}` and `{}` could be one namespace", shown(&other.path), shown(&namespace.path));
            let finding = Diagnostic::new(Code::NamespaceOverlap, namespace.span, message)
                .help("let one of them begin with another fixed part, such as `/rooms/…`")
                .related(other.span, "the other one");
            diagnostics.push(finding);
        }
        let paths = if is_dynamic { &mut dynamic } else { &mut fixed };
        paths.entry(parts.len()).or_default().push((namespace, parts));
    }
}

/// How many pairs of paths are compared: those of a thousand namespaces with parameters.
const BUDGET: usize = 1_000_000;

/// A namespace, and the parts of its path.
type Path<'m> = (&'m Namespace, Vec<Option<&'m str>>);

/// The parts of a path between its slashes; nothing for a parameter.
fn parts(namespace: &Namespace) -> Vec<Option<&str>> {
    let parts = namespace.template.iter().flat_map(|part| match part {
        RoomPart::Literal(text) => text.split('/').filter(|part| !part.is_empty()).map(Some).collect(),
        RoomPart::Param { .. } => vec![None],
    });
    parts.collect()
}

/// Modules: those of namespaces and of groups beside what generated code has itself. A namespace stands in the root's.
fn modules(model: &Model, diagnostics: &mut Diagnostics) {
    let mut places: Vec<(&Names, String, Span)> = Vec::new();
    for (at, namespace) in model.namespaces.iter().enumerate() {
        let groups = namespace
            .groups
            .iter()
            .map(|group| (&group.names, format!("the included file `{}`", group.names.snake), group.span));
        let mut own: Vec<_> = groups.collect();
        if at == 0 {
            own.extend(model.namespaces.iter().filter_map(|namespace| {
                let names = namespace.names.as_ref()?;
                let what = format!("the namespace `{}`", shown(&namespace.path));
                Some((names, what, namespace.span))
            }));
        }
        unique(&own, diagnostics);
        places.append(&mut own);
    }
    for (names, what, span) in places {
        let name = names.snake.as_str();
        if MODULES.contains(&name) || super::GENERATED_METHODS.contains(&name) {
            let message = format!("{what} would be the module `{name}`, which generated code has already");
            let help = match what.starts_with("the included") {
                true => "rename the file",
                false => "give the namespace another name for code: `name: …`",
            };
            diagnostics.push(Diagnostic::new(Code::ReservedName, span, message).help(help));
        }
    }
}

/// Where the names of two modules meet, those of prefixes do.
fn unique(modules: &[(&Names, String, Span)], diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, (names, what, span)) in modules.iter().enumerate() {
        let Some(first) = seen.get(names.pascal.as_str()).copied() else {
            seen.insert(&names.pascal, at);
            continue;
        };
        let (_, other, first) = &modules[first];
        let message = format!("{other} and {what} would both be the module `{}`", names.snake);
        let help = match (other.starts_with("the included"), what.starts_with("the included")) {
            (true, true) => "rename one of the files",
            _ => "give the namespace another name for code: `name: …`",
        };
        let finding = Diagnostic::new(Code::NameCollision, *span, message).help(help);
        diagnostics.push(finding.related(*first, "the other one"));
    }
}

/// Types that are called like what is generated for a namespace: `AdminHandlers`.
fn generated_types(model: &Model, diagnostics: &mut Diagnostics) {
    let prefixes: Vec<(&str, &Namespace)> = model
        .namespaces
        .iter()
        .filter_map(|namespace| Some((namespace.names.as_ref()?.pascal.as_str(), namespace)))
        .collect();
    if prefixes.is_empty() {
        return;
    }
    let mut generated: HashMap<String, &Namespace> = HashMap::new();
    for (prefix, namespace) in prefixes {
        for name in super::GENERATED_TYPES {
            generated.entry(format!("{prefix}{name}")).or_insert(namespace);
        }
    }
    for def in model.types.iter().filter(|def| !matches!(def.origin, Origin::Auth | Origin::ConnectError)) {
        let Some(namespace) = generated.get(&def.name) else { continue };
        // One of the namespace's own is reported under its local name.
        if super::GENERATED_TYPES.contains(&def.local_name.as_str()) {
            continue;
        }
        let message = format!(
            "a type `{}` is generated for the namespace `{}` already",
            def.name,
            shown(&namespace.path)
        );
        let finding = Diagnostic::new(Code::ReservedName, def.span, message)
            .help("choose another name, or give the namespace one: `name: …`")
            .related(namespace.span, "the namespace");
        diagnostics.push(finding);
    }
}
