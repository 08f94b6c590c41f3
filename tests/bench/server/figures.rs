//! Rounds that take turns, and what is made of them.

use std::time::Instant;

use rustix::time::{ClockId, clock_gettime};

/// Whose CPU time counts.
#[derive(Clone, Copy)]
pub enum Clock {
    /// This thread's: everything runs on it.
    Thread,
    /// All threads' of this process.
    Process,
}

impl Clock {
    /// CPU time in nanoseconds.
    pub fn now(self) -> f64 {
        let time = clock_gettime(match self {
            Self::Thread => ClockId::ThreadCPUTime,
            Self::Process => ClockId::ProcessCPUTime,
        });
        time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
    }
}

/// What one of something cost, in nanoseconds.
#[derive(Clone, Copy)]
pub struct Cost {
    pub cpu: f64,
    pub wall: f64,
}

/// Measures `work`, which does `count` of something.
pub fn cost(clock: Clock, count: usize, work: impl FnOnce()) -> Cost {
    let (wall, cpu) = (Instant::now(), clock.now());
    work();
    let (cpu, wall) = (clock.now() - cpu, wall.elapsed().as_secs_f64() * 1e9);
    Cost { cpu: cpu / count as f64, wall: wall / count as f64 }
}

/// Runs all contestants in turn, `rounds` times, every other time backwards, after one round that does not count.
pub fn take_turns<const N: usize>(rounds: usize, mut round: impl FnMut(usize) -> Cost) -> [Vec<Cost>; N] {
    let mut costs = [(); N].map(|()| Vec::with_capacity(rounds));
    (0..N).for_each(|who| _ = round(who));
    for number in 0..rounds {
        for place in 0..N {
            let who = if number % 2 == 0 { place } else { N - 1 - place };
            costs[who].push(round(who));
        }
    }
    costs
}

/// A figure with its spread over the rounds.
#[derive(Clone, Copy)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

/// The median, and where the lowest and the highest tenth of the rounds end.
pub fn spread(values: impl IntoIterator<Item = f64>) -> Spread {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
    Spread { low: at(0.1), median: at(0.5), high: at(0.9) }
}

/// The ratios of each round's two costs.
pub fn ratio(ours: &[Cost], theirs: &[Cost], of: fn(&Cost) -> f64) -> Spread {
    spread(ours.iter().zip(theirs).map(|(ours, theirs)| of(ours) / of(theirs)))
}

/// The heads of the columns that [`row`] prints.
pub fn heads(what: &str) {
    println!("\n{what}");
    println!(
        "{:<44} {:>8} {:>8} {:>8}  {:>6} {:^14} {:>6}",
        "", "sockgen", "by hand", "engine", "ratio", "spread", "goal"
    );
}

/// One line: the figures of three contestants, and the ratio of the first to the second beside its goal.
pub fn row(name: &str, figures: [f64; 3], ratio: Spread, goal: Option<f64>) {
    let [ours, theirs, engine] = figures.map(|figure| match figure {
        figure if figure.is_nan() => "-".to_owned(),
        figure if figure < 100.0 => format!("{figure:.2}"),
        figure => format!("{figure:.0}"),
    });
    let spread = format!("{:.2} to {:.2}", ratio.low, ratio.high);
    let verdict = match goal {
        None => String::new(),
        Some(goal) if ratio.median <= goal => format!("{goal:>6.2}  met"),
        Some(goal) => format!("{goal:>6.2}  missed"),
    };
    println!("{name:<44} {ours:>8} {theirs:>8} {engine:>8}  {:>6.3} {spread:^14} {verdict}", ratio.median);
}

/// The same from the rounds.
pub fn cost_row(name: &str, costs: &[Vec<Cost>; 3], of: fn(&Cost) -> f64, unit: f64, goal: Option<f64>) {
    let figures = [0, 1, 2].map(|who| spread(costs[who].iter().map(of)).median / unit);
    row(name, figures, ratio(&costs[0], &costs[1], of), goal);
}
