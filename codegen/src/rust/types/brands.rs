//! Brands: a struct around one value, with what that value's type allows.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{Bounds, Builtin, EnumRepr, Model, Type, TypeDef, TypeKind};

use super::super::codec::Types;
use super::super::names::{Here, ident};
use super::type_docs;

/// What a value allows.
#[derive(Clone, Copy)]
struct Traits {
    /// The name by which the runtime's macro knows what else a brand around it has.
    kind: &'static str,
    /// What can be derived beside `Clone`, `Debug` and `PartialEq`.
    derives: Derives,
}

#[derive(Clone, Copy, PartialEq)]
enum Derives {
    Nothing,
    Float,
    Equal,
    Ordered,
    CopiedEqual,
    CopiedOrdered,
}

pub(super) fn item(types: &Types<'_>, def: &TypeDef, target: &Type, here: Here) -> TokenStream {
    let (docs, name) = (type_docs(def), ident(&def.local_name));
    let (value, codec) = (types.value(target, here), types.codec(target, here));
    let Traits { kind, derives } = traits(types.model, target);
    let derives = match derives {
        Derives::Nothing => quote!(),
        Derives::Float => quote!(Copy, PartialOrd,),
        Derives::Equal => quote!(Eq, Hash,),
        Derives::Ordered => quote!(Eq, PartialOrd, Ord, Hash,),
        Derives::CopiedEqual => quote!(Copy, Eq, Hash,),
        Derives::CopiedOrdered => quote!(Copy, Eq, PartialOrd, Ord, Hash,),
    };
    let check = ident(if is_free(types.model, target) { "free" } else { "checked" });
    let kind = ident(kind);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, #derives)]
        pub struct #name(#value);

        impl __rt::Brand for #name {
            type Inner = #codec;
            fn wrap(value: #value) -> Self {
                Self(value)
            }
            fn get(&self) -> &#value {
                &self.0
            }
        }

        __rt::brand_impls!(#name, #check, #kind, #value);
    }
}

fn traits(model: &Model, ty: &Type) -> Traits {
    let of = |kind, derives| Traits { kind, derives };
    match ty {
        Type::Builtin { builtin, .. } => match builtin {
            Builtin::String => of("text", Derives::Ordered),
            Builtin::Bool
            | Builtin::U8
            | Builtin::U16
            | Builtin::U32
            | Builtin::I8
            | Builtin::I16
            | Builtin::I32
            | Builtin::Int
            | Builtin::U64
            | Builtin::I64
            | Builtin::DateTime
            | Builtin::Date
            | Builtin::Uuid => of("scalar", Derives::CopiedOrdered),
            Builtin::F32 | Builtin::F64 => of("scalar", Derives::Float),
            Builtin::Bytes => of("value", Derives::Ordered),
            Builtin::Json => of("value", Derives::Nothing),
        },
        Type::List { .. } | Type::Map { .. } | Type::Tuple(_) | Type::Nullable(_) => {
            of("value", Derives::Nothing)
        }
        Type::Named { id, boxed } => match &model.type_def(*id).kind {
            _ if *boxed => of("value", Derives::Nothing),
            TypeKind::Alias(target) => traits(model, target),
            // A brand of a brand is none that the schema has; around the outer one there is nothing more to know.
            TypeKind::Brand(target) => of("value", traits(model, target).derives),
            TypeKind::Enum { open: true, repr: EnumRepr::Text | EnumRepr::Number, .. } => {
                of("value", Derives::Equal)
            }
            TypeKind::Enum { open: false, .. } => of("value", Derives::CopiedEqual),
            TypeKind::External(_) | TypeKind::Object(_) | TypeKind::Union(_) => of("value", Derives::Nothing),
        },
    }
}

/// Whether every value of the Rust type is one of the schema's type.
fn is_free(model: &Model, ty: &Type) -> bool {
    match ty {
        Type::Builtin { builtin, bounds, pattern } => {
            let whole = match builtin {
                Builtin::String
                | Builtin::Bool
                | Builtin::U8
                | Builtin::U16
                | Builtin::U32
                | Builtin::I8
                | Builtin::I16
                | Builtin::I32
                | Builtin::U64
                | Builtin::I64
                | Builtin::Uuid
                | Builtin::Bytes => true,
                // Integers that JavaScript rounds, numbers that are not finite, years of five digits, forged placeholders.
                Builtin::Int
                | Builtin::F32
                | Builtin::F64
                | Builtin::DateTime
                | Builtin::Date
                | Builtin::Json => false,
            };
            whole && pattern.is_none() && *bounds == Bounds::default()
        }
        Type::List { items, bounds } => bounds.is_open() && is_free(model, items),
        Type::Tuple(items) => items.iter().all(|item| is_free(model, item)),
        Type::Nullable(inner) => is_free(model, inner),
        // One key of a map is forbidden.
        Type::Map { .. } => false,
        Type::Named { id, .. } => match &model.type_def(*id).kind {
            TypeKind::Alias(target) => is_free(model, target),
            // A brand has been checked, or needs no check.
            TypeKind::Brand(_) => true,
            TypeKind::Enum { open, repr, .. } => !open || *repr == EnumRepr::Text,
            TypeKind::External(_) | TypeKind::Object(_) | TypeKind::Union(_) => false,
        },
    }
}
