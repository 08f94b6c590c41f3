//! "Did you mean …?"

/// Looks for near names, within limits: a file may hold a hundred thousand names that are not found, beside as many
/// that they could be.
#[derive(Debug)]
pub struct Guesses {
    /// How many candidates may still be looked at, and how many pairs of characters compared.
    left: usize,
}

/// Well under a tenth of a second.
const BUDGET: usize = 10_000_000;
/// Longer names are no typing mistakes.
const LONGEST: usize = 80;

impl Default for Guesses {
    fn default() -> Self {
        Guesses { left: BUDGET }
    }
}

impl Guesses {
    /// The candidate nearest to what was written, if one is near enough to be meant.
    pub fn nearest<'a>(
        &mut self,
        written: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if written.len() > LONGEST {
            return None;
        }
        let written = lower(written);
        // Of a single letter nothing would be left that could be meant.
        let allowed = (written.len() / 3).max(1).min(written.len().saturating_sub(1));
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates {
            self.left = self.left.checked_sub(1)?;
            let length = if candidate.is_ascii() { candidate.len() } else { candidate.chars().count() };
            if length.abs_diff(written.len()) > allowed {
                continue;
            }
            self.left = self.left.checked_sub(written.len() * length)?;
            let other = lower(candidate);
            let distance = distance(&written, &other);
            // The first of several equally near ones, so that the answer does not depend on anything but the order.
            if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    /// The help for a name that was not found: the nearest candidate, or all of them where they are few.
    pub fn did_you_mean<'a>(
        &mut self,
        written: &str,
        candidates: impl ExactSizeIterator<Item = &'a str> + Clone,
    ) -> Option<String> {
        if let Some(near) = self.nearest(written, candidates.clone()) {
            return Some(format!("did you mean `{near}`?"));
        }
        match candidates.len() {
            0 => None,
            1..=16 => Some(format!("known here: {}", listed(&candidates.collect::<Vec<_>>()))),
            _ => None,
        }
    }
}

/// The candidate nearest to what was written, among a few.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Guesses::default().nearest(written, candidates)
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
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
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = last.clone();
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
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
        assert_eq!(nearest("5", ["A", "B"]), None);
    }

    #[test]
    fn short_lists_are_shown_where_nothing_is_near() {
        let mut guesses = Guesses::default();
        let help = guesses.did_you_mean("zzzzzz", ["a", "b", "c"].into_iter());
        assert_eq!(help.as_deref(), Some("known here: `a`, `b` and `c`"));
        assert_eq!(guesses.did_you_mean("x", [].into_iter()), None);
    }

    #[test]
    fn guessing_ends() {
        let names: Vec<String> = (0..100).map(|at| format!("Name{at}")).collect();
        let mut guesses = Guesses { left: 10_000 };
        let mut guess = || guesses.nearest("Nam5", names.iter().map(String::as_str));
        assert_eq!(guess(), Some("Name5"));
        let found = (0..10_000).filter(|_| guess().is_some()).count();
        assert!((1..100).contains(&found), "{found}");
    }
}
