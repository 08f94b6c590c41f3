//! Types that lead back to themselves.
//!
//! Such a type is legal as long as some value of it ends somewhere: behind a list or a map that may be empty, `?`, `| null`,
//! or another member of a union. Rust needs a box where no list or map lies between. What is nothing but another name, and
//! leads back to itself through nothing else, is refused as well: a type in Rust needs an object or a union on the way.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::graph;
use crate::model::{Bound, Bounds, Origin, Type, TypeDef, TypeId, TypeKind};

/// A reference from one type to another.
struct Edge {
    to: TypeId,
    /// No list or map lies between, so that the owner has the size of what is named.
    direct: bool,
    /// It stands behind `?` or `| null`, or is a member of a union: a place that can be boxed.
    boxable: bool,
    /// Every value of the owner holds one of what is named.
    needed: bool,
}

/// Boxes what must be boxed, and reports types that could not exist.
pub(super) fn box_cycles(defs: &mut [TypeDef], diagnostics: &mut Diagnostics) {
    let edges: Vec<Vec<Edge>> = defs.iter().map(edges_of).collect();
    // Most schemas have no circles, and for them there is nothing to do.
    if !has_circles(&edges) {
        return;
    }
    // A list or a map is a box already.
    let direct = components(&edges, |_, edge| edge.direct);
    let names: Vec<bool> =
        defs.iter().map(|def| matches!(def.kind, TypeKind::Alias(_) | TypeKind::Brand(_))).collect();
    // A circle of names alone has no type in it that could be a node of the data.
    let name_edges = |from: usize, edge: &Edge| names[from] && names[edge.to.0 as usize];

    let mut reported = vec![false; defs.len()];
    let endless = |def: &TypeDef| {
        let help = format!(
            "make it an object with a field of that type, such as `{0}: {{ fields: {{ items: list<{0}> }} }}`",
            def.name
        );
        ("stands for nothing but itself", help)
    };
    report(defs, &edges, &name_edges, &endless, &mut reported, diagnostics);
    let empty = uninhabited(defs, &edges);
    let infinite = |def: &TypeDef| {
        if let TypeKind::Union(_) = def.kind {
            let help = "give the union a member that ends, or put `?`, `| null` or a list between";
            return ("can have no value: each member would hold another one", help.to_owned());
        }
        (
            "can have no value: each would hold another one",
            "put `?`, `| null`, or a list or a map that may be empty between".to_owned(),
        )
    };
    let among_empty = |from: usize, edge: &Edge| empty[from] && empty[edge.to.0 as usize];
    report(defs, &edges, &among_empty, &infinite, &mut reported, diagnostics);

    for (at, def) in defs.iter_mut().enumerate() {
        if !edges[at].iter().any(|edge| edge.direct && edge.boxable) {
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
        Type::Tuple(items) => items.iter_mut().for_each(|item| mark(item, wrapped, same)),
        Type::Named { id, boxed } if wrapped && same(*id) => *boxed = true,
        _ => {}
    }
}

/// Where something stands in its owner.
#[derive(Clone, Copy)]
struct At {
    direct: bool,
    boxable: bool,
    needed: bool,
}

fn edges_of(def: &TypeDef) -> Vec<Edge> {
    fn walk(ty: &Type, at: At, edges: &mut Vec<Edge>) {
        let filled = |bounds: &Bounds| matches!(bounds.min, Some(Bound::Int(1..)));
        match ty {
            Type::Builtin { .. } => {}
            Type::List { items: inner, bounds } | Type::Map { values: inner, bounds } => {
                walk(inner, At { direct: false, needed: at.needed && filled(bounds), ..at }, edges)
            }
            Type::Tuple(items) => items.iter().for_each(|item| walk(item, at, edges)),
            Type::Nullable(inner) => walk(inner, At { boxable: true, needed: false, ..at }, edges),
            Type::Named { id, .. } => {
                let At { direct, boxable, needed } = at;
                edges.push(Edge { to: *id, direct, boxable, needed });
            }
        }
    }
    let mut edges = Vec::new();
    let held = At { direct: true, boxable: false, needed: true };
    let mut add = |ty: &Type, at: At| walk(ty, at, &mut edges);
    match &def.kind {
        TypeKind::Alias(ty) | TypeKind::Brand(ty) => add(ty, held),
        // Whether a value needs what a member needs depends on the others, and is asked of the union as a whole.
        TypeKind::Union(union) => {
            let members = union.members.iter().filter_map(|member| member.ty.as_ref());
            members.for_each(|ty| add(ty, At { boxable: true, ..held }));
        }
        TypeKind::Object(fields) => fields.iter().for_each(|field| match field.optional {
            true => add(&field.ty, At { boxable: true, needed: false, ..held }),
            false => add(&field.ty, held),
        }),
        // It has a size of its own, whatever it is on the wire.
        TypeKind::External(external) => add(&external.json, At { direct: false, ..held }),
        TypeKind::Enum { .. } => {}
    }
    edges
}

/// The types that no value can have. A type has one as soon as all that it needs have one; a union, as soon as one of
/// its members has.
fn uninhabited(defs: &[TypeDef], edges: &[Vec<Edge>]) -> Vec<bool> {
    let mut empty = vec![true; defs.len()];
    // How many needs of each type are not met yet, and of each member of a union.
    let mut unmet: Vec<usize> = Vec::with_capacity(defs.len());
    let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); defs.len()];
    let mut open = Vec::new();
    // Behind the types stand the members, each with the union that it belongs to.
    let mut unions = Vec::new();
    for (at, def) in defs.iter().enumerate() {
        if let TypeKind::Union(union) = &def.kind {
            unions.push((at, union));
            unmet.push(usize::MAX);
            continue;
        }
        let needs = edges[at].iter().filter(|edge| edge.needed);
        unmet.push(needs.map(|edge| needed_by[edge.to.0 as usize].push(at)).count());
        open.extend((unmet[at] == 0).then_some(at));
    }
    let mut owners = Vec::new();
    for (at, union) in unions {
        if union.open {
            open.push(at);
        }
        for member in &union.members {
            let node = defs.len() + owners.len();
            owners.push(at);
            let mut needs = 0;
            if let Some(ty) = &member.ty {
                for_each_needed(ty, &mut |id| {
                    needed_by[id.0 as usize].push(node);
                    needs += 1;
                });
            }
            unmet.push(needs);
            open.extend((needs == 0).then_some(node));
        }
    }
    while let Some(node) = open.pop() {
        let at = if node < defs.len() { node } else { owners[node - defs.len()] };
        if !std::mem::replace(&mut empty[at], false) {
            continue;
        }
        for owner in &needed_by[at] {
            unmet[*owner] -= 1;
            if unmet[*owner] == 0 {
                open.push(*owner);
            }
        }
    }
    empty
}

/// The types of which every value of a type holds one.
fn for_each_needed(ty: &Type, found: &mut impl FnMut(TypeId)) {
    match ty {
        Type::Builtin { .. } | Type::Nullable(_) => {}
        Type::List { items: inner, bounds } | Type::Map { values: inner, bounds } => {
            if matches!(bounds.min, Some(Bound::Int(1..))) {
                for_each_needed(inner, found);
            }
        }
        Type::Tuple(items) => items.iter().for_each(|item| for_each_needed(item, found)),
        Type::Named { id, .. } => found(*id),
    }
}

/// One finding for each circle of some of the edges, at its first type. `reported` are the types of which something was
/// said already; `rule` says what is wrong and what to write.
fn report(
    defs: &[TypeDef],
    edges: &[Vec<Edge>],
    part: &impl Fn(usize, &Edge) -> bool,
    rule: &impl Fn(&TypeDef) -> (&'static str, String),
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
        let (what, help) = rule(def);
        let message = format!("`{}` {what}", def.name);
        let mut finding = Diagnostic::new(Code::InfiniteType, def.span, message).help(help);
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
                Type::Tuple(items) => items.iter().any(is_boxed),
                Type::Builtin { .. } => false,
            }
        }
        let mut found = Vec::new();
        for def in &model(types).types {
            match &def.kind {
                TypeKind::Alias(ty) | TypeKind::Brand(ty) => {
                    found.extend(is_boxed(ty).then(|| def.name.clone()))
                }
                TypeKind::Object(fields) => {
                    let boxed = fields.iter().filter(|field| is_boxed(&field.ty));
                    found.extend(boxed.map(|field| format!("{}.{}", def.name, field.wire)));
                }
                TypeKind::Union(union) => {
                    let boxed =
                        union.members.iter().filter(|member| member.ty.as_ref().is_some_and(is_boxed));
                    found.extend(boxed.map(|member| format!("{}.{}", def.name, member.variant)));
                }
                TypeKind::Enum { .. } | TypeKind::External(_) => {}
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
            // In tuples, and as members of unions, with a tag and without.
            ("A: { \"a?\": \"[A, u8]\" }", &["A.a"]),
            ("A: { a: \"[A | null, u8]\" }", &["A.a"]),
            ("A: { tag: t, union: { x: { a: A }, y: {} } }", &["A.X"]),
            ("A: { tag: t, content: c, union: { x: A, y: {} } }", &["A.X"]),
            ("A: { tag: t, content: c, union: { x: \"[A, A]\", y: u8 } }", &["A.X"]),
            ("A: { union: [string, { a: A }] }", &["A.Object"]),
            ("A: { union: [string, B] }\nB: { a: A }", &["A.B"]),
            ("A: { tag: t, union: { x: B } }\nB: { \"a?\": A }", &["A.X", "B.a"]),
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
            "A: { union: [string, list<A>, map<A>] }",
            "A: { as: B }\nB: { brand: list<A> }",
            "A: { external: { rust: \"crate::A\", json: B } }\nB: { \"a?\": A }",
        ] {
            assert_eq!(boxed(types), [""; 0], "{types}");
        }
    }

    #[test]
    fn what_no_value_can_have_is_refused() {
        for (types, expected) in [
            ("A: { a: A }", &["A"][..]),
            ("A: { a: \"list<A>(1..)\" }", &["A"]),
            ("A: { a: \"map<A>(1..=2)\" }", &["A"]),
            ("A: { a: \"[u8, A]\" }", &["A"]),
            ("A: { a: B }\nB: { brand: \"list<A>(1..)\" }", &["A"]),
            ("A: { tag: t, union: { x: { a: A }, y: { a: A } } }", &["A"]),
            ("A: { union: [B] }\nB: { a: A }", &["A"]),
            ("A: { a: B }\nB: { b: C }\nC: { c: A, \"a?\": A }\nD: { a: A }", &["A"]),
            ("A: { a: A }\nB: { b: B }", &["A", "B"]),
            // One name after another, with nothing that could be a value.
            ("A: A", &["A"]),
            ("A: list<A>", &["A"]),
            ("A: { brand: list<A> }", &["A"]),
            ("A: B\nB: map<A> | null", &["A"]),
        ] {
            let indented = types.replace('\n', "\n  ");
            let loaded = crate::load_text(&format!("sockgen: 1\ntypes:\n  {indented}\n"), "types");
            let found: Vec<_> = loaded.diagnostics.iter().map(|found| found.message.clone()).collect();
            let names: Vec<_> = found.iter().filter_map(|message| message.split('`').nth(1)).collect();
            assert_eq!(names, expected, "{types}: {found:?}");
        }
    }

    #[test]
    fn what_ends_somewhere_is_taken() {
        for types in [
            "A: { a: list<A> }",
            "A: { a: \"list<A>(..=1)\" }",
            "A: { a: \"[list<A>, A | null]\" }",
            "A: { tag: t, union: { x: { a: A }, y: { b: u8 } } }",
            "A: { tag: t, open: true, union: { x: { a: A } } }",
            "A: { union: [f64, list<A>] }",
        ] {
            model(types);
        }
    }
}
