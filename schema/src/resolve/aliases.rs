//! What aliases and brands stand for, worked out once for all of them: a chain of aliases may be as long as a file, and many
//! rooms may ask for its end.

use super::table::TypeTable;
use crate::diagnostic::Diagnostics;
use crate::model::{Type, TypeDef, TypeId, TypeKind};

/// The ends of all aliases.
pub(super) struct Aliases {
    /// For every type, the first one on its way that is not another's alias.
    end: Vec<usize>,
    /// Whether something on that way was reported, so that nothing more is to be said of it.
    broken: Vec<bool>,
}

/// What a type is when aliases are followed.
pub(super) enum Meant<'t> {
    /// Something that was reported.
    Broken,
    /// A type without a name of its own.
    Plain(&'t Type),
    /// An object or an enum.
    Def(&'t TypeDef),
}

impl Aliases {
    pub(super) fn follow(types: &TypeTable<'_>, diagnostics: &Diagnostics) -> Self {
        const UNSEEN: usize = usize::MAX;
        const ON_THE_WAY: usize = usize::MAX - 1;
        let defs = &types.defs;
        let mut end = vec![UNSEEN; defs.len()];
        let mut broken: Vec<bool> =
            types.extents.iter().map(|extent| diagnostics.has_error_in(*extent)).collect();
        let mut way = Vec::new();
        for start in 0..defs.len() {
            let mut at = start;
            while end[at] == UNSEEN {
                end[at] = ON_THE_WAY;
                way.push(at);
                let (TypeKind::Alias(Type::Named { id, .. }) | TypeKind::Brand(Type::Named { id, .. })) =
                    &defs[at].kind
                else {
                    end[at] = at;
                    break;
                };
                at = id.0 as usize;
            }
            // Whoever comes back to where the way has been goes in a circle.
            let circle = end[at] == ON_THE_WAY;
            let last = if circle { at } else { end[at] };
            let mut is_broken = circle || broken[at];
            while let Some(passed) = way.pop() {
                is_broken |= broken[passed];
                end[passed] = last;
                broken[passed] = is_broken;
            }
        }
        Aliases { end, broken }
    }

    /// The first type on the way of one that is not another's alias.
    pub(super) fn end(&self, id: TypeId) -> usize {
        self.end.get(id.0 as usize).copied().unwrap_or(id.0 as usize)
    }

    /// Whether something on the way of a type was reported.
    pub(super) fn is_broken(&self, id: TypeId) -> bool {
        self.broken.get(id.0 as usize).copied().unwrap_or(false)
    }

    pub(super) fn meant<'t>(&self, types: &'t TypeTable<'_>, ty: &'t Type) -> Meant<'t> {
        let Type::Named { id, .. } = ty else { return Meant::Plain(ty) };
        let at = id.0 as usize;
        // Types that came later are inline ones, which are no aliases.
        let end = self.end.get(at).copied().unwrap_or(at);
        if self.broken.get(at).copied().unwrap_or(false) {
            return Meant::Broken;
        }
        match &types.defs[end].kind {
            TypeKind::Alias(ty) | TypeKind::Brand(ty) => Meant::Plain(ty),
            _ => Meant::Def(&types.defs[end]),
        }
    }
}
