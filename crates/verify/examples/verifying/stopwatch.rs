//! How long something takes on one thread, in time of the processor: other programs on the machine do not count.

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
    let (start, busy) = (Instant::now(), processor());
    let mut times = 0;
    while start.elapsed() < Duration::from_secs(3) {
        work();
        times += 1;
    }
    let whole = start.elapsed();
    let busy = processor().zip(busy).map_or(whole, |(now, before)| now.saturating_sub(before));
    Pace(busy / times)
}

/// Time that this program, which has one thread, has had a processor for (Linux, proc_pid_schedstat: nanoseconds).
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
