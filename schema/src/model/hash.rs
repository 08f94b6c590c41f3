//! The hash of what both ends must agree on.

use super::{Ack, Bounds, Model, Namespace, Payload, Type, TypeId, TypeKind};
use std::collections::HashSet;
use std::fmt::Write;

/// See [`Model::wire_hash`].
pub(super) fn wire_hash(model: &Model) -> String {
    let mut hasher = Hasher { model, types: vec![None; model.types.len()] };
    let text: String = model.namespaces.iter().map(|namespace| hasher.namespace(namespace)).collect();
    format!("{:016x}", fnv1a(&text))
}

/// FNV-1a, 64 bits: it tells versions of one contract apart, and guards against nothing.
fn fnv1a(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Makes texts in which equal contracts are equal: sorted, names of types left out.
struct Hasher<'a> {
    model: &'a Model,
    /// The hashes of the types that are done. A type is hashed once, so that the cost is linear in the contract.
    types: Vec<Option<u64>>,
}

impl Hasher<'_> {
    fn namespace(&mut self, namespace: &Namespace) -> String {
        // Sorted before anything is hashed: the hash of a type in a cycle depends on where the cycle is entered.
        let mut client: Vec<_> = namespace.client_events.iter().collect();
        client.sort_by_key(|event| &event.head.wire);
        let mut server: Vec<_> = namespace.server_events.iter().collect();
        server.sort_by_key(|event| &event.head.wire);

        let mut text = format!("{:?}\n", namespace.path);
        for (key, ty) in [("auth", &namespace.auth), ("refused", &namespace.connect_error)] {
            if let Some(ty) = ty {
                let _ = writeln!(text, "{key} {}", self.finished(ty));
            }
        }
        for event in client {
            let ack = match &event.ack {
                Ack::Undeclared => "-".to_owned(),
                Ack::Empty => "0".to_owned(),
                Ack::Data(ty) => self.finished(ty),
            };
            let error = event.error.as_ref().map(|ty| self.finished(ty));
            let payload = self.payload(&event.head.payload);
            let _ = writeln!(text, "c {:?} {payload} {ack} {error:?} {:?}", event.head.wire, event.max_bytes);
        }
        for event in server {
            let _ = writeln!(text, "s {:?} {}", event.head.wire, self.payload(&event.head.payload));
        }
        text
    }

    fn payload(&mut self, payload: &Payload) -> String {
        match payload {
            Payload::None => "-".to_owned(),
            Payload::Data(ty) => self.finished(ty),
        }
    }

    /// The text of a type, after the types that it leads to have been hashed: an own stack rather than recursion, since
    /// a chain of types may be as long as a file.
    fn finished(&mut self, ty: &Type) -> String {
        let mut open: Vec<(TypeId, Vec<TypeId>)> = Vec::new();
        let mut entered: HashSet<TypeId> = HashSet::new();
        let mut pending = Vec::new();
        ty.for_each_named(&mut |id, _| pending.push(id));
        loop {
            let next = match open.last_mut() {
                Some((_, children)) => children.pop(),
                None => pending.pop(),
            };
            match next {
                Some(id) if self.types[id.0 as usize].is_some() || !entered.insert(id) => {}
                Some(id) => open.push((id, self.children(id))),
                None => match open.pop() {
                    Some((id, _)) => self.types[id.0 as usize] = Some(fnv1a(&self.definition(id))),
                    None => break,
                },
            }
        }
        self.written(ty)
    }

    /// The types that a type's definition names, in an order that does not depend on the file's.
    fn children(&self, id: TypeId) -> Vec<TypeId> {
        let mut found = Vec::new();
        match &self.model.type_def(id).kind {
            TypeKind::Alias(target) => target.for_each_named(&mut |id, _| found.push(id)),
            TypeKind::Enum { .. } => {}
            TypeKind::Object(fields) => {
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|field| &field.wire);
                fields.iter().for_each(|field| field.ty.for_each_named(&mut |id, _| found.push(id)));
            }
        }
        found
    }

    fn definition(&self, id: TypeId) -> String {
        match &self.model.type_def(id).kind {
            TypeKind::Alias(target) => self.written(target),
            TypeKind::Enum { values, open } => {
                let mut values: Vec<_> = values.iter().map(|value| format!("{:?}", value.wire)).collect();
                values.sort();
                format!("({}{})", values.join("|"), if *open { "|…" } else { "" })
            }
            TypeKind::Object(fields) => {
                let mut fields: Vec<_> = fields
                    .iter()
                    .map(|field| {
                        let mark = if field.optional { "?" } else { "" };
                        format!("{:?}{mark}:{}", field.wire, self.written(&field.ty))
                    })
                    .collect();
                fields.sort();
                format!("{{{}}}", fields.join(","))
            }
        }
    }

    fn written(&self, ty: &Type) -> String {
        match ty {
            Type::Builtin { builtin, bounds } => format!("{}{}", builtin.row().name, written_bounds(bounds)),
            Type::List { items, bounds } => format!("[{}]{}", self.written(items), written_bounds(bounds)),
            Type::Map { values, bounds } => format!("<{}>{}", self.written(values), written_bounds(bounds)),
            Type::Nullable(inner) => format!("{}?", self.written(inner)),
            // An alias is as good as what it stands for, so it is written as that.
            Type::Named { id, .. } => match (&self.model.type_def(*id).kind, self.types[id.0 as usize]) {
                (TypeKind::Alias(target), Some(_)) if target.is_shallow() => self.written(target),
                (_, Some(hash)) => format!("{hash:016x}"),
                (_, None) => "^".to_owned(),
            },
        }
    }
}

fn written_bounds(bounds: &Bounds) -> String {
    if bounds.is_open() {
        return String::new();
    }
    let side = |bound: &Option<super::Bound>| match bound {
        None => String::new(),
        Some(super::Bound::Int(value)) => value.to_string(),
        Some(super::Bound::Float(value)) => value.to_string(),
    };
    format!("({}..={})", side(&bounds.min), side(&bounds.max))
}
