//! From what is written to the [`Model`]: names are looked up, inline types get names, bounds become numbers.
//!
//! Findings are pushed, and a hole is filled with a type that does no harm, so that the rest is resolved as well.

mod aliases;
mod bounds;
mod events;
mod mixins;
mod recursion;
mod rooms;
mod shape;
mod table;
mod types;
mod union;
mod unknown;
mod values;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{AckStyle, Direction, Model, Names, Namespace, Origin, RoomPart, Type, TypeId, TypeKind};
use crate::names;
use crate::source::{FileId, Sources, Span};
use crate::suggest::Guesses;
use crate::syntax::file::{Documented, Extensions, File, Name, TypeExpr};
use crate::syntax::tree::shown;
use std::collections::{HashMap, HashSet};
use table::TypeTable;
use types::Home;
use values::Later;

/// Resolves a file. `fallback_name` names an application whose file does not.
pub fn resolve<'a>(
    file: &'a File<'a>,
    fallback_name: &str,
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
) -> Model {
    let mut resolver = Resolver {
        file,
        sources,
        types: TypeTable::declare(&file.types),
        diagnostics,
        payloads: HashMap::with_capacity(file.client_events.len() + file.server_events.len()),
        methods: HashSet::with_capacity(file.client_events.len() + file.server_events.len()),
        guesses: Guesses::default(),
        in_events: false,
        later: Later::default(),
    };
    resolver.declared_types();
    resolver.in_events = true;
    let auth = file.auth.as_ref().map(|ty| resolver.special("Auth", Origin::Auth, ty));
    let connect_error =
        file.connect_error.as_ref().map(|ty| resolver.special("ConnectError", Origin::ConnectError, ty));
    let client_events: Vec<_> = file.client_events.iter().map(|event| resolver.client_event(event)).collect();
    let server_events = resolver.server_events();
    // Before the rooms, which have nothing to say of types that were reported.
    resolver.finish_types();
    let rooms = resolver.rooms(&client_events);
    let span = file.place.unwrap_or(Span::new(FileId::FIRST, 0, 0));

    Model {
        name: file.name.as_ref().map_or(fallback_name, |name| name.value).to_owned(),
        version: file.version.as_ref().map(|version| version.value.to_owned()),
        doc: doc_text(&file.doc),
        types: resolver.types.defs,
        namespaces: vec![Namespace {
            path: "/".to_owned(),
            names: None,
            template: vec![RoomPart::Literal("/".to_owned())],
            doc: None,
            auth,
            connect_error,
            client_events,
            server_events,
            rooms,
            groups: Vec::new(),
            extensions: Vec::new(),
            span,
        }],
        ack_styles: vec![AckStyle::standard(span)],
        extensions: Vec::new(),
    }
}

struct Resolver<'a> {
    file: &'a File<'a>,
    sources: &'a Sources,
    types: TypeTable<'a>,
    diagnostics: &'a mut Diagnostics,
    /// The inline payloads so far, by the name that they gave their type.
    payloads: HashMap<String, InlinePayload<'a>>,
    /// The names of events in Rust so far.
    methods: HashSet<(Direction, String)>,
    guesses: Guesses,
    /// Whether the declared types are done: what is resolved now is named by none of them.
    in_events: bool,
    /// What is worked out when all types are known.
    later: Later<'a>,
}

struct InlinePayload<'a> {
    id: TypeId,
    written: &'a TypeExpr<'a>,
    event: Span,
}

impl<'a> Resolver<'a> {
    /// Works out what needs all types of events and declarations to be known.
    fn finish_types(&mut self) {
        self.flatten_mixins();
        recursion::box_cycles(&mut self.types.defs, self.diagnostics);
        self.fill_values();
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A type that always has its own name, whatever it is: `Auth`.
    fn special(&mut self, name: &str, origin: Origin, ty: &'a TypeExpr<'a>) -> Type {
        let id = self.inline(ty, &Home { name, place: ty.span, origin });
        Type::Named { id, boxed: false }
    }

    /// The names in code, or a finding and a stand-in that meets no other name.
    fn code_names(&mut self, written: &Name<'_>, what: &str, help: &str) -> Names {
        names::names(written.value).unwrap_or_else(|error| {
            // `*` is refused for what it means to Socket.IO.
            if written.value != "*" {
                self.push(invalid_name(written, what, error).help(help));
            }
            let stand_in = stand_in_name(written.span);
            Names { snake: stand_in.clone(), pascal: stand_in.clone(), camel: stand_in }
        })
    }
}

/// A name that no other name meets, where the real one was reported.
fn stand_in_name(place: Span) -> String {
    format!("invalid_{}_{}", place.file.0, place.start)
}

/// The finding for a name that no code can be made from.
fn invalid_name(written: &Name<'_>, what: &str, error: names::NameError) -> Diagnostic {
    if written.value.is_empty() {
        let message = if what == "value" {
            "this value is empty".to_owned()
        } else {
            format!("the name of this {what} is empty")
        };
        return Diagnostic::new(Code::InvalidName, written.span, message);
    }
    let message =
        format!("no name in code can be made from the {what} `{}`: {}", shown(written.value), error.reason());
    Diagnostic::new(Code::InvalidName, written.span, message)
}

/// The text of a documentation; nothing where it is blank.
fn doc_text(doc: &Documented<'_>) -> Option<String> {
    let text = doc.as_ref()?.value.trim_matches('\n').trim_end();
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The `x-…` keys of something.
fn extensions(written: &Extensions<'_>) -> crate::model::Extensions {
    written.iter().map(|(key, value)| (key.value.to_owned(), value.clone())).collect()
}

/// A kind that stands where the real one is not known yet, or was reported.
fn hole() -> TypeKind {
    TypeKind::Alias(types::stand_in())
}
