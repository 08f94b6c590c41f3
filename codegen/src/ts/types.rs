//! Types of the model, as TypeScript writes them.

use super::constraint::Rich;
use super::externals::Imports;
use super::flow::{self, Flow, Form};
use super::layout::{Doc, alternatives, bracketed, text, union};
use super::names::Taken;
use super::options::{Dates, Int64, Options};
use sockgen_schema::model::{Builtin, Model, Origin, Tagging, Type, TypeDef, TypeId, TypeKind};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// What there is to know about all types together before one of them can be written.
pub(super) struct Types<'m> {
    model: &'m Model,
    pub(super) flow: Flow,
    pub(super) imports: Imports<'m>,
    /// The names of the forms in which types are sent that are received otherwise, by the types' ids.
    inputs: Vec<Option<String>>,
    /// What `bytes` is called where it is received and where it is sent.
    pub(super) bytes: [String; 2],
    /// The type that makes nominal types.
    pub(super) brand: String,
    /// Whether a map is written between braces, since the schema has a `Record` of its own.
    pub(super) record_is_taken: bool,
    /// What dates and 64-bit integers are, where they are not what is on the wire.
    date: Option<String>,
    int64: Option<&'static str>,
    pub(super) rich: Rich,
    /// What `String` is called.
    pub(super) string: String,
    /// In a file that imports all types: how.
    imported: Option<Imported>,
}

/// The types file as another one sees it.
struct Imported {
    /// The types that are called like something of that file, with what they are imported as.
    renamed: HashMap<String, String>,
    /// What has been used.
    used: RefCell<BTreeSet<String>>,
}

impl<'m> Types<'m> {
    pub(super) fn new(model: &'m Model, options: &Options, taken: &mut Taken<'_>) -> Self {
        let flow = Flow::new(model);
        let input = |(id, def): (TypeId, &TypeDef)| {
            // The arguments of an event are no type here.
            let exists = flow.has_input(id) && !matches!(def.origin, Origin::Args(_));
            exists.then(|| taken.claim(format!("{}Input", def.name)))
        };
        let inputs = model.types().map(input).collect();
        Types {
            model,
            flow,
            inputs,
            imports: Imports::new(model, taken),
            bytes: [taken.claim("Bytes".to_owned()), taken.claim("BytesInput".to_owned())],
            brand: taken.claim("Brand".to_owned()),
            // A type of the schema that is called `Record` hides TypeScript's own.
            record_is_taken: taken.global("Record") != "Record",
            date: (options.dates == Dates::Date).then(|| taken.global("Date")),
            int64: (options.int64 == Int64::BigInt).then_some("bigint"),
            string: taken.global("String"),
            rich: Rich { dates: options.dates == Dates::Date, int64: options.int64 == Int64::BigInt },
            imported: None,
        }
    }

    /// The same types in another file, which imports them. What is called like something that it has itself is imported
    /// under another name.
    pub(super) fn imported(mut self, local: impl IntoIterator<Item = String>) -> Self {
        let mut local: BTreeSet<String> = local.into_iter().collect();
        // What types are written with is TypeScript's own there.
        local.insert("Record".to_owned());
        local.extend(self.date.is_some().then(|| "Date".to_owned()));
        let own = self.model.types.iter().map(|def| def.name.clone());
        let own = own.chain(self.inputs.iter().flatten().cloned()).chain(self.bytes.iter().cloned());
        let mut names: BTreeSet<String> = own.collect();
        let mut renamed = HashMap::new();
        for name in names.clone().into_iter().filter(|name| local.contains(name)) {
            let mut free = name.clone();
            while !names.insert(free.clone()) || local.contains(&free) {
                free.push('_');
            }
            renamed.insert(name, free);
        }
        self.record_is_taken = false;
        self.date = self.date.map(|_| "Date".to_owned());
        self.imported = Some(Imported { renamed, used: RefCell::default() });
        self
    }

    /// What a type of the types file is called in this one.
    pub(super) fn local<'a>(&'a self, name: &'a str) -> &'a str {
        let Some(imported) = &self.imported else { return name };
        imported.used.borrow_mut().insert(name.to_owned());
        imported.renamed.get(name).map_or(name, String::as_str)
    }

    /// What has been used of the types file: each as it is imported, and what it is called there.
    pub(super) fn used(&self) -> Vec<(String, String)> {
        let Some(imported) = &self.imported else { return Vec::new() };
        let import = |name: &String| match imported.renamed.get(name) {
            None => (format!("type {name}"), name.clone()),
            Some(local) => (format!("type {name} as {local}"), name.clone()),
        };
        imported.used.borrow().iter().map(import).collect()
    }

    /// Whether `| undefined` stands behind the types of a type's optional fields.
    ///
    /// Under `exactOptionalPropertyTypes` a field that is `?: T` may not be set to `undefined`. On its way to the server
    /// such a field vanishes, so a client may; what it receives never is `undefined` where it is there. A type that goes
    /// both ways, and is the same on both, is written as it is sent: its readers check for `undefined` anyway.
    pub(super) fn takes_undefined(&self, owner: TypeId, form: Form) -> bool {
        match form {
            Form::Sent => true,
            Form::Received => self.flow.is_sent(owner) && !self.flow.has_input(owner),
        }
    }

    /// The name of a type with a name.
    pub(super) fn name(&self, id: TypeId, form: Form) -> &str {
        self.local(match (&self.inputs[id.0 as usize], form) {
            (Some(input), Form::Sent) => input,
            _ => &self.model.type_def(id).name,
        })
    }

    /// The form of a type that only what is sent has.
    pub(super) fn input(&self, id: TypeId) -> Option<&str> {
        self.inputs[id.0 as usize].as_deref()
    }

    /// A type behind a name and a colon.
    pub(super) fn annotation<'a>(&'a self, ty: &'a Type, form: Form, undefined: bool) -> Doc<'a> {
        let (inner, null) = without_null(ty);
        let written = self.of(inner, form);
        match (null, undefined) {
            (false, false) => match written {
                Doc::Text(text) => Doc::Spaced(text),
                written => Doc::Concat(vec![text(" "), written]),
            },
            (true, false) if self.is_reference(inner) => {
                Doc::Concat(vec![text(" "), written, text(" | null")])
            }
            _ => {
                let null = null.then(|| text("null"));
                let undefined = undefined.then(|| text("undefined"));
                union([written].into_iter().chain(null).chain(undefined).collect())
            }
        }
    }

    /// A type behind a name and a colon, with null whether or not it has that itself.
    pub(super) fn or_null<'a>(&'a self, ty: &'a Type, form: Form) -> Doc<'a> {
        let (inner, _) = without_null(ty);
        match self.is_reference(inner) {
            true => Doc::Concat(vec![text(" "), self.of(inner, form), text(" | null")]),
            false => union(vec![self.of(inner, form), text("null")]),
        }
    }

    /// A type behind `export type Name =`.
    pub(super) fn assigned<'a>(&'a self, ty: &'a Type, form: Form) -> Doc<'a> {
        match ty {
            Type::Nullable(inner) if !self.is_reference(inner) => {
                union(vec![self.of(inner, form), text("null")])
            }
            _ => Doc::Fluid(Box::new(self.of(ty, form))),
        }
    }

    /// A type where nothing else may stand beside it, such as between angle brackets.
    pub(super) fn of<'a>(&'a self, ty: &'a Type, form: Form) -> Doc<'a> {
        match ty {
            Type::Builtin { builtin, .. } => text(self.builtin(*builtin, form)),
            Type::Named { id, .. } => text(self.name(*id, form)),
            Type::Nullable(inner) if self.is_reference(inner) => {
                Doc::Concat(vec![self.of(inner, form), text(" | null")])
            }
            Type::Nullable(inner) => Doc::Group(alternatives(vec![self.of(inner, form), text("null")])),
            Type::List { items, .. } => match &**items {
                Type::Nullable(inner) if !self.is_reference(inner) => {
                    Doc::Group(vec![text("("), self.nullable_lines(inner, form), Doc::Soft, text(")[]")])
                }
                Type::Nullable(_) => Doc::Concat(vec![text("("), self.of(items, form), text(")[]")]),
                _ => Doc::Concat(vec![self.of(items, form), text("[]")]),
            },
            Type::Map { values, .. } if self.record_is_taken => Doc::Group(vec![
                text("{"),
                Doc::Indent(vec![
                    Doc::Line,
                    text("[key: string]:"),
                    self.annotation(values, form, false),
                    Doc::IfBroken(";"),
                ]),
                Doc::Line,
                text("}"),
            ]),
            Type::Map { values, .. } => {
                bracketed("Record<", vec![text("string"), self.of(values, form)], "", ">")
            }
            Type::Tuple(items) => {
                let several = items.len() > 1;
                let item = |ty| self.tuple_item(ty, form, several);
                bracketed("[", items.iter().map(item).collect(), ",", "]")
            }
        }
    }

    fn tuple_item<'a>(&'a self, ty: &'a Type, form: Form, several: bool) -> Doc<'a> {
        match ty {
            Type::Nullable(inner) if several && !self.is_reference(inner) => {
                let lines = self.nullable_lines(inner, form);
                Doc::Group(vec![Doc::IfBroken("("), lines, Doc::Soft, Doc::IfBroken(")")])
            }
            _ => self.of(ty, form),
        }
    }

    /// `T | null` between parentheses, in the same group as those.
    fn nullable_lines<'a>(&'a self, inner: &'a Type, form: Form) -> Doc<'a> {
        let members = alternatives(vec![self.of(inner, form), text("null")]);
        Doc::Indent([Doc::Soft].into_iter().chain(members).collect())
    }

    fn builtin(&self, builtin: Builtin, form: Form) -> &str {
        let own = builtin.row().typescript;
        match (builtin, form) {
            (Builtin::Bytes, Form::Received) => self.local(&self.bytes[0]),
            (Builtin::Bytes, Form::Sent) => self.local(&self.bytes[1]),
            (Builtin::DateTime, _) => self.date.as_deref().unwrap_or(own),
            (Builtin::U64 | Builtin::I64, _) => self.int64.unwrap_or(own),
            (Builtin::Json, _) => self.local(own),
            _ => own,
        }
    }

    /// Whether a value is a `bigint` in code.
    pub(super) fn is_bigint(&self, ty: &Type) -> bool {
        match ty {
            Type::Builtin { builtin: Builtin::U64 | Builtin::I64, .. } => self.rich.int64,
            Type::Named { id, .. } => match &self.model.type_def(*id).kind {
                TypeKind::Alias(inner) | TypeKind::Brand(inner) => self.is_bigint(inner),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether TypeScript writes the type as a name, perhaps with arguments. Prettier keeps `| null` on the line of such a
    /// type, however long that gets.
    pub(super) fn is_reference(&self, ty: &Type) -> bool {
        match ty {
            Type::Named { .. } | Type::Map { .. } => true,
            Type::Builtin { builtin: Builtin::DateTime, .. } => self.date.is_some(),
            Type::Builtin { builtin, .. } => matches!(builtin, Builtin::Json | Builtin::Bytes),
            Type::List { .. } | Type::Tuple(_) | Type::Nullable(_) => false,
        }
    }
}

/// What is left of `T | null`, and whether there was a `null`.
fn without_null(ty: &Type) -> (&Type, bool) {
    match ty {
        Type::Nullable(inner) => (inner, true),
        _ => (ty, false),
    }
}

/// Which of the generator's own types a contract needs.
#[derive(Debug, Default)]
pub(super) struct Uses {
    pub(super) json: bool,
    /// Bytes, and bytes that are sent.
    pub(super) bytes: bool,
    pub(super) bytes_input: bool,
    /// Nominal types, or tags that nobody can make up.
    pub(super) brand: bool,
}

impl Uses {
    pub(super) fn new(model: &Model, flow: &Flow) -> Self {
        let mut uses = Uses::default();
        for (id, def) in model.types() {
            let sent = flow.is_sent(id);
            flow::for_each_part(model, id, &mut |ty| uses.see(ty, sent));
            uses.brand |= match &def.kind {
                TypeKind::Brand(_) => true,
                TypeKind::Union(union) => union.open && union.tagging != Tagging::Untagged,
                TypeKind::Alias(_) | TypeKind::External(_) | TypeKind::Object(_) | TypeKind::Enum { .. } => {
                    false
                }
            };
        }
        flow::for_each_root(model, &mut |ty, form| uses.see(ty, form == Form::Sent));
        uses
    }

    fn see(&mut self, ty: &Type, sent: bool) {
        match ty {
            Type::Builtin { builtin: Builtin::Json, .. } => self.json = true,
            Type::Builtin { builtin: Builtin::Bytes, .. } => {
                self.bytes = true;
                self.bytes_input |= sent;
            }
            Type::Builtin { .. } | Type::Named { .. } => {}
            Type::List { items: inner, .. } | Type::Map { values: inner, .. } | Type::Nullable(inner) => {
                self.see(inner, sent)
            }
            Type::Tuple(items) => items.iter().for_each(|item| self.see(item, sent)),
        }
    }
}
