//! What an event carries and what it is answered with, as the Rust type of a value and as its codec.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{Ack, EventHead, Namespace, Payload};

use super::codec::Types;
use super::names::Here;

/// A value and its codec.
pub(super) struct Message {
    /// The Rust type.
    pub(super) value: TokenStream,
    /// What puts it on the wire.
    pub(super) codec: TokenStream,
}

impl Message {
    /// What an event carries; `None` if that is nothing.
    pub(super) fn of(types: &Types<'_>, payload: &Payload, here: Here) -> Option<Self> {
        match payload {
            Payload::None => None,
            Payload::Data(ty) => Some(Self { value: types.value(ty, here), codec: types.codec(ty, here) }),
            Payload::Args(id) => {
                let value = types.path(*id, here);
                let codec = quote!(__rt::Args<#value>);
                Some(Self { value, codec })
            }
            Payload::Raw => Some(Self::raw()),
        }
    }

    /// What an event carries that asks for an answer.
    pub(super) fn of_question(types: &Types<'_>, payload: &Payload, here: Here) -> Option<Self> {
        let message = Self::of(types, payload, here)?;
        if !matches!(payload, Payload::Args(_)) {
            return Some(message);
        }
        let value = message.value;
        let codec = quote!(__rt::AllArgs<#value>);
        Some(Self { value, codec })
    }

    /// What an event carries that carries nothing, where a codec has to be named all the same.
    pub(super) fn nothing() -> Self {
        Self { value: quote!(()), codec: quote!(__rt::NoArguments) }
    }

    fn raw() -> Self {
        Self { value: quote!(__rt::Raw), codec: quote!(__rt::AnyArguments) }
    }
}

/// What an event is answered with.
pub(super) fn answer(types: &Types<'_>, head: &EventHead, here: Here) -> Message {
    match &head.ack {
        Ack::Undeclared | Ack::Empty => Message { value: quote!(()), codec: quote!(__rt::Empty) },
        Ack::Data(ty) => Message { value: types.value(ty, here), codec: types.codec(ty, here) },
        Ack::Raw => Message::raw(),
    }
}

/// The codec of the error that an event declares.
pub(super) fn error(types: &Types<'_>, head: &EventHead, here: Here) -> TokenStream {
    match &head.error {
        None => quote!(__rt::Never),
        Some(ty) => types.codec(ty, here),
    }
}

/// The codec of the handshake's `auth`.
pub(super) fn auth(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    match &namespace.auth {
        None => quote!(__rt::Empty),
        Some(ty) => types.codec(ty, here),
    }
}

/// What says why a connection is refused.
pub(super) fn connect_error(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    match &namespace.connect_error {
        None => quote!(__rt::Refused),
        Some(ty) => {
            let codec = types.codec(ty, here);
            quote!(__rt::AsJson<#codec>)
        }
    }
}
