//! From what is written to the [`Model`]: names are looked up, inline types get names, bounds become numbers.
//!
//! Findings are pushed, and a hole is filled with a type that does no harm, so that the rest is resolved as well.

mod bounds;
mod recursion;
mod rooms;
mod types;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Ack, ClientEvent, Direction, EventHead, Model, Names, Namespace, Origin, Payload, ServerEvent, Type,
    TypeId, TypeKind,
};
use crate::names;
use crate::source::{Sources, Span, Spanned};
use crate::suggest::did_you_mean;
use crate::syntax::file::{AckDecl, Documented, EventDecl, File, TypeExpr};
use crate::syntax::yaml::shown;
use std::collections::HashMap;
use types::TypeTable;

/// Resolves a file. `fallback_name` names an application whose file does not.
pub fn resolve(file: &File, fallback_name: &str, sources: &Sources, diagnostics: &mut Diagnostics) -> Model {
    let mut resolver = Resolver {
        sources,
        types: TypeTable::declare(&file.types),
        diagnostics,
        inline_data: HashMap::new(),
    };
    resolver.declared_types(&file.types);
    let auth = file.auth.as_ref().map(|ty| resolver.special("Auth", Origin::Auth, ty));
    let connect_error =
        file.connect_error.as_ref().map(|ty| resolver.special("ConnectError", Origin::ConnectError, ty));
    let client_events: Vec<_> = file.client_events.iter().map(|event| resolver.client_event(event)).collect();
    let room_ids: HashMap<&str, u32> =
        file.rooms.iter().enumerate().map(|(at, room)| (room.key.value.as_str(), at as u32)).collect();
    let server_events: Vec<_> =
        file.server_events.iter().map(|event| resolver.server_event(event, &room_ids)).collect();
    let rooms =
        file.rooms.iter().map(|room| resolver.room(room, &client_events, &file.client_events)).collect();
    recursion::box_cycles(&mut resolver.types.defs, resolver.diagnostics);

    Model {
        name: file.name.as_ref().map_or(fallback_name, |name| &name.value).to_owned(),
        version: file.version.as_ref().map(|version| version.value.clone()),
        doc: doc_text(&file.doc),
        types: resolver.types.defs,
        namespaces: vec![Namespace {
            path: "/".to_owned(),
            auth,
            connect_error,
            client_events,
            server_events,
            rooms,
        }],
    }
}

pub(crate) struct Resolver<'a> {
    sources: &'a Sources,
    types: TypeTable,
    diagnostics: &'a mut Diagnostics,
    /// The inline payloads so far, by the name that they gave their type.
    inline_data: HashMap<String, (TypeId, TypeExpr, Span)>,
}

impl Resolver<'_> {
    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A type that always has its own name, whatever it is: `Auth`.
    fn special(&mut self, name: &str, origin: Origin, ty: &TypeExpr) -> Type {
        let id = self.types.reserve(name.to_owned(), origin, ty.span);
        let kind = self.kind_of(ty, name);
        let def = &mut self.types.defs[id.0 as usize];
        def.doc = doc_text(&ty.doc);
        def.kind = kind;
        Type::Named { id, boxed: false }
    }

    fn head(&mut self, event: &EventDecl, direction: Direction) -> EventHead {
        let written = event.name.as_ref().unwrap_or(&event.wire);
        let mut names = self.code_names(written, "event", "give it a name for code: `name: …`");
        if let Some(method) = &event.method {
            names.camel = self.method_name(method);
        }
        let payload = match &event.data {
            None => Payload::None,
            Some(ty) => Payload::Data(self.data(event, &names, ty, direction)),
        };
        EventHead {
            wire: event.wire.value.clone(),
            names,
            doc: doc_text(&event.doc),
            volatile: event.volatile,
            payload,
            span: event.wire.span,
        }
    }

    /// The payload of an event. An inline one gives its type the event's name; where an event of that name exists in
    /// both directions, the two share one type.
    fn data(&mut self, event: &EventDecl, names: &Names, ty: &TypeExpr, direction: Direction) -> Type {
        let use_of = (direction, event.wire.value.clone());
        let Some(inline) = types::inline_part(ty) else {
            return self.ty(ty, &names.pascal, &Origin::Data(vec![use_of]));
        };
        if let Some((id, other, other_span)) = self.inline_data.get(&names.pascal) {
            let (id, other_span) = (*id, *other_span);
            if !types::same_shape(inline, other) {
                let message = format!("two events give the name `{}` to different payloads", names.pascal);
                let finding = Diagnostic::new(Code::PayloadConflict, event.wire.span, message)
                    .help("declare one of the payloads under `types:` and use its name, or give one event a `name:`")
                    .related(other_span, "the other event");
                self.push(finding);
            } else if let Origin::Data(uses) = &mut self.types.defs[id.0 as usize].origin {
                uses.push(use_of);
            }
            return types::wrapped(ty, Type::Named { id, boxed: false });
        }
        let resolved = self.ty(ty, &names.pascal, &Origin::Data(vec![use_of]));
        let mut named = None;
        resolved.for_each_named(&mut |id, _| named = named.or(Some(id)));
        if let Some(id) = named {
            self.inline_data.insert(names.pascal.clone(), (id, inline.clone(), event.wire.span));
        }
        resolved
    }

    fn client_event(&mut self, event: &EventDecl) -> ClientEvent {
        let head = self.head(event, Direction::ClientToServer);
        let wire = &event.wire.value;
        let ack = match &event.ack {
            None => Ack::Undeclared,
            Some((_, AckDecl::None)) => Ack::Empty,
            Some((_, AckDecl::Type(ty))) => {
                Ack::Data(self.ty(ty, &format!("{}Ack", head.names.pascal), &Origin::Ack(wire.clone())))
            }
        };
        let error = event.error.as_ref().map(|(key, ty)| {
            if matches!(ack, Ack::Undeclared) {
                let finding =
                    Diagnostic::new(Code::ErrorWithoutAck, *key, "an error without an ack reaches nobody")
                        .help("add `ack: none`, or the type of the answer: `ack: { … }`");
                self.push(finding);
            }
            self.ty(ty, &format!("{}Error", head.names.pascal), &Origin::Error(wire.clone()))
        });
        ClientEvent { head, ack, error, max_bytes: event.max_bytes.as_ref().map(|bytes| bytes.value) }
    }

    fn server_event(&mut self, event: &EventDecl, rooms: &HashMap<&str, u32>) -> ServerEvent {
        let head = self.head(event, Direction::ServerToClient);
        let mut to = Vec::new();
        for name in &event.to {
            let Some(id) = rooms.get(name.value.as_str()) else {
                let mut known: Vec<_> = rooms.iter().map(|(key, at)| (*at, *key)).collect();
                known.sort_unstable();
                let known: Vec<_> = known.into_iter().map(|(_, key)| key).collect();
                let message = format!("there is no room `{}`", shown(&name.value));
                let help = did_you_mean(&name.value, &known).unwrap_or_else(|| {
                    let name = shown(&name.value);
                    format!("declare it: `rooms: {{ {name}: \"{name}:{{id: string(1..=64)}}\" }}`")
                });
                self.push(Diagnostic::new(Code::UnknownRoom, name.span, message).help(help));
                continue;
            };
            let id = crate::model::RoomId(*id);
            if to.contains(&id) {
                let message = format!("`{}` stands here twice", shown(&name.value));
                self.push(Diagnostic::new(Code::UnknownRoom, name.span, message).help("remove one of them"));
                continue;
            }
            to.push(id);
        }
        ServerEvent { head, to }
    }

    /// The names in code, or a finding and a stand-in that meets no other name.
    fn code_names(&mut self, written: &Spanned<String>, what: &str, help: &str) -> Names {
        names::names(&written.value).unwrap_or_else(|error| {
            self.push(invalid_name(written, what, error).help(help));
            let stand_in = format!("invalid_{}_{}", written.span.file.0, written.span.start);
            Names { snake: stand_in.clone(), pascal: stand_in.clone(), camel: stand_in }
        })
    }

    fn method_name(&mut self, method: &Spanned<String>) -> String {
        let name = &method.value;
        let fits = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_alphanumeric());
        if !fits {
            let message = format!("`{}` is no name of a method", shown(name));
            let help = match names::names(name) {
                Ok(names) => format!("write `method: {}`", names.camel),
                Err(_) => "write it in camelCase, such as `method: sendMessage`".to_owned(),
            };
            self.push(Diagnostic::new(Code::InvalidName, method.span, message).help(help));
        }
        name.clone()
    }
}

/// The finding for a name that no code can be made from.
pub(crate) fn invalid_name(written: &Spanned<String>, what: &str, error: names::NameError) -> Diagnostic {
    let message = format!(
        "no name in code can be made from the {what} `{}`: {}",
        shown(&written.value),
        error.reason()
    );
    Diagnostic::new(Code::InvalidName, written.span, message)
}

/// The text of a documentation; nothing where it is blank.
pub(crate) fn doc_text(doc: &Documented) -> Option<String> {
    let text = doc.as_ref()?.text.trim_matches('\n').trim_end();
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// A kind that stands where the real one is not known yet, or was reported.
pub(crate) fn hole() -> TypeKind {
    TypeKind::Alias(types::stand_in())
}
