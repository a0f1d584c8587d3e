//! How long something takes when nothing disturbs it: the median of many times.

use std::ops::Div;
use std::time::{Duration, Instant};

/// Time of one.
#[derive(Clone, Copy)]
pub struct Pace(Duration);

impl Pace {
    pub fn per_second(self) -> f64 {
        1.0 / self.0.as_secs_f64()
    }

    pub fn milliseconds(self) -> f64 {
        self.0.as_secs_f64() * 1e3
    }
}

/// How many times as long.
impl Div for Pace {
    type Output = f64;

    fn div(self, other: Self) -> f64 {
        self.0.as_secs_f64() / other.0.as_secs_f64()
    }
}

/// Tried for about three seconds after a warm-up.
pub fn pace(mut work: impl FnMut()) -> Pace {
    (0..8).for_each(|_| work());
    let mut times = Vec::new();
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(3) {
        let one = Instant::now();
        work();
        times.push(one.elapsed());
    }
    times.sort_unstable();
    Pace(times[times.len() / 2])
}
