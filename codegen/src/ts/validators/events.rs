//! The schemas of a namespace's events and of its handshake, in tables.

use super::code::Code;
use super::types::{Schemas, literal};
use crate::ts::docs::remark;
use crate::ts::layout::{print_behind, text};
use crate::ts::namespaces::{constant_prefix, place};
use crate::ts::view::ExportView;
use sockgen_schema::model::{Ack, EventHead, Field, Namespace, Payload, Type, TypeKind};
use std::borrow::Cow;

impl<'m> Schemas<'m> {
    /// `EVENT_SCHEMAS`, and `HANDSHAKE_SCHEMAS` where the handshake has any.
    pub(in crate::ts) fn tables(&self, namespace: &'m Namespace) -> Vec<ExportView> {
        let prefix = constant_prefix(namespace);
        let place = place(namespace);
        let client = namespace.client_events.iter().map(|event| self.event(&event.head, event.strict));
        let server = namespace.server_events.iter().map(|event| self.event(&event.head, false));
        let events = Code::Lines(vec![
            ("clientToServer".into(), Code::Lines(client.collect())),
            ("serverToClient".into(), Code::Lines(server.collect())),
        ]);
        let doc = format!("The arguments of each event{place}, and the `data` and `error` of its answer.");
        // Where values are made of what is on the wire, the entries do not say of which of the two they are.
        let ty = if self.converts() { ": EventSchemas" } else { "" };
        let mut tables = vec![table(&format!("{prefix}EVENT_SCHEMAS{ty}"), &doc, &events)];
        let part = |(name, ty): (&'static str, &'m Option<Type>)| {
            ty.as_ref().map(|ty| (Cow::from(name), self.of(ty, None)))
        };
        let parts = [("auth", &namespace.auth), ("connectError", &namespace.connect_error)];
        let parts: Vec<_> = parts.into_iter().filter_map(part).collect();
        if !parts.is_empty() {
            let doc = format!("What a client says when it connects{place}, and why it may be refused.");
            tables.push(table(&format!("{prefix}HANDSHAKE_SCHEMAS"), &doc, &Code::Lines(parts)));
        }
        tables
    }

    fn event(&self, head: &'m EventHead, strict: bool) -> (Cow<'m, str>, Code<'m>) {
        let arguments = match &head.payload {
            Payload::None => self.call("noArguments", Vec::new()),
            Payload::Raw => self.call("anyArguments", Vec::new()),
            Payload::Data(ty) => self.call("payload", vec![self.of(ty, None)]),
            Payload::Args(id) => match &self.model.type_def(*id).kind {
                TypeKind::Object(fields) => {
                    let argument =
                        |field: &'m Field| Code::List(vec![literal(&field.wire), self.field(field, None)]);
                    self.call("args", fields.iter().map(argument).collect())
                }
                _ => self.call("noArguments", Vec::new()),
            },
        };
        // Where the server looks at nothing there is nothing that it does not know.
        let is_read = matches!(head.payload, Payload::Data(_) | Payload::Args(_));
        let arguments = if strict && is_read { self.call("strict", vec![arguments]) } else { arguments };
        let mut entries = vec![("args".into(), arguments)];
        if let Ack::Data(ty) = &head.ack {
            entries.push(("data".into(), self.of(ty, None)));
        }
        if let Some(ty) = &head.error {
            entries.push(("error".into(), self.of(ty, None)));
        }
        (head.wire.as_str().into(), Code::Lines(entries))
    }
}

fn table(name: &str, doc: &str, value: &Code<'_>) -> ExportView {
    let mut out = String::new();
    print_behind(
        &mut out,
        &[text(format!("const {name} =")), value.assigned(""), text(";")],
        0,
        "export ".len(),
    );
    ExportView { doc: remark(doc), text: out }
}
