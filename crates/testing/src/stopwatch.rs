//! How long something takes on one thread, in time of the processor: other programs on the machine do not count, though what they do to
//! its clock and caches does. Whatever is to be compared is therefore done in turn, in short rounds.

use std::time::{Duration, Instant};

/// Rounds of each work.
const ROUNDS: usize = 15;
/// How long each round is tried.
const ROUND: Duration = Duration::from_millis(200);

/// Time that one piece of work takes, round by round.
pub struct Pace(Vec<Duration>);

impl Pace {
    /// In the round in the middle.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        1.0 / middle(self.0.iter().map(Duration::as_secs_f64))
    }

    /// In the round that was disturbed least.
    #[must_use]
    pub fn best_per_second(&self) -> f64 {
        1.0 / self.0.iter().min().map_or(f64::INFINITY, Duration::as_secs_f64)
    }

    /// How many times as long as another: the middle of what each round says.
    #[must_use]
    pub fn times(&self, other: &Self) -> f64 {
        middle(self.0.iter().zip(&other.0).map(|(one, other)| one.as_secs_f64() / other.as_secs_f64()))
    }
}

/// Each work of some, all in turn after a warm-up.
pub fn paces<const N: usize>(mut works: [&mut dyn FnMut(); N]) -> [Pace; N] {
    works.iter_mut().for_each(|work| (0..8).for_each(|_| work()));
    let mut paces = [const { Pace(Vec::new()) }; N];
    for _ in 0..ROUNDS {
        for (work, pace) in works.iter_mut().zip(&mut paces) {
            pace.0.push(round(work));
        }
    }
    paces
}

fn round(work: &mut dyn FnMut()) -> Duration {
    let (start, busy) = (Instant::now(), processor());
    let mut times = 0;
    while start.elapsed() < ROUND {
        work();
        times += 1;
    }
    let whole = start.elapsed();
    let busy = processor().zip(busy).map_or(whole, |(now, before)| now.saturating_sub(before));
    busy / times
}

fn middle(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Time that this program, which has one thread, has had a processor for (Linux, proc_pid_schedstat: nanoseconds).
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
