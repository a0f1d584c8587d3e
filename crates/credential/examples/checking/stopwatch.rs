//! How long something takes on one thread, in time of the processor, so that other programs on the machine count as little as can be.

use std::time::{Duration, Instant};

/// Rounds of each work.
const ROUNDS: usize = 15;
/// How long each round is tried.
const ROUND: Duration = Duration::from_millis(200);

/// Time that one piece of work takes, round by round, sorted.
pub struct Pace(Vec<Duration>);

impl Pace {
    /// In the round in the middle.
    pub fn per_second(&self) -> f64 {
        1.0 / self.0.get(self.0.len() / 2).map_or(f64::INFINITY, Duration::as_secs_f64)
    }

    /// In the round that was disturbed least.
    pub fn best_per_second(&self) -> f64 {
        1.0 / self.0.first().map_or(f64::INFINITY, Duration::as_secs_f64)
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
    paces.iter_mut().for_each(|pace| pace.0.sort());
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

/// Time that this program, which has one thread, has had a processor for (Linux, proc_pid_schedstat: nanoseconds).
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
