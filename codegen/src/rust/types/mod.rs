//! The schema's types as Rust items.
//!
//! What a struct emits is data: names and codecs of its fields, and the way in and out of a tuple. Everything that would
//! be the same for two structs stands in the runtime, since type-checking it once for each of them is what is slow.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{
    Direction, EnumRepr, Field, NamespaceId, Origin, Type, TypeDef, TypeId, TypeKind,
};

use super::codec::Types;
use super::docs;
use super::names::{Here, ident};
use super::tuples;
use crate::escape::code_span;

mod brands;
mod enums;
mod externals;
mod unions;

/// The types that stand in the module of a namespace (`None`: those of none), in the model's order.
pub(super) fn items(types: &Types<'_>, namespace: Option<NamespaceId>) -> TokenStream {
    let here = namespace.map_or(Here::TYPES, Here::namespace);
    let mut items = TokenStream::new();
    for (id, def) in types.model.types().filter(|(_, def)| def.namespace == namespace) {
        items.extend(match &def.kind {
            TypeKind::Alias(target) => alias(types, def, target, here),
            TypeKind::Brand(target) => brands::item(types, def, target, here),
            TypeKind::External(external) => externals::item(def, external),
            TypeKind::Object(fields) => object(types, def, fields, binary(types, id), here),
            TypeKind::Enum { values, open, repr: EnumRepr::Text } => enums::texts(def, values, *open),
            TypeKind::Enum { values, open, repr: EnumRepr::Number } => enums::numbers(def, values, *open),
            TypeKind::Union(union) => unions::item(types, id, def, union, here),
        });
    }
    items
}

fn alias(types: &Types<'_>, def: &TypeDef, target: &Type, here: Here) -> TokenStream {
    let (docs, name, target) = (type_docs(def), ident(&def.local_name), types.value(target, here));
    // Its codec is written out wherever the alias is used, and with it the markers of ranges.
    quote! {
        #docs
        pub type #name = #target;
    }
}

/// A struct; `binary` is what says that binary data can stand in it.
pub(super) fn object(
    types: &Types<'_>,
    def: &TypeDef,
    fields: &[Field],
    binary: Option<TokenStream>,
    here: Here,
) -> TokenStream {
    let (docs, name, label) = (type_docs(def), ident(&def.local_name), &def.local_name);
    let names: Vec<_> = fields.iter().map(|field| ident(&field.names.snake)).collect();
    let wires: Vec<_> = fields.iter().map(|field| field.wire.as_str()).collect();
    let declarations = fields.iter().zip(&names).map(|(field, name)| {
        let docs = docs::or_wire(field.doc.as_deref(), &field.wire);
        let deprecated = docs::deprecated(field.deprecated.as_ref());
        let value = types.field_value(field, here);
        quote!(#docs #deprecated pub #name: #value)
    });
    let is_argument = matches!(def.origin, Origin::Args(_));
    let codecs = fields.iter().map(|field| types.field_codec(field, is_argument, here)).collect();
    let codecs = tuples::of_codecs(codecs);
    let pattern = tuples::of_values(names.iter().map(|name| quote!(#name)).collect());
    let view = tuples::of_values(names.iter().map(|name| quote!(&self.#name)).collect());
    quote! {
        #docs
        pub struct #name {
            #(#declarations,)*
        }

        impl __rt::Payload for #name {
            const NAME: &'static str = #label;
            const FIELDS: &'static [&'static str] = &[#(#wires),*];
            type Fields = #codecs;
            #binary
            fn build(#pattern: __rt::Values<Self>) -> Self {
                Self { #(#names),* }
            }
            fn view(&self) -> __rt::Refs<'_, Self> {
                #view
            }
        }

        __rt::payload_impls!(#name);
    }
}

/// What tells the runtime that binary data can stand in a type.
fn binary(types: &Types<'_>, id: TypeId) -> Option<TokenStream> {
    types.is_binary(id).then(|| {
        quote!(
            const BINARY: bool = true;
        )
    })
}

/// A type's documentation, or where it comes from, and whether it is on its way out.
fn type_docs(def: &TypeDef) -> TokenStream {
    let (docs, deprecated) = (documentation(def), docs::deprecated(def.deprecated.as_ref()));
    quote!(#docs #deprecated)
}

fn documentation(def: &TypeDef) -> TokenStream {
    if let Some(doc) = &def.doc {
        return docs::text(doc);
    }
    let line = match &def.origin {
        Origin::Declared => format!("The schema's type {}.", code_span(&def.name)),
        Origin::Inline => "A type that the schema writes inside another one.".to_owned(),
        Origin::Auth => "The handshake's `auth`.".to_owned(),
        Origin::ConnectError => "Why a connection is refused.".to_owned(),
        Origin::Data(events) => format!("The payload of {}.", listed(events)),
        Origin::Args(events) => format!("The arguments of {}.", listed(events)),
        Origin::Ack(wire) => format!("The ack of {}.", code_span(wire)),
        Origin::Error(wire) => format!("The error of {}.", code_span(wire)),
    };
    docs::line(&line)
}

fn listed(events: &[(Direction, String)]) -> String {
    let events: Vec<_> = events.iter().map(|(_, wire)| code_span(wire)).collect();
    events.join(" and ")
}

/// `Fail<E>` from each error that is ours: its own `From` takes errors of the standard kind only.
pub(super) fn conversions(types: &Types<'_>) -> TokenStream {
    let model = types.model;
    let namespaces = model.namespaces.iter();
    let errors = namespaces.flat_map(|namespace| {
        let declared = namespace.client_events.iter().filter_map(|event| event.head.error.as_ref());
        namespace.connect_error.iter().chain(declared)
    });
    let mut done = Vec::new();
    let mut items = TokenStream::new();
    for error in errors {
        // `String`, lists and the like are not ours, and the orphan rule forbids to convert them.
        let Type::Named { id, .. } = model.unaliased(error) else { continue };
        if done.contains(id) {
            continue;
        }
        done.push(*id);
        // Nor are the application's own types: they are `std::error::Error`s, or wrapped by hand.
        if let TypeKind::External(_) = model.type_def(*id).kind {
            continue;
        }
        let name = types.path(*id, Here::TYPES);
        items.extend(quote! {
            impl ::std::convert::From<#name> for __rt::Fail<#name> {
                fn from(error: #name) -> Self {
                    Self::Declared(error)
                }
            }
        });
    }
    items
}
