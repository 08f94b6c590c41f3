//! The types of a contract while they are worked out.

use super::{hole, stand_in_name};
use crate::model::{Origin, TypeDef, TypeId};
use crate::names;
use crate::source::Span;
use crate::syntax::file::{Name, TypeDecl};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// All types, and the declared ones by name.
pub(super) struct TypeTable<'a> {
    pub(super) defs: Vec<TypeDef>,
    /// Where each is written, name and all.
    pub(super) extents: Vec<Span>,
    pub(super) by_name: HashMap<&'a str, TypeId>,
    /// The names on which inline types have built theirs.
    bases: HashSet<String>,
}

impl<'a> TypeTable<'a> {
    /// Gives every declared type its place, so that they may name each other in any order.
    pub(super) fn declare(declared: &'a [TypeDecl<'a>]) -> Self {
        let mut table = TypeTable {
            defs: Vec::with_capacity(declared.len()),
            extents: Vec::with_capacity(declared.len()),
            by_name: HashMap::with_capacity(declared.len()),
            bases: HashSet::with_capacity(declared.len()),
        };
        for decl in declared {
            let name = names::type_name(decl.name.value).unwrap_or_else(|_| stand_in_name(decl.name.span));
            let extent = Span { end: decl.ty.span.end.max(decl.name.span.end), ..decl.name.span };
            let id = table.reserve(name, Origin::Declared, decl.name.span, extent);
            table.by_name.insert(decl.name.value, id);
        }
        table
    }

    pub(super) fn reserve(&mut self, name: String, origin: Origin, span: Span, extent: Span) -> TypeId {
        let id = TypeId(self.defs.len() as u32);
        self.extents.push(extent);
        self.defs.push(TypeDef {
            local_name: name.clone(),
            name,
            namespace: None,
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

    /// The declared type that a name stands for.
    pub(super) fn lookup(&self, name: &Name<'_>) -> Option<TypeId> {
        self.by_name.get(name.value).copied()
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
