//! The emitters: an event is a method, and where it may be sent is the type that has the method.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{Namespace, Payload, RoomId, ServerEvent};

use super::codec::Types;
use super::names::{Here, ident};
use super::{docs, rooms};

/// The module `emit`, which stands one level inside of `here`.
pub(super) fn module(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    let here = here.inside();
    let anywhere: Vec<_> = namespace.server_events.iter().filter(|event| event.to.is_empty()).collect();
    let to_socket = anywhere.iter().map(|event| socket_method(types, event, here));
    let broadcast = anywhere.iter().map(|event| broadcast_method(types, event, here));
    let kinds = namespace.rooms.iter().enumerate().map(|(at, room)| {
        let id = u32::try_from(at).map(RoomId);
        let events = namespace.server_events.iter().filter(|event| id.is_ok_and(|id| event.to.contains(&id)));
        let methods: Vec<_> = events.map(|event| broadcast_method(types, event, here)).collect();
        if methods.is_empty() {
            return TokenStream::new();
        }
        let marker = rooms::marker(room);
        quote! {
            impl<A: __rt::Adapter> Broadcast<super::rooms::#marker, A> {
                #(#methods)*
            }
        }
    });
    quote! {
        /// The emitters of this namespace.
        pub mod emit {
            use super::__rt;

            /// Emits to one socket.
            pub struct ToSocket<A: __rt::Adapter = __rt::LocalAdapter>(pub(super) __rt::OneSocket<A>);

            impl<A: __rt::Adapter> ToSocket<A> {
                #(#to_socket)*
            }

            /// Emits to rooms of kind `K`, or to everyone.
            #[must_use = "nothing is sent before one of its events is called and awaited"]
            pub struct Broadcast<K, A: __rt::Adapter = __rt::LocalAdapter>(
                pub(super) __rt::Target<A>,
                pub(super) ::std::marker::PhantomData<fn() -> K>,
            );

            impl<K, A: __rt::Adapter> Broadcast<K, A> {
                /// Leaves the sockets of these rooms out.
                pub fn except<R: __rt::Rooms>(self, rooms: R) -> Self
                where
                    R::Kind: __rt::RoomKind<Namespace = super::__Namespace>,
                {
                    Self(self.0.except(rooms), self.1)
                }

                #(#broadcast)*
            }

            #(#kinds)*
        }
    }
}

fn socket_method(types: &Types<'_>, event: &ServerEvent, here: Here) -> TokenStream {
    let (docs, name, delivery) = head(event);
    let wire = &event.head.wire;
    match &event.head.payload {
        Payload::None => quote! {
            #docs
            pub fn #name(&self) -> ::std::result::Result<(), __rt::EmitError> {
                self.0.emit_empty(#wire, #delivery)
            }
        },
        Payload::Data(ty) => {
            let (value, codec) = (types.value(ty, here), types.codec(ty, here));
            quote! {
                #docs
                pub fn #name(&self, data: &#value) -> ::std::result::Result<(), __rt::EmitError> {
                    self.0.emit::<#codec>(#wire, data, #delivery)
                }
            }
        }
        _ => todo!("not emitted yet"),
    }
}

fn broadcast_method(types: &Types<'_>, event: &ServerEvent, here: Here) -> TokenStream {
    let (docs, name, delivery) = head(event);
    let wire = &event.head.wire;
    match &event.head.payload {
        Payload::None => quote! {
            #docs
            pub async fn #name(self) -> ::std::result::Result<(), __rt::EmitError> {
                self.0.emit_empty(#wire, #delivery).await
            }
        },
        Payload::Data(ty) => {
            let (value, codec) = (types.value(ty, here), types.codec(ty, here));
            quote! {
                #docs
                pub async fn #name(self, data: &#value) -> ::std::result::Result<(), __rt::EmitError> {
                    self.0.emit::<#codec>(#wire, data, #delivery).await
                }
            }
        }
        _ => todo!("not emitted yet"),
    }
}

fn head(event: &ServerEvent) -> (TokenStream, proc_macro2::Ident, TokenStream) {
    let docs = docs::event(event.head.doc.as_deref(), &event.head.wire);
    let delivery = if event.head.volatile { quote!(Volatile) } else { quote!(Reliable) };
    (docs, ident(&event.head.names.snake), quote!(__rt::Delivery::#delivery))
}
