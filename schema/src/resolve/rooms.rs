//! Kinds of rooms: their templates, and the events that join and leave them.

use super::{Resolver, doc_text};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Builtin, ClientEvent, EventId, Measure, Names, Origin, Payload, Room, RoomPart, Type, TypeKind,
};
use crate::source::{Span, Spanned};
use crate::suggest::did_you_mean;
use crate::syntax::file::{EventDecl, RoomDecl, TemplatePart};
use crate::syntax::yaml::shown;

impl Resolver<'_> {
    pub(super) fn room(&mut self, decl: &RoomDecl, events: &[ClientEvent], written: &[EventDecl]) -> Room {
        let names = self.code_names(&decl.key, "room", "rename the room");
        let template: Vec<_> = decl.template.iter().map(|part| self.room_part(part, &names)).collect();
        if decl.template.is_empty() && decl.template_span != decl.key.span {
            let finding =
                Diagnostic::new(Code::RoomTemplate, decl.template_span, "a room's name cannot be empty")
                    .help(format!("write `{}:{{id: string(1..=64)}}`", shown(&decl.key.value)));
            self.push(finding);
        }
        let mut room = Room {
            key: decl.key.value.clone(),
            names,
            doc: doc_text(&decl.doc),
            template,
            join: None,
            leave: None,
            span: decl.key.span,
        };
        room.join = self.room_event(&room, decl.join.as_ref(), events, written, decl.template_span);
        room.leave = self.room_event(&room, decl.leave.as_ref(), events, written, decl.template_span);
        room
    }

    fn room_part(&mut self, part: &TemplatePart, room: &Names) -> RoomPart {
        match part {
            TemplatePart::Literal(text) => RoomPart::Literal(text.clone()),
            TemplatePart::Param { name, ty } => {
                let names = self.code_names(name, "parameter", "rename the parameter");
                let resolved = self.ty(ty, &format!("{}{}", room.pascal, names.pascal), &Origin::Inline);
                let fits = match self.unaliased(&resolved) {
                    Type::Builtin { builtin, .. } => {
                        matches!(builtin, Builtin::String | Builtin::Uuid)
                            || builtin.row().measure == Measure::Integer
                    }
                    _ => false,
                };
                // An unknown type was reported and stands for nothing here.
                let known = !matches!(resolved, Type::Builtin { builtin: Builtin::Json, .. })
                    || matches!(&ty.kind, crate::syntax::file::TypeKind::Name(name) if name == "json");
                if !fits && known {
                    let finding = Diagnostic::new(Code::RoomTemplate, ty.span, "a room cannot be named by such a value")
                        .help("a parameter is a string, a `uuid` or an integer, or a declared type that is one of these");
                    self.push(finding);
                }
                RoomPart::Param { name: name.value.clone(), names, ty: resolved }
            }
        }
    }

    fn unaliased<'t>(&'t self, mut ty: &'t Type) -> &'t Type {
        // Cycles of aliases are reported later; here the way is cut off after as many steps as there are types.
        for _ in 0..=self.types.defs.len() {
            let Type::Named { id, .. } = ty else { return ty };
            let TypeKind::Alias(target) = &self.types.defs[id.0 as usize].kind else { return ty };
            ty = target;
        }
        ty
    }

    /// The event that joins or leaves a room. A client sends it with the room's parameters and nothing else.
    fn room_event(
        &mut self,
        room: &Room,
        name: Option<&Spanned<String>>,
        events: &[ClientEvent],
        written: &[EventDecl],
        template_span: Span,
    ) -> Option<EventId> {
        let name = name?;
        let Some(at) = events.iter().position(|event| event.head.wire == name.value) else {
            let known: Vec<_> = events.iter().map(|event| event.head.wire.as_str()).collect();
            let message = format!("clients send no event `{}`", shown(&name.value));
            let help = did_you_mean(&name.value, &known);
            self.push(Diagnostic::new(Code::RoomEvent, name.span, message).maybe_help(help));
            return None;
        };
        // A payload or a template with a mistake in it says nothing of what was meant.
        if written[at].data.as_ref().is_some_and(|data| self.diagnostics.has_error_in(data.span))
            || self.diagnostics.has_error_in(template_span)
        {
            return Some(EventId(at as u32));
        }
        let params: Vec<(&str, &Type)> = room
            .template
            .iter()
            .filter_map(|part| match part {
                RoomPart::Param { name, ty, .. } => Some((name.as_str(), ty)),
                RoomPart::Literal(_) => None,
            })
            .collect();
        let event = &events[at];
        let fields = match &event.head.payload {
            Payload::None => Some(&[][..]),
            Payload::Data(ty) => match self.unaliased(ty) {
                Type::Named { id, .. } => match &self.types.defs[id.0 as usize].kind {
                    TypeKind::Object(fields) => Some(fields.as_slice()),
                    _ => None,
                },
                _ => None,
            },
        };
        let problem = match fields {
            None => Some("its payload is no object".to_owned()),
            Some(fields) => {
                let missing = params.iter().find(|(param, ty)| {
                    !fields.iter().any(|field| field.wire == *param && self.same_builtin(&field.ty, ty))
                });
                let extra = fields
                    .iter()
                    .find(|field| !field.optional && !params.iter().any(|(param, _)| field.wire == *param));
                match (missing, extra) {
                    (Some((param, _)), _) => {
                        Some(format!("its payload has no field `{}` of that type", shown(param)))
                    }
                    (None, Some(field)) => {
                        Some(format!("its field `{}` is no parameter of the room", shown(&field.wire)))
                    }
                    (None, None) => None,
                }
            }
        };
        if let Some(problem) = problem {
            let message = format!("`{}` cannot name a room of this kind: {problem}", shown(&name.value));
            let finding = Diagnostic::new(Code::RoomEvent, name.span, message)
                .help("the event that joins or leaves a room carries the room's parameters under their names")
                .related(event.head.span, "the event");
            self.push(finding);
        }
        Some(EventId(at as u32))
    }

    fn same_builtin(&self, a: &Type, b: &Type) -> bool {
        match (self.unaliased(a), self.unaliased(b)) {
            (Type::Builtin { builtin: a, .. }, Type::Builtin { builtin: b, .. }) => a == b,
            _ => false,
        }
    }
}
