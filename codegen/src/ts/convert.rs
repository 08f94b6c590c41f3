//! The file that makes of what is on the wire what code works with, and back: `Date` of a time, `bigint` of a 64-bit
//! integer.
//!
//! A conversion says only where such values stand; all else is passed on as it is. So a type in which there are none has
//! no conversion, and an event without one costs nothing.

use super::Options;
use super::defs::exported;
use super::externals;
use super::flow;
use super::imports::import_lines;
use super::layout::{Doc, bracketed, object_literal, text};
use super::names::key;
use super::namespaces::constant_prefix;
use super::options::{Dates, Int64};
use crate::escape_ts::{line_comment, string};
use serde::Serialize;
use sockgen_schema::model::{
    Ack, Builtin, Ends, EventHead, Field, JsonKind, Model, Namespace, Origin, Payload, Tagging, Type,
    TypeDef, TypeId, TypeKind, Union,
};
use std::collections::HashMap;

/// What the file is made of.
#[derive(Debug, Serialize)]
pub(super) struct ConvertView {
    /// The schema's file name.
    source: String,
    /// The contract's hash.
    hash: String,
    /// The conversions of types, each after those that it is made of.
    conversions: Vec<String>,
    /// The events of namespaces, each a constant.
    tables: Vec<String>,
    /// Whether there are schemas beside it, which convert what they are given as a whole.
    validators: bool,
    /// Which functions are needed.
    dates: bool,
    int64: bool,
    fields: bool,
    list: bool,
    values: bool,
    tuple: bool,
    first: bool,
    args: bool,
    lazy: bool,
    tagged: bool,
    content: bool,
    kinds: bool,
    own: bool,
    objects: bool,
    inside: bool,
}

/// Whether anything of a contract is converted under these options.
pub(super) fn is_needed(model: &Model, options: &Options) -> bool {
    if !options.converts() {
        return false;
    }
    let writer = Writer::new(model, options);
    let mut found = false;
    flow::for_each_root(model, &mut |ty, _| found |= writer.is_converted(ty));
    found
}

/// The constants of all types in which something is converted, by the types' ids.
pub(super) fn names(model: &Model, options: &Options) -> HashMap<TypeId, String> {
    let mut writer = Writer::new(model, options);
    if !is_needed(model, options) {
        return HashMap::new();
    }
    writer.all();
    writer.names.into_iter().map(|(id, (name, _))| (id, name)).collect()
}

/// The line that imports the tables into another file.
pub(super) fn imports(model: &Model, module: &str) -> String {
    let tables = model.namespaces.iter().map(|namespace| {
        let name = table(namespace);
        (name.clone(), name)
    });
    let types = ["Conversion", "Conversions"].map(|name| (format!("type {name}"), name.to_owned()));
    let error = ("Unconvertible".to_owned(), "Unconvertible".to_owned());
    import_lines(module, tables.chain(types).chain([error]))
}

/// `CONVERSIONS`, `ADMIN_CONVERSIONS`.
pub(super) fn table(namespace: &Namespace) -> String {
    format!("{}CONVERSIONS", constant_prefix(namespace))
}

impl ConvertView {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        let mut writer = Writer::new(model, options);
        writer.all();
        let tables = model.namespaces.iter().map(|namespace| writer.namespace(namespace)).collect();
        let text = writer.out.join("\n") + &format!("{tables:?}");
        let uses = |function: &str| text.contains(&format!("{function}("));
        ConvertView {
            source: line_comment(&options.source),
            hash: model.wire_hash(),
            validators: options.validators,
            dates: options.dates == Dates::Date && writer.uses_dates,
            int64: options.int64 == Int64::BigInt && writer.uses_int64,
            fields: uses("fields"),
            list: uses("list"),
            values: uses("values"),
            tuple: uses("tuple"),
            first: uses("first"),
            args: uses("args"),
            lazy: uses("lazy"),
            tagged: uses("tagged"),
            content: uses("content"),
            kinds: uses("kinds"),
            own: uses("tagged") || uses("content") || uses("kinds"),
            objects: ["fields", "values", "tagged", "content", "kinds"].into_iter().any(uses),
            inside: ["fields", "list", "values", "tuple", "args", "content"].into_iter().any(uses),
            conversions: writer.out,
            tables,
        }
    }
}

/// Writes conversions in the order in which they need each other.
struct Writer<'m> {
    model: &'m Model,
    ends: Ends<'m>,
    dates: bool,
    int64: bool,
    /// Whether anything in a type is converted, by the type's id.
    converts: Vec<bool>,
    /// The constants of types, and whether they have been written.
    names: HashMap<TypeId, (String, bool)>,
    out: Vec<String>,
    uses_dates: bool,
    uses_int64: bool,
}

impl<'m> Writer<'m> {
    fn new(model: &'m Model, options: &Options) -> Self {
        let (dates, int64) = (options.dates == Dates::Date, options.int64 == Int64::BigInt);
        let mut writer = Writer {
            model,
            ends: Ends::new(&model.types),
            dates,
            int64,
            converts: vec![false; model.types.len()],
            names: HashMap::new(),
            out: Vec::new(),
            uses_dates: false,
            uses_int64: false,
        };
        // What holds something that is converted is converted; each round finds at least one more, or is the last.
        loop {
            let found: Vec<bool> = model.types.iter().map(|def| writer.holds(def)).collect();
            if found == writer.converts {
                return writer;
            }
            writer.converts = found;
        }
    }

    fn holds(&self, def: &TypeDef) -> bool {
        let mut holds = false;
        match &def.kind {
            // The application's own types stay what they are on the wire.
            TypeKind::External(external) if externals::import(external).is_some() => {}
            _ => def.for_each_type(&mut |ty| holds |= self.is_converted(ty)),
        }
        holds
    }

    fn is_converted(&self, ty: &Type) -> bool {
        match ty {
            Type::Builtin { builtin: Builtin::DateTime, .. } => self.dates,
            Type::Builtin { builtin: Builtin::U64 | Builtin::I64, .. } => self.int64,
            Type::Builtin { .. } => false,
            Type::Named { id, .. } => self.converts[id.0 as usize],
            Type::Nullable(inner) | Type::List { items: inner, .. } | Type::Map { values: inner, .. } => {
                self.is_converted(inner)
            }
            Type::Tuple(items) => items.iter().any(|item| self.is_converted(item)),
        }
    }

    /// Writes the conversions of all types.
    fn all(&mut self) {
        let model = self.model;
        for (id, def) in model.types() {
            if self.converts[id.0 as usize] && !matches!(def.origin, Origin::Args(_)) {
                self.named(id);
            }
        }
    }

    /// The conversion of a type, where there is one. Null is passed on by all of them.
    fn of(&mut self, ty: &'m Type) -> Option<Doc<'m>> {
        if !self.is_converted(ty) {
            return None;
        }
        Some(match ty {
            Type::Builtin { builtin: Builtin::DateTime, .. } => {
                self.uses_dates = true;
                text("dateTime")
            }
            Type::Builtin { .. } => {
                self.uses_int64 = true;
                text("int64")
            }
            Type::Named { id, .. } => text(self.named(*id)),
            Type::Nullable(inner) => self.of(inner)?,
            Type::List { items, .. } => call("list", vec![self.of(items)?]),
            Type::Map { values, .. } => call("values", vec![self.of(values)?]),
            Type::Tuple(items) => call("tuple", self.items(items.iter())),
        })
    }

    /// The conversions of values that stand behind each other, up to the last one that has any.
    fn items(&mut self, items: impl Iterator<Item = &'m Type>) -> Vec<Doc<'m>> {
        let mut items: Vec<Doc<'m>> = items.map(|item| self.of(item).unwrap_or(text("undefined"))).collect();
        while matches!(items.last(), Some(Doc::Text(last)) if last == "undefined") {
            items.pop();
        }
        items
    }

    /// The conversion of an event's arguments. Its faults call them by their names, as the server's do.
    fn arguments(&mut self, fields: &'m [Field]) -> Doc<'m> {
        let items = self.items(fields.iter().map(|field| &field.ty));
        let names = fields.iter().take(items.len()).map(|field| text(string(&field.wire)));
        let names = bracketed("[", names.collect(), ",", "]");
        call("args", [names].into_iter().chain(items).collect())
    }

    /// The constant of a type, which is written where it is not yet.
    fn named(&mut self, id: TypeId) -> String {
        if let Some((name, written)) = self.names.get(&id) {
            // Where a type leads back to itself, its constant is not there yet.
            return if *written { name.clone() } else { format!("lazy(() => {name})") };
        }
        let def = self.model.type_def(id);
        let name = self.free_name(&def.name);
        self.names.insert(id, (name.clone(), false));
        let value = self.definition(def);
        let pure = if matches!(value, Doc::Text(_)) { "" } else { "/* @__PURE__ */ " };
        let value = Doc::Fluid(Box::new(Doc::Concat(vec![text(pure), value])));
        self.out.push(exported(&[text(format!("const {name}: Conversion =")), value, text(";")]));
        self.names.insert(id, (name.clone(), true));
        name
    }

    fn free_name(&self, ty: &str) -> String {
        let mut chars = ty.chars();
        let first = chars.next().map(|c| c.to_ascii_lowercase()).into_iter();
        let mut name = first.chain(chars).collect::<String>() + "Conversion";
        while self.names.values().any(|(other, _)| *other == name) {
            name.push('_');
        }
        name
    }

    fn definition(&mut self, def: &'m TypeDef) -> Doc<'m> {
        let none = || text("undefined");
        match &def.kind {
            TypeKind::Alias(ty) | TypeKind::Brand(ty) => self.of(ty).unwrap_or_else(none),
            TypeKind::External(external) => self.of(&external.json).unwrap_or_else(none),
            TypeKind::Enum { .. } => none(),
            TypeKind::Object(fields) => {
                let fields = fields.iter().filter_map(|field| Some(entry(&field.wire, self.of(&field.ty)?)));
                call_with_object("fields", Vec::new(), fields.collect())
            }
            TypeKind::Union(union) => self.union(union),
        }
    }

    fn union(&mut self, union: &'m Union) -> Doc<'m> {
        let members = |writer: &mut Self| {
            let member = |member: &'m sockgen_schema::model::Member| {
                Some(entry(&member.wire, writer.of(member.ty.as_ref()?)?))
            };
            union.members.iter().filter_map(member).collect::<Vec<_>>()
        };
        match &union.tagging {
            Tagging::Internal { tag } => {
                let members = members(self);
                call_with_object("tagged", vec![text(string(tag))], members)
            }
            Tagging::Adjacent { tag, content } => {
                let members = members(self);
                call_with_object("content", vec![text(string(tag)), text(string(content))], members)
            }
            Tagging::Untagged => self.untagged(union),
        }
    }

    /// Members of a kind of JSON each; of objects there may be several, told apart by the keys that they must have.
    fn untagged(&mut self, union: &'m Union) -> Doc<'m> {
        let mut kinds = Vec::new();
        let mut objects = Vec::new();
        for mut ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
            // Conversions pass null on, so what a member is beside it decides.
            while let Type::Nullable(inner) = ty {
                ty = inner;
            }
            let conversion = self.of(ty);
            match self.ends.kind(ty).and_then(kind_name) {
                Some("object") => {
                    let keys = required(self.model, ty).into_iter().map(|key| text(string(key)));
                    let keys = bracketed("[", keys.collect(), ",", "]");
                    let conversion = conversion.unwrap_or(text("undefined"));
                    objects.push(bracketed("[", vec![keys, conversion], ",", "]"));
                }
                Some(kind) => kinds.extend(conversion.map(|conversion| entry(kind, conversion))),
                None => {}
            }
        }
        if objects.is_empty() {
            return call_with_object("kinds", Vec::new(), kinds);
        }
        call("kinds", vec![object_literal(kinds), bracketed("[", objects, ",", "]")])
    }

    /// The events of a namespace of which something is converted.
    fn namespace(&mut self, namespace: &'m Namespace) -> String {
        let mut members = Vec::new();
        for (direction, heads) in [
            ("clientToServer", namespace.client_events.iter().map(|event| &event.head).collect::<Vec<_>>()),
            ("serverToClient", namespace.server_events.iter().map(|event| &event.head).collect()),
        ] {
            let events: Vec<Doc<'m>> = heads.into_iter().filter_map(|head| self.event(head)).collect();
            members.push(Doc::Concat(vec![text(format!("{direction}: ")), object_literal(events)]));
        }
        for (name, ty) in [("auth", &namespace.auth), ("connectError", &namespace.connect_error)] {
            members.extend(ty.as_ref().and_then(|ty| Some(entry(name, self.of(ty)?))));
        }
        let name = table(namespace);
        let value = Doc::Fluid(Box::new(object_literal(members)));
        exported(&[text(format!("const {name}: Conversions =")), value, text(";")])
    }

    fn event(&mut self, head: &'m EventHead) -> Option<Doc<'m>> {
        let mut parts = Vec::new();
        match &head.payload {
            Payload::Data(ty) => {
                parts.extend(self.of(ty).map(|conversion| entry("args", call("first", vec![conversion]))));
            }
            Payload::Args(id) => {
                if let TypeKind::Object(fields) = &self.model.type_def(*id).kind
                    && self.converts[id.0 as usize]
                {
                    parts.push(entry("args", self.arguments(fields)));
                }
            }
            Payload::None | Payload::Raw => {}
        }
        if let Ack::Data(ty) = &head.ack {
            parts.extend(self.of(ty).map(|conversion| entry("data", conversion)));
        }
        parts.extend(head.error.as_ref().and_then(|ty| Some(entry("error", self.of(ty)?))));
        (!parts.is_empty()).then(|| entry_with(key(&head.wire).into_owned(), object_literal(parts)))
    }
}

fn call<'a>(function: &str, arguments: Vec<Doc<'a>>) -> Doc<'a> {
    bracketed(format!("{function}("), arguments, ",", ")")
}

/// A call whose last argument is an object, which prettier keeps on the line of the brackets.
fn call_with_object<'a>(function: &str, first: Vec<Doc<'a>>, members: Vec<Doc<'a>>) -> Doc<'a> {
    let arguments = |object: Doc<'a>| first.iter().cloned().chain([object]).collect::<Vec<_>>();
    let beside = |object: Doc<'a>| {
        let mut parts = vec![text(format!("{function}("))];
        for argument in first.clone() {
            parts.extend([argument, text(", ")]);
        }
        parts.extend([object, text(")")]);
        Doc::Concat(parts)
    };
    let hugging = beside(lines(&members));
    let whole = object_literal(members);
    let broken = bracketed(format!("{function}("), arguments(whole.clone()), ",", ")");
    Doc::Either(Box::new((beside(whole), Doc::Either(Box::new((hugging, broken))))))
}

/// An object with a line for each member.
fn lines<'a>(members: &[Doc<'a>]) -> Doc<'a> {
    let line = |member: &Doc<'a>| [Doc::Hard, member.clone(), text(",")];
    let inner = members.iter().flat_map(line).collect();
    Doc::Concat(vec![text("{"), Doc::Indent(inner), Doc::Hard, text("}")])
}

fn entry<'a>(wire: &str, value: Doc<'a>) -> Doc<'a> {
    entry_with(key(wire).into_owned(), value)
}

fn entry_with<'a>(key: String, value: Doc<'a>) -> Doc<'a> {
    Doc::Concat(vec![text(key + ": "), value])
}

/// What `kinds` calls a kind of JSON, where something in a value of it can be converted.
fn kind_name(kind: JsonKind) -> Option<&'static str> {
    match kind {
        JsonKind::String => Some("string"),
        JsonKind::Array => Some("array"),
        JsonKind::Object => Some("object"),
        JsonKind::Bool | JsonKind::Number | JsonKind::Bytes | JsonKind::Null => None,
    }
}

/// The keys that an object must have.
fn required<'m>(model: &'m Model, ty: &'m Type) -> Vec<&'m str> {
    let Type::Named { id, .. } = ty else { return Vec::new() };
    match &model.type_def(*id).kind {
        TypeKind::Alias(ty) | TypeKind::Brand(ty) => required(model, ty),
        TypeKind::External(external) => required(model, &external.json),
        TypeKind::Object(fields) => {
            let required = fields.iter().filter(|field| !field.optional && field.default.is_none());
            required.map(|field| field.wire.as_str()).collect()
        }
        TypeKind::Union(union) => match &union.tagging {
            Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => vec![tag],
            Tagging::Untagged => Vec::new(),
        },
        TypeKind::Enum { .. } => Vec::new(),
    }
}
