//! Types, with a name and where they stand.

use super::write::Object;
use super::{deprecated, names, variant};
use crate::rust;
use sockgen_schema::model::{
    Bound, Bounds, Builtin, EnumRepr, EnumValue, Field, Member, Model, Origin, Tagging, Type, TypeDef,
    TypeId, TypeKind,
};

pub(super) fn def(out: &mut String, model: &Model, id: TypeId, def: &TypeDef) {
    Object::write(out, |object| {
        object.text("name", &def.name);
        let path = rust::path(model, id);
        object.some_text("rustPath", Some(&*path).filter(|path| *path != def.name));
        object.text("origin", origin(&def.origin));
        object.some_text("doc", def.doc.as_deref());
        object.some_value("example", def.example.as_ref());
        deprecated(object, def.deprecated.as_ref());
        kind(object, model, &def.kind);
    });
}

/// Where a type's name comes from, in a word.
pub(crate) fn origin(origin: &Origin) -> &'static str {
    match origin {
        Origin::Declared => "declared",
        Origin::Auth => "auth",
        Origin::ConnectError => "connectError",
        Origin::Data(_) => "data",
        Origin::Args(_) => "args",
        Origin::Ack(_) => "ack",
        Origin::Error(_) => "error",
        Origin::Inline => "inline",
    }
}

fn kind(object: &mut Object<'_>, model: &Model, kind: &TypeKind) {
    match kind {
        TypeKind::Alias(ty) => {
            object.text("kind", "alias");
            reference(object, "type", model, ty);
        }
        TypeKind::Brand(ty) => {
            object.text("kind", "brand");
            reference(object, "type", model, ty);
        }
        TypeKind::External(external) => {
            object.text("kind", "external");
            reference(object, "type", model, &external.json);
            object.some_text("rust", external.rust.as_deref());
            if let Some(ts) = &external.ts {
                object.with("ts", |out| {
                    Object::write(out, |object| {
                        object.text("name", &ts.name);
                        object.text("from", &ts.from);
                    });
                });
            }
        }
        TypeKind::Object(of) => {
            object.text("kind", "object");
            fields(object, "fields", model, of);
        }
        TypeKind::Enum { values, open, repr } => {
            object.text("kind", "enum");
            object.flag("numeric", *repr == EnumRepr::Number);
            object.flag("open", *open);
            object.list("values", values, |out, EnumValue { wire, variant: name, doc, .. }| {
                Object::write(out, |value| {
                    value.text("wire", wire);
                    variant(value, name);
                    value.some_text("doc", doc.as_deref());
                });
            });
        }
        TypeKind::Union(union) => {
            object.text("kind", "union");
            object.flag("open", union.open);
            let (tagging, tag, content) = match &union.tagging {
                Tagging::Internal { tag } => ("internal", Some(tag), None),
                Tagging::Adjacent { tag, content } => ("adjacent", Some(tag), Some(content)),
                Tagging::Untagged => ("untagged", None, None),
            };
            object.text("tagging", tagging);
            object.some_text("tag", tag.map(String::as_str));
            object.some_text("content", content.map(String::as_str));
            object.list("members", &union.members, |out, Member { wire, variant: name, ty, doc, .. }| {
                Object::write(out, |member| {
                    member.text("wire", wire);
                    variant(member, name);
                    if let Some(ty) = ty {
                        reference(member, "type", model, ty);
                    }
                    member.some_text("doc", doc.as_deref());
                });
            });
        }
    }
}

/// Fields, or arguments.
pub(super) fn fields(object: &mut Object<'_>, key: &str, model: &Model, fields: &[Field]) {
    object.list(key, fields, |out, field| {
        let (nullable, ty) = match &field.ty {
            Type::Nullable(inner) => (true, &**inner),
            ty => (false, ty),
        };
        Object::write(out, |object| {
            object.text("wire", &field.wire);
            names(object, &field.names, &["snake"]);
            object.flag("optional", field.optional);
            object.flag("nullable", nullable);
            reference(object, "type", model, ty);
            object.some_value("default", field.default.as_ref());
            object.flag("hasDefault", field.default.is_some());
            object.some_value("example", field.example.as_ref());
            deprecated(object, field.deprecated.as_ref());
            object.some_text("doc", field.doc.as_deref());
        });
    });
}

/// A type where it stands.
pub(super) fn reference(object: &mut Object<'_>, key: &str, model: &Model, ty: &Type) {
    object.with(key, |out| write(out, model, ty));
}

fn write(out: &mut String, model: &Model, ty: &Type) {
    let of = |object: &mut Object<'_>, kind: &str, inner: &Type| {
        object.text("kind", kind);
        reference(object, "of", model, inner);
    };
    Object::write(out, |object| match ty {
        Type::Builtin { builtin, bounds: of, pattern } => {
            object.text("kind", "builtin");
            object.text("builtin", builtin.row().name);
            bounds(object, of, matches!(builtin, Builtin::I64 | Builtin::U64));
            object.some_text("pattern", pattern.as_deref());
        }
        Type::List { items, bounds: by } => {
            of(object, "list", items);
            bounds(object, by, false);
        }
        Type::Map { values, bounds: by } => {
            of(object, "map", values);
            bounds(object, by, false);
        }
        Type::Tuple(items) => {
            object.text("kind", "tuple");
            object.list("items", items, |out, item| write(out, model, item));
        }
        Type::Nullable(inner) => of(object, "nullable", inner),
        Type::Named { id, boxed } => {
            object.text("kind", "named");
            object.text("name", &model.type_def(*id).name);
            object.flag("boxed", *boxed);
        }
    });
}

/// Those of 64-bit integers are texts: JavaScript would round them.
fn bounds(object: &mut Object<'_>, bounds: &Bounds, as_text: bool) {
    for (key, bound) in [("min", bounds.min), ("max", bounds.max)] {
        match bound {
            Some(Bound::Int(bound)) if as_text => object.text(key, &bound.to_string()),
            Some(Bound::Int(bound)) => object.with(key, |out| out.push_str(&bound.to_string())),
            Some(Bound::Float(bound)) => {
                object.with(key, |out| super::write::json(out, &serde_json::Value::from(bound)));
            }
            None => {}
        }
    }
}
