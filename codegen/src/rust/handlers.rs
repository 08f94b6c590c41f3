//! The traits that an application implements, and the `match` that leads from an event's name to its method.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use sockgen_schema::model::{ClientEvent, Group, GroupId, Model, Namespace};

use super::codec::Types;
use super::docs;
use super::messages::{self, Message};
use super::names::{Generics, Here, ident};
use super::{acks, params};

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
    let own = namespace.client_events.iter().filter(|event| event.head.group.is_none());
    let methods = own.map(|event| method(types, event, letters, here));
    let params = namespace.is_dynamic().then(|| quote!(params: &Params,));
    let who = if namespace.is_dynamic() {
        docs::line(
            "Says who this is, or refuses; it is over before the first event. `params` are those of the path.",
        )
    } else {
        docs::line("Says who this is, or refuses; it is over before the first event.")
    };
    quote! {
        #docs
        pub trait Handlers<#adapter: __rt::Adapter = __rt::LocalAdapter>:
            ::std::marker::Sized + ::std::marker::Send + ::std::marker::Sync + 'static
        {
            /// What `authenticate` makes of a connection.
            type Session: ::std::marker::Send + ::std::marker::Sync + 'static;

            #who
            fn authenticate(
                &self,
                socket: &__rt::SocketRef<#adapter>,
                #params
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
fn namespace_doc<'a>(model: &'a Model, namespace: &'a Namespace) -> Option<&'a str> {
    let own = namespace.doc.as_deref();
    if std::ptr::eq(model.root(), namespace) { own.or(model.doc.as_deref()) } else { own }
}

/// A module for each included file, with the trait of its events.
pub(super) fn groups(
    types: &Types<'_>,
    namespace: &Namespace,
    letters: &Generics,
    here: Here,
) -> TokenStream {
    let Generics { adapter, .. } = letters;
    let here = here.inside();
    let with_events = numbered(namespace).filter(|(id, _)| has_events(namespace, *id));
    let modules = with_events.map(|(id, group)| {
        let name = ident(&group.names.snake);
        let doc = match &group.doc {
            Some(doc) => docs::text(doc),
            None => docs::line("What the application does with the events of this group's clients."),
        };
        let events = namespace.client_events.iter().filter(|event| event.head.group == Some(id));
        let methods = events.map(|event| method(types, event, letters, here));
        quote! {
            /// The events of an included file.
            pub mod #name {
                use super::{__rt, Ctx};

                #doc
                pub trait Handlers<#adapter: __rt::Adapter = __rt::LocalAdapter>: super::Handlers<#adapter> {
                    #(#methods)*
                }
            }
        }
    });
    modules.collect()
}

/// The groups with their ids.
fn numbered(namespace: &Namespace) -> impl Iterator<Item = (GroupId, &Group)> {
    (0..).map(GroupId).zip(&namespace.groups)
}

/// Whether clients send any event of a group; one without is no trait to implement.
fn has_events(namespace: &Namespace, id: GroupId) -> bool {
    namespace.client_events.iter().any(|event| event.head.group == Some(id))
}

/// What the application's handlers must implement: the namespace's own trait, and those of its groups.
pub(super) fn bounds(namespace: &Namespace, adapter: &Ident) -> TokenStream {
    let groups = numbered(namespace).filter(|(id, _)| has_events(namespace, *id)).map(|(_, group)| {
        let name = ident(&group.names.snake);
        quote!(+ #name::Handlers<#adapter>)
    });
    quote!(Handlers<#adapter> #(#groups)*)
}

fn method(types: &Types<'_>, event: &ClientEvent, letters: &Generics, here: Here) -> TokenStream {
    let Generics { adapter, .. } = letters;
    let docs = docs::event(event.head.doc.as_deref(), &event.head.wire);
    let name = ident(&event.head.names.snake);
    let data =
        Message::of(types, &event.head.payload, here).map(|Message { value, .. }| quote!(data: #value,));
    let ack = messages::answer(types, &event.head, here).value;
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
    let path = params::literals(&namespace.template);
    let params = params::name(namespace);
    // A namespace with one path has no parameters that its handlers could want.
    let (taken, given) = if namespace.is_dynamic() {
        (quote!(params), quote!(params,))
    } else {
        (quote!(_), TokenStream::new())
    };
    let bounds = bounds(namespace, adapter);
    let acks = acks::by_event(types.model, namespace, here).map(|found| {
        quote! {
            fn acks(event: &str) -> &'static __rt::AckStyle {
                #found
            }
        }
    });
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
    let arms = namespace.client_events.iter().map(|event| arm(types, namespace, event, adapter, here));
    quote! {
        #[doc(hidden)]
        #[derive(Debug)]
        pub enum __Namespace {}

        impl __rt::Namespace for __Namespace {
            const PATH: &'static [&'static str] = &[#(#path),*];
            type Params = #params;
            type ToSocket<#adapter: __rt::Adapter> = emit::ToSocket<#adapter>;
            type Broadcast<K, #adapter: __rt::Outlet> = emit::Broadcast<K, #adapter>;
            type Room = rooms::Room;

            fn to_socket<#adapter: __rt::Adapter>(socket: __rt::OneSocket<#adapter>) -> emit::ToSocket<#adapter> {
                emit::ToSocket(socket)
            }
            fn broadcast<K, #adapter: __rt::Outlet>(
                target: __rt::Target<#adapter>,
            ) -> emit::Broadcast<K, #adapter> {
                emit::Broadcast(target, ::std::marker::PhantomData)
            }
            fn parse_room(name: &str) -> ::std::option::Option<rooms::Room> {
                #parse_room
            }
            #acks
        }

        impl<#handlers: #bounds, #adapter: __rt::Adapter> __rt::Serve<#handlers, #adapter> for __Namespace {
            type Session = #handlers::Session;
            type Auth = #auth;
            type ConnectError = #connect_error;

            async fn authenticate(
                handlers: &#handlers,
                socket: &__rt::SocketRef<#adapter>,
                #taken: &#params,
                auth: Auth,
            ) -> ::std::result::Result<#handlers::Session, __rt::Fail<ConnectError>> {
                handlers.authenticate(socket, #given auth).await
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

fn arm(
    types: &Types<'_>,
    namespace: &Namespace,
    event: &ClientEvent,
    adapter: &Ident,
    here: Here,
) -> TokenStream {
    let (wire, name) = (&event.head.wire, ident(&event.head.names.snake));
    let ack = messages::answer(types, &event.head, here).codec;
    let error = messages::error(types, &event.head, here);
    let rules = acks::rules(types.model, &event.head, Some(event), here);
    let group = event.head.group.and_then(|id| namespace.groups.get(id.0 as usize));
    // Where there are groups, two of their traits may have a method of one name.
    let call = |data: TokenStream| match group {
        Some(group) => {
            let module = ident(&group.names.snake);
            quote!(#module::Handlers::<#adapter>::#name(handlers, ctx, #data))
        }
        None if namespace.groups.is_empty() => quote!(handlers.#name(ctx, #data)),
        None => quote!(Handlers::<#adapter>::#name(handlers, ctx, #data)),
    };
    match Message::of(types, &event.head.payload, here) {
        None => {
            let call = call(TokenStream::new());
            quote! {
                #wire => {
                    incoming
                        .event_without_data::<#ack, #error, _>(#rules, |handlers, ctx| #call)
                        .await
                }
            }
        }
        Some(Message { codec, .. }) => {
            let call = call(quote!(data));
            quote! {
                #wire => {
                    incoming
                        .event::<#codec, #ack, #error, _>(#rules, |handlers, ctx, data| #call)
                        .await
                }
            }
        }
    }
}
