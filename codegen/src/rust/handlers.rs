//! The traits that an application implements, and the `match` that leads from an event's name to its method.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use sockgen_schema::model::{ClientEvent, Group, GroupId, Model, Namespace};

use super::codec::Types;
use super::docs;
use super::messages::{self, Message};
use super::names::{Generics, Here, ident};
use super::{acks, params};
use crate::escape::code_span;

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

            /// Runs ahead of every handler, and keeps an event from it: `Err(Fault::unauthorized("log in first"))`.
            fn before(
                &self,
                ctx: Ctx<Self::Session, #adapter>,
                event: ClientEvent,
            ) -> impl ::std::future::Future<Output = ::std::result::Result<(), __rt::Fault>> + ::std::marker::Send {
                let _ = (ctx, event);
                async { ::std::result::Result::Ok(()) }
            }

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
    let hash = &types.hash;
    let params = params::name(namespace);
    // A namespace with one path has no parameters that its handlers could want.
    let (taken, given) = if namespace.is_dynamic() {
        (quote!(params), quote!(params,))
    } else {
        (quote!(_), TokenStream::new())
    };
    let bounds = bounds(namespace, adapter);
    let acks = acks::of_unknown(types.model, here).map(|style| {
        quote! {
            const ACKS: &'static __rt::AckStyle = #style;
        }
    });
    let in_flight = namespace.in_flight.map(|messages| {
        let messages = Literal::u32_unsuffixed(messages);
        quote! {
            const IN_FLIGHT: usize = #messages;
        }
    });
    let name = &namespace.path;
    let client_events = client_events(types, namespace, here);
    let auth = messages::auth(types, namespace, here);
    let connect_error = messages::connect_error(types, namespace, here);
    let parse_room = super::rooms::parse(namespace);
    let arms = namespace.client_events.iter().map(|event| arm(types, namespace, event, adapter, here));
    let dispatch = if namespace.client_events.is_empty() {
        quote! {
            let _ = incoming;
            match event {}
        }
    } else {
        quote!(match event { #(#arms)* })
    };
    quote! {
        #client_events

        #[doc(hidden)]
        #[derive(Debug)]
        pub enum __Namespace {}

        impl __rt::Namespace for __Namespace {
            const NAME: &'static str = #name;
            const HASH: &'static str = #hash;
            #acks
            #in_flight
            type Event = ClientEvent;
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
            async fn before(
                handlers: &#handlers,
                ctx: Ctx<#handlers::Session, #adapter>,
                event: ClientEvent,
            ) -> ::std::result::Result<(), __rt::Fault> {
                handlers.before(ctx, event).await
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

            fn dispatch(
                incoming: __rt::Incoming<Self, #handlers, #adapter>,
                event: ClientEvent,
            ) -> impl ::std::future::Future<Output = ()> + ::std::marker::Send + 'static {
                async move { #dispatch }
            }
        }
    }
}

/// The enum of the events that clients send, with their names and rules.
fn client_events(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    let events = &namespace.client_events;
    let variants: Vec<_> = events.iter().map(|event| ident(&event.head.names.pascal)).collect();
    let wires: Vec<_> = events.iter().map(|event| &event.head.wire).collect();
    let docs = wires.iter().map(|wire| docs::line(&format!("The event {}.", code_span(wire))));
    let rules = events.iter().map(|event| acks::rules(types.model, &event.head, Some(event), here));
    // An enum without variants has no numbers.
    let (index, name) = if events.is_empty() {
        (quote!(match self {}), quote!(match self {}))
    } else {
        let name = quote!(<Self as __rt::ClientEvents>::NAMES[self as usize]);
        (quote!(self as usize), name)
    };
    quote! {
        /// An event that clients send, without what it carries.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ClientEvent {
            #(#docs #variants,)*
        }

        impl ClientEvent {
            /// All of them, in the order of the schema.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The event's name on the wire.
            pub const fn as_str(self) -> &'static str {
                #name
            }
        }

        impl __rt::ClientEvents for ClientEvent {
            const NAMES: &'static [&'static str] = &[#(#wires),*];
            const RULES: &'static [__rt::Rules] = &[#(#rules),*];
            fn index(self) -> usize {
                #index
            }
            fn find(name: &str) -> ::std::option::Option<Self> {
                match name {
                    #(#wires => ::std::option::Option::Some(Self::#variants),)*
                    _ => ::std::option::Option::None,
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
    let (variant, name) = (ident(&event.head.names.pascal), ident(&event.head.names.snake));
    let ack = messages::answer(types, &event.head, here).codec;
    let error = messages::error(types, &event.head, here);
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
                ClientEvent::#variant => {
                    incoming
                        .event_without_data::<#ack, #error, _>(event, |handlers, ctx| #call)
                        .await
                }
            }
        }
        Some(Message { codec, .. }) => {
            let call = call(quote!(data));
            quote! {
                ClientEvent::#variant => {
                    incoming
                        .event::<#codec, #ack, #error, _>(event, |handlers, ctx, data| #call)
                        .await
                }
            }
        }
    }
}
