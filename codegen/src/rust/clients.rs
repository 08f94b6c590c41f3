//! Clients for tests: the module `test` of a namespace, in which what clients send is a method, and what they may expect.
//!
//! It is handed over to a macro of the runtime, which gives nothing back unless the runtime has its feature `test`. Its
//! types are the runtime's; what is generated are the methods alone, each a line that names an event and its codecs.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{Ack, ClientEvent, EventHead, Namespace, ServerEvent};

use super::codec::Types;
use super::messages::{self, Message};
use super::names::{Here, ident};
use super::{acks, docs};
use crate::escape::code_span;

/// The name of the macro behind `__rt`, for the printer.
#[cfg(feature = "cli")]
pub(super) const MACRO: &str = "test_client";

/// The module `test`, which stands one level inside of `here`.
pub(super) fn module(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    let here = here.inside();
    let connect = connect(namespace);
    let tested = tested(types, namespace, here);
    let emit = namespace.client_events.iter().map(|event| emit_method(types, event, here));
    let request = namespace.client_events.iter().map(|event| request_method(types, event, here));
    let expect = namespace.server_events.iter().map(|event| expect_method(types, event, here));
    quote! {
        __rt::test_client! {
            /// Clients for tests. It is here if `sockgen` has the feature `test`.
            pub mod test {
                use super::__rt;

                /// A client of this namespace.
                pub type Client = __rt::test::Client<super::__Namespace>;

                #connect
                #tested

                /// Sends events without asking for an ack.
                pub struct Emit(__rt::test::Sender);

                impl Emit {
                    #(#emit)*
                }

                /// Sends events and asks for their acks.
                pub struct Request(__rt::test::Sender);

                impl Request {
                    #(#request)*
                }

                /// Waits for events of the server.
                pub struct Expect(__rt::test::Inquirer);

                impl Expect {
                    #(#expect)*
                }
            }
        }
    }
}

/// The function `connect`: what a schema does not have is no parameter of it.
fn connect(namespace: &Namespace) -> TokenStream {
    let docs = docs::line(&format!("Connects a client to the namespace {}.", code_span(&namespace.path)));
    let is_dynamic = namespace.is_dynamic();
    let params = is_dynamic.then(|| quote!(params: &super::Params,));
    let auth = namespace.auth.is_some().then(|| quote!(auth: &super::Auth,));
    let given_params = if is_dynamic { quote!(params) } else { quote!(&()) };
    let given_auth = if namespace.auth.is_some() { quote!(auth) } else { quote!(&()) };
    quote! {
        #docs
        #[track_caller]
        pub fn connect<A: __rt::Adapter>(
            server: &__rt::test::Server<A>,
            #params
            #auth
        ) -> __rt::test::Connecting<super::__Namespace> {
            __rt::test::connect(server, #given_params, #given_auth)
        }
    }
}

/// What the runtime's client asks of the namespace.
fn tested(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    let auth = messages::auth(types, namespace, here);
    let connect_error = messages::connect_error(types, namespace, here);
    quote! {
        impl __rt::test::Tested for super::__Namespace {
            type Auth = #auth;
            type ConnectError = #connect_error;
            type Emit = Emit;
            type Request = Request;
            type Expect = Expect;

            fn emit(sender: __rt::test::Sender) -> Emit {
                Emit(sender)
            }
            fn request(sender: __rt::test::Sender) -> Request {
                Request(sender)
            }
            fn expect(inquirer: __rt::test::Inquirer) -> Expect {
                Expect(inquirer)
            }
        }
    }
}

fn emit_method(types: &Types<'_>, event: &ClientEvent, here: Here) -> TokenStream {
    let Event { docs, name, wire, codec, data, given } = Event::of(types, &event.head, here);
    quote! {
        #docs
        #[track_caller]
        pub fn #name(self, #data) -> __rt::test::Sent {
            self.0.emit::<#codec>(#wire, #given)
        }
    }
}

fn request_method(types: &Types<'_>, event: &ClientEvent, here: Here) -> TokenStream {
    let Event { docs, name, wire, codec, data, given } = Event::of(types, &event.head, here);
    let ack = messages::answer(types, &event.head, here).codec;
    let error = event.head.error.is_some().then(|| messages::error(types, &event.head, here));
    let rules = acks::rules_ref(types.model, &event.head, here);
    quote! {
        #docs
        #[track_caller]
        pub fn #name(self, #data) -> __rt::test::Answer<#ack, #error> {
            self.0.request::<#codec, _, _>(#wire, #given, #rules)
        }
    }
}

fn expect_method(types: &Types<'_>, event: &ServerEvent, here: Here) -> TokenStream {
    let head = &event.head;
    let Event { docs, name, wire, .. } = Event::of(types, head, here);
    if head.ack == Ack::Undeclared {
        let message = Message::of(types, &head.payload, here).unwrap_or_else(Message::nothing);
        let Message { value, codec } = message;
        return quote! {
            #docs
            #[track_caller]
            pub fn #name(self) -> __rt::test::Expected<#value> {
                self.0.event::<#codec>(#wire)
            }
        };
    }
    let Message { value, codec } =
        Message::of_question(types, &head.payload, here).unwrap_or_else(Message::nothing);
    let (ack, error) = (messages::answer(types, head, here).codec, messages::error(types, head, here));
    let rules = acks::rules_ref(types.model, head, here);
    quote! {
        #docs
        #[track_caller]
        pub fn #name(self) -> __rt::test::Expected<__rt::test::Question<#value, #ack, #error>> {
            self.0.question::<#codec, _, _>(#wire, #rules)
        }
    }
}

/// What the methods of an event have in common.
struct Event<'a> {
    docs: TokenStream,
    name: proc_macro2::Ident,
    wire: &'a str,
    codec: TokenStream,
    /// The parameter for the data, and what is handed on.
    data: Option<TokenStream>,
    given: TokenStream,
}

impl<'a> Event<'a> {
    fn of(types: &Types<'_>, head: &'a EventHead, here: Here) -> Self {
        let message = Message::of(types, &head.payload, here);
        let data = message.as_ref().map(|Message { value, .. }| quote!(data: &#value));
        let given = if message.is_some() { quote!(data) } else { quote!(&()) };
        Self {
            // What an event is for is said where its handler is. One that is deprecated is none for tests, which hold
            // the server to it as long as clients send it.
            docs: docs::line(&format!("The event {}.", code_span(&head.wire))),
            name: ident(&head.names.snake),
            wire: &head.wire,
            codec: message.unwrap_or_else(Message::nothing).codec,
            data,
            given,
        }
    }
}
