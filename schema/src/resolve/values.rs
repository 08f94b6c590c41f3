//! Defaults and examples: what is written, as the value that stands on the wire.
//!
//! YAML says of a word only whether it stands in quotes; what it is, the type says. `example: 123` of a string is the
//! text `123`, of a `u64` the string of digits that the wire has, of a `u8` a number.

use super::Resolver;
use super::mixins::Include;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Builtin, Ends, EnumRepr, Fit, JsonKind, Tagging, Type, TypeDef, TypeId, TypeKind, Union};
use crate::source::Span;
use crate::syntax::json_value;
use crate::syntax::tree::{Map, Node, Value};
use serde_json::Value as Json;
use std::collections::HashMap;

/// What is worked out when all types are known.
#[derive(Default)]
pub(super) struct Later<'a> {
    /// The examples of types.
    pub(super) examples: Vec<(TypeId, &'a Node<'a>)>,
    /// What fields have, by the places of their names: a field that is included stands in several types.
    fields: HashMap<Span, FieldValues<'a>>,
    /// Which objects include others.
    pub(super) includes: Vec<Include>,
}

#[derive(Default)]
struct FieldValues<'a> {
    example: Option<&'a Node<'a>>,
    default: Option<&'a Node<'a>>,
}

impl<'a> Later<'a> {
    pub(super) fn of_fields(
        &mut self,
        field: Span,
        example: Option<&'a Node<'a>>,
        default: Option<&'a Node<'a>>,
    ) {
        if example.is_none() && default.is_none() {
            return;
        }
        let values = self.fields.entry(field).or_default();
        values.example = values.example.or(example);
        values.default = values.default.or(default);
    }
}

impl Resolver<'_, '_> {
    /// Gives types and fields their examples, and fields their defaults, which must fit.
    pub(super) fn fill_values(&mut self) {
        let examples = std::mem::take(&mut self.later.examples);
        let fields = std::mem::take(&mut self.later.fields);
        if examples.is_empty() && fields.is_empty() {
            return;
        }
        let reader = Reader { ends: Ends::new(&self.types.defs) };
        let examples: Vec<(TypeId, Json)> = examples
            .into_iter()
            .map(|(id, node)| (id, reader.read(&Type::Named { id, boxed: false }, node)))
            .collect();
        let mut found = Vec::new();
        if !fields.is_empty() {
            for (at, def) in self.types.defs.iter().enumerate() {
                let TypeKind::Object(own) = &def.kind else { continue };
                for (index, field) in own.iter().enumerate() {
                    let Some(values) = fields.get(&field.span) else { continue };
                    let example = values.example.map(|node| reader.read(&field.ty, node));
                    let default = values.default.map(|node| (reader.read(&field.ty, node), node.span));
                    found.push((at, index, example, default));
                }
            }
        }
        for (id, example) in examples {
            self.types.def_mut(id).example = Some(example);
        }
        let mut places = Vec::new();
        for (at, index, example, default) in found {
            let TypeKind::Object(fields) = &mut self.types.defs[at].kind else { continue };
            fields[index].example = example;
            if let Some((value, place)) = default {
                fields[index].default = Some(value);
                places.push((at, index, place));
            }
        }
        let fit = Fit::of_defaults(&self.types.defs);
        let mut findings = Vec::new();
        for (at, index, place) in places {
            let TypeKind::Object(fields) = &self.types.defs[at].kind else { continue };
            let field = &fields[index];
            let Some(Err(misfit)) = field.default.as_ref().map(|value| fit.check(&field.ty, value)) else {
                continue;
            };
            let message = format!("this default does not fit its type: {misfit}");
            let finding = Diagnostic::new(Code::Default, place, message);
            findings.push(
                finding.help("write a value of the type, as it stands on the wire, or leave the default out"),
            );
        }
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

struct Reader<'m> {
    ends: Ends<'m>,
}

impl<'m> Reader<'m> {
    fn read<'t>(&self, mut ty: &'t Type, node: &Node<'_>) -> Json
    where
        'm: 't,
    {
        loop {
            match ty {
                _ if !self.ends.step() => return json_value(node),
                Type::Nullable(_) if node.is_empty() => return Json::Null,
                Type::Nullable(inner) => ty = inner,
                Type::Named { id, .. } => match self.ends.of(*id) {
                    Some(def) => match &def.kind {
                        TypeKind::Alias(target) | TypeKind::Brand(target) => ty = target,
                        TypeKind::External(external) => ty = &external.json,
                        _ => return self.named(def, node),
                    },
                    None => return json_value(node),
                },
                _ => return self.unnamed(ty, node),
            }
        }
    }

    fn unnamed(&self, ty: &Type, node: &Node<'_>) -> Json {
        match (ty, &node.value) {
            (Type::Builtin { builtin, .. }, _) if is_text(*builtin) => text(node),
            (Type::List { items, .. }, Value::List(nodes)) => {
                nodes.iter().map(|node| self.read(items, node)).collect()
            }
            (Type::Tuple(items), Value::List(nodes)) if items.len() == nodes.len() => {
                items.iter().zip(nodes).map(|(ty, node)| self.read(ty, node)).collect()
            }
            (Type::Map { values, .. }, Value::Map(map)) => object(map, |_, node| self.read(values, node)),
            _ => json_value(node),
        }
    }

    fn named(&self, def: &TypeDef, node: &Node<'_>) -> Json {
        match (&def.kind, &node.value) {
            (TypeKind::Enum { repr: EnumRepr::Text, .. }, _) => text(node),
            (TypeKind::Object(_), Value::Map(map)) => self.object(def, map),
            (TypeKind::Union(union), _) => self.union(union, node),
            _ => json_value(node),
        }
    }

    fn object(&self, def: &TypeDef, map: &Map<'_>) -> Json {
        let TypeKind::Object(fields) = &def.kind else { return object(map, |_, node| json_value(node)) };
        object(map, |key, node| match fields.iter().find(|field| field.wire == key) {
            Some(field) if field.optional && node.is_empty() => Json::Null,
            Some(field) => self.read(&field.ty, node),
            None => json_value(node),
        })
    }

    fn union(&self, union: &Union, node: &Node<'_>) -> Json {
        let member = |map: &Map<'_>, tag: &str| {
            let Value::Scalar { text, .. } = &map.get(tag)?.value.value else { return None };
            union.members.iter().find(|member| member.wire == *text)?.ty.as_ref()
        };
        match (&union.tagging, &node.value) {
            (Tagging::Internal { tag }, Value::Map(map)) => {
                let def = member(map, tag).and_then(|ty| self.ends.behind(ty).0);
                let mut value = match def {
                    Some(def) => self.object(def, map),
                    None => object(map, |_, node| json_value(node)),
                };
                tag_as_text(&mut value, map, tag);
                value
            }
            (Tagging::Adjacent { tag, content }, Value::Map(map)) => {
                let ty = member(map, tag);
                let mut value = object(map, |key, node| match ty.filter(|_| key == content) {
                    Some(ty) => self.read(ty, node),
                    None => json_value(node),
                });
                tag_as_text(&mut value, map, tag);
                value
            }
            (Tagging::Untagged, _) => {
                // The members are told apart by kind, and so is what is written, as far as its form says it.
                let bare = json_value(node);
                let kind = JsonKind::of(&bare);
                let types = || union.members.iter().filter_map(|member| member.ty.as_ref());
                let of_kind = |kind: JsonKind| types().find(move |ty| self.ends.kind(ty) == Some(kind));
                let is_scalar = matches!(node.value, Value::Scalar { .. });
                match of_kind(kind).or_else(|| of_kind(JsonKind::String).filter(|_| is_scalar)) {
                    // Several members may be objects.
                    Some(_) if kind == JsonKind::Object => bare,
                    Some(ty) => self.read(ty, node),
                    None => bare,
                }
            }
            _ => json_value(node),
        }
    }
}

fn tag_as_text(value: &mut Json, map: &Map<'_>, tag: &str) {
    if let (Json::Object(object), Some(entry)) = (value, map.get(tag)) {
        object.insert(tag.to_owned(), text(&entry.value));
    }
}

fn object(map: &Map<'_>, read: impl Fn(&str, &Node<'_>) -> Json) -> Json {
    map.entries.iter().map(|entry| (entry.key.clone().into_owned(), read(&entry.key, &entry.value))).collect()
}

/// What is written where text is meant: numbers and truth values are their own text.
fn text(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Scalar { text, .. } if !node.is_empty() => Json::String(text.clone().into_owned()),
        _ => json_value(node),
    }
}

/// Whether values of a type are strings on the wire.
fn is_text(builtin: Builtin) -> bool {
    builtin.row().wire.starts_with("string")
}
