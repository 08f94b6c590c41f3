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
/// The nearest circles are enough to say what it is.
const FEW: usize = 4;
/// A part that may come this much more often than it must is taken for one that may come without an end: ten ways at each
/// of ten places are too many as well.
const LOOSE: u64 = 8;

/// See [`super::doubles`].
pub(super) fn doubles(pattern: &Node, budget: &mut usize) -> Option<String> {
    let mut automaton = Automaton { budget, classes: Vec::new(), steps: Vec::new() };
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
#[derive(Default)]
struct Part {
    /// The ways in which it reads nothing.
    empty: Ways,
    /// The states that it begins in, and that it may end in.
    first: Vec<(State, Ways)>,
    last: Vec<(State, Ways)>,
}

impl Part {
    /// What reads nothing, in one way.
    fn nothing() -> Self {
        Part { empty: 1, ..Part::default() }
    }
}

struct Automaton<'b> {
    /// The steps that may still be looked at.
    budget: &'b mut usize,
    /// What is read to come to each state; nothing is, for the end of a text.
    classes: Vec<Vec<Range>>,
    steps: Vec<BTreeMap<State, Ways>>,
}

impl Automaton<'_> {
    /// Nothing, if the pattern is too large.
    fn read(&mut self, node: &Node) -> Option<Part> {
        match node {
            Node::Start => Some(Part::nothing()),
            Node::End => self.state(Vec::new()),
            Node::Class(class) => self.state(class.clone()),
            Node::Sequence(nodes) => nodes.iter().try_fold(Part::nothing(), |before, node| {
                let next = self.read(node)?;
                self.sequence(before, next)
            }),
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

    fn connect(&mut self, from: &[(State, Ways)], to: &[(State, Ways)]) -> Option<()> {
        *self.budget = self.budget.checked_sub(from.len() * to.len())?;
        for (state, out) in from {
            for (next, into) in to {
                let step = self.steps[*state].entry(*next).or_default();
                *step = ways(*step + out * into);
            }
        }
        Some(())
    }

    fn sequence(&mut self, before: Part, next: Part) -> Option<Part> {
        self.connect(&before.last, &next.first)?;
        let through = |states: Vec<(State, Ways)>, empty: Ways| {
            let with = move |(state, number): (State, Ways)| (state, ways(number * empty));
            states.into_iter().map(with).filter(|(_, number)| *number > 0)
        };
        let mut first = before.first;
        first.extend(through(next.first, before.empty));
        let mut last = next.last;
        last.extend(through(before.last, next.empty));
        Some(Part { empty: ways(before.empty * next.empty), first, last })
    }

    fn repeat(&mut self, node: &Node, least: u64, most: Option<u64>) -> Option<Part> {
        let more = most.map(|most| most - least).filter(|more| *more <= LOOSE);
        // The last one that must come is the one that may come again, where there is no end.
        let written = if more.is_some() { least } else { least.saturating_sub(1) };
        let mut whole = Part::nothing();
        for _ in 0..written {
            let one = self.read(node)?;
            if one.first.is_empty() {
                return Some(whole);
            }
            whole = self.sequence(whole, one)?;
        }
        let mut rest = Part::nothing();
        match more {
            // Each is there only behind the one before it: `(?:x(?:x)?)?`. A round that reads nothing is not gone.
            Some(more) => {
                for _ in 0..more {
                    let one = Part { empty: 0, ..self.read(node)? };
                    rest = Part { empty: 1, ..self.sequence(one, rest)? };
                }
            }
            None => {
                let one = self.read(node)?;
                self.connect(&one.last, &one.first)?;
                let empty = if least == 0 { 1 } else { one.empty };
                rest = Part { empty, ..one };
            }
        }
        self.sequence(whole, rest)
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

    /// Keeps the steps between states that lead to each other and back: no other is part of a circle.
    fn keep_circles(&mut self, open: &BTreeSet<State>) -> Option<()> {
        let mut back: Vec<Vec<State>> = vec![Vec::new(); self.steps.len()];
        for state in open {
            self.steps[*state].keys().for_each(|to| back[*to].push(*state));
        }
        let mut circle_of: Vec<Option<State>> = vec![None; self.steps.len()];
        for state in open {
            if circle_of[*state].is_some() {
                continue;
            }
            let ahead = all_from(*state, open, |state| self.steps[state].keys().copied());
            let behind = all_from(*state, open, |state| back[state].iter().copied());
            let edges: usize = ahead.iter().map(|state| self.steps[*state].len()).sum();
            *self.budget = self.budget.checked_sub(edges)?;
            ahead.intersection(&behind).for_each(|other| circle_of[*other] = Some(*state));
        }
        for state in open {
            self.steps[*state].retain(|to, _| open.contains(to) && circle_of[*to] == circle_of[*state]);
        }
        Some(())
    }

    /// A text for which there are two ways from a state back to itself.
    fn word(&mut self, open: &BTreeSet<State>) -> Option<String> {
        self.keep_circles(open)?;
        let pairs = self.pairs(open)?;
        let same: Vec<Pair> = open.iter().map(|state| (*state, *state)).collect();
        let mut back: BTreeMap<Pair, Vec<(Pair, char)>> = BTreeMap::new();
        let mut double = Vec::new();
        for (from, steps) in &pairs {
            for step in steps {
                back.entry(step.to).or_default().push((*from, step.text));
                double.extend(step.is_double.then_some((*from, step)));
            }
        }
        let forward = |pair: Pair| pairs.get(&pair).into_iter().flatten().map(|step| (step.to, step.text));
        let backward = |pair: Pair| back.get(&pair).into_iter().flatten().copied();
        let mut words = Vec::new();
        // Two ways of one step, and from there back to where it began.
        for (from, step) in double.into_iter().take(FEW) {
            let home = Tree::of(&[step.to], forward);
            words.extend(home.text(from).map(|rest| format!("{}{}", step.text, reversed(&rest))));
        }
        // From one way to two and back to one. It need not be the same one: those that lead to each other do so for two
        // ways that are one.
        let (from_one, to_one) = (Tree::of(&same, forward), Tree::of(&same, backward));
        let apart = pairs.keys().filter(|(a, b)| a != b);
        let far = |pair: &Pair| Some((from_one.far(*pair)? + to_one.far(*pair)?, *pair));
        let mut apart: Vec<(usize, Pair)> = apart.filter_map(far).collect();
        apart.sort_unstable();
        for (_, pair) in apart.into_iter().take(FEW) {
            let (out, home) = (Tree::of(&[pair], backward), Tree::of(&[pair], forward));
            let around = |one: &Pair| Some(format!("{}{}", out.text(*one)?, reversed(&home.text(*one)?)));
            words.extend(same.iter().filter_map(around));
        }
        words.iter().map(|word| repeated(word)).min_by_key(|word| (word.chars().count(), word.clone()))
    }

    /// Two ways side by side that read the same text, step by step. Each pair stands once, whichever way is the first.
    fn pairs(&mut self, open: &BTreeSet<State>) -> Option<BTreeMap<Pair, Vec<Step>>> {
        let mut common: BTreeMap<Pair, Option<char>> = BTreeMap::new();
        let mut pairs: BTreeMap<Pair, Vec<Step>> = BTreeMap::new();
        let mut next: Vec<Pair> = open.iter().map(|state| (*state, *state)).collect();
        let mut seen: BTreeSet<Pair> = next.iter().copied().collect();
        while let Some(pair) = next.pop() {
            let mut steps = Vec::new();
            for (one, ways) in &self.steps[pair.0] {
                for other in self.steps[pair.1].keys() {
                    *self.budget = self.budget.checked_sub(1)?;
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

/// A state and those to which steps lead from it, among some.
fn all_from<N: Iterator<Item = State>>(
    from: State,
    among: &BTreeSet<State>,
    next: impl Fn(State) -> N,
) -> BTreeSet<State> {
    let mut all = BTreeSet::from([from]);
    let mut todo = vec![from];
    while let Some(state) = todo.pop() {
        todo.extend(next(state).filter(|to| among.contains(to) && all.insert(*to)));
    }
    all
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

/// The shortest ways from some pairs to all others.
struct Tree(BTreeMap<Pair, (usize, Option<(Pair, char)>)>);

impl Tree {
    fn of<N: Iterator<Item = (Pair, char)>>(from: &[Pair], next: impl Fn(Pair) -> N) -> Tree {
        let mut tree: BTreeMap<_, _> = from.iter().map(|pair| (*pair, (0, None))).collect();
        let mut open: VecDeque<Pair> = from.iter().copied().collect();
        while let Some(pair) = open.pop_front() {
            let (far, _) = tree[&pair];
            for (to, text) in next(pair) {
                tree.entry(to).or_insert_with(|| {
                    open.push_back(to);
                    (far + 1, Some((pair, text)))
                });
            }
        }
        Tree(tree)
    }

    fn far(&self, pair: Pair) -> Option<usize> {
        self.0.get(&pair).map(|(far, _)| *far)
    }

    /// What is read between a pair and where the tree begins, in this order.
    fn text(&self, mut pair: Pair) -> Option<String> {
        let mut text = String::new();
        loop {
            match self.0.get(&pair)? {
                (_, None) => return Some(text),
                (_, Some((before, c))) => {
                    text.push(*c);
                    pair = *before;
                }
            }
        }
    }
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    fn doubles(pattern: &str) -> Option<String> {
        crate::pattern::doubles(pattern, &mut 200_000)
    }

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
        // Nearer ways that are no circles hide none.
        ("^a*a*a*a*a*a*(?:b|b)*$", "b"),
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
        let mut budget = 100;
        let small = "^(?:a|b|c|d)*(?:a|b|c|d)*(?:a|b|c|d)*(?:a|b|c|d)*$";
        assert_eq!(crate::pattern::doubles(small, &mut budget), None);
        assert!(budget < 100);
    }
}
