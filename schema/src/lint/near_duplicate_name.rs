//! See [`LINT`].

use super::{Context, rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EventHead, Namespace, Origin};
use crate::source::Span;
use crate::syntax::tree::shown;
use std::collections::HashMap;

/// Shorter names are often one letter apart on purpose.
const SHORTEST: usize = 7;
/// Longer ones are not compared letter by letter.
const LONGEST: usize = 60;

rule! {
    /// Two names of events, or of types, are so near to each other that they will be mixed up.
    ///
    /// `message:new` and `messages:new`, `join:room` and `room:join`: both are there, both compile, and half of the team
    /// listens to the wrong one. Names count as near when they have the same words in another order, differ in a plural,
    /// or in a single letter. Events of the two directions are not compared with each other.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   message:new: { data: { id: uuid } }
    ///   messages:new: { data: { ids: list<uuid> } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   message:new: { data: { id: uuid } }
    ///   message:batch: { data: { ids: list<uuid> } }
    /// ```
    NearDuplicateName, loud
}

fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let model = context.model;
    for namespace in &model.namespaces {
        let Namespace { client_events, server_events, .. } = namespace;
        events(client_events.iter().map(|event| &event.head), diagnostics);
        events(server_events.iter().map(|event| &event.head), diagnostics);
    }
    let declared =
        model.types.iter().filter(|def| def.origin == Origin::Declared && def.deprecated.is_none());
    let mut names = Names::new("type", false);
    for def in declared {
        if let Ok(found) = crate::names::names(&def.name) {
            names.meet(&def.name, &found.snake, def.span, diagnostics);
        }
    }
}

fn events<'m>(events: impl Iterator<Item = &'m EventHead>, diagnostics: &mut Diagnostics) {
    let mut names = Names::new("event", true);
    for event in events.filter(|event| event.deprecated.is_none()) {
        names.meet(&event.wire, &event.names.snake, event.span, diagnostics);
    }
}

/// The names so far, by everything that a near name would have too: the same words in order, and the name with a letter
/// left out.
struct Names<'m> {
    what: &'static str,
    plurals: bool,
    known: Vec<(&'m str, String, Span)>,
    by_words: HashMap<String, usize>,
    by_rest: HashMap<u64, Vec<usize>>,
}

impl<'m> Names<'m> {
    fn new(what: &'static str, plurals: bool) -> Self {
        Names { what, plurals, known: Vec::new(), by_words: HashMap::new(), by_rest: HashMap::new() }
    }

    /// Compares a name with the earlier ones, and remembers it.
    fn meet(&mut self, name: &'m str, snake: &str, span: Span, diagnostics: &mut Diagnostics) {
        let mut words: Vec<&str> = snake.split('_').collect();
        if self.plurals {
            words.iter_mut().for_each(|word| *word = singular(word));
        }
        words.sort_unstable();
        let at = self.known.len();
        self.known.push((name, snake.to_owned(), span));
        let same_words = *self.by_words.entry(words.concat()).or_insert(at);
        let near = if same_words == at { self.one_letter_away(at) } else { Some(same_words) };
        if let Some((other, _, first)) = near.map(|near| &self.known[near]) {
            let message =
                format!("the {}s `{}` and `{}` are easily mixed up", self.what, shown(other), shown(name));
            diagnostics.push(
                Diagnostic::new(Code::NearDuplicateName, span, message)
                    .help("give one of them a name that says how they differ")
                    .related(*first, "the other one"),
            );
        }
    }

    fn one_letter_away(&mut self, at: usize) -> Option<usize> {
        /// How many names that share a rest are looked at.
        const BUCKET: usize = 8;
        let snake = self.known[at].1.clone();
        if !(SHORTEST..=LONGEST).contains(&snake.len()) {
            return None;
        }
        let mut near = None;
        // Names in code are ASCII.
        for rest in rests(snake.as_bytes()) {
            let bucket = self.by_rest.entry(rest).or_default();
            for other in bucket.iter().copied() {
                if other != at && near.is_none() && is_slip(&self.known[other].1, &snake) {
                    near = Some(other);
                }
            }
            if bucket.len() < BUCKET && bucket.last() != Some(&at) {
                bucket.push(at);
            }
        }
        near
    }
}

/// A word without the `s` of its plural.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if rest.len() >= 3 && !rest.ends_with(['s', 'u', 'i']) => rest,
        _ => word,
    }
}

/// A number for the name and for each way of leaving one of its letters out.
fn rests(name: &[u8]) -> impl Iterator<Item = u64> + '_ {
    let hash = |left_out: Option<usize>| {
        let kept = name.iter().enumerate().filter(move |(at, _)| Some(*at) != left_out);
        // FNV-1a; what meets by accident is told apart by a look at both names.
        kept.fold(0xcbf2_9ce4_8422_2325_u64, |hash, (_, byte)| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    };
    std::iter::once(None).chain((0..name.len()).map(Some)).map(hash)
}

/// Whether two names are the same but for one slip in a word long enough that nobody would choose both: a letter too
/// many, another letter, or two neighbours that changed places. Digits and words that are there in one alone are no slips.
fn is_slip(a: &str, b: &str) -> bool {
    let (left, right): (Vec<&str>, Vec<&str>) = (a.split('_').collect(), b.split('_').collect());
    if left.len() != right.len() {
        return false;
    }
    let mut differ = left.iter().zip(&right).filter(|(left, right)| left != right);
    let (Some((left, right)), None) = (differ.next(), differ.next()) else { return false };
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    short.len() >= 5 && one_slip(short.as_bytes(), long.as_bytes())
}

fn one_slip(short: &[u8], long: &[u8]) -> bool {
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[start..], &long[start..]);
    let end = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[..short.len() - end], &long[..long.len() - end]);
    let letters = |text: &[u8]| text.iter().all(u8::is_ascii_lowercase);
    let is_slip = match (short, long) {
        // A letter behind a word makes another form of it: `invite`, `invited`.
        ([], [_]) => end > 0,
        ([_], [_]) => end > 0 && start > 0,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    };
    is_slip && letters(short) && letters(long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_names_that_are_alike_on_purpose() {
        for (a, b) in [
            ("message_recieved", "message_received"),
            ("color_changed", "colour_changed"),
            ("presence_update", "presense_update"),
        ] {
            assert!(is_slip(a, b) && is_slip(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("player1_moved", "player2_moved"),
            ("typing_start", "typing_stop"),
            ("user_invite", "user_invited"),
            ("position_x", "position_y"),
            ("doc_lock", "doc_unlock"),
            ("read_all", "head_all"),
            ("room_join", "room_join_all"),
        ] {
            assert!(!is_slip(a, b) && !is_slip(b, a), "{a} {b}");
        }
    }
}
