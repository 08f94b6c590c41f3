//! What holds of every model that came with no errors, checked without the code that is to make it hold.

use sockgen_schema::model::{
    Ack, AckStyle, Bound, Bounds, Builtin, Ends, EnumRepr, EventHead, Field, JsonKind, Measure, Model, Names,
    Namespace, NamespaceId, Payload, RoomPart, Shape, ShapeEntry, Slot, Tagging, Type, TypeDef, TypeKind,
    Union, fits,
};
use std::collections::HashSet;

/// Panics where a model breaks what emitters rely on.
pub fn check(model: &Model) {
    unique(model.types.iter().map(|def| def.name.as_str()), "type");
    for def in &model.types {
        is_identifier(&def.name);
        assert!(def.name.starts_with(|c: char| c.is_ascii_uppercase()), "{}", def.name);
        kind(model, def);
    }
    assert!(!model.namespaces.is_empty());
    for namespace in &model.namespaces {
        unique(namespace.client_events.iter().map(|event| event.head.wire.as_str()), "client event");
        unique(namespace.server_events.iter().map(|event| event.head.wire.as_str()), "server event");
        unique(namespace.client_events.iter().map(|event| event.head.names.snake.as_str()), "method");
        unique(namespace.client_events.iter().map(|event| event.head.names.camel.as_str()), "method");
        unique(namespace.server_events.iter().map(|event| event.head.names.snake.as_str()), "method");
        unique(namespace.rooms.iter().map(|room| room.names.pascal.as_str()), "room");
        namespace.auth.iter().chain(&namespace.connect_error).for_each(|found| ty(model, found));
        unique(namespace.server_events.iter().map(|event| event.head.names.camel.as_str()), "listener");
        namespace.events().for_each(|head| event(model, namespace, head));
        for event in &namespace.client_events {
            assert!(event.rate.is_none_or(|rate| rate.count > 0 && rate.per_ms > 0));
            assert!(event.max_bytes != Some(0));
        }
        for event in &namespace.server_events {
            assert!(event.to.iter().all(|id| (id.0 as usize) < namespace.rooms.len()));
            assert!(event.to.is_empty() || event.head.ack == Ack::Undeclared);
        }
        for room in &namespace.rooms {
            names(&room.names);
            let events = room.join.iter().chain(&room.leave);
            assert!(events.into_iter().all(|id| (id.0 as usize) < namespace.client_events.len()));
            assert!(matches!(room.template.first(), Some(RoomPart::Literal(text)) if !text.is_empty()));
            for part in &room.template {
                param(model, part);
            }
        }
        path(model, namespace);
    }
    modules(model);
    model.ack_styles.iter().for_each(style);
    has_finite_size(model);
    assert_eq!(model.wire_hash().len(), 16);
}

/// A part of a room's template or of a namespace's path.
fn param(model: &Model, part: &RoomPart) {
    let RoomPart::Param { names: found, ty: param, .. } = part else { return };
    names(found);
    ty(model, param);
    let mut param = model.unaliased(param);
    while let Type::Named { id, .. } = param {
        let TypeKind::Brand(inner) = &model.type_def(*id).kind else { panic!("{param:?}") };
        param = model.unaliased(inner);
    }
    let Type::Builtin { builtin, .. } = param else { panic!("{param:?}") };
    let row = builtin.row();
    assert!(matches!(row.name, "string" | "uuid") || row.measure == Measure::Integer);
}

fn event(model: &Model, namespace: &Namespace, head: &EventHead) {
    names(&head.names);
    payload(model, &head.payload);
    if let Ack::Data(found) = &head.ack {
        ty(model, found);
    }
    head.error.iter().for_each(|found| ty(model, found));
    assert!(head.error.is_none() || matches!(head.ack, Ack::Empty | Ack::Data(_)));
    assert!(head.ack == Ack::Undeclared || !head.volatile);
    assert!(head.ack != Ack::Undeclared || head.ack_timeout_ms.is_none());
    assert!(head.ack_timeout_ms != Some(0));
    assert!(head.group.is_none_or(|id| (id.0 as usize) < namespace.groups.len()));
    let style = model.ack_style(head.ack_style);
    assert!(!matches!(head.ack, Ack::Data(_)) || slots(&style.ok) == [Slot::Data]);
    assert!(head.error.is_none() || style.error.is_some());
    assert!(head.extensions.iter().all(|(key, _)| key.starts_with("x-")));
}

fn path(model: &Model, namespace: &Namespace) {
    let Some(found) = &namespace.names else {
        assert_eq!(namespace.path, "/");
        return;
    };
    names(found);
    assert!(namespace.path.starts_with('/') && !namespace.path.ends_with('/'));
    let text = |part: &RoomPart| match part {
        RoomPart::Literal(text) => text.clone(),
        RoomPart::Param { name, .. } => format!("{{{name}}}"),
    };
    let path: String = namespace.template.iter().map(text).collect();
    let parts: Vec<&str> = path[1..].split('/').collect();
    assert!(parts.iter().all(|part| !part.is_empty() && (part.starts_with('{') || !part.contains('{'))));
    namespace.template.iter().for_each(|part| param(model, part));
}

/// Modules stand side by side, and what a namespace brings along has its name.
fn modules(model: &Model) {
    let others = model.namespaces[1..].iter().filter_map(|namespace| namespace.names.as_ref());
    let groups =
        |namespace: &Namespace| namespace.groups.iter().map(|group| group.names.snake.clone()).collect();
    let mut root: Vec<String> = groups(model.root());
    root.extend(others.map(|names| names.snake.clone()));
    unique(root.iter().map(String::as_str), "module");
    for (at, namespace) in model.namespaces.iter().enumerate().skip(1) {
        let found: Vec<String> = groups(namespace);
        unique(found.iter().map(String::as_str), "module");
        let types = || {
            let owner = NamespaceId(at as u32);
            model.types.iter().filter(move |def| def.namespace == Some(owner))
        };
        unique(types().map(|def| def.local_name.as_str()), "local type");
        let prefix = &namespace.names.as_ref().unwrap().pascal;
        types().for_each(|def| assert_eq!(def.name, format!("{prefix}{}", def.local_name)));
    }
    assert!(model.types.iter().all(|def| def.namespace.is_some() || def.name == def.local_name));
}

fn style(style: &AckStyle) {
    let found = slots(&style.ok);
    assert!(found.is_empty() || found == [Slot::Data]);
    assert!(style.error.as_ref().is_none_or(|error| slots(error) == [Slot::Error]));
    let mut fault = style.fault.as_ref().map(slots).unwrap_or_default();
    assert!(fault.iter().all(|slot| matches!(slot, Slot::Fault | Slot::Code | Slot::Message)));
    fault.sort_unstable();
    fault.dedup();
    assert_eq!(fault.len(), style.fault.as_ref().map_or(0, |fault| slots(fault).len()));
}

fn slots(shape: &Shape) -> Vec<Slot> {
    match shape {
        Shape::Slot(slot) => vec![*slot],
        Shape::Const(value) => {
            assert!(!value.is_object() && !value.is_array());
            Vec::new()
        }
        Shape::Object(entries) => entries
            .iter()
            .flat_map(|entry| match entry {
                ShapeEntry::Key { value, .. } => slots(value),
                ShapeEntry::Spread(slot) => vec![*slot],
            })
            .collect(),
    }
}

fn kind(model: &Model, def: &TypeDef) {
    match &def.kind {
        TypeKind::Alias(target) => ty(model, target),
        TypeKind::Brand(target) => {
            ty(model, target);
            // A brand makes a type of its own of one that is none.
            match model.unaliased(target) {
                Type::Named { .. } | Type::Nullable(_) => panic!("a brand of {target:?}"),
                Type::Builtin { builtin, .. } => assert_ne!(*builtin, Builtin::Json),
                _ => {}
            }
        }
        TypeKind::External(external) => {
            ty(model, &external.json);
            assert!(!external.json.holds_bytes(&model.types_with_bytes()));
            assert!(external.rust.is_some() || external.ts.is_some());
            if let Some(path) = &external.rust {
                let parts: Vec<_> = path.trim_start_matches("::").split("::").collect();
                assert!(parts.len() > 1, "{path}");
                parts.iter().for_each(|part| is_identifier(part.trim_start_matches('_')));
            }
            if let Some(ts) = &external.ts {
                is_identifier(ts.name.trim_start_matches(['_', '$']));
                assert!(!ts.from.is_empty() && !ts.from.contains(|c: char| c.is_control() || c == '"'));
            }
        }
        TypeKind::Object(fields) => {
            unique(fields.iter().map(|field| field.wire.as_str()), "field");
            unique(fields.iter().map(|field| field.names.snake.as_str()), "field");
            for field in fields {
                names(&field.names);
                ty(model, &field.ty);
                if let Some(default) = &field.default {
                    assert!(!field.optional, "{}", field.wire);
                    let fits = fits(model, &field.ty, default);
                    assert!(fits.is_ok(), "{}: {default}: {fits:?}", field.wire);
                }
            }
        }
        TypeKind::Enum { values, open, repr } => {
            assert!(!values.is_empty());
            unique(values.iter().map(|value| value.wire.as_str()), "value");
            unique(values.iter().map(|value| value.variant.as_str()), "value");
            values.iter().for_each(|value| is_identifier(&value.variant));
            assert!(!open || values.iter().all(|value| value.variant != "Other"));
            if *repr == EnumRepr::Number {
                for value in values {
                    let number: i64 = value.wire.parse().unwrap();
                    assert!(number.unsigned_abs() < 1 << 53 && number.to_string() == value.wire);
                }
            }
        }
        TypeKind::Union(union) => self::union(model, union),
    }
    def.extensions.iter().for_each(|(key, _)| assert!(key.starts_with("x-")));
}

fn union(model: &Model, union: &Union) {
    assert!(!union.members.is_empty());
    unique(union.members.iter().map(|member| member.variant.as_str()), "member");
    for member in &union.members {
        is_identifier(&member.variant);
        member.ty.iter().for_each(|found| ty(model, found));
        assert!(!union.open || member.variant != "Unknown");
    }
    let object = |ty: &Type| match model.unaliased(ty) {
        Type::Named { id, .. } => match &model.type_def(*id).kind {
            TypeKind::Object(fields) => Some(fields.clone()),
            _ => None,
        },
        _ => None,
    };
    match &union.tagging {
        Tagging::Untagged => {
            assert!(!union.open);
            let ends = Ends::new(&model.types);
            let types: Vec<_> = union.members.iter().map(|member| member.ty.as_ref().unwrap()).collect();
            let kinds: Vec<_> = types.iter().map(|ty| ends.kind(ty).unwrap()).collect();
            unique_kinds(&kinds);
            // No value of an object may have all that another one must have, where that is as much as its own.
            let objects: Vec<_> = types.iter().filter_map(|ty| object(ty)).collect();
            let needed = |fields: &[Field]| -> Vec<String> {
                let needed = fields.iter().filter(|field| !field.optional && field.default.is_none());
                needed.map(|field| field.wire.clone()).collect()
            };
            for (at, one) in objects.iter().enumerate() {
                for (_, other) in objects.iter().enumerate().filter(|(other, _)| *other != at) {
                    let (needs, others) = (needed(one), needed(other));
                    let fits = others.iter().all(|key| one.iter().any(|field| field.wire == *key));
                    assert!(!fits || others.len() < needs.len(), "{one:?} {other:?}");
                }
            }
        }
        Tagging::Internal { tag } => {
            unique(union.members.iter().map(|member| member.wire.as_str()), "member");
            for ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
                let fields = object(ty).expect("an object");
                assert!(fields.iter().all(|field| field.wire != *tag));
            }
        }
        Tagging::Adjacent { tag, content } => {
            assert_ne!(tag, content);
            unique(union.members.iter().map(|member| member.wire.as_str()), "member");
        }
    }
}

fn unique_kinds(kinds: &[JsonKind]) {
    let others: Vec<_> = kinds.iter().filter(|kind| **kind != JsonKind::Object).collect();
    let distinct: HashSet<_> = others.iter().collect();
    assert_eq!(distinct.len(), others.len(), "{kinds:?}");
}

fn payload(model: &Model, payload: &Payload) {
    match payload {
        Payload::None | Payload::Raw => {}
        Payload::Data(found) => ty(model, found),
        Payload::Args(id) => {
            let TypeKind::Object(fields) = &model.type_def(*id).kind else { panic!("no arguments") };
            assert!(!fields.is_empty());
            let may_be_left_out = |field: &Field| field.optional || field.default.is_some();
            assert!(fields.is_sorted_by_key(may_be_left_out), "optional arguments come last");
            let null = |field: &Field| matches!(model.unaliased(&field.ty), Type::Nullable(_));
            assert!(!fields.iter().any(|field| field.optional && null(field)));
        }
    }
}

fn ty(model: &Model, found: &Type) {
    match found {
        Type::Builtin { builtin, bounds, pattern } => {
            in_order(bounds);
            assert!(bounds.is_open() || builtin.row().measure != Measure::Nothing);
            assert!(pattern.is_none() || *builtin == Builtin::String);
            if let Some(pattern) = pattern {
                assert!(regex_lite::Regex::new(pattern).is_ok(), "{pattern}");
            }
        }
        Type::List { items: inner, bounds } | Type::Map { values: inner, bounds } => {
            in_order(bounds);
            ty(model, inner);
        }
        Type::Nullable(inner) => {
            assert!(!matches!(**inner, Type::Nullable(_)));
            ty(model, inner);
        }
        Type::Tuple(items) => {
            assert!((2..=12).contains(&items.len()));
            items.iter().for_each(|item| ty(model, item));
        }
        Type::Named { id, .. } => assert!((id.0 as usize) < model.types.len()),
    }
}

fn in_order(bounds: &Bounds) {
    match (bounds.min, bounds.max) {
        (Some(Bound::Int(min)), Some(Bound::Int(max))) => assert!(min <= max),
        (Some(Bound::Float(min)), Some(Bound::Float(max))) => assert!(min <= max),
        (Some(Bound::Int(_)), Some(Bound::Float(_))) | (Some(Bound::Float(_)), Some(Bound::Int(_))) => {
            panic!("{bounds:?}")
        }
        _ => {}
    }
}

fn names(names: &Names) {
    for name in [&names.snake, &names.pascal, &names.camel] {
        is_identifier(name);
    }
}

fn is_identifier(name: &str) {
    assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "{name:?}");
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{name:?}");
}

fn unique<'n>(names: impl Iterator<Item = &'n str>, what: &str) {
    let mut seen = HashSet::new();
    for name in names {
        assert!(seen.insert(name), "two {what}s are called {name:?}");
    }
}

/// Every type that holds another one directly, and not in a box, must end somewhere.
fn has_finite_size(model: &Model) {
    fn direct(ty: &Type, found: &mut Vec<usize>) {
        match ty {
            Type::Nullable(inner) => direct(inner, found),
            Type::Tuple(items) => items.iter().for_each(|item| direct(item, found)),
            Type::Named { id, boxed: false } => found.push(id.0 as usize),
            _ => {}
        }
    }
    let holds: Vec<Vec<usize>> = model
        .types
        .iter()
        .map(|def| {
            let mut found = Vec::new();
            match &def.kind {
                TypeKind::Alias(target) | TypeKind::Brand(target) => direct(target, &mut found),
                TypeKind::Object(fields) => fields.iter().for_each(|field| direct(&field.ty, &mut found)),
                TypeKind::Union(union) => {
                    let members = union.members.iter().filter_map(|member| member.ty.as_ref());
                    members.for_each(|ty| direct(ty, &mut found));
                }
                TypeKind::Enum { .. } | TypeKind::External(_) => {}
            }
            found
        })
        .collect();
    // Types that hold nothing that is left are taken away, until none are.
    let mut left: Vec<usize> = holds.iter().map(Vec::len).collect();
    let mut held_by: Vec<Vec<usize>> = vec![Vec::new(); holds.len()];
    holds.iter().enumerate().for_each(|(at, held)| held.iter().for_each(|inner| held_by[*inner].push(at)));
    let mut open: Vec<usize> = (0..left.len()).filter(|at| left[*at] == 0).collect();
    let mut done = 0;
    while let Some(at) = open.pop() {
        done += 1;
        for owner in &held_by[at] {
            left[*owner] -= 1;
            if left[*owner] == 0 {
                open.push(*owner);
            }
        }
    }
    assert_eq!(done, model.types.len(), "a type holds itself");
}
