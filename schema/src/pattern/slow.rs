//! Patterns that are slow in browsers. An engine that tries one way through a pattern after the other needs twice the
//! time for each `a` in `aaaa!` if `^(a+)+$` is what it looks for: there are two ways for each `a` to be read, and all of
//! them are tried before it gives up. Rust's engine goes all ways at once.
//!
//! The pattern becomes an automaton whose states are its characters (Glushkov's), each step with the number of ways
//! in which it can be gone. Two different ways from a state back to itself with the same text are what is looked for: the
//! exponential ambiguity of Weber and Seidl, by the product of the automaton with itself (Weideman et al., "Analyzing
//! Matching Time Behavior of Backtracking Regular Expression Matchers by Using Ambiguity of NFA", 2016).

use super::Node;
use super::ranges::{self, Range};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The states that are looked at: a larger pattern is none that somebody reads, and comparing takes its square.
const MOST_STATES: usize = 400;
/// The steps of two ways side by side that are looked at.
const MOST_STEPS: usize = 200_000;
/// A part that may come this much more often than it must is taken for one that may come without an end: ten ways at each
/// of ten places are too many as well.
const LOOSE: u64 = 8;

/// See [`super::doubles`].
pub(super) fn doubles(pattern: &Node) -> Option<String> {
    let mut automaton = Automaton::default();
    let whole = automaton.read(pattern)?;
    if whole.empty > 0 {
        // It is found in every text at once.
        return None;
    }
    // A way that comes to a state in which the pattern is found has come to its end.
    let found: BTreeSet<State> = whole.last.iter().map(|(state, _)| *state).collect();
    let open = automaton.reached(&whole.first, &found);
    automaton.word(&open)
}

type State = usize;
/// How many ways there are: none, one, or more.
type Ways = u8;

fn ways(number: Ways) -> Ways {
    number.min(2)
}

/// A part of a pattern.
#[derive(Clone, Default)]
struct Part {
    /// The ways in which it reads nothing.
    empty: Ways,
    /// The states that it begins in, and that it may end in.
    first: Vec<(State, Ways)>,
    last: Vec<(State, Ways)>,
}

#[derive(Default)]
struct Automaton {
    /// What is read to come to each state; nothing is, for the end of a text.
    classes: Vec<Vec<Range>>,
    steps: Vec<BTreeMap<State, Ways>>,
}

impl Automaton {
    /// Nothing, if the pattern is too large.
    fn read(&mut self, node: &Node) -> Option<Part> {
        match node {
            Node::Start => Some(Part { empty: 1, ..Part::default() }),
            Node::End => self.state(Vec::new()),
            Node::Class(class) => self.state(class.clone()),
            Node::Sequence(nodes) => {
                let start = Part { empty: 1, ..Part::default() };
                nodes.iter().try_fold(start, |before, node| {
                    let next = self.read(node)?;
                    Some(self.sequence(before, next))
                })
            }
            Node::Alternatives(nodes) => nodes.iter().try_fold(Part::default(), |mut all, node| {
                let Part { empty, first, last } = self.read(node)?;
                all.empty = ways(all.empty + empty);
                all.first.extend(first);
                all.last.extend(last);
                Some(all)
            }),
            Node::Repeat { node, least, most } => self.repeat(node, *least, *most),
        }
    }

    fn state(&mut self, class: Vec<Range>) -> Option<Part> {
        if self.classes.len() == MOST_STATES {
            return None;
        }
        let here = vec![(self.classes.len(), 1)];
        self.classes.push(class);
        self.steps.push(BTreeMap::new());
        Some(Part { empty: 0, first: here.clone(), last: here })
    }

    fn connect(&mut self, from: &[(State, Ways)], to: &[(State, Ways)]) {
        for (state, out) in from {
            for (next, into) in to {
                let step = self.steps[*state].entry(*next).or_default();
                *step = ways(*step + out * into);
            }
        }
    }

    fn sequence(&mut self, before: Part, next: Part) -> Part {
        self.connect(&before.last, &next.first);
        let through = |states: Vec<(State, Ways)>, empty: Ways| {
            let with = move |(state, number): (State, Ways)| (state, ways(number * empty));
            states.into_iter().map(with).filter(|(_, number)| *number > 0)
        };
        let mut first = before.first;
        first.extend(through(next.first, before.empty));
        let mut last = next.last;
        last.extend(through(before.last, next.empty));
        Part { empty: ways(before.empty * next.empty), first, last }
    }

    fn repeat(&mut self, node: &Node, least: u64, most: Option<u64>) -> Option<Part> {
        let more = most.map(|most| most - least).filter(|more| *more <= LOOSE);
        // The last one that must come is the one that may come again, where there is no end.
        let written = if more.is_some() { least } else { least.saturating_sub(1) };
        let mut whole = Part { empty: 1, ..Part::default() };
        for _ in 0..written {
            let one = self.read(node)?;
            if one.first.is_empty() {
                return Some(whole);
            }
            whole = self.sequence(whole, one);
        }
        let mut rest = Part { empty: 1, ..Part::default() };
        match more {
            // Each is there only behind the one before it: `(?:x(?:x)?)?`. A round that reads nothing is not gone.
            Some(more) => {
                for _ in 0..more {
                    let one = Part { empty: 0, ..self.read(node)? };
                    rest = Part { empty: 1, ..self.sequence(one, rest) };
                }
            }
            None => {
                let one = self.read(node)?;
                self.connect(&one.last, &one.first);
                let empty = if least == 0 { 1 } else { one.empty };
                rest = Part { empty, ..one };
            }
        }
        Some(self.sequence(whole, rest))
    }

    /// The states to which a text leads before the pattern is found in it.
    fn reached(&self, first: &[(State, Ways)], found: &BTreeSet<State>) -> BTreeSet<State> {
        let mut open: Vec<State> = first.iter().map(|(state, _)| *state).collect();
        let mut reached = BTreeSet::new();
        while let Some(state) = open.pop() {
            if !found.contains(&state) && !self.classes[state].is_empty() && reached.insert(state) {
                open.extend(self.steps[state].keys());
            }
        }
        reached
    }

    /// A text for which there are two ways from a state back to itself.
    fn word(&self, open: &BTreeSet<State>) -> Option<String> {
        let pairs = self.pairs(open)?;
        let same: Vec<Pair> = open.iter().map(|state| (*state, *state)).collect();
        // From one way to two, and from two to one: where the states of a circle are the same again, it can be gone
        // again.
        let mut back: BTreeMap<Pair, Vec<(Pair, char)>> = BTreeMap::new();
        for (from, steps) in &pairs {
            for Step { to, text, .. } in steps {
                back.entry(*to).or_default().push((*from, *text));
            }
        }
        let forward = |pair: Pair| pairs.get(&pair).into_iter().flatten().map(|step| (step.to, step.text));
        let backward = |pair: Pair| back.get(&pair).into_iter().flatten().copied();
        let circle = |from: Pair, to: Pair| shortest(from, to, forward);
        let mut best: Option<String> = None;
        let mut keep = |word: String| {
            let word = repeated(&word);
            let length = |word: &String| (word.chars().count(), word.clone());
            if best.as_ref().is_none_or(|best| length(&word) < length(best)) {
                best = Some(word);
            }
        };
        // Two ways of one step.
        for (from, steps) in pairs.iter().filter(|((a, b), _)| a == b) {
            for Step { to, text, .. } in steps.iter().filter(|step| step.is_double) {
                if let Some(rest) = circle(*to, *from) {
                    keep(format!("{text}{rest}"));
                }
            }
        }
        let from_one = all(&same, forward);
        let to_one = all(&same, backward);
        let mut apart: Vec<&Pair> =
            from_one.keys().filter(|(a, b)| a != b).filter(|pair| to_one.contains_key(*pair)).collect();
        apart.sort_unstable_by_key(|pair| (from_one[*pair] + to_one[*pair], **pair));
        // The nearest ones are enough to say what it is.
        for pair in apart.into_iter().take(4) {
            let around = |one: &Pair| {
                let out = shortest(*one, *pair, forward)?;
                Some(format!("{out}{}", shortest(*pair, *one, forward)?))
            };
            same.iter().filter_map(around).for_each(&mut keep);
        }
        best
    }

    /// Two ways side by side that read the same text, step by step. Each pair stands once, whichever way is the first.
    fn pairs(&self, open: &BTreeSet<State>) -> Option<BTreeMap<Pair, Vec<Step>>> {
        let mut common: BTreeMap<Pair, Option<char>> = BTreeMap::new();
        let mut pairs: BTreeMap<Pair, Vec<Step>> = BTreeMap::new();
        let mut next: Vec<Pair> = open.iter().map(|state| (*state, *state)).collect();
        let mut seen: BTreeSet<Pair> = next.iter().copied().collect();
        let mut looked = 0;
        while let Some(pair) = next.pop() {
            let mut steps = Vec::new();
            let open_steps = |state: State| self.steps[state].iter().filter(|(to, _)| open.contains(to));
            for (one, ways) in open_steps(pair.0) {
                for (other, _) in open_steps(pair.1) {
                    looked += 1;
                    if looked > MOST_STEPS {
                        return None;
                    }
                    let to = (*one.min(other), *one.max(other));
                    let text = common
                        .entry(to)
                        .or_insert_with(|| ranges::common(&self.classes[to.0], &self.classes[to.1]));
                    let Some(text) = *text else { continue };
                    let is_double = pair.0 == pair.1 && one == other && *ways > 1;
                    steps.push(Step { to, text, is_double });
                    if seen.insert(to) {
                        next.push(to);
                    }
                }
            }
            pairs.insert(pair, steps);
        }
        Some(pairs)
    }
}

/// What a text is made of, again and again: `ab` of `abab`.
fn repeated(text: &str) -> String {
    let parts = text.char_indices().skip(1).map(|(at, _)| &text[..at]);
    let mut whole = parts.filter(|part| part.repeat(text.len() / part.len()) == text);
    whole.next().unwrap_or(text).to_owned()
}

type Pair = (State, State);

struct Step {
    to: Pair,
    /// A character that both ways can read.
    text: char,
    /// Whether it is two steps: one state, and two ways from it to one other.
    is_double: bool,
}

/// How far everything is that can be reached.
fn all<N: Iterator<Item = (Pair, char)>>(from: &[Pair], next: impl Fn(Pair) -> N) -> BTreeMap<Pair, usize> {
    let mut far: BTreeMap<Pair, usize> = from.iter().map(|pair| (*pair, 0)).collect();
    let mut open: VecDeque<Pair> = from.iter().copied().collect();
    while let Some(pair) = open.pop_front() {
        let here = far[&pair];
        for (to, _) in next(pair) {
            far.entry(to).or_insert_with(|| {
                open.push_back(to);
                here + 1
            });
        }
    }
    far
}

/// The shortest text that leads from one pair to another.
fn shortest<N: Iterator<Item = (Pair, char)>>(
    from: Pair,
    to: Pair,
    next: impl Fn(Pair) -> N,
) -> Option<String> {
    let mut before: BTreeMap<Pair, (Pair, char)> = BTreeMap::new();
    let mut open = VecDeque::from([from]);
    while let Some(pair) = open.pop_front() {
        if pair == to {
            let mut text = Vec::new();
            let mut at = to;
            while at != from {
                let (one, c) = before[&at];
                text.push(c);
                at = one;
            }
            return Some(text.into_iter().rev().collect());
        }
        for (to, c) in next(pair) {
            if to != from && !before.contains_key(&to) {
                before.insert(to, (pair, c));
                open.push_back(to);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::pattern::doubles;

    /// Patterns, and what makes each of them slow: V8 needs seconds for thirty times that and a `!`.
    const SLOW: &[(&str, &str)] = &[
        ("^(a+)+$", "a"),
        ("^(?:a|a)*$", "a"),
        ("^(?:a*)*$", "a"),
        ("^(a|a?)+$", "a"),
        ("^(?:[a-z]+[0-9]*)+$", "a"),
        ("^([A-Za-z0-9]+-?)+$", "a"),
        ("^(?:a?b?)*c$", "ba"),
        ("(?:x(?:a?|b?))+y", "x"),
        ("^(?:ab|a|b)+$", "ab"),
        ("^(?:ab|abab)*$", "ab"),
        ("^([a-z]{1,20} ?){1,20}$", "a"),
        ("^(?:a{1,4})+$", "a"),
        ("(?:a+)+b", "a"),
        (r"^([^@\n]+)+@", "a"),
        ("^(?:[ä-ö]|ö)+$", "ö"),
    ];

    const QUICK: &[&str] = &[
        "",
        "^[a-z0-9-]+$",
        "^[a-z]+(?:-[a-z]+)*$",
        "^([0-9]{12})+$",
        "^([0-9]{3},)*[0-9]{1,3}$",
        "^(?:a|b|c)+$",
        "^(?:ab|ac)*$",
        // Found as soon as there is one.
        "(a+)+",
        "^(a|a)*",
        // Slow by the square of the length alone.
        "^a*a*$",
        r"^\+[1-9][0-9]{6,14}$",
        r"[^\n]+@[^\n]+\.[a-z]{2,}",
        "^(?:a(?:b|c)?)+$",
        "^[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*$",
        "^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.|$)){4}$",
    ];

    #[test]
    fn what_can_be_read_in_two_ways_again_and_again_is_found() {
        let found: Vec<_> = SLOW.iter().map(|(pattern, _)| doubles(pattern)).collect();
        let said =
            SLOW.iter().zip(&found).map(|((pattern, _), found)| (*pattern, found.as_deref().unwrap_or("")));
        assert_eq!(said.collect::<Vec<_>>(), SLOW);
    }

    #[test]
    fn what_can_be_read_in_one_way_is_not() {
        for pattern in QUICK {
            assert_eq!(doubles(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn large_patterns_are_left_alone() {
        let classes = "[a-z]?[a-y]?".repeat(90);
        for pattern in
            ["(?:(?:a{100}){100})*".to_owned(), format!("^(?:{classes})*$"), format!("^{classes}$")]
        {
            assert_eq!(doubles(&pattern), None);
        }
    }
}
