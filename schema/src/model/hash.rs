//! The hash of what both ends must agree on.
//!
//! Two types hash alike if no value on the wire can tell them apart, whatever they are called, wherever they stand, and
//! whether they are written out or go by an alias. For types that end somewhere that is a hash of what they are made
//! of. Types that lead back to themselves are told apart in rounds: in each, a type is what it is made of as of the
//! round before, until a round tells no more types apart than the last one. A type is then known as far as the rounds
//! went, and how it goes on is known from the others; so all of them together are part of the hash.

use super::graph;
use super::{
    Ack, AckStyle, AckStyleId, Bound, Bounds, EnumRepr, EventHead, Field, Model, Namespace, Payload,
};
use super::{RoomPart, Shape, ShapeEntry, Tagging, Type, TypeId, TypeKind, Union};
use std::collections::HashSet;

/// After so many rounds, types that differ only further away than that are taken for the same. Since all types are part
/// of the hash, the difference still shows.
const ROUNDS: usize = 64;

/// See [`Model::wire_hash`].
pub(super) fn wire_hash(model: &Model) -> String {
    let mut types = Types { model, hashes: vec![0; model.types.len()] };
    let mut all = Mix::new();
    for hash in types.fill() {
        all.number(hash);
    }
    // The root stands first; the others have no order.
    let mut namespaces: Vec<u64> =
        model.namespaces.iter().map(|namespace| types.namespace(namespace)).collect();
    namespaces[1..].sort_unstable();
    namespaces.into_iter().for_each(|hash| all.number(hash));
    format!("{:016x}", all.0)
}

/// A hash of 64 bits, made of multiplications and shifts: it tells versions of one contract apart, and guards against
/// nothing.
struct Mix(u64);

impl Mix {
    fn new() -> Self {
        Mix(0xcbf2_9ce4_8422_2325)
    }

    /// Begins with a letter for what is hashed.
    fn of(kind: u8) -> Self {
        let mut hash = Mix::new();
        hash.number(u64::from(kind));
        hash
    }

    fn number(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) ^ (mixed >> 29);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut number = [0; 8];
            number[..chunk.len()].copy_from_slice(chunk);
            self.number(u64::from_le_bytes(number));
        }
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    /// Numbers of which the order means nothing.
    fn set(&mut self, mut numbers: Vec<u64>) {
        numbers.sort_unstable();
        self.number(numbers.len() as u64);
        numbers.into_iter().for_each(|number| self.number(number));
    }

    fn bounds(&mut self, bounds: &Bounds) {
        for side in [bounds.min, bounds.max] {
            match side {
                None => self.bytes(b"-"),
                Some(Bound::Int(value)) => self.bytes(&value.to_le_bytes()),
                Some(Bound::Float(value)) => self.number(value.to_bits()),
            }
        }
    }
}

struct Types<'m> {
    model: &'m Model,
    /// The hash of each type that is done.
    hashes: Vec<u64>,
}

impl Types<'_> {
    /// Hashes all types that events lead to. Returns the hashes of those that lead back to themselves.
    fn fill(&mut self) -> Vec<u64> {
        let reached = self.reached();
        let edges: Vec<Vec<usize>> = (0..self.hashes.len())
            .map(|at| if reached[at] { self.named_by(at) } else { Vec::new() })
            .collect();
        let mut endless = Vec::new();
        let mut is_endless = vec![false; edges.len()];
        for component in graph::components(&edges) {
            let own = component.len() > 1 || edges[component[0]].contains(&component[0]);
            for at in component {
                is_endless[at] = own || edges[at].iter().any(|to| is_endless[*to]);
                match is_endless[at] {
                    true => endless.push(at),
                    false => self.hashes[at] = self.definition(at),
                }
            }
        }
        self.tell_apart(&endless, &edges)
    }

    fn tell_apart(&mut self, endless: &[usize], edges: &[Vec<usize>]) -> Vec<u64> {
        let is_alias = |at: usize| matches!(self.model.types[at].kind, TypeKind::Alias(_));
        // An alias is no step on the way to what it stands for, so it follows within the round.
        let alias_edges: Vec<Vec<usize>> = (0..edges.len())
            .map(|at| match is_alias(at) {
                true => edges[at].iter().copied().filter(|to| is_alias(*to)).collect(),
                false => Vec::new(),
            })
            .collect();
        let members: HashSet<usize> = endless.iter().copied().collect();
        let order = graph::components(&alias_edges).into_iter().flatten();
        let aliases: Vec<usize> = order.filter(|at| is_alias(*at) && members.contains(at)).collect();
        let others: Vec<usize> = endless.iter().copied().filter(|at| !is_alias(*at)).collect();
        let mut classes = 1;
        for _ in 0..ROUNDS {
            for at in &aliases {
                self.hashes[*at] = self.definition(*at);
            }
            let round: Vec<u64> = others.iter().map(|at| self.definition(*at)).collect();
            others.iter().zip(&round).for_each(|(at, hash)| self.hashes[*at] = *hash);
            let told_apart = round.iter().collect::<HashSet<_>>().len();
            if told_apart <= classes {
                break;
            }
            classes = told_apart;
        }
        for at in &aliases {
            self.hashes[*at] = self.definition(*at);
        }
        let mut all: Vec<u64> = others.iter().map(|at| self.hashes[*at]).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Which types stand in some event, at whatever distance.
    fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.model.types.len()];
        let mut open: Vec<TypeId> = Vec::new();
        for namespace in &self.model.namespaces {
            let mut root = |ty: &Type| ty.for_each_named(&mut |id, _| open.push(id));
            namespace.auth.iter().chain(&namespace.connect_error).for_each(&mut root);
            for part in &namespace.template {
                if let RoomPart::Param { ty, .. } = part {
                    root(ty);
                }
            }
            for head in namespace.events() {
                let ack = if let Ack::Data(ty) = &head.ack { Some(ty) } else { None };
                ack.into_iter().chain(&head.error).for_each(&mut root);
                match &head.payload {
                    Payload::Data(ty) => root(ty),
                    Payload::Args(id) => root(&Type::Named { id: *id, boxed: false }),
                    Payload::None | Payload::Raw => {}
                }
            }
        }
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut reached[id.0 as usize], true) {
                open.extend(self.named_by(id.0 as usize).into_iter().map(|at| TypeId(at as u32)));
            }
        }
        reached
    }

    /// The types that a type's definition names.
    fn named_by(&self, at: usize) -> Vec<usize> {
        let mut found = Vec::new();
        self.model.types[at]
            .for_each_type(&mut |ty| ty.for_each_named(&mut |id, _| found.push(id.0 as usize)));
        found
    }

    fn definition(&self, at: usize) -> u64 {
        match &self.model.types[at].kind {
            // An alias is as good as what it stands for.
            TypeKind::Alias(target) | TypeKind::Brand(target) => self.ty(target),
            TypeKind::External(external) => self.ty(&external.json),
            TypeKind::Union(union) => self.union(union),
            TypeKind::Enum { values, open, repr } => {
                let mut hash = Mix::of(if *open { b'E' } else { b'e' });
                if *repr == EnumRepr::Number {
                    hash.number(1);
                }
                hash.set(values.iter().map(|value| self.word(&value.wire)).collect());
                hash.0
            }
            TypeKind::Object(fields) => {
                let mut hash = Mix::of(b'o');
                hash.set(fields.iter().map(|field| self.field(field)).collect());
                hash.0
            }
        }
    }

    fn field(&self, field: &Field) -> u64 {
        let mut hash = Mix::of(if field.optional { b'?' } else { b':' });
        hash.text(&field.wire);
        hash.number(self.ty(&field.ty));
        if let Some(default) = &field.default {
            hash.text(&default.to_string());
        }
        hash.0
    }

    fn union(&self, union: &Union) -> u64 {
        let mut hash = Mix::of(if union.open { b'U' } else { b'u' });
        match &union.tagging {
            Tagging::Internal { tag } => hash.text(tag),
            Tagging::Adjacent { tag, content } => {
                hash.text(tag);
                hash.text(content);
            }
            Tagging::Untagged => {}
        }
        let member = |member: &super::Member| {
            let mut hash = Mix::of(b'm');
            hash.text(&member.wire);
            hash.number(member.ty.as_ref().map_or(0, |ty| self.ty(ty)));
            hash.0
        };
        hash.set(union.members.iter().map(member).collect());
        hash.0
    }

    fn word(&self, text: &str) -> u64 {
        let mut hash = Mix::of(b'w');
        hash.text(text);
        hash.0
    }

    fn ty(&self, ty: &Type) -> u64 {
        let with = |kind: u8, inner: u64, bounds: &Bounds| {
            let mut hash = Mix::of(kind);
            hash.number(inner);
            hash.bounds(bounds);
            hash.0
        };
        match ty {
            Type::Builtin { builtin, bounds, pattern } => {
                let plain = with(b'b', self.word(builtin.row().name), bounds);
                match pattern {
                    None => plain,
                    Some(pattern) => with(b'p', self.word(pattern) ^ plain, bounds),
                }
            }
            Type::Tuple(items) => {
                let mut hash = Mix::of(b't');
                hash.number(items.len() as u64);
                items.iter().for_each(|item| hash.number(self.ty(item)));
                hash.0
            }
            Type::List { items, bounds } => with(b'l', self.ty(items), bounds),
            Type::Map { values, bounds } => with(b'm', self.ty(values), bounds),
            Type::Nullable(inner) => with(b'n', self.ty(inner), &Bounds::default()),
            Type::Named { id, .. } => self.hashes[id.0 as usize],
        }
    }

    fn namespace(&self, namespace: &Namespace) -> u64 {
        let mut hash = Mix::of(b'N');
        for part in &namespace.template {
            match part {
                RoomPart::Literal(text) => hash.text(text),
                RoomPart::Param { ty, .. } => hash.number(self.ty(ty)),
            }
        }
        for ty in [&namespace.auth, &namespace.connect_error] {
            hash.number(ty.as_ref().map_or(0, |ty| self.ty(ty)));
        }
        let client = namespace.client_events.iter().map(|event| {
            let mut hash = Mix::of(b'c');
            hash.number(self.event(&event.head));
            hash.number(event.max_bytes.unwrap_or(0));
            hash.number(u64::from(event.strict));
            hash.0
        });
        hash.set(client.collect());
        let server = namespace.server_events.iter().map(|event| {
            let mut hash = Mix::of(b's');
            hash.number(self.event(&event.head));
            hash.0
        });
        hash.set(server.collect());
        hash.0
    }

    fn event(&self, head: &EventHead) -> u64 {
        let mut hash = Mix::new();
        hash.text(&head.wire);
        match &head.payload {
            Payload::None => hash.number(0),
            Payload::Data(ty) => hash.number(self.ty(ty)),
            Payload::Raw => hash.number(1),
            Payload::Args(id) => {
                hash.number(2);
                // Unlike fields, arguments have an order, and no names.
                if let TypeKind::Object(fields) = &self.model.type_def(*id).kind {
                    for field in fields {
                        hash.number(self.field(&Field { wire: String::new(), ..field.clone() }));
                    }
                }
            }
        }
        match &head.ack {
            Ack::Undeclared => hash.number(0),
            Ack::Empty => hash.number(1),
            Ack::Raw => hash.number(2),
            Ack::Data(ty) => hash.number(self.ty(ty)),
        }
        if head.ack != Ack::Undeclared {
            hash.number(head.error.as_ref().map_or(0, |ty| self.ty(ty)));
            hash.number(style(self.model, head.ack_style));
        }
        hash.0
    }
}

fn style(model: &Model, id: AckStyleId) -> u64 {
    let AckStyle { ok, error, fault, .. } = model.ack_style(id);
    let mut hash = Mix::of(b'a');
    for shape in [Some(ok), error.as_ref(), fault.as_ref()] {
        hash.number(shape.map_or(0, self::shape));
    }
    hash.0
}

fn shape(shape: &Shape) -> u64 {
    let mut hash = Mix::new();
    match shape {
        Shape::Slot(slot) => {
            hash.number(1);
            hash.number(*slot as u64);
        }
        Shape::Const(value) => {
            hash.number(2);
            hash.text(&value.to_string());
        }
        Shape::Object(entries) => {
            let entry = |entry: &ShapeEntry| {
                let mut hash = Mix::new();
                match entry {
                    ShapeEntry::Key { key, value } => {
                        hash.text(key);
                        hash.number(self::shape(value));
                    }
                    ShapeEntry::Spread(slot) => hash.number(*slot as u64),
                }
                hash.0
            };
            hash.number(3);
            hash.set(entries.iter().map(entry).collect());
        }
    }
    hash.0
}
