//! Rust: the module that `#[socket_events]` fills, and that `sockgen rust` prints.
//!
//! The order is that in which somebody reads it: the types, the trait to implement, the context that its methods get,
//! rooms, emitters, `register`, and at the end what only the runtime calls.
//!
//! Generated code names nothing but `::sockgen::__private` (as `__rt`) and absolute paths of the standard library, so that
//! a schema may have types called `String`, `Option` or `Result`. **Invariant:** emitting does not fail on a model
//! without errors.

mod acks;
mod clients;
mod codec;
mod docs;
mod emitters;
mod handlers;
mod markers;
mod messages;
mod names;
mod params;
#[cfg(feature = "cli")]
mod print;
mod rooms;
#[cfg(test)]
mod tests;
mod tuples;
mod types;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
#[cfg(feature = "explorer")]
use sockgen_schema::model::TypeId;
use sockgen_schema::model::{Ack, Model, Namespace, NamespaceId, Type};

use self::codec::Types;
use self::names::{Generics, Here};
#[cfg(feature = "cli")]
pub use self::print::print;
use crate::escape::code_span;

/// What can be chosen about the generated Rust.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {}

/// The items of the generated module. [`lints`] belong on the module around them.
#[must_use]
pub fn emit(model: &Model, _options: &Options) -> TokenStream {
    let types = Types::new(model);
    let declared = types::items(&types, None);
    let conversions = types::conversions(&types);
    let root = namespace(&types, model.root(), NamespaceId(0));
    let others = (0..).map(NamespaceId).zip(&model.namespaces).skip(1);
    let others: TokenStream = others.map(|(id, namespace)| module(&types, namespace, id)).collect();
    let styles = acks::styles(model);
    let engine = engine(model, &Generics::new(model));
    // Last, since it lists what the others met.
    let markers = types.markers();
    quote! {
        use ::sockgen::__private as __rt;

        #declared
        #conversions
        #root
        #others
        #engine
        #styles
        #markers
    }
}

/// Where a type stands in the module that the macro fills: `Message`, `admin::Kick`, `r#type::Self_`.
#[cfg(feature = "explorer")]
pub(crate) fn path(model: &Model, id: TypeId) -> String {
    let def = model.type_def(id);
    let module = def.namespace.and_then(|id| names::module(&model.namespaces[id.0 as usize]));
    let name = names::ident(&def.local_name);
    module.map_or_else(|| name.to_string(), |module| format!("{module}::{name}"))
}

/// A namespace that is not the root, with the types of its events.
fn module(types: &Types<'_>, ns: &Namespace, id: NamespaceId) -> TokenStream {
    let Some(name) = names::module(ns) else { return TokenStream::new() };
    let docs = match &ns.doc {
        Some(doc) => docs::text(doc),
        None => docs::line(&format!("The namespace {}.", code_span(&ns.path))),
    };
    let (items, all) = (types::items(types, Some(id)), namespace(types, ns, id));
    quote! {
        #docs
        pub mod #name {
            use super::__rt;

            #items
            #all
        }
    }
}

/// Everything of one namespace, in a module of its own or, for the root, beside the types.
fn namespace(types: &Types<'_>, namespace: &Namespace, id: NamespaceId) -> TokenStream {
    let here = Here::namespace(id);
    let letters = Generics::new(types.model);
    let Generics { adapter, session, .. } = &letters;
    let auth = handshake(types, namespace.auth.as_ref(), "Auth", "The handshake's `auth`.", quote!(()), here);
    let connect_error = handshake(
        types,
        namespace.connect_error.as_ref(),
        "ConnectError",
        "Why a connection is refused.",
        quote!(__rt::Refused),
        here,
    );
    let params = params::item(types, namespace, here);
    let interface = handlers::interface(types, namespace, &letters, here);
    let groups = handlers::groups(types, namespace, &letters, here);
    let rooms = rooms::module(types, namespace, here);
    let emitters = emitters::module(types, namespace, here);
    let plumbing = handlers::plumbing(types, namespace, &letters, here);
    let clients = clients::module(types, namespace, here);
    let register = register(namespace, &letters);
    let emitter = if namespace.is_dynamic() {
        quote! {
            /// Emits from outside handlers, to one path of this namespace.
            pub type Emitter<#adapter = __rt::LocalAdapter> = __rt::PathEmitter<__Namespace, #adapter>;
        }
    } else {
        quote! {
            /// Emits from outside handlers.
            pub type Emitter<#adapter = __rt::LocalAdapter> = __rt::Emitter<__Namespace, #adapter>;
        }
    };
    quote! {
        #auth
        #connect_error
        #params

        #interface
        #groups

        /// What a handler knows of its connection: its session, its rooms, and whom it can send to.
        pub type Ctx<#session, #adapter = __rt::LocalAdapter> = __rt::Context<__Namespace, #session, #adapter>;

        #rooms
        #emitters

        #emitter

        #register

        #clients

        #plumbing
    }
}

fn register(namespace: &Namespace, letters: &Generics) -> TokenStream {
    let Generics { adapter, handlers, .. } = letters;
    let bounds = handlers::bounds(namespace, adapter);
    let path = code_span(&namespace.path);
    let register_docs = if namespace.is_dynamic() {
        docs::line(&format!(
            "Registers the dynamic namespace {path}; an error if the engine has one already whose paths could be the same.",
        ))
    } else {
        docs::line(&format!(
            "Registers the namespace {path}. What it returns is the adapter's, and needs an `await` for some.",
        ))
    };
    let (kind, defined, result) = if namespace.is_dynamic() {
        (quote!(__rt::ManyPaths), None, quote!(::std::result::Result<(), __rt::NsInsertError>))
    } else {
        (quote!(__rt::OnePath), Some(quote!(__rt::DefinedAdapter+)), quote!(#adapter::InitRes))
    };
    let service_docs = docs::line(&format!(
        "The namespace {path} on its way to `register`, with limits to change and hand-written code to live beside.",
    ));
    quote! {
        #register_docs
        pub fn register<#handlers, #adapter>(io: &__rt::SocketIo<#adapter>, handlers: #handlers) -> #result
        where
            #handlers: #bounds,
            #adapter: #defined __rt::Adapter,
        {
            service(handlers).register(io)
        }

        #service_docs
        pub fn service<#handlers, #adapter>(
            handlers: #handlers,
        ) -> __rt::Service<__Namespace, #handlers, #adapter, #kind>
        where
            #handlers: #bounds,
            #adapter: __rt::Adapter,
        {
            __rt::Service::new(handlers)
        }
    }
}

/// The function that sets the engine's own limits, for the whole schema.
fn engine(model: &Model, letters: &Generics) -> TokenStream {
    let Generics { adapter, .. } = letters;
    let limits =
        || model.namespaces.iter().flat_map(|namespace| &namespace.client_events).map(|e| e.max_bytes);
    let largest = Literal::u64_unsuffixed(limits().flatten().max().unwrap_or(0));
    // What a client answers has no limit of its own.
    let mut questions = model.namespaces.iter().flat_map(|namespace| &namespace.server_events);
    let all = limits().all(|limit| limit.is_some())
        && questions.all(|event| matches!(event.head.ack, Ack::Undeclared | Ack::Empty));
    let in_flight = match model.root().in_flight.map(Literal::u32_unsuffixed) {
        Some(messages) => quote!(#messages),
        None => quote!(__rt::IN_FLIGHT),
    };
    quote! {
        /// Sets the engine's own limits to what this schema needs: `max_payload` and the size of a WebSocket message to so much
        /// more than its largest `maxBytes` that what is too large can still be answered with a fault, and the buffer of a
        /// connection so that it holds the answers to all messages that may be at work. Where a client's event has no
        /// `maxBytes`, or a client answers with data, no size is lowered.
        pub fn engine<#adapter: __rt::Adapter>(
            builder: __rt::SocketIoBuilder<#adapter>,
        ) -> __rt::SocketIoBuilder<#adapter> {
            __rt::engine(builder, #largest, #all, #in_flight)
        }
    }
}

/// The name under which the trait takes a part of the handshake: an alias, unless the schema made a type of that name.
fn handshake(
    types: &Types<'_>,
    ty: Option<&Type>,
    name: &str,
    doc: &str,
    absent: TokenStream,
    here: Here,
) -> Option<TokenStream> {
    let value = match ty {
        Some(Type::Named { id, .. }) if here.has(types.model.type_def(*id), name) => return None,
        Some(ty) => types.value(ty, here),
        None => absent,
    };
    let (doc, name) = (docs::line(doc), names::ident(name));
    Some(quote! {
        #doc
        pub type #name = #value;
    })
}

/// The lints that generated code is not held to, for an `#[allow(…)]` on the module.
///
/// What an application does not use yet is no mistake of its author's, and how generated code is written is none of the
/// application's business.
#[must_use]
pub fn lints() -> TokenStream {
    quote! {
        dead_code, deprecated, missing_debug_implementations, missing_docs, unreachable_pub, unused, clippy::all, clippy::nursery,
        clippy::pedantic, clippy::restriction, rustdoc::all
    }
}

/// Documentation from the schema as `#[doc = …]`, for the module itself.
#[must_use]
pub fn doc_attribute(doc: &str) -> TokenStream {
    docs::text(doc)
}
