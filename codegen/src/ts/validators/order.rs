//! In which order constants stand, so that each finds what it is made of above itself: only types that lead back to
//! themselves cannot have that.

use sockgen_schema::model::{Model, Origin, TypeId};

/// The types that have a constant, and the place of each.
pub(in crate::ts) struct Order {
    pub(in crate::ts) types: Vec<TypeId>,
    places: Vec<usize>,
}

impl Order {
    /// Each type behind those that it names, else in the order of the model. The stack is its own: a chain of types may
    /// be as long as a file.
    pub(in crate::ts) fn new(model: &Model) -> Self {
        let mut seen = vec![false; model.types.len()];
        let mut types = Vec::with_capacity(model.types.len());
        let mut stack: Vec<(TypeId, Vec<TypeId>)> = Vec::new();
        let named = |id: TypeId| {
            let mut named = Vec::new();
            model.type_def(id).for_each_type(&mut |ty| ty.for_each_named(&mut |id, _| named.push(id)));
            named.reverse();
            (id, named)
        };
        for (start, def) in model.types() {
            // The arguments of an event stand there.
            if matches!(def.origin, Origin::Args(_)) || std::mem::replace(&mut seen[start.0 as usize], true) {
                continue;
            }
            stack.push(named(start));
            while let Some((id, rest)) = stack.last_mut() {
                match rest.pop() {
                    Some(next) if std::mem::replace(&mut seen[next.0 as usize], true) => {}
                    Some(next) => stack.push(named(next)),
                    None => {
                        types.push(*id);
                        stack.pop();
                    }
                }
            }
        }
        let mut places = vec![usize::MAX; model.types.len()];
        types.iter().enumerate().for_each(|(place, id)| places[id.0 as usize] = place);
        Order { types, places }
    }

    /// Whether one type's constant stands above another's.
    pub(in crate::ts) fn is_above(&self, id: TypeId, other: TypeId) -> bool {
        self.places[id.0 as usize] < self.places[other.0 as usize]
    }
}
