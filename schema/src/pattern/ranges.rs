//! Sets of characters, as ranges of their numbers: in order, with a gap between any two.

/// Both ends belong to it.
pub(super) type Range = (u32, u32);

const LAST: u32 = char::MAX as u32;

/// Ranges in any order as a set.
pub(super) fn joined(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_unstable();
    let mut set: Vec<Range> = Vec::with_capacity(ranges.len());
    for (low, high) in ranges {
        match set.last_mut() {
            Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
            _ => set.push((low, high)),
        }
    }
    set
}

/// What a set does not have.
pub(super) fn others(set: &[Range]) -> Vec<Range> {
    let mut others = Vec::with_capacity(set.len() + 1);
    let mut next = 0;
    for (low, high) in set {
        if *low > next {
            others.push((next, low - 1));
        }
        next = high + 1;
    }
    if next <= LAST {
        others.push((next, LAST));
    }
    others
}

/// A character that both sets have, one that is easily read if there is one.
pub(super) fn common(one: &[Range], other: &[Range]) -> Option<char> {
    let mut both = Vec::new();
    let (mut at, mut beside) = (one.iter().peekable(), other.iter().peekable());
    while let (Some(a), Some(b)) = (at.peek(), beside.peek()) {
        let range = (a.0.max(b.0), a.1.min(b.1));
        if range.0 <= range.1 {
            both.push(range);
        }
        if a.1 < b.1 {
            at.next()
        } else {
            beside.next()
        };
    }
    let all = ('\0', char::MAX);
    [('a', 'z'), ('0', '9'), ('A', 'Z'), ('!', '~'), all].into_iter().find_map(|(first, last)| {
        let readable = |(low, high): &Range| (*low.max(&first.into()), *high.min(&last.into()));
        both.iter().map(readable).find_map(|(low, high)| (low..=high).find_map(char::from_u32))
    })
}

#[cfg(test)]
mod tests {
    use super::{common, joined, others};

    #[test]
    fn sets_are_what_they_hold() {
        let set = joined(vec![(5, 9), (1, 2), (3, 3), (8, 12)]);
        assert_eq!(set, [(1, 3), (5, 12)]);
        assert_eq!(others(&set), [(0, 0), (4, 4), (13, 0x10_ffff)]);
        assert_eq!(others(&others(&set)), set);
        assert_eq!(others(&[]), [(0, 0x10_ffff)]);
        assert_eq!(others(&others(&[])), []);
    }

    #[test]
    fn a_common_character_is_one_of_both() {
        let text = |c: char| vec![(u32::from(c), u32::from(c))];
        assert_eq!(common(&text('x'), &others(&text('y'))), Some('x'));
        assert_eq!(common(&text('x'), &others(&text('x'))), None);
        assert_eq!(common(&others(&text('a')), &others(&text('b'))), Some('c'));
        assert_eq!(common(&[(0x4e00, 0x4e10)], &others(&[])), Some('\u{4e00}'));
    }
}
