//! Kinds of rooms: their templates, and the events that join and leave them.

use super::aliases::{Aliases, Meant};
use super::types::Home;
use super::{Resolver, doc_text, extensions};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Builtin, ClientEvent, EventId, Measure, Names, Origin, Payload, Room, RoomPart, Type, TypeKind,
};
use crate::syntax::file::{
    EventDecl, Name, PayloadDecl, RoomDecl, TemplatePart, TypeExpr, TypeKind as Written,
};
use crate::syntax::tree::shown;
use std::collections::{HashMap, HashSet};

/// What a template is for.
pub(super) struct Template {
    /// What a finding about it belongs to.
    pub(super) code: Code,
    /// What is said of a parameter that is no text and no integer.
    pub(super) unfit: &'static str,
}

const NAME_OF_A_ROOM: Template =
    Template { code: Code::RoomTemplate, unfit: "a room cannot be named by a value of this type" };

/// The client events, by what rooms want to know of them.
struct Events<'e> {
    all: &'e [ClientEvent],
    /// What is written of each.
    written: &'e [&'e EventDecl<'e>],
    by_wire: HashMap<&'e str, usize>,
    /// What the events carry that were asked for: many rooms may name one event.
    carried: HashMap<usize, Carried>,
}

/// The fields of an event's payload.
enum Carried {
    /// Something in it was reported, so that it says nothing of what was meant.
    Unknown,
    /// It is no object.
    NoObject,
    Fields {
        types: HashMap<String, Type>,
        required: Vec<String>,
    },
}

impl<'a> Resolver<'a, '_> {
    /// The rooms of a namespace; `events` and `written` are its client events.
    pub(super) fn rooms(
        &mut self,
        rooms: &[&'a RoomDecl<'a>],
        events: &[ClientEvent],
        written: &[&'a EventDecl<'a>],
        aliases: &Aliases,
    ) -> Vec<Room> {
        let by_wire = events.iter().enumerate().map(|(at, event)| (event.head.wire.as_str(), at)).collect();
        let mut events = Events { all: events, written, by_wire, carried: HashMap::new() };
        rooms.iter().map(|decl| self.room(decl, aliases, &mut events)).collect()
    }

    fn room(&mut self, decl: &'a RoomDecl<'a>, aliases: &Aliases, events: &mut Events<'_>) -> Room {
        let names = self.code_names(&decl.key, "room", "rename the room");
        let template = match &decl.template {
            Some((parts, _)) => {
                parts.iter().map(|part| self.path_part(part, &names, aliases, &NAME_OF_A_ROOM)).collect()
            }
            None => Vec::new(),
        };
        let mut room = Room {
            key: decl.key.value.to_owned(),
            names,
            doc: doc_text(&decl.doc),
            template,
            join: None,
            leave: None,
            extensions: extensions(&decl.extensions),
            span: decl.key.span,
        };
        let mut said = None;
        room.join = decl
            .join
            .as_ref()
            .and_then(|name| self.room_event(&room, decl, name, aliases, events, &mut said));
        room.leave = decl
            .leave
            .as_ref()
            .and_then(|name| self.room_event(&room, decl, name, aliases, events, &mut said));
        room
    }

    /// A part of a room's name, or of a namespace's path.
    pub(super) fn path_part(
        &mut self,
        part: &'a TemplatePart<'a>,
        owner: &Names,
        aliases: &Aliases,
        template: &Template,
    ) -> RoomPart {
        let (name, ty) = match part {
            TemplatePart::Literal(text) => return RoomPart::Literal((*text).to_owned()),
            TemplatePart::Param { name, ty } => (name, ty),
        };
        let names = self.code_names(name, "parameter", "rename the parameter");
        let type_name = format!("{}{}", owner.pascal, names.pascal);
        let resolved = self.ty(ty, &Home { name: &type_name, place: name.span, origin: Origin::Inline });
        let fits = match aliases.meant(&self.types, &resolved) {
            Meant::Broken => true,
            Meant::Plain(Type::Builtin { builtin, .. }) => {
                matches!(builtin, Builtin::String | Builtin::Uuid)
                    || builtin.row().measure == Measure::Integer
            }
            Meant::Plain(_) | Meant::Def(_) => false,
        };
        // What was reported stands for nothing here, or for a guess.
        let is_stand_in = matches!(resolved, Type::Builtin { builtin: Builtin::Json, .. }) && !is_json(ty);
        let is_hole = is_stand_in || self.diagnostics.has_error_in(ty.span);
        if !fits && !is_hole {
            let finding = Diagnostic::new(template.code, ty.span, template.unfit);
            let help =
                "a parameter is a string, a `uuid` or an integer, or a declared type that is one of these";
            self.push(finding.help(help));
        }
        RoomPart::Param { name: name.value.to_owned(), names, ty: resolved }
    }

    /// The event that joins or leaves a room. A client sends it with the room's parameters and nothing else. What is
    /// `said` of one of the two needs not be said of the other: the mistake is in the room then.
    fn room_event(
        &mut self,
        room: &Room,
        decl: &RoomDecl<'_>,
        name: &Name<'_>,
        aliases: &Aliases,
        events: &mut Events<'_>,
        said: &mut Option<String>,
    ) -> Option<EventId> {
        let Some(at) = events.by_wire.get(name.value).copied() else {
            if events.all.is_empty() && !self.program.file(name.span).complete {
                return None;
            }
            let message = format!("clients send no event `{}`", shown(name.value));
            let known = events.all.iter().map(|event| event.head.wire.as_str());
            let help = self.guesses.did_you_mean(name.value, known);
            self.push(Diagnostic::new(Code::RoomEvent, name.span, message).maybe_help(help));
            return None;
        };
        let id = Some(EventId(at as u32));
        // A template with a mistake in it says nothing of what was meant.
        if decl.template.as_ref().is_none_or(|(_, place)| self.diagnostics.has_error_in(*place)) {
            return id;
        }
        let event = &events.all[at];
        let written = events.written[at];
        let carried = events.carried.entry(at).or_insert_with(|| self.carried(event, written, aliases));
        let problem = self.problem(room, carried, aliases);
        if let Some(problem) = problem.filter(|problem| said.as_ref() != Some(problem)) {
            let message = format!("`{}` cannot name a room of this kind: {problem}", shown(name.value));
            let finding = Diagnostic::new(Code::RoomEvent, name.span, message)
                .help("the event that joins or leaves a room carries the room's parameters under their names, and requires nothing else")
                .related(event.head.span, "the event");
            self.push(finding);
            *said = Some(problem);
        }
        id
    }

    fn carried(&self, event: &ClientEvent, written: &EventDecl<'_>, aliases: &Aliases) -> Carried {
        let mut types = written.payload.types();
        let has_error = types.any(|ty| self.diagnostics.has_error_in(ty.span));
        if has_error || matches!(written.payload, PayloadDecl::None) && !written.complete {
            return Carried::Unknown;
        }
        let args;
        let ty = match &event.head.payload {
            Payload::None => return Carried::Fields { types: HashMap::new(), required: Vec::new() },
            Payload::Raw => return Carried::NoObject,
            Payload::Data(ty) => ty,
            // Arguments have names as fields have.
            Payload::Args(id) => {
                args = Type::Named { id: *id, boxed: false };
                &args
            }
        };
        let def = match aliases.meant(&self.types, ty) {
            Meant::Broken => return Carried::Unknown,
            Meant::Plain(_) => return Carried::NoObject,
            Meant::Def(def) => def,
        };
        let TypeKind::Object(fields) = &def.kind else { return Carried::NoObject };
        let required =
            fields.iter().filter(|field| !field.optional).map(|field| field.wire.clone()).collect();
        let types = fields.iter().map(|field| (field.wire.clone(), field.ty.clone())).collect();
        Carried::Fields { types, required }
    }

    /// Why an event's payload does not name a room.
    fn problem(&self, room: &Room, carried: &Carried, aliases: &Aliases) -> Option<String> {
        let (types, required) = match carried {
            Carried::Unknown => return None,
            Carried::NoObject => return Some("its payload is not an object".to_owned()),
            Carried::Fields { types, required } => (types, required),
        };
        let mut params: HashSet<&str> = HashSet::new();
        for part in &room.template {
            let RoomPart::Param { name, ty, .. } = part else { continue };
            params.insert(name);
            match types.get(name) {
                None => return Some(format!("its payload has no field `{}`", shown(name))),
                Some(field) if !self.same_builtin(field, ty, aliases) => {
                    return Some(format!("its field `{}` has another type than the parameter", shown(name)));
                }
                Some(_) => {}
            }
        }
        // One more field than there are parameters, and one of them is none: the search is short.
        let extra = required.iter().find(|field| !params.contains(field.as_str()))?;
        Some(format!("its field `{}` is not a parameter of the room", shown(extra)))
    }

    fn same_builtin(&self, a: &Type, b: &Type, aliases: &Aliases) -> bool {
        match (aliases.meant(&self.types, a), aliases.meant(&self.types, b)) {
            (Meant::Broken, _) | (_, Meant::Broken) => true,
            (
                Meant::Plain(Type::Builtin { builtin: a, .. }),
                Meant::Plain(Type::Builtin { builtin: b, .. }),
            ) => a == b,
            _ => false,
        }
    }
}

/// Whether `json` stands there; where it does not, it fills the hole of something that was not found.
fn is_json(ty: &TypeExpr<'_>) -> bool {
    matches!(&ty.kind, Written::Name(name) if name.value == "json")
}
