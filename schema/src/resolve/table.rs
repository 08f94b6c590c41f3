//! The types of a contract while they are worked out.

use super::program::Program;
use super::{hole, stand_in_name};
use crate::model::{NamespaceId, Origin, TypeDef, TypeId};
use crate::names;
use crate::source::{FileId, Span};
use crate::syntax::file::{Name, TypeDecl};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// All types, and the declared ones by name.
pub(super) struct TypeTable<'a> {
    pub(super) defs: Vec<TypeDef>,
    /// Where each is written, name and all.
    pub(super) extents: Vec<Span>,
    /// The declared types of each file, by its index.
    by_name: Vec<HashMap<&'a str, TypeId>>,
    /// The namespace that types are made for at the moment, and what their names begin with.
    pub(super) scope: Option<(NamespaceId, String)>,
    /// The names on which inline types have built theirs.
    bases: HashSet<String>,
}

impl<'a> TypeTable<'a> {
    /// Gives every declared type its place, so that they may name each other in any order.
    pub(super) fn declare(declared: &[&'a TypeDecl<'a>], files: usize) -> Self {
        let mut table = TypeTable {
            defs: Vec::with_capacity(declared.len()),
            extents: Vec::with_capacity(declared.len()),
            by_name: vec![HashMap::new(); files],
            scope: None,
            bases: HashSet::with_capacity(declared.len()),
        };
        for decl in declared {
            let name = names::type_name(decl.name.value).unwrap_or_else(|_| stand_in_name(decl.name.span));
            let extent = Span { end: decl.ty.span.end.max(decl.name.span.end), ..decl.name.span };
            let id = table.reserve(name, Origin::Declared, decl.name.span, extent);
            let by_name = &mut table.by_name[decl.name.span.file.index()];
            if by_name.is_empty() {
                by_name.reserve(declared.len());
            }
            by_name.insert(decl.name.value, id);
        }
        table
    }

    pub(super) fn reserve(&mut self, name: String, origin: Origin, span: Span, extent: Span) -> TypeId {
        let id = TypeId(self.defs.len() as u32);
        self.extents.push(extent);
        let (namespace, prefix) = match &self.scope {
            Some((namespace, prefix)) => (Some(*namespace), prefix.as_str()),
            None => (None, ""),
        };
        self.defs.push(TypeDef {
            local_name: name.strip_prefix(prefix).unwrap_or(&name).to_owned(),
            name,
            namespace,
            origin,
            doc: None,
            example: None,
            deprecated: None,
            kind: hole(),
            extensions: Vec::new(),
            span,
        });
        id
    }

    /// The declared type that a name stands for in the file in which it is written.
    pub(super) fn lookup(&self, program: &Program<'_>, name: &Name<'_>) -> Option<TypeId> {
        let (file, name) = program.target(name)?;
        self.declared(file, name)
    }

    /// A declared type of a file.
    pub(super) fn declared(&self, file: FileId, name: &str) -> Option<TypeId> {
        self.by_name[file.index()].get(name).copied()
    }

    pub(super) fn def_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.defs[id.0 as usize]
    }

    /// The name on which the inline types inside a type build theirs: the type's own. Where two types have one name,
    /// which is reported, the second one's inline types are kept from meeting the first one's.
    pub(super) fn base_of<'n>(&mut self, name: &'n str, place: Span) -> Cow<'n, str> {
        match self.bases.insert(name.to_owned()) {
            true => Cow::Borrowed(name),
            false => Cow::Owned(stand_in_name(place)),
        }
    }
}
