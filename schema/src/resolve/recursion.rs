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
    // Most schemas have no circles, and for them there is nothing to do.
    if !has_circles(&edges) {
        return;
    }
    // A list or a map is a box already.
    let direct = components(&edges, |_, edge| edge.hard || edge.boxable);
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
        let same = |id: TypeId| direct[id.0 as usize] == direct[at];
        match &mut def.kind {
            TypeKind::Alias(ty) | TypeKind::Brand(ty) => mark(ty, false, &same),
            TypeKind::Union(union) => union
                .members
                .iter_mut()
                .filter_map(|member| member.ty.as_mut())
                .for_each(|ty| mark(ty, true, &same)),
            TypeKind::Object(fields) => {
                fields.iter_mut().for_each(|field| mark(&mut field.ty, field.optional, &same))
            }
            TypeKind::Enum { .. } | TypeKind::External(_) => {}
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
        TypeKind::Alias(ty) | TypeKind::Brand(ty) => add(ty, false),
        TypeKind::Union(union) => {
            union.members.iter().filter_map(|member| member.ty.as_ref()).for_each(|ty| add(ty, true))
        }
        TypeKind::Object(fields) => fields.iter().for_each(|field| add(&field.ty, field.optional)),
        TypeKind::Enum { .. } | TypeKind::External(_) => {}
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

fn has_circles(edges: &[Vec<Edge>]) -> bool {
    let targets = |edges: &Vec<Edge>| edges.iter().map(|edge| edge.to.0 as usize).collect();
    let edges: Vec<Vec<usize>> = edges.iter().map(targets).collect();
    let to_itself = |(at, edges): (usize, &Vec<usize>)| edges.contains(&at);
    graph::components(&edges).len() < edges.len() || edges.iter().enumerate().any(to_itself)
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

#[cfg(test)]
mod tests {
    use crate::model::{Model, Type, TypeKind};

    fn model(types: &str) -> Model {
        let indented = types.replace('\n', "\n  ");
        let loaded = crate::load_text(&format!("sockgen: 1\ntypes:\n  {indented}\n"), "types");
        assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
        loaded.model.unwrap()
    }

    /// The places in a schema's types that are boxed: `Type.field`, or the type's name for an alias.
    fn boxed(types: &str) -> Vec<String> {
        fn is_boxed(ty: &Type) -> bool {
            match ty {
                Type::Named { boxed, .. } => *boxed,
                Type::Nullable(inner) | Type::List { items: inner, .. } | Type::Map { values: inner, .. } => {
                    is_boxed(inner)
                }
                Type::Builtin { .. } => false,
                _ => todo!("not emitted yet"),
            }
        }
        let mut found = Vec::new();
        for def in &model(types).types {
            match &def.kind {
                TypeKind::Alias(ty) => found.extend(is_boxed(ty).then(|| def.name.clone())),
                TypeKind::Object(fields) => {
                    let boxed = fields.iter().filter(|field| is_boxed(&field.ty));
                    found.extend(boxed.map(|field| format!("{}.{}", def.name, field.wire)));
                }
                TypeKind::Enum { .. } => {}
                _ => todo!("not emitted yet"),
            }
        }
        found
    }

    #[test]
    fn what_leads_back_to_its_owner_is_boxed() {
        for (types, expected) in [
            ("A: { \"a?\": A }", &["A.a"][..]),
            ("A: { a: A | null, b: u8 }", &["A.a"]),
            ("A: { \"a?\": A | null }", &["A.a"]),
            // Only what leads back is boxed, and everywhere that it does.
            ("A: { \"b?\": B, \"c?\": C }\nB: { \"a?\": A }\nC: { d: u8 }", &["A.b", "B.a"]),
            ("A: { \"b?\": B }\nB: { a: A }", &["A.b"]),
            ("A: { b: B }\nB: { c: C }\nC: { \"a?\": A }", &["C.a"]),
            // Through another name, where the name is used or where it says `| null`.
            ("A: { \"b?\": B }\nB: A", &["A.b"]),
            ("A: { b: B }\nB: A | null", &["B"]),
            // Inline types are types like others.
            ("A: { b: { \"a?\": A } }", &["AB.a"]),
            ("A: { \"b?\": { a: A } }", &["A.b"]),
        ] {
            assert_eq!(boxed(types), expected, "{types}");
        }
    }

    #[test]
    fn what_is_on_the_heap_already_is_not_boxed() {
        for types in [
            "A: { as: list<A> }",
            "A: { as: map<A>, \"bs?\": list<A | null> }",
            "A: { \"bs?\": B }\nB: list<A>",
            "A: { \"b?\": B }\nB: { as: list<A> }",
            "A: { \"b?\": B }\nB: { c: u8 }",
        ] {
            assert_eq!(boxed(types), [""; 0], "{types}");
        }
    }
}
