//! Makes a model with errors in it emittable, for the compiler's sake alone.
//!
//! Beside the `compile_error!`s of a broken schema the macro still emits the module's items. Two items of one name, or
//! a type of infinite size, would add errors of the compiler's own; so here what cannot stand is renamed or replaced.
//! Nothing that comes out of this is ever run.

use sockgen_schema::model::{Builtin, Model, Names, RoomPart, Type, TypeDef, TypeId, TypeKind};
use std::collections::{HashMap, HashSet};

/// Renames what has the name of something else, and cuts types that contain themselves.
pub(crate) fn recover(mut model: Model) -> Model {
    let generated: HashSet<String> =
        sockgen_schema::check::GENERATED_TYPES.iter().map(|name| (*name).to_owned()).collect();
    // Each namespace is a module with types of its own.
    let mut modules: HashMap<Option<u32>, HashSet<String>> = HashMap::new();
    for def in &mut model.types {
        if !matches!(def.local_name.as_str(), "Auth" | "ConnectError") {
            let types = modules.entry(def.namespace.map(|id| id.0)).or_insert_with(|| generated.clone());
            def.local_name = unique(types, &def.local_name, "Type");
        }
        match &mut def.kind {
            TypeKind::Alias(_) | TypeKind::Brand(_) => {}
            // A path that is wrong would be an error of its own.
            TypeKind::External(external) => external.rust = None,
            TypeKind::Union(union) => {
                let mut seen = HashSet::from(["Unknown".to_owned()]);
                union.members.iter_mut().for_each(|member| {
                    member.variant = unique(&mut seen, &member.variant, "Member");
                });
            }
            TypeKind::Object(fields) => {
                let mut seen = HashSet::new();
                fields.iter_mut().for_each(|field| rename(&mut seen, &mut field.names));
            }
            TypeKind::Enum { values, .. } => {
                let mut seen = HashSet::from(["Other".to_owned()]);
                values
                    .iter_mut()
                    .for_each(|value| value.variant = unique(&mut seen, &value.variant, "Value"));
            }
        }
    }
    let mut named = modules_of_ours();
    for namespace in &mut model.namespaces {
        if let Some(names) = &mut namespace.names {
            rename(&mut named, names);
        }
        let mut inside = if namespace.names.is_none() { named.clone() } else { modules_of_ours() };
        namespace.groups.iter_mut().for_each(|group| rename(&mut inside, &mut group.names));
        if namespace.names.is_none() {
            named = inside;
        }
        parameters(&mut namespace.template);
        let reserved =
            || sockgen_schema::check::GENERATED_METHODS.iter().map(|name| (*name).to_owned()).collect();
        let (mut client, mut server, mut rooms): (HashSet<String>, HashSet<String>, HashSet<String>) =
            (reserved(), reserved(), HashSet::new());
        let mut variants = HashSet::new();
        namespace.client_events.iter_mut().for_each(|event| {
            let names = &mut event.head.names;
            rename(&mut client, names);
            // Of `ClientEvent`, where names meet that are two methods: `a1` and `a_1`.
            names.pascal = unique(&mut variants, &names.pascal, "Event");
        });
        namespace.server_events.iter_mut().for_each(|event| rename(&mut server, &mut event.head.names));
        namespace.rooms.iter_mut().for_each(|room| {
            rename(&mut rooms, &mut room.names);
            parameters(&mut room.template);
        });
    }
    cut_cycles(&mut model.types);
    model
}

/// The modules that every namespace has.
fn modules_of_ours() -> HashSet<String> {
    HashSet::from(["rooms".to_owned(), "emit".to_owned(), "test".to_owned()])
}

fn parameters(template: &mut [RoomPart]) {
    let mut seen = HashSet::new();
    for part in template {
        if let RoomPart::Param { names, .. } = part {
            rename(&mut seen, names);
        }
    }
}

fn rename(seen: &mut HashSet<String>, names: &mut Names) {
    names.snake = unique(seen, &names.snake, "item");
    names.pascal =
        if names.pascal.starts_with("invalid") { "Invalid".to_owned() } else { names.pascal.clone() };
}

fn unique(seen: &mut HashSet<String>, name: &str, fallback: &str) -> String {
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let base = if is_name { name } else { fallback };
    let mut candidate = base.to_owned();
    let mut next = 2;
    while !seen.insert(candidate.clone()) {
        candidate = format!("{base}{next}");
        next += 1;
    }
    candidate
}

/// Replaces every reference that leads straight back to a type that is being looked at.
fn cut_cycles(types: &mut [TypeDef]) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut state = vec![State::New; types.len()];
    for root in 0..types.len() {
        let mut stack = vec![root];
        while let Some(at) = stack.last().copied() {
            if state[at] != State::New {
                if state[at] == State::Open {
                    state[at] = State::Done;
                }
                stack.pop();
                continue;
            }
            state[at] = State::Open;
            let mut cut = |ty: &mut Type| {
                replace(ty, &mut |id: TypeId| {
                    let to = id.0 as usize;
                    if state[to] == State::New {
                        stack.push(to);
                    }
                    state[to] == State::Open
                });
            };
            match &mut types[at].kind {
                TypeKind::Alias(ty) | TypeKind::Brand(ty) => cut(ty),
                TypeKind::External(external) => cut(&mut external.json),
                TypeKind::Object(fields) => fields.iter_mut().for_each(|field| cut(&mut field.ty)),
                TypeKind::Union(union) => {
                    union.members.iter_mut().filter_map(|member| member.ty.as_mut()).for_each(cut);
                }
                TypeKind::Enum { .. } => {}
            }
        }
    }
}

fn replace(ty: &mut Type, is_cycle: &mut impl FnMut(TypeId) -> bool) {
    match ty {
        // Behind these a type may contain itself.
        Type::Builtin { .. } | Type::List { .. } | Type::Map { .. } | Type::Named { boxed: true, .. } => {}
        Type::Nullable(inner) => replace(inner, is_cycle),
        Type::Named { id, .. } if is_cycle(*id) => {
            *ty = Type::builtin(Builtin::Json);
        }
        Type::Named { .. } => {}
        Type::Tuple(items) => items.iter_mut().for_each(|item| replace(item, is_cycle)),
    }
}
