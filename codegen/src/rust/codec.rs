//! A type of the schema as the Rust type of its value, and as the codec that puts it on the wire.

use std::cell::RefCell;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use sockgen_schema::model::{
    Bound, Bounds, Builtin, EnumRepr, Field, Measure, Model, Tagging, Type, TypeId, TypeKind,
};

use super::markers::Markers;
use super::names::{Here, ident};

/// What types are written with.
pub(super) struct Types<'a> {
    pub(super) model: &'a Model,
    /// The model's, made once for all namespaces.
    pub(super) hash: String,
    /// What was met that cannot be a const parameter; each becomes a marker.
    markers: RefCell<Markers>,
    /// For each type whether a value of it can hold `bytes`.
    binary: Vec<bool>,
}

impl<'a> Types<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        Self { model, hash: model.wire_hash(), markers: RefCell::default(), binary: model.types_with_bytes() }
    }

    /// Whether a value of a type can hold `bytes`.
    pub(super) fn is_binary(&self, id: TypeId) -> bool {
        self.binary.get(id.0 as usize).copied().unwrap_or(false)
    }

    /// A type with a name, as it is written from `here`.
    pub(super) fn path(&self, id: TypeId, here: Here) -> TokenStream {
        let def = self.model.type_def(id);
        let (prefix, name) = (here.prefix_to(self.model, def.namespace), ident(&def.local_name));
        quote!(#prefix #name)
    }

    /// The Rust type of a value.
    pub(super) fn value(&self, ty: &Type, here: Here) -> TokenStream {
        match ty {
            Type::Builtin { builtin, .. } => builtin_value(*builtin),
            Type::List { items, .. } => {
                let items = self.value(items, here);
                quote!(::std::vec::Vec<#items>)
            }
            Type::Map { values, .. } => {
                let values = self.value(values, here);
                quote!(::std::collections::BTreeMap<::std::string::String, #values>)
            }
            Type::Tuple(items) => {
                let items = items.iter().map(|item| self.value(item, here));
                quote!((#(#items,)*))
            }
            Type::Nullable(inner) => {
                let inner = self.value(inner, here);
                quote!(::std::option::Option<#inner>)
            }
            Type::Named { id, boxed } => {
                let path = self.path(*id, here);
                if self.is_boxed(*id, *boxed) { quote!(::std::boxed::Box<#path>) } else { path }
            }
        }
    }

    /// The codec of a value. Aliases are written out: a codec is a place's own, with the bounds of every alias on the way.
    pub(super) fn codec(&self, ty: &Type, here: Here) -> TokenStream {
        match ty {
            Type::Builtin { builtin, bounds, pattern } => {
                let codec = self.builtin_codec(*builtin, bounds, here);
                match pattern {
                    None => codec,
                    Some(pattern) => {
                        let (prefix, marker) = (here.prefix(), self.markers.borrow_mut().pattern(pattern));
                        quote!(__rt::Checked<#codec, #prefix #marker>)
                    }
                }
            }
            Type::List { items, bounds } => {
                let items = self.codec(items, here);
                match length(bounds) {
                    None => quote!(__rt::List<#items>),
                    Some((min, max)) => quote!(__rt::ListLen<#items, #min, #max>),
                }
            }
            Type::Map { values, bounds } => {
                let values = self.codec(values, here);
                match length(bounds) {
                    None => quote!(__rt::Map<#values>),
                    Some((min, max)) => quote!(__rt::MapLen<#values, #min, #max>),
                }
            }
            Type::Tuple(items) => {
                let items = items.iter().map(|item| self.codec(item, here));
                quote!(__rt::Tuple<(#(#items,)*)>)
            }
            Type::Nullable(inner) => {
                let inner = self.codec(inner, here);
                quote!(__rt::Nullable<#inner>)
            }
            Type::Named { id, boxed } => {
                let def = self.model.type_def(*id);
                let name = self.path(*id, here);
                let codec = match &def.kind {
                    TypeKind::Alias(target) => self.codec(target, here),
                    TypeKind::Object(_) => name,
                    TypeKind::Enum { repr: EnumRepr::Text, .. } => quote!(__rt::Enum<#name>),
                    TypeKind::Enum { repr: EnumRepr::Number, .. } => quote!(__rt::NumberEnum<#name>),
                    TypeKind::Brand(_) => quote!(__rt::Branded<#name>),
                    TypeKind::External(external) => {
                        let json = self.codec(&external.json, here);
                        quote!(__rt::External<#name, #json>)
                    }
                    TypeKind::Union(union) => match union.tagging {
                        Tagging::Internal { .. } => quote!(__rt::Internal<#name>),
                        Tagging::Adjacent { .. } => quote!(__rt::Adjacent<#name>),
                        Tagging::Untagged => quote!(__rt::Untagged<#name>),
                    },
                };
                if self.is_boxed(*id, *boxed) { quote!(__rt::Boxed<#codec>) } else { codec }
            }
        }
    }

    /// The Rust type of a field.
    pub(super) fn field_value(&self, field: &Field, here: Here) -> TokenStream {
        let value = self.value(&field.ty, here);
        if field.optional { quote!(::std::option::Option<#value>) } else { value }
    }

    /// The codec of a field, or of an argument.
    pub(super) fn field_codec(&self, field: &Field, is_argument: bool, here: Here) -> TokenStream {
        if !field.optional {
            let codec = self.codec(&field.ty, here);
            return match &field.default {
                None => codec,
                Some(default) => {
                    let (prefix, marker) = (here.prefix(), self.markers.borrow_mut().default(default));
                    match is_argument && self.nullable(&field.ty).is_none() {
                        true => quote!(__rt::DefaultedArgument<#codec, #prefix #marker>),
                        false => quote!(__rt::Defaulted<#codec, #prefix #marker>),
                    }
                }
            };
        }
        match self.nullable(&field.ty) {
            Some(inner) => {
                let inner = self.codec(inner, here);
                quote!(__rt::OptionalNullable<#inner>)
            }
            None => {
                let codec = self.codec(&field.ty, here);
                quote!(__rt::Optional<#codec>)
            }
        }
    }

    /// Whether a place has a box of its own. An alias of `T | null` that leads back to its owner has one inside already,
    /// and a second one around it would hide from a field `k?: T | null` that its null is a value.
    fn is_boxed(&self, id: TypeId, boxed: bool) -> bool {
        boxed
            && match &self.model.type_def(id).kind {
                TypeKind::Alias(target) => self.nullable(target).is_none(),
                _ => true,
            }
    }

    /// What stands before `| null`, here or behind an alias.
    fn nullable<'t>(&'t self, mut ty: &'t Type) -> Option<&'t Type> {
        loop {
            match ty {
                Type::Nullable(inner) => return Some(inner),
                Type::Named { id, .. } => match &self.model.type_def(*id).kind {
                    TypeKind::Alias(target) => ty = target,
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    fn builtin_codec(&self, builtin: Builtin, bounds: &Bounds, here: Here) -> TokenStream {
        let marker = builtin_codec(builtin);
        if bounds.is_open() {
            return marker;
        }
        match builtin.row().measure {
            Measure::CodePoints => match length(bounds) {
                None => marker,
                Some((min, max)) => quote!(__rt::StrLen<#min, #max>),
            },
            Measure::Integer => {
                let (least, most) = builtin.row().range.unwrap_or((i128::MIN, i128::MAX));
                let min = integer(int(bounds.min).unwrap_or(least));
                let max = integer(int(bounds.max).unwrap_or(most));
                quote!(__rt::Ranged<#marker, #min, #max>)
            }
            Measure::Float => {
                let (prefix, range) = (here.prefix(), self.markers.borrow_mut().range(bounds));
                quote!(__rt::Checked<#marker, #prefix #range>)
            }
            Measure::Bytes => match length(bounds) {
                None => marker,
                Some((min, max)) => quote!(__rt::BytesLen<#min, #max>),
            },
            Measure::Items | Measure::Nothing => marker,
        }
    }

    /// The markers of all that was met so far.
    pub(super) fn markers(&self) -> TokenStream {
        self.markers.borrow().items()
    }
}

fn builtin_value(builtin: Builtin) -> TokenStream {
    match builtin {
        Builtin::String => quote!(::std::string::String),
        Builtin::Bool => quote!(bool),
        Builtin::U8 => quote!(u8),
        Builtin::U16 => quote!(u16),
        Builtin::U32 => quote!(u32),
        Builtin::I8 => quote!(i8),
        Builtin::I16 => quote!(i16),
        Builtin::I32 => quote!(i32),
        Builtin::Int | Builtin::I64 => quote!(i64),
        Builtin::U64 => quote!(u64),
        Builtin::F32 => quote!(f32),
        Builtin::F64 => quote!(f64),
        Builtin::DateTime => quote!(__rt::chrono::DateTime<__rt::chrono::Utc>),
        Builtin::Date => quote!(__rt::chrono::NaiveDate),
        Builtin::Uuid => quote!(__rt::uuid::Uuid),
        Builtin::Bytes => quote!(__rt::bytes::Bytes),
        Builtin::Json => quote!(__rt::serde_json::Value),
    }
}

fn builtin_codec(builtin: Builtin) -> TokenStream {
    match builtin {
        Builtin::String => quote!(__rt::Str),
        Builtin::Bool => quote!(__rt::Bool),
        Builtin::U8 => quote!(__rt::U8),
        Builtin::U16 => quote!(__rt::U16),
        Builtin::U32 => quote!(__rt::U32),
        Builtin::I8 => quote!(__rt::I8),
        Builtin::I16 => quote!(__rt::I16),
        Builtin::I32 => quote!(__rt::I32),
        Builtin::Int => quote!(__rt::Int),
        Builtin::I64 => quote!(__rt::I64),
        Builtin::U64 => quote!(__rt::U64),
        Builtin::F32 => quote!(__rt::F32),
        Builtin::F64 => quote!(__rt::F64),
        Builtin::DateTime => quote!(__rt::DateTime),
        Builtin::Date => quote!(__rt::Date),
        Builtin::Uuid => quote!(__rt::Uuid),
        Builtin::Bytes => quote!(__rt::Bytes),
        Builtin::Json => quote!(__rt::Json),
    }
}

/// The two const parameters of a length; `None` where nothing is bounded.
fn length(bounds: &Bounds) -> Option<(TokenStream, TokenStream)> {
    if bounds.is_open() {
        return None;
    }
    let min = int(bounds.min).unwrap_or(0).max(0);
    let max = int(bounds.max).map_or_else(|| quote!({ usize::MAX }), |max| integer(max.max(0)));
    Some((integer(min), max))
}

fn int(bound: Option<Bound>) -> Option<i128> {
    match bound? {
        Bound::Int(value) => Some(value),
        #[expect(clippy::cast_possible_truncation, reason = "a length with a fraction does not resolve")]
        Bound::Float(value) => Some(value as i128),
    }
}

/// An integer without a suffix; a negative one is two tokens.
fn integer(value: i128) -> TokenStream {
    let digits = Literal::u128_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}
