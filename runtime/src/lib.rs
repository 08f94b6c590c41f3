//! Typed Socket.IO for [socketioxide] servers, generated from one schema file.
//!
//! A schema names an application's events, their payloads, acks, errors and rooms. `#[socket_events]` turns it into a
//! module with a `Handlers` trait to implement, typed emitters, and `register`. This crate is what the generated code
//! stands on: decoding and checking, acks and faults, rooms, limits.
//!
//! # What a connection goes through
//!
//! 1. `authenticate` makes its session, before the client is told that it is connected.
//! 2. Its events are handled. They are *started* in their order; a handler that waits does not keep back the next one.
//!    At most [`limits::IN_FLIGHT`] of them wait or run, further ones are answered with the fault `rate_limited`.
//!    `on_connect` runs beside the first events.
//! 3. `on_disconnect` runs once. Events that had arrived before the disconnect are still handled, those in their handlers run
//!    to their end; nothing of them can join a room any more, and acks have nowhere to go.
//!
//! # Nothing vanishes
//!
//! A payload that does not fit, an unknown event, a flood, a panic or an error that is not declared each answer the ack, if one
//! was asked for, with a [`Fault`]; each calls `on_fault` once and leaves a `tracing` event.
//!
//! # Several nodes
//!
//! Everything is generic over the engine's adapter. While the other nodes cannot be reached, broadcasts go to this node's
//! sockets and are an [`EmitError::OtherNodes`]. A process that is no server emits through `Remote` (feature `emitter`).

// The generated code says `::sockgen`, in our own tests and documentation too.
extern crate self as sockgen;

#[cfg(feature = "explorer")]
pub mod explorer;
pub mod limits;

mod ack;
mod ack_style;
mod close;
mod connect;
mod context;
mod deadline;
mod delivery;
mod dispatch;
mod emit;
mod explorer_macro;
mod fault;
mod handshake;
mod incoming;
mod mailbox;
mod members;
mod outage;
mod outlet;
mod params;
mod paths;
#[doc(hidden)]
pub mod payload;
mod rate;
#[cfg(feature = "emitter")]
mod remote;
mod request;
mod room;
mod rules;
mod service;
mod session;
mod slow;
mod sync;
#[cfg(feature = "test")]
pub mod test;
mod test_client;
mod watch;
mod wire;

pub use ack::lost_acks;
pub use close::close;
pub use emit::EmitError;
pub use fault::{BoxError, Cause, Fail, Fault, FaultCode, FaultReport, Refused};
pub use outage::lost_broadcasts;
pub use payload::{Raw, RawError, RawValue, Violation, ViolationKind};
#[cfg(feature = "emitter")]
pub use remote::{Publish, Remote};
pub use request::{AckFailure, Answers, Request, RequestMany};
pub use room::Room;
pub use service::{Also, ManyPaths, OnePath, Service, Unknown};
pub use slow::lost_messages;
pub use sockgen_macros::socket_events;
// What the generated types and the engine are made of, in the versions that fit.
pub use {bytes, chrono, serde_json, socketioxide, tokio_util, uuid};

/// What a file with handlers needs: `use sockgen::prelude::*;`.
pub mod prelude {
    pub use crate::socket_events;
    pub use crate::{
        AckFailure, Cause, EmitError, Fail, Fault, FaultCode, FaultReport, Raw, RawValue, Refused, Unknown,
    };
    pub use bytes::Bytes;
    pub use socketioxide::SocketIo;
    pub use socketioxide::adapter::Adapter;
    pub use socketioxide::extract::SocketRef;
    pub use socketioxide::socket::{DisconnectReason, Sid};
}

/// What generated code names, and nobody else: it changes with every version.
#[doc(hidden)]
pub mod __private {
    pub use crate::ack_style::{AckStyle, Const, Entry, Shape, Slot};
    pub use crate::connect::AsJson;
    pub use crate::context::Context;
    pub use crate::dispatch::Serve;
    pub use crate::emit::{
        Delivery, EmitError, Emitter, Everyone, Namespace, OneSocket, PathEmitter, Target,
    };
    pub use crate::fault::{Fail, Fault, FaultReport, Refused};
    pub use crate::incoming::Incoming;
    pub use crate::limits::{IN_FLIGHT, engine};
    pub use crate::outlet::Outlet;
    pub use crate::payload::*;
    pub use crate::request::{Request, RequestMany};
    pub use crate::room::{ParsedParameter, Room, RoomKind, RoomParameter, Rooms, parse_room};
    pub use crate::rules::{ClientEvents, Rules};
    pub use crate::service::{ManyPaths, NsInsertError, OnePath, Service};
    #[cfg(feature = "test")]
    pub use crate::test::generated as test;
    pub use crate::wire::{Empty, Never, NoArguments};
    pub use crate::{
        __brand_impls as brand_impls, __enum_impls as enum_impls, __explorer as explorer,
        __number_enum_impls as number_enum_impls, __payload_impls as payload_impls,
        __test_client as test_client, __union_impls as union_impls,
    };
    pub use socketioxide::adapter::{Adapter, LocalAdapter};
    pub use socketioxide::extract::SocketRef;
    pub use socketioxide::socket::DisconnectReason;
    pub use socketioxide::{SocketIo, SocketIoBuilder};
    pub use socketioxide_core::adapter::DefinedAdapter;
    pub use {bytes, chrono, serde_json, uuid};
}
