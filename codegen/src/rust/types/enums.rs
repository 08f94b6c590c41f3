//! Enums of strings and of integers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use sockgen_schema::model::{EnumValue, TypeDef};

use super::super::docs;
use super::super::names::ident;
use super::type_docs;

/// What the two kinds of enums differ in.
struct Repr {
    /// The trait with the tables.
    table: TokenStream,
    /// What a value is there.
    constant: TokenStream,
    /// The values.
    values: Vec<TokenStream>,
    /// What `Other` holds.
    other: TokenStream,
    /// What `other` gives of it.
    given: TokenStream,
    /// `text` or `*number` as that.
    give: TokenStream,
    /// What `from_other` makes of its parameter `value`.
    taken: TokenStream,
    /// The macro with everything else.
    impls: TokenStream,
}

/// An enum of strings.
pub(super) fn texts(def: &TypeDef, values: &[EnumValue], open: bool) -> TokenStream {
    let wires = values.iter().map(|value| value.wire.as_str());
    let repr = Repr {
        table: quote!(__rt::WireEnum),
        constant: quote!(&'static str),
        values: wires.map(|wire| quote!(#wire)).collect(),
        other: quote!(::std::string::String),
        given: quote!(&str),
        give: quote!(value),
        taken: quote!(::std::borrow::ToOwned::to_owned(value)),
        impls: quote!(__rt::enum_impls!),
    };
    item(def, values, open, &repr)
}

/// An enum of integers.
pub(super) fn numbers(def: &TypeDef, values: &[EnumValue], open: bool) -> TokenStream {
    let number = |value: &EnumValue| {
        // The schema has no other values; an emitter fails on none.
        let number = value.wire.parse::<i64>().unwrap_or_default();
        let digits = Literal::u64_unsuffixed(number.unsigned_abs());
        if number < 0 { quote!(-#digits) } else { quote!(#digits) }
    };
    let repr = Repr {
        table: quote!(__rt::WireNumber),
        constant: quote!(i64),
        values: values.iter().map(number).collect(),
        other: quote!(i64),
        given: quote!(i64),
        give: quote!(*value),
        taken: quote!(value),
        impls: quote!(__rt::number_enum_impls!),
    };
    item(def, values, open, &repr)
}

fn item(def: &TypeDef, values: &[EnumValue], open: bool, repr: &Repr) -> TokenStream {
    let (docs, name) = (type_docs(def), ident(&def.local_name));
    let variants: Vec<_> = values.iter().map(|value| ident(&value.variant)).collect();
    let variant_docs = values.iter().map(|value| docs::or_wire(value.doc.as_deref(), &value.wire));
    let declarations = quote!(#(#variant_docs #variants,)*);
    let Repr { table, constant, values: wires, other, given, give, taken, impls } = repr;
    let tables = quote! {
        const VALUES: &'static [#constant] = &[#(#wires),*];
        const KNOWN: &'static [Self] = &[#(Self::#variants),*];
    };
    if !open {
        return quote! {
            #docs
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub enum #name {
                #declarations
            }

            impl #table for #name {
                #tables
                fn index(&self) -> usize {
                    *self as usize
                }
            }

            #impls(#name);
        };
    }
    let places = (0..variants.len()).map(Literal::usize_unsuffixed);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum #name {
            #declarations
            /// A value that this version of the schema does not know.
            Other(#other),
        }

        impl #table for #name {
            #tables
            fn index(&self) -> usize {
                match self {
                    #(Self::#variants => #places,)*
                    Self::Other(_) => usize::MAX,
                }
            }
            fn other(&self) -> ::std::option::Option<#given> {
                match self {
                    Self::Other(value) => ::std::option::Option::Some(#give),
                    _ => ::std::option::Option::None,
                }
            }
            fn from_other(value: #given) -> ::std::option::Option<Self> {
                ::std::option::Option::Some(Self::Other(#taken))
            }
        }

        #impls(#name);
    }
}
