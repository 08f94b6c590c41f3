//! A list that grows while its items are borrowed: the texts and trees of several files live together, and which files
//! there are is only known from the ones that were read.

use std::sync::OnceLock;

/// How many items a piece of the list holds. Nearly all schemas are fewer files.
const PIECE: usize = 8;

/// A list to which items are added at its end, and from which none is taken.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    items: [OnceLock<T>; PIECE],
    rest: OnceLock<Box<Kept<T>>>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept { items: [const { OnceLock::new() }; PIECE], rest: OnceLock::new() }
    }
}

impl<T> Kept<T> {
    /// Adds an item. Returns it where it stays, with its place.
    pub(crate) fn add(&self, mut item: T) -> (usize, &T) {
        let (mut piece, mut before) = (self, 0);
        loop {
            for (at, slot) in piece.items.iter().enumerate() {
                match slot.set(item) {
                    Ok(()) => return (before + at, slot.get().expect("what was filled stays full")),
                    // Taken already.
                    Err(back) => item = back,
                }
            }
            piece = piece.rest.get_or_init(Box::default);
            before += PIECE;
        }
    }

    /// An item by its place.
    pub(crate) fn get(&self, at: usize) -> Option<&T> {
        let (mut piece, mut at) = (self, at);
        while at >= PIECE {
            piece = piece.rest.get()?;
            at -= PIECE;
        }
        piece.items[at].get()
    }

    /// All items, the first one first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        let pieces = std::iter::successors(Some(self), |piece| piece.rest.get().map(|rest| &**rest));
        pieces.flat_map(|piece| piece.items.iter()).map_while(OnceLock::get)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stay_where_they_are() {
        let list = Kept::default();
        let first = list.add("0".to_owned()).1;
        for at in 1..100 {
            assert_eq!(list.add(at.to_string()), (at, &at.to_string()));
        }
        assert_eq!(first, "0");
        assert_eq!(list.get(57).map(String::as_str), Some("57"));
        assert_eq!(list.get(100), None);
        assert!(list.iter().enumerate().all(|(at, item)| *item == at.to_string()));
        assert_eq!(list.iter().count(), 100);
    }
}
