//! What a client may do that the schema does not have.

use std::sync::Arc;

use bytes::Bytes;
use tokio_tungstenite::tungstenite::Message;

use super::expect::{Expected, Inquirer};
use super::link::Link;
use super::packet::Packet;
use super::send::Answer;
use crate::emit::EmitError;
use crate::payload::{AnyArguments, Json, Raw, RawValue, Violation, ViolationKind};
use crate::request::AckFailure;

/// Sends and expects anything: as clients do that are older than the schema, or that mean no good.
pub struct RawClient(Arc<Link>);

impl RawClient {
    pub(super) fn new(link: &Arc<Link>) -> Self {
        Self(link.clone())
    }

    /// Sends an event with any arguments, and asks for no ack.
    pub fn emit<V: Into<RawValue>>(
        &self,
        event: &str,
        arguments: impl IntoIterator<Item = V>,
    ) -> Result<(), EmitError> {
        self.0.send(&Packet::event(event, raw(arguments), None))
    }

    /// Sends an event with any arguments, and gives its ack as JSON: the first argument, `null` if it has none.
    pub fn request<V: Into<RawValue>>(
        &self,
        event: &str,
        arguments: impl IntoIterator<Item = V>,
    ) -> Answer<Json> {
        let answer = self.0.ask(event, raw(arguments));
        let read = |raw: Raw| {
            let first = raw.arguments.into_iter().next().unwrap_or_default();
            let message = "there is binary data in it, which `request_raw` gives";
            let violation = || Violation::new(ViolationKind::WrongType, message);
            first.into_json().ok_or_else(|| AckFailure::Invalid(violation()))
        };
        Answer::new(answer, self.0.deadline, Box::new(read))
    }

    /// The same with all the arguments of the ack, and the binary data in them.
    pub fn request_raw<V: Into<RawValue>>(
        &self,
        event: &str,
        arguments: impl IntoIterator<Item = V>,
    ) -> Answer<AnyArguments> {
        Answer::new(self.0.ask(event, raw(arguments)), self.0.deadline, Box::new(Ok))
    }

    /// Expects an event of any name, with whatever it carries.
    #[track_caller]
    pub fn expect(&self, event: &str) -> Expected<Raw> {
        Inquirer::new(&self.0).raw(event)
    }

    /// Sends a message of the engine, which a packet is behind a `4`: `42["join:room",{"room":"r"}]`.
    pub fn send_text(&self, text: &str) -> Result<(), EmitError> {
        self.0.send_messages(vec![Message::text(text)])
    }

    /// Sends a binary message of the engine: an attachment, or what is none.
    pub fn send_binary(&self, bytes: impl Into<Bytes>) -> Result<(), EmitError> {
        self.0.send_messages(vec![Message::binary(bytes.into())])
    }
}

fn raw<V: Into<RawValue>>(arguments: impl IntoIterator<Item = V>) -> Raw {
    Raw { arguments: arguments.into_iter().map(Into::into).collect() }
}
