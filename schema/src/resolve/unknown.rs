//! Names that are no types, and what was meant by them.

use super::Resolver;
use super::program::Alias;
use super::types::stand_in;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{BUILTINS, Builtin, Type};
use crate::syntax::file::Name;
use crate::syntax::is_number;
use crate::syntax::tree::shown;

/// Types that other languages have, and what to write instead.
const FOREIGN: &[(&str, &str)] = &[
    ("number", "write `int` for an integer, `f64` for any number"),
    ("integer", "write `int`"),
    ("i128", "write `i64`"),
    ("u128", "write `u64`"),
    ("usize", "write `u32` or `u64`"),
    ("isize", "write `i32` or `i64`"),
    ("float", "write `f64`"),
    ("double", "write `f64`"),
    ("boolean", "write `bool`"),
    ("true", "write `bool`"),
    ("false", "write `bool`"),
    ("str", "write `string`"),
    ("text", "write `string`"),
    ("String", "write `string`"),
    ("char", "write `string(1..=1)`"),
    ("any", "write `json`"),
    ("unknown", "write `json`"),
    ("object", "write `json` for anything, `map<T>`, or an object with fields such as `{ id: uuid }`"),
    ("Date", "write `datetime`, or `date` for a day of the calendar"),
    ("DateTime", "write `datetime`"),
    ("timestamp", "write `datetime`"),
    ("time", "write `datetime`"),
    ("UUID", "write `uuid`"),
    ("Uuid", "write `uuid`"),
    ("bigint", "write `i64` or `u64`"),
    ("list", "write `list<T>`, with the type of its items for `T`"),
    ("map", "write `map<T>`, with the type of its values for `T`"),
    ("array", "write `list<T>`"),
    ("enum", "write `enum(a | b)`, or `{ enum: [a, b] }`"),
    ("none", "`none` can only stand behind `ack`; leave other keys out"),
    ("raw", "`raw` stands alone, as `data: raw` or `ack: raw`; for any JSON value write `json`"),
    ("void", "leave the key out"),
    ("Buffer", "write `bytes`"),
    ("ArrayBuffer", "write `bytes`"),
    ("Uint8Array", "write `bytes`"),
    ("buffer", "write `bytes`"),
    ("binary", "write `bytes`"),
    ("blob", "write `bytes`"),
    ("Blob", "write `bytes`"),
    ("tuple", "write `[A, B]`"),
    ("union", "write `{ union: [string, f64] }`"),
    ("undefined", "mark what may be absent at its name: `name?: string`"),
];

impl Resolver<'_, '_> {
    /// Reports a name that is no type. Returns the type that was probably meant, so that code which is right about it
    /// is not reported by the compiler as well.
    pub(super) fn unknown_type(&mut self, written: &Name<'_>) -> Type {
        let (name, span) = (written.value, written.span);
        if let Some((alias, rest)) = name.split_once('.') {
            self.unknown_import(written, alias, rest);
            return stand_in();
        }
        let file = self.program.file(span);
        if file.types.is_empty() && !file.complete && !FOREIGN.iter().any(|(foreign, _)| *foreign == name) {
            return stand_in();
        }
        let mut meant = None;
        let help = match FOREIGN.iter().find(|(foreign, _)| *foreign == name) {
            Some((_, ours)) => (*ours).to_owned(),
            None if is_number(name) => {
                "a number is a value, not a type: write `int`, `u8(1..=3)` or `f64`".to_owned()
            }
            None => {
                let declared = file.types.iter().map(|decl| decl.name.value);
                let known = declared.chain(BUILTINS.iter().map(|row| row.name)).chain(["list", "map"]);
                match self.guesses.nearest(name, known) {
                    Some(near) => {
                        meant = Some(near);
                        format!("did you mean `{near}`?")
                    }
                    None => "declare it under `types:`".to_owned(),
                }
            }
        };
        let message = format!("there is no type `{}`", shown(name));
        self.push(Diagnostic::new(Code::UnknownType, span, message).help(help));
        match meant {
            None => stand_in(),
            Some(near) => match (Builtin::from_name(near), self.types.declared(span.file, near)) {
                (Some(builtin), _) => Type::builtin(builtin),
                // Between declared types a guess could close a cycle that nobody wrote.
                (None, Some(id)) if self.in_events => Type::Named { id, boxed: false },
                (None, _) => stand_in(),
            },
        }
    }

    /// `common.User` where there is no such file, or no such type in it.
    fn unknown_import(&mut self, written: &Name<'_>, alias: &str, rest: &str) {
        let (message, help) = match self.program.alias_of(written, alias) {
            Alias::Unread => return,
            // It may be named where something was not understood.
            Alias::Unknown if !self.program.file(written.span).complete => return,
            Alias::File(id) => {
                let file = &self.program.files[id.index()];
                if !file.complete {
                    return;
                }
                let declared = file.types.iter().map(|decl| decl.name.value);
                let help = match self.guesses.nearest(rest, declared) {
                    Some(near) => format!("did you mean `{}.{near}`?", shown(alias)),
                    None => format!("declare it under `types:` of `{}`", self.sources.get(id).name()),
                };
                (format!("there is no type `{}` in `{}`", shown(rest), shown(alias)), help)
            }
            Alias::Unknown => {
                let known = match self.diagnostics.is_full() {
                    true => Vec::new(),
                    false => self.program.known_aliases(written.span.file),
                };
                let help = match self.guesses.nearest(alias, known) {
                    Some(near) => format!("did you mean `{}.{}`?", shown(near), shown(rest)),
                    None => format!("import it: `import: {{ {0}: ./{0}.sockgen.yaml }}`", shown(alias)),
                };
                (format!("no file is called `{}` here", shown(alias)), help)
            }
        };
        self.push(Diagnostic::new(Code::UnknownType, written.span, message).help(help));
    }
}
