//! The trait that an application implements, and the `match` that leads from an event's name to its method.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{Ack, ClientEvent, Model, Namespace, Payload};

use super::codec::Types;
use super::docs;
use super::names::{Generics, Here, ident};

/// The trait `Handlers`.
pub(super) fn interface(
    types: &Types<'_>,
    namespace: &Namespace,
    letters: &Generics,
    here: Here,
) -> TokenStream {
    let Generics { adapter, .. } = letters;
    let docs = match namespace_doc(types.model, namespace) {
        Some(doc) => docs::text(doc),
        None => docs::line("What the application does with the events of its clients."),
    };
    let methods = namespace.client_events.iter().map(|event| method(types, event, letters, here));
    quote! {
        #docs
        pub trait Handlers<#adapter: __rt::Adapter = __rt::LocalAdapter>:
            ::std::marker::Sized + ::std::marker::Send + ::std::marker::Sync + 'static
        {
            /// What `authenticate` makes of a connection.
            type Session: ::std::marker::Send + ::std::marker::Sync + 'static;

            /// Says who this is, or refuses; it is over before the first event.
            fn authenticate(
                &self,
                socket: &__rt::SocketRef<#adapter>,
                auth: Auth,
            ) -> impl ::std::future::Future<
                Output = ::std::result::Result<Self::Session, __rt::Fail<ConnectError>>,
            > + ::std::marker::Send;

            /// A client has connected; runs beside its first events.
            fn on_connect(
                &self,
                ctx: Ctx<Self::Session, #adapter>,
            ) -> impl ::std::future::Future<Output = ()> + ::std::marker::Send {
                let _ = ctx;
                async {}
            }

            /// A client has gone; its rooms are still there to be read.
            fn on_disconnect(
                &self,
                ctx: Ctx<Self::Session, #adapter>,
                reason: __rt::DisconnectReason,
            ) -> impl ::std::future::Future<Output = ()> + ::std::marker::Send {
                let _ = (ctx, reason);
                async {}
            }

            /// A message was not handled as it should have been.
            fn on_fault(
                &self,
                ctx: Ctx<Self::Session, #adapter>,
                report: &__rt::FaultReport,
            ) -> impl ::std::future::Future<Output = ()> + ::std::marker::Send {
                let _ = (ctx, report);
                async {}
            }

            #(#methods)*
        }
    }
}

/// The schema's own documentation belongs to its root namespace.
fn namespace_doc<'a>(model: &'a Model, namespace: &Namespace) -> Option<&'a str> {
    if std::ptr::eq(model.root(), namespace) { model.doc.as_deref() } else { None }
}

fn method(types: &Types<'_>, event: &ClientEvent, letters: &Generics, here: Here) -> TokenStream {
    let Generics { adapter, .. } = letters;
    let docs = docs::event(event.head.doc.as_deref(), &event.head.wire);
    let name = ident(&event.head.names.snake);
    let data = match &event.head.payload {
        Payload::None => None,
        Payload::Data(ty) => {
            let value = types.value(ty, here);
            Some(quote!(data: #value,))
        }
        _ => todo!("not emitted yet"),
    };
    let ack = match &event.head.ack {
        Ack::Undeclared | Ack::Empty => quote!(()),
        Ack::Data(ty) => types.value(ty, here),
        _ => todo!("not emitted yet"),
    };
    let fail = match &event.head.error {
        None => quote!(__rt::Fail),
        Some(ty) => {
            let error = types.value(ty, here);
            quote!(__rt::Fail<#error>)
        }
    };
    quote! {
        #docs
        fn #name(
            &self,
            ctx: Ctx<Self::Session, #adapter>,
            #data
        ) -> impl ::std::future::Future<Output = ::std::result::Result<#ack, #fail>> + ::std::marker::Send;
    }
}

/// The namespace's marker and what the runtime asks of it.
pub(super) fn plumbing(
    types: &Types<'_>,
    namespace: &Namespace,
    letters: &Generics,
    here: Here,
) -> TokenStream {
    let Generics { adapter, handlers, .. } = letters;
    let path = &namespace.path;
    let auth = match &namespace.auth {
        None => quote!(__rt::Empty),
        Some(ty) => types.codec(ty, here),
    };
    let connect_error = match &namespace.connect_error {
        None => quote!(__rt::Refused),
        Some(ty) => {
            let codec = types.codec(ty, here);
            quote!(__rt::AsJson<#codec>)
        }
    };
    let parse_room = super::rooms::parse(namespace);
    let arms = namespace.client_events.iter().map(|event| arm(types, event, here));
    quote! {
        #[doc(hidden)]
        #[derive(Debug)]
        pub enum __Namespace {}

        impl __rt::Namespace for __Namespace {
            const PATH: &'static str = #path;
            type ToSocket<#adapter: __rt::Adapter> = emit::ToSocket<#adapter>;
            type Broadcast<K, #adapter: __rt::Adapter> = emit::Broadcast<K, #adapter>;
            type Room = rooms::Room;

            fn to_socket<#adapter: __rt::Adapter>(socket: __rt::OneSocket<#adapter>) -> emit::ToSocket<#adapter> {
                emit::ToSocket(socket)
            }
            fn broadcast<K, #adapter: __rt::Adapter>(
                target: __rt::Target<#adapter>,
            ) -> emit::Broadcast<K, #adapter> {
                emit::Broadcast(target, ::std::marker::PhantomData)
            }
            fn parse_room(name: &str) -> ::std::option::Option<rooms::Room> {
                #parse_room
            }
        }

        impl<#handlers: Handlers<#adapter>, #adapter: __rt::Adapter> __rt::Serve<#handlers, #adapter> for __Namespace {
            type Session = #handlers::Session;
            type Auth = #auth;
            type ConnectError = #connect_error;

            async fn authenticate(
                handlers: &#handlers,
                socket: &__rt::SocketRef<#adapter>,
                auth: Auth,
            ) -> ::std::result::Result<#handlers::Session, __rt::Fail<ConnectError>> {
                handlers.authenticate(socket, auth).await
            }
            async fn connected(handlers: &#handlers, ctx: Ctx<#handlers::Session, #adapter>) {
                handlers.on_connect(ctx).await
            }
            async fn disconnected(
                handlers: &#handlers,
                ctx: Ctx<#handlers::Session, #adapter>,
                reason: __rt::DisconnectReason,
            ) {
                handlers.on_disconnect(ctx, reason).await
            }
            async fn faulted(
                handlers: &#handlers,
                ctx: Ctx<#handlers::Session, #adapter>,
                report: &__rt::FaultReport,
            ) {
                handlers.on_fault(ctx, report).await
            }

            async fn dispatch(incoming: __rt::Incoming<Self, #handlers, #adapter>) {
                match incoming.name() {
                    #(#arms)*
                    _ => incoming.unknown().await,
                }
            }
        }
    }
}

fn arm(types: &Types<'_>, event: &ClientEvent, here: Here) -> TokenStream {
    let (wire, name) = (&event.head.wire, ident(&event.head.names.snake));
    let ack = match &event.head.ack {
        Ack::Undeclared | Ack::Empty => quote!(__rt::Empty),
        Ack::Data(ty) => types.codec(ty, here),
        _ => todo!("not emitted yet"),
    };
    let error = match &event.head.error {
        None => quote!(__rt::Never),
        Some(ty) => types.codec(ty, here),
    };
    let limits = match event.max_bytes {
        None => quote!(__rt::Limits::NONE),
        Some(bytes) => {
            let bytes = proc_macro2::Literal::u64_unsuffixed(bytes);
            quote!(__rt::Limits::NONE.max_bytes(#bytes))
        }
    };
    match &event.head.payload {
        Payload::None => quote! {
            #wire => {
                incoming
                    .event_without_data::<#ack, #error, _>(#limits, |handlers, ctx| handlers.#name(ctx))
                    .await
            }
        },
        Payload::Data(ty) => {
            let codec = types.codec(ty, here);
            quote! {
                #wire => {
                    incoming
                        .event::<#codec, #ack, #error, _>(#limits, |handlers, ctx, data| handlers.#name(ctx, data))
                        .await
                }
            }
        }
        _ => todo!("not emitted yet"),
    }
}
