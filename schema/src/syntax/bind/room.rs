//! Kinds of rooms.

use super::Binder;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::file::RoomDecl;
use crate::syntax::room_template;
use crate::syntax::tree::{Entry, Node, Value};

/// What a room looks like.
pub(super) const EXAMPLE: &str = "`session: \"session:{room: string(1..=64)}\"`";
const HELP: &str = "write the template of its name, such as `\"session:{room: string(1..=64)}\"`";
const EVENT_HELP: &str = "write the name of an event that clients send, such as `join:room`";

const ROOM: Vocabulary = Vocabulary {
    what: "a room",
    known: &["name", "doc", "join", "leave", "lint"],
    elsewhere: &[],
    documented: &[],
    extensible: true,
    hint: "",
};

impl<'n> Binder<'n, '_> {
    pub(super) fn room(&mut self, entry: &'n Entry<'n>) -> RoomDecl<'n> {
        let mut room = RoomDecl {
            key: self.key(entry),
            doc: self.comment_doc(entry.doc.as_deref()),
            template: None,
            join: None,
            leave: None,
            extensions: Vec::new(),
        };
        let Value::Map(map) = &entry.value.value else {
            self.template(&mut room, &entry.value, "a room");
            return room;
        };
        let options = self.options(map, &ROOM);
        if options.get("name").is_none() && options.complete {
            let finding = Diagnostic::new(Code::MissingKey, entry.key_span, "a room needs a `name`");
            self.push(
                finding.help("write the template of its name: `name: \"session:{room: string(1..=64)}\"`"),
            );
        }
        room.extensions = self.extensions(&options.extensions);
        for (key, option) in options.found {
            match key {
                "name" => self.template(&mut room, &option.value, "the `name` of a room"),
                "doc" => {
                    let written = self.doc_key(option);
                    room.doc = self.one_doc(room.doc.take(), written);
                }
                "join" => room.join = self.required_text(option, EVENT_HELP),
                "lint" => self.lint(option),
                "leave" => room.leave = self.required_text(option, EVENT_HELP),
                _ => {}
            }
        }
        room
    }

    fn template(&mut self, room: &mut RoomDecl<'n>, node: &'n Node<'n>, what: &str) {
        let Some(text) = self.scalar_text(node, what, "a template of names", HELP) else { return };
        if text.text.trim().is_empty() {
            self.wrong_kind(node, what, "a template of names", HELP);
            return;
        }
        room.template = room_template::parse(text, self.diagnostics).map(|parts| (parts, text.whole()));
    }
}
