//! The emitters: an event is a method, and where it may be sent is the type that has the method.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use sockgen_schema::model::{Ack, Namespace, RoomId, ServerEvent};

use super::codec::Types;
use super::messages::{self, Message};
use super::names::{Here, ident};
use super::{acks, docs, rooms};

/// The module `emit`, which stands one level inside of `here`.
pub(super) fn module(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    let here = here.inside();
    let anywhere: Vec<_> = namespace.server_events.iter().filter(|event| event.to.is_empty()).collect();
    let to_socket = anywhere.iter().map(|event| socket_method(types, event, here));
    let (told, asked) = split(anywhere.iter().copied());
    let broadcast = told.into_iter().map(|event| broadcast_method(types, event, here));
    let asking = questions(types, asked, &quote!(<K, A: __rt::Adapter>), &quote!(K), here);
    let kinds = namespace.rooms.iter().enumerate().map(|(at, room)| {
        let id = u32::try_from(at).map(RoomId);
        let events = namespace.server_events.iter().filter(|event| id.is_ok_and(|id| event.to.contains(&id)));
        let (told, asked) = split(events);
        let marker = rooms::marker(room);
        let methods: Vec<_> = told.into_iter().map(|event| broadcast_method(types, event, here)).collect();
        let told = (!methods.is_empty()).then(|| {
            quote! {
                impl<A: __rt::Outlet> Broadcast<super::rooms::#marker, A> {
                    #(#methods)*
                }
            }
        });
        let asked =
            questions(types, asked, &quote!(<A: __rt::Adapter>), &quote!(super::rooms::#marker), here);
        quote!(#told #asked)
    });
    quote! {
        /// The emitters of this namespace.
        pub mod emit {
            use super::__rt;

            /// Emits to one socket.
            #[must_use = "nothing is sent before one of its events is called"]
            pub struct ToSocket<A: __rt::Adapter = __rt::LocalAdapter>(pub(super) __rt::OneSocket<A>);

            impl<A: __rt::Adapter> ToSocket<A> {
                #(#to_socket)*
            }

            /// Emits to rooms of kind `K`, or to everyone.
            #[must_use = "nothing is sent before one of its events is called and awaited"]
            pub struct Broadcast<K, A: __rt::Outlet = __rt::LocalAdapter>(
                pub(super) __rt::Target<A>,
                pub(super) ::std::marker::PhantomData<fn() -> K>,
            );

            impl<K, A: __rt::Outlet> Broadcast<K, A> {
                /// Leaves the sockets of these rooms out.
                pub fn except<R: __rt::Rooms>(self, rooms: R) -> Self
                where
                    R::Kind: __rt::RoomKind<Namespace = super::__Namespace>,
                {
                    Self(self.0.except(rooms), self.1)
                }

                #(#broadcast)*
            }

            #asking
            #(#kinds)*
        }
    }
}

/// What is told, and what is asked.
fn split<'a>(events: impl Iterator<Item = &'a ServerEvent>) -> (Vec<&'a ServerEvent>, Vec<&'a ServerEvent>) {
    events.partition(|event| event.head.ack == Ack::Undeclared)
}

/// The methods that ask, in a block of their own: a process that is no server can tell, not ask.
fn questions(
    types: &Types<'_>,
    events: Vec<&ServerEvent>,
    generics: &TokenStream,
    kind: &TokenStream,
    here: Here,
) -> Option<TokenStream> {
    if events.is_empty() {
        return None;
    }
    let methods = events.into_iter().map(|event| broadcast_method(types, event, here));
    Some(quote! {
        impl #generics Broadcast<#kind, A> {
            #(#methods)*
        }
    })
}

fn socket_method(types: &Types<'_>, event: &ServerEvent, here: Here) -> TokenStream {
    let Method { docs, name, wire, delivery, message, answer } = &Method::of(types, event, here);
    match (answer, message) {
        (Some(answer), _) => {
            answer.method(&quote!(#docs pub fn #name), &quote!(&self), "Request", wire, message.as_ref())
        }
        (None, None) => quote! {
            #docs
            pub fn #name(&self) -> ::std::result::Result<(), __rt::EmitError> {
                self.0.emit_empty(#wire, #delivery)
            }
        },
        (None, Some(Message { value, codec })) => quote! {
            #docs
            pub fn #name(&self, data: &#value) -> ::std::result::Result<(), __rt::EmitError> {
                self.0.emit::<#codec>(#wire, data, #delivery)
            }
        },
    }
}

fn broadcast_method(types: &Types<'_>, event: &ServerEvent, here: Here) -> TokenStream {
    let Method { docs, name, wire, delivery, message, answer } = &Method::of(types, event, here);
    match (answer, message) {
        (Some(answer), _) => {
            answer.method(&quote!(#docs pub fn #name), &quote!(self), "RequestMany", wire, message.as_ref())
        }
        (None, None) => quote! {
            #docs
            pub async fn #name(self) -> ::std::result::Result<(), __rt::EmitError> {
                self.0.emit_empty(#wire, #delivery).await
            }
        },
        (None, Some(Message { value, codec })) => quote! {
            #docs
            pub async fn #name(self, data: &#value) -> ::std::result::Result<(), __rt::EmitError> {
                self.0.emit::<#codec>(#wire, data, #delivery).await
            }
        },
    }
}

/// A method of an emitter.
struct Method<'a> {
    docs: TokenStream,
    name: Ident,
    wire: &'a str,
    delivery: TokenStream,
    message: Option<Message>,
    answer: Option<Answer>,
}

/// What a client is to answer with.
struct Answer {
    ack: TokenStream,
    error: TokenStream,
    rules: TokenStream,
}

impl Answer {
    /// A method that asks: `receiver` is the emitter, `request` the runtime's type that is awaited.
    fn method(
        &self,
        head: &TokenStream,
        receiver: &TokenStream,
        request: &str,
        wire: &str,
        message: Option<&Message>,
    ) -> TokenStream {
        let (Self { ack, error, rules }, request) = (self, ident(request));
        match message {
            None => quote! {
                #head(#receiver) -> __rt::#request<'static, __rt::NoArguments, #ack, #error, A> {
                    self.0.request(#wire, &(), #rules)
                }
            },
            Some(Message { value, codec }) => quote! {
                #head<'data>(#receiver, data: &'data #value) -> __rt::#request<'data, #codec, #ack, #error, A> {
                    self.0.request(#wire, data, #rules)
                }
            },
        }
    }
}

impl<'a> Method<'a> {
    fn of(types: &Types<'_>, event: &'a ServerEvent, here: Here) -> Self {
        let head = &event.head;
        let docs = docs::event(head.doc.as_deref(), &head.wire);
        let deprecated = docs::deprecated(head.deprecated.as_ref());
        let delivery = if head.volatile { quote!(Volatile) } else { quote!(Reliable) };
        let answer = (head.ack != Ack::Undeclared).then(|| Answer {
            ack: messages::answer(types, head, here).codec,
            error: messages::error(types, head, here),
            rules: acks::rules_ref(types.model, head, here),
        });
        Self {
            docs: quote!(#docs #deprecated),
            name: ident(&head.names.snake),
            wire: &head.wire,
            delivery: quote!(__rt::Delivery::#delivery),
            message: if answer.is_some() {
                Message::of_question(types, &head.payload, here)
            } else {
                Message::of(types, &head.payload, here)
            },
            answer,
        }
    }
}
