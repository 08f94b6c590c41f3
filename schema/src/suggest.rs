//! "Did you mean …?"

/// The candidate nearest to what was written, if one is near enough to be meant.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer texts are no typing mistakes, and the distance is quadratic.
    if written.len() > 80 {
        return None;
    }
    let lower = written.to_lowercase();
    let allowed = (written.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 80)
        .map(|candidate| (distance(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        // The first of several equally near ones, so that the answer does not depend on anything but the order.
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The help for a name that was not found: the nearest candidate, or a list where it is short.
pub fn did_you_mean(written: &str, candidates: &[&str]) -> Option<String> {
    if let Some(near) = nearest(written, candidates.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    match candidates.len() {
        0 => None,
        1..=16 => Some(format!("known here: {}", listed(candidates))),
        _ => None,
    }
}

/// `` `a`, `b` and `c` ``.
pub fn listed(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// How many insertions, removals, replacements and swaps of neighbours lie between two texts.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        let known = ["string", "datetime", "date", "uuid"];
        assert_eq!(nearest("strng", known), Some("string"));
        assert_eq!(nearest("String", known), Some("string"));
        assert_eq!(nearest("dtae", known), Some("date"));
        assert_eq!(nearest("DateTime", known), Some("datetime"));
        assert_eq!(nearest("buffer", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn short_lists_are_shown_where_nothing_is_near() {
        assert_eq!(did_you_mean("zzzzzz", &["a", "b", "c"]).as_deref(), Some("known here: `a`, `b` and `c`"));
        assert_eq!(did_you_mean("x", &[]), None);
    }
}
