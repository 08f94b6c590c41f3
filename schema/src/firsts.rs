//! The first of several things that have one name.

use std::collections::HashMap;

/// Remembers names with what belongs to each, and tells of a name that was there before. Most scopes are small, and a
/// look at all of their names is faster than a table.
pub(crate) struct Firsts<'n, T> {
    few: Vec<(&'n str, T)>,
    many: HashMap<&'n str, T>,
}

impl<'n, T: Copy> Firsts<'n, T> {
    const FEW: usize = 12;

    pub(crate) fn new() -> Self {
        Firsts { few: Vec::with_capacity(Self::FEW), many: HashMap::new() }
    }

    /// What came first under a name; without a result the name is a new one, and is remembered.
    pub(crate) fn meet(&mut self, name: &'n str, thing: T) -> Option<T> {
        if let Some((_, first)) = self.few.iter().find(|(few, _)| *few == name) {
            return Some(*first);
        }
        if self.few.len() < Self::FEW {
            self.few.push((name, thing));
            return None;
        }
        if let Some(first) = self.many.get(name) {
            return Some(*first);
        }
        self.many.insert(name, thing);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Firsts;

    #[test]
    fn the_first_of_a_name_is_found_among_few_and_among_many() {
        let names: Vec<String> = (0..100).map(|at| format!("name{at}")).collect();
        let mut firsts = Firsts::new();
        for (at, name) in names.iter().enumerate() {
            assert_eq!(firsts.meet(name, at), None);
        }
        for (at, name) in names.iter().enumerate() {
            assert_eq!(firsts.meet(name, 1000), Some(at));
        }
    }
}
