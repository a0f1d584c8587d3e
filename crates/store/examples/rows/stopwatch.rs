//! How long something takes, tried many times.

use std::time::{Duration, Instant};

/// Tries something with each of many things and prints the middle and the worst but one in a hundred, and the processor time of
/// this process for one: on SQLite that of the engine too.
pub async fn tell<T>(what: &str, things: &[T], work: impl AsyncFn(&T)) {
    let busy = processor();
    let mut times = Vec::with_capacity(things.len());
    for thing in things {
        let start = Instant::now();
        work(thing).await;
        times.push(start.elapsed());
    }
    let each = (processor() - busy) / u32::try_from(things.len().max(1)).unwrap();
    times.sort();
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{what:<44} {:>8.1} ms {:>8.1} ms {:>8.1} ms", ms(at(50)), ms(at(99)), ms(each));
}

/// Processor time of this process so far; coarse (a hundredth of a second), but other programs do not disturb it.
fn processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name in parentheses: fields 14 and 15 of proc(5) are user and system time, in ticks of 10 ms.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    let ticks: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}
