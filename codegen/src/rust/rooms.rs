//! The kinds of rooms: a marker and a constructor each, and one enum for the way back from a room's name.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use sockgen_schema::model::{Builtin, Namespace, Room, RoomPart, Type};

use super::codec::Types;
use super::names::{Here, ident};
use super::{docs, params};
use crate::escape::code_span;

/// The module `rooms`, which stands one level inside of `here`.
pub(super) fn module(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    let here = here.inside();
    let kinds = namespace.rooms.iter().map(|room| kind(types, room, here));
    let variants = namespace.rooms.iter().map(|room| {
        let (docs, name) = (room_docs(types, room, "A room"), ident(&room.names.pascal));
        let fields = parameters(room).map(|(name, ty)| {
            let (docs, ty) = (docs::line("A parameter of the room's name."), types.value(ty, here));
            quote!(#docs #name: #ty)
        });
        let fields: Vec<_> = fields.collect();
        if fields.is_empty() { quote!(#docs #name) } else { quote!(#docs #name { #(#fields),* }) }
    });
    quote! {
        /// The rooms of this namespace.
        pub mod rooms {
            use super::__rt;

            #(#kinds)*

            /// A room that a socket is in.
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            pub enum Room {
                #(#variants,)*
            }
        }
    }
}

fn kind(types: &Types<'_>, room: &Room, here: Here) -> TokenStream {
    let (marker, function) = (marker(room), ident(&room.names.snake));
    let literals = params::literals(&room.template);
    let marker_docs = docs::line(&format!("The kind of room {}.", code_span(&template(types, room))));
    let docs = room_docs(types, room, "The room");
    let (names, values): (Vec<_>, Vec<_>) = parameters(room)
        .map(|(name, ty)| {
            // Text is taken as `&str`, so that a literal fits as well as what a payload holds.
            let value = match types.model.unaliased(ty) {
                Type::Builtin { builtin: Builtin::String, .. } => quote!(str),
                _ => types.value(ty, here),
            };
            (name, value)
        })
        .unzip();
    quote! {
        #marker_docs
        #[derive(Debug)]
        pub enum #marker {}

        impl __rt::RoomKind for #marker {
            type Namespace = super::__Namespace;
            const TEMPLATE: &'static [&'static str] = &[#(#literals),*];
        }

        #docs
        pub fn #function(#(#names: &#values),*) -> __rt::Room<#marker> {
            __rt::Room::new(&[#(&#names),*])
        }
    }
}

/// The body that finds a room by its name: one look for each kind.
pub(super) fn parse(namespace: &Namespace) -> TokenStream {
    let looks = namespace.rooms.iter().map(|room| {
        let (marker, variant) = (marker(room), ident(&room.names.pascal));
        let names: Vec<_> = parameters(room).map(|(name, _)| name).collect();
        let found = if names.is_empty() {
            quote!(rooms::Room::#variant)
        } else {
            quote!(rooms::Room::#variant { #(#names: __rt::ParsedParameter::parse(&#names)?),* })
        };
        quote! {
            if let ::std::option::Option::Some([#(#names),*]) =
                __rt::parse_room(name, <rooms::#marker as __rt::RoomKind>::TEMPLATE)
            {
                return ::std::option::Option::Some(#found);
            }
        }
    });
    quote! {
        #(#looks)*
        ::std::option::Option::None
    }
}

/// The type that stands for a kind of room.
pub(super) fn marker(room: &Room) -> Ident {
    let name = ident(&room.names.pascal);
    // The enum of all rooms has this name already.
    if name == "Room" { format_ident!("Room_") } else { name }
}

fn parameters(room: &Room) -> impl Iterator<Item = (Ident, &Type)> {
    room.template.iter().filter_map(|part| match part {
        RoomPart::Literal(_) => None,
        RoomPart::Param { names, ty, .. } => Some((ident(&names.snake), ty)),
    })
}

fn room_docs(types: &Types<'_>, room: &Room, what: &str) -> TokenStream {
    match &room.doc {
        Some(doc) => docs::text(doc),
        None => docs::line(&format!("{what} {}.", code_span(&template(types, room)))),
    }
}

/// The template as a schema writes it, for people.
fn template(types: &Types<'_>, room: &Room) -> String {
    let part = |part: &RoomPart| match part {
        RoomPart::Literal(text) => text.clone(),
        RoomPart::Param { name, ty, .. } => {
            let ty = match ty {
                Type::Named { id, .. } => types.model.type_def(*id).name.as_str(),
                Type::Builtin { builtin, .. } => builtin.row().name,
                Type::List { .. } | Type::Map { .. } | Type::Tuple(_) | Type::Nullable(_) => "…",
            };
            format!("{{{name}: {ty}}}")
        }
    };
    room.template.iter().map(part).collect()
}
