//! Unions: how a value tells which member it is. What decides on the server decides here.

use super::code::Code;
use super::types::{Schemas, literal};
use sockgen_schema::model::{Builtin, EnumRepr, Member, Tagging, Type, TypeId, TypeKind, Union};
use std::borrow::Cow;

impl<'m> Schemas<'m> {
    pub(in crate::ts) fn union(&self, id: TypeId, union: &'m Union) -> Code<'m> {
        let by_name = |empty: &dyn Fn() -> Code<'m>| {
            let entry = |member: &'m Member| {
                let schema = member.ty.as_ref().map_or_else(empty, |ty| self.of(ty, Some(id)));
                (Cow::from(member.wire.as_str()), schema)
            };
            Code::Lines(union.members.iter().map(entry).collect())
        };
        match &union.tagging {
            Tagging::Internal { tag } => {
                let members = by_name(&|| self.call("object", vec![Code::Lines(Vec::new())]));
                let name = if union.open { "openTagged" } else { "tagged" };
                self.call(name, vec![literal(tag), members])
            }
            Tagging::Adjacent { tag, content } => {
                let members = by_name(&|| Code::atom("null"));
                let name = if union.open { "openAdjacent" } else { "adjacent" };
                self.call(name, vec![literal(tag), literal(content), members])
            }
            Tagging::Untagged => self.untagged(id, union),
        }
    }

    /// By the kinds that values can have, and for several objects by the keys that each must have.
    fn untagged(&self, id: TypeId, union: &'m Union) -> Code<'m> {
        let mut kinds: Vec<(&'static str, &'m Type)> = Vec::new();
        let mut objects: Vec<(&'m Type, Vec<&'m str>)> = Vec::new();
        for ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
            let mut shape = Shape::default();
            self.shape(&mut shape, ty, &mut Vec::new());
            for kind in shape.kinds {
                if kinds.iter().all(|(known, _)| *known != kind) {
                    kinds.push((kind, ty));
                }
            }
            objects.extend(shape.keys.map(|keys| (ty, keys)));
        }
        let keyed = |(ty, keys): &(&'m Type, Vec<&'m str>)| {
            let keys = keys.iter().map(|key| literal(key));
            Code::List([self.of(ty, Some(id))].into_iter().chain(keys).collect())
        };
        let member = |(kind, ty): (&'static str, &'m Type)| {
            let schema = match kind {
                "object" if objects.len() > 1 => self.call("byKeys", objects.iter().map(keyed).collect()),
                _ => self.of(ty, Some(id)),
            };
            (kind.into(), schema)
        };
        self.call("byKind", vec![Code::Lines(kinds.into_iter().map(member).collect())])
    }

    fn shape(&self, shape: &mut Shape<'m>, ty: &'m Type, within: &mut Vec<TypeId>) {
        match ty {
            Type::Builtin { builtin: Builtin::Bytes, .. } => shape.kind("binary"),
            Type::Builtin { builtin: Builtin::Json, .. } => {
                ["null", "boolean", "number", "string", "array"]
                    .into_iter()
                    .for_each(|kind| shape.kind(kind));
                shape.object(Vec::new());
            }
            Type::Builtin { builtin: Builtin::Bool, .. } => shape.kind("boolean"),
            Type::Builtin { builtin, .. } => {
                let is_text = builtin.row().wire.starts_with("string");
                shape.kind(if is_text { "string" } else { "number" });
            }
            Type::List { .. } | Type::Tuple(_) => shape.kind("array"),
            Type::Map { .. } => shape.object(Vec::new()),
            Type::Nullable(inner) => {
                shape.kind("null");
                self.shape(shape, inner, within);
            }
            Type::Named { id, .. } if within.contains(id) => {}
            Type::Named { id, .. } => {
                within.push(*id);
                self.named_shape(shape, *id, within);
                within.pop();
            }
        }
    }

    fn named_shape(&self, shape: &mut Shape<'m>, id: TypeId, within: &mut Vec<TypeId>) {
        match &self.model.type_def(id).kind {
            TypeKind::Alias(target) | TypeKind::Brand(target) => self.shape(shape, target, within),
            TypeKind::External(external) => self.shape(shape, &external.json, within),
            TypeKind::Object(fields) => {
                let required = fields.iter().filter(|field| !field.optional && field.default.is_none());
                shape.object(required.map(|field| field.wire.as_str()).collect());
            }
            TypeKind::Enum { repr: EnumRepr::Text, .. } => shape.kind("string"),
            TypeKind::Enum { repr: EnumRepr::Number, .. } => shape.kind("number"),
            TypeKind::Union(union) => match &union.tagging {
                Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => shape.object(vec![tag]),
                Tagging::Untagged => {
                    for ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
                        self.shape(shape, ty, within);
                    }
                }
            },
        }
    }
}

/// What a value of a member can be.
#[derive(Default)]
struct Shape<'m> {
    kinds: Vec<&'static str>,
    /// The keys that an object must have, in every form that it can have.
    keys: Option<Vec<&'m str>>,
}

impl<'m> Shape<'m> {
    fn kind(&mut self, kind: &'static str) {
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }

    fn object(&mut self, keys: Vec<&'m str>) {
        self.kind("object");
        self.keys = Some(match self.keys.take() {
            None => keys,
            Some(old) => old.into_iter().filter(|key| keys.contains(key)).collect(),
        });
    }
}
