//! Types that have a name.

use super::{Doc, NamesView, RefView, extensions};
use crate::contract::origin;
use serde::Serialize;
use serde_json::{Map, Value};
use sockgen_schema::model::{Deprecated, EnumRepr, Field, Member, Model, Tagging, Type, TypeDef, TypeKind};
use std::collections::HashSet;

/// A type that has a name.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeView {
    /// The name, in UpperCamelCase; no other type has it.
    pub name: String,
    /// The same in all casings.
    pub names: NamesView,
    /// The name inside its namespace: `Kick` for `AdminKick`.
    pub local_name: String,
    /// The path of the namespace whose events it is made for.
    pub namespace: Option<String>,
    /// `declared` under `types:`, `auth`, `connectError`, `data`, `args`, `ack` or `error` of events, or `inline` in another
    /// type.
    pub origin: &'static str,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
    /// An example, as JSON.
    pub example: Option<Value>,
    /// Whether it is on its way out.
    pub deprecated: Option<DeprecatedView>,
    /// Its `x-…` keys.
    pub extensions: Map<String, Value>,
    /// `alias`, `brand`, `external`, `object`, `enum` or `union`.
    pub kind: &'static str,
    /// What an alias or a brand stands for, what an external type is on the wire.
    #[serde(rename = "type")]
    pub ty: Option<RefView>,
    /// The path of an external Rust type.
    pub rust: Option<String>,
    /// An external TypeScript type.
    pub ts: Option<ExternalTsView>,
    /// The fields of an object.
    pub fields: Vec<FieldView>,
    /// The values of an enum.
    pub values: Vec<ValueView>,
    /// Whether the values of an enum are integers; they are text otherwise.
    pub numeric: bool,
    /// Whether an enum lets values through that are not listed, or a union members.
    pub open: bool,
    /// The members of a union.
    pub members: Vec<MemberView>,
    /// How the members of a union are told apart: `internal` by a field among theirs, `adjacent` by one beside, or
    /// `untagged`.
    pub tagging: Option<&'static str>,
    /// The name of the field that tells them apart.
    pub tag: Option<String>,
    /// The name of the field that holds the member beside it.
    pub content: Option<String>,
    /// Of an untagged union its members in the order in which a reader tries them: what must have most first.
    pub attempts: Vec<MemberView>,
}

impl TypeView {
    pub(super) fn new(model: &Model, def: &TypeDef) -> Self {
        let mut view = TypeView {
            name: def.name.clone(),
            names: NamesView::of_pascal(&def.name),
            local_name: def.local_name.clone(),
            namespace: def.namespace.map(|id| model.namespaces[id.0 as usize].path.clone()),
            origin: origin(&def.origin),
            doc: Doc::new(def.doc.as_deref()),
            example: def.example.clone(),
            deprecated: def.deprecated.as_ref().map(DeprecatedView::new),
            extensions: extensions(&def.extensions),
            kind: "alias",
            ty: None,
            rust: None,
            ts: None,
            fields: Vec::new(),
            values: Vec::new(),
            numeric: false,
            open: false,
            members: Vec::new(),
            tagging: None,
            tag: None,
            content: None,
            attempts: Vec::new(),
        };
        match &def.kind {
            TypeKind::Alias(ty) => view.ty = Some(RefView::new(model, ty)),
            TypeKind::Brand(ty) => {
                view.kind = "brand";
                view.ty = Some(RefView::new(model, ty));
            }
            TypeKind::External(external) => {
                view.kind = "external";
                view.ty = Some(RefView::new(model, &external.json));
                view.rust.clone_from(&external.rust);
                let ts = external.ts.as_ref();
                view.ts = ts.map(|ts| ExternalTsView { name: ts.name.clone(), from: ts.from.clone() });
            }
            TypeKind::Object(fields) => {
                view.kind = "object";
                view.fields = FieldView::all(model, fields);
            }
            TypeKind::Enum { values, open, repr } => {
                view.kind = "enum";
                view.open = *open;
                view.numeric = *repr == EnumRepr::Number;
                let value = |value: &sockgen_schema::model::EnumValue| ValueView {
                    wire: value.wire.clone(),
                    names: NamesView::of_pascal(&value.variant),
                    doc: Doc::new(value.doc.as_deref()),
                };
                view.values = values.iter().map(value).collect();
            }
            TypeKind::Union(union) => {
                view.kind = "union";
                view.open = union.open;
                (view.tagging, view.tag, view.content) = match &union.tagging {
                    Tagging::Internal { tag } => (Some("internal"), Some(tag.clone()), None),
                    Tagging::Adjacent { tag, content } => {
                        (Some("adjacent"), Some(tag.clone()), Some(content.clone()))
                    }
                    Tagging::Untagged => (Some("untagged"), None, None),
                };
                view.members = union.members.iter().map(|member| MemberView::new(model, member)).collect();
                if union.tagging == Tagging::Untagged {
                    let mut attempts: Vec<&Member> = union.members.iter().collect();
                    attempts.sort_by_key(|member| std::cmp::Reverse(required(model, member)));
                    view.attempts =
                        attempts.into_iter().map(|member| MemberView::new(model, member)).collect();
                }
            }
        }
        view
    }
}

/// How many fields a value of a member must have.
fn required(model: &Model, member: &Member) -> usize {
    let Some(ty) = &member.ty else { return 0 };
    let Type::Named { id, .. } = model.unaliased(ty) else { return 0 };
    match &model.type_def(*id).kind {
        TypeKind::Object(fields) => {
            fields.iter().filter(|field| !field.optional && field.default.is_none()).count()
        }
        _ => 0,
    }
}

/// A field of an object, or an argument of an event.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// The key on the wire.
    pub wire: String,
    /// Its names in code. No other field of the object has its `snake` or its `camel`.
    pub names: NamesView,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// Its type when it is there and not null.
    #[serde(rename = "type")]
    pub ty: RefView,
    /// What it has where the sender leaves it out, as JSON.
    pub default: Option<Value>,
    /// Whether it has one: null can be one.
    pub has_default: bool,
    /// An example, as JSON.
    pub example: Option<Value>,
    /// Whether it is on its way out.
    pub deprecated: Option<DeprecatedView>,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
    /// Its `x-…` keys.
    pub extensions: Map<String, Value>,
}

impl FieldView {
    pub(super) fn all(model: &Model, fields: &[Field]) -> Vec<Self> {
        let mut used = HashSet::new();
        let view = |field: &Field| {
            let (nullable, ty) = match &field.ty {
                Type::Nullable(inner) => (true, &**inner),
                ty => (false, ty),
            };
            FieldView {
                wire: field.wire.clone(),
                names: NamesView::new(&field.names).unlike(&mut used),
                optional: field.optional,
                nullable,
                ty: RefView::new(model, ty),
                default: field.default.clone(),
                has_default: field.default.is_some(),
                example: field.example.clone(),
                deprecated: field.deprecated.as_ref().map(DeprecatedView::new),
                doc: Doc::new(field.doc.as_deref()),
                extensions: extensions(&field.extensions),
            }
        };
        fields.iter().map(view).collect()
    }
}

/// A value of an enum.
#[derive(Clone, Debug, Serialize)]
pub struct ValueView {
    /// The text on the wire; of an integer its digits.
    pub wire: String,
    /// Its names in code. No other value of the enum has its `pascal` or its `camel`.
    pub names: NamesView,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
}

/// A member of a union.
#[derive(Clone, Debug, Serialize)]
pub struct MemberView {
    /// The tag's value on the wire; empty without a tag.
    pub wire: String,
    /// Its names in code. No other member of the union has its `pascal` or its `camel`.
    pub names: NamesView,
    /// What it holds; null for a member that is nothing but its tag.
    #[serde(rename = "type")]
    pub ty: Option<RefView>,
    /// Its documentation.
    #[serde(flatten)]
    pub doc: Doc,
}

impl MemberView {
    fn new(model: &Model, member: &Member) -> Self {
        MemberView {
            wire: member.wire.clone(),
            names: NamesView::of_pascal(&member.variant),
            ty: member.ty.as_ref().map(|ty| RefView::new(model, ty)),
            doc: Doc::new(member.doc.as_deref()),
        }
    }
}

/// What is on its way out.
#[derive(Clone, Debug, Serialize)]
pub struct DeprecatedView {
    /// The version of the contract from which on.
    pub since: Option<String>,
    /// What to use instead: an event's name on the wire, a type, a field.
    #[serde(rename = "use")]
    pub instead: Option<String>,
    /// A sentence for people.
    pub note: Option<String>,
}

impl DeprecatedView {
    pub(super) fn new(deprecated: &Deprecated) -> Self {
        let Deprecated { since, instead, note } = deprecated.clone();
        DeprecatedView { since, instead, note }
    }
}

/// A TypeScript type of the application's own.
#[derive(Clone, Debug, Serialize)]
pub struct ExternalTsView {
    /// The name that its module exports.
    pub name: String,
    /// The module.
    pub from: String,
}
