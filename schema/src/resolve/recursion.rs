//! Types that contain themselves: legal behind a list, a map, `?` or `| null`, and boxed at the latter two.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::graph;
use crate::model::{Origin, Type, TypeDef, TypeId, TypeKind};

/// A reference from one type to another.
struct Edge {
    to: TypeId,
    /// It stands where its owner holds it directly, neither in a list or a map nor behind `?` or `| null`.
    hard: bool,
    /// It stands behind `?` or `| null`, with no list or map between: a place that can be boxed.
    boxable: bool,
}

/// Boxes what must be boxed, and reports types that could not exist.
pub(super) fn box_cycles(defs: &mut [TypeDef], diagnostics: &mut Diagnostics) {
    let edges: Vec<Vec<Edge>> = defs.iter().map(edges_of).collect();
    let all = components(&edges, |_, _| true);
    let hard_edges = |_: usize, edge: &Edge| edge.hard;
    let aliases: Vec<bool> = defs.iter().map(|def| matches!(def.kind, TypeKind::Alias(_))).collect();
    // An alias is only another name: a cycle of aliases alone has no type in it that could be a node of the data.
    let alias_edges = |from: usize, edge: &Edge| aliases[from] && aliases[edge.to.0 as usize];

    let mut reported = vec![false; defs.len()];
    let endless = Rule {
        what: "stands for nothing but itself",
        help: "put an object with a field of that type between: `{ fields: { next?: … } }`",
    };
    report(defs, &edges, &alias_edges, &endless, &mut reported, diagnostics);
    let infinite = Rule {
        what: "would need infinite space: it contains itself",
        help: "put a list, a map, `?` or `| null` between",
    };
    report(defs, &edges, &hard_edges, &infinite, &mut reported, diagnostics);

    for (at, def) in defs.iter_mut().enumerate() {
        if !edges[at].iter().any(|edge| edge.boxable) {
            continue;
        }
        let same = |id: TypeId| all[id.0 as usize] == all[at];
        match &mut def.kind {
            TypeKind::Alias(ty) => mark(ty, false, &same),
            TypeKind::Object(fields) => {
                fields.iter_mut().for_each(|field| mark(&mut field.ty, field.optional, &same))
            }
            TypeKind::Enum { .. } => {}
        }
    }
}

fn mark(ty: &mut Type, wrapped: bool, same: &impl Fn(TypeId) -> bool) {
    match ty {
        Type::Nullable(inner) => mark(inner, true, same),
        Type::Named { id, boxed } if wrapped && same(*id) => *boxed = true,
        _ => {}
    }
}

fn edges_of(def: &TypeDef) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut add = |ty: &Type, optional: bool| {
        let nullable = optional || matches!(ty, Type::Nullable(_));
        ty.for_each_named(&mut |to, direct| {
            edges.push(Edge { to, hard: direct && !nullable, boxable: direct && nullable });
        });
    };
    match &def.kind {
        TypeKind::Alias(ty) => add(ty, false),
        TypeKind::Object(fields) => fields.iter().for_each(|field| add(&field.ty, field.optional)),
        TypeKind::Enum { .. } => {}
    }
    edges
}

/// What is said of a circle.
struct Rule {
    what: &'static str,
    help: &'static str,
}

/// One finding for each circle of some of the edges, at its first type. `reported` are the types of which something was
/// said already.
fn report(
    defs: &[TypeDef],
    edges: &[Vec<Edge>],
    part: &impl Fn(usize, &Edge) -> bool,
    rule: &Rule,
    reported: &mut [bool],
    diagnostics: &mut Diagnostics,
) {
    let component = components(edges, part);
    let mut done = vec![false; defs.len()];
    for (at, def) in defs.iter().enumerate() {
        let back = |edge: &&Edge| part(at, edge) && component[edge.to.0 as usize] == component[at];
        let Some(next) = edges[at].iter().find(back) else { continue };
        let next = next.to.0 as usize;
        let again = std::mem::replace(&mut done[component[at]], true);
        if again || reported[at] || reported[next] {
            reported[at] = true;
            continue;
        }
        reported[at] = true;
        let message = format!("`{}` {}", def.name, rule.what);
        let mut finding = Diagnostic::new(Code::InfiniteType, def.span, message).help(rule.help);
        if next != at {
            let other = &defs[next];
            let words = match other.origin {
                Origin::Declared => format!("through `{}`", other.name),
                _ => "through this".to_owned(),
            };
            finding = finding.related(other.span, words);
        }
        diagnostics.push(finding);
    }
}

/// For each type, the number of its component in the graph of some of the edges.
fn components(edges: &[Vec<Edge>], part: impl Fn(usize, &Edge) -> bool) -> Vec<usize> {
    let some = |(at, edges): (usize, &Vec<Edge>)| {
        edges.iter().filter(|edge| part(at, edge)).map(|edge| edge.to.0 as usize).collect()
    };
    let edges: Vec<Vec<usize>> = edges.iter().enumerate().map(some).collect();
    let mut component = vec![0; edges.len()];
    for (number, members) in graph::components(&edges).into_iter().enumerate() {
        members.into_iter().for_each(|member| component[member] = number);
    }
    component
}
