//! Types that contain themselves: legal behind a list, a map, `?` or `| null`, and boxed at the latter two.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Type, TypeDef, TypeId, TypeKind};

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
    let all = components(&edges, |_| true);
    let hard = components(&edges, |edge| edge.hard);
    let aliases: Vec<bool> = defs.iter().map(|def| matches!(def.kind, TypeKind::Alias(_))).collect();
    // An alias is only another name: a cycle of aliases alone has no type in it that could be a node of the data.
    let alias_edges = |from: usize, edge: &Edge| aliases[from] && aliases[edge.to.0 as usize];
    let alias_only = components_by(&edges, alias_edges);

    report(
        defs,
        &edges,
        &hard,
        &|_, edge| edge.hard,
        diagnostics,
        "would need infinite space: it contains itself",
    );
    report(defs, &edges, &alias_only, &alias_edges, diagnostics, "stands for nothing but itself");

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

/// One finding for each cycle, at its first type.
fn report(
    defs: &[TypeDef],
    edges: &[Vec<Edge>],
    component: &[usize],
    part: &impl Fn(usize, &Edge) -> bool,
    diagnostics: &mut Diagnostics,
    what: &str,
) {
    let mut reported = vec![false; defs.len()];
    for (at, def) in defs.iter().enumerate() {
        let next = edges[at]
            .iter()
            .filter(|edge| part(at, edge))
            .find(|edge| component[edge.to.0 as usize] == component[at]);
        let Some(next) = next else { continue };
        if std::mem::replace(&mut reported[component[at]], true) {
            continue;
        }
        let mut finding = Diagnostic::new(Code::InfiniteType, def.span, format!("`{}` {what}", def.name))
            .help("put a list, a map, `?` or `| null` between");
        if next.to.0 as usize != at {
            let other = &defs[next.to.0 as usize];
            finding = finding.related(other.span, format!("through `{}`", other.name));
        }
        diagnostics.push(finding);
    }
}

fn components(edges: &[Vec<Edge>], part: impl Fn(&Edge) -> bool) -> Vec<usize> {
    components_by(edges, |_, edge| part(edge))
}

/// The strongly connected component of every type (Tarjan), with an own stack: a chain of types may be as long as a
/// file. Components are numbered by some type in them.
fn components_by(edges: &[Vec<Edge>], part: impl Fn(usize, &Edge) -> bool) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut index, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let (mut component, mut stack) = (vec![UNSEEN; count], Vec::new());
    let mut next_index = 0;
    for root in 0..count {
        if index[root] != UNSEEN {
            continue;
        }
        let mut calls = vec![(root, 0)];
        while let Some((at, edge)) = calls.pop() {
            if edge == 0 {
                index[at] = next_index;
                low[at] = next_index;
                next_index += 1;
                stack.push(at);
            }
            let mut child = None;
            for (offset, found) in edges[at].iter().enumerate().skip(edge) {
                let to = found.to.0 as usize;
                if !part(at, found) {
                    continue;
                }
                if index[to] == UNSEEN {
                    // Come back behind this edge; the child gives its result to its parent when it ends.
                    calls.push((at, offset + 1));
                    child = Some(to);
                    break;
                }
                if component[to] == UNSEEN {
                    low[at] = low[at].min(low[to]);
                }
            }
            if let Some(child) = child {
                calls.push((child, 0));
                continue;
            }
            if low[at] == index[at] {
                while let Some(member) = stack.pop() {
                    component[member] = at;
                    if member == at {
                        break;
                    }
                }
            }
            if let Some((parent, _)) = calls.last() {
                low[*parent] = low[*parent].min(low[at]);
            }
        }
    }
    component
}
