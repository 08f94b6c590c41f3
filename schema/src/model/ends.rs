//! What stands behind aliases, worked out once for all of them: a chain of aliases may be as long as a file.

use super::{Builtin, EnumRepr, Type, TypeDef, TypeId, TypeKind};
use std::cell::Cell;

/// The ends of all aliases of a model.
#[derive(Debug)]
pub struct Ends<'m> {
    defs: &'m [TypeDef],
    /// For every type, the first on its way that does not stand for another one with a name; itself, for most.
    end: Vec<u32>,
    /// How many steps may still be taken behind the ends, see [`Ends::step`].
    left: Cell<usize>,
}

/// Far more steps than any contract needs, and done in well under a tenth of a second.
const STEPS: usize = 10_000_000;

/// What a value is to JSON, and to the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JsonKind {
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string, which times, UUIDs and 64-bit integers are as well.
    String,
    /// An array: of lists and tuples.
    Array,
    /// An object: of maps and tagged unions as well.
    Object,
    /// An attachment.
    Bytes,
    /// `null`.
    Null,
}

impl JsonKind {
    /// The kind of a value.
    pub fn of(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => JsonKind::Null,
            serde_json::Value::Bool(_) => JsonKind::Bool,
            serde_json::Value::Number(_) => JsonKind::Number,
            serde_json::Value::String(_) => JsonKind::String,
            serde_json::Value::Array(_) => JsonKind::Array,
            serde_json::Value::Object(_) => JsonKind::Object,
        }
    }
}

impl<'m> Ends<'m> {
    /// Follows all aliases.
    pub fn new(defs: &'m [TypeDef]) -> Self {
        const UNSEEN: u32 = u32::MAX;
        const ON_THE_WAY: u32 = u32::MAX - 1;
        let mut end = vec![UNSEEN; defs.len()];
        let mut way = Vec::new();
        for start in 0..defs.len() {
            let mut at = start;
            while end[at] == UNSEEN {
                end[at] = ON_THE_WAY;
                way.push(at);
                match &defs[at].kind {
                    TypeKind::Alias(Type::Named { id, .. }) => at = id.0 as usize,
                    _ => end[at] = at as u32,
                }
            }
            // Whoever comes back to where the way has been goes in a circle, which stands for nothing.
            let last = if end[at] == ON_THE_WAY { UNSEEN } else { end[at] };
            way.drain(..).for_each(|passed| end[passed] = last);
        }
        Ends { defs, end, left: Cell::new(STEPS) }
    }

    /// Counts a step from a type to what it is made of where no value is left behind: through a brand, `| null`, what an
    /// external type is on the wire. Such steps may lead in a circle, or along a chain as long as the file; both are
    /// errors, but what looks at values may come by before. `false`, when there were too many.
    pub(crate) fn step(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    /// What a type is when aliases are followed that stand for a type with a name; nothing, where they lead in a
    /// circle. The end may still be an alias, for a type without a name.
    pub fn of(&self, id: TypeId) -> Option<&'m TypeDef> {
        self.defs.get(*self.end.get(id.0 as usize)? as usize)
    }

    /// What a type is when aliases are followed, brands too: one without a name, or one with a definition.
    pub fn behind<'t>(&self, mut ty: &'t Type) -> (Option<&'m TypeDef>, &'t Type)
    where
        'm: 't,
    {
        loop {
            let Type::Named { id, .. } = ty else { return (None, ty) };
            match self.of(*id) {
                Some(TypeDef { kind: TypeKind::Alias(target) | TypeKind::Brand(target), .. })
                    if self.step() =>
                {
                    ty = target;
                }
                def => return (def, ty),
            }
        }
    }

    /// The one kind that all values of a type have; nothing for those that may be of several, or that were reported.
    pub fn kind(&self, ty: &Type) -> Option<JsonKind> {
        match self.behind(ty) {
            (Some(def), _) => match &def.kind {
                TypeKind::Object(_) => Some(JsonKind::Object),
                TypeKind::Enum { repr: EnumRepr::Text, .. } => Some(JsonKind::String),
                TypeKind::Enum { repr: EnumRepr::Number, .. } => Some(JsonKind::Number),
                TypeKind::Union(union) if union.tagging != super::Tagging::Untagged => Some(JsonKind::Object),
                // What is external on the wire is no external type itself.
                TypeKind::External(external) => match self.behind(&external.json) {
                    // One that is another one on the wire would be followed on and on.
                    (Some(TypeDef { kind: TypeKind::External(_), .. }), _) => None,
                    _ => self.kind(&external.json),
                },
                TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Brand(_) => None,
            },
            (None, Type::List { .. } | Type::Tuple(_)) => Some(JsonKind::Array),
            (None, Type::Map { .. }) => Some(JsonKind::Object),
            (None, Type::Builtin { builtin, .. }) => match builtin {
                Builtin::Json => None,
                Builtin::Bytes => Some(JsonKind::Bytes),
                Builtin::Bool => Some(JsonKind::Bool),
                _ if builtin.row().wire.starts_with("string") => Some(JsonKind::String),
                _ => Some(JsonKind::Number),
            },
            (None, Type::Nullable(_) | Type::Named { .. }) => None,
        }
    }
}
